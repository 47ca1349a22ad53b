"""`claimdesk verify` and `claimdesk replay`: the ledger checked, and handled again."""

from typing import Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench


def verify(
    head: Annotated[
        list[str] | None,
        typer.Option(help="Head printed in an export; may be given again", metavar="HEAD"),
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Check that nothing of what was collected has been changed since; needs no Label Studio."""
    from claimdesk.errors import BadInput
    from claimdesk.ledger import Head
    from claimdesk.workflow.verifying import verify as verify_ledger

    try:
        heads = [Head.read(one) for one in head or ()]
    except ValueError as error:
        raise BadInput(
            "The head cannot be read.",
            why=f"It is not one that an export printed: {error}.",
            fix="Copy it from the column ledger of an export.",
        ) from None
    with screen.progress() as progress:
        found = verify_ledger(open_bench(home), heads, progress)
    if as_json:
        screen.show_json(found)
    else:
        waiting = f"Not handled yet: {screen.counted(found.waiting, 'entry')}.\n"
        screen.tell(
            f"In order: {screen.counted(found.entries, 'entry')} and "
            f"{screen.counted(found.articles, 'article')}.\n"
            f"{waiting if found.waiting else ''}Ledger: {found.head}"
        )


def replay(home: Home = None) -> None:
    """Build judgements and consensus again from the deliveries."""
    from claimdesk.workflow.handling import replay as replay_deliveries

    with screen.progress() as progress:
        number = replay_deliveries(open_bench(home), progress)
    screen.tell(f"{screen.counted(number, 'delivery')} handled again.")
