"""The application: routes, problems, offline docs, and the collector that runs beside them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from http import HTTPStatus
from mimetypes import guess_type
from pathlib import Path

import fastapi_offline
import httpx
from fastapi import APIRouter, FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from claimdesk import __version__
from claimdesk.api import problems, routes
from claimdesk.api.collector import Collector
from claimdesk.workflow.bench import Workbench

ASSETS = Path(fastapi_offline.__file__).parent / "static"


def create_app(
    bench: Workbench,
    *,
    pages: Sequence[APIRouter] = (),
    collect: bool = True,
    transport: httpx.BaseTransport | None = None,
) -> FastAPI:
    """The service over one workbench; with `collect`, it looks into Label Studio by itself.

    `pages` are routers of the editors' part; `transport` stands in for the network to Label
    Studio.
    """
    collector = Collector(bench, transport)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        if collect:
            collector.start()
        yield
        collector.stop()

    app = FastAPI(
        title="claimdesk",
        version=__version__,
        summary="Claims, judgements and consensus",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.state.bench = bench
    app.state.collector = collector
    hosts = bench.settings.hosts.split(",")
    app.add_middleware(problems.OnlyHosts, hosts=hosts)
    problems.install(app)
    app.include_router(routes.probes)
    app.include_router(routes.api)
    for router in pages:
        app.include_router(router)
    assets = {path.name: path.read_bytes() for path in ASSETS.iterdir() if path.is_file()}

    @app.get("/assets/{name}", include_in_schema=False)
    def read_asset(name: str) -> Response:
        if name not in assets:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return Response(assets[name], media_type=guess_type(name)[0])

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url="/api/v1/openapi.json",
            title="claimdesk API",
            swagger_js_url="/assets/swagger-ui-bundle.js",
            swagger_css_url="/assets/swagger-ui.css",
            swagger_favicon_url="data:,",
        )

    return app
