"""Files become drafts, or are refused with the place and the reason."""

import io
import json
from pathlib import Path

import pytest

from claimdesk import intake
from claimdesk.errors import BadInput
from claimdesk.intake import Draft, Refusal

LIMIT = 1000


def read(name: str, raw: bytes, limit: int = LIMIT) -> list[Draft | Refusal]:
    return list(intake.read(name, io.BytesIO(raw), limit))


def one(name: str, raw: bytes) -> Draft:
    (found,) = read(name, raw)
    assert isinstance(found, Draft), found
    return found


def refusal(name: str, raw: bytes, limit: int = LIMIT) -> Refusal:
    (found,) = read(name, raw, limit)
    assert isinstance(found, Refusal), found
    return found


def test_plain_text_is_taken_as_it_is() -> None:
    draft = one("a.txt", b"Caf\xc3\xa9.\r\nOpen.")
    assert (draft.text, draft.source) == ("Café.\nOpen.", "a.txt")


def test_a_byte_order_mark_is_no_text() -> None:
    assert one("a.txt", b"\xef\xbb\xbfOpen.").text == "Open."


def test_decomposed_letters_are_composed() -> None:
    assert one("a.txt", "Cafe\u0301".encode()).text == "Café"


def test_an_opening_block_is_metadata() -> None:
    raw = b"---\ntitle: Pier shut\nurl: https://example.org/1\nauthor:\n---\n\nThe pier is shut."
    draft = one("a.txt", raw)
    assert draft.text == "The pier is shut."
    assert (draft.metadata.title, draft.metadata.author) == ("Pier shut", None)


@pytest.mark.parametrize(
    "text",
    ["\n---\nNot a key\n---\nText", "---\nHe said: open", "--- a dash\ntitle: x\n---\n", "---"],
)
def test_what_is_no_block_is_text(text: str) -> None:
    assert one("a.txt", text.encode()).text == text


@pytest.mark.parametrize(
    "block", ["Title: A b", "title:A b", "\ntitle: A b\n", "title: A b  ", "TITLE:\tA b"]
)
def test_a_block_may_be_written_as_people_write(block: str) -> None:
    draft = one("a.txt", f"---\n{block}\n---\nText".encode())
    assert (draft.text, draft.metadata.title) == ("Text", "A b")


@pytest.mark.parametrize("block", ["Not a key", "title: a\ntitle: b", "title: a\n- b"])
def test_a_block_that_is_none_is_refused_with_its_line(block: str) -> None:
    assert "Line " in refusal("a.txt", f"---\n{block}\n---\nText".encode()).why


def test_a_name_of_any_bytes_can_be_shown() -> None:
    assert intake.shown("na\udcffme\x1b[31m\n.txt") == "na\ufffdme\ufffd[31m\ufffd.txt"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_block_that_is_never_closed_is_refused_with_how_to_mend_it(name: str) -> None:
    raw = b"---\nTitle: Pier shut\nlanguage: en\n\nThe pier is shut."
    assert "not closed: put a line '---'" in refusal(name, raw).why
    assert "empty line" in refusal(name, raw).why
    assert one("a.txt", b"\n" + raw).text == "\n" + raw.decode()


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"Ferry: closed"', "Ferry: closed"),
        ("'Ferry''s end'", "Ferry's end"),
        (r'"The \"Gull\" sank"', 'The "Gull" sank'),
        ('"Gull" and "Tern"', '"Gull" and "Tern"'),
        ("\"Gull'", "\"Gull'"),
        ('"', '"'),
        ('""', None),
    ],
)
def test_quotation_marks_around_a_value_are_not_of_it(written: str, title: str | None) -> None:
    draft = one("a.txt", f"---\ntitle: {written}\n---\nText".encode())
    assert draft.metadata.title == title


def test_a_block_without_a_single_known_key_is_none_and_refused() -> None:
    why = refusal("a.md", b"---\ncolour: red\n---\nText").why
    assert why.startswith("It has a key 'colour' that is not known; known are: id, title, url,")
    assert "empty line" in why
    assert "inputs" not in why


