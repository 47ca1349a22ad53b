"""A database of every released schema, filled, comes up to date with its content as it was.

`kept/0001.sql` was written by claimdesk 0.1.0 from the scenario of `filling.py`, and beside it
stand the exports that 0.1.0 made of it. A new schema gets a file of its own; none is changed.
"""

import hashlib
import json
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, create_engine, select
from sqlmodel import col

from claimdesk import ledger, recipes
from claimdesk.blindness import SAME_REGIONS
from claimdesk.models import Flag, Reviewer
from claimdesk.settings import Settings
from claimdesk.store import database as store
from claimdesk.store.database import SCHEMA, open_engine, reading
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.handling import replay
from claimdesk.workflow.reading import take_snapshot

from .catalogue import Seen, longer

KEPT = Path(__file__).parent / "kept"
RELEASED = sorted(path.stem for path in KEPT.glob("*.sql"))
MIGRATIONS = Path(store.__file__).parent / "migrations"
FACTS = ("installation", "article", "segment", "publication", "delivery")

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(params=RELEASED)
def released(request: pytest.FixtureRequest, database: str, tmp_path: Path) -> str:
    """URL of a database as a released claimdesk left it."""
    dump = (KEPT / f"{request.param}.sql").read_text(encoding="utf-8")
    file = tmp_path / "released.db"
    with closing(sqlite3.connect(file)) as made:
        made.executescript(dump)
    if database.startswith("sqlite"):
        return f"sqlite:///{file}"
    carry_over(file, database, request.param)
    return database


def carry_over(file: Path, url: str, revision: str) -> None:
    """The same rows in a PostgreSQL database of the same revision."""
    old, new = create_engine(f"sqlite:///{file}"), create_engine(url)
    with old.connect() as source, new.begin() as target:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = target
        command.upgrade(config, revision)
        found = rows_of(source)
        there = MetaData()
        there.reflect(target)
        for table in there.sorted_tables:
            if found[table.name] and table.name != "alembic_version":
                target.execute(table.insert(), found[table.name])
    old.dispose()
    new.dispose()


def rows_of(connection: Connection) -> Rows:
    """Every row of every table, times as UTC, in an order of their own."""
    there = MetaData()
    there.reflect(connection)
    found = {
        table.name: [
            {name: in_utc(value) for name, value in row.items()}
            for row in connection.execute(select(table)).mappings()
        ]
        for table in there.sorted_tables
    }
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


def in_utc(value: Any) -> Any:
    if not isinstance(value, datetime):
        return value
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def content(url: str) -> Rows:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = rows_of(connection)
    engine.dispose()
    return found


def digests(rows: Rows, columns: dict[str, list[str]]) -> dict[str, Counter[str]]:
    """A hash of each fact, over the columns it had when it was written."""
    return {
        table: Counter(
            hashlib.sha256(repr([row[name] for name in columns[table]]).encode()).hexdigest()
            for row in rows[table]
        )
        for table in FACTS
    }


@pytest.fixture
def bench(released: str, tmp_path: Path) -> Iterator[Workbench]:
    """The desk after the upgrade."""
    settings = Settings.read(
        tmp_path / "home", database_url=released, labelstudio_url="http://labelstudio.test"
    )
    opened = open_workbench(settings)
    yield opened
    opened.engine.dispose()


@pytest.mark.catalogue("D20", "an upgrade keeps every row, each fact unchanged, in a whole chain")
def test_an_upgrade_keeps_every_row_and_every_fact(released: str, seen: Seen) -> None:
    before = content(released)
    columns = {table: sorted(before[table][0]) for table in FACTS}
    open_engine(released).dispose()
    after = content(released)
    assert after["alembic_version"] == [{"version_num": SCHEMA}]
    assert digests(after, columns) == digests(before, columns)
    counts = {name: len(rows) for name, rows in before.items() if name != "reviewer"}
    assert {name: len(after[name]) for name in counts} == counts
    check_chain(after["delivery"])
    seen(sum(counts.values()), "rows and their hashes equal, chain verifies")


def check_chain(deliveries: list[dict[str, Any]]) -> None:
    link = ledger.START
    for row in sorted(deliveries, key=lambda row: int(row["id"])):
        link = ledger.link(link, row)
        assert row["link"] == link


def test_everybody_who_said_something_has_a_pseudonym(released: str) -> None:
    before = content(released)
    open_engine(released).dispose()
    people = {row["id"]: row for row in content(released)["reviewer"]}
    known = {row["id"]: row["email"] for row in before["reviewer"]}
    said = {row["reviewer_id"] for row in before["delivery"]} - {None}
    assert people.keys() == known.keys() | said
    assert {number: people[number]["email"] for number in known} == known


