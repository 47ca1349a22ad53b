"""A quotation found again in a text, also in one that has moved; never by words that differ.

As in the W3C model a quotation says what it means by its words, by what stands around them, and by
where they stood. Blanks, case, and the kinds of quotation marks, dashes and accents may differ:
they change with the program that copied them. A verdict on other words is another verdict.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claimdesk.folding import folded, letters
from claimdesk.outside.opinions import Quote
from claimdesk.segmenting import normalise, trim
from claimdesk.spans import Place

MANY = 1000
"""Places that are weighed against each other; what stands there more often tells nothing."""

AROUND = 200
"""Code points before and after that are compared."""

_EVENED: dict[int, str | None] = {ord(one): '"' for one in "“”„‟«»‹›❝❞〝〞＂'‘’‚‛′″`´「」『』״׳"}
_EVENED |= {ord(one): "-" for one in "‐‑‒–—―−﹘﹣－־"} | {ord("…"): "..."}
_EVENED |= dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
"""Marks and dashes that programs put for each other, and what cannot be seen."""


class Lost(Exception):
    """The quotation does not lead to one place; the message is the end of a sentence."""


@dataclass(frozen=True)
class Text:
    """A text in which quotations are looked for; the rest is made once, and only where needed."""

    words: str

    @cached_property
    def alike(self) -> str:
        """The text as it is compared."""
        return _alike(self.words)

    @cached_property
    def letters(self) -> tuple[str, list[int]]:
        """The same letter by letter, and for each where it comes from."""
        return _letters(self.words)


def anchor(text: Text, quote: Quote) -> Place:
    """`start` and `end`, in code points, of what is quoted. Raises Lost."""
    exact = normalise(quote.exact)
    if not exact.strip():
        raise Lost("it quotes no words")
    found = {*places(text, quote), *_still(text, quote)}
    if not found:
        raise Lost("its words do not stand there")
    return min(found) if len(found) == 1 else _meant(text.words, sorted(found), quote)


def _still(text: Text, quote: Quote) -> list[Place]:
    """The place where they stood, if they still do."""
    if quote.start is None or quote.end is None:
        return []
    stood = text.words[quote.start : quote.end]
    same = stood.strip() and _alike(stood) == _quoted(normalise(quote.exact))
    return [trim(text.words, quote.start, quote.end)] if same else []


def places(text: Text, quote: Quote) -> list[Place]:
    """Every place where the words that are quoted stand, up to one more than `MANY`."""
    exact = normalise(quote.exact)
    return _exactly(text.words, exact.strip()) or _likely(text, exact) if exact.strip() else []


def _exactly(text: str, words: str) -> list[Place]:
    found: list[Place] = []
    start = text.find(words)
    while start >= 0 and len(found) <= MANY:
        found.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def _likely(text: Text, words: str) -> list[Place]:
    """Where the same words stand with other blanks, marks, accents or case."""
    wanted = _quoted(words)
    if not wanted or wanted not in text.alike:
        return []
    found, origin = text.letters
    return [
        (origin[start], origin[end - 1] + 1)
        for start, end in _exactly(found, wanted)
        if _whole(found, start, end)
    ]


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at an end, in scripts that part their words."""
    before, after = text[start - 1 : start], text[end : end + 1]
    cut = (before + text[start : start + 1]).isascii() and before.isalnum()
    cut = cut and text[start].isalnum()
    tail = (text[end - 1] + after).isascii() and after.isalnum() and text[end - 1].isalnum()
    return not (cut or tail)


def _meant(text: str, found: Sequence[Place], quote: Quote) -> Place:
    """The place whose surroundings are most like those quoted, then the one nearest to before."""
    told = f"its words stand there {len(found)} times"
    if len(found) > MANY:
        raise Lost(f"its words stand there more than {MANY:,} times")
    prefix, suffix = _alike(quote.prefix)[::-1], _alike(quote.suffix)
    likeness = [
        _common(prefix, _alike(text[max(0, start - AROUND) : start])[::-1])
        + _common(suffix, _alike(text[end : end + AROUND]))
        for start, end in found
    ]
    best = [place for place, like in zip(found, likeness, strict=True) if like == max(likeness)]
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
    """Words as they are compared."""
    return folded(words.translate(_EVENED))


@lru_cache(maxsize=1024)
def _quoted(words: str) -> str:
    """The same of a quotation, which is compared with one text after the other."""
    return _alike(words)


def _letters(text: str) -> tuple[str, list[int]]:
    found: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        for one in _alike_letter(letter):
            if one == " " and found[-1:] == [" "]:
                continue
            found.append(one)
            origin.append(place)
    return "".join(found), origin


@lru_cache(maxsize=4096)
def _alike_letter(letter: str) -> str:
    """One letter as it is compared; every blank is a space."""
    evened = letters(letter.translate(_EVENED))
    return "".join(" " if one.isspace() else one for one in evened)
