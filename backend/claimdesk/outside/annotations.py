"""Annotations: W3C's (https://www.w3.org/TR/annotation-model/), and Hypothesis' own form.

Ours tell verdict, reason, evidence, note and confidence apart by `schema:name`; of others, a body
that assesses, classifies or tags may be the verdict, one that links is evidence, all else a note.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimdesk.outside.opinions import (
    LONGEST_QUOTE,
    Opinion,
    Quote,
    Unusable,
    kinds,
    moment,
    named,
    objects,
    parts,
    person,
    words,
)

ARTICLE = "urn:claimdesk:article:"
JUDGING = frozenset({"assessing", "classifying", "tagging", "moderating"})
_LINK = re.compile(r"https?://[^\s<>\"')\]]+")


def of_w3c(value: Mapping[str, Any]) -> Iterator[Opinion]:
    """The opinion in an annotation, once for each of its targets. Raises Unusable."""
    said = _said(value)
    targets = list(parts(value.get("target")))
    if not targets:
        raise Unusable("it has no target")
    for target in targets:
        yield Opinion(
            quote=_quote(target),
            articles=tuple(dict.fromkeys(_articles(target))),
            author=_creators(value.get("creator")),
            said_at=moment(value.get("modified")) or moment(value.get("created")),
            address=_address(value.get("id") or value.get("@id")),
            ledger=words(value.get("schema:version")),
            **said,
        )


def of_hypothesis(value: Mapping[str, Any]) -> Iterator[Opinion]:
    """The opinion in an annotation as the API of Hypothesis gives it. Raises Unusable."""
    if value.get("references"):
        raise Unusable("it is an answer to another annotation, not one on a text")
    note = words(value.get("text"))
    about = value.get("user_info")
    shown = about.get("display_name") if isinstance(about, dict) else None
    links = value.get("links")
    tags = tuple(filter(None, (words(one) for one in parts(value.get("tags")))))
    targets = list(objects(value.get("target")))
    if not targets:
        raise Unusable("it has no target")
    for target in targets:
        yield Opinion(
            quote=_quote(target),
            articles=tuple(dict.fromkeys([*_articles(target), *_articles(value.get("uri"))])),
            author=person(words(shown), _account(words(value.get("user")))),
            words=tags,
            evidence=_links(note),
            note=note,
            said_at=moment(value.get("updated")) or moment(value.get("created")),
            address=_address(links.get("html")) if isinstance(links, dict) else None,
        )


def _said(value: Mapping[str, Any]) -> dict[str, Any]:
    ours: dict[str, list[str]] = {}
    judged: list[str] = []
    noted: list[str] = []
    linked: list[str] = []
    motivation = {one for one in parts(value.get("motivation")) if isinstance(one, str)}
    for body in [*parts(value.get("body")), *parts(value.get("bodyValue"))]:
        told = _told(body)
        if told is None:
            continue
        name = body.get("schema:name") if isinstance(body, dict) else None
        own = parts(body.get("purpose")) if isinstance(body, dict) else ()
        purposes = {one for one in own if isinstance(one, str)} or motivation
        if isinstance(name, str):
            ours.setdefault(name, []).append(told)
        elif purposes & JUDGING:
            judged.append(told)
        elif "linking" in purposes or _address(told):
            linked.append(told)
        else:
            noted.append(told)
    notes = "\n".join([*ours.get("note", ()), *noted]) or None
    confidence = _first(ours, "confidence")
    return {
        "words": (*ours.get("verdict", ()), *judged),
        "reason": _first(ours, "reason"),
        "evidence": tuple(dict.fromkeys([*ours.get("evidence", ()), *linked, *_links(*noted)])),
        "note": notes,
        "confidence": int(confidence) if confidence and confidence in "12345" else None,
        "claim": _first(ours, "claim"),
        "change": _first(ours, "change"),
        "discounted": _first(ours, "discounted"),
    }


def _told(body: Any) -> str | None:
    """What a body says: its words, or the address of what it is."""
    if isinstance(body, dict):
        keys = ("value", "rdf:value", "source", "id", "@id")
        return next(filter(None, (words(body.get(one)) for one in keys)), None)
    return words(body)


def _creators(value: Any) -> str | None:
    """Everybody who made it together, as one."""
    found = [
        person(_name(one), _account(words(one.get("id"))))
        if isinstance(one, dict)
        else person(None, _account(words(one)))
        for one in parts(value)
    ]
    return named(", ".join(filter(None, found))) if any(found) else None


def _name(one: Mapping[str, Any]) -> str | None:
    return next(filter(None, (words(one.get(key)) for key in ("name", "nickname", "nick"))), None)


def _account(name: str | None) -> str | None:
    return name and name.removeprefix("acct:").removeprefix("urn:claimdesk:reviewer:")


def _first(ours: Mapping[str, list[str]], name: str) -> str | None:
    return next(iter(ours.get(name, ())), None)


def _articles(target: Any) -> Iterator[str]:
    """What may name the article of a target: our own id of it, then its address."""
    for one in parts(target):
        if isinstance(one, str):
            yield one.removeprefix(ARTICLE)
        elif isinstance(one, dict):
            for name in ("schema:identifier", "source", "id"):
                yield from _articles(one.get(name))


def _quote(target: Any) -> Quote:
    """What the selectors of a target say together, those that we know."""
    exact, prefix, suffix = "", "", ""
    place: tuple[int | None, int | None] = (None, None)
    for one in _selectors(target):
        types = kinds(one)
        if "TextQuoteSelector" in types:
            exact = exact or words(one.get("exact"), LONGEST_QUOTE) or ""
            prefix, suffix = _around(one, "prefix"), _around(one, "suffix")
        elif "TextPositionSelector" in types:
            place = _whole(one.get("start")), _whole(one.get("end"))
    return Quote(exact, prefix, suffix, *place)


def _selectors(target: Any) -> Iterator[Mapping[str, Any]]:
    """The selectors of a target, and those that make them narrower."""
    if not isinstance(target, dict):
        return
    waiting = list(objects(target.get("selector")))
    for one in waiting[:100]:
        yield one
        yield from objects(one.get("refinedBy"))


def _around(selector: Mapping[str, Any], side: str) -> str:
    value = selector.get(side)
    return value if isinstance(value, str) and len(value) <= LONGEST_QUOTE else ""


def _whole(value: Any) -> int | None:
    return value if type(value) is int and value >= 0 else None


def _address(value: Any) -> str | None:
    is_one = isinstance(value, str) and value.startswith(("http://", "https://"))
    return words(value) if is_one and len(value.split()) == 1 else None


def _links(*texts: str | None) -> tuple[str, ...]:
    found = (one.rstrip(".,;:!?") for text in texts if text for one in _LINK.findall(text))
    return tuple(dict.fromkeys(found))
