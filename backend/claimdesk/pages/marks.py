"""An article's text cut at its claims, for marking them where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.snapshot import ClaimView


@dataclass(frozen=True)
class Piece:
    """A stretch of text, and the claim it belongs to, if it does."""

    text: str
    claim: ClaimView | None = None


def pieces(text: str, claims: Sequence[ClaimView]) -> list[Piece]:
    """The text in order; of claims that overlap, the one that begins first is marked."""
    found: list[Piece] = []
    position = 0
    for claim in claims:
        if claim.start < position:
            continue
        if claim.start > position:
            found.append(Piece(text[position : claim.start]))
        found.append(Piece(text[claim.start : claim.end], claim))
        position = claim.end
    if position < len(text):
        found.append(Piece(text[position:]))
    return found
