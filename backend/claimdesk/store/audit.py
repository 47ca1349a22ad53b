"""Who did something that others may want to know of: appended, and read newest first."""

from datetime import UTC, datetime

from sqlmodel import Session, col, select

from claimdesk.models import AuditEntry

OPERATOR = "operator"
"""Whoever runs the command line: they can read the database anyway."""


def note(session: Session, what: str, about: str | None = None, *, who: str = OPERATOR) -> None:
    """Append an entry, in the transaction that does what it tells."""
    session.add(AuditEntry(at=datetime.now(UTC), who=who, what=what, about=about))


def last(session: Session, what: str) -> datetime:
    """When something was noted last; the beginning of time if it never was."""
    query = select(AuditEntry.at).where(col(AuditEntry.what) == what)
    found = session.exec(query.order_by(col(AuditEntry.id).desc()).limit(1)).first()
    return found or datetime.fromtimestamp(0, UTC)


def newest(session: Session, limit: int) -> list[AuditEntry]:
    """The newest entries."""
    return list(session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(limit)))
