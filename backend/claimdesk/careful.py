"""The one reader of JSON that comes from outside.

What it lets pass can be kept by every database we know: PostgreSQL takes no NUL, no half of a
surrogate pair and no NaN, and what only SQLite took would stop the day somebody moves. Reasons
never repeat what was read.
"""

import json
import math
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from pydantic_core import from_json, to_json

ROOM = 8_000_000
DEEPEST = 64
_CUT = 2 * DEEPEST
"""Leaves what is cut still too deep to be kept, and an envelope around it readable."""
_WHOLE_NUMBERS = range(-(2**63), 2**63)
_LONGEST_NUMBER = 40
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[\[{]|[\]}]', re.DOTALL)


class Unreadable(ValueError):
    """It is not JSON that we take; the message is a short sentence for people."""


class _Endless(Unreadable):
    """It nests too deeply for the parser."""


def read(raw: bytes | str, *, limit: int = ROOM) -> Any:
    """The value, which can be stored as it is; Unreadable for anything else."""
    value = _parsed(_decoded(raw, limit))
    why = flaw(value)
    if why is not None:
        raise Unreadable(f"It {why}.")
    return value


def read_loosely(raw: bytes | str, *, limit: int = ROOM) -> Any:
    """A value of which a part may have a `flaw`, so that one part costs no other.

    What nests endlessly is cut off, deep enough to remain too deep.
    """
    text = _decoded(raw, limit)
    try:
        value = _parsed(text)
    except _Endless:
        return _parsed("".join(_cut(text)))
    depth = sum(1 for _ in _levels(value)) - 1
    return value if depth <= _CUT else _parsed("".join(_cut(text)))


def reread(text: str | bytes) -> Any:
    """What we wrote ourselves, in a third of the time."""
    try:
        return from_json(text)
    except ValueError:  # older rows may hold what would not be let in any more
        return read_loosely(text, limit=4 * len(text) + 1)


def write(value: Any) -> str:
    """JSON for ourselves; what has a `flaw` is written as Python writes it."""
    try:
        return to_json(value, inf_nan_mode="constants").decode()
    except ValueError:
        return json.dumps(value)


def flaw(value: Any) -> str | None:
    """Why a value that was read cannot be kept, as the end of "It ..."; None if it can be."""
    for depth, parts in enumerate(_levels(value)):
        if depth > DEEPEST:
            return "is nested too deeply"
        text = "".join([part for part in parts if type(part) is str])
        if "\0" in text:
            return "holds NUL characters"
        if not (text.isascii() or _encodable(text)):
            return "holds half of a surrogate pair, which is no character"
        for part in parts:
            if type(part) is int and part not in _WHOLE_NUMBERS:
                return "holds a number that is too large"
            if type(part) is float and not math.isfinite(part):
                return "holds NaN, Infinity or a number that is too large"
    return None


def _levels(value: Any) -> Iterator[list[Any]]:
    """All that is in a value, level by level, keys included."""
    boxes: list[Any] = [[value]]
    while boxes:
        parts = [
            part
            for box in boxes
            for part in (chain(box, box.values()) if type(box) is dict else box)
        ]
        yield parts
        boxes = [part for part in parts if type(part) is dict or type(part) is list]


def _decoded(raw: bytes | str, limit: int) -> str:
    try:
        octets = raw.encode("utf-8") if isinstance(raw, str) else raw
        if len(octets) > limit:
            raise Unreadable(f"It is longer than {limit:,} bytes.")
        text = octets.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"It is not valid UTF-8 (byte {error.start}).") from None
    except UnicodeEncodeError:
        raise Unreadable("It holds half of a surrogate pair, which is no character.") from None
    if "\0" in text:
        raise Unreadable("It holds NUL characters.")
    if text.startswith("\ufeff"):
        raise Unreadable("It begins with a byte order mark.")
    if not text.strip():
        raise Unreadable("It is empty.")
    return text


def _parsed(text: str) -> Any:
    try:
        return _PARSER.decode(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Unreadable(f"It is not valid JSON ({where}).") from None
    except RecursionError:
        raise _Endless("It is nested too deeply.") from None


def _cut(text: str) -> Iterator[str]:
    """The text without what lies below a depth."""
    depth = begin = 0
    for token in _TOKEN.finditer(text):
        if token[0] in ("[", "{"):
            depth += 1
            if depth == _CUT:
                yield f"{text[begin : token.start()]}[]"
        elif token[0] in ("]", "}"):
            if depth == _CUT:
                begin = token.end()
            depth -= 1
    if depth < _CUT:
        yield text[begin:]


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unreadable("A key stands twice in one of its objects.")
    return found


def _whole_number(digits: str) -> int | float:
    """Too long for any database is as good as infinite, and costs less than to work it out."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else math.inf


_PARSER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole_number)
