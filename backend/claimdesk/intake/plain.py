"""A file of plain text is one article; it may open with a block of `key: value` lines."""

import re

from claimdesk.intake import streams
from claimdesk.intake.drafts import Draft, Refusal, Unusable, checked, too_long
from claimdesk.intake.metadata import Metadata, stated
from claimdesk.segmenting import normalise

FRONT_MATTER = "front matter"
_FENCE = "---"
_KEY = re.compile(r"([A-Za-z_]+):\s*+(.*)\Z")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SINGLE = re.compile(r"'((?:[^']|'')*)'")


def read(source: str, stream: streams.Stream, limit: int) -> Draft | Refusal:
    """The article in a file of plain text; `limit` is its longest in code points."""
    metadata, text = opened(stream, limit)
    return drafted(source, metadata, text, limit)


def opened(stream: streams.Stream, limit: int) -> tuple[Metadata, str]:
    """What the opening block says, and the text after it; Unusable when either cannot be used."""
    # Four bytes hold any code point; what is longer than that need not be read.
    try:
        raw = streams.whole(streams.plain(stream), 4 * limit + streams.BLOCK)
    except streams.TooBig:
        raise Unusable(too_long(limit)) from None
    return front_matter(normalise(streams.decoded(raw)))


def drafted(source: str, metadata: Metadata, text: str, limit: int) -> Draft | Refusal:
    """An article whose metadata stand in its opening block."""
    said = dict.fromkeys(metadata.model_dump(exclude_none=True), FRONT_MATTER)
    return checked(Draft(text, source, metadata, known_from=said), limit)


def front_matter(text: str) -> tuple[Metadata, str]:
    """Metadata of the opening block, and the text after it; a text without one is all text."""
    first, *lines = text.split("\n")
    fences = (number for number, line in enumerate(lines) if line.rstrip() == _FENCE)
    fence = next(fences, None)
    if first.rstrip() != _FENCE:
        return Metadata(), text
    if fence is None:
        _refuse_open(lines)
        return Metadata(), text
    return _stated(lines[:fence]), "\n".join(lines[fence + 1 :]).removeprefix("\n")


def _refuse_open(lines: list[str]) -> None:
    """A block that is never closed would become text, and be judged as claims."""
    pair = _KEY.match(lines[0].rstrip()) if lines else None
    if pair and pair[1].lower() in Metadata.model_fields:
        raise Unusable(
            f"Its opening block is not closed: put a line {_FENCE!r} after its last `key: value`; "
            "if it is no such block, begin the file with an empty line."
        )


def _stated(lines: list[str]) -> Metadata:
    values: dict[str, str | None] = {}
    for number, line in enumerate(lines, start=2):
        pair = _KEY.match(line.rstrip())
        if not line.strip():
            continue
        if pair is None or pair[1].lower() in values:
            raise Unusable(
                f"Line {number} of its opening block should be one `key: value`, each key once; "
                "if it is no such block, begin the file with an empty line."
            )
        values[pair[1].lower()] = _unquoted(pair[2]) or None
    return stated(values)


def _unquoted(value: str) -> str:
    """The value without the quotation marks that YAML asks for around some."""
    if double := _DOUBLE.fullmatch(value):
        return double[1].replace('\\"', '"').replace("\\\\", "\\")
    single = _SINGLE.fullmatch(value)
    return single[1].replace("''", "'") if single else value
