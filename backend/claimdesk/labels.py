"""`claims.xml` read into labels and their rules: the only place that knows what a label means.

Label Studio keeps and ignores attributes it does not know, so the rules stand beside the labels:
`counts` on a Label (open, verdict, reject, abstain), `needsEvidence`, `objects`, `glyph`, and
`meaning` on a control (verdict, reason, evidence, note, confidence). `anonymous` stands on a reason
that says that nobody is named, and on the evidence with the word for such a source. What other
systems are told of a verdict stands on its Label, and on a reason that is told otherwise: `rating`
(schema.org, from 1, false, to 5, true; "none" where a number would say more than is known) and
`averitec` (the label of that data set).
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from claimdesk.errors import BadConfiguration

COUNTS = ("open", "verdict", "reject", "abstain")
LEFT = "left"
"""How a label counts that judgements carry and the label config has no more."""

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
NO_RATING = "none"
MEANINGS = ("verdict", "reason", "evidence", "note", "confidence")


@dataclass(frozen=True)
class Label:
    """One thing a reviewer can say of a claim, and how it counts."""

    value: str
    counts: str
    needs_evidence: bool
    objects: bool
    background: str
    glyph: str
    rating: str | None = None
    averitec: str | None = None

    @property
    def ink(self) -> str | None:
        """Black or white, whichever can be read on the background; None if that is no #rrggbb."""
        if not _COLOUR.fullmatch(self.background):
            return None
        red, green, blue = (int(self.background[n : n + 2], 16) for n in (1, 3, 5))
        return "#1a1a1a" if 0.3 * red + 0.59 * green + 0.11 * blue > 140 else "#ffffff"


@dataclass(frozen=True)
class Reason:
    """Why a verdict was given, and what other systems are told because of it."""

    value: str
    rating: str | None = None
    averitec: str | None = None


@dataclass(frozen=True)
class Control:
    """One input of the screen: what it means and under which labels it is valid."""

    name: str
    meaning: str
    valid_for: frozenset[str]


@dataclass(frozen=True)
class Labels:
    """The label config as Label Studio gets it, with what our rules need to know of it."""

    xml: str
    digest: str
    text: str
    controls: dict[str, Control]
    labels: dict[str, Label]
    anonymous: frozenset[str]
    """Reasons, and kinds of evidence, in which nobody is named."""

    reasons: dict[str, Reason] = field(default_factory=dict)

    @cached_property
    def verdict_control(self) -> str:
        """Name of the control that carries the verdict."""
        return next(c.name for c in self.controls.values() if c.meaning == "verdict")

    @cached_property
    def open(self) -> str:
        """The label of a claim without a verdict."""
        return self._only("open")

    @cached_property
    def reject(self) -> str:
        """The label that says: this is not a claim."""
        return self._only("reject")

    @cached_property
    def verdicts(self) -> tuple[str, ...]:
        """The verdicts proper, in the order of the file."""
        return tuple(one.value for one in self.labels.values() if one.counts == "verdict")

    @cached_property
    def votes(self) -> tuple[str, ...]:
        """Every label that counts in the consensus, in the order of the file."""
        counted = ("verdict", "reject")
        return tuple(one.value for one in self.labels.values() if one.counts in counted)

    @cached_property
    def objections(self) -> frozenset[str]:
        """Labels that hold up a verdict of another kind where the policy is strict."""
        return frozenset(one.value for one in self.labels.values() if one.objects)

    @cached_property
    def well_founded(self) -> frozenset[str]:
        """Labels that need evidence."""
        return frozenset(one.value for one in self.labels.values() if one.needs_evidence)

    @cached_property
    def rules(self) -> str:
        """Digest of how the labels count, which is what a consensus depends on."""
        rules = [(one.value, one.counts, one.needs_evidence, one.objects) for one in self._sorted]
        told = repr((rules, sorted(self.anonymous)))
        return hashlib.sha256(told.encode()).hexdigest()[:8]

    @property
    def _sorted(self) -> list[Label]:
        return sorted(self.labels.values(), key=lambda label: label.value)

    def counts(self, value: str) -> str:
        """How a label counts: open, verdict, reject or abstain; not at all when it has left."""
        return self.labels[value].counts if value in self.labels else LEFT

    def keeps(self, control: str, label: str) -> bool:
        """Whether what a control says belongs to a claim with this label."""
        return label in self.controls[control].valid_for

    def _only(self, counts: str) -> str:
        return next(label.value for label in self.labels.values() if label.counts == counts)