def test_each_line_of_jsonl_is_an_article() -> None:
    lines = [{"text": "One.", "title": "A"}, {"text": "Two.", "language": "de"}]
    raw = "\n".join(map(json.dumps, lines)).encode() + b"\n\n"
    drafts = read("a.jsonl", raw)
    assert [type(found) for found in drafts] == [Draft, Draft]
    assert drafts[1].source == "a.jsonl:2"


def test_a_stream_that_opens_with_a_brace_is_jsonl() -> None:
    assert one(intake.STDIN, b'{"text": "One."}').text == "One."


def test_a_line_separator_inside_a_string_does_not_end_the_line() -> None:
    raw = json.dumps({"text": "One\u2028two\x85three"}, ensure_ascii=False).encode()
    assert one("a.jsonl", raw).text == "One\u2028two\x85three"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"{", "not valid JSON"),
        (b"[1]", '"text"'),
        (b'{"text": 1}', '"text"'),
        (b'{"text": ""}', "empty"),
        (b'{"text": " \\n"}', "empty"),
        (b'{"text": "a\\u0000"}', "NUL"),
        (b'{"text": "a\\ud800"}', "surrogate"),
        (b'{"text": "a", "title": "\\udc00"}', "surrogate"),
        (b'{"text": "a", "text": "b"}', "twice"),
        (b'{"text": "a", "title": NaN}', "NaN"),
        (b'{"text": "a", "url": "javascript:x"}', "url"),
        (b'{"text": "a", "published": "last week"}', "published"),
        (b'{"text": "a", "published": "2026-99-99"}', "published"),
        (b'{"text": "a", "title": "a\\u001bb"}', "title"),
        (b'{"text": "a", "url": "https://example.org/\\u202ea"}', "url"),
        (b'{"text": "\xff"}', "UTF-8"),
        (b"[" * 100_000, "nested"),
    ],
)
def test_a_line_that_cannot_be_used_says_why(raw: bytes, why: str) -> None:
    found = refusal("a.jsonl", raw, limit=100_000)
    assert why in found.why
    assert found.source == "a.jsonl:1"


@pytest.mark.parametrize(
    ("raw", "why"),
    [(b"", "empty"), (b"\0\xff\0", "binary"), (b"a\0b", "binary"), (b"\xff", "UTF-8")],
)
def test_a_file_that_cannot_be_used_says_why(raw: bytes, why: str) -> None:
    assert why in refusal("a.txt", raw).why


def test_one_broken_line_costs_no_other() -> None:
    kinds = [type(found) for found in read("a.jsonl", b'{"text":"a"}\n{\n{"text":"b"}')]
    assert kinds == [Draft, Refusal, Draft]


def test_a_line_that_is_too_long_costs_no_other() -> None:
    long = b'{"text": "' + b"x" * 500_000 + b'"}'
    kinds = [type(found) for found in read("a.jsonl", b'{"text":"a"}\n' + long + b'\n{"text":"b"}')]
    assert kinds == [Draft, Refusal, Draft]


@pytest.mark.parametrize("letter", ["x", "é", "是", "𝒜"])
def test_the_limit_counts_code_points(letter: str) -> None:
    assert one("a.txt", (letter * LIMIT).encode()).text == letter * LIMIT
    assert "longer" in refusal("a.txt", (letter * (LIMIT + 1)).encode()).why


def test_folders_are_opened_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.jsonl", "c.pdf", ".hidden.txt", "sub/d.txt", "README.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [Path(one).relative_to(tmp_path).as_posix() for one in intake.find([str(tmp_path)])]
    assert found == ["a.jsonl", "b.txt", "sub/d.txt"]


def test_a_path_that_does_not_exist_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be loaded"):
        intake.find([str(tmp_path / "nothing.txt")])


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nothing that can be loaded"):
        intake.find([str(tmp_path)])
