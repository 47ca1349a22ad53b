"""JSON: an object a line, one object, or a list of them, each with `text` and what is known."""

from collections.abc import Iterator
from typing import Any

from claimdesk import careful
from claimdesk.intake import streams
from claimdesk.intake.drafts import Draft, Refusal, Unusable, checked, too_big, too_long
from claimdesk.intake.metadata import stated
from claimdesk.segmenting import normalise

LIST_ROOM = 10_000_000
RECORDS = 100_000
_BY_LINE = "write one object a line (.jsonl), of which there may be any number"
_FORM = 'It should be an object with a "text" that is a string.'


def longest_record(limit: int) -> int:
    """Bytes of a record: escaped, a code point takes twelve; metadata fits into the rest."""
    return 12 * limit + streams.BLOCK


def read_lines(source: str, stream: streams.Stream, limit: int) -> Iterator[Draft | Refusal]:
    """An article a line; never more than one of them is in memory."""
    lines = streams.lines(streams.plain(stream), longest_record(limit))
    for number, line in enumerate(lines, start=1):
        place = f"{source}:{number}"
        if line is None:
            yield Refusal(place, too_long(limit))
        elif line.strip():
            yield _parsed(place, line, limit)


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
    if not isinstance(found, list):
        yield _kept(source, found, limit)
        return
    if not found:
        raise Unusable("It is an empty list.")
    if len(found) > RECORDS:
        raise Unusable(f"It lists more than {RECORDS:,} objects; {_BY_LINE}.")
    for number, record in enumerate(found, start=1):
        yield _kept(f"{source}:{number}", record, limit)


def _parsed(place: str, line: bytes, limit: int) -> Draft | Refusal:
    try:
        record = careful.read(line, limit=len(line))
    except careful.Unreadable as error:
        return Refusal(place, str(error))
    return _drafted(place, record, limit)


def _kept(place: str, record: Any, limit: int) -> Draft | Refusal:
    """What was read loosely, for nothing in it to cost its neighbours."""
    flaw = careful.flaw(record)
    return Refusal(place, f"It {flaw}.") if flaw else _drafted(place, record, limit)


def _drafted(place: str, record: Any, limit: int) -> Draft | Refusal:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return Refusal(place, _FORM)
    text = record.pop("text")
    try:
        metadata = stated(record)
    except Unusable as error:
        return Refusal(place, str(error))
    said = {name: f"key {name}" for name in metadata.model_dump(exclude_none=True)}
    return checked(Draft(normalise(text), place, metadata, known_from=said), limit)