def read(folder: Path) -> Labels:
    """Read `claims.xml` of a contract folder.

    Raises BadConfiguration when it is absent, malformed or lacks one of the rules.
    """
    path = folder / "claims.xml"
    try:
        xml = path.read_text(encoding="utf-8").strip()
        root = ElementTree.fromstring(xml)  # noqa: S314 - the operator's own file, no entities
    except (OSError, ValueError, ElementTree.ParseError) as error:
        raise _broken(path, f"{error}") from None
    if "<!DOCTYPE" in xml:
        raise _broken(path, "there is a <!DOCTYPE>, which no label config needs")
    labels = _labels(path, root)
    controls = _controls(path, root, frozenset(labels))
    text = next((tag.get("name") for tag in root.iter("Text")), None)
    if not text:
        raise _broken(path, "there is no <Text> with a name")
    return Labels(
        xml=xml,
        digest=digest(xml),
        text=text,
        controls=controls,
        labels=labels,
        anonymous=frozenset(_anonymous(root)),
        reasons=_reasons(path, root),
    )


def digest(xml: str) -> str:
    """What a label config is known by."""
    return hashlib.sha256(xml.strip().encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _labels(path: Path, root: ElementTree.Element) -> dict[str, Label]:
    found: dict[str, Label] = {}
    for tag in root.iter("Label"):
        value, counts = tag.get("value", ""), tag.get("counts", "")
        if not value or value in found:
            raise _broken(path, f"the label {value!r} is empty or stands twice")
        if counts not in COUNTS:
            raise _broken(path, f'the label {value!r} needs counts="{"|".join(COUNTS)}"')
        found[value] = Label(
            value=value,
            counts=counts,
            needs_evidence=tag.get("needsEvidence") == "1",
            objects=tag.get("objects") == "1",
            background=tag.get("background", ""),
            glyph=tag.get("glyph", ""),
            rating=_rating(path, tag),
            averitec=tag.get("averitec"),
        )
    for counts in ("open", "reject"):
        if sum(label.counts == counts for label in found.values()) != 1:
            raise _broken(path, f'exactly one label needs counts="{counts}"')
    if not any(label.counts == "verdict" for label in found.values()):
        raise _broken(path, 'no label has counts="verdict"')
    return found


def _controls(path: Path, root: ElementTree.Element, labels: frozenset[str]) -> dict[str, Control]:
    found: dict[str, Control] = {}
    for tag in root.iter():
        name, meaning = tag.get("name"), tag.get("meaning")
        if tag.get("toName") is None:
            continue
        if not name or name in found or meaning not in MEANINGS:
            raise _broken(
                path, f'the control {name!r} needs its own name and meaning="{"|".join(MEANINGS)}"'
            )
        only = tag.get("whenLabelValue")
        valid_for = frozenset(only.split(",")) if only else labels
        if not valid_for <= labels:
            raise _broken(path, f"{name!r} names labels that do not exist: {only!r}")
        found[name] = Control(name=name, meaning=meaning, valid_for=valid_for)
    if sum(control.meaning == "verdict" for control in found.values()) != 1:
        raise _broken(path, 'exactly one control needs meaning="verdict"')
    return found


def _reasons(path: Path, root: ElementTree.Element) -> dict[str, Reason]:
    choices = (one for tag in root.iter("Choices") if tag.get("meaning") == "reason" for one in tag)
    return {
        value: Reason(value, _rating(path, tag), tag.get("averitec"))
        for tag in choices
        if (value := tag.get("value", ""))
    }


def _rating(path: Path, tag: ElementTree.Element) -> str | None:
    """The rating as it stands there. Raises BadConfiguration for what is none."""
    rating = tag.get("rating")
    if rating not in (None, NO_RATING, *"12345"):
        raise _broken(path, f'{tag.get("value")!r} needs rating="1" to "5", or "{NO_RATING}"')
    return rating


def _anonymous(root: ElementTree.Element) -> Iterator[str]:
    for tag in root.iter():
        said = tag.get("anonymous")
        if said:
            yield tag.get("value", "") if tag.tag == "Choice" else said


def _broken(path: Path, why: str) -> BadConfiguration:
    return BadConfiguration(
        f"{path} cannot be used as label config.",
        why=f"In it, {why}." if not why.endswith(".") else why,
        fix="Correct it, or remove the setting config_dir to use the bundled one.",
    )
