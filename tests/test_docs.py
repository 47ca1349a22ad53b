"""The docs say what the program does: tables are generated, code runs, links lead somewhere."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

from claimdesk import codebook, errors, labels, recipes, worth
from claimdesk.api import access
from claimdesk.cli.commands import app
from claimdesk.segmenting.furniture import REASONS
from claimdesk.settings import PREFIX, Settings, bundled
from claimdesk.workflow.bench import screen

from . import catalogue

ROOT = bundled("samples").parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def exports() -> str:
    lines = []
    for recipe in recipes.every(bundled("exports")):
        formats = f"As {', '.join(recipe.formats)}."
        lines += [f"### `{recipe.name}`", "", recipe.about, "", formats, ""]
        lines += ["| column | meaning |", "|---|---|"]
        lines += [f"| `{column.name}` | {column.about} |" for column in recipe.table]
        lines.append("")
    return "\n".join(lines).rstrip()


def verbs(group: Any, before: str = "") -> dict[str, Any]:
    """Every command by all its words: `status`, `token create`."""
    found: dict[str, Any] = {}
    for name, command in sorted(group.commands.items()):
        words = f"{before}{name}"
        inner = isinstance(command, typer.core.TyperGroup)
        found |= verbs(command, f"{words} ") if inner else {words: command}
    return found


def commands() -> str:
    lines = ["| command | does | options |", "|---|---|---|"]
    for name, command in verbs(get_command(app)).items():
        takes = [
            f"`{flag}`"
            for option in command.params
            if option.param_type_name == "option"
            for flag in (*option.opts[:1], *option.secondary_opts)
        ]
        about = str(command.help).split("\n")[0]
        lines.append(f"| `{name}` | {about} | {' '.join(takes)} |")
    return "\n".join(lines)


def access_table() -> str:
    lines = ["| route | least role |", "|---|---|"]
    for row, least in access.TABLE.items():
        route, _, parameter = row.partition("?")
        more = f" with `{parameter}`" if parameter else ""
        lines.append(f"| `{route}`{more} | {least} |")
    return "\n".join(lines)


def error_table() -> str:
    lines = ["| exit code | HTTP | name | when |", "|---|---|---|---|"]
    for kind in [*errors.ClaimdeskError.__subclasses__(), errors.ClaimdeskError]:
        about = (
            str(kind.__doc__).split("\n")[0]
            if kind is not errors.ClaimdeskError
            else ("Something unexpected.")
        )
        lines.append(f"| {kind.exit_code} | {kind.status} | `{kind.code}` | {about} |")
    return "\n".join(lines)


def settings() -> str:
    lines = ["| setting | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = "" if field.is_required() or field.default is None else f"`{field.default}`"
        lines.append(f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |")
    return "\n".join(lines)


def reasons() -> str:
    lines = ["| role | reasons |", "|---|---|"]
    lines += [
        f"| `{role}` | {' '.join(f'`{code}`' for code in sorted(codes))} |"
        for role, codes in REASONS.items()
    ]
    return "\n".join(lines)


def signals() -> str:
    lines = ["| code | points | says |", "|---|---|---|"]
    for code, about in worth.EXPLAINED.items():
        lines.append(f"| `{code}` | {worth.WEIGHTS[code]:+.1f} | {about} |")
    return "\n".join(lines)


def guide() -> str:
    folder = bundled("annotation_config")
    return codebook.read(folder, screen(labels.read(folder))).markdown.rstrip()


GENERATED: dict[str, Callable[[], str]] = {
    "exports": exports,
    "commands": commands,
    "access": access_table,
    "errors": error_table,
    "settings": settings,
    "catalogue": catalogue.table,
    "codebook": guide,
    "reasons": reasons,
    "signals": signals,
}


@pytest.mark.parametrize("name", GENERATED)
def test_generated_tables_are_fresh(name: str, request: pytest.FixtureRequest) -> None:
    pattern = re.compile(rf"(<!-- generated: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    (page,) = [path for path in PAGES if pattern.search(path.read_text(encoding="utf-8"))]
    text = page.read_text(encoding="utf-8")
    fresh = pattern.sub(lambda found: f"{found[1]}\n{GENERATED[name]()}\n\n{found[2]}", text)
    if request.config.getoption("--update-docs"):
        page.write_text(fresh, encoding="utf-8")
        text = fresh
    assert text == fresh


def test_every_test_of_the_catalogue_has_a_figure() -> None:
    noted = {(one["id"], one["must"], one["test"]) for one in catalogue.read()}
    assert noted == set(catalogue.marked())


def test_python_in_the_docs_is_an_export_that_works(tmp_path: Path) -> None:
    (code,) = re.findall(
        r"```python\n(.*?)```", (ROOT / "docs" / "exports.md").read_text(), re.DOTALL
    )
    (tmp_path / "mine.py").write_text(code, encoding="utf-8")
    assert recipes.find(tmp_path, "mine").about == "How many claims carry each verdict."


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_commands_in_the_docs_exist(page: Path) -> None:
    known = {*verbs(get_command(app)), "test"}
    groups = {name.split()[0] for name in known if " " in name}
    text = page.read_text(encoding="utf-8")
    said = re.findall(r"(?:\./desk|`claimdesk) ([a-z]+)\b(?: ([a-z]+))?", text)
    words = {f"{first} {second}".rstrip() if first in groups else first for first, second in said}
    assert words <= known | groups


@pytest.mark.parametrize("name", recipes.names(bundled("exports")))
def test_every_column_has_a_meaning(name: str) -> None:
    fields = recipes.find(bundled("exports"), name).row.model_fields
    assert [column for column, field in fields.items() if not field.description] == []


def test_every_command_and_option_has_help() -> None:
    for name, verb in verbs(get_command(app)).items():
        assert verb.help, name
        assert all(getattr(option, "help", None) for option in verb.params), name


def test_the_changelog_has_a_section_for_what_comes_next() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
