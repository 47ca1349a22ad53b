"""Bytes as they come, never more of them than were asked for, in an encoding that is known."""

import codecs
from collections.abc import Iterator
from typing import Protocol

from claimdesk.intake.drafts import Unusable, too_big

BLOCK = 1 << 16
CONVERT = "save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ENCODINGS = frozenset(
    """
    ascii utf-8 utf-16 utf-16-le utf-16-be iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5
    iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16
    cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 koi8-r koi8-u
    mac-roman mac-cyrillic gb2312 gbk gb18030 big5 shift_jis cp932 euc_jp euc_kr cp949 tis-620
    """.split()
)


class TooBig(Unusable):
    """There is more of it than may be."""


class Stream(Protocol):
    """All that a room needs of a file."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


class Rejoined:
    """A stream of which the opening was read already."""

    def __init__(self, opening: bytes, rest: Stream) -> None:
        self._opening, self._rest = opening, rest

    def read(self, size: int, /) -> bytes:
        """The opening first, then the rest."""
        if not self._opening:
            return self._rest.read(size)
        given, self._opening = self._opening[:size], self._opening[size:]
        return given


class _Nothing:
    """A stream that is at its end."""

    def read(self, _size: int, /) -> bytes:
        """None."""
        return b""


NOTHING = _Nothing()


class Recoded:
    """UTF-16 as UTF-8. Half a surrogate pair stays one, for the reader to refuse in its place."""

    def __init__(self, encoding: str, rest: Stream) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
        self._rest = rest

    def read(self, size: int, /) -> bytes:
        """Up to one and a half times as many bytes as were asked for."""
        while True:
            block = self._rest.read(size)
            try:
                letters = self._decoder.decode(block, not block)
            except UnicodeDecodeError:
                raise Unusable("It is UTF-16 that breaks off in the middle of a letter.") from None
            if letters or not block:
                return letters.encode("utf-8", "surrogatepass")


def plain(stream: Stream) -> Stream:
    """The bytes as UTF-8 without a byte order mark; UTF-16 is known by its own."""
    opening = b""
    while len(opening) < len(codecs.BOM_UTF8) and (more := stream.read(BLOCK)):
        opening += more
    if opening.startswith(_UTF_16) and not opening.startswith(codecs.BOM_UTF32_LE):
        order = "utf-16-le" if opening.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        return Recoded(order, Rejoined(opening[2:], stream))
    return Rejoined(opening.removeprefix(codecs.BOM_UTF8), stream)


def whole(stream: Stream, room: int) -> bytes:
    """All of it, or TooBig when it is more than `room` bytes."""
    parts = bytearray()
    while len(parts) <= room:
        block = stream.read(BLOCK)
        if not block:
            return bytes(parts)
        parts += block
    raise TooBig(too_big(room))


def lines(stream: Stream, longest: int) -> Iterator[bytes | None]:
    """Lines split at `\\n` alone; None for one that is longer than allowed, which is skipped."""
    pending, overlong = bytearray(), False
    while block := stream.read(BLOCK):
        *ended, rest = block.split(b"\n")
        for part in ended:
            pending += part
            yield None if overlong or len(pending) > longest else bytes(pending)
            pending, overlong = bytearray(), False
        pending += rest
        if len(pending) > longest:
            pending, overlong = bytearray(), True
    if pending or overlong:
        yield None if overlong else bytes(pending)


def decoded(raw: bytes) -> str:
    """The text of what should be UTF-8; Unusable says where it is not."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        kind = "a binary file" if b"\0" in raw else "not valid UTF-8"
        advice = "" if b"\0" in raw else f"; {CONVERT}"
        raise Unusable(f"It is {kind} (byte {error.start}){advice}.") from None


def in_encoding(raw: bytes, name: str) -> str | None:
    """The text in an encoding that somebody names; None if it is none of the usual, or not in it.

    Only these are tried, because among Python's codecs are some that unpack or take long.
    """
    try:
        if codecs.lookup(name).name not in _ENCODINGS:
            return None
        return raw.decode(name)
    except (LookupError, ValueError):
        return None
