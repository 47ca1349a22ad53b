"""`claimdesk token` and `claimdesk login`: who may come in to the backend."""

import sys
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench

if TYPE_CHECKING:
    from claimdesk.workflow.access import Issued

app = typer.Typer(help="Who may come in to the backend.", no_args_is_help=True)

Days = Annotated[int, typer.Option(help="How long it is good for", min=1, max=3650)]
Role = Annotated[str, typer.Option(help="reviewer, editor, adjudicator or admin")]
Which = Annotated[str, typer.Argument(help="Name or id", metavar="NAME|ID")]


@app.command()
def create(
    name: Annotated[str, typer.Argument(help="Who or what it is for")],
    role: Role = "editor",
    days: Days = 90,
    reviewer: Annotated[
        str | None,
        typer.Option(help="Whose progress it may see", metavar="PSEUDONYM|ADDRESS"),
    ] = None,
    home: Home = None,
) -> None:
    """Make a token and show it once, on stdout."""
    from claimdesk.workflow import access

    grant = access.Grant(name, role, timedelta(days=days), reviewer)
    _show(access.create(open_bench(home, new=True), grant, datetime.now(UTC)))


@app.command("list")
def list_all(home: Home = None, as_json: AsJson = False) -> None:
    """Tokens, login links and sessions, without their secrets."""
    from claimdesk.workflow import access

    found = access.listed(open_bench(home), datetime.now(UTC))
    if as_json:
        screen.show_json({"items": [asdict(one) for one in found]})
    else:
        screen.show_credentials(found)


@app.command()
def revoke(which: Which, home: Home = None) -> None:
    """End at once everything of a name, or one by its id."""
    from claimdesk.workflow import access

    for one in access.revoke(open_bench(home), which, datetime.now(UTC)):
        screen.tell(f"Revoked: {one.kind} {one.id}, {one.name} ({one.role}).")


@app.command()
def rotate(
    which: Which,
    days: Days = 90,
    keep_hours: Annotated[
        int, typer.Option(help="How long the old one is still good", min=0, max=720)
    ] = 0,
    home: Home = None,
) -> None:
    """Make a new token under the same name and role, in place of the old one."""
    from claimdesk.workflow import access

    life, keep = timedelta(days=days), timedelta(hours=keep_hours)
    _show(access.rotate(open_bench(home), which, life=life, keep=keep, now=datetime.now(UTC)))


def login(
    role: Role = "editor",
    name: Annotated[str | None, typer.Option(help="Whom it is for [default: the role]")] = None,
    minutes: Annotated[int, typer.Option(help="How long it is good for", min=1, max=1440)] = 60,
    url: Annotated[
        str | None, typer.Option(help="Address of the backend, if settings do not say")
    ] = None,
    home: Home = None,
) -> None:
    """Print a link that signs one browser in."""
    from claimdesk.workflow import access

    grant = access.Grant(name or role, role, timedelta(minutes=minutes))
    link = access.login_link(open_bench(home, new=True), grant, datetime.now(UTC), url)
    sys.stdout.write(f"{link}\n")
    sys.stdout.flush()
    screen.tell(f"It works once, within {minutes} minutes, and signs in for seven days.")


def _show(issued: "Issued") -> None:
    sys.stdout.write(f"{issued.secret}\n")
    sys.stdout.flush()
    screen.tell(
        f"Token {issued.id} for {issued.name} ({issued.role}), good until "
        f"{issued.expires_at:%Y-%m-%d}. It is not shown again."
    )
