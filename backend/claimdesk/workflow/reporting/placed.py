"""Agreement on where claims are, from the regions as each reviewer left them.

A unit is a region under a verdict. What a reviewer calls no claim, deletes, passes or leaves
without a verdict is a gap, and so is furniture that they leave alone: it is the same statement,
made in several ways, that no claim with a verdict stands there.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlmodel import Session

from claimdesk.agreement.units import Continuum, flattened, unitizing
from claimdesk.store import statistics
from claimdesk.store.deliveries import Pair
from claimdesk.workflow.reporting.figures import Placed


def measure(
    session: Session,
    verdicts: Sequence[str],
    lengths: Mapping[str, int],
    finished: Mapping[Pair, Any],
) -> Placed:
    """The alpha_u family over all articles that two reviewers finished.

    `lengths`, in code points, are of the articles of which anything was judged: where nobody did
    that, the work was not done, and to count it as perfect agreement would flatter.
    """
    readers: dict[str, list[int]] = {}
    for article, account in finished:
        if article in lengths:
            readers.setdefault(article, []).append(account)
    shared = {article: them for article, them in readers.items() if len(them) >= 2}
    found = unitizing(_continua(session, verdicts, lengths, shared))
    return Placed(
        articles=len(shared),
        whole=found.whole,
        marking=found.marking,
        coding=found.coding,
        verdicts={one: found.per_label[one] for one in verdicts if one in found.per_label},
        coverage=found.coverage,
    )


def _continua(
    session: Session,
    verdicts: Sequence[str],
    lengths: Mapping[str, int],
    readers: Mapping[str, Sequence[int]],
) -> Iterator[Continuum]:
    """Every article with those who finished it, also if they marked nothing in it."""
    waiting = set(readers)
    for article, left in statistics.regions(session, verdicts):
        if article in waiting:
            waiting.remove(article)
            marked = {who: left.get(who, ()) for who in readers[article]}
            yield Continuum(lengths[article], {who: flattened(marked[who]) for who in marked})
    for article in sorted(waiting):
        yield Continuum(lengths[article], {who: [] for who in readers[article]})
