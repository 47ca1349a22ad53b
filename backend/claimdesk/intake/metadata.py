"""What may be said about an article beside its text, and how much of it can be believed.

What the user wrote down is taken at its word or refused. What a page or a feed says about itself
is only a hint: a value that cannot be used is left out and noted, and the article stays.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

LONGEST_DATE = 100


class Unusable(ValueError):
    """A file, an entry or a value cannot be used; the message is a short sentence for people."""


class Metadata(BaseModel):
    """What may be said about an article beside its text."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)

    id: str | None = Field(default=None, max_length=200)
    title: str | None = Field(default=None, max_length=1000)
    url: str | None = Field(default=None, max_length=2000, pattern=r"^https?://\S+$")
    publisher: str | None = Field(default=None, max_length=300)
    author: str | None = Field(default=None, max_length=300)
    published: str | None = Field(default=None, pattern=r"^\d{4}(-\d\d(-\d\d([T ].{1,24})?)?)?$")
    language: str | None = Field(default=None, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    story: str | None = Field(default=None, pattern=r"^[\w.-]{1,100}$")

    @field_validator("*")
    @classmethod
    def _readable(cls, value: str | None) -> str | None:
        """Nothing a terminal or a page would obey instead of show."""
        if value and any(unicodedata.category(letter) == "Cc" for letter in value):
            raise ValueError("it holds control characters")
        return value

    @field_validator("url")
    @classmethod
    def _plain_address(cls, value: str | None) -> str | None:
        if value and any(unicodedata.category(letter) == "Cf" for letter in value):
            raise ValueError("it holds invisible characters")
        return value

    @field_validator("published")
    @classmethod
    def _real_day(cls, value: str | None) -> str | None:
        if value and len(value) > len("2026-03"):
            datetime.fromisoformat(value)
        return value


_FORMS_OF = {
    "url": "an address that begins with http:// or https://",
    "published": "a date such as 2026-03-14, or a time such as 2026-03-14T09:30:00Z",
    "language": "a tag such as en or pt-BR",
    "story": "one word of letters, digits, dots and hyphens",
}


def stated(values: Mapping[str, Any]) -> Metadata:
    """Metadata that a user wrote down; Unusable says which value cannot be used and why."""
    try:
        return Metadata.model_validate(values)
    except ValidationError as error:
        where, why = _first(error)
        raise Unusable(f"Its {where!r} cannot be used: {why}.") from None


def claimed(
    values: Mapping[str, str], found_in: Mapping[str, str]
) -> tuple[Metadata, dict[str, str], tuple[str, ...]]:
    """Metadata that a page or a feed states about itself, where each is from, and notices.

    Each value stands or falls alone, and whoever repeats `url` and `title` of a stranger's page
    is spared a refusal for what that stranger wrote.
    """
    kept: dict[str, str] = {}
    known_from: dict[str, str] = {}
    notices: list[str] = []
    for name, value in values.items():
        plain = _presentable(name, value)
        if not plain:
            continue
        try:
            Metadata.model_validate({name: plain})
        except ValidationError as error:
            place = found_in.get(name, "the page")
            notices.append(f"Its {name!r} from {place} is left out: {_first(error)[1]}.")
            continue
        kept[name] = plain
        known_from[name] = found_in.get(name, "the page")
    return Metadata.model_validate(kept), known_from, tuple(notices)


def day_or_time(text: str) -> str | None:
    """A date or time as people, mails and programs write it, in ISO 8601; None for any other.

    Only what has one reading is read: `03/04/2026` has two.
    """
    text = " ".join(text[: LONGEST_DATE + 1].split())
    if not text or len(text) > LONGEST_DATE:
        return None
    if re.fullmatch(r"\d{4}(-\d\d)?", text):
        return text
    return _iso(text) or _mail(text) or _written(text)


def _presentable(name: str, value: str) -> str:
    """The value on one line and in our form; what has no such form stays, to be refused."""
    plain = " ".join(value.split())
    if name == "published":
        return day_or_time(plain) or plain
    if name == "language":
        first, *rest = plain.replace("_", "-").split("-")
        return "-".join([first.lower(), *rest])
    return plain


def _first(error: ValidationError) -> tuple[str, str]:
    first = error.errors(include_input=False, include_url=False)[0]
    name = ".".join(map(str, first["loc"]))
    if first["type"] == "string_pattern_mismatch" and name in _FORMS_OF:
        return name, f"it should be {_FORMS_OF[name]}"
    return name, str(first["msg"]).removeprefix("Value error, ")


def _iso(text: str) -> str | None:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text).isoformat()
        if re.match(r"\d{4}-\d\d-\d\d[T ]\d", text):
            return datetime.fromisoformat(text).isoformat(timespec="seconds")
    except ValueError:
        return None
    return None


def _mail(text: str) -> str | None:
    """RFC 822, as mails and RSS have it."""
    if ":" not in text:
        return None
    try:
        return parsedate_to_datetime(text).isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = [
    re.compile(rf"(?:[A-Za-z]{{3,9}},? )?{form}(?:,? .{{0,40}})?")
    for form in (
        rf"{_DAY} {_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        r"(?P<year>\d{4})[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)",
        r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
    )
]


def _written(text: str) -> str | None:
    """A day as people write it; what follows it, mostly a time without a zone, is left out."""
    for form in _FORMS:
        found = form.fullmatch(text)
        month = _month(found["month"]) if found else None
        if found and month:
            try:
                return date(int(found["year"]), month, int(found["day"])).isoformat()
            except ValueError:
                return None
    return None


def _month(name: str) -> int | None:
    if name.isascii() and name.isdigit():
        return int(name)
    starts = [name.lower() == month[: len(name)] for month in _MONTHS]
    return starts.index(True) + 1 if sum(starts) == 1 else None
