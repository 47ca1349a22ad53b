"""Lines as they look: long or short, with a stop or without, in quotation marks or not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.segmenting.furniture.matching import words_of
from claimdesk.segmenting.furniture.vocabulary import AGENCIES, MONTHS_AND_DAYS, SAYS
from claimdesk.segmenting.texts import trim

LONGEST_SHORT, FEWEST_TOLD = 400, 4
MOST_AGENCIES, LONGEST_CODE, MOST_NAMES = 4, 4, 12
ENDS = ".!?…。！？｡؟۔।॥։።"
CLOSERS = "\"'”’»›“‘)\\]】」』）\u2060*_ "
OPENERS = '"“„«‹「『‘‚»'
_READABLE = re.compile(r"[^\W_]")
_STOP_INSIDE = re.compile('[^\\W\\d_]{3}[.!?][”’»“"]?\\s+[^\\W\\d_]')
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,400}\)")
_MARKDOWN = re.compile(r"#{1,6}\s+(?=\S)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[\w-]+\.[\w.-]+|[,|·•]")
_TELEPHONE = re.compile(r"\+?\(?\d[\d ()/.–-]{4,24}\d")
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+")
_LISTED = re.compile(r"[-–—•*·▪●‣◦+]|\(?\d{1,3}[.)]\s|[a-zа-я]\)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: `text` without Markdown is empty when the line is long.

    `alone` lines are whole paragraphs; `words` are what phrases are matched with, `places` where
    each begins in the line as it stands.
    """

    start: int
    end: int
    alone: bool
    text: str
    words: tuple[str, ...]

    @property
    def long(self) -> bool:
        """Whether it is too long to be looked at word by word."""
        return self.end - self.start > LONGEST_SHORT

    @property
    def stopped(self) -> bool:
        """Whether it ends as sentences do, also within closing marks."""
        rest = self.text.rstrip(CLOSERS)
        return self.long or (bool(rest) and rest[-1] in ENDS)

    @property
    def asks(self) -> bool:
        """Whether it ends as questions, calls and cut-off lines do."""
        return not self.long and self.text.rstrip(CLOSERS)[-1:] in ("?", "!", "…", "？", "！", "؟")

    @property
    def goes_on(self) -> bool:
        """Whether it ends as nothing ends that stands for itself."""
        return self.text.endswith((":", ";", ",", "：", "，"))

    @property
    def quoted(self) -> bool:
        """Whether it begins with a quotation mark."""
        return self.text[:1] in tuple(OPENERS)

    @property
    def listed(self) -> bool:
        """Whether it begins as an entry of a list."""
        return bool(_LISTED.match(self.text))

    @property
    def prose(self) -> bool:
        """Whether it reads like running text and not like a label."""
        enough = len(self.words) >= 4 or sum(map(len, self.words)) >= 24
        if self.long or not self.alone or (self.stopped and enough):
            return True
        inside = len(self.words) >= 8 and bool(_STOP_INSIDE.search(self.text))
        return inside or (self.goes_on and len(self.words) >= 3)

    @property
    def key(self) -> str:
        """Its letters and digits only, to compare headlines with."""
        return "".join(word.lstrip("^") for word in self.words if word != ":")

    @property
    def key_words(self) -> set[str]:
        """Its words without their marks."""
        return {word.lstrip("^") for word in self.words}

    @property
    def dated(self) -> bool:
        """Whether it names a month or a day of the week."""
        return any(word.lstrip("^") in MONTHS_AND_DAYS - {"march"} for word in self.words)

    @property
    def says(self) -> bool:
        """Whether somebody says something in it."""
        return any(word.lstrip("^") in SAYS for word in self.words)

    @property
    def tells(self) -> bool:
        """Whether behind its colon stands a sentence, with more small words than names."""
        if ":" not in self.words or not self.stopped:
            return False
        after = self.words[self.words.index(":") + 1 :]
        small = sum(not word.startswith(("^", "0")) for word in after)
        return 2 * small > len(after) >= FEWEST_TOLD

    @property
    def reported(self) -> bool:
        """Whether it is a whole sentence that says something of somebody else."""
        if not self.stopped or self.asks or len(self.words) < 4:
            return False
        colon = self.words.index(":") if ":" in self.words else None
        lower = colon is not None and self.words[min(colon + 1, len(self.words) - 1)][0] not in "^0"
        return lower or (len(self.words) >= 6 and self.says)


def lines_of(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines of all paragraphs, in order."""
    return [line for start, end in paragraphs for line in _lines(text, start, end)]


def unreadable(text: str, line: Line) -> bool:
    """Nothing in it could be read aloud."""
    return not _READABLE.search(text, line.start, line.end)


def addresses_only(line: Line) -> bool:
    """Nothing but addresses of pages and people."""
    return not line.long and all(map(_ADDRESS.fullmatch, line.text.split()))


def reaches(line: Line) -> bool:
    """Whether it holds an address or a number to write or to call to."""
    return not line.long and ("@" in line.text or bool(_TELEPHONE.search(line.text)))


def hashtags_only(line: Line) -> bool:
    """Nothing but hashtags."""
    return not line.long and bool(_HASHTAGS.fullmatch(line.text))


def agencies_only(line: Line) -> bool:
    """`dpa`, `(dpa/jbr)`: agencies, and in brackets also who of them wrote."""
    if line.long or not 1 <= len(line.words) <= MOST_AGENCIES:
        return False
    bracketed = line.text.startswith(("(", "[")) and line.text.rstrip(".").endswith((")", "]"))
    words = [word.lstrip("^") for word in line.words]
    known = [word in AGENCIES for word in words]
    if not bracketed:
        return all(known) and not line.stopped
    return any(known) and all(len(word) <= LONGEST_CODE or word in AGENCIES for word in words)


def photo_credit(line: Line) -> bool:
    """`© Paul Vidal / AFP`: names behind the sign, and no sentence."""
    return line.text.startswith("©") and not line.stopped and 2 <= len(line.words) <= MOST_NAMES


def markdown_heading(text: str, line: Line) -> bool:
    """A line that begins with one to six # and a space."""
    found = _MARKDOWN.match(text, line.start, line.end)
    return bool(found) and not line.long


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    alone = text.find("\n", start, end) < 0
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        first, last = trim(text, position, stop)
        if first < last:
            yield line_at(text, first, last, alone=alone)
        position = stop + 1


def line_at(text: str, start: int, end: int, *, alone: bool = True) -> Line:
    """A trimmed stretch of text as a line; the whole of a paragraph if it stands `alone`."""
    if end - start > LONGEST_SHORT:
        return Line(start, end, alone, "", ())
    plain = _plain(text[start:end])
    return Line(start, end, alone, plain, tuple(word for word, _ in words_of(plain)))


def _plain(piece: str) -> str:
    """A line without the marks of Markdown around it."""
    if "](" in piece:
        piece = _LINK.sub(r"\1", piece)
    piece = _MARKDOWN.sub("", piece, count=1) if piece.startswith("#") else piece
    if piece[0] in "*_>" and len(piece) > 2:
        piece = piece.lstrip(">").strip().strip("*_").strip() or piece
    return piece
