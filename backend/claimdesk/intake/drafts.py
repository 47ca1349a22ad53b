"""What comes out of intake: an article as it was read, or why something was not taken."""

import hashlib
from dataclasses import dataclass, field

from claimdesk.intake.metadata import Metadata, Unusable

__all__ = [
    "Draft",
    "Notice",
    "Original",
    "Refusal",
    "Unusable",
    "checked",
    "shown",
    "too_big",
    "too_long",
]


@dataclass(frozen=True)
class Original:
    """What a text was taken out of, as it came, and by what: `name version; name version`."""

    media_type: str
    body: bytes = field(repr=False)
    digest: str
    extractor: str

    @classmethod
    def of(cls, media_type: str, body: bytes, extractor: str) -> "Original":
        """With the SHA-256 of the body, in hexadecimal."""
        return cls(media_type, body, hashlib.sha256(body).hexdigest(), extractor)


@dataclass(frozen=True)
class Draft:
    """An article as it was read: normalised text, metadata, and where it came from.

    `known_from` says of each piece of metadata who said so, `notices` what was left out.
    """

    text: str
    source: str
    metadata: Metadata = field(default_factory=Metadata)
    original: Original | None = None
    known_from: dict[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """Something that was not taken, and why."""

    source: str
    why: str


@dataclass(frozen=True)
class Notice:
    """Something about an article that was taken."""

    source: str
    what: str


def checked(draft: Draft, limit: int) -> Draft | Refusal:
    """The draft if its text can be kept and cut; `limit` is in code points."""
    if "\0" in draft.text:
        return Refusal(draft.source, "It is a binary file: it holds NUL characters.")
    if len(draft.text) > limit:
        return Refusal(draft.source, too_long(limit))
    if not draft.text.strip():
        return Refusal(draft.source, "It is empty.")
    if not _encodable(draft.text):
        return Refusal(draft.source, "It holds half of a surrogate pair, which is no character.")
    return draft


def too_long(limit: int) -> str:
    """Why an article is refused that is longer than may be."""
    return f"It is longer than {limit:,} characters (setting max_article_chars)."


def too_big(limit: int) -> str:
    """Why a file is refused before anybody looks into it."""
    return f"It is larger than {limit:,} bytes."


def shown(source: str) -> str:
    """A file's name as it can be stored and shown, whatever bytes it consists of."""
    name = source.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
