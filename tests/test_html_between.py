"""What stands between the paragraphs of an article is in its text, or it is said that it is not."""

import pytest

from claimdesk.intake import Draft, pages
from claimdesk.intake.html import Extracted, extract

OPENING = (
    "The bridge of Ostrow was opened on Tuesday for the third time this year, and three hundred "
    "people waited beside it until midnight, said the police."
)
CLOSING = (
    "The council will meet on Friday to vote on a new contract for the company, which keeps "
    "twelve bridges in the county."
)
LONG = "The crane sank on Tuesday at three in the morning in the harbour, as the police said later."


def page(between: str) -> bytes:
    inside = f"<h1>Bridge late again</h1><p>{OPENING}</p>{between}<p>{CLOSING}</p>"
    return f'<html lang="en"><body><article>{inside}</article></body></html>'.encode()


def found(between: str) -> Extracted:
    return extract(page(between), limit=100_000)


def kept(between: str) -> list[str]:
    return found(between).text.split("\n\n")[2:-1]


@pytest.mark.parametrize("unseen", ["&shy;", "\u00ad", "&#173;", "&#8203;", "&#8288;", "\ufeff"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>The mayor re", "signed on Monday.</p>"),
        ("<p>„Der Bundes", "kanzler lügt“, sagte Anna Vey.</p>"),
        ("<ul><li>The spare bridge re</li><li>", "mained shut.</li></ul>"),
    ],
)
def test_letters_that_cannot_be_seen_cost_no_paragraph(
    unseen: str, before: str, after: str
) -> None:
    text = "".join(kept(before + unseen + after))
    shown = {"&shy;": "\u00ad", "&#173;": "\u00ad", "&#8203;": "\u200b", "&#8288;": "\u2060"}
    assert shown.get(unseen, unseen) + after.partition("<")[0] in text


def test_letters_made_of_two_cost_no_paragraph() -> None:
    assert kept("<p>Der Burgermeister kam u\u0308ber die Bru\u0308cke.</p>")


@pytest.mark.parametrize(
    ("between", "lines"),
    [
        (f'<p><a href="x">{LONG}</a></p>', [LONG]),
        (
            "<aside class=factbox><h3>In numbers</h3><p>It has 12 boats. It feeds 300.</p></aside>",
            ["In numbers", "It has 12 boats. It feeds 300."],
        ),
        (
            "<section><header><h2>Background</h2></header><p>It was built in 1912.</p></section>",
            ["Background", "It was built in 1912."],
        ),
        (
            "<blockquote><p>We have lost all we had.</p><footer>Tom Arden, baker</footer>"
            "</blockquote>",
            ["We have lost all we had.", "Tom Arden, baker"],
        ),
    ],
)
def test_sentences_of_the_article_stay_whatever_they_stand_in(
    between: str, lines: list[str]
) -> None:
    assert kept(between) == lines
    assert found(between).left_out == 0


@pytest.mark.parametrize(
    "between",
    [
        '<p><a href="x">How the bridge was sold to the company</a></p>',
        "<aside class=newsletter><p>Get our letter every morning. It is free.</p></aside>",
        "<aside><p>Get our letter every morning.</p><form><button>Go</button></form></aside>",
        '<aside><p>It was sold. <a href="x">How it was sold</a></p></aside>',
        "<aside><p>12 March 2026, three minutes</p></aside>",
        f"<aside><p>{OPENING[4:-5]}.</p></aside>",
        "<figure><img src=x><figcaption>The bridge on Tuesday. Photo: Jo Roe</figcaption></figure>",
    ],
)
def test_what_is_beside_the_article_stays_out_and_is_counted(between: str) -> None:
    one = found(between)
    assert kept(between) == []
    assert one.left_out == sum(map(len, one.passed_over)) > 0


def test_short_answers_between_the_last_paragraphs_stay() -> None:
    between = f"<p>{LONG}</p><dl><dt>When?</dt><dd>On 3 May, at noon.</dd></dl>"
    closing = "The council meets on Monday about it."
    raw = page(between).replace(CLOSING.encode(), closing.encode())
    lines = extract(raw, limit=100_000).text.split("\n\n")
    assert lines[-3:] == ["When?", "On 3 May, at noon.", closing]


def test_boxes_in_boxes_are_one_box() -> None:
    aside = "<aside><p>It has 12 boats.</p>" * 9 + "</aside>" * 9
    assert kept(aside) == ["It has 12 boats."] * 9
    assert kept(aside.replace("It has", "<a href=x>It</a> has", 1)) == []


def drafted(raw: bytes) -> Draft:
    draft = pages.drafted("page.html", raw, 100_000)
    assert isinstance(draft, Draft)
    return draft


def test_a_page_that_is_all_article_has_nothing_to_note() -> None:
    assert drafted(page("")).notices == ()


def test_it_is_noted_how_much_of_a_page_is_left_out_and_an_instance_shown() -> None:
    caption = "<figcaption>The bridge on Tuesday.\x9b Photo: Jo Roe</figcaption>"
    beside = "<nav><a href=x>Home</a></nav>"
    raw = page(f"<figure>{caption}</figure>").replace(b"<article>", f"{beside}<article>".encode())
    (notice,) = drafted(raw).notices
    assert notice == (
        "Left out: 40 characters of the page that are not its article, 36 of them between its "
        "paragraphs, for instance 'The bridge on Tuesday. Photo: Jo Roe'."
    )


def test_what_is_beside_the_article_only_is_counted_without_an_instance() -> None:
    raw = page("").replace(b"<article>", b"<nav><a href=x>Home</a></nav><article>")
    (notice,) = drafted(raw).notices
    assert notice == "Left out: 4 characters of the page that are not its article."


def test_a_long_piece_is_shown_by_its_beginning() -> None:
    (notice,) = drafted(page(f'<div class="social-media-report"><p>{LONG}</p></div>')).notices
    assert notice.endswith(
        "for instance 'The crane sank on Tuesday at three in the morning in the ...'."
    )
