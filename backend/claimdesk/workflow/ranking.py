"""`rank`: what is worth checking, learnt from the desk's own verdicts where that is better."""

from dataclasses import dataclass
from datetime import UTC, datetime

from claimdesk import worth
from claimdesk.models import Ranking, Segment
from claimdesk.segmenting import FURNITURE
from claimdesk.store import facts, rankings
from claimdesk.store.database import reading, writing
from claimdesk.store.leases import turn
from claimdesk.workflow.bench import Progress, Workbench, quiet
from claimdesk.workflow.cutting import model_in_use, rated
from claimdesk.workflow.reading import take_snapshot
from claimdesk.worth import Example, Model

BATCH = 20
LEAST_NEW = 20
GROWTH = 1.2
"""A fit is due when there are so many more labels than at the last one."""


@dataclass(frozen=True)
class Ranked:
    """How the desk's model does: average precisions on held-out articles, and which is used."""

    labels: int
    used: bool
    rules_ap: float | None
    model_ap: float | None
    why: str


def rank(bench: Workbench, progress: Progress = quiet) -> Ranked:
    """Fit the model to all verdicts there are, and order claims by it if it is surely better.

    Raises Busy while somebody else does.
    """
    with turn(bench.engine, "rank"):
        fitted = worth.fit(_examples(bench))
        with writing(bench.engine) as session:
            before = rankings.newest(session)
            # After a restore nothing tells by what the scores were given.
            changed = fitted.on or before is None or before.used
            row = Ranking(
                fitted_at=datetime.now(UTC),
                labels=rankings.count_labels(session),
                used=fitted.on,
                rules_ap=fitted.rules_ap,
                model_ap=fitted.model_ap,
                why=fitted.why,
                model=fitted.model.to_json(),
            )
            found = Ranked(row.labels, row.used, row.rules_ap, row.model_ap, row.why)
            rankings.put(session, row)
        if changed:
            _score_anew(bench, progress)
            with writing(bench.engine) as session:
                rankings.date(session, datetime.now(UTC))
        return found


def is_due(bench: Workbench) -> bool:
    """Whether there are so many more verdicts that another fit may come out otherwise."""
    with reading(bench.engine) as session:
        before = rankings.newest(session)
        labels = rankings.count_labels(session)
    return labels >= max(LEAST_NEW, GROWTH * before.labels + LEAST_NEW if before else 0)


def _examples(bench: Workbench) -> list[Example]:
    labels = bench.labels
    with take_snapshot(bench) as snapshot:
        return [
            Example(
                text=claim.text,
                language=claim.language or "und",
                role=claim.role,
                article=claim.article.story or claim.article.id,
                worth=claim.verdict != labels.reject,
                attributed=claim.speaker is not None,
            )
            for claim in snapshot.claims
            if claim.verdict in labels.votes and claim.role not in FURNITURE
        ]


def _score_anew(bench: Workbench, progress: Progress) -> None:
    """Give every segment the score of whatever is used now, a few articles at a time."""
    done, after = 0, ""
    while True:
        with writing(bench.engine) as session:
            ids = rankings.articles_after(session, after, BATCH)
            if not ids:
                return
            model = model_in_use(session)
            texts = dict(facts.texts(session, ids))
            segments = facts.segments_of(session, ids)
            scores = [
                (one.id, score.score, list(score.reasons))
                for article in ids
                for one in segments[article]
                if (score := _rated(texts[article], one, model)) is not None
            ]
            rankings.rescore(session, scores)
        after = ids[-1]
        done += len(ids)
        progress("articles ordered anew", done, None)


def _rated(text: str, one: Segment, model: Model | None) -> worth.Worth | None:
    words = text[one.start : one.end]
    attributed = one.speaker_start is not None
    return rated(words, one.language or "und", one.role, attributed=attributed, model=model)
