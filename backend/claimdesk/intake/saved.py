"""Pages saved with all that belongs to them in one file (MHTML): its first page is the article.

Only the outermost level is looked at, by marks between the parts, because a general reader of
mails goes as deep as the file wants it to.
"""

import base64
import binascii
import quopri
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser

from claimdesk.intake import pages, streams
from claimdesk.intake.drafts import Draft, Refusal, Unusable

ROOM = 50_000_000
LONGEST_HEAD = 1 << 16
PARTS = 1_000
_PAGES = ("text/html", "application/xhtml+xml")


def read(source: str, stream: streams.Stream, limit: int) -> Draft | Refusal:
    """The article of a page that a browser saved as one file."""
    head, body = _cut(streams.whole(stream, ROOM))
    for part, content in _parts(head, body):
        if part.get_content_type() in _PAGES:
            where = str(part.get("Content-Location") or head.get("Snapshot-Content-Location") or "")
            address = (where, "saved page") if where.startswith(("http://", "https://")) else None
            return pages.drafted(
                source,
                _unpacked(part, content),
                limit,
                media_type=part.get_content_type(),
                charset=_parameter(part, "charset"),
                address=address,
            )
    raise Unusable("There is no page in it.")


def _cut(raw: bytes) -> tuple[Message, bytes]:
    """The lines at the head, and what comes after the first empty one."""
    ends = [at for at in (raw.find(b"\n\n"), raw.find(b"\r\n\r\n")) if at >= 0]
    end = min(ends, default=len(raw))
    if end > LONGEST_HEAD:
        raise Unusable("It is no saved page: it does not begin with a head.")
    return BytesHeaderParser().parsebytes(raw[:end]), raw[end:].lstrip(b"\r\n")


def _parts(head: Message, body: bytes) -> Iterator[tuple[Message, bytes]]:
    mark = _parameter(head, "boundary")
    if not mark:
        yield head, body
        return
    line = b"--" + mark.encode("ascii", "replace")
    for part in body.split(line, PARTS + 1)[1 : PARTS + 1]:
        if not part.startswith(b"--"):
            yield _cut(part.lstrip(b"\r\n"))


def _parameter(head: Message, name: str) -> str | None:
    found = head.get_param(name)
    return found if isinstance(found, str) else None


def _unpacked(part: Message, content: bytes) -> bytes:
    packing = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    try:
        if packing == "base64":
            return base64.b64decode(content)
        return quopri.decodestring(content) if packing == "quoted-printable" else content
    except (binascii.Error, ValueError):
        raise Unusable("The page in it cannot be unpacked.") from None
