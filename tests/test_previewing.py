"""`claimdesk segment` shows how articles are cut, keeps nothing, and hides nothing."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimdesk.cli import segmenting
from claimdesk.errors import BadInput
from claimdesk.intake import Draft, Metadata
from claimdesk.settings import bundled
from claimdesk.workflow import previewing

SUMMARY = bundled("samples") / "3-summary.txt"


def segment(
    *arguments: str, folder: Path, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "claimdesk", "segment", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
        timeout=120,
    )


def rows(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return rows(segment(str(SUMMARY), "--json", folder=tmp_path_factory.mktemp("empty")))


def test_each_segment_is_a_line_with_exact_offsets(summary: list[dict[str, Any]]) -> None:
    text = SUMMARY.read_text(encoding="utf-8").split("---\n", 2)[2].removeprefix("\n")
    assert len(summary) > 20
    assert [text[one["start"] : one["end"]] for one in summary] == [one["text"] for one in summary]
    assert "".join("".join(one["text"].split()) for one in summary) == "".join(text.split())


def test_speakers_languages_and_worth_are_told(summary: list[dict[str, Any]]) -> None:
    engineer = next(one for one in summary if one["text"].startswith("“The damage"))
    assert (engineer["role"], engineer["language"]) == ("quote", "en")
    assert engineer["speaker"].endswith("Tomas Veldkamp")
    assert 0 < engineer["worth"] <= 1


def test_furniture_has_a_reason_and_no_worth(summary: list[dict[str, Any]]) -> None:
    teasers = [one for one in summary if one["reason"] == "teaser"]
    assert [one["language"] for one in teasers] == ["uk", "uk", "uk"]
    assert {one["worth"] for one in teasers} == {None}


def test_a_word_of_two_scripts_is_flagged_and_not_changed(summary: list[dict[str, Any]]) -> None:
    flagged = [one for one in summary if one["mixed_script"]]
    assert [one["mixed_script"] for one in flagged] == [["p\u043ert"]]
    assert "p\u043ert" in flagged[0]["text"]


def test_nothing_is_kept(tmp_path: Path) -> None:
    done = segment("-", "--json", folder=tmp_path, given=b"It rained. It stopped.")
    assert [one["text"] for one in rows(done)] == ["It rained.", "It stopped."]
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_named_beside_what_can(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    done = segment("a.txt", "b.txt", "--json", folder=tmp_path)
    assert done.returncode == 5
    assert [one["text"] for one in rows(done)] == ["It rained."]
    assert "b.txt" in done.stderr.decode()


def test_lines_that_a_publisher_repeats_are_furniture(tmp_path: Path) -> None:
    for number, town in enumerate(("Orvel", "Tamsin", "Quaid", "Pellam")):
        (tmp_path / f"{number}.txt").write_text(
            f"---\npublisher: The Courier\n---\n\nThe mayor of {town} opened a well.\n\n"
            f"Nobody in {town} had asked for it.\n\nWe have been yours since the year of the flood."
        )
    found = rows(segment(".", "--json", folder=tmp_path))
    repeated = {one["text"] for one in found if one["reason"] == "repeated"}
    assert repeated == {"We have been yours since the year of the flood."}


def test_the_page_loads_nothing_and_obeys_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained, <script>alert(1)</script> she said.")
    done = segment("a.txt", "--page", "out.html", folder=tmp_path)
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert "&lt;script&gt;" in page
    assert not [word for word in ("<script", "http:", "https:", "src=") if word in page]


def test_a_person_is_shown_what_has_two_scripts_and_the_language(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The p\u043ert is shut, and nobody at the town hall knows why.")
    shown = segment("a.txt", folder=tmp_path).stdout.decode()
    assert "[two scripts: p\u043ert]" in shown
    assert shown.startswith("a.txt (en)\n")


def test_what_was_left_out_is_told_beside_the_segments(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,colour\nIt rained.,red\n")
    done = segment("a.csv", "--json", folder=tmp_path)
    assert [one["text"] for one in rows(done)] == ["It rained."]
    assert "Noted: a.csv:2\n  Not used" in done.stderr.decode()
    assert "'colour'" in done.stderr.decode()


def refused(done: subprocess.CompletedProcess[bytes], *said: str) -> bool:
    shown = done.stderr.decode()
    assert len(shown.splitlines()) == 3, shown
    return done.returncode == 2 and done.stdout == b"" and all(one in shown for one in said)


@pytest.mark.parametrize(
    ("given", "page"),
    [
        ("a.txt", "a.txt"),
        ("a.txt", "./deep/../a.txt"),
        ("a.txt", "soft.txt"),
        ("soft.txt", "a.txt"),
        ("a.txt", "hard.txt"),
        (".", "deep/b.txt"),
        ("deep", "b.txt"),
        ("-", "a.txt"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_the_page_never_replaces_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, page: str, force: bool
) -> None:
    words = "<title>How claimdesk cuts 1 article</title>"
    (tmp_path / "deep").mkdir()
    for name in ("a.txt", "deep/b.txt"):
        (tmp_path / name).write_text(words)
    (tmp_path / "soft.txt").symlink_to("a.txt")
    (tmp_path / "b.txt").symlink_to("deep/b.txt")
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "a.txt").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        with pytest.raises(BadInput) as told:
            segmenting.segment([given], page=Path(page), force=force)
    assert "would be lost" in told.value.why
    assert {path.read_text() for path in tmp_path.rglob("*.txt")} == {words}


def test_the_page_replaces_a_page_of_before_and_another_file_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    (tmp_path / "b.txt").write_text("It snowed.")
    (tmp_path / "notes.html").write_text("My notes.")
    assert segment("a.txt", "--page", "out.html", folder=tmp_path).returncode == 0
    assert segment("b.txt", "--page", "out.html", folder=tmp_path).returncode == 0
    assert "It snowed." in (tmp_path / "out.html").read_text()
    done = segment("a.txt", "--page", "notes.html", folder=tmp_path)
    assert refused(done, "notes.html is there already", "--force")
    assert (tmp_path / "notes.html").read_text() == "My notes."
    assert segment("a.txt", "--page", "notes.html", "--force", folder=tmp_path).returncode == 0
    assert "It rained." in (tmp_path / "notes.html").read_text()


@pytest.mark.parametrize(
    ("page", "why"), [("nowhere/out.html", "does not exist"), ("deep", "It is a folder.")]
)
def test_a_page_that_cannot_be_written_is_told_before_anything_is_read(
    tmp_path: Path, page: str, why: str
) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.txt").write_text("It rained.")
    assert refused(segment("a.txt", "--page", page, folder=tmp_path), why, "after --page")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "deep"]


def test_the_page_may_go_to_standard_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    done = segment("a.txt", "--page", "-", folder=tmp_path)
    assert done.stdout.startswith(b"<!doctype html>")


def test_an_article_is_shown_before_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def drafts(*_: object) -> Iterator[Draft]:
        for name, publisher in (("a", None), ("b", None), ("c", "The Courier"), ("d", None)):
            read.append(name)
            yield Draft(f"It rained in {name}.", name, Metadata(publisher=publisher))

    monkeypatch.setattr(previewing, "drafts", drafts)
    seen = [(one.draft.source, len(read)) for one in previewing.preview(["x"], 1000, [])]
    assert seen == [("a", 1), ("b", 2), ("c", 4), ("d", 4)]


def test_what_is_told_of_an_archive_names_the_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a.txt", "It rained.")
        archive.writestr("b.docx", "x")
    done = segment("all.zip", "--json", folder=tmp_path)
    assert [one["source"] for one in rows(done)] == ["all.zip:a.txt"]
    assert "Noted: all.zip\n  Left alone in it: 1 file of another kind ('b.docx')." in (
        done.stderr.decode()
    )


@pytest.mark.parametrize(("files", "said"), [(1, "1 of 1 article."), (2, "2 of 2 articles.")])
def test_what_was_not_read_is_counted_in_words(tmp_path: Path, files: int, said: str) -> None:
    for number in range(files):
        (tmp_path / f"{number}.txt").write_bytes(b"")
    assert f"Not read: {said}" in segment(".", folder=tmp_path).stderr.decode()
