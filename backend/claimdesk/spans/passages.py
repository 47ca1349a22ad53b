"""What is said of some passages of a text by somebody who was not asked for all of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from claimdesk.spans.places import (
    ADDED,
    BOUNDARY,
    MERGE,
    Judged,
    Place,
    Published,
    Region,
    core,
    half,
    shared,
)


def passages(
    text: str,
    published: Sequence[Published],
    regions: Iterable[tuple[Region, str | None]],
    *,
    name: Callable[[int, int], str],
) -> list[Judged]:
    """The claims that each region speaks of; of a claim without a region nothing is said.

    Each region comes with the id of the claim that it was about, if that was told of this very
    text: it is about that one as long as it lies on it, and an added claim where there is none of
    that id and none that stands just there. Else it is about all claims of which it covers at least
    half, or it is an added claim. `name` gives the id of an added one. Of several regions on one
    claim the last given counts.
    """
    spots = {one.id: core(text, one.start, one.end) for one in published}
    found: dict[str, Judged] = {}
    for region, told in regions:
        place = core(text, region.start, region.end)
        meant = _meant(place, spots, told)
        for claim in meant:
            change = MERGE if len(meant) > 1 else None if spots[claim] == place else BOUNDARY
            found[claim] = Judged(claim, region, change, (region.id,))
        if not meant:
            claim = name(*place)
            own = replace(region, start=place[0], end=place[1])
            found[claim] = Judged(claim, own, ADDED, (region.id,))
    return sorted(found.values(), key=lambda one: (one.region.start, one.region.end, one.claim_id))


def _meant(place: Place, spots: Mapping[str, Place], told: str | None) -> list[str]:
    if told is not None and told in spots and shared(place, spots[told]):
        return [told]
    if told is not None and told not in spots:
        return [claim for claim, spot in spots.items() if spot == place]
    return [claim for claim, spot in spots.items() if half(shared(place, spot), spot)]
