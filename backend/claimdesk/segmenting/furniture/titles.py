"""The headline, and the places where a page says it again."""

import re

from claimdesk.segmenting.furniture.marking import BOILERPLATE, TITLE
from claimdesk.segmenting.furniture.matching import match, words_of
from claimdesk.segmenting.furniture.page import Page
from claimdesk.segmenting.furniture.shapes import CLOSERS, OPENERS, Line, markdown_heading
from claimdesk.segmenting.furniture.signatures import name_and_date, signature
from claimdesk.segmenting.furniture.vocabulary import SECTIONS

LONGEST_TITLE = 200
TITLE_WITHIN = 12
LEAST_COMMON, FEWEST_WORDS = 0.8, 4
LONGEST_QUOTED, MOST_SECTION_WORDS, SHORTEST_HEADLINE = 80, 2, 12
_SITE_MARKS = re.compile(r"\s[|–—:·»•-]\s|\s?[|»]\s?")


def find_title(page: Page, told: str | None) -> None:
    """Label the headline: the line that the metadata tell, else the first that could be one."""
    number = _told(page, told) if told else None
    if number is None:
        number = _first(page)
        number = number if number is None else _below_sections(page, number)
    if number is None:
        return
    if _names_site(page, number):
        page.put(number, BOILERPLATE, "repeated-title")
        number += 1
    page.title = number
    page.put(number, TITLE, "headline")
    _join(page, number)
    _kickers(page, number, told)


def mark_repeated_titles(page: Page) -> None:
    """The headline once more, also with the name of the site, is boilerplate."""
    if page.title is None:
        return
    title = page.lines[page.title]
    for number, line in enumerate(page.lines):
        if number == page.title or not line.words or (line.stopped and not title.stopped):
            continue
        same = line.key == title.key and len(line.key) > 3
        if same or (number < TITLE_WITHIN and page.free(number) and _with_site(line, title)):
            page.put(number, BOILERPLATE, "repeated-title")


def _told(page: Page, told: str) -> int | None:
    """The line near the top that is the headline of the metadata."""
    wanted = Line(0, 0, True, told[:LONGEST_TITLE], tuple(word for word, _ in words_of(told[:400])))
    for number, line in enumerate(page.lines[:TITLE_WITHIN]):
        if line.words and (line.key == wanted.key or _with_site(wanted, line)):
            return number
        if page.running(number):
            return number if _alike(line, wanted) else None
        if _alike(line, wanted):
            return number
    return None


def _first(page: Page) -> int | None:
    for number, line in enumerate(page.lines[:TITLE_WITHIN]):
        if not page.free(number) or (_signed(page, number) and number + 1 < len(page.lines)):
            continue
        short = line.end - line.start <= LONGEST_TITLE and line.words and not line.goes_on
        if not short or (not line.alone and _paragraph_stops(page, number)):
            return None
        asks = line.asks and number + 1 < len(page.lines) and _calls(page, number)
        marked = markdown_heading(page.text, line)
        return number if marked or asks or not line.stopped else None
    return None


def _calls(page: Page, number: int) -> bool:
    """Whether a line that asks or calls heads what follows; a quotation has to be all of it."""
    line, following = page.lines[number], page.lines[number + 1]
    if not line.quoted:
        return True
    closed = line.text[-1] in CLOSERS and line.alone and line.end - line.start <= LONGEST_QUOTED
    return (
        closed
        and following.prose
        and following.end - following.start > LONGEST_QUOTED
        and page.text[following.start] not in OPENERS
    )


def _below_sections(page: Page, number: int) -> int:
    """The headline below the names of sections: a longer line before the first paragraph.

    Only below words that are known to name the parts of a paper: a headline of one word
    (`Flood`) stands above a subtitle as often.
    """
    if not _section(page.lines[number]):
        return number
    for following in range(number + 1, min(len(page.lines) - 1, TITLE_WITHIN)):
        if not page.free(following):
            continue
        line = page.lines[following]
        if _section(line) or (_small(line) and _section(page.lines[following - 1])):
            continue
        if not _heads(page, following):
            return number
        for above in range(number, following):
            if page.free(above):
                page.put(above, BOILERPLATE, "navigation")
        return following
    return number


def _heads(page: Page, number: int) -> bool:
    """Whether a line reads like a headline and not like a first sentence."""
    line = page.lines[number]
    fits = not line.long and line.end - line.start <= LONGEST_TITLE and not line.goes_on
    whole = fits and len(line.key) >= SHORTEST_HEADLINE and not line.listed
    if not whole or line.quoted or signature(line) is not None or name_and_date(line) is not None:
        return False
    return line.asks or not line.stopped


def _section(line: Line) -> bool:
    return _small(line) and (line.key in SECTIONS or line.key_words <= SECTIONS)


def _small(line: Line) -> bool:
    """One or two words without a stop."""
    return 1 <= len(line.words) <= MOST_SECTION_WORDS and not line.stopped and not line.goes_on


def _signed(page: Page, number: int) -> bool:
    """Whether the line names an author and what could be a headline follows."""
    line = page.lines[number]
    if match("BYLINES", line.words) is None:
        return False
    following = page.lines[number + 1] if number + 1 < len(page.lines) else None
    return following is not None and not following.prose


def _paragraph_stops(page: Page, number: int) -> bool:
    last = number
    while last + 1 < len(page.lines) and not _parted(page, last):
        last += 1
        if last - number > 3:
            return True
    return page.lines[last].stopped


def _parted(page: Page, number: int) -> bool:
    """Whether the line after this one is in another paragraph."""
    return page.lines[number].alone or page.lines[number + 1].alone


def _join(page: Page, number: int) -> None:
    """A headline cut by a line break goes on in the next line of its paragraph."""
    line = page.lines[number]
    if line.alone or _paragraph_stops(page, number):
        return
    while number + 1 < len(page.lines) and not _parted(page, number):
        number += 1
        if not page.free(number) or match("BYLINES", page.lines[number].words):
            return
        page.put(number, TITLE, "headline")


def _kickers(page: Page, number: int, told: str | None) -> None:
    """Labels above a headline that is known for sure: sections, slogans."""
    if not told:
        return
    for above in range(number):
        line = page.lines[above]
        if page.free(above) and len(line.words) <= 4 and not line.stopped:
            page.put(above, BOILERPLATE, "navigation")


def _names_site(page: Page, number: int) -> bool:
    """Whether the headline follows without the name of the site that this line has."""
    following = number + 1
    if following >= len(page.lines) or page.lines[following].stopped:
        return False
    one, two = page.lines[number], page.lines[following]
    return one.key != two.key and _with_site(one, two)


def _with_site(line: Line, title: Line) -> bool:
    """Whether a line is the headline and the name of a site."""
    pieces = _SITE_MARKS.split(line.text)
    if not 2 <= len(pieces) <= 5 or len(title.key) <= 3:
        return False
    keys = ("".join(word.lstrip("^") for word, _ in words_of(piece)) for piece in pieces)
    return title.key in keys


def _alike(one: Line, other: Line) -> bool:
    """Whether two headlines have nearly all their words in common."""
    first, second = (({word.lstrip("^") for word in line.words}) for line in (one, other))
    most = max(len(first), len(second))
    return most >= FEWEST_WORDS and len(first & second) >= LEAST_COMMON * most
