"""`claimdesk consensus`: a table of votes in, verdicts with their doubt out, and nothing kept."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimdesk.errors import BadInput
from claimdesk.workflow import ballots
from claimdesk.workflow.tallying import Wishes, count

HEAD = "item,reviewer,label\n"
FEW = HEAD + "a,ann,yes\na,bob,yes\na,cid,no\nb,ann,no\nb,bob,yes\n"


def consensus(
    *arguments: str, folder: Path, given: str | bytes = ""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "claimdesk", "consensus", *arguments],
        cwd=folder,
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        check=False,
        timeout=120,
    )


def told(table: str, folder: Path, *arguments: str) -> dict[str, Any]:
    done = consensus("-", "--json", *arguments, folder=folder, given=table)
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def read(table: str | bytes, folder: Path) -> ballots.Ballots:
    path = folder / "votes.csv"
    path.write_bytes(table.encode() if isinstance(table, str) else table)
    return ballots.read(str(path))


def refusal(table: str | bytes, folder: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read(table, folder)
    return caught.value


def panel(*, gold: bool = False, n_items: int = 60, n_reviewers: int = 5) -> str:
    """Reviewers of whom one is careless, and the right label of every other item."""
    lines = ["item,reviewer,label" + (",gold" if gold else "")]
    for item in range(n_items):
        right = ("yes", "no", "open")[item % 3]
        for reviewer in range(n_reviewers):
            wrong = (reviewer == 0 and item % 2) or (item + reviewer) % 7 == 0
            label = ("no", "open", "yes")[item % 3] if wrong else right
            known = f",{right if item % 2 else ''}" if gold else ""
            lines.append(f"item {item},r{reviewer},{label}{known}")
    return "\n".join(lines) + "\n"


def test_each_item_has_its_majority_and_its_doubt(tmp_path: Path) -> None:
    found = told(FEW, tmp_path)
    one, two = found["items"]
    assert (one["item"], one["label"], one["counts"]) == ("a", "yes", {"no": 1, "yes": 2})
    assert (one["share"], round(one["probability"], 2)) == (2 / 3, 0.71)
    assert (two["label"], two["share"], two["probability"]) == (None, 0.5, None)
    assert (one["probability_undefined"], two["probability_undefined"]) == (None, "no label leads")


def test_the_summary_says_what_is_not_defined(tmp_path: Path) -> None:
    summary = told(FEW, tmp_path)["summary"]
    assert (summary["items"], summary["reviewers"], summary["ties"]) == (2, 3, 1)
    assert summary["model"]["used"] is False
    assert "5 are needed" in summary["model"]["why"]
    assert summary["gold"] is None


def test_the_model_is_told_beside_the_majority_where_the_panel_is_large_enough(
    tmp_path: Path,
) -> None:
    found = told(panel(gold=True), tmp_path)
    assert found["summary"]["model"]["used"] is True
    assert found["summary"]["gold"]["items"] == 30
    assert found["summary"]["gold"]["model_accuracy"] >= 0.9
    assert found["items"][0]["model_label"] == "yes"


def test_the_model_can_be_forced_and_left_out(tmp_path: Path) -> None:
    forced = told(FEW, tmp_path, "--force", "--no-prior")
    assert forced["summary"]["model"]["why"].startswith("forced, although reviewers who voted: 3")
    assert "model_label" in forced["items"][0]
    assert "model_label" not in told(panel(), tmp_path, "--no-model")["items"][0]


def test_a_model_that_was_told_the_gold_is_not_scored_by_it(tmp_path: Path) -> None:
    found = told(panel(gold=True), tmp_path, "--hold-gold")
    held = [one for one in found["items"] if one["gold"]]
    assert {one["model_probability"] for one in held} == {1.0}
    assert found["summary"]["gold"]["model_accuracy"] is None
    assert found["summary"]["gold"]["majority_accuracy"] is not None


def test_people_get_a_table_and_a_summary(tmp_path: Path) -> None:
    done = consensus("-", folder=tmp_path, given=FEW)
    lines = done.stdout.decode().splitlines()
    assert lines[0].split() == ["item", "label", "share", "probability", "counts"]
    assert lines[2].split()[:3] == ["b", "(tie)", "0.50"]
    assert lines[4] == "2 items, 3 reviewers, 5 votes, 1 tie, 2 labels"
    assert "Model: not fitted: reviewers who voted: 3, and 5 are needed" in lines
    assert list(tmp_path.iterdir()) == []


def test_the_order_of_the_rows_changes_no_digit(tmp_path: Path) -> None:
    head, *rows = panel().splitlines()
    found = told(panel(), tmp_path)
    turned = told("\n".join([head, *reversed(rows)]), tmp_path)
    assert found["summary"] == turned["summary"]
    assert found["items"] == turned["items"][::-1]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_names_and_marks_of_other_programs_are_understood(
    delimiter: str, tmp_path: Path
) -> None:
    rows = [["Worker", "note", "Question", "Answer"], ["ann", "x, y", " a ", "yes"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    found = read(b"\xef\xbb\xbf" + text.encode(), tmp_path)
    assert (found.items, found.reviewers, found.labels) == (["a"], ["ann"], ["yes"])


@pytest.mark.parametrize(
    ("table", "place", "why"),
    [
        ("", "votes.csv", "It is empty."),
        ("\n \n", "votes.csv", "It is empty."),
        (HEAD, "votes.csv", "It has no votes"),
        ("item,label\na,yes\n", "votes.csv:1", "It names no column reviewer, only 'item', 'label'"),
        (FEW + "a,ann,yes\n", "votes.csv:7", "the same label on line 2 already"),
        (FEW + "\na,ann,no\n", "votes.csv:8", "another label on line 2 already"),
        (HEAD + "a,ann\n", "votes.csv:2", "It has 2 cells, and the first row has 3"),
        (HEAD + "a,ann,yes,no\n", "votes.csv:2", "It has 4 cells"),
        (HEAD + "a,ann,yes\nb, ,no\n", "votes.csv:3", "Its reviewer is empty"),
        (HEAD + f"a,ann,{'y' * 1001}\n", "votes.csv:2", "Its label is longer than 1,000"),
        (HEAD + f"a,ann,{'y' * 70_000}\n", "votes.csv:2", "longer than 65,536 bytes"),
        (HEAD + "a,ann,y\0es\n", "votes.csv:2", "NUL"),
        (HEAD.encode() + b"a,ann,yes\nb,j\xf6rg,no\n", "votes.csv:3", "not valid UTF-8"),
        (HEAD + 'a,ann,"yes\nb,bob,no\n', "votes.csv:3", "is not closed"),
        (HEAD + 'a,ann,"y"es\n', "votes.csv:2", "have to be doubled"),
        ("item,reviewer,label,gold\na,x,y,y\na,z,y,n\n", "votes.csv:3", "line 2 has for the item"),
        ("item,rater,rating,Vote\na,x,y,y\n", "votes.csv:1", "'rating' and 'Vote' could all be"),
        ("item,item,rater,vote\na,a,x,y\n", "votes.csv:1", "'item' and 'item' could all be the"),
        ("item,rater,vote,gold,truth\na,x,y,,\n", "votes.csv:1", "'gold' and 'truth' could"),
        ("sep=;\nitem,reviewer,label\na,x,y\n", "votes.csv:2", "only 'item,reviewer,label'"),
        ("sep=;\n", "votes.csv", "It is empty."),
        (HEAD + "a,ann,yes\rb,bob,no\n", "votes.csv:2", "A carriage return stands within"),
        ((HEAD + "a,ann\n").replace("\n", "\r"), "votes.csv:2", "It has 2 cells"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    table: str | bytes, place: str, why: str, tmp_path: Path
) -> None:
    error = refusal(table, tmp_path)
    assert error.what.split(" is not")[0].endswith(place)
    assert why in error.why


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("said", ["sep={}", '"Sep={}"'])
def test_a_first_line_of_excel_says_the_delimiter(
    said: str, delimiter: str, tmp_path: Path
) -> None:
    rows = [said.format(delimiter), HEAD.strip().replace(",", delimiter)]
    rows += [delimiter.join(["a", "ann", "yes"]), delimiter.join(["a", "ann", "yes"])]
    error = refusal("\r\n".join(rows), tmp_path)
    assert error.what.split(" is not")[0].endswith(":4")
    assert read("\r\n".join(rows[:-1]), tmp_path).labels == ["yes"]


def test_lines_may_end_as_on_an_old_macintosh(tmp_path: Path) -> None:
    rows = HEAD + "".join(f"i{number},ann,yes\n" for number in range(9000))
    assert read(rows.replace("\n", "\r"), tmp_path).items == read(rows, tmp_path).items


def test_rows_over_several_lines_are_counted_by_where_they_begin(tmp_path: Path) -> None:
    table = HEAD + '"a\nb",ann,yes\n' + "c,ann,yes\nc,ann,yes\n"
    assert "on line 4" in refusal(table, tmp_path).why
    assert ":5" in refusal(table, tmp_path).what


@pytest.mark.parametrize(
    ("arguments", "given", "expected"),
    [
        (["none.csv"], "", "none.csv cannot be read"),
        (["-"], "", "is not a table of votes"),
        (["-", "--hold-gold"], panel(), "no gold labels"),
        (["-", "--hold-gold", "--no-model"], panel(), "no gold labels"),
    ],
)
def test_failures_are_three_lines_and_a_code(
    arguments: list[str], given: str, expected: str, tmp_path: Path
) -> None:
    done = consensus(*arguments, folder=tmp_path, given=given)
    assert done.returncode == 2
    assert expected in done.stderr.decode()
    assert len(done.stderr.decode().strip().splitlines()) == 3
    assert done.stdout == b""


def test_a_folder_is_not_a_table(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        ballots.read(str(tmp_path))


def test_gold_that_nobody_gave_is_noted_and_never_right(tmp_path: Path) -> None:
    table = "item,reviewer,label,gold\na,ann,yes,maybe\na,bob,yes,maybe\n"
    done = consensus("-", "--json", folder=tmp_path, given=table)
    found = json.loads(done.stdout)
    assert found["summary"]["gold"]["majority_accuracy"] == 0
    assert found["items"][0]["gold"] == "maybe"
    assert "'maybe'" in done.stderr.decode()


def test_the_model_cannot_be_held_to_gold_that_nobody_gave(tmp_path: Path) -> None:
    table = read("item,reviewer,label,gold\na,ann,yes,maybe\n", tmp_path)
    with pytest.raises(BadInput, match="that nobody gave"):
        count(table, Wishes(hold_gold=True))


@pytest.mark.parametrize(
    ("rows", "label", "probability"),
    [("a,ann,yes\n", "yes", None), ("a,ann,yes\nb,ann,no\n", "yes", 0.5)],
)
def test_one_reviewer_or_one_label_is_told_as_what_it_is(
    rows: str, label: str, probability: float | None, tmp_path: Path
) -> None:
    outcome = count(read(HEAD + rows, tmp_path), Wishes(force=True))
    first = next(outcome.rows())
    assert first["label"] == label
    assert (first["probability"] is None) == (probability is None)
    assert (first["probability_undefined"] is None) == (probability is not None)
    assert (outcome.summary["alpha"], bool(outcome.summary["alpha_undefined"])) == (None, True)


def test_all_equal_is_sure_of_itself_without_a_number_for_agreement(tmp_path: Path) -> None:
    rows = "".join(f"i{item},r{reviewer},yes\n" for item in range(60) for reviewer in range(5))
    outcome = count(read(HEAD + rows, tmp_path), Wishes())
    assert outcome.summary["alpha"] is None
    assert all(row["model_label"] == "yes" and row["share"] == 1 for row in outcome.rows())


def test_free_text_as_labels_is_refused(tmp_path: Path) -> None:
    rows = "".join(f"i{number},r,text {number}\n" for number in range(33_000))
    assert "32,767 labels" in refusal(HEAD + rows, tmp_path).why


@pytest.mark.parametrize("wishes", [Wishes(), Wishes(force=True), Wishes(force=True, prior=False)])
def test_what_is_too_large_for_the_model_alone_is_counted_without_it(
    wishes: Wishes, tmp_path: Path
) -> None:
    rows = "".join(
        f"i{item},r{(item * 9 + place) % 300},l{(item * 6 + place // 2) % 480}\n"
        for item in range(80)
        for place in range(12)
    )
    outcome = count(read(HEAD + rows, tmp_path), wishes)
    assert "300 reviewers and 480 labels" in outcome.summary["model"]["why"]
    assert outcome.summary["alpha"] is not None
    assert "model_label" not in next(outcome.rows())


def test_what_a_terminal_would_obey_is_shown_and_not_done(tmp_path: Path) -> None:
    done = consensus("-", folder=tmp_path, given=HEAD + "\x1b[31ma,ann,yes\n")
    assert b"\x1b" not in done.stdout


def test_the_help_needs_no_numpy(tmp_path: Path) -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from claimdesk.cli.commands import app\n"
        "said = CliRunner().invoke(app, ['consensus', '--help'])\n"
        "assert 'VOTES.csv' in said.output\n"
        "print('numpy' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
