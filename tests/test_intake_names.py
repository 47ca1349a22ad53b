"""What files call the pieces of an article, and what is told when nobody reads a name."""

import io
import json

import pytest

from claimdesk import intake
from claimdesk.intake import Draft, Notice, Refusal, naming

Found = list[Draft | Refusal | Notice]


def read(name: str, raw: str) -> Found:
    return list(intake.read(name, io.BytesIO(raw.encode()), 10_000))


def drafts(name: str, raw: str) -> list[Draft]:
    return [found for found in read(name, raw) if isinstance(found, Draft)]


def one(name: str, raw: str) -> Draft:
    (found,) = read(name, raw)
    assert isinstance(found, Draft), found
    return found


# Names


@pytest.mark.parametrize(
    ("text", "title", "author", "published", "language"),
    [
        ("body", "headline", "byline", "date", "lang"),
        ("articleBody", "headline", "creator", "datePublished", "inLanguage"),
        ("full_text", "Heading", "AUTHORS", "pub-date", "LANG"),
        ("Text", "Titel", "Autorin", "Datum", "Sprache"),
        ("Inhalt", "Überschrift", "Verfasser", "Veröffentlicht", "sprache"),
        ("texte", "titre", "auteur", "date", "langue"),
        ("contenido", "titulo", "autor", "fecha", "idioma"),
        ("testo", "titolo", "autore", "data", "lingua"),
        ("conteudo", "título", "autora", "data", "língua"),
        ("tekst", "titel", "auteur", "datum", "taal"),
        ("treść", "tytuł", "autor", "data", "język"),
        ("conținut", "titlu", "autor", "data", "limbă"),
        ("текст", "заголовок", "автор", "дата", "мова"),
        ("Содержание", "Название", "Автор", "Дата", "Язык"),
    ],
)
def test_pieces_are_known_by_usual_names_in_every_kind_of_record(
    text: str, title: str, author: str, published: str, language: str
) -> None:
    values = {title: "It rained", author: "N. Q.", published: "14.3.2026", language: "pt_BR"}
    record = values | {text: "It rained."}
    row = "\n".join(";".join(line) for line in (record, record.values()))
    block = "\n".join(f"{name}: {value}" for name, value in values.items())
    for draft in (
        one("a.json", json.dumps(record)),
        one("a.jsonl", json.dumps(record)),
        one("a.csv", row),
        one("a.md", f"---\n{block}\n---\nIt rained."),
    ):
        known = draft.metadata
        assert (draft.text, known.title, known.author) == ("It rained.", "It rained", "N. Q.")
        assert (known.published, known.language) == ("2026-03-14", "pt-BR")
        assert draft.notices == ()


def test_no_name_means_two_things() -> None:
    forms = [naming.folded(name) for names in naming.NAMES.values() for name in set(names)]
    assert len(set(forms)) == len(
        {(f, k) for k, ns in naming.NAMES.items() for f in map(naming.folded, ns)}
    )
    assert naming.folded("Full_Text") == naming.folded("fullText") == "fulltext"


def test_the_best_name_is_read_and_the_others_are_named() -> None:
    draft = one("a.jsonl", '{"content": "Some of it.", "text": "It rained.", "foo": 1}')
    assert draft.text == "It rained."
    assert draft.notices[0].startswith("Not used: the keys 'content', 'foo'.")
    assert one("a.jsonl", '{"text": null, "content": "It rained."}').text == "It rained."


def test_programs_may_write_names_as_objects_and_lists() -> None:
    record = {
        "id": 17,
        "content": ["It rained.", "It snowed."],
        "source": {"id": None, "name": "The Courier"},
        "authors": [{"name": "Nora Quill"}, "O. Vane"],
    }
    draft = one("a.json", json.dumps(record))
    assert draft.text == "It rained.\n\nIt snowed."
    known = draft.metadata
    assert (known.id, known.publisher, known.author) == ("17", "The Courier", "Nora Quill, O. Vane")
    assert draft.known_from["author"] == "key authors"


