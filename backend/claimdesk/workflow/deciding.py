"""What the judgements on some articles add up to, written in place of what was there."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from statistics import median_low
from typing import Any

from sqlmodel import Session

from claimdesk import consensus, spans
from claimdesk.consensus import Policy
from claimdesk.consensus.evidence import origins
from claimdesk.consensus.sensitivity import Basis, Deciding, probe
from claimdesk.labels import Labels
from claimdesk.models import segment_id
from claimdesk.spans import ADDED, MERGE, Drawn, Published
from claimdesk.store import deliveries, derived
from claimdesk.store.derived import Said
from claimdesk.workflow import notifying
from claimdesk.workflow.bench import Workbench

FIELDS = re.compile(r"[,;]\s+")
"""What stands between the parts of a piece of evidence: where it is, its kind, what it says."""

Row = dict[str, Any]


def rules(bench: Workbench) -> str:
    """By what this desk decides, in a few words that are kept with every consensus."""
    return f"{_policy(bench).name},labels={bench.labels.rules}"


def _policy(bench: Workbench) -> Policy:
    settings = bench.settings
    return Policy(min_reviewers=settings.min_reviewers, strict=settings.strict)


def decide(
    session: Session,
    bench: Workbench,
    shown: Mapping[str, Sequence[Published]],
    said: Sequence[Said],
    touched: set[str],
) -> None:
    """Write the consensus of touched claims anew, from everything that was `said` of articles.

    `shown` are the segments of each article. Added claims of several reviewers that mean the
    same become one, and whoever finishes an article changes how well each of them is supported.
    """
    said, support = _gathered(session, shown, said)
    touched = touched | support.keys()
    of_claim = defaultdict(list)
    for one in sorted(said, key=lambda one: (one.claim_id, one.reviewer_id)):
        if one.claim_id in touched:
            of_claim[one.claim_id].append(one)
    labels = bench.labels
    deciding = Deciding(labels.reject, len(labels.verdicts), _policy(bench), labels.objections)
    common = {"policy": rules(bench)}
    spots = {one.id: one for published in shown.values() for one in published}
    rows = [
        _decided(labels, deciding, found, spots) | {"support": support.get(claim)} | common
        for claim, found in of_claim.items()
    ]
    derived.replace_consensus(session, touched, rows)
    notifying.watch(session, bench, rows, touched)


def _gathered(
    session: Session, shown: Mapping[str, Sequence[Published]], said: Sequence[Said]
) -> tuple[list[Said], dict[str, float]]:
    """Everything said, added claims under the name they share, and their support; old names too.

    A name that nothing goes by any more has no support.
    """
    added = [one for one in said if one.change == ADDED]
    if not added:
        return list(said), {}
    finished = deliveries.finished(session, {one.article_id for one in added})
    names: dict[tuple[str, int], str] = {}
    support = dict.fromkeys((one.claim_id for one in added), 0.0)
    for article in {one.article_id for one in added}:
        drawn = {
            Drawn(one.reviewer_id, one.start, one.end): one.claim_id
            for one in added
            if one.article_id == article
        }
        taken = [(one.start, one.end) for one in shown[article]]
        for found in spans.cluster(drawn, finished=finished[article], taken=taken):
            name = segment_id(article, found.start, found.end)
            support[name] = found.support
            names |= {(drawn[one], one.reviewer): name for one in found.members}
    changed = [(*key, name) for key, name in names.items() if key[0] != name]
    derived.rename_claims(session, sorted(changed))
    renamed = [
        one._replace(claim_id=names.get((one.claim_id, one.reviewer_id), one.claim_id))
        for one in said
    ]
    return renamed, support


def _decided(
    labels: Labels, deciding: Deciding, said: Sequence[Said], shown: Mapping[str, Published]
) -> Row:
    """Consensus of one claim; its span is the lower median of the reviewers' starts and ends."""
    votes = dict.fromkeys(labels.votes, 0)
    voters = [one for one in said if one.verdict in votes]
    for one in voters:
        votes[one.verdict] += 1
    abstained = sum(labels.counts(one.verdict) == "abstain" for one in said)
    decision = deciding(Counter(votes), abstained)
    bases = [
        Basis(one.verdict, _origins(labels, one), anonymous=_anonymous(labels, one))
        for one in voters
    ]
    sensitivity = probe(bases, abstained=abstained, deciding=deciding)
    reasons = consensus.count_reasons(
        ((one.verdict, one.reason) for one in voters), verdict=decision.verdict
    )
    places = [_place(one, shown) for one in voters or said]
    return {
        "claim_id": said[0].claim_id,
        "article_id": said[0].article_id,
        "start": median_low(start for start, _ in places),
        "end": median_low(end for _, end in places),
        "state": decision.state,
        "verdict": decision.verdict,
        "votes": votes,
        "abstained": abstained,
        "margin": decision.margin,
        "probability": decision.probability,
        "settled": decision.settled,
        "why": decision.why,
        "reason": consensus.leading_reason(reasons),
        "robust": sensitivity.robust,
        "flips": [flip.code for flip in sensitivity.flips],
    }


def _origins(labels: Labels, one: Said) -> frozenset[str] | None:
    """Of each piece of evidence only where it lies: what is told of it differs by who tells it."""
    if one.verdict not in labels.well_founded:
        return None
    return origins(FIELDS.split(piece, maxsplit=1)[0] for piece in one.evidence)


def _anonymous(labels: Labels, one: Said) -> bool:
    """Whether a judgement rests on nothing but people without a name."""
    named = [labels.anonymous.isdisjoint(_fields(piece)) for piece in one.evidence]
    return one.reason in labels.anonymous or (bool(named) and not any(named))


def _fields(piece: str) -> list[str]:
    return [field.strip().casefold() for field in FIELDS.split(piece)]


def _place(one: Said, shown: Mapping[str, Published]) -> tuple[int, int]:
    """Where a reviewer says that the claim is; to merge claims is no word on where each ends."""
    spot = shown.get(one.claim_id) if one.change == MERGE else None
    return (spot.start, spot.end) if spot else (one.start, one.end)
