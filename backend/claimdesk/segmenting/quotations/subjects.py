"""Subjects of verbs of saying: who stands before or after the verb."""

from itertools import pairwise

from claimdesk.segmenting.quotations.phrases import Phrase, Reader
from claimdesk.segmenting.quotations.words import NOUNS_IN_CAPITALS, Words

_AS = frozenset("as wie comme como come după як как jak zoals som jako jak kako както όπως".split())
AND = frozenset("and und et y e și і й та и a i en och og και ve és".split())


def leading(words: Words) -> frozenset[str]:
    """What may stand before a subject without being part of it."""
    return words.meanwhile | (AND & words.stops) | (_AS & (words.stops | words.prepositions))


def called(reader: Reader, phrase: Phrase, limit: int) -> Phrase:
    """`the mayor, Ann Vey`: the name stands for both."""
    if phrase.kind == "pronoun":
        return phrase
    found = reader.found
    after = next((n for n in range(limit) if found[n].start >= phrase.end), limit)
    if after >= limit or found[after].apart != ",":
        return phrase
    stop = next((n for n in range(after + 1, limit) if found[n].apart), limit)
    last = next(n for n in range(limit) if found[n].end >= phrase.end)
    if found[last].capital and phrase.kind == "name":
        return phrase
    if reader.pure_name(after, stop):
        return _span(reader, after, stop)
    return _degreed(reader, after, limit) or phrase


def _degreed(reader: Reader, first: int, limit: int) -> Phrase | None:
    """`канд. техн. наук Анна Вейская`: the name behind a degree."""
    found, begin = reader.found, first
    while begin < limit and not found[begin].capital and begin < first + 4:
        begin += 1
    behind = reader.name(begin, limit)
    degree = reader.text[found[first].end - 1] == "." and begin > first
    return _span(reader, begin, behind) if degree and behind - begin > 1 else None


def _span(reader: Reader, first: int, limit: int) -> Phrase:
    return reader.phrase(first, limit, subject=True) or Phrase(
        reader.found[first].start, reader.found[limit - 1].end, "name"
    )


def subject_after(reader: Reader, first: int, limit: int) -> Phrase | None:
    """The subject of a verb that comes before it, past adverbs and `on Friday`."""
    words, index = reader.words, first
    while index < limit:
        if reader.found[index].apart:
            return None
        form = reader.form(index)
        if index and reader.family(index):
            break
        if form in words.prepositions and form not in words.one:
            index = _past_preposition(reader, index, limit)
        elif form in words.one and reader.form(index + 1) in words.meanwhile:
            index += 2
        elif form in words.meanwhile or (form in words.with_ and form not in words.he):
            index += 1
        else:
            break
    phrase = reader.phrase(index, limit, subject=False)
    return called(reader, phrase, limit) if phrase else None


def _past_preposition(reader: Reader, index: int, limit: int) -> int:
    """Past a preposition and what belongs to it: to the next article, capital or role."""
    words, begin = reader.words, index + 1
    while begin < limit and reader.form(begin) in words.one:
        begin += 1
    nouns = words.language in NOUNS_IN_CAPITALS
    while nouns and begin + 1 < limit and not reader.found[begin].capital:
        if reader.found[begin + 1].apart:
            break
        begin += 1
    for n in range(begin + 1, limit):
        token = reader.found[n]
        if token.apart:
            return n
        form = token.form
        if form in words.one | words.roles | words.prepositions | words.he | words.they:
            if form not in words.within and reader.form(n - 1) not in words.within:
                return n
        elif token.capital and (nouns or not reader.found[n - 1].capital):
            return n
    return limit


def first_subject(reader: Reader, limit: int) -> Phrase | None:
    """What the sentence begins with, if it can be its subject."""
    first = 0
    while first < limit and reader.form(first) in reader.words.meanwhile:
        first += 1
    phrase = reader.phrase(first, limit, subject=False)
    return phrase if phrase and phrase.kind in ("name", "pronoun") else None


def subject_before(reader: Reader, first: int, verb: int) -> Phrase | None:
    """The subject that ends right before a verb, or before what stands between commas."""
    words, last = reader.words, verb
    while last > first and not reader.found[last].apart and _between(reader, last - 1):
        last -= 1
    if last <= first:
        return None
    if reader.found[last].apart:
        return _past_parenthesis(reader, first, last)
    ending = reader.form(last - 1)
    if ending in words.he | words.they and ending not in words.relatives:
        return reader.phrase(last - 1, last, subject=True)
    begin = last
    while begin > first and not _bounds(reader, begin - 1, begin):
        begin -= 1
    if begin < last:
        return refined(reader, begin, last)
    return _across(reader, first, last)


def _between(reader: Reader, index: int) -> bool:
    """Adverbs and auxiliaries between a subject and its verb."""
    token, words = reader.found[index], reader.words
    joined = index > 0 and reader.form(index - 1) in words.within and not token.apart
    if token.form in words.he | words.they or joined:
        return False
    skipped = words.with_ | words.meanwhile
    return token.form in skipped or (words.language == "en" and token.form.endswith("ly"))


def _bounds(reader: Reader, index: int, after: int) -> bool:
    """Whether the word at `index` belongs to another clause than the one at `after`."""
    words, token = reader.words, reader.found[index]
    if reader.found[after].apart and reader.found[after].apart not in ("-", "’", "'"):
        return True
    if token.form in words.stops and token.form not in words.one:
        return True
    relative = token.form in words.relatives and token.form not in words.one
    return relative or (not token.capital and reader.verb(index))


def _across(reader: Reader, first: int, last: int) -> Phrase | None:
    """`Vey, who said`, `Vey rose and said`."""
    linking = reader.form(last - 1)
    if linking in reader.words.relatives and last - 1 > first:
        begin = last - 2
        while begin > first and not _bounds(reader, begin - 1, begin):
            begin -= 1
        return refined(reader, begin, last - 1)
    if linking in AND & reader.words.stops:
        sub = Reader(reader.text, reader.found[first:last], reader.words)
        return first_subject(sub, last - first)
    return None


def _past_parenthesis(reader: Reader, first: int, last: int) -> Phrase | None:
    """The subject before `, the mayor,` and before `, who ...,`: a name wins."""
    chunks = [first]
    chunks += [n for n in range(first + 1, last) if reader.found[n].apart]
    chunks.append(last)
    spans = [(a, b) for a, b in pairwise(chunks) if a < b]
    for begin, end in reversed(spans):
        if reader.pure_name(begin, end):
            return _span(reader, begin, end)
    words = reader.words
    aside = words.relatives | words.prepositions | words.stops | words.meanwhile
    for begin, end in spans:
        form = reader.form(begin)
        adverbial = (form in aside and form not in words.one) or form.endswith("ing")
        if adverbial and not reader.found[begin].capital:
            continue
        phrase = refined(reader, begin, end)
        if phrase and phrase.kind != "pronoun":
            return phrase
    return None


def refined(reader: Reader, begin: int, end: int) -> Phrase | None:
    """The noun phrase within `begin..end`, past adverbs and `in November`."""
    words = reader.words
    while begin < end and reader.form(begin) in leading(words):
        begin += 1
    if begin >= end:
        return None
    form = reader.form(begin)
    if form not in words.prepositions or form in words.one:
        return reader.phrase(begin, end, subject=True)
    index = begin
    while index < end and reader.form(index) in words.prepositions:
        index = _past_preposition(reader, index, end)
        while index < end and reader.form(index) in words.meanwhile:
            index += 1
    return reader.phrase(index, end, subject=True) if index < end else None
