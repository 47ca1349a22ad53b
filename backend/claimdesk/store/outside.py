"""People outside whose words were brought in: with numbers below zero, and told by identity."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlmodel import Session, col

from claimdesk.models import Article, Reviewer
from claimdesk.outside.opinions import identity
from claimdesk.store.facts import PLANTED, put_reviewers


def numbers_of(session: Session, names: Iterable[str]) -> dict[str, int]:
    """The numbers of those of these people who are known, by identity."""
    wanted = {identity(one) for one in names}
    query = select(col(Reviewer.id), col(Reviewer.email)).where(col(Reviewer.id) < 0)
    return {
        identity(name): number
        for number, name in session.execute(query)
        if name is not None and identity(name) in wanted
    }


def called(session: Session, who: str) -> list[int]:
    """The number of whoever is meant by an identity, a name that no two share, or a pseudonym."""
    if known := numbers_of(session, [who]):
        return [*known.values()]
    query = select(col(Reviewer.id), col(Reviewer.email)).where(col(Reviewer.id) < 0)
    same = [
        number
        for number, name in session.execute(query)
        if name and name.rpartition(" <")[0].casefold() == who.casefold()
    ]
    return same if len(same) == 1 else _by_pseudonym(session, who)


def _by_pseudonym(session: Session, pseudonym: str) -> list[int]:
    """The number of whoever outside goes by a pseudonym, also if their name was erased."""
    query = select(col(Reviewer.id)).where(col(Reviewer.id) < 0)
    return list(session.scalars(query.where(col(Reviewer.pseudonym) == pseudonym)))


def colleagues(session: Session) -> set[str]:
    """The addresses of our own reviewers, case evened out."""
    query = select(col(Reviewer.email)).where(col(Reviewer.id) >= 0)
    return {email.casefold() for email in session.scalars(query) if email}


def put_names(session: Session, names: Iterable[str]) -> dict[str, int]:
    """Note these people; their numbers by identity.

    A number is never given twice: whoever was erased keeps theirs, and is nobody by name.
    """
    distinct = {identity(one): one for one in sorted(names)}
    known = numbers_of(session, distinct)
    lowest = min(0, session.scalar(select(func.min(col(Reviewer.id)))) or 0)
    new = sorted(distinct.keys() - known.keys())
    fresh = {name: lowest - place for place, name in enumerate(new, start=1)}
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
