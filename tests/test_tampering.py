"""Whoever has the database may change it, and never without being found out."""

import json
import random
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlmodel import Session

from claimdesk import ledger
from claimdesk.errors import BrokenLedger
from claimdesk.labelstudio.client import Client
from claimdesk.ledger import Head
from claimdesk.store import deliveries
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.verifying import verify

from .catalogue import Seen, longer
from .fake_labelstudio import FakeLabelStudio
from .screens import ACTIONS, CLAIMS, TEXTS, screen

ENTRIES = 24
FIELDS = (
    "id key kind annotation project task_id article_id reviewer_id said_at body config"
    " arrived_at link"
).split()
OFTEN_ENOUGH = (*FIELDS, "body", "body")
Tamper = Callable[[Connection, random.Random], str]
"""Changes a ledger, and gives what verifying has to say of it."""


@pytest.fixture
def kept(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Workbench:
    """A workbench with a ledger of versions and an end."""
    for number, words in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(words)
    load(bench, [str(path) for path in sorted(tmp_path.glob("*.txt"))])
    client = Client(bench.settings, fake)
    publish(bench, client)
    chance = random.Random(23)
    for number in range(ENTRIES - 1):
        task = fake.tasks[1 + number % len(TEXTS)]
        said = screen(task, bench.labels, [chance.choice(ACTIONS) for _ in range(CLAIMS)])
        fake.say(task["id"], 2 + number % 3, said.result)
        pull(bench, client)
    fake.remove(1)
    pull(bench, client)
    assert verify(bench).entries == ENTRIES
    return bench


def head_of(bench: Workbench) -> Head:
    with reading(bench.engine) as session:
        return Head.read(str(deliveries.head(session)))


def flip(connection: Connection, chance: random.Random) -> str:
    """Change one character, digit or bit of one field."""
    row, field = chance.randint(1, ENTRIES), chance.choice(OFTEN_ENOUGH)
    if field == "id":
        change(connection, row, "id", row + 1000)
        return f"entry {row + 1 if row < ENTRIES else row + 1000}"
    old = read(connection, row, field)
    if isinstance(old, int):
        new: Any = old + 1
    elif isinstance(old, datetime):
        new = old + timedelta(microseconds=1)
    elif isinstance(old, dict):
        new = json.dumps(old | {"lead_time": 1})
    elif old is None:
        new = "2026-03-14 09:00:00.000001"
    else:
        # Whatever stands between a day and its time, it is read as the same moment.
        places = [n for n, letter in enumerate(old) if letter != " " or field == "body"]
        place = chance.choice(places)
        new = f"{old[:place]}{chr(ord(old[place]) ^ 1)}{old[place + 1 :]}"
    change(connection, row, field, new)
    return f"entry {row}|entry {row - 1}"


def drop(connection: Connection, chance: random.Random) -> str:
    row = chance.randint(1, ENTRIES - 1)
    connection.execute(text(f"DELETE FROM delivery WHERE id = {row}"))
    return f"entry {row + 1}"


def swap(connection: Connection, chance: random.Random) -> str:
    first, second = sorted(chance.sample(range(1, ENTRIES + 1), 2))
    for old, new in ((first, 1000), (second, first), (1000, second)):
        change(connection, old, "id", new)
    return f"entry {first}"


def put_in(connection: Connection, chance: random.Random) -> str:
    """One entry more, with a link that was worked out rightly; those after it move on."""
    row = chance.randint(1, ENTRIES - 1)
    for later in range(ENTRIES, row, -1):
        change(connection, later, "id", later + 1)
    names = ", ".join(name for name in [*FIELDS, "handled"] if name not in ("id", "key"))
    put = f"INSERT INTO delivery (id, key, {names}) SELECT {row + 1}, 'forged', {names}"
    connection.execute(text(f"{put} FROM delivery WHERE id = {row}"))
    chain(connection, row + 1, row + 1)
    if row + 1 == ENTRIES:  # it stands where the printed head says that another one stands
        return f"Entry {ENTRIES} is not the one"
    return f"entry {row + 2}"


def chain_anew_in_part(connection: Connection, chance: random.Random) -> str:
    row = chance.randint(1, ENTRIES - 1)
    last = chance.randint(row, ENTRIES - 1)
    change(connection, row, "config", "forged")
    chain(connection, row, last)
    return f"entry {last + 1}"


def chain_anew(connection: Connection, chance: random.Random) -> str:
    """Everything after a change: only a head that was printed before shows it."""
    row = chance.randint(1, ENTRIES)
    change(connection, row, "config", "forged")
    chain(connection, row, ENTRIES)
    return f"Entry {ENTRIES} is not the one"


def cut(connection: Connection, chance: random.Random) -> str:
    row = chance.randint(0, ENTRIES - 1)
    connection.execute(text(f"DELETE FROM delivery WHERE id > {row}"))
    return f"ends at entry {row}"


TAMPERS: tuple[Tamper, ...] = (
    *([flip] * 4), drop, swap, put_in, chain_anew_in_part, chain_anew, cut,
)  # fmt: skip


def read(connection: Connection, row: int, field: str) -> Any:
    return connection.execute(text(f"SELECT {field} FROM delivery WHERE id = {row}")).scalar()


def change(connection: Connection, row: int, field: str, value: Any) -> None:
    json_there = field == "body" and connection.dialect.name == "postgresql"
    given = "CAST(:value AS json)" if json_there else ":value"
    asked = text(f"UPDATE delivery SET {field} = {given} WHERE id = {row}")
    connection.execute(asked, {"value": value})


def chain(connection: Connection, first: int, last: int) -> None:
    """Work the links of some entries out anew, as claimdesk does."""
    link = read(connection, first - 1, "link") or ledger.START
    with Session(connection) as session:
        entries = [one for one in deliveries.entries(session) if first <= one["id"] <= last]
    for entry in entries:
        link = ledger.link(link, entry)
        change(connection, entry["id"], "link", link)


@pytest.mark.catalogue("D23", "whatever is changed in the ledger is found, with its place")
def test_whatever_is_changed_in_the_ledger_is_found(kept: Workbench, seen: Seen) -> None:
    sqlite = kept.engine.dialect.name == "sqlite"
    number, chance = longer(200, 1000) if sqlite else 20, random.Random(23)
    head = head_of(kept)
    with kept.engine.begin() as connection:
        connection.execute(text("CREATE TABLE untouched AS SELECT * FROM delivery"))
    names = ", ".join([*FIELDS, "handled", "refused"])
    found: Counter[str] = Counter()
    for turn in range(number):
        tamper = TAMPERS[turn % len(TAMPERS)]
        with kept.engine.begin() as connection:
            expected = tamper(connection, chance)
        with pytest.raises(BrokenLedger, match=rf"({expected})\b"):
            verify(kept, [head])
        found[tamper.__name__] += 1
        with kept.engine.begin() as connection:
            connection.execute(text("DELETE FROM delivery"))
            back = f"INSERT INTO delivery ({names}) SELECT {names} FROM untouched"
            connection.execute(text(back))
    assert verify(kept, [head]).entries == ENTRIES
    seen(number, f"all found with their place: {dict(found)}".replace("'", "").strip("{}"))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # the other one keeps no such thing
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("body", "{"),
        ("body", b"\xff"),
        ("said_at", "yesterday"),
        ("task_id", b"\xff"),
        ("key", b"\x00"),
    ],
)
def test_what_cannot_even_be_read_is_found_too(kept: Workbench, field: str, value: object) -> None:
    with kept.engine.begin() as connection:
        change(connection, 7, field, value)
    with pytest.raises(BrokenLedger, match=r"(after entry 6|at entry 7)\b"):
        verify(kept)


def test_a_changed_article_is_found(kept: Workbench) -> None:
    with kept.engine.begin() as connection:
        connection.execute(text("UPDATE article SET text = 'The mayor did not know.'"))
    with pytest.raises(BrokenLedger, match="text of the article"):
        verify(kept)
