"""How far reviewers agree: statistics of reliability, for labels and for spans.

What cannot be told is a value too: None, with a sentence that says why. The modules that count
need numpy and are imported by name; this one does not.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Agreement:
    """One coefficient, what it rests on, or why there is none.

    `observed` and `expected` are disagreements, shares from 0 to 1; where both are told, `value`
    is 1 - observed / expected. `units` is how many units (claims, or code points of a text) at
    least two reviewers judged, `votes` how many judgements those hold. `why` is told where, and
    only where, `value` is None.
    """

    value: float | None
    units: int
    votes: int
    observed: float | None = None
    expected: float | None = None
    why: str | None = None


@dataclass(frozen=True)
class Interval:
    """How far a coefficient moves when what was judged is drawn anew, or why nobody can say.

    `drawn` is how many claims or articles each resample drew, with replacement; `undefined` the
    share of resamples in which the coefficient has no value: the interval is that of the others.
    """

    low: float | None
    high: float | None
    drawn: int
    resamples: int
    undefined: float = 0.0
    why: str | None = None
