"""Who may come in: tokens for programs, links that work once and sessions for people.

A secret has 256 random bits and is shown once, when it is made; the database keeps its SHA-256,
which needs no salt and no slow hash at that length.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from claimdesk.errors import BadInput, NotAllowed, NotFound
from claimdesk.models import Installation, Token
from claimdesk.store import audit, credentials, facts, reviewers
from claimdesk.store.credentials import LOGIN, SESSION, TOKEN
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench

ROLES = ("reviewer", "editor", "adjudicator", "admin")
"""Each may do what those before it may."""

TOKEN_LIFE = timedelta(days=90)
LINK_LIFE = timedelta(minutes=60)
SESSION_LIFE = timedelta(days=7)
PREFIX = "cdk_"
_SECRET = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}")
_ID = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True)
class Principal:
    """Somebody who has proved who they are, and by which credential."""

    name: str
    role: str
    token: str
    reviewer_id: int | None
    expires_at: datetime

    @property
    def who(self) -> str:
        """What the audit calls them; a name alone could be anybody's."""
        return f"{self.name} ({self.token})"

    def may(self, least: str) -> bool:
        """Whether their role is this one or above it."""
        return self.role in ROLES and ROLES.index(self.role) >= ROLES.index(least)


@dataclass(frozen=True)
class Grant:
    """What a credential is to be made for."""

    name: str
    role: str
    life: timedelta
    reviewer: str | None = None


@dataclass(frozen=True)
class Issued:
    """A credential that was just made; its secret is in no other place."""

    id: str
    name: str
    role: str
    expires_at: datetime
    secret: str = field(repr=False)


@dataclass(frozen=True)
class Credential:
    """A credential as it may be shown."""

    id: str
    kind: str
    name: str
    role: str
    reviewer: int | None
    created_at: datetime
    expires_at: datetime
    state: str


def create(bench: Workbench, grant: Grant, now: datetime) -> Issued:
    """A new token.

    Raises BadInput when the name is taken by one that is usable, NotFound for a reviewer who is
    not known.
    """
    _check(grant)
    with writing(bench.engine) as session:
        if _usable(credentials.called(session, grant.name), TOKEN, now):
            raise BadInput(
                f"There is a token {grant.name!r} already.",
                why="A name stands for one token, so that it can be revoked by it.",
                fix="Choose another name, or say claimdesk token rotate.",
            )
        reviewer = _reviewer(session, grant.reviewer)
        issued = _issue(session, TOKEN, grant, reviewer, now)
        audit.note(session, "token created", _told(issued))
    return issued


def invite(bench: Workbench, grant: Grant, now: datetime) -> Issued:
    """A new login link; its secret is good for one `sign_in`. Raises BadInput for a reviewer."""
    _check(grant)
    if grant.role == ROLES[0]:
        raise BadInput(
            "A link would not let a reviewer see anything.",
            why="The pages are for editors; reviewers work in Label Studio.",
            fix="For their own progress over REST: claimdesk token create NAME --role reviewer "
            "--reviewer ADDRESS.",
        )
    with writing(bench.engine) as session:
        credentials.prune(session, now)
        issued = _issue(session, LOGIN, grant, None, now)
        audit.note(session, "login link created", _told(issued))
    return issued


def login_link(bench: Workbench, grant: Grant, now: datetime, site: str | None = None) -> str:
    """The address of a new login link, at `site` or where the settings say that we answer.

    Raises BadInput when nobody says where.
    """
    where = site or bench.settings.editors_see
    if not where:
        raise BadInput(
            "It is not known where the backend answers.",
            why="Neither public_url nor backend_url is set.",
            fix="Say it with --url, or set CLAIMDESK_PUBLIC_URL.",
        )
    return f"{where.rstrip('/')}/login/{invite(bench, grant, now).secret}"


def sign_in(bench: Workbench, code: str, now: datetime) -> Issued:
    """Exchange the secret of a login link for a session.

    Raises NotAllowed when the link was used before, is too old, or never was one.
    """
    with writing(bench.engine) as session:
        link = credentials.use_up(session, _digest(code), now) if is_secret(code) else None
        if link is None:
            raise NotAllowed(
                "This link does not sign you in.",
                why="It works once and for a short time, and only when it is copied whole.",
                fix="Ask whoever runs claimdesk for a new one: claimdesk login.",
            )
        grant = Grant(link.name, link.role, SESSION_LIFE)
        issued = _issue(session, SESSION, grant, link.reviewer_id, now)
        audit.note(session, "signed in", f"by link {link.id}", who=f"{issued.name} ({issued.id})")
        credentials.prune(session, now)
    return issued


def sign_out(bench: Workbench, principal: Principal, now: datetime) -> None:
    """End the session that somebody came in by; a token stays."""
    with writing(bench.engine) as session:
        rows = [row for row in credentials.called(session, principal.token) if row.kind == SESSION]
        credentials.revoke(session, [row.id for row in rows], now)
        audit.note(session, "signed out", who=principal.who)


