"""Running the backend's application on a socket."""

import gc
import signal
import socket
import sys
from datetime import UTC, datetime
from functools import partial

import uvicorn
from fastapi import FastAPI

from claimdesk.api import create_app
from claimdesk.api.armour import LIMITS, Limits
from claimdesk.cli.connection import Connection
from claimdesk.cli.logs import log_to
from claimdesk.errors import BadConfiguration, Busy
from claimdesk.pages import router
from claimdesk.workflow.access import has_token
from claimdesk.workflow.bench import Workbench

LOOPBACK = ("127.0.0.1", "localhost", "::1")
TURN_SECONDS = 0.0005
"""How long a thread goes on while others wait, a tenth of what Python gives: an export in one of
them would else hold back each of the many short steps of a ring at the door."""

GRACE_SECONDS = 8
"""For what was accepted before a signal came; when there is nothing, the end comes at once."""


def serve_on(bench: Workbench, listener: socket.socket) -> None:
    """Serve the whole backend until a signal asks to stop; ends with KeyboardInterrupt then."""
    serve_app(create_app(bench, pages=[router]), listener)


def serve_app(app: FastAPI, listener: socket.socket, limits: Limits = LIMITS) -> None:
    """Serve an app over a workbench; what was accepted before a signal is answered first."""
    bench: Workbench = app.state.bench
    log_to(bench.settings.home)
    # SIGTERM, which uvicorn raises again at its end, would not let us tidy up.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    config = uvicorn.Config(
        app,
        http=partial(Connection, limits=limits),  # type: ignore[arg-type]
        loop="asyncio",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        h11_max_incomplete_event_size=2 * limits.head_bytes,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    sys.setswitchinterval(TURN_SECONDS)
    gc.freeze()  # what has been imported stays; looking through it again and again takes long
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        bench.engine.dispose()  # the last one out folds SQLite's journal into the database


def check_reach(bench: Workbench, host: str, *, behind_proxy: bool) -> None:
    """Raise BadConfiguration when others could reach it in the clear, or nobody could come in."""
    if host in LOOPBACK:
        return
    if not behind_proxy:
        raise BadConfiguration(
            f"claimdesk does not listen on {host}.",
            why="Tokens and articles would cross the network in the clear.",
            fix="Leave --host out, or say --behind-proxy if a proxy in front does TLS.",
        )
    if not has_token(bench, datetime.now(UTC)):
        raise BadConfiguration(
            f"claimdesk does not listen on {host} yet.",
            why="There is no token by which anybody could come in.",
            fix="Make one: claimdesk token create NAME.",
        )


def address(host: str, port: int) -> str:
    """Where a browser finds what listens there."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises Busy when the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise Busy(
            f"Port {port} cannot be used.",
            why=f"{error.strerror}.",
            fix="Choose another one with --port.",
        ) from None
    return listener
