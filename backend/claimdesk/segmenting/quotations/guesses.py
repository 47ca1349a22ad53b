"""Which language the words around quotations suggest, where the one given knows none of them."""

import re
from collections.abc import Sequence
from itertools import islice

from claimdesk.segmenting.quotations.words import Words, known_languages, words

_LOOKED_AT = 2000  # words of a text
_MOST = 3  # languages that may be equally likely: Danish, Norwegian and Swedish share verbs
_WORD = re.compile(r"[^\W\d_][^\W\d_’']*")


def likelier(text: str, paragraphs: Sequence[tuple[int, int]], language: str) -> list[Words]:
    """The words of the languages that know more of a text than `language` does.

    Counted are different verbs of saying, then small words; only the best count, and they must
    know a verb where `language` knows none. None where too many are equally good, or where the
    language is unknown, so that all of them have been tried.
    """
    given = words(language)
    if given.language == "und" or not paragraphs:
        return []
    first, last = paragraphs[0][0], paragraphs[-1][1]
    seen = {m.group().lower() for m in islice(_WORD.finditer(text, first, last), _LOOKED_AT)}
    if seen & given.verbs:
        return []
    counted = {tag: _known(words(tag), seen) for tag in known_languages()}
    best = max(counted.values())
    likely = [tag for tag, known in counted.items() if known == best]
    if not best[0] or best[1] < _known(given, seen)[1] or len(likely) > _MOST:
        return []
    return [words(tag) for tag in likely]


def _known(one: Words, seen: set[str]) -> tuple[int, int]:
    small = one.he | one.they | one.one | one.stops | one.prepositions | one.with_
    return len(seen & one.verbs), len(seen & small)
