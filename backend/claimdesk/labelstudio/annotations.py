"""An annotation as it came from Label Studio, read into regions or refused with a reason."""

import json
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from claimdesk import careful
from claimdesk.labels import Labels
from claimdesk.spans import Region

# A reviewer may leave thousands of regions, never millions of characters in a note.
LONGEST_NOTE = 10_000


PASSING = ("created_ago", "created_username")
"""What differs from one reading to the next, or names a person: no part of the record."""


PREDICTED = ("prediction", "prediction-changed")
"""Where regions are from that nobody drew."""

SET_ASIDE = "set_aside"
"""Under this a record holds, as text, an annotation that no database could hold as it is."""


LONG_AGO = datetime(MINYEAR, 1, 2, tzinfo=UTC)


class Unusable(Exception):
    """The annotation does not count; the message is the reason, for people."""


class _Loose(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


def _ordinary(moment: datetime) -> datetime:
    """A time that stays one in every zone."""
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValueError("no time of ours")
    return moment


Number = Annotated[int, Field(ge=0, lt=2**63)]
Moment = Annotated[AwareDatetime, AfterValidator(_ordinary)]


class Stamp(_Loose):
    """What identifies one version of an annotation.

    Label Studio may hand a number out again after a deletion, so the time of creation is part
    of the identity.
    """

    id: Number
    created_at: Moment
    updated_at: Moment
    completed_by: Number | None = None
    updated_by: Number | None = None
    was_cancelled: bool = False

    @property
    def identity(self) -> str:
        """The same for every version of one annotation."""
        return f"{self.id}@{self.created_at.isoformat()}"


class Making(_Loose):
    """How an annotation was made, as far as its record tells."""

    parent_prediction: Number | None = None
    parent_annotation: Number | None = None
    draft_created_at: Moment | None = None

    @property
    def shown(self) -> bool | None:
        """Whether it was made from what reviewers are shown; None where that is not told."""
        told = {"parent_prediction", "parent_annotation"} <= self.model_fields_set
        return self.parent_prediction is not None if told else None


class _Result(_Loose):
    id: str = Field(min_length=1, max_length=100)
    from_name: str
    to_name: str
    type: str
    value: dict[str, Any]


def record(annotation: dict[str, Any], why: str | None = None) -> dict[str, Any]:
    """An annotation as it is kept; one that does not count, as escaped text with the reason why.

    What cannot be stored is one of those.
    """
    kept = {name: value for name, value in annotation.items() if name not in PASSING}
    flaw = careful.flaw(kept)
    why = why if flaw is None else f"it {flaw}"
    return kept if why is None else {SET_ASIDE: json.dumps(kept), "why": why}


def stamp(annotation: dict[str, Any]) -> Stamp | None:
    """What identifies an annotation; None when it does not say."""
    try:
        return Stamp.model_validate(annotation)
    except ValidationError:
        return None


def making(annotation: dict[str, Any]) -> Making:
    """How an annotation was made; what makes no sense was not told."""
    try:
        return Making.model_validate(annotation)
    except ValidationError:
        return Making()


def typed(annotation: dict[str, Any], labels: Labels) -> Iterator[tuple[str, str]]:
    """What was typed as evidence and as notes, with its region, every blank as it was."""
    for region, value, one in _results(annotation):
        control = labels.controls.get(one.get("from_name", ""))
        if control is not None and control.meaning in ("evidence", "note"):
            found = value.get("text")
            entries = found if isinstance(found, list) else [found]
            yield from ((region, words) for words in entries if isinstance(words, str))


def drawn(annotation: dict[str, Any], labels: Labels) -> Iterator[tuple[str, int, int]]:
    """Regions that are no predicted ones, as far as an annotation says where each is from."""
    for region, value, one in _results(annotation):
        start, end = value.get("start"), value.get("end")
        ours = one.get("from_name") == labels.verdict_control
        if ours and one.get("origin") not in PREDICTED and type(start) is type(end) is int:
            yield region, start, end


def _results(annotation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Region and value of each result of a usable annotation, and all of it."""
    for one in annotation.get("result") or []:
        yield one["id"], one["value"], one


def made_at(identity: str) -> datetime:
    """When an annotation of this identity was made; long ago where that cannot be told."""
    try:
        made = datetime.fromisoformat(identity.partition("@")[2])
    except ValueError:
        return LONG_AGO
    return made if made.tzinfo else LONG_AGO


def region_ids(annotation: dict[str, Any]) -> set[str]:
    """The ids of everything that stands in an annotation that counts."""
    return {str(one["id"]) for one in annotation.get("result") or []}


def author(annotation: Stamp) -> int:
    """Who wrote it: the account that saved it, if that is the one it is said to be by."""
    if annotation.updated_by is None:
        raise Unusable("nobody is recorded as having saved it")
    if annotation.completed_by != annotation.updated_by:
        raise Unusable(
            f"saved by account {annotation.updated_by} in the name of {annotation.completed_by}"
        )
    return annotation.updated_by


def signed(annotation: dict[str, Any]) -> tuple[Stamp, int]:
    """What identifies a record, and who wrote it. Raises Unusable when it does not count."""
    if SET_ASIDE in annotation:
        raise Unusable(str(annotation["why"]))
    found = stamp(annotation)
    if found is None:
        raise Unusable("it does not say which annotation it is and when it was saved")
    return found, author(found)


def regions(annotation: dict[str, Any], text: str, labels: Labels) -> list[Region]:
    """The regions of an annotation, what does not belong to their label dropped.

    Raises Unusable when any part of it cannot be what a reviewer of this project left.
    """
    try:
        results = [_Result.model_validate(one) for one in annotation.get("result") or []]
    except (ValidationError, TypeError):
        raise Unusable("its results are not in the form Label Studio writes") from None
    marked: dict[str, Region] = {}
    sides: list[_Result] = []
    for result in results:
        control = labels.controls.get(result.from_name)
        if control is None or result.to_name != labels.text:
            raise Unusable(f"the label config has no control {result.from_name!r}")
        if control.meaning != "verdict":
            sides.append(result)
        elif result.id in marked:
            raise Unusable(f"the region {result.id!r} stands twice")
        else:
            marked[result.id] = _region(result, text, labels)
    fields: dict[str, dict[str, Any]] = {}
    for result in sides:
        region = marked.get(result.id)
        meaning = labels.controls[result.from_name].meaning
        if region is None or meaning not in _READ:  # what is there to be read was not said here
            continue
        if labels.keeps(result.from_name, region.label):
            found = _READ[meaning](result.value)
            if meaning == "reason" and labels.known_reasons:
                found = labels.known_reasons.get(found)
            fields.setdefault(result.id, {})[meaning] = found
    return [_completed(region, fields.get(region.id, {})) for region in marked.values()]


def _region(result: _Result, text: str, labels: Labels) -> Region:
    start, end, said = (result.value.get(name) for name in ("start", "end", "labels"))
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise Unusable(f"the region {result.id!r} lies outside the text")
    name = said[0] if isinstance(said, list) and len(said) == 1 else None
    label = labels.known_labels.get(name) if isinstance(name, str) else None
    if label is None:
        raise Unusable(f"the region {result.id!r} carries no label of the label config")
    return Region(id=result.id, start=start, end=end, label=label)


def _completed(region: Region, fields: dict[str, Any]) -> Region:
    return Region(
        id=region.id,
        start=region.start,
        end=region.end,
        label=region.label,
        reason=fields.get("reason"),
        evidence=fields.get("evidence", ()),
        note=fields.get("note"),
        confidence=fields.get("confidence"),
        overruling=fields.get("overruling"),
    )


def _strings(value: dict[str, Any], key: str) -> list[str]:
    found = value.get(key)
    found = [found] if isinstance(found, str) else found
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise Unusable(f"what was written under {key!r} is not text")
    if any("\0" in one or len(one) > LONGEST_NOTE for one in found):
        raise Unusable(f"what was written under {key!r} is too long or holds NUL characters")
    return [one.strip() for one in found if one.strip()]


def _reason(value: dict[str, Any]) -> str | None:
    chosen = _strings(value, "choices")
    return chosen[0] if chosen else None


def _evidence(value: dict[str, Any]) -> tuple[str, ...]:
    """One piece per ` | ` and per address; prose stays whole."""
    pieces: list[str] = []
    for entry in _strings(value, "text"):
        for part in entry.split(" | "):
            words = part.split()
            addresses = all(word.startswith(("http://", "https://")) for word in words)
            pieces.extend(words if addresses else [part.strip()])
    return tuple(dict.fromkeys(pieces))


def _note(value: dict[str, Any]) -> str | None:
    return "\n".join(_strings(value, "text")) or None


def _confidence(value: dict[str, Any]) -> int | None:
    rating = value.get("rating")
    if type(rating) is not int or not 0 <= rating <= 10:
        raise Unusable("its confidence is not a small number")
    return rating or None


_READ: dict[str, Callable[[dict[str, Any]], Any]] = {
    "reason": _reason,
    "evidence": _evidence,
    "note": _note,
    "confidence": _confidence,
    "overruling": _reason,
}
