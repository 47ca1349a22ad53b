"""A real Label Studio for tests: one per session, started as `claimdesk up` starts it.

It is never left out silently: where it cannot be installed the tests say why, and fail instead
of skipping when `--strict-env` or CI is set.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimdesk.desk import toolenv
from claimdesk.desk.server import Server
from claimdesk.errors import ClaimdeskError

from .environment import missing


def start_label_studio(home: Path, **options: object) -> Server:
    """A started and ready server over a home; the caller stops it."""
    server = Server(home, toolenv.ensure(print), tell=print, **options)  # type: ignore[arg-type]
    try:
        server.start()
        server.wait_ready()
    except BaseException:
        server.stop()
        raise
    return server


@pytest.fixture(scope="session")
def tool_python() -> Path:
    """The Python of Label Studio's tool environment, installed by the first test that asks."""
    try:
        return toolenv.ensure(print)
    except ClaimdeskError as error:
        missing(str(error))


@pytest.fixture(scope="session")
def label_studio(tool_python: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One Label Studio shared by all tests: leave other tests' projects and people alone."""
    server = start_label_studio(tmp_path_factory.mktemp("home") / "home of ours")
    yield server
    server.stop()
