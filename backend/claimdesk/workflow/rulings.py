"""What adjudicators decided, read from the deliveries: a version adopted, or something anew.

Like judgements, rulings follow from the ledger and from what was shown of a conflict, in whatever
order they arrive.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from claimdesk.labels import ADOPT, Labels
from claimdesk.labelstudio import annotations
from claimdesk.labelstudio.annotations import Unusable
from claimdesk.models import Conflict, Delivery
from claimdesk.spans import Region
from claimdesk.store import conflicts, deliveries, derived

Row = dict[str, Any]
Judged = Callable[[Delivery], Collection[str]]
"""Which claims a review judges."""

CARRIED = ("reason", "evidence", "note")
"""What a ruling has of a version or of a region, whichever it is."""


@dataclass(frozen=True)
class _Said:
    """A delivery that rules: what it comes to, if anything, and who it is from."""

    delivery: Delivery
    who: int
    made_at: datetime
    row: Row | None
    why: str | None = None


def rule(
    session: Session, adjudication: Labels, texts: Mapping[str, str], judged: Judged
) -> set[str]:
    """Write the rulings on claims of some articles anew; return the claims that had or have one.

    Whose ruling does not count is noted with the delivery, as far as it is not known.
    """
    arrived = deliveries.rulings_on(session, texts)
    if not arrived:
        return derived.replace_rulings(session, texts, [])
    shown = conflicts.conflicts(session, {one.claim_id or "" for one, _ in arrived})
    judges = _judges(session, texts, [one for one, _ in arrived], judged)
    outcomes: dict[int, str | None] = {}
    of_claim: dict[str, dict[str, _Said]] = {}
    for delivery, gone in arrived:
        claim, number = delivery.claim_id or "", delivery.id or 0
        try:
            said = _read(adjudication, texts[delivery.article_id], delivery, shown.get(claim))
            _check_author(said, shown.get(claim), judges)
        except Unusable as unusable:
            outcomes[number] = str(unusable)
            continue
        except Exception as error:  # what came from outside may not hold up what comes after it
            outcomes[number] = f"it cannot be read ({type(error).__name__})"
            continue
        outcomes[number] = said.why
        if not gone:  # of one annotation the version that arrived last counts
            of_claim.setdefault(claim, {})[delivery.annotation] = said
    rows = [row for said in of_claim.values() for row in _chosen(said.values(), outcomes)]
    _note(session, arrived, outcomes)
    return derived.replace_rulings(session, texts, rows)


def _chosen(said: Iterable[_Said], outcomes: dict[int, str | None]) -> list[Row]:
    """The ruling that counts: who ruled first keeps the claim, and may say something else later."""
    usable = [one for one in said if one.row is not None]
    if not usable:
        return []
    first = min(usable, key=lambda one: (one.made_at, one.delivery.annotation))
    theirs = [one for one in usable if one.who == first.who]
    for one in usable:
        if one.who != first.who:
            outcomes[one.delivery.id or 0] = "another adjudicator has ruled on this claim before"
    last = max(theirs, key=lambda one: (one.delivery.said_at, one.delivery.key))
    return [last.row] if last.row else []


def _read(adjudication: Labels, text: str, delivery: Delivery, conflict: Conflict | None) -> _Said:
    """What one delivery comes to. Raises Unusable when it is no word of an adjudicator's at all."""
    stamp, who = annotations.signed(delivery.body)
    if stamp.was_cancelled:
        return _Said(delivery, who, stamp.created_at, None)
    marked = annotations.regions(delivery.body, text, adjudication)
    if conflict is None:
        raise Unusable("it is not recorded what was shown of this claim")
    row = why = None
    try:
        row = _row(adjudication, delivery, conflict, _decided(adjudication, marked, conflict))
    except Unusable as unusable:
        why = str(unusable)
    return _Said(delivery, who, stamp.created_at, row, why)


def _decided(adjudication: Labels, marked: Sequence[Region], conflict: Conflict) -> Region:
    """The one region that carries a decision: the claim's own, or one drawn in its place."""
    said = [one for one in marked if one.label != adjudication.open]
    if not said:
        raise Unusable("it decides nothing")
    if len(said) > 1:
        raise Unusable(f"it decides {len(said)} places where one claim was asked for")
    (one,) = said
    if one.id != conflict.claim_id and not (one.start < conflict.end and conflict.start < one.end):
        raise Unusable("what it decides lies elsewhere in the article")
    return one


def _row(adjudication: Labels, delivery: Delivery, conflict: Conflict, region: Region) -> Row:
    label = adjudication.labels[region.label]
    common = {
        "claim_id": conflict.claim_id,
        "article_id": conflict.article_id,
        "reviewer_id": delivery.reviewer_id,
        "delivery_id": delivery.id,
        "said_at": delivery.said_at,
        "overruling": region.overruling,
        "adopted": None,
    }
    if label.counts != ADOPT:
        place = {"start": region.start, "end": region.end, "verdict": region.label}
        own = {name: getattr(region, name) for name in CARRIED}
        return common | place | own | {"evidence": list(region.evidence)}
    version = conflict.versions.get(label.adopts)
    if version is None:
        raise Unusable(f"it adopts version {label.adopts}, which was not shown")
    place = {name: version[name] for name in ("start", "end", "verdict", *CARRIED)}
    note = {"note": region.note or version["note"]}
    return common | place | note | {"adopted": label.adopts}


def _check_author(
    said: _Said, conflict: Conflict | None, judges: Mapping[tuple[str, int], datetime]
) -> None:
    """Raise Unusable when a ruling is by somebody who had judged the claim before."""
    if conflict is None or said.row is None:
        return
    theirs = {version["reviewer_id"] for version in conflict.versions.values()}
    when = judges.get((conflict.claim_id, said.who))
    ruled_at = said.delivery.said_at
    if said.who in theirs or (when is not None and ruled_at is not None and when <= ruled_at):
        raise Unusable("whoever ruled on this claim had judged it as a reviewer")


def _judges(
    session: Session, articles: Iterable[str], ruling: Iterable[Delivery], judged: Judged
) -> dict[tuple[str, int], datetime]:
    """When those who rule on claims of some articles first judged which claims of them."""
    people = {one.reviewer_id for one in ruling if one.reviewer_id is not None}
    found: dict[tuple[str, int], datetime] = {}
    for delivery in deliveries.reviews_by(session, articles, people):
        for claim in judged(delivery):
            key, when = (claim, delivery.reviewer_id or 0), delivery.said_at
            if when is not None:
                found[key] = min(when, found.get(key, when))
    return found


def _note(
    session: Session, arrived: Sequence[tuple[Delivery, bool]], outcomes: Mapping[int, str | None]
) -> None:
    """Note how handling went where that is news."""
    news = {
        one.id or 0: outcomes[one.id or 0]
        for one, _ in arrived
        if not one.handled or one.refused != outcomes[one.id or 0]
    }
    if news:
        deliveries.mark_handled(session, news)
