"""`add_reviewers`: accounts for people who judge, what they read, and the links that are theirs."""

import re
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from sqlmodel import Session

from claimdesk import careful
from claimdesk.errors import BadInput, ClaimdeskError, LabelStudioTrouble, NotFound
from claimdesk.labelstudio.client import Client, Person
from claimdesk.models import Reviewer
from claimdesk.store import audit, facts, publications, reviewers
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.publishing import stream_link
from claimdesk.workflow.routing import is_unread, reads

ANY = "any"
TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LONGEST_EMAIL = 254
AT_ONCE = 4
"""Sign-ups side by side: they are mostly hashing of passwords, on somebody else's processor."""


@dataclass(frozen=True)
class Invited:
    """Somebody who has an account; the password only if it was made just now, and never again."""

    email: str
    pseudonym: str | None
    password: str | None
    languages: list[str]
    links: list[str]


@dataclass(frozen=True)
class Uninvited:
    """An address for which something was not done."""

    email: str
    why: str


@dataclass
class Invitations:
    """What came of a list of addresses."""

    items: list[Invited] = field(default_factory=list)
    refused: list[Uninvited] = field(default_factory=list)
    trouble: ClaimdeskError | None = None
    """The first of what kept somebody from being signed up."""

    def refuse(self, email: str, error: ClaimdeskError) -> None:
        """Note for whom something was not done, and why."""
        self.trouble = self.trouble or error
        self.refused.append(Uninvited(email, error.why))


def read_languages(tags: Sequence[str]) -> list[str] | None:
    """Tags as they are kept; none for `any`, and None where nothing is said. Raises BadInput."""
    if not tags:
        return None
    if [one.casefold() for one in tags] == [ANY]:
        return []
    found = [language.lower() + rest for language, rest in map(_parted, tags)]
    for tag in found:
        if not TAG.fullmatch(tag) or tag == ANY:
            raise BadInput(
                f"{tag!a} is no language.",
                why="A tag such as de or pt-BR was expected, or any alone for all languages.",
                fix="Give each language by an option of its own: --language de --language uk.",
            )
    return sorted(set(found))


def add_reviewers(
    bench: Workbench, client: Client, emails: Sequence[str], languages: list[str] | None
) -> Invitations:
    """Make sure that these people can sign in, and note what they read if something is said.

    An account that exists keeps its password. Raises LabelStudioTrouble when nothing can be done.
    """
    client.check()
    done = Invitations()
    passwords: dict[str, str | None] = {}
    distinct = {one.strip().casefold(): one.strip() for one in emails}
    if (own := distinct.pop(client.own_address().casefold(), None)) is not None:
        done.refuse(own, _machine(own))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        asked = {one: pool.submit(_sign_up, client, one) for one in distinct.values()}
        for email, outcome in asked.items():
            try:
                passwords[email] = outcome.result()
            except ClaimdeskError as error:
                done.refuse(email, error)
    _note(bench, client, passwords, languages, done)
    return done


def note_accounts(bench: Workbench, client: Client, emails: Iterable[str]) -> None:
    """Note people whose accounts were made otherwise."""
    _note(bench, client, dict.fromkeys(emails), None, Invitations())


def links_of(bench: Workbench, who: str) -> list[Invited]:
    """The links of somebody, by pseudonym or address. Raises NotFound."""
    with reading(bench.engine) as session:
        everybody = reviewers.accounts(session, who)
        found = [one for one in everybody if one.erased_at is None and one.id >= 0]
        if not found:
            raise NotFound(
                "There is no such reviewer.",
                why="It is no pseudonym in force, and no address that claimdesk knows.",
                fix="Run claimdesk reviewers list, or claimdesk reviewers add.",
            )
        give = links(bench, session)
        return [_invited(one, one.email or who, None, give) for one in found]


def links(bench: Workbench, session: Session) -> Callable[[Sequence[str]], list[str]]:
    """What gives somebody who reads some languages the links to what there is to read.

    Each leads through the sign-in page to one stream; who is signed in is there at once.
    """
    everybody = [*reviewers.languages(session).values()]
    standing = publications.languages(session)

    def give(languages: Sequence[str]) -> list[str]:
        mine = {
            project
            for project, tag, _ in standing
            if reads(languages, tag) or is_unread(tag, everybody)
        }
        return [_through_the_door(bench, project) for project in sorted(mine)]

    return give


