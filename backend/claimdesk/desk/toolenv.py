"""Label Studio's own Python environment: built once per version, never half-used.

It is kept apart from ours because their dependencies hold each other back, and from the system's
Python because that belongs to somebody else.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claimdesk.errors import BadConfiguration, ClaimdeskError, StorageTrouble
from claimdesk.settings import cannot_write

LABEL_STUDIO_VERSION = "1.23.2"
REQUIREMENTS = Path(__file__).with_name("labelstudio-requirements.txt")
STAMP = "ready.json"
PYTHONS = ((3, 11), (3, 12), (3, 13))
ROOM_NEEDED = 1_500_000_000
PAUSE_BETWEEN_NEWS = 5.0
UNWANTED = {
    "PIP_PREFIX",
    "PIP_TARGET",
    "PIP_USER",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONHOME",
    "PYTHONPATH",
    "UV_PROJECT_ENVIRONMENT",
    "VIRTUAL_ENV",
}

Tell = Callable[[str], None]


def ensure(tell: Tell, tools: Path | None = None, *, requirements: Path = REQUIREMENTS) -> Path:
    """The Python of a ready tool environment, built first if need be.

    When it is ready nothing is started, written or fetched. Raises BadConfiguration or
    StorageTrouble when it cannot be built; what is left is cleared by the next call.
    """
    folder = _place(tools or tools_folder(), requirements)
    python = folder / "bin" / "python"
    if _is_ready(folder, python):
        return python
    _check_python()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder, tell):
            if not _is_ready(folder, python):
                _build(folder, requirements, tell)
    except OSError as error:
        raise cannot_write(folder, error) from None
    return python


def tools_folder() -> Path:
    """Where tool environments are kept: shared by all homes of one person."""
    if chosen := os.environ.get("CLAIMDESK_TOOLS"):
        return Path(chosen).absolute()
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache).absolute() / "claimdesk" / "tools"


def _place(tools: Path, requirements: Path) -> Path:
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()[:10]
    python = f"py{sys.version_info.major}.{sys.version_info.minor}"
    return tools / f"label-studio-{LABEL_STUDIO_VERSION}-{digest}-{python}"


def _is_ready(folder: Path, python: Path) -> bool:
    return (folder / STAMP).is_file() and python.exists()


def _check_python() -> None:
    if sys.version_info[:2] not in PYTHONS:
        running = ".".join(map(str, sys.version_info[:2]))
        raise BadConfiguration(
            f"Label Studio {LABEL_STUDIO_VERSION} cannot be installed for Python {running}.",
            why="Its packages are built for Python 3.11, 3.12 and 3.13 only.",
            fix="Run it with one of these, for example: uv run --python 3.13 claimdesk up",
        )


@contextmanager
def _alone(folder: Path, tell: Tell) -> Iterator[None]:
    """Only one process builds an environment; the lock goes with the process that holds it."""
    with folder.with_name(folder.name + ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("Another claimdesk is installing Label Studio; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(folder: Path, requirements: Path, tell: Tell) -> None:
    """Environments cannot be moved, so it is built in place and stamped at the end."""
    began = time.monotonic()
    if folder.exists():
        tell("Clearing a Label Studio environment that was not finished")
        shutil.rmtree(folder)
    _check_room(folder)
    total = requirements.read_text(encoding="utf-8").count("==")
    tell(f"Installing Label Studio {LABEL_STUDIO_VERSION} ({total} packages), once per version")
    log = folder.with_name(folder.name + ".log")
    log.write_bytes(b"")
    ways = list(_ways(folder, requirements))
    for number, commands in enumerate(ways, start=1):
        if all(_run(command, folder, log, total, tell) for command in commands):
            break
        if number == len(ways):
            raise _failed(log)
        tell("uv could not install it; trying pip, which has settings of its own")
        shutil.rmtree(folder, ignore_errors=True)
    _stamp(folder)
    tell(f"Label Studio {LABEL_STUDIO_VERSION} is installed ({time.monotonic() - began:.0f} s)")


def _ways(folder: Path, requirements: Path) -> Iterator[list[list[str]]]:
    """Uv if there is one; pip if there is none, or if only pip was told where packages are."""
    python = str(folder / "bin" / "python")
    locked = ["--require-hashes", "--requirement", str(requirements)]
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv:
        yield [
            [uv, "venv", "--no-project", "--python", sys.executable, str(folder)],
            [uv, "pip", "install", "--python", python, "--compile-bytecode", *locked],
        ]
    if not uv or _pip_is_configured():
        quiet = ["--no-input", "--disable-pip-version-check", "--progress-bar=off"]
        yield [
            [sys.executable, "-m", "venv", str(folder)],
            [python, "-m", "pip", "install", *quiet, *locked],
        ]


def _pip_is_configured() -> bool:
    names = ("PIP_CONFIG_FILE", "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS")
    files = ("/etc/pip.conf", "~/.config/pip/pip.conf", "~/.pip/pip.conf")
    return any(name in os.environ for name in names) or any(
        Path(file).expanduser().is_file() for file in files
    )


def _run(command: list[str], folder: Path, log: Path, total: int, tell: Tell) -> bool:
    """Run one command beside the folder, its words into the log, and tell how far it is."""
    began = told = time.monotonic()
    passed = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    with log.open("ab") as stream:
        child = subprocess.Popen(  # noqa: S603 - every word is ours
            command,
            cwd=folder.parent,
            env=passed,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            umask=0o022,
        )
        try:
            while child.poll() is None:
                time.sleep(0.1)
                now = time.monotonic()
                if now - told >= PAUSE_BETWEEN_NEWS:
                    told = now
                    tell(f"  {_count(folder, log)} of {total} packages, {now - began:.0f} s")
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
    return child.returncode == 0


def _count(folder: Path, log: Path) -> int:
    """Packages seen so far: pip names them in its log, uv puts them in place all at once."""
    fetched = log.read_text(encoding="utf-8", errors="replace").count("Collecting ")
    return max(fetched, sum(1 for _ in folder.glob("lib/*/site-packages/*.dist-info")))


def _stamp(folder: Path) -> None:
    part = folder / (STAMP + ".part")
    with part.open("w", encoding="utf-8") as stream:
        json.dump({"label_studio": LABEL_STUDIO_VERSION, "python": sys.version}, stream)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(folder / STAMP)


def _check_room(folder: Path) -> None:
    free = shutil.disk_usage(folder.parent).free
    if free < ROOM_NEEDED:
        raise StorageTrouble(
            f"Label Studio does not fit into {folder.parent}.",
            why=f"It takes {ROOM_NEEDED / 1e9:.1f} GB and {free / 1e9:.1f} GB are free.",
            fix="Free some space, or let CLAIMDESK_TOOLS name a folder on another disk.",
        )


def _failed(log: Path) -> ClaimdeskError:
    words = log.read_text(encoding="utf-8", errors="replace")
    telling = [
        line
        for line in words.splitlines()
        if line.strip() and not line.startswith(("Ignoring ", "WARNING: Retrying"))
    ]
    last = "\n".join(telling[-6:])
    if "No space left" in words or "Disk quota exceeded" in words:
        return StorageTrouble(
            "Label Studio could not be installed.",
            why=f"The disk is full:\n{last}",
            fix=f"Free some space and run it again. Log: {log}",
        )
    return BadConfiguration(
        "Label Studio could not be installed.",
        why=f"The installer said:\n{last or 'nothing at all'}",
        fix="Check the network, or the package index that uv or pip is told to use (and that "
        f"python3-venv is installed if there is no uv), then run it again. Log: {log}",
    )
