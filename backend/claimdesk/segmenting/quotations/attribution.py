"""Who a sentence says is speaking: before a quotation, after it, or inside it."""

import re
from dataclasses import replace

from claimdesk.segmenting.quotations import uncased, unspaced
from claimdesk.segmenting.quotations.phrases import Attribution, Phrase, Reader
from claimdesk.segmenting.quotations.subjects import (
    called,
    first_subject,
    leading,
    refined,
    subject_after,
    subject_before,
)
from claimdesk.segmenting.quotations.tokens import FARTHEST, Token, stops_at, tokens
from claimdesk.segmenting.quotations.words import (
    BARE_NOUNS,
    DASHED,
    DROPPED,
    INSIDE,
    VERB_LAST,
    WITHOUT_CAPITALS,
    WITHOUT_SPACES,
    Words,
)

_FARTHEST_VERB, _SHORTEST_NAME = 40, 2
_ADJECTIVES = tuple("ого его ої ої ій ой ей их ых ego ej ych ich ého ích ých ej ího".split())
_OF_SIGNS = frozenset("stand steht".split())
_WRITTEN = frozenset("написано сказано написане".split())
_SKIPPED_FIRST = re.compile(r"[\s,،，、–—―-]{0,6}")
_FIRST_WORD = re.compile(r"[^\W_][\w’'-]{0,40}")
_INCISE = re.compile(r"[,!?…][\s\u00a0]{0,3}(?:[—–―-]\s{0,3})?(?=\w)|\s[—–]\s?(?=\w)")
_INSERTED = re.compile(r"\s[—–][\w\s]{2,40}[—–]")
_DASHED = re.compile(r"[—–―-]")


def says(text: str, start: int, end: int, words: Words) -> bool:
    """Whether `text[start:end]` begins, after a comma or dash, with a verb of saying."""
    if words.language in WITHOUT_SPACES:
        return False
    skipped = _SKIPPED_FIRST.match(text, start, end)
    begin = skipped.end() if skipped else start
    first = _FIRST_WORD.match(text, begin, end)
    if not first:
        return False
    word = first.group().lower()
    skipping = word in words.with_ or word in words.meanwhile
    if word in words.verbs or ("-" not in word and not skipping):
        return word in words.verbs
    reader = Reader(text, tokens(text, begin, min(end, begin + 40))[:2], words)
    return reader.verb(0) or (skipping and reader.verb(1))


def after(text: str, start: int, end: int, words: Words, *, loose: bool) -> Attribution | None:
    """What follows a quotation; `loose` where a comma or dash leads over to it."""
    if words.language in WITHOUT_SPACES:
        return unspaced.after(text, start, end, words.language)
    found = tokens(text, start, min(end, start + FARTHEST))
    limit = next((n for n in range(len(found)) if stops_at(text, found, n)), len(found))
    if not limit:
        return None
    reader = Reader(text, found[:limit], words)
    if words.language in WITHOUT_CAPITALS:
        return uncased.after(reader)
    first = 0
    while first < limit and reader.form(first) in leading(words):
        first += 1
    return _inverted(reader, first, limit) or _plain(reader, first, limit, loose=loose)


def _inverted(reader: Reader, first: int, limit: int) -> Attribution | None:
    """`said Ann Vey`, `according to Ann Vey`."""
    source = _source(reader, first, limit)
    if source:
        return source
    verb = first
    while verb < min(first + 3, limit) and reader.form(verb) in reader.words.with_:
        hanging = reader.inside_verb(verb)
        if hanging:
            break
        verb += 1
    if verb >= limit or not reader.verb(verb):
        return None
    place = reader.found[verb].start
    hanging = reader.inside_verb(verb)
    subject = hanging or subject_after(reader, verb + 1, limit)
    if subject:
        return Attribution(subject, place)
    if reader.words.language in DROPPED and verb + 1 <= limit:
        return Attribution(Phrase(place, place, "dropped"), place)
    return None


def _plain(reader: Reader, first: int, limit: int, *, loose: bool) -> Attribution | None:
    """`Ann Vey said`; a pronoun stands right before its verb."""
    if first >= limit:
        return None
    pronoun = reader.form(first) in reader.words.he | reader.words.they
    reach = first + 4 if pronoun else min(first + _FARTHEST_VERB, limit)
    if not loose:
        reach = min(reach, first + 4)
    for verb in range(first + 1, min(reach, limit)):
        if reader.verb(verb):
            subject = subject_before(reader, first, verb)
            return Attribution(subject, reader.found[verb].start) if subject else None
    return None


