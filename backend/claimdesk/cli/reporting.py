"""`claimdesk report`: how far reviewers agree, in words and short tables."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench

if TYPE_CHECKING:
    from claimdesk.agreement import Agreement, Interval
    from claimdesk.agreement.reviewers import Rate
    from claimdesk.workflow.reporting.figures import (
        Labelled,
        Model,
        Placed,
        Report,
        ReviewerFigures,
    )

_MOST_LINES = 10
_WIDEST = 40
_NOTHING = "-"
_EXPLAINED = [
    "Alpha is 1 where all agree and 0 where they agree as often as by chance. Krippendorff's",
    "own rule of thumb: below .667 not to be relied on, from .8 on good.",
]


def report(
    home: Home = None,
    as_json: AsJson = False,
    identities: Annotated[
        bool, typer.Option("--identities", help="Addresses for pseudonyms; goes into the audit")
    ] = False,
    force_model: Annotated[
        bool, typer.Option("--force-model", help="Fit the model however small the panel is")
    ] = False,
) -> None:
    """Tell how far reviewers agree: on verdicts, on where claims are, and each with the others."""
    from claimdesk.workflow.reporting import report as take_report
    from claimdesk.workflow.reviewers import note_identities

    bench = open_bench(home)
    if identities:
        note_identities(bench, "report")
    found = take_report(bench, identities=identities, force_model=force_model)
    if as_json:
        screen.show_json(found)
    else:
        screen.show(_told(found))


def _told(found: "Report") -> list[str]:
    """Everything, a paragraph after the other."""
    paragraphs = [
        _on_labels(found.labelled),
        _on_places(found.placed),
        _on_claims(found),
        _on_reviewers(found.reviewers),
        _on_pairs(found.labelled),
        _on_model(found.model),
    ]
    lines = [line for paragraph in paragraphs for line in (*paragraph, "")]
    return [*lines, f"Ledger: {found.ledger}"]


def _on_labels(found: "Labelled") -> list[str]:
    from claimdesk.workflow.reporting import rule_of_thumb

    alpha = found.alpha
    claims = screen.counted(alpha.units, "claim")
    lines = [
        f"AGREEMENT ON VERDICTS: {claims} that two reviewers or more judged, "
        f"{screen.counted(alpha.votes, 'judgement')}"
    ]
    if alpha.value is None:
        return [*lines, f"  Not defined: {alpha.why}."]
    few = "; below some ten they tell little" if found.drawn == "claims" else ""
    articles = screen.counted(found.over_articles.drawn, "article")
    lines += [
        f"  alpha {_decimal(alpha.value)}: {rule_of_thumb(alpha.value)}",
        f"    {_between(found.over_claims)}, with other claims",
        f"    {_between(found.over_articles)}, with other articles ({articles}{few})",
        f"  {_percent(found.percent.value)} of two judgements on a claim are the same",
        *(f"  {line}" for line in _EXPLAINED),
        f"  Between: where {found.confidence:.0%} of {found.over_claims.resamples:,} draws lie, "
        f"seed {found.seed}.",
        "",
    ]
    parts = [*found.verdicts, *found.languages]
    rows = [
        (part.name, _value(part.alpha), _ends(part.interval.low, part.interval.high))
        for part in parts
    ]
    lines += _table(("  verdict, language", "alpha", "between"), rows)
    least = [
        (one.title or one.id, _value(one.alpha), screen.counted(one.alpha.units, "claim"))
        for one in found.articles[:_MOST_LINES]
    ]
    lines += _reasons([*(part.alpha for part in parts), *(one.alpha for one in found.articles)])
    return [*lines, "", *_table(("  article, least agreement first", "alpha", ""), least)]


def _on_places(found: "Placed") -> list[str]:
    articles = screen.counted(found.articles, "article")
    lines = [f"AGREEMENT ON WHERE CLAIMS ARE: {articles} that two reviewers or more finished"]
    rows = [
        ("what is a claim, and its ends", _value(found.marking)),
        ("which verdict, where two marked", _value(found.coding)),
        ("both at once", _value(found.whole)),
    ]
    rows += [(f"{name}, where two marked", _value(one)) for name, one in found.verdicts.items()]
    coefficients = (found.marking, found.coding, found.whole, *found.verdicts.values())
    return [*lines, *_table(("  question", "alpha"), rows), *_reasons(coefficients)]


def _on_claims(found: "Report") -> list[str]:
    counts = found.counts
    states = [f"{number} {state}" for state, number in counts.claims.items()]
    lines = [
        f"CLAIMS: {', '.join(states) or 'none'}",
        f"  Verdicts: {counts.robust} robust, {counts.fragile} fragile{_listing(counts.flips)}",
    ]
    if counts.events:
        lines.append(f"  Places: {_listing(counts.events, before='', after='')}")
    return lines


def _on_reviewers(found: "Sequence[ReviewerFigures]") -> list[str]:
    if not found:
        return ["REVIEWERS: nobody has judged anything yet"]
    said = ("  reviewer", "judged", "passed", "with the others", "between", "rank", "seconds")
    did = ("  reviewer", "articles", "moved", "merged", "split", "deleted", "left", "added")
    return [
        "REVIEWERS: how often each says what more than half of the others say",
        *_table(said, [_said(one) for one in found]),
        "  Ranks need 30 claims on which the others have a majority; where two reviewers'",
        "  between overlap, their order means nothing. Seconds are the median for a claim.",
        "",
        *_on_gold([one for one in found if one.gold.of]),
        "WHAT REVIEWERS DID to the claims they were shown, in the articles they finished",
        *_table(did, [_did(one) for one in found]),
        "  Left: without a verdict. Added: claims that they drew themselves.",
    ]


def _on_gold(found: "Sequence[ReviewerFigures]") -> list[str]:
    if not found:
        return []
    titles = ("  reviewer", "right", "of", "share", "between")
    rows = [
        (
            one.name,
            str(one.gold.hits),
            str(one.gold.of),
            _share(one.gold),
            _ends(one.gold.low, one.gold.high),
        )
        for one in found
    ]
    return ["PLANTED CLAIMS: how often each gave the known answer", *_table(titles, rows), ""]


def _said(one: "ReviewerFigures") -> tuple[str, ...]:
    seconds = one.pace.seconds
    return (
        one.name,
        str(one.judged),
        str(one.abstained),
        _share(one.compared),
        _ends(one.compared.low, one.compared.high),
        str(one.rank or _NOTHING),
        _NOTHING if seconds is None else f"{seconds:.0f}",
    )


def _did(one: "ReviewerFigures") -> tuple[str, ...]:
    shares = (one.moved, one.merged, one.split, one.deleted, one.untouched)
    return (one.name, str(one.finished), *map(_share, shares), str(one.added))


def _on_pairs(found: "Labelled") -> list[str]:
    if found.no_pairs:
        return [f"PAIRS OF REVIEWERS: not told, {found.no_pairs}"]
    rows = [
        (f"{one.first}, {one.second}", _value(one.kappa), str(one.kappa.units))
        for one in found.pairs[:_MOST_LINES]
    ]
    if not rows:
        return ["PAIRS OF REVIEWERS: no two share a claim"]
    more = len(found.pairs) - len(rows)
    lines = [
        "PAIRS OF REVIEWERS: Cohen's kappa, 1 where both agree, 0 as by chance",
        *_table(("  reviewers", "kappa", "claims shared"), rows),
    ]
    return [*lines, f"  and {screen.counted(more, 'pair')} more (--json)"] if more else lines


def _on_model(found: "Model") -> list[str]:
    lines = ["MODEL (Dawid and Skene): advice, it changes no verdict"]
    if not found.fitted:
        return [*lines, f"  Not fitted: {found.refused}."]
    if found.refused:
        lines.append(f"  Forced, although {found.refused}.")
    lines.append(
        f"  It says something else of {found.otherwise} of "
        f"{screen.counted(found.compared, 'verdict')}, and has one for "
        f"{screen.counted(found.suggested, 'claim')} without."
    )
    for one in found.listed[:_MOST_LINES]:
        lines.append(f"  {_short(one.text)}")
        lines.append(
            f"    {one.consensus}; the model: {one.model}, {one.probability:.2f} ({one.claim})"
        )
    return lines


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Titles and rows in columns, all but the first to the right; nothing without rows."""
    cells = [titles, *(("  " + _short(row[0]), *row[1:]) for row in rows)]
    if len(cells) == 1:
        return []
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if not place else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def _reasons(found: "Iterable[Agreement]") -> list[str]:
    """Why something is not defined, each reason once."""
    return [f"  {_NOTHING} {why}" for why in sorted({one.why for one in found if one.why})]


def _value(one: "Agreement") -> str:
    return _NOTHING if one.value is None else _decimal(one.value)


def _between(one: "Interval") -> str:
    return f"no interval, {one.why}" if one.why else _ends(one.low, one.high)


def _ends(low: float | None, high: float | None) -> str:
    return _NOTHING if low is None or high is None else f"{_decimal(low)} to {_decimal(high)}"


def _share(one: "Rate") -> str:
    return _percent(one.value)


def _percent(value: float | None) -> str:
    return _NOTHING if value is None else f"{100 * value:.0f} %"


def _decimal(value: float) -> str:
    return f"{value:.2f}"


def _listing(counted: dict[str, int], *, before: str = " (", after: str = ")") -> str:
    told = ", ".join(f"{number} {name}" for name, number in counted.items())
    return f"{before}{told}{after}" if told else ""


def _short(words: str) -> str:
    """Words on one line and in one column."""
    line = " ".join(words.split())
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"
