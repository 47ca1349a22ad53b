"""A whole desk for tests: `claimdesk up` as a process of its own, on a home of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psutil

PATIENCE = 240.0


@dataclass
class RunningDesk:
    """A desk that is up; `said` is what it printed as JSON."""

    home: Path
    process: subprocess.Popen[str]
    said: dict[str, Any]

    @property
    def kept(self) -> dict[str, Any]:
        """The settings of the home, secrets included."""
        found: dict[str, Any] = json.loads((self.home / "settings.json").read_text())
        return found

    @property
    def backend(self) -> str:
        """Where the backend answers."""
        return str(self.kept["backend_url"])

    @property
    def labelstudio(self) -> httpx.Client:
        """Label Studio's API as the service account."""
        token = self.kept["labelstudio_token"]
        return httpx.Client(
            base_url=self.kept["labelstudio_url"],
            headers={"Authorization": f"Token {token}"},
            timeout=60,
            trust_env=False,
        )

    @property
    def project(self) -> int:
        """Our project's number."""
        return int(self.said["review"].split("/projects/")[1].split("/")[0])

    def link(self) -> str:
        """Where one browser can sign in."""
        return self.run("login").stdout.strip()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run another verb on the same home."""
        return claimdesk(*arguments, home=self.home)


def claimdesk(*arguments: str, home: Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the command line to its end."""
    command = [sys.executable, "-m", "claimdesk", *arguments, "--home", str(home)]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=300, check=False, **options
    )


def start(home: Path, *options: str) -> RunningDesk:
    """Start a desk and wait until it says that it is ready."""
    command = [sys.executable, "-m", "claimdesk", "up", "--json", "--home", str(home), *options]
    errors = home.parent / f"{home.name}.stderr"
    with errors.open("ab") as stderr:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            start_new_session=True,
        )
    said = ""
    deadline = time.monotonic() + PATIENCE
    assert process.stdout is not None
    while not said.endswith("\n}\n"):
        line = process.stdout.readline()
        if not line or time.monotonic() > deadline:
            stop(process, signal.SIGKILL)
            raise AssertionError(f"claimdesk up did not get ready: {errors.read_text()}")
        said += line
    return RunningDesk(home=home, process=process, said=json.loads(said))


def stop(process: subprocess.Popen[str], number: int = signal.SIGINT) -> int:
    """Send a signal and wait for the end; the exit code."""
    if process.poll() is None:
        os.kill(process.pid, number)
    code = process.wait(timeout=30)
    if process.stdout is not None:
        process.stdout.close()
    return code


def wait_until(happened: Callable[[], object], seconds: float) -> bool:
    """Whether something becomes true in time."""
    deadline = time.monotonic() + seconds
    while not happened() and time.monotonic() < deadline:
        time.sleep(0.02)
    return bool(happened())


def gone(processes: list[psutil.Process], seconds: float) -> bool:
    """Whether all of these end in time."""
    return wait_until(lambda: not any(lives(one) for one in processes), seconds)


def lives(process: psutil.Process) -> bool:
    """Whether a process runs; one that only waits for its parent to notice its end does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@contextmanager
def running(home: Path, *options: str) -> Iterator[RunningDesk]:
    """A desk that is up within the block and stopped after it."""
    desk = start(home, *options)
    try:
        yield desk
    finally:
        stop(desk.process)
