"""`pull` and `receive`: annotations become deliveries, once each, and none is missed.

Label Studio's own records are the truth; the doorbell only makes us look sooner. A delivery is
committed before anyone looks inside it, and everything after it can be done again.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from claimdesk.codebook import revision_in
from claimdesk.errors import ClaimdeskError, LabelStudioTrouble
from claimdesk.labels import digest
from claimdesk.labelstudio import annotations
from claimdesk.labelstudio.client import ADJUDICATION, MAIN, Client, Listed, Person, Project
from claimdesk.labelstudio.tasks import article_of, claim_of, shows
from claimdesk.models import Delivery, Reconciliation
from claimdesk.store import audit, codebooks, deliveries, facts, publications, rings
from claimdesk.store.database import batches, reading, writing
from claimdesk.store.leases import Turn, turn
from claimdesk.store.publications import Place
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.codebooks import shown_to
from claimdesk.workflow.handling import PAUSE, handle
from claimdesk.workflow.names import check_names
from claimdesk.workflow.publishing import arrange, lost
from claimdesk.workflow.rereading import reread
from claimdesk.workflow.rings import settle

POLL, INVENTORY, SWEEP = "poll", "inventory", "sweep"
"""How far a look goes: what changed lately; every task, fetched where anything differs from what
we have; every annotation of every task."""

BATCH = 50
AT_ONCE = 200
"""Most annotations in one transaction: whoever else wants to write waits for its end."""

OVERLAP = timedelta(seconds=60)
"""How far behind the newest stamp we look again: transactions may commit out of order."""

FUSE_FEW, FUSE_SHARE, FUSE_COUNT = 5, 0.1, 50
"""More annotations vanishing at once than the count, or than both the few and the share, are an
accident until somebody says otherwise; as many within the time are noted in the audit."""

FUSE_TIME = timedelta(hours=1)
ACCEPTED, MANY_LATELY = "deletions accepted", "many deletions"
RULING_DELETED = "ruling deleted"


@dataclass
class Pulled:
    """What one look at Label Studio brought; `reread` are articles that need one more reading."""

    tasks: int = 0
    received: int = 0
    vanished: int = 0
    refused: int = 0
    foreign: int = 0
    reread: int = 0


def pull(
    bench: Workbench,
    client: Client,
    *,
    depth: str = POLL,
    accept_deletions: bool = False,
    wait: float = 0.0,
) -> Pulled:
    """Collect what changed in Label Studio, as far as `depth` goes.

    Raises Busy when somebody else is pulling, and LabelStudioTrouble when so much has vanished
    that it looks like an accident; what was collected is kept then.
    """
    with turn(bench.engine, "pull", wait=wait) as lease:
        look = _Look(
            bench, client, lease, INVENTORY if accept_deletions and depth == POLL else depth
        )
        look.accept_deletions = accept_deletions
        return look.noted()


def receive(bench: Workbench, arrived: Sequence[Delivery], lease: Turn | None = None) -> int:
    """Append what has not arrived before, exactly as it came; return how many were new."""
    added = 0
    for number, some in enumerate(batches(arrived, AT_ONCE)):
        if number:
            time.sleep(PAUSE)
        with writing(bench.engine) as session:
            fresh = deliveries.add_deliveries(session, some)
            if fresh and lease is not None:
                lease.keep(session)
        added += fresh
    return added


class _Look:
    """One look at Label Studio."""

    accept_deletions = False

    def __init__(self, bench: Workbench, client: Client, lease: Turn, depth: str) -> None:
        self.bench = bench
        self.client = client
        self.lease = lease
        self.depth = depth
        self.project, self.identity, self.route = 0, deliveries.NOT_NOTED, MAIN
        self.config = bench.labels.digest
        self.revision: str | None = None
        self.begun: dict[str, datetime] = {}
        self.people: dict[int, Person] = {}
        self.untold: LabelStudioTrouble | None = None
        self.pulled = Pulled()
        self.looked_at: set[str] = set()
        self.vanished: dict[str, Delivery] = {}
        self.unsettled: dict[int, tuple[Place, str, bool]] = {}

    def noted(self) -> Pulled:
        """Look, handle whatever it brought, and note how a comparison with everything went."""
        began, trouble = time.monotonic(), None
        try:
            try:
                self._look()
            finally:
                self.pulled.refused = handle(self.bench)
            self._reread()
        except ClaimdeskError as error:
            trouble = error.what
            raise
        finally:
            if self.depth != POLL:
                self._note(time.monotonic() - began, trouble)
        return self.pulled

    def _reread(self) -> None:
        """Ask for one more reading where that is due, of articles that we have just looked at."""
        if self.depth != POLL:
            self.pulled.reread = reread(self.bench, self.client)
        elif self.looked_at:
            self.pulled.reread = reread(self.bench, self.client, self.looked_at)

    def _note(self, seconds: float, trouble: str | None) -> None:
        row = Reconciliation(
            at=datetime.now(UTC),
            depth=self.depth,
            tasks=self.pulled.tasks,
            received=self.pulled.received,
            vanished=self.pulled.vanished,
            seconds=round(seconds, 3),
            trouble=trouble,
        )
        with writing(self.bench.engine) as session:
            publications.note_reconciliation(session, row)

    def _look(self) -> None:
        with reading(self.bench.engine) as session:
            mark = facts.known_mark(session)
            rung = rings.newest(session)
        ours = self.client.find_projects(mark) if mark else {}
        if self.depth != POLL or not ours:
            self.client.check()
        self._refuse_to_forget(ours)
        if not ours:
            return
        if self.depth != POLL:
            with reading(self.bench.engine) as session:
                for one in ours.values():
                    check_names(
                        session, self.bench, "" if one.route == ADJUDICATION else one.config
                    )
        with reading(self.bench.engine) as session:
            newest = {
                one.number: publications.newest_stamp(session, one.number) for one in ours.values()
            }
        if self.depth == POLL and None in newest.values():
            self.depth = INVENTORY
        gone = {one.number: self._visit(one, newest[one.number]) for one in ours.values()}
        self._bury()
        with writing(self.bench.engine) as session:
            for project, tasks in gone.items():
                publications.drop_publications(session, tasks, project)
            publications.mark_seen(session, self.unsettled)
        settle(self.bench, rung)
        if self.depth != POLL:
            self._watch(ours)

    def _visit(self, project: Project, newest: str | None) -> list[int]:
        """Receive what is new in one project; the tasks of it that are not there any more."""
        self.project, self.identity = project.number, project.identity
        self.route = project.route
        self.config, self.revision = digest(project.config), revision_in(project.instruction)
        with reading(self.bench.engine) as session:
            self.begun = codebooks.begun(session)
        since = None if self.depth != POLL or newest is None else _before(newest)
        listed = self.client.changed_tasks(self.project, since)
        wanted = self._wanted(listed)
        if wanted:  # before the first fetch: what was fetched is kept before anything else is asked
            self._ask_for_people()
        for stamps in batches(wanted.items(), BATCH):
            self._fetch(dict(stamps))
        return self._gone(listed) if since is None else []

    def _wanted(self, listed: Sequence[Listed]) -> dict[int, str]:
        """The tasks to be fetched, with their stamps.

        A task is fetched until it has twice been seen at the same stamp: a change may be
        committed after the stamp was read.
        """
        numbers = None if self.depth != POLL else [one.id for one in listed]
        with reading(self.bench.engine) as session:
            known = {
                task: row.seen
                for task, row in publications.publications(session, self.project, numbers).items()
            }
            wanted = publications.unsure(session, self.project)
            live = deliveries.live_counts(session, self.identity) if self.depth == INVENTORY else {}
        for one in listed:
            differs = self.depth == INVENTORY and one.annotations not in (None, live.get(one.id, 0))
            if self.depth == SWEEP or differs or known.get(one.id) != one.updated_at:
                wanted[one.id] = one.updated_at
        self.pulled.tasks += len(wanted)
        return wanted

    def _fetch(self, stamps: dict[int, str]) -> None:
        """Receive what these tasks hold; note what they lack, and how far we have looked."""
        fetched = self.client.fetch(self.project, list(stamps))
        articles = {task: article_of(row) for task, row in fetched.items()}
        with reading(self.bench.engine) as session:
            ours = facts.known_articles(session, set(articles.values()))
            seen = publications.publications(session, self.project, list(stamps))
            live = deliveries.live_annotations(session, self.identity, list(stamps))
        arrived = [
            one
            for task, row in fetched.items()
            if articles[task] in ours
            for one in self._deliveries(row, articles[task])
        ]
        authors = {one.reviewer_id for one in arrived if one.reviewer_id is not None}
        self._recognise(authors)
        self.pulled.foreign += sum(article not in ours for article in articles.values())
        self.pulled.received += receive(self.bench, arrived, self.lease)
        self.looked_at |= ours
        here = {one.annotation for one in arrived}
        looked = {
            task: (
                (articles[task], self._claim(fetched[task])),
                stamp,
                task in seen and seen[task].seen == stamp,
            )
            for task, stamp in stamps.items()
            if task in articles and articles[task] in ours
        }
        lacking = {task for task in stamps if live.get(task, set()) - here}
        self._miss({task: live[task] - here for task in lacking})
        self.unsettled |= {task: looked[task] for task in looked if task in lacking}
        settled = {task: looked[task] for task in looked if task not in lacking}
        doubted = {
            task: ((row.article_id, row.claim_id), row.seen, False)
            for task, row in seen.items()
            if task in lacking and row.seen is not None
        }
        with writing(self.bench.engine) as session:
            places = {task: place for task, (place, _, _) in looked.items()}
            publications.put_publications(session, self.project, places, {})
            publications.mark_seen(session, settled | doubted)
        self._meet(authors)

    def _deliveries(self, task: dict[str, Any], article: str) -> Iterable[Delivery]:
        now = datetime.now(UTC)
        claim = self._claim(task)
        why = None if shows(task, article) else "the text in Label Studio was changed"
        if self.route == ADJUDICATION and not claim:
            why = "it does not say which claim it rules on"
        for body in task.get("annotations") or []:
            stamp = annotations.stamp(body)
            identity = stamp.identity if stamp else f"{task['id']}/{body.get('id')!a:.50}"
            version = stamp.updated_at if stamp else f"{body.get('updated_at')!a:.50}"
            yield Delivery(
                key=deliveries.key_of(identity, version),
                kind=deliveries.ANNOTATION,
                annotation=identity,
                project=self.identity,
                task_id=int(task["id"]),
                article_id=article,
                reviewer_id=(stamp.updated_by or stamp.completed_by) if stamp else None,
                said_at=stamp.updated_at if stamp else None,
                claim_id=claim or None,
                body=annotations.record(body, why),
                config=self.config,
                codebook=shown_to(stamp.updated_at if stamp else None, self.revision, self.begun),
                arrived_at=now,
            )

    def _claim(self, task: dict[str, Any]) -> str:
        """The claim that a task is about; anywhere but among the conflicts it is an article's."""
        return claim_of(task) if self.route == ADJUDICATION else ""

    def _ask_for_people(self) -> None:
        """What people say whom we have never met is kept, also if nobody tells who is who."""
        try:
            self.people = self.client.people()
        except LabelStudioTrouble as trouble:
            self.untold = trouble

    def _who_is_who(self) -> dict[int, Person]:
        if self.untold is not None:
            raise self.untold
        return self.people

    def _recognise(self, authors: set[int]) -> None:
        """Raise LabelStudioTrouble when a number we know belongs to somebody else now."""
        with reading(self.bench.engine) as session:
            known = facts.reviewers_of(session, authors)
        for number, one in sorted(known.items()):
            there = self._who_is_who().get(number)
            if there is None or one.joined in (None, "", there.joined):
                continue
            if (one.email or "").casefold() != there.email.casefold():
                raise LabelStudioTrouble(
                    f"Account {number} of the Label Studio at {self.client.url} is somebody else.",
                    why="Its numbers were handed out again; what they say now would count for "
                    "those who had them before.",
                    fix="Restore Label Studio from a backup, or begin anew with another --home.",
                )

    def _meet(self, authors: set[int]) -> None:
        """Learn the addresses of reviewers who are new, and when their accounts were made."""
        with reading(self.bench.engine) as session:
            nameless = facts.nameless_reviewers(session, authors)
            known = facts.reviewers_of(session, authors)
        people = self._who_is_who()
        joined = {
            number: people[number].joined
            for number, one in known.items()
            if number in people and one.joined != people[number].joined
        }
        if not (nameless or joined):
            return
        emails = {one: people[one].email for one in nameless if one in people}
        with writing(self.bench.engine) as session:
            facts.put_reviewers(session, dict(emails))
            facts.note_joined(session, joined)

    def _gone(self, listed: Sequence[Listed]) -> list[int]:
        """Tasks that are no longer there; what stood in them is missed.

        They are asked for once more: a listing skips tasks when its pages move meanwhile.
        """
        with reading(self.bench.engine) as session:
            here = deliveries.live_counts(session, self.identity)
            known = publications.publications(session, self.project).keys() | here
        absent = sorted(known - {one.id for one in listed})
        there: set[int] = set()
        for some in batches(absent, BATCH):
            there |= self.client.fetch(self.project, some).keys()
        gone = [task for task in absent if task not in there]
        with reading(self.bench.engine) as session:
            live = deliveries.live_annotations(session, self.identity, gone)
        self._miss(live)
        return gone

    def _miss(self, gone: dict[int, set[str]]) -> None:
        """Prepare the end of annotations that are not in Label Studio any more."""
        now = datetime.now(UTC)
        with reading(self.bench.engine) as session:
            for _, missing in sorted(gone.items()):
                for annotation in sorted(missing):
                    last = deliveries.latest_of(session, annotation)
                    self.vanished[annotation] = deliveries.tombstone(last, now)

    def _bury(self) -> None:
        if not self.vanished:
            return
        with reading(self.bench.engine) as session:
            live = deliveries.count_live(session)
        number = len(self.vanished)
        many = are_many(number, live)
        if many and not self.accept_deletions:
            raise LabelStudioTrouble(
                f"{number} of {live} collected annotations have vanished from {self.client.url}.",
                why="So many at once look like an accident; all of them are kept and still count.",
                fix="Restore Label Studio, or if it was meant: claimdesk pull --accept-deletions.",
            )
        if many:
            with writing(self.bench.engine) as session:
                audit.note(session, ACCEPTED, f"{number} of {live} annotations")
        self.pulled.vanished = receive(self.bench, [*self.vanished.values()], self.lease)
        self._tell_of_rulings()
        self._tell_of_slow_deletions(live)

    def _tell_of_rulings(self) -> None:
        """Note whose rulings are gone; Label Studio lets everybody delete, and says not who did."""
        gone = [one for one in self.vanished.values() if one.claim_id is not None]
        with writing(self.bench.engine) as session:
            numbers = {one.reviewer_id for one in gone if one.reviewer_id is not None}
            names = {k: one.pseudonym for k, one in facts.reviewers_of(session, numbers).items()}
            for one in gone:
                whose = names.get(one.reviewer_id or 0, "nobody known")
                audit.note(session, RULING_DELETED, f"claim {one.claim_id}, ruled by {whose}")

    def _tell_of_slow_deletions(self, live: int) -> None:
        """Note it when what vanished bit by bit adds up to what would be an accident at once."""
        now = datetime.now(UTC)
        with writing(self.bench.engine) as session:
            told = max(audit.last(session, ACCEPTED), audit.last(session, MANY_LATELY))
            lately = deliveries.ended_since(session, max(told, now - FUSE_TIME))
            if are_many(lately, live + lately):
                audit.note(session, MANY_LATELY, f"{lately} annotations, of {live} before the last")

    def _refuse_to_forget(self, ours: Mapping[str, Project]) -> None:
        """Raise ProjectLost when a project is gone from which something was collected."""
        numbers = {one.number for one in ours.values()}
        with reading(self.bench.engine) as session:
            if ours and publications.projects(session) <= numbers:
                return
            live = deliveries.count_live(session)
        if live:
            raise lost(self.client, live)

    def _watch(self, ours: Mapping[str, Project]) -> None:
        """Put right what somebody changed of our projects, and of the doorbell."""
        for project in ours.values():
            for what in arrange(self.bench, self.client, project.number, project.route):
                with writing(self.bench.engine) as session:
                    audit.note(session, f"{what} put right", f"project {project.number}")


def are_many(number: int, of: int) -> bool:
    """Whether so many annotations of so many do not vanish in a day's work."""
    return number > FUSE_COUNT or number > max(FUSE_FEW, FUSE_SHARE * of)


def _before(stamp: str) -> str:
    moment = datetime.fromisoformat(stamp) - OVERLAP
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
