"""`claims.xml` read into labels and their rules: the only place that knows what a label means.

The screen of adjudicators, `adjudication.xml`, takes its labels and controls from there.

Label Studio keeps and ignores attributes it does not know, so the rules stand beside the labels:
`counts` on a Label (open, verdict, reject, abstain), `needsEvidence`, `objects`, `glyph`, and
`meaning` on a control (verdict, reason, evidence, note, confidence; for adjudicators also version,
origin and overruling). `adopts` stands on a label with the letter of a version, `shows` on the
control that shows it. `anonymous` stands on a reason that says that nobody is named, and on the
evidence with the word for such a source.

What was called otherwise before says so: `formerly` on a Label or Choice, the names with commas
between. What is no more stands in `retired` of its control: such a label reads as no verdict, such
a reason as none.

What other systems are told of a verdict stands on its Label, and on a reason that is told
otherwise: `rating` (schema.org, from 1, false, to 5, true; "none" where a number would say more
than is known) and `averitec` (the label of that data set).
"""

import copy
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from claimdesk.errors import BadConfiguration

FILE = "claims.xml"
COUNTS = ("open", "verdict", "reject", "abstain")
ADOPT, ABSTAIN = "adopt", "abstain"
LEFT = "left"
"""How a label counts that judgements carry and the label config has no more."""

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
NO_RATING = "none"
ORIGIN = "origin"
MEANINGS = (
    "verdict",
    "reason",
    "evidence",
    "note",
    "confidence",
    "version",
    ORIGIN,
    "overruling",
)


@dataclass(frozen=True)
class Label:
    """One thing a reviewer can say of a claim, and how it counts."""

    value: str
    counts: str
    needs_evidence: bool
    objects: bool
    background: str
    glyph: str
    hotkey: str
    hint: str
    adopts: str = ""
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
    shows: str = ""


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

    reasons: dict[str, dict[str, str]]
    """Reasons that can be chosen, each with its hint, by the label that they explain."""

    known_labels: dict[str, str]
    """Every name that a label has or had, and what it is read as."""

    known_reasons: dict[str, str | None]
    """The same of reasons; None is for one that was retired."""

    first_names: dict[str, str]
    """What labels and reasons were called at first that were renamed."""

    outside: dict[str, Reason]
    """Reasons by their name, with what other systems are told because of them."""

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
    def letters(self) -> dict[str, str]:
        """The letters under which an adjudicator sees versions, each with what shows it."""
        shown = {one.shows: one.name for one in self.controls.values() if one.shows}
        adopted = [one.adopts for one in self.labels.values() if one.adopts]
        return {letter: shown[letter] for letter in adopted if letter in shown}

    @cached_property
    def origin_control(self) -> str | None:
        """Name of the control that shows where a claim was first said, if there is one."""
        return next((c.name for c in self.controls.values() if c.meaning == ORIGIN), None)

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
        told = repr((rules, sorted(self.anonymous), *self._moved))
        return hashlib.sha256(told.encode()).hexdigest()[:8]

    @property
    def _moved(self) -> list[tuple[str, str | None]]:
        """Names that are read as something else; none in a label config that never changed."""
        known = [*self.known_labels.items(), *self.known_reasons.items()]
        return sorted(((old, new) for old, new in known if old != new), key=repr)

    @property
    def present(self) -> dict[str, str]:
        """Former names, and what they are called today."""
        return {old: new for old, new in self._moved if new is not None}

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
    path = folder / FILE
    return parse(_text(path), path)


def parse(xml: str, path: Path) -> Labels:
    """The same for a text that may come to stand there."""
    xml, root = _parsed(xml, path)
    return _checked(path, xml, root, COUNTS)


def read_adjudication(path: Path, labels: Labels) -> Labels:
    """Read the screen of adjudicators, whose labels and controls are those of `labels`.

    Nobody abstains there: who cannot decide leaves a conflict to somebody else. Raises
    BadConfiguration.
    """
    _, root = _parsed(_text(path), path)
    theirs = ElementTree.fromstring(labels.xml)  # noqa: S314 - it was read already
    absent = [one.value for one in labels.labels.values() if one.counts == ABSTAIN]
    text = next((tag.get("name", "") for tag in root.iter("Text")), "")
    for parent in list(root.iter()):
        for place, child in reversed(list(enumerate(parent))):
            if child.tag == "Take":
                taken = _taken(child, theirs, absent)
                parent[place : place + 1] = [_under(child, text, one) for one in taken]
    own, common = root.find("Style"), theirs.find("Style")
    if own is not None and common is not None:
        own.text = f"{common.text or ''}{own.text or ''}"
    xml = ElementTree.tostring(root, encoding="unicode").strip()
    found = _checked(path, xml, root, (*COUNTS, ADOPT))
    if not found.letters:
        raise _broken(path, f'no label has counts="{ADOPT}" and a version that it adopts')
    return found


