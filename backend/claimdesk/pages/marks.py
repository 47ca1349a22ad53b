"""An article's text cut at its claims and its furniture, for marking them where they stand."""

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
    """The text in order; of what overlaps, what begins first is marked, and a claim before all."""
    found: list[Piece] = []
    position = 0
    marked: list[ClaimView | Furniture] = [*claims, *furniture]
    for one in sorted(marked, key=lambda one: (one.start, isinstance(one, Furniture))):
        if one.start < position:
            continue
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
