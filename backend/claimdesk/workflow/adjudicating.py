"""`adjudicate`: claims that reviewers cannot settle become tasks of a project of their own.

What is shown of a conflict is recorded before anybody sees it, because reviewers may change what
they said. The answers come back as deliveries and are read by `rulings`.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from unicodedata import bidirectional

from sqlmodel import Session

from claimdesk import drift
from claimdesk.consensus.conflicts import DISPUTABLE, is_ready, shuffled
from claimdesk.labels import Labels
from claimdesk.labelstudio import tasks
from claimdesk.labelstudio.client import ADJUDICATION, Client
from claimdesk.models import Article, Conflict, Judgement
from claimdesk.spans import Published
from claimdesk.store import conflicts, deliveries, facts, publications, rereadings
from claimdesk.store.conflicts import Candidate, Listed, Undecided
from claimdesk.store.database import batches, reading, writing
from claimdesk.store.leases import turn
from claimdesk.workflow import retellings
from claimdesk.workflow.bench import Progress, Workbench, quiet
from claimdesk.workflow.publishing import arrange, forget_deleted, keep_one, not_there
from claimdesk.workflow.rereading import due

TITLE = "Adjudication"
BATCH = 50
WAIT_SECONDS = 30.0
OPEN, RULED, LEFT = "open", "ruled", "left"
"""States of a case. What was never ruled on leaves the queue while it is no conflict any more."""

Queue = dict[Undecided, bool]
"""Conflicts that stand before adjudicators, and whether each is still one."""

SAID = ("start", "end", "verdict", "reason", "evidence", "note")


@dataclass
class Adjudicated:
    """What came of asking: `new` conflicts were put before adjudicators, `known` stand there.

    `left` have left the queue. `project` is None as long as there was never a conflict.
    """

    project: int | None
    new: int = 0
    known: int = 0
    ruled: int = 0
    left: int = 0


@dataclass(frozen=True)
class Version:
    """What one reviewer had said of a claim when it was shown, without who it was."""

    letter: str
    verdict: str
    reason: str | None
    evidence: list[str]
    note: str | None
    text: str


@dataclass(frozen=True)
class Decided:
    """What an adjudicator decided; `adjudicator` is a pseudonym."""

    adjudicator: str
    verdict: str
    reason: str | None
    evidence: list[str]
    note: str | None
    adopted: str | None
    overruling: str | None
    said_at: datetime
    challenged: bool


@dataclass(frozen=True)
class Case:
    """A conflict in the queue, one that was decided, or one that has left the queue.

    `now` is the claim's state.
    """

    claim: str
    article: str
    title: str | None
    story: str | None
    text: str
    state: str
    now: str
    opened_at: datetime
    versions: list[Version]
    ruling: Decided | None
    link: str | None


def adjudicate(bench: Workbench, client: Client, progress: Progress = quiet) -> Adjudicated:
    """Put every conflict that is ready before adjudicators, in a project of their own.

    Looks up what stands there by claim before and after each batch, so that running it again, or
    after it was killed at any point, leaves one task per conflict.
    """
    with turn(bench.engine, "adjudicate", wait=WAIT_SECONDS):
        _open_conflicts(bench)
        with reading(bench.engine) as session:
            mark = facts.known_mark(session) or ""
        found = client.find_projects(mark).get(ADJUDICATION) if mark else None
        if found is not None:
            forget_deleted(bench, client, [found.number])
            _keep_queue(bench, client, found.number)
        with reading(bench.engine) as session:
            disputed = _disputed_ids(session, bench)
            waiting = _unpublished(session, disputed)
            states = Counter(_state(one, disputed) for one in conflicts.listed(session))
        done = Adjudicated(found.number if found else None, ruled=states[RULED], left=states[LEFT])
        done.known = states[OPEN] - len(waiting)
        if not waiting:
            return done
        done.project = _prepare(bench, client, mark, done.project)
        for batch in batches(waiting, BATCH):
            done.new += _publish(bench, client, done.project, batch)
            progress("conflicts published", done.new, len(waiting))
        arrange(bench, client, done.project, ADJUDICATION)
        return done


def is_due(bench: Workbench) -> bool:
    """Whether a conflict is to be put before adjudicators; only the database is looked into."""
    with reading(bench.engine) as session:
        disputed = _disputed(session, bench)
        return not all(one.known for one in disputed) or bool(
            _unpublished(session, {one.claim_id for one in disputed})
        )


def queue(bench: Workbench) -> Queue:
    """How what stands before adjudicators is to be handed out; changes as long as it does."""
    with reading(bench.engine) as session:
        disputed = _disputed_ids(session, bench)
        return {one: one.claim_id in disputed for one in conflicts.undecided(session)}


def list_cases(bench: Workbench) -> list[Case]:
    """Every conflict in the order of the queue: by story, article and place in it."""
    with reading(bench.engine) as session:
        disputed = _disputed_ids(session, bench)
        found = conflicts.listed(session)
        people = {one.ruling.reviewer_id for one in found if one.ruling is not None}
        names = {
            number: one.pseudonym for number, one in facts.reviewers_of(session, people).items()
        }
    site = bench.settings.reviewers_see
    return [_case(one, _state(one, disputed), names, site) for one in found]


def _disputed(session: Session, bench: Workbench) -> list[Candidate]:
    """Claims that are conflicts now, in the order of the queue; first everybody is to read them."""
    found = conflicts.candidates(session, DISPUTABLE)
    articles = {one.article_id for one in found}
    finished = deliveries.finished(session, articles)
    asked = rereadings.readings_asked(session, articles, bench.settings.overlap)
    waiting = due(session, bench, articles)
    return [
        one
        for one in found
        if one.article_id not in waiting
        and is_ready(
            one.state,
            settled=False,
            finished=finished.get(one.article_id, 0),
            asked=asked[one.article_id],
        )
    ]


def _disputed_ids(session: Session, bench: Workbench) -> set[str]:
    return {one.claim_id for one in _disputed(session, bench)}


def _unpublished(session: Session, disputed: Collection[str]) -> list[Conflict]:
    return [one for one in conflicts.unpublished(session) if one.claim_id in disputed]


def _state(found: Listed, disputed: Collection[str]) -> str:
    if found.ruling is not None:
        return RULED
    return OPEN if found.conflict.claim_id in disputed else LEFT


def _open_conflicts(bench: Workbench) -> None:
    """Record what is shown of each claim that is ready."""
    now = datetime.now(UTC)
    with writing(bench.engine) as session:
        ready = [one for one in _disputed(session, bench) if not one.known]
        said = conflicts.judgements(session, {one.claim_id for one in ready})
        rows = [
            {
                "claim_id": one.claim_id,
                "article_id": one.article_id,
                "start": one.start,
                "end": one.end,
                "votes": one.votes,
                "versions": _versions(bench, one, said.get(one.claim_id, [])),
                "opened_at": now,
            }
            for one in ready
        ]
        conflicts.open_conflicts(session, rows)


def _versions(
    bench: Workbench, claim: Candidate, said: Sequence[Judgement]
) -> dict[str, dict[str, Any]]:
    """By letter what reviewers said, in an order that tells nothing of them."""
    letters = list(bench.adjudication.letters)
    voted = [one for one in said if one.verdict in bench.labels.votes]
    words = [(one.verdict, repr([getattr(one, name) for name in SAID])) for one in voted]
    order = shuffled(claim.claim_id, words, len(letters))
    return {
        letter: {
            name: getattr(voted[number], name) for name in (*SAID, "reviewer_id", "delivery_id")
        }
        for letter, number in zip(letters, order, strict=False)
    }


def _prepare(bench: Workbench, client: Client, mark: str, project: int | None) -> int:
    """The project of conflicts, made if it is not there, with everything in place."""
    if project is None:
        client.check()
        project = client.make_project(mark, ADJUDICATION, TITLE, bench.adjudication.xml)
    arrange(bench, client, project, ADJUDICATION)
    return project


def _keep_queue(bench: Workbench, client: Client, project: int) -> None:
    """Have Label Studio hand out what is in conflict, and nothing that is not any more.

    What Label Studio thinks done is handed out once more if its answer does not count. Nothing is
    deleted, because somebody may have it on the screen; what somebody has begun stays.
    """
    wanted = queue(bench)
    standing = client.queue(project) if wanted else {}
    for one, disputed in wanted.items():
        there = standing.get(one.task_id)
        if there is None:
            continue
        if disputed and there.closed and (one.answered or not there.readings):
            client.hand_out_again(one.task_id, there.readings + 1)
        elif not (disputed or there.closed or there.begun):
            client.close(one.task_id)


def _publish(bench: Workbench, client: Client, project: int, batch: Sequence[Conflict]) -> int:
    """One task for each of these conflicts; how many were not there."""
    claims = [one.claim_id for one in batch]
    found = keep_one(client, project, client.conflicts_of(project, claims))
    missing = [one for one in batch if one.claim_id not in found]
    if missing:
        with reading(bench.engine) as session:
            articles = facts.articles(session, {one.article_id for one in missing})
            hints = retellings.hints(session, articles)
        rows = [
            _task(bench.adjudication, articles[one.article_id], one, hints.get(one.claim_id, ""))
            for one in missing
        ]
        client.add_tasks(project, rows)
        found = keep_one(client, project, client.conflicts_of(project, claims))
        if len(found) < len(batch):
            raise not_there(client, len(batch) - len(found), "conflicts")
    places = {found[one.claim_id]: (one.article_id, one.claim_id) for one in batch}
    with writing(bench.engine) as session:
        publications.put_publications(session, project, places, {})
    return len(missing)


def _task(
    adjudication: Labels, article: Article, conflict: Conflict, origin: str
) -> dict[str, Any]:
    place = (conflict.start, conflict.end)
    shown = Published(conflict.claim_id, *place, adjudication.open)
    words = {
        letter: _told(version, article.text, place) for letter, version in conflict.versions.items()
    }
    return tasks.conflict(article, shown, words, adjudication, origin)


def _told(version: Mapping[str, Any], text: str, place: tuple[int, int]) -> str:
    """A version as an adjudicator reads it; its words only where they are not those shown.

    One line for each thing, so that none can look like another.
    """
    said = version["verdict"] + (f" · {version['reason']}" if version["reason"] else "")
    lines = [said]
    lines += [f"Evidence: {_turned_within(_line(one))}" for one in version["evidence"]]
    if version["note"]:
        lines.append(f"Note: {_turned(_line(version['note']))}")
    if (version["start"], version["end"]) != place:
        words = _line(text[version["start"] : version["end"]])
        lines.append(f"Reads: {_turned(f'“{words}”')}")
    return "\n".join(lines)


def _line(words: str) -> str:
    return " ".join(words.split())


def _turned(words: str) -> str:
    """Words that run from right to left apart; others as they are, and as they can be copied."""
    return drift.apart(words) if _turning(words) else words


def _turned_within(evidence: str) -> str:
    """The same of what stands between the commas: the link before and the date behind stay."""
    turning = _turning(evidence)
    if not turning:
        return evidence
    first, last = turning[0], turning[-1] + 1
    before, comma, head = evidence[:first].rpartition(", ")
    tail, stop, behind = evidence[last:].partition(", ")
    return before + comma + drift.apart(head + evidence[first:last] + tail) + stop + behind


def _turning(words: str) -> list[int]:
    """Where letters stand that run from right to left."""
    return [place for place, one in enumerate(words) if bidirectional(one) in ("R", "AL")]


def _case(found: Listed, state: str, names: Mapping[int, str], site: str | None) -> Case:
    conflict, article, place = found.conflict, found.article, found.publication
    link = f"{site}/projects/{place.project_id}/data?task={place.task_id}" if place else None
    decided = _decided(found, names)
    return Case(
        claim=conflict.claim_id,
        article=article.id,
        title=article.title,
        story=article.story,
        text=article.text[conflict.start : conflict.end],
        state=state,
        now=found.consensus.state if found.consensus else "",
        opened_at=conflict.opened_at,
        versions=[_version(article.text, *one) for one in conflict.versions.items()],
        ruling=decided,
        link=link if site else None,
    )


def _decided(found: Listed, names: Mapping[int, str]) -> Decided | None:
    ruling = found.ruling
    if ruling is None:
        return None
    return Decided(
        adjudicator=names.get(ruling.reviewer_id, ""),
        verdict=ruling.verdict,
        reason=ruling.reason,
        evidence=ruling.evidence,
        note=ruling.note,
        adopted=ruling.adopted,
        overruling=ruling.overruling,
        said_at=ruling.said_at,
        challenged=bool(found.consensus and found.consensus.challenged),
    )


def _version(text: str, letter: str, said: Mapping[str, Any]) -> Version:
    return Version(
        letter=letter,
        verdict=said["verdict"],
        reason=said["reason"],
        evidence=said["evidence"],
        note=said["note"],
        text=text[said["start"] : said["end"]],
    )
