"""What a spreadsheet would run is text in our CSV, and a reader gets the original back."""

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from claimdesk import recipes
from claimdesk.settings import bundled
from claimdesk.snapshot import ArticlePage, Snapshot

from .catalogue import Seen
from .test_exports import HEAD, article, claim, judgement

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


def exported(name: str, one: str) -> tuple[bytes, list[dict[str, Any]]]:
    """An export in which every text that somebody else wrote is this one."""
    fields = ("title", "url", "publisher", "author", "published", "language", "story")
    about = article(**dict.fromkeys(fields, one))
    said = judgement(2, one, reason=one, note=one, evidence=(one,), change=one)
    said = replace(said, reviewer=one, text=one, config=one)
    of_claim = dict.fromkeys(("language", "text", "role", "state", "verdict", "why"), one)
    made = claim("c1", 0, 1, article=about, **of_claim, votes={one: 1}, judgements=(said,))
    page = ArticlePage(about, one, (made,))
    snapshot = Snapshot(datetime.now(UTC), HEAD, (one,), lambda: iter([page]))
    recipe = recipes.find(bundled("exports"), name)
    rows = [row.model_dump(mode="json") for row in recipe.rows(snapshot)]
    return b"".join(recipes.render(recipe, snapshot, "csv")), rows


def read(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode(), newline="")))


def original(cell: str) -> str:
    """What an editor's program does, as docs/editors.md says: one apostrophe is ours."""
    return cell.removeprefix("'")


def runs(cell: str) -> bool:
    """Whether some spreadsheet might take a cell for more than text."""
    return cell.lstrip().lstrip("\ufeff\u200b\x00").startswith(RUNS)


@pytest.mark.catalogue("H9", "no cell of a CSV is run by a spreadsheet, and each can be had back")
@pytest.mark.parametrize("name", recipes.names(bundled("exports")))
def test_no_cell_is_run_and_each_can_be_had_back(name: str, seen: Seen) -> None:
    cells, wrong = 0, []
    for one in FORMULAS:
        raw, (row,) = exported(name, one)
        (found,) = read(raw)
        for column, value in row.items():
            cells += 1
            if runs(found[column]):
                wrong.append((one, column, found[column]))
            if value == one and original(found[column]) != one:
                wrong.append((one, column, "not recoverable", found[column]))
    assert wrong == []
    assert len(FORMULAS) >= 30
    seen(cells, f"{len(FORMULAS)} texts in each column of CSV (there is no XLSX): all inert")


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
