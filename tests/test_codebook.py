"""A codebook is read whole or refused; what it says of each case is known by its own digest."""

from pathlib import Path

import pytest

from claimdesk import codebook, labels
from claimdesk.codebook import Codebook, Screen
from claimdesk.errors import BadConfiguration
from claimdesk.settings import bundled
from claimdesk.workflow import bench

FOLDER = bundled("annotation_config")
TEXT = (FOLDER / codebook.FILE).read_text(encoding="utf-8")
SCREEN = bench.screen(labels.read(FOLDER))

SMALL_SCREEN = Screen(
    keys={"yes": "1", "no": "2"},
    hints={"yes": "It is so", "no": ""},
    reasons={"no": {"late": "", "early": "Too early"}},
    first_names={},
)
SMALL = """
title = "Guide"
opening = "Judge."
mind = "Mind."
general = [{title = "Unit", text = "One `yes`."}]
label = [
    {name = "yes", hint = "It is so", text = "So."},
    {name = "no", hint = "It is not so", text = "Not <b>so</b>."},
]
reason = [
    {name = "late", label = "no", hint = "Too late", example = "a | b"},
    {name = "early", label = "no", hint = "Too early", example = "early"},
]
case = [
    {id = "rain", title = "Rain", ends = ["yes", "no/late"], rule = "Wait.", examples = ["*Wet.*"]},
    {id = "snow", title = "Snow", ends = ["no"], rule = "Go.", examples = ["*White.*"]},
]
overruling = [{code = "gap", when = "nothing is said"}]
practice = [{title = "Who", text = "All.", overrulings = true}]
"""


def read(text: str, screen: Screen = SMALL_SCREEN) -> Codebook:
    return codebook.parse(text, Path("codebook.toml"), screen)


def differing(one: Codebook, other: Codebook) -> set[str]:
    names = one.cases.keys() | other.cases.keys()
    return {name for name in names if one.cases.get(name) != other.cases.get(name)}


def test_another_spelling_in_one_example_changes_its_case_and_the_revision_alone() -> None:
    before = read(TEXT, SCREEN)
    after = read(
        TEXT.replace("said the engineer Ada Brunn", "said the engineer Ada Brunne"), SCREEN
    )
    assert differing(before, after) == {"verified: direct-quotation"}
    assert before.revision != after.revision


def test_where_lines_break_changes_nothing() -> None:
    before, after = read(TEXT, SCREEN), read(TEXT.replace(". Look", ".\nLook"), SCREEN)
    again = read(TEXT.replace("at all? If not", "at all?   If not"), SCREEN)
    assert (after.cases, again.revision, again.cases) == (
        before.cases,
        before.revision,
        before.cases,
    )


def test_what_no_verdict_depends_on_changes_the_revision_alone() -> None:
    before, after = read(TEXT, SCREEN), read(TEXT.replace("| undo, redo |", "| undo |"), SCREEN)
    assert differing(before, after) == set()
    assert before.revision != after.revision


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (('{name = "yes"', '{name = "maybe"'), "'yes' of claims.xml has no section"),
        (('{name = "late"', '{name = "tardy"'), "'late' of claims.xml has no section"),
        (('label = "no", hint = "Too late"', 'label = "nay", hint = "x"'), "'late' of claims.xml"),
        (('"It is so"', '"So it is"'), "the hint of 'yes'"),
        (('"Too early"', '"Early"'), "the hint of 'early'"),
        (('"no/late"', '"no/wet"'), "'no/wet', which is no label"),
        (('id = "snow"', 'id = "rain"'), "'rain' stands twice"),
        (('{name = "no",', '{name = "yes",'), "stands twice"),
        (('examples = ["*Wet.*"]', "examples = []"), "examples"),
        (('rule = "Wait.", ', ""), "rule"),
        (('id = "rain"', 'id = "Rain!"'), "id"),
        (('opening = "Judge."', 'opening = "Judge."\nclosing = "Go."'), "closing"),
        (('title = "Guide"', "title = "), "line 2"),
        (('title = "Guide"', "title = 7"), "title"),
    ],
)
def test_a_codebook_that_does_not_fit_is_refused(change: tuple[str, str], why: str) -> None:
    assert change[0] in SMALL
    with pytest.raises(BadConfiguration) as raised:
        read(SMALL.replace(change[0], change[1], 1))
    assert why in raised.value.why


