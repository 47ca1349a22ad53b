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


def open_bench(home: Path | None) -> "Workbench":
    """The workbench of a home."""
    from claimdesk.settings import Settings
    from claimdesk.workflow.bench import open_workbench

    return open_workbench(Settings.read(home))
