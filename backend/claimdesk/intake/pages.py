"""Saved pages: the main text, what the page says about itself, and the page as it came."""

from typing import TYPE_CHECKING

from claimdesk.intake import hints, streams
from claimdesk.intake.drafts import Draft, Original, Refusal, Unusable, checked, shown
from claimdesk.intake.metadata import claimed
from claimdesk.segmenting import normalise

if TYPE_CHECKING:
    from claimdesk.intake.html import Extracted

ROOM = 5_000_000
HTML = "text/html"
SHOWN = 60
_STOPS = (".", "!", "?", "。", "।")


def read(source: str, stream: streams.Stream, limit: int) -> Draft | Refusal:
    """The article of a page that was saved as it is."""
    return drafted(source, streams.whole(stream, ROOM), limit)


def drafted(
    source: str,
    raw: bytes,
    limit: int,
    *,
    media_type: str = HTML,
    charset: str | None = None,
    address: tuple[str, str] | None = None,
) -> Draft | Refusal:
    """The article of a page; `address` is where it was, and who says so."""
    from claimdesk.intake.html import extract

    url, said_by = address or (None, "")
    try:
        found = extract(raw, url=url, limit=limit, charset=charset)
    except ValueError as error:
        raise Unusable(str(error)) from None
    values, found_in = dict(found.metadata), dict(found.found_in)
    if url:
        values["url"], found_in["url"] = url, said_by
    metadata, known_from, notices = claimed(values, found_in)
    original = Original.of(media_type, raw, found.extractor)
    text = normalise(found.text)
    metadata, known_from, doubts = hints.without_wrong_language(text, metadata, known_from)
    notices = (*notices, *doubts, *_left_out(found))
    return checked(Draft(text, source, metadata, original, known_from, notices), limit)


def _left_out(found: "Extracted") -> list[str]:
    """A notice of how much of the page is not in the text, and of what may be missed."""
    if not found.left_out:
        return []
    notice = f"Left out: {found.left_out:,} characters of the page that are not its article"
    if not found.passed_over:
        return [f"{notice}."]
    among = sum(map(len, found.passed_over))
    ended = [one for one in found.passed_over if one.endswith(_STOPS)]
    longest = shown(" ".join(max(ended or found.passed_over, key=len).split()))
    begins = longest if len(longest) <= SHOWN else longest[:SHOWN].rsplit(" ", 1)[0] + " ..."
    return [f"{notice}, {among:,} of them between its paragraphs, for instance {begins!r}."]
