"""Agreement as editors get it: the page, and the same figures over REST."""

import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from fastapi.testclient import TestClient

from claimdesk.agreement import Agreement, Interval
from claimdesk.api import create_app
from claimdesk.pages import router
from claimdesk.pages.agreement import Scale, heat
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.reporting import report

from .credentials import bearer
from .databases import known_as
from .fake_labelstudio import FakeLabelStudio
from .test_reporting import ENOUGH, Panel, three


@pytest.fixture
def panel(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Panel:
    return Panel(bench, fake, tmp_path)


@pytest.fixture
def web(bench: Workbench, panel: Panel) -> Iterator[TestClient]:
    app = create_app(bench, pages=[router], collect=False)
    with TestClient(app, base_url="http://127.0.0.1") as opened:
        opened.headers |= bearer(bench)
        yield opened


def test_rest_tells_what_the_report_tells(web: TestClient, bench: Workbench, panel: Panel) -> None:
    three(panel)
    told = web.get("/api/v1/agreement").json()
    found = report(bench)
    assert told["labelled"]["alpha"]["value"] == found.labelled.alpha.value
    assert [one["name"] for one in told["reviewers"]] == sorted(known_as(bench, 2, 3, 4))
    assert told["labelled"]["over_claims"]["low"] == found.labelled.over_claims.low
    assert told["placed"]["marking"]["units"] == found.placed.marking.units
    assert told["model"]["refused"] == "reviewers who voted: 3, and 5 are needed"


@ENOUGH
def test_rest_tells_of_nobody_with_reasons(web: TestClient) -> None:
    told = web.get("/api/v1/agreement?force_model=true").json()
    assert told["labelled"]["alpha"]["value"] is None
    assert told["labelled"]["alpha"]["why"] == "no claim has votes of two reviewers"
    assert "NaN" not in web.get("/api/v1/agreement").text


@ENOUGH
@pytest.mark.parametrize("asked", ["identities=true", "force_model=perhaps", "colour=red"])
def test_what_cannot_be_asked_for_is_a_problem(web: TestClient, asked: str) -> None:
    answer = web.get(f"/api/v1/agreement?{asked}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


@ENOUGH
@pytest.mark.parametrize("path", ["/agreement", "/api/v1/agreement"])
def test_it_is_for_editors(web: TestClient, bench: Workbench, path: str) -> None:
    headers = bearer(bench, "reviewer")
    assert web.get(path, headers=headers).status_code == 403
    assert web.get(path, headers={"Authorization": ""}).status_code == 401


@ENOUGH
@pytest.mark.parametrize("form", ["AgreementOut", "IntervalOut"])
def test_openapi_shows_examples_that_fit(web: TestClient, form: str) -> None:
    described = web.get("/api/v1/openapi.json").json()["components"]["schemas"][form]
    assert len(described["examples"]) == 1
    jsonschema.validate(described["examples"][0], described)


@ENOUGH
def test_the_page_tells_it_in_words_pictures_and_numbers(
    web: TestClient, bench: Workbench, panel: Panel
) -> None:
    three(panel)
    page = web.get("/agreement").text
    assert "Alpha is <b>0.42</b>: not to be relied on." in page
    english = report(bench).labelled.languages[0].alpha.value
    assert f'role="img" aria-label="Claims in en: {english:.2f}, between' in page
    assert "reviewers who voted: 3, and 5 are needed" in page
    assert set(known_as(bench, 2, 3, 4)) <= set(re.findall("r-[0-9a-f]{12}", page))
    assert "example.org" not in page


@ENOUGH
def test_every_picture_has_a_name_and_no_style_of_its_own(web: TestClient, panel: Panel) -> None:
    three(panel)
    page = web.get("/agreement").text
    pictures = re.findall("<svg[^>]*>", page)
    assert len(pictures) > 10
    assert all('role="img" aria-label="' in one for one in pictures)
    assert re.findall(r"<script|<style|\sstyle=|\son\w+=", page) == []


@ENOUGH
def test_the_page_of_nobody_says_so(web: TestClient) -> None:
    page = web.get("/agreement").text
    assert "No claim has been judged by two reviewers yet" in page
    assert "<svg" not in page


@ENOUGH
def test_other_pages_lead_to_it(web: TestClient) -> None:
    assert '<a href="/agreement">Agreement</a>' in web.get("/").text


@ENOUGH
def test_a_title_is_shown_and_not_obeyed(web: TestClient, bench: Workbench, panel: Panel) -> None:
    three(panel)
    with bench.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE article SET title = '\"><script>alert(1)</script>'")
    page = web.get("/agreement").text
    assert "&#34;&gt;&lt;script&gt;" in page
    assert "<script" not in page


def test_a_bar_keeps_to_its_width() -> None:
    scale = Scale(-0.4)
    bar = scale.alpha(Agreement(0.3, 1, 2), Interval(-0.6, 1.2, 1, 1))
    assert (bar.low, bar.value, bar.width) == (0.0, 50.0, 100.0)
    assert scale.alpha(Agreement(None, 0, 0, why="nobody")).told == "not defined: nobody"
    assert scale.alpha(Agreement(0.3, 1, 2)).width is None


def test_heat_is_a_share_of_its_row() -> None:
    (first, second, third) = heat([[3, 1, 0], [0, 0, 0], [1, 0, 999]])
    assert [(cell.told, cell.shade) for cell in first] == [("75 %", 8), ("25 %", 2), ("0 %", 0)]
    assert [cell.told for cell in second] == ["", "", ""]
    assert [cell.told for cell in third] == ["<1 %", "0 %", "100 %"]
