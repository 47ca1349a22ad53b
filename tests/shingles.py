"""How much of an article's text was found, and how much else: runs of four words, counted.

Per page precision and recall of the runs, averaged over pages, F1 of the two averages; as the
public benchmark for article extraction scores.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

RUN = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Score:
    precision: float
    recall: float
    exact: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))


def page_score(wanted: str, found: str) -> Score:
    true, said = runs(wanted), runs(found)
    right = (true & said).total()
    wrong, missed = said.total() - right, true.total() - right
    if wrong == missed == 0:
        return Score(1.0, 1.0, 1.0)
    precision = right / (right + wrong) if said else 0.0
    return Score(precision, right / (right + missed) if true else 0.0, 0.0)


def score(pairs: Iterable[tuple[str, str]]) -> Score:
    """Over pages, as (wanted, found)."""
    scores = [page_score(wanted, found) for wanted, found in pairs]
    return Score(
        sum(one.precision for one in scores) / len(scores),
        sum(one.recall for one in scores) / len(scores),
        sum(one.exact for one in scores) / len(scores),
    )
