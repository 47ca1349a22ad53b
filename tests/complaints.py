"""The command line given something bad: how it is run, and what it must say then."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from claimdesk.segmenting import split

from .environment import missing
from .running import claimdesk

GOOD = "The mayor opened the bridge on Monday.\nIt cost two million. Nobody was hurt.\n"
WITHOUT_ROOTS_POWERS = [
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-dac_override,-dac_read_search",
]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one article, made once."""
    home = tmp_path_factory.mktemp("loaded") / "home"
    (home.parent / "good.txt").write_text(GOOD)
    assert claimdesk("load", str(home.parent / "good.txt"), home=home).returncode == 0
    return home


@pytest.fixture
def home(loaded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(loaded, tmp_path / "home"))


@contextmanager
def stored(home: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(home / "claimdesk.db")) as database:
        yield database


MEASURE = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print()
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, end="")
sys.exit(code)
"""


def texts(home: Path) -> list[str]:
    """The articles that are stored, after checking that each has all its segments."""
    with stored(home) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        articles = dict(database.execute("SELECT id, text FROM article ORDER BY rowid"))
        rows = database.execute('SELECT article_id, start, "end" FROM segment').fetchall()
    expected = {(key, one.start, one.end) for key, text in articles.items() for one in split(text)}
    assert sorted(rows) == sorted(expected)
    return list(articles.values())


def complaint(done: subprocess.CompletedProcess[str], code: int) -> str:
    """What was said at the end, after checking that it is what, why and what to do."""
    said = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert "Traceback" not in done.stderr
    assert "unexpected" not in done.stderr
    for line, opening in zip(said[-3:], ["Error: ", "  Why: ", "   Do: "], strict=True):
        assert re.match(rf"{opening}\S.*[.?:)]?\Z", line), done.stderr
    return "\n".join(said[-3:])


def three_lines(done: subprocess.CompletedProcess[str], code: int) -> str:
    """The same where nothing else may be said."""
    said = complaint(done, code)
    assert len(done.stderr.splitlines()) == 3, done.stderr
    return said


def restricted(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as somebody for whom file modes count, which they do not for root."""
    before = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            missing("root reads every file, and setpriv is not there to give that up")
        before = WITHOUT_ROOTS_POWERS
    command = [*before, sys.executable, "-m", "claimdesk", *arguments, "--home", str(home)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


def measured(*arguments: str, home: Path) -> tuple[subprocess.CompletedProcess[str], int]:
    """Run the command line; the most memory it ever held, in bytes.

    By way of a small process, because a child is charged with what its parent held.
    """
    command = [sys.executable, "-m", "claimdesk", *arguments, "--home", str(home)]
    small = [sys.executable, "-S", "-c", MEASURE, *command]
    done = subprocess.run(small, capture_output=True, text=True, check=False)
    said, _, peak = done.stdout.rpartition("\n")
    unit = 1 if sys.platform == "darwin" else 1024
    return subprocess.CompletedProcess(command, done.returncode, said, done.stderr), int(
        peak
    ) * unit
