"""Each kind of file gives its articles, with what is known of them and from where."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from claimdesk import intake
from claimdesk.intake import Draft, Notice, Refusal
from claimdesk.intake.fragments import text as words
from claimdesk.intake.markdown import seen

LIMIT = 10_000
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Courier</title><language>en-gb</language><image><title>Logo</title></image>
<item><title>Pier &amp;amp; ferry</title><link>https://example.org/1</link>
  <dc:creator>Nora Quill</dc:creator><pubDate>Sat, 14 Mar 2026 09:30:00 GMT</pubDate>
  <description>Short.</description>
  <content:encoded><![CDATA[<p>The pier is <b>shut</b>.</p><p>Nobody knows why.</p>]]>
  </content:encoded>
</item>
<item><title>Odd</title><link>javascript:x</link><pubDate>someday</pubDate>
  <description>It &lt;i&gt;rained&lt;/i&gt;.</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Der Bote</title>
<entry><title type="html">Pier &lt;b&gt;zu&lt;/b&gt;</title>
  <link rel="self" href="https://example.org/self"/><link href="https://example.org/2"/>
  <author><name>N. Q.</name></author><updated>2026-03-14T09:30:00Z</updated>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Pier ist zu.</p></div>
  </content>
</entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title></channel>
<item><title>Pier</title><link>https://example.org/3</link><dc:date>2026-03-14</dc:date>
<description>The pier is shut.</description></item></rdf:RDF>"""
PAGE = (
    "<!doctype html><html lang='en'><head><title>Pier shut</title></head><body><article>"
    "<h1>Pier shut</h1>" + "<p>The pier has been shut since Monday, and nobody knows why.</p>" * 9
) + "</article></body></html>"


def read(name: str, raw: bytes | str, limit: int = LIMIT) -> list[Draft | Refusal | Notice]:
    octets = raw.encode() if isinstance(raw, str) else raw
    return list(intake.read(name, io.BytesIO(octets), limit))


def drafts(name: str, raw: bytes | str) -> list[Draft]:
    return [found for found in read(name, raw) if isinstance(found, Draft)]


def refusals(name: str, raw: bytes | str) -> list[tuple[str, str]]:
    return [(one.source, one.why) for one in read(name, raw) if isinstance(one, Refusal)]


def zipped(files: dict[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


# Markdown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("# Pier *shut*\n\nThe [pier](http://x) is\n**shut**.", "Pier shut\n\nThe pier is shut."),
        ("One\\\ntwo", "One\ntwo"),
        ("Boats:\n\n- one\n- two\n\nEnd", "Boats:\n\none\ntwo\n\nEnd"),
        ("1. one\n\n   more\n2. two", "one\n\nmore\n\ntwo"),
        ("| a | b |\n|---|---|\n| 1 | *2* |", "a | b\n1 | 2"),
        ("A\n\n```\nx  y\n\n z\n```\n\nB", "A\n\nx  y\n\n z\n\nB"),
        ("![a boat](b.png)\n\nText ![x](y) on", "Text  on"),
        ("<div>Raw <b>text</b><script>x()</script></div>\n\nA <i>b</i>", "Raw text\n\nA b"),
        (
            "Shut.[^1] It [^b] is.\n\n[^1]: The mayor.\n[^b]: http://x",
            "Shut. It is.\n\nThe mayor.\n\nhttp://x",
        ),
        ("Shut [^1].\n[^1]: The *mayor*\n  said.\n\nEnd", "Shut.\n\nThe mayor said.\n\nEnd"),
        ("> Shut[^1]\n> [^1]: Said\n\n- a[^x]y `[^1]`", "Shut\n\nSaid\n\nay [^1]"),
        ("A [word][^1] and [b][1]\n\n[1]: http://x", "A [word] and b"),
        ("> Said\n\n---\n\n&amp; `a*b*`", "Said\n\n& a*b*"),
    ],
)
def test_markdown_is_what_its_reader_sees(written: str, shown: str) -> None:
    assert seen(written) == shown


def test_markdown_may_open_with_metadata() -> None:
    (draft,) = drafts("a.md", "---\ntitle: Pier\n---\n# Pier\n\nShut.")
    assert draft.text == "Pier\n\nShut."
    assert (draft.metadata.title, draft.known_from) == ("Pier", {"title": "front matter"})


# HTML


@pytest.mark.parametrize("name", ["a.html", "A.HTM", intake.STDIN])
def test_a_page_keeps_what_it_was(name: str) -> None:
    (draft,) = drafts(name, PAGE)
    assert "nobody knows why" in draft.text
    assert draft.metadata.title == "Pier shut"
    assert draft.original is not None
    assert draft.original.body == PAGE.encode()
    assert len(draft.original.digest) == 64


