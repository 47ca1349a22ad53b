"""How fast a million judgements are written, and in how much memory.

    python -m benchmarks.exporting [--sizes 100000,1000000] [--database URL]

Each row of the table is a process of its own, which writes to nowhere: seconds of processor (user
and system), seconds by the clock, the most memory it had, and how its seconds compare with (a), a
bare cursor of the database's driver whose rows go into `csv.writer` in the same order. (b) is the
`sqlite3` command line, (c) on PostgreSQL `COPY TO STDOUT`. The peers do without what ours must do:
they join no evidence, escape no formula and name no ledger.

`import` is a process that only opens the desk, and is in every row; the ratios are without it.
"""

import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from claimdesk import recipes
from claimdesk.models import Article, Consensus, Judgement, Reviewer, Segment
from claimdesk.settings import Settings
from claimdesk.store.database import writing
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.reading import take_snapshot

CLAIMS, REVIEWERS = 60, 3
SENTENCE = (
    "On the 3rd, “the pier” at Brackmere was shut after {} of its piles had cracked, she said. "
)
MOMENT = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
ORDERED = """
SELECT j.claim_id, j.article_id, r.pseudonym, j.verdict, j.reason, j.evidence, j.note,
       j.confidence, j.start, j."end", substr(a.text, j.start + 1, j."end" - j.start), j.change,
       j.said_at, j.config, j.codebook, j.discounted
  FROM judgement j
  JOIN article a ON a.id = j.article_id
  JOIN reviewer r ON r.id = j.reviewer_id
  JOIN consensus c ON c.claim_id = j.claim_id
 ORDER BY j.article_id, c.start, c."end", j.claim_id, r.pseudonym
"""
UNORDERED = ORDERED[: ORDERED.index("  JOIN consensus")]


@dataclass(frozen=True)
class Spent:
    """What a process took."""

    processor: float
    clock: float
    most: float


def main() -> int:
    """Measure every size, or be one of the processes that are measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", default="100000,1000000")
    parser.add_argument("--database", help="a PostgreSQL without tables; else SQLite is used")
    parser.add_argument("--one", nargs=2, metavar=("WAY", "HOME"), help=argparse.SUPPRESS)
    parser.add_argument("--fill", nargs=2, metavar=("SIZE", "HOME"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.fill:  # in a process of its own, or the others would begin with its memory
        fill(open_workbench(settings(Path(wanted.fill[1]), wanted.database)), int(wanted.fill[0]))
        return 0
    if wanted.one:
        WAYS[wanted.one[0]](settings(Path(wanted.one[1]), wanted.database))
        return 0
    for size in map(int, wanted.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="claimdesk-") as folder:
            measure(Path(folder), size, wanted.database)
    return 0


def measure(home: Path, size: int, database: str | None) -> None:
    """The table of one size."""
    command = [sys.executable, "-m", "benchmarks.exporting", "--fill", str(size), str(home)]
    subprocess.run([*command, *(["--database", database] if database else [])], check=True)
    rows = -(-size // (CLAIMS * REVIEWERS)) * CLAIMS * REVIEWERS
    print(f"\n{rows:,} judgements, {'PostgreSQL' if database else 'SQLite'}\n")
    print(
        "| way | processor, s | / (a) | by the clock, s | most memory, MB |\n|---|---|---|---|---|"
    )
    peers = ("copy",) if database else ("sqlite3",)
    opening, base = best("import", home, database), None
    print(f"| import | {opening.processor:.2f} | | {opening.clock:.2f} | {opening.most:.0f} |")
    for way in ("cursor", "unordered", *peers, "csv", "jsonl", "parquet"):
        if way == "sqlite3" and shutil.which("sqlite3") is None:
            print("| sqlite3 | not installed | | | |")
            continue
        spent = best(way, home, database)
        net = spent.processor - (0 if way == "sqlite3" else opening.processor)
        base = base or net
        print(
            f"| {way} | {spent.processor:.2f} | {net / base:.2f} "
            f"| {spent.clock:.2f} | {spent.most:.0f} |",
            flush=True,
        )


def best(way: str, home: Path, database: str | None) -> Spent:
    """The least that one way took of three times."""
    return min((run(way, home, database) for _ in range(3)), key=lambda one: one.processor)


def run(way: str, home: Path, database: str | None) -> Spent:
    """One way in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.exporting", "--one", way, str(home)]
    command += ["--database", database] if database else []
    if way == "sqlite3":
        command = ["sqlite3", "-csv", str(settings(home, None).database), ORDERED]
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{way} ended with {child.returncode}")
    return Spent(used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss / 1024)


def settings(home: Path, database: str | None) -> Settings:
    """A desk in a folder of its own."""
    there: dict[str, Any] = {"database_url": database} if database else {}
    return Settings.read(home, **there)


