"""What a reviewer did to a region becomes what they said of a claim."""

import itertools

import pytest

from claimdesk.spans import (
    ADDED,
    BOUNDARY,
    DELETED,
    MERGE,
    REDRAWN,
    SPLIT,
    SPLIT_MIXED,
    Judged,
    Published,
    Region,
    core,
    judged,
)

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
    return judged(TEXT, SHOWN, regions, reject="none", name=named)


def named(start: int, end: int) -> str:
    return f"new-{start}-{end}"


def events(found: list[Judged]) -> dict[str, tuple[str | None, str]]:
    return {one.claim_id: (one.change, one.region.label) for one in found}


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
    both = said(region("two", 0, 43), box)
    assert events(both) == {"one": (MERGE, "yes"), "two": (MERGE, "yes")}
    assert {(one.region.start, one.region.end) for one in both} == {(0, 43)}


def test_half_a_claim_is_enough_to_be_merged_and_less_is_not() -> None:
    *_, box = untouched()
    assert events(said(region("two", 7, 43), box))["one"] == (MERGE, "yes")
    assert events(said(region("two", 9, 43), box))["one"] == (DELETED, "none")


def test_a_neighbour_that_covers_nothing_new_swallows_nothing() -> None:
    shown = [*SHOWN, Published("all", 44, 60, "claim")]  # the same place twice
    left = [Region(one.id, one.start, one.end, one.label) for one in SHOWN]
    (one,) = judged(TEXT, shown, left, reject="none", name=named)
    assert (one.claim_id, one.change) == ("all", DELETED)


def test_two_claims_drawn_anew_as_one_are_merged() -> None:
    *_, box = untouched()
    both = said(region("random", 0, 43), box)
    assert events(both) == {"one": (MERGE, "yes"), "two": (MERGE, "yes")}


def test_a_claim_deleted_beneath_a_long_addition_is_merged_into_it() -> None:
    _, second, box = untouched()
    both = said(region("random", 0, 76), second, box)
    assert events(both) == {"one": (MERGE, "yes"), "new-0-75": (ADDED, "yes")}


def test_a_claim_drawn_within_a_merged_one_is_added() -> None:
    *_, box = untouched()
    found = said(region("two", 0, 43), region("random", 0, 11, "no"), box)
    merged = dict.fromkeys(["one", "two"], (MERGE, "yes"))
    assert events(found) == merged | {"new-0-11": (ADDED, "no")}


@pytest.mark.parametrize("end", [14, 17])
def test_a_claim_is_what_fits_better_of_a_region_drawn_anew_and_a_neighbour(end: int) -> None:
    *_, box = untouched()
    start = 0 if end == 17 else 7  # the neighbour covers as much of it, or less
    found = said(region("two", start, 43), region("random", 0, end, "no"), box)
    assert events(found) == {"one": (REDRAWN, "no"), "two": (BOUNDARY, "yes")}


def test_without_ids_a_claim_drawn_within_a_merged_one_is_added_too() -> None:
    found = said(region("both", 0, 43), region("random", 0, 11, "no"), region("b", 44, 60, "none"))
    merged = dict.fromkeys(["one", "two"], (MERGE, "yes"))
    assert events(found) == merged | {"new-0-11": (ADDED, "no")}


def test_furniture_that_a_claim_swallows_is_no_claim() -> None:
    first, *_ = untouched()
    (one,) = said(first, region("two", 18, 60))
    assert (one.claim_id, one.change) == ("two", BOUNDARY)


def test_a_redrawn_region_is_the_old_claim() -> None:
    _, *rest = untouched()
    (one,) = said(region("random", 2, 17), *rest)
    assert (one.claim_id, one.change) == ("one", REDRAWN)


@pytest.mark.parametrize(("end", "change"), [(8, REDRAWN), (7, DELETED)])
def test_a_redrawn_region_shares_at_least_half(end: int, change: str) -> None:
    _, *rest = untouched()
    assert events(said(region("random", 0, end), *rest))["one"][0] == change


def test_a_verdict_drawn_over_a_region_left_alone_is_said_of_its_claim() -> None:
    (one,) = said(*untouched(), region("random", 0, 14))
    assert (one.claim_id, one.change, one.regions) == ("one", REDRAWN, ("random",))


def test_less_than_three_quarters_drawn_over_a_region_is_a_claim_within_it() -> None:
    (one,) = said(*untouched(), region("random", 0, 11))
    assert (one.claim_id, one.change) == ("new-0-11", ADDED)


def test_a_claim_within_a_judged_one_is_added() -> None:
    _, *rest = untouched()
    both = said(region("one", 0, 17), region("random", 0, 14), *rest)
    assert events(both) == {"one": (None, "yes"), "new-0-14": (ADDED, "yes")}


def test_a_second_region_on_the_same_words_changes_nothing() -> None:
    _, *rest = untouched()
    (one,) = said(region("one", 0, 17), region("random", 0, 16, "no"), *rest)
    assert (one.claim_id, one.region.label, one.regions) == ("one", "yes", ("one", "random"))


def test_two_added_regions_on_the_same_words_are_one_claim() -> None:
    (one,) = said(*untouched(), region("b", 61, 75, "no"), region("a", 61, 75, "yes"))
    assert (one.region.label, one.regions) == ("yes", ("a", "b"))


def test_with_all_ids_lost_places_tell_the_claims() -> None:
    both = said(region("a", 0, 17), region("b", 18, 38, "no"), region("c", 44, 60, "none"))
    assert events(both) == {"one": (None, "yes"), "two": (BOUNDARY, "no")}


