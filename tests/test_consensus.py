"""States, ties and probabilities, against figures that can be checked by hand."""

import itertools
import math

import pytest

from claimdesk import consensus
from claimdesk.consensus import Decision, decide, lead_probability


def decided(abstained: int = 0, least: int = 2, **votes: int) -> Decision:
    return decide(votes, abstained=abstained, reject="none", verdicts=3, min_reviewers=least)


@pytest.mark.parametrize(
    ("votes", "state", "verdict", "settled"),
    [
        ({}, consensus.UNREVIEWED, None, False),
        ({"a": 1}, consensus.INSUFFICIENT, None, False),
        ({"a": 2}, consensus.AGREED, "a", True),
        ({"a": 1, "b": 1}, consensus.CONTESTED, None, False),
        ({"a": 2, "b": 1}, consensus.MAJORITY, "a", False),
        ({"a": 3, "b": 1}, consensus.MAJORITY, "a", True),
        ({"a": 2, "b": 2}, consensus.CONTESTED, None, False),
        ({"a": 2, "b": 1, "c": 1}, consensus.CONTESTED, None, False),
        ({"none": 2}, consensus.REJECTED, "none", True),
        ({"none": 2, "a": 1}, consensus.REJECTED, "none", False),
        ({"none": 1, "a": 1}, consensus.CONTESTED, None, False),
    ],
)
def test_votes_decide_the_state(
    votes: dict[str, int], state: str, verdict: str | None, settled: bool
) -> None:
    found = decided(**votes)
    assert (found.state, found.verdict, found.settled) == (state, verdict, settled)


def test_abstentions_are_no_votes_but_no_silence_either() -> None:
    assert decided(abstained=2).state == consensus.INSUFFICIENT
    assert decided(abstained=1, a=1).state == consensus.INSUFFICIENT


def test_the_order_of_votes_changes_nothing() -> None:
    votes = {"a": 2, "b": 2, "c": 1, "none": 1}
    found = {decided(**dict(order)) for order in itertools.permutations(votes.items())}
    assert len(found) == 1


def test_one_reviewer_is_enough_where_the_operator_says_so() -> None:
    assert decided(least=1, a=1).state == consensus.AGREED


@pytest.mark.parametrize(("counts", "expected"), [((2,), 0.86), ((2, 1), 0.68), ((3,), 0.94)])
def test_probabilities_are_the_published_ones(counts: tuple[int, ...], expected: float) -> None:
    assert lead_probability(counts, 3) == pytest.approx(expected, abs=0.005)


def test_two_categories_agree_with_the_beta_distribution() -> None:
    assert lead_probability((2,), 2) == pytest.approx(beta_tail(2.5, 0.5), abs=1e-6)
    assert lead_probability((3, 2), 2) == pytest.approx(beta_tail(3.5, 2.5), abs=1e-6)


def test_a_tie_for_the_lead_has_no_probability() -> None:
    assert decided(a=1, b=1).probability is None


@pytest.mark.parametrize("counts", [(1,), (5, 4), (50, 3, 1), (400, 399)])
def test_probabilities_of_all_leaders_add_up(counts: tuple[int, ...]) -> None:
    padded = list(counts) + [0] * (3 - len(counts))
    orders = [(padded[i], *padded[:i], *padded[i + 1 :]) for i in range(3)]
    assert sum(lead_probability(order, 3) for order in orders) == pytest.approx(1, abs=1e-4)


def beta_tail(first: float, second: float) -> float:
    """P(p > 1/2) of a Beta distribution by a plain sum over p = sin(t)^2."""
    steps = 20_000
    log_b = math.lgamma(first) + math.lgamma(second) - math.lgamma(first + second)
    width = math.pi / 4 / steps
    points = (math.pi / 4 + (i + 0.5) * width for i in range(steps))
    return sum(
        2 * math.sin(t) ** (2 * first - 1) * math.cos(t) ** (2 * second - 1) * width for t in points
    ) / math.exp(log_b)
