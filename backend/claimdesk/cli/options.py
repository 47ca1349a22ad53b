"""What several commands take, and the workbench they open with it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from claimdesk.workflow.bench import Workbench

Home = Annotated[
    Path | None,
    typer.Option(help="Folder of database, logs and secrets [default: .claimdesk]", metavar="DIR"),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object on stdout")]


def open_bench(home: Path | None, *, new: bool = False) -> "Workbench":
    """The workbench of a home; only with `new` of one in which nothing is yet.

    A mistyped home would otherwise look like an empty desk.
    """
    from claimdesk.errors import NotFound
    from claimdesk.settings import Settings
    from claimdesk.workflow.bench import open_workbench

    settings = Settings.read(home)
    if isinstance(settings.database, Path) and not settings.database.exists() and not new:
        raise NotFound(
            f"There is no desk in {settings.home}.",
            why="No database of claimdesk lies there.",
            fix="Name its folder with --home, or begin one: claimdesk up, or claimdesk load.",
        )
    return open_workbench(settings)
