"""People outside whose words were brought in: known by their names, with numbers below zero."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlmodel import Session, col

from claimdesk.models import Article, Reviewer
from claimdesk.store.facts import PLANTED, put_reviewers


def numbers_of(session: Session, names: Iterable[str]) -> dict[str, int]:
    """The numbers of those of these people who are known, by name, case evened out."""
    wanted = {one.casefold() for one in names}
    query = select(col(Reviewer.id), col(Reviewer.email)).where(col(Reviewer.id) < 0)
    return {
        name.casefold(): number
        for number, name in session.execute(query)
        if name is not None and name.casefold() in wanted
    }


def numbers_by_pseudonym(session: Session, pseudonym: str) -> list[int]:
    """The number of whoever outside goes by a pseudonym, also if their name was erased."""
    query = select(col(Reviewer.id)).where(col(Reviewer.id) < 0)
    return list(session.scalars(query.where(col(Reviewer.pseudonym) == pseudonym)))


def colleagues(session: Session) -> set[str]:
    """The addresses of our own reviewers, case evened out."""
    query = select(col(Reviewer.email)).where(col(Reviewer.id) >= 0)
    return {email.casefold() for email in session.scalars(query) if email}


def put_names(session: Session, names: Iterable[str]) -> dict[str, int]:
    """Note these people; their numbers by name, case evened out.

    A number is never given twice: whoever was erased keeps theirs, and is nobody by name.
    """
    distinct = {one.casefold(): one for one in sorted(names)}
    known = numbers_of(session, distinct)
    lowest = min(0, session.scalar(select(func.min(col(Reviewer.id)))) or 0)
    fresh = {name: lowest - place for place, name in enumerate(distinct.keys() - known.keys(), 1)}
    put_reviewers(session, {number: distinct[name] for name, number in fresh.items()})
    return known | fresh


def sources(session: Session) -> list[tuple[str, str | None]]:
    """Id and address of every article that is content, newest revisions first, then by age."""
    replaced = select(col(Article.replaces)).where(col(Article.replaces).is_not(None))
    query = (
        select(col(Article.id), col(Article.url))
        .where(col(Article.id).not_in(PLANTED))
        .order_by(col(Article.id).in_(replaced), col(Article.loaded_at).desc(), col(Article.id))
    )
    return [(number, url) for number, url in session.execute(query)]
