"""`load`: files become articles with segments."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from claimdesk import intake, segmenting
from claimdesk.errors import BadInput
from claimdesk.intake import Draft, Refusal
from claimdesk.models import Article, Segment, article_id, segment_id
from claimdesk.store import facts
from claimdesk.store.database import writing
from claimdesk.workflow.bench import Progress, Workbench, quiet

LONGEST_TITLE = 100
BATCH = 50
BATCH_CHARS = 5_000_000


@dataclass
class Loaded:
    """What came of a load. `known` were there already; `refused` were not taken."""

    new: int = 0
    known: int = 0
    segments: int = 0
    refused: list[Refusal] = field(default_factory=list)


def load(bench: Workbench, paths: list[str], progress: Progress = quiet) -> Loaded:
    """Load files, folders or standard input (`-`).

    An article is stored with all its segments or not at all, and only once, however often it is
    loaded. Raises BadInput before anything is read when a path cannot be right.
    """
    found = intake.find(paths)
    loaded = Loaded()
    names: dict[str, Draft] = {}
    batch: list[Draft] = []
    for draft in _drafts(found, bench.settings.max_article_chars, loaded):
        refusal = _clash(draft, names)
        if refusal:
            loaded.refused.append(refusal)
            continue
        batch.append(draft)
        if len(batch) >= BATCH or sum(len(one.text) for one in batch) >= BATCH_CHARS:
            _store(bench, batch, loaded)
            progress("articles", loaded.new + loaded.known, None)
            batch = []
    _store(bench, batch, loaded)
    progress("articles", loaded.new + loaded.known, None)
    return loaded


def _drafts(found: Iterable[str], limit: int, loaded: Loaded) -> Iterator[Draft]:
    for source in found:
        try:
            with _opened(source) as stream:
                for draft in intake.read(source, stream, limit):
                    if isinstance(draft, Refusal):
                        loaded.refused.append(draft)
                    else:
                        yield draft
        except OSError as error:
            loaded.refused.append(
                Refusal(intake.shown(source), f"It cannot be read: {error.strerror}.")
            )


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source != intake.STDIN:
        with open(source, "rb") as stream:
            yield stream
        return
    if sys.stdin.isatty():
        raise BadInput(
            "Standard input is a terminal.",
            why="`-` reads articles that another program writes.",
            fix="Pipe a text or JSONL into it, or name a file.",
        )
    yield sys.stdin.buffer


def _clash(draft: Draft, names: dict[str, Draft]) -> Refusal | None:
    """A name used twice in one load for different texts is a mistake; the first one stands."""
    name = draft.metadata.id
    if name is None:
        return None
    first = names.setdefault(name, Draft(text=article_id(draft.text), source=draft.source))
    if first.text == article_id(draft.text):
        return None
    return Refusal(draft.source, f"The id {name!r} names another text in {first.source}.")


def _store(bench: Workbench, batch: list[Draft], loaded: Loaded) -> None:
    if not batch:
        return
    now = datetime.now(UTC)
    with writing(bench.engine) as session:
        earlier = facts.named_articles(session, {d.metadata.id for d in batch if d.metadata.id})
        # Apart by a microsecond each, so that the order of loading is kept.
        moments = [now + timedelta(microseconds=place) for place in range(len(batch))]
        articles = [_article(draft, at, earlier) for draft, at in zip(batch, moments, strict=True)]
        segments = [segment for article in articles for segment in _segments(article)]
        new = facts.add_articles(session, articles, segments)
    loaded.new += len(new)
    loaded.known += len(batch) - len(new)
    loaded.segments += len({one.id for one in segments if one.article_id in new})


def _article(draft: Draft, now: datetime, earlier: dict[str, str]) -> Article:
    known = draft.metadata
    number = article_id(draft.text)
    before = earlier.get(known.id) if known.id else None
    return Article(
        id=number,
        text=draft.text,
        title=known.title or _title(draft.text),
        url=known.url,
        publisher=known.publisher,
        author=known.author,
        published=known.published,
        language=known.language,
        story=known.story,
        external_id=known.id,
        replaces=before if before != number else None,
        source=draft.source,
        loaded_at=now,
    )


def _title(text: str) -> str:
    """What an article without a title is called: its first line, shortened."""
    first = text.strip().split("\n")[0].strip()
    return first if len(first) <= LONGEST_TITLE else f"{first[:LONGEST_TITLE].rstrip()}…"


def _segments(article: Article) -> list[Segment]:
    return [
        Segment(
            id=segment_id(article.id, span.start, span.end),
            article_id=article.id,
            position=position,
            start=span.start,
            end=span.end,
            role=span.role,
            language=article.language,
        )
        for position, span in enumerate(segmenting.split(article.text))
    ]
