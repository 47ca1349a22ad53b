"""`take_snapshot` and `status`: what editors and operators are told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from shutil import disk_usage

from sqlmodel import Session

from claimdesk.errors import ClaimdeskError
from claimdesk.models import Delivery, Reviewer
from claimdesk.snapshot import EVERYTHING, ArticlePage, Filters, Snapshot
from claimdesk.store import (
    audit,
    deliveries,
    facts,
    flags,
    publications,
    questions,
    rings,
    versions,
)
from claimdesk.store.database import probe, reading
from claimdesk.store.deliveries import Refused
from claimdesk.store.flags import Noticed
from claimdesk.workflow import codebooks, history
from claimdesk.workflow.bench import Workbench

SHOWN_REFUSALS = 20
SHOWN_FLAGS = 20
LEAST_FREE = 50_000_000


@dataclass(frozen=True)
class Noted:
    """An entry of the audit."""

    at: datetime
    who: str
    what: str
    about: str | None


@dataclass(frozen=True)
class Status:
    """How far the work is; planted articles are in nothing but `deliveries` and what is flagged."""

    articles: int
    published: int
    reviewers: int
    deliveries: int
    waiting: int
    ledger: str
    judgements: int
    stale: int | None
    claims: dict[str, int]
    reconciled_at: datetime | None
    mended: int
    quarantined: int
    unconfirmed: int
    vanished: int
    refused: list[Refused]
    flagged: dict[str, int]
    flags: list[Noticed]


@dataclass(frozen=True)
class Sight:
    """A session on what is looked at, and one on what there is now; often they are the same."""

    session: Session
    now: Session


@contextmanager
def looking(
    bench: Workbench, as_of: datetime | None = None, *, identities: bool = False
) -> Iterator[Sight]:
    """One state of the desk, now or as of a moment."""
    with reading(bench.engine) as now:
        if as_of is None:
            yield Sight(now, now)
            return
        with (
            history.as_of(bench, as_of, identities=identities) as there,
            reading(there.engine) as then,
        ):
            yield Sight(then, now)


@contextmanager
def take_snapshot(
    bench: Workbench,
    *,
    identities: bool = False,
    as_of: datetime | None = None,
    filters: Filters = EVERYTHING,
) -> Iterator[Snapshot]:
    """One state of the desk, now or as of a moment, to be walked through while this is open.

    Only what `filters` ask for is in it. Reviewers go by their pseudonyms. `identities` shows
    their addresses: whoever asks for that notes it in the audit first.
    """
    with looking(bench, as_of, identities=identities) as sight:
        session, asked = sight.session, filters
        if identities and filters.reviewer:
            asked = replace(filters, reviewer=questions.shown_as(session, filters.reviewer))

        def walk() -> Iterator[ArticlePage]:
            site = bench.settings.reviewers_see
            return questions.article_pages(session, site, identities=identities, filters=asked)

        yield Snapshot(
            known_until=known_until(session),
            ledger=str(deliveries.head(session)),
            state=versions.state(sight.now),
            verdicts=tuple(bench.labels.votes),
            pages=lambda: filter(asked.takes_article, walk()),
            filters=asked,
            walk=walk,
            said=lambda: questions.every_judgement(session, identities=identities),
            some=lambda ids: questions.whole_pages(
                session, ids, bench.settings.reviewers_see, identities=identities
            ),
            retold=lambda: facts.stories(session),
            codebook=facts.newest_codebook(session),
            site=(bench.settings.public_url or "").rstrip("/") or None,
            labels=bench.labels.labels,
            reasons=bench.labels.outside,
        )


def known_until(session: Session) -> datetime:
    """When the newest of what is known arrived or was loaded; long ago where nothing is."""
    moments = (deliveries.head(session).arrived_at, facts.last_loaded(session))
    return max((one for one in moments if one), default=datetime(1970, 1, 1, tzinfo=UTC))


def status(bench: Workbench) -> Status:
    """Counts of everything, how well collecting goes, and what was refused lately."""
    with reading(bench.engine) as session:
        reconciled = publications.last_reconciliation(session)
        inbox = rings.counts(session)
        return Status(
            articles=facts.count_articles(session),
            published=publications.count_articles(session),
            reviewers=facts.count(session, Reviewer),
            deliveries=facts.count(session, Delivery),
            waiting=deliveries.waiting(session),
            ledger=str(deliveries.head(session)),
            judgements=questions.count_judgements(session),
            stale=codebooks.count_stale(session, bench),
            claims=questions.states(session),
            reconciled_at=reconciled.at if reconciled else None,
            mended=publications.mended(session),
            quarantined=deliveries.count_refused(session) + inbox.get(rings.QUARANTINED, 0),
            unconfirmed=inbox.get(rings.UNCONFIRMED, 0),
            vanished=deliveries.count_gone(session),
            refused=deliveries.refusals(session, SHOWN_REFUSALS),
            flagged=flags.numbers(session),
            flags=flags.newest(session, SHOWN_FLAGS),
        )


def read_audit(bench: Workbench, limit: int) -> list[Noted]:
    """The newest entries of the audit."""
    with reading(bench.engine) as session:
        return [Noted(one.at, one.who, one.what, one.about) for one in audit.newest(session, limit)]


def unready(bench: Workbench) -> str | None:
    """Why this installation cannot do its work now, as far as it can tell by itself."""
    try:
        probe(bench.engine)
        free = disk_usage(bench.settings.home).free
    except ClaimdeskError as error:
        return error.what
    except OSError:
        return "The home cannot be looked into."
    return "The disk is almost full." if free < LEAST_FREE else None
