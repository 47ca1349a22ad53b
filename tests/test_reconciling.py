"""Claims that several reviewers added become one; nothing that anybody drew is lost or doubled."""

import itertools
import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimdesk.spans import (
    ADDED,
    EVENTS,
    MERGE,
    SAME,
    Cluster,
    Drawn,
    Judged,
    Published,
    Region,
    cluster,
    core,
    judged,
)

from .catalogue import longer
from .editing import TONGUES, Simulated, found_links, named, reconciled, simulated, true_links

FLOORS = {1.0: 0.9905, 0.0: 0.9875}
"""Pair F1 with all ids kept and with none, in the small run below."""

TEXT = "Ab cd. Эф gh! 水門 ij? “Kl” mn.\nOp 😀 qr; שלום tu, वी wx. Yz ab "
SHOWN = [
    Published("a", 0, 6, "claim"),
    Published("b", 7, 13, "claim"),
    Published("c", 14, 20, "none"),
    Published("d", 21, 30, "claim"),
    Published("e", 31, 40, "claim"),
    Published("f", 40, len(TEXT), "claim"),
]


@st.composite
def screens(draw: st.DrawFn) -> list[Region]:
    """Any regions under ids of ours or others, some of them exactly where a segment was."""
    ids = draw(st.lists(st.sampled_from("abcdefuvwxyz"), unique=True, max_size=9))
    regions = []
    for one in ids:
        start = draw(st.integers(0, len(TEXT) - 1))
        end = draw(st.integers(start + 1, len(TEXT)))
        if draw(st.booleans()):
            segment = draw(st.sampled_from(SHOWN))
            start, end = segment.start, segment.end
        label = draw(st.sampled_from(["claim", "none", "yes", "no"]))
        regions.append(Region(one, start, end, label))
    return regions


drawn = st.builds(
    lambda who, start, length: Drawn(who, start, start + length),
    st.integers(1, 4),
    st.integers(0, 25),
    st.integers(1, 25),
)
additions = st.lists(drawn, max_size=14)


def said(regions: list[Region]) -> list[Judged]:
    return judged(TEXT, SHOWN, regions, reject="none", name=named)


def places(found: list[Cluster]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found]


def share(one: Drawn, other: Drawn) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (one.end - one.start + other.end - other.start - max(0, both))


@given(screens(), st.randoms(use_true_random=False))
def test_no_order_of_regions_or_segments_matters(regions: list[Region], chance: object) -> None:
    shuffled, shown = list(regions), list(SHOWN)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    chance.shuffle(shown)  # type: ignore[attr-defined]
    assert judged(TEXT, shown, shuffled, reject="none", name=named) == said(regions)


@settings(max_examples=longer(300, 10_000), deadline=None)
@given(screens())
@example([Region("u", 14, 30, "yes")])
@example([Region("a", 0, 3, "yes"), Region("u", 3, 6, "no"), Region("v", 3, 6, "yes")])
def test_every_region_is_accounted_for_once(regions: list[Region]) -> None:
    found = said(regions)
    once = Counter(id_ for one in found for id_ in one.regions if not swallowed(one))
    several = {id_ for one in found for id_ in one.regions if swallowed(one)}
    silent = {region.id for region in regions if says_nothing(region)}
    assert set(once) | several | silent == {region.id for region in regions}
    assert all(number == 1 for number in once.values())


def swallowed(one: Judged) -> bool:
    """Whether a claim speaks through a region that may be another claim's."""
    return one.change == MERGE and one.regions != (one.claim_id,)


def says_nothing(region: Region) -> bool:
    place = core(TEXT, region.start, region.end)
    return any(
        core(TEXT, one.start, one.end) == place and one.label == region.label for one in SHOWN
    )


@given(screens())
def test_no_claim_is_judged_twice_by_one_reviewer(regions: list[Region]) -> None:
    found = said(regions)
    assert len({one.claim_id for one in found}) == len(found)
    assert all(one.change is None or one.change in EVENTS for one in found)


