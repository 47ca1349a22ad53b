"""The file a backup is: a compressed tar, read and written as a stream, trusted in nothing.

Its first member says what it is, then come the facts as lines of JSON and what else the home
holds, and last a manifest with the digest of everything before it.
"""

import gzip
import hashlib
import io
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO

from pydantic import AwareDatetime, BaseModel, ConfigDict
from sqlmodel import SQLModel

from claimdesk import careful, ledger
from claimdesk.errors import BadInput
from claimdesk.models import Delivery
from claimdesk.settings import SETTINGS_FILE
from claimdesk.store import archive
from claimdesk.store.database import SCHEMA
from claimdesk.workflow.bench import Progress

FORMAT = 1
TITLE, MANIFEST = "claimdesk-backup.json", "manifest.json"
SETTINGS = f"home/{SETTINGS_FILE}"
LABEL_STUDIO = "labelstudio/label_studio.sqlite3"
MEDIA = "labelstudio/media/"
BROKEN = (
    ValueError,
    TypeError,
    RecursionError,
    EOFError,
    zlib.error,
    tarfile.TarError,
    gzip.BadGzipFile,
)
"""What reading a file may raise that is not a whole backup."""

TABLES: dict[str, type[SQLModel]] = {
    f"facts/{table.__tablename__}.jsonl": table for table in archive.FACTS
}
PIECE = 1 << 20
LONGEST_NOTE = 1 << 26
"""Bytes of settings or a manifest that are taken into memory at once."""


class Title(BaseModel):
    """What a file is, readable by every claimdesk there will be."""

    claimdesk_backup: int
    schema_revision: str
    made_at: AwareDatetime


class Manifest(BaseModel):
    """What has to be in a whole backup."""

    model_config = ConfigDict(extra="forbid")

    position: int
    link: str
    rows: dict[str, int]
    digests: dict[str, str]


class Packing:
    """A backup that is being written."""

    def __init__(self, tar: tarfile.TarFile, scratch: Path) -> None:
        self._tar = tar
        self._scratch = scratch
        self.head = ledger.Head()
        self.digests: dict[str, str] = {}
        self.rows: dict[str, int] = {}

    def add_rows(self, name: str, lines: Iterable[bytes], progress: Progress) -> None:
        """Add a table; a tar wants to know the size first, so the lines wait on disk."""
        with TemporaryFile(dir=self._scratch) as waiting:
            number = 0
            for number, line in enumerate(lines, 1):
                waiting.write(line)
                progress(name, number, None)
            self.rows[name] = number
            self.add(name, waiting)

    def add(self, name: str, file: IO[bytes]) -> None:
        """Add a file that is open for reading."""
        entry = tarfile.TarInfo(name)
        entry.size = file.seek(0, 2)
        entry.mode, entry.mtime = 0o600, int(datetime.now(UTC).timestamp())
        file.seek(0)
        digested = _Digested(file)
        self._tar.addfile(entry, digested)  # type: ignore[arg-type]
        self.digests[name] = digested.digest.hexdigest()

    def add_note(self, name: str, note: bytes) -> None:
        """Add a few bytes."""
        self.add(name, io.BytesIO(note))

    def manifest(self) -> Manifest:
        """What has been added so far."""
        return Manifest(
            position=self.head.position,
            link=self.head.link,
            rows=self.rows,
            digests=self.digests,
        )


