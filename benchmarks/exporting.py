"""How fast a million judgements are written, and in how much memory.

    python -m benchmarks.exporting [--sizes 100000,1000000] [--database URL] [--sheet]

Each way is a process of its own, which writes to nowhere, and has its turn three times: the least
seconds of processor (user and system) and by the clock, the most memory. (a) is a bare cursor of
the database's driver whose rows go into `csv.writer` in the same order, (b) the `sqlite3` command
line, (c) on PostgreSQL `COPY TO STDOUT`. The peers do without what ours must do: they join no
evidence, escape no formula and name no ledger.

Seconds of processor are without those of a process that only opens the desk (`import`). Over REST
they are those of the server from the request to the last byte, for the first download of its life.
With `--sheet` the desk is then filled further, and XLSX has to refuse it.
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

import httpx
from sqlalchemy import func, insert, select
from tests.credentials import bearer
from tests.serving_exports import serving

from claimdesk import recipes
from claimdesk.errors import BadInput
from claimdesk.models import Article, Consensus, Judgement, Reviewer, Segment
from claimdesk.recipes.workbook import MOST_ROWS
from claimdesk.settings import Settings
from claimdesk.store.database import writing
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.reading import take_snapshot

CLAIMS, REVIEWERS = 60, 3
TURNS = 3
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
    parser.add_argument("--sheet", action="store_true", help="see XLSX refuse what it cannot hold")
    parser.add_argument("--one", nargs=2, metavar=("WAY", "HOME"), help=argparse.SUPPRESS)
    parser.add_argument("--fill", nargs=2, metavar=("SIZE", "HOME"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.fill:  # in a process of its own, or the others would begin with its memory
        fill(open_workbench(settings(Path(wanted.fill[1]), wanted.database)), int(wanted.fill[0]))
        return 0
    if wanted.one:
        WAYS[wanted.one[0]](settings(Path(wanted.one[1]), wanted.database))
        return 0
    sizes = sorted(map(int, wanted.sizes.split(",")))
    with tempfile.TemporaryDirectory(prefix="claimdesk-") as folder:
        home = Path(folder)
        show({size: measured(home, size, wanted.database) for size in sizes}, wanted.database)
        if wanted.sheet:
            filled(home, MOST_ROWS, wanted.database)
            run("sheet", home, wanted.database)
    return 0


def show(found: dict[int, dict[str, Spent]], database: str | None) -> None:
    """One table: the largest size, and the memory of the others beside it."""
    *fewer, most = found
    print(f"\n{rounded(most):,} judgements, {'PostgreSQL' if database else 'SQLite'}\n")
    heads = ["way", "processor, s", "/ (a)", "by the clock, s", "most memory, MB"]
    heads += [f"at {rounded(size):,}" for size in fewer]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    for way, spent in found[most].items():
        ratio = spent.processor / found[most]["cursor"].processor
        cells = [f"{spent.processor:.2f}", f"{ratio:.2f}", f"{spent.clock:.2f}"]
        cells += [f"{one.most:.0f}" for one in (spent, *(found[size][way] for size in fewer))]
        print(f"| {way} | {' | '.join(cells)} |")


def measured(home: Path, size: int, database: str | None) -> dict[str, Spent]:
    """What every way took of so many judgements."""
    filled(home, size, database)
    peers = ["copy"] if database else ["sqlite3"] * (shutil.which("sqlite3") is not None)
    ours = [f"{door}{name}" for door in ("", "rest ") for name in ("csv", "jsonl", "parquet")]
    ways = ["import", "cursor", *peers, *ours]
    turns = [{way: run(way, home, database) for way in ways} for _ in range(TURNS)]
    found = {}
    for way in ways:
        some = [turn[way] for turn in turns]
        least = min(one.processor for one in some)
        if way not in ("import", "sqlite3") and not way.startswith("rest"):
            least -= found["import"].processor
        found[way] = Spent(least, min(one.clock for one in some), max(one.most for one in some))
    return found


def run(way: str, home: Path, database: str | None) -> Spent:
    """One way in a process of its own."""
    if way.startswith("rest"):
        return drawn(way.removeprefix("rest "), home, database)
    command = itself(database, "--one", way, str(home))
    if way == "sqlite3":
        command = ["sqlite3", "-csv", str(settings(home, None).database), ORDERED]
    begun, most = time.perf_counter(), 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as child:
        while not (ended := os.wait4(child.pid, os.WNOHANG))[0]:
            most = max(most, held(child.pid))
            time.sleep(0.01)
        child.returncode = os.waitstatus_to_exitcode(ended[1])
    if child.returncode:
        raise SystemExit(f"{way} ended with {child.returncode}")
    used = ended[2]
    return Spent(used.ru_utime + used.ru_stime, time.perf_counter() - begun, most)


def drawn(format_name: str, home: Path, database: str | None) -> Spent:
    """One format from a server of its own."""
    bench = open_workbench(settings(home, database))
    headers = bearer(bench)
    bench.engine.dispose()
    with serving(home, database) as (process, url):
        before, begun = sum(process.cpu_times()[:2]), time.perf_counter()
        path = f"{url}/api/v1/exports/judgements.{format_name}"
        with httpx.stream("GET", path, headers=headers, trust_env=False, timeout=600) as answer:
            answer.raise_for_status()
            for _ in answer.iter_raw():
                pass
        spent = sum(process.cpu_times()[:2]) - before
        return Spent(spent, time.perf_counter() - begun, held(process.pid))


def held(process: int) -> float:
    """The most memory that a process had until now, in MB.

    What `wait4` tells counts the process that it was made from, too.
    """
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def filled(home: Path, size: int, database: str | None) -> None:
    """Fill a desk up to so many judgements."""
    subprocess.run(itself(database, "--fill", str(size), str(home)), check=True)


def itself(database: str | None, *arguments: str) -> list[str]:
    """The command of a process that is measured."""
    there = ["--database", database] if database else []
    return [sys.executable, "-m", "benchmarks.exporting", *arguments, *there]


def rounded(size: int) -> int:
    """How many judgements there are of whole articles."""
    return -(-size // (CLAIMS * REVIEWERS)) * CLAIMS * REVIEWERS


def settings(home: Path, database: str | None) -> Settings:
    """A desk in a folder of its own."""
    there: dict[str, Any] = {"database_url": database} if database else {}
    return Settings.read(home, **there)


def fill(bench: Workbench, size: int) -> None:
    """Articles, claims, consensus and judgements, as far as they are not there yet."""
    labels = bench.labels.votes
    with writing(bench.engine) as session:
        there = session.scalar(select(func.count()).select_from(Article)) or 0
        if not there:
            session.execute(insert(Reviewer), [reviewer(n) for n in range(1, REVIEWERS + 1)])
        for number in range(there, rounded(size) // (CLAIMS * REVIEWERS)):
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


def refused(where: Settings) -> None:
    """What is said where a sheet cannot hold the rows."""
    try:
        ours("xlsx")(where)
    except BadInput as error:
        print(f"\nxlsx of more rows: {error}", file=sys.stderr)
    else:
        raise SystemExit("a sheet took more rows than it holds")


def opened_desk(where: Settings) -> None:
    """What every process does before its first row."""
    open_workbench(where)
    import psycopg  # noqa: F401 - only its loading is wanted


def cursor(where: Settings) -> None:
    """(a): the driver's rows into `csv.writer`."""
    with Path(os.devnull).open("w") as stream, opened(where) as rows:
        csv.writer(stream).writerows(rows.execute(ORDERED))


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
    "cursor": cursor,
    "copy": copied,
    "import": opened_desk,
    "csv": ours("csv"),
    "jsonl": ours("jsonl"),
    "parquet": ours("parquet"),
    "sheet": refused,
}

if __name__ == "__main__":
    raise SystemExit(main())
