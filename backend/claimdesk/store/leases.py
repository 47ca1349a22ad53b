"""The lease of a piece of work that only one process may do, over every replica.

The lock behind it is let go of the moment its holder dies. Should the database itself drop it
(a restart, a cut connection) while the holder goes on, the fence stops that holder: every write
moves the fence on, and only from where its writer last saw it.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Engine, select, update
from sqlmodel import Session, col

from claimdesk.errors import Busy
from claimdesk.models import Lease
from claimdesk.store.database import exclusive, reading, writing
from claimdesk.store.facts import insert_new


class Turn:
    """A holder's turn; `keep` has to be called in each transaction that writes under it."""

    def __init__(self, name: str, fence: int) -> None:
        self.name = name
        self._fence = fence

    def keep(self, session: Session) -> None:
        """Move the fence on. Raises Busy when somebody else has moved it since."""
        ours = (col(Lease.name) == self.name, col(Lease.fence) == self._fence)
        holder = f"{socket.gethostname()}:{os.getpid()}"
        moved = (
            update(Lease)
            .where(*ours)
            .values(fence=self._fence + 1, holder=holder, taken_at=datetime.now(UTC))
        )
        if session.execute(moved.returning(col(Lease.fence))).first() is None:
            raise Busy(
                f"Another claimdesk has taken over {self.name!r}.",
                why="This one lost its connection to the database; what it had not kept, the "
                "other one fetches.",
                fix="Nothing has to be done.",
            )
        self._fence += 1


@contextmanager
def turn(engine: Engine, name: str, *, wait: float = 0.0) -> Iterator[Turn]:
    """Have the lease of a piece of work while the context is open.

    Raises Busy when somebody else still has it after `wait` seconds.
    """
    with exclusive(engine, name, wait=wait):
        yield Turn(name, _fence(engine, name))


def _fence(engine: Engine, name: str) -> int:
    query = select(col(Lease.fence)).where(col(Lease.name) == name)
    with reading(engine) as session:
        found = session.scalar(query)
    if found is None:
        with writing(engine) as session:
            row = {"name": name, "fence": 0, "holder": "", "taken_at": datetime.now(UTC)}
            session.execute(insert_new(session, Lease), [row])
            found = session.scalar(query)
    return int(found or 0)
