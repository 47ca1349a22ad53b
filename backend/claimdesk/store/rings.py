"""The doorbell's inbox: what came with each ring, kept as it came until it is settled."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update
from sqlmodel import Session, col

from claimdesk.models import Ring
from claimdesk.store.database import insert_into

UNCONFIRMED, QUARANTINED = "unconfirmed", "quarantined"
ROOM = 20_000
"""Most bodies that are kept: whoever has the secret could otherwise fill the disk."""


def put(connection: Connection, bodies: Sequence[bytes], arrived_at: datetime) -> None:
    """Append bodies in one statement; one that is there already is not kept twice."""
    rows = [
        {"digest": hashlib.sha256(body).hexdigest(), "body": body, "arrived_at": arrived_at}
        for body in bodies
    ]
    statement = insert_into(Ring, connection.dialect.name)
    connection.execute(statement.on_conflict_do_nothing(), rows)


def is_full(connection: Connection) -> bool:
    """Whether no more can be kept; counts no further than it has to."""
    some = select(col(Ring.id)).limit(ROOM).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) >= ROOM


def newest(session: Session) -> int:
    """The number of the newest ring; numbers are never given twice."""
    return session.scalar(select(func.max(col(Ring.id)))) or 0


def waiting(session: Session, upto: int, limit: int) -> list[Ring]:
    """The oldest rings that nobody has settled, up to a number."""
    query = select(Ring).where(col(Ring.outcome).is_(None), col(Ring.id) <= upto)
    return list(session.scalars(query.order_by(col(Ring.id)).limit(limit)))


def drop(session: Session, numbers: Sequence[int]) -> None:
    """Forget rings whose message the ledger holds."""
    session.execute(delete(Ring).where(col(Ring.id).in_(numbers)))


def set_aside(session: Session, outcomes: Mapping[int, tuple[str, str]]) -> None:
    """Keep rings that say what the ledger does not, each with its outcome and why."""
    for number, (outcome, why) in outcomes.items():
        this = update(Ring).where(col(Ring.id) == number)
        session.execute(this.values(outcome=outcome, why=why))


def prune(session: Session, keep: int) -> None:
    """Let the oldest of those set aside make room."""
    aside = select(col(Ring.id)).where(col(Ring.outcome).is_not(None))
    oldest = aside.order_by(col(Ring.id).desc()).offset(keep)
    session.execute(delete(Ring).where(col(Ring.id).in_(oldest)))


def counts(session: Session) -> dict[str | None, int]:
    """How many rings there are by outcome; None for those that wait."""
    rows = session.execute(select(col(Ring.outcome), func.count()).group_by(col(Ring.outcome)))
    return {outcome: int(number) for outcome, number in rows}
