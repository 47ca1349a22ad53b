"""The two passes over all votes that an iteration of EM makes, in two ways.

`ByVote` reads the votes as they are. `ByPattern` is for small panels: claims with the same answers
of the same reviewers have the same posterior, so a row stands for all of them, and reviewers are
taken a few at a time, whose answers are then looked up in a table instead of one by one.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from claimdesk.consensus.votes import UNKNOWN, Votes, chunks

Floats = NDArray[np.float64]
Codes = NDArray[np.intp]
Known = NDArray[np.int32]
Sheet = NDArray[np.int8] | NDArray[np.int16]

SMALL_PANEL = 10
_WIDEST = 4096
"""Parts of patterns that a group of reviewers can have; a table of them fits the cache."""
_ROWS = 8


class Passes(Protocol):
    """Rows with their votes. Arrays are (n_labels, rows) or (n_labels, n_reviewers * n_labels)."""

    @property
    def weights(self) -> Floats:
        """How many claims with votes each row stands for."""

    @property
    def gold(self) -> Known | None:
        """The known label of each row, -1 where there is none; None if all are unknown."""

    @property
    def of_claims(self) -> Codes | None:
        """The row of each claim; None where rows are claims."""

    def add_evidence(self, chances: Floats, into: Floats) -> None:
        """Add to each row what its votes are worth: the sum of `chances` over them."""

    def masses(self, belief: Floats) -> Floats:
        """How much of the belief in each label falls to each reviewer's answers."""


@dataclass(frozen=True, eq=False)
class ByVote:
    """A row is a claim. Nothing is kept per vote; codes are made anew, a chunk at a time."""

    votes: Votes
    weights: Floats
    gold: Known | None
    of_claims: Codes | None = None

    def add_evidence(self, chances: Floats, into: Floats) -> None:
        """Add to each claim the sum of `chances` over its votes."""
        for part in chunks(len(self.votes)):
            claims, answers = self._codes(part)
            first, after = int(claims[0]), int(claims[-1]) + 1
            claims -= first
            for row, chance in zip(into, chances, strict=True):
                row[first:after] += np.bincount(claims, chance[answers], after - first)

    def masses(self, belief: Floats) -> Floats:
        """The belief of the claims that a reviewer answered so, summed."""
        cells = self.votes.n_reviewers * self.votes.n_labels
        found = np.zeros((len(belief), cells))
        for part in chunks(len(self.votes), _chunk(cells)):
            claims, answers = self._codes(part)
            for label, believed in enumerate(belief):
                found[label] += np.bincount(answers, believed[claims], cells)
        return found

    def _codes(self, part: slice) -> tuple[Codes, Codes]:
        answers = self.votes.reviewers[part].astype(np.intp)
        answers *= self.votes.n_labels
        answers += self.votes.labels[part]
        return self.votes.claims[part].astype(np.intp), answers


@dataclass(frozen=True, eq=False)
class ByPattern:
    """A row is a pattern of answers that at least one claim has, put together from parts.

    A part is what a few reviewers answered. `answers` is (reviewers, parts): the cells in the
    confusion matrices, with one more past the last for "no answer". `places` has an array per
    group of reviewers: the part that each row has of them.
    """

    answers: Codes
    places: tuple[Codes, ...]
    cells: int
    weights: Floats
    gold: Known | None
    of_claims: Codes | None

    def add_evidence(self, chances: Floats, into: Floats) -> None:
        """Add to each row the sum of `chances` over the answers in its pattern."""
        padded = np.zeros((len(chances), self.cells + 1))
        padded[:, : self.cells] = chances
        for label, chance in enumerate(padded[:, self.answers].sum(axis=1)):
            for place in self.places:
                into[label] += chance[place]

    def masses(self, belief: Floats) -> Floats:
        """The belief of the rows times the claims they stand for, handed down to their answers."""
        count = self.answers.shape[1]
        found = np.empty((len(belief), self.cells + 1))
        for label, believed in enumerate(belief):
            weighed = believed * self.weights
            mass = sum(np.bincount(place, weighed, count) for place in self.places)
            spread = np.concatenate([mass] * len(self.answers))
            found[label] = np.bincount(self.answers.ravel(), spread, self.cells + 1)
        return found[:, : self.cells]


