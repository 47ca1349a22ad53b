"""`claimdesk reviewers`: who judges, by which links, and forgetting who is behind a pseudonym."""

from dataclasses import asdict
from typing import Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench

app = typer.Typer(help="Who judges, and who is behind a pseudonym.", no_args_is_help=True)

REMAINS = """
What claimdesk cannot take back:
  - the account and its address in Label Studio itself: change or delete them there;
  - backups made before: restore one, and the name is back; erase again, or delete them;
  - exports made before, which carry the old pseudonym;
  - names that somebody wrote into a note or as evidence;
  - files of theirs that are imported again: they come in as somebody else's, and count twice."""


@app.command()
def add(
    emails: Annotated[list[str], typer.Argument(help="Addresses", metavar="EMAIL...")],
    language: Annotated[
        list[str] | None,
        typer.Option(
            help="A language they read, instead of what was noted; any for all", metavar="TAG"
        ),
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Make accounts and show passwords and links, once; who has an account keeps the password."""
    from claimdesk.errors import Partial
    from claimdesk.labelstudio.client import Client
    from claimdesk.workflow.inviting import add_reviewers, read_languages

    languages = read_languages(language or [])
    bench = open_bench(home, new=True)
    with Client(bench.settings) as client:
        done = add_reviewers(bench, client, emails, languages)
    shown = {"items": [asdict(one) for one in done.items]}
    if as_json:
        screen.show_json(shown | {"refused": [asdict(one) for one in done.refused]})
    elif done.items:
        screen.show(screen.invited(done.items))
    if done.trouble and not done.items and len(done.refused) == 1:
        raise done.trouble
    for one in done.refused:
        screen.tell(f"Not done: {one.email}\n  {one.why.rstrip('.')}.")
    if done.trouble and not done.items:
        raise done.trouble
    if done.refused:
        raise Partial(
            f"Not done: {screen.counted(len(done.refused), 'address')}.",
            why="Each is named above with its reason; what is shown for the others holds.",
            fix="Correct them and run this again: who has an account keeps it as it is.",
        )


@app.command()
def link(
    who: Annotated[str, typer.Argument(help="Pseudonym or address", metavar="PSEUDONYM|ADDRESS")],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """The links of one reviewer again; not the password, which nobody has kept."""
    from claimdesk.workflow.inviting import links_of

    found = sorted({one for account in links_of(open_bench(home), who) for one in account.links})
    if as_json:
        screen.show_json({"items": found})
    elif found:
        screen.show(found)
    else:
        screen.tell("There is nothing to read yet. Next: claimdesk publish")


@app.command("list")
def list_all(home: Home = None, as_json: AsJson = False) -> None:
    """Pseudonym, address, languages, links, how much they judged, and when last."""
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
def withdraw(
    who: Annotated[str, typer.Argument(help="Name or pseudonym", metavar="NAME|PSEUDONYM")],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Take back all that was brought in of somebody outside (claimdesk import)."""
    from claimdesk.workflow.importing import withdraw as take_back

    done = take_back(open_bench(home), who)
    if as_json:
        screen.show_json(done)
    else:
        screen.tell(f"It counts no more, in {screen.counted(done.articles, 'article')}.")


@app.command()
def erase(
    who: Annotated[str, typer.Argument(help="Pseudonym or address", metavar="PSEUDONYM|ADDRESS")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask")] = False,
    home: Home = None,
) -> None:
    """Forget an address for good; the verdicts stay, under a new pseudonym."""
    from claimdesk.workflow.reviewers import check_reviewer, erase_reviewer

    bench = open_bench(home)
    check_reviewer(bench, who)
    if not yes:
        typer.confirm("This cannot be undone. Erase?", abort=True, err=True)
    erased = erase_reviewer(bench, who)
    screen.tell(f"Erased. The verdicts go as {', '.join(erased.pseudonyms)} from now on.{REMAINS}")
