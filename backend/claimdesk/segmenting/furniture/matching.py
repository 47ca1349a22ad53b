"""Phrases made into patterns, found by a word they need, so that a line meets only a few.

A line is read as words: folded, without punctuation and hyphens, numbers as `0`, a `^` before
what had a capital. A phrase has to cover all of them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from claimdesk.segmenting.furniture import vocabulary
from claimdesk.segmenting.furniture.phrases import phrases_by_language

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
)
"""Vowels and accents that are written as characters of their own."""
_UNSPACED = "\u3005\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
_TOKEN = re.compile(
    rf"\d[\d.,:/h]*|[{_UNSPACED}]+|[^\W\d_][\w{_MARKS}\u200c\u200d]*(?:['-][\w{_MARKS}]+)*|:|©"
)
_SYNTAX = re.compile(r"\.\.\.|[()\[\]|*:]|[^\s()\[\]|*:]+")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‑": "-", "：": ":"})

REMEMBERED_WORDS, MOST_WORDS = 8192, 80

Keys = frozenset[str] | None


@dataclass(frozen=True, eq=False)
class _Phrase:
    language: str
    reason: str
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a line first has a word of it."""
        return _compiled(self.source)


def words_of(text: str) -> list[tuple[str, int]]:
    """The words of a short text as phrases see them, with where each begins."""
    return [
        (_fold(found.group()), found.start())
        for found in _TOKEN.finditer(text.translate(_APOSTROPHES))
    ]


def match(place: str, words: Iterable[str]) -> str | None:
    """The reason of a phrase that covers all the words, None when there is no such phrase."""
    return next((phrase.reason for phrase in _covering(place, list(words))), None)


def languages_of(place: str, words: Iterable[str]) -> frozenset[str]:
    """The languages of the phrases that cover all the words."""
    return frozenset(phrase.language for phrase in _covering(place, list(words)))


def _covering(place: str, listed: list[str]) -> Iterator[_Phrase]:
    line = "".join(f"{word} " for word in listed)
    index = _index(place)
    plain = dict.fromkeys(word.lstrip("^") for word in listed[:MOST_WORDS])
    met = dict.fromkeys(phrase for word in plain for phrase in index.get(word, ()))
    return (phrase for phrase in met if phrase.pattern.fullmatch(line))


@cache
def openers(place: str) -> frozenset[str]:
    """The words that phrases begin with, as far as a phrase begins with a word of its own."""
    found: set[str] = set()
    for _, _, phrase in phrases_by_language(place):
        words, _, _ = _first_words(_SYNTAX.findall(phrase), 0)
        found |= words
    return frozenset(found)


def _first_words(tokens: list[str], position: int) -> tuple[set[str], bool, int]:
    """What alternatives can begin with, whether they can be nothing, and where they end."""
    found: set[str] = set()
    empty, open_ = False, True
    while position < len(tokens) and tokens[position] not in ")]":
        piece = tokens[position]
        position += 1
        if piece == "|":
            empty, open_ = empty or open_, True
        elif piece in "([":
            words, nothing, position = _first_words(tokens, position)
            position += 1
            found |= words if open_ else set()
            open_ = open_ and (nothing or piece == "[")
        else:
            plain = piece not in _kinds()
            found |= {_fold(piece).lstrip("^")} if plain and open_ else set()
            open_ = open_ and piece in ("*", "...")
    return found, empty or open_, position


@lru_cache(maxsize=REMEMBERED_WORDS)
def _fold(word: str) -> str:
    if word[0].isdigit():
        return "0"
    if word == "©":
        return "c"
    return ("^" if word[0].isupper() else "") + word.casefold().translate(vocabulary.FOLDS)


@cache
def _index(place: str) -> dict[str, tuple[_Phrase, ...]]:
    """Phrases by a word without which they cannot match."""
    index: dict[str, list[_Phrase]] = {}
    for language, reason, phrase in phrases_by_language(place):
        source, keys = _parsed(phrase)
        one = _Phrase(language, reason, source)
        for key in keys or ():
            index.setdefault(key, []).append(one)
    return {key: tuple(found) for key, found in index.items()}


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _parsed(phrase: str) -> tuple[str, Keys]:
    """A phrase as a regular expression, and words of which a line needs one."""
    tokens = _SYNTAX.findall(phrase)
    source, keys, position = _alternatives(tokens, 0)
    if position != len(tokens) or not keys:
        msg = f"furniture phrase is not closed or has no word of its own: {phrase}"
        raise ValueError(msg)
    return source, keys


def _alternatives(tokens: list[str], position: int) -> tuple[str, Keys, int]:
    """Sequences between bars, up to a closing bracket or the end."""
    sources: list[str] = []
    keys: Keys = frozenset()
    while True:
        source, found, position = _sequence(tokens, position)
        sources.append(source)
        keys = None if keys is None or found is None else keys | found
        if position >= len(tokens) or tokens[position] != "|":
            return "|".join(sources), keys, position
        position += 1


def _sequence(tokens: list[str], position: int) -> tuple[str, Keys, int]:
    source, best = "", None
    while position < len(tokens) and tokens[position] not in ")]|":
        piece = tokens[position]
        keys: Keys = None
        position += 1
        if piece in "([":
            inner, keys, position = _alternatives(tokens, position)
            keys = keys if piece == "(" else None
            source += f"(?:{inner})" + ("" if piece == "(" else "?")
            position += 1
        elif piece in _kinds():
            source += _kinds()[piece]
        else:
            word = _fold(piece).lstrip("^")
            source += rf"\^?{re.escape(word)} "
            keys = frozenset({word})
        best = _better(best, keys)
    return source, best, position


def _better(one: Keys, other: Keys) -> Keys:
    """The keys that fewer lines have: few of them, and long."""
    if not one or not other:
        return one or other
    return max(one, other, key=lambda keys: (min(map(len, keys)) > 3, -len(keys)))


@cache
def _kinds() -> dict[str, str]:
    """What stands for a kind of word or for any words."""
    calendar, dates, networks, buttons, roles, joints = (
        "|".join(sorted(re.escape(word) for word in listed))
        for listed in (
            vocabulary.MONTHS_AND_DAYS,
            vocabulary.DATE_WORDS,
            vocabulary.NETWORKS,
            vocabulary.BUTTONS,
            vocabulary.ROLES,
            vocabulary.NAME_JOINTS,
        )
    )
    capital = rf"\^(?!(?:{calendar}) )\S+ "
    return {
        "*": r"(?:\S+ ){0,3}",
        "...": r"(?:\S+ ){0,30}",
        "0": "0 ",
        ":": ": ",
        "NAME": rf"(?:{capital}(?:{capital}|(?:{joints}) ){{0,16}})",
        "DATE": rf"(?=(?:\S+ ){{0,6}}0 )(?:(?:0|:|\^?(?:{dates})) ){{1,14}}",
        "NETS": rf"(?=(?:\S+ ){{0,5}}\^?(?:{networks}) )(?:\^?(?:{buttons}) ){{1,12}}",
        "ROLE": rf"(?:\S+ ){{0,4}}\^?(?:{roles}) (?:\S+ ){{0,6}}",
    }
