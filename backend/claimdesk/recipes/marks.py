"""An article's text cut at its claims and its furniture, for marking them where they stand."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.snapshot import ClaimView, Furniture


@dataclass(frozen=True)
class Piece:
    """A stretch of text, and the claim or the furniture it belongs to, if it does."""

    text: str
    claim: ClaimView | None = None
    furniture: Furniture | None = None


def pieces(
    text: str, claims: Sequence[ClaimView], furniture: Sequence[Furniture] = ()
) -> list[Piece]:
    """The text in order; of claims that overlap, the one most reviewers judged is marked."""
    found: list[Piece] = []
    position = 0
    for one in _apart([*sorted(claims, key=_weight), *furniture]):
        if one.start > position:
            found.append(Piece(text[position : one.start]))
        words = text[one.start : one.end]
        if isinstance(one, Furniture):
            found.append(Piece(words, furniture=one))
        else:
            found.append(Piece(words, claim=one))
        position = one.end
    if position < len(text):
        found.append(Piece(text[position:]))
    return found


def waiting(claims: Sequence[ClaimView]) -> list[ClaimView]:
    """The claims of which no judgement counts, the most worth checking first."""
    found = [claim for claim in claims if not (claim.counted or claim.ruling)]
    return sorted(found, key=lambda claim: (-(claim.worth or 0), claim.start))


def _weight(claim: ClaimView) -> tuple[bool, int, int, int]:
    """Settled ones first, then by votes, the longer one, and by place."""
    return not claim.settled, -sum(claim.votes.values()), claim.start - claim.end, claim.start


def _apart(marked: Sequence[ClaimView | Furniture]) -> list[ClaimView | Furniture]:
    """Those that overlap none before them, by place."""
    ends: list[int] = []
    taken: list[ClaimView | Furniture] = []
    for one in marked:
        index = bisect_right(ends, one.start)
        if index == len(taken) or one.end <= taken[index].start:
            ends.insert(index, one.end)
            taken.insert(index, one)
    return taken
