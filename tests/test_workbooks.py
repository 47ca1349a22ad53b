"""XLSX as people open it: sheets in order, real dates, links, colours, and an end that is told."""

import hashlib
import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from claimdesk import recipes
from claimdesk.errors import BadInput
from claimdesk.recipes import workbook
from claimdesk.recipes.columns import INTEGER, TEXT, Column
from claimdesk.settings import bundled

from .snapshots import LABELS, MOMENT, sample


@pytest.fixture(scope="module")
def book() -> Any:
    recipe = recipes.find(bundled("exports"), "claims")
    raw = b"".join(recipes.render(recipe, sample(), "xlsx"))
    return openpyxl.load_workbook(io.BytesIO(raw))


def made(path: Path, columns: list[Column], rows: list[tuple[Any, ...]]) -> Any:
    sheet = workbook.Sheet("odd", "Odd.", columns, [rows])
    workbook.write(path, [sheet], workbook.About({}, MOMENT, LABELS))
    return openpyxl.load_workbook(path)["Odd"]


def column(sheet: Any, name: str) -> list[Any]:
    (head,) = sheet.iter_rows(max_row=1)
    index = [cell.value for cell in head].index(name)
    return [row[index] for row in sheet.iter_rows(min_row=2)]


def test_the_workbook_of_claims_has_its_sheets_in_order(book: Any) -> None:
    assert book.sheetnames == ["Summary", "Claims", "Disagreements", "Reviewers", "About"]


def test_a_sheet_has_a_head_that_stays_and_a_filter(book: Any) -> None:
    assert book["Claims"].freeze_panes == "B2"
    assert book["Claims"].auto_filter.ref.startswith("A1:")
    assert [cell.value for cell in book["Claims"][1]][:3] == ["text", "verdict", "state"]


def test_a_verdict_is_a_word_a_glyph_and_a_colour(book: Any) -> None:
    cell = column(book["Claims"], "verdict")[0]
    assert cell.value == "✓ yes"
    assert cell.fill.start_color.rgb == "FF00457C"
    assert cell.font.color.rgb == "FFFFFFFF"


def test_dates_are_dates_and_links_are_links(book: Any) -> None:
    day, moment = (
        column(book[sheet], name)[0].value
        for sheet, name in (("Claims", "published"), ("Reviewers", "last_said"))
    )
    assert (type(day), day.isoformat()) == (datetime, "2026-03-14T00:00:00")
    assert moment.isoformat() == "2026-03-14T09:30:00"
    link = column(book["Claims"], "link")[0]
    assert link.hyperlink.target == link.value == "http://127.0.0.1:8080/projects/1"


def test_long_texts_wrap_and_get_the_room_they_need(book: Any) -> None:
    cell = column(book["Claims"], "notes")[0]
    assert cell.alignment.wrap_text
    assert book["Claims"].row_dimensions[2].height > 15


@pytest.mark.parametrize(
    ("words", "order"),
    [("قالت Ingrid.", 2), ("«הרציף» נסגר.", 2), ("Ingrid قالت.", 0), ("Причал.", 0), ("11", 0)],
)
def test_a_text_runs_the_way_that_its_first_letter_does(
    tmp_path: Path, words: str, order: int
) -> None:
    columns = [Column("text", TEXT, ""), Column("speaker", TEXT, "")]
    sheet = made(tmp_path / "a.xlsx", columns, [(words, words)])
    assert [cell.alignment.readingOrder for cell in sheet[2]] == [order, order]


def test_ids_and_addresses_stand_last_and_counts_where_their_table_has_them(book: Any) -> None:
    claims, summary = ([cell.value for cell in book[name][1]] for name in ("Claims", "Summary"))
    assert claims[-4:] == ["claim", "article", "policy", "link"]
    assert summary == ["verdict", "state", "claims", "settled", "share", "articles"]


@pytest.mark.parametrize(
    ("name", "last"), [("Summary", "articles"), ("Claims", "notes"), ("Reviewers", "last_said")]
)
def test_what_is_printed_fits_a_page_side_by_side(book: Any, name: str, last: str) -> None:
    """What is left out of a wide sheet are its last columns, whole."""
    sheet = book[name]
    printed = sheet[sheet.print_area.partition("!")[2]]
    assert printed[0][-1].value == last
    assert len(printed) == sheet.max_row
    widths = (sheet.column_dimensions[cell.column_letter].width for cell in printed[0])
    assert sum(widths) <= workbook.PAGE + len(printed[0])
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


def test_the_button_of_the_filter_hides_no_head_of_numbers(tmp_path: Path) -> None:
    sheet = made(tmp_path / "a.xlsx", [Column("with_evidence", INTEGER, "")], [(1,)])
    assert sheet.column_dimensions["A"].width >= len("with_evidence") + workbook.BUTTON


def test_what_it_is_about_stands_on_the_last_sheet(book: Any) -> None:
    told = {row[0].value: row[2].value for row in book["About"].iter_rows() if row[0].value}
    assert told["Ledger"] == sample().ledger
    assert told["Known until"] == "2026-03-14T09:30:00Z"


def test_a_date_that_is_not_whole_stays_as_its_source_gave_it(tmp_path: Path) -> None:
    days = [Column("published", TEXT, "", "date")]
    sheet = made(tmp_path / "a.xlsx", days, [("2026-03",), ("1812-06-24",), ("yesterday",)])
    assert [cell.value for cell in column(sheet, "published")] == [
        "2026-03",
        "1812-06-24",
        "yesterday",
    ]


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so(tmp_path: Path) -> None:
    sheet = made(tmp_path / "a.xlsx", [Column("text", TEXT, "")], [("🚢" * 20_000,)])
    (cell,) = column(sheet, "text")
    assert cell.value.endswith(workbook.CUT)
    assert len(cell.value.encode("utf-16-le")) // 2 <= workbook.MOST_CHARACTERS


def test_more_rows_than_a_sheet_has_are_refused_with_advice(tmp_path: Path) -> None:
    rows = [(1,)] * workbook.MOST_ROWS
    with pytest.raises(BadInput, match="more rows than a spreadsheet can hold") as refused:
        made(tmp_path / "a.xlsx", [Column("n", INTEGER, "")], rows)
    assert "Parquet" in str(refused.value)


def test_the_parts_of_a_workbook_are_the_same_every_time() -> None:
    recipe = recipes.find(bundled("exports"), "claims")
    first, second = (b"".join(recipes.render(recipe, sample(), "xlsx")) for _ in range(2))
    assert first == second


def parts_digest(raw: bytes) -> str:
    """Of what is in the file, not of how it was packed, which differs between builds of zlib."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        parts = [(name, packed.read(name)) for name in sorted(packed.namelist())]
    return hashlib.sha256(repr(parts).encode()).hexdigest()
