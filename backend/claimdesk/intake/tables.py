"""Tables: a row is an article, the first row names the columns.

Rows are read one after the other, in memory for the longest article and no more. What is wrong
with a row costs that row, unless it leaves open where the row ends.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimdesk.intake import asides, delimited, markup, naming, streams
from claimdesk.intake.drafts import Draft, Refusal, Unusable, checked, too_long
from claimdesk.intake.naming import TEXT
from claimdesk.intake.records import longest_record

_UNCLOSED = "A quotation mark in it is not closed"
LONGEST_HEADER = 1 << 16


@dataclass(frozen=True)
class _Header:
    """Which column holds what, by its name and place, and how columns are told apart."""

    delimiter: str
    columns: list[str]
    places: dict[str, int]

    @property
    def names(self) -> dict[str, str]:
        """What the columns that are used are called."""
        return {kind: self.columns[place] for kind, place in self.places.items()}


def read(source: str, stream: streams.Stream, limit: int) -> Iterator[Draft | Refusal]:
    """The articles of a table; Unusable when its first row does not say which column is `text`."""
    rows = _Rows(streams.plain(stream), longest_record(limit))
    header = _header(*rows.first())
    spare = _spare(header)
    told = asides.Asides()
    is_empty = True
    for row in rows.after(header.delimiter):
        place = f"{source}:{row.line}"
        if row.why is None and not any(row.cells):
            continue
        is_empty = False
        if row.why is not None:
            yield Refusal(place, row.why or too_long(limit))
            continue
        found = _article(place, header, row.cells, limit)
        if isinstance(found, Draft):
            found, spare = _noted(found, told, spare), ""
        yield found
    if is_empty:
        raise Unusable("It is empty: it has no row below the one that names the columns.")


def _header(line: str, delimiters: str) -> _Header:
    """The reading of the first row in which the most columns are known to us."""
    readings = [_reading(line, delimiter) for delimiter in delimiters]
    best = max(readings, key=lambda one: (TEXT in one.places, len(one.places), len(one.columns)))
    if TEXT in best.places:
        return best
    raise Unusable(
        f"It has no column named {TEXT!r}, only {naming.listed(best.columns)}; "
        "its first row has to name the columns."
    )


def _reading(line: str, delimiter: str) -> _Header:
    columns = delimited.columns(line, delimiter)
    first = {name: place for place, name in reversed(list(enumerate(columns)))}
    places = {kind: first[names[0]] for kind, names in naming.among(columns).items()}
    return _Header(delimiter, columns, places)


def _spare(header: _Header) -> str:
    """The columns that are not used, for a notice; empty if there are none."""
    used = set(header.places.values())
    names = [name for place, name in enumerate(header.columns) if place not in used and name]
    return naming.listed(names)


def _noted(draft: Draft, told: asides.Asides, spare: str) -> Draft:
    notices = told.first((*draft.notices, *asides.of_title(draft.metadata, draft.text)))
    if spare:
        notices = (f"Not used, in this row and those after it: the columns {spare}.", *notices)
    return replace(draft, notices=notices)


def _article(place: str, header: _Header, cells: list[str], limit: int) -> Draft | Refusal:
    width = len(header.columns)
    if len(cells) < width or any(cells[width:]):
        return Refusal(place, f"It has {len(cells):,} cells, and the first row has {width:,}.")
    names = header.names
    values = {name: cells[header.places[kind]] for kind, name in names.items() if kind != TEXT}
    try:
        known = naming.known(values, "column")
    except Unusable as error:
        return Refusal(place, str(error))
    is_html = naming.says_html(names[TEXT])
    found = markup.words(cells[header.places[TEXT]], is_html=is_html)
    notices = (*known.notices, *found.notices)
    draft = Draft(found.text, place, known.metadata, found.original, known.known_from, notices)
    return checked(draft, limit)


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

    def first(self) -> tuple[str, str]:
        """The first row that holds something, and what may stand between its columns.

        Excel writes in a line before it which delimiter it took.
        """
        delimiters = delimited.DELIMITERS
        for line in self._lines:
            self._number += 1
            if line is None or len(line) > LONGEST_HEADER:
                raise Unusable(f"Its first row is longer than {LONGEST_HEADER:,} bytes.")
            if not line.strip():
                continue
            row = streams.decoded(line).rstrip("\r")
            told = delimited.told_delimiter(row)
            if told is None:
                return row, delimiters
            delimiters = told
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
                yield _Row(begins, [], self._given_up(delimited.reason(error)))

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
