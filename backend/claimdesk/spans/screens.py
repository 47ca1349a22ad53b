"""What one reviewer's finished screen says of each claim."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import index

from claimdesk.spans.pairing import Ground, covering, paired, parted, together
from claimdesk.spans.places import (
    ADDED,
    BOUNDARY,
    DELETED,
    MERGE,
    REDRAWN,
    SAME,
    SPLIT,
    SPLIT_MIXED,
    Judged,
    Place,
    Published,
    Region,
    half,
    overlap,
    shared,
    trimmed,
)

OVER = 0.75
"""Overlap from which a region drawn over one that says nothing was meant to stand for it."""


def judged(
    text: str,
    published: Sequence[Published],
    regions: Iterable[Region],
    *,
    reject: str,
    name: Callable[[int, int], str],
) -> list[Judged]:
    """Everything a reviewer said, one entry per claim, ordered by place.

    A region left exactly as it was shown says nothing, and neither does furniture, shown under
    the label `reject`, that was deleted. `name` gives the id of an added claim. The segments do
    not overlap; their order and that of the regions make no difference. Raises ValueError for a
    segment or a region that is empty, outside the text or there twice.
    """
    screen = _Screen(text, published, regions, reject)
    said = list(_of_segments(screen, reject))
    said = _with_added(screen, said, name)
    return sorted(said, key=lambda one: (one.region.start, one.region.end, one.claim_id))


class _Screen:
    """Whose region is whose.

    `own` stands for a segment, by its id or by its place; `into` is what a segment was merged
    into, `parts` what it was split into beside its own; `loose` belongs to no segment.
    """

    def __init__(
        self, text: str, published: Sequence[Published], regions: Iterable[Region], reject: str
    ) -> None:
        self._reject = reject
        self.shown: dict[str, Published] = {}
        self.spots: dict[str, Place] = {}
        self.drawn: dict[str, Region] = {}
        self.cores: dict[str, Place] = {}
        for segment in published:
            self._show(text, segment)
        for region in regions:
            self._draw(text, region)
        self.own = {claim: claim for claim in self.shown if claim in self.drawn}
        self.loose = {one: self.cores[one] for one in self.drawn if one not in self.shown}
        self.into: dict[str, str] = {}
        self.parts: dict[str, list[str]] = {}
        self.redrawn: set[str] = set()
        self._ground = Ground(self.spots)
        kept = len(self.own)
        self._pair(self.gone(), SAME)
        self.told = kept >= len(self.own) - kept
        self._give_back()
        self._pair({claim for claim in self.own if self.loose and not self.says(claim)}, OVER)
        self._merge()
        self._part()

    def gone(self) -> set[str]:
        """The segments for which nothing stands."""
        return self.shown.keys() - self.own.keys() - self.into.keys() - self.parts.keys()

    def moved(self, claim: str) -> bool:
        """Whether the segment's own region covers other words than the segment."""
        return self.cores[self.own[claim]] != self.spots[claim]

    def says(self, claim: str) -> bool:
        """Whether the reviewer did anything to the segment's own region."""
        region = self.drawn[self.own[claim]]
        said = region.reason or region.evidence or region.note or region.confidence
        return region.label != self.shown[claim].label or bool(said) or self.moved(claim)

    def _show(self, text: str, segment: Published) -> None:
        start, end = segment.start, segment.end
        try:  # only trimming asks for whole numbers
            if segment.id in self.shown or not 0 <= start < end <= len(text):
                raise _unfit(text, "segment", segment, self.shown)
            self.spots[segment.id] = trimmed(text, start, end)
        except TypeError:
            raise _unfit(text, "segment", segment, self.shown) from None
        self.shown[segment.id] = segment

    def _draw(self, text: str, region: Region) -> None:
        try:
            start, end = index(region.start), index(region.end)
        except TypeError:
            raise _unfit(text, "region", region, self.drawn) from None
        if region.id in self.drawn or not 0 <= start < end <= len(text):
            raise _unfit(text, "region", region, self.drawn)
        same = self.shown.get(region.id)
        if same and (same.start, same.end) == (start, end):
            self.cores[region.id] = self.spots[region.id]
        else:
            self.cores[region.id] = trimmed(text, start, end)
        self.drawn[region.id] = region

    def _pair(self, claims: set[str], least: float) -> None:
        """Loose regions that stand where these segments stood are theirs."""
        if not self.loose:
            return
        wanted = {claim: self.spots[claim] for claim in claims}
        for claim, region in paired(self._ground, wanted, self.loose, least=least).items():
            self.own[claim] = region
            self.redrawn.add(claim)
            del self.loose[region]

    def _claims(self, some: Iterable[str]) -> dict[str, Place]:
        """The places of those of some segments that are no furniture, which is never merged."""
        claims = (claim for claim in some if self.shown[claim].label != self._reject)
        return {claim: self.spots[claim] for claim in claims}

    def _grown(self) -> dict[str, Place]:
        """The regions of segments that reach out of where these stood."""
        return {
            region: self.cores[region]
            for claim, region in self.own.items()
            if self.moved(claim) and _reaches_out(self.cores[region], self.spots[claim])
        }

    def _give_back(self) -> None:
        """Segments that fit better into the grown region of another than to what was drawn there.

        That one was drawn within a merged claim: it is loose again.
        """
        found = self._claims(self.redrawn)
        grown = self._grown() if found else {}
        if not grown:
            return
        for claim, region in covering(found, grown).items():
            own, spot = self.own[claim], found[claim]
            part = shared(self.cores[region], spot) / (spot[1] - spot[0])
            if region != own and part > overlap(self.cores[own], spot):
                self.into[claim] = region
                self.loose[own] = self.cores[own]
                del self.own[claim]
                self.redrawn.remove(claim)

    def _merge(self) -> None:
        """Segments whose region is gone and half of which another region covers; not furniture.

        First the regions of segments that have grown, then the loose ones; a loose one that is
        made of such segments for at least a half is no claim of its own.
        """
        gone = self._claims(self.gone())
        if not gone:
            return
        self.into |= covering(gone, self._grown())
        rest = {claim: spot for claim, spot in gone.items() if claim not in self.into}
        covered: dict[str, int] = {}
        for claim, region in covering(rest, self.loose).items():
            self.into[claim] = region
            covered[region] = covered.get(region, 0) + shared(self.cores[region], rest[claim])
        for region, characters in covered.items():
            if half(characters, self.cores[region]):
                del self.loose[region]

    def _part(self) -> None:
        """Loose regions in what a shrunk region left free, or in what a deleted one did."""
        if not self.loose:
            return
        taken = {claim: self.cores[region] for claim, region in self.own.items()}
        taken |= {claim: self.spots[claim] for claim in self.into}
        for claim, pieces in parted(self._ground, taken, self.loose).items():
            size = together([self.cores[piece] for piece in pieces])
            if claim in self.own or half(size, self.spots[claim]):
                self.parts[claim] = pieces
                for piece in pieces:
                    del self.loose[piece]


