"""The gold corpus of segments: reading it, and scoring a splitter by it.

Conventions and file format: `gold/segments/README.md`. All figures are percentages of counts that
are added up over the articles of a language, and over all of them (`overall`).
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from claimdesk.segmenting import FURNITURE, QUOTE, Span, normalise

CORPUS = Path(__file__).parent / "gold" / "segments"
OVERALL = "overall"
FIGURES = (
    "boundary_f1",
    "span_f1",
    "role",
    "furniture_precision",
    "furniture_recall",
    "quote_f1",
    "speaker",
    "language",
)

Splitter = Callable[[str], Sequence[Span]]
Measured = dict[str, dict[str, float]]
Tally = Counter[tuple[str, str]]
One = TypeVar("One", "Gold", Span)
Other = TypeVar("Other", "Gold", Span)


@dataclass(frozen=True)
class Gold:
    """One segment as it should be; `speaker` is a text, empty where nobody is named."""

    start: int
    end: int
    role: str
    language: str
    speaker: str


@dataclass(frozen=True)
class GoldArticle:
    name: str
    text: str
    segments: list[Gold]

    @property
    def language(self) -> str:
        return self.name.partition("-")[0]


def files(folder: Path = CORPUS) -> list[Path]:
    """The files that a digest stands for: articles and their segments."""
    return sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".gold"))


def languages(folder: Path = CORPUS) -> list[str]:
    return [OVERALL, *sorted({path.name.partition("-")[0] for path in files(folder)})]


def digest(folder: Path = CORPUS) -> str:
    """The sha256 of all files with their names."""
    found = hashlib.sha256()
    for path in files(folder):
        found.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def read(folder: Path = CORPUS) -> list[GoldArticle]:
    """All articles; ValueError where a file has no partner or segments do not tile their text."""
    names = {path.stem for path in files(folder)}
    return [_article(folder, name) for name in sorted(names)]


def _article(folder: Path, name: str) -> GoldArticle:
    try:
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        rows = (folder / f"{name}.gold").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise ValueError(f"{name}: an article and its segments are two files") from error
    if normalise(text) != text:
        raise ValueError(f"{name}: the text is not normalised")
    return GoldArticle(name, text, list(_segments(name, text, rows)))


def _segments(name: str, text: str, rows: Sequence[str]) -> Iterator[Gold]:
    position = 0
    for number, row in enumerate(rows, 1):
        role, language, speaker, said = row.split("\t")
        piece = said.replace("\\n", "\n")
        start = _skip_blanks(text, position)
        position = start + len(piece)
        if not piece or text[start:position] != piece:
            raise ValueError(f"{name}.gold:{number}: the text goes on {text[start : start + 40]!r}")
        if speaker != "-" and (role != QUOTE or speaker not in text):
            raise ValueError(f"{name}.gold:{number}: only a quote has a speaker, from the text")
        yield Gold(start, position, role, language, "" if speaker == "-" else speaker)
    if text[position:].strip():
        raise ValueError(f"{name}: the text goes on after the last segment")


def _skip_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def measure(articles: Sequence[GoldArticle], splitter: Splitter) -> Measured:
    """Every figure for every language and overall, in per cent, two digits after the point."""
    tallies: dict[str, Tally] = {}
    for article in articles:
        counted = tally(article, splitter(article.text))
        for group in (article.language, OVERALL):
            tallies.setdefault(group, Counter()).update(counted)
    return {group: _percentages(counted) for group, counted in tallies.items()}


def _percentages(counted: Tally) -> dict[str, float]:
    return {figure: round(100 * _share(counted, figure), 2) for figure in FIGURES}


def _share(counted: Tally, figure: str) -> float:
    precision = counted[figure, "shown right"] / max(counted[figure, "shown"], 1)
    recall = counted[figure, "wanted right"] / max(counted[figure, "wanted"], 1)
    if figure.endswith("_f1"):
        return 2 * precision * recall / max(precision + recall, 1e-9)
    return precision if figure.endswith("_precision") else recall


def tally(article: GoldArticle, spans: Sequence[Span]) -> Tally:
    """What is counted in one article, by figure: `wanted`, `shown`, and how many are right."""
    counted: Tally = Counter()
    _count_sets(counted, "boundary_f1", *_boundaries(article, spans))
    wanted = {(one.start, one.end) for one in article.segments}
    _count_sets(counted, "span_f1", {(one.start, one.end) for one in spans}, wanted)
    for gold, span in _counterparts(article.text, article.segments, spans):
        _count(counted, "wanted", _against_gold(article.text, gold, span))
    for span, gold in _counterparts(article.text, spans, article.segments):
        _count(counted, "shown", _against_spans(span, gold))
    return counted


def _count_sets(counted: Tally, figure: str, shown: set[Any], wanted: set[Any]) -> None:
    for part, members in (("shown", shown), ("wanted", wanted)):
        counted[figure, part] += len(members)
        counted[figure, f"{part} right"] += len(shown & wanted)


def _count(counted: Tally, part: str, checks: dict[str, bool]) -> None:
    for figure, right in checks.items():
        counted[figure, part] += 1
        counted[figure, f"{part} right"] += right


def _boundaries(article: GoldArticle, spans: Sequence[Span]) -> tuple[set[int], set[int]]:
    """Where segments begin, apart from the places where a new line says so."""
    text, segments = article.text, article.segments
    given = {segments[0].start} | {
        one.start for before, one in pairwise(segments) if "\n" in text[before.end : one.start]
    }
    return {one.start for one in spans} - given, {one.start for one in segments} - given


def _counterparts(
    text: str, ones: Sequence[One], others: Sequence[Other]
) -> Iterator[tuple[One, Other]]:
    """Each of the ones beside that of the others which shares most characters with it."""
    owner = [-1] * len(text)
    for place, other in enumerate(others):
        owner[other.start : other.end] = [place] * (other.end - other.start)
    for one in ones:
        shared = Counter(place for place in owner[one.start : one.end] if place >= 0)
        yield one, others[shared.most_common(1)[0][0]]


def _against_gold(text: str, gold: Gold, span: Span) -> dict[str, bool]:
    checks = {"role": span.role == gold.role, "language": span.language == gold.language}
    if gold.role in FURNITURE:
        checks["furniture_recall"] = span.role in FURNITURE
    if gold.role == QUOTE:
        checks["quote_f1"] = span.role == QUOTE
    if gold.speaker:
        named = text[slice(*span.speaker)] if span.speaker else ""
        checks["speaker"] = same_speaker(named, gold.speaker)
    return checks


def _against_spans(span: Span, gold: Gold) -> dict[str, bool]:
    checks = {}
    if span.role in FURNITURE:
        checks["furniture_precision"] = gold.role in FURNITURE
    if span.role == QUOTE:
        checks["quote_f1"] = gold.role == QUOTE
    return checks


def same_speaker(named: str, wanted: str) -> bool:
    """Whether both name one person: the same words, part of them, or up to two words more."""
    said, name = named.casefold(), wanted.casefold()
    if not said:
        return False
    longer = name in said and len(said.split()) <= len(name.split()) + 2
    return longer or set(said.split()) <= set(name.split())
