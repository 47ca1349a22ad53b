"""A small model per project, learnt from the desk's own labels, and used only where it is better.

It begins as the rules and moves away from them as far as the labels ask for it. Whether it may
order anything is decided on articles that it has not seen.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimdesk import careful
from claimdesk.worth.features import grams
from claimdesk.worth.rules import EXPLAINED, START, WEIGHTS, Worth, reasons, squeezed
from claimdesk.worth.table import LOUDNESS, RULES, Example, Table

LEAST_OF_EACH = 20
LEAST_ARTICLES = 3
FOLDS = 5
MARGIN = 0.02
"""Average precision that a model has to be ahead by; less is not worth another order."""
VERSION = 1
ROOM = 1_000_000
SHOWN = 5
FAINT = 0.05


@dataclass(frozen=True)
class Model:
    """Weights by feature: `rules`, the rules' codes, and words as `word:`, `stem:`, `pair:`."""

    weights: Mapping[str, float]
    intercept: float

    def to_json(self) -> str:
        """Plain JSON with sorted keys: the same model is the same bytes."""
        ordered = {name: self.weights[name] for name in sorted(self.weights)}
        return careful.write({"version": VERSION, "intercept": self.intercept, "weights": ordered})

    @classmethod
    def of_json(cls, text: str) -> Model:
        """What `to_json` wrote; ValueError with a sentence for people for anything else."""
        kept = careful.read(text, limit=ROOM)
        if not isinstance(kept, dict) or kept.get("version") != VERSION:
            raise ValueError(f"It is no model of version {VERSION}; fit it again.")
        weights, intercept = kept.get("weights"), kept.get("intercept")
        if not isinstance(weights, dict) or not all(map(_is_number, weights.values())):
            raise ValueError("The weights of the model are not numbers by name; fit it again.")
        if not isinstance(intercept, int | float):
            raise ValueError("The intercept of the model is not a number; fit it again.")
        return cls({name: float(value) for name, value in weights.items()}, float(intercept))


@dataclass(frozen=True)
class Fitted:
    """A model and the proof for or against it; `why` says it in a sentence.

    `rules_ap` and `model_ap` are average precisions on the same held-out sentences, None where
    there were too few labels to try; `lead` is the least that the model is better by, with 95 %
    confidence.
    """

    weights: Mapping[str, float]
    intercept: float
    rules_ap: float | None
    model_ap: float | None
    lead: float | None
    folds: int
    examples: int
    on: bool
    why: str

    @property
    def model(self) -> Model:
        """The model alone, to keep and to score with."""
        return Model(self.weights, self.intercept)


def fit(examples: Iterable[Example], *, seed: int = 0) -> Fitted:
    """Learn from the desk's labels and find out whether that is better than the rules.

    The same examples give the same answer in any order. The same words count once, whichever
    article they come from: a test on what was learnt by heart proves nothing.
    """
    known = distinct(examples)
    refused = _refusal(known)
    if refused:
        return Fitted({}, 0.0, None, None, None, 0, len(known), False, refused)
    table = Table(known)
    fold_of = folds([example.article for example in known], seed=seed)
    count = max(fold_of) + 1
    held_out = table.held_out(fold_of)
    if held_out is None:
        why = "one article holds nearly all labels of a kind, so there is nothing to test on"
        return Fitted({}, 0.0, None, None, None, count, len(known), False, why)
    weights, intercept = table.learn()
    rules_ap, model_ap, lead = table.compare(held_out, seed=seed)
    on = model_ap >= rules_ap + MARGIN and lead > 0
    why = (
        f"average precision {model_ap:.3f} against {rules_ap:.3f} of the rules on {len(known)} "
        f"labels of articles it had not seen, {'surely' if on else 'not surely'} better"
    )
    return Fitted(weights, intercept, rules_ap, model_ap, lead, count, len(known), on, why)


def score(
    model: Model,
    text: str,
    *,
    language: str = "und",
    role: str = "body",
    attributed: bool = False,
) -> Worth:
    """Rate one segment by a project's model; the reasons are what moved it most.

    A minus before a reason says that it speaks against here, a plus that it speaks for, where
    the rules or the reason's name would say otherwise.
    """
    found = reasons(text, language=language, role=role, attributed=attributed)
    trust = model.weights.get(RULES, 1.0)
    parts = {code: trust * WEIGHTS[code] + model.weights.get(code, 0.0) for code in found}
    heard = sorted(gram for gram in grams(text, language) if gram in model.weights)
    loudness = LOUDNESS / math.sqrt(len(heard)) if heard else 0.0
    parts |= {gram: loudness * model.weights[gram] for gram in heard}
    total = model.intercept + trust * START + math.fsum(parts.values())
    ranked = sorted(parts, key=lambda name: (-abs(round(parts[name], 6)), name))
    top = [name for name in ranked if abs(parts[name]) >= FAINT][:SHOWN]
    return Worth(squeezed(total), tuple(_signed(name, parts[name]) for name in top))


def explain(reason: str) -> str:
    """One plain line for any reason of the rules or of a model."""
    bare = reason.lstrip("+-")
    kind, _, words = bare.partition(":")
    plain = EXPLAINED.get(bare) or f"has “{words}{'…' if kind == 'stem' else ''}”"
    if reason.startswith("-"):
        return f"{plain}, which speaks against it on this desk"
    return f"{plain}, which speaks for it on this desk" if reason.startswith("+") else plain


def distinct(examples: Iterable[Example]) -> list[Example]:
    """The examples in an order of their own, the same words once, told what most said of them."""
    said: dict[tuple[str, str], list[Example]] = defaultdict(list)
    for example in examples:
        said[(example.language, " ".join(example.text.casefold().split()))].append(example)
    kept: list[Example] = []
    for alike in said.values():
        votes = sum(1 if example.worth else -1 for example in alike)
        agreeing = [example for example in alike if example.worth == (votes > 0)]
        if votes:
            kept.append(min(agreeing, key=_place))
    return sorted(kept, key=_place)


def folds(articles: Sequence[str], *, seed: int) -> list[int]:
    """The fold of each sentence: whole articles, the longest first, each into the emptiest."""
    lengths: dict[str, int] = defaultdict(int)
    for article in articles:
        lengths[article] += 1
    count = min(FOLDS, len(lengths))
    filled = [0] * count
    chosen: dict[str, int] = {}
    for article in sorted(lengths, key=lambda name: (-lengths[name], _shuffled(name, seed))):
        fold = min(range(count), key=lambda number: (filled[number], number))
        chosen[article] = fold
        filled[fold] += lengths[article]
    return [chosen[article] for article in articles]


def _refusal(examples: Sequence[Example]) -> str:
    worth = sum(example.worth for example in examples)
    articles = len({example.article for example in examples})
    if min(worth, len(examples) - worth) < LEAST_OF_EACH:
        return (
            f"{worth} claims and {len(examples) - worth} of no claim so far, "
            f"at least {LEAST_OF_EACH} of each are needed"
        )
    if articles < LEAST_ARTICLES:
        return f"labels in {articles} articles so far, at least {LEAST_ARTICLES} are needed"
    return ""


def _place(example: Example) -> tuple[str, ...]:
    kept = (example.article, example.language, example.role, example.text)
    return (*kept, str(example.attributed), str(example.worth))


def _shuffled(name: str, seed: int) -> str:
    return hashlib.sha256(f"{seed}:{name}".encode("utf-8", "surrogatepass")).hexdigest()


def _signed(name: str, part: float) -> str:
    usually = WEIGHTS.get(name, 1.0)
    if part * usually >= 0:
        return name
    return f"-{name}" if part < 0 else f"+{name}"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
