"""Reading the desk as it was: the deliveries up to a moment, handled again in a place apart."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from pathlib import Path

from claimdesk.errors import BadInput, NotFound
from claimdesk.store import past
from claimdesk.store.database import open_engine, reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.handling import handle

EVER = datetime(MAXYEAR, 1, 1, tzinfo=UTC)


@contextmanager
def as_of(bench: Workbench, moment: datetime, *, identities: bool = False) -> Iterator[Workbench]:
    """A workbench that knows what this one knew at a moment, while the context is open.

    Times are those of arrival: what a reviewer said before the moment and nobody had collected
    yet is not in it. The label config is the one in force now.
    """
    if moment > datetime.now(UTC):
        raise NotFound(
            f"{moment.isoformat()} has not come yet.",
            why="Only what has arrived can be read.",
            fix="Give a time in the past, such as 2026-03-14T09:30:00Z.",
        )
    with apart(bench, moment, identities=identities) as known:
        yield known


@contextmanager
def apart(
    bench: Workbench, moment: datetime = EVER, *, identities: bool = False, waiting: bool = True
) -> Iterator[Workbench]:
    """A workbench on a copy, in which everything that arrived until a moment is handled anew.

    Without those `waiting`, it is what is shown here as long as they are not handled.
    """
    with tempfile.TemporaryDirectory(prefix="claimdesk-apart-") as folder:
        engine = open_engine(Path(folder) / "then.db")
        try:
            with reading(bench.engine) as now, writing(engine) as then:
                past.copy_until(now, then, moment, identities=identities, waiting=waiting)
            known = replace(bench, engine=engine)
            handle(known)
            yield known
        finally:
            engine.dispose()


def plausible(moment: datetime) -> datetime:
    """The same time in UTC. Raises ValueError for one at the very end of the calendar."""
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValueError("no time of ours")
    return moment.astimezone(UTC)


def read_moment(text: str) -> datetime:
    """A time as people write it: a date, or a time with its zone. Raises BadInput."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return plausible(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except ValueError:
        raise BadInput(
            "The time cannot be read.",
            why="It should be a date or a time as ISO 8601 has it; without a zone it is UTC.",
            fix="Write it as 2026-03-14 or 2026-03-14T09:30:00Z.",
        ) from None
