"""`claimdesk notify`: who is told when something is settled, done or in conflict."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench

if TYPE_CHECKING:
    from claimdesk.models import Endpoint

app = typer.Typer(
    help="Who is told when something is settled, done or in conflict.", no_args_is_help=True
)

Which = Annotated[str, typer.Argument(help="Id of an endpoint", metavar="ID")]


@app.command()
def add(
    url: Annotated[str, typer.Argument(help="Address to be told", metavar="URL")],
    events: Annotated[
        list[str] | None,
        typer.Option(
            "--event", help="claim.settled, article.done or conflict.opened; again, or all"
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also in a private network, also by http")
    ] = False,
    home: Home = None,
) -> None:
    """Tell an address from now on; shows its secret once, on stdout."""
    from claimdesk.workflow import notifying

    bench = open_bench(home, new=True)
    added = notifying.add(bench, url, events or (), private=allow_private)
    sys.stdout.write(f"{added.secret}\n")
    screen.tell(
        f"Added: {added.id}, told of {', '.join(added.events)}.\n"
        "The secret by which it can tell that notices come from here is shown this once.\n"
        f"Next: claimdesk notify test {added.id}"
    )


@app.command("list")
def list_all(home: Home = None, as_json: AsJson = False) -> None:
    """Everybody who is told, without their secrets."""
    from claimdesk.workflow import notifying

    found = [_shown(one) for one in notifying.listed(open_bench(home))]
    if as_json:
        screen.show_json({"items": found})
        return
    for one in found:
        private = ", also in private networks" if one["private"] else ""
        sys.stdout.write(f"{one['id']}  {one['url']}  {' '.join(one['events'])}{private}\n")


@app.command()
def remove(which: Which, home: Home = None) -> None:
    """Tell an address nothing any more; what waited for it is dropped."""
    from claimdesk.workflow import notifying

    screen.tell(f"Removed: {notifying.remove(open_bench(home), which).id}.")


@app.command()
def log(
    home: Home = None,
    as_json: AsJson = False,
    limit: Annotated[int, typer.Option(help="Most entries", min=1, max=100_000)] = 50,
) -> None:
    """What was told, what waits and why, the newest first."""
    from claimdesk.workflow import notifying

    found = notifying.log(open_bench(home), limit)
    if as_json:
        screen.show_json({"items": [one.model_dump(exclude={"body"}) for one in found]})
        return
    for one in found:
        stands = (
            "sent"
            if one.sent_at
            else f"again at {one.next_at:%Y-%m-%d %H:%M:%SZ}"
            if (one.next_at)
            else "given up"
        )
        tries = screen.counted(one.tries, "try").replace("trys", "tries")
        sys.stdout.write(
            f"{one.id}  {one.event}  {one.about}  {one.endpoint_id}  {stands}, {tries}"
            f"{': ' + one.outcome if one.outcome else ''}\n"
        )


@app.command("test")
def try_out(which: Which, home: Home = None) -> None:
    """Send a notice that means nothing, once, and say how that went."""
    from claimdesk.errors import Partial
    from claimdesk.workflow import notifying

    sent = notifying.try_out(open_bench(home), which)
    if not sent.well:
        raise Partial(
            f"{sent.url} did not take it.",
            why=f"{sent.outcome[0].upper()}{sent.outcome[1:]}.",
            fix="It has to answer 2xx within 15 seconds, where it is; see its own log.",
        )
    screen.tell(f"Taken: {sent.url} {sent.outcome}.")


@app.command()
def resend(
    which: Annotated[str, typer.Argument(help="Id of a notice", metavar="ID")], home: Home = None
) -> None:
    """Have a notice sent again under its id, by whatever serves."""
    from claimdesk.workflow import notifying

    screen.tell(f"It will be sent again: {notifying.resend(open_bench(home), which).id}.")


def _shown(one: "Endpoint") -> dict[str, Any]:
    return one.model_dump(exclude={"secret"})
