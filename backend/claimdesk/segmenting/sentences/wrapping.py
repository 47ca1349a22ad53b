"""Where paragraphs begin and end: lines, joined again where a line break cut a sentence."""

from collections.abc import Iterator
from itertools import pairwise

from claimdesk.segmenting.sentences import marks
from claimdesk.segmenting.texts import lines

Line = tuple[int, int]

_LONGEST_BLOCK = 400
_NARROWEST, _WIDEST = 45, 100
_SLACK = 2


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Trimmed spans of the stretches within which sentences run.

    A newline ends one, unless the sentence was visibly cut by it: the next line opens with a
    comma or a small letter and the line before has no final punctuation; or the lines are filled
    up to one width, as in hard-wrapped plain text. Nothing is joined across a blank line.
    """
    for block in _blocks(text):
        wrapped = _wrapped(text, block)
        start, end = block[0]
        for line in block[1:]:
            if (wrapped and not _itemised(text, line)) or _cut(text, (start, end), line):
                end = line[1]
                continue
            yield start, end
            start, end = line
        yield start, end


def _blocks(text: str) -> Iterator[list[Line]]:
    """Lines that follow each other without a blank one, no more at a time than a page holds."""
    block: list[Line] = []
    for line in lines(text):
        if block and (len(block) == _LONGEST_BLOCK or _blank_between(text, block[-1], line)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _blank_between(text: str, before: Line, line: Line) -> bool:
    return text.count("\n", before[1], line[0]) > 1


def _cut(text: str, before: Line, line: Line) -> bool:
    """Whether a line break fell into a sentence."""
    first = text[line[0]]
    if _ended(text, before[1]):
        return False
    if first in ",;" and not text[line[0] + 1 : line[0] + 2].isdigit():
        return True
    apart = marks.ENUMERATOR.match(text, line[0]) or marks.FIELD.match(text, line[0])
    runs_on = first.islower() and not apart
    return runs_on and (_is_clause(text, before) or _is_clause(text, line))


def _is_clause(text: str, line: Line) -> bool:
    """Three words or more: single words on lines of their own are a list."""
    return len(text[line[0] : min(line[1], line[0] + _WIDEST)].split(maxsplit=3)) > 2


def _ended(text: str, end: int) -> bool:
    """Whether a line closes with final punctuation, closing marks aside."""
    tail = text[max(0, end - 4) : end].rstrip("\"'”’»›“)]】」』*_ ")
    return bool(tail) and tail[-1] in marks.ENDS + ":"


def _itemised(text: str, line: Line) -> bool:
    """Whether a line opens like an entry of a list; a number alone is none (`June⏎18.`)."""
    start, end = line
    bullet = text[start] in "•·▪●○*-–—‣◦" and text[start + 1 : start + 2].isspace()
    return bullet or bool(marks.ENUMERATOR.match(text, start, end))


def _wrapped(text: str, block: list[Line]) -> bool:
    """Whether every line was filled until the next word did not fit any more."""
    if len(block) < 3:
        return False
    lengths = [end - start for start, end in block]
    width = max(lengths)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    pairs = list(pairwise(block))
    filled = sum(
        end - start + 1 + _first_word(text, following) > width - _SLACK
        for (start, end), following in pairs
    )
    open_ended = sum(not _ended(text, end) for _, end in block[:-1])
    running_on = sum(_runs_on(text, line) for line in block[1:])
    return (
        filled >= 0.85 * len(pairs)
        and open_ended > 0.5 * len(pairs)
        and 3 * running_on >= len(pairs)
    )


def _runs_on(text: str, line: Line) -> bool:
    """Whether a line opens as no heading would: not with a capital."""
    return not (text[line[0]].isupper() or _itemised(text, line))


def _first_word(text: str, line: Line) -> int:
    """Length of a line's first word."""
    window = text[line[0] : min(line[1], line[0] + _WIDEST)]
    return len(window.split(maxsplit=1)[0])
