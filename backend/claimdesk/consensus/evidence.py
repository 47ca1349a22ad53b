"""Evidence of several reviewers made one list, each piece once, with everybody who gave it.

Two spellings are one piece only where standards or everyday use say that they lead to the same
thing. A piece too many on the list is a nuisance; two pieces taken for one would be a falsehood.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import quote

Reviewer = TypeVar("Reviewer", int, str)

PORTS = {"http": "80", "https": "443"}
TRACKING = frozenset(
    "utm_source utm_medium utm_campaign utm_term utm_content utm_id utm_source_platform "
    "utm_creative_format utm_marketing_tactic fbclid gclid dclid gbraid wbraid msclkid".split()
)
"""Parameters that say where a reader came from, and nothing of where they go."""

HIGHLIGHT = ":~:"
"""Begins what tells a browser which words to mark; no part of the address (W3C Text Fragments)."""

_ASCII = "".join(map(chr, range(128)))
_ENCODED = re.compile("%[0-9A-Fa-f]{2}")
_MALFORMED = re.compile("%(?![0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@dataclass(frozen=True)
class Piece(Generic[Reviewer]):
    """One piece of evidence as it is shown, and who gave it, in order."""

    shown: str
    reviewers: tuple[Reviewer, ...]


def unite(evidence: Iterable[tuple[Reviewer, str]]) -> tuple[Piece[Reviewer], ...]:
    """Every piece once, those given by most reviewers first, then by their text.

    `evidence` is who gave what, in any order; what is blank is nothing. A piece is shown as the
    first of its reviewers wrote it (lowest name or number, then text).
    """
    shown: dict[str, str] = {}
    given: dict[str, list[Reviewer]] = {}
    for reviewer, text in sorted(evidence):
        known = key(text)
        if not known:
            continue
        shown.setdefault(known, text.strip())
        names = given.setdefault(known, [])
        if names[-1:] != [reviewer]:
            names.append(reviewer)
    pieces = [Piece(shown[known], tuple(names)) for known, names in given.items()]
    return tuple(sorted(pieces, key=lambda piece: (-len(piece.reviewers), piece.shown)))


def origins(pieces: Iterable[str], *, known: Mapping[str, str] | None = None) -> frozenset[str]:
    """The distinct origins that pieces of evidence go back to; their number is what counts.

    `known` tells the origin of pieces whose origin has been found out: reports that retell one
    report share its code. Any other piece is its own origin. ValueError where two spellings of
    one piece are said to have different origins.
    """
    codes: dict[str, str] = {}
    for text, code in (known or {}).items():
        if codes.setdefault(key(text), code) != code:
            raise ValueError(
                f"{text!r} has one origin, but {codes[key(text)]!r} and {code!r} are named."
            )
    found = (key(text) for text in pieces)
    return frozenset(
        f"origin {codes[one]}" if one in codes else f"piece {one}" for one in found if one
    )


def key(text: str) -> str:
    """What a piece of evidence is compared by; never shown.

    Web addresses are equal after RFC 3986, 6.2.2 and 6.2.3: case of scheme and host, the scheme's
    own port, a missing path, needless percent-encoding; RFC 3987 adds letters of other scripts.
    Parameters of trackers, marked words and an empty fragment are left out. Kept, because they
    may lead elsewhere: http or https, `www.`, a slash after a path, fragments, the order of
    parameters. In any other text only blanks and composed letters are evened out.
    """
    words = text.split()
    scheme, _, rest = text.strip().partition("://")
    scheme = scheme.lower()
    if len(words) != 1 or scheme not in PORTS or not rest:
        return unicodedata.normalize("NFC", " ".join(words))
    rest, _, fragment = rest.partition("#")
    fragment = fragment.partition(HIGHLIGHT)[0]
    rest, asked, query = rest.partition("?")
    authority, _, path = rest.partition("/")
    kept = [one for one in query.split("&") if one.partition("=")[0].lower() not in TRACKING]
    question = f"?{'&'.join(kept)}" if kept and asked else ""
    ending = f"#{fragment}" if fragment else ""
    whole = _evened(f"/{path}")
    place = _place(authority, PORTS[scheme])
    return f"{scheme}://{place}{_straight(whole)}{_evened(f'{question}{ending}')}"


def _place(authority: str, port: str) -> str:
    """Host and port; the name of a user is left as it is, and so are hosts in other scripts."""
    user, at, host = authority.rpartition("@")
    host = host.removesuffix(f":{port}").removesuffix(":")
    return user + at + (host.lower() if host.isascii() else host)


def _straight(path: str) -> str:
    """Without `.` and `..` (RFC 3986, 5.2.4)."""
    kept: list[str] = []
    parts = path.split("/")[1:]
    for part in parts:
        if part == "..":
            del kept[-1:]
        elif part != ".":
            kept.append(part)
    ending = "/" if parts[-1] in (".", "..") and kept else ""
    return f"/{'/'.join(kept)}{ending}"


def _evened(path: str) -> str:
    """One spelling for what percent-encoding can spell in several ways, if it is that."""
    if _MALFORMED.search(path):
        return path
    encoded = quote(path, safe=_ASCII, errors="surrogatepass")
    return _ENCODED.sub(_decoded, encoded)


def _decoded(found: re.Match[str]) -> str:
    letter = chr(int(found[0][1:], 16))
    return letter if letter in _UNRESERVED else found[0].upper()
