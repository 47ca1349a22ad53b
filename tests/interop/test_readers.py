"""CSV, XLSX and Parquet read back by pandas, DuckDB, pyarrow and LibreOffice: all say the same."""

import csv
import io
import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from claimdesk import recipes
from claimdesk.settings import bundled

from ..environment import missing
from ..snapshots import LABELS, sample

pandas = pytest.importorskip("pandas", reason="the group interop is not installed")
parquet = pytest.importorskip("pyarrow.parquet", reason="the group interop is not installed")

TABLES = [one.name for one in recipes.every(bundled("exports")) if "csv" in one.formats]


def rendered(name: str, format_name: str) -> bytes:
    recipe = recipes.find(bundled("exports"), name)
    return b"".join(recipes.render(recipe, sample(), format_name))


def lines(name: str) -> list[dict[str, Any]]:
    return list(map(json.loads, rendered(name, "jsonl").splitlines()))


def written(name: str, format_name: str, folder: Path) -> Path:
    path = folder / f"{name}.{format_name}"
    path.write_bytes(rendered(name, format_name))
    return path


def cells(name: str) -> list[list[str]]:
    """What the standard library reads of our CSV."""
    return list(csv.reader(io.StringIO(rendered(name, "csv").decode(), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_csv(name: str, tmp_path: Path) -> None:
    frame = pandas.read_csv(written(name, "csv", tmp_path), dtype=str, keep_default_na=False)
    assert [list(frame.columns), *frame.values.tolist()] == cells(name)


@pytest.mark.parametrize("name", TABLES)
def test_duckdb_reads_csv(name: str, tmp_path: Path) -> None:
    path = written(name, "csv", tmp_path)
    with duckdb.connect(":memory:") as read:
        rows = read.sql(f"SELECT * FROM read_csv('{path}', all_varchar = true, header = true)")
        found = [rows.columns, *([cell or "" for cell in row] for row in rows.fetchall())]
    assert [[even(cell) for cell in row] for row in found] == [
        [even(cell) for cell in row] for row in cells(name)
    ]


@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_xlsx_as_openpyxl_does(name: str, tmp_path: Path) -> None:
    path, sheet = written(name, "xlsx", tmp_path), name.capitalize()
    frame = pandas.read_excel(path, sheet_name=sheet, dtype=object)
    (head, *_) = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    assert list(frame.columns) == list(head)
    assert len(frame) == len(lines(name))


@pytest.mark.parametrize("format_name", ["csv", "xlsx"])
def test_libreoffice_reads_every_text_and_runs_none(format_name: str, tmp_path: Path) -> None:
    paths = [written(name, format_name, tmp_path) for name in TABLES]
    found = calculated(paths, tmp_path / "read")
    for name in TABLES:
        inside = {cell for file, row in found if file.startswith(name) for cell in row}
        told = {even(cell.removeprefix("'")) for cell in inside}
        wanted = {one for row in lines(name) for one in row.values() if isinstance(one, str)}
        assert {one for one in wanted if even(one) not in told and not is_elsewhere(one)} == set()
        assert not any(cell.startswith(("Err:", "#")) for cell in inside)


def is_elsewhere(one: str) -> bool:
    """A verdict is shown with its glyph, a time and a day as a date, the ledger in About."""
    return one in LABELS or one.startswith("7:") or one[:4] == "2026"


def even(cell: str) -> str:
    return cell.replace("\r\n", "\n")


def calculated(paths: list[Path], out: Path) -> list[tuple[str, list[str]]]:
    """The cells of every sheet, as LibreOffice Calc writes them, with the file they come from."""
    kind = "Text - txt - csv (StarCalc):44,34,76,1"
    said = [f"--infilter={kind}"] if paths[0].suffix == ".csv" else []
    said += ["--convert-to", f"csv:{kind},,0,false,true,false,false,false,-1"]
    libreoffice(out, *said, "--outdir", str(out), *map(str, paths))
    texts = {one.name: one.read_text(encoding="utf-8") for one in sorted(out.glob("*.csv"))}
    return [
        (name, row)
        for name, text in texts.items()
        for row in csv.reader(io.StringIO(text, newline=""))
    ]


def libreoffice(beside: Path, *said: str) -> None:
    """Run LibreOffice without a window, on a profile of its own."""
    soffice = shutil.which("soffice")
    if soffice is None:
        missing("LibreOffice Calc is not installed")
    profile = f"-env:UserInstallation=file://{beside}-profile"
    command = [soffice, profile, "--headless", *said]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


@pytest.mark.parametrize("name", TABLES)
def test_pyarrow_reads_parquet(name: str, tmp_path: Path) -> None:
    path = written(name, "parquet", tmp_path)
    table = parquet.read_table(path)
    found = [{key: plain(value) for key, value in row.items()} for row in table.to_pylist()]
    assert found == [{key: plain(value) for key, value in row.items()} for row in lines(name)]
    told = parquet.read_metadata(path).metadata
    assert told[b"claimdesk.ledger"] == sample().ledger.encode()


def plain(value: Any) -> Any:
    """A value in the one form that JSON and Arrow can both be brought to."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {pair["key"]: pair["value"] for pair in value}
    return value or None if isinstance(value, list | dict) else value
