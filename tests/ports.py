"""Ports that are still free when a program comes to use them."""

import itertools
import os
import socket
from collections.abc import Iterator

LOWEST, EACH, WORKERS = 20_000, 2_500, 5
"""Below what a kernel gives to connections, which may take any other at any moment; a stretch for
each of the processes that share the tests."""


def _stretch() -> Iterator[int]:
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % WORKERS
    first = LOWEST + worker * EACH
    return itertools.cycle(range(first, first + EACH))


_next = _stretch()


def free_port() -> int:
    """A port of this machine that nobody listens on, and that is not given again soon."""
    for port in itertools.islice(_next, EACH):
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            continue
        return port
    raise AssertionError("no port is free")
