"""The armour over real connections: a process of its own, and clients that do not behave."""

import re
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import repeat
from pathlib import Path

import httpx
import pytest

from claimdesk.api.armour import LIMITS

from .armoured import (
    HOST,
    SECRET,
    Served,
    answer_of,
    invitation,
    p99,
    pour,
    seconds_of,
    served,
    status_of,
    terminate,
    watched,
)
from .browser import Requests, chromium, window
from .catalogue import TORTURE, Seen, longer
from .running import wait_until

MOST = LIMITS.body_bytes
HUNDRED = 100 * 2**20
PIECE = b"x" * 65536
CHUNK = b"10000\r\n" + PIECE + b"\r\n"
BELL = f"Authorization: Bearer {SECRET}"
BRISK = {"head_seconds": 2, "body_seconds": 2}


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One backend with the limits that people get, except for the time a body may take."""
    with served(tmp_path_factory.mktemp("armour") / "home", body_seconds=2) as found:
        yield found


# H3: large, false and slow bodies


def pieces(size: int) -> Iterable[bytes]:
    return repeat(PIECE, size // len(PIECE))


def gzipped() -> bytes:
    import gzip

    return gzip.compress(bytes(HUNDRED), compresslevel=1)


BODIES = {
    "as large as it may be": (200, (f"Content-Length: {MOST}",), lambda: pieces(MOST)),
    "one byte more": (413, (f"Content-Length: {MOST + 1}",), lambda: [*pieces(MOST), b"x"]),
    "one byte more, of which none is sent": (413, (f"Content-Length: {MOST + 1}",), list),
    "100 MB": (413, (f"Content-Length: {HUNDRED}",), lambda: pieces(HUNDRED)),
    "100 MB without a length": (
        413,
        ("Transfer-Encoding: chunked",),
        lambda: repeat(CHUNK, 1600),
    ),
    "100 MB under a small length": (
        413,
        ("Content-Length: 10", "Transfer-Encoding: chunked"),
        lambda: repeat(CHUNK, 1600),
    ),
    "100 MB behind the length": (200, ("Content-Length: 10",), lambda: pieces(HUNDRED)),
    "less than its length": (408, ("Content-Length: 1000",), lambda: [b"x" * 10]),
    "packed": (415, ("Content-Encoding: gzip", "Transfer-Encoding: chunked"), lambda: [gzipped()]),
}


@pytest.mark.catalogue("H3", "no body takes more memory or time than its limit")
@pytest.mark.parametrize("path", ["/swallow", "/api/v1/doorbell"])
def test_no_body_takes_more_than_its_limit(backend: Served, path: str, seen: Seen) -> None:
    with backend.client as client:
        client.post(path, content=b"x" * MOST, headers={"Authorization": f"Bearer {SECRET}"})
    with watched(lambda: float(backend.memory)) as memory:
        for name, (status, headers, body) in BODIES.items():
            began = time.monotonic()
            with backend.connect() as bare:
                closing = () if status != 200 or "behind" in name else ("Connection: close",)
                bare.sendall(backend.head(f"POST {path}", BELL, *headers, *closing))
                sent = pour(bare, body())
                said = answer_of(bare)
            assert status_of(said) == status, (name, said[:300])
            assert time.monotonic() - began < 10, name
            assert sent <= MOST + 8 * 2**20, (name, sent)
    grown = (max(memory) - memory[0]) / 2**20
    assert grown <= 3 * MOST / 2**20
    seen(len(BODIES), f"refused in time; {grown:.0f} MiB more than before")


def test_a_large_body_of_somebody_unknown_is_not_read(backend: Served) -> None:
    with backend.connect() as bare:
        bare.sendall(backend.head("POST /api/v1/doorbell", "Transfer-Encoding: chunked"))
        pour(bare, repeat(CHUNK, 1600))
        assert status_of(answer_of(bare)) == 401


@pytest.mark.parametrize(
    "said", [b"\0\1\2\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/9\r\n\r\n"]
)
def test_what_is_no_request_gets_a_problem_too(backend: Served, said: bytes) -> None:
    with backend.connect() as bare:
        bare.sendall(said)
        head, _, body = answer_of(bare).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert b"x-content-type-options: nosniff" in head
    assert b"/problems/" in body


# H4: connections that are held open


def drip(bare: socket.socket, number: int) -> None:
    """Send the next little bit of a request that will never be complete."""
    kind = number % 4
    if kind == 1:
        bare.send(b"X")
    if kind == 2:
        bare.send(b"X-Header: 1\r\n")
    if kind == 3:
        bare.send(b"x")


def opened(backend: Served, number: int) -> socket.socket:
    """A connection that says nothing, or the beginning of a head, or of a body."""
    bare = backend.connect()
    body = backend.head("POST /swallow", "Content-Length: 1000000")
    bare.sendall((b"", b"GET /", b"GET / HTTP/1.1\r\n", body)[number % 4])
    bare.setblocking(False)
    return bare


def dropped(bare: socket.socket) -> bool:
    try:
        while bare.recv(65536):
            pass
    except BlockingIOError:
        return False
    except ConnectionError:
        pass
    return True


@pytest.mark.catalogue("H4", "slow and idle connections are dropped, others notice nothing")
def test_whoever_holds_a_connection_open_loses_it(tmp_path: Path, seen: Seen) -> None:
    number, limits = longer(40, 200), {} if TORTURE else BRISK
    allowed = LIMITS.body_seconds if TORTURE else 4
    with served(tmp_path / "home", **limits) as backend, ExitStack() as stack:
        bares = [stack.enter_context(opened(backend, n)) for n in range(number)]
        client = stack.enter_context(backend.client)
        open_, waits, began = dict(enumerate(bares)), list[float](), time.monotonic()
        while open_ and time.monotonic() - began < allowed + 2:
            open_ = {n: bare for n, bare in open_.items() if not dropped(bare)}
            for n, bare in open_.items():
                with suppress(OSError):
                    drip(bare, n)
            waits.append(seconds_of(client, "/api/v1/articles"))
            time.sleep(0.02)
        took = time.monotonic() - began
    assert not open_
    assert took <= allowed + 0.5
    assert p99(waits) < 1
    seen(number, f"all gone after {took:.1f} s; p99 of others {p99(waits) * 1000:.0f} ms")


def test_one_more_connection_than_there_may_be_costs_the_idlest(tmp_path: Path) -> None:
    with served(tmp_path / "home", connections=20) as backend, ExitStack() as stack:
        bares = [stack.enter_context(opened(backend, n)) for n in range(60)]
        with backend.client as client:
            assert client.get("/healthz").status_code == 200
        assert wait_until(lambda: sum(map(dropped, bares)) >= 40, 5)
        assert not dropped(bares[-1])


def test_whoever_does_not_read_an_answer_loses_it(tmp_path: Path) -> None:
    with served(tmp_path / "home", stalled_seconds=1) as backend, backend.connect(4096) as bare:
        line = backend.head("GET /assets/swagger-ui-bundle.js")
        bare.sendall(line * 5)
        time.sleep(4)
        assert len(answer_of(bare)) < 5 * 1_500_000
        with backend.client as client:
            assert len(client.get("/assets/swagger-ui-bundle.js").content) > 1_000_000


# S10: floods


@contextmanager
def flood(backend: Served, path: str, threads: int, pause: float) -> Iterator[list[int]]:
    """The statuses of requests with a wrong secret, from several threads while the block runs."""
    statuses: list[int] = []
    over = threading.Event()

    def run() -> None:
        wrong = {"Authorization": "Bearer cdk_" + "x" * 43}
        with httpx.Client(base_url=f"http://{HOST}:{backend.port}", trust_env=False) as client:
            while not over.wait(pause):
                kind = "POST" if "bell" in path else "GET"
                statuses.append(client.request(kind, path, headers=wrong).status_code)

    running = [threading.Thread(target=run) for _ in range(threads)]
    for one in running:
        one.start()
    try:
        yield statuses
    finally:
        over.set()
        for one in running:
            one.join()


@pytest.mark.catalogue("S10", "floods of wrong secrets are cut off, others notice nothing")
@pytest.mark.parametrize("path", ["/api/v1/articles", "/api/v1/doorbell"])
def test_a_flood_does_not_keep_others_waiting(tmp_path: Path, path: str, seen: Seen) -> None:
    seconds = longer(3, 20)
    with (
        served(tmp_path / "home") as backend,
        backend.client as client,
        flood(backend, path, 5, 0.005) as statuses,
    ):
        until, waits = time.monotonic() + seconds, list[float]()
        while time.monotonic() < until:
            waits.append(seconds_of(client, "/api/v1/articles"))
            time.sleep(0.01)
    slow = p99(waits)
    assert slow < 1
    assert set(statuses) == {401, 429}
    assert statuses.count(401) <= LIMITS.failures_in_a_row + 2 * seconds + 10
    rate = len(statuses) / seconds
    seen(len(statuses), f"{rate:.0f}/s cut off; p99 of others {slow * 1000:.0f} ms")


# D17: the end


@pytest.mark.catalogue("D17", "SIGTERM finishes what was accepted, takes no more, leaves no WAL")
def test_what_was_accepted_is_finished_before_the_end(tmp_path: Path, seen: Seen) -> None:
    number = 20
    with served(tmp_path / "home") as backend, ExitStack() as stack:
        bares = [stack.enter_context(backend.connect()) for _ in range(number)]
        for n, bare in enumerate(bares):
            length = len(ring(n))
            bare.sendall(backend.head("POST /api/v1/doorbell", BELL, f"Content-Length: {length}"))
            bare.sendall(ring(n)[:5])
        time.sleep(0.5)
        terminate(backend)
        began = time.monotonic()
        assert wait_until(lambda: refuses(backend), 2)
        time.sleep(1.5)
        assert backend.process.poll() is None
        for n, bare in enumerate(bares):
            bare.sendall(ring(n)[5:])
        statuses = [status_of(answer_of(bare)) for bare in bares]
        assert backend.process.wait(timeout=15) == 0
        took = time.monotonic() - began
    assert statuses == [200] * number
    assert took <= 10
    assert [one.name for one in backend.home.glob("*-wal")] == []
    seen(number, f"{number} x 200, ended after {took:.1f} s, no WAL")


def ring(number: int) -> bytes:
    return b'{"action": "ANNOTATION_CREATED", "number": %d}' % number


def refuses(backend: Served) -> bool:
    with socket.socket() as bare:
        return bare.connect_ex((HOST, backend.port)) != 0


@pytest.mark.parametrize("busy", [False, True])
def test_nobody_can_put_off_the_end(tmp_path: Path, busy: bool) -> None:
    with served(tmp_path / "home", body_seconds=60) as backend, backend.client as client:
        client.get("/healthz")  # and the connection stays
        with backend.connect() as half, backend.connect() as slow:
            half.sendall(b"GET / HTTP/1.1\r\n")
            if busy:
                slow.sendall(backend.head("POST /swallow", "Content-Length: 10"))
            time.sleep(0.3)
            terminate(backend)
            began = time.monotonic()
            assert backend.process.wait(timeout=15) == 0
        assert time.monotonic() - began < (10 if busy else 1.5)


def test_a_thread_that_works_gives_way_soon(backend: Served) -> None:
    with backend.client as client:
        found = client.get("/turns").json()
    assert found["seconds"] < 0.001
    assert found["frozen"] > 100_000


# The log and the page of the API


def test_what_fails_is_logged_readably_and_nothing_is_forged(backend: Served) -> None:
    forged = "\r\n2026-01-01 00:00:00,000 INFO claimdesk: all is well"
    with backend.client as client:
        said = client.get("/fail/%1b[2J%e2%80%ae", params={"why": forged})
    assert said.status_code == 500
    log = (backend.home / "logs" / "claimdesk.log").read_text()
    assert "GET /fail/\\x1b[2J\\u202e failed" in log
    assert re.search(r"^  \|     raise ZeroDivisionError", log, re.MULTILINE)
    assert not re.search(r"^2026-01-01", log, re.MULTILINE)
    assert "\x1b" not in log


VIOLATIONS = """addEventListener("securitypolicyviolation", (event) => {
    (window.violations ??= []).push(`${event.violatedDirective} ${event.blockedURI}`);
})"""


def test_the_page_of_the_api_obeys_its_policy_and_stays_here(
    backend: Served, tmp_path: Path
) -> None:
    with chromium() as browser, window(browser) as context:
        requests = Requests(context)
        context.add_init_script(VIOLATIONS)
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text))
        page.goto(f"http://{HOST}:{backend.port}/docs")
        page.wait_for_selector(".opblock")
        page.locator(".opblock-summary-control").first.click()
        page.wait_for_selector(".opblock-body")
        page.screenshot(path=tmp_path / "docs.png", full_page=True)
        assert page.locator(".opblock").count() > 10
        assert page.evaluate("window.violations ?? []") == []
    assert [said for said in complaints if "Content Security" in said] == []
    assert requests.left() == []
    assert len(requests.made) >= 4


def test_a_browser_signs_in_by_the_form_of_our_own_page(backend: Served) -> None:
    code = invitation(backend.home)
    with chromium() as browser, window(browser) as context:
        context.add_init_script(VIOLATIONS)
        page = context.new_page()
        page.goto(f"http://{HOST}:{backend.port}/login/{code}")
        page.click("main button")
        page.wait_for_url(f"http://{HOST}:{backend.port}/")
        assert page.evaluate("window.violations ?? []") == []
