"""Exports against golden files, byte for byte; `--update-golden` writes them anew."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import BaseModel

from claimdesk import recipes
from claimdesk.errors import BadConfiguration, NotFound
from claimdesk.settings import bundled
from claimdesk.snapshot import ArticlePage, ArticleView, ClaimView, JudgementView, Snapshot

GOLDEN = Path(__file__).parent / "golden"
HEAD = "7:" + "0123456789abcdef" * 2
MOMENT = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
TEXT = 'The “pier” is shut.\nIt cost €3.5m, "they" said. 🚢 =1+1'


def article(**fields: object) -> ArticleView:
    known = {
        "id": "a1",
        "title": "Pier, shut",
        "url": "https://example.org/1",
        "publisher": "Courier",
        "author": None,
        "published": "2026-03-14",
        "language": "en",
        "story": "pier",
        "known_from": {"title": "front matter"},
        "loaded_at": MOMENT,
        "characters": len(TEXT),
        "link": "http://127.0.0.1:8080/projects/1",
    }
    return ArticleView(**(known | fields))  # type: ignore[arg-type]


def judgement(reviewer: int, verdict: str, **fields: object) -> JudgementView:
    known = {
        "claim_id": "c1",
        "article_id": "a1",
        "reviewer": f"r-{reviewer:012x}",
        "start": 0,
        "end": 19,
        "text": TEXT[:19],
        "verdict": verdict,
        "change": None,
        "reason": None,
        "evidence": (),
        "note": None,
        "confidence": None,
        "said_at": MOMENT,
        "config": "d1",
        "codebook": "c0deb00c0001",
        "discounted": None,
    }
    return JudgementView(**(known | fields))  # type: ignore[arg-type]


def claim(id_: str, start: int, end: int, **fields: object) -> ClaimView:
    known = {
        "id": id_,
        "article": article(),
        "start": start,
        "end": end,
        "text": TEXT[start:end],
        "role": "body",
        "language": "en",
        "speaker": None,
        "worth": 0.62,
        "signals": ("number", "name"),
        "state": "unreviewed",
        "verdict": None,
        "votes": {},
        "abstained": 0,
        "margin": 0,
        "probability": None,
        "settled": False,
        "why": "nobody has judged it",
        "reason": None,
        "robust": None,
        "flips": (),
        "support": None,
        "policy": None,
        "challenged": False,
        "ruling": None,
        "judgements": (),
    }
    return ClaimView(**(known | fields))  # type: ignore[arg-type]


@pytest.fixture
def snapshot() -> Snapshot:
    judged = claim(
        "c1",
        0,
        19,
        state="agreed",
        verdict="yes",
        votes={"yes": 2, "no": 0},
        margin=2,
        probability=0.86419753,
        settled=True,
        why="all agree",
        reason="on-record",
        robust=False,
        flips=("two-origins",),
        policy="1:min=2,strict=0,labels=0a1b2c3d",
        judgements=(
            judgement(2, "yes", evidence=("https://example.org/a", "tape, 3 min"), confidence=3),
            judgement(3, "yes", evidence=("https://example.org/a",), note="=SUM(A1)\nsecond line"),
        ),
    )
    page = ArticlePage(article(), TEXT, (judged, claim("c2", 20, 47), claim("c3", 50, 54)))
    return Snapshot(
        taken_at=MOMENT, ledger=HEAD, verdicts=("yes", "no"), pages=lambda: iter([page])
    )


def rendered(name: str, format_name: str, snapshot: Snapshot) -> bytes:
    recipe = recipes.find(bundled("exports"), name)
    return b"".join(recipes.render(recipe, snapshot, format_name))


@pytest.mark.parametrize("format_name", recipes.FORMATS)
@pytest.mark.parametrize("name", recipes.names(bundled("exports")))
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
    assert len(rows) == 3


def test_csv_holds_nothing_a_spreadsheet_would_run(snapshot: Snapshot) -> None:
    text = rendered("claims", "csv", snapshot).decode()
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_jsonl_reads_back_as_written(snapshot: Snapshot) -> None:
    rows = [json.loads(line) for line in rendered("claims", "jsonl", snapshot).splitlines()]
    assert [row["text"] for row in rows] == [TEXT[:19], TEXT[20:47], TEXT[50:54]]
    assert rows[0]["votes"] == {"yes": 2}


def test_a_line_of_jsonl_is_a_line_to_every_reader(snapshot: Snapshot) -> None:
    odd = claim("c1", 0, 19, text="One\u2028two\u2029three\x85four")
    page = ArticlePage(article(), TEXT, (odd,))
    one = Snapshot(taken_at=MOMENT, ledger=HEAD, verdicts=(), pages=lambda: iter([page]))
    (line,) = rendered("claims", "jsonl", one).decode().splitlines()
    assert json.loads(line)["text"] == odd.text


def test_every_column_is_there_without_a_row() -> None:
    empty = Snapshot(taken_at=MOMENT, ledger=HEAD, verdicts=(), pages=lambda: iter([]))
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

    empty = Snapshot(taken_at=MOMENT, ledger=HEAD, verdicts=(), pages=lambda: iter([]))
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
        b'{"part":{"n":3},"ledger":"%s"}\n' % HEAD.encode()
    )
