"""CSV after RFC 4180, in which nothing is a formula."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

from pydantic_core import to_json

from claimdesk.recipes.columns import (
    COUNTS,
    NESTED,
    SHARES,
    TEXT,
    TEXTS,
    TIME,
    YES_NO,
    Column,
    zulu,
)

BOM = "\ufeff"
"""Tells Excel, and nobody else needs to be told, that a file is UTF-8."""

_RUNS = "[\\s\0\u200b-\u200f\u2060\ufeff]*[=+\\-@\uff0b\uff0d\uff1d\uff20\u2212]|\\{=|[\t\r\n']"
_FORMULA = re.compile(_RUNS)
"""Gets an apostrophe before it; so does what begins with one, so that taking one away is right."""

_PERHAPS = re.compile(f"\n(?:{_RUNS})")
"""Whether one of many texts, each behind a line end, might be a formula."""


def write(
    columns: Sequence[Column],
    batches: Iterable[list[Sequence[Any]]],
    ledger: str | None,
    *,
    excel: bool = False,
) -> Iterator[bytes]:
    """A head, then rows; lists joined by ` | `."""
    names = [column.name for column in columns]
    ending = () if ledger is None else (repeat(ledger),)
    yield (BOM if excel else "").encode() + _page([names if ledger is None else [*names, "ledger"]])
    for batch in batches:
        cells = [
            cells_of(column, values)
            for column, values in zip(columns, zip(*batch, strict=True), strict=True)
        ]
        yield _page(zip(*cells, *ending))  # noqa: B905 - the ledger never ends


def _page(rows: Iterable[Iterable[Any]]) -> bytes:
    """Rows as lines; a page is never wiped to be written on again, which takes a third longer."""
    page = io.StringIO()
    csv.writer(page, lineterminator="\r\n").writerows(rows)
    return page.getvalue().encode()


def cells_of(column: Column, values: Sequence[Any]) -> Sequence[Any]:
    """Values as cells of text; what a spreadsheet would run has an apostrophe before it."""
    if column.kind == YES_NO:
        return [None if one is None else "yes" if one else "no" for one in values]
    if column.kind in plain:
        return inert(plain_texts(column, values))
    return values


def plain_texts(column: Column, values: Sequence[Any]) -> Sequence[str | None]:
    """Values as text for people, as it is."""
    if column.kind == TEXT:
        return values
    told = plain[column.kind]
    return [None if one is None else told(one) for one in values]


def inert(texts: Sequence[str | None]) -> Sequence[str | None]:
    """The texts, each of which may be a formula looked at alone only where any may be one."""
    if not _PERHAPS.search("\n" + "\n".join(filter(None, texts))):
        return texts
    return ["'" + one if one and _FORMULA.match(one) else one for one in texts]


def _counted(counts: dict[str, float]) -> str:
    return " | ".join(f"{name} {number}" for name, number in counts.items())


def _nested(value: Any) -> str:
    return value if isinstance(value, str) else to_json(value).decode()


plain: dict[str, Callable[[Any], str]] = {
    TEXT: str,
    TEXTS: " | ".join,
    COUNTS: _counted,
    SHARES: _counted,
    TIME: zulu,
    NESTED: _nested,
}
"""How a value of a kind is told as text; numbers are none."""
