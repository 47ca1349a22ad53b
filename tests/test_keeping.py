"""Backup and restore: whole or nothing, while work goes on, from one database to the other."""

import fcntl
import gzip
import hashlib
import io
import json
import random
import signal
import sqlite3
import subprocess
import sys
import tarfile
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel, col, select

from claimdesk import recipes
from claimdesk.errors import BadInput, StorageTrouble
from claimdesk.models import (
    Article,
    AuditEntry,
    Consensus,
    Delivery,
    Flag,
    Judgement,
    Lease,
    Ranking,
    Reconciliation,
    Ring,
    Ruling,
    Standing,
    Token,
)
from claimdesk.settings import Settings, keep, kept
from claimdesk.store import archive, audit, deliveries, facts
from claimdesk.store.database import open_engine, reading, writing
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import receive
from claimdesk.workflow.handling import handle
from claimdesk.workflow.keeping import back_up, restore
from claimdesk.workflow.packing import FORMAT, MANIFEST, TITLE
from claimdesk.workflow.reading import take_snapshot

from .catalogue import Seen, longer
from .databases import KINDS, fresh_database
from .fake_labelstudio import FakeLabelStudio
from .filling import fill
from .running import claimdesk

BUILT_AGAIN = {Standing, Judgement, Ruling, Flag, Consensus, Ranking}
OF_THE_MOMENT = {Reconciliation, Lease}
BELL = "ring-the-bell-twice"
LATER = datetime(2027, 1, 1, tzinfo=UTC)


