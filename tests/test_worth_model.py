"""A project's model: proven on articles it has not seen, or not used; the same in any order."""

import json
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.worth import (
    EXPLAINED,
    Example,
    Fitted,
    Model,
    average_precision,
    explain,
    fit,
    rate,
    score,
)
from claimdesk.worth.learning import Sparse, logistic
from claimdesk.worth.model import FOLDS, LEAST_OF_EACH, SHOWN, distinct, folds

from .desks import PLACES, SUBJECTS, TOPICS, VERBS, desk

PROJECTS = 20
FALSE_ALARMS = 1
"""Projects, of 20, whose model may be switched on for nothing; five in a hundred are expected."""


@pytest.fixture(scope="module")
def fitted() -> Fitted:
    return fit(desk("hidden", 1))


# Average precision, worked by hand


@pytest.mark.parametrize(
    ("scores", "relevant", "expected"),
    [
        # found at ranks 1 and 3: 1/2 * 1/1 + 1/2 * 2/3
        ([0.9, 0.8, 0.7, 0.6], [1, 0, 1, 0], Fraction(5, 6)),
        # the same, in another order of the entries
        ([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], Fraction(5, 6)),
        # all tied: one step, whose precision is the share of what is relevant
        ([0.5] * 5, [1, 0, 0, 1, 0], Fraction(2, 5)),
        # three tied at ranks 2 to 4, two of them relevant: 2/3 * 2/4 + 1/3 * 3/5
        ([0.9, 0.5, 0.5, 0.5, 0.1], [0, 1, 0, 1, 1], Fraction(8, 15)),
        ([3, 2, 1], [1, 1, 0], Fraction(1)),
        ([4, 3, 2, 1], [0, 0, 0, 1], Fraction(1, 4)),
        ([-1.0], [1], Fraction(1)),
    ],
)
def test_average_precision_is_what_one_works_out_by_hand(
    scores: list[float], relevant: list[int], expected: Fraction
) -> None:
    found = average_precision(scores, [bool(one) for one in relevant])
    assert found == pytest.approx(float(expected), abs=1e-12)


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1), st.randoms())
def test_average_precision_is_its_definition_in_any_order(
    entries: list[tuple[int, bool]], chance: Random
) -> None:
    entries.append((3, True))
    relevant = sum(one for _, one in entries)
    expected = Fraction(0)
    for threshold in {height for height, _ in entries}:
        above = [one for height, one in entries if height >= threshold]
        new = sum(one for height, one in entries if height == threshold)
        expected += Fraction(new, relevant) * Fraction(sum(above), len(above))
    chance.shuffle(entries)
    found = average_precision([float(height) for height, _ in entries], [r for _, r in entries])
    assert found == pytest.approx(float(expected), abs=1e-12)


def test_average_precision_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one relevant"):
        average_precision([1.0, 2.0], [False, False])


# Logistic regression


def matrix(values: list[list[float]]) -> Sparse:
    dense = np.array(values)
    rows, columns = np.nonzero(dense)
    return Sparse(rows, columns, dense[rows, columns], *dense.shape)


def test_a_lone_intercept_is_the_log_odds() -> None:
    relevant = np.array([1.0] * 3 + [0.0])
    found = logistic(matrix([[1.0]] * 4), relevant, np.zeros(1), np.array([1e-9]))
    assert found[0] == pytest.approx(np.log(3), abs=1e-3)


def test_the_weights_found_are_those_of_newtons_method() -> None:
    chance = np.random.default_rng(5)
    dense = np.hstack([np.ones((60, 1)), chance.normal(size=(60, 4))])
    relevant = (dense @ [0.3, 2.0, -1.0, 0.0, 0.5] + chance.normal(size=60) > 0).astype(float)
    usual, strictness = np.array([0, 1.0, 0, 0, 0]), np.array([1e-6, 1, 1, 2, 0.5])
    weights = usual.copy()
    for _ in range(50):
        likely = 1 / (1 + np.exp(-dense @ weights))
        slope = dense.T @ (likely - relevant) + strictness * (weights - usual)
        bend = (dense.T * (likely * (1 - likely))) @ dense + np.diag(strictness)
        weights -= np.linalg.solve(bend, slope)
    found = logistic(matrix(dense.tolist()), relevant, usual, strictness)
    assert found == pytest.approx(weights, abs=2e-3)


# On or off


def test_a_sign_that_the_rules_do_not_see_switches_the_model_on() -> None:
    found = [fit(desk("hidden", seed)) for seed in range(PROJECTS)]
    assert all(one.on for one in found)
    assert all(one.model_ap > one.rules_ap + 0.2 for one in found if one.model_ap and one.rules_ap)


@pytest.mark.parametrize("kind", ["rules", "chance"])
@pytest.mark.parametrize("articles", [6, 12])
def test_without_such_a_sign_the_rules_stay(kind: str, articles: int) -> None:
    found = [fit(desk(kind, seed, articles=articles, claims=20)) for seed in range(PROJECTS)]
    assert sum(one.on for one in found) <= FALSE_ALARMS
    assert all("not surely better" in one.why for one in found if not one.on and one.folds)


def test_what_is_known_of_one_article_only_proves_nothing() -> None:
    found = [fit(by_heart(seed)) for seed in range(10)]
    assert sum(one.on for one in found) <= 1


