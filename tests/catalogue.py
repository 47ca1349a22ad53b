"""The catalogue of reliability: which test shows what, how often it tried, and what it saw.

A test that belongs to it says so with `@pytest.mark.catalogue("D9", "what must hold")` and calls
the fixture `seen(n, figure)`. A run with `--update-figures` keeps what it saw in `figures.json`,
from which `docs/reliability.md` is made; CLAIMDESK_TORTURE=1 makes the runs long.
"""

import ast
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
TORTURE = bool(os.environ.get("CLAIMDESK_TORTURE"))
KEPT = pytest.StashKey[list[dict[str, Any]]]()

Seen = Callable[[int, str], None]


def longer(usual: int, torture: int) -> int:
    """How often something is tried: `usual` in the default run, `torture` in the long one."""
    return torture if TORTURE else usual


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-figures", action="store_true", help="keep the figures that are seen")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "catalogue(id, must): an entry of docs/reliability.md")
    config.stash[KEPT] = []


@pytest.fixture
def seen(request: pytest.FixtureRequest) -> Seen:
    """Note how often a test tried, and what it saw, in a few words."""
    mark = request.node.get_closest_marker("catalogue")
    assert mark is not None, "a test that notes a figure has to be in the catalogue"
    ids, must = mark.args

    def note(n: int, figure: str) -> None:
        variant = re.search(r"\[(.*)\]", request.node.name)
        request.config.stash[KEPT].append(
            {
                "id": ids,
                "must": must,
                "test": f"{Path(request.node.path).stem}.{request.node.originalname}",
                "variant": variant[1] if variant else "",
                "run": "torture" if TORTURE else "default",
                "n": n,
                "seen": figure,
            }
        )

    return note


def pytest_sessionfinish(session: pytest.Session) -> None:
    kept = session.config.stash[KEPT]
    if not (kept and session.config.getoption("--update-figures")):
        return
    there = entries_of(marked())
    found = {key(one): one for one in read() if (one["id"], one["test"]) in there}
    found |= {key(one): one for one in kept}
    rows = [found[name] for name in sorted(found, key=order)]
    FIGURES.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read() -> list[dict[str, Any]]:
    """The figures that are kept."""
    found: list[dict[str, Any]] = json.loads(FIGURES.read_text(encoding="utf-8"))
    return found


def key(entry: dict[str, Any]) -> tuple[str, ...]:
    return tuple(entry[name] for name in ("id", "test", "variant", "run"))


def order(name: tuple[str, ...]) -> tuple[Any, ...]:
    """D2 before D10, and D before H before S."""
    letters, digits = re.match(r"([A-Z]+)(\d+)", name[0]).groups()  # type: ignore[union-attr]
    return letters, int(digits), *name


def marked() -> Iterator[tuple[str, str, str]]:
    """Every test of the catalogue as the source has it: id, what must hold, test."""
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            for mark in node.decorator_list:
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.catalogue":
                    ids, must = (ast.literal_eval(one) for one in mark.args)
                    yield ids, must, f"{path.stem}.{node.name}"


def entries_of(found: Iterator[tuple[str, str, str]]) -> set[tuple[str, str]]:
    return {(ids, test) for ids, _, test in found}


def table() -> str:
    """The figures as `docs/reliability.md` shows them."""
    lines = ["| # | must hold | test | run | N | seen |", "|---|---|---|---|---|---|"]
    for one in read():
        test = f"`{one['test']}`" + (f" {one['variant']}" if one["variant"] else "")
        cells = (one["id"], one["must"], test, one["run"], f"{one['n']:,}", one["seen"])
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
