"""Articles at addresses of the public internet, one page after the other, as sites allow it.

Everything goes through `outgoing.fetch`, which lets nothing be reached that is not public. What
is told of a failure is told of every address alike.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.message import Message

import httpx

from claimdesk.errors import BadInput
from claimdesk.intake import feeds, pages, streams
from claimdesk.intake.drafts import Draft, Refusal, Unusable, checked, shown
from claimdesk.intake.metadata import claimed
from claimdesk.intake.robots import Robots, parse
from claimdesk.outgoing import AGENT, STRICT, NoPage, Page, Rules, fetch
from claimdesk.segmenting import normalise

ROBOTS_ROOM = 512_000
PAUSE = 1.0
LONGEST_PAUSE = 30.0
ADDRESS = "address"
_PAGES = ("text/html", "application/xhtml+xml")
_FEEDS = (
    *("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    *("application/xml", "text/xml"),
)


@dataclass
class Visitor:
    """Who asks for pages: keeps the rules of each site, and the pauses between its pages."""

    rules: Rules = STRICT
    wait: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _robots: dict[str, Robots | str] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def page(self, address: str) -> Page:
        """The page; Unusable when its site asks not to, BadInput when it cannot be had."""
        url = _parsed(address)
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self._robots:
            self._robots[origin] = self._asked(origin)
        robots = self._robots[origin]
        if isinstance(robots, str):
            raise Unusable(f"Its site does not say what may be read: {robots}")
        if not robots.allow(url.raw_path.decode("ascii")):
            raise Unusable("Its site asks programs not to read it (robots.txt).")
        self._pause(origin, robots.pause)
        try:
            return fetch(address, self.rules)
        finally:
            self._last[origin] = self.clock()

    def _asked(self, origin: str) -> Robots | str:
        """The rules of a site; why not, when they cannot be read though there are some."""
        try:
            found = fetch(f"{origin}/robots.txt", replace(self.rules, room=ROBOTS_ROOM))
        except NoPage as error:
            nothing = error.answered is not None and 400 <= error.answered < 500
            return Robots() if nothing else error.why
        return parse(found.body.decode("utf-8", "replace"), AGENT.decode())

    def _pause(self, origin: str, wished: float) -> None:
        if wished > LONGEST_PAUSE:
            raise Unusable(
                f"Its site asks for a pause of {wished:g} seconds between pages; "
                f"more than {LONGEST_PAUSE:g} is not waited."
            )
        last = self._last.get(origin)
        if last is not None:
            left = last + max(wished, PAUSE) - self.clock()
            if left > 0:
                self.wait(left)


def fetched(
    addresses: Sequence[str], limit: int, visitor: Visitor | None = None
) -> Iterator[Draft | Refusal]:
    """The articles at addresses; `limit` is the longest in code points. One never costs another."""
    visitor = visitor or Visitor()
    for address in dict.fromkeys(addresses):
        source = shown(address)
        try:
            yield from _read(source, visitor.page(address), limit)
        except Unusable as error:
            yield Refusal(source, str(error))
        except BadInput as error:
            yield Refusal(source, f"{error.what} {error.why}")


def _parsed(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError):
        raise Unusable("It is no address.") from None
    if url.scheme not in ("http", "https") or not url.host or url.userinfo:
        raise Unusable("It is no address of a page: give it as a browser shows it.")
    return url


def _read(source: str, page: Page, limit: int) -> Iterator[Draft | Refusal]:
    declared = Message()
    declared["Content-Type"] = page.media_type
    kind = declared.get_content_type() if page.media_type else ""
    charset = declared.get_param("charset")
    encoding = charset if isinstance(charset, str) else None
    if kind in _PAGES:
        yield _page(source, page, limit, kind, encoding)
    elif kind == "text/plain":
        yield _plain(source, page, limit, encoding)
    elif kind in _FEEDS:
        try:
            yield from feeds.read(source, streams.Rejoined(page.body, streams.NOTHING), limit)
        except feeds.IsPage:
            yield _page(source, page, limit, _PAGES[1], encoding)
    else:
        said = f"of the kind {shown(kind[:60])!r}" if kind else "of no kind that is told"
        raise Unusable(f"What is there is {said}; pages, plain text and feeds are read.")


def _page(source: str, page: Page, limit: int, kind: str, encoding: str | None) -> Draft | Refusal:
    address = (page.url, ADDRESS)
    return pages.drafted(
        source, page.body, limit, media_type=kind, charset=encoding, address=address
    )


def _plain(source: str, page: Page, limit: int, encoding: str | None) -> Draft | Refusal:
    """A text has no say about itself: an opening block in a stranger's file is text."""
    text = streams.in_encoding(page.body, encoding) if encoding else None
    if text is None:
        whole = streams.plain(streams.Rejoined(page.body, streams.NOTHING))
        text = streams.decoded(streams.whole(whole, 2 * len(page.body) + 1))
    metadata, known_from, notices = claimed({"url": page.url}, {"url": ADDRESS})
    draft = Draft(normalise(text), source, metadata, None, known_from, notices)
    return checked(draft, limit)
