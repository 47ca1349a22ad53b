"""What the judgements on some articles add up to, written in place of what was there."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median_low
from typing import Any

from sqlmodel import Session

from claimdesk import consensus, spans
from claimdesk.blindness import PASTED
from claimdesk.consensus import ADJUDICATED, INSUFFICIENT, Policy
from claimdesk.consensus.conflicts import is_challenged
from claimdesk.consensus.evidence import origins
from claimdesk.consensus.sensitivity import Basis, Deciding, probe
from claimdesk.labels import Labels
from claimdesk.models import segment_id
from claimdesk.spans import ADDED, MERGE, Drawn, Published
from claimdesk.store import deliveries, derived, facts
from claimdesk.store.derived import Ruled, Said
from claimdesk.workflow import notifying
from claimdesk.workflow.asked import part_readers
from claimdesk.workflow.bench import Workbench

FIELDS = re.compile(r"[,;]\s+")
"""What stands between the parts of a piece of evidence: where it is, its kind, what it says."""

NONE_OF_OURS = "nobody of this desk has judged it"
"""Why what only others say decides nothing: it may tip a scale, and never is one."""

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
    What is discounted is as if nobody had said it, and planted articles have no consensus.
    """
    said, support = _gathered(session, bench.labels, shown, _content(session, said))
    touched = touched | support.keys()
    of_claim = defaultdict(list)
    for one in sorted(said, key=lambda one: (one.claim_id, one.reviewer_id)):
        if one.claim_id in touched and one.discounted is None:
            of_claim[one.claim_id].append(one)
    labels, deciding = bench.labels, _deciding(bench)
    common = {"policy": rules(bench)}
    spots = {one.id: one for published in shown.values() for one in published}
    rows = [
        _decided(labels, deciding, found, spots) | {"support": support.get(claim)} | common
        for claim, found in of_claim.items()
    ]
    ruled = derived.rulings_on(session, shown)
    unheard = [ruled[claim] for claim in sorted(ruled.keys() & touched - of_claim.keys())]
    rows += [
        _unheard(labels, one) | {"support": support.get(one.claim_id)} | common for one in unheard
    ]
    rows = [
        _ruled(row, ruled.get(row["claim_id"]), of_claim.get(row["claim_id"], ())) for row in rows
    ]
    derived.replace_consensus(session, touched, rows)
    notifying.watch(session, bench, rows, touched)


def left_open(bench: Workbench, said: Sequence[Said]) -> set[str]:
    """The claims that these judgements do not settle; for articles that have no consensus."""
    of_claim = defaultdict(list)
    for one in said:
        if one.discounted is None:
            of_claim[one.claim_id].append(one)
    deciding = _deciding(bench)
    return {
        claim
        for claim, found in of_claim.items()
        if not deciding(
            Counter(_votes(bench.labels, found)), _abstained(bench.labels, found)
        ).settled
    }


def _deciding(bench: Workbench) -> Deciding:
    labels = bench.labels
    return Deciding(labels.reject, len(labels.verdicts), _policy(bench), labels.objections)


def _votes(labels: Labels, said: Sequence[Said]) -> dict[str, int]:
    """How many gave each label that is a vote."""
    given = Counter(one.verdict for one in said)
    return {label: given[label] for label in labels.votes}


def _abstained(labels: Labels, said: Sequence[Said]) -> int:
    return sum(labels.counts(one.verdict) == "abstain" for one in said)


def _content(session: Session, said: Sequence[Said]) -> list[Said]:
    """What was said of content, by those whose work counts; pasted words are no pasted regions."""
    planted = facts.planted(session, {one.article_id for one in said})
    fair = [one for one in said if one.discounted in (None, PASTED)]
    return [one for one in fair if one.article_id not in planted]


def _gathered(
    session: Session, labels: Labels, shown: Mapping[str, Sequence[Published]], said: Sequence[Said]
) -> tuple[list[Said], dict[str, float]]:
    """Everything said, added claims under the name they share, and their support; old names too.

    A name that nothing goes by any more has no support.
    """
    added = [one for one in said if one.change == ADDED]
    if not added:
        return list(said), {}
    readers = _readers(session, labels, shown, added)
    names: dict[tuple[str, int], str] = {}
    support = dict.fromkeys((one.claim_id for one in added), 0.0)
    for article in {one.article_id for one in added}:
        drawn = {
            Drawn(one.reviewer_id, one.start, one.end): one.claim_id
            for one in added
            if one.article_id == article
        }
        taken = [(one.start, one.end) for one in shown[article]]
        for found in spans.cluster(drawn, finished=len(readers[article]), taken=taken):
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


def _readers(
    session: Session, labels: Labels, shown: Mapping[str, Sequence[Published]], added: list[Said]
) -> dict[str, set[int]]:
    """Who read all of an article in which claims were added, or added one all the same."""
    found: dict[str, set[int]] = {one.article_id: set() for one in added}
    for one in added:
        found[one.article_id].add(one.reviewer_id)
    in_part = part_readers(session, {one: shown[one] for one in found}, labels.reject)
    for article, reviewer in deliveries.finishers(session, found):
        if (article, reviewer) not in in_part:
            found[article].add(reviewer)
    return found


def _decided(
    labels: Labels, deciding: Deciding, said: Sequence[Said], shown: Mapping[str, Published]
) -> Row:
    """Consensus of one claim; its span is the lower median of the reviewers' starts and ends."""
    votes, abstained = _votes(labels, said), _abstained(labels, said)
    voters = [one for one in said if one.verdict in votes]
    decision = deciding(Counter(votes), abstained)
    if voters and not any(map(_is_ours, voters)):
        decision = replace(
            decision, state=INSUFFICIENT, verdict=None, settled=False, why=NONE_OF_OURS
        )
    bases = [
        Basis(one.verdict, _origins(labels, one), anonymous=_anonymous(labels, one))
        for one in voters
    ]
    sensitivity = probe(
        bases if decision.why != NONE_OF_OURS else [], abstained=abstained, deciding=deciding
    )
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
        "challenged": False,
    }


def _is_ours(one: Said) -> bool:
    """Whether somebody of this desk said it; who speaks outside has a number below zero."""
    return one.reviewer_id >= 0


def _unheard(labels: Labels, ruled: Ruled) -> Row:
    """A claim of which nothing is left but what an adjudicator decided."""
    return {
        "claim_id": ruled.claim_id,
        "article_id": ruled.article_id,
        "votes": dict.fromkeys(labels.votes, 0),
        "abstained": 0,
        "margin": 0,
    }


def _ruled(row: Row, ruled: Ruled | None, said: Sequence[Said]) -> Row:
    """The consensus as the adjudicator decided it, whatever was voted then and later.

    What the adjudicator says as a reviewer speaks neither for nor against the ruling.
    """
    if ruled is None:
        return row
    own = Counter(one.verdict for one in said if one.reviewer_id == ruled.reviewer_id)
    others = {label: count - own[label] for label, count in row["votes"].items()}
    challenged = is_challenged(others, ruled.seen, ruled.verdict)
    what = f"adopted version {ruled.adopted}" if ruled.adopted else "decided anew"
    return row | {
        "start": ruled.start,
        "end": ruled.end,
        "state": ADJUDICATED,
        "verdict": ruled.verdict,
        "settled": True,
        "why": f"an adjudicator {what}" + (", later votes speak against it" if challenged else ""),
        "reason": ruled.reason,
        "probability": None,
        "robust": None,
        "flips": [],
        "challenged": challenged,
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
