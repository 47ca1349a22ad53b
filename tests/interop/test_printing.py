"""A workbook on paper, as LibreOffice prints it; the docs show a page of it."""

import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from claimdesk import recipes
from claimdesk.settings import bundled
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.reading import take_snapshot

from ..environment import missing
from ..fake_labelstudio import FakeLabelStudio
from ..storied import fill
from .test_readers import libreoffice

PICTURE = bundled("samples").parent / "docs" / "workbook.png"
FEWEST, MOST = 10, 20
"""Rows to a page: with fewer a sheet is a puzzle of pages, with more it is too small to read."""


@pytest.fixture
def book(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Path:
    """The workbook of claims of the story."""
    fill(bench, fake, tmp_path)
    path = tmp_path / "claims.xlsx"
    recipe = recipes.find(bench.exports_dir, "claims")
    with take_snapshot(bench) as snapshot:
        path.write_bytes(b"".join(recipes.render(recipe, snapshot, "xlsx")))
    return path


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_page_holds_as_many_rows_as_can_be_read(
    book: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    rows = sum(sheet.max_row for sheet in openpyxl.load_workbook(book))
    libreoffice(tmp_path, "--convert-to", "pdf", "--outdir", str(tmp_path), str(book))
    printed = book.with_suffix(".pdf")
    pages = len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes()))
    assert FEWEST < rows / pages < MOST
    if request.config.getoption("--update-docs"):
        show(printed)


def show(printed: Path) -> None:
    """The first page of the claims, without its margins."""
    if shutil.which("pdftoppm") is None:
        missing("pdftoppm, which makes pictures of pages, is not installed")
    size = ["-r", "110", "-x", "60", "-y", "60", "-W", "1170", "-H", "520"]
    page = ["-f", "2", "-l", "2", "-singlefile", "-png"]
    subprocess.run(["pdftoppm", *size, *page, printed, PICTURE.with_suffix("")], check=True)
