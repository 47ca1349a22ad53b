"""`claimdesk up` as people run it: private, ended by one signal, resumed unchanged."""

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from claimdesk import intake
from claimdesk.desk import toolenv
from claimdesk.settings import bundled

from .catalogue import Seen
from .complaints import three_lines
from .environment import beyond
from .ports import free_port
from .running import RunningDesk, claimdesk, gone, running, start, wait_until

BUSY, INTERRUPTED = 6, 130
SECRETS = ("labelstudio_password", "labelstudio_token", "labelstudio_secret_key", "webhook_secret")
LAST_WORDS = "Ctrl-C stops everything."
LINK = re.compile(r"(?<=/login/)cdk_[\w-]{43}")
WITHOUT_NETWORK = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
# How much of a task we have looked at, and when somebody was last there: nobody's work.
# Each start makes a link for editors, and compares with Label Studio: no change of anybody's work.
EACH_START = {"token", "auditentry", "lease", "reconciliation"}
PASSING = {"publication": {"seen", "sure"}, "htx_user": {"last_activity", "last_login"}}


pytestmark = pytest.mark.usefixtures("tool_python")


@dataclass
class Shown:
    """A desk that was started as people start it, without --json."""

    home: Path
    process: subprocess.Popen[str]
    stdout: str
    stderr: Path

    @property
    def kept(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.home / "settings.json").read_text())
        return found


def launch(home: Path, *options: str, before: list[str] | None = None, **more: Any) -> Shown:
    """Start `up` and return at once; `before` are words in front of the command."""
    command = [sys.executable, "-m", "claimdesk", "up", "--home", str(home), *options]
    stderr = home.parent / "stderr"
    with stderr.open("wb") as errors:
        process = subprocess.Popen(
            [*(before or []), *command],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
            **more,
        )
    return Shown(home=home, process=process, stdout="", stderr=stderr)


def shown(desk: Shown) -> Shown:
    """Read what it shows until it is ready."""
    assert desk.process.stdout is not None
    for line in desk.process.stdout:
        desk.stdout += line
        if line.startswith(LAST_WORDS):
            return desk
    raise AssertionError(desk.stderr.read_text())


def family(process: subprocess.Popen[str]) -> list[psutil.Process]:
    parent = psutil.Process(process.pid)
    return [parent, *parent.children(recursive=True)]


def ended(process: subprocess.Popen[str], number: int) -> tuple[int, float]:
    """Send one signal: the exit code, and the seconds until the whole family was gone."""
    everybody = family(process)
    began = time.monotonic()
    process.send_signal(number)
    code = process.wait(timeout=20)
    assert gone(everybody, 5)
    seconds = time.monotonic() - began
    if process.stdout is not None:
        process.stdout.close()
    return code, seconds


# The first run


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """A desk in a folder with a difficult name, by somebody who leaves all files open."""
    home = tmp_path_factory.mktemp("desk") / "Ω home, «об'єкт» 50% $HOME"
    desk = launch(home, umask=0)
    try:
        yield shown(desk)
    finally:
        desk.process.kill()
        desk.process.communicate(timeout=20)


def test_the_sample_story_stands_in_label_studio_one_task_per_article(first: Shown) -> None:
    folder = bundled("samples")
    expected = len(intake.find([str(folder)]))
    kept = first.kept
    bearer = {"Authorization": f"Token {kept['labelstudio_token']}"}
    with httpx.Client(base_url=kept["labelstudio_url"], headers=bearer, trust_env=False) as api:
        (project,) = api.get("/api/projects").json()["results"]
        asked = {"project": project["id"], "page_size": 1000}
        tasks = api.get("/api/tasks", params=asked).json()["tasks"]
    stands = Counter(task["data"]["article_id"] for task in tasks)
    assert len(stands) == expected > 0
    assert set(stands.values()) == {1}


def test_what_it_shows_is_what_a_person_needs(first: Shown) -> None:
    kept = first.kept
    for part in (kept["labelstudio_url"], kept["backend_url"], "/docs", str(first.home / "logs")):
        assert part in first.stdout
    for email, password in kept["reviewers"].items():
        assert f"{email}   {password}" in first.stdout
    assert httpx.get(f"{kept['backend_url']}/docs", trust_env=False).status_code == 200


