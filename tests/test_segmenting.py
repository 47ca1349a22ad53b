"""Sentences and titles; that segments tile any text is in test_offsets."""

import time

import pytest

from claimdesk.segmenting import BOILERPLATE, TITLE, normalise, split


def sentences(text: str) -> list[str]:
    text = normalise(text)
    return [text[span.start : span.end] for span in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Dr. Vane left. She waved.", ["Dr. Vane left.", "She waved."]),
        ("J. R. Vane left. Good.", ["J. R. Vane left.", "Good."]),
        ("It cost 3.5 million. Yes.", ["It cost 3.5 million.", "Yes."]),
        ("Am 7. Oktober kam er. Gut.", ["Am 7. Oktober kam er.", "Gut."]),
        ("“Go!” she said. He went.", ["“Go!” she said.", "He went."]),
        ("He said “Stop.” Then he left.", ["He said “Stop.”", "Then he left."]),
        ("今日は。明日も。", ["今日は。", "明日も。"]),
        ("Він прийшов у 2022 р. Вона ні.", ["Він прийшов у 2022 р.", "Вона ні."]),
        ("¿Qué? ¡No! Sí.", ["¿Qué?", "¡No!", "Sí."]),
        ("هل جاء؟ نعم.", ["هل جاء؟", "نعم."]),
        ("Wait... what? Yes.", ["Wait... what?", "Yes."]),
        ("One\r\nTwo.\rThree.", ["One", "Two.", "Three."]),
    ],
)
def test_sentences_are_found(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_the_first_line_without_a_stop_is_the_title() -> None:
    spans = split("Pier closed again\n\nIt was raining. It rains.")
    assert [span.role for span in spans] == [TITLE, "body", "body"]


def test_what_cannot_be_read_aloud_is_no_claim() -> None:
    assert [span.role for span in split("One.\n* * *\nTwo.")] == ["body", BOILERPLATE, "body"]


def test_an_empty_text_has_no_segments() -> None:
    assert split(" \n\t\n ") == []


@pytest.mark.parametrize("piece", [".", "a. ", "“", "A.", "1. ", "。", "x", "...\n", ". . "])
def test_time_is_linear_in_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        began = time.process_time()
        split(text)
        return time.process_time() - began

    seconds(10_000)
    assert seconds(400_000) < 40 * max(seconds(40_000), 0.01)
