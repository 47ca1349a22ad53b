"""`load`: files become articles with segments."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import BinaryIO

from claimdesk import intake
from claimdesk.errors import BadInput
from claimdesk.intake import Draft, Notice, Refusal
from claimdesk.intake.addresses import Visitor, fetched
from claimdesk.models import Article, Original, article_id
from claimdesk.segmenting import VERSION
from claimdesk.store import facts
from claimdesk.store.database import reading, writing
from claimdesk.workflow import cutting
from claimdesk.workflow.bench import Progress, Workbench, quiet

LONGEST_TITLE = 100
BATCH = 50
BATCH_CHARS = 5_000_000


@dataclass
class Loaded:
    """What came of a load. `known` were there already; `refused` were not taken.

    `notices` are about articles that were taken, without something that was said of them.
    """

    new: int = 0
    known: int = 0
    segments: int = 0
    refused: list[Refusal] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def load(
    bench: Workbench,
    paths: Sequence[str],
    progress: Progress = quiet,
    *,
    addresses: Sequence[str] = (),
    visitor: Visitor | None = None,
) -> Loaded:
    """Load files, folders, standard input (`-`) and what is at addresses.

    An article is stored with all its segments or not at all, and only once, however often it is
    loaded. Raises BadInput before anything is read when a path cannot be right, when nothing is
    named, or when addresses are and `fetch_addresses` is not set.
    """
    _allow(bench, paths, addresses)
    found = intake.find(list(paths))
    loaded = Loaded()
    names: dict[str, Draft] = {}
    batch: list[Draft] = []
    limit = bench.settings.max_article_chars
    there = fetched(addresses, limit, visitor)
    for draft in _taken(chain(_read(found, limit), there), loaded.refused, loaded.notices):
        refusal = _clash(draft, names)
        if refusal:
            loaded.refused.append(refusal)
            continue
        batch.append(draft)
        if len(batch) >= BATCH or sum(map(_size, batch)) >= BATCH_CHARS:
            _store(bench, batch, loaded)
            progress("articles", loaded.new + loaded.known, None)
            batch = []
    _store(bench, batch, loaded)
    progress("articles", loaded.new + loaded.known, None)
    return loaded


def _allow(bench: Workbench, paths: Sequence[str], addresses: Sequence[str]) -> None:
    if addresses and not bench.settings.fetch_addresses:
        raise BadInput(
            "Addresses are not fetched here.",
            why="The setting fetch_addresses is off, as it is unless somebody decides otherwise.",
            fix="Set CLAIMDESK_FETCH_ADDRESSES=true, or save the pages and name the files.",
        )
    if not (paths or addresses):
        raise BadInput(
            "There is nothing to load.",
            why="Neither a file nor an address was named.",
            fix="Name files or folders, - for standard input, or an address with --url.",
        )


def _size(draft: Draft) -> int:
    return len(draft.text) + (len(draft.original.body) if draft.original else 0)


def drafts(
    paths: Sequence[str], limit: int, refused: list[Refusal], notices: list[Notice]
) -> Iterator[Draft]:
    """The articles of files and folders; what cannot be read, and what is told, is added.

    Raises BadInput, before anything is read, when a path cannot be right.
    """
    return _taken(_read(intake.find(list(paths)), limit), refused, notices)


def _taken(
    found: Iterable[Draft | Refusal | Notice], refused: list[Refusal], notices: list[Notice]
) -> Iterator[Draft]:
    """The drafts; what is said beside them is kept for the end."""
    for one in found:
        if isinstance(one, Refusal):
            refused.append(one)
            continue
        if isinstance(one, Notice):
            notices.append(one)
            continue
        notices.extend(Notice(one.source, what) for what in one.notices)
        yield one


def _read(found: Iterable[str], limit: int) -> Iterator[Draft | Refusal | Notice]:
    for source in found:
        try:
            with opened(source) as stream:
                yield from intake.read(source, stream, limit)
        except OSError as error:
            yield Refusal(intake.shown(source), f"It cannot be read: {error.strerror}.")


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """A file as bytes, `-` for standard input. Raises OSError, and BadInput for a terminal."""
    if source != intake.STDIN:
        with open(source, "rb") as stream:
            yield stream
        return
    if sys.stdin.isatty():
        raise BadInput(
            "Standard input is a terminal.",
            why="`-` reads what another program writes.",
            fix="Pipe something into it, or name a file.",
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
    batch = _unplanted(bench, batch, loaded)
    if not batch:
        return
    now = datetime.now(UTC)
    # Apart by a microsecond each, so that the order of loading is kept.
    moments = [now + timedelta(microseconds=place) for place in range(len(batch))]
    articles = [article_of(draft, at) for draft, at in zip(batch, moments, strict=True)]
    originals = [
        original
        for draft, article in zip(batch, articles, strict=True)
        if (original := original_of(draft, article)) is not None
    ]
    with reading(bench.engine) as session:
        there = facts.known_articles(session, [article.id for article in articles])
        lines = cutting.repeated(session, articles)
        model = cutting.model_in_use(session)
    segments = [
        one
        for article in articles
        if article.id not in there
        for one in cutting.segments(article, lines, model)
    ]
    with writing(bench.engine) as session:
        earlier = facts.named_articles(session, {d.metadata.id for d in batch if d.metadata.id})
        for article in articles:
            before = earlier.get(article.external_id or "")
            article.replaces = before if before != article.id else None
        new = facts.add_articles(session, articles, segments, originals)
    loaded.new += len(new)
    loaded.known += len(batch) - len(new)
    loaded.segments += len({one.id for one in segments if one.article_id in new})


def _unplanted(bench: Workbench, batch: Sequence[Draft], loaded: Loaded) -> list[Draft]:
    """Without what is planted, which is no content and becomes none; whoever loads may know it."""
    ids = [article_id(draft.text) for draft in batch]
    with reading(bench.engine) as session:
        planted = facts.planted(session, ids)
    loaded.refused += [
        Refusal(draft.source, "It is planted, and so no content; claimdesk gold --list shows it.")
        for draft, one in zip(batch, ids, strict=True)
        if one in planted
    ]
    return [draft for draft, one in zip(batch, ids, strict=True) if one not in planted]


def article_of(draft: Draft, now: datetime) -> Article:
    """What is stored of a draft."""
    known = draft.metadata
    language = known.language or cutting.language_of(draft.text)
    found = {"title": cutting.IN_TEXT} | ({"language": cutting.IN_TEXT} if language else {})
    return Article(
        id=article_id(draft.text),
        text=draft.text,
        title=known.title or _title(draft.text),
        url=known.url,
        publisher=known.publisher,
        author=known.author,
        published=known.published,
        language=language,
        story=known.story,
        external_id=known.id,
        source=draft.source,
        known_from=found | draft.known_from,
        segmenter=VERSION,
        loaded_at=now,
    )


def original_of(draft: Draft, article: Article) -> Original | None:
    """What its text was taken out of, where that was anything else."""
    kept = draft.original
    if kept is None:
        return None
    return Original(
        article_id=article.id,
        media_type=kept.media_type,
        digest=kept.digest,
        extractor=kept.extractor,
        body=kept.body,
    )


def _title(text: str) -> str:
    """What an article without a title is called: its first line, shortened."""
    first = text.strip().split("\n")[0].strip()
    return first if len(first) <= LONGEST_TITLE else f"{first[:LONGEST_TITLE].rstrip()}…"
