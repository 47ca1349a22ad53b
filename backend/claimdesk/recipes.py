"""Exports found by file name, loaded by path, and written in a format a row at a time.

A recipe is one file with a docstring, a pydantic `Row` and `rows(snapshot)`. The folder belongs
to the operator: it is code the server runs, mounted or bundled, never uploaded.
"""

import csv
import importlib.util
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from claimdesk.errors import BadConfiguration, NotFound
from claimdesk.snapshot import Snapshot

FORMATS = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}
LEDGER = "ledger"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_FORMULA = re.compile(
    "[\\s\0\u200b-\u200f\u2060\ufeff]*[=+\\-@\uff0b\uff0d\uff1d\uff20\u2212]|\\{=|[\t\r\n']"
)
"""Gets an apostrophe before it; so does what begins with one, so that taking one away is right."""

_CHUNK = 1 << 16


@dataclass(frozen=True)
class Recipe:
    """One export: its name, what it is for, its columns, and how to make its rows."""

    name: str
    about: str
    row: type[BaseModel]
    rows: Callable[[Snapshot], Iterator[BaseModel]]

    @property
    def columns(self) -> list[str]:
        """Its own columns, and the head of the ledger its rows follow from."""
        return [*self.row.model_fields, LEDGER]


def names(folder: Path) -> list[str]:
    """The exports there are, in order."""
    found = (path.stem for path in folder.glob("*.py"))
    return sorted(name for name in found if _NAME.fullmatch(name))


def find(folder: Path, name: str) -> Recipe:
    """One export.

    Raises NotFound for a name that is not there, BadConfiguration for a file that is no recipe.
    """
    if name not in names(folder):
        raise NotFound(
            "There is no export of that name.",
            why=f"There are: {', '.join(names(folder)) or 'none'}.",
            fix="Ask for one of these.",
        )
    path = folder / f"{name}.py"
    qualified = f"claimdesk_exports_{name}"
    spec = importlib.util.spec_from_file_location(qualified, path)
    if spec is None or spec.loader is None:
        raise _broken(path, "it cannot be imported")
    module = importlib.util.module_from_spec(spec)
    sys.modules[qualified] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # an operator's file may fail in any way
        raise _broken(path, f"{type(error).__name__}: {error}") from error
    row, rows = getattr(module, "Row", None), getattr(module, "rows", None)
    if not (isinstance(row, type) and issubclass(row, BaseModel) and callable(rows)):
        raise _broken(path, "it lacks a pydantic Row or a function rows(snapshot)")
    if LEDGER in row.model_fields:
        raise _broken(path, f"its Row has a column {LEDGER!r}, which every export gets by itself")
    return Recipe(name=name, about=(module.__doc__ or "").strip(), row=row, rows=rows)


def check_format(format_name: str) -> None:
    """Raises NotFound for a format that is not known."""
    if format_name not in FORMATS:
        raise NotFound(
            "There is no such export format.",
            why=f"There are: {', '.join(FORMATS)}.",
            fix="Ask for one of these.",
        )


def render(recipe: Recipe, snapshot: Snapshot, format_name: str) -> Iterator[bytes]:
    """The bytes of an export, some rows at a time; see `check_format`."""
    check_format(format_name)
    rows = (
        row.model_dump(mode="json") | {LEDGER: snapshot.ledger} for row in recipe.rows(snapshot)
    )
    return _chunked((_csv if format_name == "csv" else _jsonl)(recipe.columns, rows))


# Line ends to some readers of text, though not to JSON.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def _jsonl(columns: list[str], rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    for values in rows:
        ordered = {column: values[column] for column in columns}
        line = json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))
        yield line.translate(_LINE_ENDS) + "\n"


def _csv(columns: list[str], rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """RFC 4180; lists joined by ` | `, and nothing a spreadsheet would run as a formula."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(columns)
    for values in rows:
        writer.writerow([_cell(values[column]) for column in columns])
        yield page.getvalue()
        page.seek(0)
        page.truncate()
    yield page.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = " | ".join(map(str, value))
    elif isinstance(value, dict):
        value = " | ".join(f"{name} {number}" for name, number in value.items())
    elif isinstance(value, bool):
        value = "yes" if value else "no"
    if isinstance(value, str) and _FORMULA.match(value):
        return "'" + value
    return value


def _chunked(lines: Iterable[str]) -> Iterator[bytes]:
    chunk = bytearray()
    for line in lines:
        chunk += line.encode()
        if len(chunk) >= _CHUNK:
            yield bytes(chunk)
            chunk.clear()
    if chunk:
        yield bytes(chunk)


def _broken(path: Path, why: str) -> BadConfiguration:
    return BadConfiguration(
        f"{path} is not an export.",
        why=f"{why[0].upper()}{why[1:]}.",
        fix="Correct it or take it out of the folder; docs/exports.md shows the form.",
    )
