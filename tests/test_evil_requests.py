"""Every endpoint, given what no client of ours sends: it says no, in few words, and goes on."""

import base64
import json
import re
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from claimdesk.api import create_app
from claimdesk.api.armour import Limits
from claimdesk.labelstudio.client import Client
from claimdesk.pages import router
from claimdesk.settings import make_private
from claimdesk.store import rings
from claimdesk.store.database import reading
from claimdesk.workflow.access import cookie_name
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status

from .armoured import Served, answer_of, served, status_of
from .catalogue import Seen
from .credentials import bearer, session
from .evil_json import EVIL
from .evil_words import CANARY, NAMES, WORDS
from .fake_labelstudio import FakeLabelStudio, relabelled
from .running import wait_until

SLOWEST = 5.0
"""Seconds, on a machine that does other things too; what was seen is in the figures."""
PATIENT = Limits(
    failures_per_second=1e6,
    failures_in_a_row=10**6,
    doorbells_per_second=1e6,
    doorbells_in_a_row=10**6,
    doorbell_seconds=SLOWEST,
)
LISTS = ("/api/v1/articles", "/api/v1/claims", "/api/v1/judgements")
RING = {"Authorization": "Bearer ring-the-bell-twice"}
KNOWN = {"{name}": "claims", "{format}": "csv"}
PARAMETERS = ("limit", "cursor", "reviewer", "story", "article", "identities", "as_of")
FEW = 5
Headers = dict[str, str] | list[tuple[bytes, bytes]]


@dataclass
class Judge:
    """Looks at every answer; `wrong` is what must not be."""

    wrong: list[tuple[object, ...]] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    slowest: float = 0.0
    largest: int = 0

    def look(self, what: object, ask: Callable[[], httpx.Response], sent: bytes = b"") -> None:
        """Ask, and note what is wrong with the answer."""
        began = time.perf_counter()
        answer = ask()
        took = time.perf_counter() - began
        self.statuses[answer.status_code] += 1
        self.slowest = max(self.slowest, took)
        if answer.status_code >= 500 or took > SLOWEST:
            self.wrong.append((what, answer.status_code, round(took, 1), answer.text[:200]))
        if answer.status_code >= 400:
            self.largest = max(self.largest, len(answer.content))
            if CANARY.encode() in _without_way_back(answer) or (
                len(sent) > 5 and sent in answer.content
            ):
                self.wrong.append((what, "echo", answer.text[:200]))
            if len(answer.content) > 2048:
                self.wrong.append((what, "long", len(answer.content)))

    def said(self) -> str:
        """The figure."""
        refused = sum(number for status, number in self.statuses.items() if status >= 400)
        return (
            f"no 5xx, no echo; {refused:,} refused in at most {self.largest:,} bytes; "
            f"slowest {self.slowest:.2f} s"
        )


def _without_way_back(answer: httpx.Response) -> bytes:
    """The page for signing in leads back, in a link, to where somebody wanted to go."""
    return re.sub(rb'<a href="[^"<>]*">Open it from here', b"", answer.content)


