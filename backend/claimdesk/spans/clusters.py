"""Added claims of several reviewers: which of them are one claim, and where it lies."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from claimdesk.spans.places import SAME, Place, overlap
from claimdesk.wholes import whole

CROWD = 50
"""Most places, of those that begin after it, that one is compared with: no honest screens have
so many different ones in the first half of a claim, and dishonest ones may not take for ever."""


@dataclass(frozen=True)
class Drawn:
    """A claim that one reviewer added; `start` and `end` are code points, trimmed by `core`."""

    reviewer: int
    start: int
    end: int


@dataclass(frozen=True)
class Cluster:
    """One added claim with those who drew it; `support` is their share of who finished, 0 to 1."""

    start: int
    end: int
    members: tuple[Drawn, ...]
    support: float


def cluster(
    added: Iterable[Drawn], *, finished: int, taken: Collection[Place] = ()
) -> list[Cluster]:
    """Added claims of all reviewers of one article as clusters, ordered by place.

    Complete linkage (Sørensen 1948): the two nearest clusters become one as long as any two
    members of both overlap by `SAME`, intersection over union, and no reviewer is in both. Ties
    go by place. A cluster lies at the lower medians of its members' starts and ends. Each
    boundary is there once, and none of those `taken` (the published segments, where no member
    lies) is given again: a cluster to which that would happen lies where the member nearest to
    its medians does.

    `finished` is the number of reviewers who finished the article; ValueError if more than that
    added something, if it is not a whole number, or if one of the claims is empty.
    """
    drawn = set(added)
    _check(drawn, whole("the number of reviewers who finished", finished, least=0))
    whose: dict[Place, set[int]] = {}
    for one in drawn:
        whose.setdefault((one.start, one.end), set()).add(one.reviewer)
    groups = _linked(sorted(whose), whose)
    places = _boundaries(groups, whose, taken)
    found = []
    for (start, end), group in zip(places, groups, strict=True):
        members = tuple(Drawn(who, *place) for place in group for who in sorted(whose[place]))
        found.append(Cluster(start, end, members, len(members) / finished))
    return sorted(found, key=lambda one: (one.start, one.end))


def _check(drawn: Collection[Drawn], finished: int) -> None:
    reviewers = len({one.reviewer for one in drawn})
    if reviewers > finished:
        raise ValueError(f"{reviewers} reviewers added claims, but only {finished} finished")
    for one in drawn:
        what = f"a claim that reviewer {one.reviewer} added"
        start, end = whole(f"the start of {what}", one.start), whole(f"the end of {what}", one.end)
        if not 0 <= start < end:
            raise ValueError(
                f"{what} is {start}..{end}; a start of 0 or more and a greater end were expected"
            )


def _linked(places: Sequence[Place], whose: Mapping[Place, set[int]]) -> list[list[Place]]:
    """Complete linkage of the places, which are in order; a cluster is known by its first one.

    All who drew one place are one member here, so that no two clusters share a place.
    """
    near = _near(places, whose)
    waiting = [
        (-close, one, other)
        for one, others in enumerate(near)
        for other, close in others.items()
        if one < other
    ]
    heapify(waiting)
    groups = {index: [place] for index, place in enumerate(places)}
    while waiting:
        close, one, other = heappop(waiting)
        if near[one].get(other) != -close:
            continue
        groups[one] += groups.pop(other)
        for nearest in _joined(near, one, other):
            pair = min(one, nearest), max(one, nearest)
            heappush(waiting, (-near[one][nearest], *pair))
    return [sorted(group) for group in groups.values()]


def _near(places: Sequence[Place], whose: Mapping[Place, set[int]]) -> list[dict[int, float]]:
    """For each place the others that may be the same claim, and how close they are.

    Whatever shares half with a place begins before its middle, if it begins after it.
    """
    near: list[dict[int, float]] = [{} for _ in places]
    for one, place in enumerate(places):
        middle = sum(place)
        for other in range(one + 1, min(one + 1 + CROWD, len(places))):
            if places[other][0] * 2 > middle:
                break
            close = overlap(place, places[other])
            if close >= SAME and whose[place].isdisjoint(whose[places[other]]):
                near[one][other] = near[other][one] = close
    return near


def _joined(near: list[dict[int, float]], one: int, other: int) -> list[int]:
    """Make the second cluster part of the first; return those now farther from it than before."""
    mine, theirs = near[one], near[other]
    farther = []
    for third in theirs:
        if third != one:
            del near[third][other]
    for third in list(mine):
        close = theirs.get(third)
        if close is None:
            del mine[third]
            near[third].pop(one, None)
        elif close < mine[third]:
            mine[third] = near[third][one] = close
            farther.append(third)
    theirs.clear()
    return farther


def _boundaries(
    groups: Sequence[Sequence[Place]], whose: Mapping[Place, set[int]], taken: Collection[Place]
) -> list[Place]:
    """Where each cluster lies: its medians, unless another cluster has a claim to that place.

    The k-th lowest start always lies before the k-th lowest end, so this is never empty.
    """
    medians = [_median(group, whose) for group in groups]
    owner = {place: index for index, group in enumerate(groups) for place in group}
    wanted = Counter([*medians, *taken, *taken])
    found = []
    for index, (group, place) in enumerate(zip(groups, medians, strict=True)):
        free = place not in owner and wanted[place] == 1
        own = owner.get(place) == index
        found.append(place if own or free else _nearest(group, place))
    return found


def _median(group: Sequence[Place], whose: Mapping[Place, set[int]]) -> Place:
    weighted = [place for place in group for _ in whose[place]]
    middle = (len(weighted) - 1) // 2
    starts, ends = sorted(one[0] for one in weighted), sorted(one[1] for one in weighted)
    return starts[middle], ends[middle]


def _nearest(group: Sequence[Place], place: Place) -> Place:
    """The member of a cluster that lies nearest to a place."""
    start, end = place
    return min(group, key=lambda one: (abs(one[0] - start) + abs(one[1] - end), one))
