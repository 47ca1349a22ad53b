"""`pull`, `receive`, `handle`, `replay`: annotations become deliveries, deliveries judgements.

Label Studio's own records are the truth; the doorbell only makes us look sooner. A delivery is
committed before anyone looks inside it, and everything after it can be done again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median_low
from typing import Any

from sqlmodel import Session

from claimdesk import consensus, spans
from claimdesk.errors import LabelStudioTrouble
from claimdesk.labelstudio import annotations
from claimdesk.labelstudio.annotations import Unusable
from claimdesk.labelstudio.client import Client, Listed
from claimdesk.labelstudio.tasks import published
from claimdesk.models import Article, Consensus, Delivery, Judgement, Publication, segment_id
from claimdesk.store import derived, facts
from claimdesk.store.database import exclusive, reading, writing
from claimdesk.workflow.bench import Workbench

BATCH = 50
OVERLAP = timedelta(seconds=60)
"""How far behind the newest stamp we look again: transactions may commit out of order."""

FUSE_COUNT, FUSE_SHARE = 10, 0.5
"""More annotations than both vanishing at once are an accident until somebody says otherwise."""


@dataclass
class Pulled:
    """What one look at Label Studio brought."""

    tasks: int = 0
    received: int = 0
    vanished: int = 0
    refused: int = 0
    foreign: int = 0


def pull(
    bench: Workbench,
    client: Client,
    *,
    sweep: bool = False,
    accept_deletions: bool = False,
    wait: float = 0.0,
) -> Pulled:
    """Collect what changed in Label Studio since the last look; with `sweep`, all there is.

    Raises Busy when somebody else is pulling, and LabelStudioTrouble when so much has vanished
    that it looks like an accident; what was collected is kept then.
    """
    with exclusive(bench.engine, "pull", wait=wait):
        with writing(bench.engine) as session:
            mark = facts.installation_mark(session)
        project = client.find_project(mark)
        if sweep or project is None:
            client.check()
        if project is None:
            _refuse_to_forget(bench, client)
            return Pulled()
        return _pull(bench, client, project, sweep or accept_deletions, accept_deletions)


def receive(bench: Workbench, deliveries: Sequence[Delivery]) -> int:
    """Append what has not arrived before, exactly as it came; return how many were new."""
    with writing(bench.engine) as session:
        return facts.add_deliveries(session, deliveries)


def handle(bench: Workbench) -> int:
    """Look into every delivery that is waiting; return how many do not count."""
    refused = 0
    while True:
        with writing(bench.engine) as session:
            waiting = facts.unhandled(session, BATCH)
            for delivery in waiting:
                reason = _reason_against(session, bench, delivery)
                facts.mark_handled(session, delivery, reason)
                refused += reason is not None
                for reviewer in sorted(facts.authors_of(session, delivery.annotation)):
                    _rederive(session, bench, delivery.article_id, reviewer)
        if not waiting:
            return refused


def replay(bench: Workbench) -> int:
    """Build everything that is derived again from the deliveries; return how many there are."""
    with exclusive(bench.engine, "pull", wait=30.0):
        with writing(bench.engine) as session:
            derived.forget(session)
            number = facts.count(session, Delivery)
        handle(bench)
        return number


def _pull(
    bench: Workbench, client: Client, project: int, sweep: bool, accept_deletions: bool
) -> Pulled:
    with reading(bench.engine) as session:
        known = facts.publications(session, project)
        newest = facts.newest_stamp(session, project)
    everything = sweep or newest is None
    since = None if everything or newest is None else _before(newest)
    listed = client.changed_tasks(project, since)
    # A task is fetched until it has twice been seen at the same stamp: a change may be committed
    # after the stamp was read.
    wanted = {task: row.seen for task, row in known.items() if row.seen and not row.sure}
    wanted |= {one.id: one.updated_at for one in listed if sweep or _unseen(one, known)}
    pulled = Pulled(tasks=len(wanted))
    vanished: list[Delivery] = []
    stamps = list(wanted.items())
    for start in range(0, len(stamps), BATCH):
        batch = dict(stamps[start : start + BATCH])
        vanished += _fetch(bench, client, project, batch, known, pulled)
    if everything:
        gone = known.keys() - {one.id for one in listed}
        with reading(bench.engine) as session:
            for task in sorted(gone):
                vanished += _tombstones(session, task, facts.live_annotations(session, task))
    _bury(bench, client, vanished, accept_deletions, pulled)
    if everything:
        with writing(bench.engine) as session:
            facts.drop_publications(session, gone, project)
    pulled.refused = handle(bench)
    return pulled


def _fetch(
    bench: Workbench,
    client: Client,
    project: int,
    stamps: dict[int, str],
    known: dict[int, Publication],
    pulled: Pulled,
) -> list[Delivery]:
    """Receive what the tasks of one batch hold; return tombstones for what they lack."""
    fetched = client.fetch(project, list(stamps))
    arrived: list[Delivery] = []
    vanished: list[Delivery] = []
    seen: list[tuple[str, int, str, bool]] = []
    with reading(bench.engine) as session:
        for number, stamp in stamps.items():
            task = fetched.get(number, {})
            article = str((task.get("data") or {}).get("article_id"))
            ours = session.get(Article, article) is not None
            here = _deliveries(task, article, bench.labels.digest) if ours else []
            pulled.foreign += number in fetched and not ours
            arrived += here
            gone = facts.live_annotations(session, number) - {one.annotation for one in here}
            vanished += _tombstones(session, number, gone)
            if ours:
                row = known.get(number)
                seen.append((article, number, stamp, row is not None and row.seen == stamp))
    pulled.received += receive(bench, arrived)
    with writing(bench.engine) as session:
        for article, number, stamp, sure in seen:
            facts.put_publication(session, article, project, number)
            facts.mark_seen(session, article, number, stamp, sure=sure)
        authors = {one.reviewer_id for one in arrived if one.reviewer_id is not None}
        missing = facts.nameless_reviewers(session, authors)
    if missing:
        people = client.people()
        with writing(bench.engine) as session:
            facts.put_reviewers(session, {number: people.get(number) for number in missing})
    return vanished


def _deliveries(task: dict[str, Any], article: str, config: str) -> list[Delivery]:
    found = []
    now = datetime.now(UTC)
    for body in task.get("annotations") or []:
        stamp = annotations.stamp(body)
        identity = stamp.identity if stamp else f"{task['id']}/{body.get('id')}"
        version = stamp.updated_at.isoformat() if stamp else body.get("updated_at")
        found.append(
            Delivery(
                key=f"{facts.ANNOTATION}:{identity}:{version}",
                kind=facts.ANNOTATION,
                annotation=identity,
                task_id=int(task["id"]),
                article_id=article,
                reviewer_id=(stamp.updated_by or stamp.completed_by) if stamp else None,
                said_at=stamp.updated_at if stamp else None,
                body=annotations.record(body),
                config=config,
                arrived_at=now,
            )
        )
    return found


def _tombstones(session: Session, task: int, gone: set[str]) -> list[Delivery]:
    found = []
    for annotation in sorted(gone):
        last = facts.latest_of(session, annotation)
        if last is not None:
            found.append(
                Delivery(
                    key=f"{facts.TOMBSTONE}:{annotation}",
                    kind=facts.TOMBSTONE,
                    annotation=annotation,
                    task_id=task,
                    article_id=last.article_id,
                    reviewer_id=last.reviewer_id,
                    body={},
                    config=last.config,
                    arrived_at=datetime.now(UTC),
                )
            )
    return found


def _bury(
    bench: Workbench, client: Client, vanished: Sequence[Delivery], accept: bool, pulled: Pulled
) -> None:
    if not vanished:
        return
    with reading(bench.engine) as session:
        live = len(facts.live_annotations(session))
    if not accept and len(vanished) > max(FUSE_COUNT, FUSE_SHARE * live):
        handle(bench)
        raise LabelStudioTrouble(
            f"{len(vanished)} of {live} collected annotations have vanished from {client.url}.",
            why="So many at once look like an accident; all of them are kept and still count.",
            fix="Restore Label Studio, or if it was meant: claimdesk pull --accept-deletions.",
        )
    pulled.vanished = receive(bench, vanished)


def _refuse_to_forget(bench: Workbench, client: Client) -> None:
    with reading(bench.engine) as session:
        live = len(facts.live_annotations(session))
    if live:
        raise LabelStudioTrouble(
            f"Our project is not in the Label Studio at {client.url}.",
            why=f"{live} annotations were collected from it; all are kept and still count.",
            fix="Restore Label Studio, or run claimdesk publish to begin anew beside them.",
        )


def _unseen(task: Listed, known: dict[int, Publication]) -> bool:
    row = known.get(task.id)
    return row is None or row.seen != task.updated_at


def _before(stamp: str) -> str:
    moment = datetime.fromisoformat(stamp) - OVERLAP
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _reason_against(session: Session, bench: Workbench, delivery: Delivery) -> str | None:
    """Why a delivery does not count, if it does not."""
    if delivery.kind == facts.TOMBSTONE:
        return None
    stamp = annotations.stamp(delivery.body)
    try:
        if stamp is None:
            raise Unusable("it does not say which annotation it is and when it was saved")
        annotations.author(stamp)
        if not stamp.was_cancelled:
            text = session.get_one(Article, delivery.article_id).text
            annotations.regions(delivery.body, text, bench.labels)
    except Unusable as unusable:
        return str(unusable)
    return None


def _rederive(session: Session, bench: Workbench, article: str, reviewer: int) -> None:
    """Write a reviewer's judgements on an article, and the consensus they touch, anew."""
    newest = facts.last_said(session, article, reviewer)
    rows = _judgements(session, bench, newest) if newest else []
    touched = derived.replace_judgements(session, article, reviewer, rows)
    said = derived.judgements_on(session, touched)
    decided = [_decide(bench, claim, said[claim]) for claim in sorted(touched) if said[claim]]
    derived.replace_consensus(session, touched, decided)