@contextmanager
def packing(stream: BinaryIO, scratch: Path) -> Iterator[Packing]:
    """Write a backup; the manifest is added at the end."""
    with (
        gzip.GzipFile(filename="", fileobj=stream, mode="wb", compresslevel=1) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        made = Packing(tar, scratch)
        title = Title(claimdesk_backup=FORMAT, schema_revision=SCHEMA, made_at=datetime.now(UTC))
        made.add_note(TITLE, title.model_dump_json().encode())
        yield made
        made.add_note(MANIFEST, made.manifest().model_dump_json().encode())


def members(path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """What is in a backup, in order, by a name that can be nothing but what it should be.

    Raises BadInput for a file that is not a whole backup of this schema.
    """
    with _understood(path), path.open("rb") as file_itself, _Unpacked(file_itself) as squeezed:
        with tarfile.open(fileobj=squeezed, mode="r|") as tar:
            for number, entry in enumerate(tar):
                file = tar.extractfile(entry) if entry.isreg() else None
                in_place = (number == 0) == (entry.name == TITLE)
                if file is None or not in_place or not _is_known(entry.name):
                    raise ValueError(f"it holds {entry.name[:100]!r} where no backup does")
                if number == 0:
                    file = io.BytesIO(file.read(LONGEST_NOTE))
                    _check(Title.model_validate(careful.read(file.getvalue())))
                yield entry.name, file
        while filling := squeezed.read(PIECE):  # the checksum stands at the very end
            if filling.strip(b"\0"):
                raise ValueError("something stands behind its end")


def examine(path: Path, progress: Progress) -> Manifest:
    """Read a backup to its end and check every digest, every row and the ledger's chain.

    Raises BadInput unless all of it is as it was written.
    """
    found = _Examined()
    with _understood(path):
        for name, file in members(path):
            found.take(name, file)
            progress(f"checked {name}", found.rows.get(name, 0), None)
        return found.manifest_kept()


class _Unpacked(io.RawIOBase):
    """What one gzip member holds, of a file that holds nothing else.

    Python's own reader goes on with whatever members follow.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)

    def read(self, size: int = -1) -> bytes:
        unpacking = self._unpacking
        while not unpacking.eof:
            packed = unpacking.unconsumed_tail or self._file.read(PIECE)
            if found := unpacking.decompress(packed, max(0, size)):
                return found
            if not packed:
                raise EOFError("it ends before its end")
        if unpacking.unused_data or self._file.read(1):
            raise ValueError("something stands behind its end")
        return b""


class _Examined:
    """What was found in a backup so far."""

    def __init__(self) -> None:
        self.digests: dict[str, str] = {}
        self.rows: dict[str, int] = {}
        self.position, self.link = 0, ledger.START
        self.manifest: Manifest | None = None

    def take(self, name: str, file: IO[bytes]) -> None:
        if name in self.digests or self.manifest is not None:
            raise ValueError(f"it holds {name!r} twice, or after its end")
        if name == MANIFEST:
            self.manifest = Manifest.model_validate(
                careful.read(file.read(LONGEST_NOTE), limit=LONGEST_NOTE)
            )
            return
        digest = hashlib.sha256()
        table = TABLES.get(name)
        for piece in file if table else iter(lambda: file.read(PIECE), b""):
            digest.update(piece)
            if table is not None:
                self.take_row(table, name, archive.row(table, piece))
        self.digests[name] = digest.hexdigest()
        if table is not None:
            self.rows.setdefault(name, 0)

    def take_row(self, table: type[SQLModel], name: str, row: dict[str, Any]) -> None:
        self.rows[name] = self.rows.get(name, 0) + 1
        if table is Delivery:
            self.position, self.link = row["id"], ledger.link(self.link, row)
            if row["link"] != self.link:
                raise ValueError(f"the chain of the ledger breaks at delivery {row['id']}")

    def manifest_kept(self) -> Manifest:
        """The manifest, if everything is as it says."""
        if self.manifest is None:
            raise ValueError("it ends before its end")
        wanted = Manifest(
            position=self.position, link=self.link, rows=self.rows, digests=self.digests
        )
        if self.manifest != wanted or not self.digests.keys() >= TABLES.keys():
            raise ValueError("what it holds is not what its manifest says")
        return self.manifest


class _Digested:
    """A file that is digested while it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self.digest = hashlib.sha256()
        self._file = file

    def read(self, size: int) -> bytes:
        piece = self._file.read(size)
        self.digest.update(piece)
        return piece


@contextmanager
def _understood(path: Path) -> Iterator[None]:
    try:
        yield
    except BROKEN as error:
        raise _unusable(path, f"{error}".split("\n")[0] or type(error).__name__) from None
    except OSError as error:
        if error.filename is None:
            raise
        raise _unusable(path, f"{error.strerror}") from None


def _unusable(path: Path, why: str) -> BadInput:
    return BadInput(
        f"{path} is not a whole backup, and nothing was restored.",
        why=f"{why[0].upper()}{why[1:]}.",
        fix="Take another backup; this one is damaged, cut short or something else.",
    )


def _is_known(name: str) -> bool:
    """Whether a member may be there; one of the media names a place below its folder."""
    if name in (TITLE, MANIFEST, SETTINGS, LABEL_STUDIO) or name in TABLES:
        return True
    plain = str(PurePosixPath(name)) == name and "\0" not in name and "\\" not in name
    return plain and name.startswith(MEDIA) and ".." not in PurePosixPath(name).parts


def _check(title: Title) -> None:
    """Raises BadInput for a backup of another claimdesk."""
    if (title.claimdesk_backup, title.schema_revision) == (FORMAT, SCHEMA):
        return
    newer = title.claimdesk_backup > FORMAT or title.schema_revision > SCHEMA
    raise BadInput(
        f"The backup was made by {'a newer' if newer else 'an older'} claimdesk.",
        why=f"It has format {title.claimdesk_backup} and schema {title.schema_revision}; this "
        f"claimdesk restores format {FORMAT} and schema {SCHEMA}.",
        fix="Restore it with that claimdesk, then open the home with this one, if it is newer.",
    )
