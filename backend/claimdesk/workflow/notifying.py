"""`notify`: who wants to know hears when a claim is settled, an article done, a conflict opened.

What has happened is told by what was told before, in the transaction that decides it: so nothing
is told twice, also when everything is decided anew, and nothing is forgotten. Sending comes after,
as often as it takes (Standard Webhooks); whoever hears a thing twice knows it by its id.
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import uniform
from typing import Any
from uuid import uuid4

from sqlmodel import Session

from claimdesk import __version__, outgoing
from claimdesk.consensus import INSUFFICIENT, UNREVIEWED
from claimdesk.errors import BadInput, ClaimdeskError, NotFound
from claimdesk.models import Endpoint, Notice
from claimdesk.outgoing import ANYWHERE, Rules
from claimdesk.store import audit, notices, questions
from claimdesk.store.database import reading, writing
from claimdesk.store.leases import turn
from claimdesk.store.notices import Key
from claimdesk.workflow.bench import Workbench

SETTLED, OPENED, DONE, TEST = "claim.settled", "conflict.opened", "article.done", "notify.test"
EVENTS = (SETTLED, DONE, OPENED)

PAUSES = (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""Seconds after a try that failed; after the last one, some 75 hours on, it is given up."""

SECONDS = 15.0
AT_ONCE = 50
KEEP = timedelta(days=90)
PREFIX = "whsec_"
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Sent:
    """How one try went."""

    notice: str
    event: str
    url: str
    well: bool
    outcome: str


def watch(session: Session, bench: Workbench, rows: Sequence[Row], touched: set[str]) -> None:
    """Have told what has just become of claims: `rows` are their consensus, if they have one."""
    listening = notices.endpoints(session)
    if not listening:
        return
    found = {_key(row): row for row in rows}
    gone = notices.told_of(session, touched - {claim for _, claim in found})
    articles = {article for article, _ in (*found, *gone)}
    tallies = _tallies(session, articles)
    stands = dict.fromkeys(gone, "") | {key: _standing(row) for key, row in found.items()}
    stands |= {(article, ""): _done(tallies[article]) for article in articles}
    before = notices.told(session, articles)
    changed = {key: what for key, what in stands.items() if what != before.get(key, "")}
    for key, what in sorted(changed.items()):
        if what:
            event, about = what.partition(" ")[0], key[1] or key[0]
            told = _of_claim(found[key]) if key[1] else _of_article(key[0], tallies[key[0]])
            body = _body(event, told | {"link": _link(bench, key[0])})
            notices.put(
                session,
                [_notice(one, event, about, body) for one in listening if event in one.events],
            )
    notices.tell(session, changed)


def add(bench: Workbench, url: str, events: Sequence[str], *, private: bool) -> Endpoint:
    """Have an address told; its secret is in what is returned, and shown this once.

    What has happened until now is not told. Raises BadInput for an address or an event of no use.
    """
    for event in events:
        if event not in EVENTS:
            raise BadInput(
                f"There is no event {event!a}.",
                why=f"There are: {', '.join(EVENTS)}.",
                fix="Name one of these with --event, or none to be told of all.",
            )
    _check(url, private=private)
    new = Endpoint(
        id=f"e-{secrets.token_hex(4)}",
        url=url,
        events=list(dict.fromkeys(events or EVENTS)),
        secret=PREFIX + base64.b64encode(secrets.token_bytes(32)).decode(),
        private=private,
        created_at=datetime.now(UTC),
    )
    with writing(bench.engine) as session:
        if not notices.endpoints(session):
            _begin(session)
        notices.add_endpoint(session, new)
        audit.note(session, "endpoint added", new.id)
    return new


def remove(bench: Workbench, which: str) -> Endpoint:
    """Tell an address nothing any more. Raises NotFound."""
    with writing(bench.engine) as session:
        found = _endpoint(session, which)
        notices.remove_endpoint(session, found.id)
        if not notices.endpoints(session):
            notices.forget_told(session)
        audit.note(session, "endpoint removed", found.id)
    return found


def listed(bench: Workbench) -> list[Endpoint]:
    """Everybody who is told."""
    with reading(bench.engine) as session:
        return notices.endpoints(session)


def log(bench: Workbench, limit: int) -> list[Notice]:
    """What was told and what waits, the newest first."""
    with reading(bench.engine) as session:
        return notices.newest(session, limit)


def try_out(bench: Workbench, which: str) -> Sent:
    """Send a notice of no meaning, once, and say how that went. Raises NotFound."""
    with writing(bench.engine) as session:
        found = _endpoint(session, which)
        body = _body(TEST, {"endpoint": found.id})
        new = _notice(found, TEST, found.id, body)
        new.next_at = None
        notices.put(session, [new])
    return _attempt(bench, found, new, datetime.now(UTC), again=False)


def resend(bench: Workbench, which: str) -> Notice:
    """Have a notice sent again, under the id it had. Raises NotFound."""
    with writing(bench.engine) as session:
        found = notices.notice(session, which)
        if found is None or notices.endpoint(session, found.endpoint_id) is None:
            raise NotFound(
                "There is no notice of this id that could be sent.",
                why="It is not in the log, or its endpoint was removed.",
                fix="Look for it in: claimdesk notify log",
            )
        found.tries, found.next_at = 0, datetime.now(UTC)
        session.add(found)
        return found