@pytest.fixture
def web(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Iterator[TestClient]:
    """The whole service, its collector at work, over one article that one reviewer judged."""
    make_private(bench.settings.home)
    (tmp_path / "a.txt").write_text("The pier is shut. Eleven piles are cracked.")
    load(bench, [str(tmp_path / "a.txt")])
    with Client(bench.settings, fake) as client:
        publish(bench, client)
    fake.say(1, 2, relabelled(fake.tasks[1], {0: bench.labels.verdicts[0]}))
    app = create_app(bench, pages=[router], transport=fake, limits=PATIENT)
    with TestClient(
        app, base_url="http://127.0.0.1", raise_server_exceptions=False, follow_redirects=False
    ) as opened:
        assert opened.post("/api/v1/pull", headers=bearer(bench)).status_code == 200
        yield opened


def routes(web: TestClient) -> list[tuple[str, str]]:
    """Every method and path, as the application has them."""
    return [
        (method, str(one.path))
        for one in iter_route_contexts(web.app.routes)  # type: ignore[attr-defined]
        for method in sorted(one.methods or ())
    ]


def filled(path: str, word: str = "") -> str:
    return re.sub(r"\{\w+\}", lambda found: word or KNOWN.get(found[0], "a"), path)


def credentials(bench: Workbench) -> dict[str, dict[str, str]]:
    """Every kind that opens something."""
    return {
        "nobody": {},
        "admin": bearer(bench, "admin"),
        "reviewer": bearer(bench, "reviewer"),
        "browser": {"Cookie": f"{cookie_name(bench)}={session(bench, 'nora').secret}"},
        "doorbell": RING,
    }


@pytest.mark.catalogue("H1", "no body brings any endpoint to fail, and collecting goes on")
def test_no_body_brings_an_endpoint_to_fail(
    web: TestClient, bench: Workbench, fake: FakeLabelStudio, seen: Seen
) -> None:
    judge, form = Judge(), {"Content-Type": "application/json"}
    admin = bearer(bench, "admin")
    for method, path in routes(web):
        proof = RING if path.endswith("/doorbell") else admin
        for name, raw in EVIL.items():
            judge.look(
                (method, path, name),
                ask(web, method, filled(path), proof | form, raw),
                sent=raw,
            )
    assert judge.wrong == []
    assert len(EVIL) >= 45
    settled = wait_until(lambda: None not in outcomes(bench), 10)
    found = outcomes(bench)
    assert settled, found
    assert found[rings.QUARANTINED] > 40
    collecting_goes_on(web, bench, fake)
    seen(sum(judge.statuses.values()), f"{judge.said()}; {sum(found.values())} rings set aside")


def outcomes(bench: Workbench) -> dict[str | None, int]:
    with reading(bench.engine) as found:
        return rings.counts(found)


def collecting_goes_on(web: TestClient, bench: Workbench, fake: FakeLabelStudio) -> None:
    before = status(bench).judgements
    fake.say(1, 3, relabelled(fake.tasks[1], {0: bench.labels.verdicts[1]}))
    assert web.post("/api/v1/pull", headers=bearer(bench)).status_code == 200
    assert status(bench).judgements > before


@pytest.mark.catalogue("H1", "no address brings any endpoint to fail, whoever asks")
def test_no_address_brings_an_endpoint_to_fail(
    web: TestClient, bench: Workbench, seen: Seen
) -> None:
    judge = Judge()
    for kind, proof in credentials(bench).items():
        words = WORDS if kind == "admin" else dict(list(WORDS.items())[:FEW])
        for method, path in routes(web):
            if (kind, path) == ("browser", "/logout"):
                continue  # it would be nobody's after that
            for number, (name, word) in enumerate(words.items()):
                asked = f"{PARAMETERS[number % len(PARAMETERS)]}={word}"
                for address in {filled(path, word), f"{filled(path)}?{asked}"} - {path}:
                    judge.look((kind, address[:99], name), ask(web, method, address, proof))
    assert judge.wrong == []
    seen(sum(judge.statuses.values()), judge.said())


@pytest.mark.catalogue("H1", "no header and no cookie brings any kind of endpoint to fail")
def test_no_header_or_cookie_brings_an_endpoint_to_fail(
    web: TestClient, bench: Workbench, seen: Seen
) -> None:
    judge = Judge()
    cookie = cookie_name(bench).encode() + b"="
    for method, path in [("GET", "/"), ("GET", "/healthz"), ("POST", "/api/v1/doorbell")]:
        for name, word in WORDS.items():
            raw = word_of(word)
            headers = {b"cookie": cookie + raw, b"authorization": b"Bearer " + raw}
            headers |= {b"accept": raw, b"origin": raw, b"host": raw, b"content-type": raw}
            for header in headers.items():
                judge.look((path, name, header[0]), ask(web, method, path, [header]))
    assert judge.wrong == []
    seen(sum(judge.statuses.values()), judge.said())


def ask(
    web: TestClient, method: str, address: str, headers: Headers, body: bytes | None = None
) -> Callable[[], httpx.Response]:
    return lambda: web.request(method, address, headers=headers, content=body)


def word_of(word: str) -> bytes:
    """As the bytes of a header, without what no server lets through."""
    raw = unquote(word, encoding="latin-1").encode("latin-1")
    return re.sub(rb"[\0\r\n]", b"?", raw)


RAW_HEADS = {
    "NUL in a header": b"X-A: a\0b",
    "a bare line feed": b"X-A: a\nX-B: b",
    "a bare return": b"X-A: a\rb",
    "a folded header": b"X-A: a\r\n b",
    "no name": b": a",
    "a space in a name": b"X A: a",
    "no colon": b"XA",
    "invalid utf-8": b"X-A: \xff\xfe",
    "two hosts": b"Host: evil.example",
    "two lengths": b"Content-Length: 1\r\nContent-Length: 2",
    "a length and chunks": b"Content-Length: 5\r\nTransfer-Encoding: chunked",
    "an odd encoding": b"Transfer-Encoding: chunked, gzip",
    "a length of 5,000 digits": b"Content-Length: " + b"9" * 5_000,
    "an upgrade": b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: eA==",
    "an upgrade to h2c": b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c",
    "an expectation": b"Expect: 200-maybe",
    "forwarded": b"X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: javascript",
    "another method": b"X-HTTP-Method-Override: DELETE",
    "a range": b"Range: bytes=0-18446744073709551616,-1",
}
RAW_LINES = {
    "NUL in the path": b"GET /\0 HTTP/1.1",
    "bytes in the path": b"GET /\xff\xfe HTTP/1.1",
    "a space in the path": b"GET /a b HTTP/1.1",
    "absolute": b"GET http://evil.example/ HTTP/1.1",
    "asterisk": b"OPTIONS * HTTP/1.1",
    "authority": b"CONNECT evil.example:80 HTTP/1.1",
    "no slash": b"GET api HTTP/1.1",
    "two slashes": b"GET //evil.example/ HTTP/1.1",
    "a fragment": b"GET /#a HTTP/1.1",
    "http 0.9": b"GET /",
    "http 2": b"PRI * HTTP/2.0",
    "http 9.9": b"GET / HTTP/9.9",
    "no method": b" / HTTP/1.1",
    "a method nobody knows": b"BREW /api/v1/claims HTTP/1.1",
    "a long method": b"A" * 5_000 + b" / HTTP/1.1",
    "tls": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "trace": b"TRACE / HTTP/1.1",
}


@pytest.mark.catalogue("H1", "no head of a request, however raw, brings the server to fail")
def test_no_raw_head_brings_the_server_to_fail(tmp_path: Path, seen: Seen) -> None:
    wrong = []
    with served(tmp_path / "home", head_seconds=1.0) as backend, backend.client as good:
        for name, head in raw_heads(backend):
            said = exchanged(backend, head)
            if status_of(said) >= 500 or CANARY.encode() in said or len(said) > 4_096:
                wrong.append((name, said[:300]))
        assert good.get("/api/v1/status").status_code == 200
        log = (backend.home / "logs" / "claimdesk.log").read_text()
    assert wrong == []
    assert "Traceback" not in log
    seen(len(RAW_HEADS) * 2 + len(RAW_LINES), "no 5xx, no traceback, the next request is served")


def raw_heads(backend: Served) -> Iterator[tuple[str, bytes]]:
    host = f"Host: 127.0.0.1:{backend.port}".encode()
    proof = f"Authorization: Bearer {backend.token}".encode()
    for name, line in RAW_LINES.items():
        yield name, b"\r\n".join([line, host, proof, b"Connection: close", b"", b""])
    for name, header in RAW_HEADS.items():
        for method in (b"GET /api/v1/me", b"POST /api/v1/doorbell"):
            lines = [method + b" HTTP/1.1", host, proof, header, b"X-C: " + CANARY.encode()]
            yield name, b"\r\n".join([*lines, b"Connection: close", b"", b""])


def exchanged(backend: Served, head: bytes) -> bytes:
    with backend.connect() as bare:
        bare.sendall(head)
        bare.shutdown(socket.SHUT_WR)
        return answer_of(bare)


# Filters


def forged(*key: object) -> str:
    """A cursor that looks like one of ours."""
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


CURSORS = {
    "a list of nothing": forged(),
    "another list's": forged("a", 1, 2, "b"),
    "too many": forged("a", "b", "c"),
    "a nested key": forged(["a"]),
    "a number for an id": forged(7),
    "a truth for a number": forged("a", True, 2, "b"),
    "2^62": forged("a", 2**62, 2, "b"),
    "no id": forged("' OR 1=1 --"),
    "wildcards": forged("%"),
    "NUL": forged("a\0"),
    "no base64": "%2B%2F**",
    "not ours": "A" * 400,
}


@pytest.mark.catalogue("H13", "no filter, order or cursor gets more than what is meant")
def test_filters_are_what_they_are_and_nothing_else(
    web: TestClient, bench: Workbench, seen: Seen
) -> None:
    abuses = [f"cursor={one}" for one in CURSORS.values()] + list(NAMES.values())
    filters = ("story", "article", "verdict", "reviewer", "state", "language", "q")
    hostile = [one for one in WORDS.values() if one]
    abuses += [f"{filters[n % 7]}={one}" for n, one in enumerate(hostile)]
    abuses += ["limit=0", "limit=501", "limit=-1", "limit=1e3", "limit=0x10", "limit=", "limit=1.5"]
    abuses += ["limit=1&limit=99999", "story=a&story=b%00", "state=__all__", "verdict=%25"]
    wrong, refused = [], 0
    for path in LISTS:
        for asked in abuses:
            answer = web.get(f"{path}?{asked}", headers=bearer_of(web, bench))
            refused += answer.status_code == 422
            if answer.status_code != 422 and (answer.status_code, items(answer)) != (200, []):
                wrong.append((path, asked[:80], answer.status_code, answer.text[:100]))
    assert wrong == []
    assert len(abuses) >= 30
    seen(len(abuses) * len(LISTS), f"{refused} refused, the others found nothing")


def items(answer: httpx.Response) -> list[object] | None:
    found: list[object] | None = answer.json().get("items")
    return found


def bearer_of(web: TestClient, bench: Workbench) -> dict[str, str]:
    """One token for all of a test."""
    if "Authorization" not in web.headers:
        web.headers |= bearer(bench, "admin")
    return {}


def test_a_filter_that_is_meant_finds_what_there_is(web: TestClient, bench: Workbench) -> None:
    for path in LISTS:
        assert items(web.get(f"{path}?limit=1", headers=bearer(bench)))
