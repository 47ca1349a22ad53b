"""Whichever door an export comes through, it is the same: to the byte, and in flat memory."""

import json
import os
import pty
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import psutil
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

from claimdesk import recipes
from claimdesk.api import create_app
from claimdesk.pages import router
from claimdesk.recipes.columns import zulu
from claimdesk.settings import PREFIX, Settings, bundled, keep
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.exporting import MANIFEST
from claimdesk.workflow.reading import take_snapshot

from .catalogue import longer
from .credentials import bearer
from .databases import KINDS, fresh_database
from .fake_labelstudio import FakeLabelStudio
from .filling import fill
from .running import claimdesk
from .serving_exports import serving

EVERY = [(one.name, kind) for one in recipes.every(bundled("exports")) for kind in one.formats]

AWAY = {"labelstudio_url": "http://127.0.0.1:9", "labelstudio_token": "0" * 40}
"""A Label Studio that does not answer."""

EXPORTING = """
import sys
from pathlib import Path
from claimdesk.cli.exporting import export

home, out, *files = map(Path, sys.argv[1:])
for file in files:
    export(file.stem, file.suffix[1:], out=str(out / file), home=home)
"""


@pytest.fixture(scope="module", params=KINDS)
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with something of everything, and no Label Studio that could be asked."""
    folder = tmp_path_factory.mktemp("desk")
    place = {"public_labelstudio_url": "http://labels.test", "public_url": "http://desk.test"}
    if request.param == "postgresql":
        place["database_url"] = fresh_database(request.getfixturevalue("postgresql"))
    keep(folder, place)
    filling = open_workbench(Settings.read(folder, **AWAY))
    fill(filling, FakeLabelStudio(), folder)
    filling.engine.dispose()
    return folder


@pytest.fixture
def desk(home: Path) -> Iterator[Workbench]:
    opened = open_workbench(Settings.read(home))
    yield opened
    opened.engine.dispose()


@pytest.fixture
def web(desk: Workbench) -> Iterator[TestClient]:
    app = create_app(desk, pages=[router], collect=False)
    with TestClient(app, base_url="http://127.0.0.1") as opened:
        opened.headers |= bearer(desk)
        yield opened


@pytest.fixture(scope="module")
def written(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command line writes, one file after the other in a process of its own."""
    out = tmp_path_factory.mktemp("written")
    files = [f"{name}.{kind}" for name, kind in EVERY]
    subprocess.run([sys.executable, "-c", EXPORTING, home, out, *files], check=True)
    return out


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_rest_and_the_command_line_give_the_same_bytes(
    web: TestClient, written: Path, name: str, kind: str
) -> None:
    answer = web.get(f"/api/v1/exports/{name}.{kind}")
    assert answer.status_code == 200
    assert answer.content == (written / f"{name}.{kind}").read_bytes()
    assert len(answer.content) > 200


@pytest.mark.parametrize("kind", ["csv", "xlsx", "html"])
def test_filters_make_no_difference_to_that(
    web: TestClient, home: Path, tmp_path: Path, kind: str
) -> None:
    narrowed = ["--where", "language=uk", "--out", str(tmp_path / "out")]
    claimdesk("export", "articles", "--format", kind, *narrowed, home=home)
    answer = web.get(f"/api/v1/exports/articles.{kind}?language=uk")
    assert answer.content == (tmp_path / "out").read_bytes()
    assert answer.content != web.get(f"/api/v1/exports/articles.{kind}").content


def test_csv_for_excel_is_the_same_too_and_has_a_tag_of_its_own(
    web: TestClient, home: Path
) -> None:
    path = "/api/v1/exports/claims.csv"
    plain, for_excel = web.get(path), web.get(f"{path}?excel=true")
    told = subprocess.run(
        [sys.executable, "-m", "claimdesk", "export", "claims", "--excel", "--home", str(home)],
        capture_output=True,
        check=True,
    )
    assert told.stdout == for_excel.content == b"\xef\xbb\xbf" + plain.content
    assert plain.headers["etag"] != for_excel.headers["etag"]
    known = {"If-None-Match": plain.headers["etag"]}
    assert web.get(f"{path}?excel=true", headers=known).status_code == 200
    assert web.get(path, headers=known).status_code == 304


def test_only_csv_is_written_for_excel(web: TestClient, home: Path) -> None:
    refused = web.get("/api/v1/exports/claims.jsonl?excel=true")
    assert (refused.status_code, "Only CSV" in refused.text) == (404, True)
    told = claimdesk("export", "claims", "--format", "xlsx", "--excel", home=home)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 3)


@pytest.mark.parametrize(
    "asked",
    [
        ["claims"],
        ["--where", "language=en"],
        ["--identities"],
        ["--excel"],
        ["--format", "xlsx"],
        ["--out", "claims.csv"],
    ],
)
def test_what_everything_cannot_be_narrowed_by_is_refused(tmp_path: Path, asked: list[str]) -> None:
    """Somebody who asked for less must not take everything for it."""
    out = tmp_path / "out"
    told = claimdesk("export", "--all", str(out), *asked, home=tmp_path)
    assert (told.returncode, told.stdout, out.exists()) == (2, "", False)
    assert told.stderr.startswith("Error: Everything is written as it is.\n")


