"""What a reviewer was asked for: an article, or only those of its claims that were still open.

Told by what an annotation holds and when it was begun, so that it comes out the same whenever
the deliveries are handled again.
"""

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import Session

from claimdesk.labelstudio import annotations
from claimdesk.models import Delivery, Rereading
from claimdesk.spans import Published
from claimdesk.store import deliveries, rereadings
from claimdesk.store.deliveries import Pair


def asked_for(
    asked: Sequence[Rereading], shown: Sequence[Published], delivery: Delivery, reject: str
) -> frozenset[str] | None:
    """The claims that an annotation was asked for, or None where it was for the whole article.

    A rereading is meant by an annotation that was made after it was asked for and holds no region
    of any other claim; a reader of the whole article, who may have opened it before, leaves those.
    `asked` begins with the newest.
    """
    made = annotations.made_at(delivery.annotation)
    after = [one for one in asked if one.asked_at < made]
    if not after:
        return None
    claims = {one.id for one in shown if one.label != reject}
    held = annotations.region_ids(delivery.body) & claims
    return next((frozenset(one.claims) for one in after if held <= set(one.claims)), None)


def counting(
    session: Session, pairs: set[Pair], shown: Mapping[str, Sequence[Published]], reject: str
) -> dict[Pair, Delivery]:
    """What counts of what each of these reviewers said of an article: the last of it.

    Only what was asked for in part counts for nothing when the same person had read all of it:
    another reading is that of somebody else, and says nothing of the other claims.
    """
    found = deliveries.last_said(session, pairs)
    asked = rereadings.rereadings(session, {article for article, _ in pairs})
    for pair, last in found.items():
        article = pair[0]
        if article not in asked or last.body.get("was_cancelled"):
            continue
        if asked_for(asked[article], shown[article], last, reject) is None:
            continue
        for one in deliveries.said_before(session, pair):
            whole = asked_for(asked[article], shown[article], one, reject) is None
            if whole and not one.body.get("was_cancelled"):
                found[pair] = one
                break
    return found


def part_readers(
    session: Session, shown: Mapping[str, Sequence[Published]], reject: str
) -> dict[Pair, frozenset[str]]:
    """Who was asked only for some claims of these articles the last time they said something."""
    asked = rereadings.rereadings(session, shown)
    pairs = {
        (article, reviewer)
        for article, reviewer, annotation in deliveries.annotations_on(session, asked)
        if any(one.asked_at < annotations.made_at(annotation) for one in asked[article])
    }
    found = {
        pair: asked_for(asked[pair[0]], shown[pair[0]], last, reject)
        for pair, last in counting(session, pairs, shown, reject).items()
    }
    return {pair: claims for pair, claims in found.items() if claims is not None}


def only_those(shown: Sequence[Published], claims: Collection[str], reject: str) -> list[Published]:
    """What is shown to somebody who is asked for some claims: these, and what is no claim."""
    return [one for one in shown if one.id in claims or one.label == reject]
