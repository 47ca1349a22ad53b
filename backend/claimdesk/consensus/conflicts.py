"""Which claims an adjudicator is asked for, in what order versions are shown, who was overruled."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from claimdesk.consensus import CONTESTED, MAJORITY, REJECTED

DISPUTABLE = (CONTESTED, MAJORITY, REJECTED)
"""The states of a claim that reviewers have judged and may not have settled."""


def is_ready(state: str, *, settled: bool, finished: int, asked: int) -> bool:
    """Whether a claim is a conflict that only an adjudicator can end.

    `finished` is how many reviewers have finished its article, `asked` how many are asked to.
    """
    return state in DISPUTABLE and not settled and finished >= asked


def shuffled(claim: str, said: Sequence[tuple[str, str]], most: int) -> list[int]:
    """Numbers of versions in an order that is always the same and tells nothing of who said them.

    `said` is the label and all the words of each: whoever sees the words learns nothing from an
    order that follows from them. Of more than `most`, every label is kept that can be.
    """
    order = sorted(range(len(said)), key=lambda number: _digest(claim, said[number][1]))
    earlier: Counter[str] = Counter()
    turns = {}
    for number in order:
        label = said[number][0]
        turns[number] = earlier[label]
        earlier[label] += 1
    kept = sorted(order, key=lambda number: turns[number])[:most]
    return [number for number in order if number in kept]


def is_challenged(votes: Mapping[str, int], seen: Mapping[str, int], ruled: str) -> bool:
    """Whether votes speak against a ruling, and more than those that the adjudicator saw.

    They do when another label leads alone, and its lead over the ruled one has grown.
    """
    leading = [label for label, count in votes.items() if count == max(votes.values()) > 0]
    if len(leading) != 1 or leading == [ruled]:
        return False
    before = max(seen.values(), default=0) - seen.get(ruled, 0)
    return votes[leading[0]] - votes.get(ruled, 0) > before


def _digest(claim: str, words: str) -> str:
    return hashlib.sha256(f"{claim}:{words}".encode()).hexdigest()
