"""How sure an alpha is: claims, or whole articles, drawn anew with replacement.

Claims of one article resemble each other, so drawing articles is the honest question wherever
there are several. Votes are counted once; a resample is nothing but weights on the counts, and
claims with the same counts are drawn together.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from numbers import Real

import numpy as np
from numpy.typing import ArrayLike, NDArray

from claimdesk.agreement import Interval
from claimdesk.agreement.nominal import NO_PAIRS, ONE_LABEL, Table, Wholes, group_codes
from claimdesk.wholes import whole

Floats = NDArray[np.float64]

RESAMPLES = 1_000
CONFIDENCE = 0.95
NO_DISAGREEMENT = "no two votes disagree, and drawing them anew cannot show what was never seen"
ALL_UNDEFINED = "no resample has an alpha, more of them are needed"
_CELLS = 4_000_000
"""Numbers held at once: weights of a batch of resamples, or counts as a full table."""
_WHOLE = 1_000_000


@dataclass(frozen=True)
class _Rows:
    """What is drawn: kinds of claims, or articles. `repeats[i]` of them are as row `i` tells.

    `against / scale` is the row's sum of disagreeing coincidences, `votes` its pairable votes; the
    cells are votes per label, as in a Table. All are whole numbers (but for `against`, where
    claims have very many different numbers of votes), so that sums are the same in any order.
    """

    repeats: Wholes
    against: Floats
    scale: int
    votes: Floats
    cell_rows: Wholes
    cell_labels: Wholes
    counts: Floats
    labels: int


def over_claims(
    table: Table, *, seed: int, resamples: int = RESAMPLES, confidence: float = CONFIDENCE
) -> Interval:
    """Percentile interval of alpha, claims drawn with replacement (Efron 1979).

    Only claims of two votes or more are drawn: the others say nothing of agreement. No interval
    below two of them, and where nothing disagrees. A resample in which only one label is left has
    no alpha and is left out; at most 37 % can be so, and `undefined` tells. Raises ValueError on
    fewer than one resample, a confidence outside (0, 1) or a seed that is no whole number from 0.
    """
    return _interval(_kinds(table), seed, resamples, confidence)


def over_groups(
    table: Table,
    groups: ArrayLike,
    *,
    seed: int,
    resamples: int = RESAMPLES,
    confidence: float = CONFIDENCE,
) -> Interval:
    """Percentile interval of alpha, whole groups of claims (articles) drawn with replacement.

    `groups[claim]` is the group of a claim; claims of a group below 0 are left out. The rest is
    as in `over_claims`; the width says nothing below some ten groups, and `drawn` tells how many
    there were. Raises ValueError where a claim has no entry in `groups`.
    """
    return _interval(_grouped(table, group_codes(table, groups)), seed, resamples, confidence)


def _interval(rows: _Rows, seed: int, resamples: int, confidence: float) -> Interval:
    if whole("the number of resamples", resamples) < 1:
        raise ValueError(f"{resamples} resamples were asked for; at least 1 is expected")
    whole("the seed", seed, least=0)
    if not isinstance(confidence, Real) or not 0.0 < confidence < 1.0:
        raise ValueError(f"the confidence is {confidence}; a number between 0 and 1 is expected")
    drawn = int(rows.repeats.sum())
    why = _hopeless(rows, drawn)
    if why is not None:
        return Interval(None, None, drawn, 0, why=why)
    values = np.concatenate(list(_values(rows, np.random.default_rng(seed), resamples)))
    told = values[~np.isnan(values)]
    undefined = 1.0 - len(told) / resamples
    if not len(told):
        return Interval(None, None, drawn, resamples, undefined, ALL_UNDEFINED)
    tail = (1.0 - confidence) / 2
    low, high = np.quantile(told, [tail, 1.0 - tail])
    return Interval(float(low), float(high), drawn, resamples, undefined)


def _hopeless(rows: _Rows, drawn: int) -> str | None:
    """Why drawing anew would show nothing."""
    if not drawn:
        return NO_PAIRS
    if drawn < 2:
        return "there is only one to draw from, two are needed at least"
    if len(np.unique(rows.cell_labels)) < 2:
        return ONE_LABEL
    return None if rows.against.any() else NO_DISAGREEMENT


def _kinds(table: Table) -> _Rows:
    """Claims with the same counts as one row, as far as the counts fit into one number."""
    claims = len(table.sizes)
    steps = (int(table.sizes.max(initial=0)) + 1) ** len(table.labels)
    if steps < 2**53:
        places = (int(table.sizes.max(initial=0)) + 1) ** np.arange(len(table.labels))
        weights = places[table.cell_labels] * table.counts
        keys = np.bincount(table.cell_rows, weights, minlength=claims).astype(np.int64)
        _, first, repeats = np.unique(keys, return_index=True, return_counts=True)
    else:
        first, repeats = np.arange(claims), np.ones(claims, dtype=np.int64)
    kept = np.full(claims, -1)
    kept[first] = np.arange(len(first))
    cells = kept[table.cell_rows] >= 0
    return _rows(table, kept, repeats.astype(np.int64), cells)


def _grouped(table: Table, codes: Wholes) -> _Rows:
    names = np.unique(codes[codes >= 0])
    places = np.where(codes >= 0, np.searchsorted(names, codes), -1)
    return _rows(table, places, np.ones(len(names), dtype=np.int64), codes[table.cell_rows] >= 0)


def _rows(table: Table, places: Wholes, repeats: Wholes, cells: NDArray[np.bool_]) -> _Rows:
    """The table summed by place; a place below 0 is left out."""
    alike = np.bincount(table.cell_rows, table.counts**2, minlength=len(table.sizes))
    scale = math.lcm(*(np.unique(table.sizes) - 1).tolist())
    scale = scale if scale <= _WHOLE else 1
    against = (table.sizes**2 - alike) * (scale / (table.sizes - 1))
    there, count = places >= 0, len(repeats)
    width = max(1, len(table.labels))
    keys = places[table.cell_rows[cells]] * width + table.cell_labels[cells]
    distinct, owners = np.unique(keys, return_inverse=True)
    return _Rows(
        repeats=repeats,
        against=np.bincount(places[there], against[there], minlength=count).astype(np.float64),
        scale=scale,
        votes=np.bincount(places[there], table.sizes[there], minlength=count).astype(np.float64),
        cell_rows=distinct // width,
        cell_labels=distinct % width,
        counts=np.bincount(owners, table.counts[cells]).astype(np.float64),
        labels=width,
    )


def _values(rows: _Rows, chance: np.random.Generator, resamples: int) -> Iterator[Floats]:
    """Alpha of each resample, in batches; NaN where it has none."""
    full = _full(rows)
    for weights in _weights(rows.repeats, chance, resamples):
        votes = weights @ rows.votes
        alike = (_totals(rows, weights, full) ** 2).sum(axis=1)
        unlike = votes * votes - alike
        values = np.full(len(votes), math.nan)
        defined = unlike > 0.5  # whole numbers, from sums that may be off in the last digit
        against = weights @ rows.against / rows.scale
        values[defined] = 1.0 - (votes[defined] - 1) * against[defined] / unlike[defined]
        yield values


def _weights(repeats: Wholes, chance: np.random.Generator, resamples: int) -> Iterator[Floats]:
    """How often each row is drawn, one line per resample."""
    size, drawn = len(repeats), int(repeats.sum())
    batch = max(1, _CELLS // size)
    few = size * 8 < drawn
    for start in range(0, resamples, batch):
        lines = min(batch, resamples - start)
        if few:
            yield chance.multinomial(drawn, repeats / drawn, size=lines).astype(np.float64)
            continue
        owners = np.repeat(np.arange(size), repeats)
        picked = [owners[chance.integers(drawn, size=drawn)] for _ in range(lines)]
        yield np.stack([np.bincount(line, minlength=size) for line in picked]).astype(np.float64)


def _full(rows: _Rows) -> Floats | None:
    """Votes per row and label as a full table, where that is quicker than the cells alone."""
    if len(rows.repeats) * rows.labels > min(_CELLS, 3 * len(rows.counts)):
        return None
    table = np.zeros((len(rows.repeats), rows.labels))
    table[rows.cell_rows, rows.cell_labels] = rows.counts
    return table


def _totals(rows: _Rows, weights: Floats, full: Floats | None) -> Floats:
    """Votes per label in each resample."""
    if full is not None:
        return weights @ full
    return np.stack(
        [
            np.bincount(rows.cell_labels, line[rows.cell_rows] * rows.counts, rows.labels)
            for line in weights
        ]
    )
