"""Articles with sentences in other languages, and sentences that are only partly speech."""

import pytest

from claimdesk.segmenting import split
from claimdesk.segmenting.languages import document_language

GERMAN = [
    "Präsident Anselm tritt zurück",
    "Der Präsident trat am Montag zurück, wie der Palast mitteilte.",
    "Der Präsident kommt am 3. Mai nach Ellhafen.",
    "Die Wahl findet am 3. Mai statt.",
]
ENGLISH = [
    '"We are not amused by what happened in Ellhafen last night," said the prime minister.',
    "The prime minister said that he was not amused by what happened last night.",
    "I have a feeling that one day this harbour will rise up.",
]


@pytest.mark.parametrize("strangers", [ENGLISH[:1], ENGLISH[1:], ENGLISH[:2]])
def test_an_article_is_in_the_language_of_most_of_its_own_words(strangers: list[str]) -> None:
    text = "\n\n".join([*GERMAN[:2], *strangers, *GERMAN[2:]])
    assert document_language(text) == "de"


def test_what_is_quoted_is_left_out_unless_it_is_nearly_all() -> None:
    quoted = '"We are not amused by what happened to all of the boats in the harbour last night."'
    assert document_language(f"Die Wahl findet am Montag statt.\n\n{quoted}") == "de"
    assert document_language(f"Wahl\n\n{quoted}\n\n{quoted}") == "en"


def test_a_german_date_is_no_end_of_a_sentence_beside_english_paragraphs() -> None:
    text = "\n\n".join([*GERMAN[:2], *ENGLISH[1:], *GERMAN[2:]])
    found = [(text[one.start : one.end], one.language) for one in split(text)]
    assert (GERMAN[3], "de") in found
    assert (ENGLISH[1], "en") in found


LEAD = "The ferry was late on Tuesday, and about three hundred people waited for it."


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "The mayor of Port Ellan, Ann Vey, said at a meeting late on Tuesday evening: "
            '"The ferry is late."',
            "Ann Vey",
        ),
        (
            "His deputy, Carl Ott, who had come by train that evening, was not so sure: "
            "“We have lost it.”",
            "Carl Ott",
        ),
        ("She calls it a “ruin” and will not come again before they have mended all of it.", None),
        ("A book called “Late Ferries of the North” was sold on Tuesday in the whole town.", None),
    ],
)
def test_direct_speech_has_its_speaker_although_most_of_the_sentence_is_not_quoted(
    sentence: str, speaker: str | None
) -> None:
    text = f"Ferry late\n\n{LEAD}\n\n{sentence}\n\n{LEAD}"
    (one,) = (one for one in split(text) if text[one.start : one.end] == sentence)
    named = text[slice(*one.speaker)] if one.speaker else None
    assert (one.role, named) == ("body", speaker)
