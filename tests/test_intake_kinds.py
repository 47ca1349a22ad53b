"""What is no text is refused by what it is; text is read whatever it is called."""

import io
import zipfile

import pytest

from claimdesk import intake
from claimdesk.intake import Draft, Refusal

PACKED = b"PK\x03\x04\x14\0\x06\0"


def read(name: str, raw: bytes) -> list[Draft | Refusal]:
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
        ([], ()),
        (["x.png"], ("In its archive 1 file of another kind was left alone.",)),
        (["x.png", "y", "z.css"], ("In its archive 3 files of other kinds were left alone.",)),
        ([".hidden", "__MACOSX/a", "README.md"], ()),
    ],
)
def test_what_an_archive_holds_of_other_kinds_is_counted_once(
    others: list[str], told: tuple[str, ...]
) -> None:
    found = read("all.zip", zipped(["a.txt", "b.txt", *others]))
    assert [one.notices for one in found if isinstance(one, Draft)] == [told, ()]