def test_the_editors_link_signs_one_browser_in(first: Shown) -> None:
    site = first.kept["backend_url"]
    (code,) = LINK.findall(first.stdout)
    with httpx.Client(base_url=site, trust_env=False, follow_redirects=True) as browser:
        assert browser.get("/").status_code == 401
        assert browser.get(f"/login/{code}").status_code == 200
        assert "<h1>Articles</h1>" in browser.post("/login", data={"code": code}).text
    assert httpx.post(f"{site}/login", data={"code": code}, trust_env=False).status_code == 401


@pytest.mark.catalogue("S7", "after a default start everything listens on this machine only")
def test_everything_listens_on_this_machine_only(first: Shown, seen: Seen) -> None:
    found = [
        (connection.laddr.ip, connection.status)
        for process in family(first.process)
        for connection in process.net_connections("inet")
        if connection.laddr
    ]
    assert {address for address, _ in found} == {"127.0.0.1"}
    listening = [status for _, status in found].count(psutil.CONN_LISTEN)
    assert listening >= 2
    seen(listening, "addresses, all of them 127.0.0.1")


def test_a_second_one_on_the_same_home_says_where_the_first_is(first: Shown) -> None:
    done = claimdesk("up", home=first.home)
    assert first.kept["backend_url"] in three_lines(done, BUSY)
    assert httpx.get(f"{first.kept['backend_url']}/docs", trust_env=False).status_code == 200


def test_no_secret_is_shown_to_others(first: Shown) -> None:
    kept = first.kept
    hidden = [kept[name] for name in SECRETS]
    link = LINK.findall(first.stdout)
    arguments = [word for process in family(first.process) for word in process.cmdline()]
    logs = "".join(path.read_text() for path in (first.home / "logs").iterdir())
    assert len(link) == 1
    for secret in [*hidden, *link, *kept["reviewers"].values()]:
        assert not [word for word in arguments if secret in word]
        assert secret not in logs + first.stderr.read_text()
    assert not [secret for secret in hidden if secret in first.stdout]


def test_every_file_is_closed_to_others_though_umask_leaves_them_open(first: Shown) -> None:
    paths = [first.home, *first.home.rglob("*")]
    assert first.home / "settings.json" in paths
    assert [path for path in paths if path.stat().st_mode & 0o077] == []


# The second run


