"""What all tests share: the strict switch, and one running desk for the whole session."""

import os
import signal
from collections.abc import Callable, Generator, Iterator

import pytest
from hypothesis import settings

from claimdesk.desk import toolenv
from claimdesk.errors import ClaimdeskError

from . import catalogue
from .browser import browser, pictures
from .catalogue import pytest_sessionfinish, seen
from .databases import bench, database, fake, postgresql
from .environment import STRICT, missing
from .labelstudio_server import label_studio, live, people, tool_python
from .network import Trace, can_trace, traced
from .outsiders import elsewhere, pier
from .running import RunningDesk, running

__all__ = [
    "bench",
    "browser",
    "database",
    "elsewhere",
    "fake",
    "label_studio",
    "live",
    "people",
    "pictures",
    "pier",
    "postgresql",
    "pytest_sessionfinish",
    "seen",
    "tool_python",
]

# A busy machine is no mistake; what things cost is measured in benchmarks.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--strict-env",
        action="store_true",
        help="fail, instead of skipping, where this machine lacks something (always so with CI)",
    )
    parser.addoption("--update-docs", action="store_true", help="write generated tables anew")
    catalogue.pytest_addoption(parser)
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--raise-floors", action="store_true", help="pin figures that got better")
    parser.addoption("--lower-floors", metavar="WHY", help="pin figures as they are, and say why")


def pytest_configure(config: pytest.Config) -> None:
    catalogue.pytest_configure(config)
    # What a shell runs in the background ignores Ctrl-C, and so would all that tests start.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("--strict-env"):
        os.environ[STRICT] = "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What hostile tests print must be able to travel between processes that share the work."""
    report = yield
    report.sections = [(name, _sendable(said)) for name, said in report.sections]
    return report


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str, object], None]:
    """Keep a figure with the test's result, and print it when the run ends."""
    return lambda name, figure: request.node.user_properties.append((name, figure))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures that tests told, whatever became of the tests."""
    reports = [
        one
        for outcome in ("passed", "failed")
        for one in terminalreporter.getreports(outcome)
        if one.when == "call" and one.user_properties
    ]
    if reports:
        terminalreporter.section("figures")
    for one in reports:
        terminalreporter.write_line(one.nodeid)
        for name, figure in one.user_properties:
            terminalreporter.write_line(f"    {name}: {figure}")


def _sendable(said: str) -> str:
    return said.encode("utf-8", "backslashreplace").decode()


@pytest.fixture(scope="session")
def trace(tmp_path_factory: pytest.TempPathFactory) -> Trace | str:
    """Where the session's desk is traced to, or why it cannot be traced."""
    folder = tmp_path_factory.mktemp("trace")
    return can_trace(folder) or Trace(folder / "desk.strace")


@pytest.fixture(scope="session")
def desk(trace: Trace | str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """One desk with the sample story; leave articles and judgements of other tests alone."""
    try:
        toolenv.ensure(print)
    except ClaimdeskError as error:
        missing(str(error))
    home = tmp_path_factory.mktemp("desk") / "home of ours"
    with traced(home, trace) if isinstance(trace, Trace) else running(home) as found:
        yield found
