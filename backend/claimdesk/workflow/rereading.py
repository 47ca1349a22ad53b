"""One more reading where the first ones leave claims open, and of these claims only.

What is asked for is noted first and then put into Label Studio, which is looked at before
anything is changed there: whatever was cut short is finished the next time, and nothing is done
twice. What was asked for stays asked for, also if a first reviewer settles or opens a claim
meanwhile: somebody may have it on the screen. What opens later waits for the reading after it, or
for the adjudicator.
"""

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import Session

from claimdesk.labelstudio import tasks
from claimdesk.labelstudio.client import Client, HandedOut
from claimdesk.models import Segment
from claimdesk.segmenting import FURNITURE
from claimdesk.store import deliveries, derived, facts, rereadings
from claimdesk.store.database import batches, reading, writing
from claimdesk.store.leases import turn
from claimdesk.store.rereadings import Wanted
from claimdesk.workflow import retellings
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.deciding import left_open

BATCH = 50
WAIT_SECONDS = 30.0


def reread(bench: Workbench, client: Client, articles: Collection[str] | None = None) -> int:
    """Ask for one more reading of these articles, or of all, where claims are open.

    Returns of how many it was not asked for before.
    """
    with turn(bench.engine, "rereading", wait=WAIT_SECONDS):
        new = _ask(bench, articles)
        _show(bench, client, articles)
        return new


def due(
    session: Session, bench: Workbench, articles: Collection[str] | None = None
) -> dict[str, tuple[int, list[str]]]:
    """The articles that want one more reading than was asked for: its number, and what is open.

    All readings that were asked for are done, and more may be asked for.
    """
    undecided = rereadings.open_claims(session, articles, FURNITURE)
    undecided |= _open_planted(session, bench, articles)
    asked = rereadings.readings_asked(session, undecided, bench.settings.overlap)
    done = deliveries.finished(session, undecided)
    most = bench.settings.most_readings
    return {
        one: (done[one] + 1, claims)
        for one, claims in undecided.items()
        if asked[one] <= done[one] < most
    }


def _open_planted(
    session: Session, bench: Workbench, articles: Collection[str] | None
) -> dict[str, list[str]]:
    """The same of planted articles: they are read as often as others, or that would tell."""
    standing = rereadings.places(session, facts.planted(session, articles))
    undecided = left_open(bench, derived.judgements_on(session, standing))
    found = {
        one: [each.id for each in some if each.role not in FURNITURE and each.id in undecided]
        for one, some in facts.segments_of(session, standing).items()
    }
    return {one: claims for one, claims in found.items() if claims}


def _ask(bench: Workbench, articles: Collection[str] | None) -> int:
    """Note one more reading of articles of which all that were asked for are done."""
    with reading(bench.engine) as session:
        wanted = due(session, bench, articles)
        saved = rereadings.last_saved(session, wanted)
    rows = [
        {"article_id": one, "reading": number, "claims": claims, "asked_at": saved[one]}
        for one, (number, claims) in sorted(wanted.items())
    ]
    if rows:
        with writing(bench.engine) as session:
            rereadings.add_rereadings(session, rows)
    return len(rows)


def _show(bench: Workbench, client: Client, articles: Collection[str] | None) -> None:
    """Have Label Studio hand out what waits for one more reader.

    Only the open claims, where that was asked for; and to somebody else, where Label Studio counts
    what counts for nothing.
    """
    with reading(bench.engine) as session:
        waiting = _waiting(session, bench, articles)
    for project in sorted({what.project for what in waiting.values()}):
        here = [one for one, what in waiting.items() if what.project == project]
        for some in batches(here, BATCH):
            with reading(bench.engine) as session:
                segments = facts.segments_of(session, some)
                hints = retellings.hints(session, some)
            there = client.handed_out(project, [waiting[one].task for one in some])
            for one in some:
                what = waiting[one]
                if what.task in there:
                    _hand_out(bench, client, what, there[what.task], (segments[one], hints))


def _waiting(
    session: Session, bench: Workbench, articles: Collection[str] | None
) -> dict[str, Wanted]:
    """What each article is to be handed out for that too few have read.

    What counts for nothing makes the number of those to whom it is handed out larger. Where
    earlier readings have vanished, somebody has to read all of it.
    """
    newest = rereadings.newest(session, articles)
    left = deliveries.left_on(session, articles)
    places = rereadings.places(session, {*newest, *left})
    done = deliveries.finished(session, places)
    asked = rereadings.readings_asked(session, places, bench.settings.overlap)
    found = {}
    for one, (project, task) in places.items():
        spoilt = max(0, left.get(one, 0) - done[one])
        number, claims = newest.get(one, (0, None))
        again = number == done[one] + 1
        if done[one] < asked[one] and (again or spoilt):
            shown = claims if again else None
            found[one] = Wanted(asked[one] + spoilt, shown, project, task)
    return found


def _hand_out(
    bench: Workbench,
    client: Client,
    what: Wanted,
    now: HandedOut,
    told: tuple[Sequence[Segment], Mapping[str, str]],
) -> None:
    """First what is shown, then to one more: nobody gets claims that are not asked for.

    `told` are the article's segments, and the hints beside its claims.
    """
    segments, hints = told
    if now.prediction is not None and what.claims is not None:
        shown = [one for one in segments if one.role in FURNITURE or one.id in what.claims]
        if now.regions != tuple(one.id for one in shown):
            client.show_prediction(now.prediction, tasks.predicted(shown, bench.labels, hints))
    if now.overlap < what.readers or (now.closed and now.readings < what.readers):
        client.hand_out_again(what.task, what.readers)
