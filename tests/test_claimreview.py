"""ClaimReview says no more than is known: no number without a ground for it, every appearance."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk import labels as label_config
from claimdesk import recipes
from claimdesk.settings import Settings, bundled
from claimdesk.snapshot import ArticlePage, ClaimView, OriginView, Snapshot
from claimdesk.workflow.bench import open_workbench
from claimdesk.workflow.reading import take_snapshot
from claimdesk.workflow.retellings import load_sample

from .snapshots import TEXT, article, claim, judgement, taken

LABELS = label_config.read(bundled("annotation_config"))
WITHOUT = {"denied", "conflicting"}
RECIPE = recipes.find(bundled("exports"), "claimreview")

verdicts = st.sampled_from(sorted(LABELS.labels))
reasons = st.sampled_from([None, *sorted(LABELS.outside)])
said = st.lists(st.tuples(verdicts, reasons), min_size=1, max_size=5)


def reviews(pages: list[ArticlePage]) -> list[dict[str, Any]]:
    known = replace(taken(pages), labels=LABELS.labels, reasons=LABELS.outside)
    return list(map(json.loads, b"".join(recipes.render(RECIPE, known, "jsonl")).splitlines()))


def judged(votes: list[tuple[str, str | None]], *, settled: bool, reason: str | None) -> ClaimView:
    verdict, _ = Counter(label for label, _ in votes).most_common(1)[0]
    views = tuple(judgement(n, one, reason=why) for n, (one, why) in enumerate(votes))
    common: dict[str, Any] = {"settled": settled, "verdict": verdict, "reason": reason}
    return claim("c1", 0, 19, judgements=views, **common)


@given(said, st.booleans(), reasons)
def test_no_number_without_a_ground_for_it(
    votes: list[tuple[str, str | None]], settled: bool, reason: str | None
) -> None:
    one = judged(votes, settled=settled, reason=reason)
    found = reviews([ArticlePage(article(), TEXT, (one,))])
    assert len(found) == (settled and one.verdict in LABELS.verdicts)
    for review in found:
        grounds = {why for label, why in votes if label == one.verdict} | {reason}
        if one.verdict == "unsourced" or grounds & WITHOUT:
            assert "ratingValue" not in review["reviewRating"]
        assert review["reviewRating"]["alternateName"].startswith(str(one.verdict))


@pytest.mark.parametrize(
    ("verdict", "reason", "number"),
    [
        ("verified", None, 5),
        ("disputed", "contradicted", 1),
        ("disputed", "distorted", 1),
        ("disputed", "denied", None),
        ("disputed", "conflicting", None),
        ("disputed", None, None),
        ("unsourced", "no-attribution", None),
        ("unsourced", None, None),
        ("unsourced", "contradicted", None),
        ("verified", "contradicted", None),
    ],
)
def test_the_number_is_the_one_of_the_label_config(
    verdict: str, reason: str | None, number: int | None
) -> None:
    one = judged([(verdict, reason)] * 2, settled=True, reason=reason)
    (review,) = reviews([ArticlePage(article(), TEXT, (one,))])
    assert review["reviewRating"].get("ratingValue") == number


def test_one_denial_among_those_who_contradict_takes_the_number_away() -> None:
    votes = [("disputed", "contradicted"), ("disputed", "contradicted"), ("disputed", "denied")]
    one = judged(votes, settled=True, reason="contradicted")  # type: ignore[arg-type]
    (review,) = reviews([ArticlePage(article(), TEXT, (one,))])
    assert "ratingValue" not in review["reviewRating"]


@pytest.fixture
def story(tmp_path: Path) -> Iterator[list[ArticlePage]]:
    """The sample story with what its gold file knows of origins, everything verified."""
    bench = open_workbench(Settings.read(tmp_path))
    load_sample(bench)
    with take_snapshot(bench) as snapshot:
        yield [agreed(page) for page in snapshot.pages()]
    bench.engine.dispose()


def test_every_appearance_of_the_sample_storys_claims_is_listed(story: list[ArticlePage]) -> None:
    """In the same words; and in others, translated too, where nothing of it was changed."""
    claims = [one for page in story for one in page.claims]
    faithful = {one.id: one.origin for one in claims if one.origin and not one.origin.drifts}
    listed = {
        review["identifier"]: {work["identifier"] for work in appearance(review)}
        for review in reviews(story)
    }
    assert listed.keys() == {one.id for one in claims}
    for one in claims:
        same = {other.article.id for other in claims if words(other) == words(one)}
        retold = {
            other.article.id
            for other in claims
            if other.id in faithful and stands_at(one, faithful[other.id])
        }
        assert same | retold <= listed[one.id]
        assert (same | retold == listed[one.id]) or one.id in faithful
    assert max(map(len, listed.values())) == len(story)
    languages = {one.id: one.article.language for one in claims}
    german = next(one for one in faithful if languages[one] == "de")
    assert len(listed[german]) > 1


def test_what_differs_from_the_origin_is_no_appearance_of_it(story: list[ArticlePage]) -> None:
    claims = [one for page in story for one in page.claims]
    listed = {
        review["identifier"]: {work["identifier"] for work in appearance(review)}
        for review in reviews(story)
    }
    drifted = [one for one in claims if one.origin and one.origin.text and one.origin.drifts]
    assert len(drifted) > 20
    for one in drifted:
        same = {other.article.id for other in claims if words(other) == words(one)}
        assert listed[one.id] == same


def words(claim: ClaimView) -> str:
    return " ".join(claim.text.split()).casefold()


def stands_at(claim: ClaimView, origin: OriginView) -> bool:
    start, end = origin.start or 0, origin.end or 0
    return claim.article.id == origin.article and claim.start < end and start < claim.end


def test_the_first_appearance_is_the_oldest(tmp_path: Path) -> None:
    old = article(id="a0", published="2026-03-01")
    votes: list[tuple[str, str | None]] = [("verified", None)] * 2
    one = judged(votes, settled=True, reason=None)
    other = replace(one, id="c0", article=old)
    pages = [ArticlePage(article(), TEXT, (one,)), ArticlePage(old, TEXT, (other,))]
    for review in reviews(pages):
        assert review["itemReviewed"]["firstAppearance"]["identifier"] == "a0"
        assert [work["identifier"] for work in appearance(review)] == ["a0", "a1"]


def appearance(review: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = review["itemReviewed"]["appearance"]
    return found


def agreed(page: ArticlePage) -> ArticlePage:
    """The page, with everything verified by two reviewers."""
    views = (judgement(1, "verified"), judgement(2, "verified"))
    common: dict[str, Any] = {"settled": True, "verdict": "verified", "judgements": views}
    return replace(page, claims=tuple(replace(one, **common) for one in page.claims))


def test_a_snapshot_without_a_label_config_has_no_reviews() -> None:
    one = judged([("verified", None)], settled=True, reason=None)
    bare = Snapshot(
        taken([]).known_until, "0:0", (), lambda: iter([ArticlePage(article(), TEXT, (one,))])
    )
    assert list(recipes.render(RECIPE, bare, "jsonl")) == []
