"""The desk's own pages as editors meet them: in light and dark, wide and narrow, by keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from claimdesk.settings import Settings, bundled, keep
from claimdesk.workflow.bench import open_workbench
from claimdesk.workflow.reading import take_snapshot

from .armoured import Served, invitation, served
from .browser import LINKED, Requests, themed
from .databases import known_as
from .fake_labelstudio import FakeLabelStudio
from .storied import READERS, fill

if TYPE_CHECKING:
    from playwright.sync_api import Browser, StorageState

PICTURE = bundled("samples").parent / "docs" / "report.png"
COURIER, HARBOUR = "The Brackmere Courier", "صحيفة المرفأ"
WIDE, NARROW = 1440, 390
SEEN = 900
"""Height of a window."""

STOPS = "a[href], button, input:not([type=hidden]), select"
REACH = """() => {
    document.activeElement.setAttribute("reached", "");
    return document.activeElement.tagName;
}"""

SWAGGER = {"color-contrast", "heading-order", "nested-interactive"}
"""What axe finds in the page made by Swagger UI, which is not ours."""

ARTICLE, ARABIC, OVERRULED = "/articles/{article}", "/articles/{arabic}", "/feedback/{overruled}"
PAGES = {
    "articles": "/",
    "filtered": "/?language=ar&q=الرصيف",
    "none": "/?story=no+such+story",
    "article": ARTICLE,
    "arabic": ARABIC,
    "agreement": "/agreement",
    "feedback": OVERRULED,
    "no-feedback": "/feedback/r-000000000000",
    "missing": "/articles/abc",
    "refused-filter": "/?colour=red",
    "docs": "/docs",
}
DOORS = {"stranger": "/", "login": "/login/{code}", "half-a-link": "/login/abc"}


@dataclass(frozen=True)
class Desk:
    """A desk that answers, and the names of what is on it."""

    backend: Served
    names: dict[str, str]

    def address(self, page: str) -> str:
        return f"http://127.0.0.1:{self.backend.port}{page.format(**self.names)}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    home = tmp_path_factory.mktemp("storied")
    place = {"labelstudio_url": "http://127.0.0.1:9", "labelstudio_token": "0" * 40}
    bench = open_workbench(Settings.read(home, **place))
    fill(bench, FakeLabelStudio(), home)
    with take_snapshot(bench) as snapshot:
        found = {one.publisher: one.id for one in snapshot.articles}
    overruled, *_ = known_as(bench, *READERS[1:])
    bench.engine.dispose()
    keep(home, {"public_labelstudio_url": "http://labels.test"})
    names = {"article": found[COURIER], "arabic": found[HARBOUR], "overruled": overruled}
    with served(home) as backend:
        yield Desk(backend, names | {"code": invitation(home)})


@pytest.fixture(scope="module")
def signed_in(browser: "Browser", desk: Desk) -> "StorageState":
    """What a browser keeps of somebody who came in by a link."""
    with themed(browser, WIDE, "light") as context:
        page = context.new_page()
        page.goto(desk.address(f"/login/{invitation(desk.backend.home)}"))
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(desk.address("/"))
        return context.storage_state()


@pytest.mark.parametrize(
    ("width", "scheme"), [(WIDE, "light"), (WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")]
)
@pytest.mark.parametrize("name", [*PAGES, *DOORS])
def test_axe_finds_nothing_to_complain_of(  # noqa: PLR0917 - one for each fixture
    browser: "Browser",
    desk: Desk,
    signed_in: "StorageState",
    pictures: Path,
    name: str,
    width: int,
    scheme: str,
) -> None:
    state = signed_in if name in PAGES else None
    with themed(browser, width, scheme, storage_state=state) as context:
        page = context.new_page()
        page.goto(desk.address((PAGES | DOORS)[name]))
        page.wait_for_load_state("networkidle")
        page.screenshot(path=pictures / f"{name}-{scheme}-{width}.png", full_page=True)
        found = {one["id"] for one in Axe().run(page).response["violations"]}
        assert found - (SWAGGER if name == "docs" else set()) == set()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_would_find_what_is_wrong(
    browser: "Browser", desk: Desk, signed_in: "StorageState"
) -> None:
    with themed(browser, WIDE, "light", storage_state=signed_in) as context:
        page = context.new_page()
        page.goto(desk.address("/"))
        page.add_style_tag(content=":root { --quiet: #ccc }")
        page.evaluate("document.querySelector('label').replaceWith(document.forms[1][0])")
        found = Axe().run(page).generate_snapshot()
    assert ("color-contrast" in found, "label " in found) == (True, True)


def test_pages_ask_nothing_of_other_machines(
    browser: "Browser", desk: Desk, signed_in: "StorageState"
) -> None:
    with themed(browser, WIDE, "light", storage_state=signed_in) as context:
        asked = Requests(context)
        page = context.new_page()
        for one in PAGES.values():
            page.goto(desk.address(one))
            page.wait_for_load_state("networkidle")
    assert asked.left() == []
    assert len(asked.made) > 2 * len(PAGES)


@pytest.mark.parametrize("name", ["articles", "article", "arabic", "agreement", "feedback"])
def test_everything_is_reached_by_the_keyboard_and_seen_when_it_is(
    browser: "Browser", desk: Desk, signed_in: "StorageState", name: str
) -> None:
    with themed(browser, WIDE, "light", storage_state=signed_in) as context:
        page = context.new_page()
        page.goto(desk.address(PAGES[name]))
        page.keyboard.press("Tab")
        wanted = page.locator(STOPS).count()
        hidden = []
        while page.evaluate(REACH) != "BODY":
            _, shown = page.evaluate(LINKED)
            hidden += [] if shown else [page.evaluate("document.activeElement.outerHTML")]
            page.keyboard.press("Tab")
        assert hidden == []
        assert page.locator(STOPS).and_(page.locator("[reached]")).count() == wanted > 4


def test_in_and_out_by_the_keyboard(browser: "Browser", desk: Desk) -> None:
    with themed(browser, WIDE, "light") as context:
        page = context.new_page()
        page.goto(desk.address(f"/login/{invitation(desk.backend.home)}"))
        page.locator("button:focus").wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url(desk.address("/"))
        page.get_by_role("button", name="Sign out").focus()
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="You are not signed in").wait_for()


def test_from_a_claim_in_the_text_to_what_was_said_of_it(
    browser: "Browser", desk: Desk, signed_in: "StorageState"
) -> None:
    with themed(browser, NARROW, "light", storage_state=signed_in) as context:
        page = context.new_page()
        page.goto(desk.address(ARTICLE))
        page.locator(".text a.claim").nth(5).focus()
        page.keyboard.press("Enter")
        assert page.locator(".card:target").is_visible()
        assert page.locator(".card:target blockquote").bounding_box()["y"] < SEEN


def test_the_docs_have_a_picture_of_the_report(
    browser: "Browser", desk: Desk, request: pytest.FixtureRequest
) -> None:
    with desk.backend.client as client:
        address = f"/api/v1/exports/articles.html?article={desk.names['article']}"
        report = client.get(address).text
    with themed(browser, 860, "light") as context:
        page = context.new_page()
        page.set_content(report)
        assert page.locator(".text .claim").count() == page.locator(".card, .waiting li").count()
        if request.config.getoption("--update-docs"):
            page.screenshot(path=PICTURE)
    assert PICTURE.read_bytes().startswith(b"\x89PNG")


def test_a_verdict_in_the_text_is_a_glyph_and_not_a_colour_alone(
    browser: "Browser", desk: Desk, signed_in: "StorageState"
) -> None:
    with themed(browser, WIDE, "light", storage_state=signed_in) as context:
        page = context.new_page()
        page.goto(desk.address(ARTICLE))
        before = "all => all.map(one => getComputedStyle(one, '::before').content)"
        marks = page.eval_on_selector_all(".text .claim:not(.undecided)", before)
        assert set(marks) > {'"✓\xa0"', '"?\xa0"'}
