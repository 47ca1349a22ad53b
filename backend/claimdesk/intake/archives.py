"""Archives: each file in a zip is read as if it lay in a folder, straight out of the archive.

Nothing is ever unpacked to disk, and names of members are shown and lead nowhere. How much may
come out is bounded while it comes, whatever the archive claims.
"""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from claimdesk.intake import streams
from claimdesk.intake.drafts import Draft, Notice, Refusal, Unusable, shown
from claimdesk.intake.finding import ARCHIVES, SUFFIXES, belongs_to_page, is_hidden, is_ours
from claimdesk.intake.naming import listed

MEMBERS = 10_000
DIRECTORY = 2_000_000
UNPACKED = 2_000_000_000
RATIO = 200
KNOWN = frozenset((*SUFFIXES, *ARCHIVES))
LEAST = 1_000_000
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN = "It is broken: it cannot be unpacked"

_NESTED = "It is an archive inside an archive; unpack the outer one."
_FAILURES = (
    *(zipfile.BadZipFile, EOFError, zlib.error, OSError, ValueError, OverflowError),
    *(NotImplementedError, RuntimeError, IndexError, struct.error),
)
Reader = Callable[[str, str, streams.Stream], Iterator[Draft | Refusal]]
"""Source, name and stream of a file; the name decides the format."""


class _Bounded(io.RawIOBase):
    """The archive for the library that opens it, which would believe any size it is told."""

    def __init__(self, below: BinaryIO) -> None:
        self._below = below

    def read(self, size: int = -1) -> bytes:
        block = b"" if size > DIRECTORY else self._below.read(DIRECTORY + 1 if size < 0 else size)
        if size > DIRECTORY or len(block) > DIRECTORY:
            raise Unusable(f"It lists more files than can be taken (at most {MEMBERS:,}).")
        return block

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._below.seek(offset, whence)

    def tell(self) -> int:
        return self._below.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True


class _Budget:
    """How much may still come out, for all files of an archive together."""

    def __init__(self, packed: int) -> None:
        self._left = min(UNPACKED, max(LEAST, RATIO * packed))

    def take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise Unusable(
                f"It unpacks to more than {RATIO} times its size; nothing after this was read."
            )


class _Unpacked:
    """What comes out of an archive, counted."""

    def __init__(self, below: streams.Stream, budget: _Budget) -> None:
        self._below, self._budget = below, budget

    def read(self, size: int, /) -> bytes:
        try:
            block = self._below.read(min(size, streams.BLOCK))
        except _FAILURES:
            raise Unusable(f"{_BROKEN}.") from None
        self._budget.take(len(block))
        return block


def read_zip(source: str, stream: BinaryIO, inner: Reader) -> Iterator[Draft | Refusal | Notice]:
    """The articles of the files in a zip, in the order of their names.

    Before them comes a notice of files that are not looked at, if there are any.
    """
    if not stream.seekable():
        raise Unusable("An archive cannot be read from a pipe; name the file.")
    archive = _opened(stream)
    members = [
        one for one in archive.infolist() if not one.is_dir() and not is_hidden(one.filename)
    ]
    if len(members) > MEMBERS:
        raise Unusable(f"It lists more files than can be taken (at most {MEMBERS:,}).")
    names = {one.filename for one in members}
    wanted = [
        one
        for one in members
        if _is_archive(one.filename)
        or (is_ours(one.filename) and not belongs_to_page(one.filename, names))
    ]
    others = [one.filename for one in members if _is_other(one.filename)]
    if not wanted:
        why = f"It holds nothing that can be loaded{_counted(others)}"
        raise Unusable(f"{why}.")
    if others:
        yield Notice(source, f"Left alone in it{_counted(others)}.")
    yield from _members(source, archive, wanted, _Budget(stream.seek(0, io.SEEK_END)), inner)


def _is_other(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() not in KNOWN


def _counted(others: list[str]) -> str:
    """How many files of other kinds there are, and which; nothing if there are none."""
    if not others:
        return ""
    kind = "1 file of another kind" if len(others) == 1 else f"{len(others):,} files of other kinds"
    return f": {kind} ({listed(sorted(others))})"


def _members(
    source: str,
    archive: zipfile.ZipFile,
    wanted: list[zipfile.ZipInfo],
    budget: _Budget,
    inner: Reader,
) -> Iterator[Draft | Refusal]:
    for member in sorted(wanted, key=lambda one: one.filename):
        place = f"{source}:{shown(member.filename)}"
        why = _unfit(member)
        if why:
            yield Refusal(place, why)
        else:
            yield from _member(place, archive, member, budget, inner)


def read_gzip(source: str, stream: BinaryIO, inner: Reader) -> Iterator[Draft | Refusal]:
    """The articles of the one file in a gzip, which is named as the archive is."""
    name = source[: -len(".gz")]
    if _is_archive(name):
        raise Unusable(_NESTED)
    packed = LEAST
    if stream.seekable():
        packed = stream.seek(0, io.SEEK_END)
        stream.seek(0)
    with gzip.GzipFile(fileobj=stream, mode="rb") as unpacked:
        yield from inner(source, name, _Unpacked(unpacked, _Budget(packed)))


def _is_archive(name: str) -> bool:
    return name.lower().endswith(ARCHIVES)


def _opened(stream: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(_Bounded(stream))
    except Unusable:
        raise
    except _FAILURES:
        raise Unusable(f"{_BROKEN}.") from None


def _unfit(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & 0x1:
        return "It is encrypted; take it out of the archive first."
    if _is_archive(member.filename):
        return _NESTED
    if member.compress_type not in _PACKED:
        return "It is packed in an unusual way; only plain zip (deflate) is read."
    return ""


def _member(
    place: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: _Budget, inner: Reader
) -> Iterator[Draft | Refusal]:
    try:
        opened = archive.open(member)
    except _FAILURES:
        yield Refusal(place, f"{_BROKEN}.")
        return
    with opened:
        yield from inner(place, member.filename, _Unpacked(opened, budget))
