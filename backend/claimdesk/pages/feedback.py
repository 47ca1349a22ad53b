"""The page on where one reviewer was overruled; nobody else is named on it."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from claimdesk.pages.rendering import Page, page
from claimdesk.pages.routes import Bench
from claimdesk.recipes.rendering import label_names
from claimdesk.workflow.feedback import feedback

router = APIRouter(include_in_schema=False, route_class=Page)


@router.get("/feedback/{reviewer}")
def show_feedback(request: Request, bench: Bench, reviewer: str) -> HTMLResponse:
    """Where a reviewer, named by pseudonym, was overruled."""
    found = feedback(bench, reviewer)
    return page(
        request,
        "feedback.html",
        reviewer=reviewer,
        rows=found,
        names=label_names(bench.labels.labels),
    )
