"""How well, and how fast, sentences are found beside five libraries, in one run.

    python -m benchmarks.segmenting FILE [--speed] [--json] [--und]

FILE holds `{name: [{"text": paragraph, "spans": [[start, end], …]}]}`; the first two letters of
a name are its language. A boundary is the last visible character of a sentence, the ends of
paragraphs aside; libraries that do not keep offsets are aligned by their visible characters.
`--speed` takes sentences per second over all paragraphs, best of three rounds, as ratios.
`--und` keeps the language from our own rules. Peers: `uv run --group peers`.
"""

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from claimdesk.segmenting.sentences import sentences

Cut = Callable[[str], list[str]]
MISSING = "{} is not installed. The peers are a group of their own: uv run --group peers ..."
ROUNDS = 3


@dataclass(frozen=True)
class Paragraph:
    """A text and the places of its gold boundaries, counted in visible characters."""

    text: str
    boundaries: frozenset[int]


def ours(language: str) -> Cut:
    """The rules of this project."""
    return lambda text: [text[a:b] for a, b in sentences(text, 0, len(text), language)]


def sentencex(language: str) -> Cut:
    """Wikimedia's, with a table for each language."""
    segment = importlib.import_module("sentencex").segment
    return lambda text: list(segment(language, text))


def syntok(_: str) -> Cut:
    """English, German and Spanish rules in one."""
    analyze = importlib.import_module("syntok.segmenter").analyze
    return lambda text: [
        "".join(token.spacing + token.value for token in sentence)
        for paragraph in analyze(text)
        for sentence in paragraph
    ]


def blingfire(_: str) -> Cut:
    """One automaton for all languages."""
    cut = importlib.import_module("blingfire").text_to_sentences
    return lambda text: cut(text).split("\n")


def pysbd(language: str) -> Cut:
    """Its English rules stand in for languages it does not know."""
    module = importlib.import_module("pysbd")
    known = importlib.import_module("pysbd.languages").LANGUAGE_CODES
    return module.Segmenter(language=language if language in known else "en", clean=False).segment


def spacy(language: str) -> Cut:
    """The rule-based sentencizer on a blank pipeline."""
    module = importlib.import_module("spacy")
    try:
        pipeline = module.blank(language)
    except ImportError:
        pipeline = module.blank("xx")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 10**9
    return lambda text: [one.text for one in pipeline(text).sents]


TOOLS: dict[str, Callable[[str], Cut]] = {
    "claimdesk": ours,
    "sentencex": sentencex,
    "syntok": syntok,
    "blingfire": blingfire,
    "pysbd": pysbd,
    "spacy": spacy,
}


def boundaries(pieces: Iterable[str]) -> frozenset[int]:
    """Visible characters up to the end of each piece but the last."""
    places: list[int] = []
    count = 0
    for piece in pieces:
        visible = len("".join(piece.split()))
        count += visible
        if visible:
            places.append(count)
    return frozenset(places[:-1])


def read(file: Path) -> dict[str, list[Paragraph]]:
    """The gold file."""
    return {
        name: [
            Paragraph(one["text"], boundaries(one["text"][a:b] for a, b in one["spans"]))
            for one in paragraphs
        ]
        for name, paragraphs in json.loads(file.read_text(encoding="utf-8")).items()
    }


def f1(cut: Cut, paragraphs: list[Paragraph]) -> float:
    """Boundary F1 over all paragraphs together; 1 where there is nothing to find or to miss."""
    hits = found = wanted = 0
    for paragraph in paragraphs:
        places = boundaries(cut(paragraph.text))
        hits += len(places & paragraph.boundaries)
        found += len(places)
        wanted += len(paragraph.boundaries)
    return 2 * hits / (found + wanted) if found + wanted else 1.0


def rate(make: Callable[[str], Cut], gold: dict[str, list[Paragraph]]) -> float:
    """Gold sentences per second of processor time, the best of the rounds."""
    cuts = {name: make(name[:2]) for name in gold}
    count = sum(len(one.boundaries) + 1 for paragraphs in gold.values() for one in paragraphs)
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for name, paragraphs in gold.items():
            for paragraph in paragraphs:
                cuts[name](paragraph.text)
        times.append(time.process_time() - began)
    return count / min(times)


def measure(gold: dict[str, list[Paragraph]], *, speed: bool) -> dict[str, dict[str, float]]:
    """Per tool: F1 of each set, their mean, and with `speed` sentences per second."""
    results: dict[str, dict[str, float]] = {}
    for tool, make in TOOLS.items():
        try:
            row = {name: f1(make(name[:2]), paragraphs) for name, paragraphs in gold.items()}
        except ModuleNotFoundError as missing:
            sys.exit(MISSING.format(missing.name))
        row["mean"] = fmean(row.values())
        if speed:
            row["sentences/s"] = rate(make, gold)
        results[tool] = row
    if speed:
        slowest = min(row["sentences/s"] for row in results.values())
        for row in results.values():
            row["times the slowest"] = row["sentences/s"] / slowest
    return results


def table(results: dict[str, dict[str, float]]) -> str:
    """One line per set, one column per tool, F1 in percent."""
    tools = list(results)
    lines = ["| | " + " | ".join(tools) + " |", "| --- " * (len(tools) + 1) + "|"]
    for key in results[tools[0]]:
        values = [results[tool][key] for tool in tools]
        scaled = [shown(key, value) for value in values]
        lines.append(f"| {key} | " + " | ".join(scaled) + " |")
    return "\n".join(lines)


def shown(key: str, value: float) -> str:
    """Speeds as they are, F1 in percent."""
    if key == "sentences/s":
        return f"{value:,.0f}"
    return f"{value:.1f}" if key == "times the slowest" else f"{100 * value:.2f}"


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--speed", action="store_true", help="sentences per second as well")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--und", action="store_true", help="do not tell our rules the language")
    asked = parser.parse_args()
    if asked.und:
        TOOLS["claimdesk"] = lambda _: ours("und")
    results = measure(read(asked.file), speed=asked.speed)
    print(json.dumps(results, indent=2) if asked.json else table(results))


if __name__ == "__main__":
    main()
