"""`verify`: whether the ledger is still what it was when each entry arrived."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel

from claimdesk import ledger
from claimdesk.errors import BrokenLedger, OutOfDate
from claimdesk.ledger import Head
from claimdesk.models import Consensus, Flag, Judgement, Ruling, article_id
from claimdesk.store import deliveries, derived, facts
from claimdesk.store.database import reading
from claimdesk.store.leases import turn
from claimdesk.workflow.bench import Progress, Workbench, quiet
from claimdesk.workflow.deciding import rules
from claimdesk.workflow.history import apart

STEP = 1000
WAIT_SECONDS = 30.0
Both = tuple[dict[str, Any] | None, dict[str, Any] | None]
UNREADABLE = (ValueError, TypeError, ArithmeticError, DBAPIError)
"""What reading raises when a field holds what no program of ours has put there."""


@dataclass(frozen=True)
class Verified:
    """What was found to be in order."""

    entries: int
    articles: int
    waiting: int
    head: str


def verify(bench: Workbench, heads: Sequence[Head] = (), progress: Progress = quiet) -> Verified:
    """Go through the whole ledger, and compare it with heads that were written down earlier.

    What is derived is derived again and compared, too; nothing is changed. Raises BrokenLedger,
    which names the first bad entry, or the first claim whose result does not follow from what was
    handled of the ledger, and OutOfDate when that can only be told under rules that no longer hold.
    """
    with reading(bench.engine) as session:
        try:
            with closing(deliveries.entries(session)) as entries:
                previous = _followed(entries, heads, progress)
        except UNREADABLE:
            with reading(bench.engine) as again:
                raise _unreadable(_readable(again)) from None
        for head in heads:
            if head.position > previous.position:
                raise _cut(head, previous)
        articles = 0
        with closing(facts.texts(session)) as texts:
            for number, text in texts:
                articles += 1
                if article_id(text) != number:
                    raise _changed(number)
    return Verified(previous.position, articles, _check_derived(bench), str(previous))


def _check_derived(bench: Workbench) -> int:
    """Handle everything again in a place apart, and see that it gives what is shown.

    Returns how many deliveries wait to be handled: what is shown cannot follow from them yet.
    """
    with (
        turn(bench.engine, "pull", wait=WAIT_SECONDS),
        apart(bench, waiting=False) as again,
        reading(bench.engine) as here,
        reading(again.engine) as there,
    ):
        for table in (Judgement, Ruling, Flag):
            for one, other in _beside(here, there, table):
                if one != other:
                    raise _not_derived(table.__name__.lower(), one or other or {})
        _check_consensus(_beside(here, there, Consensus), rules(bench))
        return deliveries.waiting(here)


def _check_consensus(pairs: Iterable[Both], now: str) -> None:
    """See that claims are the same, and each consensus, too, if it was decided by today's rules."""
    earlier, before = 0, ""
    for one, other in pairs:
        same_claim = one and other and one["claim_id"] == other["claim_id"]
        if one and same_claim and one["policy"] != now:
            earlier, before = earlier + 1, before or one["policy"]
        elif one != other:
            raise _not_derived("consensus", one or other or {})
    if earlier:
        raise _out_of_date(earlier, before, now)


def _beside(here: Session, there: Session, table: type[SQLModel]) -> Iterator[Both]:
    """The rows of a table as they are shown beside those that were derived anew."""
    shown, derived_anew = derived.rows(here, table), derived.rows(there, table)
    with closing(shown), closing(derived_anew):
        yield from zip_longest(shown, derived_anew)


def _followed(entries: Iterable[dict[str, Any]], heads: Sequence[Head], progress: Progress) -> Head:
    """The last entry, when each follows the one before it and is the one that was printed."""
    awaited = {head.position: head for head in heads}
    previous = Head()
    for entry in entries:
        found = ledger.link(previous.link, entry)
        if found != entry["link"]:
            raise _broken(entry, previous)
        previous = Head(entry["id"], found, entry["arrived_at"])
        if entry["id"] in awaited and not awaited[entry["id"]].fits(entry["id"], found):
            raise _other(awaited[entry["id"]], previous)
        if entry["id"] % STEP == 0:
            progress("entries verified", entry["id"], None)
    return previous


def _readable(session: Session) -> int:
    """How far the ledger can be read at all."""
    position = 0
    with suppress(*UNREADABLE), closing(deliveries.entries(session, at_once=1)) as entries:
        for entry in entries:
            ledger.link("", entry)
            position = entry["id"]
    return position


def _unreadable(last: int) -> BrokenLedger:
    return BrokenLedger(
        f"The ledger cannot be read after entry {last}.",
        why="What stands in the next one is nothing that claimdesk writes.",
        fix="Put a copy of the database aside and restore a backup (claimdesk restore).",
    )


def _broken(entry: dict[str, object], previous: Head) -> BrokenLedger:
    return BrokenLedger(
        f"The ledger is broken at entry {entry['id']}.",
        why=f"It ({entry['kind']} {entry['annotation']}, arrived {entry['arrived_at']}) does not "
        f"follow entry {previous.position}: it was changed or moved, or one before it was "
        "removed or put in.",
        fix="Everything before it is in order. Put a copy of the database aside and restore a "
        "backup (claimdesk restore); Label Studio's own record may tell what was changed.",
    )


def _other(expected: Head, found: Head) -> BrokenLedger:
    return BrokenLedger(
        f"Entry {found.position} is not the one that was printed.",
        why=f"The head says {expected}, the ledger {found}: it was written anew from an earlier "
        "entry on.",
        fix="Put a copy of the database aside and restore a backup (claimdesk restore).",
    )


def _cut(expected: Head, found: Head) -> BrokenLedger:
    return BrokenLedger(
        f"The ledger ends at entry {found.position}.",
        why=f"It once went on at least to {expected.position}: its end was cut off.",
        fix="Put a copy of the database aside and restore a backup (claimdesk restore).",
    )


def _not_derived(kind: str, row: dict[str, Any]) -> BrokenLedger:
    about = f"claim {row['claim_id']}" if row.get("claim_id") else f"article {row['article_id']}"
    return BrokenLedger(
        f"The {kind.lower()} of {about} is not what the ledger gives.",
        why="The ledger is in order; what was derived from it was changed, or was derived under "
        "other settings, another label config or by another claimdesk.",
        fix="Derive everything again: claimdesk replay.",
    )


def _out_of_date(number: int, before: str, now: str) -> OutOfDate:
    claims = "1 claim was" if number == 1 else f"{number} claims were"
    return OutOfDate(
        f"{claims} decided by other rules than those in force, and not anew since.",
        why=f"Settings or labels were changed: {before!r} is noted, and {now!r} holds. The ledger "
        "and the judgements are in order; the verdicts could not be compared.",
        fix="Look at Label Studio once (claimdesk pull) or derive everything again (claimdesk "
        "replay), then verify again. If nothing was meant to change, put the settings back.",
    )


def _changed(article: str) -> BrokenLedger:
    return BrokenLedger(
        f"The text of the article {article} was changed.",
        why="An article's id is the digest of its text, and it is not that of this text.",
        fix="Restore a backup (claimdesk restore), or load the article again elsewhere.",
    )
