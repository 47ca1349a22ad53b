"""Whether reviewers worked blind: what `blindness` makes of everything left on an article."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from claimdesk import blindness
from claimdesk.blindness import Drawn, Sign, Typed, Version
from claimdesk.labels import Labels
from claimdesk.labelstudio import annotations
from claimdesk.models import Delivery
from claimdesk.spans import Published
from claimdesk.store import deliveries, derived
from claimdesk.store.deliveries import Pair
from claimdesk.workflow import retellings

Row = dict[str, Any]
Key = tuple[int, str, str]
Claims = Callable[[Delivery], Mapping[str, str]]
"""The claim for which each region of a delivery stands."""


class Watched:
    """What was noticed of some articles: why a judgement does not count, and whose changed."""

    def __init__(self, rows: Iterable[Row], changed: set[Pair]) -> None:
        self.changed = changed
        self._codes: dict[tuple[int, str], list[str]] = defaultdict(list)
        for row in rows:
            if not row["counts"]:
                self._codes[row["delivery_id"], row["claim_id"]].append(row["code"])

    def against(self, delivery: int | None, claim: str) -> str | None:
        """Why a judgement does not count, if it does not."""
        number = delivery or 0
        codes = {*self._codes.get((number, ""), ()), *self._codes.get((number, claim), ())}
        return min(codes, key=blindness.CERTAIN.index, default=None)


def watch(
    session: Session,
    labels: Labels,
    articles: Mapping[str, tuple[str, list[Published]]],
    claims: Claims,
    in_part: Callable[[Delivery], bool],
) -> Watched:
    """Write anew what is to be noticed of articles, each given by its text and segments.

    `in_part` tells of a delivery whether it was asked for some claims only.

    To repeat what everybody was told of the origin is no sign of anything.
    """
    told = retellings.hints(session, articles).values()
    segments = {article: {one.id for one in shown} for article, (_, shown) in articles.items()}
    left = defaultdict(list)
    by_number: dict[int, Delivery] = {}
    for one, stands in deliveries.reviews_of(session, articles):
        version = _version(one, labels, segments[one.article_id], stands=stands)
        if version is not None:
            part = version.stands and in_part(one)
            left[one.article_id].append(replace(version, part=part) if part else version)
            by_number[version.delivery] = one
    rows: dict[Key, Row] = {}
    for article, versions in left.items():
        for sign in blindness.signs(versions, "\n".join([articles[article][0], *told])):
            row = _row(sign, by_number[sign.delivery], claims)
            if row is not None:
                rows[_key(row)] = row
    before = {_key(row): row for row in derived.flags_on(session, articles)}
    if before != rows:
        derived.replace_flags(session, articles, list(rows.values()))
    return Watched(rows.values(), _people(before, rows))


def _people(before: Mapping[Key, Row], now: Mapping[Key, Row]) -> set[Pair]:
    """Whose work is looked upon otherwise than before."""
    return {
        (row["article_id"], row["reviewer_id"])
        for key in before.keys() | now.keys()
        if before.get(key) != now.get(key)
        for row in (before.get(key) or now[key],)
    }


def _key(row: Row) -> Key:
    return row["delivery_id"], row["code"], row["claim_id"]


def _version(
    one: Delivery, labels: Labels, segments: Container[str], *, stands: bool
) -> Version | None:
    """A delivery as it is compared; None where nobody can say who left what."""
    stamp = annotations.stamp(one.body)
    if stamp is None or stamp.updated_by is None or stamp.completed_by is None:
        return None
    made = annotations.making(one.body)
    begun = min(filter(None, (stamp.created_at, made.draft_created_at)))
    checked = one.refused is None and not stamp.was_cancelled
    body = one.body if checked else {}
    return Version(
        delivery=one.id or 0,
        annotation=one.annotation,
        number=(one.project, stamp.id),
        saver=stamp.updated_by,
        credited=stamp.completed_by,
        made=_seconds(stamp.created_at),
        began=_seconds(begun),
        saved=_seconds(stamp.updated_at),
        parent=made.parent_annotation,
        shown=made.shown,
        typed=frozenset(Typed(*found) for found in annotations.typed(body, labels)),
        drawn=frozenset(
            Drawn(*found) for found in annotations.drawn(body, labels) if found[0] not in segments
        ),
        stands=stands and checked,
    )


def _row(sign: Sign, delivery: Delivery, claims: Claims) -> Row | None:
    """A sign as it is kept; None at a region of which nothing is taken."""
    claim = claims(delivery).get(sign.region) if sign.region else ""
    if claim is None:
        return None
    return {
        "delivery_id": sign.delivery,
        "code": sign.code,
        "claim_id": claim,
        "article_id": delivery.article_id,
        "reviewer_id": sign.reviewer,
        "other_id": sign.other,
        "counts": blindness.counts(sign.code),
        "why": sign.why,
    }


def _seconds(moment: datetime) -> float:
    return moment.timestamp()
