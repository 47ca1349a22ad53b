"""What goes out goes where it should: to the one origin that was set, or to the public internet."""

import logging
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_network
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk import outgoing
from claimdesk.errors import BadInput, LabelStudioTrouble
from claimdesk.labelstudio.client import Client
from claimdesk.outgoing import Rules, Unfit, fetch, is_public, pinned
from claimdesk.settings import Settings

from .catalogue import Seen
from .environment import missing
from .evil_json import EVIL
from .listening import ENDLESS, PERMITTED, Canary, Site, canary, site

OURS = (ip_network(f"{PERMITTED}/32"),)
PROXIES = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
HOSTS = """
    127.0.0.1 127.1 127.0.1 127.255.255.254 2130706433 017700000001 0177.0.0.1 0x7f000001 0x7f.1
    0x7f.0x0.0x0.0x1 127.0.0.1. localhost localhost. LOCALHOST 0 0.0.0.0 ①②⑦.⓪.⓪.① １２７.０.０.１
    [::1] [0:0:0:0:0:0:0:1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [::ffff:0:7f00:1]
    [64:ff9b::7f00:1] [64:ff9b::127.0.0.1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2001:0:7f00:1::1]
    [fec0::1] [fe80::1] [fe80::1%25lo] [fc00::1] [fd00:ec2::254] [ff02::1] [2001:db8::1] [100::1]
    [3fff::1] [5f00::1] [::ffff:169.254.169.254] 10.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1
    100.64.0.1 100.100.100.200 169.254.169.254 169.254.170.2 192.0.0.192 168.63.129.16 192.0.2.1
    198.18.0.1 198.51.100.1 203.0.113.1 192.88.99.1 224.0.0.1 240.0.0.1 255.255.255.255
""".split()
URLS = """
    file:///etc/passwd file://127.0.0.1:{port}/ gopher://127.0.0.1:{port}/_GET ftp://127.0.0.1:{port}/
    dict://127.0.0.1:{port}/ ldap://127.0.0.1:{port}/ ws://127.0.0.1:{port}/ data:text/html,x
    javascript:alert(1) unix:/run/docker.sock //127.0.0.1:{port}/ 127.0.0.1:{port} http:127.0.0.1
    http:///127.0.0.1:{port}/ http://:{port}/ http:// https:// http://public.test:22/
    http://public.test:0/ http://public.test:65536/ http://public.test@127.0.0.1:{port}/
    http://name:word@public.test/ http://public.test\\@127.0.0.1:{port}/
    http://127.0.0.1:{port}\\@public.test/ http://[::1/ http://[127.0.0.1]:{port}/
    http://127.0.0.1%00.public.test:{port}/ http://xn--a:{port}/
""".split()
FORMS = [f"http://{host}:{{port}}/" for host in HOSTS] + URLS


@pytest.fixture
def bird() -> Iterator[Canary]:
    """A server on this machine that nobody may reach."""
    with canary() as listening:
        yield listening


@pytest.fixture
def there() -> Iterator[Site]:
    """A server that counts as public in these tests."""
    with site() as server:
        yield server


def rules(*ports: int, hops: int = 0, **more: object) -> Rules:
    return Rules(ports=(80, 443, *ports), also=OURS, hops=hops, **more)  # type: ignore[arg-type]


def outcome(url: str, given: Rules) -> str:
    """What a caller is told; empty when it got a page."""
    try:
        fetch(url, given)
    except BadInput as error:
        return error.what
    return ""


@pytest.mark.catalogue("H11", "an article's address never leads to what is not public")
def test_no_form_of_an_address_reaches_this_machine(bird: Canary, seen: Seen) -> None:
    urls = [form.replace("{port}", str(bird.port)) for form in FORMS]
    told = {url: outcome(url, rules(bird.port)) for url in urls}
    assert {url: what for url, what in told.items() if "not allowed" not in what} == {}
    assert bird.visits == 0
    reached = bird_hears(bird, urls)
    assert reached >= 10
    seen(len(urls), f"0 connections; without the guard {reached} of them connect")


def bird_hears(bird: Canary, urls: list[str]) -> int:
    """How many addresses lead an ordinary client to the canary."""
    with httpx.Client(trust_env=False, timeout=0.3) as client:
        for url in urls:
            try:
                client.get(url)
            except (httpx.HTTPError, httpx.InvalidURL, ValueError):
                continue
    return bird.visits


