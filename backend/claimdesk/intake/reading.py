"""From a file to its articles: the name says which room reads it."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from claimdesk.intake import (
    archives,
    feeds,
    kinds,
    markdown,
    pages,
    plain,
    records,
    saved,
    streams,
    tables,
)
from claimdesk.intake.drafts import Draft, Notice, Refusal, Unusable, shown
from claimdesk.intake.finding import STDIN

Found = Iterator[Draft | Refusal]
_PAGE = (b"<!doctype html", b"<html")
_SINGLE = {
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": pages.read,
    ".htm": pages.read,
    ".mhtml": saved.read,
    ".mht": saved.read,
}
_MANY = {
    ".jsonl": records.read_lines,
    ".ndjson": records.read_lines,
    ".json": records.read_whole,
    ".csv": tables.read,
    ".tsv": tables.read,
}
_XML = frozenset({".xml", ".rss", ".atom", ".rdf", ".xhtml"})


def read(source: str, stream: BinaryIO, limit: int) -> Iterator[Draft | Refusal | Notice]:
    """The articles of one file. `limit` is the longest article in code points.

    A Notice among them is about the file itself; what is about an article stands in the article.

    The name decides the format. A stream without a name is JSONL if it opens with a brace, a page
    or a feed if it opens as one, else text. What cannot be used comes as a Refusal with its place
    and reason; nothing is raised but what reading the stream itself raises.
    """
    name, source = source, shown(source)
    try:
        if name == STDIN:
            yield from _unnamed(source, stream, limit)
        elif name.lower().endswith(".zip"):
            yield from archives.read_zip(source, stream, _reader(limit))
        elif name.lower().endswith(".gz"):
            yield from archives.read_gzip(source, stream, _reader(limit))
        else:
            yield from _named(source, name, stream, limit)
    except Unusable as error:
        yield Refusal(source, str(error))


def of_kind(source: str, suffix: str, stream: streams.Stream, limit: int) -> Found:
    """The articles of a stream whose format is known by a suffix; anything else is plain text."""
    try:
        if suffix in _XML:
            yield from _xml(source, stream, limit)
        elif suffix in _MANY:
            yield from _MANY[suffix](source, stream, limit)
        else:
            yield _SINGLE.get(suffix, plain.read)(source, stream, limit)
    except Unusable as error:
        yield Refusal(source, str(error))


def _reader(limit: int) -> archives.Reader:
    return lambda source, name, stream: _named(source, name, stream, limit)


def _named(source: str, name: str, stream: streams.Stream, limit: int) -> Found:
    try:
        opening = stream.read(kinds.GLANCE)
        kinds.refuse(opening)
    except Unusable as error:
        return iter((Refusal(source, str(error)),))
    whole = streams.Rejoined(opening, stream)
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in (*_SINGLE, *_MANY, *_XML) and _start(opening).startswith(_PAGE):
        suffix = ".html"  # a page that was saved under the name of a text
    return of_kind(source, suffix, whole, limit)


def _start(opening: bytes) -> bytes:
    return opening.removeprefix(b"\xef\xbb\xbf").lstrip()[:100].lower()


def _unnamed(source: str, stream: BinaryIO, limit: int) -> Found:
    opening = stream.read(streams.BLOCK)
    kinds.refuse(opening[: kinds.GLANCE])
    start = _start(opening)
    suffix = ".txt"
    if start.startswith(b"{"):
        suffix = ".jsonl"
    elif start.startswith(_PAGE):
        suffix = ".html"
    elif start.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:rdf")):
        suffix = ".xml"
    return of_kind(source, suffix, streams.Rejoined(opening, stream), limit)


def _xml(source: str, stream: streams.Stream, limit: int) -> Found:
    try:
        yield from feeds.read(source, stream, limit)
    except feeds.IsPage as page:
        yield pages.drafted(source, page.raw, limit, media_type="application/xhtml+xml")
