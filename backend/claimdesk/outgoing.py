"""The one place where connections to somewhere else are made.

There are three kinds. `pinned` and `line` talk to the one origin that the operator named: they go
nowhere else, follow no redirect, ask no proxy of the environment and stop reading at a cap.
`post` tells an address that the operator named, under the rules of `fetch`.
`fetch` gets a page from an address that anybody may have written down: it connects only to
addresses of the public internet, checked at the moment of connecting, so that a name which
changes its mind leads nowhere else.
"""

import http.client
import select
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import cast

import httpcore
import httpx

from claimdesk.errors import BadInput

CONNECT = 5.0
READ = 60.0
ROOM = 256_000_000
PAGE_ROOM = 5_000_000
PAGE_SECONDS = 20.0
AGENT = b"claimdesk"

FAILURES = (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError)

Network = IPv4Network | IPv6Network

NOT_PUBLIC: tuple[Network, ...] = tuple(
    ip_network(one)
    for one in (
        "0.0.0.0/8",  # this network, unspecified
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # between a provider and its customers; a cloud's metadata
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's metadata
        "169.254.0.0/16",  # link-local; most clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments; a cloud's metadata
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # sink for name servers
        "192.52.193.0/24",  # multicast relays
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # sink for name servers
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
        "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",  # sink for name servers
        "3fff::/20",  # documentation
    )
)
ANYWHERE: tuple[Network, ...] = (ip_network("0.0.0.0/0"), ip_network("::/0"))
PUBLIC_IPV6 = IPv6Network("2000::/3")
"""Outside lie loopback, IPv4 in disguise (mapped, NAT64), local, site-local and multicast."""


class NoPage(BadInput):
    """Nothing was got from a public address; `answered` is the status, if there was one."""

    answered: int | None = None


class Unfit(httpx.TransportError):
    """The other side is not where, or answers not what, was agreed on."""


def pinned(
    url: str,
    *,
    headers: dict[str, str] | None = None,
    read: float = READ,
    room: int = ROOM,
    transport: httpx.BaseTransport | None = None,
) -> httpx.Client:
    """A client for one origin; `transport` stands in for the network."""
    return httpx.Client(
        base_url=url,
        headers=headers,
        timeout=httpx.Timeout(read, connect=CONNECT),
        transport=line(url, read=read, room=room, transport=transport),
        trust_env=False,
        follow_redirects=False,
    )


def line(
    url: str,
    *,
    read: float = READ,
    room: int = ROOM,
    transport: httpx.BaseTransport | None = None,
) -> httpx.BaseTransport:
    """What lies below the client of one origin; it logs no addresses, as the client would."""
    return _Line(httpx.URL(url), read, room, transport or httpx.HTTPTransport(trust_env=False))


def first_status(
    host: str, port: int, path: str, goes_on: Callable[[], bool], *, patience: float
) -> int | None:
    """Ask once and wait for the status as long as `goes_on`; None if there is none."""
    with closing(http.client.HTTPConnection(host, port, timeout=patience)) as connection:
        try:
            connection.request("GET", path)
            while not select.select([connection.sock], [], [], 0.05)[0]:
                if not goes_on():
                    return None
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return None


class _Line(httpx.BaseTransport):
    def __init__(self, url: httpx.URL, read: float, room: int, below: httpx.BaseTransport) -> None:
        self._origin = _origin(url)
        self._read = read
        self._room = room
        self._below = below

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if _origin(request.url) != self._origin:
            raise Unfit("it would have left the address that was set")
        usual = httpx.Timeout(self._read).as_dict()
        limits = usual | request.extensions.get("timeout", {})
        request.extensions["timeout"] = limits | {"connect": CONNECT}
        request.headers["Accept-Encoding"] = "identity"
        answer = self._below.handle_request(request)
        if answer.headers.get("Content-Encoding", "identity") != "identity":
            answer.close()
            raise Unfit("it packed an answer that was asked for as it is")
        answer.stream = _Capped(cast("httpx.SyncByteStream", answer.stream), self._room)
        return answer

    def close(self) -> None:
        self._below.close()


class _Capped(httpx.SyncByteStream):
    def __init__(self, stream: httpx.SyncByteStream, room: int) -> None:
        self._stream = stream
        self._room = room

    def __iter__(self) -> Iterator[bytes]:
        for part in self._stream:
            self._room -= len(part)
            if self._room < 0:
                raise Unfit("it answers more than can be taken")
            yield part

    def close(self) -> None:
        self._stream.close()


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port  # a usual port is None, however it was written


def resolved(host: str, port: int) -> list[str]:
    """The addresses a name stands for now; none when it is unknown."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


@dataclass(frozen=True)
class Rules:
    """What `fetch` keeps to; `also` are networks that count as public, such as one's own."""

    hops: int = 0
    room: int = PAGE_ROOM
    seconds: float = PAGE_SECONDS
    ports: Sequence[int] = (80, 443)
    also: Sequence[Network] = ()
    schemes: Sequence[str] = ("http", "https")
    resolve: Callable[[str, int], list[str]] = resolved


STRICT = Rules()


@dataclass(frozen=True)
class Page:
    """What was found: where in the end, of which media type, and the bytes."""

    url: str
    media_type: str
    body: bytes = field(repr=False)