@pytest.mark.catalogue("H11", "nor does a redirect, in any form")
def test_no_redirect_reaches_this_machine(bird: Canary, there: Site, seen: Seen) -> None:
    # Without a scheme or a host it leads to the server that says it.
    whole = [form for form in FORMS if "://" in form and not form.startswith(("http:///", "//"))]
    targets = [form.replace("{port}", str(bird.port)) for form in whole if form != "http://"]
    targets = [one for one in targets if one.isascii()]
    given = rules(bird.port, there.server_port, hops=3)
    told = {one: outcome(f"{there.url}/to/{one}", given) for one in targets}
    assert {one: what for one, what in told.items() if "not allowed" not in what} == {}
    assert (bird.visits, len(there.asked)) == (0, len(targets))
    seen(len(targets), "0 connections")


@pytest.mark.catalogue("H11", "a name that changes its mind leads nowhere else")
def test_a_name_is_resolved_once_and_where_it_led_is_where_we_go(
    bird: Canary, there: Site, seen: Seen
) -> None:
    answers = [PERMITTED] * 2 + ["127.0.0.1"] * 20
    given = rules(bird.port, there.server_port, hops=5, resolve=lambda *_: [answers.pop(0)])
    url = f"http://changing.test:{there.server_port}/page"
    assert fetch(url, given).body == b"<p>A page.</p>"
    assert len(answers) == 21
    again = f"http://changing.test:{there.server_port}/to/http://changing.test:{bird.port}/"
    assert "not allowed" in outcome(again, given)
    assert (bird.visits, len(answers)) == (0, 19)
    seen(3, "1 look-up per connection, 0 connections to the second answer")


@pytest.mark.parametrize(
    "answers",
    [
        [PERMITTED, "127.0.0.1"],
        ["127.0.0.1", PERMITTED],
        [PERMITTED, "::1"],
        [PERMITTED, "::ffff:127.0.0.1"],
        ["fe80::1%lo", PERMITTED],
        ["what is this", PERMITTED],
        [],
    ],
    ids=str,
)
def test_one_bad_address_of_several_spoils_the_name(
    bird: Canary, there: Site, answers: list[str]
) -> None:
    given = rules(bird.port, there.server_port, resolve=lambda *_: answers)
    for port in (bird.port, there.server_port):
        assert "not allowed" in outcome(f"http://several.test:{port}/page", given)
    assert (bird.visits, there.asked) == (0, [])


def test_a_proxy_of_the_environment_is_not_asked(
    bird: Canary, there: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in PROXIES:
        monkeypatch.setenv(name, f"http://127.0.0.1:{bird.port}")
    assert fetch(f"{there.url}/page", rules(there.server_port)).body
    with pinned(there.url) as client:
        assert client.get("/page").status_code == 200
    assert bird.visits == 0


def test_a_port_or_a_password_spoils_a_public_address(there: Site) -> None:
    within = rules(there.server_port)
    assert "not allowed" in outcome(f"{there.url}/page", rules())
    named = there.url.replace("http://", "http://name:word@")
    assert "not allowed" in outcome(f"{named}/page", within)
    assert there.asked == []


def test_a_public_page_is_fetched(there: Site) -> None:
    page = fetch(f"{there.url}/page", rules(there.server_port))
    assert page == outgoing.Page(f"{there.url}/page", "text/html; charset=utf-8", b"<p>A page.</p>")


def test_the_next_address_of_a_name_is_tried_when_one_does_not_answer(there: Site) -> None:
    also = (ip_network("127.0.0.0/29"),)
    given = Rules(
        ports=(there.server_port,), also=also, resolve=lambda *_: ["127.0.0.3", PERMITTED]
    )
    assert fetch(f"http://two.test:{there.server_port}/page", given).body


def test_redirects_are_followed_up_to_a_cap_and_by_default_never(there: Site) -> None:
    url = f"{there.url}/to//to//page"
    assert fetch(url, rules(there.server_port, hops=2)).url == f"{there.url}/page"
    for hops in (0, 1):
        assert "cannot be fetched" in outcome(url, rules(there.server_port, hops=hops))


@pytest.mark.parametrize(
    ("path", "more", "why"),
    [
        ("/endless/", {}, "longer"),
        ("/dripping/", {"seconds": 0.5}, "ReadTimeout"),
        ("/packed/", {}, "packed"),
        ("/status/404", {}, "404"),
        ("/status/302", {}, "302"),
    ],
)
def test_what_is_no_page_is_refused_in_time(
    there: Site, path: str, more: dict[str, float], why: str
) -> None:
    began = time.monotonic()
    with pytest.raises(BadInput) as refused:
        fetch(there.url + path, rules(there.server_port, **more))  # type: ignore[arg-type]
    assert why in refused.value.why
    assert "secret" not in str(refused.value)
    assert time.monotonic() - began < 3
    assert there.sent < ENDLESS / 2


def test_what_is_told_does_not_depend_on_what_is_there(bird: Canary) -> None:
    told = set()
    for host in (f"127.0.0.1:{bird.port}", "127.0.0.1:80", "10.0.0.1", "nowhere.invalid"):
        with pytest.raises(BadInput) as refused:
            fetch(f"http://{host}/", rules(bird.port))
        told.add(str(refused.value))
    assert len(told) == 1


@pytest.mark.parametrize("network", outgoing.NOT_PUBLIC, ids=str)
def test_a_network_that_is_not_public_is_so_to_its_edges(network: outgoing.Network) -> None:
    assert not is_public(str(network[0]))
    assert not is_public(str(network[-1]))


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111", "2a00::1"]
)
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses())
def test_nothing_is_public_that_the_standard_library_knows_to_be_otherwise(
    address: IPv4Address | IPv6Address,
) -> None:
    otherwise = not address.is_global or address.is_multicast or address.is_reserved
    assert not (otherwise and is_public(str(address)))


