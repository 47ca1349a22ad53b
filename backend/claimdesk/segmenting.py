"""A text cut into segments: pure, linear, and never changing a character.

Segments tile the text: every character that is not white space belongs to exactly one, and
offsets are code points. Where a break is doubtful, the sentence stays whole, because a reviewer
can shrink a claim more easily than see that half of it is missing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

TITLE, BODY, BOILERPLATE = "title", "body", "boilerplate"
FURNITURE = frozenset({"boilerplate", "byline", "heading"})
LONGEST_TITLE = 200

_ENDS = ".!?…。！？｡؟۔।॥։።"
_UNSPACED = "。！？｡"
_CLOSERS = "\"'”’»›“)\\]】」』）\u2060"
_STOP = re.compile(f"[{_ENDS}]+[{_CLOSERS}]*")
_WORD_BEFORE = re.compile(r"\S{1,40}\Z")
_LONGEST_WORD = 41

# Words after which a full stop does not end a sentence, in any of the languages met so far.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st sen rep gov gen col lt sgt capt rev hon jr sr vs etc cf approx
    jan feb mar apr jun jul aug sep sept oct nov dec no vol fig dept est inc ltd co corp
    bzw ca usw nr str hr fr dipl ing abs bd m mm mme mlle av env sra srta dra ud uds pág núm
    им ул г гг р рр вул ім тис млн млрд грн коп див напр проф акад
    """.split()
)


@dataclass(frozen=True)
class Span:
    """`text[start:end]` and the part it plays."""

    start: int
    end: int
    role: str


def normalise(text: str) -> str:
    """NFC with `\\n` as the only line break; everything else stays as it came."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def split(text: str) -> list[Span]:
    """Cut a normalised text into segments, in order, without overlap and without gaps."""
    spans: list[Span] = []
    for start, end in _lines(text):
        if not spans and end - start <= LONGEST_TITLE and text[end - 1] not in _ENDS + ":;,":
            spans.append(Span(start, end, TITLE))
            continue
        spans.extend(
            Span(first, last, _role(text, first, last))
            for first, last in _sentences(text, start, end)
        )
    return spans


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; empty at `start` when nothing is left."""
    piece = text[start:end]
    stripped = piece.lstrip()
    start += len(piece) - len(stripped)
    return start, start + len(stripped.rstrip())


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Trimmed spans of the lines that hold something."""
    position = 0
    while position < len(text):
        line_end = text.find("\n", position)
        line_end = len(text) if line_end < 0 else line_end
        start, end = trim(text, position, line_end)
        if start < end:
            yield start, end
        position = line_end + 1


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Trimmed spans of the sentences of one line."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _breaks(text, stop.start(), stop.end(), first):
            yield trim(text, first, stop.end())
            first = stop.end()
    rest = trim(text, first, end)
    if rest[0] < rest[1]:
        yield rest


def _breaks(text: str, stop: int, after: int, first: int) -> bool:
    """Whether the stop at `text[stop:after]` ends the sentence that began at `first`."""
    if text[stop] in _UNSPACED:
        return True
    if not text[after].isspace():
        return False
    following = text[after : after + _LONGEST_WORD].lstrip()
    if following and following[0].islower():
        return False
    if text[stop] != "." or after - stop > 1:
        return True
    word = _WORD_BEFORE.search(text[max(first, stop - _LONGEST_WORD) : stop])
    return not (word and _abbreviates(word.group().lstrip("\"'“„«(‘‚[")))


def _abbreviates(word: str) -> bool:
    """Whether a full stop after this word belongs to the word: initials, ordinals, titles."""
    initial = len(word) == 1 and word.isalpha() and word.isupper()
    dotted = "." in word and all(len(part) <= 2 for part in word.split("."))
    ordinal = len(word) <= 2 and word.isdigit()
    return initial or dotted or ordinal or word.lower() in _ABBREVIATIONS


def _role(text: str, start: int, end: int) -> str:
    """Body, unless nothing in it could be read aloud."""
    return BODY if any(letter.isalnum() for letter in text[start:end]) else BOILERPLATE
