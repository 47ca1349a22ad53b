"""HTML where plain text is meant to be: in a field of a record or a table, in a file of text.

Only what is plainly markup is read as such. A text that speaks of tags, or has one word in bold,
stays as it is; to take its tags away would be to change what somebody wrote.
"""

import re
from dataclasses import dataclass

from claimdesk import __version__
from claimdesk.intake import fragments
from claimdesk.intake.drafts import Original
from claimdesk.segmenting import normalise

NOTICE = "Its text is HTML: it was read without the tags, and is kept beside as it came."
GLANCE = 1000
_BLOCK = r"(?:p|div|article|section|main|h[1-6]|ul|ol|blockquote|figure|table|body|html)"
_OPENS = re.compile(rf"<{_BLOCK}(?=[\s>])[^<>]{{0,{GLANCE}}}>", re.IGNORECASE)
_CLOSES = re.compile(rf"</{_BLOCK}\s{{0,9}}>", re.IGNORECASE)
_BREAKS = re.compile(r"(?<=\S)(?:<br\s{0,9}/?>|</p\s{0,9}>)", re.IGNORECASE)
_BLANKS = re.compile(r"\s*+")


@dataclass(frozen=True)
class Words:
    """Normalised text; with what it was taken out of when that was HTML."""

    text: str
    original: Original | None = None

    @property
    def notices(self) -> tuple[str, ...]:
        """What there is to tell of it."""
        return (NOTICE,) if self.original else ()


def words(written: str, *, is_html: bool = False) -> Words:
    """The words of a text, without its tags if it is plainly HTML, or said to be."""
    if not (is_html or is_markup(written)) or not _encodable(written):
        return Words(normalise(written))
    return Words(normalise(fragments.text(written)), original(written))


def original(written: str) -> Original:
    """A piece of HTML, to be kept as it came."""
    from lxml import etree

    by = f"claimdesk {__version__}; lxml {etree.__version__}"
    return Original.of("text/html", written.encode(), by)


def is_markup(written: str) -> bool:
    """Whether it opens with a block and closes one, or breaks all its lines by tags."""
    start = _past_comments(written)
    if _OPENS.match(written, start):
        return _CLOSES.search(written, start) is not None
    breaks = _BREAKS.finditer(written)
    return (
        next(breaks, None) is not None and next(breaks, None) is not None and _breaks_all(written)
    )


def _breaks_all(written: str) -> bool:
    lines = [line for line in map(str.rstrip, written.split("\n")) if line]
    return all(line.endswith(">") for line in lines[:-1])


def _past_comments(written: str) -> int:
    """Where the first thing stands that is no blank and no comment."""
    position = 0
    while True:
        position = _past_blanks(written, position)
        if not written.startswith("<!--", position):
            return position
        end = written.find("-->", position)
        if end < 0:
            return len(written)
        position = end + len("-->")


def _past_blanks(written: str, position: int) -> int:
    found = _BLANKS.match(written, position)
    return found.end() if found else position


def _encodable(written: str) -> bool:
    """Whether it can be kept; what cannot is refused as any text would be."""
    try:
        written.encode()
    except UnicodeEncodeError:
        return False
    return True
