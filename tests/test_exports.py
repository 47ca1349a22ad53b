"""Exports against golden files, byte for byte; `--update-golden` writes them anew."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from claimdesk import recipes
from claimdesk.errors import BadConfiguration, NotFound
from claimdesk.settings import bundled
from claimdesk.snapshot import ArticlePage, Snapshot

from .snapshots import HEAD, MOMENT, OTHER, TEXT, article, claim, sample

BINARY = ("parquet", "xlsx")
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def snapshot() -> Snapshot:
    return sample()


def rendered(name: str, format_name: str, snapshot: Snapshot) -> bytes:
    recipe = recipes.find(bundled("exports"), name)
    return b"".join(recipes.render(recipe, snapshot, format_name))


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        (one.name, format_name)
        for one in recipes.every(bundled("exports"))
        for format_name in one.formats
        if format_name not in BINARY
    ],
)
def test_an_export_is_its_golden_file(
    name: str, format_name: str, snapshot: Snapshot, request: pytest.FixtureRequest
) -> None:
    path = GOLDEN / f"{name}.{format_name}"
    found = rendered(name, format_name, snapshot)
    if request.config.getoption("--update-golden"):
        path.write_bytes(found)
    assert found == path.read_bytes()


def test_csv_reads_back_as_written(snapshot: Snapshot) -> None:
    text = rendered("claims", "csv", snapshot).decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[0]["text"] == TEXT[:19]
    assert rows[0]["evidence"] == "https://example.org/a | tape, 3 min"
    assert len(rows) == 5


def test_csv_holds_nothing_a_spreadsheet_would_run(snapshot: Snapshot) -> None:
    text = rendered("claims", "csv", snapshot).decode()
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_jsonl_reads_back_as_written(snapshot: Snapshot) -> None:
    rows = [json.loads(line) for line in rendered("claims", "jsonl", snapshot).splitlines()]
    assert [row["text"] for row in rows] == [
        TEXT[:19],
        TEXT[20:47],
        TEXT[50:54],
        OTHER[14:34],
        OTHER[35:49],
    ]
    assert rows[0]["votes"] == {"yes": 2}


def test_a_line_of_jsonl_is_a_line_to_every_reader(snapshot: Snapshot) -> None:
    odd = claim("c1", 0, 19, text="One\u2028two\u2029three\x85four")
    page = ArticlePage(article(), TEXT, (odd,))
    one = Snapshot(known_until=MOMENT, ledger=HEAD, verdicts=(), pages=lambda: iter([page]))
    (line,) = rendered("claims", "jsonl", one).decode().splitlines()
    assert json.loads(line)["text"] == odd.text


def test_every_column_is_there_without_a_row() -> None:
    empty = Snapshot(known_until=MOMENT, ledger=HEAD, verdicts=(), pages=lambda: iter([]))
    assert rendered("judgements", "csv", empty).startswith(b"claim,article,reviewer,")
    assert rendered("judgements", "jsonl", empty) == b""


def test_rows_are_asked_for_as_they_are_written() -> None:
    asked: list[int] = []

    class Row(BaseModel):
        number: int

    def rows(_snapshot: Snapshot) -> Iterator[Row]:
        for number in range(200_000):
            asked.append(number)
            yield Row(number=number)

    empty = Snapshot(known_until=MOMENT, ledger=HEAD, verdicts=(), pages=lambda: iter([]))
    stream = recipes.render(recipes.Recipe("n", "n", Row, rows), empty, "jsonl")
    next(stream)
    assert len(asked) < 20_000


@pytest.mark.parametrize("name", ["nothing", "../claims", "claims.py", "", "Claims", "a" * 99])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(NotFound, match="no export of that name"):
        recipes.find(bundled("exports"), name)


@pytest.mark.parametrize("source", ["x = 1", "raise ValueError('no')", "Row = 1\ndef rows(s): ..."])
def test_a_file_that_is_no_export_is_named(tmp_path: Path, source: str) -> None:
    (tmp_path / "mine.py").write_text(source)
    with pytest.raises(BadConfiguration, match=r"mine\.py is not an export"):
        recipes.find(tmp_path, "mine")


def test_an_operators_file_is_an_export(tmp_path: Path, snapshot: Snapshot) -> None:
    (tmp_path / "mine.py").write_text(
        '"""How many claims."""\n'
        "from __future__ import annotations\n"
        "from pydantic import BaseModel\n"
        "class Part(BaseModel):\n    n: int\n"
        "class Row(BaseModel):\n    part: Part\n"
        "def rows(snapshot):\n    yield Row(part=Part(n=len(list(snapshot.claims))))\n"
    )
    recipe = recipes.find(tmp_path, "mine")
    assert b"".join(recipes.render(recipe, snapshot, "jsonl")) == (
        b'{"part":{"n":5},"ledger":"%s"}\n' % HEAD.encode()
    )
