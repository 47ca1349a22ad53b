"""What reviewers leave on their screens, made together with what it has to mean.

The meaning is written down while the screen is made, so that nothing of claimdesk has to read it.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from claimdesk.labels import Labels

TEXTS = tuple(
    f"Pier {number} is shut to all ships now. Eleven of its piles are cracked. "
    "The old mayor knew all of it. She denies it in every word."
    for number in range(3)
)
CLAIMS = 4

DRAWN = count()
"""Label Studio makes up a name for every region that somebody draws."""

LEFT, MOVED, DELETED, ADDED, NOTED, PROVED = "left moved deleted added noted proved".split()
ACTIONS = (LEFT, MOVED, DELETED, ADDED, NOTED, PROVED, "0", "1", "2")
"""What can be done to one claim; a digit is a verdict by its place in the label config."""

Meaning = dict[str, tuple[str, str | None, tuple[str, ...]]]
"""Verdict, note and evidence by claim."""


@dataclass(frozen=True)
class Screen:
    """A result as Label Studio keeps it; `meaning` is None when it must not count."""

    result: list[dict[str, Any]]
    meaning: Meaning | None


def screen(task: dict[str, Any], labels: Labels, actions: Sequence[str]) -> Screen:
    """The screen of a task after one action on each of its claims."""
    text, article = task["data"]["text"], task["data"]["article_id"]
    shown = json.loads(json.dumps(task["predictions"][0]["result"]))
    result: list[dict[str, Any]] = []
    meaning: Meaning = {}
    first = labels.verdicts[0]
    for region, action in zip(shown, actions, strict=True):
        said = (first, None, ())
        value = region["value"]
        start, end = value["start"], value["end"]
        if action == DELETED:
            meaning[region["id"]] = (labels.reject, None, ())
            continue
        result.append(region)
        if action == LEFT:
            continue
        if action == MOVED:
            value["end"] = start + text[start:end].rstrip().rindex(" ")
        elif action == ADDED:
            word = start + text[start:end].index(" ")
            result.append(region | {"id": "drawn", "value": {"start": start, "end": word}})
            result[-1]["value"]["labels"] = [first]
            meaning[claim(article, start, word)] = said
            continue
        elif action in (NOTED, PROVED):
            side = "note" if action == NOTED else "evidence"
            words = "https://example.org/a" if action == PROVED else "I was there."
            result.append(beside(region, labels, side, words))
            said = (first, words, ()) if action == NOTED else (first, None, (words,))
        else:
            said = (labels.verdicts[int(action)], None, ())
        value["labels"] = [said[0]]
        meaning[region["id"]] = said
    return Screen(twice_drawn(result), meaning if result else None)


def broken(task: dict[str, Any], labels: Labels, how: str) -> Screen:
    """A screen that no reviewer could have left."""
    result = screen(task, labels, ["0"] * CLAIMS).result
    if how == "label":
        result[1]["value"]["labels"] = ["banana"]
    elif how == "place":
        result[1]["value"]["end"] = 10_000
    else:
        result.append(beside(result[0], labels, "note", "nothing\0"))
    return Screen(result, None)


def claim(article: str, start: int, end: int) -> str:
    """The id of a claim that a reviewer drew."""
    return hashlib.sha256(f"{article}:{start}:{end}".encode()).hexdigest()[:20]


def beside(region: dict[str, Any], labels: Labels, side: str, words: str) -> dict[str, Any]:
    """What was written beside a region."""
    control = next(one for one in labels.controls.values() if one.meaning == side)
    return {
        "id": region["id"],
        "from_name": control.name,
        "to_name": labels.text,
        "type": "textarea",
        "value": {"text": [words]},
    }


def twice_drawn(result: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Regions that a reviewer drew have ids of their own, which nobody else's have."""
    for region in result:
        if region["id"] == "drawn":
            region["id"] = f"drawn{next(DRAWN)}"
    return result
