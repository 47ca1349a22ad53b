"""What a line is by its place: sections above a headline, names below it, blocks at the end."""

import pytest

from claimdesk.segmenting.furniture import Hints

from .furniture_cases import Case, article, bodies, marks

TITLE, *BODY = bodies()["en"]
LONG = (
    "Nobody had counted the lanterns until then. There are forty-two of them, most made in Selm, "
    "and two will go to the museum in May because nobody knows how to mend them any more."
)


def roles(*lines: str, hints: Hints | None = None) -> dict[str, tuple[str, str]]:
    """Role and reason of what is marked in an article, by its text."""
    text = "\n\n".join(lines)
    return {text[m.start : m.end]: (m.role, m.reason) for m in marks(text, hints)}


@pytest.mark.parametrize(
    "above",
    [["News"], ["Home", "Local", "Ostrow roads"], ["ПРЕСРЕЛІЗ"], ["Deportes"], ["Press release"]],
)
def test_names_of_sections_above_the_headline_are_navigation(above: list[str]) -> None:
    found = roles(*above, TITLE, *BODY)
    assert found.pop(TITLE) == ("title", "headline")
    assert found == dict.fromkeys(above, ("boilerplate", "navigation"))


def test_a_question_below_a_section_is_the_headline() -> None:
    found = roles("Sport", "Who moved the lantern bridge by nine metres?", *BODY)
    assert found["Who moved the lantern bridge by nine metres?"] == ("title", "headline")


@pytest.mark.parametrize("first", ["Flood", "Nine lanterns", "Lights out", "Local hero"])
def test_a_short_headline_above_a_subtitle_stays_the_headline(first: str) -> None:
    assert roles(first, "Repairs of the old bridge begin in May", *BODY)[first][0] == "title"


def test_a_section_above_a_first_sentence_stays_what_it_was() -> None:
    assert [known[0] for known in roles("Sport", *BODY).values()] == ["title"]


def test_the_headline_of_the_metadata_decides_against_a_longer_line() -> None:
    found = roles("Sport", "Repairs of the old bridge begin", *BODY, hints=Hints(title="Sport"))
    assert found["Sport"] == ("title", "headline")
    assert "Repairs of the old bridge begin" not in found


def test_a_quotation_alone_above_a_paragraph_is_the_headline() -> None:
    assert roles("“Late? Then be late!”", *BODY)["“Late? Then be late!”"][0] == "title"
    assert "“We go now!”" not in roles("“We go now!”", "“Why now?” she asked him.", *BODY)


@pytest.mark.parametrize("name", ["Mira Quist", "Jonas de Vries", "Міра Квіст"])
def test_a_name_alone_between_headline_and_text_is_a_byline(name: str) -> None:
    assert roles(TITLE, name, *BODY)[name] == ("byline", "author")
    assert roles(TITLE, "12 May 2026", name, "Four lanterns less", *BODY)[name][0] == "byline"


@pytest.mark.parametrize("line", ["Mira Quist resigns", "The Lantern.", "MIRA 2", "“Mira Quist”"])
def test_what_is_more_than_a_name_is_no_byline(line: str) -> None:
    assert line not in roles(TITLE, line, *BODY)


def test_a_name_between_paragraphs_is_no_byline() -> None:
    assert all(role != "byline" for role, _ in roles(TITLE, BODY[0], "Mira Quist", LONG).values())


def test_who_and_when_below_the_lead_are_bylines() -> None:
    found = roles(TITLE, BODY[0], "By Mira Quist", "19.06.2026, 14:07", *BODY[1:])
    assert found["By Mira Quist"] == ("byline", "author")
    assert found["19.06.2026, 14:07"] == ("byline", "date")
    assert roles(TITLE, BODY[0], "By Friday", *BODY[1:]).keys() <= {TITLE, "By Friday"}


@pytest.mark.parametrize("question", ["Who pays?", "And the lanterns?", "¿De quién es?"])
def test_a_question_above_a_long_paragraph_is_a_heading(question: str) -> None:
    assert roles(TITLE, *BODY, question, LONG, BODY[2])[question] == ("heading", "heading")


def test_questions_of_an_interview_are_no_headings() -> None:
    talk = [TITLE, BODY[0], "Who pays?", LONG, "And the lanterns?", LONG, BODY[2]]
    assert list(roles(*talk)) == [TITLE]


def test_a_question_before_a_short_answer_is_no_heading() -> None:
    assert list(roles(TITLE, *BODY, "Who pays?", "The town pays for all of it.", LONG)) == [TITLE]


def test_a_block_of_contacts_is_marked_to_its_end() -> None:
    block = ["Press contact:", "Ostrow road office", "Mira Tolland", "Phone: 0555 1234-104"]
    found = roles(TITLE, *BODY, *block)
    assert [found[line] for line in block] == [("boilerplate", "contact")] * 4


def test_short_lines_below_a_contact_without_number_stay() -> None:
    assert "Nine boats" not in roles(TITLE, *BODY, "Press contact:", "Nine boats", "One cat")


def test_comments_of_readers_are_marked_to_the_end() -> None:
    first = "I cross it every day and never saw any rust at all."
    found = roles(TITLE, *BODY, "Comments (2)", "anna42", "2 hours ago", first, "Reply", "Rust!")
    assert found["Comments (2)"] == ("boilerplate", "comment-form")
    assert found[first] == found["anna42"] == found["Rust!"] == ("boilerplate", "comment")


def test_text_below_a_count_of_comments_without_dates_or_buttons_stays() -> None:
    assert LONG not in roles(TITLE, *BODY, "Comments (2)", LONG)
    assert LONG not in roles("Comments (2)", TITLE, LONG, *BODY, "Reply")


@pytest.mark.parametrize("rule", ["***", "---", "• • •", "* * *", "— — —", "====="])
def test_a_row_of_signs_at_an_end_of_a_paragraph_is_unreadable(rule: str) -> None:
    for line in (f"{BODY[0]} {rule}", f"{rule} {BODY[0]}"):
        text, start = article(Case("en", None, "middle", line))
        found = [m for m in marks(text) if m.start >= start]
        assert [(text[m.start : m.end], m.reason) for m in found] == [(rule, "unreadable")]


@pytest.mark.parametrize("line", ["He called it a ***", "It ended...", "Wait... — — she said."])
def test_signs_that_belong_to_a_sentence_stay_in_it(line: str) -> None:
    text, _ = article(Case("en", None, "tail", line))
    assert [m.role for m in marks(text)] == ["title"]


@pytest.mark.parametrize("line", ["Photo: Lars Odden", "Снимка: Ларс Оден", "写真：ラース・オデン"])
def test_a_credit_of_a_photograph_is_no_byline(line: str) -> None:
    assert roles(TITLE, line, *BODY)[line] == ("boilerplate", "photo-credit")
