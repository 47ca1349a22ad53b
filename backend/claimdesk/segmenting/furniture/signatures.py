"""Who wrote an article, where and when: lines of their own around a headline."""

import re
from collections.abc import Sequence

from claimdesk.segmenting.furniture.matching import match
from claimdesk.segmenting.furniture.page import Page, label
from claimdesk.segmenting.furniture.shapes import Line
from claimdesk.segmenting.furniture.vocabulary import DATE_WORDS, NAME_JOINTS, ROLES, SUBJECTS

LONGEST_SIGNATURE = 300
FEWEST_NAMES, MOST_NAMES, MOST_SIGNATURES = 2, 4, 4
_MORE_MONTHS = frozenset("may mar mars mart march 月 월".split())
_DAY = re.compile(r"\b\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_AGENCIES = ("0", "reuters", "ap")
_HOURS = ("m", "г", "р", "h", "ч", "μ", "μμ", "πμ")
"""Abbreviations whose stop ends no sentence."""


def signature(line: Line) -> str | None:
    """The reason of a line that says who wrote it, and when, and nothing else."""
    if line.goes_on or line.end - line.start > LONGEST_SIGNATURE or _row(line):
        return None
    reason = match("BYLINES", line.words)
    if reason:
        pictured = reason == "photo-credit" and line.tells
        return None if pictured or (reason == "author" and _tells(line)) else reason
    capital = all(word.startswith("^") for word in line.words)
    if capital and "," in line.text and 3 <= len(line.words) <= 7 and line.key_words & ROLES:
        return "author"
    plain = [word.lstrip("^") for word in line.words]
    if _dates(plain):
        ended = line.stopped and plain[-1] not in _HOURS
        return "date" if len(plain) > 1 and not ended and _when(line) else None
    return "dateline" if _dateline(line, plain) else None


def name_and_date(line: Line) -> str | None:
    """NAME, 14 June 2026 or REGION, 14 June 2026; above the text only, where it says who wrote."""
    count = _name_length(line.words)
    rest = [word.lstrip("^") for word in line.words[count:]]
    if not 1 <= count <= MOST_NAMES + 2 or not rest or line.listed or line.goes_on:
        return None
    if _row(line) or not line.words[0].startswith("^") or not _dates(rest) or not _day(line):
        return None
    if line.stopped and rest[-1] not in _HOURS:
        return None
    return "author" if count >= FEWEST_NAMES else "dateline"


def label_names(page: Page) -> None:
    """Names that stand alone between the headline and the text, or beside a line of dates there.

    Nowhere else: between paragraphs a name is a heading, or somebody who is spoken of.
    """
    if page.title is None:
        return
    for number in range(page.title + 1, min(page.first, len(page.lines))):
        if page.free(number) and _names(page.lines[number]) and _placed(page, number):
            page.put(number, "byline", "author")


def label_below_lead(page: Page) -> None:
    """Who and when below the first paragraph, where two lines in a row say so."""
    if page.title is None or page.first > page.title + 2:
        return
    found: dict[int, str] = {}
    number = page.first + 1
    while number < len(page.lines) and page.free(number):
        reason = signature(page.lines[number])
        if reason is None:
            break
        found[number] = reason
        number += 1
    if len(found) > 1 and len(found) <= MOST_SIGNATURES:
        for at, reason in found.items():
            page.put(at, *label(reason))


def _placed(page: Page, number: int) -> bool:
    """Beside a date, or the only line between the headline and a paragraph of the text."""
    beside = [page.labels[at] for at in (number - 1, number + 1) if at < len(page.lines)]
    if any(known and known[0] == "byline" for known in beside):
        return True
    if page.first != number + 1 or page.first >= len(page.lines):
        return False
    return not any(page.free(at) for at in range((page.title or 0) + 1, number))


def _names(line: Line) -> bool:
    """Two to four words with capitals, no verb, no stop: `Mira Quist`, `Jonas de Vries`."""
    if line.stopped or line.goes_on or line.quoted or line.listed or not line.alone:
        return False
    capital = [word for word in line.words if word.startswith("^")]
    joints = [word for word in line.words if word in NAME_JOINTS]
    if not FEWEST_NAMES <= len(capital) <= MOST_NAMES or not line.words[0].startswith("^"):
        return False
    known = line.words[0].lstrip("^") in SUBJECTS or line.dated or line.says
    plain = all(letter.isalpha() or letter in " .,-'’" for letter in line.text)
    return plain and not known and len(capital) + len(joints) == len(line.words) == _pieces(line)


def _pieces(line: Line) -> int:
    """How many words it has between blanks; `I.B.M.` is one, and three to phrases."""
    return len(line.text.split())


def _name_length(words: Sequence[str]) -> int:
    """How many words at the beginning are a name, which may be called as a month is."""
    called = len(words) > 1 and words[0].startswith("^") and _in_name(words[1])
    first = 1 if called and words[1].startswith("^") else 0
    return next((at for at in range(first, len(words)) if not _in_name(words[at])), 0)


def _row(line: Line) -> bool:
    """2024 | 12: a row of a table, where a cell is no more than a number."""
    return "|" in line.text and any(cell.strip().isdigit() for cell in line.text.split("|"))


def _in_name(word: str) -> bool:
    plain = word.lstrip("^")
    return (word.startswith("^") and plain not in DATE_WORDS) or word in NAME_JOINTS


def _dates(plain: list[str]) -> bool:
    return "0" in plain and all(word in DATE_WORDS or word in ("0", ":") for word in plain)


def _tells(line: Line) -> bool:
    """A sentence in a script without capitals, where a phrase cannot ask for a name."""
    return line.stopped and not any(word.startswith("^") for word in line.words)


def _dateline(line: Line, plain: list[str]) -> bool:
    """PLACE, March 12: a place in capitals and a date."""
    place = line.text.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0].strip()
    rest = plain[len(place.split()) :]
    dated = bool(rest) and all(word in DATE_WORDS or word in _AGENCIES for word in rest)
    return place.isupper() and len(place) > 2 and dated and not line.stopped and _day(line)


def _when(line: Line) -> bool:
    """Whether it says a day or a time of day."""
    return _day(line) or bool(_TIME.search(line.text))


def _day(line: Line) -> bool:
    """Whether it says a day, and not just some number."""
    return line.dated or bool(line.key_words & _MORE_MONTHS) or bool(_DAY.search(line.text))