def is_public(address: str, also: Sequence[Network] = ()) -> bool:
    """Whether everybody may be at this address, in its plain form, and no neighbour of ours."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if any(found in network for network in also):
        return True
    if isinstance(found, IPv6Address) and found not in PUBLIC_IPV6:
        return False
    return not any(found in network for network in NOT_PUBLIC)


def fetch(url: str, rules: Rules = STRICT) -> Page:
    """The page at a public address, or BadInput that tells nothing of what else is there.

    All of it takes `seconds` at most, apart from looking names up, which the system bounds.
    """
    deadline = time.monotonic() + rules.seconds
    place = _allowed(url, rules)
    for _ in range(rules.hops + 1):
        found = _answered(place, rules, deadline)
        if isinstance(found, Page):
            return found
        place = _allowed(found, rules)
    raise _no_page("It leads on to another address")


def check(url: str, rules: Rules) -> None:
    """Raise BadInput for an address that `post` would refuse, as far as can be told now."""
    place = _allowed(url, rules)
    addresses = rules.resolve(place.host, place.port or 443)
    if not all(is_public(one, rules.also) for one in addresses):
        raise _not_allowed()


def post(url: str, body: bytes, headers: dict[str, str], rules: Rules) -> int:
    """The status that an address answers with, or BadInput; no redirect, and nothing is read."""
    place = _allowed(url, rules)
    guarded = _Guarded(rules, time.monotonic() + rules.seconds)
    given = [(name.encode(), value.encode()) for name, value in headers.items()]
    try:
        with (
            _pool(place, guarded) as pool,
            pool.stream("POST", _where(place), headers=given, content=body) as answer,
        ):
            return answer.status
    except FAILURES as error:
        raise _no_page(f"The connection failed ({type(error).__name__})") from None


def _allowed(url: str, rules: Rules) -> httpx.URL:
    try:
        place = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        raise _not_allowed() from None
    usual = {"http": 80, "https": 443}.get(place.scheme)
    port = usual if place.port is None else place.port
    if (
        usual is None
        or place.scheme not in rules.schemes
        or port not in rules.ports
        or not place.raw_host
        or place.userinfo
    ):
        raise _not_allowed()
    return place


def _answered(place: httpx.URL, rules: Rules, deadline: float) -> Page | str:
    """The page, or where it sends us."""
    headers = [(b"User-Agent", AGENT), (b"Accept-Encoding", b"identity")]
    try:
        with (
            _pool(place, _Guarded(rules, deadline)) as pool,
            pool.stream("GET", _where(place), headers=headers) as answer,
        ):
            return _taken(place, answer, rules.room)
    except FAILURES as error:
        raise _no_page(f"The connection failed ({type(error).__name__})") from None


def _pool(place: httpx.URL, guarded: "_Guarded") -> httpcore.ConnectionPool:
    context = httpx.create_ssl_context() if place.scheme == "https" else None
    return httpcore.ConnectionPool(ssl_context=context, network_backend=guarded)


def _where(place: httpx.URL) -> httpcore.URL:
    return httpcore.URL(
        scheme=place.raw_scheme, host=place.raw_host, port=place.port, target=place.raw_path
    )


def _taken(place: httpx.URL, answer: httpcore.Response, room: int) -> Page | str:
    headers = httpx.Headers(answer.headers)
    if answer.status in (301, 302, 303, 307, 308) and "Location" in headers:
        try:
            return str(place.join(headers["Location"]))
        except (httpx.InvalidURL, ValueError):
            raise _not_allowed() from None
    if answer.status != 200:
        raise _no_page(f"It answered {answer.status}", answered=answer.status)
    if headers.get("Content-Encoding", "identity") != "identity":
        raise _no_page("It packed what was asked for as it is")
    body = b""
    for part in answer.iter_stream():
        body += part
        if len(body) > room:
            raise _no_page(f"It is longer than {room:,} bytes")
    return Page(str(place), headers.get("Content-Type", ""), body)


class _Guarded(httpcore.NetworkBackend):
    """Connects to public addresses alone: what was checked is what is connected to."""

    def __init__(self, rules: Rules, deadline: float) -> None:
        self._rules = rules
        self._deadline = deadline
        self._below = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline is for all of it
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """One address after the other, if every one of them is public."""
        addresses = self._rules.resolve(host, port)
        if not addresses or not all(is_public(one, self._rules.also) for one in addresses):
            raise _not_allowed()
        for address in addresses:
            left = min(CONNECT, _left(self._deadline))
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                stream = self._below.connect_tcp(address, port, left, local_address, socket_options)
                return _Hurried(stream, self._deadline)
        raise httpcore.ConnectError


class _Hurried(httpcore.NetworkStream):
    """Waits for nothing beyond a deadline, however often a little arrives."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, _left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, _left(self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline)
        secured = self._stream.start_tls(ssl_context, server_hostname, left)
        return _Hurried(secured, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left


def _not_allowed() -> BadInput:
    return BadInput(
        "The address is not allowed.",
        why="Only public addresses are fetched, by http or https at the usual ports, without "
        "a name and password in them.",
        fix="Give the address as a browser shows it, or load the text from a file.",
    )


def _no_page(why: str, *, answered: int | None = None) -> NoPage:
    error = NoPage(
        "The page cannot be fetched.",
        why=f"{why}.",
        fix="Try it in a browser, or load the text from a file.",
    )
    error.answered = answered
    return error