def test_a_label_more_than_the_codebook_has_is_refused() -> None:
    more = Screen(
        {}, {**SMALL_SCREEN.hints, "else": ""}, SMALL_SCREEN.reasons, SMALL_SCREEN.first_names
    )
    with pytest.raises(BadConfiguration) as raised:
        read(SMALL, more)
    assert "'else' of claims.xml has no section" in raised.value.why


def test_a_folder_from_before_codebooks_is_told_how_to_begin_one(tmp_path: Path) -> None:
    (tmp_path / "guidelines.md").write_text("# Guide")
    with pytest.raises(BadConfiguration, match=r"codebook\.toml") as raised:
        codebook.read(tmp_path, SCREEN)
    assert "guidelines.md is not read any more" in raised.value.why
    assert "copy the file of that name" in raised.value.fix


def test_the_instruction_says_its_revision_last() -> None:
    found = read(SMALL)
    assert found.instruction.endswith(f"<p>Codebook {found.revision}</p>\n")
    assert codebook.revision_in(found.instruction) == found.revision
    assert codebook.revision_in(found.instruction + "<p>More</p>") is None


def test_the_instruction_holds_all_parts_and_no_tags_of_theirs() -> None:
    html = read(SMALL).instruction
    for part in ("<h1>Guide", "Unit", "<code>late</code>", "a | b", "Snow", "<code>gap</code>"):
        assert part in html
    assert "<b>" not in html


def test_the_general_part_bears_on_all_and_a_reason_on_its_own() -> None:
    before, after = read(SMALL).cases, read(SMALL.replace("One `yes`", "Two")).cases
    assert codebook.changed(before, after, "yes", None, {}) == ["general"]
    after = read(SMALL.replace("a | b", "c")).cases
    assert codebook.changed(before, after, "no", "late", {}) == ["no/late"]
    assert codebook.changed(before, after, "no", "early", {}) == []
    assert codebook.changed(before, after, "yes", None, {}) == []


def test_without_a_reason_every_case_of_the_verdict_is_its_own() -> None:
    before, after = read(SMALL).cases, read(SMALL.replace("*Wet.*", "*Dry.*")).cases
    assert codebook.changed(before, after, "no", None, {}) == ["rain"]
    assert codebook.changed(before, after, "no", "early", {}) == []


def test_a_case_that_ends_otherwise_now_bears_on_how_it_ended_and_ends() -> None:
    before, after = read(SMALL).cases, read(SMALL.replace('ends = ["no"]', 'ends = ["yes"]')).cases
    assert codebook.changed(before, after, "no", "early", {}) == ["snow"]
    assert codebook.changed(before, after, "yes", None, {}) == ["snow"]


def test_a_new_name_is_no_new_rule() -> None:
    renamed = Screen(
        keys={},
        hints={"aye": "", "no": ""},
        reasons={"no": {"tardy": "", "early": ""}},
        first_names={"aye": "yes", "tardy": "late"},
    )
    text = SMALL.replace('"yes"', '"aye"').replace("`yes`", "`aye`").replace('"late"', '"tardy"')
    before, after = read(SMALL), read(text.replace("no/late", "no/tardy"), renamed)
    present = {"yes": "aye", "late": "tardy"}
    assert codebook.changed(before.cases, after.cases, "aye", None, present) == []
    assert codebook.changed(before.cases, after.cases, "no", "tardy", present) == []
    assert before.revision != after.revision
