"""Furniture that is a sentence of a paragraph, and sentences of a paragraph that are none."""

import pytest

from claimdesk.segmenting import split
from claimdesk.segmenting.furniture import Hints

from .furniture_cases import Case, article, bodies, marks

INSIDE = [
    ("en", "photo-credit", "Photo: Jane Roe."),
    ("en", "related", "Read more: How the ferry was sold."),
    ("en", "newsletter", "Click here to subscribe to our newsletter."),
    ("en", "advertisement", "Advertisement."),
    ("en", "share", "Share this: Facebook Twitter WhatsApp"),
    ("en", "credit", "(Reporting by Marta Hollis; editing by Tom Bly)"),
    ("en", "copyright", "© 2024 Ellan Post"),
    ("de", "related", "Lesen Sie auch: Wie die Fähre verkauft wurde."),
    ("de", "continue-reading", "Mehr dazu hier."),
    ("de", "newsletter", "Hier geht es zum Newsletter."),
    ("de", "credit", "(dpa/jbr)"),
    ("fr", "related", "Lire aussi : Comment le bac a été vendu."),
    ("es", "related", "Lea también: Cómo se vendió el barco."),
    ("ro", "related", "Citește și: Cum a fost vândut feribotul."),
    ("ru", "related", "Читайте также: Как продали паром."),
    ("uk", "related", "Читайте також: Як продали пором."),
    ("uk", "subscribe", "Підписуйтесь на наш канал."),
]
TELLING = [
    "“We close. Subscribe to our newsletter. Bye,” said the editor.",
    "— We close. Subscribe to our newsletter. Bye, said the editor.",
    "He left it open. Photo: nobody was there at all that night. He left.",
    "What can they do? Share the food. Subscribe. Comment. Nobody did.",
    "The paper cried. Support our journalism, it begged. Nobody did.",
    "He turned the page. © 2024 was all it said. He left.",
    "They sold it (Photo: Jane Roe. Text: Tom Bly). He left.",
    "It was an old sign. We use cookies, it said. Nobody did.",
    "The AP and dpa reported it. (He left.) (ab) Nobody came.",
]


@pytest.mark.parametrize(("language", "reason", "sentence"), INSIDE)
@pytest.mark.parametrize("place", ["between", "end"])
def test_a_sentence_of_the_page_is_marked_in_its_paragraph(
    language: str, reason: str, sentence: str, place: str
) -> None:
    before = bodies()[language][1]
    after = f" {bodies()[language][3]}" if place == "between" and sentence[-1] == "." else ""
    text, start = article(Case(language, None, "middle", f"{before} {sentence}{after}"))
    found = [one for one in marks(text, Hints(language=language)) if one.start >= start]
    assert [(text[one.start : one.end], one.reason) for one in found] == [(sentence, reason)]


@pytest.mark.parametrize("paragraph", TELLING)
def test_a_sentence_of_the_article_stays_in_its_paragraph(paragraph: str) -> None:
    text, _ = article(Case("en", None, "middle", paragraph))
    assert [one.reason for one in marks(text)] == ["headline"]


def test_the_sentences_around_one_that_is_marked_stay_whole() -> None:
    paragraph = "The mayor said nothing. Read more: How it was sold. The council meets on Friday."
    text, start = article(Case("en", None, "middle", paragraph))
    found = [
        (one.role, text[one.start : one.end])
        for one in split(text)
        if start <= one.start < start + len(paragraph)
    ]
    assert found == [
        ("body", "The mayor said nothing."),
        ("boilerplate", "Read more: How it was sold."),
        ("body", "The council meets on Friday."),
    ]


@pytest.mark.parametrize(
    "line",
    ["The fine was 40 crowns.1", "The mayor left.Read", "Die Strafe betrug 40 Kronen.1"],
)
def test_a_line_with_the_end_of_a_sentence_in_it_is_no_heading(line: str) -> None:
    text, _ = article(Case("en", None, "middle", line))
    assert [one.role for one in marks(text)] == ["title"]


def test_a_name_below_the_lines_of_a_letter_is_no_heading() -> None:
    text, _ = article(Case("en", None, "middle", "Dear council,\nwe resign today.\nThe crew"))
    assert [one.role for one in marks(text)] == ["title"]


def test_no_more_than_a_hundred_sentences_of_a_line_are_looked_at() -> None:
    text, _ = article(Case("en", None, "middle", "It is late. Photo: Jane Roe. " * 150 + "Late."))
    assert sum(one.reason == "photo-credit" for one in marks(text)) == 100
