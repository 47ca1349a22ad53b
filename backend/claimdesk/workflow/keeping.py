"""`back_up` and `restore`: a whole desk as one file, and back from it."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, BinaryIO

from sqlalchemy import Engine

from claimdesk import careful, labels
from claimdesk.errors import BadInput, StorageTrouble
from claimdesk.ledger import Head
from claimdesk.settings import (
    SETTINGS_FILE,
    Settings,
    bundled,
    cannot_write,
    keep,
    make_private,
    sync_folder,
)
from claimdesk.store import archive, deliveries
from claimdesk.store.database import is_unfinished, open_engine, reading, writing
from claimdesk.workflow.bench import Progress, Workbench, quiet
from claimdesk.workflow.handling import replay
from claimdesk.workflow.packing import (
    LABEL_STUDIO,
    MANIFEST,
    MEDIA,
    SETTINGS,
    TABLES,
    TITLE,
    Packing,
    examine,
    members,
    packing,
)

FOLDER, DATABASE = "labelstudio", "claimdesk.db"


@dataclass(frozen=True)
class Kept:
    """What a backup holds: rows of each table, files beside them, where its ledger ends."""

    rows: dict[str, int]
    files: int
    head: str


def back_up(bench: Workbench, stream: BinaryIO, progress: Progress = quiet) -> Kept:
    """Write everything that cannot be made again, as it stands at one moment, while work goes on.

    Label Studio is read after the facts: what it has more, the next look brings, while what it
    had less would look as if it had vanished.
    """
    home = make_private(bench.settings.home)
    with packing(stream, home) as package:
        with reading(bench.engine) as session:
            package.head = deliveries.head(session)
            for name, table in TABLES.items():
                package.add_rows(name, archive.lines(session, table), progress)
        _add_home(home, package)
    return _kept(package.rows, package.digests, package.head)


def restore(
    settings: Settings, source: Path, *, moved: bool = False, progress: Progress = quiet
) -> Kept:
    """Put a backup in place of nothing: an empty database, a home without one.

    All of it is checked before anything is written, and until all of it is there the database
    cannot be opened. With `moved` the home remembers where its database is. Raises BadInput when
    the backup is not whole or there is something in its place.
    """
    manifest = examine(source, progress)
    home = make_private(settings.home)
    _make_room(settings)
    engine = open_engine(settings.database, restoring=True)
    laid = home / f"{FOLDER}.part"
    try:
        found = _fill(engine, source, laid, progress)
        folder = settings.config_dir or bundled("annotation_config")
        replay(Workbench(settings, labels.read(folder), engine), progress)
        if found or moved:
            keep(home, found | ({"database_url": settings.database_url} if moved else {}))
        if laid.exists():
            laid.rename(home / FOLDER)
        sync_folder(home)
        archive.finish(engine)
    finally:
        shutil.rmtree(laid, ignore_errors=True)
        engine.dispose()
    return _kept(manifest.rows, manifest.digests, Head(manifest.position, manifest.link))


def _fill(engine: Engine, source: Path, laid: Path, progress: Progress) -> dict[str, Any]:
    """Put the facts into the database and Label Studio's files beside it; the home's settings.

    Where the database is, is for whoever restores to say: a backup that is tried out must not
    reach for the original.
    """
    shutil.rmtree(laid, ignore_errors=True)
    found: dict[str, Any] = {}
    with writing(engine) as session:
        archive.begin(session)
        for name, file in members(source):
            if table := TABLES.get(name):
                rows = _counted((archive.row(table, line) for line in file), name, progress)
                archive.fill(session, table, rows)
            elif name == SETTINGS:
                found = careful.read(file.read())
            elif name.startswith(f"{FOLDER}/"):
                _lay(laid, name.removeprefix(f"{FOLDER}/"), file)
        archive.number_on(session)
    found.pop("database_url", None)
    return found


def _counted(
    rows: Iterable[dict[str, Any]], name: str, progress: Progress
) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(rows, 1):
        progress(name, number, None)
        yield row


def _make_room(settings: Settings) -> None:
    """See that the home is free, apart from what a restore that was cut short has left there."""
    home = settings.home
    taken = [home / SETTINGS_FILE, home / FOLDER]
    if settings.database != home / DATABASE:
        taken.append(home / DATABASE)
    taken = [path for path in taken if path.exists()]
    if not taken:
        return
    if not _was_cut_short(settings):
        raise BadInput(
            f"{home} is in use, and nothing was restored.",
            why=f"It holds {taken[0].name} already.",
            fix="Name another folder with --home.",
        )
    for path in taken:
        path.rename(path.with_name(f"{path.name}.{datetime.now(UTC):%Y%m%dT%H%M%S}.aside"))


def _was_cut_short(settings: Settings) -> bool:
    place = settings.database
    if isinstance(place, Path) and not place.exists():
        return False
    engine = open_engine(place, restoring=True)
    try:
        with engine.connect() as connection:
            return is_unfinished(connection)
    finally:
        engine.dispose()


def _add_home(home: Path, package: Packing) -> None:
    """The secrets of the home, and Label Studio's own database and files, if it has them."""
    if (home / SETTINGS_FILE).exists():
        package.add_note(SETTINGS, (home / SETTINGS_FILE).read_bytes())
    data = home / FOLDER
    if (data / Path(LABEL_STUDIO).name).exists():
        with TemporaryDirectory(dir=home, prefix="backup-") as scratch:
            copy = Path(scratch) / "copy"
            _copy_sqlite(data / Path(LABEL_STUDIO).name, copy)
            with copy.open("rb") as file:
                package.add(LABEL_STUDIO, file)
    for path in sorted((data / "media").rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                package.add(MEDIA + path.relative_to(data / "media").as_posix(), file)


def _copy_sqlite(source: Path, copy: Path) -> None:
    """A copy of a database that somebody writes to, by SQLite's own means.

    Copying the file would leave out what stands in its journal.
    """
    os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with (
            closing(sqlite3.connect(f"{source.as_uri()}?mode=rw", uri=True, timeout=20)) as theirs,
            closing(sqlite3.connect(copy)) as ours,
        ):
            theirs.backup(ours)
            ours.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise StorageTrouble(
            f"{source} cannot be copied, and no backup was made.",
            why=f"SQLite says: {error}.",
            fix="Free some space, or stop what keeps it locked, then run it again.",
        ) from None


def _lay(folder: Path, name: str, file: IO[bytes]) -> None:
    """Write a file below a new folder of ours, closed to everybody else, and onto the disk."""
    path = folder / name
    try:
        for parent in reversed(path.relative_to(folder.parent).parents[:-1]):
            (folder.parent / parent).mkdir(mode=0o700, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "wb") as stream:
            shutil.copyfileobj(file, stream)
            stream.flush()
            os.fsync(stream.fileno())
        sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from None


def _kept(rows: dict[str, int], digests: dict[str, str], head: Head) -> Kept:
    counts = {Path(name).stem: number for name, number in rows.items()}
    files = len(digests.keys() - TABLES.keys() - {TITLE, MANIFEST})
    return Kept(rows=counts, files=files, head=str(head))
