"""`import`: what others say of claims comes in, as judgements of their own or as evidence.

Each quotation is looked for in the articles, and what it says becomes a delivery of the ledger like
everything else that is said. What does not lead to a place is listed, never dropped. What was
exported from this desk stays out: it stands here already, and would be counted twice.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlmodel import Session

from claimdesk.errors import BadInput, NotFound
from claimdesk.labels import ABSTAIN
from claimdesk.ledger import Head
from claimdesk.models import Delivery
from claimdesk.outside import Meaning, Opinion, Unusable, kept
from claimdesk.outside.kept import Said
from claimdesk.outside.opinions import identity, named
from claimdesk.store import audit, deliveries, facts, outside
from claimdesk.store.database import reading, writing
from claimdesk.store.leases import turn
from claimdesk.workflow.bench import Progress, Workbench, quiet
from claimdesk.workflow.handling import handle
from claimdesk.workflow.opinions import check_paths, opinions
from claimdesk.workflow.placing import Library, Search, Spot

WAIT_SECONDS = 30.0
_QUOTED = 200
_NAMED = 5


@dataclass(frozen=True)
class Wishes:
    """How it is to come in: under one name or each under its own, as evidence or as judgements.

    `articles` are the only ones to look in, if any are named; `told` is what words of others mean.
    """

    name: str | None = None
    evidence: bool = False
    articles: tuple[str, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Orphan:
    """Something that was not brought in: where it stands, why, and what it quotes."""

    place: str
    why: str
    quote: str | None = None
    address: str | None = None


@dataclass
class Imported:
    """What came of it; `known` was here before, and `undated` of the new ones count as said now."""

    new: int = 0
    known: int = 0
    undated: int = 0
    articles: int = 0
    people: int = 0
    orphans: list[Orphan] = field(default_factory=list)


@dataclass(frozen=True)
class Withdrawn:
    """In how many articles somebody's words do not count any more."""

    articles: int


@dataclass(frozen=True)
class _Read:
    """An opinion in our words: where it stands in a file, who it is from, and what it says."""

    place: str
    name: str
    opinion: Opinion
    label: str
    reason: str | None
    evidence: tuple[str, ...]
    mute: bool = False


Key = tuple[str, str]
"""Somebody, by identity, and an article."""

Placed = dict[Key, list[tuple[_Read, Said]]]


def bring_in(
    bench: Workbench, paths: Sequence[str], wishes: Wishes, progress: Progress = quiet
) -> Imported:
    """Bring in what stands in files: JSON, or JSON by lines; `-` is standard input.

    Whatever is repeated adds nothing; what somebody said before of other places stays. Raises
    BadInput or NotFound when the wishes cannot be granted, before anything is read.
    """
    check_paths(paths)
    done = Imported()
    with turn(bench.engine, "pull", wait=WAIT_SECONDS):
        with reading(bench.engine) as session:
            desk = _Desk(bench, session, wishes)
            searches = list(desk.searches(paths, done))
            looked = [search for _, search in searches]
            desk.library.look(looked, lambda at, of: progress("articles searched", at, of))
        said = _placed(searches, done)
        _keep(bench, said, done)
        handle(bench, progress)
    return done


def withdraw(bench: Workbench, who: str) -> Withdrawn:
    """Let nothing count any more that was brought in under a name, or of a pseudonym.

    The ledger keeps it. Raises NotFound when there is nothing.
    """
    with turn(bench.engine, "pull", wait=WAIT_SECONDS):
        with writing(bench.engine) as session:
            numbers = outside.called(session, who)
            standing, now = deliveries.outside_by(session, numbers), datetime.now(UTC)
            deliveries.add_deliveries(session, [deliveries.tombstone(one, now) for one in standing])
            for number in numbers if standing else ():
                person = facts.reviewers_of(session, [number])[number]
                audit.note(session, "import withdrawn", person.pseudonym)
        if not standing:
            raise NotFound(
                "Nothing is brought in under that name.",
                why="Nobody outside is known by it, or all of it was withdrawn before.",
                fix="claimdesk reviewers list shows who is outside, and by which name.",
            )
        handle(bench)
    return Withdrawn(len(standing))


