"""How the ledger holds what somebody outside said of an article: the body of a delivery.

It holds everything that they say of the article at that time, each part with the place where it
was found, and no name: who it is from is told by the delivery alone, so that it can be forgotten.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from claimdesk.labels import Labels
from claimdesk.outside.opinions import LONGEST, Unusable
from claimdesk.spans import Region

SAID = "said"
Text = Annotated[str, Field(max_length=LONGEST)]


class Said(BaseModel):
    """What was said of `text[start:end]`.

    `claim` is the id that it had where it comes from, and `change` what was done to its place. What
    was said of a claim `elsewhere` gives way to what was said of the one that stands here, and what
    is `mute` gives evidence without a vote.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    claim: Annotated[str, Field(max_length=100)] | None = None
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    labels: Annotated[list[str], Field(min_length=1, max_length=1)]
    reason: Text | None = None
    evidence: list[Text] = []
    note: Text | None = None
    confidence: Annotated[int, Field(ge=1, le=10)] | None = None
    said_at: AwareDatetime
    address: Text | None = None
    change: str | None = None
    elsewhere: bool = False
    mute: bool = False

    @property
    def id(self) -> str:
        """The same for a part that is said anew: where it stands, and which claim was meant.

        Evidence stands beside a verdict, and one piece of it beside another.
        """
        given = ":".join(self.evidence) if self.mute else ""
        return f"{self.claim or ''}:{self.start}:{self.end}:{given}"


def body(said: Iterable[Said]) -> dict[str, Any]:
    """The body of a delivery, in an order of its own."""
    ordered = sorted(said, key=lambda one: (one.start, one.end, one.id))
    return {SAID: [one.model_dump(mode="json", exclude_defaults=True) for one in ordered]}


def parts(found: Mapping[str, Any]) -> dict[str, Said]:
    """The parts of a body by their ids. Raises Unusable for what is no such body."""
    try:
        said = [Said.model_validate(one) for one in found.get(SAID) or []]
    except ValidationError:
        raise Unusable("it is not in the form in which what others say is kept") from None
    return {one.id: one for one in said}


def regions(found: Mapping[str, Any], text: str, labels: Labels) -> list[Region]:
    """The parts as regions of the text, read by the label config. Raises Unusable."""
    return [_region(one, text, labels) for one in parts(found).values()]


def _region(one: Said, text: str, labels: Labels) -> Region:
    label = labels.known_labels.get(one.labels[0])
    if label is None:
        raise Unusable(f"the label config has no label {one.labels[0]!r}")
    if not one.start < one.end <= len(text):
        raise Unusable("a part of it lies outside the text")
    known = labels.known_reasons.get(one.reason or "") if labels.known_reasons else one.reason
    return Region(
        id=one.id,
        start=one.start,
        end=one.end,
        label=label,
        reason=known,
        evidence=tuple(one.evidence),
        note=one.note,
        confidence=one.confidence,
    )
