"""What people see on a terminal: messages, errors in three lines, progress."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimdesk.desk.up import Running
    from claimdesk.errors import ClaimdeskError
    from claimdesk.store.deliveries import Refused
    from claimdesk.store.flags import Noticed
    from claimdesk.workflow.access import Credential
    from claimdesk.workflow.bench import Progress
    from claimdesk.workflow.codebooks import Stale
    from claimdesk.workflow.inviting import Invited
    from claimdesk.workflow.reading import Noted, Status
    from claimdesk.workflow.reviewers import Known

NOBODY = "nobody known"


def counted(number: int, noun: str) -> str:
    """So many of something, in the singular or the plural; `noun` is the singular."""
    if number == 1:
        return f"1 {noun}"
    ending = (
        f"{noun[:-1]}ies"
        if noun.endswith("y")
        else f"{noun}es"
        if noun.endswith("s")
        else f"{noun}s"
    )
    return f"{number} {ending}"


def tell(message: str) -> None:
    """Say something to the person, not to the program that reads our output."""
    sys.stderr.write(_plain(message) + "\n")
    sys.stderr.flush()


def show(lines: list[str]) -> None:
    """Lines on stdout, safe for a terminal."""
    sys.stdout.write(_plain("\n".join(lines)) + "\n")


def fail(error: "ClaimdeskError") -> None:
    """Three lines: what, why, what to do."""
    tell(f"Error: {error.what}\n  Why: {error.why}\n   Do: {error.fix}")


def show_json(value: Any) -> None:
    """One JSON object on stdout."""
    shown = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    sys.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2, default=_readable) + "\n")
    sys.stdout.flush()


def show_running(running: "Running") -> None:
    """The block at the end of `up`."""
    logins = "\n".join(f"              {who}   {word}" for who, word in running.logins.items())
    sys.stdout.write(
        f"""
claimdesk is ready.

  Review      {running.review}
{logins}
  Editors     {running.editors}
              (works once; claimdesk login makes another)
  API docs    {running.api_docs}
  Logs        {running.logs[0]}
              {running.logs[1]}

Ctrl-C stops everything.
"""
    )
    sys.stdout.flush()


def show_status(found: "Status") -> None:
    """Counts, what was refused lately, and what was noticed of how reviewers work."""
    lines = [
        f"articles     {found.articles}, {found.published} of them published",
        f"claims       {sum(found.claims.values())}",
        *(f"  {state:<13}{number}" for state, number in sorted(found.claims.items())),
        f"judgements   {found.judgements} by {counted(found.reviewers, 'reviewer')}",
        f"stale        {_stale(found.stale)}",
        f"deliveries   {found.deliveries}, {found.waiting} waiting; ledger {found.ledger}",
        f"compared     {_when(found.reconciled_at)}; {found.mended} mended in all",
        f"vanished     {counted(found.vanished, 'annotation')} in all",
        f"set aside    {found.quarantined} in quarantine, "
        f"{counted(found.unconfirmed, 'ring')} unconfirmed",
    ]
    lines += [
        f"not counted  {one.reviewer or NOBODY}{_where(one)}: {one.why}" for one in found.refused
    ]
    told = ", ".join(f"{number} {code}" for code, number in found.flagged.items())
    lines += [f"flagged      {told}"] if told else []
    lines += [_flag(one) for one in found.flags]
    sys.stdout.write(_plain("\n".join(lines)) + "\n")


def show_stale(found: "Stale") -> None:
    """A line for each: claim, article, who, what, under which codebook, what changed since."""
    lines = [
        f"codebook {found.revision}: {counted(len(found.judgements), 'judgement')} stale; "
        f"{found.before} made before codebooks were kept"
    ]
    if found.judgements:
        lines.append(
            "claim                 article       reviewer        codebook      said, changed"
        )
    for one in found.judgements:
        said = f"{one.verdict}/{one.reason}" if one.reason else one.verdict
        lines.append(
            f"{one.claim:<22}{one.article[:12]:<14}{one.reviewer:<16}{one.revision:<14}"
            f"{said}: {', '.join(one.changed)}"
        )
    show(lines)


def _flag(one: "Noticed") -> str:
    """What was noticed, of whom, where, and whether it counts."""
    after = f" (after {one.other})" if one.other else ""
    return (
        f"  {one.code}  {one.reviewer or NOBODY}{after}{_where(one)}: {one.why}; "
        f"{'counts' if one.counts else 'does not count'}"
    )


def _where(one: "Noticed | Refused") -> str:
    claim = f", claim {one.claim[:12]}" if one.claim else ""
    return f" on {one.article[:12]}{claim}, delivery {one.delivery}"


def show_audit(found: "list[Noted]") -> None:
    """A line for each: when, who, what, about what."""
    lines = [
        f"{one.at:%Y-%m-%d %H:%M:%S}  {one.who}: {one.what} {one.about or ''}" for one in found
    ]
    sys.stdout.write(_plain("\n".join(lines) or "nothing yet") + "\n")


def show_reviewers(found: "list[Known]") -> None:
    """A line for each: pseudonym, articles, claims, last said, languages, address; links below.

    Who speaks outside reads nothing here, and has a name for an address.
    """
    lines = ["pseudonym       articles  claims  last said         reads       address"]
    for one in found:
        said = f"{one.last_said_at:%Y-%m-%d %H:%M}" if one.last_said_at else "-"
        erased = f"erased {one.erased_at:%Y-%m-%d}" if one.erased_at else "-"
        reads = "outside" if one.outside else ",".join(one.languages) or "all"
        lines.append(
            f"{one.pseudonym:<16}{one.articles:>8}{one.claims:>8}  {said:<18}"
            f"{reads:<12}{one.email or erased}"
        )
        lines += [f"  {link}" for link in one.links]
    sys.stdout.write(_plain("\n".join(lines)) + "\n")


def invited(found: "list[Invited]") -> list[str]:
    """For each the address, the password if it is new, and where to begin."""
    lines = []
    for one in found:
        lines.append(one.email)
        lines.append(f"  password  {one.password or 'as it was: the account was there'}")
        lines += [f"  link      {link}" for link in one.links]
        if not one.links:
            lines.append("  link      none yet: publish first, then claimdesk reviewers link")
    return lines


def show_credentials(found: "list[Credential]") -> None:
    """A line for each: id, kind, role, state, until when, name."""
    lines = ["id        kind     role         state    until             name"]
    for one in found:
        until = f"{one.expires_at:%Y-%m-%d %H:%M}"
        lines.append(f"{one.id:<10}{one.kind:<9}{one.role:<13}{one.state:<9}{until:<18}{one.name}")
    sys.stdout.write(_plain("\n".join(lines)) + "\n")


@contextmanager
def progress() -> Iterator["Progress"]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("working", total=None)
        yield lambda what, done, total: bar.update(
            task, description=what, completed=done, total=total
        )


def _stale(number: int | None) -> str:
    if number is None:
        return "not known: claimdesk config check says why"
    return f"{counted(number, 'judgement')} (claimdesk status --stale)"


def _when(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC" if moment else "never with Label Studio"


def _readable(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return str(value)


def _plain(message: str) -> str:
    """File names and data may hold anything; a terminal must not obey it.

    Joiners stay, without which Persian and many emoji cannot be read.
    """
    return "".join(
        letter if letter in "\n\u200c\u200d" or letter.isprintable() else f"\\x{ord(letter):02x}"
        for letter in message
    )
