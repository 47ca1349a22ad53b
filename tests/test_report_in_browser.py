"""The HTML report as people meet it: opened from a file, by keyboard, on paper, with no net."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from claimdesk import recipes
from claimdesk.settings import bundled

from .browser import LINKED, Requests, themed, window
from .snapshots import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AFTER = """() => document.querySelector("#c2").compareDocumentPosition(document.activeElement)
    & Node.DOCUMENT_POSITION_PRECEDING"""


def report() -> str:
    """The report of the small snapshot: two scripts, every kind of claim."""
    recipe = recipes.find(bundled("exports"), "articles")
    return b"".join(recipes.render(recipe, sample(), "html")).decode()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports") / "articles.html"
    made.write_text(report(), encoding="utf-8")
    return made


@pytest.fixture
def page(browser: "Browser", path: Path) -> Iterator["Page"]:
    context = window(browser)
    opened = context.new_page()
    opened.goto(path.as_uri())
    yield opened
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_to_complain_of(
    browser: "Browser", path: Path, pictures: Path, width: int, scheme: str
) -> None:
    with themed(browser, width, scheme) as context:
        opened = context.new_page()
        opened.goto(path.as_uri())
        assert Axe().run(opened).generate_snapshot() == ""
        assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
        opened.screenshot(path=pictures / f"report-{scheme}-{width}.png", full_page=True)


def test_axe_would_find_a_page_without_a_language_and_with_pale_words(browser: "Browser") -> None:
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    worse = (
        report().replace('<html lang="en">', "<html>").replace("--quiet: #595959", "--quiet: #ccc")
    )
    opened.set_content(worse)
    found = Axe().run(opened).generate_snapshot()
    assert ("html-has-lang" in found, "color-contrast" in found) == (True, True)
    context.close()


def test_every_link_is_reached_by_the_keyboard_and_seen_when_it_is(page: "Page") -> None:
    wanted = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    reached = []
    for _ in wanted:
        page.keyboard.press("Tab")
        href, shown = page.evaluate(LINKED)
        assert shown, href
        reached.append(href)
    assert reached == wanted
    assert len(wanted) > 8


def test_from_a_claim_in_the_text_to_what_was_said_of_it(page: "Page") -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#articles")
    page.focus("#at-c2")
    page.keyboard.press("Enter")
    assert page.url.endswith("#c2")
    assert page.locator("#c2:target").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(AFTER) == 0


def test_nothing_is_fetched_and_no_script_runs(browser: "Browser", path: Path) -> None:
    context = window(browser)
    asked = Requests(context)
    opened = context.new_page()
    opened.goto(path.as_uri())
    opened.wait_for_load_state("networkidle")
    assert asked.made == []
    assert opened.locator("script, link, img, iframe").count() == 0
    context.close()


def test_it_prints_with_an_article_to_a_sheet(page: "Page") -> None:
    printed = page.pdf(prefer_css_page_size=True, tagged=True)
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2
    page.emulate_media(media="print")
    assert not page.locator(".skip").is_visible()
