"""Label Studio as a child process: started, proved to be ours, watched, stopped.

The supervisor holds the port's socket and one end of a pipe. The child serves on that socket and
dies when the pipe closes, so neither a stranger on the port nor an orphan is possible.
"""

import errno
import os
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import httpx

from claimdesk import careful, outgoing
from claimdesk.desk import leash
from claimdesk.desk.environment import environment
from claimdesk.desk.keys import Keys, keys_for, remember
from claimdesk.desk.template import unpack
from claimdesk.desk.toolenv import LABEL_STUDIO_VERSION
from claimdesk.errors import (
    BadConfiguration,
    BadInput,
    Busy,
    ClaimdeskError,
    LabelStudioTrouble,
    StorageTrouble,
)
from claimdesk.settings import cannot_write, kept, make_private

HOST = "127.0.0.1"
USUAL_PORT = 8080
PATIENCE = 300.0
GRACE = 1.2
STEADY = 60.0
WORRYING = 2
PAUSES = (0.5, 1.0, 2.0, 5.0, 15.0)
LOG_ROOM = 10_000_000

Tell = Callable[[str], None]


class Server:
    """One Label Studio over the data of one home.

    `start`, `wait_ready`, then `watch` in a thread, and `stop` from anywhere. As a context
    manager it starts, waits and stops.
    """

    def __init__(
        self,
        home: Path,
        python: Path,
        *,
        tell: Tell,
        port: int | None = None,
        public_url: str | None = None,
    ) -> None:
        self.home = home.absolute()
        self.data = self.home / "labelstudio"
        self.database = self.data / "label_studio.sqlite3"
        self.log = self.home / "logs" / "labelstudio.log"
        self.keys: Keys = keys_for(self.home)
        self._python = python
        self._tell = tell
        self._wanted = port
        self._public_url = public_url
        self._listener: socket.socket | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._pipe: int | None = None
        self._log_start = 0
        self._began = 0.0
        self._stopping = threading.Event()
        self._turn = threading.Lock()

    @property
    def url(self) -> str:
        """Where it answers on this machine."""
        return f"http://{HOST}:{self.port}"

    @property
    def port(self) -> int:
        """The port it holds since `start`."""
        return int(self._held().getsockname()[1])

    @property
    def pid(self) -> int | None:
        """The child's process id, and that of its session."""
        return self._child.pid if self._child else None

    def start(self) -> None:
        """Take the port, prepare the data folder and start the child; `wait_ready` follows.

        Raises Busy when the port that was asked for is taken.
        """
        make_private(self.data)
        make_private(self.log.parent)
        self._listener = take_port(self._wanted, kept_port(self.home) or USUAL_PORT)
        remember(self.home, {"labelstudio_url": self.url})
        if not has_owner(self.database):
            self._clear()
            remember(self.home, {"reviewers_signed_up": False})
        if not self.database.exists() and not unpack(self.database):
            self._tell("Label Studio sets up its database; this takes about a minute")
        self._launch()

    def wait_ready(self, timeout: float = PATIENCE) -> None:
        """Return when Label Studio answers, knows our token and has the version we know.

        Raises LabelStudioTrouble with the last lines of its log otherwise.
        """
        deadline = time.monotonic() + timeout
        while self._health(deadline) != 200:
            if not self._still_alive():
                raise self._trouble("stopped while it was starting")
            if time.monotonic() > deadline:
                raise self._trouble(f"did not get ready within {timeout:.0f} s")
            time.sleep(0.05)
        prove_ours(self.url, self.keys)

    def _health(self, deadline: float) -> int | None:
        """Asked for once, and waited for as long as that makes sense."""

        def goes_on() -> bool:
            return self._still_alive() and time.monotonic() <= deadline

        return outgoing.first_status(HOST, self.port, "/health/", goes_on, patience=20)

    def watch(self) -> None:
        """Start Label Studio again whenever it dies, with growing pauses; returns after `stop`."""
        failures = 0
        while (child := self._child) is not None:
            code = child.wait()
            if self._stopping.is_set():
                return
            failures = 0 if time.monotonic() - self._began > STEADY else failures
            self._tell(f"Label Studio stopped by itself ({_ending(code)}); starting it again")
            if failures == WORRYING:
                self._tell(f"It keeps stopping. Its log: {self.log}")
            if self._stopping.wait(PAUSES[min(failures, len(PAUSES) - 1)]):
                return
            failures += 1
            try:
                self._launch()
                self.wait_ready()
            except ClaimdeskError as error:
                if self._stopping.is_set():
                    return
                self._tell(error.what)
                self._end()
            else:
                self._tell("Label Studio is back")

    def stop(self) -> None:
        """End the child and everything it started, and give the port back; within two seconds."""
        self._stopping.set()
        with self._turn:
            self._end()
            if self._listener:
                self._listener.close()

    def __enter__(self) -> Self:
        try:
            self.start()
            self.wait_ready()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _held(self) -> socket.socket:
        if self._listener is None:
            raise RuntimeError("the server was not started")
        return self._listener

    def _launch(self) -> None:
        with self._turn:
            if self._stopping.is_set():
                return
            theirs, ours = os.pipe()
            try:
                self._child = self._spawn(theirs)
            except OSError as error:
                os.close(ours)
                raise BadConfiguration(
                    "Label Studio cannot be started.",
                    why=f"{self._python}: {error.strerror}.",
                    fix=f"Delete the folder {self._python.parent.parent} and run it again.",
                ) from None
            finally:
                os.close(theirs)
            self._pipe, before = ours, self._pipe
            if before is not None:
                os.close(before)
            self._began = time.monotonic()

    def _spawn(self, pipe: int) -> subprocess.Popen[bytes]:
        handle = self._held().fileno()
        handles = [str(pipe), str(handle), str(kept(self.home).get("backend_port") or 0)]
        interpreter = [str(self._python), "-I", "-u", "-X", "utf8"]
        served = ["--internal-host", HOST, "--port", str(self.port), "--no-browser", "--debug"]
        with os.fdopen(self._open_log(), "ab") as log:
            self._log_start = log.tell()
            return subprocess.Popen(  # noqa: S603 - every word is ours
                [*interpreter, str(leash.__file__), *handles, "start", *served],
                cwd=self.data,
                env=environment(
                    self.data,
                    self.keys,
                    self._public_url,
                    owner_exists=has_owner(self.database),
                ),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=(pipe, handle),
                start_new_session=True,
                umask=0o077,
            )

    def _clear(self) -> None:
        """Remove a database that nobody has ever used: a start was cut short over it."""
        for ending in ("", "-wal", "-shm", "-journal"):
            self.database.with_name(self.database.name + ending).unlink(missing_ok=True)

    def _open_log(self) -> int:
        try:
            if self.log.exists() and self.log.stat().st_size > LOG_ROOM:
                self.log.replace(self.log.with_suffix(".log.1"))
            return os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        except OSError as error:
            raise cannot_write(self.log, error) from None

    def _end(self) -> None:
        if child := self._child:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                child.wait(GRACE)
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.kill()
            child.wait()
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None

    def _still_alive(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def _trouble(self, what: str) -> LabelStudioTrouble:
        with self.log.open("rb") as log:
            log.seek(self._log_start)
            lines = log.read().decode("utf-8", "replace").splitlines()
        last = "\n".join(line for line in lines[-20:] if line.strip())
        return LabelStudioTrouble(
            f"Label Studio {what}.",
            why=f"The last lines of its log:\n{last or '(it is empty)'}",
            fix=f"Correct what they name and run it again. The whole log: {self.log}",
        )


def take_port(wanted: int | None, usual: int) -> socket.socket:
    """A listening socket: on the wanted port or not at all, else on the usual or any free one."""
    choices = [wanted] if wanted else [usual, 0]
    for port in choices:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
            listener.listen(128)
            return listener
        except OverflowError:
            listener.close()
            raise BadInput(
                f"{port} is not a port.", why="Ports go from 1 to 65535.", fix="Choose another."
            ) from None
        except OSError as error:
            listener.close()
            if wanted:
                raise _port_trouble(port, error) from None
    raise Busy(
        "No port is free for Label Studio.",
        why="This machine gave none, not even an arbitrary one.",
        fix="Close programs that hold many connections, then run it again.",
    )


def kept_port(home: Path) -> int | None:
    """The port Label Studio had in this home the last time, so that bookmarks stay valid."""
    parts = urlsplit(str(kept(home).get("labelstudio_url", "")))
    return parts.port if parts.hostname == HOST else None


def prove_ours(url: str, keys: Keys) -> None:
    """Check that the Label Studio at `url` has our owner and our version."""
    bearer = {"Authorization": f"Token {keys.token.get_secret_value()}"}
    try:
        with outgoing.pinned(url, headers=bearer, read=20) as client:
            whoami = _json(client.get("/api/current-user/whoami"))
            version = _json(client.get("/api/version"))
    except httpx.HTTPError as error:
        raise LabelStudioTrouble(
            f"{url} did not answer as Label Studio does.",
            why=f"{type(error).__name__}.",
            fix="See what runs there, or choose another port with --port.",
        ) from None
    if whoami.get("email") != keys.email:
        raise LabelStudioTrouble(
            f"The Label Studio at {url} is not the one of this home.",
            why="It does not know the token in settings.json: it is somebody else's, or its "
            "data folder belongs to another settings.json.",
            fix="Restore settings.json and the labelstudio folder from the same backup.",
        )
    if version.get("release") != LABEL_STUDIO_VERSION:
        raise LabelStudioTrouble(
            f"{url} runs Label Studio {version.get('release', 'of an unknown version')}.",
            why=f"claimdesk knows and was tested with {LABEL_STUDIO_VERSION}.",
            fix="Let claimdesk up start its own Label Studio.",
        )


def _json(answer: httpx.Response) -> dict[str, Any]:
    try:
        found = careful.read(answer.content)
    except careful.Unreadable:
        return {}
    return found if answer.status_code == 200 and isinstance(found, dict) else {}


def has_owner(database: Path) -> bool:
    """Whether the first start was finished: the organisation is the last thing it makes."""
    if not database.exists():
        return False
    tables = "SELECT 1 FROM sqlite_master WHERE name = 'organization'"
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=rw", uri=True)) as connection:
            if connection.execute(tables).fetchone() is None:
                return False
            return connection.execute("SELECT 1 FROM organization").fetchone() is not None
    except sqlite3.Error as error:
        raise StorageTrouble(
            f"{database} cannot be opened.",
            why=f"SQLite says: {error}.",
            fix="Stop what else uses it, or restore the labelstudio folder from a backup.",
        ) from None


def _port_trouble(port: int, error: OSError) -> ClaimdeskError:
    if error.errno == errno.EADDRINUSE:
        return Busy(
            f"Port {port} is taken.",
            why="Another program listens on it.",
            fix="Choose another port, or leave the choice to claimdesk.",
        )
    return BadConfiguration(
        f"Port {port} cannot be used.",
        why=f"{error.strerror}.",
        fix="Choose a port above 1023, or leave the choice to claimdesk.",
    )


def _ending(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
