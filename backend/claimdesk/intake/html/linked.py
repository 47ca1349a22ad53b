"""JSON-LD: the article among the things a page describes, read by `careful` alone."""

from collections.abc import Iterator
from typing import Any

from claimdesk import careful

ROOM = 2_000_000
DEEPEST = 12
"""Levels of things within things that are looked through; real pages have four."""
ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle "
    "backgroundnewsarticle reviewnewsarticle askpublicnewsarticle blogposting liveblogposting "
    "socialmediaposting satiricalarticle scholarlyarticle report advertisercontentarticle".split()
)
PAGES = frozenset("webpage itempage".split())

Thing = dict[str, Any]


def article(tree: Any) -> Thing:
    """The first article of a page, what it refers to filled in; empty if there is none."""
    things = [thing for script in _scripts(tree) for thing in _things(script)]
    named = {
        thing["@id"]: thing
        for thing in reversed(things)
        if isinstance(thing.get("@id"), str) and len(thing) > 1
    }
    for wanted in (ARTICLES, PAGES):
        found = [thing for thing in things if _types(thing) & wanted and "headline" in thing]
        found = found or [thing for thing in things if _types(thing) & wanted & ARTICLES]
        if found:
            return {key: _resolved(value, named) for key, value in found[0].items()}
    return {}


def statements(found: Thing) -> Iterator[tuple[str, str, str]]:
    """(field, value, key) of what an article says that we ask for."""
    fields = (
        ("title", "headline", _first),
        ("title", "name", _first),
        ("url", "url", _first),
        ("url", "mainEntityOfPage", _address),
        ("publisher", "publisher", _names),
        ("author", "author", _names),
        ("author", "creator", _names),
        ("published", "datePublished", _first),
        ("published", "dateCreated", _first),
        ("language", "inLanguage", _language),
    )
    for field, key, reader in fields:
        value = reader(found.get(key)).strip()
        if value:
            yield field, value, key


def body(found: Thing) -> str:
    """The text of an article as it is stated, with the tags that some leave in it taken out."""
    text = _first(found.get("articleBody"))
    if "</" not in text:
        return text
    from lxml.html import fromstring

    from claimdesk.intake.html import blocks

    return "\n".join(block.text for block in blocks.cut(fromstring(f"<div>{text}</div>")).blocks)


def _scripts(tree: Any) -> Iterator[str]:
    for element in tree.iter("script"):
        kind = (element.get("type") or "").split(";")[0].strip().lower()
        if kind == "application/ld+json" and element.text:
            text = element.text.strip().removeprefix("<!--").removesuffix("-->").strip()
            yield text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")


def _things(script: str) -> list[Thing]:
    """Every object of a script, outer ones first."""
    try:
        outermost = careful.read_loosely(script, limit=ROOM)
    except careful.Unreadable:
        return []
    level: list[Any] = [outermost] if isinstance(outermost, dict | list) else []
    found: list[Thing] = []
    for _ in range(DEEPEST):
        found += [thing for thing in level if isinstance(thing, dict)]
        level = [
            part
            for thing in level
            for part in (thing.values() if isinstance(thing, dict) else thing)
            if isinstance(part, dict | list)
        ]
    return found


def _types(thing: Thing) -> set[str]:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return {kind.split("/")[-1].lower() for kind in kinds if isinstance(kind, str)}


def _resolved(value: Any, named: dict[str, Thing]) -> Any:
    """What a value refers to by its id alone."""
    if isinstance(value, list):
        return [_resolved(one, named) for one in value if not isinstance(one, list)]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return {**named.get(value["@id"], {}), **value}
    return value


def _first(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, str) else ""


def _address(value: Any) -> str:
    return _first(value.get("@id") if isinstance(value, dict) else value)


def _names(value: Any) -> str:
    """The names of people or of a house, in the order given."""
    several = value if isinstance(value, list) else [value]
    names = [_first(one.get("name")) if isinstance(one, dict) else _first(one) for one in several]
    return ", ".join(dict.fromkeys(name.strip() for name in names if name.strip()))


def _language(value: Any) -> str:
    if isinstance(value, dict):
        return _first(value.get("alternateName")) or _first(value.get("name"))
    return _first(value)
