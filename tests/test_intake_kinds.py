"""What is no text is refused by what it is; text is read whatever it is called."""

import io
import zipfile

import pytest

from claimdesk import intake
from claimdesk.intake import Draft, Notice, Refusal

PACKED = b"PK\x03\x04\x14\0\x06\0"


def read(name: str, raw: bytes) -> list[Draft | Refusal | Notice]:
    return list(intake.read(name, io.BytesIO(raw), 1000))


def zipped(names: list[str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, f"It rained in {name}.")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("x.pdf", b"%PDF-1.4\nThe pier is shut.", "a PDF document"),
        ("x.txt", b"%PDF-1.4\nThe pier is shut.", "a PDF document"),
        (intake.STDIN, b"%PDF-1.4\nThe pier is shut.", "a PDF document"),
        ("x.docx", PACKED, "docx"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
        ("x.rtf", b"{\\rtf1 The pier is shut.}", "RTF"),
        ("x.png", b"\x89PNG\r\n\x1a\n", "PNG"),
        ("x.jpg", b"\xff\xd8\xff\xe0", "JPEG"),
        ("x.gif", b"GIF89a", "GIF"),
        ("x.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "WebP"),
        ("x", b"\x7fELF\x02", "a program"),
        ("x.exe", b"MZ\x90\0\x03", "a program"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_is(name: str, raw: bytes, kind: str) -> None:
    (found,) = read(name, raw)
    assert isinstance(found, Refusal)
    assert kind in found.why.split(";")[0]
    assert ".txt, .md" in found.why


@pytest.mark.parametrize(
    "raw", [b"MZ is a bank in Orvel.", b"RIFF is a word.", b"%PDF", b"BM", b"x"]
)
@pytest.mark.parametrize("name", ["notes", "a.text", "a.txt"])
def test_text_is_read_whatever_it_is_called(name: str, raw: bytes) -> None:
    (found,) = read(name, raw)
    assert isinstance(found, Draft)
    assert found.text == raw.decode()


def test_what_is_no_text_in_an_archive_costs_no_other() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "%PDF-1.4")
        archive.writestr("b.txt", "It rained.")
    found = read("all.zip", packed.getvalue())
    assert [(type(one), one.source) for one in found] == [
        (Refusal, "all.zip:a.txt"),
        (Draft, "all.zip:b.txt"),
    ]


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ([], []),
        (["x.png"], ["Left alone in it: 1 file of another kind ('x.png')."]),
        (
            ["x.png", "y", "z.css"],
            ["Left alone in it: 3 files of other kinds ('x.png', 'y', 'z.css')."],
        ),
        ([".hidden", "__MACOSX/a", "README.md"], []),
    ],
)
def test_what_an_archive_holds_of_other_kinds_is_named_once_and_of_the_archive(
    others: list[str], told: list[str]
) -> None:
    found = read("all.zip", zipped(["a.txt", "b.txt", *others]))
    assert [one.notices for one in found if isinstance(one, Draft)] == [(), ()]
    notices = [one for one in found if isinstance(one, Notice)]
    assert [(one.source, one.what) for one in notices] == [("all.zip", what) for what in told]


def test_of_very_many_files_of_other_kinds_the_first_are_named() -> None:
    (notice, *_) = read("all.zip", zipped(["a.txt", *(f"{n:04}.png" for n in range(2000))]))
    assert isinstance(notice, Notice)
    assert "2,000 files" in notice.what
    assert notice.what.endswith("'0011.png', ...).")


def test_an_archive_of_other_kinds_alone_is_refused_with_their_names() -> None:
    (found,) = read("all.zip", zipped(["b.docx"]))
    assert isinstance(found, Refusal)
    assert found.why.startswith("It holds nothing that can be loaded")
    assert "'b.docx'" in found.why


def test_what_belongs_to_a_saved_page_in_an_archive_is_left_alone() -> None:
    names = ["x/Page.txt", "x/Page_files/frame.txt", "x/Story.html", "x/Story_files/a/b.txt"]
    found = read("all.zip", zipped(names))
    places = {one.source for one in found}
    assert places == {
        "all.zip:x/Page.txt",
        "all.zip:x/Page_files/frame.txt",
        "all.zip:x/Story.html",
    }


def test_a_page_under_the_name_of_a_text_is_a_page() -> None:
    words = "<p>The pier has been shut since Monday, and nobody knows why.</p>" * 9
    page = f"\ufeff <!DOCTYPE html><html><body><nav>Menu</nav>{words}</body></html>".encode()
    (found,) = read("a.txt", page)
    assert isinstance(found, Draft)
    assert found.text.startswith("The pier has been shut")
    assert found.original is not None
    assert found.original.body == page
