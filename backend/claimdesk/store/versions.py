"""What answers follow from, in so few words that asking for them costs almost nothing.

Whoever lets something else change what articles, claims or judgements look like adds it here.
"""

import hashlib
from typing import Any

from sqlalchemy import Text, cast, func, select
from sqlmodel import Session, col

from claimdesk.models import (
    Article,
    Codebook,
    Consensus,
    GoldAnswer,
    Match,
    Publication,
    Ranking,
    Reviewer,
)
from claimdesk.store import deliveries


def state(session: Session) -> str:
    """A digest: as long as it stays the same, so does everything that can be read."""
    questions: list[Any] = [
        # articles that were loaded, or cut anew
        select(func.count(), func.sum(col(Article.segmenter))),
        # links, and whose they are
        select(
            func.count(),
            func.sum(col(Publication.task_id)),
            func.sum(col(Publication.project_id)),
        ),
        select(func.count(), func.max(col(Reviewer.erased_at))).select_from(Reviewer),
        select(func.count()).select_from(GoldAnswer),
        # what is known of origins
        select(
            func.count(),
            func.sum(col(Match.start)),
            func.sum(col(Match.end)),
            func.sum(func.length(cast(col(Match.drifts), Text))),
        ),
        select(func.count(), func.max(col(Codebook.first_used_at))),
        # what was decided anew, and how claims are ordered
        select(col(Consensus.policy), func.count())
        .group_by(col(Consensus.policy))
        .order_by(col(Consensus.policy)),
        select(col(Ranking.fitted_at)),
    ]
    found: list[Any] = [str(deliveries.head(session)), deliveries.waiting(session)]
    for question in questions:
        found += [str(value) for row in session.execute(question) for value in row]
    return hashlib.sha256(repr(found).encode()).hexdigest()
