"""Quotations found again: exactly the words that were meant, in any script, or none."""

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimdesk.folding import folded
from claimdesk.outside import Lost, Quote, Text, anchor
from claimdesk.segmenting import normalise

AROUND = 32
LETTERS = "ab .,\n“”\"'’–-éüßİıſﬁ한글漢字かなאבשָׁلَامกำनमस्ते😀👩‍🔬\u00ad\u200f"
TEXTS = st.text(LETTERS, min_size=1, max_size=60) | st.text(min_size=1, max_size=60)
TALE = "The pier is shut. “Eleven piles,” said the mayor, “are cracked.” The pier is shut. Ça va."


def quoted(text: str, start: int, end: int, *, placed: bool = False) -> Quote:
    around = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Quote(text[start:end], *around, *((start, end) if placed else ()))


@given(TEXTS, TEXTS, TEXTS, st.data())
def test_in_a_text_that_moved_the_same_words_are_found_or_none(
    text: str, before: str, after: str, data: st.DataObject
) -> None:
    text = normalise(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    moved = normalise(before + text + after)
    place = found(moved, quoted(text, start, end))
    if place is None:
        assert moved.count(text[start:end].strip()) != 1
    else:
        assert alike(moved[slice(*place)]) == alike(text[start:end])


def found(text: str, quote: Quote) -> tuple[int, int] | None:
    with suppress(Lost):
        return anchor(Text(text), quote)
    return None


def alike(words: str) -> str:
    kept = (one for one in words if unicodedata.category(one) not in ("Cf", "Po", "Pi", "Pf", "Pd"))
    return "".join(folded("".join(kept)).split())


@given(TEXTS, st.data())
def test_where_it_stood_is_where_it_stands(text: str, data: st.DataObject) -> None:
    text = normalise(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    assume(folded(words).strip() and words == words.strip())
    assert anchor(Text(text), quoted(text, start, end, placed=True)) == (start, end)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        (Quote('"Eleven piles," said the mayor, "are cracked."'), TALE[18:64]),
        (Quote("eleven\n piles"), "Eleven piles"),
        (Quote("ca va"), "Ça va"),
        (Quote("「Eleven piles,」 said"), "“Eleven piles,” said"),
        (Quote("Ça va"), "Ça va"),
        (Quote("The pier is shut.", suffix=" Ca"), "The pier is shut."),
        (Quote("The pier is shut.", start=70, end=87), "The pier is shut."),
    ],
)
def test_programs_copy_the_same_words_in_other_ways(quote: Quote, found: str) -> None:
    start, end = anchor(Text(TALE), quote)
    assert TALE[start:end] == found
    if found.startswith("The"):
        assert start == TALE.rindex("The pier")


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        (Quote("Twelve piles"), "do not stand there"),
        (Quote("LEVEN PILE"), "do not stand there"),
        (Quote("The pier is shut."), "2 times"),
        (Quote("The pier is shut.", prefix="nothing like it", suffix="elsewhere"), "2 times"),
        (Quote("  \n"), "no words"),
        (Quote("\u00ad"), "do not stand there"),
    ],
)
def test_what_does_not_lead_to_one_place_is_lost(quote: Quote, why: str) -> None:
    with pytest.raises(Lost, match=why):
        anchor(Text(TALE), quote)


def test_what_stands_there_too_often_is_lost_in_no_time() -> None:
    with pytest.raises(Lost, match="more than 1,000 times"):
        anchor(Text("no " * 500_000), Quote("no"))
