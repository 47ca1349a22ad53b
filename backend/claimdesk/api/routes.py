"""The routes: each reads one question from the request and answers it."""

import time
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import JSONResponse

from claimdesk.api import forms
from claimdesk.api.access import Caller
from claimdesk.api.collector import Collector
from claimdesk.api.problems import answers
from claimdesk.api.tags import UNCHANGED, Tagged
from claimdesk.errors import LabelStudioTrouble, NotFound
from claimdesk.store import questions
from claimdesk.store.database import reading
from claimdesk.workflow.access import Principal
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.feedback import feedback_of
from claimdesk.workflow.reading import status, unready

PROBE_SECONDS = 2.0
"""How long what was found out about the database holds: anybody may ask, and asking writes."""

PULL_SECONDS = 20.0

probes = APIRouter(tags=["probes"])
api = APIRouter(prefix="/api/v1", responses=answers(422, 500, 503))


async def _bench(request: Request) -> Workbench:
    bench: Workbench = request.app.state.bench
    return bench


async def _collector(request: Request) -> Collector:
    collector: Collector = request.app.state.collector
    return collector


def _nothing(_query: Annotated[forms.Nothing, Query()]) -> None:
    """A route that takes no parameters refuses them."""


Bench = Annotated[Workbench, Depends(_bench)]
BARE = [Depends(_nothing)]
Collecting = Annotated[Collector, Depends(_collector)]


@probes.get("/healthz")
def read_health() -> forms.Health:
    """The process is alive; says nothing about what it depends on."""
    return forms.Health()


@probes.get("/readyz", response_model=forms.Ready, responses={503: {"model": forms.Ready}})
def read_ready(request: Request, bench: Bench, collector: Collecting) -> JSONResponse:
    """Whether the database can be written to and Label Studio is being collected from."""
    reason = _trouble(request, bench, collector)
    ready = forms.Ready(
        ready=reason is None, reason=reason, pulled_seconds_ago=collector.pulled_ago()
    )
    return JSONResponse(ready.model_dump(), status_code=200 if ready.ready else 503)


@api.get("/me", tags=["access"], dependencies=BARE)
def read_me(caller: Caller) -> forms.Me:
    """Who you are to claimdesk, and until when."""
    return forms.Me(name=caller.name, role=caller.role, expires_at=caller.expires_at)


@api.get("/progress", tags=["access"], dependencies=BARE, responses=answers(404))
def read_progress(bench: Bench, caller: Caller) -> forms.Share:
    """How much you have judged, with a token that was made for a reviewer."""
    reviewer = _reviewer(caller)
    with reading(bench.engine) as session:
        return forms.Share.model_validate(questions.share(session, reviewer))


@api.get("/feedback", tags=["access"], dependencies=BARE, responses=answers(404))
def read_feedback(bench: Bench, caller: Caller) -> forms.Feedback:
    """Where an adjudicator overruled you, with a token that was made for a reviewer."""
    found = feedback_of(bench, [_reviewer(caller)])
    return forms.Feedback(items=[forms.OverruledOut.model_validate(one) for one in found])


@api.get("/status", tags=["collecting"], dependencies=BARE)
def read_status(bench: Bench, collector: Collecting) -> forms.StatusOut:
    """How far the work is, and how well collecting goes."""
    return forms.StatusOut.of(status(bench), collector.pulled_ago())


@api.post("/pull", tags=["collecting"], dependencies=BARE, responses=answers(502))
def reconcile(bench: Bench, collector: Collecting) -> forms.StatusOut:
    """Compare with all of Label Studio now, and say how far the work is then."""
    if not collector.reconcile(PULL_SECONDS):
        raise collector.trouble or LabelStudioTrouble(
            "Label Studio has not been compared yet.",
            why="It takes longer than one request may.",
            fix="It goes on by itself; look at /api/v1/status.",
        )
    return forms.StatusOut.of(status(bench), collector.pulled_ago())


