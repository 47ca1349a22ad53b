"""The verbs as commands: options in, one call, the outcome told."""

import os
import socket
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from claimdesk.cli import (
    adjudicating,
    consensus,
    contracts,
    exporting,
    importing,
    keeping,
    ledger,
    notify,
    planting,
    ranking,
    reporting,
    reviewers,
    screen,
    segmenting,
    tokens,
)
from claimdesk.cli.options import AsJson, Home
from claimdesk.cli.options import open_bench as _open

if TYPE_CHECKING:
    from claimdesk.workflow.bench import Workbench
    from claimdesk.workflow.publishing import Published, Stream

app = typer.Typer(
    name="claimdesk",
    help="Claims in, verdicts collected, consensus out, beside an unmodified Label Studio.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=True,
)
app.add_typer(tokens.app, name="token")
app.command()(tokens.login)
app.command()(adjudicating.adjudicate)
app.command()(exporting.export)
app.command("import")(importing.import_)
app.command()(segmenting.segment)
app.command()(consensus.consensus)
app.command()(planting.gold)
app.command()(ranking.rank)
app.command()(reporting.report)
app.command()(ledger.verify)
app.command()(ledger.replay)
app.command()(keeping.backup)
app.command()(keeping.restore)
app.add_typer(reviewers.app, name="reviewers")
app.add_typer(contracts.app, name="config")
app.add_typer(notify.app, name="notify")


@app.callback()
def options(
    debug: Annotated[
        bool, typer.Option("--debug", help="Show tracebacks", envvar="CLAIMDESK_DEBUG")
    ] = False,
) -> None:
    """Options of every command."""
    if debug:
        os.environ["CLAIMDESK_DEBUG"] = "1"


@app.command()
def up(
    home: Home = None,
    port: Annotated[int | None, typer.Option(help="Port of the backend", min=1, max=65535)] = None,
    labelstudio_port: Annotated[
        int | None, typer.Option(help="Port of Label Studio", min=1, max=65535)
    ] = None,
    sample: Annotated[bool, typer.Option(help="Load and publish the sample story")] = True,
    as_json: AsJson = False,
) -> None:
    """Start everything on this machine: Label Studio, the backend, a sample story."""
    from claimdesk.desk import up as desk
    from claimdesk.settings import Settings

    place = Settings.read(home).home
    reached = False

    def ready(running: desk.Running) -> None:
        nonlocal reached
        reached = True
        (screen.show_json if as_json else screen.show_running)(running)

    wishes = desk.Wishes(place, port=port, labelstudio_port=labelstudio_port, sample=sample)
    try:
        desk.up(wishes, tell=screen.tell, ready=ready, serve=_serve_on)
    except KeyboardInterrupt:
        if not reached:
            raise
    screen.tell("Everything is stopped.")


