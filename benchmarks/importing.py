"""What bringing in what others say costs.

    python -m benchmarks.importing [ARTICLES]

Articles of 40 sentences; annotations of 20 of them each, by five people, a quarter of them in
capitals; then reviews of a claim that name no article. Beside it the floor: the same lines read by
the `json` module, and each quotation looked for in its article, or in all of them, by `str.find`.
Processor seconds of this process, database included (SQLite).
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from claimdesk.settings import Settings
from claimdesk.workflow.bench import open_workbench
from claimdesk.workflow.importing import Wishes, bring_in
from claimdesk.workflow.loading import load

WORDS = "pier harbour master mayor piles cracked shut denied opened boat storm ferry quay".split()
SENTENCES, ANNOTATED, PEOPLE = 40, 20, 5


def main(articles: int) -> None:
    """Print what README.md has."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        texts = written(place, articles)
        bench = open_workbench(Settings.read(place / "home"))
        load(bench, [str(place / "articles.jsonl")])
        print("| | opinions | s | floor, s | times the floor | again, s |")
        print("|---|---|---|---|---|---|")
        for name in ("annotations", "reviews"):
            path = place / f"{name}.jsonl"
            spent = seconds(lambda path=path: bring_in(bench, [str(path)], Wishes()))  # type: ignore[misc]
            again = seconds(lambda path=path: bring_in(bench, [str(path)], Wishes()))  # type: ignore[misc]
            floor = seconds(lambda path=path: found(path, texts))  # type: ignore[misc]
            number = len(path.read_text().splitlines())
            print(
                f"| {name} | {number:,} | {spent:.2f} | {floor:.2f} | {spent / floor:.0f} "
                f"| {again:.2f} |"
            )
        bench.engine.dispose()


def written(place: Path, articles: int) -> dict[str, str]:
    """The three files; the texts by address."""
    chance = random.Random(1)
    texts = {}
    with (
        (place / "articles.jsonl").open("w") as loaded,
        (place / "annotations.jsonl").open("w") as annotations,
        (place / "reviews.jsonl").open("w") as reviews,
    ):
        for number in range(articles):
            url = f"https://example.org/{number}"
            said = [sentence(chance, number * SENTENCES + one) for one in range(SENTENCES)]
            texts[url] = " ".join(said)
            line(loaded, {"id": f"a{number}", "url": url, "text": texts[url]})
            for one in chance.sample(range(SENTENCES), ANNOTATED):
                quote = said[one].upper() if one % 4 == 0 else said[one]
                line(annotations, annotation(url, quote, f"Person {one % PEOPLE}"))
            line(reviews, review(said[0]))
    return texts


def sentence(chance: random.Random, number: int) -> str:
    """A sentence that stands nowhere else."""
    one, two, three, four = chance.choices(WORDS, k=4)
    return f"On day {number} the {one} {two} was {three} by the {four} of the town."


def line(stream: Any, value: dict[str, Any]) -> None:
    """A line of JSON."""
    stream.write(json.dumps(value) + "\n")


def annotation(url: str, quote: str, name: str) -> dict[str, Any]:
    """As W3C has it."""
    return {
        "type": "Annotation",
        "creator": {"name": name},
        "created": "2026-03-01T00:00:00Z",
        "body": {"purpose": "tagging", "value": "verified"},
        "target": {"source": url, "selector": {"type": "TextQuoteSelector", "exact": quote}},
    }


def review(claim: str) -> dict[str, Any]:
    """As schema.org has it."""
    return {
        "@type": "ClaimReview",
        "url": "https://checks.example/1",
        "claimReviewed": claim,
        "author": {"name": "Checks"},
        "datePublished": "2026-03-01",
        "reviewRating": {"alternateName": "disputed"},
    }


def found(path: Path, texts: dict[str, str]) -> int:
    """The floor: read, and look."""
    places = 0
    for raw in path.read_text().splitlines():
        value = json.loads(raw)
        if "target" in value:
            quote = value["target"]["selector"]["exact"]
            places += texts[value["target"]["source"]].find(quote)
        else:
            places += sum(text.find(value["claimReviewed"]) >= 0 for text in texts.values())
    return places


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds."""
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
