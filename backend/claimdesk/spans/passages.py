"""What is said of some passages of a text by somebody who was not asked for all of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from claimdesk.spans.places import (
    ADDED,
    BOUNDARY,
    EVENTS,
    MERGE,
    Judged,
    Place,
    Published,
    Region,
    core,
    half,
    shared,
)


class Passage(NamedTuple):
    """A region, and the claim that it was about and what was done to its place, if that is told.

    Both only where they were told of this very text.
    """

    region: Region
    claim: str | None = None
    change: str | None = None


def passages(
    text: str,
    published: Sequence[Published],
    said: Iterable[Passage],
    *,
    name: Callable[[int, int], str],
) -> Iterator[Judged]:
    """The claims that each passage speaks of; of a claim without one nothing is said.

    A passage is about the claim that is told as long as it lies on it, and an added claim where
    there is none of that id and none that stands just there. Else it is about all claims of which
    it covers at least half, or it is an added claim. `name` gives the id of an added one.
    """
    shown = {one.id: one for one in published}
    spots = {one.id: core(text, one.start, one.end) for one in published}
    for region, told, change in said:
        place = core(text, region.start, region.end)
        meant = _meant(place, spots, told)
        for claim in meant:
            yield _on(shown[claim], region, _change(change, len(meant), spots[claim] == place))
        if not meant:
            own = replace(region, start=place[0], end=place[1])
            yield Judged(name(*place), own, ADDED, (region.id,))


def _on(claim: Published, region: Region, change: str | None) -> Judged:
    """What is said of a claim; where nothing was done to its place, just there."""
    if change is None:
        region = replace(region, start=claim.start, end=claim.end)
    return Judged(claim.id, region, change, (region.id,))


def _change(told: str | None, number: int, same: bool) -> str | None:
    if told in EVENTS and told != ADDED:
        return told
    return MERGE if number > 1 else None if same else BOUNDARY


def _meant(place: Place, spots: Mapping[str, Place], told: str | None) -> list[str]:
    if told is not None and told in spots and shared(place, spots[told]):
        return [told]
    if told is not None and told not in spots:
        return [claim for claim, spot in spots.items() if spot == place]
    return [claim for claim, spot in spots.items() if half(shared(place, spot), spot)]
