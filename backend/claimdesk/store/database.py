"""Opening the database, bringing its schema up to date, transactions and single flight."""

import fcntl
import os
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError
from sqlmodel import Session, SQLModel

from claimdesk import careful
from claimdesk.errors import BadConfiguration, Busy, ClaimdeskError, StorageTrouble

SCHEMA = "0006"
"""The newest revision in `migrations/versions`, spelled here so that Alembic, which is slow to
import, is asked only when the database is behind."""

UNFINISHED = f"restoring {SCHEMA}"
"""Stands in place of the revision while a restore fills the database, so that a part of it is
never taken for the whole."""

LOCK_SECONDS = 5.0
TURN = "claimdesk_turn"
CACHE_KIBIBYTES = 8_000
"""Of each connection; more made neither exports nor collecting faster."""

Value = TypeVar("Value")


def open_engine(place: str | Path, *, restoring: bool = False) -> Engine:
    """An engine on the database at a URL or in a file, with its schema brought up to date.

    Raises BadConfiguration for a URL that cannot work or a database from a newer claimdesk,
    StorageTrouble when the database does not answer or, unless `restoring`, when a restore into
    it was cut short.
    """
    try:
        parsed = (
            URL.create("sqlite", database=str(place))
            if isinstance(place, Path)
            else make_url(place)
        )
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(parsed, **_options(parsed.get_backend_name()))
    except (SQLAlchemyError, NoSuchModuleError, ImportError):
        raise BadConfiguration(
            "The database URL cannot be used.",
            why="It should look like postgresql://user:password@host/name or sqlite:////path.",
            fix="Correct CLAIMDESK_DATABASE_URL, or unset it to use SQLite in the home.",
        ) from None
    if engine.dialect.name == "sqlite":
        _keep_private(Path(parsed.database or ""))
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
        engine.update_execution_options(**{TURN: threading.Lock()})
    else:
        event.listen(engine, "connect", _wait_for_the_disk)
    try:
        with translated():
            _upgrade(engine, restoring=restoring)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """One transaction that writes: all of it is kept, or nothing."""
    with (
        translated(),
        in_turn(engine),
        Session(engine, expire_on_commit=False) as session,
        session.begin(),
    ):
        yield session


@contextmanager
def in_turn(engine: Engine, wait: float = LOCK_SECONDS) -> Iterator[None]:
    """Wait behind the other writers of this process, of which SQLite takes one at a time.

    SQLite itself only has whoever waits look in again after a while, so that one who writes again
    and again would keep the others out. Raises Busy when the turn does not come in `wait` seconds.
    """
    turn: threading.Lock | None = engine.get_execution_options().get(TURN)
    if turn is None:
        yield
        return
    if not turn.acquire(timeout=wait):
        raise _locked(wait)
    try:
        yield
    finally:
        turn.release()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """One transaction that only reads, and sees one state of the database throughout."""
    level: dict[str, Any] = {"claimdesk_reads": True}
    if engine.dialect.name == "postgresql":
        level = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with translated(), Session(engine.execution_options(**level)) as session:
        yield session


def probe(engine: Engine) -> None:
    """Write a row as it is, to see that writing works.

    Raises what a real change would have raised.
    """
    with translated(), in_turn(engine), engine.begin() as connection:
        connection.execute(text("UPDATE installation SET mark = mark"))


@contextmanager
def exclusive(engine: Engine, name: str, *, wait: float = 0.0) -> Iterator[None]:
    """Single flight for a verb over every process that shares the database.

    The lock belongs to the process, so it is free again the moment the process dies. Raises Busy
    when somebody else still holds it after `wait` seconds.
    """
    held = _advisory_lock if engine.dialect.name == "postgresql" else _file_lock
    with held(engine, name, time.monotonic() + wait):
        yield


