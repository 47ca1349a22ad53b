"""The forms in which others say what they say of claims, and what cannot be understood."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimdesk.errors import BadInput
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.importing import Wishes, bring_in
from claimdesk.workflow.reading import take_snapshot

from .outsiders import (
    PAGE,
    annotation,
    bring,
    google,
    hypothesis,
    review,
    said,
)


@pytest.mark.parametrize(
    ("value", "verdict", "evidence"),
    [
        (annotation("Eleven piles are cracked."), "disputed", ()),
        (annotation("eleven  piles\nare cracked"), "disputed", ()),
        (hypothesis("Eleven piles are cracked", ["Verified"]), "verified", ()),
        (
            hypothesis("Eleven piles are cracked", ["disputed"], "See https://example.org/piles."),
            "disputed",
            ("https://example.org/piles",),
        ),
        (
            review("Eleven piles are cracked.", {"ratingValue": 1, "bestRating": 5}),
            "disputed",
            ("https://checks.example/pier",),
        ),
        (
            review("Eleven piles are cracked", {"ratingValue": "10", "bestRating": "10"}),
            "verified",
            ("https://checks.example/pier",),
        ),
        (
            {"total": 1, "rows": [hypothesis("Eleven piles are cracked", ["verified"])]},
            "verified",
            (),
        ),
        (
            {"type": "AnnotationPage", "items": [annotation("Eleven piles are cracked.")]},
            "disputed",
            (),
        ),
        (
            {"@graph": [review("Eleven piles are cracked.", {"alternateName": "Verified"})]},
            "verified",
            ("https://checks.example/pier",),
        ),
        (
            google("Eleven piles are cracked", "verified"),
            "verified",
            ("https://checks.example/pier",),
        ),
    ],
)
def test_whatever_form_it_has_it_is_said_of_the_claim(
    pier: Workbench,
    tmp_path: Path,
    value: dict[str, Any],
    verdict: str,
    evidence: tuple[str, ...],
) -> None:
    done = bring(pier, tmp_path, value)
    assert done.orphans == []
    (one,) = said(pier)
    assert one.text.strip(".") == "Eleven piles are cracked"
    assert (one.verdict, one.evidence, one.change) == (verdict, evidence, None)
    assert states(pier)[one.claim_id] == ("insufficient", None)


def states(bench: Workbench) -> dict[str, tuple[str, str | None]]:
    with take_snapshot(bench) as snapshot:
        return {one.id: (one.state, one.verdict) for one in snapshot.claims}


def test_words_of_others_mean_what_somebody_says(pier: Workbench, tmp_path: Path) -> None:
    false = review("She denies it.", {"alternateName": "Pants on fire"})
    refused = bring(pier, tmp_path, false)
    assert "'Pants on fire'" in refused.orphans[0].why
    assert "--map" in refused.orphans[0].why
    done = bring(pier, tmp_path, false, told={"pants on FIRE": "disputed"})
    assert (done.new, done.orphans) == (1, [])
    (one,) = said(pier)
    assert (one.verdict, one.note) == ("disputed", "Pants on fire")


def test_a_number_between_the_verdicts_is_none_of_them(pier: Workbench, tmp_path: Path) -> None:
    half = review("She denies it.", {"ratingValue": 3, "bestRating": 5, "worstRating": 1})
    done = bring(pier, tmp_path, half)
    assert done.new == 0
    assert "no verdict" in done.orphans[0].why
    assert said(pier) == []


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (annotation("Twelve piles are cracked."), "do not stand there"),
        (annotation(""), "quotes no words"),
        (annotation("She denies it.", None), "no verdict"),
        (annotation("She denies it.", target={"source": "https://example.org/else"}), "is from"),
        (annotation("She denies it.", creator=None), "--as"),
        (annotation("She denies it.", target=None), "no target"),
        (annotation("She denies it.", target=PAGE), "quotes no words"),
        (
            annotation(
                "She denies it.",
                body=[{"purpose": "tagging", "value": one} for one in ("verified", "disputed")],
            ),
            "at once",
        ),
        (hypothesis("She denies it.", ["disputed"]) | {"references": ["x"]}, "answer"),
        (hypothesis("She denies it.", ["disputed"]) | {"target": []}, "no target"),
        (review("", {"ratingValue": 1}), "which claim"),
        (review("Nobody said this.", {"ratingValue": 1}), "no article"),
        ({"hello": "world"}, "neither"),
        ([], None),
        ("text", "neither"),
        ([[[[[[[annotation("She denies it.")]]]]]]], "neither"),
        (annotation("She\x00denies it."), "NUL"),
        (annotation("She denies it.", note=2**70), "too large"),
        (annotation("x" * 30_000), "longer than"),
    ],
)
def test_what_cannot_be_brought_in_is_listed_and_nothing_is_lost(
    pier: Workbench, tmp_path: Path, value: Any, why: str | None
) -> None:
    good = annotation("Eleven piles are cracked.")
    done = bring(pier, tmp_path, [value, good] if value != [] else [good])
    assert done.new == 1
    assert [one.verdict for one in said(pier)] == ["disputed"]
    if why is not None:
        assert [why in one.why for one in done.orphans] == [True], done.orphans


def test_files_that_are_no_json_are_named(pier: Workbench, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{")
    (tmp_path / "b.jsonl").write_bytes(b"\xff\xfe\x00\n" + json.dumps(annotation("x")).encode())
    paths = [str(tmp_path / one) for one in ("a.json", "b.jsonl")]
    done = bring_in(pier, paths, Wishes())
    assert done.new == 0
    assert len(done.orphans) >= 2
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(BadInput, match="is no file"):
            bring_in(pier, [*paths, str(path)], Wishes())
    assert all(one.place.startswith(str(tmp_path)) for one in done.orphans)


@pytest.mark.parametrize("created", ["2999-01-01T00:00:00Z", "yesterday", None, 5, "-4000-01-01"])
def test_a_date_that_cannot_be_is_none(pier: Workbench, tmp_path: Path, created: Any) -> None:
    odd = annotation("She denies it.", created=created)
    done = bring(pier, tmp_path, odd)
    assert (done.new, done.undated) == (1, 1)
    again = bring(pier, tmp_path, odd)
    assert (again.new, again.known) == (0, 1)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (
            review("She denies it.", {"ratingValue": 5, "alternateName": "Mostly false"}),
            "other words",
        ),
        (review("She denies it.", {"ratingValue": 5, "alternateName": "disputed"}), "its number"),
        (review("She denies it.", {"ratingValue": 3}), "its number, 3 from 1 to 5"),
        (
            review("She denies it.", {"ratingValue": 1, "bestRating": 1, "worstRating": 5}),
            "no verdict",
        ),
    ],
)
def test_a_number_is_no_way_around_words(
    pier: Workbench, tmp_path: Path, value: dict[str, Any], why: str
) -> None:
    done = bring(pier, tmp_path, value)
    assert (done.new, why in done.orphans[0].why) == (0, True), done.orphans


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (
            annotation("She denies it.", body=None, bodyValue="disputed", motivation="assessing"),
            "disputed",
        ),
        (
            annotation("She denies it.", motivation="assessing")
            | {"body": {"type": "TextualBody", "value": ["disputed"]}},
            "disputed",
        ),
        (annotation("She denies it.", "pass"), "pass"),
        (review("She denies it.", {}) | {"reviewRating": "verified"}, "verified"),
        (
            review("", {"alternateName": "verified"})
            | {"claimReviewed": {"@value": "She denies it."}},
            "verified",
        ),
        (
            {
                "@graph": [
                    {"@type": "WebPage"},
                    review("She denies it.", {"alternateName": "verified"}),
                ]
            },
            "verified",
        ),
        (
            annotation(
                "She denies it.",
                target={
                    "source": "http://www.example.org/pier/#top",
                    "selector": {"type": "TextQuoteSelector", "exact": "She denies it."},
                },
            ),
            "disputed",
        ),
    ],
)
def test_forms_that_the_standards_allow(
    pier: Workbench, tmp_path: Path, value: dict[str, Any], verdict: str
) -> None:
    assert bring(pier, tmp_path, value).orphans == []
    assert [one.verdict for one in said(pier)] == [verdict]


def test_an_annotation_on_two_places_is_said_of_both(pier: Workbench, tmp_path: Path) -> None:
    (one,), (other,) = (
        hypothesis(words, ["verified"])["target"]
        for words in ("She denies it.", "Eleven piles are cracked.")
    )
    both = hypothesis("", ["verified"]) | {"target": [one, other]}
    assert bring(pier, tmp_path, both).new == 2
    assert [found.verdict for found in said(pier)] == ["verified"] * 2


def test_a_tag_may_be_the_reason(pier: Workbench, tmp_path: Path) -> None:
    bring(pier, tmp_path, hypothesis("She denies it.", ["disputed", "denied"]))
    assert [one.reason for one in said(pier)] == ["denied"]