def _unfit(text: str, what: str, one: Published | Region, there: Container[str]) -> ValueError:
    if one.id in there:
        return ValueError(f"{what} {one.id!r} stands twice; ids of {what}s must differ")
    return ValueError(
        f"{what} {one.id!r} is {one.start!r}..{one.end!r}; a stretch of the {len(text)} characters "
        "of the text, in whole numbers, was expected"
    )


def _of_segments(screen: _Screen, reject: str) -> Iterator[Judged]:
    """What is said of segments, and the pieces of those that are split into several claims."""
    swallowing = set(screen.into.values())
    for claim, segment in screen.shown.items():
        if claim in screen.parts:
            yield from _split(screen, claim, reject)
        elif claim in screen.own:
            region, change = screen.drawn[screen.own[claim]], _change(screen, claim, swallowing)
            if change or screen.says(claim):
                yield Judged(claim, region, change, (region.id,))
        elif claim in screen.into:
            region = screen.drawn[screen.into[claim]]
            yield Judged(claim, region, MERGE, (region.id,))
        elif segment.label != reject:
            yield Judged(claim, Region(claim, segment.start, segment.end, reject), DELETED)


def _change(screen: _Screen, claim: str, swallowing: set[str]) -> str | None:
    if screen.own[claim] in swallowing:
        return MERGE
    if claim in screen.redrawn and screen.told:
        return REDRAWN
    return BOUNDARY if screen.moved(claim) else None


def _split(screen: _Screen, claim: str, reject: str) -> Iterator[Judged]:
    """One judgement when the pieces carry one label, rejected ones left out; else none."""
    ids = [*screen.parts[claim], *([screen.own[claim]] if claim in screen.own else [])]
    pieces = sorted((screen.drawn[one] for one in ids), key=_by_place)
    voices = [piece for piece in pieces if piece.label != reject] or pieces
    if len({piece.label for piece in voices}) == 1:
        yield Judged(claim, _united(voices), SPLIT, tuple(piece.id for piece in pieces))
        return
    screen.loose.update((one, screen.cores[one]) for one in ids)
    segment = screen.shown[claim]
    if segment.label != reject:
        whole = Region(claim, pieces[0].start, max(piece.end for piece in pieces), segment.label)
        yield Judged(claim, whole, SPLIT_MIXED)


def _united(pieces: Sequence[Region]) -> Region:
    """Pieces of one label as one region, with all that was said of any of them."""
    notes = dict.fromkeys(piece.note for piece in pieces if piece.note)
    return replace(
        pieces[0],
        end=max(piece.end for piece in pieces),
        reason=next((piece.reason for piece in pieces if piece.reason), None),
        evidence=tuple(dict.fromkeys(one for piece in pieces for one in piece.evidence)),
        note="\n".join(notes) or None,
        confidence=min((piece.confidence for piece in pieces if piece.confidence), default=None),
    )


def _with_added(
    screen: _Screen, said: Sequence[Judged], name: Callable[[int, int], str]
) -> list[Judged]:
    """What was said, and the loose regions as added claims.

    One that repeats the words of a claim of which this reviewer already said something adds
    nothing to it, except that it stands there.
    """
    found = {one.claim_id: one for one in said}
    claims = {spot: claim for claim, spot in screen.spots.items()}
    repeated: dict[str, list[str]] = {}
    for region in sorted((screen.drawn[one] for one in screen.loose), key=_by_place):
        start, end = screen.cores[region.id]
        claim = claims.get((start, end))
        change = REDRAWN if claim else ADDED
        claim = claim or name(start, end)
        if claim in found:
            repeated.setdefault(claim, []).append(region.id)
        else:
            trimmed = replace(region, start=start, end=end)
            found[claim] = Judged(claim, trimmed, change, (region.id,))
    for claim, ids in repeated.items():
        found[claim] = replace(found[claim], regions=(*found[claim].regions, *ids))
    return list(found.values())


def _reaches_out(place: Place, spot: Place) -> bool:
    return place[0] < spot[0] or place[1] > spot[1]


def _by_place(region: Region) -> tuple[int, int, str]:
    return region.start, region.end, region.id
