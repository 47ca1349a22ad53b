"""`claimdesk gold`: articles with known answers, to see how reviewers judge."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench

if TYPE_CHECKING:
    from claimdesk.store.gold import Known


def gold(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Articles, each with NAME.answers.json beside it", metavar="FILE"),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Show what is planted")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Plant articles whose verdicts are known; reviewers see no difference, editors none of it."""
    from claimdesk.workflow.planting import list_planted, plant

    bench = open_bench(home, new=not listing)
    if listing:
        found = list_planted(bench)
        if as_json:
            screen.show_json({"items": [one._asdict() for one in found]})
        else:
            screen.show(_told(found))
        return
    planted = plant(bench, paths or [])
    if as_json:
        screen.show_json(planted)
    else:
        screen.tell(
            f"{screen.counted(planted.new, 'article')} planted, known before: {planted.known}; "
            f"{screen.counted(planted.answers, 'answer')}.\nNext: claimdesk publish"
        )


def _told(found: "list[Known]") -> list[str]:
    """Each article with its claims and the answers."""
    lines: list[str] = []
    for one in found:
        title = f"{one.article}  {one.title or ''}"
        lines += [title] if title not in lines else []
        reason = f", {one.reason}" if one.reason else ""
        lines.append(f"  {one.verdict}{reason}: {' '.join(one.text.split())}")
    return lines or ["nothing is planted"]
