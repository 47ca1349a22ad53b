"""What only a tag says is in the text too: quotations, deleted words, raised numbers, links."""

import pytest

from claimdesk.intake.html import extract

OPENING = "The bridge of Ostrow was opened yesterday by the mayor, Ann Vey, said the paper. " * 2
CLOSING = "The council of Ostrow will meet on Monday to vote on the second bridge. " * 2


def read(paragraph: str, language: str = "en") -> str:
    """The text of an article between its first and its last paragraph."""
    inside = f"<h1>Bridge opened</h1><p>{OPENING}</p>{paragraph}<p>{CLOSING}</p>"
    raw = f'<html lang="{language}"><body><article>{inside}</article></body></html>'
    found = extract(raw.encode(), limit=100_000).text
    return found.partition(OPENING.strip())[2].partition(CLOSING.strip())[0].strip()


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "Ann answered “No, ‘never’ again” and left."),
        ("de-AT", "Ann answered „No, ‚never‘ again“ and left."),
        ("de-CH", "Ann answered «No, ‹never› again» and left."),
        ("fr", "Ann answered «No, “never” again» and left."),
        ("uk", "Ann answered «No, „never“ again» and left."),
        ("zh_Hant_TW", "Ann answered 「No, 『never』 again」 and left."),
        ("", "Ann answered “No, ‘never’ again” and left."),
    ],
)
def test_quotations_have_the_marks_of_the_language_around_them(language: str, shown: str) -> None:
    assert read("<p>Ann answered <q>No, <q>never</q> again</q> and left.</p>", language) == shown


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("Ann said <q>“No”</q> and left.", "Ann said “No” and left."),
        ("Ann said “<q>No</q>” and left.", "Ann said “No” and left."),
        ("Ann said <q></q> nothing at all.", "Ann said nothing at all."),
        ("Ann said <q> <b>No</b>, <i>no</i> </q> and left.", "Ann said “No, no” and left."),
        ('Ann said <q lang="de">Nein</q> and left.', "Ann said “Nein” and left."),
    ],
)
def test_marks_stand_once_and_close_to_the_words(inside: str, shown: str) -> None:
    assert read(f"<p>{inside}</p>") == shown


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("It carried <del>400</del> <ins>300</ins> people.", "It carried 300 people."),
        ("It cost <s>30</s> 20 crowns.", "It cost 20 crowns."),
        ("It cost <strike>30 <b>new</b></strike> crowns.", "It cost crowns."),
        ("The ferry came <del>late</del>.", "The ferry came."),
        ("The <i>old</i> <del>400 <s>500</s></del>, red ferry came.", "The old, red ferry came."),
    ],
)
def test_words_that_a_page_takes_back_are_not_in_its_text(inside: str, shown: str) -> None:
    assert read(f"<p>{inside}</p>") == shown


def test_paragraphs_that_a_page_takes_back_are_not_in_its_text() -> None:
    assert read("<del><p>Nobody came to see it.</p></del><p>All came to see it.</p>") == (
        "All came to see it."
    )


@pytest.mark.parametrize("tag", ["s", "del", "strike"])
def test_a_tag_that_nobody_closed_deletes_no_article(tag: str) -> None:
    raw = f"<html><body><p>Ann <{tag}>Vey<div><p>{OPENING}</p><p>{CLOSING}</p></div></body></html>"
    found = extract(raw.encode(), limit=100_000).text
    assert OPENING.strip() in found
    assert CLOSING.strip() in found


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("The fine was 40 crowns.<sup>1</sup>", "The fine was 40 crowns."),
        ("The fine<sup>*</sup> was 40 crowns.<sup>[2]</sup>", "The fine was 40 crowns."),
        ("The fine was 40 crowns<sup>1, 2</sup>.", "The fine was 40 crowns."),
        ("“It is law.”<sup>3</sup><sup>4</sup> He left.", "“It is law.” He left."),
        ('The year was 2024.<sup><a href="#n">a</a></sup>', "The year was 2024."),
        ('The year was 2024<a href="#n"><sup>7</sup></a>.', "The year was 2024."),
        ("<sup>1</sup>The figures are those of the mayor.", "The figures are those of the mayor."),
        ("It has 40<sup>2</sup> rooms of 12 m<sup>2</sup>.", "It has 40² rooms of 12 m²."),
        ("They counted 10 <sup>-6</sup> grams of it.", "They counted 10 ⁻⁶ grams of it."),
        ("Traces of <sup>14</sup>C were found there.", "Traces of ¹⁴C were found there."),
        ("On the 1<sup>st</sup> of May CO<sub>2</sub> fell.", "On the 1st of May CO2 fell."),
    ],
)
def test_raised_marks_of_footnotes_go_and_powers_stay_powers(inside: str, shown: str) -> None:
    assert read(f"<p>{inside}</p>") == shown


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("The mayor left.<a href=x>Read more</a>", "The mayor left.\nRead more"),
        ("The mayor left.<a href=x>Read more</a> ", "The mayor left.\nRead more"),
        ("The mayor left. <a href=x>Read more</a>", "The mayor left. Read more"),
        (
            "The mayor left.<a href=x>The council</a> of Ostrow did not leave.",
            "The mayor left. The council of Ostrow did not leave.",
        ),
        (
            "It was <a href=x>her last day.</a>Nobody in Ostrow knew.",
            "It was her last day. Nobody in Ostrow knew.",
        ),
        ("Write to the mayor.<a href=x>com</a> today.", "Write to the mayor.com today."),
    ],
)
def test_a_link_does_not_stick_to_the_sentence_before_it(inside: str, shown: str) -> None:
    assert read(f"<p>{inside}</p>") == shown


def test_lines_that_were_set_by_hand_stay_lines() -> None:
    found = read("<pre>Dear council,\n  we resign   today.\n\nThe crew</pre>")
    assert found == "Dear council,\nwe resign today.\n\nThe crew"
