"""Whatever stands in an article, a note or a name is text on our pages, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import jinja2
import pytest
from fastapi.testclient import TestClient

from claimdesk.api import create_app
from claimdesk.labelstudio.client import Client
from claimdesk.models import Article, Reviewer, Segment, article_id
from claimdesk.pages import router
from claimdesk.pages.rendering import pages
from claimdesk.store.database import writing
from claimdesk.workflow.access import Grant, create
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.publishing import publish

from .catalogue import Seen
from .credentials import HOUR
from .fake_labelstudio import FakeLabelStudio, relabelled
from .payloads import payloads

CANARY = "http://127.0.0.1:1"
OURS = set(
    "html head meta title link body header nav a form span button main h1 h2 p b table thead tbody "
    "tr th td small time ul li code div article section blockquote br bdi".split()
)
LEADS = {"href", "src", "action", "formaction", "srcset", "data", "poster", "background", "content"}


@dataclass
class Rendered(HTMLParser):
    """What a browser would make of a page; `flaws` is what must not be in it."""

    flaws: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.words += " ".join(values.values())
        if tag not in OURS:
            self.flaws.append(f"<{tag}>")
        self.flaws += [name for name in values if name.startswith("on") or name == "style"]
        if len(values) < len(attrs):
            self.flaws.append(f"an attribute twice: {attrs}")
        for name in LEADS & values.keys():
            self._lead(tag, values[name], values.get("rel", ""))

    def _lead(self, tag: str, to: str, rel: str) -> None:
        if tag == "meta":
            return
        if to.startswith(("http://", "https://")):
            self.links.append(to)
            if rel != "noopener noreferrer nofollow":
                self.flaws.append(f"rel={rel!r}")
        elif not to.startswith(("/", "#", "data:,")) or to.startswith("//"):
            self.flaws.append(f"leads to {to!r}")

    def handle_data(self, words: str) -> None:
        self.words += words

    def handle_comment(self, data: str) -> None:
        self.flaws.append(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        if decl != "doctype html":
            self.flaws.append(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        self.flaws.append(f"an instruction: {data}")

    unknown_decl = handle_pi


def rendered(html: str) -> Rendered:
    found = Rendered()
    found.feed(html)
    found.close()
    return found


@pytest.fixture
def web(bench: Workbench, fake: FakeLabelStudio) -> Iterator[TestClient]:
    """An article per payload, in which everything that somebody can write is that payload.

    They are put into the database as they are: not even intake may stand between.
    """
    words = payloads(CANARY)
    of_article = {name_of(one): one for one in words}
    with writing(bench.engine) as session:
        for number, one in enumerate(words):
            session.add_all(article(number, one))
    with Client(bench.settings, fake) as client:
        publish(bench, client)
        for number, task in list(fake.tasks.items()):
            one = of_article[task["data"]["article_id"]]
            fake.say(number, 2, said(bench, task, one))
        pull(bench, client)
    with writing(bench.engine) as session:
        session.get_one(Reviewer, 2).email = " ".join(words)[:300]
    app = create_app(bench, pages=[router], collect=False)
    with TestClient(app, base_url="http://127.0.0.1") as opened:
        yield opened


def name_of(one: str) -> str:
    """The id of the article of a payload."""
    return article_id(text_of(one))


def text_of(one: str) -> str:
    return f"{one} {one}"


def article(number: int, one: str) -> list[Article | Segment]:
    name = name_of(one)
    about = dict.fromkeys(("title", "url", "publisher", "author", "published", "story"), one)
    made = Article(id=name, text=text_of(one), source=one, loaded_at=datetime.now(UTC), **about)
    place = {"article_id": name, "position": 0, "start": 0, "end": len(one)}
    return [made, Segment(id=f"{number:020x}", role="body", **place)]


def said(bench: Workbench, task: dict[str, Any], one: str) -> list[dict[str, Any]]:
    result = relabelled(task, {0: bench.labels.verdicts[0]})
    of = {control.meaning: name for name, control in bench.labels.controls.items()}
    common = {"id": result[0]["id"], "to_name": bench.labels.text, "type": "textarea"}
    beside = [
        common | {"from_name": of[meaning], "value": {"text": [one]}}
        for meaning in ("note", "evidence")
    ]
    return [*result, *beside]


def signed_in(bench: Workbench, name: str) -> dict[str, str]:
    made = create(bench, Grant(name, "admin", HOUR), datetime.now(UTC))
    return {"Authorization": f"Bearer {made.secret}"}


@pytest.mark.catalogue("H7", "in our pages no payload is anything but text")
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_no_payload_is_anything_but_text(web: TestClient, bench: Workbench, seen: Seen) -> None:
    words, flaws, lost = payloads(CANARY), {}, []
    form = rendered(web.get("/?story=none", headers=signed_in(bench, "nora")).text).flaws
    assert set(form) <= {"<label>", "<input>", "<select>", "<option>"}
    for number, one in enumerate(words):
        headers = signed_in(bench, "".join(filter(str.isprintable, f"{number} {one}"))[:60])
        for address in ("/", f"/articles/{name_of(one)}"):
            found = rendered(web.get(address, headers=headers).text)
            if found.flaws != (form if address == "/" else []):
                flaws[one, address] = found.flaws
            if one.replace("\u202e", "[U+202E]") not in found.words:
                lost.append((one, address))
    assert flaws == {}
    assert lost == []
    assert len(words) >= 60
    seen(len(words) * 2, "pages with title, text, names, address, note, evidence: all text")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_only_addresses_of_the_web_become_links(web: TestClient, bench: Workbench) -> None:
    headers = signed_in(bench, "nora")
    for one in payloads(CANARY):
        found = rendered(web.get(f"/articles/{name_of(one)}", headers=headers).text)
        links = [link for link in found.links if "/projects/" not in link]
        expected = one.startswith(("http://", "https://")) and " " not in one
        assert links == [one] * 2 * expected


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("https://example.org/a", ["https://example.org/a"]),
        ("https://example.org/a, report, “38 %”", ["https://example.org/a"]),
        ("https://example.org/a,b;", ["https://example.org/a,b;"]),
        ("see https://example.org/a", []),
        ("javascript:alert(1), report", []),
    ],
)
def test_an_address_is_a_link_whatever_is_written_behind_it(words: str, links: list[str]) -> None:
    linking = '{% from "parts.html" import linked %}{{ linked(words) }}'
    found = rendered(pages.from_string(linking).render(words=words))
    assert (found.links, words in found.words) == (links, True)


def test_facts_side_by_side_keep_their_own_direction() -> None:
    """After Arabic words 2026-03-16 would be shown as 16-03-2026."""
    telling = '{% from "parts.html" import facts %}{{ facts(words) }}'
    shown = pages.from_string(telling).render(words=["صحيفة", None, "2026-03-16"])
    assert shown.strip() == "<bdi>صحيفة</bdi> · <bdi>2026-03-16</bdi>"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_pages_for_strangers_show_nothing_of_what_was_asked(web: TestClient) -> None:
    for one in payloads(CANARY):
        word = one.encode().hex("%")
        for address in (f"/articles/%{word}", f"/login/%{word}"):
            assert rendered(web.get(address).text).flaws == []


def test_a_page_that_does_not_escape_is_found_out() -> None:
    careless = jinja2.Environment(loader=pages.loader, autoescape=False)
    missed = []
    for one in payloads(CANARY):
        page = careless.from_string("<p title='{{ one }}'>{{ one }}</p><a href=\"{{ one }}\">x</a>")
        if not rendered(page.render(one=one)).flaws:
            missed.append(one)
    assert missed == []


def test_what_turns_the_direction_of_writing_is_written_out() -> None:
    page = pages.from_string("<p>{{ one }}</p>").render(one="ab\u202edc\u2066\u200f <")
    assert page == "<p>ab[U+202E]dc[U+2066]\u200f &lt;</p>"
