"""JSON: an object a line, one object, or a list of them, each with a text and what is known."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from claimdesk import careful
from claimdesk.intake import markup, naming, streams
from claimdesk.intake.asides import Asides, of_title
from claimdesk.intake.drafts import Draft, Refusal, Unusable, checked, too_big, too_long
from claimdesk.intake.naming import TEXT

LIST_ROOM = 10_000_000
RECORDS = 100_000
LISTS = ("articles", "items", "entries", "documents", "posts", "results", "data")
"""Under what programs hand out many articles as one object: NewsAPI, JSON Feed, search engines."""
_BY_LINE = "write one object a line (.jsonl), of which there may be any number"
_FORM = (
    'It should be an object with a "text" that is a string ("body" and "content" are taken too).'
)


def longest_record(limit: int) -> int:
    """Bytes of a record: escaped, a code point takes twelve; metadata fits into the rest."""
    return 12 * limit + streams.BLOCK


def read_lines(source: str, stream: streams.Stream, limit: int) -> Iterator[Draft | Refusal]:
    """An article a line; never more than one of them is in memory."""
    lines = streams.lines(streams.plain(stream), longest_record(limit))
    told = Asides()
    is_empty = True
    for number, line in enumerate(lines, start=1):
        place = f"{source}:{number}"
        if line is not None and not line.strip():
            continue
        is_empty = False
        if line is None:
            yield Refusal(place, too_long(limit))
        else:
            yield from _parsed(place, line, limit, told)
    if is_empty:
        raise Unusable("It is empty.")


def read_whole(source: str, stream: streams.Stream, limit: int) -> Iterator[Draft | Refusal]:
    """One object, or a list of objects, of which each is taken or refused by itself."""
    room = max(longest_record(limit), LIST_ROOM)
    try:
        raw = streams.whole(streams.plain(stream), room)
        found = careful.read_loosely(raw, limit=len(raw))
    except streams.TooBig:
        raise Unusable(f"{too_big(room)[:-1]}; {_BY_LINE}.") from None
    except careful.Unreadable as error:
        raise Unusable(str(error)) from None
    many = _many(found)
    if many is None:
        yield _kept(source, found, limit, Asides())
        return
    if not many:
        raise Unusable("It is an empty list.")
    if len(many) > RECORDS:
        raise Unusable(f"It lists more than {RECORDS:,} objects; {_BY_LINE}.")
    told = Asides()
    for number, record in enumerate(many, start=1):
        yield _kept(f"{source}:{number}", record, limit, told)


def _many(found: Any) -> list[Any] | None:
    """The list of what may be articles, also as the one list of an object; None for one article."""
    if isinstance(found, list):
        return found
    if not isinstance(found, dict) or _texts(found):
        return None
    return next((found[name] for name in LISTS if _is_list_of_objects(found.get(name))), None)


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _parsed(place: str, line: bytes, limit: int, told: Asides) -> Iterator[Draft | Refusal]:
    try:
        found = careful.read(line, limit=len(line))
    except careful.Unreadable as error:
        yield Refusal(place, str(error))
        return
    many = _many(found)
    if not many or not _is_list_of_objects(many):
        yield _drafted(place, found, limit, told)
        return
    for number, record in enumerate(many, start=1):
        yield _drafted(f"{place}:{number}", record, limit, told)


def _kept(place: str, record: Any, limit: int, told: Asides) -> Draft | Refusal:
    """What was read loosely, for nothing in it to cost its neighbours."""
    flaw = careful.flaw(record)
    return Refusal(place, f"It {flaw}.") if flaw else _drafted(place, record, limit, told)


def _drafted(place: str, record: Any, limit: int, told: Asides) -> Draft | Refusal:
    texts = _texts(record) if isinstance(record, dict) else {}
    name = next((name for name, words in texts.items() if words.strip()), next(iter(texts), None))
    if name is None:
        return Refusal(place, _FORM)
    try:
        known = naming.known({key: record[key] for key in record if key != name}, "key")
    except Unusable as error:
        return Refusal(place, str(error))
    found = markup.words(texts[name], is_html=naming.says_html(name))
    notices = (*known.notices, *found.notices, *of_title(known.metadata, found.text))
    draft = Draft(found.text, place, known.metadata, found.original, known.known_from)
    taken = checked(draft, limit)
    if isinstance(taken, Refusal):
        return taken
    return replace(taken, notices=(*told.first(notices), *told.unused(known.unused, "key")))


def _texts(record: dict[str, Any]) -> dict[str, str]:
    """What may be the text of a record, the best first; a list of strings is one of paragraphs."""
    names = naming.among(record).get(TEXT, [])
    found = {name: _paragraphs(record[name]) for name in names}
    return {name: words for name, words in found.items() if words is not None}


def _paragraphs(value: Any) -> str | None:
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return "\n\n".join(value)
    return value if isinstance(value, str) else None