def by_vote(votes: Votes, gold: Known | None) -> ByVote:
    """Passes over the votes themselves, for any panel."""
    voted = np.zeros(votes.n_claims)
    voted[votes.claims] = 1.0
    return ByVote(votes, voted, gold)


def by_pattern(votes: Votes, gold: Known | None) -> ByPattern:
    """Passes over the patterns that occur; for votes without repeats, and few reviewers."""
    sheet = _sheet(votes)
    count = 1
    keys: Codes = np.zeros(votes.n_claims, np.intp)
    if gold is not None:
        count, keys = votes.n_labels + 1, gold.astype(np.intp) - UNKNOWN
    for start in _starts(votes):
        codes, width = _codes_of(sheet[start:][: _together(votes)], votes.n_labels)
        keys *= width
        keys += codes
        count, keys = _dense(keys, count * width)
    example: Codes = np.zeros(count, np.intp)
    example[keys] = np.arange(votes.n_claims)
    rows = sheet[:, example]
    del sheet
    sizes = np.bincount(keys, minlength=count)
    parts = [_parts(rows, start, votes) for start in _starts(votes)]
    offsets = np.cumsum([0, *(answers.shape[1] for answers, _ in parts)])
    return ByPattern(
        answers=np.concatenate([answers for answers, _ in parts], axis=1),
        places=tuple(place + offset for (_, place), offset in zip(parts, offsets, strict=False)),
        cells=votes.n_reviewers * votes.n_labels,
        weights=np.where((rows > 0).any(axis=0), sizes, 0).astype(np.float64),
        gold=None if gold is None else gold[example],
        of_claims=keys,
    )


def _chunk(cells: int) -> int:
    """Long enough that a table of all cells per chunk costs less than the votes in it."""
    return max(1 << 16, cells)


def _starts(votes: Votes) -> range:
    return range(0, votes.n_reviewers, _together(votes))


def _together(votes: Votes) -> int:
    """How many reviewers have one table, which should cost less than the rows looked up in it."""
    widest = min(_WIDEST, votes.n_claims // _ROWS)
    together = 1
    while (votes.n_labels + 1) ** (together + 1) <= widest:
        together += 1
    return together


def _sheet(votes: Votes) -> Sheet:
    """An answer per reviewer and claim, 0 for none and else the label plus 1."""
    kind = np.int8 if votes.n_labels < 127 else np.int16
    sheet = np.zeros((votes.n_reviewers, votes.n_claims), kind)
    for part in chunks(len(votes)):
        sheet[votes.reviewers[part], votes.claims[part]] = votes.labels[part] + kind(1)
    return sheet


def _codes_of(sheet: Sheet, n_labels: int) -> tuple[Codes, int]:
    """The answers of some reviewers as one number per row, and how many numbers there can be."""
    codes: Codes = np.zeros(sheet.shape[1], np.intp)
    for answers in sheet:
        codes *= n_labels + 1
        codes += answers
    return codes, (n_labels + 1) ** len(sheet)


def _parts(rows: Sheet, start: int, votes: Votes) -> tuple[Codes, Codes]:
    """What some reviewers answered, (reviewers, parts), and which part each row has."""
    sheet = rows[start:][: _together(votes)]
    codes, width = _codes_of(sheet, votes.n_labels)
    count, parts = _dense(codes, width)
    example: Codes = np.zeros(count, np.intp)
    example[parts] = np.arange(len(parts))
    labels = sheet[:, example].astype(np.intp) - 1
    reviewers = np.arange(start, start + len(sheet))[:, np.newaxis]
    nothing = votes.n_reviewers * votes.n_labels
    answers = np.full((min(_together(votes), votes.n_reviewers), count), nothing)
    answers[: len(sheet)] = np.where(labels < 0, nothing, reviewers * votes.n_labels + labels)
    return answers, parts


def _dense(keys: Codes, width: int) -> tuple[int, Codes]:
    """How many different keys there are, and the rank of each among them."""
    if width <= max(_WIDEST, 8 * len(keys)):
        present = np.bincount(keys, minlength=width) > 0
        ranks = np.cumsum(present) - 1
        return int(present.sum()), ranks[keys]
    found, ranks = np.unique(keys, return_inverse=True)
    return len(found), ranks