def test_a_certificate_has_to_be_for_the_name(
    there: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate_for("right.test", tmp_path))
    there.socket = context.wrap_socket(there.socket, server_side=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "both.pem"))
    given = rules(there.server_port, resolve=lambda *_: [PERMITTED])
    assert fetch(f"https://right.test:{there.server_port}/page", given).body
    for wrong in ("wrong.test", PERMITTED):
        assert "cannot be fetched" in outcome(f"https://{wrong}:{there.server_port}/page", given)


def certificate_for(name: str, folder: Path) -> Path:
    """A file with a key and a certificate that it signed itself."""
    if shutil.which("openssl") is None:
        missing("no openssl to make a certificate with")
    made = folder / "both.pem"
    command = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1".split()
    names = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(["openssl", *command, *names, *files], check=True, capture_output=True)
    made.write_bytes((folder / "key.pem").read_bytes() + (folder / "cert.pem").read_bytes())
    return made


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{port}/page", "https://127.0.0.2:{site}/page", "http://else.test/"]
)
def test_a_pinned_client_goes_nowhere_else(bird: Canary, there: Site, url: str) -> None:
    with pinned(there.url, headers={"Authorization": "Token hush"}) as client:
        assert client.get("/page").status_code == 200
        with pytest.raises(Unfit):
            client.get(url.format(port=bird.port, site=there.server_port))
    assert (bird.visits, there.asked) == (0, ["/page"])


def test_a_pinned_client_follows_no_redirect(bird: Canary, there: Site) -> None:
    with pinned(there.url) as client:
        assert client.get(f"/to/http://127.0.0.1:{bird.port}/").status_code == 302
        with pytest.raises(Unfit):
            client.get(f"/to/http://127.0.0.1:{bird.port}/", follow_redirects=True)
    assert bird.visits == 0


@pytest.mark.parametrize("path", ["/endless/", "/packed/"])
def test_an_answer_is_cut_off_while_it_comes(there: Site, path: str) -> None:
    with pinned(there.url, room=1_000_000) as client, pytest.raises(Unfit):
        client.get(path)
    assert there.sent < ENDLESS / 2


def test_a_server_that_says_nothing_is_given_up(there: Site) -> None:
    began = time.monotonic()
    with pinned(there.url, read=0.3) as client, pytest.raises(httpx.ReadTimeout):
        client.get("/silent/")
    assert time.monotonic() - began < 2


def test_connecting_never_takes_as_long_as_reading_may() -> None:
    asked: list[httpx.Request] = []

    def answered(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200)

    with pinned("http://there.test", transport=httpx.MockTransport(answered)) as client:
        client.get("/")
        client.get("/", timeout=300.0)
    limits = [one.extensions["timeout"] for one in asked]
    assert [(one["connect"], one["read"]) for one in limits] == [(5.0, 60.0), (5.0, 300.0)]


def test_the_line_below_a_client_logs_no_address(
    there: Site, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with outgoing.line(there.url) as line:
        answer = line.handle_request(httpx.Request("GET", f"{there.url}/page?token=hush"))
        answer.read()
    assert answer.status_code == 200
    assert "hush" not in caplog.text


@pytest.mark.parametrize("name", EVIL)
def test_what_is_no_label_studio_is_told_so(name: str, tmp_path: Path) -> None:
    def answered(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=httpx.ByteStream(EVIL[name]))

    known = {"labelstudio_url": "http://there.test", "labelstudio_token": "0" * 40}
    settings = Settings.read(tmp_path, **known)
    with (
        Client(settings, httpx.MockTransport(answered)) as client,
        pytest.raises(LabelStudioTrouble) as told,
    ):
        client.check()
    assert len(str(told.value)) < 500
