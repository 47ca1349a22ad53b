"""The lines and traps of `tests/furniture`, put into articles of their language."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from claimdesk.segmenting.furniture import Hints, Mark, mark
from claimdesk.segmenting.sentences import paragraphs

FOLDER = Path(__file__).parent / "furniture"


@dataclass(frozen=True)
class Case:
    """A line with the paragraphs around it, and what it should be marked as; None for body."""

    language: str
    reason: str | None
    place: str
    line: str

    def __str__(self) -> str:
        return f"{self.language}-{self.place}-{self.reason or 'body'}-{self.line[:30]}"


def digest() -> str:
    """What the floors of the figures belong to: no case changes unseen."""
    return sha256(b"".join(path.read_bytes() for path in sorted(FOLDER.glob("*.txt")))).hexdigest()


def furniture() -> Iterator[Case]:
    for known, line in _rows("lines.txt"):
        language, reason, place = known.split()
        places = ("middle", "tail") if place == "any" else (place,)
        yield from (Case(language, reason, one, line) for one in places)


def traps() -> Iterator[Case]:
    for language, line in _rows("traps.txt"):
        yield from (Case(language, None, one, line) for one in ("first", "middle", "tail"))


def whole() -> list[str]:
    """Articles in which nothing but the headline is to be marked."""
    kept = (FOLDER / "whole.txt").read_text(encoding="utf-8").split("\n", maxsplit=1)[1]
    return [one.strip("\n") for one in kept.split("=====")]


def bodies() -> dict[str, list[str]]:
    """Per language a headline and paragraphs."""
    found: dict[str, list[str]] = {}
    for line in (FOLDER / "bodies.txt").read_text(encoding="utf-8").splitlines()[1:]:
        if " | " in line:
            language, line = line.split(" | ", maxsplit=1)  # noqa: PLW2901
            found[language] = []
        found[language].append(line)
    return found


def article(case: Case) -> tuple[str, int]:
    """The text of the case's article, and where its line begins."""
    lines = list(bodies()[case.language])
    number = {"head": 1, "first": 1, "middle": 2, "tail": len(lines)}[case.place]
    lines.insert(number, case.line)
    return "\n\n".join(lines), sum(len(line) + 2 for line in lines[:number])


def marks(text: str, hints: Hints | None = None) -> list[Mark]:
    return mark(text, list(paragraphs(text)), hints or Hints())


def seen(case: Case) -> tuple[list[str], list[str]]:
    """Reasons of the marks on the case's line, and what was marked beside it and the headline."""
    text, start = article(case)
    end = start + len(case.line)
    found = [one for one in marks(text) if one.role != "title"]
    inside = [one for one in found if one.start < end and one.end > start]
    whole = [
        one.reason for one in inside if (one.start, one.end) == (start, end) or not case.reason
    ]
    return whole, [text[one.start : one.end] for one in found if one not in inside]


def _rows(name: str) -> Iterator[tuple[str, str]]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            known, text = line.split(" | ", maxsplit=1)
            yield known, text
