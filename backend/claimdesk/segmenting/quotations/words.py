"""The words by which a text says who speaks, per language.

To add a language, add an entry to `WESTERN`, `SLAVIC`, `FURTHER` or `UNCASED`, and its tag to the
sets below where they fit; to add a word, write it into its row. Chinese and Japanese, which write
no spaces, are read by `unspaced`. Everything is in lower case. Verbs stand in the forms news uses:
third person, past and present; where a verb is written with `/`, its endings follow:
`сказа/в,ла,ло,ли`.

- verbs: of saying, as one word; of a compound tense the participle
- saying: participles without a subject of their own ("adding", "добавив")
- with: auxiliaries and particles that may stand between subject and verb
- sources: what stands before the speaker instead of a verb ("according to")
- he, they: subject pronouns; `one` what a speaker without name begins with: articles, numbers
- roles: nouns for people that stand before a name or alone, without article
- within: prepositions that may join the parts of a nameless speaker ("two people with ...")
- prepositions, stops: end a noun phrase; stops begin another clause
- relatives: begin a clause about the speaker
- meanwhile: adverbs, weekdays and the like, skipped before and after a speaker
- titles: nouns before the name of a work or a firm, which nobody says
- he_title, she_title: honorifics
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from claimdesk.segmenting.quotations.further_words import FURTHER
from claimdesk.segmenting.quotations.slavic_words import SLAVIC
from claimdesk.segmenting.quotations.uncased_words import PREFIXES, UNCASED
from claimdesk.segmenting.quotations.western_words import WESTERN

_TABLES = WESTERN | SLAVIC | FURTHER | UNCASED
_UNKNOWN = WESTERN | SLAVIC  # a language nobody could name is most likely one of these

DASHED = frozenset("uk ru pl bg cs sk".split())  # what is inserted stands between dashes
COMMAS = frozenset("fr es it pt ro el sv no da".split())  # or between commas
INSIDE = COMMAS | DASHED
DROPPED = frozenset("es it pt ro uk ru pl bg cs sk hr sr el tr hu ar he fa ja zh".split())
BARE_NOUNS = frozenset("uk ru pl ro bg cs sk hr sr tr sv da no".split())
NOUNS_IN_CAPITALS = frozenset(["de"])
WITHOUT_CAPITALS = frozenset(UNCASED)
WITHOUT_SPACES = frozenset(["zh", "ja"])
VERB_LAST = frozenset("tr fa hi ja hu".split())
GENDERED_PAST = frozenset("uk ru pl cs sk".split())  # the verb tells him from her
ALIKE = {"be": "ru", "bs": "hr", "mk": "bg", "nb": "no", "nn": "no", "ca": "es", "gl": "pt"}


@dataclass(frozen=True)
class Words:
    """The tables of one language, or of all of them where the language is not known."""

    language: str
    verbs: frozenset[str]
    saying: frozenset[str]
    with_: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    he: frozenset[str]
    they: frozenset[str]
    one: frozenset[str]
    roles: frozenset[str]
    within: frozenset[str]
    prepositions: frozenset[str]
    stops: frozenset[str]
    relatives: frozenset[str]
    meanwhile: frozenset[str]
    titles: frozenset[str]
    he_title: frozenset[str]
    she_title: frozenset[str]


@cache
def words(language: str) -> Words:
    """The words of a language tag; of all languages together where it is unknown."""
    tag = language.lower().replace("_", "-").split("-")[0]
    tag = ALIKE.get(tag, tag)
    tables = [_TABLES[tag]] if tag in _TABLES else list(_UNKNOWN.values())
    if tag in WITHOUT_SPACES:
        tables = []
    rows = {
        field.name: frozenset(_forms(tag, field.name.rstrip("_"), tables))
        for field in fields(Words)
        if field.name not in ("language", "sources")
    }
    sources = {tuple(source.split()) for table in tables for source in table["sources"].split("|")}
    longest = tuple(sorted(sources - {()}, key=lambda source: (-len(source), source)))
    known = tag in _TABLES or tag in WITHOUT_SPACES
    return Words(language=tag if known else "und", sources=longest, **rows)


def known_languages() -> Iterator[str]:
    """The tags that have tables, without those that write no spaces."""
    return (tag for tag in _TABLES if tag not in WITHOUT_SPACES)


def _forms(tag: str, row: str, tables: list[dict[str, str]]) -> Iterator[str]:
    prefixes = PREFIXES.get(tag, "") if row == "verbs" else ""
    for word in " ".join(table.get(row, "") for table in tables).split():
        stem, _, endings = word.partition("/")
        for ending in endings.split(","):
            yield stem + ending
            yield from (prefix + stem + ending for prefix in prefixes)
