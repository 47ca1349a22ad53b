"""Templates in which every text is inert; pages are made with them too."""

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2

from claimdesk.labels import Label
from claimdesk.recipes.wording import CHANGES, DISCOUNTS, FLIPS
from claimdesk.snapshot import leading_address

HERE = Path(__file__).parent / "templates"
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "yi", "ps", "dv")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def shown(value: Any) -> Any:
    """What a template puts into a page; what turns the direction of writing is written out.

    It would make a text look like another one than the reviewers judged.
    """
    if type(value) is not str:
        return value
    return TURNING.sub(lambda found: f"[U+{ord(found[0]):04X}]", value)


def environment(*folders: Path) -> jinja2.Environment:
    """Templates of these folders, and the parts that all of them share."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader([*folders, HERE]), autoescape=True, finalize=shown
    )
    made.filters["leading_address"] = leading_address
    made.globals |= {"changes": CHANGES, "discounts": DISCOUNTS, "flips": FLIPS}
    return made


def direction(language: str | None) -> str:
    """Which way a text in a language is written, as HTML asks for it."""
    return "rtl" if (language or "").split("-")[0] in RIGHT_TO_LEFT else "auto"


def label_names(labels: Mapping[str, Label]) -> Mapping[str, tuple[str, str]]:
    """Class and glyph of each label; never colour alone.

    One that the label config has no more is shown as it is stored.
    """
    names = {
        value: (f"v{number}", label.glyph) for number, (value, label) in enumerate(labels.items())
    }
    return defaultdict(lambda: ("undecided", ""), names)


def label_rules(labels: Mapping[str, Label]) -> str:
    """The colours of the labels as a style sheet: classes v0, v1, ... in their order."""
    rules = [
        f".v{number} {{ --label: {label.background}; --ink: {label.ink}; }}"
        for number, label in enumerate(labels.values())
        if label.ink
    ]
    return "\n".join(rules)


def glyph_rules(labels: Mapping[str, Label]) -> str:
    """A style sheet that puts its glyph before each claim in the text: never colour alone."""
    rules = [
        f'.text .v{number}::before {{ content: "{_escaped(label.glyph)}\\a0 "; }}'
        for number, label in enumerate(labels.values())
        if label.glyph
    ]
    return "\n".join(rules)


def _escaped(words: str) -> str:
    """Words inside a string of CSS."""
    return "".join(f"\\{ord(letter):x} " for letter in words)
