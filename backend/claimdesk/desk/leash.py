"""Runs Label Studio so that it cannot outlive the supervisor, nor speak to the world.

This file is executed by the tool environment's Python, not by ours: standard library only, and
Label Studio is imported inside functions. What it adds to a plain `label-studio start`:

- it ends, by force, as soon as the supervisor is gone, however it went;
- it serves on the socket that the supervisor already holds, so nobody else can have the port;
- it refuses every connection but the one to our backend, and every name look-up that would leave
  this machine, because whoever reviews can make it send requests;
- it mends what Label Studio has no setting for: cookie names, secrets in the log, SQLite's
  waiting.
"""

import ipaddress
import logging
import os
import re
import signal
import socket
import sys
import threading
from importlib import import_module
from typing import Any

BACKEND: list[int] = []
"""The one port of this machine that may be connected to; any, while there is none here."""

LOOK_UPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
QUERY = re.compile(r"\?[^\s\"']+")


def hold(pipe: int) -> None:
    """Block until the supervisor's end of the pipe is closed, then end this process group."""
    while os.read(pipe, 64):
        pass
    if os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)


def stay_here(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: only this machine may be asked for or connected to."""
    if event in LOOK_UPS:
        allowed = is_here(arguments[0], numbers=event != "socket.gethostbyaddr")
    elif event == "socket.connect" and isinstance(arguments[1], tuple):
        allowed = is_here(arguments[1][0]) and arguments[1][1] in (BACKEND or arguments[1][1:2])
    else:
        return
    if not allowed:
        raise socket.gaierror(socket.EAI_NONAME, "claimdesk keeps Label Studio on this machine")


def is_here(host: str | bytes | None, *, numbers: bool = False) -> bool:
    """Whether a host means this machine, or with `numbers` needs nobody to look it up."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host or "localhost"
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback or numbers
    except ValueError:
        return False


def without_query(record: logging.LogRecord) -> bool:
    """Log filter: what follows a question mark may be an invitation or a token."""
    if isinstance(record.args, tuple):
        record.args = tuple(
            QUERY.sub("?...", part) if isinstance(part, str) else part for part in record.args
        )
    record.msg = QUERY.sub("?...", str(record.msg))
    return True


def mend(port: int) -> None:
    """Change the settings that Label Studio does not read from its environment."""
    settings = import_module("django.conf").settings
    sys.path.insert(0, import_module("label_studio.server").LS_PATH)
    os.environ["DJANGO_SETTINGS_MODULE"] = "label_studio.core.settings.label_studio"
    settings.SESSION_COOKIE_NAME = f"labelstudio-session-{port}"
    settings.CSRF_COOKIE_NAME = f"labelstudio-csrf-{port}"
    settings.CSP_FRAME_ANCESTORS = ("'self'",)
    settings.DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL",
    }
    access = logging.getLogger("django.server")
    access.addFilter(without_query)
    settings.LOGGING["loggers"]["django.server"] = {
        "handlers": ["console"],
        "level": "WARNING",
        "propagate": False,
    }


def adopt(listener: socket.socket) -> None:
    """Make Django's server take the socket we were given instead of opening one."""
    served = import_module("django.core.servers.basehttp").WSGIServer

    def server_bind(server: Any) -> None:
        server.socket.close()
        server.socket = listener
        server.server_address = listener.getsockname()
        server.server_name, server.server_port = server.server_address[:2]
        server.setup_environ()

    served.server_bind = server_bind
    served.request_queue_size = 128


def main() -> None:
    """leash.py PIPE SOCKET PORT ARGUMENT...: two handles, our backend, then label-studio's own."""
    pipe, handle, port, *arguments = sys.argv[1:]
    BACKEND.extend([int(port)] if int(port) else [])
    os.set_inheritable(int(pipe), False)
    os.set_inheritable(int(handle), False)
    threading.Thread(target=hold, args=(int(pipe),), daemon=True).start()
    sys.addaudithook(stay_here)
    listener = socket.socket(fileno=int(handle))
    mend(listener.getsockname()[1])
    adopt(listener)
    sys.argv = ["label-studio", *arguments]
    import_module("label_studio.server").main()


if __name__ == "__main__":
    main()
