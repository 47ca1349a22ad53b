"""Headings inside the text: short, without a stop, and between two stretches of running text."""

import re
from itertools import pairwise

from claimdesk.segmenting.furniture.marking import BYLINE, HEADING
from claimdesk.segmenting.furniture.page import Page
from claimdesk.segmenting.furniture.shapes import OPENERS, Line
from claimdesk.segmenting.furniture.signatures import signature
from claimdesk.segmenting.furniture.vocabulary import SUBJECTS

_ENDED = re.compile(
    r"(?:[^\W\d_]{5}|(?<!\w)[^\W\d_A-ZÀ-ÞА-Я]{3,4})[.!…][\"”’»)]*(?:\d|\s[^\W_]|[A-ZÀ-ÞА-Я])"
)
"""The end of a sentence inside a line: `The fine was 40 crowns.1`."""
LONGEST_HEADING, MOST_WORDS = 80, 10
MOST_QUESTIONS, SHORTEST_PART = 3, 160


def label_headings(page: Page) -> None:
    """Label the headings; rows of short lines are lists or verse and stay as they are."""
    before = _ends_text(page)
    after = _begins_text(page)
    for number in range(page.first + 1, page.last):
        line = page.lines[number]
        if page.free(number) and before[number] and after[number] and _heads(page, number):
            signed = signature(line) == "author"
            page.put(number, *((BYLINE, "author") if signed else (HEADING, "heading")))
    for number in _questions(page, before):
        page.put(number, HEADING, "heading")


def _heads(page: Page, number: int) -> bool:
    """Whether a line reads like a heading and does not hang on the lines above."""
    above, line, below = page.lines[number - 1], page.lines[number], page.lines[number + 1]
    joined = page.text.count("\n", above.end, line.start) == 1
    signed = joined and page.text.count("\n", line.end, below.start) > 1
    return not signed and _reads_like_one(line)


def _questions(page: Page, before: list[bool]) -> list[int]:
    """Questions that head a part of the text.

    They stand above a paragraph of some length that is no quotation. Where there are more than
    a few, or one after every paragraph, somebody is interviewed, and they stay what they are.
    """
    lines = page.lines
    asked = [
        number
        for number in range(page.first, page.last)
        if page.free(number) and _asks(lines[number])
    ]
    close = any(later - earlier <= 2 for earlier, later in pairwise(asked))
    if close or len(asked) > MOST_QUESTIONS:
        return []
    return [
        number
        for number in asked
        if number > page.first and before[number] and _answers(page, number + 1)
    ]


def _asks(line: Line) -> bool:
    short = (
        line.alone and line.end - line.start <= LONGEST_HEADING and len(line.words) <= MOST_WORDS
    )
    ends = line.text.endswith(("?", "？", "؟"))
    return short and ends and bool(line.words) and not (line.quoted or line.listed)


def _answers(page: Page, number: int) -> bool:
    """Whether a paragraph is more than an answer of one sentence."""
    line = page.lines[number]
    length = line.end - line.start
    opens = page.text[line.start]
    spoken = opens in OPENERS or opens in "-–—"
    return page.running(number) and length >= SHORTEST_PART and not spoken and not opens.islower()


def _ends_text(page: Page) -> list[bool]:
    """For each line whether the last thing before it that is not furniture ends a sentence."""
    found, state = [], False
    for number, line in enumerate(page.lines):
        found.append(state)
        if page.free(number):
            state = page.running(number) and line.stopped
    return found


def _begins_text(page: Page) -> list[bool]:
    """For each line whether the next thing after it that is not furniture is running text."""
    found, state = [], False
    for number in range(len(page.lines) - 1, -1, -1):
        found.append(state)
        if page.free(number):
            line = page.lines[number]
            opens = page.text[line.start]
            state = page.running(number) and line.stopped and not opens.islower()
    return found[::-1]


def _reads_like_one(line: Line) -> bool:
    short = (
        line.alone and line.end - line.start <= LONGEST_HEADING and len(line.words) <= MOST_WORDS
    )
    if not short or not line.words or line.stopped or line.goes_on or " | " in line.text:
        return False
    if _ENDED.search(line.text):
        return False
    shape = line.quoted or line.listed or line.text[0].islower() or line.text.endswith((")", "]"))
    if line.words[0].lstrip("^") in SUBJECTS and len(line.words) > 2:
        return False
    return not shape and not line.dated and not line.says and not line.prose
