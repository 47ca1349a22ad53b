"""A day of a desk with everything logged: no secret is in anything that people or programs see."""

import io
import logging
import secrets
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient
from sqlalchemy.engine import make_url

from claimdesk.api import create_app
from claimdesk.api.access import EDITOR, TABLE
from claimdesk.labelstudio.client import Client
from claimdesk.pages import router
from claimdesk.settings import Settings, keep
from claimdesk.workflow.access import Grant, create, invite
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .catalogue import Seen
from .credentials import HOUR
from .databases import fresh_database
from .fake_labelstudio import relabelled
from .fake_server import Studio, ring
from .ports import free_port
from .running import claimdesk, wait_until

Planted = dict[str, str]


@dataclass
class Day:
    """What was seen of it, by where."""

    seen: dict[str, str] = field(default_factory=dict)

    def add(self, where: str, what: object) -> None:
        self.seen[f"{len(self.seen)} {where}"] = str(what)

    def tried(self, where: str, act: Callable[[], object]) -> None:
        """Do what should fail, and keep all that is said about it."""
        try:
            self.add(where, act())
        except Exception as error:  # whatever it is, it may not tell
            self.add(where, f"{error!r} {error} {''.join(traceback.format_exception(error))}")

    def hits(self, planted: Planted) -> list[tuple[str, str]]:
        return [
            (name, where)
            for where, text in self.seen.items()
            for name, secret in planted.items()
            if secret in text
        ]