@settings(max_examples=longer(300, 10_000), deadline=None)
@given(screens())
def test_places_lie_in_the_text_and_added_ones_beside_the_segments(regions: list[Region]) -> None:
    found = said(regions)
    assert all(0 <= one.region.start < one.region.end <= len(TEXT) for one in found)
    cores = {core(TEXT, one.start, one.end) for one in SHOWN}
    added = [(one.region.start, one.region.end) for one in found if one.change == ADDED]
    assert not cores & set(added)
    assert len(set(added)) == len(added)


@given(additions, st.permutations([1, 2, 3, 4]), st.randoms(use_true_random=False))
def test_neither_order_nor_names_of_reviewers_matter(
    added: list[Drawn], names: list[int], chance: object
) -> None:
    renamed = [Drawn(names[one.reviewer - 1], one.start, one.end) for one in added]
    chance.shuffle(renamed)  # type: ignore[attr-defined]
    found, other = cluster(added, finished=4), cluster(renamed, finished=4)
    assert places(found) == places(other)
    assert [one.support for one in found] == [one.support for one in other]


@given(additions)
def test_all_members_of_a_cluster_share_half_and_no_reviewer_is_there_twice(
    added: list[Drawn],
) -> None:
    found = cluster(added, finished=4)
    assert Counter(one for each in found for one in each.members) == Counter(set(added))
    for each in found:
        assert len({one.reviewer for one in each.members}) == len(each.members)
        assert all(share(*pair) >= SAME for pair in itertools.combinations(each.members, 2))


@given(additions)
def test_the_clusters_are_those_of_complete_linkage_step_by_step(added: list[Drawn]) -> None:
    groups: dict[tuple[int, int], list[Drawn]] = {
        place: [] for place in sorted({(one.start, one.end) for one in added})
    }
    for one in sorted(set(added), key=lambda one: one.reviewer):
        groups[one.start, one.end].append(one)
    while pairs := [
        (-min(close), one, other)
        for one, other in itertools.combinations(groups, 2)
        if {each.reviewer for each in groups[one]}.isdisjoint(
            each.reviewer for each in groups[other]
        )
        and min(close := [share(a, b) for a in groups[one] for b in groups[other]]) >= SAME
    ]:
        _, first, second = min(pairs)
        groups[first] += groups.pop(second)
    found = {frozenset(one.members) for one in cluster(added, finished=4)}
    assert found == {frozenset(group) for group in groups.values()}


@settings(max_examples=longer(300, 10_000), deadline=None)
@given(additions, st.sets(st.tuples(st.integers(0, 9), st.integers(10, 20)), max_size=30))
def test_no_boundary_is_there_twice_or_taken(
    added: list[Drawn], taken: set[tuple[int, int]]
) -> None:
    added = [one for one in added if (one.start, one.end) not in taken]
    found = places(cluster(added, finished=4, taken=taken))
    assert len(set(found)) == len(found)
    assert not taken & set(found)
    assert all(start < end for start, end in found)


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ([(1, 0, 10), (2, 0, 12), (3, 2, 10)], [(0, 10, 3)]),
        ([(1, 0, 10), (2, 2, 12)], [(0, 10, 2)]),  # lower medians
        ([(1, 0, 10), (2, 5, 15)], [(0, 10, 1), (5, 15, 1)]),  # a third shared
        ([(1, 0, 10), (2, 0, 20)], [(0, 10, 2)]),  # exactly half shared
        ([(1, 0, 10), (1, 1, 10)], [(0, 10, 1), (1, 10, 1)]),  # one reviewer, two claims
        ([(1, 0, 10), (1, 0, 10)], [(0, 10, 1)]),  # said twice
        ([(1, 0, 10), (2, 4, 14), (3, 8, 18)], [(0, 10, 1), (4, 14, 1), (8, 18, 1)]),
        ([(1, 0, 12), (2, 4, 16), (3, 8, 20)], [(0, 12, 2), (8, 20, 1)]),  # a tie goes by place
        ([(3, 0, 12), (1, 4, 16), (2, 8, 20)], [(0, 12, 2), (8, 20, 1)]),
        ([], []),
    ],
)
def test_who_drew_the_same_claim(
    added: list[tuple[int, int, int]], expected: list[tuple[int, int, int]]
) -> None:
    found = cluster([Drawn(*one) for one in added], finished=3)
    assert [(one.start, one.end, len(one.members)) for one in found] == expected