def _judgements(session: Session, bench: Workbench, newest: Delivery) -> list[Judgement]:
    if newest.body.get("was_cancelled") or newest.said_at is None or newest.id is None:
        return []
    text = session.get_one(Article, newest.article_id).text
    shown = published(facts.segments_of(session, newest.article_id), bench.labels)
    said = spans.judged(
        text,
        shown,
        annotations.regions(newest.body, text, bench.labels),
        reject=bench.labels.reject,
        name=lambda start, end: segment_id(newest.article_id, start, end),
    )
    return [
        Judgement(
            claim_id=one.claim_id,
            reviewer_id=newest.reviewer_id or 0,
            article_id=newest.article_id,
            start=one.region.start,
            end=one.region.end,
            verdict=one.region.label,
            change=one.change,
            reason=one.region.reason,
            evidence=list(one.region.evidence),
            note=one.region.note,
            confidence=one.region.confidence,
            delivery_id=newest.id,
            said_at=newest.said_at,
            config=newest.config,
        )
        for one in said
    ]


def _decide(bench: Workbench, claim: str, said: Sequence[Judgement]) -> Consensus:
    """Consensus of one claim; its span is the lower median of the reviewers' starts and ends."""
    labels = bench.labels
    votes = dict.fromkeys(labels.votes, 0)
    abstained = 0
    for one in said:
        abstained += labels.counts(one.verdict) == "abstain"
        if one.verdict in votes:
            votes[one.verdict] += 1
    decision = consensus.decide(
        votes,
        abstained=abstained,
        reject=labels.reject,
        verdicts=len(labels.verdicts),
        min_reviewers=bench.settings.min_reviewers,
    )
    placed = [one for one in said if one.verdict in votes] or said
    return Consensus(
        claim_id=claim,
        article_id=said[0].article_id,
        start=median_low(one.start for one in placed),
        end=median_low(one.end for one in placed),
        state=decision.state,
        verdict=decision.verdict,
        votes=votes,
        abstained=abstained,
        margin=decision.margin,
        probability=decision.probability,
        settled=decision.settled,
        why=decision.why,
    )
