"""What is furniture wherever it stands: phrases that cover their line, and nothing to read."""

import re

from claimdesk.segmenting.furniture.marking import BOILERPLATE, HEADING, Hints
from claimdesk.segmenting.furniture.matching import match
from claimdesk.segmenting.furniture.page import Page, heading_or_box
from claimdesk.segmenting.furniture.repetition import LONGEST_REPEATED, line_key
from claimdesk.segmenting.furniture.shapes import (
    Line,
    addresses_only,
    hashtags_only,
    markdown_heading,
    unreadable,
)

_CRUMBS = re.compile(r"\s*[>»›→]\s*")
MOST_CRUMBS, LONGEST_CRUMB, LONGEST_CREDIT = 8, 5, 12


def label_certain(page: Page, hints: Hints) -> None:
    """Label what needs no look at its neighbours."""
    for number, line in enumerate(page.lines):
        found = _certain(page.text, line, hints)
        if found:
            page.labels[number] = found


def _certain(text: str, line: Line, hints: Hints) -> tuple[str, str] | None:
    if unreadable(text, line):
        return BOILERPLATE, "unreadable"
    if line.long:
        return None
    reason = _phrase(line)
    if reason:
        return heading_or_box(line, reason)
    if _crumbs(line):
        return BOILERPLATE, "navigation"
    return _by_shape(text, line, hints)


def _phrase(line: Line) -> str | None:
    """The reason of a phrase that the line is, unless it is a sentence that says so of others."""
    if line.quoted:
        return None
    reason = match("ANYWHERE", line.words)
    if reason is None and line.words[-1:] == (":",):
        boxed = match("ANYWHERE", line.words[:-1])
        reason = boxed if boxed in ("related", "tags", "share") else None
    if reason is None and len(line.words) <= LONGEST_CREDIT:
        signed = match("BYLINES", line.words)
        reason = signed if signed == "photo-credit" else None
    return None if reason and line.reported else reason


def _repeated(text: str, line: Line, hints: Hints) -> bool:
    if not hints.repeated or line.end - line.start > LONGEST_REPEATED:
        return False
    return line_key(text[line.start : line.end]) in hints.repeated


def _by_shape(text: str, line: Line, hints: Hints) -> tuple[str, str] | None:
    if hashtags_only(line):
        return BOILERPLATE, "tags"
    if addresses_only(line):
        return BOILERPLATE, "link"
    if _repeated(text, line, hints):
        return BOILERPLATE, "repeated"
    if markdown_heading(text, line) and line.alone:
        return HEADING, "markdown-heading"
    return None


def _crumbs(line: Line) -> bool:
    """Home > News > Harbour: short pieces, the first the name of a page or three of them."""
    pieces = [piece for piece in _CRUMBS.split(line.text) if piece]
    if not 2 <= len(pieces) <= MOST_CRUMBS or line.stopped:
        return False
    if any(len(piece.split()) > LONGEST_CRUMB for piece in pieces):
        return False
    first = [("^" if piece[:1].isupper() else "") + piece.casefold() for piece in pieces[0].split()]
    return len(pieces) >= 3 or match("ANYWHERE", first) == "navigation"