@pytest.fixture
def filled(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Workbench:
    """A desk with something in every table, and a Label Studio of its own in the home."""
    fill(bench, fake, tmp_path)
    with writing(bench.engine) as session:
        audit.note(session, "token made", "печать 😀")
        session.add(Ring(digest="0", body=b"\x00\xff", arrived_at=LATER))
        for kind in ("token", "login", "session"):
            made = {"created_at": LATER, "expires_at": LATER, "digest": kind}
            session.add(Token(id=kind, kind=kind, name="press", role="editor", **made))
    keep(bench.settings.home, {"webhook_secret": BELL, "database_url": "postgresql://old"})
    data = bench.settings.home / "labelstudio"
    (data / "media" / "upload").mkdir(parents=True)
    (data / "media" / "upload" / "карта.png").write_bytes(b"\x89PNG")
    with closing(sqlite3.connect(data / "label_studio.sqlite3", isolation_level=None)) as theirs:
        theirs.execute("PRAGMA journal_mode = WAL")
        theirs.execute("CREATE TABLE organization (id INTEGER)")
        theirs.execute("INSERT INTO organization VALUES (1)")
    return bench


@pytest.fixture
def backup(filled: Workbench, tmp_path: Path) -> Path:
    """A backup of it."""
    return backed_up(filled, tmp_path / "desk.backup")


@pytest.fixture
def place(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[..., Settings]:
    """Settings of a new, empty desk, on the same kind of database or on another."""

    def made(kind: str | None = None, home: str = "new") -> Settings:
        kind = kind or database.partition(":")[0].partition("+")[0]
        if kind == "sqlite":
            return Settings.read(tmp_path / home, labelstudio_url="http://labelstudio.test")
        url = fresh_database(request.getfixturevalue("postgresql"))
        there: dict[str, Any] = {"database_url": url}
        return Settings.read(tmp_path / home, labelstudio_url="http://labelstudio.test", **there)

    return made


def backed_up(bench: Workbench, path: Path) -> Path:
    with path.open("wb") as stream:
        back_up(bench, stream)
    return path


def exported(bench: Workbench) -> dict[str, bytes]:
    """Every export, as bytes."""
    found = {}
    for name in recipes.names(bench.exports_dir):
        recipe = recipes.find(bench.exports_dir, name)
        with take_snapshot(bench) as snapshot:
            found[name] = b"".join(recipes.render(recipe, snapshot, "jsonl"))
    return found


def stored(bench: Workbench) -> dict[str, list[bytes]]:
    """All facts, and what stands of each annotation."""
    with reading(bench.engine) as session:
        tables = (*archive.FACTS, Standing)
        return {str(one.__tablename__): list(archive.lines(session, one)) for one in tables}


def opened_at(settings: Settings) -> Iterator[Workbench]:
    bench = open_workbench(settings)
    yield bench
    bench.engine.dispose()


def test_every_table_is_kept_or_built_again() -> None:
    known = {*archive.FACTS, *BUILT_AGAIN, *OF_THE_MOMENT}
    assert {one.__table__ for one in known} == set(  # type: ignore[attr-defined]
        SQLModel.metadata.tables.values()
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.catalogue("D19", "what is restored is what was backed up, on either database")
def test_a_restored_desk_is_the_one_that_was_backed_up(
    filled: Workbench, backup: Path, place: Callable[..., Settings], kind: str, seen: Seen
) -> None:
    settings = place(kind)
    restore(settings, backup)
    for bench in opened_at(settings):
        assert exported(bench) == exported(filled)
        rows = stored(bench)
        assert rows == stored(filled)
        assert [json.loads(line)["id"] for line in rows["token"]] == ["token"]
    seen(1, f"{sum(map(len, rows.values()))} rows and every export equal to the byte")


def test_the_home_comes_back_closed_to_others(backup: Path, place: Callable[..., Settings]) -> None:
    settings = place()
    restore(settings, backup)
    data = settings.home / "labelstudio"
    with closing(sqlite3.connect(data / "label_studio.sqlite3")) as theirs:
        assert theirs.execute("SELECT id FROM organization").fetchall() == [(1,)]
    assert (data / "media" / "upload" / "карта.png").read_bytes() == b"\x89PNG"
    modes = {path.stat().st_mode & 0o777 for path in data.rglob("*") if path.is_file()}
    assert modes == {0o600}


def test_a_restored_home_never_reaches_for_the_database_of_the_original(
    backup: Path, place: Callable[..., Settings]
) -> None:
    restore(place(home="tried"), backup)
    assert kept(place(home="tried").home) == {"webhook_secret": BELL}
    moved = place("postgresql", home="moved")
    restore(moved, backup, moved=True)
    assert Settings.read(moved.home).database_url == moved.database_url


def test_work_goes_on_after_a_restore(backup: Path, place: Callable[..., Settings]) -> None:
    settings = place()
    restore(settings, backup)
    for bench in opened_at(settings):
        with writing(bench.engine) as session:
            audit.note(session, "restored")
            session.add(Ring(digest="1", body=b"", arrived_at=LATER))
        with reading(bench.engine) as session:
            what = [one.what for one in session.scalars(select(AuditEntry).order_by(text("id")))]
        assert what[-2:] == ["token made", "restored"]
        assert receive(bench, [delivery(bench, 1)]) == 1


def delivery(bench: Workbench, number: int) -> Delivery:
    """A version that nobody has sent before."""
    with reading(bench.engine) as session:
        (article,) = session.exec(select(Article.id).order_by(col(Article.id)).limit(1))
    moment = LATER + timedelta(seconds=number)
    body = {"id": 1000 + number, "created_at": moment.isoformat(), "result": []}
    body |= {"updated_at": moment.isoformat(), "completed_by": 2, "updated_by": 2}
    return Delivery(
        key=uuid4().hex,
        kind=deliveries.ANNOTATION,
        annotation=f"{1000 + number}@{moment.isoformat()}",
        task_id=1,
        article_id=article,
        reviewer_id=2,
        said_at=moment,
        body=body,
        config=bench.labels.digest,
        arrived_at=moment,
    )


ROUNDS = longer(3, 10)


@pytest.mark.catalogue("D19", "a backup while others write holds all that was acknowledged")
def test_a_backup_while_others_write_holds_all_that_was_acknowledged(
    filled: Workbench, place: Callable[..., Settings], tmp_path: Path, seen: Seen
) -> None:
    found = []
    with writing_meanwhile(filled) as written:
        for turn in range(ROUNDS):
            time.sleep(0.3)
            before = written.copy()
            path = backed_up(filled, tmp_path / f"{turn}.backup")
            found.append((place(home=f"round{turn}"), path, before))
    handle(filled)
    for settings, path, before in found:
        restore(settings, path)
        for bench in opened_at(settings):
            with reading(bench.engine) as session:
                assert deliveries.head(session).position >= before["ledger"]
            catch_up(bench, filled)
            assert exported(bench) == exported(filled)
        assert rows_of_label_studio(settings.home) >= before["label studio"]
    number = written["ledger"] - found[0][2]["ledger"]
    seen(ROUNDS, f"0 acknowledged missing while {number} arrived; exports equal to the byte")


@contextmanager
def writing_meanwhile(bench: Workbench) -> Iterator[dict[str, int]]:
    """Deliveries arrive and Label Studio writes into its database; what both acknowledged."""
    over = threading.Event()
    with reading(bench.engine) as session:
        written = {"ledger": deliveries.head(session).position, "label studio": 1}

    def deliver() -> None:
        while not over.is_set():
            written["ledger"] += receive(bench, [delivery(bench, written["ledger"])])

    def label() -> None:
        path = bench.settings.home / "labelstudio" / "label_studio.sqlite3"
        with closing(sqlite3.connect(path, isolation_level=None, timeout=20)) as theirs:
            while not over.is_set():
                theirs.execute("INSERT INTO organization VALUES (2)")
                written["label studio"] += 1

    threads = [threading.Thread(target=one) for one in (deliver, label)]
    for thread in threads:
        thread.start()
    try:
        yield written
    finally:
        over.set()
        for thread in threads:
            thread.join()


def catch_up(restored: Workbench, original: Workbench) -> None:
    """Bring a restored desk what arrived after its backup; its ledger has to fit on."""
    with reading(restored.engine) as session:
        end = deliveries.head(session)
    later = select(Delivery).where(col(Delivery.id) > end.position).order_by(col(Delivery.id))
    with reading(original.engine) as session:
        missing = [one.model_dump() | archive.OUTCOME for one in session.scalars(later)]
        wanted = deliveries.head(session)
    receive(restored, [Delivery(**one) for one in missing])
    handle(restored)
    with reading(restored.engine) as session:
        assert deliveries.head(session) == wanted


def rows_of_label_studio(home: Path) -> int:
    with closing(sqlite3.connect(home / "labelstudio" / "label_studio.sqlite3")) as theirs:
        assert theirs.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (number,) = theirs.execute("SELECT count(*) FROM organization").fetchone()
        return int(number)


def test_copying_the_file_of_a_database_in_use_is_no_backup(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "claimdesk.db")
    with writing(engine) as session:
        facts.installation_mark(session)
    (tmp_path / "copy.db").write_bytes((tmp_path / "claimdesk.db").read_bytes())
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT name FROM sqlite_master").fetchall() == []
    engine.dispose()


def rewritten(backup: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Path:
    """The same backup with other members, and a manifest that agrees with them."""
    with tarfile.open(backup, "r:gz") as tar:
        found = {one.name: tar.extractfile(one).read() for one in tar}  # type: ignore[union-attr]
    found = change(found)
    if MANIFEST in found:
        manifest = json.loads(found.pop(MANIFEST))
        digests = {name: hashlib.sha256(raw).hexdigest() for name, raw in found.items()}
        found[MANIFEST] = json.dumps(manifest | {"digests": digests}).encode()
    path = backup.with_name("rewritten.backup")
    with tarfile.open(path, "w:gz") as tar:
        for name, raw in found.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(raw)
            tar.addfile(entry, io.BytesIO(raw))
    return path


def test_a_backup_written_by_hand_is_restored_if_it_is_right(
    backup: Path, place: Callable[..., Settings]
) -> None:
    assert restore(place(), rewritten(backup, dict)).rows["article"] == 4


def other_body(found: dict[str, bytes]) -> dict[str, bytes]:
    """Somebody improves on a verdict that was given."""
    lines = found["facts/delivery.jsonl"].replace(b'"rating":3', b'"rating":1', 1)
    return found | {"facts/delivery.jsonl": lines}


def other_link(found: dict[str, bytes]) -> dict[str, bytes]:
    """An entry that says it follows on something else."""
    lines = found["facts/delivery.jsonl"].splitlines(keepends=True)
    lines[3] = json.dumps(json.loads(lines[3]) | {"link": "0" * 64}).encode() + b"\n"
    return found | {"facts/delivery.jsonl": b"".join(lines)}


def with_member(name: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda found: {TITLE: found[TITLE], name: b"x"} | found


WRONG = {
    "changed": other_body,
    "unlinked": other_link,
    "without a table": lambda found: {k: v for k, v in found.items() if "reviewer" not in k},
    "without a manifest": lambda found: {k: v for k, v in found.items() if k != MANIFEST},
    "empty": lambda _found: {},
    "climbing": with_member("labelstudio/media/../../../escaped"),
    "absolute": with_member("/tmp/escaped"),
    "beside": with_member("labelstudio/media//escaped"),
    "unknown": with_member("escaped"),
    "backslashes": with_member("labelstudio/media/..\\escaped"),
    "reordered": lambda found: dict(sorted(found.items(), reverse=True)),
    "endless": lambda found: found | {"facts/ring.jsonl": b"[" * 200_000},
    "odd": lambda found: found | {"facts/ring.jsonl": b'{"id":1}\n'},
}


@pytest.mark.parametrize("name", WRONG)
def test_a_backup_that_is_not_right_is_refused_before_anything_is_written(
    backup: Path, place: Callable[..., Settings], name: str
) -> None:
    wrong = rewritten(backup, WRONG[name])
    settings = place()
    with pytest.raises(BadInput, match="not a whole backup"):
        restore(settings, wrong)
    assert not settings.home.exists()
    assert not list(settings.home.parent.rglob("escaped"))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("claimdesk_backup", FORMAT + 1, "a newer"),
        ("schema_revision", "9999", "a newer"),
        ("schema_revision", "0001", "an older"),
    ],
)
def test_a_backup_of_another_claimdesk_is_refused(
    backup: Path, place: Callable[..., Settings], field: str, value: object, said: str
) -> None:
    def change(found: dict[str, bytes]) -> dict[str, bytes]:
        return found | {TITLE: json.dumps(json.loads(found[TITLE]) | {field: value}).encode()}

    with pytest.raises(BadInput, match=f"made by {said} claimdesk"):
        restore(place(), rewritten(backup, change))


def test_a_link_in_a_backup_is_not_followed(
    backup: Path, place: Callable[..., Settings], tmp_path: Path
) -> None:
    path = tmp_path / "linked.backup"
    with tarfile.open(backup, "r:gz") as tar, tarfile.open(path, "w:gz") as made:
        for one in tar:
            made.addfile(one, tar.extractfile(one))
            if one.name == TITLE:
                link = tarfile.TarInfo("labelstudio/media/upload")
                link.type, link.linkname = tarfile.SYMTYPE, str(tmp_path)
                made.addfile(link)
    with pytest.raises(BadInput, match="not a whole backup"):
        restore(place(), path)


DAMAGES = longer(60, 1000)


@pytest.mark.catalogue("D19", "a damaged or shortened backup is refused, and nothing written")
def test_a_damaged_or_shortened_backup_is_refused(
    backup: Path, place: Callable[..., Settings], tmp_path: Path, seen: Seen
) -> None:
    whole, refused = backup.read_bytes(), 0
    content = gzip.decompress(whole)
    chance = random.Random(19)
    path, settings = tmp_path / "damaged.backup", place()
    for turn in range(DAMAGES):
        where = chance.randrange(10, len(whole))  # the first bytes of gzip only tell the time
        bit = whole[where] ^ (1 << chance.randrange(8))
        flipped = whole[:where] + bytes([bit]) + whole[where + 1 :]
        damaged = whole[:where] if turn % 2 else flipped
        if unpacked(damaged) == content:
            continue  # a bit that only fills up a byte of what is compressed
        path.write_bytes(damaged)
        with pytest.raises(BadInput):
            restore(settings, path)
        refused += 1
    assert not settings.home.exists()
    assert refused >= DAMAGES - max(2, DAMAGES // 25)
    seen(refused, f"{refused} of {refused} refused")


def unpacked(packed: bytes) -> bytes | None:
    try:
        return gzip.decompress(packed)
    except (OSError, EOFError, zlib.error):
        return None


BEHIND = {
    "an empty member": gzip.compress(b""),
    "a member": gzip.compress(b"more"),
    "a member of nothing": gzip.compress(bytes(9999)),
    "a letter": b"x",
    "a zero": b"\0",
}


@pytest.mark.parametrize("more", BEHIND.values(), ids=BEHIND)
def test_a_backup_with_something_behind_its_end_is_refused(
    backup: Path, place: Callable[..., Settings], more: bytes
) -> None:
    backup.write_bytes(backup.read_bytes() + more)
    with pytest.raises(BadInput, match="behind its end"):
        restore(place(), backup)


def test_a_backup_with_something_packed_behind_its_end_is_refused(
    backup: Path, place: Callable[..., Settings]
) -> None:
    backup.write_bytes(gzip.compress(gzip.decompress(backup.read_bytes()) + b"more"))
    with pytest.raises(BadInput, match="behind its end"):
        restore(place(), backup)


@pytest.mark.parametrize(
    "content", [b"", b"no backup", b"PK\x03\x04", gzip.compress(b"none", mtime=0)]
)
def test_another_file_is_no_backup(
    place: Callable[..., Settings], tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(BadInput, match="not a whole backup"):
        restore(place(), tmp_path / "other")


def test_a_file_that_is_not_there_is_said_to_be_so(
    place: Callable[..., Settings], tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="No such file"):
        restore(place(), tmp_path / "nothing")


def test_nothing_is_restored_over_something(filled: Workbench, backup: Path) -> None:
    before = stored(filled)
    with pytest.raises(BadInput, match="in use"):
        restore(filled.settings, backup)
    free = filled.settings.model_copy(update={"home": filled.settings.home.with_name("free")})
    if free.database_url:
        with pytest.raises(BadInput, match="not empty"):
            restore(free, backup)
    assert stored(filled) == before


CHILD = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from claimdesk.settings import Settings
from claimdesk.workflow.keeping import restore

home, database, source, moment = sys.argv[1:]
left = int(moment)

def count(*_arguments):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "before_cursor_execute", count)
event.listen(Engine, "commit", count)
options = {"database_url": database} if database else {}
restore(Settings.read(Path(home), **options), Path(source))
print(int(moment) - left)
"""


def restored_by_another(settings: Settings, backup: Path, moment: int) -> tuple[int, int]:
    """Restore in a process that is killed at a moment; its exit code, and how many there are."""
    arguments = [settings.home, settings.database_url or "", backup, moment]
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, int(done.stdout or 0)


KILLS = longer(6, 60)


@pytest.mark.catalogue("D19", "a restore that is killed leaves nothing that looks whole")
def test_a_restore_that_is_killed_leaves_nothing_that_looks_whole(
    filled: Workbench, backup: Path, place: Callable[..., Settings], seen: Seen
) -> None:
    code, moments = restored_by_another(place(home="counted"), backup, 0)
    assert code == 0
    tried = range(1, moments + 1, max(1, moments // KILLS))
    refused = 0
    for moment in tried:
        settings = place(home=f"killed{moment}")
        assert restored_by_another(settings, backup, moment)[0] == -signal.SIGKILL
        refused += left_by_a_kill(settings) == "refused"
        restore(settings, backup)
        for bench in opened_at(settings):
            assert exported(bench) == exported(filled)
    assert refused > 0
    seen(len(tried), f"of {moments} moments; {refused} refused, the others empty, then whole")


def left_by_a_kill(settings: Settings) -> str:
    """A restore that was killed left a database that cannot be opened, or nothing in it."""
    try:
        engine = open_engine(settings.database)
    except StorageTrouble as error:
        return "refused" if "only part of a backup" in error.what else error.what
    with reading(engine) as session:
        assert not any(list(archive.lines(session, table)) for table in archive.FACTS)
    engine.dispose()
    return "empty"


def test_the_commands_write_one_closed_file_and_read_it_back(
    filled: Workbench, place: Callable[..., Settings], tmp_path: Path
) -> None:
    home, target = filled.settings.home, tmp_path / "by hand.backup"
    keep(home, kept(home) | {"database_url": filled.settings.database_url})
    done = claimdesk("backup", str(target), "--json", home=home)
    assert done.returncode == 0, done.stderr
    assert target.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in home.glob("*backup*")) == []
    back = claimdesk("restore", str(target), "--json", home=tmp_path / "back")
    assert back.returncode == 0, back.stderr
    assert json.loads(back.stdout) == json.loads(done.stdout)


def test_a_file_that_is_there_is_replaced_only_when_somebody_says_so(
    filled: Workbench, tmp_path: Path
) -> None:
    home, target = filled.settings.home, tmp_path / "letters.txt"
    keep(home, kept(home) | {"database_url": filled.settings.database_url})
    target.write_text("Dear Ann,")
    refused = claimdesk("backup", str(target), home=home)
    assert (refused.returncode, target.read_text()) == (2, "Dear Ann,")
    assert "--force" in refused.stderr
    assert [path.name for path in tmp_path.glob(".*part")] == []
    assert claimdesk("backup", str(target), "--force", home=home).returncode == 0
    assert target.read_bytes().startswith(b"\x1f\x8b")


def test_a_home_that_is_up_is_not_restored_into(backup: Path, tmp_path: Path) -> None:
    home = tmp_path / "up"
    home.mkdir()
    with (home / "up.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = claimdesk("restore", str(backup), home=home)
    assert done.returncode == 6
    assert "already up" in done.stderr
