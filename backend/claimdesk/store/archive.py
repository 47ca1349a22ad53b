"""The facts as lines of JSON, the same for every database, and back into an empty one.

What is derived is not among them: it is built again from the deliveries. Nor are sessions, leases
and what was compared with Label Studio: they belong to the moment.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Engine, LargeBinary, Select, Table, delete, func, select, text
from sqlmodel import Session, SQLModel, col

from claimdesk import careful
from claimdesk.errors import BadInput
from claimdesk.models import (
    Article,
    AuditEntry,
    Codebook,
    Conflict,
    Delivery,
    GoldAnswer,
    Installation,
    Original,
    Publication,
    Rereading,
    Reviewer,
    Ring,
    Segment,
    Token,
    UtcDateTime,
)
from claimdesk.store.database import SCHEMA, UNFINISHED, batches, is_unfinished, writing

FACTS: tuple[type[SQLModel], ...] = (
    Installation,
    Article,
    Original,
    Segment,
    GoldAnswer,
    Publication,
    Rereading,
    Conflict,
    Codebook,
    Delivery,
    Reviewer,
    Token,
    AuditEntry,
    Ring,
)
"""Those that others refer to come first."""

OUTCOME = {"handled": False, "refused": None}
"""How handling a delivery went is derived, and so begins anew."""

BATCH = 50
_VERSION = text("UPDATE alembic_version SET version_num = :version")


def lines(session: Session, table: type[SQLModel]) -> Iterator[bytes]:
    """Every row of a table by its key, one line each, a few in memory at a time."""
    keys = _table(table).primary_key.columns
    query: Select[Any] = select(*_columns(table)).order_by(*keys)
    if table is Token:
        query = query.where(col(Token.kind) == "token")
    for row in session.execute(query.execution_options(yield_per=BATCH)).mappings():
        yield json.dumps(dict(row), default=_written, separators=(",", ":")).encode() + b"\n"


def row(table: type[SQLModel], line: bytes) -> dict[str, Any]:
    """A line as a row. Raises ValueError for anything `lines` would not have written."""
    found = careful.read_loosely(line, limit=len(line))
    columns = {column.name: column for column in _columns(table)}
    if not isinstance(found, dict) or found.keys() != columns.keys():
        raise ValueError(f"it is no row of {table.__tablename__}")
    return {name: _read(columns[name], value) for name, value in found.items()}


def begin(session: Session) -> None:
    """Mark the database as being filled, in the transaction that fills it.

    Raises BadInput when there is something in it that was not left by a restore cut short.
    """
    if is_unfinished(session.connection()):
        for table in reversed(SQLModel.metadata.sorted_tables):
            session.execute(delete(table))
    elif any(session.execute(select(table).limit(1)).first() for table in map(_table, FACTS)):
        raise BadInput(
            "The database is not empty, and nothing was restored.",
            why="A restore puts a whole state in place; it never mixes two.",
            fix="Name another home with --home, or an empty database with --database.",
        )
    session.execute(_VERSION, {"version": UNFINISHED})


def fill(session: Session, table: type[SQLModel], rows: Iterable[dict[str, Any]]) -> int:
    """Insert rows into a table of an empty database; return how many there were."""
    number = 0
    more = OUTCOME if table is Delivery else {}
    for some in batches(rows, BATCH):
        session.execute(_table(table).insert(), [one | more for one in some])
        number += len(some)
    return number


def number_on(session: Session) -> None:
    """Let PostgreSQL number new rows from where the restored ones end."""
    if session.get_bind().dialect.name == "postgresql":
        for table in (Delivery, AuditEntry, Ring):
            highest = func.max(col(table.id))
            counter = func.pg_get_serial_sequence(table.__tablename__, "id")
            session.execute(select(func.setval(counter, highest)).having(highest.is_not(None)))


def finish(engine: Engine) -> None:
    """The database is whole: from now on it can be opened."""
    with writing(engine) as session:
        session.execute(_VERSION, {"version": SCHEMA})


def _table(table: type[SQLModel]) -> Table:
    found: Table = table.__table__  # type: ignore[attr-defined]
    return found


def _columns(table: type[SQLModel]) -> list[Column[Any]]:
    left_out = OUTCOME if table is Delivery else {}
    return [column for column in _table(table).columns if column.name not in left_out]


def _written(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return base64.b64encode(value).decode("ascii")


def _read(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(value, validate=True)
    return value
