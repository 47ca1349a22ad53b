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
    return _task(_shown_of(article), predicted(segments, labels, hints))


def conflict(
    article: Article,
    claim: Published,
    versions: Mapping[str, str],
    labels: Labels,
    origin: str = "",
) -> dict[str, Any]:
    """The task of one claim in its article, with what was said of it, in words, by letter.

    `origin` is where it was first said, in words. `labels` are those of adjudicators.
    """
    place = {"start": claim.start, "end": claim.end}
    words = {labels.letters[letter]: said for letter, said in versions.items()}
    if origin and labels.origin_control:
        words[labels.origin_control] = origin
    common = {"id": claim.id, "to_name": labels.text}
    read_only = [
        common | {"from_name": name, "type": "textarea", "value": place | {"text": [said]}}
        for name, said in words.items()
    ]
    return _task(
        _shown_of(article) | {"claim_id": claim.id}, [*_regions([claim], labels), *read_only]
    )


def _task(told: dict[str, str], result: list[dict[str, Any]]) -> dict[str, Any]:
    return {"data": told, "predictions": [{"model_version": MODEL_VERSION, "result": result}]}


def _shown_of(article: Article) -> dict[str, str]:
    source = (article.publisher, article.author, article.published, article.url)
    return {
        "text": article.text,
        "title": article.title or "",
        "source_line": " · ".join(part for part in source if part),
        "article_id": article.id,
        "language": article.language or "und",
    }


def predicted(
    segments: Sequence[Segment], labels: Labels, hints: Mapping[str, str] = UNTOLD
) -> list[dict[str, Any]]:
    """The segments as regions of a prediction; Label Studio fills in the text of each.

    A hint stands in the panel beside the text while its claim is selected.
    """
    return _regions(published(segments, labels), labels, hints)


def _regions(
    shown: Sequence[Published], labels: Labels, hints: Mapping[str, str] = UNTOLD
) -> list[dict[str, Any]]:
    return [
        {
            "id": region.id,
            "from_name": labels.verdict_control,
            "to_name": labels.text,
            "type": "labels",
            "value": {"start": region.start, "end": region.end, "labels": [region.label]},
        }
        | ({"meta": {"text": [hints[region.id]]}} if region.id in hints else {})
        for region in shown
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
