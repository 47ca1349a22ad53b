"""A page that says it is in another language than its text is not believed."""

import io
import json

import pytest

from claimdesk import intake
from claimdesk.intake import Draft

ENGLISH = (
    "The ferry pier of Orvel has been shut since Monday, and nobody at the town hall knows why. "
    "The mayor said that she had asked the harbour office, and that there was no answer. "
)
WORDS = f"<p>{ENGLISH}</p>" * 4


def one(name: str, raw: str) -> Draft:
    (found,) = intake.read(name, io.BytesIO(raw.encode()), 100_000)
    assert isinstance(found, Draft), found
    return found


def page(language: str, words: str = WORDS) -> str:
    return f"<!doctype html><html lang={language}><body><article>{words}</article></body></html>"


def feed(language: str, words: str = ENGLISH * 2) -> str:
    return (
        f"<rss version='2.0'><channel><title>The Courier</title><language>{language}</language>"
        f"<item><title>Pier</title><description>{words}</description></item></channel></rss>"
    )


@pytest.mark.parametrize(("name", "raw"), [("a.html", page("fr")), ("a.rss", feed("fr"))])
def test_a_language_that_the_text_is_not_in_is_left_out_and_noted(name: str, raw: str) -> None:
    draft = one(name, raw)
    assert draft.metadata.language is None
    assert "language" not in draft.known_from
    assert [what for what in draft.notices if "says fr, its text is en" in what]


@pytest.mark.parametrize(
    ("name", "raw", "language"),
    [
        ("a.html", page("en-GB"), "en-GB"),
        ("a.rss", feed("en-GB"), "en-GB"),
        ("a.html", page("sco"), "sco"),
        ("a.rss", feed("fr", "The pier is shut, and nobody knows why."), "fr"),
        ("a.rss", feed("fr", "1 2 3 4 5 " * 90), "fr"),
    ],
)
def test_a_language_is_believed_that_nothing_speaks_against(
    name: str, raw: str, language: str
) -> None:
    draft = one(name, raw)
    assert draft.metadata.language == language
    assert not [what for what in draft.notices if "language" in what]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", f"---\nlanguage: fr\n---\n{ENGLISH}"),
        ("a.jsonl", json.dumps({"text": ENGLISH, "language": "fr"})),
        ("a.csv", f'language,text\nfr,"{ENGLISH}"\n'),
    ],
)
def test_what_the_user_says_is_taken_as_it_is(name: str, raw: str) -> None:
    assert one(name, raw).metadata.language == "fr"
