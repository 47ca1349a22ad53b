"""Promises to people outside the code: what the two contract folders may rely on."""

import ast
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import claimdesk
from claimdesk import codebook, recipes
from claimdesk import labels as label_config
from claimdesk.labels import Labels
from claimdesk.labelstudio.tasks import task
from claimdesk.models import Article
from claimdesk.settings import bundled
from claimdesk.workflow.bench import screen

PACKAGE = Path(claimdesk.__file__).parent
HEAVY = {"numpy", "pandas", "fastapi", "sqlalchemy", "sqlmodel", "pydantic", "label_studio_sdk"}


@pytest.fixture
def labels() -> Labels:
    return label_config.read(bundled("annotation_config"))


def test_no_label_is_spelled_in_the_package(labels: Labels) -> None:
    # "claim" is a word of the language; as a string it may only name a thing, not a label.
    spelled = set(labels.labels) - {labels.open}
    found = [
        f"{path.name}:{node.lineno} {node.value!r}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in spelled and node.value != "pass"
    ]
    assert found == []


def test_every_label_has_its_section_in_the_codebook_and_every_section_its_label(
    labels: Labels,
) -> None:
    book = codebook.read(bundled("annotation_config"), screen(labels))
    sections = re.findall(r"^## `([\w-]+)`", book.markdown, flags=re.MULTILINE)
    assert sections == list(labels.labels)


def test_the_screen_explains_every_label_and_reason_as_the_codebook_does(labels: Labels) -> None:
    book = codebook.read(bundled("annotation_config"), screen(labels)).book
    assert {name: one.hint for name, one in labels.labels.items()} == {
        one.name: one.hint for one in book.label
    }
    assert [(label, *one) for label, some in labels.reasons.items() for one in some.items()] == [
        (one.label, one.name, one.hint) for one in book.reason
    ]


def test_the_sdk_reads_the_same_labels(labels: Labels) -> None:
    code = (
        "import sys, warnings; warnings.simplefilter('ignore')\n"
        "from label_studio_sdk.label_interface import LabelInterface\n"
        "read = LabelInterface(sys.stdin.read()); read.validate()\n"
        "print(*read.get_tag('verdict').labels, sep='\\n')"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], input=labels.xml, capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == list(labels.labels)


def test_every_verdict_that_needs_evidence_can_take_it(labels: Labels) -> None:
    takes = next(c.valid_for for c in labels.controls.values() if c.meaning == "evidence")
    needs = {label.value for label in labels.labels.values() if label.needs_evidence}
    assert needs
    assert needs <= takes


def test_every_field_the_screen_shows_is_in_the_task(labels: Labels) -> None:
    shown = set(re.findall(r'value="\$(\w+)"', labels.xml))
    article = Article(id="a", text="Shut.", source="a.txt", loaded_at=datetime.now(UTC))
    assert shown
    assert shown <= task(article, [], labels)["data"].keys()


def test_labels_are_legible(labels: Labels) -> None:
    for verdict in labels.verdicts:
        assert contrast(labels.labels[verdict].background, "#ffffff") >= 4.5


@pytest.mark.parametrize("name", recipes.names(bundled("exports")))
def test_every_export_describes_itself(name: str) -> None:
    recipe = recipes.find(bundled("exports"), name)
    assert recipe.about.endswith(".")
    assert recipe.row.model_fields


def test_help_imports_nothing_heavy() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "claimdesk", "--help"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {line.split("|")[-1].strip().split(".")[0] for line in said.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & HEAVY


def test_version_imports_no_command_line() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "claimdesk", "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == f"claimdesk {claimdesk.__version__}"
    assert "typer" not in said.stderr


def contrast(colour: str, other: str) -> float:
    """Contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
