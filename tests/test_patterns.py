"""Every regular expression of ours, given what is meant to make one slow."""

import ast
import importlib
import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import claimdesk
from claimdesk.settings import bundled

from .catalogue import TORTURE, Seen

PACKAGE = Path(claimdesk.__file__).parent
METHODS = ("match", "fullmatch", "search", "sub", "split", "findall", "finditer")
LENGTH = 100_000
SECONDS = 0.1
SAMPLE = 10_000
"""Characters of a first try; what needs a tenth of the bound for a tenth of a text, or grows
faster, is found by it and tried at full length."""
FROM_TABLES = {"matching.py"}
"""Where patterns are made from phrases for lines of few words; test_furniture looks at those."""
PATIENCE = 5
"""So often may the machine be doing something else; a pattern that is slow takes minutes."""

PIECES = (
    *"a 0 - _ . : , ; ? ! \" ' \\ / [ { ( ] } ) = < > @ + \t \0 é 😀 。 \u202e".split(" "),
    " ",
    "\n",
    "ab",
    "a ",
    "a:",
    "a-",
    ":0",
    "?a",
    '\\"',
    '"a',
    "[[",
    "cdk_",
    "Bearer ",
    "bearer a",
    "http://a",
    "127.0.0.1:",
    "r-0",
    "2026-",
    "en-",
    'name="csrfmiddlewaretoken" value="',
    'class="field_errors">',
    'class="field_errors"> <li>',
    "token=a",
    "Mr. ",
)
HEADS = ("a:", '"', 'class="field_errors">')
FILLS = (" ", "a", "\t")
ENDS = ("", "\0", "!", "\n", "\nx", '"', "x\ny")


def used() -> Iterator[tuple[str, re.Pattern[str], str]]:
    """Every pattern of the package and the exports with the way it is used, and where."""
    folders = [PACKAGE, bundled("exports")]
    for path in [path for folder in folders for path in sorted(folder.rglob("*.py"))]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        compiled = dict(named(path, tree))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            on = ast.unparse(node.func.value)
            where = f"{path.name}:{node.lineno}"
            if on in compiled and node.func.attr in METHODS:
                yield where, compiled.pop(on), node.func.attr
            elif on == "re" and node.func.attr in METHODS:
                yield where, re.compile(ast.literal_eval(node.args[0])), node.func.attr
        for name, pattern in compiled.items():
            yield f"{path.name} {name}", pattern, elsewhere().get(name, "search")


@cache
def elsewhere() -> dict[str, str]:
    """How patterns are used by modules that have them from another one, by name."""
    calls = [
        node.func
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    return {
        call.value.attr: call.attr
        for call in calls
        if call.attr in METHODS and isinstance(call.value, ast.Attribute)
    }


def named(path: Path, tree: ast.Module) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The compiled patterns of a module, as it has them."""
    here = [one for one in tree.body if isinstance(one, ast.Assign) and "re.compile" in source(one)]
    if here:
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        module = importlib.import_module(".".join(["claimdesk", *parts]))
        for one in here:
            (name,) = map(ast.unparse, one.targets)
            found = getattr(module, name)
            several = found.values() if isinstance(found, dict) else found
            if isinstance(found, re.Pattern):
                yield name, found
            else:
                yield from ((f"{name}[{number}]", each) for number, each in enumerate(several))


def source(node: ast.AST) -> str:
    return ast.unparse(node)


def hostile(length: int) -> list[str]:
    plain = [(piece * length)[:length] + end for piece in PIECES for end in ENDS]
    return plain + [head + fill * length + end for head in HEADS for fill in FILLS for end in ENDS]


def apply(pattern: re.Pattern[str], method: str, text: str) -> None:
    if method == "sub":
        pattern.sub("", text)
    elif method == "finditer":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, method)(text)


@pytest.mark.catalogue("H14", "no pattern of ours is slow on 100,000 hostile characters")
def test_no_pattern_is_slow(seen: Seen) -> None:
    texts = list(zip(hostile(SAMPLE), hostile(LENGTH), strict=True))
    slowest, wrong, number = (0.0, ""), [], 0
    for where, pattern, method in used():
        number += 1
        for sample, text in texts:
            if not TORTURE and seconds(pattern, method, sample) < SECONDS * SAMPLE / LENGTH / 2:
                continue
            took = seconds(pattern, method, text)
            if took > SECONDS:
                took = min(took, seconds(pattern, method, text))
            slowest = max(slowest, (took, where))
            if took > SECONDS * PATIENCE:
                wrong.append((where, pattern.pattern, text[:12], round(took, 2)))
                break
    assert wrong == []
    assert number >= 18
    seen(number * len(texts), f"{number} patterns, the slowest {slowest[0] * 1000:.0f} ms")


def seconds(pattern: re.Pattern[str], method: str, text: str) -> float:
    """Of the processor, because others want it too."""
    began = time.process_time()
    apply(pattern, method, text)
    return time.process_time() - began


def test_a_first_try_finds_what_is_slow_at_full_length() -> None:
    quadratic = re.compile(r"a*b")
    assert seconds(quadratic, "search", "a" * SAMPLE) > SECONDS * SAMPLE / LENGTH


def test_every_pattern_is_found() -> None:
    calls = [
        node
        for path in PACKAGE.rglob("*.py")
        if path.name not in FROM_TABLES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "re"
        and node.attr in (*METHODS, "compile")
    ]
    assert len({where for where, _, _ in used()}) >= len(calls)


SURE = {"careful.py _TOKEN", "fragments.py _TAG", "careful.py:", "fragments.py:"}
"""Possessive groups that Pythons of both kinds match alike."""


def test_no_group_is_possessive() -> None:
    """Pythons before 3.11.5, such as Debian's, match many of them wrongly."""
    wrong = [
        where
        for where, pattern, _ in used()
        if re.search(r"\)[*+?]\+", str(pattern.pattern)) and not where.startswith(tuple(SURE))
    ]
    assert wrong == []


def test_a_slow_pattern_is_found_out() -> None:
    began = time.perf_counter()
    apply(re.compile(r"(a|aa)*x"), "match", "a" * 34)
    assert time.perf_counter() - began > SECONDS