class _Desk:
    """What it takes to read opinions as this desk would: labels, articles, people and ledger."""

    def __init__(self, bench: Workbench, session: Session, wishes: Wishes) -> None:
        self._session = session
        self._labels = bench.labels
        self._wishes = wishes
        self._colleagues = outside.colleagues(session)
        self._heads: dict[str | None, bool] = {None: False}
        self._check(wishes)
        self._meaning = Meaning(bench.labels, dict(wishes.told))
        self.library = Library(session, wishes.articles)

    def searches(self, paths: Sequence[str], done: Imported) -> Iterator[tuple[_Read, Search]]:
        """Every opinion that can be read, with where to look for it; orphans are noted."""
        for place, opinion in opinions(paths):
            try:
                if isinstance(opinion, Unusable):
                    raise opinion
                yield self._read(place, opinion), self.library.search(opinion)
            except Unusable as error:
                done.orphans.append(_orphan(place, error, opinion))

    def _read(self, place: str, opinion: Opinion) -> _Read:
        """What an opinion says in our words. Raises Unusable."""
        if opinion.ledger not in self._heads:
            self._heads[opinion.ledger] = self._is_ours(opinion.ledger)
        if self._heads[opinion.ledger]:
            raise Unusable("it was exported from this desk, where it stands already")
        if opinion.discounted is not None:
            raise Unusable(f"it did not count where it comes from ({opinion.discounted})")
        name = self._wishes.name or opinion.author
        if name is None:
            raise Unusable("it does not say who said it; say so with --as")
        if identity(name) in self._colleagues:
            raise Unusable("it is by a reviewer of this desk, who judges in Label Studio")
        if self._wishes.evidence:
            return _Read(place, name, opinion, self._abstains, None, _as_evidence(opinion), True)
        label = self._meaning.verdict(opinion)
        reason = self._meaning.reason(opinion, label)
        return _Read(place, name, opinion, label, reason, opinion.evidence)

    @property
    def _abstains(self) -> str:
        return next(one.value for one in self._labels.labels.values() if one.counts == ABSTAIN)

    def _is_ours(self, ledger: str | None) -> bool:
        """Whether a head is one of our own ledger."""
        try:
            head = Head.read(ledger or "")
        except ValueError:
            return False
        link = deliveries.link_at(self._session, head.position)
        return link is not None and head.fits(head.position, link)

    def _check(self, wishes: Wishes) -> None:
        """Raise BadInput when the wishes cannot be granted."""
        labels = self._labels
        if wishes.evidence and not any(one.counts == ABSTAIN for one in labels.labels.values()):
            raise BadInput(
                "Nothing can be brought in as evidence.",
                why="It comes in without a vote, and the label config has no label that abstains.",
                fix='Add one to claims.xml (counts="abstain"), or leave --evidence out.',
            )
        for words, label in wishes.told.items():
            if label not in labels.votes:
                raise BadInput(
                    f"{words!a} cannot mean {label!a}.",
                    why=f"The label config has no such verdict, only {', '.join(labels.votes)}.",
                    fix=f"Write --map {f'{words}={labels.votes[0]}'!r}, or another of them.",
                )
        if wishes.name is None:
            return
        if named(wishes.name) != wishes.name:
            raise BadInput(
                "The name cannot be used.",
                why="It is empty, too long, or holds what is no part of a name.",
                fix='Give it as it is to be shown: --as "Harbour Watch".',
            )
        if wishes.name.casefold() in self._colleagues:
            raise BadInput(
                "The name is the address of a reviewer of this desk.",
                why="What reviewers say comes from Label Studio, and nobody may speak for them.",
                fix="Give the name of who said it elsewhere.",
            )


def _placed(searches: Sequence[tuple[_Read, Search]], done: Imported) -> Placed:
    """What everybody says of each article; whatever leads to no place is noted as an orphan."""
    now = datetime.now(UTC)
    found: Placed = defaultdict(list)
    for read, search in searches:
        try:
            for spot in search.spots():
                said = _said(read, spot, now)
                found[identity(read.name), spot.article].append((read, said))
        except Unusable as error:
            done.orphans.append(_orphan(read.place, error, read.opinion))
    return found


def _said(read: _Read, spot: Spot, now: datetime) -> Said:
    opinion, (start, end) = read.opinion, spot.place
    same_text = spot.article in opinion.articles
    return Said(
        claim=opinion.claim if same_text else None,
        change=opinion.change if same_text else None,
        start=start,
        end=end,
        labels=[read.label],
        reason=read.reason,
        evidence=list(read.evidence),
        note=opinion.note,
        confidence=opinion.confidence,
        said_at=_dated(opinion, now) or now,
        address=opinion.address,
        elsewhere=spot.elsewhere,
        mute=read.mute,
    )


