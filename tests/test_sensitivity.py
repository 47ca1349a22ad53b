"""Which verdicts flip when a little less is believed; checked against trying everything."""

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk import consensus
from claimdesk.consensus import Policy
from claimdesk.consensus.sensitivity import (
    CODES,
    NO_ANONYMOUS,
    ONE_REVIEWER_LESS,
    TWO_ORIGINS,
    Basis,
    Deciding,
    Flip,
    Sensitivity,
    probe,
)

DECIDING = Deciding(reject="none", verdicts=3, policy=Policy())
WIRE, PAPER = frozenset({"wire"}), frozenset({"paper"})


def probed(*judgements: Basis, abstained: int = 0) -> Sensitivity:
    return probe(judgements, abstained=abstained, deciding=DECIDING)


def plain(**votes: int) -> list[Basis]:
    return [Basis(label) for label, count in votes.items() for _ in range(count)]


@pytest.mark.parametrize(
    ("votes", "flips"),
    [
        ({"a": 3}, ()),
        ({"a": 3, "b": 1}, ()),
        ({"a": 2}, ()),
        ({"a": 2, "b": 1}, (Flip(ONE_REVIEWER_LESS, consensus.CONTESTED, None),)),
        ({"none": 3, "a": 2}, (Flip(ONE_REVIEWER_LESS, consensus.CONTESTED, None),)),
    ],
)
def test_one_reviewer_less(votes: dict[str, int], flips: tuple[Flip, ...]) -> None:
    assert probed(*plain(**votes)) == Sensitivity(not flips, flips)


def test_the_only_reviewer_left_out_leaves_silence() -> None:
    deciding = Deciding(reject="none", verdicts=3, policy=Policy(min_reviewers=1))
    found = probe([Basis("a")], abstained=0, deciding=deciding)
    assert found.flips == (Flip(ONE_REVIEWER_LESS, consensus.UNREVIEWED, None),)


@pytest.mark.parametrize("votes", [{}, {"a": 1}, {"a": 1, "b": 1}, {"a": 2, "b": 1, "c": 1}])
def test_without_a_verdict_nothing_can_flip(votes: dict[str, int]) -> None:
    found = probed(*plain(**votes))
    assert (found.robust, found.flips) == (None, ())
    assert found.why is not None
    assert found.why.startswith("there is no verdict: ")


def test_a_verdict_on_one_origin_flips_however_many_gave_it() -> None:
    assert probed(*[Basis("a", WIRE)] * 4).flips == (
        Flip(TWO_ORIGINS, consensus.INSUFFICIENT, None),
    )


def test_a_verdict_that_needs_evidence_and_has_none_flips() -> None:
    assert probed(*[Basis("a", frozenset())] * 3).flips == (
        Flip(TWO_ORIGINS, consensus.INSUFFICIENT, None),
    )


def test_another_state_of_the_same_verdict_is_no_flip() -> None:
    assert probed(*[Basis("a")] * 3, Basis("b", anonymous=True)).robust


def test_two_origins_may_come_from_two_reviewers() -> None:
    judgements = [Basis("a", WIRE), Basis("a", PAPER), Basis("a", frozenset())]
    assert probed(*judgements).robust


def test_another_verdict_may_have_the_origins() -> None:
    against = [Basis("b", WIRE | PAPER), Basis("b", WIRE)]
    assert probed(*[Basis("a", WIRE)] * 4, *against).flips == (
        Flip(TWO_ORIGINS, consensus.AGREED, "b"),
    )


def test_a_label_that_needs_no_evidence_needs_no_origins() -> None:
    assert probed(*[Basis("c")] * 3).robust


def test_anonymous_evidence_stops_counting() -> None:
    judgements = [Basis("a", anonymous=True), Basis("a", anonymous=True), Basis("a")]
    assert probed(*judgements).flips == (Flip(NO_ANONYMOUS, consensus.INSUFFICIENT, None),)
    assert probed(*judgements, Basis("a")).robust


def test_what_does_not_count_is_no_silence() -> None:
    nothing_left = probed(*[Basis("a", WIRE, anonymous=True)] * 3)
    assert [flip.state for flip in nothing_left.flips] == [consensus.INSUFFICIENT] * 2


def test_abstentions_carry_nothing() -> None:
    assert probed(*plain(a=3), abstained=5) == probed(*plain(a=3))


BASES = st.builds(
    Basis,
    label=st.sampled_from(["a", "b", "c", "none"]),
    origins=st.none() | st.frozensets(st.sampled_from(["wire", "paper", "film"]), max_size=2),
    anonymous=st.booleans(),
)


@given(st.lists(BASES, max_size=7), st.integers(1, 3))
def test_nobody_who_is_left_out_is_harder_than_one_of_the_winners(
    judgements: list[Basis], least: int
) -> None:
    deciding = Deciding(reject="none", verdicts=3, policy=Policy(min_reviewers=least))
    found = probe(judgements, abstained=0, deciding=deciding)
    fewer = Deciding(reject="none", verdicts=3, policy=Policy(min_reviewers=max(1, least - 1)))
    verdict = deciding(Counter(one.label for one in judgements), 0).verdict
    without = [
        fewer(Counter(one.label for one in rest), 0).verdict
        for rest in itertools.combinations(judgements, max(0, len(judgements) - 1))
    ]
    flips = verdict is not None and any(other != verdict for other in without)
    assert (ONE_REVIEWER_LESS in [flip.code for flip in found.flips]) == flips


@given(st.lists(BASES, max_size=7), st.integers(1, 3))
def test_flips_are_what_deciding_anew_finds(judgements: list[Basis], least: int) -> None:
    deciding = Deciding(reject="none", verdicts=3, policy=Policy(min_reviewers=least))
    verdict = deciding(Counter(one.label for one in judgements), 0).verdict
    behind: dict[str, set[str]] = {}
    for one in judgements:
        behind.setdefault(one.label, set()).update(one.origins or ())
    kept = {
        TWO_ORIGINS: [
            one
            for one in judgements
            if len(behind[one.label]) > 1
            or all(other.origins is None for other in judgements if other.label == one.label)
        ],
        NO_ANONYMOUS: [one for one in judgements if not one.anonymous],
    }
    expected = []
    for code, rest in kept.items():
        other = deciding(Counter(one.label for one in rest), len(judgements) - len(rest))
        if verdict is not None and other.verdict != verdict:
            expected.append(Flip(code, other.state, other.verdict))
    flips = probe(judgements, abstained=0, deciding=deciding).flips
    assert [flip for flip in flips if flip.code != ONE_REVIEWER_LESS] == expected


@given(
    st.lists(BASES, max_size=7).flatmap(lambda one: st.tuples(st.just(one), st.permutations(one)))
)
def test_the_order_of_judgements_changes_nothing(orders: tuple[list[Basis], list[Basis]]) -> None:
    first, second = (probe(one, abstained=1, deciding=DECIDING) for one in orders)
    assert first == second
    assert [flip.code for flip in first.flips] == [
        code for code in CODES if code in {flip.code for flip in first.flips}
    ]