@pytest.mark.parametrize("name", ["claims", "judgements"])
@pytest.mark.catalogue("D20", "exports after an upgrade say what they said before")
def test_exports_say_what_they_said_before(
    bench: Workbench, request: pytest.FixtureRequest, name: str, seen: Seen
) -> None:
    (revision,) = [one for one in RELEASED if one in request.node.name]
    lines = (KEPT / f"{revision}-{name}.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = [json.loads(line) for line in lines]
    names = {number: one for one, number in numbers(bench).items()}
    for row in wanted:
        if type(row.get("reviewer")) is int:
            row["reviewer"] = names[row["reviewer"]]
    assert comparable(exported(bench, name), wanted[0]) == comparable(wanted, wanted[0])
    replay(bench)
    copied = articles_with_copies(bench)
    assert copied
    now, wanted = (
        [row for row in rows if name != "claims" or row["article"] not in copied]
        for rows in (exported(bench, name), wanted)
    )
    assert comparable(of_segments(now), wanted[0]) == comparable(of_segments(wanted), wanted[0])
    assert added(now) == added(wanted)
    seen(len(wanted), "rows of the export equal, also after a replay")


def articles_with_copies(bench: Workbench) -> set[str]:
    """Where two reviewers hold a region of one name; since 0005 that is a copy, and no vote."""
    with reading(bench.engine) as session:
        copies = select(col(Flag.article_id)).where(col(Flag.code) == SAME_REGIONS)
        return set(session.scalars(copies))


def of_segments(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if "added" not in (row.get("role"), row.get("change"))]


def added(rows: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    """How often each verdict was given to added claims; since 0004 several may be one claim."""
    found: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row not in of_segments(rows):
            votes = row.get("votes") or {row["verdict"]: 1}
            found.update({(row["article"], label): number for label, number in votes.items()})
    return found


def numbers(bench: Workbench) -> dict[str, int]:
    with reading(bench.engine) as session:
        return {one.pseudonym: one.id for one in session.scalars(select(Reviewer))}


def exported(bench: Workbench, name: str) -> list[dict[str, Any]]:
    recipe = recipes.find(bench.exports_dir, name)
    with take_snapshot(bench) as snapshot:
        lines = b"".join(recipes.render(recipe, snapshot, "jsonl")).splitlines()
    return [json.loads(line) for line in lines]


def comparable(rows: list[dict[str, Any]], like: dict[str, Any]) -> list[str]:
    """Rows with the columns they had, without the order that follows from names of reviewers."""
    shown = [
        {
            name: sorted(row[name]) if isinstance(row[name], list) else row[name]
            for name in sorted(like)
        }
        for row in rows
    ]
    return sorted(json.dumps(row, sort_keys=True) for row in shown)


CHILD = """
import os, signal, sys
from sqlalchemy import Engine, event
from claimdesk.store.database import open_engine

left = moments = int(sys.argv[2])

def count(*_arguments):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "before_cursor_execute", count)
event.listen(Engine, "commit", count)
open_engine(sys.argv[1])
print(moments - left)
"""


def upgraded_by_another(url: str, moment: int) -> tuple[int, int]:
    """Upgrade in a process that is killed at a moment; its exit code, and how many there are."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, url, str(moment)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode, int(done.stdout or 0)


STEP = {
    "0001": longer(8, 1),
    "0002": longer(5, 1),
    "0003": longer(3, 1),
    "0004": longer(2, 1),
    "0005": 1,
}
"""Moments between two kills; there are fewer the less there is to upgrade."""


@pytest.mark.catalogue("D20", "an upgrade that is killed has changed nothing and starts again")
def test_an_upgrade_that_is_killed_has_changed_nothing(released: str, seen: Seen) -> None:
    before = content(released)
    step = STEP[before["alembic_version"][0]["version_num"]]
    moment, killed, whole = 1, 0, 0
    while upgraded_by_another(released, moment)[0] == -signal.SIGKILL:
        killed += 1
        found = content(released)  # the last moments come after the commit
        whole += found == before or found["alembic_version"] == [{"version_num": SCHEMA}]
        moment += step
    assert whole == killed >= 5
    after = content(released)
    assert after["alembic_version"] == [{"version_num": SCHEMA}]
    check_chain(after["delivery"])
    seen(killed, f"moments of about {moment}; database as before or whole each time, then upgraded")


def test_every_released_schema_is_kept() -> None:
    revisions = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert revisions[:-1] == RELEASED
