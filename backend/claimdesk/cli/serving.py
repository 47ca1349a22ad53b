"""Running the backend's application on a socket."""

import logging
import os
import socket

import uvicorn

from claimdesk.api import create_app
from claimdesk.errors import BadConfiguration, Busy
from claimdesk.pages import router
from claimdesk.settings import cannot_write, make_private
from claimdesk.workflow.bench import Workbench

GRACE_SECONDS = 1


def serve_on(bench: Workbench, listener: socket.socket) -> None:
    """Serve until a signal asks to stop; ends with KeyboardInterrupt then."""
    _log_to(bench)
    app = create_app(bench, pages=[router])
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listener])


def listen(host: str, port: int, *, behind_proxy: bool) -> socket.socket:
    """A listening socket.

    Raises Busy when the port is taken, BadConfiguration when the address is not this machine's
    own loopback and nobody vouches for who may come in.
    """
    if host not in ("127.0.0.1", "localhost", "::1") and not behind_proxy:
        raise BadConfiguration(
            f"claimdesk does not listen on {host}.",
            why="There are no logins yet, so everybody who reaches it could read everything.",
            fix="Leave --host out, or say --behind-proxy if a proxy in front asks for a login.",
        )
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


def _log_to(bench: Workbench) -> None:
    """Log into a file of the home, closed to others."""
    path = make_private(bench.settings.home / "logs") / "claimdesk.log"
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    except OSError as error:
        raise cannot_write(path, error) from None
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it would log every look at a task