def _source(reader: Reader, first: int, limit: int) -> Attribution | None:
    for source in reader.words.sources:
        after = first + len(source)
        if after < limit and all(reader.form(first + n) == w for n, w in enumerate(source)):
            phrase = reader.phrase(after, limit, subject=False) or reader.phrase(
                after, limit, subject=True
            )
            if phrase:
                phrase = _genitive(reader, after, phrase)
                return Attribution(called(reader, phrase, limit), reader.found[first].start)
    return None


def _genitive(reader: Reader, first: int, phrase: Phrase) -> Phrase:
    """A nameless source is its first noun, unless a comma shows where it ends."""
    if phrase.kind != "noun" or reader.words.language not in BARE_NOUNS:
        return phrase
    inside = [n for n in range(first, len(reader.found)) if reader.found[n].end <= phrase.end]
    last = inside[-1]
    if last + 1 < len(reader.found) and reader.found[last + 1].apart:
        return phrase
    noun = next((n for n in inside if not reader.form(n).endswith(_ADJECTIVES)), last)
    return replace(phrase, end=reader.found[noun].end)


def before(text: str, floor: int, end: int, words: Words) -> Attribution | None:
    """What leads up to a quotation that opens at `end`: the part of its sentence before it."""
    if words.language in WITHOUT_SPACES:
        return unspaced.before(text, max(floor, end - FARTHEST), end, words.language)
    reader, gap = _clause_before(text, floor, end, words)
    limit = len(reader.found)
    if not limit or any(mark in gap for mark in ".!?…؟।"):
        return None
    if words.language in WITHOUT_CAPITALS:
        return uncased.before(reader, introducing=gap.startswith(":"))
    return (
        _last_verb(reader, limit)
        or _participle(reader, limit)
        or _any_source(reader, limit)
        or _written(reader, limit)
        or (_unnamed(reader, limit) if gap.startswith(":") else None)
        or (_apposed(reader, limit) if gap.startswith(":") else None)
        or (_label(reader, limit) if gap.startswith(":") else None)
    )


def _clause_before(text: str, floor: int, end: int, words: Words) -> tuple[Reader, str]:
    """The words of the sentence so far, and what stands between them and `end`."""
    found = tokens(text, max(floor, end - FARTHEST), end)
    first = next((n for n in range(len(found) - 1, -1, -1) if stops_at(text, found, n)), 0)
    return Reader(text, found[first:], words), text[found[-1].end : end].strip() if found else ""


def opener(text: str, floor: int, end: int, words: Words) -> Phrase | None:
    """The subject before a quotation whose verb comes after it: `Vey, “...” dedi`."""
    if words.language not in VERB_LAST:
        return None
    if words.language in WITHOUT_SPACES:
        return unspaced.opener(text, max(floor, end - FARTHEST), end, words.language)
    reader, gap = _clause_before(text, floor, end, words)
    if not reader.found or gap not in ("", ","):
        return None
    if words.language in WITHOUT_CAPITALS:
        return uncased.opener(reader)
    return first_subject(reader, len(reader.found))


def _unnamed(reader: Reader, limit: int) -> Attribution | None:
    """`Y añadió:`, where the verb needs no subject."""
    if reader.words.language not in DROPPED:
        return None
    for verb in range(limit - 1, max(-1, limit - 4), -1):
        if reader.verb(verb):
            place = reader.found[verb].start
            return Attribution(Phrase(place, place, "dropped"), place)
    return None


def introduced(text: str, floor: int, end: int, words: Words) -> Phrase | None:
    """Who speaks by the whole sentence before a quotation: `The mayor replied with one word`."""
    found = tokens(text, max(floor, end - FARTHEST), end)
    first = next((n for n in range(len(found) - 1, -1, -1) if stops_at(text, found, n)), 0)
    if not found or words.language in WITHOUT_CAPITALS | WITHOUT_SPACES:
        return None
    told = reported(text, found[first:], words)
    return told.speaker if told and told.speaker.kind in ("name", "noun") else None


def reported(text: str, found: list[Token], words: Words) -> Attribution | None:
    """Who a sentence without quotation says is speaking."""
    reader = Reader(text, found, words)
    if words.language in WITHOUT_CAPITALS:
        return uncased.before(reader, introducing=False)
    if words.language in WITHOUT_SPACES:
        ends = found[0].start, found[-1].end
        return unspaced.before(text, *ends, words.language)
    told = _by_verb(reader, range(len(found)))
    thing = told and found[0].start < told.verb and _of_thing(reader, told)
    return None if thing else told


