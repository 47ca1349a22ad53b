"""Feeds: every entry of an RSS or Atom file is an article.

The file is read entry by entry, so that what is broken costs only what follows it. Nothing that
it points to is fetched. A file that declares entities is refused: feeds have no need of them, and
whoever wants to blow up a reader does.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claimdesk.intake import fragments, hints, markup, streams
from claimdesk.intake.drafts import Draft, Refusal, Unusable, checked, too_long
from claimdesk.intake.metadata import claimed
from claimdesk.segmenting import normalise

ROOM = 20_000_000
ELEMENTS = 500_000
ENTRY_ELEMENTS = 50_000
SHORT = 600
ATOM = "{http://www.w3.org/2005/Atom}"
RSS_1 = "{http://purl.org/rss/1.0/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ENTRIES = frozenset({"item", f"{RSS_1}item", f"{ATOM}entry"})
ROOTS = frozenset({"rss", f"{RDF}RDF", f"{ATOM}feed"})
CHANNELS = frozenset({"channel", f"{RSS_1}channel", f"{ATOM}feed"})
PAGES = frozenset({"html", f"{XHTML}html"})
TEXTS = (
    *(ENCODED, f"{ATOM}content"),
    *("description", f"{RSS_1}description", f"{ATOM}summary", f"{DUBLIN}description"),
)
SUMMARIES = frozenset(TEXTS[2:])
FIELDS = {
    "title": ("title", f"{RSS_1}title", f"{ATOM}title", f"{DUBLIN}title"),
    "url": ("link", f"{RSS_1}link", f"{ATOM}link"),
    "publisher": (f"{DUBLIN}publisher", "source"),
    "author": (f"{DUBLIN}creator", f"{ATOM}author", "author"),
    "published": ("pubDate", f"{ATOM}published", f"{DUBLIN}date", f"{ATOM}updated"),
    "language": (f"{DUBLIN}language", "language"),
}
_FEED = "feed"


@dataclass(frozen=True)
class _Text:
    """The best text of an entry, as HTML or plain, and the element it was in."""

    body: str
    is_html: bool
    element: str


def read(source: str, stream: streams.Stream, limit: int) -> Iterator[Draft | Refusal]:
    """The entries of a feed. Unusable when it is none; IsPage when it is a page in XML."""
    raw = streams.whole(stream, ROOM)
    if raw.count(b'="') + raw.count(b"='") > ELEMENTS:  # a parser keeps each in a hundred bytes
        raise Unusable(f"It has more than {ELEMENTS:,} attributes.")
    about: dict[str, str] = {}
    found = 0
    for element, root in _elements(raw):
        if element.tag in ENTRIES:
            found += 1
            yield _drafted(f"{source}:{found}", element, _language(root) | about, limit)
        elif any(above.tag in ENTRIES for above in element.iterancestors()):
            continue
        elif element.getparent() is not None and element.getparent().tag in CHANNELS:
            _learn(about, element)
        _forget(element)
    if not found:
        raise Unusable("It is a feed without entries.")


class IsPage(Exception):
    """It is a page in XML, and no feed; here is all of it."""

    def __init__(self, raw: bytes) -> None:
        super().__init__("a page")
        self.raw = raw


def _elements(raw: bytes) -> Iterator[tuple[Any, Any]]:
    """Every element when it is complete, with the root; what is wrong comes as Unusable."""
    from lxml import etree

    events = etree.iterparse(
        io.BytesIO(raw),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root, begun = None, 0
    try:
        for event, element in events:
            if root is None:
                root = element
                _accept(root, raw)
            begun += event == "start"
            if begun > ELEMENTS:
                raise Unusable(f"It has more than {ELEMENTS:,} elements; nothing after was read.")
            if event == "end":
                yield element, root
    except etree.XMLSyntaxError as error:
        line = f" (line {error.lineno})" if error.lineno else ""
        raise Unusable(f"It is not valid XML{line}; nothing after it was read.") from None


def _accept(root: Any, raw: bytes) -> None:
    if root.tag in PAGES:
        raise IsPage(raw)
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise Unusable("It declares entities, which no feed needs and attackers use.")
    if root.tag not in ROOTS:
        raise Unusable(f"It is neither a feed nor a page: its first element is {_name(root)!r}.")


def _name(element: Any) -> str:
    name = str(element.tag).rpartition("}")[2]
    return "".join(letter for letter in name[:40] if letter.isprintable())


def _forget(element: Any) -> None:
    """Free an element and those before it; the tree would otherwise grow to the end."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _learn(about: dict[str, str], element: Any) -> None:
    """What the feed says about all of its entries."""
    if element.tag in FIELDS["title"]:
        about.setdefault("publisher", fragments.text(_letters(element)))
    elif element.tag in FIELDS["language"]:
        about.setdefault("language", _letters(element))


def _language(element: Any) -> dict[str, str]:
    language = element.get(LANGUAGE)
    return {"language": language} if language else {}


def _drafted(place: str, entry: Any, about: dict[str, str], limit: int) -> Draft | Refusal:
    if sum(1 for _ in entry.iter()) > ENTRY_ELEMENTS:
        return Refusal(place, f"It has more than {ENTRY_ELEMENTS:,} elements.")
    best = _best(entry)
    if best is None:
        return Refusal(place, "It has neither content nor a description.")
    if len(best.body) > 12 * limit:
        return Refusal(place, too_long(limit))
    values = about | _values(entry)
    metadata, known_from, notices = claimed(values, dict.fromkeys(values, _FEED))
    words = normalise(fragments.text(best.body) if best.is_html else best.body)
    metadata, known_from, doubts = hints.without_wrong_language(words, metadata, known_from)
    notices = (*notices, *doubts)
    text = _with_headline(words, metadata.title)
    if best.element in SUMMARIES and len(text) < SHORT:
        notices = (*notices, "Perhaps it is a summary: the feed has no other text of it.")
    original = markup.original(best.body) if best.is_html else None
    return checked(Draft(text, place, metadata, original, known_from, notices), limit)


def _with_headline(text: str, title: str | None) -> str:
    """The headline is a claim as well; feeds have it beside the text."""
    opening = " ".join(text[: 2 * len(title or "") + 10].split())
    if not text.strip() or not title or opening.startswith(title):
        return text
    return f"{title}\n\n{text}"


def _best(entry: Any) -> _Text | None:
    for name in TEXTS:
        for element in entry.iterchildren(name):
            found = _text(element)
            if found.body.strip():
                return found
    return None


def _text(element: Any) -> _Text:
    from lxml import etree

    kind = element.get("type", "text" if element.tag.startswith(ATOM) else "html")
    if len(element):  # XHTML, or what was meant to be
        inside = etree.tostring(element, encoding="unicode", with_tail=False)
        return _Text(inside, True, element.tag)
    return _Text(element.text or "", kind in ("html", "xhtml", "text/html"), element.tag)


def _values(entry: Any) -> dict[str, str]:
    found = {
        field: value
        for field, names in FIELDS.items()
        for value in [next(filter(None, _stated(entry, field, names)), "")]
        if value
    }
    return found | _language(entry)


def _stated(entry: Any, field: str, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for element in entry.iterchildren(name):
            if name == f"{ATOM}link":
                is_page = element.get("rel", "alternate") == "alternate"
                yield element.get("href", "") if is_page else ""
            elif name == f"{ATOM}author":
                yield _letters(element.find(f"{ATOM}name"))
            elif field == "title":
                yield fragments.text(_letters(element))
            else:
                yield _letters(element).strip()


def _letters(element: Any) -> str:
    return "" if element is None else "".join(element.itertext())
