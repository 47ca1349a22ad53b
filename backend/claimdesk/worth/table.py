"""All of a desk's labels as rows of features, and what can be learnt from some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.worth.features import grams
from claimdesk.worth.learning import Sparse, logistic, ranking, surely_better
from claimdesk.worth.rules import WEIGHTS, points, reasons

if TYPE_CHECKING:
    from claimdesk.worth.learning import Floats, Wholes

RULES = "rules"
WORDS = 2_000
LEAST_SEEN = 3
LOUDNESS = 1.5
"""How much all the words of a sentence together may say beside one reason of the rules."""


@dataclass(frozen=True)
class Example:
    """A claim that the desk has settled: worth checking, or no claim at all.

    `article` is what may not be torn apart to test what was learnt: the article's id, or that of
    its story where retellings repeat the same sentences.
    """

    text: str
    language: str
    role: str
    article: str
    worth: bool
    attributed: bool = False


class Table:
    """All examples as rows of features, named once."""

    def __init__(self, examples: Sequence[Example]) -> None:
        import numpy as np

        self.worth = np.array([example.worth for example in examples], dtype=np.float64)
        numbers: dict[str, int] = {}
        self.articles = np.array(
            [numbers.setdefault(example.article, len(numbers)) for example in examples]
        )
        self.points = np.zeros(len(examples))
        self.codes: list[tuple[str, ...]] = []
        names: dict[str, int] = {}
        rows: list[int] = []
        columns: list[int] = []
        for row, example in enumerate(examples):
            found = reasons(
                example.text,
                language=example.language,
                role=example.role,
                attributed=example.attributed,
            )
            self.points[row] = points(found)
            self.codes.append(found)
            heard = sorted(grams(example.text, example.language))
            rows.extend([row] * len(heard))
            columns.extend([names.setdefault(name, len(names)) for name in heard])
        self.names = list(names)
        self.rows = np.array(rows, dtype=np.int64)
        self.columns = np.array(columns, dtype=np.int64)

    def learn(self) -> tuple[dict[str, float], float]:
        """Weights by name, and the intercept, from all rows; rounded, so that bytes are stable."""
        weights, columns = self._weights(range(len(self.points)))
        rounded = [round(float(weight), 4) + 0.0 for weight in weights]
        names = [RULES, *WEIGHTS, *(self.names[column] for column in columns)]
        return dict(zip(names, rounded[1:], strict=True)), rounded[0]

    def held_out(self, fold_of: Sequence[int]) -> Floats | None:
        """Each row's logit by the model that has not seen its fold; None if one cannot learn."""
        import numpy as np

        fold = np.array(fold_of)
        logits = np.zeros(len(fold))
        for number in range(max(fold_of) + 1):
            train, test = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
            if not 0 < self.worth[train].sum() < len(train):
                return None
            weights, columns = self._weights(train)
            logits[test] = self._matrix(test, columns).times(weights)
        return logits

    def compare(self, held_out: Floats, *, seed: int) -> tuple[float, float, float]:
        """Average precision of rules and model, and what the model is better by at least."""
        import numpy as np

        once = np.ones(len(held_out))
        rules = ranking(self.points, self.worth).precision(once)
        model = ranking(held_out, self.worth).precision(once)
        lead = surely_better(held_out, self.points, self.worth, self.articles, seed=seed)
        return round(rules, 4), round(model, 4), round(lead, 4)

    def _weights(self, rows: Sequence[int] | Wholes) -> tuple[Floats, Wholes]:
        import numpy as np

        chosen = np.asarray(rows)
        columns = self._vocabulary(chosen)
        matrix = self._matrix(chosen, columns)
        usual = np.zeros(matrix.width)
        usual[1] = 1.0  # the rules as they are
        strictness = np.ones(matrix.width)
        strictness[0] = 1e-6
        return logistic(matrix, self.worth[chosen], usual, strictness), columns

    def _vocabulary(self, rows: Wholes) -> Wholes:
        """The words that most of the rows have; on a tie, the first by name."""
        import numpy as np

        here = np.isin(self.rows, rows)
        seen = np.bincount(self.columns[here], minlength=len(self.names))
        often = np.flatnonzero(seen >= LEAST_SEEN)
        ranked = sorted(often.tolist(), key=lambda column: (-seen[column], self.names[column]))
        return np.array(ranked[:WORDS], dtype=np.int64)

    def _matrix(self, rows: Wholes, columns: Wholes) -> Sparse:
        """Columns: one for all, the rules' points, their codes, then the words."""
        import numpy as np

        height, first = len(rows), 2 + len(WEIGHTS)
        new_row = np.full(len(self.points), -1)
        new_row[rows] = np.arange(height)
        new_column = np.full(len(self.names), -1)
        new_column[columns] = np.arange(len(columns)) + first
        at, name = new_row[self.rows], new_column[self.columns]
        used = (at >= 0) & (name >= 0)
        at, name = at[used], name[used]
        heard = np.bincount(at, minlength=height)
        place = {code: 2 + index for index, code in enumerate(WEIGHTS)}
        coded = [(new_row[row], place[code]) for row in rows for code in self.codes[row]]
        code_rows, code_columns = np.array(coded, dtype=np.int64).reshape(-1, 2).T
        every = np.arange(height)
        return Sparse(
            np.concatenate([every, every, code_rows, at]),
            np.concatenate([np.zeros_like(every), np.ones_like(every), code_columns, name]),
            np.concatenate(
                [
                    np.ones(height),
                    self.points[rows],
                    np.ones(len(code_rows)),
                    LOUDNESS / np.sqrt(heard[at]),
                ]
            ),
            height,
            first + len(columns),
        )
