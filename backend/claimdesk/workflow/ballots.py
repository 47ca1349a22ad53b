"""Votes from a table: one row says which reviewer gave which item which label.

Read row by row and coded at once, in memory for the different names and twelve bytes per row.
"""

import csv
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import numpy as np
from numpy.typing import NDArray

from claimdesk.consensus import votes as arrays
from claimdesk.consensus.votes import UNKNOWN, Votes
from claimdesk.errors import BadInput
from claimdesk.intake import delimited, streams
from claimdesk.intake.drafts import Unusable, shown

if TYPE_CHECKING:
    from _csv import Reader

ITEM, REVIEWER, LABEL, GOLD = "item", "reviewer", "label", "gold"
NAMES: dict[str, tuple[str, ...]] = {
    ITEM: (ITEM, "claim", "question", "task", "unit"),
    REVIEWER: (REVIEWER, "annotator", "worker", "rater", "coder"),
    LABEL: (LABEL, "answer", "vote", "rating"),
    GOLD: (GOLD, "truth"),
}
"""What a column may be called; small and capital letters are the same."""
NEEDED = (ITEM, REVIEWER, LABEL)
LONGEST_LINE = 1 << 16
LONGEST_NAME = 1000


@dataclass(frozen=True, eq=False)
class Ballots:
    """All votes of a table. Codes are places in the sorted names.

    `order` has the items as the table first names them. `gold` has the known label of each item,
    -1 where none is known; codes go on with `unheard`, the labels that nobody gave. It is None if
    the table has no such column, or nothing in it.
    """

    items: list[str]
    reviewers: list[str]
    labels: list[str]
    votes: Votes
    order: NDArray[np.int32]
    gold: NDArray[np.int32] | None
    unheard: tuple[str, ...] = ()


def read(source: str) -> Ballots:
    """The votes of a file, `-` for standard input; BadInput names the line that is wrong."""
    if source == "-":
        return _Reading(source, sys.stdin.buffer).ballots()
    path = Path(source)
    try:
        with path.open("rb") as stream:
            return _Reading(source, stream).ballots()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "Its name cannot be that of a file"
        raise BadInput(
            f"{shown(source)} cannot be read.",
            why=f"{why}.",
            fix="Name a table with the columns item, reviewer and label, or - for standard input.",
        ) from None


