"""Articles at addresses: only public ones, only as their sites allow, one never costing another."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path

import pytest

from claimdesk.errors import BadInput
from claimdesk.intake import Draft, Refusal
from claimdesk.intake.addresses import LONGEST_PAUSE, PAUSE, ROBOTS_ROOM, Visitor, fetched
from claimdesk.outgoing import Rules
from claimdesk.settings import Settings
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.loading import load

from .environment import missing
from .listening import PERMITTED, canary
from .test_intake_formats import LIMIT, PAGE, RSS

HTML = "text/html; charset=utf-8"
Answer = tuple[int, str, bytes]


class Answering(ThreadingHTTPServer):
    """Gives the answers it was told to, 404 else, and notes who asked for what."""

    daemon_threads = True

    def __init__(self, answers: dict[str, Answer]) -> None:
        super().__init__((PERMITTED, 0), _Handler)
        self.answers = answers
        self.asked: list[tuple[str, str | None]] = []
        self.url = f"http://{PERMITTED}:{self.server_port}"
        self.waits: list[float] = []
        rules = Rules(ports=(self.server_port,), also=(ip_network(f"{PERMITTED}/32"),))
        self.visitor = Visitor(rules, wait=self.waits.append, clock=lambda: 0.0)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def read(self, *paths: str) -> list[Draft | Refusal]:
        return list(fetched([f"{self.url}{path}" for path in paths], LIMIT, self.visitor))


class _Handler(BaseHTTPRequestHandler):
    server: Answering

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers.get("User-Agent")))
        status, kind, body = self.server.answers.get(self.path, (404, "text/plain", b"none"))
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        if 300 <= status < 400:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def site(**answers: Answer) -> Iterator[Answering]:
    named = {f"/{name.replace('_', '.')}": answer for name, answer in answers.items()}
    try:
        server = Answering(named)
    except OSError as error:
        missing(f"this machine has no {PERMITTED}: {error}")
    with server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


def page(body: str = PAGE, kind: str = HTML) -> Answer:
    return 200, kind, body.encode()


def robots(text: str) -> Answer:
    return 200, "text/plain", text.encode()


def test_a_page_is_an_article_whose_address_is_known() -> None:
    with site(pier=page()) as there:
        (draft,) = there.read("/pier")
        assert isinstance(draft, Draft)
        assert (draft.source, draft.metadata.url) == (f"{there.url}/pier", f"{there.url}/pier")
        assert draft.known_from["url"] == "address"
        assert there.asked == [("/robots.txt", "claimdesk"), ("/pier", "claimdesk")]


def test_a_text_and_a_feed_are_read_as_what_they_are() -> None:
    text = (200, "text/plain; charset=windows-1251", "---\ntitle: x\n---\nПорт".encode("cp1251"))
    with site(text=text, feed=page(RSS, "application/rss+xml")) as there:
        plain, first, *_ = there.read("/text", "/feed")
        assert isinstance(plain, Draft)
        assert plain.text.endswith("Порт")
        assert (plain.metadata.title, plain.known_from) == (None, {"url": "address"})
        assert isinstance(first, Draft)
        assert (first.source, first.known_from["url"]) == (f"{there.url}/feed:1", "feed")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((200, "application/pdf", b"%PDF"), "'application/pdf'"),
        ((200, "image/svg+xml", b"<svg/>"), "'image/svg+xml'"),
        ((200, "", b"x"), "of no kind"),
        ((404, "text/html", b"secret"), "404"),
        ((302, "text/html", b"secret"), "another address"),
        ((200, "text/plain", b"\xff"), "UTF-8"),
        ((200, "text/html", b""), "empty"),
        ((200, "application/xml", b"<secret/>"), "neither a feed nor a page"),
        ((200, "text/plain; charset=idna", b"\xff"), "UTF-8"),
    ],
)
def test_what_is_no_article_is_refused_and_costs_no_other(answer: Answer, why: str) -> None:
    with site(odd=answer, pier=page()) as there:
        refused, draft = there.read("/odd", "/pier")
        assert isinstance(refused, Refusal)
        assert refused.source == f"{there.url}/odd"
        assert why in refused.why
        assert isinstance(draft, Draft)


def test_what_a_site_asks_programs_not_to_read_is_not_read() -> None:
    rules = robots("User-agent: *\nDisallow: /\nUser-agent: claimdesk\nDisallow: /private/")
    with site(robots_txt=rules, pier=page()) as there:
        there.answers["/private/pier"] = page()
        refused, draft = there.read("/private/pier", "/pier")
        assert isinstance(refused, Refusal)
        assert "robots.txt" in refused.why
        assert isinstance(draft, Draft)
        assert there.paths() == ["/robots.txt", "/pier"]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((503, "text/plain", b"secret"), "503"),
        ((301, "text/plain", b"secret"), "another address"),
        ((200, "text/plain", b"#" * (ROBOTS_ROOM + 1)), "longer"),
        (robots(f"User-agent: *\nCrawl-delay: {LONGEST_PAUSE + 1:g}"), "a pause of 31 seconds"),
    ],
)
def test_a_site_whose_wishes_cannot_be_kept_is_not_read(answer: Answer, why: str) -> None:
    with site(robots_txt=answer, pier=page()) as there:
        (refused,) = there.read("/pier")
        assert isinstance(refused, Refusal)
        assert why in refused.why
        assert "secret" not in refused.why
        assert there.paths() == ["/robots.txt"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_wishes_may_be_read(status: int) -> None:
    with site(robots_txt=(status, "text/plain", b""), pier=page()) as there:
        (draft,) = there.read("/pier")
        assert isinstance(draft, Draft)


@pytest.mark.parametrize(("line", "pause"), [("", PAUSE), ("Crawl-delay: 7", 7.0)])
def test_between_two_pages_of_a_site_there_is_a_pause(line: str, pause: float) -> None:
    with site(robots_txt=robots(f"User-agent: *\n{line}"), a=page(), b=page()) as there:
        assert [type(one) for one in there.read("/a", "/b", "/a")] == [Draft, Draft]
        assert there.waits == [pause]


@pytest.mark.parametrize(
    "address",
    "http://127.0.0.1/ http://[::1]/ http://169.254.169.254/latest http://10.0.0.1/ http://2130706433/"
    " http://public.test:22/ http://nowhere.invalid/ http://[".split(),
)
def test_an_address_that_is_not_public_is_refused_alike(address: str) -> None:
    (refused,) = fetched([address], LIMIT)
    assert isinstance(refused, Refusal)
    assert refused.why.startswith("The address is not allowed. Only public addresses")


@pytest.mark.parametrize(
    "address",
    ["", "x", "file:///etc/passwd", "ftp://a.test/", "http://n:w@a.test/", "\x1b"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    (refused,) = fetched([address], LIMIT)
    assert isinstance(refused, Refusal)
    assert "no address" in refused.why


def test_no_page_leads_to_this_machine() -> None:
    with canary() as bird, site(pier=(302, "text/html", b"")) as there:
        hidden = (
            f"<base href='http://127.0.0.1:{bird.port}/'><img src=x><link rel=canonical href=y>"
        )
        there.answers["/page"] = page(PAGE.replace("<head>", f"<head>{hidden}"))
        assert [type(one) for one in there.read("/page", "/pier")] == [Draft, Refusal]
        list(fetched([f"http://127.0.0.1:{bird.port}/"], LIMIT, there.visitor))
        assert bird.visits == 0


def test_addresses_are_not_fetched_unless_the_operator_says_so(bench: Workbench) -> None:
    with site(pier=page()) as there:
        with pytest.raises(BadInput, match="not fetched"):
            load(bench, [], addresses=[f"{there.url}/pier"], visitor=there.visitor)
        assert there.asked == []
        assert Settings.model_fields["fetch_addresses"].default is False


def test_pages_are_loaded_beside_files(bench: Workbench, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    settings = bench.settings.model_copy(update={"fetch_addresses": True})
    with site(pier=page()) as there:
        addresses = [f"{there.url}/pier", f"{there.url}/none"]
        done = load(
            replace(bench, settings=settings),
            [str(tmp_path)],
            addresses=addresses,
            visitor=there.visitor,
        )
    assert (done.new, [one.source for one in done.refused]) == (2, addresses[1:])


def test_nothing_at_all_is_nothing_to_load(bench: Workbench) -> None:
    with pytest.raises(BadInput, match="nothing to load"):
        load(bench, [])
