"""The letters of a page from its bytes: as marked, as declared, else as they look."""

import codecs
import re

HEAD = 4_096
"""How far into a page its encoding may be declared; browsers look at the first 1,024 bytes."""
SAMPLE = 100_000
TOLERATED = 1_000
"""One broken letter in so many is an accident; more, and the declaration is wrong."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read under these names, because pages mean it.
MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
UNDECLARED = (
    "cp1251 cp1252 cp1250 cp1253 cp1254 cp1255 cp1256 cp1257 koi8_r koi8_u "
    "gb18030 big5 shift_jis euc_jp euc_kr".split()
)
"""What pages were written in that forget to say so."""
OTHER_KINDS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x1f\x8b": "compressed",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or a recording",
    b"\x7fELF": "a program",
}
_WIDE = re.compile(r"\0<\0[!A-Za-z]\0|<\0[!A-Za-z]\0")
_DECLARED = re.compile(
    r"(?:charset|encoding)[ \t]{0,9}=[ \t\"']{0,9}([A-Za-z0-9._:-]{2,40})", re.IGNORECASE
)


def decode(raw: bytes, *, charset: str | None = None) -> str:
    """The page as text, without NUL; `charset` is what came with it, as HTTP has it.

    ValueError, with a sentence for people, if it is no page or its encoding cannot be told.
    """
    for opening, kind in OTHER_KINDS.items():
        if raw.startswith(opening):
            raise ValueError(f"It is {kind}, not a page.")
    text = _decoded(raw, charset).replace("\0", "")
    if not text.strip():
        raise ValueError("It is empty.")
    if "<" not in text:
        raise ValueError("It is not a page: it has no tags.")
    return text


def _decoded(raw: bytes, charset: str | None) -> str:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    wide = _WIDE.search(raw[:HEAD].decode("latin-1"))
    if wide:
        return raw.decode("utf-16-be" if wide[0].startswith("\0") else "utf-16-le", "replace")
    if raw.count(b"\0") * 10 > len(raw):
        raise ValueError("It is a binary file, not a page.")
    declared = _codec(charset) or _declared(raw)
    if declared and declared.startswith(("iso2022", "hz")):
        return raw.decode(declared, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = _mostly(raw, declared) if declared else None
    return text if text is not None else _mostly(raw, "utf-8") or _looks(raw)


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:HEAD].decode("latin-1"))
    return _codec(found[1]) if found else None


def _codec(name: str | None) -> str | None:
    """Python's name of an encoding of text; None for one that nobody knows."""
    try:
        known = codecs.lookup(name or "")
    except (LookupError, ValueError):
        return None
    if not known._is_text_encoding or known.name.startswith(("utf-16", "utf-32", "utf-7", "idna")):
        return None  # a declaration in single bytes cannot mean two
    return MEANT.get(known.name, known.name)


def _mostly(raw: bytes, encoding: str) -> str | None:
    try:
        text = raw.decode(encoding, "replace")
    except (UnicodeError, LookupError):
        return None
    high = len(raw) - len(raw.translate(None, bytes(range(128, 256))))
    return text if text.count("\ufffd") * TOLERATED <= max(high, TOLERATED) else None


def _looks(raw: bytes) -> str:
    """What the letters suggest where nothing is declared, or wrongly."""
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE], cp_isolation=UNDECLARED).best()
    if best is None:
        raise ValueError("Its encoding is not declared and cannot be told.")
    return raw.decode(best.encoding, "replace")
