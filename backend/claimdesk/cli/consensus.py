"""`claimdesk consensus`: what a table of votes adds up to, without a desk."""

import json
import sys
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson

if TYPE_CHECKING:
    from claimdesk.workflow.tallying import Outcome

_WIDEST = 40
_MEASURED = 1000
_PAGE = 1000


def consensus(
    votes: Annotated[
        str, typer.Argument(help="Table of votes, or - for standard input", metavar="VOTES.csv")
    ],
    model: Annotated[bool, typer.Option(help="Fit the model of Dawid and Skene too")] = True,
    force: Annotated[
        bool, typer.Option("--force", help="Fit it however small the panel is")
    ] = False,
    hold_gold: Annotated[
        bool, typer.Option("--hold-gold", help="Tell the model the gold labels")
    ] = False,
    prior: Annotated[
        bool, typer.Option(help="Take reviewers for mostly right until they prove otherwise")
    ] = True,
    as_json: AsJson = False,
) -> None:
    """Add up the votes of a table (item, reviewer, label); keeps nothing and needs no desk."""
    from claimdesk.workflow.ballots import read
    from claimdesk.workflow.tallying import Wishes, count

    wishes = Wishes(model=model, force=force, hold_gold=hold_gold, prior=prior)
    outcome = count(read(votes), wishes)
    (_write_json if as_json else _write_table)(outcome)
    if outcome.ballots.unheard:
        names = ", ".join(map(repr, outcome.ballots.unheard[:5]))
        screen.tell(f"Noted: gold labels that no reviewer gave\n  {names}")


def _write_json(outcome: "Outcome") -> None:
    """One object, a line per item, so that millions are written as they come."""
    sys.stdout.write('{"summary": ' + _json(outcome.summary) + ',\n"items": [')
    before = "\n"
    for row in outcome.rows():
        sys.stdout.write(before + _json(row))
        before = ",\n"
    sys.stdout.write("\n]}\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _write_table(outcome: "Outcome") -> None:
    rows = (_cells(row) for row in outcome.rows())
    measured = [_titles(outcome), *islice(rows, _MEASURED)]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*measured, strict=True)]
    lines = (_line(cells, widths) for cells in chain(measured, rows))
    while page := list(islice(lines, _PAGE)):
        screen.show(page)
    screen.show(["", *_summary(outcome.summary)])


def _titles(outcome: "Outcome") -> list[str]:
    titles = ["item", "label", "share", "probability", "counts"]
    if outcome.advice.fit is not None:
        titles[4:4] = ["model", "posterior"]
    if outcome.ballots.gold is not None:
        titles.insert(-1, "gold")
    return titles


def _cells(row: dict[str, Any]) -> list[str]:
    cells = [
        _short(row["item"]),
        _short(row["label"] or "(tie)"),
        _decimal(row["share"]),
        _decimal(row["probability"]),
    ]
    if "model_label" in row:
        cells += [_short(row["model_label"] or "(tie)"), _decimal(row["model_probability"])]
    if "gold" in row:
        cells.append(_short(row["gold"] or ""))
    return [*cells, ", ".join(f"{label} {number}" for label, number in row["counts"].items())]


def _line(cells: list[str], widths: list[int]) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells[:-1], widths, strict=False)]
    return "  ".join([*padded, cells[-1]])


def _short(name: str) -> str:
    """A name on one line and in one column."""
    words = " ".join(name.split())
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"


def _decimal(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _summary(found: dict[str, Any]) -> list[str]:
    sizes = {noun: found[f"{noun}s"] for noun in ("item", "reviewer", "vote", "tie")}
    sizes["label"] = len(found["labels"])
    undefined = f"not defined: {found['alpha_undefined']}"
    alpha = undefined if found["alpha"] is None else f"{found['alpha']:.3f}"
    lines = [
        ", ".join(screen.counted(number, noun) for noun, number in sizes.items()),
        f"Krippendorff's alpha: {alpha}",
        f"Model: {_told(found['model'])}",
    ]
    if (gold := found["gold"]) is not None:
        model = _decimal3(gold["model_accuracy"])
        lines.append(
            f"Right on {screen.counted(gold['items'], 'gold item')}: "
            f"majority {_decimal3(gold['majority_accuracy'])}, model {model}"
        )
    return lines


def _decimal3(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.3f}"


def _told(model: dict[str, Any]) -> str:
    if not model["used"]:
        return f"not fitted: {model['why']}"
    steps = screen.counted(model["iterations"], "iteration")
    end = "converged" if model["converged"] else "not converged"
    forced = f"; {model['why']}" if model["why"] else ""
    return f"Dawid and Skene, {end} after {steps}{forced}"
