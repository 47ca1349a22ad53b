"""JSON-LD expands to what it should mean, and has what its readers ask for.

The contexts are not fetched. Of W3C's we keep the terms we use, as the Web Annotation Vocabulary
(2017) has them; schema.org's own maps every name into its vocabulary, and so does what stands for
it here. The schemas say what the Web Annotation Data Model (3.1, 3.2.4, 4.2.4, 4.2.5) requires,
and what Google's fact check documentation requires of a ClaimReview.
"""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimdesk import recipes
from claimdesk.settings import bundled

from ..snapshots import OTHER, TEXT, sample

jsonld = pytest.importorskip("pyld.jsonld", reason="the group interop is not installed")

CONTEXTS = {
    "https://schema.org": {"@context": {"@vocab": "https://schema.org/"}},
    "http://www.w3.org/ns/anno.jsonld": json.loads(
        (Path(__file__).parent / "contexts" / "anno.json").read_text()
    ),
}
SELECTORS = {
    "prefixItems": [
        {
            "required": ["type", "exact", "prefix", "suffix"],
            "properties": {"type": {"const": "TextQuoteSelector"}},
        },
        {
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
        },
    ]
}
ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "target"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"const": "assessing"},
        "created": {"type": "string", "pattern": "^[0-9-]{10}T[0-9:.]+Z$"},
        "body": {
            "items": {
                "required": ["type", "value", "purpose"],
                "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}},
            }
        },
        "target": {"required": ["source", "selector"], "properties": {"selector": SELECTORS}},
    },
}
REVIEW = {
    "type": "object",
    "required": ["@context", "@type", "claimReviewed", "reviewRating", "url", "itemReviewed"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "ClaimReview"},
        "claimReviewed": {"type": "string", "minLength": 1},
        "datePublished": {"type": "string", "format": "date"},
        "reviewRating": {
            "required": ["@type", "alternateName"],
            "dependentRequired": {"ratingValue": ["bestRating", "worstRating"]},
            "properties": {"@type": {"const": "Rating"}, "alternateName": {"minLength": 1}},
        },
        "itemReviewed": {
            "required": ["@type", "appearance"],
            "properties": {
                "@type": {"const": "Claim"},
                "appearance": {"type": "array", "minItems": 1, "items": {"required": ["@type"]}},
            },
        },
    },
}


def documents(name: str) -> list[dict[str, Any]]:
    recipe = recipes.find(bundled("exports"), name)
    found: list[dict[str, Any]] = json.loads(b"".join(recipes.render(recipe, sample(), "json")))
    return found


def loader(url: str, _options: object) -> dict[str, Any]:
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": CONTEXTS[url.rstrip("/") if "schema.org" in url else url],
    }


@pytest.mark.parametrize(
    ("name", "schema"), [("webannotation", ANNOTATION), ("claimreview", REVIEW)]
)
def test_documents_have_what_their_readers_require(name: str, schema: dict[str, Any]) -> None:
    found = documents(name)
    assert found
    for one in found:
        jsonschema.validate(one, schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("name", ["webannotation", "claimreview"])
def test_no_term_is_lost_on_expansion(name: str) -> None:
    for one in documents(name):
        (expanded,) = jsonld.expand(one, {"documentLoader": loader})
        assert count(one) == count(expanded)


def count(value: Any) -> int:
    """How many properties a document has, at every depth; types and values are none."""
    if isinstance(value, list):
        return sum(map(count, value))
    if not isinstance(value, dict):
        return 0
    known = {name: inner for name, inner in value.items() if not is_keyword(name)}
    return len(known) + sum(map(count, known.values()))


def is_keyword(name: str) -> bool:
    return name.startswith("@") or name in ("id", "type")


def test_an_annotation_means_what_w3c_says() -> None:
    (expanded,) = jsonld.expand(documents("webannotation")[0], {"documentLoader": loader})
    oa = "http://www.w3.org/ns/oa#"
    assert expanded["@type"] == [f"{oa}Annotation"]
    assert expanded[f"{oa}motivatedBy"] == [{"@id": f"{oa}assessing"}]
    (target,) = expanded[f"{oa}hasTarget"]
    assert [one["@type"] for one in target[f"{oa}hasSelector"]] == [
        [f"{oa}TextQuoteSelector"],
        [f"{oa}TextPositionSelector"],
    ]


def test_selectors_find_the_words_in_code_points() -> None:
    texts = {"a1": TEXT, "a2": OTHER}
    for one in documents("webannotation"):
        quote, position = one["target"]["selector"]
        text = texts[one["target"]["schema:identifier"]]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
