"""Where an export goes: standard output, or a file that is complete or absent."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from claimdesk.errors import BadInput
from claimdesk.settings import cannot_write, sync_folder


@contextmanager
def opened(target: str, *, replace: bool = True) -> Iterator[BinaryIO]:
    """A stream to write to; a file appears under its name only once it is whole.

    A device or a pipe is written to and never replaced. Raises StorageTrouble when the target
    cannot be written, and BadInput when there is a file that may not be replaced; what stood in
    it stays.
    """
    path = Path(target)
    if target == "-" or _is_device(path):
        with _written(path) as stream:
            yield stream
        return
    _check_free(path, replace=replace)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _check_free(path, replace=replace)
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _check_free(path: Path, *, replace: bool) -> None:
    if not replace and os.path.lexists(path):
        raise BadInput(
            f"{path} is there already, and nothing was written.",
            why="It would be replaced.",
            fix="Name another file, or say --force to replace it.",
        )


def _is_device(path: Path) -> bool:
    """Whether something is there that is no file; a name that nothing can have is not there."""
    return os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113 - never raise


@contextmanager
def _written(path: Path) -> Iterator[BinaryIO]:
    """A stream that cannot be taken back: standard output (`-`), a device or a pipe."""
    try:
        if path == Path("-"):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
            return
        with path.open("wb", buffering=0) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        where = Path("Standard output") if path == Path("-") else path
        raise cannot_write(where, error) from None
