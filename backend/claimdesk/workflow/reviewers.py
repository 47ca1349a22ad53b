"""`list_reviewers`, `erase_reviewer`: who is behind a pseudonym, and forgetting it."""

from dataclasses import dataclass
from datetime import datetime

from claimdesk.settings import keep, kept
from claimdesk.store import audit, reviewers
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.feedback import unknown
from claimdesk.workflow.inviting import links


@dataclass(frozen=True)
class Known:
    """A person who judges, and how much.

    Of somebody `outside`, whose words were brought in, `email` is the name.
    """

    pseudonym: str
    email: str | None
    erased_at: datetime | None
    outside: bool
    articles: int
    claims: int
    last_said_at: datetime | None
    languages: list[str]
    links: list[str]


@dataclass(frozen=True)
class Erased:
    """Under which pseudonyms, one for each account, the verdicts go from now on."""

    pseudonyms: list[str]


def list_reviewers(bench: Workbench) -> list[Known]:
    """Everybody there is, by pseudonym."""
    with reading(bench.engine) as session:
        read, give = reviewers.languages_by_name(session), links(bench, session)
        return [
            Known(*row, read[row[0]], [] if row[2] or row[3] else give(read[row[0]]))
            for row in reviewers.known(session)
        ]


def check_reviewer(bench: Workbench, who: str) -> None:
    """Raise NotFound for somebody we do not know, by pseudonym or address."""
    with reading(bench.engine) as session:
        if not reviewers.accounts(session, who):
            raise unknown()


def erase_reviewer(bench: Workbench, who: str) -> Erased:
    """Forget a person, given by pseudonym or address; what they said stays, under a new name.

    Safe to repeat. Raises NotFound for somebody we do not know, Busy when the bytes on disk
    could not be written anew yet.
    """
    with writing(bench.engine) as session:
        found = reviewers.accounts(session, who)
        addresses = {one.email.casefold() for one in found if one.email}
        names = [one.pseudonym if one.erased_at else reviewers.erase(session, one) for one in found]
        for name in names:
            audit.note(session, "reviewer erased", name)
    if not found:
        raise unknown()
    _forget_login(bench, addresses)
    reviewers.scrub(bench.engine)
    return Erased(names)


def note_identities(bench: Workbench, export: str, *, who: str = audit.OPERATOR) -> None:
    """Put into the audit that an export shows who the reviewers are."""
    with writing(bench.engine) as session:
        audit.note(session, "export with identities", export, who=who)


def _forget_login(bench: Workbench, addresses: set[str]) -> None:
    """`claimdesk up` keeps the sample reviewers' logins in the home, to show them."""
    found = kept(bench.settings.home)
    logins = found.get("reviewers") or {}
    others = {one: word for one, word in logins.items() if one.casefold() not in addresses}
    if others != logins:
        keep(bench.settings.home, found | {"reviewers": others})
