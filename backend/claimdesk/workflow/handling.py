"""`handle` and `replay`: deliveries become judgements, again and again the same.

Nothing here is lost when it goes wrong: a delivery that cannot be read is set aside with the
reason, and handling all of them anew repairs whatever a mistake in this file has written. What
the judgements add up to is told by `deciding`.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlmodel import Session

from claimdesk import spans
from claimdesk.labelstudio import annotations
from claimdesk.labelstudio.annotations import Unusable
from claimdesk.labelstudio.tasks import published
from claimdesk.models import Delivery, Rereading, segment_id
from claimdesk.spans import ADDED, REDRAWN, Judged, Place, Published, Region
from claimdesk.store import deliveries, derived, facts, rereadings
from claimdesk.store.database import reading, writing
from claimdesk.store.deliveries import Pair
from claimdesk.store.derived import Said
from claimdesk.store.leases import turn
from claimdesk.workflow.asked import asked_for, only_those
from claimdesk.workflow.bench import Progress, Workbench, quiet
from claimdesk.workflow.deciding import decide, rules

BATCH = 20
"""Most articles in one transaction: whoever else wants to write waits for its end."""

PAUSE = 0.002
"""Seconds between two transactions, for those who wait."""

Row = dict[str, Any]


def handle(bench: Workbench, progress: Progress = quiet) -> int:
    """Look into every delivery that is waiting; return how many do not count."""
    done = refused = 0
    while True:
        with writing(bench.engine) as session:
            waiting = deliveries.unhandled(session, BATCH)
            if not waiting:
                break
            refused += _handle(session, bench, waiting)
        done += len(waiting)
        progress("deliveries handled", done, None)
        time.sleep(PAUSE)
    _decide_anew(bench, progress)
    return refused


def replay(bench: Workbench, progress: Progress = quiet) -> int:
    """Build everything that is derived again from the deliveries; return how many there are."""
    with turn(bench.engine, "pull", wait=30.0) as lease:
        with writing(bench.engine) as session:
            lease.keep(session)
            derived.forget(session)
            number = facts.count(session, Delivery)
        handle(bench, progress)
        return number


def _decide_anew(bench: Workbench, progress: Progress) -> None:
    """Whatever was decided by other rules is decided by those that hold now."""
    done, now = 0, rules(bench)
    with reading(bench.engine) as session:
        if not derived.decided_otherwise(session, now, 1):
            return
    while True:
        with writing(bench.engine) as session:
            articles = derived.decided_otherwise(session, now, BATCH)
            if not articles:
                return
            derived.forget_consensus(session, articles)
            readings = _readings(session, bench, set(articles))
            _rederive(session, bench, readings, deliveries.pairs_on(session, articles))
        done += len(articles)
        progress("articles decided anew", done, None)
        time.sleep(PAUSE)


class Reading:
    """One article with what reviewers left on it; each annotation is read once."""

    def __init__(
        self,
        bench: Workbench,
        article: str,
        text: str,
        shown: list[Published],
        asked: Sequence[Rereading],
    ) -> None:
        self.article = article
        self.text = text
        self.shown = shown
        self._asked = asked
        self._labels = bench.labels
        self._read: dict[int, list[Region]] = {}

    def regions(self, delivery: Delivery) -> list[Region]:
        """What stands in an annotation. Raises Unusable when it does not count."""
        number = delivery.id or 0
        if number not in self._read:
            self._read[number] = self._checked(delivery)
        return self._read[number]

    def judged(self, delivery: Delivery) -> list[Judged]:
        """What an annotation says of the claims that it was asked for, and of added ones."""
        regions, reject = self.regions(delivery), self._labels.reject
        claims = asked_for(self._asked, self.shown, delivery, reject)
        shown = self.shown if claims is None else only_those(self.shown, claims, reject)
        said = spans.judged(
            self.text,
            shown,
            regions,
            reject=reject,
            name=lambda start, end: segment_id(self.article, start, end),
        )
        if claims is None:
            return said
        spots = {spans.core(self.text, one.start, one.end): one.id for one in self.shown}
        return [_at_home(one, spots) for one in said]

    def _checked(self, delivery: Delivery) -> list[Region]:
        if annotations.SET_ASIDE in delivery.body:
            raise Unusable(str(delivery.body["why"]))
        stamp = annotations.stamp(delivery.body)
        if stamp is None:
            raise Unusable("it does not say which annotation it is and when it was saved")
        annotations.author(stamp)
        if stamp.was_cancelled:
            return []
        return annotations.regions(delivery.body, self.text, self._labels)


def _at_home(one: Judged, spots: Mapping[Place, str]) -> Judged:
    """What was drawn where a claim lies that was not asked for is said of that claim."""
    claim = spots.get((one.region.start, one.region.end))
    if one.change != ADDED or claim is None:
        return one
    return replace(one, claim_id=claim, change=REDRAWN)


def _handle(session: Session, bench: Workbench, waiting: Sequence[Delivery]) -> int:
    readings = _readings(session, bench, {delivery.article_id for delivery in waiting})
    outcomes = {
        delivery.id or 0: _reason_against(readings[delivery.article_id], delivery)
        for delivery in waiting
    }
    deliveries.mark_handled(session, outcomes)
    pairs = deliveries.authors_of(session, {delivery.annotation for delivery in waiting})
    _rederive(session, bench, readings, pairs)
    return sum(reason is not None for reason in outcomes.values())


def _readings(session: Session, bench: Workbench, articles: set[str]) -> dict[str, Reading]:
    segments = facts.segments_of(session, articles)
    asked = rereadings.rereadings(session, articles)
    return {
        article: Reading(
            bench,
            article,
            text,
            published(segments[article], bench.labels),
            asked.get(article, ()),
        )
        for article, text in facts.texts(session, articles)
    }


def _reason_against(reading: Reading, delivery: Delivery) -> str | None:
    """Why a delivery does not count, if it does not."""
    if delivery.kind == deliveries.TOMBSTONE:
        return None
    try:
        reading.regions(delivery)
    except Unusable as unusable:
        return str(unusable)
    except Exception as error:  # what came from outside may not hold up all that comes after it
        return f"it cannot be read ({type(error).__name__})"
    return None


def _rederive(
    session: Session, bench: Workbench, readings: Mapping[str, Reading], pairs: set[Pair]
) -> None:
    """Write reviewers' judgements on articles, and the consensus they touch, anew."""
    newest = deliveries.last_said(session, pairs)
    rows = [row for pair in sorted(newest) for row in _judgements(readings[pair[0]], newest[pair])]
    before = derived.judgements_on(session, {article for article, _ in pairs})
    derived.replace_judgements(session, pairs, rows)
    stay = [one for one in before if (one.article_id, one.reviewer_id) not in pairs]
    new = [_said(row) for row in rows]
    gone = [one for one in before if (one.article_id, one.reviewer_id) in pairs]
    touched = {one.claim_id for one in gone + new}
    shown = {article: reading.shown for article, reading in readings.items()}
    decide(session, bench, shown, stay + new, touched)


def _said(row: Row) -> Said:
    return Said(**{name: row[name] for name in Said._fields})


def _judgements(reading: Reading, newest: Delivery) -> list[Row]:
    if newest.body.get("was_cancelled"):
        return []
    try:
        said = reading.judged(newest)
    except Unusable:  # it was read when the label config had other labels
        return []
    return [
        {
            "claim_id": one.claim_id,
            "reviewer_id": newest.reviewer_id,
            "article_id": reading.article,
            "start": one.region.start,
            "end": one.region.end,
            "verdict": one.region.label,
            "change": one.change,
            "reason": one.region.reason,
            "evidence": list(one.region.evidence),
            "note": one.region.note,
            "confidence": one.region.confidence,
            "delivery_id": newest.id,
            "said_at": newest.said_at,
            "config": newest.config,
        }
        for one in said
    ]