@contextmanager
def translated() -> Iterator[None]:
    """Database failures as errors of ours, which say what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _trouble(error) from error


def insert_into(table: type[SQLModel], dialect: str) -> Any:
    """An insert that can say what to do with rows that are there already."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def batches(values: Iterable[Value], size: int) -> Iterator[list[Value]]:
    """The values in lists of at most this size, as statements and requests can take."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some


def _options(backend: str) -> dict[str, Any]:
    json = {"json_serializer": careful.write, "json_deserializer": careful.reread}
    if backend == "sqlite":
        return json | {"connect_args": {"timeout": LOCK_SECONDS, "check_same_thread": False}}
    return json | {"pool_pre_ping": True, "connect_args": {"connect_timeout": 10}}


def _keep_private(path: Path) -> None:
    """The database file exists and is nobody else's business; its journals copy its mode."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StorageTrouble(
            f"The database {path} cannot be opened.",
            why=f"{error.strerror}.",
            fix="Choose a folder of your own with --home, or free some space.",
        ) from None


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"cache_size = -{CACHE_KIBIBYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _wait_for_the_disk(connection: Any, _record: object) -> None:
    """Commits are flushed, also where the database would rather not wait; more is left as it is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('synchronous_commit', 'on', false) "
            "WHERE current_setting('synchronous_commit') = 'off'"
        )
    connection.commit()


def _on_begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("claimdesk_reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def is_unfinished(connection: Connection) -> bool:
    """Whether a restore into this database has begun and not ended."""
    return _revision(connection) == UNFINISHED


def _upgrade(engine: Engine, *, restoring: bool) -> None:
    """Run the migrations that are missing; refuse a database that is ahead of this program."""
    with engine.connect() as connection:
        found = _revision(connection)
    if found == SCHEMA or (found == UNFINISHED and restoring):
        return
    if found == UNFINISHED:
        raise StorageTrouble(
            "The database holds only part of a backup.",
            why="A restore into it was cut short, or is still running.",
            fix="Run the same claimdesk restore again; it begins anew.",
        )
    if found is not None and found > SCHEMA:
        raise BadConfiguration(
            "The database was written by a newer claimdesk.",
            why=f"Its schema is {found}; this claimdesk knows schemas up to {SCHEMA}.",
            fix="Install the newer claimdesk, or restore a backup made with this one.",
        )
    from alembic import command
    from alembic.config import Config

    with exclusive(engine, "migrate", wait=60.0), engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


@contextmanager
def _file_lock(engine: Engine, name: str, deadline: float) -> Iterator[None]:
    path = Path(f"{engine.url.database}.{name}.lock")
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "w") as handle:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                _pause(name, deadline)
        yield


@contextmanager
def _advisory_lock(engine: Engine, name: str, deadline: float) -> Iterator[None]:
    key = crc32(f"claimdesk {name}".encode())
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while not connection.execute(text(f"SELECT pg_try_advisory_lock({key})")).scalar():
            _pause(name, deadline)
        try:
            yield
        finally:
            with suppress(DBAPIError):  # a connection that was cut holds no lock any more
                connection.execute(text(f"SELECT pg_advisory_unlock({key})"))


def _pause(name: str, deadline: float) -> None:
    if time.monotonic() >= deadline:
        raise Busy(
            f"Another claimdesk is running {name!r} on this database.",
            why="Two at once would only do the same work twice.",
            fix="Wait until it is done and try again.",
        )
    time.sleep(0.05)


def _locked(seconds: float) -> Busy:
    return Busy(
        "The database is busy.",
        why=f"Others kept it locked for {seconds:g} seconds.",
        fix="Try again; if it stays so, look for a program that has the file open.",
    )


def _trouble(error: DBAPIError) -> ClaimdeskError:
    """What a driver's error means to the person who runs the program."""
    said = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else "no details"
    if isinstance(error, OperationalError) and "locked" in said:
        return _locked(LOCK_SECONDS)
    if "malformed" in said or "not a database" in said:
        return StorageTrouble(
            "The database is damaged, and nothing was written to it.",
            why=f"It said: {said}.",
            fix="Put a copy of the file aside, restore a backup, then run the command again.",
        )
    return StorageTrouble(
        "The database did not take the change, and nothing of it was kept.",
        why=f"It said: {said}.",
        fix="Check that it runs, may be written and has space left, then run the command again.",
    )