def test_a_value_under_another_name_than_ours_costs_no_article() -> None:
    draft = one("a.jsonl", '{"text": "It rained.", "date": "03/04/2026", "lang": ["en"]}')
    assert (draft.metadata.published, draft.metadata.language) == (None, None)
    assert draft.notices[0].startswith("Its 'published' from key date is left out: it should be")
    assert "'lang'" in draft.notices[1]


@pytest.mark.parametrize("name", ["articles", "items", "results"])
@pytest.mark.parametrize("ending", ["json", "jsonl"])
def test_a_list_in_an_object_is_as_many_articles(name: str, ending: str) -> None:
    raw = json.dumps(
        {"status": "ok", name: [{"content": "It rained."}, {}, {"body": "It snowed."}]}
    )
    found = read(f"a.{ending}", raw)
    assert [type(one) for one in found] == [Draft, Refusal, Draft]
    place = "a.json" if ending == "json" else "a.jsonl:1"
    assert [one.source for one in found] == [f"{place}:{number}" for number in (1, 2, 3)]


def test_a_list_in_a_line_is_as_many_articles() -> None:
    raw = '[{"text": "It rained."}, {"text": "It snowed."}]\n{"text": "Both."}\n[1, 2]\n[]\n'
    found = read("a.jsonl", raw)
    assert [one.source for one in found] == [
        f"a.jsonl:{at}" for at in ("1:1", "1:2", "2", "3", "4")
    ]
    assert [one.text for one in drafts("a.jsonl", raw)] == ["It rained.", "It snowed.", "Both."]


@pytest.mark.parametrize("first", ["sep=;", "SEP=;\r", '"sep=;"'])
def test_excel_may_say_how_columns_are_told_apart(first: str) -> None:
    draft = one(
        "a.csv",
        f"\ufeff{first}\ntitle;text,body\nIt rained;It rained, it snowed.\n".replace(
            "text,body", "text"
        ),
    )
    assert (draft.text, draft.source) == ("It rained, it snowed.", "a.csv:3")


# Opening blocks


def test_what_other_programs_write_into_the_opening_block_is_named_and_left() -> None:
    block = (
        'layout: post\n# a remark\ntitle: "Pier"\ndate: 2026-03-14 09:30:00 +0100\ntags: [a, b]\n'
        "categories:\n  - news\n- ports\ncover-image:\n  src: x.png\n  alt: y\n"
        "summary: >\n  It is: shut.\n\nauthors:\n- name: Nora Quill\n  url: x\n- O. Vane"
    )
    draft = one("a.md", f"---\n{block}\n---\n# Pier\n\nIt is shut.")
    known = draft.metadata
    assert (known.title, known.author) == ("Pier", "Nora Quill, O. Vane")
    assert known.published is not None
    assert known.published.startswith("2026-03-14")
    names = "'layout', 'tags', 'categories', 'cover-image', 'summary'"
    assert draft.notices == (f"Not used: the keys {names}.",)
    assert set(draft.known_from.values()) == {"front matter"}


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("author:\n  name: Nora Quill\n  url: x", "Nora Quill"),
        ("author: Nora\n  Quill", "Nora Quill"),
        ("author: >-\n  Nora\n  Quill", "Nora Quill"),
        ("author: ['Nora', \"Quill\"]", "Nora, Quill"),
        ("author:\n  - 'Nora'\n\n  - Quill", "Nora, Quill"),
        ("author:\n  role: none", None),
        ("author: []", None),
    ],
)
def test_a_value_of_a_block_may_go_on_below(written: str, author: str | None) -> None:
    draft = one("a.txt", f"---\ntitle: It rained\n{written}\n---\nIt rained.")
    assert draft.metadata.author == author


# Titles


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.jsonl", '{"title": "Mayor resigns", "text": "She left on Friday."}'),
        ("a.json", '{"title": "Mayor resigns", "text": "She left on Friday."}'),
        ("a.csv", "title,text\nMayor resigns,She left on Friday.\n"),
        ("a.md", "---\ntitle: Mayor resigns\n---\n\nShe left on Friday."),
        ("a.txt", "---\ntitle: Mayor resigns\n---\n\nShe left on Friday."),
    ],
)
def test_a_title_that_is_not_in_the_text_is_told_and_the_text_stays(name: str, raw: str) -> None:
    draft = one(name, raw)
    assert draft.text == "She left on Friday."
    assert draft.notices[0].startswith("Its title is not in its text, so nobody judges it")
    within = one(name, raw.replace("She left", "MAYOR  resigns. She left"))
    assert within.notices == ()


