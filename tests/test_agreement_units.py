"""The alpha_u family: examples by hand and by others, and every pair of code points counted."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk.agreement import units as reasons
from claimdesk.agreement.units import Continuum, Unit, Unitizing, flattened, unitizing

from .catalogue import longer

LENGTH = 10
ONE: list[Unit] = [(0, 4, "x"), (6, 10, "y")]
OTHER: list[Unit] = [(0, 5, "x"), (6, 9, "x")]


def family(*readers: Sequence[Unit], length: int = LENGTH) -> Unitizing:
    return unitizing([Continuum(length, dict(enumerate(readers)))])


# Worked out by hand, not published. Ten code points, two reviewers:
#   one    x x x x . . y y y y     units of 4 and 4
#   other  x x x x x . x x x .     units of 5 and 3
# Ordered pairs of values on one code point: xx 8, gap-gap 2, all other 10, together 20.
# Lengths: x 12, y 4, gaps 4. Pairs by chance: 20 * 20, less those within one unit (16 + 16 + 25
# + 9 = 66) and of a gap's code point with itself (4): 330. Unlike ones: 400 - 144 - 16 - 16 = 224.
# Where both marked (7 code points): xx 8, xy 3, yx 3; x 11, y 3, together 14; within one unit
# 4 * 4 + 3 * 3 + 4 * 4 + 3 * 3 = 50, of which x 41 and y 9.
def test_units_gaps_and_labels_together_are_as_worked_out_by_hand() -> None:
    found = family(ONE, OTHER).whole
    assert (
        found.value == float(1 - Fraction(10, 20) / Fraction(224, 330)) == float(Fraction(59, 224))
    )
    assert (found.units, found.votes) == (10, 20)


def test_marked_or_not_is_as_worked_out_by_hand() -> None:
    expected = 1 - Fraction(2 * 2, 20) / Fraction(2 * 4 * 16, 330)
    assert family(ONE, OTHER).marking.value == float(expected) == float(Fraction(31, 64))


def test_labels_where_both_marked_are_as_worked_out_by_hand() -> None:
    found = family(ONE, OTHER)
    expected = 1 - Fraction(6, 14) / Fraction(14**2 - 11**2 - 3**2, 14**2 - 50)
    assert found.coding.value == float(expected) == float(Fraction(4, 77))
    assert found.coverage == 14 / 20


def test_single_labels_are_as_worked_out_by_hand() -> None:
    found = family(ONE, OTHER)
    expected = 1 - Fraction(3, 11) / Fraction(11 * 3, 11 * 14 - 41)
    assert found.per_label["x"].value == float(expected) == float(Fraction(8, 121))
    assert found.per_label["y"].value == 0.0
    assert found.label_coverage == {"x": 11 / 12, "y": 3 / 4}


def test_figures_that_others_published_come_out() -> None:
    """The example of `lindanna/unitized_alpha`, written by others from the same paper.

    Its figures, to three decimals, and how much they cover, stand in its README.
    """
    found = family(
        [(2, 5, 1), (9, 11, 1), (12, 20, 2)],
        [(2, 5, 1), (7, 15, 2)],
        [(2, 5, 1), (10, 15, 2)],
        length=20,
    )
    told = [found.whole, found.marking, found.coding, *found.per_label.values()]
    assert [round(one.value or 0.0, 3) for one in told] == [0.474, 0.433, 0.779, 0.769, 0.787]
    covered = [found.coverage, *found.label_coverage.values()]
    assert [round(100 * (one or 0.0), 2) for one in covered] == [38.33, 95.45, 59.52]


@st.composite
def marked(draw: st.DrawFn, length: int) -> list[Unit]:
    """One reviewer's units: boundaries drawn, each stretch between two a unit or a gap."""
    bounds = sorted(draw(st.sets(st.integers(0, length), max_size=6)))
    labels = st.sampled_from(["", "a", "b", "c"])
    told = [(start, end, draw(labels)) for start, end in pairwise(bounds)]
    return [unit for unit in told if unit[2]]


@st.composite
def texts(draw: st.DrawFn) -> list[Continuum]:
    found = []
    for _ in range(draw(st.integers(1, 3))):
        length = draw(st.integers(1, 9))
        readers = draw(st.sets(st.integers(0, 3), max_size=4))
        found.append(Continuum(length, {one: draw(marked(length)) for one in sorted(readers)}))
    return found


