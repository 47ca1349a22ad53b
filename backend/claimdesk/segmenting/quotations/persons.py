"""The only person named before a place, whom a pronoun there can mean."""

from claimdesk.segmenting.quotations.phrases import Phrase, Reader
from claimdesk.segmenting.quotations.tokens import FARTHEST, possessive, stops_at, tokens
from claimdesk.segmenting.quotations.words import (
    NOUNS_IN_CAPITALS,
    WITHOUT_CAPITALS,
    WITHOUT_SPACES,
    Words,
)

_STRETCHES_BACK = 3
_NEAR = 6
_LONGEST_OFFICE = 2
_INFLECTED = ("e", "er", "es", "en", "em")  # `Dichter Nebel` begins a sentence like a name does
_THINGS = frozenset(
    """
    street road lane avenue square park river lake bay harbour harbor island bridge hall city town
    village county council court university college school museum library hospital church bank
    company club union party ministry department office police airport station festival cup league
    straße platz rat amt partei verein hafen brücke universität schule museum bank kirche rue place
    avenue mairie conseil université école musée banque pont port calle plaza puerto puente consejo
    universidad escuela museo banco iglesia via piazza porto ponte consiglio università scuola
    strada piața portul podul consiliul consiliului primăria universitatea școala muzeul vechi
    улица площадь порт мост совет университет школа музей банк вулиця площа міст рада університет
    музей ulica plac most rada uniwersytet szkoła muzeum bank straat plein haven brug raad school
    united new north south east west saint san santa são sankt bad
    """.split()
)


def only_person(text: str, told: list[tuple[int, int]], words: Words) -> Phrase | None:
    """The one person of the last sentence of narrative that names any; None if it names two.

    `told` are the stretches between quotations. A person is a name of two to four capitals that
    does not follow a preposition or an article, or one behind a title. Scripts without capitals
    name nobody here. The kind is `subject` where the sentence begins with the name.
    """
    if words.language in WITHOUT_CAPITALS | WITHOUT_SPACES:
        return None
    for start, end in reversed(told[-_STRETCHES_BACK:]):
        found = tokens(text, max(start, end - FARTHEST), end)
        limit = len(found)
        while limit:
            first = next((n for n in range(limit - 1, -1, -1) if stops_at(text, found, n)), 0)
            persons = _persons(Reader(text, found[first:limit], words))
            if persons:
                names = {text[person.start : person.end] for person in persons}
                return persons[0] if len(names) == 1 else None
            limit = first
    return None


def opening_role(text: str, start: int, end: int, words: Words) -> Phrase | None:
    """The role without name that the last sentence of `text[start:end]` begins with.

    `The old mayor` of `The old mayor smiled.`; nobody where a name follows.
    """
    if words.language in WITHOUT_CAPITALS | WITHOUT_SPACES:
        return None
    found = tokens(text, max(start, end - FARTHEST), end)
    first = next((n for n in range(len(found) - 1, -1, -1) if stops_at(text, found, n)), 0)
    reader = Reader(text, found[first:], words)
    if reader.form(0) not in words.one:
        return None
    bounds = words.prepositions | words.stops | words.within | words.relatives
    for n in range(1, min(_STRETCHES_BACK + 1, len(reader.found))):
        if reader.found[n].apart or reader.form(n) in bounds or reader.verb(n):
            return None
        if reader.form(n) in words.roles:
            return _alone(reader, n)
    return None


def _alone(reader: Reader, index: int) -> Phrase | None:
    """The phrase up to the role at `index`, if neither a name nor another noun follows."""
    behind = index + 1
    within = reader.form(behind) in reader.words.within
    near = reader.found[behind : behind + _NEAR]
    beside = next((n for n in range(1, len(near)) if near[n].apart.strip(".")), len(near))
    if within or any(token.capital for token in near[:beside]):
        return None
    return Phrase(reader.found[0].start, reader.found[index].end, "noun")


def _persons(reader: Reader) -> list[Phrase]:
    persons, index, limit = list[Phrase](), 0, len(reader.found)
    while index < limit:
        behind = max(reader.name(index, limit), index + 1)
        begin = _past_title(reader, index, behind)
        if 2 <= behind - begin <= 4 and _personal(reader, begin, behind):
            titled = reader.phrase(index, behind, subject=True)
            persons.append(_person(reader, begin, behind, titled))
        elif behind - begin == 1 and _titled(reader, index, begin):
            persons.append(_person(reader, begin, behind, None))
        index = behind
    return persons


def _titled(reader: Reader, index: int, begin: int) -> bool:
    """Whether one capital is a name, because an honorific stands before it."""
    titles = reader.words.he_title | reader.words.she_title
    if not reader.found[begin].capital or reader.found[begin].apart.strip("."):
        return False
    return any(reader.form(n).rstrip(".") in titles for n in range(max(index - 1, 0), begin))


def _person(reader: Reader, begin: int, behind: int, titled: Phrase | None) -> Phrase:
    found = reader.found
    feminine = titled.feminine if titled else None
    first = begin == 0 or (begin <= _LONGEST_OFFICE and not found[begin].apart.strip("."))
    kind = "subject" if first else "name"
    return Phrase(found[begin].start, found[behind - 1].end, kind, feminine=feminine)


def _past_title(reader: Reader, index: int, behind: int) -> int:
    """Where the name itself begins, behind honorifics, roles and an opening article."""
    words = reader.words
    titles = words.he_title | words.she_title | words.roles | words.one | words.meanwhile
    titles |= words.prepositions | words.stops
    while index < behind and reader.form(index).rstrip(".") in titles:
        index += 1
    return index


def _of_thing(reader: Reader, index: int) -> bool:
    """A genitive, an abbreviation in capitals, or a word for a place or a body."""
    token = reader.found[index]
    word = reader.text[token.start : token.end]
    initials = word.isupper() and len(word.rstrip(".")) > 1
    return possessive(token) or initials or token.form in _THINGS


def _personal(reader: Reader, begin: int, behind: int) -> bool:
    words, found = reader.words, reader.found
    if any(_of_thing(reader, n) for n in range(begin, behind)):
        return False
    adjective = reader.form(begin).endswith(_INFLECTED) and not begin and behind - begin == 2
    if adjective and words.language in NOUNS_IN_CAPITALS:
        return False
    before = reader.form(begin - 1) if begin and not found[begin].apart else ""
    if before in words.prepositions | words.within or before in words.one:
        return False
    letters = [n for n in range(begin, behind) if len(found[n].form.rstrip(".")) > 1]
    return bool(letters) and not any(c.isdigit() for n in letters for c in found[n].form)
