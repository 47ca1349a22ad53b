"""`claimdesk backup` and `claimdesk restore`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench

if TYPE_CHECKING:
    from claimdesk.workflow.keeping import Kept


def backup(
    file: Annotated[Path, typer.Argument(help="File to write; it holds every secret of the home")],
    home: Home = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there")] = False,
    as_json: AsJson = False,
) -> None:
    """Put the whole desk into one file, while work goes on."""
    from claimdesk.cli.output import opened
    from claimdesk.workflow.keeping import back_up

    bench = open_bench(home)
    with opened(str(file), replace=force) as stream, screen.progress() as progress:
        kept = back_up(bench, stream, progress)
    _tell(kept, f"Backed up to {file}", as_json=as_json)


def restore(
    file: Annotated[Path, typer.Argument(help="What claimdesk backup wrote")],
    home: Home = None,
    database: Annotated[
        str | None,
        typer.Option(help="URL of an empty database, instead of SQLite in the home", metavar="URL"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put a backup into a home and a database that are empty."""
    from claimdesk.desk.up import only_one
    from claimdesk.settings import Settings, make_private
    from claimdesk.workflow.keeping import restore as put_back

    moved = {"database_url": database} if database else {}
    settings = Settings.read(home, **moved)
    with only_one(make_private(settings.home)), screen.progress() as progress:
        kept = put_back(settings, file, moved=bool(moved), progress=progress)
    _tell(kept, f"Restored into {settings.home}", as_json=as_json)


def _tell(kept: "Kept", what: str, *, as_json: bool) -> None:
    if as_json:
        screen.show_json(kept)
        return
    rows = ", ".join(
        screen.counted(number, table.replace("_", " "))
        for table, number in kept.rows.items()
        if number
    )
    files = screen.counted(kept.files, "other file")
    screen.tell(f"{what}: {rows or 'nothing yet'}; {files}.\nLedger: {kept.head}")
