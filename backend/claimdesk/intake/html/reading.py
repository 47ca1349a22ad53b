"""One page, already as letters, read by all extractors; runs in the worker only.

Everything is inside functions: what is imported here takes a second.
"""

import copy
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

from claimdesk.intake.html import agreeing, blocks, facts, inline

LIBRARIES = ("trafilatura", "readability-lxml", "lxml")
AGREED = 0.6
ENOUGH = 250
"""Letters below which a page is taken for one that a script would have filled."""
OPENING = 8


@dataclass(frozen=True)
class Reading:
    """The article of a page: its paragraphs, the headline among them, and what was found where.

    `left_out` counts the characters that are shown and are not in the paragraphs, `passed_over`
    are the pieces of it that stand between paragraphs.
    """

    paragraphs: list[str]
    headline_added: bool
    metadata: dict[str, str] = field(default_factory=dict)
    found_in: dict[str, str] = field(default_factory=dict)
    left_out: int = 0
    passed_over: list[str] = field(default_factory=list)


def extractor() -> str:
    """The libraries that read, with their versions."""
    return ", ".join(f"{name} {version(name)}" for name in LIBRARIES)


def warm_up() -> None:
    """Import what the first page would wait for."""
    read(f"<html><body><article><p>{'One sentence follows another. ' * 30}</p></article></body>")


def read(text: str, *, url: str | None = None) -> Reading:
    """The article of a page; ValueError if there is none."""
    tree = parse(text)
    inline.spell_out(tree)
    page = blocks.cut(tree)
    statements = facts.state(tree, url)
    headline = statements.headline(page)
    kept = agreeing.agree(page, readings(tree, statements.body), headline)
    paragraphs = [block.text for block in kept]
    if sum(map(len, paragraphs)) < ENOUGH:
        paragraphs = max(paragraphs, _otherwise(tree, statements.body), key=_length)
    if not paragraphs:
        raise ValueError("No article was found in it.")
    is_there = any(_same(headline, one) for one in paragraphs[:OPENING])
    added = bool(headline) and not is_there
    paragraphs = [headline, *paragraphs] if added else paragraphs
    metadata, found_in = statements.metadata(headline)
    left_out, passed_over = _left_out(page, paragraphs)
    return Reading(paragraphs, added, metadata, found_in, left_out, passed_over)


def parse(text: str) -> Any:
    """The tree of a page; ValueError if a parser makes nothing of it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ValueError("It is not a page: nothing in it can be parsed.") from None
    return tree


def readings(tree: Any, told: str = "") -> agreeing.Readings:
    """What every extractor makes of a page, each on a copy of its own."""
    return agreeing.Readings(
        usual=trafilatura_text(tree),
        quick=trafilatura_text(tree, fast=True),
        strict=trafilatura_text(tree, favor_precision=True),
        wide=trafilatura_text(tree, favor_recall=True),
        readability=readability_text(tree),
        told=told,
    )


def trafilatura_text(tree: Any, **mood: bool) -> str:
    """Trafilatura's text, empty where it gives up."""
    from trafilatura import extract

    with suppress(RecursionError, ValueError, AttributeError, TypeError, IndexError):
        found = extract(tree, include_comments=False, deduplicate=False, **mood)  # type: ignore[arg-type]
        return found or ""
    return ""


def readability_text(tree: Any) -> str:
    """Readability's text, block by block, empty where it gives up."""
    from lxml import etree
    from lxml.html import fromstring
    from readability import Document
    from readability.readability import Unparseable

    with suppress(Unparseable, RecursionError, etree.LxmlError, ValueError):
        summary = Document(copy.deepcopy(tree)).summary(html_partial=True)
        return "\n".join(block.text for block in blocks.cut(fromstring(summary)).blocks)
    return ""


def _otherwise(tree: Any, told: str) -> list[str]:
    """The article of a page that shows next to nothing without its scripts."""
    lines = [line.strip() for line in told.split("\n") if line.strip()]
    shown: list[str] = []
    for hidden in tree.iter("noscript"):
        hidden.tag = "div"
        found = blocks.cut(hidden).blocks
        hidden.tag = "noscript"
        shown = max(
            shown,
            [block.text for block in found if block.linked * 2 < len(block.text)],
            key=_length,
        )
    return max(lines, shown, key=_length)


def _left_out(page: blocks.Page, paragraphs: list[str]) -> tuple[int, list[str]]:
    """What is shown and not said in any of the paragraphs: how much, and what is between them."""
    said = {tuple(agreeing.split(one)) for one in paragraphs}
    keys = [tuple(agreeing.split(block.text)) for block in page.blocks]
    there = [number for number, key in enumerate(keys) if key in said] or [0]
    gone = [number for number, key in enumerate(keys) if key and key not in said]
    texts = [page.blocks[number].text for number in gone]
    among = [
        text for number, text in zip(gone, texts, strict=True) if there[0] < number < there[-1]
    ]
    return _length(texts), among


def _length(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))


def _same(one: str, other: str) -> bool:
    return agreeing.split(one) == agreeing.split(other)
