"""`claimdesk import`: what others say of claims, brought in."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench

LISTED = 20
"""Orphans that are told one by one; of the others, how many for each reason."""

if TYPE_CHECKING:
    from claimdesk.workflow.importing import Imported


def import_(  # noqa: PLR0913, PLR0917 - one for each option
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Annotations (W3C, Hypothesis) or claim reviews (schema.org, Google) as JSON or "
            "JSONL; - for standard input",
            metavar="FILE",
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--as", help="Who said it, in place of who the file says", metavar="NAME"),
    ] = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Bring it in as evidence, without a vote")
    ] = False,
    meaning: Annotated[
        list[str] | None,
        typer.Option("--map", help="What a verdict in other words means", metavar="WORDS=LABEL"),
    ] = None,
    article: Annotated[
        list[str] | None,
        typer.Option(help="Look nowhere but in this article", metavar="ID|ADDRESS"),
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Bring in what others say of claims: as judgements of theirs, or as evidence."""
    from claimdesk.workflow.importing import Wishes, bring_in

    wishes = Wishes(name, evidence, tuple(article or ()), _told(meaning or []))
    with screen.progress() as progress:
        imported = bring_in(open_bench(home), paths or [], wishes, progress)
    _show(imported, as_json=as_json)


def _show(imported: "Imported", *, as_json: bool) -> None:
    from claimdesk.errors import Partial

    if as_json:
        screen.show_json(imported)
    else:
        for one in imported.orphans[:LISTED]:
            quoted = f": {one.quote}" if one.quote else ""
            screen.tell(f"Not brought in: {one.place}{quoted}\n  {_sentence(one.why)}")
        more = Counter(one.why for one in imported.orphans[LISTED:])
        for why, number in more.most_common():
            screen.tell(f"Not brought in: {number} more (--json lists them)\n  {_sentence(why)}")
        screen.tell(
            f"{screen.counted(imported.new, 'opinion')} brought in, known before: "
            f"{imported.known}; {screen.counted(imported.articles, 'article')}, "
            f"{screen.counted(imported.people, 'author')}."
            + (f" Without a usable date, as said now: {imported.undated}." * (imported.undated > 0))
        )
    if imported.orphans:
        raise Partial(
            f"Not brought in: {screen.counted(len(imported.orphans), 'opinion')}.",
            why="Each is named above with its reason; everything else is in.",
            fix="Where something is to be corrected, do so and run this again: what is in already "
            "is not counted twice.",
        )


def _sentence(why: str) -> str:
    return f"{why[:1].upper()}{why[1:]}."


def _told(meaning: list[str]) -> dict[str, str]:
    """What words mean, as it was written: `Mostly false=disputed`."""
    from claimdesk.errors import BadInput

    found = {}
    for one in meaning:
        words, equals, label = one.rpartition("=")
        if not equals or not words.strip() or not label.strip():
            raise BadInput(
                f"{one!a} does not say what something means.",
                why="Words of others and a verdict of ours were expected, with = between them.",
                fix='Write --map "Mostly false=disputed".',
            )
        found[words.strip()] = label.strip()
    return found