def _taken(
    take: ElementTree.Element, theirs: ElementTree.Element, absent: Sequence[str]
) -> list[ElementTree.Element]:
    """The controls of a meaning without the labels that are absent, with what is put into them."""
    meaning = take.get("meaning")
    shown_for = _shown_for(theirs)
    found = [copy.deepcopy(one) for one in theirs.iter() if one.get("meaning") == meaning]
    for control in found:
        if only := shown_for.get(control.get("name", "")):
            left = [one for one in only.split(",") if one not in absent]
            control.set("whenLabelValue", ",".join(left))
        for label in control.findall("Label"):
            if label.get("value") in absent:
                control.remove(label)
        control[1:1] = list(take)
    return found


def _under(
    take: ElementTree.Element, text: str, control: ElementTree.Element
) -> ElementTree.Element:
    """A control of another text, with the header there may be, shown under the same labels."""
    control.set("toName", text)
    control.tail = take.tail
    header = take.get("header")
    if header is None:
        return control
    view = ElementTree.Element("View", {"visibleWhen": "region-selected"})
    if only := control.get("whenLabelValue"):
        view.set("whenLabelValue", only)
    view.append(ElementTree.Element("Header", {"value": header, "size": "6"}))
    view.append(control)
    return view


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise _broken(path, f"{error}") from None


def _parsed(xml: str, path: Path) -> tuple[str, ElementTree.Element]:
    xml = xml.strip()
    try:
        root = ElementTree.fromstring(xml)  # noqa: S314 - the operator's own file, no entities
    except (ValueError, ElementTree.ParseError) as error:
        raise _broken(path, f"{error}") from None
    if "<!DOCTYPE" in xml:
        raise _broken(path, "there is a <!DOCTYPE>, which no label config needs")
    return xml, root


def _checked(path: Path, xml: str, root: ElementTree.Element, counts: Sequence[str]) -> Labels:
    labels = _labels(path, root, counts)
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
        reasons=_reasons(root, controls),
        outside=_outside(path, root),
        known_labels=_known_labels(path, root, labels),
        known_reasons=_known_reasons(path, root),
        first_names=_first_names(root),
    )


def names(xml: str) -> tuple[set[str], set[str]]:
    """The labels and the controls of any label config; none of one that cannot be read."""
    try:
        root = ElementTree.fromstring(xml)  # noqa: S314 - Label Studio took it, and has no entities
    except (ValueError, ElementTree.ParseError):
        return set(), set()
    controls = {tag.get("name", "") for tag in root.iter() if tag.get("toName") is not None}
    return {tag.get("value", "") for tag in root.iter("Label")}, controls