def _through_the_door(bench: Workbench, project: int) -> str:
    stream = urlsplit(stream_link(bench, project))
    site = (bench.settings.reviewers_see or "").rstrip("/")
    return f"{site}/user/login/?next={quote(f'{stream.path}?{stream.query}')}"


def _sign_up(client: Client, email: str) -> str | None:
    """The new password, or None for an account that was there."""
    if careful.flaw(email) or not email.isprintable() or len(email) > LONGEST_EMAIL:
        raise BadInput(
            "An address cannot be used.",
            why="It is too long, or holds characters that no address has",
            fix="Correct it.",
        )
    password = secrets.token_urlsafe(12)
    return password if client.sign_up(email, password) else None


def _note(
    bench: Workbench,
    client: Client,
    passwords: Mapping[str, str | None],
    languages: list[str] | None,
    done: Invitations,
) -> None:
    """Note who they are; whatever goes wrong now, nobody loses a password that was made."""
    try:
        people = {one.email.casefold(): (number, one) for number, one in client.people().items()}
    except LabelStudioTrouble as error:
        done.trouble = done.trouble or error
        people = {}
    with writing(bench.engine) as session:
        known: dict[str, Reviewer] = {}
        for email, password in passwords.items():
            account = people.get(email.casefold())
            if account is None:
                done.refuse(email, _unnumbered(email))
            elif (against := _against(session, email, account)) is not None:
                done.refuse(email, against)
            else:
                known[email] = _noted(session, account, languages, new=password is not None)
        give = links(bench, session)
        done.items += [
            _invited(known[email], email, password, give)
            if email in known
            else Invited(email, None, password, [], [])
            for email, password in passwords.items()
            if email in known or password is not None
        ]


def _against(session: Session, email: str, account: tuple[int, Person]) -> ClaimdeskError | None:
    """Why somebody cannot be noted, if so."""
    number, person = account
    known = facts.reviewers_of(session, [number]).get(number)
    if known is None:
        return None
    if known.erased_at:
        return BadInput(
            f"{email} is not taken up again.",
            why="This person was erased here, and the account would tell who it was.",
            fix="Give them an account with another address, which begins another person.",
        )
    other = known.joined not in (None, "", person.joined)
    if other and (known.email or "").casefold() != person.email.casefold():
        return LabelStudioTrouble(
            f"{email} is not noted as a reviewer.",
            why=f"Account {number} of this Label Studio was somebody else before.",
            fix="Restore Label Studio from a backup, or begin anew with another --home.",
        )
    return None


def _unnumbered(email: str) -> LabelStudioTrouble:
    return LabelStudioTrouble(
        f"{email} is not noted as a reviewer yet.",
        why="Label Studio could not be asked for the number of the account.",
        fix="Run this again: who has an account keeps it as it is.",
    )


def _machine(email: str) -> BadInput:
    return BadInput(
        f"{email} cannot be a reviewer.",
        why="It is the account by which claimdesk itself speaks to Label Studio.",
        fix="Name an address of the person's own.",
    )


def _noted(
    session: Session, account: tuple[int, Person], languages: list[str] | None, *, new: bool
) -> Reviewer:
    number, person = account
    before = facts.reviewers_of(session, [number]).get(number)
    facts.put_reviewers(session, {number: person.email})
    facts.note_joined(session, {number: person.joined})
    if languages is not None:
        reviewers.put_languages(session, number, languages)
    session.expire_all()
    found = facts.reviewers_of(session, [number])[number]
    if new or before is None:
        audit.note(session, "reviewer added", found.pseudonym)
    if languages is not None:
        audit.note(session, "languages noted", f"{found.pseudonym}: {', '.join(languages) or ANY}")
    return found


def _invited(
    one: Reviewer, email: str, password: str | None, give: Callable[[Sequence[str]], list[str]]
) -> Invited:
    return Invited(email, one.pseudonym, password, list(one.languages), give(one.languages))


def _parted(tag: str) -> tuple[str, str]:
    language, dash, rest = tag.strip().partition("-")
    return language, dash + rest
