"""States, ties and probabilities, reasons and evidence, against what one can work out by hand."""

import hashlib
import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, special, stats

from claimdesk import consensus
from claimdesk.consensus import (
    Decision,
    Policy,
    count_reasons,
    decide,
    lead_probability,
    leading_reason,
)
from claimdesk.consensus.evidence import Piece, key, origins, unite

PINNED = (1, "17e79e7027febd64")
"""The version of the rules, and what all small claims come to under them."""


def decided(abstained: int = 0, least: int = 2, strict: bool = False, **votes: int) -> Decision:
    return decide(
        votes,
        abstained=abstained,
        reject="none",
        verdicts=3,
        policy=Policy(min_reviewers=least, strict=strict),
        objections=frozenset({"b"}),
    )


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


# The policy


def test_the_policy_is_told_in_a_few_letters() -> None:
    assert Policy().name == "1:min=2,strict=0"
    assert Policy(min_reviewers=3, strict=True).name == "1:min=3,strict=1"


def test_other_rules_have_another_version() -> None:
    """Whoever changes what votes come to raises VERSION, and pins the new digest here."""
    digest = hashlib.sha256()
    for counts in itertools.product(range(5), repeat=4):
        votes = dict(zip(("a", "b", "c", "none"), counts, strict=True))
        for least, strict in itertools.product((1, 2, 3), (False, True)):
            one = decided(least=least, strict=strict, **votes)
            seen = (one.state, one.verdict, one.margin, one.settled, f"{one.probability or 0:.6f}")
            digest.update(repr(seen).encode())
    assert (consensus.VERSION, digest.hexdigest()[:16]) == PINNED


@pytest.mark.parametrize("least", [0, -1])
def test_nobody_cannot_decide(least: int) -> None:
    with pytest.raises(ValueError, match="at least 1 reviewer"):
        Policy(min_reviewers=least)


@pytest.mark.parametrize(
    ("votes", "settled"),
    [
        ({"a": 4, "b": 1}, False),
        ({"a": 4, "c": 1}, True),
        ({"a": 4, "none": 1}, True),
        ({"b": 4, "a": 1}, True),
        ({"none": 4, "b": 1}, False),
        ({"a": 4}, True),
    ],
)
def test_a_strict_policy_hears_one_objection(votes: dict[str, int], settled: bool) -> None:
    assert decided(strict=True, **votes).settled == settled
    assert decided(**votes).settled


def test_an_objection_is_told_and_changes_no_state() -> None:
    found = decided(strict=True, a=4, b=1)
    assert (found.state, found.verdict) == (consensus.MAJORITY, "a")
    assert found.why == "4 of 5, margin 3, 1 objecting"


@pytest.mark.parametrize("votes", [{"a": -1}, {"a": 3, "b": -2}])
def test_votes_below_zero_are_refused(votes: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="counted from 0"):
        decided(**votes)


def test_votes_for_more_labels_than_there_are_are_refused() -> None:
    with pytest.raises(ValueError, match="only 3 verdicts"):
        decided(a=1, b=1, c=1, d=1)


@given(
    st.dictionaries(st.sampled_from(["a", "b", "c", "none"]), st.integers(0, 8)),
    st.permutations(["a", "b", "c", "none"]),
)
def test_a_verdict_has_more_than_half_in_any_order(votes: dict[str, int], order: list[str]) -> None:
    found = decided(**votes)
    assert found == decided(**{label: votes[label] for label in order if label in votes})
    assert (found.verdict is None) == (
        sum(votes.values()) < 2 or 2 * max(votes.values()) <= sum(votes.values())
    )


# Probabilities


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


@pytest.mark.parametrize(
    "counts", [(1,), (3, 2, 1), (43, 10, 40), (400, 399), (800, 799), (5000, 4950, 4949)]
)
def test_probabilities_are_those_of_a_plain_integral(counts: tuple[int, ...]) -> None:
    assert lead_probability(counts, 3) == pytest.approx(plain_integral(counts, 3), abs=1e-5)


def test_a_million_votes_are_answered() -> None:
    assert lead_probability((500_000, 500_000), 2) == pytest.approx(0.5, abs=1e-4)
    assert lead_probability((600_000, 400_000), 2) == pytest.approx(1.0, abs=1e-9)


def plain_integral(counts: tuple[int, ...], categories: int) -> float:
    """The leading gamma's density times the others' distribution functions, by scipy."""
    shape = counts[0] + 0.5
    reach = 12 * math.sqrt(shape)
    x = np.linspace(max(0.0, shape - reach), shape + reach + 40, 100_001)
    others = [*counts[1:], *[0] * (categories - len(counts))]
    below = np.prod([special.gammainc(count + 0.5, x) for count in others], axis=0)
    return float(integrate.simpson(stats.gamma.pdf(x, shape) * below, x=x))


# Reasons


SAID = [("a", "late"), ("a", "torn"), ("b", "torn"), ("a", None), ("b", "torn"), ("a", "torn")]


def test_reasons_of_those_who_were_outvoted_do_not_count() -> None:
    assert count_reasons(SAID, verdict="a") == {"late": 1, "torn": 2}
    assert count_reasons(SAID, verdict=None) == {}


