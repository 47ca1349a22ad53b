"""Agreement on where claims are: the alpha_u family for units marked in running text.

Krippendorff, Mathet, Bouvry & Widlöcher, "On the reliability of unitizing textual continua:
further developments", Quality & Quantity 50 (2016). Every reviewer cuts a text into units with a
label and gaps between them; what coincides is the length on which two reviewers' segments meet.
All sums are of whole code points and exact fractions, so no order of the input shows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from heapq import heappop, heappush
from itertools import accumulate, groupby, pairwise
from operator import index

from claimdesk import wholes
from claimdesk.agreement import Agreement

Label = str | int
Unit = tuple[int, int, Label]

NOBODY_TWICE = "no text was read by two reviewers"
NOTHING_MARKED = "nobody marked anything"
NO_GAPS = "everything is marked, so there are no gaps to tell units from"
NOTHING_SHARED = "no code point was marked by two reviewers"
NOT_SHARED = "where this label was given, no other reviewer marked anything"
ONE_LABEL = "only one label was given where two reviewers marked the same code points"
ONE_VALUE = "everything was marked with one and the same label"
TOO_THIN = "too little was marked by more than one reviewer for chance to be told"


@dataclass(frozen=True)
class Continuum:
    """One text and what each reviewer who read it marked in it.

    `length` is in code points; `units` are (start, end, label) per reviewer, half open. A
    reviewer who read the text and marked nothing has an empty sequence; one who did not read it
    is not there.
    """

    length: int
    units: Mapping[Hashable, Sequence[Unit]]


@dataclass(frozen=True)
class Unitizing:
    """The four coefficients, and on how much of the marked text the last two rest.

    `whole` is _u alpha (units, gaps and labels), `marking` |_u alpha (marked or not, labels
    aside), `coding` _cu alpha (labels, where two reviewers marked; gaps aside), `per_label`
    _(k)u alpha. `coverage` is the share of all lengths that `coding` looks at, `label_coverage`
    the share of each label's length; None where nothing was read by two, or the label was not
    given there. In the coefficients, `units` are code points, `votes` code points times the
    reviewers who judged them.
    """

    whole: Agreement
    marking: Agreement
    coding: Agreement
    per_label: dict[Label, Agreement]
    coverage: float | None
    label_coverage: dict[Label, float | None]


@dataclass
class _Sums:
    """What is summed over texts that the same number of reviewers read, in code points."""

    length: int = 0
    own: Counter[Label] = field(default_factory=Counter)
    squares: int = 0
    gaps_alike: int = 0
    alike: Counter[Label] = field(default_factory=Counter)
    met: Counter[Label] = field(default_factory=Counter)
    met_squares: Counter[Label] = field(default_factory=Counter)
    shared_points: int = 0
    shared_votes: int = 0


@dataclass
class _Whole:
    """The sums over all texts; coincidences are divided by one less than the reviewers."""

    points: int
    length: int
    own: Counter[Label]
    squares: int
    gaps_alike: Fraction
    alike: dict[Label, Fraction]
    met: dict[Label, Fraction]
    met_squares: dict[Label, Fraction]
    shared_points: int
    shared_votes: int


def unitizing(continua: Iterable[Continuum]) -> Unitizing:
    """The alpha_u family over one text or several.

    Texts are laid end to end without a unit crossing from one into the next. Where not all have
    read all of them, each text counts with those who read it, as claims with missing votes do;
    texts of fewer than two reviewers are left out. Raises ValueError on lengths and units that are
    not what a Continuum has, on a unit that is empty or outside its text, and on units of one
    reviewer that overlap (`flattened` resolves those).

    Time grows with the units times the reviewers of their text.
    """
    by_readers: dict[int, _Sums] = {}
    labels: set[Label] = set()
    for continuum in continua:
        if wholes.whole("the length of a text", continuum.length) < 0:
            raise ValueError(f"a text has {continuum.length} code points; none or more is expected")
        marked = [_checked(continuum, reviewer) for reviewer in continuum.units]
        labels.update(label for units in marked for _, _, label in units)
        if len(marked) >= 2:
            _add(by_readers.setdefault(len(marked), _Sums()), continuum.length, marked)
    whole = _folded(by_readers)
    ordered = sorted(labels, key=lambda label: (isinstance(label, str), label))
    together = sum(whole.met.values(), Fraction())
    return Unitizing(
        whole=_on_the_whole(whole),
        marking=_on_marking(whole),
        coding=_on_coding(whole),
        per_label={label: _on_label(whole, label) for label in ordered},
        coverage=float(together / whole.length) if whole.length else None,
        label_coverage={
            label: float(whole.met[label] / whole.own[label]) if whole.own[label] else None
            for label in ordered
        },
    )


def flattened(units: Iterable[Unit]) -> list[Unit]:
    """One reviewer's units without overlaps: of those on one code point the shortest stays.

    A claim marked inside a longer one is so cut out of it. Equally long ones yield to the one
    that starts earlier; of those on the same place the smaller label stays. Raises ValueError on
    what is no unit.
    """
    told = _plain("what was marked", units)
    for start, end, label in told:
        if not 0 <= start < end:
            raise ValueError(f"{start} to {end} ({label!r}) is no unit: a start before the end is")
    waiting = sorted(set(told), key=lambda unit: unit[:2])
    bounds = sorted({place for unit in waiting for place in unit[:2]})
    waiting.reverse()
    open_units: list[tuple[tuple[int, int, bool, Label], Unit]] = []
    parts: list[tuple[int, int, Unit]] = []
    for here, after in pairwise(bounds):
        while waiting and waiting[-1][0] == here:
            unit = waiting.pop()
            heappush(open_units, (_narrowness(unit), unit))
        while open_units and open_units[0][1][1] <= here:
            heappop(open_units)
        if open_units:
            parts.append((here, after, open_units[0][1]))
    cut: list[Unit] = []
    for unit, run in groupby(parts, key=lambda part: part[2]):
        touching = list(run)
        cut.append((touching[0][0], touching[-1][1], unit[2]))
    return cut


def _narrowness(unit: Unit) -> tuple[int, int, bool, Label]:
    start, end, label = unit
    return end - start, start, isinstance(label, str), label


def _checked(continuum: Continuum, reviewer: Hashable) -> list[Unit]:
    """The reviewer's units in order; ValueError where they are not fit."""
    units = _plain(f"what reviewer {reviewer!r} marked", continuum.units[reviewer])
    units.sort(key=lambda unit: unit[:2])
    reached = 0
    for start, end, label in units:
        if not 0 <= start < end <= continuum.length:
            raise ValueError(
                f"reviewer {reviewer!r} marked {start} to {end} ({label!r}) in a text of "
                f"{continuum.length} code points; a start before the end, both inside, is expected"
            )
        if start < reached:
            raise ValueError(
                f"reviewer {reviewer!r} marked {start} to {end} ({label!r}) over a unit that "
                f"ends at {reached}; units of one reviewer do not overlap"
            )
        reached = end
    return units


