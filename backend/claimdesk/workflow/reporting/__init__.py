"""`report`: how far reviewers agree, from the judgements that stand now.

Nothing here changes anything. What counts is slow to import and is imported when it is asked for.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlmodel import Session

from claimdesk.labels import Labels
from claimdesk.labelstudio.tasks import published
from claimdesk.store import deliveries, facts, questions, rereadings, statistics
from claimdesk.store.database import reading
from claimdesk.store.deliveries import Pair
from claimdesk.workflow.asked import part_readers
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.deciding import rules
from claimdesk.workflow.reporting.figures import Counts, Report, rule_of_thumb

__all__ = ["Report", "report", "rule_of_thumb"]


def report(bench: Workbench, *, identities: bool = False, force_model: bool = False) -> Report:
    """Everything that is told of agreement, from one state of the database.

    Reviewers go by their pseudonyms. `identities` shows their addresses: whoever asks for that
    notes it in the audit first. `force_model` fits the model however small the panel is.
    """
    from claimdesk.workflow.reporting import labelled, modelled, people, placed

    labels = bench.labels.votes
    with reading(bench.engine) as session:
        claims = statistics.claims(session, labels)
        votes = statistics.votes(session, claims.ids, labels)
        names = statistics.names(session, identities=identities)
        lengths = statistics.lengths(session)
        finished = statistics.finished(session, lengths)
        judged = {article: lengths[article] for article in claims.articles}
        in_part = _in_part(session, bench.labels, lengths)
        whole = {pair: seconds for pair, seconds in finished.items() if pair not in in_part}
        return Report(
            taken_at=datetime.now(UTC),
            ledger=str(deliveries.head(session)),
            policy=", ".join(statistics.policies(session)) or rules(bench),
            labels=labels,
            counts=_counts(session),
            labelled=labelled.measure(session, labels, claims, votes, names),
            placed=placed.measure(session, bench.labels.verdicts, judged, whole),
            reviewers=people.measure(session, bench.labels, votes, (finished, in_part), names),
            model=modelled.measure(session, labels, claims, votes, force=force_model),
        )


def _in_part(session: Session, labels: Labels, articles: Iterable[str]) -> dict[Pair, int]:
    """Who was asked only for some claims of an article, and for how many."""
    segments = facts.segments_of(session, rereadings.rereadings(session, articles))
    shown = {article: published(some, labels) for article, some in segments.items()}
    found = part_readers(session, shown, labels.reject)
    return {pair: len(claims) for pair, claims in found.items()}


def _counts(session: Session) -> Counts:
    robust, fragile, flips = statistics.sturdiness(session)
    return Counts(
        claims=questions.states(session),
        robust=robust,
        fragile=fragile,
        flips=_ordered(flips),
        events=statistics.events(session),
    )


def _ordered(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items()))
