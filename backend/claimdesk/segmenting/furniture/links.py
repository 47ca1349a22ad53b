"""Links to other texts: teasers, boxes of them, and “continue reading” inside a paragraph."""

import re

from claimdesk.segmenting import languages
from claimdesk.segmenting.furniture.marking import BOILERPLATE, Mark
from claimdesk.segmenting.furniture.matching import match, words_of
from claimdesk.segmenting.furniture.page import Page
from claimdesk.segmenting.furniture.shapes import ENDS, Line

LONGEST_TEASER, LONGEST_QUESTION = 160, 120
MOST_TEASERS = 12
TAIL, MOST_PHRASE_WORDS = 100, 6
_BRACKETED = re.compile(r"[\[(](?=\S)[^\[\]()\n]{2,60}[\])]")
_RULE = r"(?:[*•·#~=◆■●▪✦❖⁂_–—-]\s?){2,20}[*•·#~=◆■●▪✦❖⁂_–—-]"
_RULE_BEFORE = re.compile(rf"({_RULE})\s+(?=\S)")
_RULE_BEHIND = re.compile(rf"[.!?…。！？][\"'”’»“)]{{0,2}}\s+({_RULE})$")
LONGEST_RULE = 60
_STOPS = frozenset(ENDS + "”»\"'")
_ARROWS = " \u00a0→»›>…↗▶➔."


def mark_inside(page: Page) -> None:
    """Mark “continue reading” in running text, and remember whole teasers."""
    cut = {number for number in range(len(page.lines)) if _mark_line(page, number)}
    own = languages.script_of(languages.sample(page.text)) if cut else None
    for number in sorted(cut):
        if _is_teaser(page, number, cut, own):
            page.put(number, BOILERPLATE, "teaser")


def label_boxes(page: Page) -> None:
    """What follows the name of a box of links, up to running text, are teasers."""
    box = 0
    for number in range(len(page.lines)):
        known = page.labels[number]
        if known and known[1] in ("related", "teaser"):
            box = MOST_TEASERS if known[1] == "related" else box
        elif known is None and box and _in_box(page.lines[number]):
            page.put(number, BOILERPLATE, "teaser")
            box -= 1
        else:
            box = 0


def _in_box(line: Line) -> bool:
    if line.long or not line.alone or line.end - line.start > LONGEST_TEASER or line.quoted:
        return False
    if line.asks:
        return line.end - line.start <= LONGEST_QUESTION
    return not line.prose and not line.stopped


def _mark_line(page: Page, number: int) -> bool:
    """Mark the phrases of a line; whether the text before the last one is cut off by dots."""
    if not page.free(number):
        return False
    line = page.lines[number]
    found = [
        Mark(bracket.start(), bracket.end(), BOILERPLATE, "continue-reading")
        for bracket in _BRACKETED.finditer(page.text, line.start, line.end)
        if _continues(bracket.group()[1:-1])
    ]
    found = _rules(page.text, line) + found
    bare = _bare(page.text, line)
    if bare is not None and not (found and found[-1].end > bare):
        found.append(Mark(bare, line.end, BOILERPLATE, "continue-reading"))
    if not found:
        return False
    page.inside[number] = sorted(found, key=lambda one: one.start)
    found = [one for one in page.inside[number] if one.reason == "continue-reading"]
    if not found:
        return False
    before = page.text[max(line.start, found[-1].start - 8) : found[-1].start].rstrip()
    return found[-1].end == line.end and before.endswith(("…", "..."))


def _rules(text: str, line: Line) -> list[Mark]:
    """Rows of stars, dashes or dots behind the last or before the first sentence of a line."""
    found = []
    head = _RULE_BEFORE.match(text, line.start, min(line.end, line.start + LONGEST_RULE))
    if head and head.end(1) < line.end:
        found.append(Mark(line.start, head.end(1), BOILERPLATE, "unreadable"))
    tail = _RULE_BEHIND.search(text, max(line.start, line.end - LONGEST_RULE), line.end)
    if tail and tail.start(1) > line.start:
        found.append(Mark(tail.start(1), line.end, BOILERPLATE, "unreadable"))
    return found


def _continues(phrase: str) -> bool:
    words = [word for word, _ in words_of(phrase)]
    return len(words) <= MOST_PHRASE_WORDS and match("ANYWHERE", words) == "continue-reading"


def _bare(text: str, line: Line) -> int | None:
    """Where an unbracketed phrase at the end of a line begins, after the end of a sentence."""
    first = max(line.start, line.end - TAIL)
    tail = text[first : line.end]
    if tail.endswith(".") and not tail.endswith("..."):
        return None
    if not _STOPS & set(tail):
        return None
    words = words_of(tail.rstrip(_ARROWS))
    for word, place in words[-MOST_PHRASE_WORDS:]:
        before = tail[:place].rstrip(" \u00a0→»›>[(").rstrip()
        ended = before[-1:] in _STOPS and len(before) > 1
        if (
            ended
            and word.startswith("^")
            and first + place > line.start
            and _continues(tail[place:])
        ):
            return first + place
    return None


def _is_teaser(page: Page, number: int, cut: set[int], own: str | None) -> bool:
    """A cut-off line among others, below the article's end or in a language not its own."""
    line = page.lines[number]
    if line.long:
        return False
    if number - 1 in cut or number + 1 in cut:
        return True
    beside = [page.labels[at] for at in (number - 1, number + 1) if 0 <= at < len(page.lines)]
    if any(known and known[1] in ("related", "teaser") for known in beside):
        return True
    return languages.script_of(line.text) != own