def test_a_page_saved_with_all_its_files_is_its_first_page() -> None:
    saved = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n'
        "--cut\r\nContent-Type: text/css\r\n\r\nbody {}\r\n"
        "--cut\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Location: https://example.org/p\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{PAGE.replace('=', '=3D')}\r\n--cut--"
    )
    (draft,) = drafts("a.mhtml", saved)
    assert "nobody knows why" in draft.text
    assert (draft.metadata.url, draft.known_from["url"]) == ("https://example.org/p", "saved page")


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ("<p>A <b>b</b>c</p><p>D</p>", "A bc\n\nD"),
        ("a<br>b<br/><br>c", "a\nb\nc"),
        ("<ul><li>a<li>b</ul>c", "a\nb\n\nc"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"),
        ("a<script>x<p>y</script>b<!-- <p> -->c", "abc"),
        ("1 < 2 &amp;&lt; 3 &#x41; &#99999999999; &nosuch;", "1 < 2 &< 3 A \ufffd &nosuch;"),
        ("<a title=it's href='>'>x</a> y", "x y"),
        ("x <a href='y", "x"),
        ("<P>A\n  b</P>\n\n<P>C", "A b\n\nC"),
        ("", ""),
    ],
)
def test_a_piece_of_html_gives_its_words(piece: str, text: str) -> None:
    assert words(piece) == text


# Tables


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_may_be_delimited_as_usual(delimiter: str) -> None:
    raw = f'title{delimiter}text\nPier{delimiter}"Shut; or | not,\tsaid ""she""."\n'
    (draft,) = drafts("a.csv", raw)
    assert draft.text == 'Shut; or | not,\tsaid "she".'
    assert (draft.source, draft.metadata.title) == ("a.csv:2", "Pier")


def test_columns_are_known_by_usual_names() -> None:
    raw = (
        "\ufeffHeadline,Full_Text,LINK,pub-date,Lang,colour\r\nA,B,https://example.org,2026,de,red"
    )
    (draft,) = drafts("a.csv", raw)
    known = draft.metadata
    assert (known.title, known.url, known.published) == ("A", "https://example.org", "2026")
    assert draft.known_from["title"] == "column Headline"
    assert "colour" in draft.notices[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.jsonl"])
def test_a_byte_order_mark_says_the_encoding(name: str, encoding: str) -> None:
    raw = {"a.csv": "text\nČapek", "a.txt": "Čapek", "a.jsonl": '{"text": "Čapek"}'}[name]
    (draft,) = drafts(name, raw.encode(encoding))
    assert draft.text == "Čapek"


def test_a_table_without_text_is_refused_with_its_columns() -> None:
    ((place, why),) = refusals("a.csv", "title,texts\nA,B\n")
    assert place == "a.csv"
    assert "'title', 'texts'" in why


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("x,y,z", "3 cells"),
        ("x", "1 cells"),
        ('"a"b,c', "doubled"),
        (",c", "empty"),
        ("a\0b,c", "NUL"),
        ("x,y\rz", "cannot be split"),
    ],
)
def test_a_bad_row_costs_no_other(row: str, why: str) -> None:
    raw = f"text,title\nOne,A\n{row}\n\nTwo,B\n"
    assert [one.text for one in drafts("a.csv", raw)] == ["One", "Two"]
    ((place, said),) = refusals("a.csv", raw)
    assert place == "a.csv:3"
    assert why in said


def test_a_row_in_another_encoding_costs_no_other() -> None:
    raw = b"text,title\nOne,A\ncaf\xe9,A\nTwo,B\n"
    assert [one.text for one in drafts("a.csv", raw)] == ["One", "Two"]
    assert "iconv" in refusals("a.csv", raw)[0][1]


def test_what_follows_an_open_quotation_mark_is_not_taken_for_rows() -> None:
    raw = 'text,title\nOne,A\n"Two,B\nThree,C\n'
    assert [one.text for one in drafts("a.csv", raw)] == ["One"]
    assert refusals("a.csv", raw) == [
        ("a.csv:3", "A quotation mark in it is not closed; nothing after this line was read.")
    ]


def test_a_broken_row_ends_where_its_quotation_marks_are_even() -> None:
    raw = 'text,title\n"He said "no" and\nleft, again",A\nTwo,B\n'
    assert [one.text for one in drafts("a.csv", raw)] == ["Two"]
    assert [place for place, _ in refusals("a.csv", raw)] == ["a.csv:2"]


def test_a_row_may_be_as_long_as_an_article() -> None:
    text = "A paragraph.\n" * 20_000
    (draft,) = read("a.csv", f'text\n"{text}"\n', 500_000)
    assert isinstance(draft, Draft)
    long, short = read("a.csv", f'text\n"{text * 30}"\nOne.\n', 100_000)
    assert isinstance(long, Refusal)
    assert isinstance(short, Draft)


# JSON


