"""The words a full stop depends on, read from the tables: one table per language.

A table is plain words under headings, in small letters; an entry with a capital letter counts
only where the text has that capital. Inner stops are kept, the last one is left out: `z.b`.

- `titles`: something follows, so the sentence never ends here (Dr., z. B., вул.);
- `numbers`: only before a number, else an ordinary word (no. 5, art. 3, с. 12);
- `either`: may end a sentence; it does when one of the `openers` follows (Inc., р., U.S.);
- `ends`: ends the sentence when a capital follows (etc., usw., т. д.);
- `openers`: words that open sentences and are no names; they also tell the language;
- `speech`: verbs that tell who said the quotation before them;
- `durations`: those of `either` that behind a number (2019 r., XX w., 5 min.) end the sentence
  before any capital, unless nothing but the time was said so far;
- `units`: those that behind a number (14 млн руб., 5 hod.) end it before any capital at all;
- `scales`: what stands between such a number and its unit (млн);
- `ordinals: all`: a number with a stop is an ordinal (7. Oktober), `months`: what it counts,
  `counts`: words behind which a number is a plain one (es waren 30).

To add an abbreviation, write it under the heading that fits in `latin`, `cyrillic` or `others`.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from claimdesk.segmenting.sentences import cyrillic, latin, others

_TABLES = latin.TABLES | cyrillic.TABLES | others.TABLES
_SAME = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr", "me": "hr", "gl": "pt", "mk": "sr"}
_ABBREVIATIONS = ("titles", "numbers", "either", "ends", "units")
_HEADINGS = (
    *_ABBREVIATIONS,
    "openers",
    "speech",
    "months",
    "counts",
    "durations",
    "units",
    "scales",
    "ordinals",
)
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 1500
# Without a table of its own a language gets these, which are words nowhere.
_ALL = """
titles: mr mrs Ms dr prof vs
either: inc ltd corp bros jr u.s u.k ph.d
"""
_EVERYWHERE = """
titles: mr mrs ms dr prof mgr ing dipl arch dott sr sra st bzw ca vs cf tzw tzv npr hr dhr
    проф акад доц им ім вул ул см див т.е тзв г-н г-жа инж інж
numbers: nr no p pp s str fig art vol tel kl № стр рис ст гл
either: inc ltd co corp jr u.s р г гг рр в ст
ends: etc a.m p.m т.д т.п др ін
"""


@dataclass(frozen=True)
class Words:
    """One language's table."""

    titles: frozenset[str]
    numbers: frozenset[str]
    either: frozenset[str]
    ends: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]
    months: frozenset[str]
    counts: frozenset[str]
    ordinals: bool
    durations: frozenset[str]
    units: frozenset[str]
    scales: frozenset[str]
    known: frozenset[str]
    """All that may stand before a full stop in mid-sentence, in small letters."""


def words_of(language: str, text: str, start: int, end: int) -> Words:
    """The table of a language tag; for one without a table, that of the language it looks like."""
    primary = language.replace("_", "-").split("-")[0].lower()
    primary = _SAME.get(primary, primary)
    if primary == "sr" and text[start:end].isascii():
        primary = "hr"
    if primary == "und":
        primary = _looks_like(text[start : min(end, start + _LOOKED_AT)])
    return _table(primary if primary in _TABLES else "")


@cache
def _table(language: str) -> Words:
    found = _read(_ALL + _TABLES.get(language, _EVERYWHERE))
    return Words(
        titles=frozenset(found["titles"]),
        numbers=frozenset(found["numbers"]),
        either=frozenset(found["either"]),
        ends=frozenset(found["ends"]),
        openers=frozenset(found["openers"]),
        speech=frozenset(found["speech"]),
        months=frozenset(found["months"]),
        counts=frozenset(found["counts"]),
        durations=frozenset(found["durations"]),
        units=frozenset(found["units"]),
        scales=frozenset(found["scales"]),
        ordinals=bool(found["ordinals"]),
        known=frozenset(word.lower() for kind in _ABBREVIATIONS for word in found[kind]),
    )


def _read(table: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {heading: [] for heading in _HEADINGS}
    heading = _HEADINGS[0]
    for word in table.split():
        if word.endswith(":") and word[:-1] in found:
            heading = word[:-1]
        else:
            found[heading].append(word)
    return found


@cache
def _languages_by_opener() -> dict[str, list[str]]:
    languages: dict[str, list[str]] = {}
    for language in _TABLES:
        for word in _table(language).openers:
            languages.setdefault(word, []).append(language)
    return languages


def _looks_like(text: str) -> str:
    """The language most of whose common words stand in the text; empty when two are level."""
    votes: Counter[str] = Counter()
    known = _languages_by_opener()
    for word in _WORD.findall(text.lower()):
        votes.update(known.get(word, ()))
    first, *rest = [*votes.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > rest[0][1] else ""
