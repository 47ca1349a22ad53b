"""Who is speaking, in scripts without capitals: by the words around the verb alone.

A name cannot be told from other nouns here. A phrase of more than a few words, or one that
nothing ends, is therefore nobody.
"""

from claimdesk.segmenting.quotations.phrases import Attribution, Phrase, Reader

_LONGEST = 4
_FARTHEST_VERB = 14
_ATTACHED = ("بال", "لل", "كال")  # a preposition and the article grown onto a noun
_SHORTEST_ATTACHED = 4
_NAME = 2  # words that a name has at least, where what follows is doubtful
_GROWN_ON = {"he": ("ב", "ל", "כש", "ש")}  # prepositions without a space
_ERGATIVE = "ने"
_FOLLOWING_SOURCES = (("के", "अनुसार"), ("के", "मुताबिक"), ("का", "कहना"), ("की", "ज़ुबानी"))


def after(reader: Reader) -> Attribution | None:
    """What follows a quotation: `قال فلان`, or `فلان گفت`."""
    limit = len(reader.found)
    first = _past(reader, 0, limit)
    found = _source(reader, first, limit)
    if found or first >= limit:
        return found
    if reader.verb(first):
        return _with_subject(reader, first, _phrase(reader, first + 1, limit), dropped=True)
    verb = _verb(reader, range(first + 1, min(limit, first + _FARTHEST_VERB)))
    return None if verb is None else _with_subject(reader, verb, _ahead(reader, first, verb))


def before(reader: Reader, *, introducing: bool) -> Attribution | None:
    """What leads up to a quotation; `introducing` with a colon, which needs no subject."""
    limit = len(reader.found)
    verb = _verb(reader, range(limit - 1, -1, -1))
    if verb is None:
        return next(filter(None, (_source(reader, n, limit) for n in range(limit))), None)
    start = _clause(reader, verb)
    subject = _phrase(reader, verb + 1, limit) or _ahead(reader, _past(reader, start, verb), verb)
    return _with_subject(reader, verb, subject, dropped=introducing)


def opener(reader: Reader) -> Phrase | None:
    """The subject before a quotation whose verb stands behind it."""
    limit = len(reader.found)
    return _ahead(reader, _past(reader, _clause(reader, limit), limit), limit)


def _with_subject(
    reader: Reader, verb: int, subject: Phrase | None, *, dropped: bool = False
) -> Attribution | None:
    place = reader.found[verb].start
    if not subject and not dropped:
        return None
    return Attribution(subject or Phrase(place, place, "dropped"), place)


def _verb(reader: Reader, places: range) -> int | None:
    return next((n for n in places if reader.verb(n)), None)


def _clause(reader: Reader, limit: int) -> int:
    """Where the clause before `limit` begins; commas there set off what belongs to the subject."""
    if limit < len(reader.found) and reader.found[limit].apart:
        return 0
    return next((n for n in range(limit - 1, 0, -1) if reader.found[n].apart), 0)


def _past(reader: Reader, first: int, limit: int) -> int:
    words = reader.words
    while first < limit and reader.form(first) in words.with_ | words.meanwhile:
        first += 1
    return first


def _source(reader: Reader, first: int, limit: int) -> Attribution | None:
    for source in reader.words.sources:
        behind = first + len(source)
        if behind < limit and all(reader.form(first + n) == w for n, w in enumerate(source)):
            phrase = _phrase(reader, behind, limit)
            return Attribution(phrase, reader.found[first].start) if phrase else None
    if reader.words.language == "hi" and _pair(reader, first) in _FOLLOWING_SOURCES:
        phrase = _last(reader, _clause(reader, first), first)
        return Attribution(phrase, reader.found[first].start) if phrase else None
    return None


def _pair(reader: Reader, first: int) -> tuple[str, str]:
    return reader.form(first), reader.form(first + 1)


def _ahead(reader: Reader, first: int, verb: int) -> Phrase | None:
    """The subject at the beginning of a clause whose verb comes later."""
    if reader.words.language != "hi":
        return _phrase(reader, first, verb)
    marked = [n for n in range(first, verb) if reader.form(n) == _ERGATIVE]
    if marked:
        return _last(reader, first, marked[-1])
    return _phrase(reader, first, verb)


def _last(reader: Reader, first: int, limit: int) -> Phrase | None:
    """What stands right before a postposition."""
    begin = limit
    while begin > first and not _ends(reader, begin - 1):
        begin -= 1
        if reader.found[begin].apart:
            break
    return _phrase(reader, begin, limit)


def _phrase(reader: Reader, first: int, limit: int) -> Phrase | None:
    """The noun phrase at `first`, without titles where a name follows them."""
    words, end = reader.words, first
    if first >= limit or (first and reader.found[first].apart.strip(".\"'“”«»،,")):
        return None
    if reader.form(first) in words.he | words.they:
        return _pronoun(reader, first)
    while end < limit and not (end > first and _apart(reader, end)) and not _ends(reader, end):
        name = [n for n in range(max(first, end - _NAME), end) if not _role(reader, n)]
        if len(name) >= _NAME and reader.form(end).startswith(_GROWN_ON.get(words.language, ())):
            break
        end += 1
    begin = _past_titles(reader, first, end)
    if not first < end or end - begin > _LONGEST or reader.form(begin).isdigit():
        return None
    return Phrase(reader.found[begin].start, reader.found[end - 1].end, "noun")


def _past_titles(reader: Reader, first: int, end: int) -> int:
    """Behind the last title that leaves a name of two words; `first` where none does."""
    titles = [n for n in range(first, end - _NAME) if _role(reader, n)]
    return titles[-1] + 1 if titles else first


def _role(reader: Reader, index: int) -> bool:
    return reader.form(index).rstrip(".") in reader.words.roles


def _pronoun(reader: Reader, index: int) -> Phrase:
    token, words = reader.found[index], reader.words
    return Phrase(token.start, token.end, "pronoun", token.form in words.they)


def _apart(reader: Reader, index: int) -> bool:
    apart = reader.found[index].apart
    return bool(apart) and apart != "."


def _ends(reader: Reader, index: int) -> bool:
    """Whether the word can be no part of a name."""
    words, form = reader.words, reader.form(index)
    ending = words.prepositions | words.stops | words.relatives | words.meanwhile | words.with_
    attached = len(form) > _SHORTEST_ATTACHED and form.startswith(_ATTACHED)
    return form in ending or attached or reader.verb(index)