def test_a_list_of_objects_is_as_many_articles() -> None:
    raw = json.dumps([{"text": "One.", "title": "A"}, {"text": "a\0"}, [], {"text": "Two."}])
    assert [type(one) for one in read("a.json", raw)] == [Draft, Refusal, Refusal, Draft]
    assert drafts("a.json", raw)[0].known_from == {"title": "key title"}
    assert [place for place, _ in refusals("a.json", raw)] == ["a.json:2", "a.json:3"]
    assert [one.text for one in drafts("a.json", '{"text": "One."}')] == ["One."]


# Feeds


def test_each_entry_of_a_feed_is_an_article() -> None:
    first, second = drafts("a.rss", RSS)
    assert first.text == "Pier & ferry\n\nThe pier is shut.\n\nNobody knows why."
    assert first.metadata.published == "2026-03-14T09:30:00+00:00"
    assert (first.metadata.publisher, first.metadata.author) == ("The Courier", "Nora Quill")
    assert set(first.known_from.values()) == {"feed"}
    assert (second.text, second.source) == ("Odd\n\nIt rained.", "a.rss:2")
    assert refusals("a.rss", RSS)[0][0] == "a.rss:3"


def test_what_a_feed_says_wrongly_is_left_out_and_noted() -> None:
    odd = drafts("a.xml", RSS)[1]
    assert (odd.metadata.url, odd.metadata.published) == (None, None)
    assert [notice.split("'")[1] for notice in odd.notices[:2]] == ["url", "published"]


def test_an_entry_keeps_its_html() -> None:
    first = drafts("a.rss", RSS)[0]
    assert first.original is not None
    assert first.original.body.startswith(b"<p>The pier")


@pytest.mark.parametrize(("name", "raw"), [("a.atom", ATOM), ("a.xml", RDF), (intake.STDIN, ATOM)])
def test_feeds_of_other_kinds_are_read(name: str, raw: str) -> None:
    (draft,) = drafts(name, raw)
    assert draft.text in ("Pier zu\n\nDer Pier ist zu.", "Pier\n\nThe pier is shut.")
    assert str(draft.metadata.url) in ("https://example.org/2", "https://example.org/3")
    assert str(draft.metadata.published).startswith("2026-03-14")


def test_entries_before_a_break_are_kept() -> None:
    found = read("a.rss", RSS[: RSS.index("<item><title>Odd")] + "<item>")
    assert [type(one) for one in found] == [Draft, Refusal]


def test_a_page_in_xml_is_a_page() -> None:
    page = PAGE.replace("<!doctype html><html", "<html xmlns='http://www.w3.org/1999/xhtml'")
    (draft,) = drafts("a.xhtml", page)
    assert "nobody knows why" in draft.text


# Archives and folders


def test_files_in_an_archive_are_read_as_if_in_a_folder() -> None:
    files = {
        "b.txt": "Two.",
        "a/b.jsonl": '{"text": "One."}\n{',
        "__MACOSX/b.txt": "x",
        ".hidden.txt": "x",
        "README.md": "x",
        "c.png": "x",
        "../../d.txt": "Three.",
        "e.zip": b"PK",
    }
    found = read("all.zip", zipped(files))
    places = {one.source: type(one) for one in found}
    assert places == {
        "all.zip": Notice,
        "all.zip:../../d.txt": Draft,
        "all.zip:a/b.jsonl:1": Draft,
        "all.zip:a/b.jsonl:2": Refusal,
        "all.zip:b.txt": Draft,
        "all.zip:e.zip": Refusal,
    }


def test_a_single_packed_file_is_read_by_its_name() -> None:
    (draft,) = drafts("a.jsonl.gz", gzip.compress(b'{"text": "One."}'))
    assert (draft.text, draft.source) == ("One.", "a.jsonl.gz:1")
    assert "inside" in refusals("a.tar.gz", gzip.compress(b"x"))[0][1]


def test_a_file_that_is_encrypted_in_an_archive_is_refused_by_name() -> None:
    raw = bytearray(zipped({"a.txt": "One.", "b.txt": "Two."}))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert [place for place, _ in refusals("a.zip", bytes(raw))] == ["a.zip:a.txt"]
    assert "encrypted" in refusals("a.zip", bytes(raw))[0][1]
    assert [one.text for one in drafts("a.zip", bytes(raw))] == ["Two."]


def test_a_folder_gives_what_is_an_article(tmp_path: Path) -> None:
    names = ["a.csv", "b.MD", "Page.html", "Page_files/frame.html", "README.md", "own.json"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}")
    (tmp_path / "articles.json").write_text('[{"text": "One."}]')
    found = [Path(one).relative_to(tmp_path).as_posix() for one in intake.find([str(tmp_path)])]
    assert found == ["Page.html", "a.csv", "articles.json", "b.MD"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<b>Bold</b> opening", "<b>Bold</b> opening"),
        ("[1] A list", "[1] A list"),
        ('\ufeff {"text": "One."}', "One."),
    ],
)
def test_a_stream_is_what_it_opens_as(raw: str, text: str) -> None:
    (draft,) = drafts(intake.STDIN, raw)
    assert draft.text == text
