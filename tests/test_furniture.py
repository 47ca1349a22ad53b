"""Furniture is marked and sentences are not: case files, the sample story, articles in full."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.segmenting.furniture import REASONS, Hints, Mark, line_key, mark, repeated_lines
from claimdesk.segmenting.furniture.matching import match, words_of
from claimdesk.segmenting.furniture.phrases import LANGUAGES, PLACES, phrases
from claimdesk.segmenting.sentences import paragraphs
from claimdesk.segmenting.texts import normalise

from .environment import beyond
from .furniture_cases import Case, article, bodies, digest, furniture, marks, seen, traps, whole
from .test_samples import ARTICLES, GOLD, parts, span

FLOOR = {
    "cases": "a28e6365",
    "recall": 1.0,
    "body marked": 0,
}
"""What was reached on the cases with this digest; with other cases, measure and write anew."""

REAL = Path(__file__).parents[2] / "shared" / "articles"
REAL_MARKS = {
    "nyt-english-summary-ukrainian-site.txt": [
        *(f"{line} boilerplate teaser" for line in range(12, 18)),
        "18 boilerplate cookie-notice",
    ],
    "nyt-excerpt.txt": [
        "1 title headline",
        "3 boilerplate repeated-title",
        "5 boilerplate attribution-line",
        "19 boilerplate continue-reading",
        "21 boilerplate comment-form",
    ],
    "nyt-german-machine-translation.txt": ["51 heading heading"],
    "nyt-original-republished.txt": [
        "1 title headline",
        "127 boilerplate credit",
        "129 boilerplate comment-form",
        "131 boilerplate comment-form",
    ],
}
ANY_TEXT = st.text(
    st.one_of(st.sampled_from("aB .…\n*[]()|>:#“”'читаЧ©1，。"), st.characters(codec="utf-8")),
    max_size=300,
)
PIECES = st.lists(
    st.sampled_from(
        [
            *(case.line for case in furniture()),
            *(line for lines in bodies().values() for line in lines),
            "… Read more",
            "[Continue reading…]",
            "## Who pays",
            "\n",
        ]
    ),
    max_size=12,
)


@pytest.mark.parametrize("case", list(furniture()), ids=str)
def test_furniture_is_marked_with_its_reason_and_nothing_else_is(case: Case) -> None:
    assert seen(case) == ([case.reason], [])


@pytest.mark.parametrize("case", list(traps()), ids=str)
def test_a_sentence_that_looks_like_furniture_stays_running_text(case: Case) -> None:
    assert seen(case) == ([], [])


@pytest.mark.parametrize("text", whole(), ids=lambda text: text.split("\n")[0])
def test_of_an_article_without_furniture_only_the_headline_is_marked(text: str) -> None:
    assert [(m.start, m.role) for m in marks(text)] == [(0, "title")]


def test_the_floors_belong_to_these_cases_and_hold() -> None:
    cases = list(furniture())
    found = sum(seen(case)[0] == [case.reason] for case in cases)
    wrong = sum(bool(reasons or beside) for reasons, beside in map(seen, traps()))
    assert digest()[:8] == FLOOR["cases"]
    assert found / len(cases) >= float(FLOOR["recall"])
    assert wrong <= int(FLOOR["body marked"])


def test_the_case_files_are_large_and_in_all_languages() -> None:
    lines = {(case.language, case.line) for case in furniture()}
    assert len(lines) >= 300
    assert len({case.line for case in traps()}) >= 200
    assert len({language for language, _ in lines}) == 21


@pytest.mark.parametrize("hinted", [True, False], ids=["with metadata", "without"])
@pytest.mark.parametrize("name", ARTICLES)
def test_of_the_sample_story_all_furniture_is_marked_and_nothing_else(
    name: str, hinted: bool
) -> None:
    known = GOLD["articles"][name]
    text = normalise(parts(name)[1])
    hints = Hints(known["language"], known["title"]) if hinted else Hints()
    expected = {at: one["role"] for one in known["furniture"] for at in _places(text, one["quote"])}
    expected |= dict.fromkeys(_places(text, known["title"]), "title")
    found = {at: one.role for one in marks(text, hints) for at in _readable(text, one)}
    assert found == expected


@pytest.mark.parametrize("name", REAL_MARKS)
def test_of_real_articles_all_furniture_is_marked_and_no_sentence(name: str) -> None:
    if not (REAL / name).exists():
        beyond("the real articles are not ours to publish and not beside this checkout")
    text = normalise((REAL / name).read_text(encoding="utf-8"))
    found = [f"{text.count(chr(10), 0, m.start) + 1} {m.role} {m.reason}" for m in marks(text)]
    assert found == REAL_MARKS[name]


def test_continue_reading_is_marked_inside_its_paragraph() -> None:
    text, start = article(Case("en", None, "tail", "The mayor moved on. [Continue reading…]"))
    assert marks(text)[-1].reason == "continue-reading"
    assert text[marks(text)[-1].start :] == "[Continue reading…]"
    assert marks(text)[-1].start > start


def test_an_unbracketed_read_more_is_marked_after_a_sentence_only() -> None:
    text, _ = article(Case("en", None, "tail", "The gate stays closed until May. Read more »"))
    assert [text[m.start : m.end] for m in marks(text)][1:] == ["Read more »"]
    text, _ = article(Case("en", None, "tail", "At night he likes to Read more"))
    assert len(marks(text)) == 1


def test_a_single_cut_off_sentence_keeps_its_words() -> None:
    text, _ = article(Case("en", None, "tail", "The council met again and… Read more"))
    assert [text[m.start : m.end] for m in marks(text)][1:] == ["Read more"]


def test_cut_off_lines_in_a_row_are_teasers() -> None:
    text, start = article(
        Case("en", None, "tail", "A harbour sold… Read more\n\nA cat won… Read more")
    )
    assert [m.reason for m in marks(text) if m.start >= start] == ["teaser", "teaser"]


def test_what_stands_in_a_box_of_links_is_a_teaser_until_the_text_goes_on() -> None:
    box = "Read also\n\nThe cat that won a boat race\n\nWho needs nine bells?"
    text, start = article(Case("en", None, "middle", box))
    found = [(m.role, m.reason) for m in marks(text) if m.start >= start]
    assert found == [("heading", "related"), ("boilerplate", "teaser"), ("boilerplate", "teaser")]


@pytest.mark.parametrize("line", ["What the divers saw", "## What happened then", "**Who pays**"])
def test_headings_stand_between_paragraphs(line: str) -> None:
    text, start = article(Case("en", None, "middle", line))
    assert [m.role for m in marks(text) if m.start == start] == ["heading"]


@pytest.mark.parametrize(
    "lines",
    [
        "Nine boats\n\nTwo bells\n\nOne cat",
        "– nine boats",
        "“We will not go”",
        "Halloran left on Friday",
        "He deserved respect",
        "Who pays?",
    ],
)
def test_lists_quotations_and_sentences_without_a_stop_are_no_headings(lines: str) -> None:
    text, _ = article(Case("en", None, "middle", lines))
    assert [m.role for m in marks(text)] == ["title"]


def test_the_headline_of_the_metadata_wins_over_what_stands_above_it() -> None:
    text = "Harbour\n\n" + "\n".join(bodies()["en"])
    found = marks(text, Hints(title=bodies()["en"][0] + " - Ostrow Herald"))
    assert [(m.role, m.reason) for m in found] == [
        ("boilerplate", "navigation"),
        ("title", "headline"),
    ]


@pytest.mark.parametrize("form", ["{}", "Ostrow Herald | {}", "{} – Ostrow Herald"])
def test_a_headline_said_again_is_furniture(form: str) -> None:
    title, *body = bodies()["en"]
    found = marks("\n\n".join([title, form.format(title), *body]))
    assert {m.reason for m in found} == {"headline", "repeated-title"}
    assert len(found) == 2


@pytest.mark.parametrize("title", ["Who pays for the bridge?", "A night on the pier!"])
def test_a_question_can_be_the_headline(title: str) -> None:
    found = marks("\n\n".join([title, *bodies()["en"][1:]]))
    assert [m.role for m in found] == ["title"]


def test_a_page_that_speaks_to_journalists_it_names_in_the_text_keeps_its_last_sentence() -> None:
    last = "Mira Tolland is a journalist and mother of two."
    text, _ = article(Case("en", None, "tail", last))
    assert [m.role for m in marks(text)] == ["title"]


def test_a_line_in_another_script_below_the_text_is_furniture() -> None:
    text, start = article(Case("en", None, "tail", "Завтра у Верхньозатонську очікують сонце"))
    assert [m.reason for m in marks(text) if m.start == start] == ["other-language"]


FOREIGN = "Unsere Redaktion ist werktags von neun bis siebzehn Uhr für Sie da."
SPANISH = "El puente de los faroles está cerrado desde el lunes y nadie sabe cuándo se abrirá"


@pytest.mark.parametrize("line", [FOREIGN.rstrip("."), FOREIGN[:-1] + "…"])
def test_a_cut_off_line_in_another_language_below_the_text_is_furniture(line: str) -> None:
    text, start = article(Case("en", None, "tail", line))
    assert [m.reason for m in marks(text) if m.start == start] == ["other-language"]


def test_a_sentence_in_another_language_behind_furniture_is_furniture() -> None:
    text, start = article(Case("en", None, "tail", f"Share on Facebook\n\n{FOREIGN}"))
    assert [m.reason for m in marks(text) if m.start >= start] == ["share", "other-language"]


@pytest.mark.parametrize("below", ["", "\n\n© 2026 Ostrow Herald. All rights reserved."])
@pytest.mark.parametrize("line", [f"{SPANISH}.", f"The statement, in Spanish, read:\n\n{SPANISH}"])
def test_a_statement_in_another_language_that_ends_the_text_stays(line: str, below: str) -> None:
    text, start = article(Case("en", None, "tail", line + below))
    assert [m.reason for m in marks(text) if m.start >= start] == ["copyright"] * bool(below)


def test_half_an_article_in_another_language_is_no_furniture() -> None:
    text = "\n\n".join([*bodies()["en"], *bodies()["uk"][1:]])
    assert [m.role for m in marks(text)] == ["title"]


def test_lines_the_publisher_repeats_are_furniture_wherever_they_stand() -> None:
    line = "The Herald has 42 reporters in 3 towns."
    text, start = article(Case("en", None, "middle", line))
    found = marks(
        text, Hints(repeated=frozenset({line_key("the  herald has 17 REPORTERS in 9 towns.")}))
    )
    assert [m.reason for m in found if m.start == start] == ["repeated"]


def _paper(number: int) -> str:
    told = "\n".join(
        f"Report {chr(97 + number)}{chr(97 + line)} tells of a bridge and a ferry."
        for line in range(9)
    )
    return f"{told}\nThe Herald has {number} readers.\nWrite to us at the old mill"


def test_lines_of_three_different_articles_are_repeated() -> None:
    found = repeated_lines([_paper(number) for number in range(3)])
    assert found == {"the herald has 0 readers.", "write to us at the old mill"}
    assert repeated_lines([_paper(number) for number in range(2)]) == frozenset()


def test_revisions_and_retellings_of_one_article_repeat_nothing() -> None:
    first = _paper(1)
    revisions = [first, first.replace("ferry", "boat", 2), first + "\nCorrected.", first[200:]]
    assert repeated_lines(revisions) == frozenset()
    assert repeated_lines([*revisions, _paper(2)]) == frozenset()


def test_a_long_paragraph_is_never_a_repeated_line() -> None:
    long = "This paragraph is about everything. " * 9
    found = repeated_lines([f"{_paper(number)}{_other(number)}\n{long}" for number in range(3)])
    assert found == {"the herald has 0 readers.", "write to us at the old mill"}


def _other(number: int) -> str:
    return "".join(
        f"\nAnother {chr(97 + number)}{chr(97 + line)} line that nobody repeats."
        for line in range(9)
    )


@given(st.one_of(ANY_TEXT, PIECES.map("\n".join)))
def test_marks_are_trimmed_ordered_spans_with_known_roles(text: str) -> None:
    text = normalise(text)
    found = mark(text, list(paragraphs(text)), Hints())
    position = 0
    for one in found:
        assert position <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        assert one.reason in REASONS[one.role]
        position = one.end
    assert found == mark(text, list(paragraphs(text)), Hints())


@given(PIECES, st.text(max_size=40), st.sets(st.text(max_size=20), max_size=3))
def test_hints_of_any_kind_do_no_harm(pieces: list[str], title: str, repeated: set[str]) -> None:
    text = normalise("\n\n".join(pieces))
    hints = Hints("xx-wrong", title, frozenset(map(line_key, repeated)))
    found = mark(text, list(paragraphs(text)), hints)
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_every_phrase_of_every_language_can_be_read_and_has_a_known_reason() -> None:
    known = frozenset().union(*REASONS.values())
    listed = [(place, *phrase) for place in PLACES for phrase in phrases(place)]
    assert {reason for _, reason, _ in listed} <= known
    assert len(listed) > 900
    assert all(match(place, ["so", "0"]) is None for place in PLACES)


def test_every_language_has_the_same_reasons() -> None:
    for place in ("ANYWHERE", "BYLINES"):
        reasons = {frozenset(getattr(language, place)) for language in LANGUAGES}
        assert len(reasons) == 1


def test_words_are_folded_as_phrases_are() -> None:
    assert words_of("Your E-mail: 6:40") == [("^your", 0), ("^email", 5), (":", 11), ("0", 13)]


def _places(text: str, quote: str) -> set[int]:
    return _readable(text, Mark(*span(text, quote), "", ""))


def _readable(text: str, one: Mark) -> set[int]:
    return {at for at in range(one.start, one.end) if not text[at].isspace()}
