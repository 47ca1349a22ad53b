"""W3C Web Annotations: every judgement, anchored by quotation and by position in code points."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from claimdesk.snapshot import ArticlePage, JudgementView, Snapshot, is_address

FORMATS = ("json", "jsonl")
LEDGER = "schema:version"
AROUND = 32
"""Code points before and after a quotation, by which it is found again in a text that moved."""


class Row(BaseModel):
    """One annotation."""

    context: Literal["http://www.w3.org/ns/anno.jsonld"] = Field(
        default="http://www.w3.org/ns/anno.jsonld",
        serialization_alias="@context",
        description="W3C Web Annotation",
    )
    id: str = Field(description="Claim and reviewer, as a URN")
    type: Literal["Annotation"] = Field(default="Annotation", description="What it is")
    motivation: Literal["assessing"] = Field(default="assessing", description="What it is for")
    creator: dict[str, str] = Field(description="The reviewer's pseudonym")
    created: datetime = Field(description="When it was saved, by Label Studio's clock")
    body: list[dict[str, str]] = Field(
        description="Verdict, reason, evidence, note and confidence, told apart by schema:name; "
        "change is what was done to the claim's place, discounted why it does not count"
    )
    target: dict[str, Any] = Field(
        description="The article, with a TextQuoteSelector and a TextPositionSelector"
    )
    version: str = Field(
        serialization_alias="schema:version", description="Head of the ledger it follows from"
    )


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """Judgements by article, place and reviewer."""
    for page, one in snapshot.remarks:
        yield Row(
            id=f"urn:claimdesk:judgement:{one.claim_id}:{one.reviewer}",
            creator={"id": f"urn:claimdesk:reviewer:{one.reviewer}", "type": "Person"},
            created=one.said_at,
            body=list(_bodies(one)),
            target=_target(page, one),
            version=snapshot.ledger,
        )


def _bodies(one: JudgementView) -> Iterator[dict[str, str]]:
    yield _body("verdict", "assessing", one.verdict)
    if one.reason:
        yield _body("reason", "classifying", one.reason)
    for piece in one.evidence:
        yield _body("evidence", "linking", piece)
    if one.note:
        yield _body("note", "commenting", one.note)
    if one.confidence is not None:
        yield _body("confidence", "describing", str(one.confidence))
    if one.change is not None:
        yield _body("change", "describing", one.change)
    if one.discounted is not None:
        yield _body("discounted", "describing", one.discounted)
    yield _body("claim", "identifying", one.claim_id)


def _body(name: str, purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "schema:name": name, "value": value}


def _target(page: ArticlePage, one: JudgementView) -> dict[str, Any]:
    url, text = page.article.url, page.text
    urn = f"urn:claimdesk:article:{page.article.id}"
    quote = {
        "type": "TextQuoteSelector",
        "exact": one.text,
        "prefix": text[max(0, one.start - AROUND) : one.start],
        "suffix": text[one.end : one.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": one.start, "end": one.end}
    return {
        "source": url if url and is_address(url) else urn,
        "schema:identifier": page.article.id,
        "selector": [quote, position],
    }