def _plain(what: str, units: Iterable[Unit]) -> list[Unit]:
    """The units with plain numbers; ValueError where one is none."""
    given = list(units)
    try:
        return [
            (index(start), index(end), label if isinstance(label, str) else index(label))
            for start, end, label in given
        ]
    except (TypeError, ValueError):
        raise ValueError(
            f"{what} should be units (start, end, label), whole numbers and a name or a whole "
            f"number, not {given!r:.200}"
        ) from None


def _add(sums: _Sums, length: int, marked: Sequence[Sequence[Unit]]) -> None:
    """Add one text, read by as many reviewers as there are sequences of units."""
    sums.length += length
    for units in marked:
        for start, end, label in units:
            sums.own[label] += end - start
            sums.squares += (end - start) ** 2
    _sweep(sums, length, marked)
    _meet(sums, marked)


def _sweep(sums: _Sums, length: int, marked: Sequence[Sequence[Unit]]) -> None:
    """Walk from boundary to boundary and sum what coincides between them.

    A label's sums are brought up to date only where its own count changes; `met` follows from
    the integral of the other reviewers' marks, so a boundary costs the same however many labels
    stand open.
    """
    readers = len(marked)
    events = [(end, -1, label) for units in marked for _, end, label in units]
    events += [(start, 1, label) for units in marked for start, _, label in units]
    events.sort(key=lambda event: event[0])
    open_labels: Counter[Label] = Counter()
    since: dict[Label, tuple[int, int]] = {}
    marking, place, others = 0, 0, 0
    for here, at_once in groupby([*events, (length, 0, "")], key=lambda event: event[0]):
        step = here - place
        sums.gaps_alike += (readers - marking) * (readers - marking - 1) * step
        if marking >= 2:
            sums.shared_points += step
            sums.shared_votes += marking * step
        others += (marking - 1) * step
        place = here
        for _, change, label in at_once:
            count = open_labels[label]
            if count:
                then, others_then = since[label]
                sums.alike[label] += count * (count - 1) * (here - then)
                sums.met[label] += count * (others - others_then)
            since[label] = here, others
            open_labels[label] += change
            marking += change


