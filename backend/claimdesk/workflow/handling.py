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

from claimdesk import outside, spans
from claimdesk.labelstudio import annotations
from claimdesk.labelstudio.annotations import Unusable
from claimdesk.labelstudio.tasks import published
from claimdesk.models import Delivery, Rereading, segment_id
from claimdesk.outside import kept
from claimdesk.spans import ADDED, REDRAWN, Judged, Passage, Place, Published, Region
from claimdesk.store import deliveries, derived, facts, rereadings
from claimdesk.store.database import reading, writing
from claimdesk.store.deliveries import Pair
from claimdesk.store.derived import Said
from claimdesk.store.leases import turn
from claimdesk.workflow import rulings
from claimdesk.workflow.asked import asked_for, counting, only_those
from claimdesk.workflow.bench import Progress, Workbench, quiet
from claimdesk.workflow.deciding import decide, rules
from claimdesk.workflow.names import check_names, check_names_on
from claimdesk.workflow.watching import Watched, watch

BATCH = 20
"""Most articles in one transaction: whoever else wants to write waits for its end."""

PAUSE = 0.002
"""Seconds between two transactions, for those who wait."""

UNUSABLE = (Unusable, outside.Unusable)

Row = dict[str, Any]


def handle(bench: Workbench, progress: Progress = quiet) -> int:
    """Look into every delivery that is waiting; return how many do not count.

    Raises BadConfiguration when the label config lacks a name that is in use on their articles;
    they wait then.
    """
    done = refused = 0
    while True:
        with writing(bench.engine) as session:
            waiting = deliveries.unhandled(session, BATCH)
            if not waiting:
                break
            check_names_on(session, bench, {one.article_id for one in waiting})
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
            check_names(session, bench)
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
        check_names(session, bench)
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

    def asked_for(self, delivery: Delivery) -> frozenset[str] | None:
        """The claims that an annotation was asked for, or None where it was for all of them."""
        return asked_for(self._asked, self.shown, delivery, self._labels.reject)

    def judged(self, delivery: Delivery) -> list[Judged]:
        """What an annotation says of the claims that it was asked for, and of added ones."""
        if delivery.kind == deliveries.OUTSIDE:
            return self._told(delivery)
        regions, reject = self.regions(delivery), self._labels.reject
        claims = self.asked_for(delivery)
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

    def _told(self, delivery: Delivery) -> list[Judged]:
        """What somebody outside says of the claims that they speak of.

        The last verdict counts, one of the claim itself before one of its like elsewhere; evidence
        that came without a verdict stands beside it.
        """
        told = kept.parts(delivery.body)
        regions = {one.id: one for one in self.regions(delivery)}
        order = sorted(
            told.values(), key=lambda one: (one.mute, not one.elsewhere, one.said_at, one.id)
        )
        found: dict[str, Judged] = {}
        for judged in spans.passages(
            self.text,
            self.shown,
            [Passage(regions[one.id], one.claim, one.change) for one in order],
            name=lambda start, end: segment_id(self.article, start, end),
        ):
            before = found.get(judged.claim_id)
            mute = told[judged.region.id].mute
            found[judged.claim_id] = _beside(before, judged) if before and mute else judged
        return sorted(
            found.values(), key=lambda one: (one.region.start, one.region.end, one.claim_id)
        )

    def _checked(self, delivery: Delivery) -> list[Region]:
        if delivery.kind == deliveries.OUTSIDE:
            return kept.regions(delivery.body, self.text, self._labels)
        stamp, _ = annotations.signed(delivery.body)
        if stamp.was_cancelled:
            return []
        if not delivery.body.get("result"):
            raise Unusable("nothing stands in it, not even what was shown")
        return annotations.regions(delivery.body, self.text, self._labels)


def _beside(verdict: Judged, evidence: Judged) -> Judged:
    """A verdict with what came as evidence beside it."""
    pieces = dict.fromkeys([*verdict.region.evidence, *evidence.region.evidence])
    return replace(verdict, region=replace(verdict.region, evidence=tuple(pieces)))


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
    return sum(one.refused is not None for one in waiting)


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
    if delivery.kind == deliveries.TOMBSTONE or delivery.claim_id is not None:
        return None  # what rules on a claim is looked into by `rulings`
    try:
        reading.regions(delivery)
    except UNUSABLE as unusable:
        return str(unusable)
    except Exception as error:  # what came from outside may not hold up all that comes after it
        return f"it cannot be read ({type(error).__name__})"
    return None


def _rederive(
    session: Session, bench: Workbench, readings: Mapping[str, Reading], pairs: set[Pair]
) -> None:
    """Write reviewers' judgements on articles, the rulings, and the consensus they touch, anew."""
    told = {one.article: (one.text, one.shown) for one in readings.values()}
    watched = watch(
        session,
        bench.labels,
        told,
        lambda one: _claims(readings[one.article_id], one),
        lambda one: readings[one.article_id].asked_for(one) is not None,
    )
    pairs = pairs | watched.changed
    shown = {article: reading.shown for article, reading in readings.items()}
    newest = counting(session, pairs, shown, bench.labels.reject)
    rows = [
        row
        for pair in sorted(newest)
        for row in _judgements(readings[pair[0]], newest[pair], watched)
    ]
    before = derived.judgements_on(session, readings)
    derived.replace_judgements(session, pairs, rows)
    stay = [one for one in before if (one.article_id, one.reviewer_id) not in pairs]
    new = [_said(row) for row in rows]
    gone = [one for one in before if (one.article_id, one.reviewer_id) in pairs]
    texts = {article: reading.text for article, reading in readings.items()}
    ruled = rulings.rule(
        session,
        bench.adjudication,
        texts,
        lambda one: _claims(readings[one.article_id], one).values(),
    )
    touched = {one.claim_id for one in gone + new} | ruled
    decide(session, bench, shown, stay + new, touched)


def _said(row: Row) -> Said:
    return Said(**{name: row[name] for name in Said._fields})


def _judged(reading: Reading, delivery: Delivery) -> list[Judged]:
    """What an annotation says of each claim."""
    if delivery.body.get("was_cancelled"):
        return []
    try:
        return reading.judged(delivery)
    except UNUSABLE:  # it was read when the label config had other labels
        return []


def _claims(reading: Reading, delivery: Delivery) -> dict[str, str]:
    """The claim for which each region of an annotation stands."""
    judged = _judged(reading, delivery)
    return {region: one.claim_id for one in judged for region in one.regions}


def _judgements(reading: Reading, newest: Delivery, watched: Watched) -> list[Row]:
    outer = kept.parts(newest.body) if newest.kind == deliveries.OUTSIDE else {}
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
            "said_at": outer[one.region.id].said_at if outer else newest.said_at,
            "config": newest.config,
            "codebook": newest.codebook,
            "discounted": watched.against(newest.id, one.claim_id),
        }
        for one in _judged(reading, newest)
    ]
