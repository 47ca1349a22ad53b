"""A desk to which others have something to say, and what they say in the forms they have."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimdesk import recipes
from claimdesk.settings import Settings
from claimdesk.snapshot import JudgementView
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.importing import Imported, Wishes, bring_in
from claimdesk.workflow.loading import load
from claimdesk.workflow.reading import take_snapshot

PAGE = "https://example.org/pier"

TEXT = (
    "The pier is shut. Eleven piles are cracked. The mayor knew of it, said the harbour master. "
    "The pier is shut. She denies it."
)


@pytest.fixture
def pier(bench: Workbench, tmp_path: Path) -> Workbench:
    """A desk with one article, which has an address."""
    put(bench, tmp_path, TEXT)
    return bench


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Workbench]:
    """Another desk, on SQLite, with nothing in it."""
    opened = open_workbench(Settings.read(tmp_path / "elsewhere"))
    yield opened
    opened.engine.dispose()


def put(bench: Workbench, folder: Path, text: str) -> None:
    path = folder / "pier.txt"
    path.write_text(f"---\nurl: {PAGE}\n---\n{text}", encoding="utf-8")
    load(bench, [str(path)])


def bring(bench: Workbench, folder: Path, value: Any, **wishes: Any) -> Imported:
    path = folder / "in.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return bring_in(bench, [str(path)], Wishes(**wishes))


def said(bench: Workbench) -> list[JudgementView]:
    with take_snapshot(bench) as snapshot:
        return list(snapshot.judgements)


def annotation(quote: str, verdict: str | None = "disputed", **more: Any) -> dict[str, Any]:
    """An annotation as W3C has it."""
    selector = {"type": "TextQuoteSelector", "exact": quote} | more.pop("around", {})
    places = more.pop("places", [])
    bodies = [{"type": "TextualBody", "purpose": "assessing", "value": verdict}] if verdict else []
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://notes.example/1",
        "type": "Annotation",
        "creator": {"type": "Person", "name": "Harbour Watch"},
        "created": "2026-03-01T10:00:00Z",
        "body": bodies,
        "target": {"source": PAGE, "selector": [selector, *places]},
    } | more


def hypothesis(quote: str, tags: list[str], text: str = "") -> dict[str, Any]:
    """An annotation as the API of Hypothesis gives it."""
    return {
        "id": "abc",
        "created": "2026-03-01T10:00:00.000000+00:00",
        "updated": "2026-03-02T10:00:00.000000+00:00",
        "user": "acct:watch@hypothes.is",
        "uri": PAGE,
        "text": text,
        "tags": tags,
        "links": {"html": "https://hypothes.is/a/abc", "json": "https://hypothes.is/api/a/abc"},
        "target": [
            {
                "source": PAGE,
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"},
                    {"type": "TextPositionSelector", "start": 3, "end": 9},
                    {"type": "TextQuoteSelector", "exact": quote, "prefix": "", "suffix": ""},
                ],
            }
        ],
    }


def review(claimed: str, rating: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A review as schema.org has it."""
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://checks.example/pier",
        "claimReviewed": claimed,
        "author": {"@type": "Organization", "name": "Checks"},
        "datePublished": "2026-03-03",
        "reviewRating": {"@type": "Rating"} | rating,
    } | more


def google(claimed: str, rating: str) -> dict[str, Any]:
    """A page of Google's Fact Check Tools."""
    checked = {
        "publisher": {"name": "Checks", "site": "checks.example"},
        "url": "https://checks.example/pier",
        "title": "Is the pier shut?",
        "reviewDate": "2026-03-03T00:00:00Z",
        "textualRating": rating,
        "languageCode": "en",
    }
    return {"claims": [{"text": claimed, "claimant": "The mayor", "claimReview": [checked]}]}


def export(bench: Workbench, name: str, format_name: str, path: Path) -> None:
    recipe = recipes.find(bench.exports_dir, name)
    with take_snapshot(bench) as snapshot:
        path.write_bytes(b"".join(recipes.render(recipe, snapshot, format_name)))


def votes(bench: Workbench, words: str) -> dict[str, int]:
    with take_snapshot(bench) as snapshot:
        return next(dict(one.votes) for one in snapshot.claims if one.text == words)
