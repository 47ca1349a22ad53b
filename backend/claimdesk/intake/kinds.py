"""Files that are no text, told by their first bytes, whatever they are called.

Some of them would otherwise be read as text, as far as they hold any.
"""

from claimdesk.intake.drafts import Unusable
from claimdesk.intake.finding import SUFFIXES

GLANCE = 64
_TEXT = "save its text as .txt, or the page as .html"
_ARCHIVE = "an archive or an office file packed as one (docx, odt, xlsx, epub)"
_STARTS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", _ARCHIVE),
    (b"PK\x05\x06", _ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office file (doc, xls, ppt)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF87a", "an image (GIF)"),
    (b"GIF89a", "an image (GIF)"),
    (b"II*\0", "an image (TIFF)"),
    (b"MM\0*", "an image (TIFF)"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b\x08", "a file packed with gzip under another ending than .gz"),
)


def refuse(opening: bytes) -> None:
    """Unusable, with what it is and what can be loaded, when the opening is that of no text."""
    kind = next((kind for start, kind in _STARTS if opening.startswith(start)), _other(opening))
    if kind:
        raise Unusable(
            f"It is {kind}; {_TEXT}. What can be loaded ends in "
            f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}."
        )


def _other(opening: bytes) -> str:
    """Kinds whose first letters may as well begin a text."""
    if opening.startswith(b"RIFF") and opening[8:12] == b"WEBP":
        return "an image (WebP)"
    if b"\0" in opening:
        return {b"MZ": "a program", b"BM": "an image (BMP)"}.get(opening[:2], "")
    return ""
