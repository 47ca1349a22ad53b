"""`claimdesk adjudicate`: what reviewers cannot settle, before adjudicators."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench

if TYPE_CHECKING:
    from claimdesk.workflow.adjudicating import Case


def adjudicate(
    only_list: Annotated[
        bool, typer.Option("--list", help="Show the queue and the rulings; publish nothing")
    ] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Put what reviewers cannot settle before adjudicators; claimdesk up and serve do it too."""
    from claimdesk.labelstudio.client import Client
    from claimdesk.workflow import adjudicating

    bench = open_bench(home)
    if only_list:
        cases = adjudicating.list_cases(bench)
        if as_json:
            screen.show_json({"items": [asdict(one) for one in cases]})
        else:
            screen.show(_lines(cases))
        return
    with Client(bench.settings) as client, screen.progress() as progress:
        done = adjudicating.adjudicate(bench, client, progress)
    if as_json:
        screen.show_json(done)
        return
    told = (
        f"{screen.counted(done.new, 'conflict')} put before adjudicators, waiting already: "
        f"{done.known}, ruled: {done.ruled}, no conflicts any more: {done.left}."
    )
    if done.project is not None:
        site = bench.settings.reviewers_see
        told += f"\nAdjudicators: {site}/projects/{done.project}/data?labeling=1"
    screen.tell(told)


def _lines(cases: "list[Case]") -> list[str]:
    """Each conflict in the order of the queue: what was said of it, and what was decided."""
    lines = []
    for one in cases:
        said = ", ".join(f"{version.letter} {version.verdict}" for version in one.versions)
        words = " ".join(one.text.split())
        lines.append(f"{one.state:<6}{one.claim}  {one.title or one.article[:12]}: {words[:60]}")
        lines.append(f"      {said}; now {one.now or 'judged by nobody'}")
        if one.ruling is not None:
            adopted = f"adopted {one.ruling.adopted}" if one.ruling.adopted else "decided anew"
            why = f", {one.ruling.overruling}" if one.ruling.overruling else ""
            later = "; later votes speak against it" if one.ruling.challenged else ""
            lines.append(
                f"      {one.ruling.adjudicator}: {one.ruling.verdict} ({adopted}{why}){later}"
            )
        elif one.link:
            lines.append(f"      {one.link}")
    return lines or ["nothing to decide"]