def _meet(sums: _Sums, marked: Sequence[Sequence[Unit]]) -> None:
    """For each unit and each other reviewer, the squared length that they marked of it."""
    starts = [[start for start, _, _ in units] for units in marked]
    before = [[0, *accumulate(end - start for start, end, _ in units)] for units in marked]

    def reach(other: int, place: int) -> int:
        """How much the other reviewer marked up to a place."""
        last = bisect_right(starts[other], place) - 1
        if last < 0:
            return 0
        start, end, _ = marked[other][last]
        return before[other][last] + min(place, end) - start

    for mine, units in enumerate(marked):
        theirs = [other for other in range(len(marked)) if other != mine and marked[other]]
        for start, end, label in units:
            sums.met_squares[label] += sum(
                (reach(other, end) - reach(other, start)) ** 2 for other in theirs
            )


def _folded(by_readers: Mapping[int, _Sums]) -> _Whole:
    parts = by_readers.items()
    labels = {label for sums in by_readers.values() for label in sums.own}

    def shares(told: Callable[[_Sums], Counter[Label]]) -> dict[Label, Fraction]:
        return {
            label: sum((Fraction(told(s)[label], readers - 1) for readers, s in parts), Fraction())
            for label in labels
        }

    return _Whole(
        points=sum(sums.length for sums in by_readers.values()),
        length=sum(readers * sums.length for readers, sums in parts),
        own=sum((sums.own for sums in by_readers.values()), Counter()),
        squares=sum(sums.squares for sums in by_readers.values()),
        gaps_alike=sum((Fraction(s.gaps_alike, readers - 1) for readers, s in parts), Fraction()),
        alike=shares(lambda sums: sums.alike),
        met=shares(lambda sums: sums.met),
        met_squares=shares(lambda sums: sums.met_squares),
        shared_points=sum(sums.shared_points for sums in by_readers.values()),
        shared_votes=sum(sums.shared_votes for sums in by_readers.values()),
    )


def _on_the_whole(sums: _Whole) -> Agreement:
    """_u alpha: each code point pairs with those of others, never within one unit."""
    gaps = sums.length - sums.own.total()
    unlike = sums.length**2 - gaps**2 - sum(own**2 for own in sums.own.values())
    observed = sums.length - sums.gaps_alike - sum(sums.alike.values())
    return _alpha(sums, observed, unlike, ONE_VALUE)


def _on_marking(sums: _Whole) -> Agreement:
    """|_u alpha: gaps against all units taken together."""
    marked = sums.own.total()
    gaps = sums.length - marked
    return _alpha(sums, 2 * (gaps - sums.gaps_alike), 2 * gaps * marked, NO_GAPS)


def _alpha(sums: _Whole, observed: Fraction, unlike: int, why: str) -> Agreement:
    if not sums.length:
        return Agreement(None, 0, 0, why=NOBODY_TWICE)
    marked = sums.own.total()
    pairs = sums.length**2 - (sums.length - marked) - sums.squares
    share, chance = observed / sums.length, Fraction(unlike, pairs)
    if not chance:
        why = why if marked else NOTHING_MARKED
        return Agreement(None, sums.points, sums.length, float(share), 0.0, why)
    value = float(1 - share / chance)
    return Agreement(value, sums.points, sums.length, float(share), float(chance))


def _on_coding(sums: _Whole) -> Agreement:
    """_cu alpha: labels on the intersections of units alone.

    What a unit shares with one other reviewer is never paired with itself by chance. Where
    three or more read a text but only few marked the same places, what is taken off so exceeds
    what there is, and chance cannot be told.
    """
    points, votes = sums.shared_points, sums.shared_votes
    together = sum(sums.met.values(), Fraction())
    if not together:
        return Agreement(None, points, votes, why=NOTHING_SHARED)
    share = 1 - sum(sums.alike.values(), Fraction()) / together
    alike = sum(met**2 for met in sums.met.values())
    if alike == together**2:
        return Agreement(None, points, votes, float(share), 0.0, ONE_LABEL)
    apart = sum(sums.met_squares.values(), Fraction())
    if alike < apart:
        return Agreement(None, points, votes, float(share), why=TOO_THIN)
    chance = (together**2 - alike) / (together**2 - apart)
    return Agreement(float(1 - share / chance), points, votes, float(share), float(chance))


def _on_label(sums: _Whole, label: Label) -> Agreement:
    """_(k)u alpha: one label on the intersections of units."""
    points, votes = sums.shared_points, sums.shared_votes
    met, together = sums.met.get(label, Fraction()), sum(sums.met.values(), Fraction())
    if not met:
        return Agreement(None, points, votes, why=NOT_SHARED if together else NOTHING_SHARED)
    share = 1 - sums.alike[label] / met
    if met == together:
        return Agreement(None, points, votes, float(share), 0.0, ONE_LABEL)
    apart = sums.met_squares[label]
    if met**2 < apart:
        return Agreement(None, points, votes, float(share), why=TOO_THIN)
    chance = met * (together - met) / (met * together - apart)
    return Agreement(float(1 - share / chance), points, votes, float(share), float(chance))
