"""The database: schema and models agree, single flight holds, failures are told."""

import sqlite3
import threading
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlmodel import SQLModel

from claimdesk.errors import BadConfiguration, Busy, StorageTrouble
from claimdesk.models import Installation, Reviewer, Ring
from claimdesk.store import facts
from claimdesk.store.database import SCHEMA, exclusive, open_engine, reading, writing
from claimdesk.store.inbox import Inbox

from .ringing import body_of, keep

MIGRATIONS = Path(facts.__file__).parent / "migrations" / "versions"


def test_the_migrations_make_what_the_models_say(database: str) -> None:
    engine = open_engine(database)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_the_program_knows() -> None:
    assert max(path.name[:4] for path in MIGRATIONS.glob("[0-9]*.py")) == SCHEMA


def test_opening_again_changes_nothing(database: str) -> None:
    first = open_engine(database)
    with writing(first) as session:
        mark = facts.installation_mark(session)
    first.dispose()
    again = open_engine(database)
    with writing(again) as session:
        assert facts.installation_mark(session) == mark
    again.dispose()


def test_a_database_of_a_newer_claimdesk_is_refused(database: str) -> None:
    engine = open_engine(database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(BadConfiguration, match="newer claimdesk"):
        open_engine(database)


def test_a_transaction_that_fails_leaves_nothing(database: str) -> None:
    engine = open_engine(database)

    def fail() -> None:
        with writing(engine) as session:
            facts.installation_mark(session)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with reading(engine) as session:
        assert session.get(Installation, 1) is None
    engine.dispose()


def test_a_reader_sees_one_state(database: str) -> None:
    engine = open_engine(database)
    with reading(engine) as reader:
        assert facts.count(reader, Installation) == 0
        with writing(engine) as writer:
            facts.installation_mark(writer)
        assert facts.count(reader, Installation) == 0
    with reading(engine) as reader:
        assert facts.count(reader, Installation) == 1
    engine.dispose()


def test_only_one_can_run_a_verb_at_a_time(database: str) -> None:
    engine, other = open_engine(database), open_engine(database)
    with exclusive(engine, "pull"):
        with pytest.raises(Busy, match="pull"), exclusive(other, "pull", wait=0.2):
            pass
        with exclusive(other, "publish"):
            pass
    with exclusive(other, "pull"):
        pass
    engine.dispose()
    other.dispose()


def test_who_waits_gets_the_turn(database: str) -> None:
    engine, other = open_engine(database), open_engine(database)
    order: list[str] = []

    def wait() -> None:
        with exclusive(other, "pull", wait=10):
            order.append("second")

    with exclusive(engine, "pull"):
        thread = threading.Thread(target=wait)
        thread.start()
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    engine.dispose()
    other.dispose()


def test_two_that_read_before_they_write_take_turns(database: str) -> None:
    engine = open_engine(database)
    failures: list[BaseException] = []

    def note(number: int) -> None:
        try:
            with writing(engine) as session:
                before = facts.count(session, Reviewer)
                time.sleep(0.2)
                facts.put_reviewers(session, {number: f"{before}"})
        except BaseException as error:  # told by the main thread
            failures.append(error)

    threads = [threading.Thread(target=note, args=(number,)) for number in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with reading(engine) as session:
        assert facts.count(session, Reviewer) == 3
    engine.dispose()


def test_one_who_writes_again_and_again_keeps_no_ring_out(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "a.db")
    inbox, over = Inbox(engine), threading.Event()

    def write() -> None:
        while not over.wait(0.001):
            with writing(engine) as session:
                facts.installation_mark(session)
                time.sleep(0.05)

    thread = threading.Thread(target=write)
    thread.start()
    inbox.start()
    try:
        for number in range(20):
            keep(inbox, body_of(number))
    finally:
        over.set()
        thread.join()
        inbox.stop()
    with reading(engine) as session:
        assert facts.count(session, Ring) == 20
    engine.dispose()


def test_a_locked_sqlite_says_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdesk.store.database.LOCK_SECONDS", 0.1)
    engine = open_engine(f"sqlite:///{tmp_path / 'a.db'}")
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Busy, match="busy"), writing(engine) as session:
        facts.installation_mark(session)
    other.close()
    engine.dispose()


def test_sqlite_syncs_before_it_answers(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    assert (tmp_path / "a.db").stat().st_mode & 0o777 == 0o600
    engine.dispose()


@pytest.mark.parametrize("url", ["nonsense", "oracle://x/y", "sqlite+nothing:///x"])
def test_a_url_that_cannot_work_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(BadConfiguration) as caught:
        open_engine(url)
    assert url not in str(caught.value)


def test_a_postgresql_that_is_away_is_told_without_its_password() -> None:
    with pytest.raises(StorageTrouble) as caught:
        open_engine("postgresql://me:hunter2@127.0.0.1:1/db")
    assert "hunter2" not in str(caught.value)
