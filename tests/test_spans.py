"""What a reviewer did to a region becomes what they said of a claim."""

import itertools

import pytest

from claimdesk.spans import ADDED, BOUNDARY, DELETED, Judged, Published, Region, core, judged

TEXT = "The pier is shut. Eleven piles are cracked. A cookie notice. The mayor knew."
FIRST, SECOND, FURNITURE = (
    Published("one", 0, 17, "claim"),
    Published("two", 18, 43, "claim"),
    Published("box", 44, 60, "none"),
)
SHOWN = [FIRST, SECOND, FURNITURE]


def region(id_: str, start: int, end: int, label: str = "yes", **fields: object) -> Region:
    return Region(id_, start, end, label, **fields)  # type: ignore[arg-type]


def untouched() -> list[Region]:
    return [Region(one.id, one.start, one.end, one.label) for one in SHOWN]


def said(*regions: Region) -> list[Judged]:
    return judged(TEXT, SHOWN, regions, reject="none", name=lambda a, b: f"new-{a}-{b}")


def test_a_screen_nobody_touched_says_nothing() -> None:
    assert said(*untouched()) == []


def test_a_verdict_is_said_of_the_claim_with_the_regions_id() -> None:
    _, *rest = untouched()
    (one,) = said(region("one", 0, 17), *rest)
    assert (one.claim_id, one.region.label, one.change) == ("one", "yes", None)


def test_a_note_without_a_verdict_is_kept() -> None:
    first, *rest = untouched()
    (one,) = said(region("one", 0, 17, first.label, note="look again"), *rest)
    assert (one.region.label, one.region.note) == ("claim", "look again")


def test_furniture_left_alone_is_no_vote() -> None:
    _, second, _ = untouched()
    assert [one.claim_id for one in said(region("one", 0, 17), second)] == ["one"]


def test_furniture_that_a_reviewer_judges_is_a_claim() -> None:
    first, second, _ = untouched()
    (one,) = said(first, second, region("box", 44, 60))
    assert one.claim_id == "box"


@pytest.mark.parametrize(("start", "end"), [(0, 16), (0, 17), (0, 18)])
def test_a_lost_full_stop_is_no_change(start: int, end: int) -> None:
    _, *rest = untouched()
    (one,) = said(region("one", start, end), *rest)
    assert one.change is None


def test_a_moved_boundary_is_told_and_kept() -> None:
    _, *rest = untouched()
    (one,) = said(region("one", 4, 16), *rest)
    assert (one.change, one.region.start, one.region.end) == (BOUNDARY, 4, 16)


def test_a_deleted_claim_is_rejected() -> None:
    _, *rest = untouched()
    (one,) = said(*rest)
    assert (one.claim_id, one.region.label, one.change) == ("one", "none", DELETED)


def test_a_claim_merged_into_its_neighbour_is_not_rejected() -> None:
    *_, box = untouched()
    (one,) = said(region("two", 0, 43), box)
    assert (one.claim_id, one.change) == ("two", BOUNDARY)


def test_a_redrawn_region_is_the_old_claim() -> None:
    _, *rest = untouched()
    (one,) = said(region("random", 2, 17), *rest)
    assert (one.claim_id, one.change) == ("one", BOUNDARY)


def test_a_new_region_is_an_added_claim_without_its_edges() -> None:
    (one,) = said(*untouched(), region("random", 60, 76))
    assert (one.claim_id, one.change) == ("new-61-75", ADDED)


def test_the_order_of_regions_changes_nothing() -> None:
    regions = [region("a", 61, 75), region("b", 2, 17), region("c", 44, 60), region("two", 18, 40)]
    assert len({tuple(said(*order)) for order in itertools.permutations(regions)}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [(" “Yes,” ", (2, 5)), ("…", (0, 1)), ("été.", (0, 3)), ("(是)", (1, 2)), ("", (0, 0))],
)
def test_the_core_has_no_white_space_or_punctuation_at_its_ends(
    text: str, expected: tuple[int, int]
) -> None:
    assert core(text, 0, len(text)) == expected
