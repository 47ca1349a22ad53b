"""Exports found by file name, loaded by path, and written in a format a row at a time.

A recipe is one file with a docstring, a pydantic `Row` and `rows(snapshot)`. The folder belongs
to the operator: it is code the server runs, mounted or bundled, never uploaded. A format is one
file of this package.
"""

import importlib.util
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import BaseModel

from claimdesk.errors import BadConfiguration, NotFound
from claimdesk.recipes import columns as of_rows
from claimdesk.recipes import delimited, lines, parquet, readable, workbook
from claimdesk.recipes.columns import TEXT, Column
from claimdesk.snapshot import Snapshot

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}
TABLES = ("csv", "jsonl", "json", "parquet", "xlsx")
"""What a recipe is written in that says nothing else."""

LEDGER = "ledger"
SCHEMA_VERSION = "1"
"""Counts up when a column of an export goes or means something else, not when one is added."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_CHUNK = 1 << 16


@dataclass(frozen=True)
class Recipe:
    """One export: its name, what it is for, its columns, and how to make its rows.

    `states_ledger` is the column in which its rows tell the ledger themselves; without one they
    get a column for it. `beside` are the tables that stand with it in a workbook, in order.
    """

    name: str
    about: str
    row: type[BaseModel]
    rows: Callable[[Snapshot], Iterable[Any]]
    formats: tuple[str, ...] = TABLES
    states_ledger: str | None = None
    beside: tuple["Recipe", ...] = ()

    @cached_property
    def table(self) -> list[Column]:
        """Its own columns."""
        return of_rows.read(self.row)

    @property
    def purpose(self) -> str:
        """What it is for, in a line."""
        return self.about.split("\n")[0]

    @property
    def columns(self) -> list[str]:
        """Its own columns, and the head of the ledger its rows follow from."""
        own = [column.name for column in self.table]
        return own if self.states_ledger else [*own, LEDGER]

    def check(self, format_name: str, *, excel: bool = False) -> None:
        """Whether this can be written so.

        Raises NotFound for a format that is not known, or in which this makes no sense, or that
        is not written for Excel.
        """
        if format_name not in self.formats:
            raise NotFound(
                "There is no such export format.",
                why=f"Of {self.name} there are: {', '.join(self.formats)}.",
                fix="Ask for one of these.",
            )
        if excel and format_name != "csv":
            raise NotFound(
                "Only CSV can be written for Excel.",
                why=f"The format {format_name} has no first bytes by which Excel would know it.",
                fix="Ask for csv, or for the format without excel.",
            )


def names(folder: Path) -> list[str]:
    """The exports there are, in order."""
    found = (path.stem for path in folder.glob("*.py"))
    return sorted(name for name in found if _NAME.fullmatch(name))


def every(folder: Path) -> list[Recipe]:
    """Every export there is."""
    return [find(folder, name) for name in names(folder)]


def find(folder: Path, name: str) -> Recipe:
    """One export.

    Raises NotFound for a name that is not there, BadConfiguration for a file that is no recipe.
    """
    there = names(folder)
    if name not in there:
        raise NotFound(
            "There is no export of that name.",
            why=f"There are: {', '.join(there) or 'none'}.",
            fix="Ask for one of these.",
        )
    module = _loaded(folder, name)
    sheets = getattr(module, "SHEETS", ())
    others = [one for one in sheets if one in there and one != name]
    made = {one: _recipe(folder, one, _loaded(folder, one)) for one in others}
    return _recipe(folder, name, module, [made.get(one) for one in sheets if one in there])


def sources(folder: Path, recipe: Recipe) -> list[bytes]:
    """The files that an export is made by."""
    files = sorted({recipe.name, *(one.name for one in recipe.beside)})
    return [(folder / f"{name}.py").read_bytes() for name in files]


def render(
    recipe: Recipe, snapshot: Snapshot, format_name: str, *, excel: bool = False
) -> Iterator[bytes]:
    """The bytes of an export, some rows at a time; see `Recipe.check`.

    `excel` is for CSV that Excel is to open.
    """
    recipe.check(format_name)
    if format_name == "csv":
        ledger = None if recipe.states_ledger else snapshot.ledger
        return _chunked(
            delimited.write(recipe.table, _batches(recipe, snapshot), ledger, excel=excel)
        )
    if format_name in ("jsonl", "json"):
        write = lines.jsonl if format_name == "jsonl" else lines.array
        return _chunked(write(_objects(recipe, snapshot)))
    if format_name == "html":
        return _chunked(readable.write(snapshot))
    return _filed(_parquet if format_name == "parquet" else _workbook, recipe, snapshot)


def _batches(recipe: Recipe, snapshot: Snapshot) -> Iterator[list[Any]]:
    return of_rows.batches(recipe.row, recipe.rows(snapshot))


def _objects(recipe: Recipe, snapshot: Snapshot) -> Iterator[list[dict[str, Any]]]:
    ending = {} if recipe.states_ledger else {LEDGER: snapshot.ledger}
    return of_rows.objects(recipe.row, recipe.rows(snapshot), ending)


def _filed(
    write: Callable[[Path, Recipe, Snapshot], None], recipe: Recipe, snapshot: Snapshot
) -> Iterator[bytes]:
    """The bytes of a format that can only be written as a file."""
    with tempfile.TemporaryDirectory(prefix="claimdesk-export-") as folder:
        path = Path(folder) / "export"
        write(path, recipe, snapshot)
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk


def facts(snapshot: Snapshot) -> Mapping[str, str]:
    """What a file tells of itself."""
    told = {
        "schema_version": SCHEMA_VERSION,
        "ledger": snapshot.ledger,
        "known_until": of_rows.zulu(snapshot.known_until),
    }
    return told | ({"codebook": snapshot.codebook} if snapshot.codebook else {})


def _parquet(path: Path, recipe: Recipe, snapshot: Snapshot) -> None:
    ending = [] if recipe.states_ledger else [Column(LEDGER, TEXT, "")]
    told = {f"claimdesk.{name}": value for name, value in facts(snapshot).items()}
    parquet.write(path, [*recipe.table, *ending], _objects(recipe, snapshot), told)


def _workbook(path: Path, recipe: Recipe, snapshot: Snapshot) -> None:
    sheets = [
        workbook.Sheet(one.name, one.about, one.table, _batches(one, snapshot))
        for one in recipe.beside or (recipe,)
    ]
    told = {name.replace("_", " ").capitalize(): value for name, value in facts(snapshot).items()}
    workbook.write(path, sheets, workbook.About(told, snapshot.known_until, snapshot.labels))


def _chunked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    chunk = bytearray()
    for piece in pieces:
        chunk += piece
        if len(chunk) >= _CHUNK:
            yield bytes(chunk)
            chunk.clear()
    if chunk:
        yield bytes(chunk)


def _loaded(folder: Path, name: str) -> ModuleType:
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
    return module


def _recipe(
    folder: Path, name: str, module: ModuleType, beside: Iterable[Recipe | None] = ()
) -> Recipe:
    """The recipe of a module; where `beside` has None, it stands itself."""
    path = folder / f"{name}.py"
    row, rows = getattr(module, "Row", None), getattr(module, "rows", None)
    if not (isinstance(row, type) and issubclass(row, BaseModel) and callable(rows)):
        raise _broken(path, "it lacks a pydantic Row or a function rows(snapshot)")
    formats = tuple(getattr(module, "FORMATS", TABLES))
    unknown = [one for one in formats if one not in FORMATS]
    if unknown or not formats:
        raise _broken(path, f"its FORMATS should name some of {', '.join(FORMATS)}")
    states = getattr(module, "LEDGER", None)
    own = [column.name for column in of_rows.read(row)]
    if LEDGER in own and states != LEDGER:
        raise _broken(path, f"its Row has a column {LEDGER!r}, which every export gets by itself")
    if states is not None and states not in own:
        raise _broken(path, f"its LEDGER names a column {states!r} that its Row does not have")
    about = (module.__doc__ or "").strip()
    made = Recipe(name, about, row, rows, formats, states)
    return made if not beside else replace(made, beside=tuple(one or made for one in beside))


def _broken(path: Path, why: str) -> BadConfiguration:
    return BadConfiguration(
        f"{path} is not an export.",
        why=f"{why[0].upper()}{why[1:]}.",
        fix="Correct it or take it out of the folder; docs/exports.md shows the form.",
    )