def by_heart(seed: int) -> list[Example]:
    """Within an article a word of its own tells the label; the next article has other words."""
    chance = Random(seed)
    examples = []
    for article in range(10):
        for mark in range(4):
            worth = chance.random() < 0.5
            for _ in range(8):
                words = [chance.choice(words) for words in (SUBJECTS, VERBS, PLACES, PLACES)]
                text = f"The {words[0]} q{chr(97 + article)}{chr(97 + mark)} {' '.join(words[1:])}."
                examples.append(Example(text, "en", "body", f"a{article}", worth))
    return examples


@pytest.mark.parametrize(
    ("worth", "useless", "articles", "why"),
    [
        (LEAST_OF_EACH - 1, 50, 5, f"at least {LEAST_OF_EACH} of each"),
        (50, LEAST_OF_EACH - 1, 5, f"at least {LEAST_OF_EACH} of each"),
        (0, 0, 5, "0 claims and 0 of no claim"),
        (50, 50, 2, "labels in 2 articles so far"),
    ],
)
def test_too_few_labels_are_refused_with_the_reason(
    worth: int, useless: int, articles: int, why: str
) -> None:
    labels = [True] * worth + [False] * useless
    examples = [
        Example(f"Sentence {number} of many.", "en", "body", str(number % articles), label)
        for number, label in enumerate(labels)
    ]
    found = fit(examples)
    assert why in found.why
    assert (found.on, found.model_ap, dict(found.weights)) == (False, None, {})


def test_a_kind_of_label_in_one_article_only_cannot_be_tested() -> None:
    texts = [f"Sentence {number} of many." for number in range(90)]
    examples = [
        Example(text, "en", "body", str(number % 3), number % 3 == 0)
        for number, text in enumerate(texts)
    ]
    found = fit(examples)
    assert not found.on
    assert "one article holds" in found.why


# Folds and order


@given(st.lists(st.sampled_from("abcdefgh"), min_size=3), st.integers(0, 3))
def test_an_article_is_never_torn_apart(articles: list[str], seed: int) -> None:
    chosen = folds(articles, seed=seed)
    assert len(set(zip(articles, chosen, strict=True))) == len(set(articles))
    assert set(chosen) == set(range(min(FOLDS, len(set(articles)))))


def test_the_order_of_the_examples_changes_nothing(fitted: Fitted) -> None:
    examples = desk("hidden", 1)
    Random(2).shuffle(examples)
    again = fit(examples)
    assert again == fitted
    assert again.model.to_json() == fitted.model.to_json()


def test_the_same_words_count_once_and_as_most_said() -> None:
    told = [("A mill burned.", True)] * 2 + [
        ("a  mill BURNED.", False),
        ("B.", True),
        ("B.", False),
    ]
    examples = [
        Example(text, "en", "body", str(number), worth) for number, (text, worth) in enumerate(told)
    ]
    assert distinct(examples) == [examples[0]]


# Kept and used


def test_a_model_survives_being_kept(fitted: Fitted) -> None:
    kept = fitted.model.to_json()
    assert Model.of_json(kept) == fitted.model
    assert Model.of_json(kept).to_json() == kept
    assert len(kept) < 200_000


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "[]",
        '{"version": 2, "weights": {}, "intercept": 0}',
        '{"version": 1, "weights": [], "intercept": 0}',
        '{"version": 1, "weights": {"name": "much"}, "intercept": 0}',
        '{"version": 1, "weights": {"name": true}, "intercept": 0}',
        '{"version": 1, "weights": {}, "intercept": null}',
        '{"version": 1, "weights": {}}',
        '{"version": 1, "weights": {"name": NaN}, "intercept": 0}',
    ],
)
def test_what_is_no_model_is_refused(kept: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Model.of_json(kept)


def test_a_model_without_weights_is_the_rules() -> None:
    text = "In 1987 the mayor of Tarn Hollow said that 12 percent left."
    assert score(Model({}, 0.0), text, language="en").score == rate(text, language="en").score


def test_a_model_scores_as_it_was_fitted_and_says_why(fitted: Fitted) -> None:
    told = [f"The {topic} warden watches the gate." for topic in TOPICS]
    found = [score(fitted.model, text, language="en") for text in told]
    assert found[0].score > max(one.score for one in found[1:])
    assert f"word:{TOPICS[0]}" in found[0].reasons
    assert f"-word:{TOPICS[1]}" in found[1].reasons


def test_the_reasons_are_few_and_each_is_explained(fitted: Fitted) -> None:
    for example in desk("hidden", 3, articles=2):
        reasons = score(fitted.model, example.text, language="en").reasons
        assert len(reasons) <= SHOWN
        assert all(len(explain(reason)) > 3 for reason in reasons)


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("number", EXPLAINED["number"]),
        ("word:quarry", "has “quarry”"),
        ("stem:quarr", "has “quarr…”"),
        ("-pair:the mill", "has “the mill”, which speaks against it on this desk"),
        ("+question", "asks a question, which speaks for it on this desk"),
    ],
)
def test_a_reason_is_explained_in_plain_words(reason: str, line: str) -> None:
    assert explain(reason) == line


@given(st.text(), st.sampled_from(["en", "de", "ja", "und", "uk"]))
def test_any_text_can_be_scored_and_kept(text: str, language: str) -> None:
    model = Model({"word:a": 1.0, "rules": 0.5}, 0.1)
    assert 0 < score(model, text, language=language).score < 1


def test_the_bytes_of_a_model_are_sorted_and_rounded(fitted: Fitted) -> None:
    kept = json.loads(fitted.model.to_json())
    assert list(kept["weights"]) == sorted(kept["weights"])
    assert all(round(weight, 4) == weight for weight in kept["weights"].values())
