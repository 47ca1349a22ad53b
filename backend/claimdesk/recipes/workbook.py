"""XLSX: a sheet for each table and one about all of them, in which nothing is a formula.

Texts are written as texts whatever they look like. Only columns that say they hold addresses have
links, and only what is an address of the web becomes one.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

from claimdesk.errors import BadInput
from claimdesk.labels import Label
from claimdesk.recipes.columns import (
    COUNTS,
    INTEGER,
    NUMBER,
    SHARES,
    TEXT,
    TEXTS,
    TIME,
    YES_NO,
    Column,
)
from claimdesk.recipes.delimited import plain
from claimdesk.snapshot import is_address

MOST_ROWS = 1_048_576
"""What a sheet holds, its head included."""

MOST_CHARACTERS = 32_767
CUT = " … (cut: a cell holds no more; CSV and JSONL have all of it)"
MOST_LINKS = 65_000
"""Excel takes 65,530 to a sheet."""

LONGEST_LINK = 2_000
FIRST_YEAR = 1901
"""Before it, spreadsheet programs count days differently."""

VERDICT = "verdict"
FIRST = (
    *("text", "source", "reviewer", "verdict", "state", "settled", "reason", "said", "evidence"),
    *("notes", "note", "title", "publisher", "published", "language", "speaker", "why"),
    *("votes", "verdicts"),
)
LAST = ("claim", "article", "url", "link", "config", "codebook", "policy")
"""What people look for stands first, in every sheet, and what programs look for last; what is
counted stands where its table has it."""

LONG = {
    "text": 60,
    "title": 30,
    "note": 40,
    "notes": 40,
    "evidence": 40,
    "said": 40,
    "source": 50,
    "why": 24,
}
"""Width of what wraps."""

SHORT = {"reviewer": 16, "verdict": 16, "state": 14, "reason": 16}
SHORT |= dict.fromkeys(("published", "language", "start", "end", "role", "config"), 12)
BUTTON = 3
"""Characters that the button of the filter hides of a head."""

FROM_RIGHT = " from the right"
LINE, MOST_LINES = 15.0, 20
PAGE = 200
"""Characters side by side that can still be read on one page of paper."""
_SAFE = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

Writer = Callable[[int, int, Any], object]
"""Writes a value: row, place, value."""


@dataclass(frozen=True)
class Sheet:
    """One table: what it is for, its columns, and its rows some at a time."""

    name: str
    about: str
    columns: Sequence[Column]
    batches: Iterable[list[Sequence[Any]]]


@dataclass(frozen=True)
class About:
    """What the last sheet tells, and the colours of verdicts."""

    facts: Mapping[str, str]
    taken_at: datetime
    labels: Mapping[str, Label] = field(default_factory=dict)


def write(path: Path, sheets: Sequence[Sheet], about: About) -> None:
    """A whole workbook. Raises BadInput where a table has more rows than a sheet can hold."""
    from xlsxwriter import Workbook

    with Workbook(str(path), {"tmpdir": str(path.parent)} | _SAFE) as book:
        book.set_properties({"created": about.taken_at.replace(tzinfo=None)})
        formats = _formats(book, about.labels)
        for sheet in sheets:
            _Page(book, formats, about.labels).fill(sheet)
        _write_about(book, formats, sheets, about)


def _formats(book: Any, labels: Mapping[str, Label]) -> dict[str, Any]:
    """Formats by kind of column or form of text, and those of the verdicts by their name."""
    top: dict[str, Any] = {"valign": "top"}
    spaced = {"align": "right", "indent": 1}
    linked = {"font_color": "#00457C", "underline": 1}
    looks: dict[str, dict[str, Any]] = {
        "head": {"bold": True, "bottom": 1, "bg_color": "#E6ECF5"},
        "title": {"bold": True, "font_size": 14},
        "name": {"bold": True},
        TEXT: {"text_wrap": True},
        INTEGER: spaced,
        NUMBER: spaced | {"num_format": "0.00"},
        TIME: {"num_format": "yyyy-mm-dd hh:mm:ss"},
        "date": {"num_format": "yyyy-mm-dd", "align": "left"},
        "uri": linked,
        "long uri": linked | {"text_wrap": True},
        "plain": {},
    }
    looks |= {f"{name}{FROM_RIGHT}": looks[name] | {"reading_order": 2} for name in (TEXT, "plain")}
    for name, label in labels.items():
        if label.ink:
            colours = {"bg_color": label.background, "font_color": label.ink, "bold": True}
            looks[f"verdict {name}"] = colours
    return {name: book.add_format(look | top) for name, look in looks.items()}


class _Page:
    """One sheet while it is written, row by row."""

    def __init__(self, book: Any, formats: dict[str, Any], labels: Mapping[str, Label]) -> None:
        self._book, self._formats, self._labels = book, formats, labels
        self._links = 0

    def fill(self, sheet: Sheet) -> None:
        """Write the table."""
        self._page = page = self._book.add_worksheet(sheet.name.capitalize()[:31])
        order = sorted(range(len(sheet.columns)), key=lambda one: _rank(sheet.columns[one]))
        columns = [sheet.columns[one] for one in order]
        self._lay_out(columns)
        writers = [self._writer(column) for column in columns]
        wraps = [
            (n, _width(one), plain.get(one.kind, str))
            for n, one in enumerate(columns)
            if _wraps(one)
        ]
        row = 0
        for batch in sheet.batches:
            if row + len(batch) >= MOST_ROWS:
                raise _too_long(sheet.name)
            for found in batch:
                row += 1
                values = [found[one] for one in order]
                lines = [_lines(told(values[n]), width) for n, width, told in wraps if values[n]]
                if (most := max(lines, default=1)) > 1:
                    page.set_row(row, LINE * min(most, MOST_LINES))
                for number, value in enumerate(values):
                    if value is not None:
                        writers[number](row, number, value)
        page.autofilter(0, 0, max(row, 1), len(columns) - 1)
        page.print_area(0, 0, row, _on_paper(columns) - 1)

    def _lay_out(self, columns: Sequence[Column]) -> None:
        page = self._page
        page.freeze_panes(1, 1)
        page.set_landscape()
        page.hide_gridlines(0)
        page.repeat_rows(0)
        _paginate(page)
        for number, column in enumerate(columns):
            page.set_column(number, number, _width(column))
            page.write_string(0, number, column.name, self._formats["head"])

    def _writer(self, column: Column) -> Writer:
        """What writes a value of a column."""
        if column.name == VERDICT:
            return self._verdict
        link = partial(self._link, look="long uri" if _wraps(column) else "uri")
        forms: dict[str, Writer] = {"uri": link, "date": self._day}
        kinds: dict[str, Writer] = {
            YES_NO: self._yes_no,
            TIME: self._time,
            INTEGER: self._integer,
            NUMBER: self._number,
        }
        known = forms.get(column.form or "") or kinds.get(column.kind)
        told, look = plain.get(column.kind, str), TEXT if _wraps(column) else "plain"
        return known or (lambda row, at, value: self._text(row, at, told(value), look))

    def _text(self, row: int, at: int, value: str, look: str = "plain") -> None:
        if not value.isascii() and _begins_from_right(value):
            look += FROM_RIGHT
        self._page.write_string(row, at, _fitting(value), self._formats[look])

    def _yes_no(self, row: int, at: int, value: bool) -> None:
        self._page.write_string(row, at, "yes" if value else "no", self._formats["plain"])

    def _time(self, row: int, at: int, value: datetime) -> None:
        self._page.write_datetime(row, at, value.replace(tzinfo=None), self._formats[TIME])

    def _integer(self, row: int, at: int, value: int) -> None:
        self._page.write_number(row, at, value, self._formats[INTEGER])

    def _number(self, row: int, at: int, value: float) -> None:
        self._page.write_number(row, at, value, self._formats[NUMBER])

    def _verdict(self, row: int, at: int, value: str) -> None:
        """As word and colour, with its glyph."""
        label = self._labels.get(value)
        look = self._formats.get(f"verdict {value}", self._formats[TEXT])
        words = f"{label.glyph} {value}" if label and label.glyph else value
        self._page.write_string(row, at, _fitting(words), look)

    def _link(self, row: int, at: int, value: str, *, look: str) -> None:
        if not is_address(value) or len(value) > LONGEST_LINK or self._links >= MOST_LINKS:
            self._text(row, at, value, TEXT if look == "long uri" else "plain")
            return
        self._links += 1
        self._page.write_url(row, at, value, self._formats[look], string=value)

    def _day(self, row: int, at: int, value: str) -> None:
        """A date where it is whole; what a source left out is not made up."""
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self._text(row, at, value)
            return
        if day.year < FIRST_YEAR:
            self._text(row, at, value)
            return
        self._page.write_datetime(row, at, day, self._formats["date"])


def _paginate(page: Any) -> None:
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&R&P / &N")


def _on_paper(columns: Sequence[Column]) -> int:
    """How many columns a page has room for; more of them would be a puzzle of pages."""
    widths = list(accumulate(map(_width, columns)))
    return max(1, bisect_right(widths, PAGE))


def _write_about(book: Any, formats: dict[str, Any], sheets: Sequence[Sheet], about: About) -> None:
    page = book.add_worksheet("About")
    page.set_column(0, 0, 20)
    page.set_column(1, 1, 20)
    page.set_column(2, 2, 80)
    page.hide_gridlines(2)
    _paginate(page)
    page.write_string(0, 0, "About this workbook", formats["title"])
    lines: list[tuple[str, str, str]] = [(name, "", told) for name, told in about.facts.items()]
    for sheet in sheets:
        lines.append((sheet.name.capitalize(), "", sheet.about))
        lines += [("", column.name, column.about) for column in sheet.columns]
    for row, (name, column, told) in enumerate(lines, start=2):
        page.write_string(row, 0, name, formats["name"])
        page.write_string(row, 1, column, formats[TEXT])
        page.write_string(row, 2, _fitting(told), formats[TEXT])


def _too_long(name: str) -> BadInput:
    return BadInput(
        f"The table {name!r} has more rows than a spreadsheet can hold.",
        why=f"A sheet ends at row {MOST_ROWS:,}.",
        fix="Ask for less with a filter, or for CSV, JSONL or Parquet, which have no end.",
    )


def _fitting(words: str) -> str:
    """What a cell can hold, counted as Excel counts: in UTF-16."""
    if len(words) * 2 <= MOST_CHARACTERS or len(words.encode("utf-16-le")) // 2 <= MOST_CHARACTERS:
        return words
    room = 2 * (MOST_CHARACTERS - len(CUT))
    return words.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT


def _begins_from_right(words: str) -> bool:
    """Whether the first letter is of a script that runs from right to left.

    Not every program finds that out by itself; in the other direction its parts change places.
    """
    sides = (unicodedata.bidirectional(letter) for letter in words)
    return next((side for side in sides if side in ("L", "R", "AL")), "L") != "L"


def _rank(column: Column) -> int:
    if column.name in FIRST and column.kind != INTEGER:
        return FIRST.index(column.name)
    return len(FIRST) + (column.name in LAST)


def _width(column: Column) -> int:
    if known := LONG.get(column.name) or SHORT.get(column.name):
        return known
    if column.kind in (INTEGER, NUMBER, YES_NO):
        return max(9, len(column.name) + BUTTON)
    return 24 if column.kind in (TEXTS, COUNTS, SHARES) else 20


def _wraps(column: Column) -> bool:
    return column.name in LONG or column.kind in (TEXTS, COUNTS, SHARES)


def _lines(words: str, width: int) -> int:
    """How many lines a text takes, about: programs do not all reckon it themselves."""
    return sum(1 + len(line) // width for line in words.split("\n"))