@api.get("/articles", tags=["articles"], responses=answers(404) | UNCHANGED)
def list_articles(
    bench: Bench, tagged: Tagged, query: Annotated[forms.ArticleQuery, Query()]
) -> forms.Articles:
    """Articles by id."""
    site = bench.settings.reviewers_see
    with tagged.looking(query.as_of) as sight:
        part = questions.articles(
            sight.session, query.filters, after=query.cursor or "", limit=query.limit, site=site
        )
    items = [forms.ArticleOut.model_validate(one) for one in part.found]
    return forms.Articles(items=items, next_cursor=part.more)


@api.get(
    "/articles/{article}", tags=["articles"], dependencies=BARE, responses=answers(404) | UNCHANGED
)
def read_article(
    bench: Bench, tagged: Tagged, article: Annotated[forms.Id, Path()]
) -> forms.WholeArticle:
    """One article with its text and claims."""
    with tagged.looking() as sight:
        page = questions.article_page(sight.session, article, bench.settings.reviewers_see)
    if page is None:
        raise _absent("article")
    return forms.WholeArticle.of(page)


@api.get("/claims", tags=["claims"], responses=answers(404) | UNCHANGED)
def list_claims(
    bench: Bench, tagged: Tagged, query: Annotated[forms.ClaimQuery, Query()]
) -> forms.Claims:
    """Claims by article and place."""
    site = bench.settings.reviewers_see
    after = forms.after_claim(query.cursor)
    with tagged.looking(query.as_of) as sight:
        part = questions.claims(
            sight.session, query.filters, after=after, limit=query.limit, site=site
        )
    items = [forms.ClaimOut.of(one) for one in part.found]
    return forms.Claims(items=items, next_cursor=forms.cursor(part.more))


@api.get("/claims/{claim}", tags=["claims"], dependencies=BARE, responses=answers(404) | UNCHANGED)
def read_claim(bench: Bench, tagged: Tagged, claim: Annotated[forms.Id, Path()]) -> forms.ClaimOut:
    """One claim."""
    with tagged.looking() as sight:
        found = questions.claim(sight.session, claim, bench.settings.reviewers_see)
    if found is None:
        raise _absent("claim")
    return forms.ClaimOut.of(found)


@api.get("/judgements", tags=["judgements"], responses=answers(404) | UNCHANGED)
def list_judgements(
    tagged: Tagged, query: Annotated[forms.JudgementQuery, Query()]
) -> forms.Judgements:
    """Judgements by claim and reviewer."""
    after = forms.after_judgement(query.cursor)
    with tagged.looking(query.as_of) as sight:
        part = questions.judgements(sight.session, query.filters, after=after, limit=query.limit)
    items = [forms.JudgementOut.model_validate(one) for one in part.found]
    return forms.Judgements(items=items, next_cursor=forms.cursor(part.more))


def _reviewer(caller: Principal) -> int:
    """The reviewer that a token was made for."""
    if caller.reviewer_id is None:
        raise NotFound(
            "Your token was not made for a reviewer.",
            why="It does not say whose progress this would be.",
            fix="Ask for one: claimdesk token create NAME --reviewer ADDRESS.",
        )
    return caller.reviewer_id


def _trouble(request: Request, bench: Workbench, collector: Collector) -> str | None:
    state = request.app.state
    if time.monotonic() >= state.probed_until:
        state.unready, state.probed_until = unready(bench), time.monotonic() + PROBE_SECONDS
    if state.unready is not None:
        return str(state.unready)
    if collector.trouble is not None:
        return collector.trouble.what
    if collector.pulled_at is None:
        return "Label Studio has not been looked at yet."
    late = "It is long since everything was compared with Label Studio."
    return late if collector.is_late else None


def _absent(noun: str) -> NotFound:
    return NotFound(
        f"There is no {noun} with this id.",
        why="Ids are those that lists and exports give.",
        fix=f"Look for it at /api/v1/{noun}s.",
    )
