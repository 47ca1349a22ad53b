"""Quotation marks of all conventions, paired within a paragraph.

A mark opens or closes by what stands beside it and by what is open already; the language is not
asked, because texts mix conventions more often than they keep them. An apostrophe is never a
mark, nor are signs of feet and inches.
"""

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass

DEEPEST = 8
_LONGEST_RUN = 6  # more marks in a row are an ornament

# Whether `text[start:end]` begins with who says it.
Says = Callable[[int, int], bool]

_RUN = re.compile("[“”„‟«»‹›‘’‚‛\"'`＂「」『』《》〈〉〝〞〟]+|,,(?=\\w)")
_MARK = re.compile("''|``|‘‘|’’|,,|.")
_WORD = re.compile(r"[^\W_]")
_GERSHAYIM = re.compile(r"(?<=[א-ת])\"[א-ת](?![א-ת])")
_YEARS = re.compile(r"\d\ds?\b")

# Which marks may close what a mark has opened.
_CLOSERS = {
    "„": "“”\"‟＂''’’",
    "‟": "”",
    "“": "”“\"''",
    "”": "”",
    '"': "\"”“＂''",
    "＂": '＂"',
    "``": "''\"”",
    "''": "''",
    ",,": "''\"”“’’",
    "‘‘": "’’",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‚": "‘’'",
    "‛": "’",
    "‘": "’'",
    "'": "'’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "〝": "〞〟",
}
CLOSES = {opener: frozenset(_MARK.findall(closers)) for opener, closers in _CLOSERS.items()}
_NAMES = [*CLOSES, "’", "’’", "」", "』", "》", "〉", "〞", "〟", "`"]
_NUMBER = {name: number for number, name in enumerate(_NAMES)}
_ALWAYS_OPEN = frozenset("„ ‟ 「 『 《 〈 〝 `` ,, ‘‘".split())
_SINGLE = frozenset("‘ ’ ' ‚ ‛".split())
_STRAIGHT = frozenset(['"', "＂", "''"])
_FAMILY = bytes(1 if name in _STRAIGHT else 2 if name in _SINGLE else 0 for name in _NAMES)
_ELIDED = frozenset("em n tis twas til cause bout round cos s t".split())

