"""Votes as arrays: who gave which label to which claim, and what most gave.

For panels of any size, from a handful of votes to tens of millions. Codes are dense whole numbers
from 0; names belong to the caller.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from claimdesk.wholes import whole

Shape = tuple[int, int, int]
"""How many claims, reviewers and labels there are."""

MOST_CODES = 2**31 - 1
MOST_LABELS = 2**15 - 1
MOST_CELLS = 2**28
"""Of counts per claim and label: with more than these, the labels are rather free text."""
UNKNOWN = -1
TIE = 1e-9
"""Probabilities that differ by less are as good as equal."""
CHUNK = 1 << 16
_WHAT = ("claims", "reviewers", "labels")


@dataclass(frozen=True, eq=False)
class Votes:
    """Parallel arrays, one entry per vote, in the order of claim, then reviewer.

    Made by `votes`, which checks them; they cannot be written to. 9 bytes per vote, 10 with more
    than 128 labels. `repeated` is whether a reviewer may stand more than once on a claim.
    """

    claims: NDArray[np.int32]
    reviewers: NDArray[np.int32]
    labels: NDArray[np.int8] | NDArray[np.int16]
    n_claims: int
    n_reviewers: int
    n_labels: int
    repeated: bool = False

    def __len__(self) -> int:
        return len(self.claims)


@dataclass(frozen=True, eq=False)
class Majority:
    """What most gave, an entry per claim.

    `labels` is -1 where nobody voted and where two lead; `leads` is how many gave the leading
    label, `totals` how many voted.
    """

    labels: NDArray[np.int32]
    leads: NDArray[np.int32]
    totals: NDArray[np.int32]

    def share(self, claim: int) -> float | None:
        """The part of the votes that the leading label has; None without votes."""
        total = int(self.totals[claim])
        return int(self.leads[claim]) / total if total else None


def votes(
    claims: ArrayLike,
    reviewers: ArrayLike,
    labels: ArrayLike,
    *,
    shape: Shape | None = None,
    repeated: bool = False,
) -> Votes:
    """Checked votes from three parallel arrays of whole numbers, in any order.

    Without a `shape`, there are as many claims, reviewers and labels as the highest codes say.
    The same reviewer twice on one claim is an error unless `repeated` is set, as for an observer
    who saw each patient three times (Dawid & Skene 1979). Raises ValueError for arrays of unequal
    length, for anything but whole numbers and for codes that are negative or not in the shape.
    """
    given = [
        _whole(what, codes) for what, codes in zip(_WHAT, (claims, reviewers, labels), strict=True)
    ]
    lengths = [len(codes) for codes in given]
    if len(set(lengths)) > 1:
        told = ", ".join(f"{length} {what}" for what, length in zip(_WHAT, lengths, strict=True))
        raise ValueError(f"votes are parallel arrays of one length, and these are {told}")
    shape = _least_shape(given) if shape is None else _sizes(shape)
    _check_shape(given, shape)
    return _ordered(given, shape, repeated=repeated)


def tally(given: Votes) -> NDArray[np.int32]:
    """How often each claim was given each label, (n_claims, n_labels).

    Raises ValueError when there are too many claims times labels to be counted in memory.
    """
    if given.n_claims * given.n_labels > MOST_CELLS:
        raise ValueError(
            f"{given.n_claims:,} claims times {given.n_labels:,} labels are more than "
            f"{MOST_CELLS:,} counts; labels should be few"
        )
    counts = np.zeros((given.n_labels, given.n_claims), np.int32)
    for part in chunks(len(given)):
        claims = given.claims[part]
        first, after = int(claims[0]), int(claims[-1]) + 1
        cells = given.labels[part] * np.int32(after - first)
        cells += claims
        if first:
            cells -= first
        found = np.bincount(cells, minlength=(after - first) * given.n_labels)
        counts[:, first:after] += found.reshape(given.n_labels, -1)
    return counts.T


def majority(given: Votes) -> Majority:
    """The label that more reviewers gave than any other, per claim; no tie is ever broken."""
    counts = tally(given).T
    labels, leads, totals = (np.zeros(given.n_claims, np.int32) for _ in range(3))
    for part in chunks(given.n_claims if given.n_labels else 0):
        labels[part], leads[part], totals[part] = _leading(counts[:, part], len(given))
    if given.n_labels < 2:  # else all labels tie at no votes
        labels[leads == 0] = UNKNOWN
    return Majority(labels, leads, totals)


def accuracy(scores: ArrayLike, gold: ArrayLike) -> float | None:
    """The part of the claims with a known label on which that label scores highest.

    `scores` is (n_claims, n_labels): counts or probabilities; `gold` has the right label of each
    claim, -1 where it is not known. Where several labels score highest, each counts as if it were
    drawn: a tie of two that holds the right one is half right. A label beyond those scored is
    never right. None without any known label. Raises ValueError for scores that are no such table
    or not numbers from 0, and for gold that is not a whole number from -1 for each claim.
    """
    found, known = _scored(scores), _known(gold)
    if len(found) != len(known):
        raise ValueError(
            f"each claim has scores and gold, and these are {len(found)} and {len(known)}"
        )
    claims = np.flatnonzero(known >= 0)
    if not len(claims):
        return None
    leading = found[claims] >= found[claims].max(axis=1, keepdims=True, initial=0) - TIE
    scored = known[claims] < found.shape[1]
    right = np.zeros(len(claims))
    rows = np.flatnonzero(scored)
    right[rows] = leading[rows, known[claims][rows]] / leading[rows].sum(axis=1)
    return float(right.mean())


def as_array(what: str, given: ArrayLike) -> NDArray[Any]:
    """An array of what was given; ValueError, which names it, where rows differ in length."""
    try:
        return np.asarray(given)
    except ValueError:
        raise ValueError(f"{what} should be an array, and rows of it differ in length") from None


def chunks(length: int, size: int = CHUNK) -> Iterator[slice]:
    """Slices that cover a length, small enough that what is done with one stays in the cache."""
    return (slice(start, min(start + size, length)) for start in range(0, length, size))


def _leading(
    counts: NDArray[np.int32], most: int
) -> tuple[NDArray[Any], NDArray[Any], NDArray[np.int32]]:
    """The leading label of each column, -1 for several; its votes; all votes.

    A count, of which none is above `most`, and its label are packed into one number, so that one
    pass finds both.
    """
    bits = len(counts).bit_length()
    kind = np.int32 if most << bits < MOST_CODES else np.int64
    packed: NDArray[Any] = counts.astype(kind)
    packed <<= bits
    packed |= np.arange(len(counts), dtype=kind)[:, np.newaxis]
    highest = np.maximum.reduce(packed)
    leads = highest >> bits
    labels = highest & ((1 << bits) - 1)
    small = np.int8 if len(counts) < 128 else np.int16
    leading = (counts == leads).view(np.int8)
    labels[np.add.reduce(leading, dtype=small) > 1] = UNKNOWN
    return labels, leads, np.add.reduce(counts, dtype=np.int32)


def _scored(scores: ArrayLike) -> NDArray[Any]:
    found = as_array("scores", scores)
    if not found.size and found.ndim < 2:
        return np.empty((len(found) if found.ndim else 0, 0))
    if found.ndim != 2:
        raise ValueError(f"scores should be (claims, labels), not of {found.ndim} dimensions")
    if found.dtype.kind not in "biuf":
        raise ValueError(f"scores should be counts or probabilities, not {found.dtype}")
    if not all((found[part] >= 0).all() for part in chunks(len(found))):
        raise ValueError("scores should be 0 or more, and some are below or not a number")
    return found


def _known(gold: ArrayLike) -> NDArray[np.integer]:
    found = _integers("gold", gold)
    if found.size and (least := int(found.min())) < UNKNOWN:
        raise ValueError(f"gold should be labels or {UNKNOWN} for unknown, and {least} is among it")
    return found


def _whole(what: str, codes: ArrayLike) -> NDArray[np.integer]:
    found = _integers(what, codes)
    if found.size and (least := int(found.min())) < 0:
        raise ValueError(f"{what} should be codes from 0, and {least} is among them")
    return found


def _integers(what: str, codes: ArrayLike) -> NDArray[np.integer]:
    found = as_array(what, codes)
    if found.ndim != 1:
        raise ValueError(f"{what} should be one array of codes, not of {found.ndim} dimensions")
    if not found.size:
        return np.empty(0, np.int32)
    if not np.issubdtype(found.dtype, np.integer):
        raise ValueError(f"{what} should be whole numbers, not {found.dtype}")
    return found


def _sizes(shape: Shape) -> Shape:
    try:
        n_claims, n_reviewers, n_labels = shape
    except (TypeError, ValueError):
        raise ValueError(
            f"a shape is how many claims, reviewers and labels there are, not {shape!r}"
        ) from None
    return (
        whole("the number of claims", n_claims),
        whole("the number of reviewers", n_reviewers),
        whole("the number of labels", n_labels),
    )


def _least_shape(given: list[NDArray[np.integer]]) -> Shape:
    n_claims, n_reviewers, n_labels = (int(one.max()) + 1 if len(one) else 0 for one in given)
    return n_claims, n_reviewers, n_labels


def _check_shape(given: list[NDArray[np.integer]], shape: Shape) -> None:
    for what, codes, size, most in zip(
        _WHAT, given, shape, (MOST_CODES, MOST_CODES, MOST_LABELS), strict=True
    ):
        if not 0 <= size <= most:
            raise ValueError(f"there can be up to {most:,} {what}, not {size:,}")
        if len(codes) and (highest := int(codes.max())) >= size:
            raise ValueError(f"{what} should be codes below {size}, and {highest} is among them")
    if shape[0] * shape[1] * shape[2] > np.iinfo(np.int64).max:
        raise ValueError("claims, reviewers and labels multiplied should be below 2 to the 63rd")


def _ordered(given: list[NDArray[np.integer]], shape: Shape, *, repeated: bool) -> Votes:
    """The votes by claim and reviewer, sorted as one number each, which takes the least memory."""
    _, n_reviewers, n_labels = shape
    keys = given[0].astype(np.int64)
    for codes, size in ((given[1], n_reviewers), (given[2], n_labels)):
        keys *= size
        keys += codes
    if np.all(keys[1:] >= keys[:-1]):
        claims, reviewers = given[0].astype(np.int32), given[1].astype(np.int32)
        labels = _small(given[2], n_labels)
    else:
        keys.sort()
        claims, reviewers = (np.empty(len(keys), np.int32) for _ in range(2))
        labels = _small(np.empty(len(keys), np.int8), n_labels)
        for part in chunks(len(keys)):
            left, labels[part] = np.divmod(keys[part], n_labels)
            claims[part], reviewers[part] = np.divmod(left, n_reviewers)
    del keys
    if not repeated:
        _check_once(claims, reviewers)
    for codes in (claims, reviewers, labels):
        codes.flags.writeable = False
    return Votes(claims, reviewers, labels, *shape, repeated)


def _small(labels: NDArray[np.integer], n_labels: int) -> NDArray[np.int8] | NDArray[np.int16]:
    return labels.astype(np.int8) if n_labels <= 128 else labels.astype(np.int16)


def _check_once(claims: NDArray[np.int32], reviewers: NDArray[np.int32]) -> None:
    twice = (claims[1:] == claims[:-1]) & (reviewers[1:] == reviewers[:-1])
    if twice.any():
        place = int(np.argmax(twice))
        raise ValueError(
            f"reviewer {reviewers[place]} stands more than once on claim {claims[place]}; "
            "one vote of each is expected"
        )
