"""`claimdesk export`: tables for editors, after asking Label Studio anew."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import Home, open_bench

if TYPE_CHECKING:
    from datetime import datetime

    from claimdesk.errors import BadInput
    from claimdesk.recipes import Recipe
    from claimdesk.workflow.bench import Workbench

BINARY = ("parquet", "xlsx")


def export(  # noqa: PLR0913, PLR0917 - one for each option
    name: Annotated[str | None, typer.Argument(help="Which; without a name, lists them")] = None,
    format_name: Annotated[
        str | None,
        typer.Option("--format", help="As the list says; without it, what FILE ends in, or csv"),
    ] = None,
    out: Annotated[str, typer.Option(help="File to write, - for stdout", metavar="FILE")] = "-",
    excel: Annotated[
        bool, typer.Option("--excel", help="CSV that Excel knows for UTF-8 by its first bytes")
    ] = False,
    everything: Annotated[
        Path | None,
        typer.Option("--all", help="Every export, reports and a data set, dated", metavar="DIR"),
    ] = None,
    identities: Annotated[
        bool, typer.Option("--identities", help="Addresses for pseudonyms; goes into the audit")
    ] = False,
    as_of: Annotated[
        str | None, typer.Option(help="As it was known then: 2026-03-14T09:30Z", metavar="TIME")
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(help="Only what fits, as in state=contested; again", metavar="NAME=VALUE"),
    ] = None,
    home: Home = None,
) -> None:
    """Write claims, judgements and other tables for editors."""
    from claimdesk import recipes
    from claimdesk.cli.output import opened
    from claimdesk.workflow.filtering import read_filters, read_pair
    from claimdesk.workflow.history import read_moment
    from claimdesk.workflow.reading import take_snapshot
    from claimdesk.workflow.reviewers import note_identities

    narrowed = name, where, identities, excel, out != "-", format_name
    if everything is not None and any(narrowed):
        raise _whole()
    bench = open_bench(home)
    moment = read_moment(as_of) if as_of else None
    if everything is not None:
        _write_all(bench, everything, moment)
        return
    if name is None:
        _list(bench)
        return
    recipe = recipes.find(bench.exports_dir, name)
    format_name = format_name or _format_of(recipe, out)
    recipe.check(format_name, excel=excel)
    if out == "-" and format_name in BINARY and sys.stdout.isatty():
        raise _no_text(format_name)
    filters = read_filters(map(read_pair, where or ()))
    if moment is None:
        _reconcile(bench)
    if identities:
        note_identities(bench, name)
    taken = take_snapshot(bench, identities=identities, as_of=moment, filters=filters)
    with taken as snapshot, opened(out) as stream:
        for chunk in recipes.render(recipe, snapshot, format_name, excel=excel):
            stream.write(chunk)
        ledger = snapshot.ledger
    if out != "-":
        screen.tell(f"Written to {out}. Ledger: {ledger}")


def _format_of(recipe: "Recipe", out: str) -> str:
    """What the name of the file ends in, if that is a format; else the export's first."""
    from claimdesk.recipes import FORMATS

    ending = Path(out).suffix.removeprefix(".").lower()
    return ending if ending in FORMATS else recipe.formats[0]


def _no_text(format_name: str) -> "BadInput":
    from claimdesk.errors import BadInput

    return BadInput(
        f"What is written as {format_name} is nothing for a screen.",
        why="It is no text, and without --out it goes to standard output.",
        fix=f"Name a file: --out FILE.{format_name}.",
    )


def _whole() -> "BadInput":
    from claimdesk.errors import BadInput

    return BadInput(
        "Everything is written as it is.",
        why="With --all goes --as-of, and neither a name nor another option.",
        fix="Leave them out, or ask for one export without --all.",
    )


def _write_all(bench: "Workbench", folder: Path, as_of: "datetime | None") -> None:
    """One folder with everything; its path goes to stdout."""
    from claimdesk.workflow.exporting import export_all

    if as_of is None:
        _reconcile(bench)
    with screen.progress() as progress:
        whole = export_all(bench, folder, progress, as_of=as_of)
    sys.stdout.write(f"{whole}\n")


def _list(bench: "Workbench") -> None:
    from claimdesk import recipes

    for one in recipes.every(bench.exports_dir):
        sys.stdout.write(f"{one.name:<15}{one.purpose} ({', '.join(one.formats)})\n")


def _reconcile(bench: "Workbench") -> None:
    """Compare with Label Studio first; an export without it is better than none."""
    from claimdesk.errors import ClaimdeskError
    from claimdesk.labelstudio.client import Client
    from claimdesk.workflow.collecting import INVENTORY, pull

    if bench.settings.labelstudio_url is None:
        return
    try:
        with Client(bench.settings) as client:
            pull(bench, client, depth=INVENTORY, wait=5.0)
    except ClaimdeskError as error:
        screen.tell(
            f"Not compared with Label Studio: {error.what} This is what was collected before."
        )
