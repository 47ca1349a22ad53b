"""What a page says about its article is found, with the place it was found in."""

import json
from typing import Any

import pytest

from claimdesk.intake import Metadata
from claimdesk.intake.html import Extracted, extract

TEXT = "The bridge of Ostrow was opened yesterday by the mayor, Ann Vey, said the paper. "
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Bridge opened",
    "datePublished": "2026-03-12T08:30:00+01:00",
    "author": [{"@type": "Person", "name": "Ann Vey"}, {"name": "Bo Lund"}],
    "publisher": {"@type": "Organization", "name": "The Gazette"},
    "inLanguage": "en-GB",
    "mainEntityOfPage": {"@id": "https://gazette.example/bridge"},
}


def read(head: str = "", *, top: str = "", root: str = "", url: str | None = None) -> Extracted:
    inside = f"<article><p>{TEXT * 3}</p><p>{TEXT * 4}</p></article>"
    raw = f"<!doctype html><html {root}><head>{head}</head><body>{top}{inside}</body></html>"
    return extract(raw.encode(), url=url, limit=100_000)


def described(thing: Any) -> str:
    words = thing if isinstance(thing, str) else json.dumps(thing)
    return f'<script type="application/ld+json">{words}</script>'


def test_json_ld_says_everything() -> None:
    found = read(described(ARTICLE))
    assert found.metadata == {
        "title": "Bridge opened",
        "url": "https://gazette.example/bridge",
        "publisher": "The Gazette",
        "author": "Ann Vey, Bo Lund",
        "published": "2026-03-12T08:30:00+01:00",
        "language": "en-GB",
    }
    assert found.found_in["title"] == "JSON-LD headline"
    assert found.found_in["url"] == "JSON-LD mainEntityOfPage"


@pytest.mark.parametrize(
    "thing",
    [
        {"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]},
        [{"@type": "BreadcrumbList", "itemListElement": []}, ARTICLE],
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Thing", "https://schema.org/ReportageNewsArticle"]},
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
    ],
)
def test_the_article_is_found_among_other_things(thing: Any) -> None:
    found = read(described(thing))
    assert (found.metadata["title"], found.metadata["author"]) == (
        "Bridge opened",
        "Ann Vey, Bo Lund",
    )


def test_what_is_only_referred_to_is_looked_up() -> None:
    people = {"@type": "Person", "@id": "#p1", "name": "Cleo Marsh"}
    found = read(described({"@graph": [{**ARTICLE, "author": {"@id": "#p1"}}, people]}))
    assert found.metadata["author"] == "Cleo Marsh"


@pytest.mark.parametrize(
    "thing",
    [
        "{not json",
        "[" * 100_000,
        '{"@type": "NewsArticle", "@type": "NewsArticle"}',
        '{"@type": "NewsArticle", "headline": {"a": [1]}, "author": [[[]]], "datePublished": 7}',
        '"NewsArticle"',
        "null",
        '{"@type": {"@type": []}, "@id": []}',
        '{"@type": "NewsArticle", "headline": "\\u0000\\ud800"}',
    ],
)
def test_json_ld_that_is_no_use_costs_nothing_else(thing: str) -> None:
    found = read(described(thing) + '<meta property="og:title" content="Bridge opened">')
    assert found.metadata["title"] == "Bridge opened"
    assert found.found_in["title"] == "og:title"


@pytest.mark.parametrize(
    ("head", "field", "value", "place"),
    [
        ('<meta property="og:title" content="A &amp; B">', "title", "A & B", "og:title"),
        (
            "<title>Bridge opened at last | Gazette</title>",
            "title",
            "Bridge opened at last",
            "title",
        ),
        ('<meta name="author" content="by Ann Vey">', "author", "Ann Vey", "meta author"),
        (
            '<meta property="og:site_name" content="Gazette">',
            "publisher",
            "Gazette",
            "og:site_name",
        ),
        ('<meta property="og:locale" content="de_AT">', "language", "de-AT", "og:locale"),
        ('<meta name="date" content="12.03.2026">', "published", "2026-03-12", "meta date"),
        (
            '<meta property="article:published_time" content="2026-03-12T07:00:00.123Z">',
            "published",
            "2026-03-12T07:00:00+00:00",
            "article:published_time",
        ),
        (
            '<meta name="pubdate" content="Thu, 12 Mar 2026 07:00:00 +0100">',
            "published",
            "2026-03-12T07:00:00+01:00",
            "meta pubdate",
        ),
        (
            '<link rel="canonical" href="https://g.example/a">',
            "url",
            "https://g.example/a",
            "canonical",
        ),
    ],
)
def test_every_field_says_where_it_was_found(head: str, field: str, value: str, place: str) -> None:
    found = read(head)
    assert (found.metadata[field], found.found_in[field]) == (value, place)


def test_elements_that_are_shown_are_asked_too() -> None:
    by = '<a rel="author" href=/a>Ann Vey</a><time datetime="2026-03-12">x</time>'
    top = f"<h1>Bridge opened</h1>{by}"
    found = read(top=top, root='lang="pt_BR"')
    assert found.found_in["author"] == "author link"
    assert (found.metadata["published"], found.found_in["published"]) == ("2026-03-12", "time")
    assert (found.metadata["language"], found.found_in["language"]) == ("pt-BR", "html lang")
    assert found.metadata["title"] == "Bridge opened"


def test_the_headline_shown_is_the_one_that_agrees_with_the_title() -> None:
    top = "<h1>The Gazette</h1><h1>Bridge opened at last</h1>"
    found = read('<meta property="og:title" content="Bridge opened">', top=top)
    assert found.text.startswith("Bridge opened at last\n")


def test_addresses_are_made_whole_and_a_front_door_is_no_article() -> None:
    where = "https://g.example/region/bridge"
    relative = read('<link rel="canonical" href="/b">', url=where)
    front = read('<link rel="canonical" href="https://g.example/">', url=where)
    assert relative.metadata["url"] == "https://g.example/b"
    assert (front.metadata["url"], front.found_in["url"]) == (where, "where it was read")


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="javascript:alert(1)">',
        '<link rel="canonical" href="https://[">',
        '<link rel="canonical" href="file:///etc/passwd">',
        '<meta name="date" content="2026-99-99T99:99"><meta name="pubdate" content="soon">',
        '<meta property="og:locale" content="english, please">',
        '<meta name="author" content="https://social.example/ann">',
    ],
)
def test_values_that_cannot_be_used_are_left_out(head: str) -> None:
    assert set(read(head).metadata) <= {"title"}


@pytest.mark.parametrize("letters", ["x" * 5_000, "a\x07b\x9b31m c", "\ud83d\u202e evil", "\u200b"])
def test_metadata_are_always_fit_for_a_desk(letters: str) -> None:
    words = letters.encode("utf-8", "replace").decode()
    names = ("og:title", "og:site_name", "author", "og:url", "date", "og:locale")
    head = "".join(f'<meta property="{name}" content="{words}">' for name in names)
    Metadata.model_validate(read(head + f"<title>{words}</title>").metadata)


def test_a_reader_who_comments_is_not_the_author() -> None:
    said = '<div class="reply"><div class="reply-author">Bo Lund</div><p>I see.</p></div>'
    assert "author" not in read(top=f'<div class="replies">{said * 3}</div>').metadata
