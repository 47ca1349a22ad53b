"""Processes killed at the worst moments, on the real Label Studio: nothing lost, nothing twice.

CLAIMDESK_TORTURE=1 makes everything ten times as much.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from claimdesk.settings import Settings
from claimdesk.workflow.bench import open_workbench
from claimdesk.workflow.verifying import verify

from .catalogue import Seen
from .complaints import three_lines
from .reviewers import KINDS, Reviewer
from .running import RunningDesk, running, start, stop

TIMES = 10 if os.environ.get("CLAIMDESK_TORTURE") else 1
ARTICLES = 120
KILLS = 2 * TIMES
SEED = int(os.environ.get("CLAIMDESK_SEED", "1"))
LABEL_STUDIO = 4
Crowd = tuple[RunningDesk, Counter[str]]
Dump = dict[str, list[tuple[Any, ...]]]


pytestmark = pytest.mark.usefixtures("tool_python")


# Publishing


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk for publishing alone."""
    with running(tmp_path_factory.mktemp("press") / "home", "--no-sample") as desk:
        yield desk


def load(desk: RunningDesk, name: str, number: int) -> None:
    """Put generated articles into the home."""
    path = desk.home.parent / f"{name}.jsonl"
    lines = (
        f'{{"id": "{name}-{turn}", "text": "{name} {turn}. It rained. Nobody came."}}\n'
        for turn in range(number)
    )
    path.write_text("".join(lines))
    assert desk.run("load", str(path)).returncode == 0


def asked(database: Path, question: str) -> list[tuple[Any, ...]]:
    """Rows of a database that others write to at the same time."""
    address = f"{database.as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=20)) as connection:
        return connection.execute(question).fetchall()


def theirs(desk: RunningDesk, question: str) -> list[tuple[Any, ...]]:
    return asked(desk.home / "labelstudio" / "label_studio.sqlite3", question)


def ours(desk: RunningDesk, question: str) -> list[tuple[Any, ...]]:
    return asked(desk.home / "claimdesk.db", question)


def tasks(desk: RunningDesk) -> int:
    return int(theirs(desk, "SELECT count(*) FROM task")[0][0])


def noted(desk: RunningDesk) -> int:
    return int(ours(desk, "SELECT count(*) FROM publication")[0][0])


def check_one_task_per_article(desk: RunningDesk) -> None:
    """Also that there never were two, not even for a moment."""
    stands = Counter(
        article
        for (article,) in theirs(desk, "SELECT json_extract(data, '$.article_id') FROM task")
    )
    articles = {article for (article,) in ours(desk, "SELECT id FROM article")}
    assert stands == Counter(dict.fromkeys(articles, 1))
    assert theirs(desk, "SELECT seq FROM sqlite_sequence WHERE name = 'task'") == [(len(articles),)]


def begin_publishing(desk: RunningDesk) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "claimdesk", "publish", "--home", str(desk.home)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def wait_until(happened: Callable[[], object], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.002)


def at_once(_desk: RunningDesk, _before: int) -> bool:
    return True


def has_imported(desk: RunningDesk, before: int) -> bool:
    """The worst moment: Label Studio has the tasks, and we have not heard of it."""
    return tasks(desk) > before


def has_noted(desk: RunningDesk, before: int) -> bool:
    return noted(desk) > before


@pytest.mark.parametrize("turn", range(TIMES))
@pytest.mark.parametrize("moment", [at_once, has_imported, has_noted])
def test_a_publish_that_is_killed_leaves_one_task_per_article(
    press: RunningDesk, moment: Callable[[RunningDesk, int], bool], turn: int
) -> None:
    chance = random.Random(f"{SEED} {moment.__name__} {turn}")
    load(press, f"{moment.__name__}{turn}", ARTICLES)
    before = tasks(press)
    process = begin_publishing(press)
    time.sleep(chance.uniform(0.5, 2.5) if moment is at_once else 0)
    wait_until(lambda: moment(press, before))
    process.kill()
    process.communicate(timeout=20)
    unheard = tasks(press) - noted(press)
    assert press.run("publish").returncode == 0
    check_one_task_per_article(press)
    assert unheard > 0 or moment is not has_imported
    assert noted(press) == tasks(press)


def kill_label_studio(desk: RunningDesk) -> None:
    """It alone; the supervisor starts it again."""
    (child,) = psutil.Process(desk.process.pid).children()
    child.kill()


def wait_for_label_studio(desk: RunningDesk) -> None:
    def answers() -> bool:
        with suppress(httpx.HTTPError), desk.labelstudio as api:
            return bool(api.get("/api/version", timeout=5).is_success)
        return False

    wait_until(answers)


@pytest.mark.parametrize("turn", range(KILLS))
def test_label_studio_killed_while_publishing_leaves_one_task_per_article(
    press: RunningDesk, turn: int
) -> None:
    load(press, f"killed{turn}", ARTICLES)
    before = tasks(press)
    process = begin_publishing(press)
    if turn % 2:
        wait_until(lambda: has_imported(press, before))
    else:
        time.sleep(random.Random(f"{SEED} {turn}").uniform(0.8, 1.5))
    kill_label_studio(press)
    out, err = process.communicate(timeout=60)
    done = subprocess.CompletedProcess(process.args, process.returncode, out, err)
    if process.returncode:
        three_lines(done, LABEL_STUDIO)
    wait_for_label_studio(press)
    again = press.run("publish")
    assert again.returncode == 0, again.stderr
    check_one_task_per_article(press)


# Reviewing


