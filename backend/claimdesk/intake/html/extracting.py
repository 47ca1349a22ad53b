"""The side that asks: bounds before anything is parsed, and a child that can be stopped.

A page can make every parser slow (200,000 links cost one 15 seconds) or kill it. So size and
number of tags are bounded by one look at the bytes, and the reading happens in another process,
under the clock. It is started once and serves many pages; one that dies or is stopped costs its
own page only.
"""

import atexit
import os
import re
import selectors
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Any

from claimdesk import careful
from claimdesk.intake.html.worker import LENGTH, framed

MAX_BYTES = 5_000_000
MAX_TAGS = 60_000
"""Opening tags; the longest reports with all their readers' comments have some 20,000."""
MAX_ATTRIBUTES = 400_000
SECONDS = 20
PATIENCE = 120
"""Seconds a child may take to start, on a machine that has other things to do."""
_BLOCK = 1 << 16
_TAG = re.compile(r"<[A-Za-z]")


class TooMuch(ValueError):
    """A page is larger than we read, or takes longer; the message is for people."""


class _Gone(Exception):
    """The child has ended."""


@dataclass(frozen=True)
class Extracted:
    """The article of a page.

    One paragraph, heading, entry or row a line, empty lines between; `found_in` has for every
    field of the metadata the place it was taken from. `headline_added` says that the first line
    stood away from the text; `left_out` is how many characters the page shows beside the article,
    `passed_over` the pieces of them that stand between its paragraphs.
    """

    text: str
    metadata: dict[str, str] = field(default_factory=dict)
    found_in: dict[str, str] = field(default_factory=dict)
    extractor: str = ""
    headline_added: bool = False
    left_out: int = 0
    passed_over: tuple[str, ...] = ()


def extract(
    raw: bytes, *, url: str | None = None, limit: int, charset: str | None = None
) -> Extracted:
    """The article of a saved page: text and metadata, the same every time.

    `limit` is the longest text in code points, `charset` what HTTP declared. ValueError, with a
    sentence for people, for what is no page or holds no article; TooMuch for what is too large,
    has too many tags or takes too long.
    """
    return _SHARED.extract(raw, url=url, limit=limit, charset=charset)


def bound(raw: bytes) -> None:
    """TooMuch for a page that no parser should see."""
    if len(raw) > MAX_BYTES:
        raise TooMuch(f"It is larger than {MAX_BYTES:,} bytes.")
    if raw.count(b"<") > MAX_TAGS:
        tags = sum(1 for _ in _TAG.finditer(raw.decode("latin-1")))
        if tags > MAX_TAGS:
            raise TooMuch(f"It has more than {MAX_TAGS:,} tags.")
    if raw.count(b"=") > MAX_ATTRIBUTES:
        raise TooMuch(f"It has more than {MAX_ATTRIBUTES:,} attributes.")


class Extractor:
    """A child that reads pages, started at the first and again whenever it is gone."""

    def __init__(self, *, seconds: int = SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._versions = ""
        self._turn = threading.Lock()

    def extract(
        self, raw: bytes, *, url: str | None = None, limit: int, charset: str | None = None
    ) -> Extracted:
        """As the function `extract`; pages of several threads are read one after the other."""
        bound(raw)
        with self._turn:
            answer = self._asked(raw, {"url": url, "charset": charset, "seconds": self._seconds})
        if "refused" in answer:
            raise ValueError(answer["refused"])
        text = "\n\n".join(answer["paragraphs"])
        if len(text) > limit:
            raise TooMuch(f"It is longer than {limit:,} characters (setting max_article_chars).")
        return Extracted(
            text=text,
            metadata=answer["metadata"],
            found_in=answer["found_in"],
            extractor=self._versions,
            headline_added=answer["headline_added"],
            left_out=answer["left_out"],
            passed_over=tuple(answer["passed_over"]),
        )

    @property
    def process_id(self) -> int | None:
        """The child's, while there is one."""
        return self._child.pid if self._child else None

    def close(self) -> None:
        """End the child; the next page starts another."""
        child, self._child = self._child, None
        if child is None:
            return
        if self._owner == os.getpid():
            child.kill()
            child.wait()
        else:  # a fork has only a copy of the handles
            child.returncode = 0
        for pipe in (child.stdin, child.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()

    def _asked(self, raw: bytes, wanted: dict[str, Any]) -> dict[str, Any]:
        self._start()
        request = framed(careful.write(wanted).encode()) + framed(raw)
        try:
            return self._spoken(request, self._seconds)
        except TimeoutError:
            self.close()
            raise TooMuch(f"It takes longer than {self._seconds} seconds to read.") from None
        except (_Gone, careful.Unreadable):
            self.close()
            raise TooMuch("The program that reads pages gave up on it.") from None
        except BaseException:
            self.close()  # half of an answer may still be on its way
            raise

    def _start(self) -> None:
        if self._child and (self._child.poll() is not None or self._owner != os.getpid()):
            self.close()
        if self._child:
            return
        self._owner = os.getpid()
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "claimdesk.intake.html.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,  # Ctrl-C is for us
            env={**os.environ, "PYTHONHASHSEED": "0"},  # or sets would change their order
        )
        try:
            self._versions = self._spoken(b"", PATIENCE)["ready"]
        except (TimeoutError, _Gone, careful.Unreadable):
            self.close()
            raise RuntimeError("The program that reads pages does not start.") from None

    def _spoken(self, request: bytes, seconds: float) -> dict[str, Any]:
        """Say something, hear the answer, both until a deadline."""
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            raise _Gone
        deadline = time.monotonic() + seconds
        _write(child.stdin, memoryview(request), deadline)
        (length,) = LENGTH.unpack(_read(child.stdout, LENGTH.size, deadline))
        answer: dict[str, Any] = careful.reread(_read(child.stdout, length, deadline))
        return answer


def _write(pipe: IO[bytes], rest: memoryview, deadline: float) -> None:
    os.set_blocking(pipe.fileno(), False)
    while rest:
        _wait(pipe, selectors.EVENT_WRITE, deadline)
        try:
            rest = rest[os.write(pipe.fileno(), rest[:_BLOCK]) :]
        except BlockingIOError:
            continue
        except OSError:
            raise _Gone from None


def _read(pipe: IO[bytes], length: int, deadline: float) -> bytes:
    parts = bytearray()
    while len(parts) < length:
        _wait(pipe, selectors.EVENT_READ, deadline)
        part = os.read(pipe.fileno(), min(_BLOCK, length - len(parts)))
        if not part:
            raise _Gone
        parts += part
    return bytes(parts)


def _wait(pipe: IO[bytes], event: int, deadline: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, event)
        if not selector.select(max(0.0, deadline - time.monotonic())):
            raise TimeoutError


_SHARED = Extractor()
atexit.register(_SHARED.close)
