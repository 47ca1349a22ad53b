"""Files that want to break a reader: made here, small as far as they can be, one name each."""

import gzip
import io
import random
import struct
import zipfile

_DEEP = 100_000
LONG = 4_000_000


def zipped(*files: tuple[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", kind) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return packed.getvalue()


def overlapping() -> bytes:
    """Many entries in the directory that all lead to the same large file."""
    raw = zipped(("a.txt", b"0" * LONG))
    start = raw.index(b"PK\x01\x02")
    end = raw.index(b"PK\x05\x06")
    entry, count = raw[start:end], 5_000
    closing = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entry) * count, start, 0)
    return raw[:start] + entry * count + closing


def itself() -> bytes:
    """An archive with an archive in it, and so on; nobody gets further than the first."""
    raw = zipped(("a.txt", b"The end."))
    for _ in range(20):
        raw = zipped(("again.zip", raw))
    return raw


def lying(offset: int, value: int) -> bytes:
    """An archive whose closing record states something else at an offset."""
    raw = bytearray(zipped(("a.txt", b"One.")))
    struct.pack_into("<L", raw, raw.rindex(b"PK\5\6") + offset, value)
    return bytes(raw)


def laughing(depth: int) -> bytes:
    """Entities that name each other ten times."""
    lines = ['<!ENTITY l0 "ha">']
    lines += [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, depth)]
    return f"<!DOCTYPE rss [{''.join(lines)}]><rss>&l{depth - 1};</rss>".encode()


def feed(inside: bytes) -> bytes:
    return b"<rss><channel><item><description>" + inside + b"</description></item></channel></rss>"


_NOISE = random.Random(7).randbytes(50_000)
_RELATED = b"Content-Type: multipart/related; boundary=cut\r\n\r\n"
_PICTURE = b"\x89PNG\r\n\x1a\n" + _NOISE
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _NOISE
_TEXT_COLUMN = b"text,title\n"