def records(database: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        found = {}
        for (name,) in tables.fetchall():
            rows = map(dict, connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid'))
            passing = PASSING.get(name, set())
            found[name] = [{key: row[key] for key in row if key not in passing} for row in rows]
    return found


def state(home: Path) -> dict[str, Any]:
    """All that must be the same after a run that had nothing to do."""
    return {
        "settings": (home / "settings.json").read_bytes(),
        "ours": {
            name: rows
            for name, rows in records(home / "claimdesk.db").items()
            if name not in EACH_START
        },
        "theirs": records(home / "labelstudio" / "label_studio.sqlite3"),
    }


def without_network() -> dict[str, Any]:
    """How to start something that cannot leave this machine."""
    if shutil.which("unshare") and shutil.which("ip"):
        tried = subprocess.run([*WITHOUT_NETWORK, "true"], check=False, capture_output=True)
        if tried.returncode == 0:
            return {"before": WITHOUT_NETWORK}
    nowhere = "http://127.0.0.1:9"
    closed = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "PIP_INDEX_URL", "UV_INDEX_URL")
    return {"env": os.environ | dict.fromkeys(closed, nowhere)}


def test_a_second_run_needs_no_network_and_changes_nothing(tmp_path: Path) -> None:
    desk = shown(launch(tmp_path / "home"))
    code, seconds = ended(desk.process, signal.SIGINT)
    assert (code, seconds < 2) == (0, True), seconds
    before = state(desk.home)
    assert len(before["theirs"]["task"]) == len(before["ours"]["article"]) > 0
    again = shown(launch(desk.home, **without_network()))
    assert LINK.sub("", again.stdout) == LINK.sub("", desk.stdout)
    assert LINK.findall(again.stdout) != LINK.findall(desk.stdout)
    time.sleep(1)  # the collector looks once
    code, seconds = ended(again.process, signal.SIGTERM)
    assert (code, seconds < 2) == (0, True), seconds
    assert again.stderr.read_text() == "Everything is stopped.\n"
    after = state(desk.home)
    for part, content in before.items():
        assert after[part] == content, part


# Endings


def test_an_interrupt_before_it_is_ready_leaves_nothing_running(tmp_path: Path) -> None:
    for moment in (holds_the_home, runs_label_studio):
        desk = launch(tmp_path / "home")
        assert wait_until(lambda: moment(desk), 20)  # noqa: B023 - called at once
        code, seconds = ended(desk.process, signal.SIGINT)
        assert (code, seconds < 2) == (INTERRUPTED, True), seconds
        assert "Traceback" not in desk.stderr.read_text()
    with running(tmp_path / "home", "--no-sample"):
        pass


def holds_the_home(desk: Shown) -> bool:
    return (desk.home / "up.lock").exists()


def runs_label_studio(desk: Shown) -> bool:
    return len(family(desk.process)) > 1


def test_ports_are_as_wished_and_nothing_outlives_a_killed_supervisor(tmp_path: Path) -> None:
    ours, theirs = free_port(), free_port()
    wishes = ("--port", str(ours), "--labelstudio-port", str(theirs), "--no-sample")
    desk: RunningDesk = start(tmp_path / "home", *wishes)
    everybody = family(desk.process)
    with desk.labelstudio as api:
        tasks = api.get("/api/tasks", params={"project": desk.project}).json()
    desk.process.kill()
    desk.process.communicate(timeout=20)
    assert gone(everybody, 3)
    assert LINK.sub("", desk.said["editors"]) == f"http://127.0.0.1:{ours}/login/"
    assert desk.said["review"].startswith(f"http://127.0.0.1:{theirs}/")
    assert tasks["total"] == 0


@pytest.mark.parametrize("option", ["--port", "--labelstudio-port"])
def test_a_wished_port_that_is_taken_is_busy(tmp_path: Path, option: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        port = str(stranger.getsockname()[1])
        done = claimdesk("up", option, port, home=tmp_path / "home")
    assert f"Port {port}" in three_lines(done, BUSY)


# Somebody who is not root


def closed_to_others() -> list[Path]:
    """The folders that keep others from our Python, our code and the tool environment."""
    needed = [
        Path(sys.prefix),
        Path(sys.base_prefix),
        toolenv.tools_folder(),
        Path(toolenv.__file__),
    ]
    above = {folder for path in needed for folder in [path, *path.parents]}
    return sorted(one for one in above if one.is_dir() and not one.stat().st_mode & 0o001)


def as_nobody() -> list[str]:
    """Words that run a command as nobody, who sees closed folders as open ones.

    The opening is a layer in a mount namespace of its own: nothing changes for anybody else.
    """
    if os.geteuid() != 0:
        beyond("only root can become somebody else; the other tests run as an ordinary user here")
    layers = "".join(
        f"mkdir -m 755 $T/u{number} $T/w{number} && mount -t overlay -o "
        f"lowerdir='{folder}',upperdir=$T/u{number},workdir=$T/w{number} o '{folder}' && "
        for number, folder in enumerate(closed_to_others())
    )
    drop = 'exec setpriv --reuid nobody --regid nogroup --clear-groups --no-new-privs "$@"'
    open_up = f"T=/mnt && mount -t tmpfs t $T && {layers}{drop}"
    words = ["unshare", "-m", "sh", "-c", open_up, "sh"]
    tried = subprocess.run([*words, sys.executable, "-V"], check=False, capture_output=True)
    if tried.returncode != 0:
        beyond(f"nobody cannot be given a readable checkout here: {tried.stderr.decode()}")
    return words


def test_somebody_who_is_not_root_can_run_it() -> None:
    words = as_nobody()
    with tempfile.TemporaryDirectory(prefix="claimdesk-nobody-") as name:
        folder = Path(name)
        shutil.chown(folder, "nobody")
        place = {"HOME": name, "CLAIMDESK_TOOLS": str(toolenv.tools_folder())}
        desk = shown(launch(folder / "home", before=words, env=os.environ | place, cwd=name))
        assert {process.username() for process in family(desk.process)} == {"nobody"}
        assert ended(desk.process, signal.SIGINT)[0] == 0
        assert {path.owner() for path in desk.home.rglob("*")} == {"nobody"}
        assert {path.name for path in folder.iterdir()} == {"home", "stderr"}