def _dated(opinion: Opinion, now: datetime) -> datetime | None:
    """When it was said, unless that is yet to come."""
    said_at = opinion.said_at
    return said_at if said_at is not None and said_at <= now else None


def _keep(bench: Workbench, found: Placed, done: Imported) -> None:
    """Put into the ledger, all of it or nothing, what is not there yet."""
    if not found:
        return
    with writing(bench.engine) as session:
        numbers = outside.put_names(
            session, {read.name for some in found.values() for read, _ in some}
        )
        standing = {
            (one.reviewer_id, one.article_id): one
            for one in deliveries.outside_by(session, numbers.values())
        }
        new = []
        for (name, article), some in sorted(found.items()):
            before = standing.get((numbers[name], article))
            parts = kept.parts(before.body) if before else {}
            agreed = _undisputed(some, done)
            fresh = [read for read, said in agreed if _take(parts, read, said)]
            done.new += len(fresh)
            done.known += len(agreed) - len(fresh)
            done.undated += sum(_dated(one.opinion, datetime.now(UTC)) is None for one in fresh)
            if fresh:
                new.append(_delivery(bench, (numbers[name], article), before, parts))
        deliveries.add_deliveries(session, new)
        done.articles = len({one.article_id for one in new})
        done.people = len({one.reviewer_id for one in new})
        if new:
            known = facts.reviewers_of(session, {one.reviewer_id or 0 for one in new})
            names = sorted(one.pseudonym for one in known.values())
            told = ", ".join(names[:_NAMED]) + (" and others" if names[_NAMED:] else "")
            audit.note(session, "imported", f"{done.new} opinions by {told}")


def _undisputed(some: Sequence[tuple[_Read, Said]], done: Imported) -> list[tuple[_Read, Said]]:
    """What somebody says of an article, without what they take back in the same breath.

    Of two verdicts on one place the later counts; of those of one time none does. What was said of
    the same words elsewhere only fills a gap.
    """
    of_place = defaultdict(list)
    for read, said in some:
        of_place[said.id].append((read, said))
    agreed = []
    for said_there in of_place.values():
        there = [one for one in said_there if not one[1].elsewhere] or said_there
        last = max(said.said_at for _, said in there)
        labels = {said.labels[0] for _, said in there if said.said_at == last}
        for read, said in there:
            if len(labels) == 1 and said.labels[0] in labels:
                agreed.append((read, said))
                continue
            why = "its author says otherwise of the same place"
            why += " at the same time" if len(labels) > 1 else " later on"
            done.orphans.append(_orphan(read.place, Unusable(why), read.opinion))
    return agreed


def _take(parts: dict[str, Said], read: _Read, said: Said) -> bool:
    """Put a part among the others; whether it is news. What was said later stays."""
    before = parts.get(said.id)
    if before is not None:
        undated = _dated(read.opinion, said.said_at) is None
        same = before.model_copy(update={"said_at": said.said_at}) == said
        if (same and (undated or before.said_at == said.said_at)) or before.said_at > said.said_at:
            return False
        if said.elsewhere and not before.elsewhere:
            return False
    parts[said.id] = said
    return True


def _delivery(
    bench: Workbench, pair: tuple[int, str], before: Delivery | None, parts: Mapping[str, Said]
) -> Delivery:
    reviewer, article = pair
    now = datetime.now(UTC)
    annotation = before.annotation if before else f"{reviewer}/{article}@{now.isoformat()}"
    return Delivery(
        key=f"{deliveries.OUTSIDE}:{annotation}:{before.id if before else 0}",
        kind=deliveries.OUTSIDE,
        annotation=annotation,
        project=deliveries.OUTSIDE,
        task_id=0,
        article_id=article,
        reviewer_id=reviewer,
        said_at=max(one.said_at for one in parts.values()),
        body=kept.body(parts.values()),
        config=bench.labels.digest,
        arrived_at=now,
    )


def _as_evidence(opinion: Opinion) -> tuple[str, ...]:
    """What an opinion gives as evidence, itself included. Raises Unusable when that is nothing."""
    found = dict.fromkeys(filter(None, [opinion.address, *opinion.evidence]))
    if not found:
        raise Unusable("it names no source, and no address of its own")
    return tuple(found)


def _orphan(place: str, error: Unusable, opinion: Opinion | Unusable) -> Orphan:
    if isinstance(opinion, Unusable):
        return Orphan(place, str(error))
    quote = " ".join(opinion.quote.exact.split())[:_QUOTED]
    return Orphan(place, str(error), quote or None, opinion.address)
