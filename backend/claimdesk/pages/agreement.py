"""The page on agreement: figures as bars drawn on the server, with words and numbers beside."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from claimdesk.agreement import Agreement, Interval
from claimdesk.pages.rendering import Page, page
from claimdesk.pages.routes import Bench
from claimdesk.recipes.rendering import label_names
from claimdesk.workflow.reporting import Report, report, rule_of_thumb
from claimdesk.workflow.reporting.figures import FEWEST_ARTICLES, GOOD_ALPHA, LEAST_ALPHA

if TYPE_CHECKING:
    from claimdesk.agreement.reviewers import Rate

MOST_SHOWN = 20
"""Articles, pairs and claims in one list; the report as JSON has them all."""

router = APIRouter(include_in_schema=False, route_class=Page)


@dataclass(frozen=True)
class Bar:
    """A value between the ends of its interval: in words, and as percentages of the width.

    Without a value there is nothing to draw and `told` says why.
    """

    told: str
    value: float | None = None
    low: float | None = None
    width: float | None = None


@dataclass(frozen=True)
class Scale:
    """From where a bar begins to where it ends; `marks` are the values worth a line."""

    start: float
    end: float = 1.0
    marks: tuple[float, ...] = ()

    def at(self, value: float) -> float:
        """Where a value stands, as a percentage of the width."""
        share = (value - self.start) / (self.end - self.start)
        return round(100 * min(max(share, 0.0), 1.0), 2)

    def alpha(self, alpha: Agreement, interval: Interval | None = None) -> Bar:
        """The bar of a coefficient."""
        if alpha.value is None:
            return Bar(f"not defined: {alpha.why}")
        low, high = (interval.low, interval.high) if interval else (None, None)
        return self._bar("{:.2f}".format, alpha.value, low, high)

    def rate(self, rate: "Rate") -> Bar:
        """The bar of a share, told as a percentage."""
        if rate.value is None:
            return Bar(f"{rate.why}")
        return self._bar(_percent, rate.value, rate.low, rate.high)

    def _bar(
        self, told: Callable[[float], str], value: float, low: float | None, high: float | None
    ) -> Bar:
        if low is None or high is None:
            return Bar(told(value), self.at(value))
        start = self.at(low)
        words = f"{told(value)}, between {told(low)} and {told(high)}"
        return Bar(words, self.at(value), start, round(self.at(high) - start, 2))


@dataclass(frozen=True)
class Cell:
    """How often another vote was this label: a share in words, its shade, and the pairs."""

    told: str
    shade: int
    pairs: int


@router.get("/agreement")
def show_agreement(request: Request, bench: Bench) -> HTMLResponse:
    """How far reviewers agree, for whoever has to rely on it."""
    found = report(bench)
    lowest = min((one.value for one in _alphas(found) if one.value is not None), default=0.0)
    return page(
        request,
        "agreement.html",
        found=found,
        scale=Scale(min(0.0, math.floor(lowest * 10) / 10), marks=(LEAST_ALPHA, GOOD_ALPHA)),
        shares=Scale(0.0),
        confusion=heat(found.labelled.coincidences),
        names=label_names(bench.labels.labels),
        reading=rule_of_thumb,
        fewest=FEWEST_ARTICLES,
        most=MOST_SHOWN,
    )


def heat(counts: Sequence[Sequence[int]]) -> list[list[Cell]]:
    """Each row as shares of itself; nothing is divided where a label was never met."""
    return [[_cell(count, sum(row)) for count in row] for row in counts]


def _percent(value: float) -> str:
    return f"{100 * value:.0f} %"


def _cell(pairs: int, of: int) -> Cell:
    if not of:
        return Cell("", 0, 0)
    share = pairs / of
    told = "<1 %" if 0 < share < 0.005 else _percent(share)
    return Cell(told, round(10 * share), pairs)


def _alphas(found: Report) -> Iterator[Agreement]:
    """Every coefficient that is drawn on the scale of alphas."""
    labelled, placed = found.labelled, found.placed
    yield labelled.alpha
    yield from (part.alpha for part in (*labelled.verdicts, *labelled.languages))
    yield from (part.alpha for part in labelled.articles[:MOST_SHOWN])
    yield from (pair.kappa for pair in labelled.pairs[:MOST_SHOWN])
    yield from (placed.marking, placed.coding, placed.whole, *placed.verdicts.values())