def digest(xml: str) -> str:
    """What a label config is known by."""
    return hashlib.sha256(xml.strip().encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _labels(path: Path, root: ElementTree.Element, known: Sequence[str]) -> dict[str, Label]:
    found: dict[str, Label] = {}
    for tag in root.iter("Label"):
        value, counts = tag.get("value", ""), tag.get("counts", "")
        if not value or value in found:
            raise _broken(path, f"the label {value!r} is empty or stands twice")
        if counts not in known:
            raise _broken(path, f'the label {value!r} needs counts="{"|".join(known)}"')
        found[value] = Label(
            value=value,
            counts=counts,
            needs_evidence=tag.get("needsEvidence") == "1",
            objects=tag.get("objects") == "1",
            background=tag.get("background", ""),
            glyph=tag.get("glyph", ""),
            hotkey=tag.get("hotkey", ""),
            hint=tag.get("hint", ""),
            adopts=tag.get("adopts", ""),
            rating=_rating(path, tag),
            averitec=tag.get("averitec"),
        )
    for counts in ("open", "reject"):
        if sum(label.counts == counts for label in found.values()) != 1:
            raise _broken(path, f'exactly one label needs counts="{counts}"')
    if not any(label.counts == "verdict" for label in found.values()):
        raise _broken(path, 'no label has counts="verdict"')
    return found


def _shown_for(tag: ElementTree.Element, around: str = "") -> dict[str, str]:
    """The labels that each control is shown for, as it says itself or the view around it does."""
    only = tag.get("whenLabelValue", around)
    found = {tag.get("name", ""): only} if tag.get("toName") is not None and only else {}
    for child in tag:
        found |= _shown_for(child, only)
    return found


def _controls(path: Path, root: ElementTree.Element, labels: frozenset[str]) -> dict[str, Control]:
    found: dict[str, Control] = {}
    shown_for = _shown_for(root)
    for tag in root.iter():
        name, meaning = tag.get("name"), tag.get("meaning")
        if tag.get("toName") is None:
            continue
        if not name or name in found or meaning not in MEANINGS:
            raise _broken(
                path, f'the control {name!r} needs its own name and meaning="{"|".join(MEANINGS)}"'
            )
        only = shown_for.get(name)
        valid_for = frozenset(only.split(",")) if only else labels
        if not valid_for <= labels:
            raise _unknown(path, name, sorted(valid_for - labels), _unnamed(root))
        found[name] = Control(
            name=name, meaning=meaning, valid_for=valid_for, shows=tag.get("shows", "")
        )
    if sum(control.meaning == "verdict" for control in found.values()) != 1:
        raise _broken(path, 'exactly one control needs meaning="verdict"')
    return found


def _outside(path: Path, root: ElementTree.Element) -> dict[str, Reason]:
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


def _reasons(root: ElementTree.Element, controls: dict[str, Control]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for tag in _meaning(root, "reason"):
        for label in controls[tag.get("name", "")].valid_for:
            choices = {one.get("value", ""): one.get("hint", "") for one in tag.iter("Choice")}
            found.setdefault(label, {}).update(choices)
    return found


def _known_labels(
    path: Path, root: ElementTree.Element, labels: dict[str, Label]
) -> dict[str, str]:
    nothing = next(one.value for one in labels.values() if one.counts == "open")
    known = _renamed(path, list(root.iter("Label")))
    return known | dict.fromkeys(_retired(path, _meaning(root, "verdict"), known), nothing)


def _known_reasons(path: Path, root: ElementTree.Element) -> dict[str, str | None]:
    controls = _meaning(root, "reason")
    known = _renamed(path, [one for tag in controls for one in tag.iter("Choice")])
    return {**known, **dict.fromkeys(_retired(path, controls, known))}


def _meaning(root: ElementTree.Element, meaning: str) -> list[ElementTree.Element]:
    return [tag for tag in root.iter() if tag.get("meaning") == meaning]


def _renamed(path: Path, tags: list[ElementTree.Element]) -> dict[str, str]:
    """Every name that these have or had, and the present one."""
    known = {value: value for tag in tags if (value := tag.get("value"))}
    for tag in tags:
        value = tag.get("value", "")
        for name in listed(tag, "formerly"):
            if known.setdefault(name, value) != value:
                raise _broken(path, f"{name!r} was formerly {value!r}, and is something else")
    return known


def _retired(
    path: Path, tags: Iterable[ElementTree.Element], known: dict[str, str]
) -> Iterator[str]:
    for tag in tags:
        for name in listed(tag, "retired"):
            if name in known:
                raise _broken(path, f"{name!r} is retired, and is or was something that is there")
            yield name


def _first_names(root: ElementTree.Element) -> dict[str, str]:
    return {
        tag.get("value", ""): former[0]
        for tag in root.iter()
        if (former := listed(tag, "formerly")) and former[0] != tag.get("value")
    }


def listed(tag: ElementTree.Element, name: str) -> list[str]:
    """The names in an attribute, which has commas between them."""
    return [one.strip() for one in tag.get(name, "").split(",") if one.strip()]


def _anonymous(root: ElementTree.Element) -> Iterator[str]:
    for tag in root.iter():
        said = tag.get("anonymous")
        if said:
            yield tag.get("value", "") if tag.tag == "Choice" else said


def _unnamed(root: ElementTree.Element) -> list[str]:
    """The verdicts that no control and no view is shown for."""
    told = (tag.get("whenLabelValue") or "" for tag in root.iter())
    named = {label for labels in told for label in labels.split(",")}
    verdicts = (
        tag.get("value", "") for tag in root.iter("Label") if tag.get("counts") == "verdict"
    )
    return [verdict for verdict in verdicts if verdict not in named]


def _unknown(path: Path, control: str, lacking: list[str], new: list[str]) -> BadConfiguration:
    """A control is shown for labels that are not there: most likely one got another name."""
    old = ", ".join(map(repr, lacking))
    likely = new[0] if len(new) == 1 else "NEW"
    return BadConfiguration(
        f"{path} cannot be used as label config.",
        why=f"{control!r} is shown for labels that do not exist: {old}. Judgements under such a "
        "name could not be read.",
        fix="If the label was renamed, give it its old name again and say: claimdesk config "
        f"rename {lacking[0]} {likely}. That changes every place, and loses no judgement.",
    )


def _broken(path: Path, why: str) -> BadConfiguration:
    return BadConfiguration(
        f"{path} cannot be used as label config.",
        why=f"In it, {why}." if not why.endswith(".") else why,
        fix="Correct it, or remove the setting config_dir to use the bundled one.",
    )
