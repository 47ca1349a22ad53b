"""What is a sign of a review that was not made blind, what is certain, and who was later."""

from dataclasses import replace

import pytest

from claimdesk import blindness
from claimdesk.blindness import Drawn, Sign, Typed, Version

TEXT = "The pier is shut. Eleven piles are cracked. The mayor knew."
LINE = 'https://example.org/7, record, for, "carried with nine votes", 2026-04-02'
OWN = "I rang the harbour office twice and  they read the log of that night to me."
ANN, BEN, EVA = 2, 3, 4


def left(delivery: int, who: int, at: float, **more: object) -> Version:
    """An annotation of one version, made and saved at once from what is shown to all."""
    plain = Version(
        delivery=delivery,
        annotation=f"{delivery}@{at}",
        number=("1@x", delivery),
        saver=who,
        credited=who,
        made=at,
        began=at,
        saved=at,
        shown=True,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def typed(*said: tuple[str, str]) -> frozenset[Typed]:
    return frozenset(Typed(*one) for one in said)


def codes(found: list[Sign]) -> list[tuple[int, str, str]]:
    return [(one.delivery, one.code, one.region) for one in found]


def look(*versions: Version) -> list[tuple[int, str, str]]:
    return codes(blindness.signs(versions, TEXT))


def test_two_who_work_alone_show_nothing() -> None:
    ann = left(1, ANN, 10, typed=typed(("a", LINE)), drawn=frozenset([Drawn("x", 0, 3)]))
    ben = left(2, BEN, 20, typed=typed(("a", OWN)), drawn=frozenset([Drawn("y", 0, 3)]))
    assert look(ann, ben) == []


def test_a_copy_of_a_colleagues_annotation_is_certain_and_names_both() -> None:
    (sign,) = blindness.signs([left(1, ANN, 10), left(2, BEN, 20, parent=1)], TEXT)
    assert sign[:5] == (2, blindness.COPIED, "", BEN, ANN)
    assert not blindness.counts(sign.code)


def test_a_copy_is_found_also_after_the_first_has_gone() -> None:
    assert look(left(1, ANN, 10, stands=False), left(2, BEN, 20, parent=1))[0][1] == "copied"


def test_a_copy_of_ones_own_is_no_copy_of_anothers() -> None:
    found = look(left(1, ANN, 10), left(2, ANN, 20, parent=1))
    assert found == [(1, blindness.DOUBLE, "")]


def test_numbers_of_another_project_are_other_annotations() -> None:
    other = left(1, ANN, 10, number=("0@before", 1))
    assert look(other, left(2, BEN, 20, parent=1)) == [(2, blindness.UNKNOWN, "")]


def test_what_follows_on_a_copy_was_not_blind_and_what_came_before_it_was() -> None:
    before = left(2, BEN, 15)
    copy = left(3, BEN, 20, parent=1, stands=False)
    after = left(4, BEN, 30)
    assert look(left(1, ANN, 10), copy, after) == [(4, blindness.SEEN, "")]
    assert look(left(1, ANN, 10), before, copy) == []


def test_a_copy_of_what_was_never_collected_is_only_a_sign() -> None:
    assert look(left(2, BEN, 20, parent=1)) == [(2, blindness.UNKNOWN, "")]
    assert blindness.counts(blindness.UNKNOWN)


def test_an_annotation_begun_empty_is_only_a_sign() -> None:
    assert look(left(2, BEN, 20, shown=False)) == [(2, blindness.UNSHOWN, "")]
    assert look(left(2, BEN, 20, shown=None)) == []
    assert blindness.counts(blindness.UNSHOWN)


def test_a_region_that_another_drew_gives_the_later_away() -> None:
    drawn = frozenset([Drawn("kX9", 0, 3)])
    ann, ben = left(1, ANN, 10, drawn=drawn), left(2, BEN, 20, drawn=drawn)
    assert look(ann, ben) == look(ben, ann) == [(2, blindness.SAME_REGIONS, "")]


def test_long_words_of_ones_own_typed_twice_the_same_are_pasted() -> None:
    ann, ben = left(1, ANN, 10, typed=typed(("a", OWN))), left(2, BEN, 20, typed=typed(("a", OWN)))
    assert look(ann, ben) == [(2, blindness.PASTED, "a")]


@pytest.mark.parametrize(
    "words",
    [
        "https://example.org/minutes/2026/april/carried-with-nine-votes-against-two",
        "https://example.org/7, first-hand, against, 2026-04-02",
        TEXT[18:43] + " ",
        "nothing found",
    ],
)
def test_what_both_find_by_themselves_is_no_sign(words: str) -> None:
    said = typed(("a", words))
    assert look(left(1, ANN, 10, typed=said), left(2, BEN, 20, typed=said)) == []


def test_one_line_of_evidence_may_be_the_same_and_three_are_not() -> None:
    lines = [(claim, LINE.replace("7", claim)) for claim in "abc"]
    one, three = typed(lines[0]), typed(*lines)
    alone = look(left(1, ANN, 10, typed=one), left(2, BEN, 20, typed=one))
    assert alone == [(2, blindness.SAME_WORDS, "a")]
    both = look(left(1, ANN, 10, typed=three), left(2, BEN, 20, typed=three))
    assert both == [(2, blindness.PASTED, claim) for claim in "abc"]
    assert blindness.counts(blindness.SAME_WORDS)


def test_another_blank_makes_other_words() -> None:
    ben = typed(("a", OWN.replace("  ", " ")))
    assert look(left(1, ANN, 10, typed=typed(("a", OWN))), left(2, BEN, 20, typed=ben)) == []


def test_words_that_were_being_typed_when_the_other_saved_are_only_a_sign() -> None:
    said = typed(("a", OWN))
    ben = left(2, BEN, 20, began=5, typed=said)
    assert look(left(1, ANN, 10, typed=said), ben) == [(2, blindness.SAME_WORDS, "a")]


def test_words_put_in_later_are_later_wherever_the_annotation_began() -> None:
    """Ann judged first, and took Ben's words when she came back."""
    said = typed(("a", OWN))
    first = left(1, ANN, 10, stands=False)
    ben = left(2, BEN, 20, typed=said)
    again = replace(first, delivery=3, saved=30, typed=said, stands=True)
    assert look(first, ben, again) == [(3, blindness.SAME_WORDS, "a")]
    looked = replace(first, delivery=4, saved=25, stands=False)
    assert look(first, ben, looked, again) == [(3, blindness.PASTED, "a")]


def test_who_was_first_stays_first_when_they_save_again() -> None:
    said = typed(("a", OWN))
    ann = left(1, ANN, 10, typed=said, stands=False)
    again = replace(ann, delivery=3, saved=30, stands=True)
    ben = left(2, BEN, 20, typed=said)
    assert look(ann, ben, again) == [(2, blindness.PASTED, "a")]


def test_a_phrase_that_somebody_always_uses_is_only_a_sign() -> None:
    always = typed(("a", OWN), ("b", OWN))
    found = look(left(1, ANN, 10, typed=always), left(2, BEN, 20, typed=typed(("a", OWN))))
    assert found == [(2, blindness.SAME_WORDS, "a")]


def test_of_two_votes_of_one_reviewer_the_later_stands() -> None:
    assert look(left(1, ANN, 10), left(2, ANN, 20), left(3, BEN, 5)) == [(1, blindness.DOUBLE, "")]


@pytest.mark.parametrize(
    ("first", "second", "gone"), [(False, True, 2), (True, False, 1), (True, True, 1)]
)
def test_what_was_asked_for_in_part_does_not_take_the_place_of_all_of_it(
    first: bool, second: bool, gone: int
) -> None:
    said = (left(1, ANN, 10, part=first), left(2, ANN, 20, part=second))
    assert look(*said) == [(gone, blindness.DOUBLE, "")]


def test_work_of_another_that_was_changed_and_work_made_in_anothers_name() -> None:
    ann = left(1, ANN, 10)
    changed = replace(ann, delivery=2, saver=BEN, saved=50, stands=False)
    forged = left(3, EVA, 60, credited=ANN, stands=False)
    handed = replace(ann, delivery=4, credited=EVA, saved=70, stands=False)
    found = blindness.signs([ann, changed, forged, handed], TEXT)
    assert [(one.delivery, one.code, one.reviewer, one.other) for one in found] == [
        (2, blindness.EDITED, BEN, ANN),
        (3, blindness.FORGED, EVA, ANN),
        (4, blindness.FORGED, ANN, EVA),
    ]


def test_every_code_is_certain_or_a_sign() -> None:
    assert not set(blindness.CERTAIN) & set(blindness.SIGNS)
    assert all(blindness.counts(code) == (code in blindness.SIGNS) for code in blindness.CERTAIN)