Place = tuple[int, int, int]
"""Text, reviewer, code point."""


def values(continua: Sequence[Continuum]) -> dict[Place, tuple[str, int]]:
    """What stands on every code point of every reader: a label and the unit it belongs to."""
    found: dict[Place, tuple[str, int]] = {}
    for text, continuum in enumerate(continua):
        if len(continuum.units) < 2:
            continue
        for reader, place in product(continuum.units, range(continuum.length)):
            here = [
                (str(label), number)
                for number, (start, end, label) in enumerate(continuum.units[reader])
                if start <= place < end
            ]
            found[text, int(str(reader)), place] = here[0] if here else ("", place)
    return found


def by_pairs(continua: Sequence[Continuum]) -> list[Fraction | None]:
    """_u and |_u alpha by going through all pairs of code points."""
    said = values(continua)
    readers = {text: len(continuum.units) for text, continuum in enumerate(continua)}
    unlike, unlike_marked, total = Fraction(), Fraction(), Fraction()
    apart, apart_marked, pairs = 0, 0, 0
    for (one, (label, unit)), (other, (label2, unit2)) in product(said.items(), repeat=2):
        if one[0] == other[0] and one[2] == other[2] and one[1] != other[1]:
            share = Fraction(1, readers[one[0]] - 1)
            total += share
            unlike += share * (label != label2)
            unlike_marked += share * (bool(label) != bool(label2))
        if (one[:2], label, unit) != (other[:2], label2, unit2):
            pairs += 1
            apart += label != label2
            apart_marked += bool(label) != bool(label2)
    return [
        None if not expected else 1 - (observed / total) / Fraction(expected, pairs)
        for observed, expected in ((unlike, apart), (unlike_marked, apart_marked))
    ]


def by_entries(continua: Sequence[Continuum], only: str | None = None) -> Fraction | None:
    """_cu alpha from every code point that two readers marked, one entry per ordered two.

    With a label, its _(k)u alpha: the entries and the pairs whose first has this label.
    """
    said = {place: value for place, value in values(continua).items() if value[0]}
    entries: list[tuple[tuple[int, int, int, int], str, str, Fraction]] = []
    for (one, value), (other, value2) in product(said.items(), repeat=2):
        if one[0] == other[0] and one[2] == other[2] and one[1] != other[1]:
            share = Fraction(1, len(continua[one[0]].units) - 1)
            entries.append(((*one[:2], value[1], other[1]), value[0], value2[0], share))
    firsts = [entry for entry in entries if only in {None, entry[1]}]
    total = sum((entry[3] for entry in firsts), Fraction())
    unlike = sum((share for _, label, label2, share in firsts if label != label2), Fraction())
    pairs, alike = Fraction(), Fraction()
    for (one, label, _, share), (other, label2, _, share2) in product(firsts, entries):
        weight = share * share2 - (share if one == other else 0)
        pairs += weight
        alike += weight * (label == label2)
    if not firsts or len({entry[1] for entry in entries}) < 2 or alike < 0:
        return None
    return 1 - (unlike / total) / (1 - alike / pairs)


@settings(max_examples=longer(80, 3_000), deadline=None)
@given(texts())
def test_all_pairs_of_code_points_counted_one_by_one_give_the_same(texts: list[Continuum]) -> None:
    found = unitizing(texts)
    told = [found.whole.value, found.marking.value, found.coding.value]
    told += [agreement.value for agreement in found.per_label.values()]
    counted = [*by_pairs(texts), by_entries(texts)]
    counted += [by_entries(texts, str(label)) for label in found.per_label]
    assert told == [None if value is None else float(value) for value in counted]


@settings(max_examples=50, deadline=None)
@given(texts())
def test_order_of_texts_reviewers_and_units_changes_no_bit(texts: list[Continuum]) -> None:
    shuffled = [
        Continuum(text.length, {one: text.units[one][::-1] for one in reversed(list(text.units))})
        for text in reversed(texts)
    ]
    assert unitizing(shuffled) == unitizing(texts)


def test_labels_by_another_name_agree_as_much() -> None:
    names = {"x": 7, "y": 3}
    renamed = family(*([(s, e, names[str(n)]) for s, e, n in units] for units in (ONE, OTHER)))
    found = family(ONE, OTHER)
    assert (renamed.whole, renamed.coding) == (found.whole, found.coding)
    assert renamed.per_label[7] == found.per_label["x"]


