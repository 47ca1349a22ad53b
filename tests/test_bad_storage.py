"""A home that cannot be read or written: said in three lines, and nothing lost or half-done."""

import os
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from . import complaints
from .complaints import GOOD, complaint, restricted, stored, texts, three_lines
from .running import claimdesk

STORAGE, CONFIGURATION = 1, 3
ROOM = 1 << 20

loaded = complaints.loaded
home = complaints.home


# Full


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, which only root can make."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "small", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root can mount a small disk; the limit on file sizes stands in for it")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def articles(folder: Path, number: int) -> Path:
    """A file with more articles than fit into a megabyte, in several batches."""
    path = folder / "many.jsonl"
    sentences = " ".join(f"The council met {turn} times." for turn in range(40))
    lines = (f'{{"text": "Report {turn}. {sentences}"}}\n' for turn in range(number))
    path.write_text("".join(lines))
    return path


def test_a_full_disk_keeps_whole_articles_and_goes_on_when_there_is_room(
    small_disk: Path, tmp_path: Path
) -> None:
    home, ballast = small_disk / "home", small_disk / "ballast"
    (tmp_path / "good.txt").write_text(GOOD)
    assert claimdesk("load", str(tmp_path / "good.txt"), home=home).returncode == 0
    ballast.write_bytes(bytes(200_000))
    source = str(articles(tmp_path, 300))
    assert "full" in three_lines(claimdesk("load", source, home=home), STORAGE)
    assert len(texts(home)) < 300
    kept = texts(home)
    subprocess.run(["mount", "-o", "remount,size=30m", small_disk], check=True)
    assert claimdesk("load", source, home=home).returncode == 0
    assert texts(home)[: len(kept)] == kept
    assert len(texts(home)) == 301


def test_a_disk_that_is_full_from_the_start_makes_no_half_home(
    small_disk: Path, tmp_path: Path
) -> None:
    home, ballast = small_disk / "home", small_disk / "ballast"
    (tmp_path / "good.txt").write_text(GOOD)
    ballast.write_bytes(bytes(ROOM - 5 * 4096))
    three_lines(claimdesk("load", str(tmp_path / "good.txt"), home=home), STORAGE)
    three_lines(claimdesk("up", home=home), STORAGE)
    ballast.unlink()
    assert claimdesk("load", str(tmp_path / "good.txt"), home=home).returncode == 0
    assert texts(home) == [GOOD]


def test_a_limit_on_file_sizes_is_like_a_full_disk(home: Path, tmp_path: Path) -> None:
    source = str(articles(tmp_path, 300))
    done = claimdesk("load", source, home=home, preexec_fn=limited(ROOM // 2))
    three_lines(done, STORAGE)
    kept = texts(home)
    assert kept[0] == GOOD
    assert len(kept) < 301
    assert claimdesk("load", source, home=home).returncode == 0
    assert texts(home)[: len(kept)] == kept
    assert len(texts(home)) == 301


def test_an_export_that_does_not_fit_leaves_the_earlier_one(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("the earlier one")
    done = claimdesk("export", "claims", "--out", str(target), home=home, preexec_fn=limited(64))
    complaint(done, STORAGE)
    assert target.read_text() == "the earlier one"
    assert [path.name for path in tmp_path.iterdir() if ".part" in path.name] == []


def limited(size: int) -> Callable[[], None]:
    """No file may grow beyond `size`; writing further is an error and not a signal."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


# Closed


@pytest.mark.parametrize("verb", ["load", "status", "replay", "export"])
def test_a_home_that_may_not_be_written_stays_as_it_is(home: Path, verb: str) -> None:
    options = {"load": [str(home.parent / "new.txt")], "export": ["claims"]}.get(verb, [])
    (home.parent / "new.txt").write_text("Something new.")
    with closed(home):
        three_lines(restricted(verb, *options, home=home), STORAGE)
    assert texts(home) == [GOOD]


@pytest.mark.parametrize("verb", ["publish", "up"])
def test_a_home_that_cannot_be_made_is_said_to_be_closed(tmp_path: Path, verb: str) -> None:
    with closed(tmp_path):
        said = three_lines(restricted(verb, home=tmp_path / "home"), STORAGE)
    assert "Permission denied" in said
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_is_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("somebody's work")
    for verb in ("publish", "up"):
        three_lines(claimdesk(verb, home=tmp_path / "file"), STORAGE)
    assert (tmp_path / "file").read_text() == "somebody's work"


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    folder.chmod(0o500)
    yield
    folder.chmod(0o700)


# Damaged


@pytest.mark.parametrize(
    ("verb", "content"),
    [("status", b"garbage " * 1000), ("load", b"SQLite format 3\0" + b"\xff" * 9000)],
)
def test_a_damaged_database_is_reported_and_kept(home: Path, content: bytes, verb: str) -> None:
    database = home / "claimdesk.db"
    database.write_bytes(content)
    options = [str(home.parent / "new.txt")] if verb == "load" else []
    (home.parent / "new.txt").write_text("Something new.")
    assert "damaged" in three_lines(claimdesk(verb, *options, home=home), STORAGE)
    assert database.read_bytes() == content


def test_a_page_of_garbage_in_the_middle_is_reported(home: Path) -> None:
    with (home / "claimdesk.db").open("r+b") as database:
        database.seek(4096)
        database.write(b"\xff" * 40_000)
    assert "damaged" in three_lines(claimdesk("status", home=home), STORAGE)


@pytest.mark.parametrize("content", [b"{", b"null", b"\xff\xfe", b'{"poll_seconds": "often"}'])
def test_damaged_settings_are_reported_and_kept(home: Path, content: bytes) -> None:
    path = home / "settings.json"
    path.write_bytes(content)
    three_lines(claimdesk("status", home=home), CONFIGURATION)
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"[1]", b""])
def test_damaged_settings_are_not_made_anew(home: Path, content: bytes) -> None:
    path = home / "settings.json"
    path.write_bytes(content)
    three_lines(claimdesk("up", home=home), CONFIGURATION)
    assert path.read_bytes() == content


@pytest.mark.parametrize("verb", ["status", "load"])
def test_a_database_of_a_newer_claimdesk_is_refused_and_kept(home: Path, verb: str) -> None:
    with stored(home) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    options = [str(home.parent / "new.txt")] if verb == "load" else []
    (home.parent / "new.txt").write_text("Something new.")
    assert "9999" in three_lines(claimdesk(verb, *options, home=home), CONFIGURATION)
    assert texts(home) == [GOOD]
