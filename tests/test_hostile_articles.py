"""Articles that are too large, too broken or too clever: refused clearly, or taken in due time."""

import io
import time
from pathlib import Path

import pytest

from claimdesk import intake
from claimdesk.intake import Draft, Refusal
from claimdesk.segmenting import split
from claimdesk.settings import Settings
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.loading import load

from .catalogue import Seen

LIMIT: int = Settings.model_fields["max_article_chars"].default
DOUBLED = 4.0
"""Twice as long may take so much longer: linear, on a machine that does other things too."""

CLEVER = {
    "direction": "The mayor \u202edias reven\u202c that. \u2066Nobody\u2069 knew.",
    "no width": "The m\u200bay\u200cor\ufeff was\u2060 there. It\u00ad rained.",
    "homoglyphs": "The m\u0430yor w\u0430s there. It r\u0430ined.",
    "combining": "Z" + "\u0301" * 5_000 + "algo. It rained.",
    "tags": "Hidden \U000e0041\U000e0042\U000e007f words. It rained.",
    "variation": "Pier\ufe0f shut\ufe0e. It rained.",
    "private": "\ue000\U000f0000 said so. It rained.",
    "no characters": "\ufffe\uffff said so. It rained.",
}
BOMBS = {
    "nested tags": "<div>",
    "tags in disorder": "<b><i></b></i>",
    "attributes": ' a="1"',
    "angle brackets": "<",
    "open comments": "<!--",
    "entities": "&amp;",
    "half a tag": "<a href='",
    "closing tags": "</table>",
}


class Endless(io.RawIOBase):
    """A file of so many bytes, of which only what is read is there."""

    def __init__(self, size: int) -> None:
        self.size, self.taken = size, 0

    def read(self, size: int = -1) -> bytes:
        given = min(size if size >= 0 else self.size, self.size - self.taken)
        self.taken += given
        return (b"word " * (given // 5 + 1))[:given]


@pytest.mark.catalogue("H5", "of 100 MB only what an article may have is read")
@pytest.mark.parametrize("name", ["huge.txt", "huge.jsonl"])
def test_of_a_huge_file_only_what_it_takes_is_read(name: str, seen: Seen) -> None:
    stream = Endless(100_000_000)
    began = time.perf_counter()
    (found,) = intake.read(name, stream, LIMIT)  # type: ignore[arg-type]
    took = time.perf_counter() - began
    assert isinstance(found, Refusal)
    assert "longer" in found.why
    assert name.endswith("jsonl") or stream.taken < 5 * LIMIT
    assert took < 10
    seen(1, f"refused in {took:.2f} s after {stream.taken / 1e6:.1f} MB")


@pytest.mark.parametrize("raw", [b"", b" ", b"\n" * 100_000, b"\0", b"\0" * 1_000_000])
def test_nothing_is_no_article(raw: bytes) -> None:
    (found,) = intake.read("a.txt", io.BytesIO(raw), LIMIT)
    assert isinstance(found, Refusal)
    assert "empty" in found.why or "binary" in found.why


@pytest.mark.parametrize("name", CLEVER)
def test_a_clever_text_is_kept_as_it_is_and_cut_where_it_reads(name: str) -> None:
    (found,) = intake.read("a.txt", io.BytesIO(CLEVER[name].encode()), LIMIT)
    assert isinstance(found, Draft)
    assert len(found.text) <= len(CLEVER[name])
    assert len(split(found.text)) >= 2


@pytest.mark.parametrize("letters", ["\u202e", "\u200b", "\x1b[31m", "\r", "\x00", "\x07"])
def test_names_hold_nothing_that_is_obeyed(letters: str) -> None:
    raw = f'{{"text": "It rains.", "url": "https://example.org/{ascii(letters)[1:-1]}a"}}'
    raw = raw.replace("\\x", "\\u00")
    (found,) = intake.read("a.jsonl", io.BytesIO(raw.encode()), LIMIT)
    assert isinstance(found, Refusal)


@pytest.mark.catalogue("H5", "near the limit, cutting takes time in proportion to the length")
def test_many_short_sentences_take_linear_time(seen: Seen) -> None:
    shapes = ["Ab. ", "a.", "A.b ", "。", "?!", ".\n", "Mr. ", "1. ", '."', "\n\n"]
    wrong, longest = [], 0.0
    for shape in shapes:
        half, whole = halves(shape)
        longest = max(longest, whole)
        if not in_proportion(half, whole):
            wrong.append((shape, half, whole))
    assert wrong == []
    seen(len(shapes), f"{LIMIT:,} characters cut in at most {longest:.2f} s")


@pytest.mark.catalogue("H6", "tags are text: no bomb of them takes more than its length")
def test_bombs_of_tags_are_text(seen: Seen) -> None:
    wrong, longest = [], 0.0
    for name, shape in BOMBS.items():
        half, whole = halves(shape)
        longest = max(longest, whole)
        if not in_proportion(half, whole) or longest > 10:
            wrong.append((name, half, whole))
    assert wrong == []
    seen(len(BOMBS), f"no HTML is parsed; the slowest read and cut in {longest:.2f} s")


def halves(shape: str) -> tuple[float, float]:
    """Seconds for half the limit and for all of it; what looks bad is looked at once more."""
    sizes = (LIMIT // 2, LIMIT)
    half, whole = (cut(shape, size) for size in sizes)
    if not in_proportion(half, whole):
        half, whole = (
            min(first, cut(shape, size)) for first, size in zip((half, whole), sizes, strict=True)
        )
    return half, whole


def in_proportion(half: float, whole: float) -> bool:
    return whole <= DOUBLED * half + 0.2


def cut(shape: str, size: int) -> float:
    """Processor seconds to read and cut a text made of one shape."""
    raw = f"a{shape * (size // len(shape) + 1)}"[:size].encode()
    began = time.process_time()
    (found,) = intake.read("a.txt", io.BytesIO(raw), LIMIT)
    assert isinstance(found, Draft)
    split(found.text)
    return time.process_time() - began


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.txt"
    path.write_text("A b. " * (LIMIT // 5 - 1))
    return path


@pytest.mark.catalogue("H5", "an article of as many sentences as there can be is loaded whole")
def test_as_many_segments_as_there_can_be(bench: Workbench, many: Path, seen: Seen) -> None:
    began = time.perf_counter()
    done = load(bench, [str(many)])
    took = time.perf_counter() - began
    assert done.segments == LIMIT // 5 - 1
    assert took < 120
    seen(done.segments, f"segments loaded in {took:.1f} s")
