"""What differs in a retelling is told in few words, those of the articles as they are."""

import pytest

from claimdesk.drift import told

YEAR = {"type": "quantity", "in_origin": "2009", "in_retelling": "2019"}


def test_the_sentence_of_the_origin_comes_first_and_what_differs_below() -> None:
    first, second, third = told("It was repaired in 2009.", [YEAR]).split("\n")
    assert (first, second) == ("Origin:", "It was repaired in 2009.")
    assert third == "Differs, quantity: \u20682009\u2069 → \u20682019\u2069"


def test_nothing_is_said_of_what_does_not_differ() -> None:
    assert told("It was repaired in 2009.", []) == "Origin:\nIt was repaired in 2009."


def test_what_stands_on_one_side_only_has_a_dash_on_the_other() -> None:
    gone = {"type": "omitted-attribution", "in_origin": "Two people", "in_retelling": None}
    assert told("Two people said so.", [gone]).endswith(
        "omitted attribution: \u2068Two people\u2069 → –"
    )


def test_an_addition_has_no_sentence() -> None:
    added = {"type": "added", "in_origin": None, "in_retelling": "Residents collect"}
    first, second = told(None, [added]).split("\n")
    assert first == "The origin does not say this."
    assert second == "Differs, added: – → \u2068Residents collect\u2069"


@pytest.mark.parametrize("words", ["<b>x</b>", "قالت: لا", "🚢 2", "a\u202eb", '"“', "{{x}} $text"])
def test_words_of_any_script_stand_as_they_are(words: str) -> None:
    hint = told(words, [{"type": "name", "in_origin": words, "in_retelling": words}])
    assert hint.count(words) == 3