def test_with_all_ids_lost_the_best_place_wins() -> None:
    found = said(region("far", 2, 17, "no"), region("near", 0, 16), region("b", 18, 43))
    assert events(found)["one"] == (None, "yes")
    assert events(found)["new-2-16"] == (ADDED, "no")


def test_a_claim_split_under_one_verdict_is_judged_once() -> None:
    first, _, box = untouched()
    pieces = region("two", 18, 30, evidence=("a",)), region("x", 31, 43, evidence=("b", "a"))
    (one,) = said(first, *pieces, box)
    assert (one.claim_id, one.change, one.regions) == ("two", SPLIT, ("two", "x"))
    assert (one.region.start, one.region.end, one.region.evidence) == (18, 43, ("a", "b"))


def test_the_pieces_of_a_split_say_together_what_each_says() -> None:
    first, _, box = untouched()
    left = region("two", 18, 30, note="here", confidence=3)
    right = region("x", 31, 43, note="there", confidence=2, reason="why")
    (one,) = said(first, left, right, box)
    told = one.region
    assert (told.note, told.confidence, told.reason) == ("here\nthere", 2, "why")


def test_a_claim_split_under_two_verdicts_gets_no_vote_and_its_pieces_are_claims() -> None:
    first, _, box = untouched()
    found = said(first, region("two", 18, 30), region("x", 31, 43, "no"), box)
    assert events(found) == {
        "two": (SPLIT_MIXED, "claim"),
        "new-18-30": (ADDED, "yes"),
        "new-31-42": (ADDED, "no"),
    }


@pytest.mark.parametrize(("label", "change"), [("yes", SPLIT), ("no", SPLIT_MIXED)])
def test_a_deleted_claim_can_be_split_too(label: str, change: str) -> None:
    first, _, box = untouched()
    found = said(first, region("x", 18, 29), region("y", 30, 43, label), box)
    assert events(found)["two"][0] == change


def test_a_claim_that_reaches_from_what_is_left_free_into_the_next_one_is_no_piece() -> None:
    _, *rest = untouched()
    found = said(region("one", 0, 8), region("x", 9, 22), *rest)
    assert events(found) == {"one": (BOUNDARY, "yes"), "new-9-22": (ADDED, "yes")}


def test_a_piece_that_is_rejected_is_cut_off() -> None:
    first, _, box = untouched()
    (one,) = said(first, region("two", 18, 30), region("x", 31, 43, "none"), box)
    assert (one.change, one.region.label, one.region.end) == (SPLIT, "yes", 30)


def test_a_small_claim_within_a_deleted_one_is_added() -> None:
    first, _, box = untouched()
    found = said(first, region("x", 18, 24), box)
    assert events(found) == {"two": (DELETED, "none"), "new-18-24": (ADDED, "yes")}


def test_a_claim_carved_out_of_furniture_is_said_of_it() -> None:
    first, second, _ = untouched()
    found = said(first, second, region("box", 44, 50, "none"), region("x", 51, 60))
    assert events(found) == {"box": (SPLIT, "yes")}


def test_furniture_split_into_claims_is_no_vote() -> None:
    first, second, _ = untouched()
    found = said(first, second, region("box", 44, 51), region("x", 52, 60, "no"))
    assert events(found) == {"new-44-51": (ADDED, "yes"), "new-53-59": (ADDED, "no")}


@pytest.mark.parametrize(
    "text",
    [
        "Das Wehr ist zu 😀😀 und leer.",
        "האי סגור והגשר שבור.",
        "水門は閉鎖され橋も壊れた。",
        "पुल टूट गया है और नदी सूखी है।",
    ],
)
def test_any_script_can_be_split_and_redrawn(text: str) -> None:
    shown, third = [Published("one", 0, len(text), "claim")], len(text) // 3
    edges = itertools.pairwise([0, third, 2 * third, len(text)])
    pieces = [region(f"{start}", start, end) for start, end in edges]
    (split,) = judged(text, shown, pieces, reject="none", name=named)
    (whole,) = judged(text, shown, [region("a", 0, len(text) - 1)], reject="none", name=named)
    assert (split.claim_id, split.change, len(split.regions)) == ("one", SPLIT, 3)
    assert (whole.claim_id, whole.change) == ("one", None)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-1, 5), (70, 77)])
def test_a_region_that_is_no_stretch_of_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"region 'x' is .*76 characters"):
        said(region("x", start, end))


def test_a_region_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        said(region("x", 0, 5), region("x", 6, 9))


def test_a_new_region_is_an_added_claim_without_its_edges() -> None:
    (one,) = said(*untouched(), region("random", 60, 76))
    assert (one.claim_id, one.change) == ("new-61-75", ADDED)


def test_the_order_of_regions_changes_nothing() -> None:
    regions = [region("a", 61, 75), region("b", 2, 17), region("c", 44, 60), region("two", 18, 40)]
    assert len({tuple(said(*order)) for order in itertools.permutations(regions)}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" “Yes,” ", (2, 5)),
        ("…", (0, 1)),
        ("été.", (0, 3)),
        ("(是)", (1, 2)),
        ("", (0, 0)),
        ("$5 – 7 %.", (0, 8)),
        ("नदी।", (0, 3)),
        ("\u202bשלום.\u202c", (1, 5)),
        ("wet 👩‍🚒!", (0, 7)),
        ("!\u0301?\u0301", (0, 4)),
    ],
)
def test_the_core_has_no_white_space_or_punctuation_at_its_ends(
    text: str, expected: tuple[int, int]
) -> None:
    assert core(text, 0, len(text)) == expected
