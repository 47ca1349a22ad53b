"""The real backend as a process that is killed and started again, and what must be true after."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import text
from sqlmodel import col, select

from claimdesk.labelstudio import annotations
from claimdesk.labelstudio.client import DOORBELL, Client
from claimdesk.models import Consensus, Delivery, Judgement, Ring, Standing
from claimdesk.settings import Settings
from claimdesk.store import deliveries
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .fake_server import Studio
from .ports import free_port
from .running import wait_until

SECRET = "the bell that is killed"
TOKEN = "0" * 40
ARTICLES = 12
SENTENCES = 40
SERVE = ("-m", "claimdesk", "serve")


@dataclass
class Backend:
    """`claimdesk serve` on a home; `environ` are settings of its own, `before` runs in front."""

    home: Path
    environ: dict[str, str]
    before: Sequence[str] = ()
    program: Sequence[str] = SERVE
    port: int = 0
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.port = self.port or free_port()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def doorbell(self) -> str:
        return self.url + DOORBELL

    def begin(self) -> None:
        """Start it, and do not wait."""
        command = [*self.before, sys.executable, *self.program]
        with (self.home.parent / "backend.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--home", str(self.home), "--port", str(self.port)],
                stdout=log,
                stderr=log,
                env=os.environ | self.environ,
                cwd=Path(__file__).parent.parent,
                start_new_session=True,
            )

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.begin()
        log = self.home.parent / "backend.log"
        assert wait_until(self.answers, 60), f"it did not start: {log.read_text()}"

    def answers(self) -> bool:
        return self.asked("/healthz") == 200

    def asked(self, path: str) -> int:
        """The status of what it answers; 0 when nobody does."""
        with suppress(httpx.HTTPError):
            return httpx.get(self.url + path, timeout=5, trust_env=False).status_code
        return 0

    def kill(self, number: int = signal.SIGKILL) -> None:
        """At once, it and all that it started."""
        if self.process is not None and self.process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)
            self.process.wait(timeout=30)


@contextmanager
def started(backend: Backend) -> Iterator[Backend]:
    """The backend runs within the block."""
    try:
        backend.start()
        yield backend
    finally:
        backend.kill()


def settings_for(studio: Studio, home: Path, database: str, **more: str) -> dict[str, str]:
    """The environment of a backend that collects from a studio."""
    values = {
        "database_url": database,
        "labelstudio_url": studio.url,
        "labelstudio_token": TOKEN,
        "webhook_secret": SECRET,
        "poll_seconds": "0.3",
    } | more
    return {f"CLAIMDESK_{name.upper()}": value for name, value in values.items()}


def opened(environ: dict[str, str], home: Path) -> Workbench:
    """The same database in this process."""
    values = {name.removeprefix("CLAIMDESK_").lower(): one for name, one in environ.items()}
    return open_workbench(Settings.read(home, **values))


def publish_articles(
    bench: Workbench, folder: Path, number: int = ARTICLES, client: Client | None = None
) -> None:
    """Put articles of many claims before the reviewers."""
    lines = [
        " ".join(f"Report {n} says that {turn} people met." for turn in range(SENTENCES))
        for n in range(number)
    ]
    (folder / "articles.jsonl").write_text("\n".join(json.dumps({"text": one}) for one in lines))
    load(bench, [str(folder / "articles.jsonl")])
    with client or Client(bench.settings) as found:
        publish(bench, found)


# What must be true


def lost(bench: Workbench, acknowledged: Sequence[bytes]) -> list[bytes]:
    """Bodies that were answered 200 and of which nothing is left.

    A body is kept in the inbox, or the ledger holds the version it tells of; one that tells of a
    deletion is kept in the inbox until Label Studio was asked, and then the annotation is gone.
    """
    with reading(bench.engine) as session:
        kept = set(session.scalars(select(Ring.digest)))
        held = {row.key: row.body for row in session.scalars(select(Delivery))}
        alive = select(Standing.annotation).where(col(Standing.gone).is_(False))
        live = set(session.scalars(alive))
    numbers = {int(one.partition("@")[0]) for one in live}
    return [
        body
        for body in acknowledged
        if hashlib.sha256(body).hexdigest() not in kept
        and not _is_held(json.loads(body), held, numbers)
    ]


def _is_held(said: dict[str, Any], held: dict[str, Any], live: set[int]) -> bool:
    if said.get("action") == "ANNOTATIONS_DELETED":
        return not live & {one["id"] for one in said["annotations"]}
    if "annotation" not in said:
        return False
    stamp = annotations.stamp(said["annotation"])
    assert stamp is not None
    found = held.get(deliveries.key_of(stamp.identity, stamp.updated_at))
    return found is not None and found["result"] == said["annotation"]["result"]


@dataclass(frozen=True)
class Difference:
    """How our copy differs from Label Studio."""

    missing: int
    doubled: int
    ghosts: int


def difference(bench: Workbench, studio: Studio) -> Difference:
    """Compare the newest version of what stands here, from the ledger alone, with the fake's."""
    with reading(bench.engine) as session:
        rows = list(session.scalars(select(Delivery).order_by(col(Delivery.id))))
    gone = {row.annotation for row in rows if row.kind == deliveries.TOMBSTONE}
    newest = {row.annotation: row for row in rows if row.annotation not in gone}
    here = {name: _version(row.body) for name, row in newest.items()}
    there = [_version(one) for one in studio.fake.annotations.values()]
    keys = Counter(row.key for row in rows)
    ours = Counter(number for number, _, _ in here.values())
    return Difference(
        missing=sum(one not in here.values() for one in there),
        doubled=sum(many > 1 for many in (*keys.values(), *ours.values())),
        ghosts=len({number for number, _, _ in here.values()} - studio.fake.annotations.keys()),
    )


def _version(body: dict[str, Any]) -> tuple[int, str, Any]:
    return body["id"], body["updated_at"], body["result"]


def derived(bench: Workbench) -> list[str]:
    """Everything that is derived, as text."""
    with reading(bench.engine) as session:
        return sorted(
            repr(sorted(one.model_dump().items()))
            for table in (Judgement, Consensus)
            for one in session.scalars(select(table))  # type: ignore[var-annotated]
        )


def integrity(bench: Workbench) -> str:
    """What SQLite finds wrong with its file; PostgreSQL is believed."""
    if bench.engine.dialect.name != "sqlite":
        return "ok"
    with bench.engine.connect() as connection:
        return str(connection.execute(text("PRAGMA integrity_check")).scalar())
