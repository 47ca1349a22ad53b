"""Tables: a row is an article, the first row names the columns.

Rows are read one after the other, in memory for the longest article and no more. What is wrong
with a row costs that row, unless it leaves open where the row ends.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimdesk.intake import streams
from claimdesk.intake.drafts import Draft, Refusal, Unusable, checked, shown, too_long
from claimdesk.intake.metadata import Metadata, stated
from claimdesk.intake.records import longest_record
from claimdesk.segmenting import normalise

DELIMITERS = ",;\t|"
_UNCLOSED = "A quotation mark in it is not closed"
LONGEST_HEADER = 1 << 16
SHOWN_COLUMNS = 12
TEXT = "text"
NAMES: dict[str, tuple[str, ...]] = {
    TEXT: (TEXT, "body", "content", "article", "full text", "article text", "article body"),
    "title": ("title", "headline", "heading"),
    "url": ("url", "link", "address", "uri", "permalink", "source url"),
    "publisher": ("publisher", "publication", "source", "outlet", "newspaper", "site", "site name"),
    "author": ("author", "authors", "byline", "creator"),
    "published": (
        *("published", "date", "published at", "publication date", "date published"),
        *("publish date", "pub date", "pubdate", "datetime"),
    ),
    "language": ("language", "lang"),
    "story": ("story", "story id", "cluster"),
    "id": ("id", "identifier", "article id", "external id", "guid"),
}
"""What a column may be called, the best name first; small and capital letters are the same."""


@dataclass(frozen=True)
class _Header:
    """Which column holds what, and how columns are told apart."""

    delimiter: str
    columns: list[str]
    places: dict[str, int]


def read(source: str, stream: streams.Stream, limit: int) -> Iterator[Draft | Refusal]:
    """The articles of a table; Unusable when its first row does not say which column is `text`."""
    rows = _Rows(streams.plain(stream), longest_record(limit))
    header = _header(rows.first())
    spare = _spare(header)
    for row in rows.after(header.delimiter):
        place = f"{source}:{row.line}"
        if row.why is not None:
            yield Refusal(place, row.why or too_long(limit))
        elif any(row.cells):
            found = _article(place, header, row.cells, limit)
            if spare and isinstance(found, Draft):
                found, spare = _noted(found, spare), ""
            yield found


def _header(line: str) -> _Header:
    """The reading of the first row in which the most columns are known to us."""
    readings = [_reading(line, delimiter) for delimiter in DELIMITERS]
    best = max(readings, key=lambda one: (TEXT in one.places, len(one.places), len(one.columns)))
    if TEXT in best.places:
        return best
    seen = ", ".join(repr(shown(name[:40])) for name in best.columns[:SHOWN_COLUMNS])
    more = ", ..." if len(best.columns) > SHOWN_COLUMNS else ""
    raise Unusable(
        f"It has no column named {TEXT!r}, only {seen}{more}; "
        "its first row has to name the columns."
    )


def _reading(line: str, delimiter: str) -> _Header:
    try:
        (cells,) = csv.reader([line], delimiter=delimiter, strict=True)
    except (csv.Error, ValueError):
        return _Header(delimiter, [line.strip()], {})
    columns = [" ".join(re.split(r"[\s_-]+", cell.strip().casefold())) for cell in cells]
    first = {name: place for place, name in reversed(list(enumerate(columns)))}
    places = {
        field: next(first[name] for name in names if name in first)
        for field, names in NAMES.items()
        if any(name in first for name in names)
    }
    return _Header(delimiter, [cell.strip() for cell in cells], places)


def _spare(header: _Header) -> str:
    """The columns that are not used, for a notice; empty if there are none."""
    used = set(header.places.values())
    names = [name for place, name in enumerate(header.columns) if place not in used and name]
    more = ", ..." if len(names) > SHOWN_COLUMNS else ""
    return ", ".join(repr(shown(name[:40])) for name in names[:SHOWN_COLUMNS]) + more


def _noted(draft: Draft, spare: str) -> Draft:
    notice = f"Not used, in this row and those after it: the columns {spare}."
    return Draft(
        draft.text, draft.source, draft.metadata, known_from=draft.known_from, notices=(notice,)
    )


def _article(place: str, header: _Header, cells: list[str], limit: int) -> Draft | Refusal:
    width = len(header.columns)
    if len(cells) < width or any(cells[width:]):
        return Refusal(place, f"It has {len(cells):,} cells, and the first row has {width:,}.")
    values = {field: cells[at].strip() for field, at in header.places.items() if field != TEXT}
    try:
        metadata: Metadata = stated({name: value for name, value in values.items() if value})
    except Unusable as error:
        return Refusal(place, str(error))
    said = {
        name: f"column {shown(header.columns[header.places[name]])}"
        for name in metadata.model_dump(exclude_none=True)
    }
    text = normalise(cells[header.places[TEXT]])
    return checked(Draft(text, place, metadata, known_from=said), limit)


@dataclass(frozen=True)
class _Row:
    """A row and the line on which it begins; `why` it cannot be used, empty if it is too long."""

    line: int
    cells: list[str]
    why: str | None = None


class _TooLong(Exception):
    """A row goes on for longer than any article."""


class _Rows:
    """The rows of a table, line by line.

    A broken row ends where its quotation marks are even in number. Where they never are, rows
    cannot be told apart any more; to stop is better than to make articles of what lies between.
    """

    def __init__(self, stream: streams.Stream, longest: int) -> None:
        self._lines = streams.lines(stream, longest)
        self._longest = longest
        self._number = 0
        self._size = 0
        self._marks = 0

    def first(self) -> str:
        """The first row that holds something."""
        for line in self._lines:
            self._number += 1
            if line is None or len(line) > LONGEST_HEADER:
                raise Unusable(f"Its first row is longer than {LONGEST_HEADER:,} bytes.")
            if line.strip():
                return streams.decoded(line).rstrip("\r")
        raise Unusable("It is empty.")

    def after(self, delimiter: str) -> Iterator[_Row]:
        """The other rows; each is given even if it cannot be used."""
        csv.field_size_limit(max(csv.field_size_limit(), self._longest))
        reader = csv.reader(self, delimiter=delimiter, strict=True)
        while True:
            begins = self._number + 1
            self._size = self._marks = 0
            try:
                yield _Row(begins, next(reader))
            except StopIteration:
                return
            except _TooLong:
                yield _Row(begins, [], self._given_up(""))
            except Unusable as error:
                yield _Row(begins, [], self._given_up(str(error)))
            except csv.Error as error:
                yield _Row(begins, [], self._given_up(_reason(error)))

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        """The next line, for the reader of rows."""
        line = self._next()
        self._size += self._longest + 1 if line is None else len(line) + 1
        if line is None or self._size > self._longest:
            raise _TooLong
        return streams.decoded(line) + "\n"

    def _next(self) -> bytes | None:
        line = next(self._lines)
        self._number += 1
        self._marks += line.count(b'"') if line else 0
        return line

    def _given_up(self, why: str) -> str:
        """Why, when the row is read to its end."""
        try:
            while self._marks % 2:
                self._next()
        except StopIteration:
            return f"{_UNCLOSED}; nothing after this line was read."
        return why


def _reason(error: csv.Error) -> str:
    said = str(error)
    if "expected after" in said:
        return "Quotation marks inside a cell have to be doubled."
    return "It cannot be split into cells."
