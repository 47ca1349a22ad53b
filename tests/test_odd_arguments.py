"""Whoever calls the pure functions with what cannot be is told what it was, at once."""

from collections.abc import Callable
from functools import partial
from math import nan
from typing import Any

import numpy as np
import pytest

from claimdesk import consensus, spans
from claimdesk.agreement import nominal, pairs, resampling, reviewers, units
from claimdesk.consensus import dawid_skene, sensitivity
from claimdesk.consensus import votes as votes_
from claimdesk.spans import Drawn, Published, Region

TEXT = "The weir is shut. Nine gates leak."
POLICY = consensus.Policy()
GIVEN = votes_.votes([0, 0, 1], [0, 1, 0], [0, 1, 1])
TABLE = nominal.tabulate([0, 0, 1, 1], [0, 1, 0, 1], [1, 1, 0, 1])
Call = Callable[[], object]


def judged(*regions: Region, shown: tuple[Any, ...] = ("one", 0, 17)) -> object:
    segments = [Published(*shown, "claim")]
    return spans.judged(TEXT, segments, regions, reject="none", name=lambda a, b: f"{a}-{b}")


def region(start: Any, end: Any = 3) -> Call:
    return lambda: judged(Region("r", start, end, "yes"))


def segment(start: Any, end: Any) -> Call:
    return lambda: judged(shown=("one", start, end))


def clustered(*drawn: Any, finished: Any = 2) -> Call:
    return lambda: spans.cluster([Drawn(*one) for one in drawn], finished=finished)


def decided(votes: dict[str, Any], abstained: Any = 0, verdicts: Any = 3) -> Call:
    given = {"abstained": abstained, "verdicts": verdicts}
    return lambda: consensus.decide(votes, reject="none", policy=POLICY, **given)


def lead(*given: Any) -> Call:
    return lambda: consensus.lead_probability(*given)


def shaped(shape: Any) -> Call:
    return lambda: votes_.votes([0], [0], [0], shape=shape)


def fitted(gold: Any = None, **options: Any) -> Call:
    return lambda: dawid_skene.fit(GIVEN, dawid_skene.Options(**options), gold=gold)


def drawn_anew(**given: Any) -> Call:
    return lambda: resampling.over_claims(TABLE, **({"seed": 1} | given))


def of_people(n_reviewers: Any = 2, n_labels: Any = 2, claims: Any = (0, 0), **given: Any) -> Call:
    sizes = {"n_reviewers": n_reviewers, "n_labels": n_labels}
    return lambda: reviewers.figures(claims, [0, 1], [0, 1], **sizes, **given)


def in_units(*marked: Any, length: Any = 10) -> Call:
    return lambda: units.unitizing([units.Continuum(length, {1: list(marked), 2: []})])


def flat(unit: Any) -> Call:
    return lambda: units.flattened([unit])


def habits(**counts: Any) -> Call:
    all_ = {"shown": 3, "moved": 0, "deleted": 0, "untouched": 0} | counts
    return lambda: reviewers.habits(**all_)