def test_a_title_that_says_the_first_line_and_the_site_is_in_the_text() -> None:
    raw = '{"title": "Mayor resigns - The Courier", "text": "Mayor resigns\\n\\nShe left."}'
    assert one("a.jsonl", raw).notices == ()


def test_the_same_is_told_once_for_a_file_of_many() -> None:
    lines = ['{"title": "Mayor", "text": "She left.", "foo": 1}'] * 3 + ['{"text": "a", "bar": 1}']
    told = [one.notices for one in drafts("a.jsonl", "\n".join(lines))]
    assert [len(notices) for notices in told] == [2, 0, 0, 1]
    assert "'bar'" in told[3][0]
    assert told[0][0].endswith("(Told once for this file.)")


def test_what_is_told_of_a_file_does_not_grow_without_end() -> None:
    lines = [json.dumps({"text": "She left.", f"key{n}": 1}) for n in range(3000)]
    told = [one.notices for one in drafts("a.jsonl", "\n".join(lines))]
    assert sum(map(len, told)) == 1000


# HTML where text is meant


MARKUP = "<p>The ferry was <b>late</b> &amp; wet.</p>\n<p>It rained.</p>"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.jsonl", json.dumps({"text": MARKUP})),
        ("a.json", json.dumps([{"body": MARKUP}])),
        ("a.csv", f'text\n"{MARKUP}"\n'),
        ("a.txt", MARKUP),
        ("a.txt", f"---\nlanguage: en\n---\n{MARKUP}"),
    ],
)
def test_markup_in_place_of_text_is_read_without_its_tags_and_kept(name: str, raw: str) -> None:
    draft = one(name, raw)
    assert draft.text == "The ferry was late & wet.\n\nIt rained."
    assert draft.original is not None
    assert (draft.original.media_type, draft.original.body) == ("text/html", MARKUP.encode())
    assert draft.notices[0].startswith("Its text is HTML")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<!-- wp:paragraph -->\n<p class='a'>One.</p>\n<!-- /wp -->", "One."),
        ("<DIV>One.<br/>Two.</DIV>", "One.\nTwo."),
        ("One.<br>Two.<br>Three.", "One.\nTwo.\nThree."),
        ("One.<br />\nTwo.<br />\nThree.", "One.\nTwo.\nThree."),
        ("One.</p><p>Two.</p>", "One.\n\nTwo."),
    ],
)
def test_what_is_plainly_markup_is_read_as_such(written: str, text: str) -> None:
    assert one("a.jsonl", json.dumps({"text": written})).text == text


@pytest.mark.parametrize(
    "written",
    [
        "<b>Bold</b> opening",
        "<p> is the tag of a paragraph.",
        "Use <br> or <br/> to break a line.",
        "A line that ends in </p> is one.\n\nAnother that ends in </p> as well.",
        "Write one<br>to break a line\n\nor another<br>here.",
        "<pier@example.org> wrote </p>.",
        "It rained <script>alert(1)</script>.",
        "<p <p <p </p>",
        "1 < 2 and 3 > 2",
        "<!-- never closed <p>a</p>",
    ],
)
def test_a_text_that_speaks_of_tags_stays_as_it_is(written: str) -> None:
    draft = one("a.jsonl", json.dumps({"text": written}))
    assert (draft.text, draft.original, draft.notices) == (written, None, ())


def test_a_key_that_says_html_holds_html() -> None:
    draft = one("a.json", json.dumps({"items": [{"content_html": "The <i>ferry</i> sank."}]}))
    assert draft.text == "The ferry sank."


def test_markup_without_a_word_is_empty() -> None:
    (found,) = read("a.jsonl", json.dumps({"text": "<p> </p><p><img src=x></p>"}))
    assert found == Refusal("a.jsonl:1", "It is empty.")
