"""JSON: a line for each row, or one array of all of them, streamed."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic_core import to_json

# Line ends to some readers of text, though not to JSON.
_LINE_ENDS = {end.encode(): b"\\u%04x" % ord(end) for end in "\x85\u2028\u2029"}


def jsonl(batches: Iterable[list[dict[str, Any]]]) -> Iterator[bytes]:
    """One object to a line, to every reader."""
    for batch in batches:
        yield b"".join([line + b"\n" for line in _lines(batch)])


def array(batches: Iterable[list[dict[str, Any]]]) -> Iterator[bytes]:
    """One array, with an object to a line."""
    before = b"[\n"
    for batch in batches:
        yield before + b",\n".join(_lines(batch))
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _lines(batch: list[dict[str, Any]]) -> list[bytes]:
    lines = [to_json(row) for row in batch]
    together = b"\n".join(lines)
    if any(end in together for end in _LINE_ENDS):
        lines = [_escaped(line) for line in lines]
    return lines


def _escaped(line: bytes) -> bytes:
    for end, written in _LINE_ENDS.items():
        line = line.replace(end, written)
    return line
