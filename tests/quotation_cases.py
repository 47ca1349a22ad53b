"""Reads the case files of quotations, and writes what was found the way they do."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimdesk.segmenting.quotations import Quotation, quotations
from claimdesk.segmenting.texts import lines

CASES = Path(__file__).parent / "quotations"


@dataclass(frozen=True)
class Case:
    language: str
    text: str
    expected: list[str]


def cases(language: str) -> Iterator[Case]:
    text, expected = "", list[str]()
    for line in (CASES / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            expected.append(line.strip())
            continue
        if text:
            yield Case(language, text, expected)
        text, expected = line.replace(" ¶ ", "\n\n"), []
    yield Case(language, text, expected)


def described(text: str, language: str) -> list[str]:
    """Every quotation of a text as a line of the case files."""
    found = quotations(text, list(lines(text)), language)
    letters: dict[int, str] = {}
    for quotation in found:
        letters.setdefault(quotation.speech, chr(ord("a") + len(letters) % 26))
    return [
        f"{letters[quotation.speech]} |{_depth(found, quotation)}{'' if quotation.closed else '!'}"
        f" {text[quotation.start : quotation.end]} | {speaker(text, quotation)}"
        for quotation in found
    ]


def _depth(found: list[Quotation], quotation: Quotation) -> str:
    return "" if quotation.parent is None else ">" + _depth(found, found[quotation.parent])


def speaker(text: str, quotation: Quotation) -> str:
    return text[slice(*quotation.speaker)] if quotation.speaker else "-"


def digest(*names: str) -> str:
    """Of the case files, so that nobody changes them without saying so."""
    contents = b"".join((CASES / name).read_bytes() for name in sorted(names))
    return hashlib.sha256(contents).hexdigest()[:16]
