"""`claimdesk reviewers`: who is behind a pseudonym, and forgetting it."""

from dataclasses import asdict
from typing import Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench

app = typer.Typer(help="Who is behind a pseudonym, and forgetting it.", no_args_is_help=True)

REMAINS = """
What claimdesk cannot take back:
  - the account and its address in Label Studio itself: change or delete them there;
  - backups made before: restore one, and the name is back; erase again, or delete them;
  - exports made before, which carry the old pseudonym;
  - names that somebody wrote into a note or as evidence."""


@app.command("list")
def list_all(home: Home = None, as_json: AsJson = False) -> None:
    """Pseudonym, address, how much they judged, and when last."""
    from claimdesk.workflow.reviewers import list_reviewers

    found = list_reviewers(open_bench(home))
    if as_json:
        screen.show_json({"items": [asdict(one) for one in found]})
    else:
        screen.show_reviewers(found)


@app.command()
def feedback(
    who: Annotated[str, typer.Argument(help="Pseudonym or address", metavar="PSEUDONYM|ADDRESS")],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Where somebody was overruled by an adjudicator, and why."""
    from claimdesk.workflow.feedback import feedback as read_feedback

    found = read_feedback(open_bench(home), who)
    if as_json:
        screen.show_json({"items": [asdict(one) for one in found]})
        return
    lines = []
    for one in found:
        lines.append(f"{one.title or one.article[:12]}: {' '.join(one.text.split())[:70]}")
        why = ", ".join(filter(None, (one.overruling, one.note)))
        lines.append(f"      said {one.said}, ruled {one.verdict}" + (f": {why}" if why else ""))
        lines += [f"      {piece}" for piece in one.evidence]
    screen.show(lines or ["nowhere yet"])


@app.command()
def erase(
    who: Annotated[str, typer.Argument(help="Pseudonym or address", metavar="PSEUDONYM|ADDRESS")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask")] = False,
    home: Home = None,
) -> None:
    """Forget an address for good; the verdicts stay, under a new pseudonym."""
    from claimdesk.workflow.reviewers import erase_reviewer

    bench = open_bench(home)
    if not yes:
        typer.confirm("This cannot be undone. Erase?", abort=True, err=True)
    erased = erase_reviewer(bench, who)
    screen.tell(f"Erased. The verdicts go as {', '.join(erased.pseudonyms)} from now on.{REMAINS}")