def test_a_text_that_one_reviewer_read_changes_nothing() -> None:
    alone = Continuum(50, {0: [(3, 9, "x")]})
    both = Continuum(LENGTH, {0: ONE, 1: OTHER})
    assert unitizing([both, alone]) == unitizing([both])


def test_same_units_agree_fully() -> None:
    found = family(ONE, ONE, ONE)
    assert {found.whole.value, found.marking.value, found.coding.value} == {1.0}
    assert found.coverage == 16 / 20


def test_splitting_a_unit_is_seen_by_chance_alone() -> None:
    whole, split = (
        family([(0, 8, "x")], [(0, 8, "x")]),
        family([(0, 4, "x"), (4, 8, "x")], [(0, 8, "x")]),
    )
    assert whole.whole.observed == split.whole.observed == 0.0
    assert whole.whole.expected != split.whole.expected


@pytest.mark.parametrize(
    ("readers", "coefficient", "why"),
    [
        ([], "whole", reasons.NOBODY_TWICE),
        ([ONE], "marking", reasons.NOBODY_TWICE),
        ([ONE], "coding", reasons.NOTHING_SHARED),
        ([[], []], "whole", reasons.NOTHING_MARKED),
        ([[], []], "marking", reasons.NOTHING_MARKED),
        ([[(0, 10, "x")]] * 2, "whole", reasons.ONE_VALUE),
        ([[(0, 10, "x")], [(0, 10, "y")]], "marking", reasons.NO_GAPS),
        ([[(0, 3, "x")], [(3, 6, "y")]], "coding", reasons.NOTHING_SHARED),
        ([[(0, 3, "x")]] * 2, "coding", reasons.ONE_LABEL),
        ([[(0, 5, "x")], [(0, 5, "y")], []], "coding", reasons.TOO_THIN),
    ],
)
def test_what_cannot_be_told_has_a_reason(
    readers: list[list[Unit]], coefficient: str, why: str
) -> None:
    found = getattr(family(*readers), coefficient)
    assert (found.value, found.why) == (None, why)


def test_a_label_that_cannot_be_told_has_a_reason() -> None:
    apart = family([(0, 3, "x"), (5, 8, "y")], [(0, 3, "x"), (3, 5, "z")])
    assert {label: found.why for label, found in apart.per_label.items()} == {
        "x": reasons.ONE_LABEL,
        "y": reasons.NOT_SHARED,
        "z": reasons.NOT_SHARED,
    }
    assert family([(0, 3, "x")]).per_label["x"].why == reasons.NOTHING_SHARED
    thin = family([(0, 5, "x")], [(0, 5, "y")], [])
    assert thin.per_label["x"].why == reasons.TOO_THIN


@pytest.mark.parametrize(
    ("unit", "message"),
    [
        ((5, 5, "x"), "reviewer 1 marked 5 to 5 .* a start before the end"),
        ((-1, 3, "x"), "both inside"),
        ((8, 11, "x"), "10 code points"),
        ((8, 10, "x"), "over a unit that ends at 9"),
    ],
)
def test_units_that_do_not_fit_are_refused_by_name(unit: Unit, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        family(ONE, [*OTHER, unit])


def test_a_text_cannot_be_shorter_than_nothing() -> None:
    with pytest.raises(ValueError, match="-1 code points"):
        unitizing([Continuum(-1, {})])


def test_a_unit_inside_another_is_cut_out_of_it() -> None:
    assert flattened([(0, 9, "x"), (3, 5, "y")]) == [(0, 3, "x"), (3, 5, "y"), (5, 9, "x")]
    assert flattened([(0, 4, "x"), (4, 9, "x")]) == [(0, 4, "x"), (4, 9, "x")]


@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(1, 6), st.sampled_from("abc")), max_size=6)
)
def test_each_code_point_goes_to_the_shortest_unit_over_it(
    drawn: list[tuple[int, int, str]],
) -> None:
    units: list[Unit] = [(start, start + size, label) for start, size, label in drawn]
    cut = flattened(units)
    there = {place: label for start, end, label in cut for place in range(start, end)}
    expected = {}
    for place in range(20):
        over = [(end - start, start, label) for start, end, label in units if start <= place < end]
        if over:
            expected[place] = min(over)[2]
    assert there == expected
    assert sum(end - start for start, end, _ in cut) == len(there)
    assert flattened(reversed(units)) == cut
