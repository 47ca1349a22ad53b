"""The annotated page in a browser: it is what the docs show, and it says what was cut."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimdesk.pages.annotated import annotated
from claimdesk.settings import bundled
from claimdesk.workflow.previewing import Preview, preview

from .browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURE = bundled("samples").parent / "docs" / "segmenting.png"
SUMMARY = bundled("samples") / "3-summary.txt"


@pytest.fixture(scope="module")
def shown() -> Preview:
    (one,) = preview([str(SUMMARY)], 1_000_000, [])
    return one


@pytest.fixture(scope="module")
def page(shown: Preview, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Page"]:
    file = tmp_path_factory.mktemp("page") / "cut.html"
    file.write_text(annotated([shown]), encoding="utf-8")
    with chromium() as browser:
        opened = browser.new_page(viewport={"width": 860, "height": 1240})
        opened.goto(file.as_uri())
        yield opened


def test_every_segment_is_marked(page: "Page", shown: Preview) -> None:
    assert page.locator("article > span").count() == len(shown.cuts)
    furniture = [one for one in shown.cuts if one.worth is None]
    assert page.locator("article > span.furniture").count() == len(furniture) > 5


def test_speakers_and_reasons_can_be_read(page: "Page") -> None:
    said = page.locator("article em").all_inner_texts()
    assert "said by Dr. Tomas Veldkamp" in said
    assert "cookie-notice" in said
    assert "two scripts in p\u043ert" in said


def test_nothing_is_wider_than_a_phone(page: "Page") -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": 860, "height": 1240})
    assert wide <= 360


def test_the_docs_have_the_picture(page: "Page", request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-docs"):
        page.screenshot(path=PICTURE)
    assert Path(PICTURE).read_bytes().startswith(b"\x89PNG")
