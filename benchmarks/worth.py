"""How good the rules and a project's model are at finding what is worth checking, and how fast.

    python -m benchmarks.worth [LABELS.jsonl]

Without a file: sentences rated per second, and what it takes to fit 20,000 labels. With one, the
learning curve too: average precision of rules and model on articles held out, for 50 to 1,000
labels. A line of it is {"text": ..., "language": ..., "article": ..., "worth": true or false};
"role" may stand there too.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import mean

from tests.desks import desk, sentence

from claimdesk.worth import Example, average_precision, fit, rate, score

SIZES = (50, 100, 200, 500, 1_000)
ROUNDS = 5
HELD_OUT = 0.3
MANY = 20_000


def main() -> int:
    """Measure speed, and with a file of labels the learning curve."""
    if len(sys.argv) > 2:
        print(__doc__, file=sys.stderr)
        return 2
    path = Path(sys.argv[1]) if len(sys.argv) == 2 else None
    if path is not None and not path.is_file():
        print(f"{path}: no such file; a JSON Lines file of labels is needed", file=sys.stderr)
        return 2
    if path is None:
        speed()
        print("no labels given, so no learning curve: python -m benchmarks.worth LABELS.jsonl")
        return 0
    curve(read(path))
    return 0


def read(path: Path) -> list[Example]:
    """The examples of a JSON Lines file; a line that is none ends the run with its number."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            told = json.loads(line)
            text, language = str(told["text"]), str(told["language"])
            role, article = str(told.get("role", "body")), str(told["article"])
            worth = told["worth"]
            if not isinstance(worth, bool):
                raise TypeError("worth is neither true nor false")
        except (ValueError, TypeError, KeyError) as error:
            sys.exit(f"{path}:{number}: not a label: {error!r}")
        found.append(Example(text, language, role, article, worth))
    return found


def curve(examples: list[Example]) -> None:
    """Rules and model on the same held-out articles, means of a few shuffles."""
    articles = sorted({example.article for example in examples})
    worth = sum(example.worth for example in examples)
    print(f"{len(examples)} labels, {worth} worth checking, {len(articles)} articles\n")
    print("| labels | rules AP | model AP | model better | switched on |")
    print("|---|---|---|---|---|")
    for size in SIZES:
        rounds = [one for seed in range(ROUNDS) if (one := trial(examples, articles, size, seed))]
        if not rounds:
            print(f"| {size} | too few labels | | | |")
            continue
        rules, model = mean(one[0] for one in rounds), mean(one[1] for one in rounds)
        won = sum(one[1] > one[0] for one in rounds)
        on = sum(one[2] for one in rounds)
        told = f"{won} of {len(rounds)} | {on} of {len(rounds)}"
        print(f"| {size} | {rules:.3f} | {model:.3f} | {told} |")


def trial(
    examples: list[Example], articles: list[str], size: int, seed: int
) -> tuple[float, float, bool] | None:
    """Average precision of rules and model on held-out articles, and whether it would be used.

    Labels come article by article, as a desk gives them; None where there are not enough.
    """
    shuffled = Random(seed).sample(articles, len(articles))
    held_out = set(shuffled[: max(1, round(HELD_OUT * len(shuffled)))])
    rank = {article: place for place, article in enumerate(shuffled)}
    ordered = sorted(examples, key=lambda example: rank[example.article])
    train = [example for example in ordered if example.article not in held_out][:size]
    test = [example for example in ordered if example.article in held_out]
    fitted = fit(train, seed=seed)
    if len(train) < size or not fitted.weights or not any(one.worth for one in test):
        return None
    by_rules = [rate(one.text, language=one.language, role=one.role).score for one in test]
    model = fitted.model
    by_model = [score(model, one.text, language=one.language, role=one.role).score for one in test]
    relevant = [one.worth for one in test]
    rules = average_precision(by_rules, relevant)
    return rules, average_precision(by_model, relevant), fitted.on


def speed() -> None:
    """Sentences per second of processor time, and seconds and memory of a large fit."""
    chance = Random(1)
    texts = [sentence(chance) for _ in range(MANY)]
    spent = seconds(lambda: [rate(text, language="en") for text in texts])
    print(f"rate: {MANY / spent:,.0f} sentences/s of {mean(map(len, texts)):.0f} characters")
    examples = desk("hidden", 1, articles=MANY // 50, claims=50)
    spent = seconds(lambda: fit(examples))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"fit: {MANY:,} examples in {spent:.1f} s of processor time, {most} MB at most")


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of a piece of work."""
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    raise SystemExit(main())