def collected(desk: RunningDesk) -> dict[int, tuple[Any, ...]]:
    """The newest version of every annotation that we know and do not believe gone."""
    rows = ours(
        desk,
        """
        SELECT json_extract(body, '$.id'), body, said_at FROM delivery
        WHERE kind = 'annotation'
          AND annotation NOT IN (SELECT annotation FROM delivery WHERE kind = 'tombstone')
        ORDER BY said_at
        """,
    )
    return {number: version(json.loads(body)) for number, body, _ in rows}


def exported(desk: RunningDesk) -> dict[int, tuple[Any, ...]]:
    """The same as Label Studio itself exports it."""
    with desk.labelstudio as api:
        asked = {"exportType": "JSON", "download_all_tasks": "true"}
        found = api.get(f"/api/projects/{desk.project}/export", params=asked).json()
    return {int(one["id"]): version(one) for task in found for one in task["annotations"]}


def version(body: dict[str, Any]) -> tuple[Any, ...]:
    made, saved = (datetime.fromisoformat(body[name]) for name in ("created_at", "updated_at"))
    return body["id"], made, saved, body["result"]


def derived(desk: RunningDesk) -> Dump:
    keys = {"judgement": "claim_id, reviewer_id", "consensus": "claim_id"}
    return {
        table: ours(desk, f"SELECT * FROM {table} ORDER BY {key}") for table, key in keys.items()
    }


def confirmed(reviewers: list[Reviewer]) -> int:
    return sum(one.done[kind] for one in reviewers for kind in KINDS)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crowd]:
    """A desk and its reviewers, after everything has been killed again and again."""
    chance = random.Random(SEED)
    desk = start(tmp_path_factory.mktemp("crowd") / "home")
    over = threading.Event()
    url = str(desk.kept["labelstudio_url"])
    reviewers = [
        Reviewer(url, email, password, desk.project, random.Random(f"{SEED} {email}"), over)
        for email, password in desk.said["logins"].items()
    ]
    threads = [threading.Thread(target=one.work, daemon=True) for one in reviewers]
    for thread in threads:
        thread.start()
    try:
        for turn in range(2 * KILLS):
            goal = confirmed(reviewers) + 20
            wait_until(lambda: confirmed(reviewers) >= goal)  # noqa: B023 - called at once
            time.sleep(chance.uniform(0, 1))
            if turn % 2:
                stop(desk.process, signal.SIGKILL)
                desk = start(desk.home)
            else:
                kill_label_studio(desk)
                wait_for_label_studio(desk)
        time.sleep(2)
        over.set()
        for thread in threads:
            thread.join(60)
        done = sum((one.done for one in reviewers), Counter[str]())
        sys.stdout.write(f"{dict(done)}; each process killed {KILLS} times\n")
        # They meant to delete, and may have deleted more in one go than looks like it.
        pulled = desk.run("pull", "--sweep", "--accept-deletions")
        assert pulled.returncode == 0, pulled.stderr
        yield desk, done
    finally:
        over.set()
        stop(desk.process)


@pytest.mark.catalogue(
    "D2", "real Label Studio, three reviewers, both processes killed in turn: one sweep mends"
)
def test_what_was_collected_is_what_label_studio_exports(crowd: Crowd, seen: Seen) -> None:
    desk, done = crowd
    here, there = collected(desk), exported(desk)
    missing, ghosts = there.keys() - here.keys(), here.keys() - there.keys()
    assert (missing, ghosts) == (set(), set())
    assert here == there
    assert min(done[kind] for kind in KINDS) >= TIMES
    total = sum(done[kind] for kind in KINDS)
    seen(total, f"each process killed {KILLS} times; of {len(there)} left 0 missing, 0 ghosts")


@pytest.mark.catalogue("D2", "after all that the ledger verifies, and every ring could be read")
def test_the_ledger_verifies_and_every_ring_could_be_read(crowd: Crowd, seen: Seen) -> None:
    desk, _ = crowd
    bench = open_workbench(Settings.read(desk.home))
    found = verify(bench)
    bench.engine.dispose()
    assert [(found.entries,)] == ours(desk, "SELECT count(*) FROM delivery")
    assert ours(desk, "SELECT why FROM ring WHERE outcome = 'quarantined'") == []
    assert ours(desk, "PRAGMA integrity_check") == [("ok",)]
    heard = ours(desk, "SELECT count(*) FROM ring")[0][0]
    seen(found.entries, f"entries verified, {heard} rings kept as unconfirmed or waiting")


def test_every_version_is_kept_once_and_all_of_them_count(
    crowd: Crowd,
) -> None:
    desk, _ = crowd
    counts = (
        "count(*), count(DISTINCT key), count(DISTINCT annotation), sum(handled), count(refused)"
    )
    rows, keys, annotations, handled, refused = ours(desk, f"SELECT {counts} FROM delivery")[0]
    assert rows == keys == handled > annotations
    assert refused == 0
    gone = ours(desk, "SELECT count(*) FROM delivery WHERE kind = 'tombstone'")
    assert gone[0][0] > 0


def test_a_replay_gives_the_same_judgements_and_consensus(
    crowd: Crowd,
) -> None:
    desk, _ = crowd
    before = derived(desk)
    assert min(map(len, before.values())) > 0
    assert desk.run("replay").returncode == 0
    after = derived(desk)
    assert [row for table in after for row in {*after[table]} ^ {*before[table]}] == []
    assert after == before
    assert {number for (number,) in ours(desk, "SELECT DISTINCT reviewer_id FROM judgement")} == {
        number for (number,) in theirs(desk, "SELECT DISTINCT completed_by_id FROM task_completion")
    }
