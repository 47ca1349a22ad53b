"""An article with its segments as a Label Studio task with predicted regions."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from claimdesk import careful
from claimdesk.labels import Labels
from claimdesk.models import Article, Segment, article_id
from claimdesk.segmenting import FURNITURE
from claimdesk.spans import Published

MODEL_VERSION = "claimdesk"
"""Label Studio shows reviewers only predictions of the version the project names."""

UNTOLD: Mapping[str, str] = MappingProxyType({})
"""Nothing is known beside any claim."""


def published(segments: Sequence[Segment], labels: Labels) -> list[Published]:
    """The segments as reviewers are shown them: furniture is pre-labelled as no claim."""
    return [
        Published(
            id=segment.id,
            start=segment.start,
            end=segment.end,
            label=labels.reject if segment.role in FURNITURE else labels.open,
        )
        for segment in segments
    ]


def task(
    article: Article, segments: Sequence[Segment], labels: Labels, hints: Mapping[str, str] = UNTOLD
) -> dict[str, Any]:
    """The task of an article with its predicted regions, and what is known beside claims."""
    source = (article.publisher, article.author, article.published, article.url)
    return {
        "data": {
            "text": article.text,
            "title": article.title or "",
            "source_line": " · ".join(part for part in source if part),
            "article_id": article.id,
            "language": article.language or "und",
        },
        "predictions": [
            {"model_version": MODEL_VERSION, "result": predicted(segments, labels, hints)}
        ],
    }


def predicted(
    segments: Sequence[Segment], labels: Labels, hints: Mapping[str, str] = UNTOLD
) -> list[dict[str, Any]]:
    """The segments as regions of a prediction; Label Studio fills in the text of each.

    A hint stands in the panel beside the text while its claim is selected.
    """
    return [
        {
            "id": region.id,
            "from_name": labels.verdict_control,
            "to_name": labels.text,
            "type": "labels",
            "value": {"start": region.start, "end": region.end, "labels": [region.label]},
        }
        | ({"meta": {"text": [hints[region.id]]}} if region.id in hints else {})
        for region in published(segments, labels)
    ]


def shows(task: dict[str, Any], article: str) -> bool:
    """Whether a task shows the text of its article, and not what somebody made of it."""
    text = task["data"].get("text")
    return isinstance(text, str) and careful.flaw(text) is None and article_id(text) == article


def article_of(task: dict[str, Any]) -> str:
    """The article that a task says it holds; whoever reviews can make it say anything."""
    return _said(task, "article_id")


def claim_of(task: dict[str, Any]) -> str:
    """The claim that a task says it is about; empty where it is about a whole article."""
    return _said(task, "claim_id")


def _said(task: dict[str, Any], name: str) -> str:
    told = task.get("data")
    found = told.get(name) if isinstance(told, dict) else None
    return found if isinstance(found, str) and careful.flaw(found) is None else ""