@pytest.fixture
def planted() -> Planted:
    """What must not be seen again; what claimdesk makes itself is added during the day."""
    names = ("labelstudio_token", "webhook_secret", "database", "labelstudio_password", "before")
    return {name: f"canary{secrets.token_hex(17)}" for name in names}


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Everything that anybody logs."""
    stream, root = io.StringIO(), logging.getLogger()
    handler, before = logging.StreamHandler(stream), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield stream
    finally:
        root.removeHandler(handler)
        root.setLevel(before)


@pytest.fixture
def studio(planted: Planted) -> Iterator[Studio]:
    with Studio(planted["webhook_secret"]).serving() as found:
        yield found


@pytest.fixture
def home(postgresql: str, planted: Planted, studio: Studio, tmp_path: Path) -> Path:
    """A home whose settings hold the secrets, on a PostgreSQL reached with a password."""
    url = make_url(fresh_database(postgresql)).set(password=planted["database"])
    values = {name: value for name, value in planted.items() if name not in ("database", "before")}
    values["webhook_secret_before"] = planted["before"]
    values |= {"database_url": url.render_as_string(hide_password=False)}
    values |= {"labelstudio_url": studio.url, "labelstudio_email": "owner@claimdesk.local"}
    keep(tmp_path / "home", values)
    (tmp_path / "pier.txt").write_text("The pier is shut. Eleven piles are cracked.")
    return tmp_path / "home"


boom = APIRouter()


@boom.get("/boom")
def fail() -> None:
    raise ZeroDivisionError


@pytest.mark.catalogue("S5", "no secret in logs, output, errors, exports, processes or OpenAPI")
def test_no_secret_is_seen(
    home: Path, planted: Planted, studio: Studio, logged: io.StringIO, seen: Seen
) -> None:
    day = Day()
    inside(home, planted, studio, day)
    outside(home, planted, studio, day)
    day.add("log of the process", logged.getvalue())
    for path in (home / "logs").glob("*"):
        day.add(path.name, path.read_text())
    assert day.hits(planted) == []
    assert len(logged.getvalue()) > 10_000
    assert len(planted) >= 6
    kept = (home / "settings.json").read_text()
    assert planted["labelstudio_token"] in kept
    assert (home / "settings.json").stat().st_mode & 0o077 == 0
    assert (home.parent / "desk.backup").stat().st_mode & 0o077 == 0
    seen(
        len(planted), f"secrets planted, 0 found in {len(day.seen)} places and {size(day):,} bytes"
    )


def size(day: Day) -> int:
    return sum(map(len, day.seen.values()))


def inside(home: Path, planted: Planted, studio: Studio, day: Day) -> None:
    """All of it within this process, where everything is logged."""
    settings = Settings.read(home)
    bench = open_workbench(settings)
    day.add("repr", f"{settings!r} {settings} {bench!r} {bench.engine.url}")
    day.add("dump", f"{settings.model_dump(exclude={'database_url'})}")
    load(bench, [str(home.parent / "pier.txt")])
    with Client(settings) as client:
        publish(bench, client)
        studio.fake.say(1, 2, relabelled(studio.fake.tasks[1], {0: bench.labels.verdicts[0]}))
        pull(bench, client)
        day.add("client", f"{client!r} {vars(client)['url']}")
    now = datetime.now(UTC)
    planted["api token"] = create(bench, Grant("nora", "admin", HOUR), now).secret
    link = invite(bench, Grant("bo", "editor", HOUR), now)
    planted["login code"] = link.secret
    day.add("issued", f"{link!r} {link}")
    serve(bench, planted, day)
    provoke(settings, day)
    bench.engine.dispose()


def serve(bench: Workbench, planted: Planted, day: Day) -> None:
    app = create_app(bench, pages=[router, boom], table=TABLE | {"GET /boom": EDITOR})
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as web:
        signed_in = web.post("/login", data={"code": planted["login code"]}, follow_redirects=False)
        planted["session"] = signed_in.cookies[app.state.cookie]
        day.add("page", web.get("/").text)
        again = web.post("/login", data={"code": planted["login code"]})
        day.add("used link", again.text)
        for name, secret in list(planted.items()):
            bearer = {"Authorization": f"Bearer {secret}"}
            for method, address in (
                ("GET", "/boom"),
                ("GET", "/api/v1/me"),
                ("GET", "/api/v1/status"),
                ("POST", "/api/v1/doorbell"),
                ("POST", "/api/v1/pull"),
                ("GET", "/api/v1/openapi.json"),
                ("GET", "/api/v1/claims?limit=none"),
                ("GET", "/api/v1/exports/judgements.csv"),
            ):
                answer = web.request(method, address, headers=bearer)
                day.add(f"{name} {address}", f"{answer.text} {answer.headers}")


def provoke(settings: Settings, day: Day) -> None:
    """Failures that know a secret."""
    url = make_url(str(settings.database_url))
    for wrong in (url.set(database="absent"), url.set(query={"host": "/nowhere"})):
        text = wrong.render_as_string(hide_password=False)
        there = settings.model_copy(update={"database_url": text})
        day.tried("database", lambda there=there: open_workbench(there))
    for address in ("http://127.0.0.1:9", "http://127.0.0.1:9\n", "ftp://127.0.0.1"):
        away = settings.model_copy(update={"labelstudio_url": address})
        day.tried("label studio", lambda away=away: Client(away).check())
    day.tried("settings", lambda: Settings.read(settings.home, poll_seconds="often"))
    day.tried("settings", lambda: Settings.read(settings.home, hosts=" "))


def outside(home: Path, planted: Planted, studio: Studio, day: Day) -> None:
    """The same as people do it: commands, a server, and what other processes can see of them."""
    for arguments in (
        ("status", "--json"),
        ("export", "claims"),
        ("export", "judgements", "--format", "jsonl", "--identities"),
        ("backup", str(home.parent / "desk.backup")),
        ("verify",),
        ("replay",),
        ("reviewers", "list"),
        ("token", "list"),
        ("token", "revoke", "nobody"),
        ("restore", str(home / "settings.json")),
        ("load", str(home / "settings.json")),
        ("--debug", "load", "/nowhere"),
    ):
        done = claimdesk(*arguments, home=home)
        day.add(" ".join(arguments[:2]), done.stdout + done.stderr)
    command = [sys.executable, "-m", "claimdesk", "serve", "--home", str(home), "--port"]
    port = str(free_port())
    with subprocess.Popen(
        [*command, port], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        url = f"http://127.0.0.1:{port}/api/v1/doorbell"
        assert wait_until(lambda: rings(url, planted["webhook_secret"]), 20)
        rings(url, "wrong")
        day.add("command lines", command_lines())
        day.add("environments", environments())
        process.send_signal(signal.SIGINT)
        day.add("serve", process.communicate(timeout=20)[0])


def rings(url: str, secret: str) -> bool:
    try:
        return ring(url, secret, b"{}") == 200
    except OSError:
        return False


def command_lines() -> str:
    return "\n".join(
        " ".join(one.info["cmdline"] or []) for one in psutil.process_iter(["cmdline"])
    )


def environments() -> str:
    """Of every process that may be looked into."""
    found = [Path(f"/proc/{number}/environ") for number in psutil.pids()]
    texts = []
    for path in found:
        try:
            texts.append(path.read_bytes().decode("utf-8", "replace"))
        except OSError:
            continue
    return "\n".join(texts)


@pytest.mark.parametrize("where", ["log", "answer"])
def test_a_secret_that_is_told_is_found(where: str) -> None:
    day = Day()
    day.add(where, "Authorization: Bearer canary1")
    assert day.hits({"token": "canary1"}) == [("token", f"0 {where}")]
