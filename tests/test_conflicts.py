"""Which claims are conflicts, in what order versions stand, and when a ruling is challenged."""

from itertools import permutations

import pytest

from claimdesk.consensus import AGREED, CONTESTED, INSUFFICIENT, MAJORITY, REJECTED, UNREVIEWED
from claimdesk.consensus.conflicts import is_challenged, is_ready, shuffled

SAID = [("yes", "a"), ("no", "b"), ("yes", "c"), ("yes", "d"), ("maybe", "e"), ("yes", "f")]


@pytest.mark.parametrize(
    ("state", "settled", "finished", "asked", "ready"),
    [
        (CONTESTED, False, 2, 2, True),
        (MAJORITY, False, 3, 3, True),
        (REJECTED, False, 3, 3, True),
        (CONTESTED, False, 1, 2, False),
        (CONTESTED, False, 2, 3, False),
        (MAJORITY, True, 4, 2, False),
        (AGREED, True, 2, 2, False),
        (INSUFFICIENT, False, 2, 2, False),
        (UNREVIEWED, False, 2, 2, False),
    ],
)
def test_a_conflict_is_what_all_who_were_asked_left_unsettled(
    state: str, settled: bool, finished: int, asked: int, ready: bool
) -> None:
    assert is_ready(state, settled=settled, finished=finished, asked=asked) is ready


def test_the_order_is_the_same_whoever_said_what_first() -> None:
    orders = {
        tuple(said[number] for number in shuffled("claim", said, 6)) for said in permutations(SAID)
    }
    assert len(orders) == 1


def test_the_order_is_another_one_for_another_claim() -> None:
    assert len({tuple(shuffled(f"claim {n}", SAID, 6)) for n in range(20)}) > 10


def test_of_too_many_every_label_stays() -> None:
    for number in range(50):
        kept = shuffled(f"claim {number}", SAID, 3)
        assert {SAID[one][0] for one in kept} == {"yes", "no", "maybe"}


@pytest.mark.parametrize(
    ("votes", "seen", "challenged"),
    [
        ({"yes": 2, "no": 1}, {"yes": 1, "no": 1}, True),
        ({"yes": 1, "no": 1}, {"yes": 1, "no": 1}, False),
        ({"yes": 2, "no": 1}, {"yes": 2, "no": 1}, False),
        ({"yes": 3, "no": 1}, {"yes": 2, "no": 1}, True),
        ({"yes": 1, "no": 2}, {"yes": 1, "no": 1}, False),
        ({"yes": 2, "maybe": 2, "no": 1}, {"yes": 1, "no": 1}, False),
        ({"yes": 1, "no": 0}, {"yes": 2, "no": 1}, False),
        ({"yes": 0, "no": 0}, {"yes": 1, "no": 1}, False),
        ({}, {}, False),
    ],
)
def test_votes_challenge_what_they_come_to_speak_against(
    votes: dict[str, int], seen: dict[str, int], challenged: bool
) -> None:
    assert is_challenged(votes, seen, "no") is challenged
