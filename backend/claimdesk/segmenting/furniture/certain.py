"""What is furniture wherever it stands: phrases that cover their line, and nothing to read."""

import re
from itertools import islice
from operator import or_

from claimdesk.segmenting.furniture.marking import BOILERPLATE, HEADING, Hints
from claimdesk.segmenting.furniture.matching import match, words_of
from claimdesk.segmenting.furniture.page import Page, heading_or_box
from claimdesk.segmenting.furniture.repetition import LONGEST_REPEATED, line_key
from claimdesk.segmenting.furniture.reporting import told
from claimdesk.segmenting.furniture.shapes import (
    Line,
    addresses_only,
    agencies_only,
    hashtags_only,
    markdown_heading,
    photo_credit,
    unreadable,
)
from claimdesk.segmenting.furniture.vocabulary import BUTTONS

_CRUMBS = re.compile("[>»›→]")
_STOPS = re.compile(r"(?<=[.!?|·•])\s+(?=\S)")
_BARS = re.compile(r"[|·•/]")
MOST_BUTTONS = 12
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
    reason = _opening(line)
    if reason is None:
        reason = match("ANYWHERE", line.words)
        if reason and told("ANYWHERE", line):
            return None
        dated = reason == "correction" and match("BYLINES", line.words) == "date"
        reason = "date" if dated else reason
    if reason is None and line.words[-1:] == (":",):
        boxed = match("ANYWHERE", line.words[:-1])
        reason = boxed if boxed in ("related", "tags", "share") else None
    if reason is None and len(line.words) <= LONGEST_CREDIT:
        signed = match("BYLINES", line.words)
        reason = signed if signed == "photo-credit" and not (line.tells or line.reported) else None
    return reason


def _opening(line: Line) -> str | None:
    """Whether the first of several sentences corrects, or the first or second reserves rights."""
    ends = islice((stop.start() for stop in _STOPS.finditer(line.text)), 2)
    heads = [line.text[:end] for end in ends]
    found = [match("ANYWHERE", [word for word, _ in words_of(head)]) for head in heads]
    if "copyright" in found:
        return None if line.reported else "copyright"
    amended = found[:1] == ["correction"] and not set(":,") & set(heads[0])
    return "correction" if amended else None


def _bar(line: Line) -> bool:
    """Share on this | Share on that: buttons in a row."""
    pieces = [piece for piece in _BARS.split(line.text) if piece.strip()]
    if not 2 <= len(pieces) <= MOST_BUTTONS or line.stopped:
        return False
    rows = [[word for word, _ in words_of(piece)] for piece in pieces]
    shared = [bool(row) and match("ANYWHERE", row) == "share" for row in rows]
    named = (bool(row) and {word.lstrip("^") for word in row} <= BUTTONS for row in rows)
    return any(shared) and all(map(or_, shared, named))


def _repeated(text: str, line: Line, hints: Hints) -> bool:
    if not hints.repeated or line.end - line.start > LONGEST_REPEATED:
        return False
    return line_key(text[line.start : line.end]) in hints.repeated


def _by_shape(text: str, line: Line, hints: Hints) -> tuple[str, str] | None:
    found = next((reason for looks, reason in _SHAPES if looks(line)), None)
    if found:
        return BOILERPLATE, found
    if _repeated(text, line, hints):
        return BOILERPLATE, "repeated"
    if markdown_heading(text, line) and line.alone:
        return HEADING, "markdown-heading"
    return None


def _crumbs(line: Line) -> bool:
    """Home > News > Harbour: short pieces, the first the name of a page or three of them."""
    pieces = [piece.strip() for piece in _CRUMBS.split(line.text) if piece.strip()]
    if not 2 <= len(pieces) <= MOST_CRUMBS or line.stopped:
        return False
    if any(len(piece.split()) > LONGEST_CRUMB for piece in pieces):
        return False
    first = [("^" if piece[:1].isupper() else "") + piece.casefold() for piece in pieces[0].split()]
    return len(pieces) >= 3 or match("ANYWHERE", first) == "navigation"


_SHAPES = (
    (_bar, "share"),
    (hashtags_only, "tags"),
    (addresses_only, "link"),
    (agencies_only, "credit"),
    (photo_credit, "copyright"),
)
