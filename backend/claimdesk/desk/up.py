"""`claimdesk up`: everything running on one machine, and everything stopped by one Ctrl-C."""

import fcntl
import os
import secrets
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from signal import SIGHUP, SIGTERM
from types import FrameType

from claimdesk.desk import toolenv
from claimdesk.desk.keys import remember
from claimdesk.desk.server import HOST, Server, Tell, take_port
from claimdesk.errors import Busy, ProjectLost
from claimdesk.labelstudio.client import MAIN, Client
from claimdesk.labelstudio.people import sign_up
from claimdesk.settings import Settings, cannot_write, kept, make_private
from claimdesk.workflow.access import LINK_LIFE, Grant, login_link
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.inviting import note_accounts
from claimdesk.workflow.publishing import prepare_projects, publish, stream_link
from claimdesk.workflow.retellings import load_sample

REVIEWERS = ("ada@claimdesk.local", "bo@claimdesk.local", "cem@claimdesk.local")
BACKEND_PORT = 8000
EDITOR = Grant("editor", "editor", LINK_LIFE)

Serve = Callable[[Workbench, socket.socket], None]
"""Serves the backend on a listening socket until a signal asks it to stop."""


@dataclass(frozen=True)
class Running:
    """What a person needs to know once everything runs."""

    home: str
    review: str
    logins: dict[str, str]
    editors: str
    api_docs: str
    logs: list[str]


@dataclass(frozen=True)
class Wishes:
    """What was asked for on the command line; no port means any that is free."""

    home: Path
    port: int | None = None
    labelstudio_port: int | None = None
    sample: bool = True


def up(wishes: Wishes, *, tell: Tell, ready: Callable[[Running], None], serve: Serve) -> None:
    """Start Label Studio and the backend, seed them, and serve until interrupted.

    `tell` hears of what takes time, `ready` is called once when all is up. Nothing that is
    already there is changed. Raises Busy when the home is already up.
    """
    home = make_private(wishes.home.absolute())
    with only_one(home), _terminable():
        python = toolenv.ensure(tell)
        with take_port(wishes.port, _kept_port(home)) as listener:
            port = listener.getsockname()[1]
            remember(home, {"backend_port": port, "backend_url": f"http://{HOST}:{port}"})
            server = Server(home, python, tell=tell, port=wishes.labelstudio_port)
            try:
                server.start()
                bench = open_workbench(Settings.read(home))
                sample = wishes.sample and not kept(home).get("sample_published")
                if sample:
                    load_sample(bench)
                server.wait_ready()
                project = _furnish(bench, server, tell, sample=sample)
                threading.Thread(target=server.watch, name="watch", daemon=True).start()
                ready(_running(bench, server, project))
                serve(bench, listener)
            finally:
                server.stop()


def _furnish(bench: Workbench, server: Server, tell: Tell, *, sample: bool) -> int | None:
    """Reviewers, project and sample story, each only if it is not there; returns the project.

    A project that is lost is not replaced: that is for a person to decide. Side by side, because
    signing people up is mostly hashing of passwords.
    """
    home = bench.settings.home
    with ThreadPoolExecutor() as pool, Client(bench.settings) as client:
        signed_up = _sign_up_reviewers(home, server, pool)
        project: int | None = None
        try:
            if sample:
                project = publish(bench, client).project
            else:
                project = prepare_projects(bench, client)[MAIN]
        except ProjectLost as error:
            tell(str(error))
        for one in signed_up:
            one.result()
        if signed_up:
            note_accounts(bench, client, kept(home)["reviewers"])
    remember(home, {"reviewers_signed_up": True} | ({"sample_published": True} if sample else {}))
    return project


def _sign_up_reviewers(home: Path, server: Server, pool: Executor) -> list[Future[bool]]:
    """Demo reviewers who can sign in; a password is kept before the account is made."""
    found = kept(home)
    if found.get("reviewers_signed_up"):
        return []
    logins = {one: secrets.token_urlsafe(9) for one in REVIEWERS} | (found.get("reviewers") or {})
    remember(home, {"reviewers": logins})
    token = server.keys.token.get_secret_value()
    return [pool.submit(sign_up, server.url, token, *login) for login in logins.items()]


def _running(bench: Workbench, server: Server, project: int | None) -> Running:
    home = bench.settings.home
    backend = bench.settings.backend_url or ""
    return Running(
        home=str(home),
        review=stream_link(bench, project) if project else server.url,
        logins=dict(kept(home).get("reviewers") or {}),
        editors=login_link(bench, EDITOR, datetime.now(UTC)),
        api_docs=f"{backend}/docs",
        logs=[str(home / "logs" / "claimdesk.log"), str(server.log)],
    )


def _kept_port(home: Path) -> int:
    port = kept(home).get("backend_port")
    return port if isinstance(port, int) else BACKEND_PORT


@contextmanager
def only_one(home: Path) -> Iterator[None]:
    """Hold the home; the kernel lets go of it when this process ends, however it ends."""
    path = home / "up.lock"
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise cannot_write(path, error) from None
    with os.fdopen(handle, "r+"):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            where = kept(home).get("backend_url", "an address it has not settled yet")
            raise Busy(
                f"claimdesk is already up in {home}.",
                why=f"It serves at {where}.",
                fix="Use that one, stop it with Ctrl-C, or choose another folder with --home.",
            ) from None
        yield


@contextmanager
def _terminable() -> Iterator[None]:
    """SIGTERM and a closed terminal end things in order, as Ctrl-C does."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (SIGTERM, SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
