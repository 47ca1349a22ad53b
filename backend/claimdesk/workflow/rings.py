"""Settling what came with the doorbell, once Label Studio itself has been asked.

Nothing in a ring is believed. What it tells and the ledger holds is dropped; what only the ring
tells (a version overwritten before we looked, or a forgery) is set aside as unconfirmed, and what
cannot be read as quarantined. Neither ever counts.
"""

from typing import Any

from sqlmodel import Session

from claimdesk import careful
from claimdesk.careful import Unreadable
from claimdesk.labelstudio import annotations
from claimdesk.models import Ring
from claimdesk.store import deliveries, rings
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench

BATCH = 20
MOST = 1000
"""Most annotations that a ring may tell of: reading them must not keep us from collecting."""

KEPT_ASIDE = rings.ROOM // 2


def settle(bench: Workbench, newest: int) -> None:
    """Settle every ring up to the newest there was when Label Studio began to be asked."""
    while True:
        with reading(bench.engine) as session:
            some = rings.waiting(session, newest, BATCH)
        if not some:
            return
        with reading(bench.engine) as session:
            outcomes = {one.id or 0: _settled(session, one) for one in some}
        with writing(bench.engine) as session:
            rings.drop(session, [number for number, outcome in outcomes.items() if outcome is None])
            rings.set_aside(session, {n: found for n, found in outcomes.items() if found})
            rings.prune(session, KEPT_ASIDE)


def _settled(session: Session, ring: Ring) -> tuple[str, str] | None:
    """What becomes of a ring; one at a time, because each may be long."""
    told = _told(ring)
    keys = {_key(body) for body in told} if isinstance(told, list) else set()
    return _outcome(told, deliveries.arrived(session, keys) if keys else {})


def _told(ring: Ring) -> list[dict[str, Any]] | str:
    """The annotations a ring tells of, or why it cannot be read."""
    try:
        body = careful.read(ring.body) if ring.body else {}
    except Unreadable as error:
        return str(error)
    found = body.get("annotation", []) if isinstance(body, dict) else None
    several: list[Any] = found if isinstance(found, list) else [found]
    if len(several) > MOST:
        return f"It tells of more than {MOST} annotations."
    if not all(isinstance(one, dict) and annotations.stamp(one) for one in several):
        return "It is not in the form Label Studio writes."
    return several


def _key(body: dict[str, Any]) -> str:
    stamp = annotations.stamp(body)
    return deliveries.key_of(stamp.identity, stamp.updated_at) if stamp else ""


def _outcome(
    said: list[dict[str, Any]] | str, known: dict[str, dict[str, Any]]
) -> tuple[str, str] | None:
    """What becomes of a ring; None when the ledger holds what it says."""
    if isinstance(said, str):
        return rings.QUARANTINED, said
    for one in said:
        held = known.get(_key(one))
        if held is None:
            return rings.UNCONFIRMED, "Label Studio does not have this version."
        if held.get("result") != one.get("result"):
            return rings.UNCONFIRMED, "Label Studio has something else in this version."
    return None