def revoke(bench: Workbench, word: str, now: datetime) -> list[Credential]:
    """End at once whatever has this id or name and is usable; returns what ended.

    Raises NotFound when nothing does.
    """
    with writing(bench.engine) as session:
        rows = _usable(credentials.called(session, word), None, now)
        if not rows:
            raise _unknown(word)
        credentials.revoke(session, [row.id for row in rows], now)
        for row in rows:
            audit.note(session, f"{row.kind} revoked", _told(row))
        return [_shown(row, now) for row in rows]


def rotate(
    bench: Workbench, word: str, *, life: timedelta, keep: timedelta, now: datetime
) -> Issued:
    """A new secret under the same name and role; the old one is good for `keep` longer.

    Raises NotFound when there is no usable token of that name or id.
    """
    with writing(bench.engine) as session:
        rows = _usable(credentials.called(session, word), TOKEN, now)
        if not rows:
            raise _unknown(word)
        newest, ids = rows[-1], [row.id for row in rows]
        if keep:
            credentials.shorten(session, ids, now + keep)
        else:
            credentials.revoke(session, ids, now)
        grant = Grant(newest.name, newest.role, life)
        issued = _issue(session, TOKEN, grant, newest.reviewer_id, now)
        audit.note(session, "token rotated", f"{_told(issued)}, was {', '.join(ids)}")
    return issued


def listed(bench: Workbench, now: datetime) -> list[Credential]:
    """Every credential that is kept, the oldest first."""
    with reading(bench.engine) as session:
        return [_shown(row, now) for row in credentials.every(session)]


def has_token(bench: Workbench, now: datetime) -> bool:
    """Whether anybody could come in by a token."""
    with reading(bench.engine) as session:
        return credentials.usable(session, TOKEN, now) > 0


def recognise(bench: Workbench, kind: str, secret: str, now: datetime) -> Principal | None:
    """Whose secret it is, if it is one of this kind and still good."""
    if not is_secret(secret):
        return None
    digest = _digest(secret)
    with reading(bench.engine) as session:
        row = credentials.found(session, kind, digest)
    if row is None or not hmac.compare_digest(row.digest.encode(), digest.encode()):
        return None
    if _state(row, now) != "usable":
        return None
    return Principal(row.name, row.role, row.id, row.reviewer_id, row.expires_at)


def is_secret(text: str) -> bool:
    """Whether a text has the form of our secrets."""
    return _SECRET.fullmatch(text) is not None


def cookie_name(bench: Workbench) -> str:
    """Under what a browser keeps its session; another desk on this host has another one."""
    with reading(bench.engine) as session:
        kept = session.get(Installation, 1)
    if kept is None:
        with writing(bench.engine) as session:
            return f"claimdesk_{facts.installation_mark(session)[:8]}"
    return f"claimdesk_{kept.mark[:8]}"


def _check(grant: Grant) -> None:
    if grant.role not in ROLES:
        raise BadInput(
            f"There is no role {grant.role!r}.",
            why=f"The roles are {', '.join(ROLES)}; each may do what those before it may.",
            fix="Choose one of them.",
        )
    name = grant.name
    if not (1 <= len(name) <= 60) or not name.isprintable() or _ID.fullmatch(name):
        raise BadInput(
            "The name cannot be used.",
            why="It needs 1 to 60 printable characters, and must not look like an id.",
            fix="Name who or what uses it, for example: newsroom-script.",
        )


def _reviewer(session: Session, who: str | None) -> int | None:
    """The number of a person's newest account."""
    if who is None:
        return None
    accounts = [one.id for one in reviewers.accounts(session, who) if one.erased_at is None]
    if not accounts:
        raise NotFound(
            f"There is no reviewer {who!r}.",
            why="It is no pseudonym in force, and no address that claimdesk knows.",
            fix="Run claimdesk reviewers list, or claimdesk pull first.",
        )
    return max(accounts)


def _issue(
    session: Session, kind: str, grant: Grant, reviewer: int | None, now: datetime
) -> Issued:
    secret = PREFIX + secrets.token_urlsafe(32)
    row = Token(
        id=secrets.token_hex(4),
        kind=kind,
        name=grant.name,
        role=grant.role,
        digest=_digest(secret),
        reviewer_id=reviewer,
        created_at=now,
        expires_at=now + grant.life,
    )
    credentials.add(session, row)
    return Issued(row.id, row.name, row.role, row.expires_at, secret)


def _usable(rows: Sequence[Token], kind: str | None, now: datetime) -> list[Token]:
    return [row for row in rows if kind in (None, row.kind) and _state(row, now) == "usable"]


def _state(row: Token, now: datetime) -> str:
    if row.revoked_at is not None:
        return "revoked"
    return "usable" if now < row.expires_at else "expired"


def _shown(row: Token, now: datetime) -> Credential:
    return Credential(
        id=row.id,
        kind=row.kind,
        name=row.name,
        role=row.role,
        reviewer=row.reviewer_id,
        created_at=row.created_at,
        expires_at=row.expires_at,
        state=_state(row, now),
    )


def _told(one: Token | Issued) -> str:
    return f"{one.id} {one.name} ({one.role})"


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _unknown(word: str) -> NotFound:
    return NotFound(
        f"Nothing usable is called {word!r}.",
        why="A name or an id is needed, of something neither expired nor revoked.",
        fix="Look for it in claimdesk token list; an expired token is made anew with create.",
    )
