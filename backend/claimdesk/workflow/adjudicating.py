"""`adjudicate`: claims that reviewers cannot settle become tasks of a project of their own.

What is shown of a conflict is recorded before anybody sees it, because reviewers may change what
they said. The answers come back as deliveries and are read by `rulings`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from claimdesk.consensus.conflicts import DISPUTABLE, is_ready, shuffled
from claimdesk.labels import Labels
from claimdesk.labelstudio import tasks
from claimdesk.labelstudio.client import ADJUDICATION, Client
from claimdesk.models import Article, Conflict, Judgement
from claimdesk.spans import Published
from claimdesk.store import conflicts, deliveries, facts, publications, rereadings
from claimdesk.store.conflicts import Candidate, Listed
from claimdesk.store.database import batches, reading, writing
from claimdesk.store.leases import turn
from claimdesk.workflow import retellings
from claimdesk.workflow.bench import Progress, Workbench, quiet
from claimdesk.workflow.publishing import arrange, forget_deleted, keep_one, not_there
from claimdesk.workflow.rereading import due

TITLE = "Adjudication"
BATCH = 50
WAIT_SECONDS = 30.0
OPEN, RULED = "open", "ruled"
SAID = ("start", "end", "verdict", "reason", "evidence", "note")


@dataclass
class Adjudicated:
    """What came of asking: `new` conflicts were put before adjudicators, `known` stand there.

    `project` is None as long as there was never a conflict.
    """

    project: int | None
    new: int = 0
    known: int = 0
    ruled: int = 0


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
    """A conflict in the queue, or one that was decided; `now` is the claim's state."""

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
            _ask_somebody_else(bench, client, found.number)
        with reading(bench.engine) as session:
            waiting = conflicts.unpublished(session)
            every = conflicts.listed(session)
        done = Adjudicated(project=found.number if found else None)
        done.ruled = sum(one.ruling is not None for one in every)
        done.known = len(every) - done.ruled - len(waiting)
        if not waiting:
            return done
        done.project = _prepare(bench, client, mark, done.project)
        for batch in batches(waiting, BATCH):
            done.new += _publish(bench, client, done.project, batch)
            progress("conflicts published", done.new, len(waiting))
        arrange(bench, client, done.project, ADJUDICATION)
        return done


def is_due(bench: Workbench) -> bool:
    """Whether an adjudicator is to be asked for anything; only the database is looked into."""
    with reading(bench.engine) as session:
        return bool(
            _ready(session, bench)
            or conflicts.unpublished(session)
            or conflicts.unanswered(session)
        )


def list_cases(bench: Workbench) -> list[Case]:
    """Every conflict in the order of the queue: by story, article and place in it."""
    with reading(bench.engine) as session:
        found = conflicts.listed(session)
        people = {one.ruling.reviewer_id for one in found if one.ruling is not None}
        names = {
            number: one.pseudonym for number, one in facts.reviewers_of(session, people).items()
        }
    return [_case(one, names, bench.settings.reviewers_see) for one in found]


def _ready(session: Session, bench: Workbench) -> list[Candidate]:
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


def _open_conflicts(bench: Workbench) -> None:
    """Record what is shown of each claim that is ready."""
    now = datetime.now(UTC)
    with writing(bench.engine) as session:
        ready = _ready(session, bench)
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


def _ask_somebody_else(bench: Workbench, client: Client, project: int) -> None:
    """Hand conflicts out once more whose answer does not count; Label Studio thinks them done."""
    with reading(bench.engine) as session:
        unanswered = conflicts.unanswered(session)
    for some in batches(unanswered, BATCH):
        for task, there in client.handed_out(project, some).items():
            if there.closed:
                client.hand_out_again(task, there.readings + 1)


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
    lines = [said, *(f"Evidence: {piece}" for piece in version["evidence"])]
    if version["note"]:
        lines.append(f"Note: {version['note']}")
    if (version["start"], version["end"]) != place:
        lines.append(f"Reads: “{text[version['start'] : version['end']]}”")
    return "\n".join(" ".join(line.split()) for line in lines)


def _case(found: Listed, names: Mapping[int, str], site: str | None) -> Case:
    conflict, article, place = found.conflict, found.article, found.publication
    link = f"{site}/projects/{place.project_id}/data?task={place.task_id}" if place else None
    decided = _decided(found, names)
    return Case(
        claim=conflict.claim_id,
        article=article.id,
        title=article.title,
        story=article.story,
        text=article.text[conflict.start : conflict.end],
        state=RULED if decided else OPEN,
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