@pytest.mark.parametrize(
    ("reasons", "leading"),
    [
        ({"late": 1, "torn": 2}, "torn"),
        ({"late": 2, "torn": 2}, None),
        ({"torn": 2, "late": 2, "odd": 1}, None),
        ({"torn": 1}, "torn"),
        ({"torn": 0}, None),
        ({}, None),
    ],
)
def test_the_leading_reason_is_the_only_one_with_most(
    reasons: dict[str, int], leading: str | None
) -> None:
    assert leading_reason(reasons) == leading
    assert leading_reason(dict(reversed(reasons.items()))) == leading


# Evidence


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("HTTPS://Example.ORG/a", "https://example.org/a"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org:80/a", "http://example.org:/a"),
        ("https://example.org/a?utm_source=x&b=1&fbclid=y", "https://example.org/a?b=1"),
        ("https://example.org/a?utm_source=x", "https://example.org/a"),
        ("https://example.org/a#", "https://example.org/a"),
        ("https://example.org/a#:~:text=late", "https://example.org/a"),
        ("https://example.org/a#part:~:text=late", "https://example.org/a#part"),
        ("https://example.org/%7euser/%d0%96", "https://example.org/~user/Ж"),
        ("  https://example.org/a \n", "https://example.org/a"),
        ("The  register,\tpage 3", "The register, page 3"),
        ("Cafe\u0301 ledger", "Café ledger"),
    ],
)
def test_two_spellings_are_one_piece(first: str, second: str) -> None:
    assert key(first) == key(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://example.org/a", "http://example.org/a"),
        ("https://example.org/a", "https://www.example.org/a"),
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a", "https://example.org/a/"),
        ("https://example.org/a", "https://example.org/a?"),
        ("https://example.org/a?b=1&c=2", "https://example.org/a?c=2&b=1"),
        ("https://example.org/a?utm=1", "https://example.org/a"),
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/#/story/1", "https://example.org/#/story/2"),
        ("https://example.org/a.pdf#page=3", "https://example.org/a.pdf#page=7"),
        ("https://example.org:80/a", "https://example.org/a"),
        ("http://example.org:8080/a", "http://example.org/a"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://example.org/a%20b", "https://example.org/a+b"),
        ("https://example.org/%A%31", "https://example.org/%A1"),
        ("https://Me@example.org/", "https://me@example.org/"),
        ("https://fass.example/", "https://faß.example/"),
        ("https://example.ΑΣ/", "https://example.ας/"),
        ("https://example.org:443/a page 3", "https://example.org/a page 3"),
        ("https://example.org/Cafe\u0301", "https://example.org/Café"),
        ("See https://example.org:443/a", "See https://example.org/a"),
        ("doi:10.1000/A", "doi:10.1000/a"),
        ("The register, page 3", "the register, page 3"),
    ],
)
def test_two_things_never_become_one(first: str, second: str) -> None:
    assert key(first) != key(second)


GIVEN = [
    (3, "https://Example.org/a?utm_source=x"),
    (1, "https://example.org/b"),
    (2, "https://example.org/a"),
    (2, " https://example.org/a#"),
    (9, "  "),
    (5, "by telephone"),
]


@pytest.mark.parametrize("seed", range(5))
def test_evidence_is_united_with_who_gave_it_in_any_order(seed: int) -> None:
    order = sorted(GIVEN, key=lambda one: hashlib.sha256(f"{seed}{one}".encode()).digest())
    assert unite(order) == (
        Piece("https://example.org/a#", (2, 3)),
        Piece("by telephone", (5,)),
        Piece("https://example.org/b", (1,)),
    )


@given(st.text())
def test_any_text_can_be_evidence(text: str) -> None:
    assert unite([("ann", text)]) == ((Piece(text.strip(), ("ann",)),) if text.split() else ())
    assert key(key(text)) == key(text)


@given(st.lists(st.sampled_from("aAzZ09%%%7e41~/?&#=:.-éЖ\ud800"), max_size=12))
def test_a_compared_address_compares_to_itself(letters: list[str]) -> None:
    known = key(f"https://example.org/{''.join(letters)}")
    assert key(known) == known


def test_one_origin_counts_once() -> None:
    pieces = ["https://one.example/a", "https://two.example/", "by telephone", ""]
    known = {"https://ONE.example/a": "wire", "https://two.example": "wire"}
    assert len(origins(pieces)) == 3
    assert len(origins(pieces, known=known)) == 2


def test_a_code_of_an_origin_is_no_piece() -> None:
    assert len(origins(["a", "b"], known={"a": "b"})) == 2
    assert len(origins(["a", "b"], known={"a": "piece b"})) == 2


def test_a_piece_with_two_origins_is_refused() -> None:
    known = {"https://one.example": "wire", "https://one.example/": "agency"}
    with pytest.raises(ValueError, match="one origin, but 'wire' and 'agency'"):
        origins([], known=known)


def beta_tail(first: float, second: float) -> float:
    """P(p > 1/2) of a Beta distribution by a plain sum over p = sin(t)^2."""
    steps = 20_000
    log_b = math.lgamma(first) + math.lgamma(second) - math.lgamma(first + second)
    width = math.pi / 4 / steps
    points = (math.pi / 4 + (i + 0.5) * width for i in range(steps))
    return sum(
        2 * math.sin(t) ** (2 * first - 1) * math.cos(t) ** (2 * second - 1) * width for t in points
    ) / math.exp(log_b)
