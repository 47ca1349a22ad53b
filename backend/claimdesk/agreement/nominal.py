"""Agreement on labels: Krippendorff's alpha for nominal values, and percent agreement.

Everything follows from how often each label was given to each claim, so a million reviewers cost
no more than a million votes. Sums are of whole numbers for as long as possible: the order of the
votes changes no digit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from claimdesk.agreement import Agreement

Wholes = NDArray[np.int64]
Floats = NDArray[np.float64]

NO_PAIRS = "no claim has votes of two reviewers"
ONE_LABEL = "only one label was ever used, so there is no agreement by chance to compare with"
MOST_CODE = 2**63 - 1
_SLACK = 1024
"""Codes up to a few times the number of votes are counted in place; others are renumbered."""


@dataclass(frozen=True)
class Table:
    """How often each label was given to each claim that at least two reviewers voted on.

    Row `i` is the claim with the code `claims[i]` and has `sizes[i]` votes. The cells are what is
    not zero: `counts[j]` votes for the label `labels[cell_labels[j]]` on row `cell_rows[j]`, in
    the order of rows, then labels. `labels` are the codes of all labels voted for anywhere.
    """

    claims: Wholes
    sizes: Wholes
    labels: Wholes
    cell_rows: Wholes
    cell_labels: Wholes
    counts: Wholes


def tabulate(claims: ArrayLike, reviewers: ArrayLike, labels: ArrayLike) -> Table:
    """Count votes once for all that is asked of them.

    Three arrays of whole numbers, one entry per vote; a label below 0 is a missing vote. Raises
    ValueError on other types or shapes, and when a reviewer voted twice on one claim. Time grows
    with the votes (and their logarithm, where codes are spread out).
    """
    claim_codes, _, label_codes = checked(claims, reviewers, labels)
    label_row, label_names = renumbered(label_codes)
    claim_row, claim_names = renumbered(claim_codes)
    sizes = np.bincount(claim_row, minlength=len(claim_names))
    kept = sizes >= 2
    votes = kept[claim_row]
    rows = (np.cumsum(kept) - 1)[claim_row[votes]]
    width = max(1, len(label_names))
    cells, counts = _tallied(rows * width + label_row[votes], int(kept.sum()) * width)
    return Table(
        claims=claim_names[kept],
        sizes=sizes[kept].astype(np.int64),
        labels=label_names,
        cell_rows=cells // width,
        cell_labels=cells % width,
        counts=counts,
    )


def checked(
    claims: ArrayLike, reviewers: ArrayLike, labels: ArrayLike
) -> tuple[Wholes, Wholes, Wholes]:
    """The votes that are not missing, as whole numbers; ValueError where they are not fit."""
    columns = [_column(claims, "claims"), _column(reviewers, "reviewers")]
    columns.append(_column(labels, "labels"))
    lengths = [len(column) for column in columns]
    if len(set(lengths)) > 1:
        raise ValueError(
            f"one entry per vote is expected in each array; there are {lengths[0]} claims, "
            f"{lengths[1]} reviewers and {lengths[2]} labels"
        )
    present = columns[2] >= 0
    if not present.all():
        columns = [column[present] for column in columns]
    _refuse_second_votes(columns[0], columns[1])
    return columns[0], columns[1], columns[2]


def renumbered(codes: Wholes) -> tuple[Wholes, Wholes]:
    """The codes as places in the sorted array of distinct codes, and that array."""
    if len(codes) and codes.min() >= 0 and codes.max() <= 4 * len(codes) + _SLACK:
        used = np.bincount(codes) > 0
        return (np.cumsum(used) - 1)[codes], np.flatnonzero(used).astype(np.int64)
    distinct, places = np.unique(codes, return_inverse=True)
    return places.astype(np.int64), distinct


def alpha(table: Table) -> Agreement:
    """Krippendorff's alpha for nominal values with missing values.

    1 - D_o / D_e, from the coincidences of pairs of votes within a claim (Krippendorff,
    "Computing Krippendorff's Alpha-Reliability", 2011). Undefined without a claim that two
    reviewers voted on, and where only one label was ever used.
    """
    against = _summed(np.zeros_like(table.sizes), table.sizes, _against(table), 1)
    totals = np.bincount(table.cell_labels, table.counts, minlength=1)
    return coefficient(
        float(against[0]), totals, units=len(table.sizes), votes=int(table.sizes.sum())
    )


def percent(table: Table) -> Agreement:
    """Share of agreeing pairs of votes: within each claim, then on average over claims.

    Nothing is taken off for chance, so `expected` is None. Undefined without a claim that two
    reviewers voted on.
    """
    units, votes = len(table.sizes), int(table.sizes.sum())
    if not units:
        return Agreement(None, 0, 0, why=NO_PAIRS)
    by_size = np.bincount(table.sizes, _against(table))
    pairs = ((size, against) for size, against in enumerate(by_size.tolist()) if size >= 2)
    observed = math.fsum(against / (size * (size - 1)) for size, against in pairs) / units
    return Agreement(1.0 - observed, units, votes, observed=observed)


def alpha_per_label(table: Table) -> dict[int, Agreement]:
    """Alpha of each label against all others taken together, by the label's code."""
    count = len(table.labels)
    sizes = table.sizes[table.cell_rows]
    against = 2.0 * table.counts * (sizes - table.counts)
    sums = _summed(table.cell_labels, sizes, against, count)
    totals = np.bincount(table.cell_labels, table.counts, minlength=count)
    units, votes = len(table.sizes), int(table.sizes.sum())
    return {
        int(label): coefficient(
            float(sums[place]),
            np.array([totals[place], votes - totals[place]]),
            units=units,
            votes=votes,
        )
        for place, label in enumerate(table.labels)
    }


