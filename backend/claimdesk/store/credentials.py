"""Credentials as rows: who may come in, known by the hash of a secret that is kept nowhere."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlmodel import Session, col

from claimdesk.models import Token

TOKEN, LOGIN, SESSION = "token", "login", "session"
"""An API token, a login link that works once, and the session it is exchanged for."""


def add(session: Session, row: Token) -> None:
    """Keep a new credential."""
    session.add(row)
    session.flush()


def found(session: Session, kind: str, digest: str) -> Token | None:
    """The credential of a kind with this hash."""
    query = select(Token).where(col(Token.digest) == digest, col(Token.kind) == kind)
    return session.scalars(query).one_or_none()


def every(session: Session) -> list[Token]:
    """All of them, the oldest first."""
    return list(session.scalars(select(Token).order_by(col(Token.created_at), col(Token.id))))


def called(session: Session, word: str) -> list[Token]:
    """Those with this name or id, the oldest first."""
    query = select(Token).where(or_(col(Token.id) == word, col(Token.name) == word))
    return list(session.scalars(query.order_by(col(Token.created_at), col(Token.id))))


def usable(session: Session, kind: str, now: datetime) -> int:
    """How many of a kind would be taken now."""
    query = select(func.count()).select_from(Token).where(col(Token.kind) == kind, *_holds(now))
    return session.scalar(query) or 0


def use_up(session: Session, digest: str, now: datetime) -> Token | None:
    """The login link with this hash, ended by this very call; of two at once only one gets it."""
    link = (col(Token.digest) == digest, col(Token.kind) == LOGIN)
    used = update(Token).where(*link, *_holds(now)).values(revoked_at=now)
    ids = session.execute(used.returning(col(Token.id))).scalars().all()
    return session.get_one(Token, ids[0]) if ids else None


def revoke(session: Session, ids: Sequence[str], now: datetime) -> None:
    """End credentials at once."""
    session.execute(update(Token).where(col(Token.id).in_(ids)).values(revoked_at=now))


def shorten(session: Session, ids: Sequence[str], until: datetime) -> None:
    """End credentials at a time to come, unless they end sooner."""
    longer = update(Token).where(col(Token.id).in_(ids), col(Token.expires_at) > until)
    session.execute(longer.values(expires_at=until))


def prune(session: Session, now: datetime) -> None:
    """Forget sessions and login links that are over; tokens stay to be listed."""
    over = or_(col(Token.expires_at) <= now, col(Token.revoked_at).is_not(None))
    session.execute(delete(Token).where(col(Token.kind) != TOKEN, over))


def _holds(now: datetime) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(Token.revoked_at).is_(None), col(Token.expires_at) > now
