"""Exports against golden files, byte for byte; `--update-golden` writes them anew."""

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
from pydantic import BaseModel

from claimdesk import recipes
from claimdesk.errors import BadConfiguration, NotFound
from claimdesk.settings import bundled
from claimdesk.snapshot import ArticlePage, Snapshot

from .snapshots import HEAD, MOMENT, OTHER, TEXT, article, claim, sample
from .test_workbooks import parts_digest

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


BINARIES = [
    (one.name, format_name)
    for one in recipes.every(bundled("exports"))
    for format_name in one.formats
    if format_name in BINARY
]


@pytest.mark.parametrize(("name", "format_name"), BINARIES)
def test_a_binary_export_is_the_one_that_was_looked_at(
    name: str, format_name: str, snapshot: Snapshot, request: pytest.FixtureRequest
) -> None:
    """`digests.json` holds what was read back when it was written; see test_workbooks."""
    path = GOLDEN / "digests.json"
    known = json.loads(path.read_text()) if path.exists() else {}
    raw = rendered(name, format_name, snapshot)
    found = parts_digest(raw) if format_name == "xlsx" else hashlib.sha256(raw).hexdigest()
    if request.config.getoption("--update-golden"):
        known[f"{name}.{format_name}"] = found
        path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    assert known[f"{name}.{format_name}"] == found


@pytest.mark.parametrize(
    "name", [name for name, format_name in BINARIES if format_name == BINARY[0]]
)
def test_parquet_has_typed_columns_and_says_what_it_follows_from(
    name: str, snapshot: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(rendered(name, "parquet", snapshot))
    with duckdb.connect(":memory:") as read:
        rows = read.sql(f"SELECT * FROM '{path}'")
        told = dict(read.sql(f"SELECT key, value FROM parquet_kv_metadata('{path}')").fetchall())
        assert rows.columns == recipes.find(bundled("exports"), name).columns
        lines = rendered(name, "jsonl", snapshot).splitlines()
        assert len(rows.fetchall()) == len(lines)
    assert told[b"claimdesk.ledger"] == HEAD.encode()
    assert told[b"claimdesk.schema_version"] == b"1"


def test_excel_is_told_that_csv_is_utf_8(snapshot: Snapshot) -> None:
    recipe = recipes.find(bundled("exports"), "claims")
    plain = b"".join(recipes.render(recipe, snapshot, "csv"))
    assert b"".join(recipes.render(recipe, snapshot, "csv", excel=True)) == b"\xef\xbb\xbf" + plain


def test_a_format_in_which_an_export_makes_no_sense_is_refused(snapshot: Snapshot) -> None:
    with pytest.raises(NotFound, match="json, jsonl"):
        rendered("claimreview", "csv", snapshot)


def test_a_row_may_be_a_tuple_in_the_order_of_the_columns(snapshot: Snapshot) -> None:
    class Row(BaseModel):
        when: datetime | None
        words: list[str]
        yes: bool

    values = [(MOMENT, ("a", "=b"), True), (None, ("=c",), False)]
    models = [Row(when=when, words=list(words), yes=yes) for when, words, yes in values]
    for format_name in ("csv", "jsonl", "json"):
        of_tuples = recipes.Recipe("n", "n", Row, lambda _: values)
        of_models = recipes.Recipe("n", "n", Row, lambda _: models)
        one = b"".join(recipes.render(of_tuples, snapshot, format_name))
        other = b"".join(recipes.render(of_models, snapshot, format_name))
        assert one == other


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
