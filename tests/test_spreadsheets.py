"""What a spreadsheet would run is text in our CSV and XLSX, and a reader gets the original back."""

import csv
import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from claimdesk import recipes
from claimdesk.settings import bundled
from claimdesk.snapshot import ArticlePage, Snapshot, is_address

from .catalogue import Seen
from .snapshots import HEAD, article, claim, judgement

FORMULAS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://127.0.0.1/x";"x")',
    '=IMPORTXML("http://127.0.0.1/","//a")',
    '=WEBSERVICE("http://127.0.0.1/")',
    '=DDE("cmd";"/C calc";"x")',
    "{=SUM(A1:A9)}",
    "+1+1",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "@import",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    " =1+1",
    "   +1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(1)",
    "\u22121",
    "\x00=1",
    "\x0b=1",
    "\x0c=1",
    '"=1+1',
    '"=1+1"',
    "'=1+1",
    "''=1+1",
    "'",
    "|=1",
    "%0A=1",
    ";=1",
    ",=1",
    "a,=1+1",
    'a"\r\n=1+1',
    "a\n=1+1",
    "=",
    "-",
    "'quoted'",
    "l'eau =1",
    "http://127.0.0.1/x",
    "file:///etc/passwd",
    "\\\\127.0.0.1\\x",
)
RUNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212", "{=")


TABLES = [one.name for one in recipes.every(bundled("exports")) if "csv" in one.formats]


def hostile(one: str) -> Snapshot:
    """A snapshot in which every text that somebody else wrote is this one."""
    fields = ("title", "url", "publisher", "author", "published", "language", "story", "link")
    about = article(**dict.fromkeys(fields, one))
    said = judgement(2, one, reason=one, note=one, evidence=(one,), change=one)
    said = said._replace(reviewer=one, text=one, config=one)
    of_claim = dict.fromkeys(("language", "text", "role", "state", "verdict", "why"), one)
    votes = {one: 1, "other": 1}
    made = claim("c1", 0, 1, article=about, **of_claim, votes=votes, judgements=(said,))
    page = ArticlePage(about, one, (made,))
    return Snapshot(datetime.now(UTC), HEAD, (one,), lambda: iter([page]))


def exported(name: str, one: str, format_name: str = "csv") -> tuple[bytes, list[dict[str, Any]]]:
    """An export of it, and its rows as they are."""
    recipe, snapshot = recipes.find(bundled("exports"), name), hostile(one)
    lines = b"".join(recipes.render(recipe, snapshot, "jsonl")).splitlines()
    made = b"".join(recipes.render(recipe, snapshot, format_name))
    return made, [json.loads(line) for line in lines]


def read(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode(), newline="")))


def original(cell: str) -> str:
    """What an editor's program does, as docs/editors.md says: one apostrophe is ours."""
    return cell.removeprefix("'")


def runs(cell: str) -> bool:
    """Whether some spreadsheet might take a cell for more than text."""
    return cell.lstrip().lstrip("\ufeff\u200b\x00").startswith(RUNS)


@pytest.mark.catalogue("H9", "no cell of a CSV is run by a spreadsheet, and each can be had back")
@pytest.mark.parametrize("name", TABLES)
def test_no_cell_is_run_and_each_can_be_had_back(name: str, seen: Seen) -> None:
    cells, wrong = 0, []
    for one in FORMULAS:
        raw, lines = exported(name, one)
        for found, row in zip(read(raw), lines, strict=True):
            for column, value in row.items():
                cells += 1
                if runs(found[column]):
                    wrong.append((one, column, found[column]))
                if value == one and original(found[column]) != one:
                    wrong.append((one, column, "not recoverable", found[column]))
    assert wrong == []
    assert len(FORMULAS) >= 30
    seen(cells, f"{len(FORMULAS)} texts in each column of CSV: all inert")


@pytest.mark.catalogue("H9", "no cell of an XLSX is a formula, and each can be had back")
@pytest.mark.parametrize("name", TABLES)
def test_no_cell_of_a_workbook_is_a_formula(name: str, seen: Seen) -> None:
    cells, wrong = 0, []
    for one in FORMULAS:
        raw, lines = exported(name, one, "xlsx")
        sheet = openpyxl.load_workbook(io.BytesIO(raw))[name.capitalize()]
        names, *rest = sheet.iter_rows()
        for line, row in zip(rest, lines, strict=True):
            for head, cell in zip(names, line, strict=True):
                cells += 1
                if cell.data_type == "f" or (cell.hyperlink and not is_address(one)):
                    wrong.append((one, head.value, cell.data_type))
                if row[head.value] == one and restored(cell.value) != one:
                    wrong.append((one, head.value, "not recoverable", cell.value))
    assert wrong == []
    seen(cells, f"{len(FORMULAS)} texts in each column of XLSX: all of them text, no formula")


def restored(value: object) -> str:
    """A text as XLSX means it: what XML cannot hold is written as _xHHHH_."""
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), str(value))


def test_a_spreadsheet_program_reads_text(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for one in FORMULAS:
        raw, _ = exported("judgements", one)
        for line in csv.reader(io.StringIO(raw.decode(), newline="")):
            sheet.append([re.sub("[\x00\x0b\x0c]", "", cell) for cell in line])
    book.save(tmp_path / "all.xlsx")
    again = openpyxl.load_workbook(tmp_path / "all.xlsx").active
    kinds = {cell.data_type for line in again.iter_rows() for cell in line}
    assert "f" not in kinds


def test_without_the_apostrophe_a_spreadsheet_program_reads_formulas(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["=1+1", "'=1+1"])
    book.save(tmp_path / "two.xlsx")
    (line,) = openpyxl.load_workbook(tmp_path / "two.xlsx").active.iter_rows()
    assert [cell.data_type for cell in line] == ["f", "s"]
