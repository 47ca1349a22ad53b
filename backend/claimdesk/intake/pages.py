"""Saved pages: the main text, what the page says about itself, and the page as it came."""

from claimdesk.intake import hints, streams
from claimdesk.intake.drafts import Draft, Original, Refusal, Unusable, checked
from claimdesk.intake.metadata import claimed
from claimdesk.segmenting import normalise

ROOM = 5_000_000
HTML = "text/html"


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
    notices = (*notices, *doubts)
    return checked(Draft(text, source, metadata, original, known_from, notices), limit)
