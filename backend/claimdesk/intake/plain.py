"""A file of plain text is one article; it may open with a block of `key: value` lines."""

from dataclasses import replace

from claimdesk.intake import asides, markup, naming, pairs, streams
from claimdesk.intake.drafts import Draft, Refusal, Unusable, checked, too_long
from claimdesk.intake.metadata import Metadata
from claimdesk.intake.naming import Known
from claimdesk.segmenting import normalise

FRONT_MATTER = "front matter"
_FENCE = "---"


def read(source: str, stream: streams.Stream, limit: int) -> Draft | Refusal:
    """The article in a file of plain text; `limit` is its longest in code points."""
    known, text = opened(stream, limit)
    return drafted(source, known, markup.words(text), limit)


def opened(stream: streams.Stream, limit: int) -> tuple[Known, str]:
    """What the opening block says, and the text after it; Unusable when either cannot be used."""
    # Four bytes hold any code point; what is longer than that need not be read.
    try:
        raw = streams.whole(streams.plain(stream), 4 * limit + streams.BLOCK)
    except streams.TooBig:
        raise Unusable(too_long(limit)) from None
    return front_matter(normalise(streams.decoded(raw)))


def drafted(source: str, known: Known, found: markup.Words, limit: int) -> Draft | Refusal:
    """An article whose metadata stand in its opening block."""
    text = found.text
    notices = (*known.notices, *found.notices, *asides.of_title(known.metadata, text))
    draft = Draft(text, source, known.metadata, found.original, known.known_from, notices)
    return checked(draft, limit)


def front_matter(text: str) -> tuple[Known, str]:
    """What the opening block says, and the text after it; a text without one is all text."""
    first, *lines = text.split("\n")
    fences = (number for number, line in enumerate(lines) if line.rstrip() == _FENCE)
    fence = next(fences, None)
    if first.rstrip() != _FENCE:
        return Known(), text
    if fence is None:
        _refuse_open(lines)
        return Known(), text
    return _stated(lines[:fence]), "\n".join(lines[fence + 1 :]).removeprefix("\n")


def _refuse_open(lines: list[str]) -> None:
    """A block that is never closed would become text, and be judged as claims."""
    key = pairs.key(lines[0]) if lines else None
    if key and naming.is_known(key):
        raise Unusable(
            f"Its opening block is not closed: put a line {_FENCE!r} after its last `key: value`; "
            f"{pairs.NO_BLOCK}."
        )


def _stated(lines: list[str]) -> Known:
    """What the block says; without one key that is known it is hardly meant as one."""
    values = pairs.read(lines)
    if values and not any(map(naming.is_known, values)):
        raise Unusable(
            f"It has a key {next(iter(values))[: naming.SHOWN]!r} that is not known; known are: "
            f"{', '.join(Metadata.model_fields)}; {pairs.NO_BLOCK}."
        )
    known = naming.known(values, "")
    spare = asides.unused(known.unused, "key")
    said = dict.fromkeys(known.known_from, FRONT_MATTER)
    return replace(known, known_from=said, notices=(*known.notices, *spare))
