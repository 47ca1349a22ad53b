"""What somebody outside says of a passage, in whatever form it came."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Any

from claimdesk import careful

LONGEST_QUOTE = 20_000
LONGEST = 10_000
"""Code points of a note, and of a piece of evidence."""

LONGEST_NAME = 200


class Unusable(ValueError):
    """It cannot be brought in; the message is the end of a sentence, for people."""


class Another(Unusable):
    """It is something else altogether, such as the page beside a review."""


@dataclass(frozen=True)
class Quote:
    """The words that are meant, what stands around them, and where they stood; code points.

    As the selectors of W3C have it (TextQuoteSelector, TextPositionSelector).
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Opinion:
    """One of them. `articles` are ids or addresses of what the quotation is from, if that is told.

    `author` is a `person`. `words` are what may be its verdict, `rating` the same as a number from
    1, false, to 5, true. `change` is what was done to the claim's place. `everywhere` is for what
    is said of a claim wherever it stands. `address` is where the opinion itself can be read,
    `ledger` the head of the ledger that it was exported from.
    """

    quote: Quote
    articles: tuple[str, ...] = ()
    author: str | None = None
    words: tuple[str, ...] = ()
    rating: float | None = None
    reason: str | None = None
    evidence: tuple[str, ...] = ()
    note: str | None = None
    confidence: int | None = None
    claim: str | None = None
    change: str | None = None
    said_at: datetime | None = None
    address: str | None = None
    ledger: str | None = None
    everywhere: bool = False
    discounted: str | None = None


def parts(value: Any) -> Iterator[Any]:
    """What JSON-LD has as one thing or as a list of things."""
    if isinstance(value, list):
        yield from value
    elif value is not None:
        yield value


def objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """Those of them that are objects."""
    return (one for one in parts(value) if isinstance(one, dict))


def words(value: Any, limit: int = LONGEST) -> str | None:
    """A text without blanks around it, None for what is none. Raises Unusable if it is endless.

    JSON-LD may have it in a list, or with its language.
    """
    if isinstance(value, list):
        return next(filter(None, (words(one, limit) for one in value)), None)
    if isinstance(value, dict):
        return words(value.get("@value"), limit)
    if not isinstance(value, str) or not value.strip():
        return None
    if len(value) > limit:
        raise Unusable(f"one of its texts is longer than {limit:,} characters")
    return value.strip()


def kinds(value: Mapping[str, Any]) -> set[str]:
    """The types of an object, as JSON-LD or schema.org has them, without their vocabulary."""
    named = [*parts(value.get("type")), *parts(value.get("@type"))]
    return {one.rpartition("/")[2].rpartition(":")[2] for one in named if isinstance(one, str)}


def person(name: str | None, identity: str | None) -> str | None:
    """Somebody as `name <identity>`, or as the one of them that is known.

    A display name may be anybody's; the identity is who it is.
    """
    shown, known = (_plain(one) for one in (name, identity))
    if shown and known and shown.casefold() != known.casefold():
        return named(f"{shown} <{known}>")
    return named(known or shown or "")


def identity(name: str) -> str:
    """What tells one person from another, case evened out."""
    inner = name.rpartition("<")[2].removesuffix(">") if name.endswith(">") else name
    return inner.casefold()


def named(name: str) -> str | None:
    """A name as it is kept: on one line, and of a length that people have."""
    plain = " ".join(name.split())
    usable = plain.isprintable() and len(plain) <= LONGEST_NAME and careful.flaw(plain) is None
    return plain if plain and usable else None


def _plain(name: str | None) -> str:
    return " ".join((name or "").replace("<", " ").replace(">", " ").split())


def moment(value: Any) -> datetime | None:
    """A time as ISO 8601 has it, taken for UTC where it has no zone; None for anything else."""
    try:
        found = datetime.fromisoformat(value)
        if not MINYEAR < found.year < MAXYEAR:
            return None
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, TypeError):
        return None
