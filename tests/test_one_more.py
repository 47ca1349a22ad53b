"""One more version of an annotation is as little work for the database however much there is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from claimdesk.labelstudio.client import Client
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .fake_labelstudio import FakeLabelStudio
from .filling import said

STEPS = 100
"""Instructions of SQLite's machine that are counted as one."""

LEAST = 10
"""Instructions for each article there is: to see that no project was lost, they are walked over."""


@contextmanager
def counted(bench: Workbench) -> Iterator[list[int]]:
    """How many steps SQLite takes meanwhile."""
    steps = [0]

    def step() -> int:
        steps[0] += 1
        return 0

    def watch(connection: sqlite3.Connection, *_more: object) -> None:
        connection.set_progress_handler(step, STEPS)

    event.listen(bench.engine, "checkout", watch)
    try:
        yield steps
    finally:
        event.remove(bench.engine, "checkout", watch)


def judged(bench: Workbench, fake: FakeLabelStudio, folder: Path, numbers: range) -> None:
    """So many articles more, each judged by two people."""
    lines = (
        f'{{"text": "Pier {n} is shut. Eleven piles of it are cracked. She denies it."}}\n'
        for n in numbers
    )
    (folder / "piers.jsonl").write_text("".join(lines))
    load(bench, [str(folder / "piers.jsonl")])
    with Client(bench.settings, fake) as client:
        publish(bench, client)
        for task in sorted(fake.tasks)[numbers.start :]:
            said(bench, fake, task, 2, 0)
            said(bench, fake, task, 3, task % 2)
        while pull(bench, client).tasks:  # until nothing is in doubt any more
            pass


def work(bench: Workbench, fake: FakeLabelStudio) -> int:
    """Steps of a look that brings one more."""
    with Client(bench.settings, fake) as client:
        said(bench, fake, min(fake.tasks), 4, 1)
        with counted(bench) as steps:
            assert pull(bench, client).received == 1
    return steps[0]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_one_more_is_no_more_work_where_there_is_much(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    judged(bench, fake, tmp_path, range(20))
    few = work(bench, fake)
    judged(bench, fake, tmp_path, range(20, 400))
    many = work(bench, fake)
    assert few > 20
    assert (many - few) * STEPS < LEAST * 380, (few, many)
