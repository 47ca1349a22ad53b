"""What a page says about its article, and where it says so.

Asked in this order: JSON-LD, the tags for social networks, plain meta tags, the elements that are
shown, and last what trafilatura guesses. The first that can be used is taken.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from claimdesk.intake.html import linked
from claimdesk.intake.html.agreeing import split
from claimdesk.intake.html.blocks import Page, is_comments

LONGEST = {"title": 1_000, "url": 2_000, "publisher": 300, "author": 300}
FIELDS = ("title", "url", "publisher", "author", "published", "language")
LATEST = "2100-01-01"
"""Trafilatura would look at the clock, and a page would be read differently tomorrow."""
ALIKE = 0.6
LONGEST_HEADLINE = 300
STATED = 4
"""So many titles that are stated are compared with what is shown."""

_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?[ ]?(Z|[+-]\d\d:?\d\d)?)?"
)
_DOTTED = re.compile(r"(\d\d?)\.[ ]?(\d\d?)\.[ ]?(\d{4})\b")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))?(?:[-_]([A-Za-z0-9]{2,8}))?\Z")
_SITE = re.compile(r" [|–—·»:-] ")

META = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "url": ("og:url",),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "author": (
        "author",
        "article:author",
        "dc.creator",
        "citation_author",
        "sailthru.author",
        "parsely-author",
        "byl",
        "twitter:creator",
    ),
    "published": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "dc.date.issued",
        "dc.date",
        "dcterms.created",
        "pubdate",
        "publish-date",
        "sailthru.date",
        "parsely-pub-date",
        "citation_publication_date",
    ),
    "language": ("og:locale", "content-language", "dc.language"),
}


@dataclass(frozen=True)
class Statements:
    """All that was said, in the order of trust: for each field, values with where they stand."""

    said: dict[str, list[tuple[str, str]]]
    body: str
    """The article's text, where the page states it apart from showing it."""

    def headline(self, page: Page) -> str:
        """What is shown and agrees with a title that is stated, else that title.

        Headings of the first order are asked first, then others, then what only looks like one.
        """
        stated = [value for value, _ in self.said["title"]]
        first: list[str] = []
        others: list[str] = []
        labels: list[str] = []
        for block in page.blocks:
            if block.kind == "heading":
                is_first = page.boxes[block.box].tag == "h1"
                (first if is_first else others).append(block.text.replace("\n", " "))
            elif block.kind == "text" and not block.linked and len(block.text) < LONGEST_HEADLINE:
                labels.append(block.text.replace("\n", " "))
        for one in [*first, *others, *labels]:
            if any(alike(one, title) for title in stated[:STATED]):
                return one
        if stated:
            return stated[0]
        return first[0] if len(first) == 1 else ""

    def metadata(self, headline: str) -> tuple[dict[str, str], dict[str, str]]:
        """The values that can be used, and where each was found."""
        values, found_in = {}, {}
        for name in FIELDS:
            for value, place in self.said[name]:
                usable = _USABLE[name](value) if name in _USABLE else _line(value, LONGEST[name])
                if usable:
                    values[name], found_in[name] = usable, place
                    break
        if "title" not in values and headline:
            values["title"], found_in["title"] = headline[: LONGEST["title"]], "h1"
        return values, found_in


def state(tree: Any, url: str | None) -> Statements:
    """Everything a page states about itself."""
    said: dict[str, list[tuple[str, str]]] = {name: [] for name in FIELDS}
    article = linked.article(tree)
    for name, value, key in linked.statements(article):
        said[name].append((value, f"JSON-LD {key}"))
    for name, value, place in [*_meta(tree), *_shown(tree), *_guessed(tree, url)]:
        said[name].append((value, place))
    said["url"] = _addresses(said["url"], url)
    return Statements(said, linked.body(article))


def alike(one: str, other: str) -> bool:
    """Whether two titles are one: nearly all words of the shorter stand in the longer."""
    first, second = set(split(one)), set(split(other))
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) >= ALIKE * max(
        shorter, 0.5 * max(map(len, (first, second)))
    )


def _meta(tree: Any) -> Iterator[tuple[str, str, str]]:
    there: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        name = (name or element.get("http-equiv") or "").strip().lower()
        value = (element.get("content") or "").strip()
        if name and value:
            there.setdefault(name, value)
    for field, names in META.items():
        for name in names:
            if name in there:
                yield field, there[name], name if ":" in name else f"meta {name}"


