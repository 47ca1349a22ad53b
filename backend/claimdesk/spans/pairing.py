"""Which regions stand where which segments stood: geometry, for when ids do not tell.

Segments do not overlap each other, so that few of them can be meant by one region, and all of
this takes n log n steps whatever the regions look like.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from claimdesk.spans.places import Place, half, overlap, shared

INSIDE = 0.8
"""Share of a piece of a split claim that lies in what the claim's own region left free."""


class Ground:
    """The places of the segments, found by what stands in their middle."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.places = sorted((place, claim) for claim, place in places.items())
        self._starts = [place[0] for place, _ in self.places]

    def under(self, place: Place) -> Iterator[tuple[str, Place]]:
        """The segments that can hold half of a place: whatever does, holds its middle.

        Two can, if the middle is where one ends and the next begins.
        """
        right = bisect_right(self._starts, sum(place) // 2)
        for spot, claim in self.places[max(0, right - 2) : right]:
            yield claim, spot


def paired(
    ground: Ground, wanted: Mapping[str, Place], loose: Mapping[str, Place], *, least: float
) -> dict[str, str]:
    """Wanted segments to loose regions, one to one, where they overlap by `least`, .5 or more.

    The best pair first; of equal ones the first by place, then by region id. As a region can share
    more than half with one segment only, an optimal assignment would give the same pairs, apart
    from regions that are exactly two equal neighbours.
    """
    pairs = []
    for region, place in loose.items():
        for claim, spot in ground.under(place):
            if claim in wanted and (close := overlap(place, spot)) >= least:
                pairs.append((-close, spot, place, region, claim))
    found: dict[str, str] = {}
    used: set[str] = set()
    for *_, region, claim in sorted(pairs):
        if claim not in found and region not in used:
            found[claim] = region
            used.add(region)
    return found


def covering(gone: Mapping[str, Place], regions: Mapping[str, Place]) -> dict[str, str]:
    """Of each segment the region that covers most of it, if that is half of it or more.

    Of several that reach as far, the one that begins last, then the greatest id.
    """
    drawn = sorted((place, region) for region, place in regions.items())
    starts = [place[0] for place, _ in drawn]
    reaching: list[int] = []
    for index, (place, _) in enumerate(drawn):
        farther = not reaching or place[1] >= drawn[reaching[-1]][0][1]
        reaching.append(index if farther else reaching[-1])
    found: dict[str, str] = {}
    for claim, spot in gone.items():
        before = bisect_right(starts, spot[0])
        inside = range(before, bisect_right(starts, spot[1] - 1))
        choice = [reaching[before - 1], *inside] if before else list(inside)
        best = max(choice, key=lambda index: (shared(drawn[index][0], spot), index), default=None)
        if best is not None and half(shared(drawn[best][0], spot), spot):
            found[claim] = drawn[best][1]
    return found


def parted(
    ground: Ground, own: Mapping[str, Place], loose: Mapping[str, Place]
) -> dict[str, list[str]]:
    """Loose regions that stand in what is left free of a segment, per segment, by place.

    At least `INSIDE` of such a region lies inside the segment and outside the region in `own`
    that already stands for it.
    """
    found: dict[str, list[str]] = {}
    for region, place in sorted(loose.items(), key=lambda pair: (pair[1], pair[0])):
        best: tuple[int, str] | None = None
        for claim, spot in ground.under(place):
            free = _free(spot, place, own.get(claim))
            if free >= INSIDE * (place[1] - place[0]) and (best is None or free > best[0]):
                best = free, claim
        if best is not None:
            found.setdefault(best[1], []).append(region)
    return found


def together(places: Sequence[Place]) -> int:
    """Code points that lie in at least one of the places, given in order."""
    total, reached = 0, 0
    for start, end in places:
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _free(spot: Place, place: Place, own: Place | None) -> int:
    inside = max(spot[0], place[0]), min(spot[1], place[1])
    if inside[0] >= inside[1]:
        return 0
    return inside[1] - inside[0] - (shared(inside, own) if own else 0)
