"""A file, a folder or a stream read into article text and metadata, one article at a time.

Plain text may open with a block of `key: value` lines between two `---` lines; JSONL has one
object a line. Whatever cannot be used is returned as a Refusal that says where and why, so that
one bad file never costs the good ones.
"""

import codecs
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from claimdesk import careful
from claimdesk.errors import BadInput
from claimdesk.segmenting import normalise

SUFFIXES = (".txt", ".jsonl")
STDIN = "-"
_BLOCK = 1 << 16
_FENCE = "---"
_KEY = re.compile(r"([A-Za-z_]+):\s*+(.*)\Z")


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


@dataclass(frozen=True)
class Draft:
    """An article as it was read: normalised text, metadata, and where it came from."""

    text: str
    source: str
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True)
class Refusal:
    """Something that was not taken, and why."""

    source: str
    why: str


def find(paths: list[str]) -> list[str]:
    """The files behind the paths given, folders opened, in a stable order.

    Raises BadInput for a path that does not exist or a folder with nothing for us, before
    anything is read.
    """
    found: list[str] = []
    for given in paths:
        path = Path(given)
        if given == STDIN or os.path.isfile(path):  # noqa: PTH113 - says no where it may not look
            found.append(given)
        elif os.path.isdir(path):  # noqa: PTH112
            inside = _inside(path)
            if not inside:
                raise BadInput(
                    f"The folder {shown(given)} holds nothing that can be loaded.",
                    why=f"Looked for files ending in {' or '.join(SUFFIXES)}.",
                    fix="Name another folder, or the files themselves.",
                )
            found.extend(inside)
        else:
            raise BadInput(
                f"{shown(given)} cannot be loaded.",
                why="It does not exist, is neither a file nor a folder, or may not be looked at.",
                fix="Check the spelling and the permissions; nothing was loaded.",
            )
    return list(dict.fromkeys(found))


def read(source: str, stream: BinaryIO, limit: int) -> Iterator[Draft | Refusal]:
    """The articles of one file. `limit` is the longest article in code points.

    Never more than one article is in memory. The name decides the format; a stream without a
    name is JSONL if its first character is an opening brace.
    """
    source = shown(source)
    opening = stream.read(_BLOCK)
    unnamed_json = source == STDIN and opening.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"{"
    if source.lower().endswith(".jsonl") or unnamed_json:
        yield from _json_lines(source, opening, stream, limit)
    else:
        yield _plain(source, opening, stream, limit)


def shown(source: str) -> str:
    """A file's name as it can be stored and shown, whatever bytes it consists of."""
    name = source.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _inside(root: Path) -> list[str]:
    """The files of a folder that are ours to read; a folder that cannot be opened is an error."""

    def refuse(error: OSError) -> None:
        raise BadInput(
            f"The folder {shown(str(error.filename))} cannot be opened.",
            why=f"{error.strerror}.",
            fix="Permit it, or name the other files themselves; nothing was loaded.",
        ) from None

    walked = os.walk(root, onerror=refuse)
    files = sorted(Path(folder, name) for folder, _, names in walked for name in names)
    return [str(path) for path in files if _is_ours(path, root)]


def _is_ours(path: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    readable = path.suffix.lower() in SUFFIXES and path.is_file()
    return readable and not hidden and path.name.lower() not in ("readme.txt", "license.txt")


def _plain(source: str, opening: bytes, stream: BinaryIO, limit: int) -> Draft | Refusal:
    # Four bytes hold any code point; one more byte than allowed is enough to refuse.
    raw = opening + stream.read(max(0, 4 * limit + _BLOCK + 1 - len(opening)))
    if len(raw) > 4 * limit + _BLOCK:
        return Refusal(source, _too_long(limit))
    try:
        text = normalise(_decode(raw))
        metadata, text = _front_matter(text)
    except ValueError as error:
        return Refusal(source, str(error))
    return _checked(source, text, metadata, limit)


def _json_lines(
    source: str, opening: bytes, stream: BinaryIO, limit: int
) -> Iterator[Draft | Refusal]:
    # Escaped, a code point takes at most twelve bytes; metadata fits into the rest.
    longest = 12 * limit + _BLOCK
    for number, line in enumerate(_lines(opening, stream, longest), start=1):
        place = f"{source}:{number}"
        if line is None:
            yield Refusal(place, _too_long(limit))
        elif line.strip():
            yield _json_line(place, line, limit)


def _lines(opening: bytes, stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """Lines split at `\\n` alone; None for one that is longer than allowed, which is skipped."""
    pending, overlong = opening.removeprefix(codecs.BOM_UTF8), False
    while True:
        *whole, pending = pending.split(b"\n")
        for line in whole:
            yield None if overlong or len(line) > longest else line
            overlong = False
        if len(pending) > longest:
            pending, overlong = b"", True
        block = stream.read(_BLOCK)
        if not block:
            break
        pending = pending + block
    if pending or overlong:
        yield None if overlong else pending


def _json_line(place: str, line: bytes, limit: int) -> Draft | Refusal:
    try:
        record = careful.read(line, limit=len(line))
    except careful.Unreadable as error:
        return Refusal(place, str(error))
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return Refusal(place, 'It should be an object with a "text" that is a string.')
    text = record.pop("text")
    try:
        metadata = Metadata.model_validate(record)
    except ValidationError as error:
        return Refusal(place, _first(error))
    return _checked(place, normalise(text), metadata, limit)


def _front_matter(text: str) -> tuple[Metadata, str]:
    """Metadata of the opening block, and the text after it; a text without one is all text."""
    first, *lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE]
    if first.rstrip() != _FENCE or not fences:
        return Metadata(), text
    values: dict[str, str | None] = {}
    for number, line in enumerate(lines[: fences[0]], start=2):
        pair = _KEY.match(line.rstrip())
        if not line.strip():
            continue
        if pair is None or pair[1].lower() in values:
            raise ValueError(
                f"Line {number} of its opening block should be one `key: value`, each key once; "
                "if it is no such block, begin the file with an empty line."
            )
        values[pair[1].lower()] = pair[2] or None
    try:
        return Metadata.model_validate(values), "\n".join(lines[fences[0] + 1 :]).removeprefix("\n")
    except ValidationError as error:
        raise ValueError(_first(error)) from None


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        kind = "a binary file" if b"\0" in raw else "not valid UTF-8"
        raise ValueError(f"It is {kind} (byte {error.start}).") from None


def _checked(source: str, text: str, metadata: Metadata, limit: int) -> Draft | Refusal:
    if "\0" in text:
        return Refusal(source, "It is a binary file: it holds NUL characters.")
    if len(text) > limit:
        return Refusal(source, _too_long(limit))
    if not text.strip():
        return Refusal(source, "It is empty.")
    if any("\0" in value for value in metadata.model_dump().values() if value):
        return Refusal(source, "Its metadata hold NUL characters.")
    return Draft(text=text, source=source, metadata=metadata)


def _first(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    return f"Its {where!r} cannot be used: {first['msg']}."


def _too_long(limit: int) -> str:
    return f"It is longer than {limit:,} characters (setting max_article_chars)."
