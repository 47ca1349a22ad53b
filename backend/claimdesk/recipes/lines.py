"""JSON: a line for each row, or one array of all of them, streamed."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic_core import to_json

# Line ends to some readers of text, though not to JSON.
_LINE_ENDS = {end.encode(): b"\\u%04x" % ord(end) for end in "\x85\u2028\u2029"}


def jsonl(batches: Iterable[list[dict[str, Any]]]) -> Iterator[bytes]:
    """One object to a line, to every reader."""
    for batch in batches:
        yield _together(batch, b"\n") + b"\n"


def array(batches: Iterable[list[dict[str, Any]]]) -> Iterator[bytes]:
    """One array, with an object to a line."""
    before = b"[\n"
    for batch in batches:
        yield before + _together(batch, b",\n")
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _together(batch: list[dict[str, Any]], between: bytes) -> bytes:
    text = between.join(map(to_json, batch))
    for end, written in _LINE_ENDS.items():
        text = text.replace(end, written)
    return text
