"""Promises to people outside the code: what the two contract folders may rely on."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

import claimdesk
from claimdesk import codebook, recipes
from claimdesk import labels as label_config
from claimdesk.labels import Labels
from claimdesk.labelstudio.tasks import conflict, task
from claimdesk.models import Article
from claimdesk.settings import bundled
from claimdesk.spans import Published
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
    assert said_by_the_sdk(labels.xml) == list(labels.labels)


def said_by_the_sdk(xml: str) -> list[str]:
    """The labels that Label Studio's own reader finds."""
    code = (
        "import sys, warnings; warnings.simplefilter('ignore')\n"
        "from label_studio_sdk.label_interface import LabelInterface\n"
        "read = LabelInterface(sys.stdin.read()); read.validate()\n"
        "print(*read.get_tag('verdict').labels, sep='\\n')"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], input=xml, capture_output=True, text=True, check=True
    )
    return said.stdout.splitlines()


def sdk_calls() -> set[str]:
    """What the package calls of the SDK, as in `projects.create`."""
    calls = (
        ast.unparse(node.func)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    )
    return {one.partition("._sdk.")[2] for one in calls if "._sdk." in one}


def only_in_enterprise(calls: Iterable[str]) -> list[str]:
    """Those of which the SDK says that they need Label Studio Enterprise."""
    code = (
        "import sys, warnings; warnings.simplefilter('ignore')\n"
        "from operator import attrgetter\n"
        "from label_studio_sdk.base_client import LabelStudioBase\n"
        "sdk = LabelStudioBase(base_url='http://labelstudio.test', api_key='none')\n"
        "for call in sys.stdin.read().split():\n"
        "    if 'enterprise' in attrgetter(call)(sdk).__doc__.lower(): print(call)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        input="\n".join(calls),
        capture_output=True,
        text=True,
        check=True,
    )
    return said.stdout.split()


def test_nothing_is_called_that_only_label_studio_enterprise_has() -> None:
    assert "projects.import_tasks" in sdk_calls()
    assert only_in_enterprise(sdk_calls()) == []


def test_the_sdk_says_of_a_method_that_only_enterprise_has_it() -> None:
    assert only_in_enterprise(["annotation_history.list", "projects.create"]) == [
        "annotation_history.list"
    ]


@pytest.fixture
def adjudication(labels: Labels) -> Labels:
    return label_config.read_adjudication(bundled("annotation_config") / "adjudication.xml", labels)


def test_adjudicators_have_the_labels_of_reviewers_but_those_that_abstain(
    labels: Labels, adjudication: Labels
) -> None:
    adopting = {one.value for one in adjudication.labels.values() if one.adopts}
    abstaining = {one for one in labels.labels if labels.counts(one) == label_config.ABSTAIN}
    assert len(adopting) == len(adjudication.letters) >= 3
    assert set(adjudication.labels) - adopting == set(labels.labels) - abstaining
    assert adjudication.votes == labels.votes


def test_no_key_means_two_things_to_an_adjudicator(adjudication: Labels) -> None:
    keys = re.findall(r'hotkey="([^"]+)"', adjudication.xml)
    assert len(keys) == len(set(keys)) > 10


def test_the_sdk_reads_the_labels_of_adjudicators(adjudication: Labels) -> None:
    assert said_by_the_sdk(adjudication.xml) == list(adjudication.labels)


def test_every_field_an_adjudicator_is_shown_is_in_the_task(adjudication: Labels) -> None:
    shown = set(re.findall(r'value="\$(\w+)"', adjudication.xml))
    article = Article(id="a", text="Shut.", source="a.txt", loaded_at=datetime.now(UTC))
    made = conflict(article, Published("c", 0, 5, adjudication.open), {"A": "x"}, adjudication)
    assert shown
    assert shown <= made["data"].keys()


def test_where_a_claim_was_first_said_has_its_place(adjudication: Labels) -> None:
    article = Article(id="a", text="Shut.", source="a.txt", loaded_at=datetime.now(UTC))
    claim = Published("c", 0, 5, adjudication.open)
    made = conflict(article, claim, {}, adjudication, origin="The Courier: “Shut.”")
    told = [one["value"].get("text") for one in made["predictions"][0]["result"]]
    assert ["The Courier: “Shut.”"] in told


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


def test_what_label_studio_keeps_of_the_screen_is_quick_to_compare(labels: Labels) -> None:
    root = ElementTree.fromstring(labels.xml)
    kept = [one.text or "" for one in root.iter("Style")]
    kept += [words for one in root.iter() for name, words in one.items() if name != "glyph"]
    assert [words for words in kept if not words.isascii()] == []


def test_labels_are_legible(labels: Labels) -> None:
    for verdict in labels.verdicts:
        assert contrast(labels.labels[verdict].background, "#ffffff") >= 4.5


def test_what_adopts_a_version_is_legible(adjudication: Labels) -> None:
    adopting = [one for one in adjudication.labels.values() if one.adopts]
    assert all(contrast(one.background, "#ffffff") >= 4.5 for one in adopting)


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


def test_adjudicators_have_the_codes_that_the_codebook_explains(labels: Labels) -> None:
    folder = bundled("annotation_config")
    root = ElementTree.parse(folder / "adjudication.xml").getroot()
    codes = [one.get("value") for one in root.find(".//Choices[@name='overruling']") or ()]
    book = codebook.read(folder, screen(labels)).book
    assert codes == [one.code for one in book.overruling] != []
