"""Which language a text is in: one answer, `und` where there is none, and never a crash."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.segmenting import languages
from claimdesk.segmenting.function_words import FUNCTION_WORDS

from .furniture_cases import bodies

MORE = {
    "bg": "Старият мост в града беше затворен в понеделник, защото инженерите са открили ръжда.",
    "be": "Стары мост у горадзе зачынілі ў панядзелак, бо інжынеры знайшлі іржу на тросах.",
    "el": "Η παλιά γέφυρα έκλεισε τη Δευτέρα.",
    "ja": "古い橋は月曜日に閉鎖されました。",
    "ko": "오래된 다리가 월요일에 폐쇄되었다.",
    "he": "הגשר הישן נסגר ביום שני לאחר שמהנדסים מצאו חלודה בשני כבלים.",
    "th": "สะพานเก่าปิดเมื่อวันจันทร์",
}


@pytest.mark.parametrize("language", sorted(bodies()))
def test_paragraphs_are_identified(language: str) -> None:
    paragraphs = bodies()[language][1:]
    assert {languages.identify(one)[0] for one in paragraphs} == {language}
    assert languages.tag(paragraphs[0], [(0, len(paragraphs[0]))]) == [language]


@pytest.mark.parametrize("language", sorted(set(bodies()) & set(languages.LANGUAGES)))
def test_short_phrases_are_identified_among_the_languages_of_the_list(language: str) -> None:
    halves = [" ".join(one.split()[:8]) for one in bodies()[language][1:]]
    assert [languages.identify(one, languages.LANGUAGES)[0] for one in halves] == [language] * 3


@pytest.mark.parametrize("language", MORE)
def test_neighbours_and_other_scripts_are_told_apart(language: str) -> None:
    found, sure = languages.identify(MORE[language])
    assert found == language
    assert 0.5 <= sure <= 1


@pytest.mark.parametrize(
    "text",
    ["", " ", "ab", "12.03.2026", "19:30 – 20:15", "…!?", "https://example.org/a", "🚢", "Xq"],
)
def test_where_nothing_is_said_there_is_no_language(text: str) -> None:
    assert languages.identify(text)[0] == "und"
    assert languages.tag(text, [(0, len(text))]) == ["und"]


@pytest.mark.parametrize("text", ["Ha.", "02/13/2001 08:02 PM", "X", "ab"])
def test_a_letter_is_enough_for_the_language_of_the_document(text: str) -> None:
    assert languages.tag(text, [(0, len(text))], "en") == ["en"]


@pytest.mark.parametrize("text", ["", "12.03.2026", "19:30 – 20:15", "…!?", "🚢"])
def test_without_a_letter_a_document_does_not_help(text: str) -> None:
    assert languages.tag(text, [(0, len(text))], "en") == ["und"]


@pytest.mark.parametrize(
    ("document", "text"), [("ja", "東京五輪"), ("zh", "省地质队"), ("hi", "कुआँ")]
)
def test_a_line_in_a_script_of_many_languages_is_in_that_of_its_document(
    document: str, text: str
) -> None:
    assert languages.tag(text, [(0, len(text))], document) == [document]
    assert languages.identify(text)[0] in ("hi", "zh", "und")


@pytest.mark.parametrize("text", ["Jolene Harvey", "Tolland, Quist", "Ostrow"])
def test_names_alone_are_in_no_language(text: str) -> None:
    assert languages.identify(text, languages.LANGUAGES)[0] == "und"


def test_the_answer_stays_among_the_languages_asked_for() -> None:
    assert languages.identify(bodies()["uk"][1], {"ru", "bg"})[0] in ("ru", "bg", "und")
    assert languages.identify(bodies()["fr"][1], ["de", "fr"])[0] == "fr"


def test_the_document_decides_for_short_spans_and_long_strangers_for_themselves() -> None:
    pieces = ["Danke.", bodies()["en"][1], bodies()["de"][1], "Дякуємо всім за увагу", "42 %"]
    text = "\n".join(pieces)
    spans = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    assert languages.tag(text, spans, "de-AT") == ["de", "en", "de", "uk", "und"]


def test_without_metadata_the_whole_text_tells_the_language() -> None:
    text = "\n".join(bodies()["ro"])
    assert languages.tag(text, [(0, 4), (0, len(text))]) == ["ro", "ro"]


@pytest.mark.parametrize("told", ["", "und", "12", "x", "not a language"])
def test_metadata_that_say_nothing_are_ignored(told: str) -> None:
    text = bodies()["pl"][1]
    assert languages.tag(text, [(0, len(text))], told) == ["pl"]


def test_a_long_text_is_looked_at_in_samples_from_all_of_it() -> None:
    text = "x" * 10_000 + "y" * 1_000_000 + "z" * 10_000
    taken = languages.sample(text)
    assert len(taken) < 4_000
    assert taken[0] == "x"
    assert taken[-1] == "z"


def test_threads_share_one_model() -> None:
    texts = [bodies()[language][1] for language in sorted(bodies())] * 8
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: languages.identify(text)[0], texts))
    assert found == sorted(bodies()) * 8


def test_every_language_of_the_list_has_words_that_the_others_lack() -> None:
    for language, words in FUNCTION_WORDS.items():
        others = frozenset().union(*(w for one, w in FUNCTION_WORDS.items() if one != language))
        assert len(words - others) >= 20, language


@given(st.text(max_size=200), st.sets(st.sampled_from(["en", "de", "ja", "xx", "uk"])))
def test_any_text_gets_an_answer_and_always_the_same(text: str, among: set[str]) -> None:
    found, sure = languages.identify(text, among or None)
    assert 0 <= sure <= 1
    assert found == "und" or not among or found in among
    assert languages.identify(text, among or None) == (found, sure)
