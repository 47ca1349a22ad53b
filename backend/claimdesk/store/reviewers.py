"""Who the reviewers are, and forgetting it down to the bytes on disk."""

import secrets
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, delete, distinct, func, select, update
from sqlmodel import Session, col

from claimdesk.errors import Busy
from claimdesk.models import AuditEntry, Judgement, Reviewer, Ring, Token, UtcDateTime
from claimdesk.outside.opinions import identity
from claimdesk.pseudonyms import pseudonym
from claimdesk.store import facts

Counts = tuple[str, str | None, datetime | None, bool, int, int, datetime | None]
"""Pseudonym, address, when erased, whether outside; articles and claims judged, and when last."""


def known(session: Session) -> list[Counts]:
    """Everybody there is, by pseudonym, with how much they have judged."""
    judged: Any = (
        func.count(distinct(col(Judgement.article_id))),
        func.count(col(Judgement.claim_id)),
        func.max(col(Judgement.said_at), type_=UtcDateTime()),
    )
    who = (col(Reviewer.pseudonym), col(Reviewer.email), col(Reviewer.erased_at))
    everybody: Any = select(*who, col(Reviewer.id) < 0, *judged).outerjoin(
        Judgement, col(Judgement.reviewer_id) == col(Reviewer.id)
    )
    rows = session.execute(everybody.group_by(col(Reviewer.id), *who).order_by(who[0]))
    return [tuple(row) for row in rows]


def accounts(session: Session, who: str) -> list[Reviewer]:
    """The accounts of the person behind a pseudonym or an address.

    Label Studio knows somebody under a new number after it was set up anew, so that one address
    may stand more than once.
    """
    everybody = session.scalars(select(Reviewer)).all()
    wanted = who.casefold()
    meant = [
        one
        for one in everybody
        if wanted in (one.pseudonym, (one.email or "").casefold(), identity(one.email or ""))
    ]
    addresses = {one.email.casefold() for one in meant if one.email}
    same = [one for one in everybody if one.email and one.email.casefold() in addresses]
    return list({one.id: one for one in [*meant, *same]}.values())


def languages(session: Session) -> dict[int, list[str]]:
    """What everybody reads, by account; nobody who was erased, or who only speaks elsewhere."""
    query = select(col(Reviewer.id), col(Reviewer.languages)).order_by(col(Reviewer.id))
    query = query.where(col(Reviewer.id) >= 0)
    found = session.execute(query.where(col(Reviewer.erased_at).is_(None)))
    return {number: list(read) for number, read in found}


def languages_by_name(session: Session) -> dict[str, list[str]]:
    """What everybody reads, by pseudonym."""
    query = select(col(Reviewer.pseudonym), col(Reviewer.languages))
    return {name: list(read) for name, read in session.execute(query)}


def put_languages(session: Session, account: int, tags: Sequence[str]) -> None:
    """Note what somebody reads, in place of what was noted."""
    theirs = update(Reviewer).where(col(Reviewer.id) == account)
    session.execute(theirs.values(languages=list(tags)))


def erase(session: Session, person: Reviewer) -> str:
    """Shred the key and forget the address wherever it was noted; the new pseudonym.

    Credentials that were made for the person let nobody in any more.
    """
    now, address = datetime.now(UTC), person.email
    person.email, person.erased_at, person.key = None, now, secrets.token_hex(32)
    person.languages = []
    person.pseudonym = pseudonym(person.key, facts.installation_mark(session), person.id)
    theirs = update(Token).where(col(Token.reviewer_id) == person.id)
    session.execute(theirs.where(col(Token.revoked_at).is_(None)).values(revoked_at=now))
    if address:
        _put_in_place_of(address, person.pseudonym, session)
        _drop_rings(session, address)
    return person.pseudonym


def scrub(engine: Engine) -> None:
    """Write the tables anew, so that nothing that was deleted can be read from their files.

    Raises Busy when somebody else reads or writes for so long that it cannot be done.
    """
    trouble: type[Exception] = engine.dialect.loaded_dbapi.Error
    try:
        with closing(engine.raw_connection()) as connection:
            rewrite = _rewrite_sqlite if engine.dialect.name == "sqlite" else _rewrite_postgresql
            held_back = rewrite(connection.driver_connection)
    except trouble as error:
        held_back = str(error)
    if held_back:
        raise Busy(
            "What was erased may still be read from the files of the database.",
            why=f"They could not be written anew: {held_back}.",
            fix="Run claimdesk reviewers erase again, with the new pseudonym.",
        )


def _put_in_place_of(address: str, name: str, session: Session) -> None:
    """People write addresses into names of credentials, and those into the audit."""
    for column in (Token.name, AuditEntry.who, AuditEntry.about):
        noted = col(column)
        change = update(noted.class_).where(noted.contains(address, autoescape=True))  # type: ignore[attr-defined]
        session.execute(change.values({noted: func.replace(noted, address, name)}))


def _drop_rings(session: Session, address: str) -> None:
    """What came with the doorbell was never believed, so it need not be kept."""
    rings = select(col(Ring.id), col(Ring.body)).execution_options(yield_per=50)
    named = [id_ for id_, body in session.execute(rings) if address.encode() in body]
    session.execute(delete(Ring).where(col(Ring.id).in_(named)))


def _rewrite_sqlite(driver: Any) -> str | None:
    driver.execute("VACUUM")
    (blocked, *_) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return "another program is reading" if blocked else None


def _rewrite_postgresql(driver: Any) -> None:
    driver.rollback()
    driver.autocommit = True
    try:
        driver.execute("SET lock_timeout = '5s'")
        for table in (Reviewer, Token, AuditEntry, Ring):
            driver.execute(f"VACUUM FULL {table.__tablename__}")
    finally:
        driver.execute("RESET lock_timeout")
        driver.autocommit = False
