"""The child that reads pages: one request after the other on its standard input.

A frame is four bytes of length, then that many bytes. A request is a frame of JSON and a frame of
the page; an answer is one frame of JSON. It holds no network, little memory, and ends itself when
a page takes too long or nobody asks any more.
"""

import signal
import struct
import sys
from contextlib import suppress
from typing import BinaryIO

from claimdesk import careful

LENGTH = struct.Struct(">I")
MEMORY = 2 << 30
GRACE = 5
FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")


def main() -> None:
    """Serve until the other end is closed."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    _confine()
    from claimdesk.intake.html import reading

    reading.warm_up()
    _say(answers, {"ready": reading.extractor()})
    while (asked := frame(questions)) is not None:
        wanted = careful.reread(asked)
        page = frame(questions)
        if page is None:
            break
        signal.alarm(wanted["seconds"] + GRACE)
        _say(answers, _answer(page, wanted["url"], wanted["charset"]))
        signal.alarm(0)


def frame(stream: BinaryIO) -> bytes | None:
    """The next frame; None at the end of the stream."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = stream.read(length)
    return body if len(body) == length else None


def framed(body: bytes) -> bytes:
    """A frame with this in it."""
    return LENGTH.pack(len(body)) + body


def _say(stream: BinaryIO, answer: object) -> None:
    stream.write(framed(careful.write(answer).encode("utf-8", "replace")))
    stream.flush()


def _answer(page: bytes, url: str | None, charset: str | None) -> dict[str, object]:
    from claimdesk.intake.html import decoding, reading

    try:
        found = reading.read(decoding.decode(page, charset=charset), url=url)
    except ValueError as error:
        return {"refused": str(error)}
    except (MemoryError, RecursionError):
        return {"refused": "It takes more memory to read than a page may."}
    except Exception as error:  # one library or another; the next page shall find us alive
        return {"refused": f"What reads pages failed on it ({type(error).__name__})."}
    return vars(found)


def _confine() -> None:
    """No sockets, no other programs, bounded memory; what a page asks for, it does not get."""

    def refuse(event: str, _: tuple[object, ...]) -> None:
        if event.startswith(FORBIDDEN):
            raise PermissionError(f"a page reader has no use for {event}")

    sys.addaudithook(refuse)
    with suppress(ImportError, ValueError, OSError):  # macOS does not take this limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(ImportError, ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