def _shown(tree: Any) -> Iterator[tuple[str, str, str]]:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and element.get("href"):
            yield "url", element.get("href"), "canonical"
    root = tree if tree.tag == "html" else next(tree.iter("html"), tree)
    for name in ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang"):
        if root.get(name):
            yield "language", root.get(name), "html lang"
    for element in tree.iter("time"):
        if element.get("datetime"):
            yield "published", element.get("datetime"), "time"
    yield from _named(tree)


def _named(tree: Any) -> Iterator[tuple[str, str, str]]:
    """What an element's text says: who wrote it, and the window's title."""
    for element in tree.iter("a", "span", "address"):
        if "author" in (element.get("rel") or "").split():
            yield "author", _text(element), "author link"
        elif "author" in (element.get("itemprop") or "").split():
            yield "author", _text(element), "itemprop author"
    for element in tree.iter("title"):
        if not any(one.tag == "svg" for one in element.iterancestors()):
            yield "title", _without_site(_text(element)), "title"
            break


def _guessed(tree: Any, url: str | None) -> Iterator[tuple[str, str, str]]:
    from trafilatura.metadata import extract_metadata

    dates = {"original_date": True, "extensive_search": False, "max_date": LATEST}
    with suppress(Exception):  # a guess that fails is no guess; the page costs nobody more
        guess = extract_metadata(_without_comments(tree), url, dates)
        names = {
            "title": guess.title,
            "publisher": guess.sitename,
            "author": guess.author,
            "published": guess.date,
        }
        for name, value in names.items():
            if value:
                yield name, value, "trafilatura"


def _without_comments(tree: Any) -> Any:
    """A copy without what readers wrote, whose names are not the author's."""
    copied = deepcopy(tree)
    for element in [one for one in copied.iter() if is_comments(one)]:
        if element.getparent() is not None:
            element.drop_tree()
    return copied


def _addresses(said: list[tuple[str, str]], url: str | None) -> list[tuple[str, str]]:
    """Whole addresses; a canonical one that is only the site's front door is no article's."""
    order = {"canonical": 0, "og:url": 1}
    found = [
        (_joined(url, value), place)
        for value, place in sorted(said, key=lambda one: order.get(one[1], 2))
    ]
    given = [(url, "where it was read")] if url else []
    deep = [one for one in found if one[0] and urlsplit(one[0]).path.strip("/")]
    return deep + given


def _joined(base: str | None, address: str) -> str:
    try:
        whole = urljoin(base or "", address.strip())
        return whole if urlsplit(whole).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _text(element: Any) -> str:
    return "".join(element.itertext())[: 2 * LONGEST["title"]]


def _without_site(title: str) -> str:
    """A window's title without the site's name behind it."""
    parts = list(_SITE.finditer(title))
    if parts and len(split(title[: parts[-1].start()])) >= 3:
        return title[: parts[-1].start()]
    return title


def _line(value: str, longest: int) -> str:
    """A value on one line, without what a terminal or a page would obey; cut where too long."""
    plain = " ".join(value.split())
    plain = "".join(one for one in plain if unicodedata.category(one) not in ("Cc", "Cs"))
    return plain[:longest].strip()


def _address(value: str) -> str:
    plain = _line(value, 10 * LONGEST["url"])
    hidden = any(one.isspace() or unicodedata.category(one) == "Cf" for one in plain)
    fits = len(plain) <= LONGEST["url"] and plain.startswith(("http://", "https://"))
    return plain if fits and not hidden else ""


def _author(value: str) -> str:
    plain = _line(value, LONGEST["author"])
    plain = plain[3:] if plain.lower().startswith("by ") else plain
    return "" if "://" in plain or plain.startswith("@") else plain


def _moment(value: str) -> str:
    """A date, with its time where it is stated, as ISO writes it."""
    value = value.strip()[:60]
    iso = _ISO.match(value)
    dotted = _DOTTED.search(value)
    with suppress(ValueError, IndexError, TypeError, OverflowError):
        if iso:
            if iso[2]:
                return datetime.fromisoformat(f"{iso[1]}T{iso[2]}{iso[3] or ''}").isoformat()
            return date.fromisoformat(iso[1]).isoformat()
        if dotted:
            return date(int(dotted[3]), int(dotted[2]), int(dotted[1])).isoformat()
        return parsedate_to_datetime(value).isoformat()
    return ""


def _language(value: str) -> str:
    found = _TAG.match(value.strip().split(",")[0].split(".")[0])
    if not found or found[1].lower() in ("und", "mul", "zxx"):
        return ""
    rest = [part for part in (found[2], found[3]) if part]
    return "-".join(
        [found[1].lower(), *(part.upper() if len(part) == 2 else part for part in rest)]
    )


_USABLE = {"url": _address, "author": _author, "published": _moment, "language": _language}
