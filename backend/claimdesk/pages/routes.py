"""Two pages: all articles, and one article with its claims."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse, HTMLResponse, Response

from claimdesk import recipes
from claimdesk.consensus import STATES, UNREVIEWED
from claimdesk.errors import NotFound
from claimdesk.labels import Labels
from claimdesk.pages.rendering import HERE, Page, page
from claimdesk.recipes.marks import pieces, waiting
from claimdesk.recipes.rendering import direction, glyph_rules, label_names, label_rules
from claimdesk.snapshot import ArticleView, Filters
from claimdesk.store import questions
from claimdesk.store.database import reading
from claimdesk.store.questions import Tally
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.filtering import read_filters

MOST = 1000
"""More articles than anybody reads in one list; REST and the exports have them all."""

KEEPS = {"Cache-Control": "max-age=600"}
ID = re.compile("[0-9a-f]{1,64}")

router = APIRouter(include_in_schema=False, route_class=Page)


@dataclass(frozen=True)
class Progress:
    """One line of the list of articles."""

    article: ArticleView
    claims: int
    judged: int
    settled: int
    verdicts: dict[str, int]


def _bench(request: Request) -> Workbench:
    bench: Workbench = request.app.state.bench
    return bench


Bench = Annotated[Workbench, Depends(_bench)]


@router.get("/")
def show_articles(request: Request, bench: Bench) -> HTMLResponse:
    """Every article that is asked for, and how far its claims are."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if value]
    filters = read_filters(asked)
    with reading(bench.engine) as session:
        tallies = questions.tallies(session)
        articles = questions.articles(
            session, filters, after="", limit=MOST, site=bench.settings.reviewers_see
        ).found
    states: Counter[str] = Counter()
    of_article: dict[str, list[Tally]] = {}
    for tally in tallies:
        states[tally.state] += tally.claims
        of_article.setdefault(tally.article, []).append(tally)
    rows = [_progress(bench.labels, one, of_article.get(one.id, [])) for one in articles]
    rows.sort(key=_by_story)
    return page(
        request,
        "articles.html",
        rows=rows,
        asked=dict(asked),
        export_query=_over_rest(asked, filters),
        every_state=STATES,
        states=[(state, states[state]) for state in STATES if states[state]],
        labels=label_names(bench.labels.labels),
        exports=[(one.name, one.purpose, one.formats) for one in recipes.every(bench.exports_dir)],
    )


def _over_rest(asked: Sequence[tuple[str, str]], filters: Filters) -> str:
    """The same filters in an address of REST, where a date alone is no moment."""
    moments = {"from": filters.since, "to": filters.until}
    return urlencode(
        [(name, at.isoformat() if (at := moments.get(name)) else value) for name, value in asked]
    )


@router.get("/articles/{article}")
def show_article(request: Request, bench: Bench, article: str) -> HTMLResponse:
    """One article: its text with the claims marked, and what became of each."""
    found = None
    if ID.fullmatch(article):
        with reading(bench.engine) as session:
            found = questions.article_page(session, article, bench.settings.reviewers_see)
    if found is None:
        raise NotFound(
            "There is no article with this id.",
            why="The address may have been copied in part.",
            fix="Look for it in the list of articles.",
        )
    return page(
        request,
        "article.html",
        page=found,
        pieces=pieces(found.text, found.claims, found.furniture),
        waiting=waiting(found.claims),
        names=label_names(bench.labels.labels),
        direction=direction(found.article.language),
    )


@router.get("/style.css")
def read_style() -> FileResponse:
    """The style sheet."""
    return FileResponse(HERE / "static" / "style.css", media_type="text/css", headers=KEEPS)


@router.get("/labels.css")
def read_label_colours(bench: Bench) -> Response:
    """Colours and glyphs of the label config, as classes v0, v1, ... in its order."""
    known = bench.labels.labels
    rules = f"{label_rules(known)}\n{glyph_rules(known)}"
    return Response(rules, media_type="text/css", headers=KEEPS)


def _by_story(row: Progress) -> tuple[str, str, datetime]:
    one = row.article
    return (one.story or "~", one.published or "~", one.loaded_at)


def _progress(labels: Labels, article: ArticleView, tallies: Sequence[Tally]) -> Progress:
    verdicts: Counter[str] = Counter()
    for tally in tallies:
        if tally.verdict:
            verdicts[tally.verdict] += tally.claims
    left = sorted(verdicts.keys() - set(labels.votes))
    return Progress(
        article=article,
        claims=sum(tally.claims for tally in tallies),
        judged=sum(tally.claims for tally in tallies if tally.state != UNREVIEWED),
        settled=sum(tally.claims for tally in tallies if tally.settled),
        verdicts={label: verdicts[label] for label in [*labels.votes, *left] if verdicts[label]},
    )