def alpha_per_group(table: Table, groups: ArrayLike) -> dict[int, Agreement]:
    """Alpha within each group of claims (an article, a language), by the group's code.

    `groups[claim]` is the group of a claim; below 0 it belongs to none. Groups without a pair of
    votes are told too. Raises ValueError where a claim has no entry in `groups`.
    """
    codes = group_codes(table, groups)
    every = np.unique(_column(groups, "groups"))
    names = every[every >= 0]
    grouped = codes >= 0
    places = np.searchsorted(names, codes[grouped])
    sizes = table.sizes[grouped]
    sums = _summed(places, sizes, _against(table)[grouped], len(names))
    units = np.bincount(places, minlength=len(names))
    votes = np.bincount(places, sizes, minlength=len(names))
    cells = grouped[table.cell_rows]
    width = max(1, len(table.labels))
    cell_places = np.searchsorted(names, codes[table.cell_rows[cells]])
    keys, owners = np.unique(cell_places * width + table.cell_labels[cells], return_inverse=True)
    totals = np.bincount(owners, table.counts[cells])
    bounds = np.searchsorted(keys // width, np.arange(len(names) + 1))
    return {
        int(name): coefficient(
            float(sums[place]),
            totals[bounds[place] : bounds[place + 1]],
            units=int(units[place]),
            votes=int(votes[place]),
        )
        for place, name in enumerate(names)
    }


def group_codes(table: Table, groups: ArrayLike) -> Wholes:
    """The group of each row of the table; ValueError where `groups` does not reach a claim."""
    codes = _column(groups, "groups")
    outside = (table.claims < 0) | (table.claims >= len(codes))
    if outside.any():
        raise ValueError(
            f"claim {int(table.claims[outside][0])} has no group: groups has {len(codes)} "
            "entries, one per claim is expected, the claim's code being the place in it"
        )
    return codes[table.claims]


def coefficient(
    against: float, totals: NDArray[np.generic], *, units: int, votes: int
) -> Agreement:
    """Alpha from the disagreeing coincidences and how often each label was used.

    `against` is the sum over claims of ordered pairs of unlike votes, each divided by one less
    than the claim's votes; `totals` are votes per label in those claims.
    """
    if votes < 2:
        return Agreement(None, units, votes, why=NO_PAIRS)
    alike = sum(int(total) ** 2 for total in totals)
    observed = against / votes
    expected = (votes * votes - alike) / (votes * (votes - 1))
    if not expected:
        return Agreement(None, units, votes, observed, expected, ONE_LABEL)
    return Agreement(1.0 - observed / expected, units, votes, observed, expected)


def _against(table: Table) -> Floats:
    """Ordered pairs of unlike votes in each row: whole numbers, exact below 2 ** 53."""
    alike = np.bincount(table.cell_rows, table.counts**2, minlength=len(table.sizes))
    return np.asarray(table.sizes**2 - alike, dtype=np.float64)


def _summed(places: Wholes, sizes: Wholes, against: Floats, count: int) -> Floats:
    """The sum of against / (size - 1) per place, divided once per size: no order shows in it."""
    if not len(places):
        return np.zeros(count)
    widest = int(sizes.max()) + 1
    keys, owners = np.unique(places * widest + sizes, return_inverse=True)
    whole = np.bincount(owners, against)
    shares = whole / (keys % widest - 1)
    return np.asarray(np.bincount(keys // widest, shares, minlength=count), dtype=np.float64)


def _tallied(keys: Wholes, ceiling: int) -> tuple[Wholes, Wholes]:
    """Distinct keys in order, and how often each is there."""
    if ceiling <= 4 * len(keys) + _SLACK:
        counted = np.bincount(keys, minlength=1)
        found = np.flatnonzero(counted)
        return found.astype(np.int64), counted[found].astype(np.int64)
    distinct, counts = np.unique(keys, return_counts=True)
    return distinct, counts.astype(np.int64)


def _column(codes: ArrayLike, name: str) -> Wholes:
    try:
        column = np.asarray(codes)
    except ValueError:
        raise ValueError(
            f"{name} has rows of different lengths; a plain list is expected"
        ) from None
    if column.ndim != 1:
        raise ValueError(f"{name} has {column.ndim} dimensions; a plain list of codes is expected")
    if not len(column):
        return np.zeros(0, dtype=np.int64)
    if column.dtype.kind not in "iu":
        raise ValueError(f"{name} holds {column.dtype}; whole numbers are expected as codes")
    if column.dtype.kind == "u" and column.max() > MOST_CODE:
        raise ValueError(f"{name} holds {column.max()}; codes go up to {MOST_CODE}")
    return column.astype(np.int64, copy=False)


def _refuse_second_votes(claims: Wholes, reviewers: Wholes) -> None:
    claim_rows, claim_names = renumbered(claims)
    reviewer_rows, reviewer_names = renumbered(reviewers)
    width = max(1, len(reviewer_names))
    cells, counts = _tallied(claim_rows * width + reviewer_rows, len(claim_names) * width)
    twice = np.flatnonzero(counts > 1)
    if len(twice):
        first = int(cells[twice[0]])
        more = f" (and {len(twice) - 1} more such pairs)" if len(twice) > 1 else ""
        raise ValueError(
            f"reviewer {reviewer_names[first % width]} has {counts[twice[0]]} votes on claim "
            f"{claim_names[first // width]}, one is expected{more}"
        )
