"""Sentences of the page inside a paragraph of the article: credits, links, calls to subscribe.

Only what would be furniture as a line of its own, and only where it is a whole sentence outside
quotation marks: a sentence of the article that is lost is worse than one of the page that stays.
"""

import re
from collections.abc import Iterator
from functools import cache

from claimdesk.segmenting.furniture.marking import BOILERPLATE, Mark
from claimdesk.segmenting.furniture.matching import match, openers
from claimdesk.segmenting.furniture.page import Page
from claimdesk.segmenting.furniture.reporting import told
from claimdesk.segmenting.furniture.shapes import Line, agencies_only, line_at, photo_credit
from claimdesk.segmenting.furniture.vocabulary import AGENCIES, NETWORKS, READER
from claimdesk.segmenting.sentences import sentences

LONGEST_SENTENCE, MOST_LOOKED_AT = 200, 100
FEWEST_WORDS, LONGEST_CREDIT = 3, 8
CALLS = frozenset({"newsletter", "subscribe", "support"})
_BEGINS = re.compile(r"[.!?…。！？][\"”’»“)\]]{0,2}\s*[(\[]?(?=([^\W\d_][\w'’-]*|©))")
_FIRST = re.compile(r"[(\[]?(?=([^\W\d_][\w'’-]*|©))")
_MARKS = re.compile('["“”„«»]')


def mark_sentences(page: Page, language: str | None) -> None:
    """Mark the sentences of the page that stand among those of a paragraph."""
    for number, line in enumerate(page.lines):
        if page.free(number) and page.text[line.start] not in "-–—":
            known = page.inside.get(number, [])
            found = [
                one
                for one in _sentences(page.text, line, language or "und")
                if all(one.end <= other.start or other.end <= one.start for other in known)
            ]
            if found:
                page.inside[number] = sorted([*known, *found], key=lambda one: one.start)


def _sentences(text: str, line: Line, language: str) -> Iterator[Mark]:
    position = line.start
    for begin in _begins(text, line):
        if begin < position:
            continue
        reach = min(line.end, begin + LONGEST_SENTENCE + 1)
        start, end = next(sentences(text, begin, reach, language), (begin, reach))
        whole = end - start <= LONGEST_SENTENCE and (start, end) != (line.start, line.end)
        reason = _reason(line_at(text, start, end)) if whole else None
        if reason and not _inside(text, line.start, start):
            yield Mark(start, end, BOILERPLATE, reason)
            position = end


def _begins(text: str, line: Line) -> Iterator[int]:
    """Where a sentence begins with a word that furniture begins with; the first hundred."""
    known = _openers()
    first = _FIRST.match(text, line.start, line.end)
    seen = 0
    if first and first.group(1).casefold() in known:
        yield line.start
    for found in _BEGINS.finditer(text, line.start, line.end):
        word = found.group(1)
        begin = found.end() - (text[found.end() - 1] in "([")
        spaced = text[begin - 1].isspace() or word[0].isupper()
        if spaced and word.casefold() in known:
            seen += 1
            if seen > MOST_LOOKED_AT:
                return
            yield begin


@cache
def _openers() -> frozenset[str]:
    return openers("ANYWHERE") | openers("BYLINES") | AGENCIES | {"©"}


def _inside(text: str, start: int, end: int) -> bool:
    """Whether a quotation mark or a bracket before a place is still open."""
    quoted = sum(1 for _ in _MARKS.finditer(text, start, end)) % 2
    return bool(quoted) or text.count("(", start, end) > text.count(")", start, end)


def _reason(line: Line) -> str | None:
    if line.quoted or not line.words:
        return None
    if agencies_only(line):
        return "credit" if line.text.startswith("(") else None
    if photo_credit(line):
        return "copyright"
    if _credits(line):
        return "photo-credit"
    reason = match("ANYWHERE", line.words)
    return reason if reason and _sure(line, reason) and not told("ANYWHERE", line) else None


def _credits(line: Line) -> bool:
    """`Photo: Jane Roe.`: names behind the colon."""
    if ":" not in line.words[:3] or len(line.words) > LONGEST_CREDIT:
        return False
    names = line.words[line.words.index(":") + 1 :]
    capital = sum(word.startswith("^") for word in names)
    return 2 * capital > len(names) and match("BYLINES", line.words) == "photo-credit"


def _sure(line: Line, reason: str) -> bool:
    """Whether a phrase that covers a sentence can mean nothing but the page."""
    if len(line.words) < FEWEST_WORDS:
        return reason == "advertisement" and len(line.words) == 1
    if reason == "related":
        return ":" in line.words[1:-1]
    if reason == "share":
        return bool(line.key_words & NETWORKS)
    if reason in CALLS:
        return reason == "newsletter" or bool(line.key_words & READER)
    return reason in ("continue-reading", "copyright", "credit")