@app.command()
def load(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, or - for standard input")
    ] = None,
    urls: Annotated[
        list[str] | None,
        typer.Option("--url", help="Address of a page, a text or a feed; may be repeated"),
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Read articles (text, pages, tables, feeds, archives of them) and cut them into claims."""
    from claimdesk.errors import BadInput, Partial
    from claimdesk.workflow.loading import load as load_articles

    bench = _open(home, new=True)
    with screen.progress() as progress:
        loaded = load_articles(bench, paths or [], progress, addresses=urls or [])
    if as_json:
        screen.show_json(loaded)
    else:
        screen.tell(
            f"{screen.counted(loaded.new, 'article')} loaded with "
            f"{screen.counted(loaded.segments, 'segment')}, already there: {loaded.known}."
        )
    for notice in loaded.notices:
        screen.tell(f"Noted: {notice.source}\n  {notice.what}")
    for refusal in loaded.refused:
        screen.tell(f"Not loaded: {refusal.source}\n  {refusal.why}")
    if loaded.refused:
        kept = loaded.new + loaded.known
        raise (Partial if kept else BadInput)(
            f"Not loaded: {len(loaded.refused)} of "
            f"{screen.counted(kept + len(loaded.refused), 'article')}.",
            why="Each is named above with its reason; the others are kept.",
            fix="Correct these and load them again; what is there stays as it is.",
        )
    if not as_json:
        screen.tell("Next: claimdesk publish")


@app.command()
def publish(home: Home = None, as_json: AsJson = False) -> None:
    """Put loaded articles in front of the reviewers."""
    from claimdesk.labelstudio.client import Client
    from claimdesk.workflow.publishing import publish as publish_articles

    bench = _open(home, new=True)
    with Client(bench.settings) as client, screen.progress() as progress:
        done = publish_articles(bench, client, progress)
    if as_json:
        screen.show_json(done)
    else:
        screen.tell(
            f"{screen.counted(done.new, 'article')} published, already there: {done.known}.\n"
            + _cut_anew(done)
            + "\n".join(_stream(one, alone=len(done.streams) == 1) for one in done.streams)
        )
    for notice in done.notices:
        screen.tell(f"Noted: of the articles, {notice}.")


def _stream(one: "Stream", *, alone: bool) -> str:
    return f"{'Reviewers' if alone else f'{one.title} ({one.articles})'}: {one.link}"


def _cut_anew(done: "Published") -> str:
    lines = ""
    if done.anew:
        lines += f"Cut anew by this version, because nobody has judged them: {done.anew}.\n"
    if done.left:
        lines += f"Left as an older version cut them, because somebody has: {done.left}.\n"
    return lines


@app.command()
def pull(
    home: Home = None,
    sweep: Annotated[bool, typer.Option("--sweep", help="Look at every task again")] = False,
    accept_deletions: Annotated[
        bool, typer.Option("--accept-deletions", help="Believe that much was deleted on purpose")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Collect what reviewers have submitted; claimdesk up and serve do so by themselves."""
    from claimdesk.labelstudio.client import Client
    from claimdesk.workflow.collecting import INVENTORY, SWEEP
    from claimdesk.workflow.collecting import pull as pull_deliveries

    bench = _open(home)
    with Client(bench.settings) as client:
        client.check()
        pulled = pull_deliveries(
            bench,
            client,
            depth=SWEEP if sweep else INVENTORY,
            accept_deletions=accept_deletions,
            wait=30.0,
        )
    if as_json:
        screen.show_json(pulled)
    else:
        screen.tell(
            f"{screen.counted(pulled.received, 'version')} of annotations received, "
            f"{pulled.vanished} vanished, {pulled.refused} not counted (claimdesk status says why)."
        )
        if pulled.reread:
            screen.tell(
                f"{screen.counted(pulled.reread, 'article')} shown to one more reviewer, "
                "for the claims that are open."
            )


@app.command()
def audit(
    home: Home = None,
    as_json: AsJson = False,
    limit: Annotated[int, typer.Option(help="Most entries", min=1, max=100_000)] = 50,
) -> None:
    """Who did what others may want to know of, the newest first."""
    from claimdesk.workflow.reading import read_audit

    found = read_audit(_open(home), limit)
    if as_json:
        screen.show_json({"items": [asdict(one) for one in found]})
    else:
        screen.show_audit(found)


@app.command()
def status(
    home: Home = None,
    stale: Annotated[
        bool, typer.Option("--stale", help="List judgements whose case the codebook has otherwise")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """How far the work is, and what does not count."""
    from claimdesk.workflow.codebooks import list_stale
    from claimdesk.workflow.reading import status as read_status

    bench = _open(home)
    if stale:
        found = list_stale(bench)
        (screen.show_json if as_json else screen.show_stale)(found)
    else:
        (screen.show_json if as_json else screen.show_status)(read_status(bench))


@app.command()
def serve(
    home: Home = None,
    host: Annotated[str, typer.Option(help="Address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on", min=1, max=65535)] = 8000,
    behind_proxy: Annotated[
        bool, typer.Option("--behind-proxy", help="A proxy in front does TLS")
    ] = False,
) -> None:
    """Serve the backend beside a Label Studio that runs already."""
    from claimdesk.cli.serving import address, check_reach, listen
    from claimdesk.workflow.renaming import check as check_contracts

    bench = _open(home, new=True)
    check_contracts(bench)
    check_reach(bench, host, behind_proxy=behind_proxy)
    with listen(host, port) as listener:
        screen.tell(f"Serving at {address(host, port)}")
        try:
            _serve_on(bench, listener)
        except KeyboardInterrupt:
            screen.tell("Stopped.")


def _serve_on(bench: "Workbench", listener: socket.socket) -> None:
    from claimdesk.cli.serving import serve_on

    serve_on(bench, listener)
