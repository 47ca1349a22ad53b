"""What collecting costs: many annotations at once, and one more when there are many already.

    python benchmarks/collecting.py [ANNOTATIONS] [DATABASE_URL]

Every annotation judges the 40 claims of an article, three reviewers to an article. Beside it runs
the floor: the rows that claimdesk wrote, copied into empty tables of the same database by its own
driver, a thousand to a statement. Processor seconds of this process; on PostgreSQL the server's
are not in it.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from claimdesk.models import Article, Consensus, Delivery, Judgement, Segment, Standing, segment_id
from claimdesk.models import article_id as id_of
from claimdesk.settings import Settings
from claimdesk.store import deliveries, facts
from claimdesk.store.database import batches, open_engine, writing
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import receive
from claimdesk.workflow.handling import handle

CLAIMS = 40
FEW = 250
REVIEWERS = 3
START = datetime(2026, 3, 14, tzinfo=UTC)
SOME = 2000
WRITTEN = {
    Delivery: SOME,
    Standing: SOME,
    Judgement: SOME * CLAIMS,
    Consensus: SOME * CLAIMS // REVIEWERS,
}
"""What some annotations end in, and how many rows of it."""


def main(annotations: int, url: str | None) -> None:
    """Print what README.md has."""
    with tempfile.TemporaryDirectory() as folder:
        bench = opened(Path(folder) / "desk", url)
        print(f"{annotations} annotations of {CLAIMS} claims on {bench.engine.dialect.name}")
        backfill(bench, range(FEW))
        few = one_more(bench, FEW)
        spent = backfill(bench, range(FEW, annotations))
        rate = (annotations - FEW) * CLAIMS / spent
        many = one_more(bench, annotations)
        floor = copied(bench, Path(folder) / "floor.db", url)
        print(f"back-fill        {rate:10,.0f} labels/s")
        print(f"floor            {floor:10,.0f} labels/s, {floor / rate:.1f} times as fast")
        print(f"one more event   {1000 * few:10.2f} ms beside {FEW * CLAIMS:,} labels")
        print(f"                 {1000 * many:10.2f} ms beside {annotations * CLAIMS:,} labels")
        print(f"                 {many / few:10.2f} times as much")


def opened(home: Path, url: str | None) -> Workbench:
    """A workbench on an empty database."""
    return open_workbench(Settings.read(home, database_url=url))


def backfill(bench: Workbench, numbers: range) -> float:
    """Receive and handle annotations; the processor seconds it took."""
    load(bench, {number // REVIEWERS for number in numbers})
    spent = 0.0
    for some in batches(numbers, 1000):
        arrived = [delivery(bench, number, number) for number in some]
        began = time.process_time()
        collect(bench, arrived)
        spent += time.process_time() - began
    return spent


def collect(bench: Workbench, arrived: list[Delivery]) -> None:
    """What `pull` does with what it has fetched."""
    for few in batches(arrived, 100):
        receive(bench, few)
    handle(bench)


def one_more(bench: Workbench, there: int) -> float:
    """Processor seconds of one more version of an annotation, received and handled; the median."""
    taken = []
    for turn in range(50):
        one = delivery(bench, turn * there // 50, there + turn)
        began = time.process_time()
        receive(bench, [one])
        handle(bench)
        taken.append(time.process_time() - began)
    return median(taken)


def text_of(number: int) -> str:
    """An article of 40 sentences."""
    return " ".join(f"Pier {number} has {claim} cracked piles." for claim in range(CLAIMS))


def load(bench: Workbench, numbers: set[int]) -> None:
    """Put the articles there, a segment for each sentence."""
    for some in batches(sorted(numbers), 200):
        articles, segments = [], []
        for number in some:
            text = text_of(number)
            article = id_of(text)
            articles.append(Article(id=article, text=text, source="benchmark", loaded_at=START))
            segments += [
                Segment(
                    id=segment_id(article, start, end),
                    article_id=article,
                    position=position,
                    start=start,
                    end=end,
                    role="body",
                )
                for position, (start, end) in enumerate(spans(text))
            ]
        with writing(bench.engine) as session:
            facts.add_articles(session, articles, segments)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences stand."""
    start = 0
    while start < len(text):
        end = text.index(".", start) + 1
        yield start, end
        start = end + 1


def delivery(bench: Workbench, number: int, version: int) -> Delivery:
    """One version of an annotation, as `pull` makes it of what Label Studio answers."""
    text = text_of(number // REVIEWERS)
    article = id_of(text)
    reviewer = 2 + number % REVIEWERS
    said = START + timedelta(seconds=version)
    body = annotation(bench, number, reviewer, said, list(spans(text)), article)
    return Delivery(
        key=deliveries.key_of(f"{number}@x", said),
        kind=deliveries.ANNOTATION,
        annotation=f"{number}@x",
        task_id=number // REVIEWERS + 1,
        article_id=article,
        reviewer_id=reviewer,
        said_at=said,
        body=body,
        config=bench.labels.digest,
        arrived_at=datetime.now(UTC),
    )


def annotation(
    bench: Workbench,
    number: int,
    reviewer: int,
    said: datetime,
    places: list[tuple[int, int]],
    article: str,
) -> dict[str, Any]:
    """What Label Studio keeps of a screen on which every claim was judged."""
    verdicts = bench.labels.verdicts
    return {
        "id": number,
        "created_at": START.isoformat(),
        "updated_at": said.isoformat(),
        "completed_by": reviewer,
        "updated_by": reviewer,
        "was_cancelled": False,
        "result": [
            {
                "id": segment_id(article, start, end),
                "from_name": bench.labels.verdict_control,
                "to_name": bench.labels.text,
                "type": "labels",
                "origin": "prediction-changed",
                "value": {
                    "start": start,
                    "end": end,
                    "text": "x" * (end - start),
                    "labels": [verdicts[(claim + number) % len(verdicts)]],
                },
            }
            for claim, (start, end) in enumerate(places)
        ],
    }


def copied(bench: Workbench, place: Path, url: str | None) -> float:
    """Labels a second when the same rows are written with nothing around it."""
    engine = open_engine(place) if url is None else bench.engine
    spent, labels = 0.0, 0
    for model, number in WRITTEN.items():
        name = str(model.__tablename__)
        with bench.engine.connect() as connection:
            cursor = connection.exec_driver_sql(f"SELECT * FROM {name} LIMIT {number}")
            rows = [tuple(map(plain, row)) for row in cursor]
        labels += len(rows) if model is Judgement else 0
        target = name if url is None else f"floor_{name}"
        if url is not None:
            with engine.begin() as connection:
                connection.exec_driver_sql(f"DROP TABLE IF EXISTS {target}")
                connection.exec_driver_sql(f"CREATE TABLE {target} (LIKE {name} INCLUDING ALL)")
        marks = ",".join(["?" if url is None else "%s"] * len(rows[0]))
        raw = engine.raw_connection()
        began = time.process_time()
        for some in batches(rows, 1000):
            cursor = raw.cursor()
            cursor.execute("BEGIN")
            cursor.executemany(f"INSERT INTO {target} VALUES ({marks})", some)
            cursor.execute("COMMIT")
        spent += time.process_time() - began
        raw.close()
    return labels / spent


def plain(value: Any) -> Any:
    """As the driver takes it: PostgreSQL hands JSON out as objects and wants text."""
    return json.dumps(value) if isinstance(value, dict | list) else value


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    main(count, sys.argv[2] if len(sys.argv) > 2 else None)