def fill(bench: Workbench, size: int) -> None:
    """Articles, claims, consensus and judgements."""
    labels = bench.labels.votes
    articles = -(-size // (CLAIMS * REVIEWERS))
    with writing(bench.engine) as session:
        if bench.engine.dialect.name == "postgresql":
            session.execute(text("TRUNCATE article, reviewer, consensus, judgement CASCADE"))
        session.execute(insert(Reviewer), [reviewer(n) for n in range(1, REVIEWERS + 1)])
        for number in range(articles):
            session.execute(insert(Article), [article(number)])
            session.execute(insert(Segment), list(segments(number)))
            session.execute(insert(Consensus), list(consensus(number, labels[0])))
            session.execute(insert(Judgement), list(judgements(number, labels)))


def words(number: int) -> list[str]:
    """The sentences of an article."""
    return [SENTENCE.format(number + n) for n in range(CLAIMS)]


def places(number: int) -> Iterator[tuple[str, int, int]]:
    """Its claims and where they are."""
    position = 0
    for n, sentence in enumerate(words(number)):
        yield f"{number:012x}{n:08x}", position, position + len(sentence) - 1
        position += len(sentence)


def article(number: int) -> dict[str, Any]:
    """A row of an article."""
    return {
        "id": f"{number:032x}",
        "text": "".join(words(number)),
        "title": "Pier, shut",
        "language": "en",
        "story": f"story {number // 5}",
        "source": "benchmark",
        "known_from": {},
        "loaded_at": MOMENT,
    }


def segments(number: int) -> Iterator[dict[str, Any]]:
    """Rows of its claims."""
    for n, (claim, start, end) in enumerate(places(number)):
        of_article = {"id": claim, "article_id": f"{number:032x}", "position": n}
        yield of_article | {"start": start, "end": end, "role": "body", "signals": ["number"]}


def consensus(number: int, verdict: str) -> Iterator[dict[str, Any]]:
    """Rows of what they come to."""
    for claim, start, end in places(number):
        of_claim = {"claim_id": claim, "article_id": f"{number:032x}", "start": start, "end": end}
        votes = {"votes": {verdict: REVIEWERS}, "flips": [], "margin": REVIEWERS}
        yield of_claim | votes | {"state": "agreed", "verdict": verdict, "settled": True}


def judgements(number: int, labels: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Rows of what was said."""
    for n, (claim, start, end) in enumerate(places(number)):
        for one in range(1, REVIEWERS + 1):
            yield {
                "claim_id": claim,
                "reviewer_id": one,
                "article_id": f"{number:032x}",
                "start": start,
                "end": end,
                "verdict": labels[(n + one) % len(labels)],
                "reason": "contradicted" if n % 3 else None,
                "evidence": [f"https://example.org/{number}/{n}"] if n % 2 else [],
                "note": "=1+1" if n == 7 else "seen on tape" if n % 5 == 0 else None,
                "confidence": one,
                "delivery_id": number * 3 + one,
                "said_at": MOMENT + timedelta(seconds=number, milliseconds=one),
                "config": "0123456789abcdef",
            }


def reviewer(number: int) -> dict[str, Any]:
    """A row of a reviewer."""
    return {"id": number, "key": "", "pseudonym": f"r-{number:012x}", "languages": []}


def ours(format_name: str) -> Any:
    """The same as `claimdesk export judgements`, without a Label Studio to ask."""

    def way(where: Settings) -> None:
        bench = open_workbench(where)
        recipe = recipes.find(bench.exports_dir, "judgements")
        with take_snapshot(bench) as snapshot, Path(os.devnull).open("wb") as stream:
            stream.writelines(recipes.render(recipe, snapshot, format_name))

    return way


def opened_desk(where: Settings) -> None:
    """What every process does before its first row."""
    open_workbench(where)
    import psycopg  # noqa: F401 - only its loading is wanted


def cursor(query: str) -> Any:
    """(a): the driver's rows into `csv.writer`."""

    def way(where: Settings) -> None:
        with Path(os.devnull).open("w") as stream, opened(where) as rows:
            csv.writer(stream).writerows(rows.execute(query))

    return way


def opened(where: Settings) -> Any:
    """A cursor that brings its rows as they are asked for."""
    if isinstance(where.database, Path):
        import sqlite3

        return sqlite3.connect(where.database)
    import psycopg

    return psycopg.connect(address(where)).cursor("peer")


def address(where: Settings) -> str:
    """The URL as the driver knows it."""
    return str(where.database).replace("+psycopg", "")


def copied(where: Settings) -> None:
    """(c)."""
    import psycopg

    with (
        psycopg.connect(address(where)) as connection,
        connection.cursor() as rows,
        rows.copy(f"COPY ({ORDERED}) TO STDOUT WITH CSV") as copy,
    ):
        for _ in copy:
            pass


WAYS: dict[str, Any] = {
    "cursor": cursor(ORDERED),
    "unordered": cursor(UNORDERED),
    "copy": copied,
    "import": opened_desk,
    "csv": ours("csv"),
    "jsonl": ours("jsonl"),
    "parquet": ours("parquet"),
}

if __name__ == "__main__":
    raise SystemExit(main())
