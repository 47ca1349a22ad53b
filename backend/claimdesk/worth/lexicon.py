"""What the single tokens of a sentence say: signs as bits, one table per language.

A token is a run of letters, a figure or one mark. Each is looked up once and remembered, up to a
bound, because the same words come again and again.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimdesk.worth.words import TABLES, Words

NUMBER = 1 << 0
NUMBER_WORD = 1 << 1
UNIT = 1 << 2
PERCENT = 1 << 3
MONEY = 1 << 4
DATE = 1 << 5
TITLE = 1 << 6
PLACE = 1 << 7
SAID = 1 << 8
CAUSE = 1 << 9
COMPARED = 1 << 10
HAPPENED = 1 << 11
OPINION = 1 << 12
FUTURE = 1 << 13
HEDGE = 1 << 14
PRONOUN = 1 << 15
COMMAND = 1 << 16
AUXILIARY = 1 << 17
PARTICIPLE = 1 << 18
FUTURE_AUXILIARY = 1 << 19
INFINITIVE = 1 << 20
WORD = 1 << 21
CAPITAL = 1 << 22
ACRONYM = 1 << 23
OPENS = 1 << 24
"""A mark after which a word has a capital for no other reason."""
PHRASE = 1 << 25
MAYBE_HAPPENED = 1 << 26
"""A word with a capital that ends like a past tense: a verb at the start, elsewhere a name."""

FIELDS = {
    "numbers": NUMBER_WORD,
    "units": UNIT,
    "percents": PERCENT,
    "money": MONEY,
    "dates": DATE,
    "titles": TITLE,
    "places": PLACE,
    "said": SAID,
    "causes": CAUSE,
    "compared": COMPARED,
    "happened": HAPPENED,
    "opinions": OPINION,
    "future": FUTURE,
    "hedges": HEDGE,
    "pronouns": PRONOUN,
    "commands": COMMAND,
    "auxiliaries": AUXILIARY,
    "future_auxiliaries": FUTURE_AUXILIARY,
}
ENDINGS = {
    "participle_endings": PARTICIPLE,
    "happened_endings": HAPPENED,
    "future_endings": FUTURE,
    "command_endings": COMMAND,
    "infinitive_endings": INFINITIVE,
}
MARKS = dict.fromkeys("%‰٪", PERCENT) | dict.fromkeys("€$£¥₴₽₹₩₺₪₫₦₸₾฿₱", MONEY)
MARKS |= dict.fromkeys(".!?…:·•–—―-\"'“”„«»‹›‘‚([¿¡*", OPENS)
TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d+(?:[.,:/]\d+)*|[^\w\s]|_")
_FULL_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2}(?:\d\d)?|\d{4}[./]\d\d[./]\d\d")
REMEMBERED = 50_000
LONGEST_WORD = 40
_APOSTROPHES = str.maketrans("’ʼ", "''")

Phrase = tuple[tuple[str, ...], int]
Ending = tuple[str, str, int, int]


class Lexicon(dict[str, int]):
    """The signs of every token of one language, worked out when a token is first asked for."""

    def __init__(self, words: Words | None) -> None:
        super().__init__(MARKS)
        self.words: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.phrases: dict[str, list[Phrase]] = {}
        self.endings: tuple[Ending, ...] = ()
        self.elides = words is not None and words.elides
        self.nouns_are_capitalised = words is not None and words.nouns_are_capitalised
        self.exceptions: frozenset[str] = frozenset()
        if words is not None:
            self._learn(words)

    def __missing__(self, token: str) -> int:
        signs = self._signs(token)
        if len(self) < REMEMBERED and len(token) <= LONGEST_WORD:
            self[token] = signs
        return signs

    def _learn(self, words: Words) -> None:
        for field, sign in FIELDS.items():
            for entry in getattr(words, field).split():
                self._enter(entry, sign)
        self.endings = tuple(_endings(words))
        self.exceptions = frozenset(words.exceptions.split())

    def _enter(self, entry: str, sign: int) -> None:
        if "_" in entry:
            first, *rest = entry.lower().split("_")
            self.phrases.setdefault(first, []).append((tuple(rest), sign))
        elif entry.endswith("*"):
            stem = entry[:-1].lower()
            self.stems[stem] = self.stems.get(stem, 0) | sign
        else:
            self.words[entry] = self.words.get(entry, 0) | sign

    def _signs(self, token: str) -> int:
        if token[0].isnumeric():
            return _figure(token)
        if not token[0].isalpha():
            return 0
        return self._word(token[:LONGEST_WORD].translate(_APOSTROPHES))

    def _word(self, word: str) -> int:
        lower = word.lower()
        if self.elides and "'" in word and lower not in self.words:
            word = word.partition("'")[2]
            lower = word.lower()
        signs = WORD | self.words.get(lower, 0) | self.words.get(word, 0)
        for length in range(2, len(lower) + 1):
            signs |= self.stems.get(lower[:length], 0)
        if "-" in lower:  # twenty-five, two-thirds
            signs |= self.words.get(lower.partition("-")[0], 0) & NUMBER_WORD
        if lower in self.phrases:
            signs |= PHRASE
        if word[:1].isupper():
            signs |= CAPITAL | (ACRONYM if len(word) > 1 and word.isupper() else 0)
        if lower in self.exceptions or (signs & CAPITAL and self.nouns_are_capitalised):
            return signs
        ended = self._ended(lower)
        if signs & CAPITAL:
            ended = ended & COMMAND | (MAYBE_HAPPENED if ended & HAPPENED else 0)
        return signs | ended

    def _ended(self, lower: str) -> int:
        signs = 0
        for beginning, ending, least, sign in self.endings:
            if len(lower) >= least and lower.endswith(ending) and lower.startswith(beginning):
                signs |= sign
        return signs


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language's primary subtag; without words of ours, marks and figures."""
    return Lexicon(TABLES.get(language))


def _endings(words: Words) -> Iterator[Ending]:
    for field, sign in ENDINGS.items():
        for entry in getattr(words, field).split():
            shape, _, least = entry.partition(":")
            beginning, _, ending = shape.rpartition("+")
            yield beginning, ending, int(least), sign


def _figure(token: str) -> int:
    """A year, a time of day and a full date are dates; all other figures are numbers."""
    year = len(token) == 4 and token.isdecimal() and "1500" <= token <= "2100"
    if year or ":" in token or _FULL_DATE.fullmatch(token):
        return DATE
    return NUMBER
