"""Blocks that end a page: whom to ask, and what readers have written below."""

from claimdesk.segmenting.furniture.marking import BOILERPLATE
from claimdesk.segmenting.furniture.page import Page
from claimdesk.segmenting.furniture.shapes import Line, reaches
from claimdesk.segmenting.furniture.signatures import signature
from claimdesk.segmenting.furniture.vocabulary import ANSWERS, COMMENTS

LONGEST_CONTACT, MOST_CONTACTS, MOST_CONTACT_WORDS = 120, 12, 12
FEWEST_PARAGRAPHS = 2


def label_contacts(page: Page) -> None:
    """A line that says whom to ask, and all short lines below it to the end of the page."""
    lines = page.lines
    first = next((at for at in range(len(lines)) if page.labels[at] == _CONTACT), None)
    if first is None:
        return
    below = [number for number in range(first + 1, len(lines)) if page.free(number)]
    if len(below) > MOST_CONTACTS or not all(_of_contact(lines[number]) for number in below):
        return
    known = [at for at in range(first, len(lines)) if page.labels[at] in (None, _CONTACT)]
    for number in below if any(reaches(lines[at]) for at in known) else ():
        page.put(number, BOILERPLATE, "contact")


def label_comments(page: Page) -> None:
    """What readers wrote: below a line that counts it, where what is written has dates or buttons.

    Without those the lines below a count may as well be the article, and stay what they are.
    """
    lines = page.lines
    running = 0
    for number, line in enumerate(lines):
        counted = running >= FEWEST_PARAGRAPHS and _counts(line)
        if counted and page.labels[number] in (None, _FORM):
            _label_comments(page, number)
            return
        running += page.running(number)


def _label_comments(page: Page, number: int) -> None:
    below = range(number + 1, len(page.lines))
    if not any(_of_comment(page.lines[at]) for at in below):
        page.labels[number] = page.labels[number] or _FORM
        return
    page.labels[number] = _FORM
    for at in below:
        if page.free(at):
            page.put(at, BOILERPLATE, "comment")


def _of_comment(line: Line) -> bool:
    """A date, or a button to answer with."""
    if line.long or line.stopped or len(line.words) > MOST_CONTACT_WORDS:
        return False
    return signature(line) == "date" or (bool(line.words) and line.key_words <= ANSWERS | {"0"})


def _counts(line: Line) -> bool:
    """Comments (3), 3 comments: a word and a number."""
    words = line.key_words - {":"}
    return len(words) == 2 and "0" in words and bool(words & COMMENTS) and not line.stopped


def _of_contact(line: Line) -> bool:
    short = line.end - line.start <= LONGEST_CONTACT and len(line.words) <= MOST_CONTACT_WORDS
    return short and (not line.stopped or reaches(line)) and not line.quoted


_FORM, _CONTACT = (BOILERPLATE, "comment-form"), (BOILERPLATE, "contact")
