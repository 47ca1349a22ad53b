"""What every part of segmenting does to a text: nothing but look."""

import unicodedata
from collections.abc import Iterator


def normalise(text: str) -> str:
    """NFC with `\\n` as the only line break; everything else stays as it came."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; empty at `start` when nothing is left."""
    piece = text[start:end]
    stripped = piece.lstrip()
    start += len(piece) - len(stripped)
    return start, start + len(stripped.rstrip())


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Trimmed spans of the lines that hold something."""
    position = 0
    while position < len(text):
        line_end = text.find("\n", position)
        line_end = len(text) if line_end < 0 else line_end
        start, end = trim(text, position, line_end)
        if start < end:
            yield start, end
        position = line_end + 1