_OPENING, _CLOSING, _UNCLEAR = 1, 2, 0
_BEFORE_OPENING = "([{<—–-‒―/¿¡=*_>|"
_AFTER_CLOSING = ",.;:!?…)]}—–-‒―/、。，*_<|،؛؟।"


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` between two marks; `mark` opened it, and none closed it if not `closed`."""

    start: int
    end: int
    mark: str
    closed: bool


class _Marks:
    """The marks of one paragraph, in arrays because there may be millions."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.places = array("q")
        self.kinds = bytearray()
        self.sides = bytearray()
        self.coming = bytearray()
        for run in _RUN.finditer(text, start, end):
            if run.end() - run.start() <= _LONGEST_RUN:
                self._read(run.start(), run.end())
        self._look_ahead()

    def _read(self, first: int, last: int) -> None:
        text = self.text
        left = text[first - 1] if first > self.start else ""
        right = text[last] if last < self.end else ""
        side = _side(left, right)
        for mark in _MARK.finditer(text, first, last):
            name = mark.group()
            if name in _SINGLE and self._apostrophe(mark.start(), mark.end()):
                continue
            if name == '"' and _GERSHAYIM.match(text, mark.start(), self.end):
                continue
            self.places.append(mark.start())
            self.kinds.append(_NUMBER[name])
            self.sides.append(side)

    def _apostrophe(self, first: int, last: int) -> bool:
        """Inside a word, before a shortened one or a shortened year."""
        text = self.text
        before = first > self.start and text[first - 1].isalnum()
        after = last < self.end and text[last].isalnum()
        if before or not after:
            return before and after
        if _YEARS.match(text, last):
            return text[first] == "’" or text[last + 2 : last + 3] == "s"
        word = text[last : last + 6].split(" ")[0].rstrip("'’.,").lower()
        return text[first] in "'‘" and word in _ELIDED

    def _look_ahead(self) -> None:
        """For each mark the side of the next one of its family in the paragraph, shifted by one."""
        following = [0, 0, 0]
        self.coming = bytearray(len(self.kinds))
        for place in range(len(self.kinds) - 1, -1, -1):
            family = _FAMILY[self.kinds[place]]
            self.coming[place] = following[family]
            following[family] = self.sides[place] + 1


def _side(left: str, right: str) -> int:
    """Whether a mark between these characters looks like opening or closing."""
    if not left or left == ":":
        return _OPENING if right else _CLOSING
    if not right:
        return _CLOSING
    if left.isspace() or left in _BEFORE_OPENING:
        if right.isspace():
            return _UNCLEAR
        return _CLOSING if right in ",;:)" else _OPENING
    if right.isspace() or right in _AFTER_CLOSING:
        return _CLOSING
    return _UNCLEAR


class _Pairing:
    """One walk over the marks of a paragraph, with what is open on a stack."""

    def __init__(self, marks: _Marks, says: Says, pending: str | None) -> None:
        self.marks, self.says, self.pending = marks, says, pending
        self.open: list[tuple[int, str]] = []
        self.pieces: list[Piece] = []

    def run(self) -> list[Piece]:
        marks = self.marks
        for index, place in enumerate(marks.places):
            name, side = _NAMES[marks.kinds[index]], marks.sides[index]
            closing = self._closes(name, side, index)
            if closing is not None:
                self._close(closing, place, place + len(name))
            elif len(self.open) < DEEPEST and self._opens(name, side, index):
                self.open.append((place, name))
            elif not self.open and self.pending and name in CLOSES[self.pending]:
                self.pieces.append(Piece(marks.start, place + len(name), self.pending, True))
                self.pending = None
        self._leave()
        return self.pieces

    def _closes(self, name: str, side: int, index: int) -> int | None:
        """Which open mark this one closes, by its place on the stack."""
        found = next(
            (n for n in range(len(self.open) - 1, -1, -1) if name in CLOSES[self.open[n][1]]), None
        )
        if found is None:
            return None
        opener = self.open[found][1]
        if name in _SINGLE:
            return found if self._single_closes(side, index) else None
        if name in _STRAIGHT:
            return self._straight_closes(found, side, index)
        if name == opener or (name in "“«‹" and side == _OPENING):
            return found if side == _CLOSING else None
        return found

    def _single_closes(self, side: int, index: int) -> bool:
        """Not when it may be a genitive and another mark will do: `‘the workers’ boat’`."""
        text, place = self.marks.text, self.marks.places[index]
        if side == _OPENING:
            return False
        genitive = text[place - 1] in "sxz" and text[place + 1 : place + 2] == " "
        return not (genitive and self.marks.coming[index] == _CLOSING + 1)

    def _straight_closes(self, found: int, side: int, index: int) -> int | None:
        """A straight mark closes unless it looks like opening; before `said X` it closes all."""
        marks, place = self.marks, self.marks.places[index]
        after = place + len(_NAMES[marks.kinds[index]])
        attributed = self.says(after, marks.end)
        if side == _OPENING and not (attributed and marks.text[place - 1 : place] == " "):
            return None
        if self._inches(place) and marks.coming[index] == _CLOSING + 1:
            return None
        if attributed:
            same = (n for n, (_, opener) in enumerate(self.open) if opener in _STRAIGHT)
            return next(same, found)
        return found

    def _inches(self, place: int) -> bool:
        text = self.marks.text
        return text[place - 1 : place].isdigit() and text[place + 1 : place + 2] in (" ", "")

    def _opens(self, name: str, side: int, index: int) -> bool:
        if name in _ALWAYS_OPEN:
            return self.marks.places[index] + len(name) < self.marks.end
        if name not in CLOSES:
            return False
        if name in _STRAIGHT:
            return self._straight_opens(side, index)
        if name in _SINGLE or name in "”»›":
            explained = name not in "'”" or bool(self.marks.coming[index])
            return side == _OPENING and explained
        return side != _CLOSING

    def _straight_opens(self, side: int, index: int) -> bool:
        """Even one that looks like closing opens, when nothing else explains the mark to come."""
        if side == _OPENING:
            return True
        coming = self.marks.coming[index]
        if self.open or not coming or self._inches(self.marks.places[index]):
            return False
        return side == _UNCLEAR or coming != _OPENING + 1

    def _close(self, found: int, place: int, after: int) -> None:
        """Close one mark; those opened after it end before the closing mark."""
        for start, name in self.open[found + 1 :]:
            if name not in _SINGLE:
                self._add(start, place, name, closed=False)
        start, name = self.open[found]
        del self.open[found:]
        self._add(start, after, name, closed=True)

    def _add(self, start: int, end: int, name: str, *, closed: bool) -> None:
        while end > start and self.marks.text[end - 1].isspace():
            end -= 1
        if _WORD.search(self.marks.text, start, end):
            self.pieces.append(Piece(start, end, name, closed))

    def _leave(self) -> None:
        """What is never closed: it shares the mark of one inside it, or ends with its paragraph."""
        end = self.marks.end
        for start, name in reversed(self.open):
            if name in _SINGLE and start != self.marks.start:
                continue
            inside = self._first_inside(start, name, end)
            if inside is None:
                self._add(start, end, name, closed=False)
            elif self._new_sentence(self.pieces[inside].start):
                self._add(start, self.pieces[inside].start, name, closed=False)
            else:
                self._share(start, name, inside)
            end = start if inside is None else end

    def _first_inside(self, start: int, name: str, end: int) -> int | None:
        """The first piece after `start` of the same mark that is not within another."""
        later = [n for n, piece in enumerate(self.pieces) if start < piece.start < end]
        later.sort(key=lambda n: (self.pieces[n].start, -self.pieces[n].end))
        covered = start
        for n in later:
            piece = self.pieces[n]
            if piece.start >= covered and piece.mark == name and piece.closed:
                return n
            covered = max(covered, piece.end)
        return None

    def _new_sentence(self, place: int) -> bool:
        before = self.marks.text[max(self.marks.start, place - 4) : place].rstrip()
        return before.endswith((".", "!", "?", "…"))

    def _share(self, start: int, name: str, inside: int) -> None:
        inner = self.pieces[inside]
        self.pieces[inside] = Piece(inner.start, inner.end - 1, inner.mark, False)
        self.pieces.append(Piece(start, inner.end, name, True))


def pair(
    text: str, start: int, end: int, says: Says, pending: str | None = None
) -> Iterator[Piece]:
    """Pieces of one paragraph by where they open, outer ones first, never crossing.

    `pending` is the mark that the paragraph before has left open.
    """
    pieces = _Pairing(_Marks(text, start, end), says, pending).run()
    pieces.sort(key=lambda piece: (piece.start, -piece.end))
    last: Piece | None = None
    for piece in pieces:
        if last and (piece.start, piece.end) in (
            (last.start + 1, last.end - 1),
            (last.start, last.end),
        ):
            continue
        last = piece
        yield piece