class _Reading:
    """One table while it is read: names become codes in the order in which they come."""

    def __init__(self, source: str, stream: streams.Stream) -> None:
        self._source = shown(source)
        self._lines = streams.lines(_LineEnds(streams.plain(stream)), LONGEST_LINE)
        self._line = 0
        self._names: dict[str, dict[str, int]] = {field: {} for field in NEEDED}
        self._codes = {field: array("i") for field in NEEDED}
        self._begins = array("I")
        self._gold: dict[int, tuple[str, int]] = {}

    def ballots(self) -> Ballots:
        """Everything, once the last row is read."""
        try:
            self._read_rows()
        except Unusable as error:
            self._refuse(self._line, str(error))
        except csv.Error as error:
            self._refuse(self._line, _reason(error))
        if not self._begins:
            self._refuse(0, "It has no votes, only the names of columns.")
        return self._coded()

    def _read_rows(self) -> None:
        delimiter, width, places = self._header()
        item_at, reviewer_at, label_at = (places[field] for field in NEEDED)
        items, reviewers, labels = (self._names[field] for field in NEEDED)
        keep_item, keep_reviewer, keep_label = (self._codes[field].append for field in NEEDED)
        keep_line = self._begins.append
        begins = self._line + 1
        for row in self._rows(delimiter):
            if any(row):
                self._check(row, begins, width, places)
                item = items.setdefault(row[item_at].strip(), len(items))
                keep_item(item)
                keep_reviewer(reviewers.setdefault(row[reviewer_at].strip(), len(reviewers)))
                keep_label(labels.setdefault(row[label_at].strip(), len(labels)))
                keep_line(begins)
                if GOLD in places:
                    self._keep_gold(item, row[places[GOLD]].strip(), begins)
            begins = self._line + 1

    def _rows(self, delimiter: str) -> "Reader":
        return csv.reader(self._decoded(), delimiter=delimiter, strict=True)

    def _decoded(self) -> Iterator[str]:
        for line in self._lines:
            self._line += 1
            yield self._text(line)

    def _text(self, line: bytes | None) -> str:
        if line is None:
            raise Unusable(f"It is longer than {LONGEST_LINE:,} bytes.")
        if b"\0" in line:
            raise Unusable("It holds a NUL character, which no text does.")
        return streams.decoded(line) + "\n"

    def _header(self) -> tuple[str, int, dict[str, int]]:
        """The delimiter, the number of columns, and the place of each that we know."""
        line, delimiters = self._opening(), delimited.DELIMITERS
        if (told := delimited.told_delimiter(line.rstrip("\r\n"))) is not None:
            line, delimiters = self._opening(), told
        readings = [(delimiter, *_columns(line, delimiter)) for delimiter in delimiters]
        best = max(readings, key=lambda reading: (len(reading[2]), len(reading[1])))
        delimiter, columns, found = best
        self._check_columns(columns, found)
        return delimiter, len(columns), {field: places[0] for field, places in found.items()}

    def _opening(self) -> str:
        line = next((line for line in self._decoded() if line.strip()), None)
        if line is None:
            self._refuse(0, "It is empty.")
        return line

    def _check_columns(self, columns: list[str], places: dict[str, list[int]]) -> None:
        """Every column that is needed, and none of them twice, for nobody says which is meant."""
        missing = [field for field in NEEDED if field not in places]
        if missing:
            seen = ", ".join(repr(shown(name[:40])) for name in columns[:12])
            self._refuse(
                self._line,
                f"It names no column {' and no column '.join(missing)}, only {seen}.",
            )
        for field, found in places.items():
            if len(found) > 1:
                names = " and ".join(repr(shown(columns[place])) for place in found)
                self._refuse(
                    self._line,
                    f"Its columns {names} could all be the {field}; rename those that are not.",
                )

    def _check(self, row: list[str], line: int, width: int, places: dict[str, int]) -> None:
        if len(row) < width or any(row[width:]):
            self._refuse(line, f"It has {len(row)} cells, and the first row has {width}.")
        for field, place in places.items():
            if len(row[place]) > LONGEST_NAME:
                self._refuse(line, f"Its {field} is longer than {LONGEST_NAME:,} characters.")
            if field != GOLD and not row[place].strip():
                self._refuse(line, f"Its {field} is empty.")

    def _keep_gold(self, item: int, label: str, line: int) -> None:
        if not label:
            return
        known, first = self._gold.setdefault(item, (label, line))
        if known != label:
            self._refuse(line, f"Its gold label is not the one that line {first} has for the item.")

    def _coded(self) -> Ballots:
        columns = []
        ranks = []
        for field in NEEDED:
            names = list(self._names[field])
            rank = np.empty(len(names), np.int32)
            rank[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
            found = np.frombuffer(self._codes.pop(field), np.int32)
            columns.append(rank[found])
            ranks.append(rank)
        items, reviewers, labels = (sorted(self._names[field]) for field in NEEDED)
        try:
            votes = arrays.votes(*columns, shape=(len(items), len(reviewers), len(labels)))
        except ValueError as error:
            self._refuse_votes(columns, str(error))
        gold, unheard = self._known(labels, ranks[0])
        return Ballots(items, reviewers, labels, votes, ranks[0], gold, unheard)

    def _known(
        self, labels: list[str], order: NDArray[np.int32]
    ) -> tuple[NDArray[np.int32] | None, tuple[str, ...]]:
        if not self._gold:
            return None, ()
        unheard = sorted({label for label, _ in self._gold.values()} - set(labels))
        places = {label: place for place, label in enumerate([*labels, *unheard])}
        gold = np.full(len(order), UNKNOWN, np.int32)
        for item, (label, _) in self._gold.items():
            gold[order[item]] = places[label]
        return gold, tuple(unheard)

    def _refuse_votes(self, columns: list[NDArray[np.int32]], why: str) -> NoReturn:
        """Say on which lines a reviewer stands twice, or else what is wrong with the votes."""
        order = np.lexsort((columns[1], columns[0]))
        items, reviewers = columns[0][order], columns[1][order]
        twice = np.flatnonzero((items[1:] == items[:-1]) & (reviewers[1:] == reviewers[:-1]))
        if not len(twice):
            self._refuse(0, f"Its votes cannot be counted: {why}.")
        place = twice[np.argmin(order[twice + 1])]
        first, second = order[place], order[place + 1]
        same = "the same" if columns[2][first] == columns[2][second] else "another"
        reviewer = sorted(self._names[REVIEWER])[columns[1][second]]
        self._refuse(
            self._begins[second],
            f"Reviewer {shown(reviewer[:40])} gave this item {same} label on line "
            f"{self._begins[first]} already; one vote of each is counted.",
        )

    def _refuse(self, line: int, why: str) -> NoReturn:
        place = f"{self._source}:{line}" if line else self._source
        raise BadInput(
            f"{place} is not a table of votes.",
            why=why,
            fix="Give a row per vote, with the columns item, reviewer and label, as UTF-8.",
        ) from None


class _LineEnds:
    """A stream whose lines end in `\\n`, also where the first of them end in `\\r` alone."""

    def __init__(self, stream: streams.Stream) -> None:
        self._stream = stream
        self._old: bool | None = None

    def read(self, size: int, /) -> bytes:
        """At most as many bytes as the stream gives."""
        block = self._stream.read(size)
        if self._old is None and block:
            self._old = b"\n" not in block and b"\r" in block[:-1]
        return block.replace(b"\r", b"\n") if self._old else block


def _columns(line: str, delimiter: str) -> tuple[list[str], dict[str, list[int]]]:
    """The names of all columns, and the places of those that may be what we know."""
    columns = delimited.columns(line, delimiter)
    places: dict[str, list[int]] = {}
    for place, column in enumerate(columns):
        for field, names in NAMES.items():
            if column.casefold() in names:
                places.setdefault(field, []).append(place)
    return columns, places


def _reason(error: csv.Error) -> str:
    said = str(error)
    if "unexpected end" in said or "field larger" in said:
        return "A quotation mark before it is not closed."
    if "new-line" in said:
        return "A carriage return stands within a cell that has no quotation marks."
    return delimited.reason(error)
