"""Where an export goes: standard output, or a file that is complete or absent."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claimdesk.settings import cannot_write


@contextmanager
def opened(target: str) -> Iterator[BinaryIO]:
    """A stream to write to; a file appears under its name only once it is whole.

    Raises StorageTrouble when the file cannot be written; what stood there stays.
    """
    if target == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from None
    finally:
        part.unlink(missing_ok=True)
