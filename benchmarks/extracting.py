"""The text of saved pages: ours beside trafilatura and readability-lxml, in one run.

    python -m benchmarks.extracting [FOLDER] [--pages]

FOLDER has pages `x.html` with the wanted text in `x.txt` (default: tests/pages), or is laid out as
the public article-extraction-benchmark is: `html/*.html.gz` and `ground-truth.json`. What is wanted
of the former begins with the headline, which counts for nobody; the latter leaves headlines out, so
ours is scored without the one it puts first. Times are of the same process, one reader after the
other on every page, the parsing of the page included; `--pages` lists the pages ours is worst at.
"""

import gzip
import json
import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import LxmlError
from tests.shingles import page_score, score
from trafilatura import extract

from claimdesk.intake.html import decoding, reading

HERE = Path(__file__).parent.parent / "tests" / "pages"


@dataclass(frozen=True)
class Case:
    """A page and the text that is wanted of it."""

    name: str
    page: str
    wanted: str
    url: str | None = None
    headline: str = ""


def cases(folder: Path) -> list[Case]:
    """The pages of a folder of either kind."""
    if (folder / "ground-truth.json").exists():
        truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
        return [
            Case(
                name, packed(folder / "html" / f"{name}.html.gz"), of["articleBody"], of.get("url")
            )
            for name, of in sorted(truth.items())
        ]
    found = []
    for path in sorted(folder.glob("*.html")):
        wanted = path.with_suffix(".txt").read_text(encoding="utf-8")
        headline, _, rest = wanted.partition("\n\n")
        found.append(Case(path.stem, decoding.decode(path.read_bytes()), rest, None, headline))
    return found


def packed(path: Path) -> str:
    """A page of the public set, which is kept as UTF-8."""
    return decoding.decode(gzip.decompress(path.read_bytes()))


def ours(case: Case) -> str:
    """As a desk gets it, without the child around it and without the headline put first."""
    try:
        found = reading.read(case.page, url=case.url)
    except ValueError:
        return ""
    return "\n".join(found.paragraphs[1 if found.headline_added else 0 :])


def trafilatura(**mood: bool) -> Callable[[Case], str]:
    """Plain trafilatura, given the page as it is."""
    return lambda case: extract(case.page, include_comments=False, **mood) or ""


def readability(case: Case) -> str:
    """Readability's choice, its HTML as text."""
    try:
        return reading.readability_text(reading.parse(case.page))
    except (ValueError, LxmlError):
        return ""


READERS: dict[str, Callable[[Case], str]] = {
    "trafilatura": trafilatura(),
    "trafilatura precision": trafilatura(favor_precision=True),
    "trafilatura recall": trafilatura(favor_recall=True),
    "trafilatura fast": trafilatura(fast=True),
    "readability-lxml": readability,
    "ours": ours,
}


def without_headline(text: str, headline: str) -> str:
    """A text, its headline taken out if it stands among the first lines on a line of its own."""
    lines = text.split("\n")
    for number, line in enumerate(lines[:8]):
        if headline and line.strip() == headline:
            return "\n".join(lines[:number] + lines[number + 1 :])
    return text


def main() -> None:
    """Print one table."""
    logging.disable(logging.CRITICAL)
    folders = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    found = cases(folders[0] if folders else HERE)
    texts: dict[str, list[str]] = {name: [] for name in READERS}
    seconds = dict.fromkeys(READERS, 0.0)
    for read in READERS.values():
        read(found[0])
    for case in found:
        for name, read in READERS.items():
            began = time.perf_counter()
            text = read(case)
            seconds[name] += time.perf_counter() - began
            texts[name].append(without_headline(text, case.headline))
    print(f"{len(found)} pages")
    print(f"{'':24}{'F1':>7}{'P':>7}{'R':>7}{'exact':>7}{'time':>7}")
    for name, said in texts.items():
        total = score((case.wanted, text) for case, text in zip(found, said, strict=True))
        ratio = seconds[name] / seconds["trafilatura"]
        figures = f"{total.f1:7.3f}{total.precision:7.3f}{total.recall:7.3f}{total.exact:7.2f}"
        print(f"{name:24}{figures}{ratio:7.1f}")
    if "--pages" in sys.argv:
        worst(found, texts["ours"])


def worst(found: list[Case], said: list[str]) -> None:
    """The pages that are not exact."""
    for case, text in zip(found, said, strict=True):
        one = page_score(case.wanted, text)
        if one.exact < 1:
            print(f"  {case.name:40}{one.f1:7.3f}{one.precision:7.3f}{one.recall:7.3f}")


if __name__ == "__main__":
    main()
