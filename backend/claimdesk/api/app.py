"""The application: routes, problems, offline docs, and the collector that runs beside them."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from http import HTTPStatus
from mimetypes import guess_type
from pathlib import Path

import fastapi_offline
import httpx
from fastapi import APIRouter, Depends, FastAPI
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from claimdesk import __version__
from claimdesk.api import access, agreement, doorbell, examples, exports, problems, routes, tags
from claimdesk.api.armour import LIMITS, Limits, wear
from claimdesk.api.collector import Collector
from claimdesk.api.notifier import Notifier
from claimdesk.store.inbox import Inbox
from claimdesk.workflow.access import cookie_name
from claimdesk.workflow.bench import Workbench

ASSETS = (Path(fastapi_offline.__file__).parent / "static", Path(__file__).parent / "static")
KEEPS = {"Cache-Control": "max-age=600"}
DOCS_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)


def create_app(
    bench: Workbench,
    *,
    pages: Sequence[APIRouter] = (),
    collect: bool = True,
    transport: httpx.BaseTransport | None = None,
    table: Mapping[str, str] = access.TABLE,
    limits: Limits = LIMITS,
) -> FastAPI:
    """The service over one workbench; with `collect`, it looks into Label Studio by itself.

    `pages` are routers of the editors' part; `transport` stands in for the network to Label
    Studio. `table` says who may use which route; BadConfiguration when it leaves one out.
    """
    collector = Collector(bench, transport)
    notifier = Notifier(bench)
    inbox = Inbox(bench.engine)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        inbox.start()
        if collect:
            collector.start()
            notifier.start()
        yield
        notifier.stop()
        collector.stop()
        inbox.stop()

    app = FastAPI(
        title="claimdesk",
        version=__version__,
        summary="Claims, judgements and consensus",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        dependencies=[Depends(access.guard)],
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.access = table
    app.state.cookie = cookie_name(bench)
    app.state.bench = bench
    app.state.collector = collector
    app.state.inbox = inbox
    app.state.limits = limits
    app.state.probed_until = 0.0
    wear(app, bench.settings.hosts.split(","), limits)
    problems.install(app)
    tags.install(app)
    app.include_router(routes.probes)
    app.include_router(doorbell.router)
    app.include_router(routes.api)
    app.include_router(agreement.router)
    app.include_router(exports.router)
    for router in pages:
        app.include_router(router)
    assets = {path.name: path.read_bytes() for folder in ASSETS for path in folder.iterdir()}

    @app.get("/assets/{name}", include_in_schema=False)
    def read_asset(name: str) -> Response:
        if name not in assets:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return Response(assets[name], media_type=guess_type(name)[0], headers=KEEPS)

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        headers = {"Content-Security-Policy": DOCS_POLICY}
        return HTMLResponse(assets["docs.html"], headers=headers)

    access.check(app, table)
    access.describe(app, table)
    examples.show(app)
    return app
