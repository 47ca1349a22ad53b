"""The routes: each reads one question from the request and answers it."""

import hmac
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Request
from fastapi.responses import JSONResponse, StreamingResponse

from claimdesk import recipes
from claimdesk.api import forms
from claimdesk.api.collector import Collector
from claimdesk.api.problems import answers
from claimdesk.errors import ClaimdeskError, NotAllowed, NotFound
from claimdesk.store import questions
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.reading import take_snapshot

probes = APIRouter(tags=["probes"])
api = APIRouter(prefix="/api/v1", responses=answers(422, 500, 503))


def _bench(request: Request) -> Workbench:
    bench: Workbench = request.app.state.bench
    return bench


def _collector(request: Request) -> Collector:
    collector: Collector = request.app.state.collector
    return collector


Bench = Annotated[Workbench, Depends(_bench)]
Collecting = Annotated[Collector, Depends(_collector)]


@probes.get("/healthz")
def read_health() -> forms.Health:
    """The process is alive; says nothing about what it depends on."""
    return forms.Health()


@probes.get("/readyz", responses={503: {"model": forms.Ready}})
def read_ready(bench: Bench, collector: Collecting) -> JSONResponse:
    """Whether the database answers and Label Studio is being collected from."""
    reason = _trouble(bench, collector)
    ready = forms.Ready(
        ready=reason is None, reason=reason, pulled_seconds_ago=collector.pulled_ago()
    )
    return JSONResponse(ready.model_dump(), status_code=200 if ready.ready else 503)


@api.post("/doorbell", responses=answers(401), tags=["collecting"])
def ring_doorbell(
    bench: Bench,
    collector: Collecting,
    authorization: Annotated[str | None, Header(max_length=1000)] = None,
) -> forms.Heard:
    """Label Studio says that something has changed. Nothing it sends along is read."""
    secret = bench.settings.webhook_secret
    wanted = f"Bearer {secret.get_secret_value()}" if secret else ""
    given = (authorization or "").encode("utf-8", "surrogateescape")
    if not secret or not hmac.compare_digest(given, wanted.encode()):
        raise NotAllowed(
            "The doorbell did not carry the right secret.",
            why="It must come as Authorization: Bearer.",
            fix="Run claimdesk publish, which hangs the doorbell anew.",
        )
    collector.ring()
    return forms.Heard()


@api.get("/articles", tags=["articles"])
def list_articles(bench: Bench, query: Annotated[forms.ArticleQuery, Query()]) -> forms.Articles:
    """Articles by id."""
    after = forms.after_article(query.cursor)
    with reading(bench.engine) as session:
        found = questions.articles(
            session,
            query.filters(),
            after=after,
            limit=query.limit + 1,
            site=bench.settings.reviewers_see,
        )
    shown = found[: query.limit]
    more = forms.article_cursor(shown[-1]) if len(found) > query.limit else None
    return forms.Articles(items=shown, next_cursor=more)


@api.get("/articles/{article}", tags=["articles"], responses=answers(404))
def read_article(bench: Bench, article: Annotated[forms.Id, Path()]) -> forms.ArticleOut:
    """One article with its text and claims."""
    with reading(bench.engine) as session:
        page = questions.article_page(session, article, bench.settings.reviewers_see)
    if page is None:
        raise _absent("article")
    return forms.ArticleOut.of(page)


@api.get("/claims", tags=["claims"])
def list_claims(bench: Bench, query: Annotated[forms.ClaimQuery, Query()]) -> forms.Claims:
    """Claims by article and place."""
    after = forms.after_claim(query.cursor)
    with reading(bench.engine) as session:
        found = questions.claims(
            session,
            query.filters(),
            after=after,
            limit=query.limit + 1,
            site=bench.settings.reviewers_see,
        )
    shown = found[: query.limit]
    more = forms.claim_cursor(shown[-1]) if len(found) > query.limit else None
    return forms.Claims(items=[forms.ClaimOut.of(one) for one in shown], next_cursor=more)


@api.get("/claims/{claim}", tags=["claims"], responses=answers(404))
def read_claim(bench: Bench, claim: Annotated[forms.Id, Path()]) -> forms.ClaimOut:
    """One claim."""
    with reading(bench.engine) as session:
        found = questions.claim(session, claim, bench.settings.reviewers_see)
    if found is None:
        raise _absent("claim")
    return forms.ClaimOut.of(found)


@api.get("/judgements", tags=["judgements"])
def list_judgements(
    bench: Bench, query: Annotated[forms.JudgementQuery, Query()]
) -> forms.Judgements:
    """Judgements by claim and reviewer."""
    after = forms.after_judgement(query.cursor)
    with reading(bench.engine) as session:
        found = questions.judgements(session, query.filters(), after=after, limit=query.limit + 1)
    shown = found[: query.limit]
    more = forms.judgement_cursor(shown[-1]) if len(found) > query.limit else None
    return forms.Judgements(items=shown, next_cursor=more)


@api.get("/exports", tags=["exports"])
def list_exports(bench: Bench) -> forms.Exports:
    """Every export there is, with its columns."""
    folder = bench.exports_dir
    found = [recipes.find(folder, name) for name in recipes.names(folder)]
    items = [
        forms.ExportOut(
            name=one.name,
            about=one.about,
            columns=list(one.row.model_fields),
            formats=list(recipes.FORMATS),
        )
        for one in found
    ]
    return forms.Exports(items=items)


@api.get("/exports/{name}.{format}", tags=["exports"], responses=answers(404))
def download_export(
    bench: Bench,
    name: Annotated[forms.Word, Path()],
    format_name: Annotated[forms.Word, Path(alias="format")],
) -> StreamingResponse:
    """One export, streamed row by row from one state of the database."""
    recipe = recipes.find(bench.exports_dir, name)
    recipes.check_format(format_name)

    def body() -> Iterator[bytes]:
        with take_snapshot(bench) as snapshot:
            yield from recipes.render(recipe, snapshot, format_name)

    disposition = f'attachment; filename="{recipe.name}.{format_name}"'
    return StreamingResponse(
        body(),
        media_type=recipes.FORMATS[format_name],
        headers={"Content-Disposition": disposition, "Cache-Control": "no-store"},
    )


def _trouble(bench: Workbench, collector: Collector) -> str | None:
    try:
        with reading(bench.engine) as session:
            session.connection()
    except ClaimdeskError as error:
        return error.what
    if collector.trouble is not None:
        return collector.trouble.what
    return None if collector.pulled_at is not None else "Label Studio has not been looked at yet."


def _absent(noun: str) -> NotFound:
    return NotFound(
        f"There is no {noun} with this id.",
        why="Ids are those that lists and exports give.",
        fix=f"Look for it at /api/v1/{noun}s.",
    )
