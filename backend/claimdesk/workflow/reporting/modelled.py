"""What the model of Dawid and Skene makes of the votes: advice, beside the consensus."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sqlmodel import Session

from claimdesk.consensus import dawid_skene
from claimdesk.consensus import votes as arrays
from claimdesk.consensus.dawid_skene import Fit, Options
from claimdesk.store import statistics
from claimdesk.store.statistics import NO_LABEL, Claims, Votes
from claimdesk.workflow.reporting.figures import MOST_LISTED, Model, Otherwise

Wholes = NDArray[np.int64]


def measure(
    session: Session, labels: Sequence[str], claims: Claims, votes: Votes, *, force: bool
) -> Model:
    """The model beside the consensus; without a fit where it was refused."""
    shape = len(claims.ids), len(votes.accounts), len(labels)
    try:
        given = arrays.votes(votes.claims, votes.reviewers, votes.labels, shape=shape)
        options = Options(prior=dawid_skene.mostly_right(len(labels)))
        advice = dawid_skene.advise(given, options, force=force)
    except ValueError as error:
        return _unfitted(f"{error}")
    if advice.fit is None:
        return _unfitted(advice.refused)
    return _compared(session, labels, claims, advice.fit, advice.refused)


def _unfitted(why: str | None) -> Model:
    return Model(False, why, 0, False, 0, 0, 0, ())


def _compared(
    session: Session, labels: Sequence[str], claims: Claims, fit: Fit, refused: str | None
) -> Model:
    decided = np.asarray(claims.verdict_of, dtype=np.int64)
    says = fit.labels != NO_LABEL
    both = says & (decided != NO_LABEL)
    otherwise = np.flatnonzero(both & (fit.labels != decided))
    return Model(
        fitted=True,
        refused=refused,
        iterations=fit.iterations,
        converged=fit.converged,
        compared=int(both.sum()),
        otherwise=len(otherwise),
        suggested=int((says & (decided == NO_LABEL)).sum()),
        listed=_listed(session, labels, claims, fit, otherwise),
    )


def _listed(
    session: Session, labels: Sequence[str], claims: Claims, fit: Fit, otherwise: Wholes
) -> tuple[Otherwise, ...]:
    """The claims that differ, those first of which the model is surest."""
    sure = fit.posteriors[otherwise].max(axis=1) if len(otherwise) else np.empty(0)
    order = np.lexsort((otherwise, -np.round(sure, 9)))[:MOST_LISTED]
    listed = [(int(otherwise[place]), float(sure[place])) for place in order]
    words = statistics.words(session, [claims.ids[code] for code, _ in listed])
    return tuple(
        Otherwise(
            *words[claims.ids[code]],
            consensus=labels[claims.verdict_of[code]],
            model=labels[int(fit.labels[code])],
            probability=probability,
        )
        for code, probability in listed
    )