def _of_thing(reader: Reader, told: Attribution) -> bool:
    """`Im Dorf stand eine Mühle.`: a verb of letters and signs that people share."""
    verb = next(token.form for token in reader.found if token.start == told.verb)
    return verb in _OF_SIGNS and told.speaker.start > told.verb


def _last_verb(reader: Reader, limit: int) -> Attribution | None:
    return _by_verb(reader, range(limit - 1, -1, -1))


def _by_verb(reader: Reader, places: range) -> Attribution | None:
    limit = len(reader.found)
    for verb in places:
        if not reader.verb(verb):
            continue
        hanging = reader.inside_verb(verb)
        subject = (
            hanging
            or _pronoun_after(reader, verb + 1, limit)
            or subject_before(reader, 0, verb)
            or subject_after(reader, verb + 1, limit)
        )
        if subject:
            return Attribution(subject, reader.found[verb].start)
    return None


def _pronoun_after(reader: Reader, index: int, limit: int) -> Phrase | None:
    """`sagte er`; in English the pronoun after `said` belongs to what is said."""
    words = reader.words
    if index >= limit or words.language == "en" or reader.found[index].apart:
        return None
    if reader.form(index) not in words.he | words.they or reader.form(index) in words.one:
        return None
    return reader.phrase(index, index + 1, subject=False)


def _participle(reader: Reader, limit: int) -> Attribution | None:
    for verb in range(limit - 1, 0, -1):
        if reader.form(verb) in reader.words.saying:
            subject = first_subject(reader, verb)
            return Attribution(subject, reader.found[verb].start) if subject else None
    return None


def _any_source(reader: Reader, limit: int) -> Attribution | None:
    for first in range(limit):
        source = _source(reader, first, limit)
        if source:
            return source
        if reader.form(first) == "zufolge" and first:
            phrase = refined(reader, 0, first)
            return Attribution(phrase, reader.found[first].start) if phrase else None
    return None


def _written(reader: Reader, limit: int) -> Attribution | None:
    """`на табличці написано`."""
    if reader.form(limit - 1) not in _WRITTEN:
        return None
    for first in range(limit - 2, -1, -1):
        if reader.form(first) in ("на", "у", "в") and first + 1 < limit - 1:
            span = reader.found[first + 1].start, reader.found[limit - 2].end
            return Attribution(Phrase(*span, "noun"), reader.found[limit - 1].start)
    return None


def _apposed(reader: Reader, limit: int) -> Attribution | None:
    """`His deputy, Carl Ott, was not so sure: “...”`: the name between the first two commas."""
    commas = [n for n in range(1, limit) if reader.found[n].apart == ","][:2]
    if len(commas) < 2 or commas[1] - commas[0] < _SHORTEST_NAME:
        return None
    subject = reader.phrase(0, commas[0], subject=True)
    if subject is None or subject.kind == "pronoun" or not reader.pure_name(*commas):
        return None
    name = reader.phrase(*commas, subject=True)
    return Attribution(name, reader.found[limit - 1].end) if name else None


def _label(reader: Reader, limit: int) -> Attribution | None:
    """`Ann Vey, the mayor: “...”`, in few words."""
    if limit > 8 or any(reader.verb(n) for n in range(limit)):
        return None
    phrase = reader.phrase(0, limit, subject=True)
    if not phrase or phrase.kind != "name":
        return None
    behind = reader.name(0, limit)
    if behind > 1 and not reader.found[behind - 1].end > phrase.end:
        joined = reader.form(behind) in reader.words.within
        phrase = phrase if joined else replace(phrase, end=reader.found[behind - 1].end)
    return Attribution(phrase, reader.found[limit - 1].end)


def inside(text: str, start: int, end: int, words: Words) -> Attribution | None:
    """`« Nous partons, a dit Ann Vey, et vite »`: said within the marks."""
    if words.language not in INSIDE:
        return None
    dashed = words.language in DASHED
    for comma in _INCISE.finditer(text, start, end):
        if dashed and not _DASHED.search(comma.group()):
            continue
        limit = min(end, comma.end() + 120)
        found: list[Token] = tokens(text, comma.end(), min(limit, comma.end() + 60))[:3]
        reader = Reader(text, found, words)
        if not any(reader.verb(n) for n in range(len(found))):
            continue
        attribution = after(text, comma.end(), limit, words, loose=False)
        whole = _INSERTED.match(text, comma.start(), limit)
        if attribution and (attribution.speaker.kind != "dropped" or whole):
            return attribution
    return None
