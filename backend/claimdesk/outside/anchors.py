"""A quotation found again in a text, also in one that has moved; never by words that differ.

As in the W3C model a quotation says what it means by its words, by what stands around them, and by
where they stood. Blanks, case, and the kinds of quotation marks, dashes and accents may differ:
they change with the program that copied them. A verdict on other words is another verdict.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claimdesk.outside.opinions import Quote
from claimdesk.segmenting import normalise, trim

Place = tuple[int, int]

MANY = 1000
"""Places that are weighed against each other; what stands there more often tells nothing."""

AROUND = 200
"""Code points before and after that are compared."""

_SAME = {ord(one): '"' for one in "“”„‟«»‹›❝❞〝〞＂'‘’‚‛′″`´"}
_SAME |= {ord(one): "-" for one in "‐‑‒–—―−﹘﹣－"} | {ord("…"): "..."}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")


class Lost(Exception):
    """The quotation does not lead to one place; the message is the end of a sentence."""


@dataclass(frozen=True)
class Text:
    """A text in which quotations are looked for; `folded` is made once, and only where needed."""

    words: str

    @cached_property
    def folded(self) -> tuple[str, list[int]]:
        """The text as it is compared, and for each of its characters where it comes from."""
        return _folded(self.words)


def anchor(text: Text, quote: Quote) -> Place:
    """`start` and `end`, in code points, of what is quoted. Raises Lost."""
    exact = normalise(quote.exact)
    if not exact.strip():
        raise Lost("it quotes no words")
    if quote.start is not None and quote.end is not None:
        stood = text.words[quote.start : quote.end]
        if stood and _alike(stood) == _alike(exact):
            return trim(text.words, quote.start, quote.end)
    places = _exactly(text.words, exact.strip()) or _folded_places(text, exact)
    if not places:
        raise Lost("its words do not stand there")
    if len(places) == 1:
        return places[0]
    return _meant(text.words, places, quote)


def _exactly(text: str, words: str) -> list[Place]:
    found: list[Place] = []
    start = text.find(words)
    while start >= 0 and len(found) <= MANY:
        found.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def _folded_places(text: Text, words: str) -> list[Place]:
    """Where the same words stand with other blanks, marks, accents or case."""
    wanted = _alike(words)
    folded, origin = text.folded
    if not wanted:
        return []
    return [
        (origin[start], origin[end - 1] + 1)
        for start, end in _exactly(folded, wanted)
        if _whole(folded, start, end)
    ]


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at an end, in scripts that part their words."""
    before, after = text[start - 1 : start], text[end : end + 1]
    cut = (before + text[start : start + 1]).isascii() and before.isalnum()
    cut = cut and text[start].isalnum()
    tail = (text[end - 1] + after).isascii() and after.isalnum() and text[end - 1].isalnum()
    return not (cut or tail)


def _meant(text: str, places: Sequence[Place], quote: Quote) -> Place:
    """The place whose surroundings are most like those quoted, then the one nearest to before."""
    told = f"its words stand there {len(places)} times"
    if len(places) > MANY:
        raise Lost(f"its words stand there more than {MANY:,} times")
    prefix, suffix = _alike(quote.prefix)[::-1], _alike(quote.suffix)
    likeness = [
        _common(prefix, _alike(text[max(0, start - AROUND) : start])[::-1])
        + _common(suffix, _alike(text[end : end + AROUND]))
        for start, end in places
    ]
    best = [place for place, like in zip(places, likeness, strict=True) if like == max(likeness)]
    if len(best) > 1 and quote.start is not None:
        away = [abs(start - quote.start) for start, _ in best]
        best = [place for place, far in zip(best, away, strict=True) if far == min(away)]
    if len(best) > 1:
        raise Lost(f"{told}, and nothing tells which of them is meant")
    return best[0]


def _common(one: str, other: str) -> int:
    """With how many characters both begin."""
    for number, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return number
    return min(len(one), len(other))


def _alike(words: str) -> str:
    """Words as they are compared, without blanks around them."""
    return _folded(normalise(words))[0].strip()


def _folded(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        if letter in _INVISIBLE:
            continue
        for one in _plain(letter):
            if one == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(one)
            origin.append(place)
    return "".join(letters), origin


def _plain(letter: str) -> str:
    """A letter without case, width and accent; every blank is a space."""
    if letter.isspace():
        return " "
    parted = unicodedata.normalize("NFKD", letter.translate(_SAME)).casefold()
    return "".join(one for one in parted if unicodedata.category(one) != "Mn") or parted
