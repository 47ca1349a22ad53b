"""The nouns of spans, and the measures that compare two places in a text."""

import unicodedata
from dataclasses import dataclass

from claimdesk.wholes import whole

ADDED, BOUNDARY, DELETED, MERGE = "added", "boundary", "deleted", "merge"
REDRAWN, SPLIT, SPLIT_MIXED = "redrawn", "split", "split-mixed"
EVENTS = (ADDED, BOUNDARY, DELETED, MERGE, REDRAWN, SPLIT, SPLIT_MIXED)

SAME = 0.5
"""Intersection over union from which two places are the same claim."""

_PER_CENT = frozenset("%‰‱٪")

Place = tuple[int, int]
"""`start` and `end` in code points, the end not included."""


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
    overruling: str | None = None


@dataclass(frozen=True)
class Published:
    """One segment as reviewers were shown it, with the label it was shown under."""

    id: str
    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Judged:
    """What a reviewer said of one claim; `change` tells how they moved it, if they did.

    `regions` are the ids of the regions it rests on: none for a deletion, several for a split.
    With the change `split-mixed` the label is the one the claim was shown under: no vote.
    """

    claim_id: str
    region: Region
    change: str | None = None
    regions: tuple[str, ...] = ()


def core(text: str, start: int, end: int) -> Place:
    """The span without white space and punctuation at its ends; unchanged if nothing is left.

    Symbols stay, because "5 €" is not "5", and so do marks on a letter, which many scripts write
    their vowels with. Raises ValueError for what is no stretch of the text.
    """
    first, last = whole("the start of a span", start), whole("the end of a span", end)
    if not 0 <= first <= last <= len(text):
        raise ValueError(f"there is no span {first}..{last} in a text of {len(text)} characters")
    return trimmed(text, first, last)


def trimmed(text: str, start: int, end: int) -> Place:
    """The core of a span that is known to be a stretch of the text."""
    first, last = start, end
    while first < last and _trimmed(text[first]):
        first += 1
    while last > first:
        base = last - 1
        while base > first and unicodedata.category(text[base])[0] == "M":
            base -= 1
        if not _trimmed(text[base]):
            break
        last = base
    return (first, last) if first < last else (start, end)


def shared(one: Place, other: Place) -> int:
    """Code points that lie in both."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def overlap(one: Place, other: Place) -> float:
    """Intersection over union, 0 to 1; equal fractions are equal numbers."""
    both = shared(one, other)
    return both / (one[1] - one[0] + other[1] - other[0] - both) if both else 0.0


def half(part: int, whole: Place) -> bool:
    """Whether so many code points are at least half of a place."""
    return part * 2 >= whole[1] - whole[0]


def _trimmed(character: str) -> bool:
    if character.isalnum():
        return False
    kind = unicodedata.category(character)
    if kind[0] == "P":
        return character not in _PER_CENT
    return kind[0] in "ZM" or kind in ("Cc", "Cf")
