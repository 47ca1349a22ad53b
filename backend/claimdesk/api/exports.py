"""Exports over HTTP: streamed from one state of the database, after asking Label Studio anew."""

from collections.abc import Generator
from contextlib import AbstractContextManager
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import StreamingResponse

from claimdesk import recipes
from claimdesk.api import forms
from claimdesk.api.access import Caller
from claimdesk.api.collector import Collector
from claimdesk.api.problems import answers
from claimdesk.api.routes import BARE, Bench, Collecting
from claimdesk.api.tags import UNCHANGED, Tagged, Unchanged
from claimdesk.recipes import Recipe
from claimdesk.snapshot import Snapshot
from claimdesk.workflow.reading import take_snapshot
from claimdesk.workflow.reviewers import note_identities

WAIT_SECONDS = 5.0
"""How long an export waits to be compared with Label Studio; then it says how old it is."""

FILES: dict[str, dict[str, Any]] = {
    "csv": {
        "type": "string",
        "examples": [f"claim,state,votes\r\n{forms.CLAIM},unreviewed,\r\n"],
    },
    "jsonl": {
        "type": "string",
        "examples": [f'{{"claim":"{forms.CLAIM}","state":"unreviewed"}}\n'],
    },
    "json": {
        "type": "array",
        "items": {"type": "object"},
        "examples": [[{"claim": forms.CLAIM, "state": "unreviewed"}]],
    },
    "html": {"type": "string", "examples": ["<!doctype html>"]},
}
BINARY = {"type": "string", "format": "binary", "examples": ["(bytes)"]}
STREAMED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The rows, as a file to be saved",
        "content": {
            kind: {"schema": FILES.get(name, BINARY)} for name, kind in recipes.FORMATS.items()
        },
    }
}
"""Each format as OpenAPI describes it."""

router = APIRouter(prefix="/api/v1/exports", tags=["exports"], responses=answers(422, 500, 503))


@router.get("", dependencies=BARE)
def list_exports(bench: Bench) -> forms.Exports:
    """Every export there is, with its columns."""
    items = [
        forms.ExportOut(
            name=one.name, about=one.about, columns=one.columns, formats=list(one.formats)
        )
        for one in recipes.every(bench.exports_dir)
    ]
    return forms.Exports(items=items)


@router.get(
    "/{name}.{format}",
    response_class=StreamingResponse,
    responses=STREAMED | answers(404, 429) | UNCHANGED,
)
def download_export(
    tagged: Tagged,
    collector: Collecting,
    caller: Caller,
    name: Annotated[forms.Word, Path(examples=["claims"])],
    format_name: Annotated[forms.Word, Path(alias="format", examples=["csv"])],
    query: Annotated[forms.ExportQuery, Query()],
) -> StreamingResponse:
    """One export, streamed row by row from one state of the database."""
    bench = tagged.bench
    recipe = recipes.find(bench.exports_dir, name)
    recipe.check(format_name, excel=query.excel)
    if query.identities:
        note_identities(bench, name, who=caller.who)
    headers = {"Content-Disposition": f'attachment; filename="{recipe.name}.{format_name}"'}
    if query.as_of is None:
        headers["Claimdesk-Reconciled"] = _reconciled(collector)
    snapshot = take_snapshot(
        bench, identities=query.identities, as_of=query.as_of, filters=query.filters
    )
    streamed = _streamed(snapshot, recipe, format_name, excel=query.excel)
    headers["Claimdesk-Ledger"], state = next(streamed).decode().split()
    if not query.identities:  # somebody's address may change, and nothing else
        try:
            headers |= tagged.headers(state, *recipes.sources(bench.exports_dir, recipe))
        except Unchanged:
            streamed.close()  # gives the connection back at once
            raise
    media_type = recipes.FORMATS[format_name]
    return StreamingResponse(streamed, media_type=media_type, headers=headers)


def _streamed(
    opening: AbstractContextManager[Snapshot], recipe: Recipe, format_name: str, *, excel: bool
) -> Generator[bytes]:
    """The head of the ledger and the state of all, then the bytes of the export.

    The first of them are made before the answer begins: what goes wrong until then is a problem,
    and no file that breaks off.
    """
    with opening as snapshot:
        chunks = recipes.render(recipe, snapshot, format_name, excel=excel)
        first = next(chunks, b"")
        yield f"{snapshot.ledger} {snapshot.state}".encode()
        yield first
        yield from chunks


def _reconciled(collector: Collector) -> str:
    """Compare with Label Studio, if that can be done soon; the age of what is known."""
    collector.reconcile(WAIT_SECONDS)
    ago = collector.pulled_ago()
    return "never" if ago is None else f"{ago:.0f} seconds ago"