EVIL: dict[str, bytes] = {
    "bomb.zip": zipped(("a.txt", b"0" * 40_000_000)),
    "bomb-of-lines.zip": zipped(("a.jsonl", b"0" * 40_000_000)),
    "bomb-of-cells.zip": zipped(("a.csv", _TEXT_COLUMN + b"," * 40_000_000)),
    "overlap.zip": overlapping(),
    "itself.zip": itself(),
    "many.zip": zipped(*((f"{n}.txt", b"") for n in range(11_000))),
    "bzip2.zip": zipped(("a.txt", b"0" * LONG), kind=zipfile.ZIP_BZIP2),
    "lzma.zip": zipped(("a.txt", b"0" * LONG), kind=zipfile.ZIP_LZMA),
    "empty.zip": zipped(),
    "nothing.zip": b"",
    "noise.zip": b"PK\x03\x04" + _NOISE,
    "cut.zip": zipped(("a.txt", _NOISE))[:-200],
    "hole.zip": zipped(("a.txt", _NOISE))[:500] + zipped(("a.txt", _NOISE))[700:],
    "size.zip": lying(12, 0xFFFFFFFF),
    "offset.zip": lying(16, 0xFFFFFFFF),
    "directory.zip": lying(12, 3_000_000),
    "names.zip": zipped(
        ("../../etc/passwd.txt", b""), ("a\x1b[2J\u202e.txt", b""), ("/a.txt", b"")
    ),
    "bomb.txt.gz": gzip.compress(b"0" * 40_000_000),
    "cut.txt.gz": gzip.compress(_NOISE)[:-20],
    "noise.txt.gz": b"\x1f\x8b" + _NOISE,
    "twice.txt.gz.gz": gzip.compress(gzip.compress(b"One.")),
    "bare.gz": b"",
    "laugh.xml": laughing(10),
    "outside.xml": b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>',
    "parameter.xml": b'<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1/"> %a;]><rss/>',
    "attribute.xml": b'<!DOCTYPE rss [<!ENTITY a "b">]><rss x="&a;"/>',
    "deep.xml": b"<rss>" + b"<item>" * _DEEP,
    "wide.xml": b"<rss " + b" ".join(b'a%d="1"' % n for n in range(100_000)) + b"/>",
    "many.xml": b"<rss>" + b"<a/>" * 600_000 + b"</rss>",
    "large.xml": feed(b"x" * 11_000_000),
    "too-large.xml": b"<rss>" + b" " * 21_000_000,
    "bold.xml": feed(b"&lt;b&gt;" * 200_000),
    "number.xml": feed(b"&#" + b"9" * 100_000 + b";"),
    "nul.xml": feed(b"a\0b"),
    "surrogate.xml": feed(b"&#xD800;"),
    "encoding.xml": b'<?xml version="1.0" encoding="nonsense"?><rss/>',
    "utf7.xml": b'<?xml version="1.0" encoding="utf-7"?>+ADw-rss+AD4-',
    "other.xml": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "no.xml": b"",
    "columns.csv": b"," * 1_000_000,
    "cells.csv": _TEXT_COLUMN + b"x," * 1_000_000 + b"\n",
    "open.csv": _TEXT_COLUMN + b'"' + b"word word\n" * 100_000,
    "quotes.csv": _TEXT_COLUMN + b'x"y,"\n' * 50_000,
    "more-quotes.csv": _TEXT_COLUMN + b'"' * LONG,
    "cell.csv": _TEXT_COLUMN + b'"' + b"x" * 7_000_000 + b'",a\n',
    "nul.csv": _TEXT_COLUMN + b"\0,\0\n",
    "latin.csv": _TEXT_COLUMN + b"caf\xe9,a\n",
    "half.csv": "text,title\n\ud800,a\n".encode("utf-16", "surrogatepass"),
    "odd.csv": "text\n".encode("utf-16") + b"\0",
    "returns.csv": _TEXT_COLUMN + b"a\rb\rc,d\n",
    "formula.csv": b"title\n=cmd|' /C calc'!A0\n",
    "picture.csv": _PICTURE,
    "nothing.csv": b"",
    "deep.json": b"[" * _DEEP,
    "deep-object.json": b'{"text":' * _DEEP,
    "number.json": b'{"text": "a", "id": ' + b"9" * 5_000 + b"}",
    "infinite.json": b'{"text": "a", "id": 1e999}',
    "twice.json": b'{"text": "a", "text": "b"}',
    "half.json": b'{"text": "\\ud800"}',
    "many.json": b"[" + b"{}," * 200_000 + b"{}]",
    "large.json": b'{"text": "' + b"x" * 11_000_000 + b'"}',
    "deep.jsonl": b'{"a":' * _DEEP + b"\n",
    "list.jsonl": b"[]\n1\nnull\n",
    "deep.md": b"> " * 1_000 + b"\n---\n",
    "latin.md": b"# caf\xe9",
    "picture.md": _PICTURE,
    "empty.md": b"![a](b)\n\n<!-- -->\n",
    "block.md": b"---\ntitle: " + b"x" * 2_000 + b"\n---\nText",
    "nothing.html": b"",
    "deep.html": b"<div>" * _DEEP,
    "office.html": _OLE,
    "parts.mht": _RELATED + b"--cut\r\n\r\n" * 100_000,
    "nested.mht": b"Content-Type: multipart/related; boundary=a\n\n--a\n" * 1_000,
    "head.mht": b"a: b\n" * 100_000,
    "packed.mht": _RELATED + b"--cut\r\nContent-Type: text/html\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\n!!!\r\n--cut--",
    "nothing.mht": b"",
    "picture.txt": _PICTURE,
    "utf32.txt": "One.".encode("utf-32"),
    "half.txt": "\ud800".encode("utf-16", "surrogatepass"),
    "odd.txt": "One.".encode("utf-16") + b"\0",
    "large.txt": b"x" * 3_000_000,
}