def test_support_is_the_share_of_those_who_finished() -> None:
    (one,) = cluster([Drawn(1, 0, 9), Drawn(7, 0, 8)], finished=5)
    assert one.support == 2 / 5


def test_medians_that_are_another_claims_place_are_not_taken() -> None:
    added = [Drawn(1, 0, 12), Drawn(2, 1, 10), Drawn(1, 0, 11), Drawn(2, 0, 10)]
    assert places(cluster(added, finished=2)) == [(0, 10), (1, 10)]
    assert places(cluster(added[:2], finished=2)) == [(0, 10)]
    assert places(cluster(added[:2], finished=2, taken=[(0, 10)])) == [(1, 10)]


def test_more_reviewers_than_finished_are_refused() -> None:
    with pytest.raises(ValueError, match="2 reviewers added claims, but only 1 finished"):
        cluster([Drawn(1, 0, 9), Drawn(2, 0, 9)], finished=1)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3)])
def test_an_added_claim_without_extent_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="reviewer 1 added"):
        cluster([Drawn(1, start, end)], finished=1)


@pytest.mark.parametrize("kept", sorted(FLOORS))
def test_what_reviewers_meant_is_found_as_often_as_before(kept: float) -> None:
    articles = [
        simulated(seed, tongue=tongue, rate=0.15, kept_ids=kept)
        for seed in range(4)
        for tongue in TONGUES
    ]
    assert pair_f1(articles) >= FLOORS[kept]


def pair_f1(articles: list[Simulated]) -> float:
    links = [(true_links(one), found_links(one)) for one in articles]
    right = sum(len(true & found) for true, found in links)
    return 2 * right / sum(len(true) + len(found) for true, found in links)


def test_both_stages_give_each_reviewer_one_judgement_of_a_claim() -> None:
    said_of, clusters = reconciled(simulated(1, rate=0.6, kept_ids=0.5))
    taken = {one.claim_id for _, one in said_of if one.change != ADDED}
    ids = [named(one.start, one.end) for one in clusters]
    assert len(set(ids)) == len(ids)
    assert not taken & set(ids)


def heap(number: int) -> list[tuple[int, int]]:
    """Different places that all hold the same words."""
    return [(one % 97, 400 + one // 97) for one in range(number)]


def drawn_by_many(number: int) -> Callable[[], object]:
    added = [Drawn(one % 50, *place) for one, place in enumerate(heap(number))]
    return lambda: cluster(added, finished=50)


def drawn_by_one(number: int) -> Callable[[], object]:
    text = "abcdefg " * 80
    shown = [Published(f"s{one}", one, one + 1, "claim") for one in range(number // 10)]
    regions = [Region(f"x{one}", *place, "yes") for one, place in enumerate(heap(number))]
    return lambda: judged(text, shown, regions, reject="none", name=named)


@pytest.mark.parametrize("made", [drawn_by_many, drawn_by_one])
def test_regions_heaped_on_one_place_cost_what_they_number(
    made: Callable[[int], Callable[[], object]],
) -> None:
    assert work(made(2_000)) <= 2.5 * work(made(1_000))


def work(run: Callable[[], object]) -> int:
    """How many functions, of ours and built in, are called."""
    calls = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return calls
