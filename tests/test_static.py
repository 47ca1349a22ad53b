"""What is in the repository: no dangerous call, no secret, and an honest audit."""

import ast
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import claimdesk
from claimdesk.settings import bundled

from .catalogue import Seen

ROOT = bundled("samples").parent
PACKAGE = Path(claimdesk.__file__).parent
CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "yaml.load", "input"}
MODULES = {"pickle", "marshal", "shelve", "dill", "yaml", "imp", "xmlrpc", "telnetlib", "ftplib"}
TEMPLATES = {"Template", "from_string", "Markup", "mark_safe"}

SECRETS = {
    "a token of ours": re.compile(r"\bcdk_[A-Za-z0-9_-]{43}\b"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a token of Label Studio": re.compile(r"(?<![0-9a-fA-F])[0-9a-f]{40}(?![0-9a-fA-F])"),
    "a web token": re.compile(r"\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}"),
    "a key of a cloud": re.compile(r"\b(AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{35}\b"),
    "a token of a forge": re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36}\b|\bglpat-[\w-]{20}\b"),
    "a password in an address": re.compile(
        r"://[\w.-]+:(?!password@|[*{$])[^@\s/'\"]{6,}@(?!127\.)"
    ),
}
SKIPPED = {".git", ".venv", ".uv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
SKIPPED |= {".hypothesis", "dist", "build", ".claimdesk", "secrets", "screenshots"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for folder in (PACKAGE, bundled("exports")):
        for path in sorted(folder.rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def dangers(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """What runs words as code, loads objects from bytes, or hands words to a shell."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [one.name for one in node.names] + [getattr(node, "module", None) or ""]
            for name in names:
                if name.split(".")[0] in MODULES:
                    yield node.lineno, name
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in CALLS or called.split(".")[-1] in TEMPLATES:
                yield node.lineno, called
            for given in node.keywords:
                off = isinstance(given.value, ast.Constant) and given.value.value is False
                if given.arg == "shell" and not off:
                    yield node.lineno, "shell"
                if given.arg in ("autoescape", "verify") and off:
                    yield node.lineno, f"{given.arg} off"


@pytest.mark.catalogue("S15", "nothing in the package runs words as code or hands them to a shell")
def test_no_words_are_run_as_code(seen: Seen) -> None:
    read = list(trees())
    found = [f"{path.name}:{line} {what}" for path, tree in read for line, what in dangers(tree)]
    assert found == []
    assert len(read) > 60
    seen(len(read), "files read, 0 dangerous calls; ruff's S rules are on in the gate")


@pytest.mark.parametrize(
    "code",
    [
        "eval(x)",
        "exec(x)",
        "import pickle",
        "from pickle import loads",
        "import yaml; yaml.load(x)",
        "subprocess.run(x, shell=True)",
        "os.system(x)",
        "jinja2.Template(x)",
        "Environment(autoescape=False)",
        "httpx.get(x, verify=False)",
    ],
)
def test_a_dangerous_call_is_found_out(code: str) -> None:
    assert list(dangers(ast.parse(code)))


def test_the_linter_looks_for_the_same() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (chosen,) = re.findall(r"^select = \[(.*)\]$", text, re.MULTILINE)
    (ignored,) = re.findall(r"^ignore = \[(.*?)^\]$", text, re.MULTILINE | re.DOTALL)
    assert '"S"' in chosen
    assert not re.search(r'"S\d', ignored)


def texts() -> Iterator[tuple[Path, str]]:
    """Every file of the repository that is text."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in SKIPPED]
        for name in names:
            path = Path(folder, name)
            raw = path.read_bytes()
            if b"\0" not in raw[:8_000]:
                yield path.relative_to(ROOT), raw.decode("utf-8", "replace")


def leaked(text: str) -> list[str]:
    """The kinds of secrets that stand in a text; one of a single letter is nobody's."""
    return [
        kind
        for kind, pattern in SECRETS.items()
        for found in pattern.finditer(text)
        if len(set(found[0].removeprefix("cdk_"))) > 2
    ]


@pytest.mark.catalogue("S15", "no file of the repository holds what looks like a secret")
def test_no_file_holds_a_secret(seen: Seen) -> None:
    read = dict(texts())
    found = {str(path): kinds for path, text in read.items() if (kinds := leaked(text))}
    assert found == {}
    assert Path("pyproject.toml") in read
    seen(len(read), f"files, {len(SECRETS)} kinds of secrets: none")


def test_a_secret_is_found_out() -> None:
    digits = "0123456789abcdef"
    made = {
        "a token of ours": f"cdk_{digits * 2}{digits[:11]}",
        "a private key": "-----BEGIN " + "PRIVATE KEY-----",
        "a token of Label Studio": digits * 2 + digits[:8],
        "a web token": "eyJ" + ".".join([digits] * 3),
        "a key of a cloud": "AKIA" + digits.upper(),
        "a token of a forge": "ghp_" + digits * 2 + "abcd",
        "a password in an address": "postgresql://me:" + "s3cr3tw0rd@host/db",
    }
    assert {kind for kind, one in made.items() if kind in leaked(f'x = "{one}"\n')} == set(SECRETS)


STUB = """#!/bin/sh
if [ "$1" = export ]; then printf '%s' "$LISTED"; exit 0; fi
echo "$@" >> "$ASKED"
exit "$FOUND"
"""


def audit(folder: Path, found: int, listed: str = "a==1") -> tuple[int, list[str], str]:
    """Run `.ci/audit` with somebody else as pip-audit, who ends with this; what it was asked."""
    stub, asked = folder / "uv", folder / "asked"
    stub.write_text(STUB)
    stub.chmod(0o755)
    path = f"{folder}:{os.environ['PATH']}"
    more = {"PATH": path, "FOUND": str(found), "LISTED": listed, "ASKED": str(asked)}
    command = ["bash", str(ROOT / ".ci" / "audit")]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | more, timeout=60
    )
    lines = asked.read_text().splitlines() if asked.exists() else []
    return done.returncode, lines, done.stderr


@pytest.mark.catalogue("S14", "an audit that could not ask fails, and never passes vacuously")
def test_an_audit_that_could_not_ask_fails(tmp_path: Path, seen: Seen) -> None:
    code, asked, said = audit(tmp_path, found=1)
    assert (code, "failed or not run" in said) == (1, True)
    assert all("--strict" in line for line in asked)
    assert audit(tmp_path, found=0, listed="")[0] == 1
    code, asked, _ = audit(tmp_path, found=0)
    assert (code, len(asked)) == (0, 4)
    seen(3, "not run offline: it asks the internet, so it is no part of the gate")