STRETCH = "a stretch of the 34 characters of the text, in whole numbers, was expected"
NO_COUNT = "Votes are counted in whole numbers"
UNITS = r"what reviewer 1 marked should be units \(start, end, label\)"
SPANS: dict[str, tuple[Call, str]] = {
    "half a start": (region(1.5), f"region 'r' is 1.5..3; {STRETCH}"),
    "no number": (region(nan), f"region 'r' is nan..3; {STRETCH}"),
    "text for a start": (region("1"), f"region 'r' is '1'..3; {STRETCH}"),
    "no start": (region(None), f"region 'r' is None..3; {STRETCH}"),
    "a float in its place": (
        lambda: judged(Region("one", 0.0, 17, "yes")),  # type: ignore[arg-type]
        f"region 'one' is 0.0..17; {STRETCH}",
    ),
    "a segment of floats": (segment(0.0, 17.0), f"segment 'one' is 0.0..17.0; {STRETCH}"),
    "a segment of text": (segment("0", 17), f"segment 'one' is '0'..17; {STRETCH}"),
    "a segment outside": (segment(0, 35), f"segment 'one' is 0..35; {STRETCH}"),
    "a segment before": (segment(-4, 3), f"segment 'one' is -4..3; {STRETCH}"),
    "an empty segment": (segment(4, 4), f"segment 'one' is 4..4; {STRETCH}"),
    "the core of half": (partial(spans.core, TEXT, 0.5, 3), "start of a span should be a whole"),
    "a core backwards": (partial(spans.core, TEXT, 5, 3), "there is no span 5..3 in a text of 34"),
    "a core before": (partial(spans.core, TEXT, -5, 3), "there is no span -5..3"),
    "half an addition": (clustered((1, 1.5, 3)), "the start of a claim that reviewer 1 added"),
    "half finished": (clustered((1, 1, 3), finished=2.5), "finished should be a whole number"),
    "no number finished": (clustered((1, 1, 3), finished=nan), "finished .*, not nan"),
    "fewer than nobody": (clustered(finished=-1), "finished should be 0 or more, not -1"),
}
CONSENSUS: dict[str, tuple[Call, str]] = {
    "no number of reviewers": (partial(consensus.Policy, nan), "reviewers needed .*, not nan"),
    "half a reviewer": (partial(consensus.Policy, 2.5), "reviewers needed .*, not 2.5"),
    "half a vote": (decided({"a": 1.5}), NO_COUNT),
    "no number of votes": (decided({"a": nan, "b": 2}), NO_COUNT),
    "text for votes": (decided({"a": "2"}), NO_COUNT),
    "abstained below 0": (decided({"a": 2}, -1), "those who abstained should be 0 or more"),
    "abstained no number": (decided({}, nan), "those who abstained .*, not nan"),
    "verdicts below 0": (decided({}, verdicts=-1), "the number of verdicts should be 0 or more"),
    "verdicts no number": (decided({"a": 2}, verdicts=nan), "the number of verdicts .*, not nan"),
    "probed": (
        lambda: sensitivity.probe(
            [sensitivity.Basis("a")] * 2,
            abstained=-1,
            deciding=sensitivity.Deciding("none", 3, POLICY),
        ),
        "those who abstained",
    ),
    "a lead below 0": (lead((2, -1), 3), "a count of votes should be 0 or more, not -1"),
    "a lead of no number": (lead((nan, 1), 3), "a count of votes .*, not nan"),
    "a lead of nothing": (lead((), 3), "0 counts of votes cannot be those of 3 labels"),
    "a lead among fewer": (lead((2, 1, 1), 2), "3 counts of votes cannot be those of 2"),
    "a lead among none": (lead((2, 1), nan), "the number of categories .*, not nan"),
    "rows of all lengths": (partial(votes_.votes, [[0], [0, 1]], [0], [0]), "^claims .*differ"),
    "no array": (partial(votes_.votes, None, [0], [0]), "^claims should be one array"),
    "a shape of two": (shaped((1, 1)), r"a shape is how many .*, not \(1, 1\)"),
    "no shape": (shaped(5), "a shape is how many claims, reviewers and labels there are, not 5"),
    "an empty shape": (shaped(()), r"a shape is how many .*, not \(\)"),
    "a shape of halves": (shaped((1, 1.5, 1)), "the number of reviewers .*, not 1.5"),
    "a shape of no number": (shaped((1, 1, nan)), "the number of labels .*, not nan"),
    "uneven scores": (partial(votes_.accuracy, [[1], [1, 2]], [0, 0]), "^scores .*differ"),
    "labels no number": (partial(dawid_skene.mostly_right, nan), "number of labels .*, not nan"),
    "labels below 0": (partial(dawid_skene.mostly_right, -2), "labels should be 0 or more"),
    "a prior of text": (fitted(prior="a"), "a prior is one number or a matrix of numbers"),
    "a prior of all lengths": (fitted(prior=[[1], [1, 2]]), "^a prior .*differ"),
    "uneven gold": (fitted([[0], [0, 1]]), "^gold .*differ"),
}
AGREEMENT: dict[str, tuple[Call, str]] = {
    "rows of all lengths": (
        partial(nominal.tabulate, [[0], [0, 1]], [0], [0]),
        "claims has rows of different lengths",
    ),
    "a code too high": (
        partial(nominal.tabulate, [0], [0], np.array([2**63], np.uint64)),
        "labels holds 9223372036854775808",
    ),
    "half a reviewer": (
        partial(pairs.kappa, [0, 0], [0, 1], [0, 1], first=0.5, second=1),
        "the first reviewer should be a whole number, not 0.5",
    ),
    "half a resample": (drawn_anew(resamples=10.5), "the number of resamples .*, not 10.5"),
    "no number of resamples": (drawn_anew(resamples=nan), "the number of resamples .*, not nan"),
    "no seed": (drawn_anew(seed=None), "the seed should be a whole number, not None"),
    "a seed below 0": (drawn_anew(seed=-1), "the seed should be 0 or more"),
    "confidence in text": (drawn_anew(confidence="high"), "the confidence is high"),
    "half a hit": (partial(reviewers.wilson, 1.5, 3), "hits should be a whole number, not 1.5"),
    "people no number": (of_people(nan), "the number of reviewers .*, not nan"),
    "people below 0": (of_people(-1), "the number of reviewers should be 0 or more"),
    "labels in halves": (of_people(2, 2.5), "the number of labels .*, not 2.5"),
    "labels below 0": (of_people(2, -1), "the number of labels should be 0 or more"),
    "too much confusion": (of_people(10**6, 10**4), "100,000,000,000,000 counts of confusion"),
    "uneven claims": (of_people(claims=[[0], [0, 1]]), "Codes of claims .*unequal rows"),
    "labels beyond": (
        lambda: reviewers.majority_of_others(np.array([0, 0]), np.array([0, 5]), n_labels=2),
        "no label with the code 5",
    ),
    "half a claim moved": (habits(moved=1.5), "hits should be a whole number, not 1.5"),
    "claims shown no number": (habits(shown=nan), "trials should be a whole number, not nan"),
    "half a claim": (partial(reviewers.pace, [(3.0, 2.5)]), "claims of an article .*, not 2.5"),
    "time in text": (partial(reviewers.pace, [("a", 2)]), "a seconds for 2 claims cannot be"),
    "half a length": (in_units(length=10.5), "the length of a text .*, not 10.5"),
    "no length": (in_units(length=nan), "the length of a text .*, not nan"),
    "half a unit": (in_units((0.5, 4, "x")), UNITS),
    "no unit": (in_units(7), UNITS),
    "a unit of two": (in_units((0, 4)), UNITS),
    "a unit of text": (in_units(("0", 4, "x")), UNITS),
    "a label of nothing": (in_units((0, 4, None)), UNITS),
    "a label no number": (in_units((0, 4, nan)), UNITS),
    "flattened half": (flat((0.5, 4, "x")), "what was marked should be units"),
    "flattened backwards": (flat((4, 2, "x")), r"4 to 2 \('x'\) is no unit"),
    "flattened before": (flat((-4, 2, "x")), r"-4 to 2 \('x'\) is no unit"),
}
CASES = [
    pytest.param(call, message, id=f"{room}: {what}")
    for room, cases in (("spans", SPANS), ("consensus", CONSENSUS), ("agreement", AGREEMENT))
    for what, (call, message) in cases.items()
]


@pytest.mark.parametrize(("call", "message"), CASES)
def test_what_cannot_be_is_refused_by_name(call: Call, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


def test_numbers_of_numpy_are_numbers() -> None:
    one, four = np.int64(1), np.int64(4)
    assert judged(Region("r", one, four, "yes")) == judged(Region("r", 1, 4, "yes"))  # type: ignore[arg-type]
    assert in_units((one, four, "x"))() == in_units((1, 4, "x"))()
    assert consensus.Policy(min_reviewers=four).name == consensus.Policy(min_reviewers=4).name  # type: ignore[arg-type]
    assert decided({"a": four})() == decided({"a": 4})()
    assert consensus.lead_probability([3, 1], 3) == consensus.lead_probability((3, 1), 3)