def test_the_command_line_writes_everything_as_of_a_moment(
    home: Path, desk: Workbench, tmp_path: Path
) -> None:
    """Without asking Label Studio, which could only tell what came later."""
    moment, out = zulu(datetime.now(UTC)), str(tmp_path / "out")
    env = os.environ | {f"{PREFIX}{name}".upper(): value for name, value in AWAY.items()}
    told = claimdesk("export", "--all", out, "--as-of", moment, home=home, env=env)
    manifest = json.loads((Path(told.stdout.strip()) / MANIFEST).read_text())
    assert (told.stderr, manifest["as_of"]) == ("", moment)
    with take_snapshot(desk) as snapshot:
        assert manifest["ledger"] == snapshot.ledger


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        (["claims", "--out", "one.jsonl"], b'{"claim"'),
        (["claims", "--out", "one.XLSX"], b"PK"),
        (["claims", "--out", "one.txt"], b"claim,article"),
        (["claims", "--format", "json", "--out", "one.csv"], b"["),
        (["averitec", "--out", "one"], b"["),
    ],
)
def test_without_a_format_a_file_is_what_its_name_says(
    desk: Workbench, home: Path, tmp_path: Path, asked: list[str], begins: bytes
) -> None:
    claimdesk("export", *asked, home=home, cwd=tmp_path)
    (one,) = tmp_path.glob("one*")
    assert one.read_bytes().startswith(begins)


def test_a_name_that_ends_in_what_an_export_is_not_is_refused(home: Path, tmp_path: Path) -> None:
    told = claimdesk("export", "claims", "--out", str(tmp_path / "one.html"), home=home)
    assert (told.returncode, "no such export format" in told.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_text_is_not_written_to_a_screen(home: Path) -> None:
    command = [sys.executable, "-m", "claimdesk", "export", "claims", "--where", "story=none"]
    command += ["--home", str(home)]
    ours, theirs = pty.openpty()
    for kind, code in (("xlsx", 2), ("csv", 0)):
        told = subprocess.run(
            [*command, "--format", kind], stdout=theirs, stderr=subprocess.PIPE, check=False
        )
        assert (told.returncode, b"nothing for a screen" in told.stderr) == (code, bool(code))
    os.close(theirs)
    os.close(ours)


def drawn(url: str, headers: dict[str, str], process: psutil.Process) -> tuple[int, int]:
    """Bytes of all judgements in both formats, and the most that the process held meanwhile."""
    size, most = 0, 0
    for kind in ("csv", "jsonl"):
        path = f"{url}/api/v1/exports/judgements.{kind}"
        with httpx.stream("GET", path, headers=headers, trust_env=False, timeout=60) as answer:
            for chunk in answer.iter_raw():
                size += len(chunk)
                most = max(most, process.memory_info().rss)
    return size, most


def judged(home: Path, size: int) -> Workbench:
    """A desk with so many judgements, 180 to an article."""
    filling = [sys.executable, "-m", "benchmarks.exporting", "--fill", str(size), str(home)]
    subprocess.run(filling, check=True, cwd=Path(__file__).parent.parent)
    return open_workbench(Settings.read(home))


def most_of(home: Path, size: int) -> tuple[int, int]:
    """The same of a desk with so many judgements, once its server has done it before."""
    bench = judged(home, size)
    headers = bearer(bench)
    bench.engine.dispose()
    with serving(home) as (process, url):
        drawn(url, headers, process)
        return drawn(url, headers, process)


def test_memory_stays_flat_over_rest(tmp_path: Path) -> None:
    """Ten times as many judgements, and a server holds hardly more."""
    most = longer(60_000, 1_000_000)
    small, few = most_of(tmp_path / "small", most // 10)
    large, many = most_of(tmp_path / "large", most)
    assert large > small * 9
    assert many - few < 10 * 2**20, (few, many)


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workbench, Workbench]]:
    """A desk, and one with ten times as many judgements."""
    small, large = (judged(tmp_path_factory.mktemp("judged"), size) for size in (3_600, 36_000))
    yield small, large
    small.engine.dispose()
    large.engine.dispose()


def rendered(bench: Workbench, kind: str) -> tuple[int, int]:
    """Bytes of all judgements, and the most memory that they took of Python."""
    recipe = recipes.find(bench.exports_dir, "judgements")
    tracemalloc.start()
    try:
        with take_snapshot(bench) as snapshot:
            size = sum(map(len, recipes.render(recipe, snapshot, kind)))
        return size, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", ["csv", "jsonl", "json"])
def test_rows_are_let_go_as_they_are_written(sizes: tuple[Workbench, Workbench], kind: str) -> None:
    """Ten times as many cost no more memory than what is remembered of equal values."""
    rendered(sizes[0], kind)
    (small, few), (large, many) = (rendered(bench, kind) for bench in sizes)
    assert large > small * 9
    assert many - few < 2 * 2**20, (few, many)


def test_the_questions_for_all_judgements_are_put_together_once(
    sizes: tuple[Workbench, Workbench],
) -> None:
    asked: list[object] = []
    with take_snapshot(sizes[0]) as snapshot, listening(sizes[0].engine, asked):
        assert sum(1 for _ in snapshot.judgements) == 3_600
    assert len(asked) > 6
    assert len({id(one) for one in asked}) == 3


@contextmanager
def listening(engine: Engine, asked: list[object]) -> Iterator[None]:
    """Keep what the database is asked meanwhile."""

    def note(_connection: object, question: object, *_more: object) -> None:
        asked.append(question)

    event.listen(engine, "before_execute", note)
    try:
        yield
    finally:
        event.remove(engine, "before_execute", note)
