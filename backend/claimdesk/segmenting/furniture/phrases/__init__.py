"""What pages say in every language: one module each, one phrase a line, for editors to extend.

`ANYWHERE` holds phrases that are furniture wherever a line is made of them. `AT_EDGES` holds
weaker ones that count above the first and below the last paragraph only. `BYLINES` name who
wrote or took something, and when. A phrase has to cover its whole line.

    word          the word itself, whatever its case; hyphens and punctuation are not looked at
    (a b|c)       one of these
    [a b|c]       one of these or nothing
    *             up to three words
    ...           up to thirty words
    0             a number
    :             a colon
    NAME          names with capitals, joined by commas, “and” and the like
    DATE          a date, a time or both
    NETS          names of social networks and what their buttons say
"""

from collections.abc import Iterator
from types import ModuleType

from claimdesk.segmenting.furniture.phrases import (
    ar,
    bg,
    cs,
    de,
    el,
    en,
    es,
    fa,
    fr,
    he,
    hi,
    it,
    ja,
    nl,
    others,
    pl,
    pt,
    ro,
    ru,
    tr,
    uk,
    zh,
)

LANGUAGES: tuple[ModuleType, ...] = (
    *(ar, bg, cs, de, el, en, es, fa, fr, he, hi),
    *(it, ja, nl, pl, pt, ro, ru, tr, uk, zh),
)
PLACES = ("ANYWHERE", "AT_EDGES", "BYLINES")


def phrases(place: str) -> Iterator[tuple[str, str]]:
    """Every reason and phrase of one of the `PLACES`, all languages together."""
    return ((reason, phrase) for _, reason, phrase in phrases_by_language(place))


def phrases_by_language(place: str) -> Iterator[tuple[str, str, str]]:
    """The same with the tag of the language before them, `others` where there are several."""
    for language in (*LANGUAGES, others):
        tag = language.__name__.rpartition(".")[2]
        for reason, listed in getattr(language, place).items():
            for phrase in listed.splitlines():
                if phrase.strip():
                    yield tag, reason, phrase.strip()
