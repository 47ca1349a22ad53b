"""`claimdesk config`: whether labels and codebook fit what was said, and changing names."""

from typing import Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench

app = typer.Typer(help="Labels and codebook: check them, change names.", no_args_is_help=True)

NEXT = "Next: claimdesk publish puts it in front of reviewers; start a desk that is up again."


@app.command()
def check(home: Home = None, as_json: AsJson = False) -> None:
    """Whether labels and codebook fit each other, and the judgements there are."""
    from claimdesk.workflow.renaming import check as check_config

    found = check_config(open_bench(home))
    if as_json:
        screen.show_json(found)
        return
    screen.show(
        [
            f"folder    {found.folder}",
            f"labels    {', '.join(found.labels)}; digest {found.config}",
            f"reasons   {', '.join(found.reasons)}",
            f"codebook  revision {found.codebook}, {screen.counted(found.cases, 'edge case')}",
        ]
    )


@app.command()
def rename(
    old: Annotated[str, typer.Argument(help="Name of a label or reason")],
    new: Annotated[str, typer.Argument(help="Its name from now on")],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Give a label or a reason another name; what was said before is read by it."""
    from claimdesk.workflow.renaming import rename as rename_label

    bench = open_bench(home)
    with screen.progress() as progress:
        done = rename_label(bench, old, new, progress)
    if as_json:
        screen.show_json(done)
        return
    screen.tell(
        f"{done.old} is called {done.new} from now on; "
        f"{screen.counted(done.deliveries, 'delivery')} read again.\n"
        f"Look through the sentences in {bench.config_dir} that speak of it.\n{NEXT}"
    )


@app.command()
def retire(
    name: Annotated[str, typer.Argument(help="Name of a label or reason that was taken out")],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Let a label that is no more count as no verdict, a reason as none."""
    from claimdesk.workflow.renaming import retire as retire_label

    with screen.progress() as progress:
        done = retire_label(open_bench(home), name, progress)
    if as_json:
        screen.show_json(done)
    else:
        screen.tell(
            f"{done.old} is retired; {screen.counted(done.deliveries, 'delivery')} read again.\n"
            f"{NEXT}"
        )
