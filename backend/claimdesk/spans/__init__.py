"""Reviewers' regions onto claims: what one reviewer's finished screen says of each claim.

Region ids decide first, because Label Studio keeps the id we gave a region. A region without a
known id that covers a deleted one by half or more is its redrawing; any other is an added claim.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

ADDED, BOUNDARY, DELETED = "added", "boundary", "deleted"
SAME = 0.5


@dataclass(frozen=True)
class Region:
    """One region as a reviewer left it; `start` and `end` are code points."""

    id: str
    start: int
    end: int
    label: str
    reason: str | None = None
    evidence: tuple[str, ...] = ()
    note: str | None = None
    confidence: int | None = None


@dataclass(frozen=True)
class Published:
    """One segment as reviewers were shown it, with the label it was shown under."""

    id: str
    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Judged:
    """What a reviewer said of one claim; `change` tells how they moved it, if they did."""

    claim_id: str
    region: Region
    change: str | None = None


def judged(
    text: str,
    published: Sequence[Published],
    regions: Iterable[Region],
    *,
    reject: str,
    name: Callable[[int, int], str],
) -> list[Judged]:
    """Everything a reviewer said, one entry per claim, ordered by place.

    A region left exactly as it was shown says nothing. A claim whose region was deleted is
    rejected by this reviewer, unless another of their regions took its place. `name` gives the
    id of an added claim.
    """
    drawn = sorted(regions, key=lambda region: (region.start, region.end, region.id))
    by_id = {region.id: region for region in drawn}
    known = {segment.id for segment in published}
    loose = [region for region in drawn if region.id not in known]
    found: dict[str, Judged] = {}
    for segment in published:
        region = by_id.get(segment.id)
        if region is None:
            region = _redrawn(segment, loose)
            if region is not None:
                loose.remove(region)
        if region is not None:
            if _touched(text, segment, region):
                found[segment.id] = Judged(segment.id, region, _change(text, segment, region))
        elif segment.label != reject and not any(_share(segment, other) for other in drawn):
            gone = Region(segment.id, segment.start, segment.end, reject)
            found[segment.id] = Judged(segment.id, gone, DELETED)
    for region in loose:
        start, end = core(text, region.start, region.end)
        claim = name(start, end)
        found.setdefault(claim, Judged(claim, replace(region, start=start, end=end), ADDED))
    return sorted(found.values(), key=lambda one: (one.region.start, one.region.end, one.claim_id))


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and punctuation at its ends; unchanged if nothing is left."""
    first, last = start, end
    while first < last and not text[first].isalnum():
        first += 1
    while last > first and not text[last - 1].isalnum():
        last -= 1
    return (first, last) if first < last else (start, end)


def _touched(text: str, segment: Published, region: Region) -> bool:
    """Whether the reviewer did anything to the region."""
    said = region.reason or region.evidence or region.note or region.confidence
    moved = _change(text, segment, region) is not None
    return region.label != segment.label or moved or bool(said)


def _change(text: str, segment: Published, region: Region) -> str | None:
    if (region.start, region.end) == (segment.start, segment.end):
        return None
    same = core(text, segment.start, segment.end) == core(text, region.start, region.end)
    return None if same else BOUNDARY


def _redrawn(segment: Published, loose: Sequence[Region]) -> Region | None:
    """The region that stands where the segment stood, if one does."""
    best = max(loose, key=lambda region: _overlap(segment, region), default=None)
    return best if best is not None and _overlap(segment, best) >= SAME else None


def _overlap(segment: Published, region: Region) -> float:
    """Intersection over union, in code points."""
    shared = min(segment.end, region.end) - max(segment.start, region.start)
    whole = max(segment.end, region.end) - min(segment.start, region.start)
    return max(0, shared) / whole if whole else 0.0


def _share(segment: Published, region: Region) -> bool:
    """Whether the region covers at least half of the segment: it was merged into it."""
    shared = min(segment.end, region.end) - max(segment.start, region.start)
    return shared * 2 >= segment.end - segment.start
