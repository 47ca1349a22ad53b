"""Who was overruled is told so, by whom is not."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from claimdesk import recipes
from claimdesk.api import create_app
from claimdesk.errors import NotFound
from claimdesk.pages import router
from claimdesk.settings import bundled
from claimdesk.workflow import access
from claimdesk.workflow.access import Grant
from claimdesk.workflow.feedback import feedback
from claimdesk.workflow.reading import take_snapshot

from .courts import ADA, BO, CEM, JUDGE, Court, court, torn
from .credentials import bearer
from .databases import known_as

__all__ = ["court", "torn"]
NOTE = "Seen in the archive."


@pytest.fixture
def overruled(torn: Court) -> Court:
    """Bo's version was adopted, so that Ada was overruled."""
    torn.rule(torn.adopts(torn.letter(BO)), overruling="reviewer-error", note=NOTE)
    torn.look()
    return torn


@pytest.fixture
def web(overruled: Court) -> Iterator[TestClient]:
    app = create_app(overruled.bench, pages=[router], collect=False)
    with TestClient(app, base_url="http://127.0.0.1", headers=bearer(overruled.bench)) as client:
        yield client


def names(court: Court, *but: int) -> list[str]:
    """Addresses and pseudonyms of everybody but some."""
    numbers = [one for one in (ADA, BO, JUDGE) if one not in but]
    return [*known_as(court.bench, *numbers), *(f"r{one}@example.org" for one in numbers)]


def test_whoever_was_overruled_is_told_why(overruled: Court) -> None:
    (found,) = feedback(overruled.bench, "r2@example.org")
    assert (found.said, found.verdict) == overruled.verdicts[:2]
    assert (found.overruling, found.note) == ("reviewer-error", NOTE)
    assert found.evidence == ["https://example.org/b"]
    assert feedback(overruled.bench, known_as(overruled.bench, BO)[0]) == []


def test_to_be_outvoted_or_to_pass_is_not_to_be_overruled(torn: Court) -> None:
    labels = torn.bench.labels
    passing = next(one for one in labels.labels if labels.counts(one) == "abstain")
    torn.review(CEM, passing)
    torn.look()
    torn.rule(torn.adopts(torn.letter(BO)))
    torn.look()
    assert feedback(torn.bench, "r4@example.org") == []


def test_nobody_else_is_named(overruled: Court) -> None:
    told = repr(feedback(overruled.bench, "r2@example.org"))
    assert NOTE in told
    assert not [one for one in names(overruled) if one in told]


def test_feedback_for_nobody_is_an_error(overruled: Court) -> None:
    with pytest.raises(NotFound, match="no such reviewer"):
        feedback(overruled.bench, "nobody@example.org")


def test_a_token_made_for_a_reviewer_reads_their_own_feedback(
    web: TestClient, overruled: Court
) -> None:
    (ada,) = known_as(overruled.bench, ADA)
    grant = Grant("ada", "reviewer", timedelta(hours=1), ada)
    token = access.create(overruled.bench, grant, datetime.now(UTC)).secret
    answer = web.get("/api/v1/feedback", headers={"Authorization": f"Bearer {token}"})
    assert [one["overruling"] for one in answer.json()["items"]] == ["reviewer-error"]
    assert not [one for one in names(overruled) if one in answer.text]
    assert web.get("/api/v1/feedback").status_code == 404


def test_the_page_shows_what_was_said_and_what_holds(web: TestClient, overruled: Court) -> None:
    (ada,) = known_as(overruled.bench, ADA)
    html = web.get(f"/feedback/{ada}").text
    for told in (*overruled.verdicts[:2], "reviewer-error", NOTE, "https://example.org/b"):
        assert told in html
    assert not [one for one in names(overruled, ADA) if one in html]
    assert web.get("/feedback/r-000000000000").status_code == 404


def test_the_adjudicators_name_is_nowhere_that_editors_look(
    web: TestClient, overruled: Court
) -> None:
    claim = next(one for one in web.get("/api/v1/claims").json()["items"] if one["ruling"])
    (judge,) = known_as(overruled.bench, JUDGE)
    assert (claim["state"], claim["challenged"]) == ("adjudicated", False)
    assert claim["ruling"]["adjudicator"] == judge
    assert claim["ruling"]["overruling"] == "reviewer-error"
    html = web.get(f"/articles/{claim['article_id']}").text
    assert "⚖ adjudicated" in html
    assert "reviewer-error" in html
    assert f"r{JUDGE}@example.org" not in html + json.dumps(claim)


def test_the_claims_export_says_that_a_claim_was_adjudicated(overruled: Court) -> None:
    recipe = recipes.find(bundled("exports"), "claims")
    letter = overruled.letter(BO)
    overruled.review(CEM, overruled.verdicts[0])
    overruled.review(5, overruled.verdicts[0])
    overruled.look()
    with take_snapshot(overruled.bench) as snapshot:
        first = next(iter(recipe.rows(snapshot))).model_dump()
    assert (first["state"], first["adopted"]) == ("adjudicated", letter)
    assert (first["overruling"], first["challenged"]) == ("reviewer-error", True)
    assert first["evidence"] == ["https://example.org/b"]
