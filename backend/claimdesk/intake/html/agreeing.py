"""Which blocks of a page are its article: several readings of it vote.

Each reading is only a text, so a block counts as kept where its runs of four words are found
again; words that stand in a longer block too say nothing about a shorter one (a pull quote repeats
the sentence it is taken from), there only a line of its own counts. A reading that looked at
another part of the page than the others, or passed over the text below the headline, has no vote.
What is kept comes from the page itself: paragraphs that a reading dropped because they stand twice
are there twice.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import normalize

from claimdesk.intake.html import between, placing
from claimdesk.intake.html.blocks import Block, Page

WEIGHTS = {
    "usual": 1.0,
    "quick": 0.5,
    "strict": 1.0,
    "wide": 0.5,
    "readability": 1.5,
    "plain": 0.5,
}
"""Four readings come from one library and err together; against the others, all have to agree."""
RUN = 4
FOUND = 0.6
"""The share of a block's runs of words that makes it kept; inline links may have been cut out."""
LOST = 1.6
"""Readability is followed where it kept so many times as much as trafilatura."""
SIMILAR = 0.3
TOLD = 0.4
SMALL = 0.3
"""Readings below the headline that are so small beside the others are what follows an article."""
LINKED = 0.9
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
_WORD = re.compile(r"[^\W_]+")

Words = tuple[str, ...]
Kept = dict[str, set[Words]]


@dataclass(frozen=True)
class Readings:
    """What each extractor made of a page, as text."""

    usual: str
    quick: str
    strict: str
    wide: str
    readability: str
    told: str = ""
    """The text that the page states in its own metadata."""


@dataclass(frozen=True)
class _Heard:
    """A reading as it is looked things up in."""

    runs: frozenset[Words]
    lines: frozenset[Words]


def agree(page: Page, readings: Readings, headline: str = "") -> list[Block]:
    """The blocks of the article, in the page's order; none where nobody found one."""
    words = [tuple(split(block.text)) for block in page.blocks]
    start = placing.headline_at(page, words, tuple(split(headline)))
    owners = _owners(words)
    keys = dict.fromkeys(one for one in words if one)
    kept: Kept = {}
    for name, text in vars(readings).items():
        heard = _hear(text)
        kept[name] = {key for key in keys if _keeps(heard, key, owners)}
    kept["plain"] = {words[number] for number in placing.plain(page, words, start)}
    told = kept.pop("told")
    there = {
        name: one for name, one in kept.items() if not placing.elsewhere(page, words, start, one)
    }
    if _largest(there) >= SMALL * _largest(kept):
        kept = there
    kept = _alike(kept)
    if not kept:
        return []
    voted = set().union(*kept.values())
    lost = _size(kept.get("readability", set())) > LOST * _size(kept.get("usual", set()))
    told = told if _size(told) >= TOLD * _largest(kept) else set()
    chosen = [
        bool(key)
        and (key in kept["readability"] if lost else _wins(block, key, kept, told & voted))
        for block, key in zip(page.blocks, words, strict=True)
    ]
    if not any(chosen):
        return []
    chosen = placing.settled(page, words, chosen, [key in voted for key in words], start)
    backed = [key in kept.get("usual", ()) and 2 * _votes(key, kept) >= _all(kept) for key in words]
    chosen = between.filled(page, words, chosen, backed)
    return [block for block, is_kept in zip(page.blocks, chosen, strict=True) if is_kept]


def split(text: str) -> list[str]:
    """The words of a text, for comparing; where no spaces part them, its letters.

    What cannot be seen (soft hyphens, joiners) is left out of them: some readings drop it.
    """
    found: list[str] = []
    for word in _WORD.findall(_UNSEEN.sub("", normalize("NFC", text)).lower()):
        if word.isascii() or max(word) < "\u0e00":
            found.append(word)
        else:
            found.extend(word)
    return found


def _largest(kept: Kept) -> int:
    return max(map(_size, kept.values()), default=0)


def _size(kept: set[Words]) -> int:
    return sum(map(len, kept))


def _runs(words: Words) -> list[Words]:
    return [words[at : at + RUN] for at in range(len(words) - RUN + 1)]


def _hear(text: str) -> _Heard:
    lines = [tuple(split(line)) for line in text.split("\n")]
    whole = tuple(word for line in lines for word in line)
    return _Heard(frozenset(_runs(whole)), frozenset(lines))


def _owners(words: Iterable[Words]) -> dict[Words, int]:
    """For each run of words the length of the longest block it stands in."""
    longest: dict[Words, int] = {}
    for one in words:
        for run in _runs(one):
            if longest.get(run, 0) < len(one):
                longest[run] = len(one)
    return longest


def _keeps(heard: _Heard, key: Words, owners: dict[Words, int]) -> bool:
    """Whether a reading has the block with these words."""
    if key in heard.lines:
        return True
    runs = _runs(key)
    own = [run for run in runs if owners[run] == len(key)]
    return 2 * len(own) > len(runs) and sum(run in heard.runs for run in own) >= FOUND * len(own)


def _alike(kept: Kept) -> Kept:
    """The readings that are like the one in the middle: the one most like all others."""
    nearness = {
        name: sum(WEIGHTS[other] * _likeness(one, kept[other]) for other in kept if other != name)
        for name, one in kept.items()
        if one
    }
    if not nearness:
        return {}
    middle = max(nearness, key=lambda name: (nearness[name], WEIGHTS[name]))
    return {name: one for name, one in kept.items() if _likeness(one, kept[middle]) >= SIMILAR}


def _likeness(one: set[Words], other: set[Words]) -> float:
    both = _size(one) + _size(other)
    return 2 * _size(one & other) / both if both else 0.0


def _wins(block: Block, key: Words, kept: Kept, told: set[Words]) -> bool:
    votes = _votes(key, kept)
    if block.kind == "caption":
        return all(key in kept.get(name, ()) for name in ("usual", "readability"))
    if is_link(block):
        return block.kind == "heading" and votes == _all(kept)
    return key in told or 2 * votes > _all(kept)


def _votes(key: Words, kept: Kept) -> float:
    return sum(WEIGHTS[name] for name, one in kept.items() if key in one)


def _all(kept: Kept) -> float:
    return sum(map(WEIGHTS.__getitem__, kept))


def is_link(block: Block) -> bool:
    """Whether a block is nothing but links."""
    letters = sum(letter.isalnum() for letter in block.text)
    return block.linked > 0 and block.linked >= LINKED * letters
