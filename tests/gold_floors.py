"""Floors of the gold corpus: what was once reached is kept, and goes down only with a reason.

`floors.json` holds the digest of the corpus, a floor for every figure of every language, and the
history of both: each entry is sealed over the entry before it, and its floors are those that were
in force. `pytest --raise-floors` pins what is better than before; `pytest --lower-floors "why"`
pins what is measured, whichever way it moved, and a changed corpus.
"""

import hashlib
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from .gold_segments import CORPUS, Measured

FLOORS = CORPUS / "floors.json"
SLACK = 0.5
SHORTEST_REASON = 30

Kept = dict[str, Any]
Entry = dict[str, Any]


def load(path: Path = FLOORS) -> Kept:
    if not path.exists():
        return {"digest": "", "floors": {}, "history": []}
    kept: Kept = json.loads(path.read_text(encoding="utf-8"))
    return kept


def save(kept: Kept, path: Path = FLOORS) -> None:
    """A row for each language and for each entry of the history, so that a change can be read."""
    rows = ",\n".join(f"  {json.dumps(name)}: {_line(row)}" for name, row in kept["floors"].items())
    entries = ",\n".join(f"  {_line(entry)}" for entry in kept["history"])
    text = (
        f'{{\n "digest": {json.dumps(kept["digest"])},\n'
        f' "floors": {{\n{rows}\n }},\n "history": [\n{entries}\n ]\n}}\n'
    )
    path.write_text(text, encoding="utf-8")


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def seal(before: str, entry: Entry) -> str:
    """A digest of an entry and of the seal before it: nobody edits what was pinned."""
    content = {name: value for name, value in entry.items() if name != "seal"}
    whole = before + json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def raised(kept: Kept, digest: str, measured: Measured, date: str) -> Kept:
    """With every floor at what is measured, where that is higher; ValueError for a new corpus."""
    if kept["digest"] != digest:
        raise ValueError("the corpus is another one: pin it with --lower-floors and the reason")
    floors = {
        group: {figure: max(value, floor(kept, group, figure)) for figure, value in row.items()}
        for group, row in measured.items()
    }
    return kept if floors == kept["floors"] else _with_entry(kept, digest, floors, date, "raised")


def lowered(kept: Kept, digest: str, measured: Measured, date: str, why: str) -> Kept:
    """With every floor at what is measured; ValueError for a reason of a few letters."""
    if len(why.strip()) < SHORTEST_REASON:
        raise ValueError(f"say why in at least {SHORTEST_REASON} letters")
    return _with_entry(kept, digest, measured, date, why.strip())


def floor(kept: Kept, group: str, figure: str) -> float:
    found: float = kept["floors"].get(group, {}).get(figure, 0.0)
    return found


def _with_entry(kept: Kept, digest: str, floors: Measured, date: str, why: str) -> Kept:
    history = kept["history"]
    entry: Entry = {"date": date, "digest": digest, "floors": floors, "why": why}
    entry["seal"] = seal(history[-1]["seal"] if history else "", entry)
    return {"digest": digest, "floors": floors, "history": [*history, entry]}


def below(kept: Kept, measured: Measured, group: str, figure: str) -> str | None:
    """What to say of a figure that is worse than its floor, or has none."""
    pinned = kept["floors"].get(group, {}).get(figure)
    if pinned is None:
        return f"{figure} of {group} has no floor: pin it with --lower-floors and the reason"
    value = measured[group][figure]
    return None if value >= pinned else f"{figure} of {group} is {value}, its floor {pinned}"


def far_below(kept: Kept, measured: Measured) -> list[str]:
    """Floors that no longer hold what was reached, or that stand for nothing."""
    found = []
    for group, row in kept["floors"].items():
        for figure, pinned in row.items():
            value = measured.get(group, {}).get(figure)
            if value is None:
                found.append(f"{figure} of {group} has a floor, but is not measured")
            elif value > pinned + SLACK:
                found.append(f"{figure} of {group} is {value}: pin it up with --raise-floors")
    return found


def faults(kept: Kept, digest: str) -> list[str]:
    """What was changed without saying so: the corpus, the floors or their history."""
    history = kept["history"]
    last = history[-1] if history else {"digest": "", "floors": {}}
    found = []
    if kept["digest"] != digest:
        found.append("the corpus is not the one that was pinned")
    if (kept["digest"], kept["floors"]) != (last["digest"], last["floors"]):
        found.append("digest and floors are not those of the last entry of the history")
    return [*found, *_broken_seals(history), *_unexplained(history)]


def _broken_seals(history: list[Entry]) -> Iterator[str]:
    before = ""
    for entry in history:
        if entry.get("seal") != seal(before, entry):
            yield f"the entry of {entry['date']} was edited after it was made"
        before = entry.get("seal", "")


def _unexplained(history: list[Entry]) -> Iterator[str]:
    for before, entry in pairwise(history):
        if len(entry["why"]) < SHORTEST_REASON and (
            entry["digest"] != before["digest"] or _lowers(before["floors"], entry["floors"])
        ):
            yield f"the entry of {entry['date']} lowers a floor without a reason"


def _lowers(before: Measured, after: Measured) -> bool:
    return any(
        after.get(group, {}).get(figure, -1.0) < value
        for group, row in before.items()
        for figure, value in row.items()
    )