def deliver(bench: Workbench, now: datetime | None = None) -> list[Sent]:
    """Send what is due, each once; an endpoint that fails is left alone until its next time.

    Raises Busy while another replica does.
    """
    moment = now or datetime.now(UTC)
    with reading(bench.engine) as session:
        if not notices.due(session, moment, 1):
            return []
    sent: list[Sent] = []
    failing: set[str] = set()
    with turn(bench.engine, "notify") as lease:
        with writing(bench.engine) as session:
            lease.keep(session)
            notices.prune(session, moment - KEEP)
            there = {one.id: one for one in notices.endpoints(session)}
            waiting = notices.due(session, moment, AT_ONCE)
        for one in waiting:
            if one.endpoint_id in there and one.endpoint_id not in failing:
                sent.append(_attempt(bench, there[one.endpoint_id], one, moment))
                if not sent[-1].well:
                    failing.add(one.endpoint_id)
    return sent


def signature(secret: str, number: str, timestamp: int, body: bytes) -> str:
    """As Standard Webhooks has it: whoever has the secret can tell that it comes from us."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = b"%s.%d.%s" % (number.encode(), timestamp, body)
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def _attempt(
    bench: Workbench, to: Endpoint, one: Notice, now: datetime, *, again: bool = True
) -> Sent:
    body = one.body.encode()
    timestamp = int(datetime.now(UTC).timestamp())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"claimdesk/{__version__}",
        "webhook-id": one.id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(to.secret, one.id, timestamp, body),
    }
    try:
        status = outgoing.post(to.url, body, headers, _rules(private=to.private))
        well, outcome = 200 <= status < 300, f"answered {status}"
    except ClaimdeskError as error:
        well, outcome = False, error.why.rstrip(".")
    with writing(bench.engine) as session:
        kept = notices.notice(session, one.id)
        if kept is not None:
            kept.tries += 1
            kept.outcome = outcome
            kept.sent_at = datetime.now(UTC) if well else None
            kept.next_at = None if well or not again else _next(kept.tries, now)
            session.add(kept)
    return Sent(one.id, one.event, to.url, well, outcome)


def _next(tries: int, now: datetime) -> datetime | None:
    """When to try again; not all at the same moment, and never after the last time."""
    if tries > len(PAUSES):
        return None
    return now + timedelta(seconds=PAUSES[tries - 1] * uniform(1.0, 1.1))  # noqa: S311 - no secret


def _begin(session: Session) -> None:
    """What stands now counts as told."""
    rows = [one.model_dump() for one in notices.decided(session)]
    stands = {_key(row): _standing(row) for row in rows}
    tallies = _tallies(session, {article for article, _ in stands})
    stands |= {(article, ""): _done(counts) for article, counts in tallies.items()}
    notices.tell(session, {key: what for key, what in stands.items() if what})


def _key(row: Row) -> Key:
    return row["article_id"], row["claim_id"]


def _standing(row: Row) -> str:
    """In a few words, of which the first is the event that led here; none for nothing to tell."""
    if row["settled"]:
        return f"{SETTLED} {row['verdict'] or row['state']}"
    return "" if row["state"] in (UNREVIEWED, INSUFFICIENT) else OPENED


def _done(counts: Mapping[str, int]) -> str:
    """An article is done when no claim of it lacks judgements."""
    return DONE if counts and not counts.keys() & {UNREVIEWED, INSUFFICIENT} else ""


def _tallies(session: Session, articles: set[str]) -> dict[str, dict[str, int]]:
    """How many claims of each article are in each state."""
    found: dict[str, Counter[str]] = {article: Counter() for article in articles}
    for one in questions.tallies(session, articles):
        found[one.article][one.state] += one.claims
    return {article: dict(counts) for article, counts in found.items()}


def _of_claim(row: Row) -> dict[str, Any]:
    names = ("state", "verdict", "settled", "margin", "votes")
    return {"claim": row["claim_id"], "article": row["article_id"]} | {
        name: row[name] for name in names
    }


def _of_article(article: str, counts: Mapping[str, int]) -> dict[str, Any]:
    return {"article": article, "claims": dict(sorted(counts.items()))}


def _link(bench: Workbench, article: str) -> str | None:
    site = bench.settings.editors_see
    return f"{site}/articles/{article}" if site else None


def _body(event: str, told: Mapping[str, Any]) -> str:
    moment = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return json.dumps(
        {"type": event, "timestamp": moment, "data": dict(told)}, separators=(",", ":")
    )


def _notice(to: Endpoint, event: str, about: str, body: str) -> Notice:
    now = datetime.now(UTC)
    number = f"msg_{uuid4().hex}"
    return Notice(
        id=number,
        endpoint_id=to.id,
        event=event,
        about=about,
        body=body,
        created_at=now,
        tries=0,
        next_at=now,
    )


def _endpoint(session: Session, which: str) -> Endpoint:
    found = notices.endpoint(session, which)
    if found is None:
        raise NotFound(
            "There is no endpoint of this id.",
            why="Ids are those that claimdesk notify list shows.",
            fix="Look there, or add one: claimdesk notify add URL",
        )
    return found


def _check(url: str, *, private: bool) -> None:
    try:
        outgoing.check(url, _rules(private=private))
    except BadInput:
        raise BadInput(
            "The address cannot be told anything.",
            why="It is no public address with https, or has a name and password in it.",
            fix="Say --allow-private if it lies in a network of yours; then http will do.",
        ) from None


def _rules(*, private: bool) -> Rules:
    """Public addresses by https alone; others only where the operator has said so."""
    if private:
        return Rules(seconds=SECONDS, ports=range(1, 65_536), also=ANYWHERE)
    return Rules(seconds=SECONDS, ports=range(1, 65_536), schemes=("https",))
