"""What a desk writes is nobody else's business, however open the shell was that started it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from .catalogue import Seen
from .running import RunningDesk, claimdesk, running


@pytest.fixture(params=[0o000, 0o022], ids=oct)
def open_desk(
    request: pytest.FixtureRequest, tool_python: Path, tmp_path: Path
) -> Iterator[RunningDesk]:
    """A desk that was started by somebody who lets everybody read, or even write, by default."""
    before = os.umask(request.param)
    try:
        with running(tmp_path / "home") as desk:
            for place in ("claims.csv", "desk.backup"):
                verb = ("export", "claims", "--out") if place == "claims.csv" else ("backup",)
                done = claimdesk(*verb, str(desk.home / place), home=desk.home)
                assert done.returncode == 0, done.stderr
            yield desk
    finally:
        os.umask(before)


@pytest.mark.catalogue("S6", "folders 0700 and files 0600, whatever the umask")
def test_everything_a_desk_writes_is_closed_to_others(open_desk: RunningDesk, seen: Seen) -> None:
    paths = [open_desk.home, *open_desk.home.rglob("*")]
    modes = {path: path.lstat().st_mode & 0o777 for path in paths}
    wanted = {path: 0o700 if path.is_dir() else 0o600 for path in paths}
    assert {path: oct(mode) for path, mode in modes.items() if mode != wanted[path]} == {}
    names = {path.name for path in paths}
    assert names >= {"settings.json", "claimdesk.db", "claimdesk.db-wal", "claimdesk.db-shm"}
    assert names >= {"label_studio.sqlite3", "labelstudio.log", "claims.csv", "desk.backup"}
    seen(len(paths), "files and folders of home, Label Studio, export and backup: all closed")
