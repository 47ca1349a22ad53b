"""Beside a claim of a retelling stands what the origin says, as far as it is known."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimdesk.labelstudio.annotations import regions
from claimdesk.labelstudio.client import Client
from claimdesk.models import Match, Segment
from claimdesk.settings import bundled
from claimdesk.store import facts, matches
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.retellings import hints, load_sample

from .fake_labelstudio import FakeLabelStudio

GOLD: dict[str, Any] = json.loads((bundled("samples") / "gold.json").read_text(encoding="utf-8"))


def told(bench: Workbench) -> dict[str, tuple[str, str]]:
    """Every hint with the claim it stands beside, by claim."""
    with reading(bench.engine) as session:
        texts = dict(facts.texts(session))
        found = hints(session, texts)
        segments = [session.get_one(Segment, claim) for claim in found]
    return {one.id: (texts[one.article_id][one.start : one.end], found[one.id]) for one in segments}


def test_the_claims_of_the_sample_are_told_what_its_gold_file_says(bench: Workbench) -> None:
    load_sample(bench)
    by_claim = {one["claim"]: one for one in GOLD["matches"] if not one.get("lineage")}
    found = list(told(bench).values())
    whole = [(claim, hint) for claim, hint in found if claim in by_claim]
    assert len(found) >= 130
    assert len(whole) >= 0.9 * len(found)
    for claim, hint in whole:
        gold = by_claim[claim]
        assert (gold["origin"] or "The origin does not say this.") in hint
        assert hint.count("Differs, ") == len(gold["drifts"])


def test_the_origin_itself_is_told_nothing(bench: Workbench) -> None:
    load_sample(bench)
    origin = GOLD["articles"][GOLD["original"]]["title"]
    with reading(bench.engine) as session:
        (first,) = [
            one for one in matches.articles_of_story(session, GOLD["story"]) if one.title == origin
        ]
        assert hints(session, [first.id]) == {}


def test_loading_the_sample_again_changes_nothing(bench: Workbench) -> None:
    load_sample(bench)
    before = told(bench)
    load_sample(bench)
    assert told(bench) == before


def test_hints_reach_the_task_and_set_no_verdict(bench: Workbench, fake: FakeLabelStudio) -> None:
    load_sample(bench)
    publish(bench, Client(bench.settings, fake))
    known = {claim: hint for claim, (_, hint) in told(bench).items()}
    shown = [one for task in fake.tasks.values() for one in task["predictions"][0]["result"]]
    assert {one["id"]: one["meta"]["text"] for one in shown if "meta" in one} == {
        claim: [hint] for claim, hint in known.items()
    }
    assert {one["value"]["labels"][0] for one in shown if "meta" in one} == {bench.labels.open}


def test_without_a_match_nothing_is_shown(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("The pier is shut.", encoding="utf-8")
    load(bench, [str(tmp_path / "a.txt")])
    publish(bench, Client(bench.settings, fake))
    (task,) = fake.tasks.values()
    assert "meta" not in task["predictions"][0]["result"][0]


@pytest.mark.parametrize("words", ["<img src=x onerror=run()>", "قالت: 11 ركيزة", "👨‍👩‍👧 𝒜 said"])
def test_words_of_the_origin_are_quoted_by_code_points(
    bench: Workbench, tmp_path: Path, words: str
) -> None:
    (tmp_path / "a.txt").write_text(f"😀 {words} 😀", encoding="utf-8")
    load(bench, [str(tmp_path / "a.txt")])
    with writing(bench.engine) as session:
        ((article, text),) = facts.texts(session)
        (segment, *_) = facts.segments_of(session, [article])[article]
        start = text.index(words)
        place = {"origin_id": article, "start": start, "end": start + len(words)}
        matches.put_matches(session, [Match(claim_id=segment.id, drifts=[], **place)])
    with reading(bench.engine) as session:
        assert hints(session, [article]) == {segment.id: f"Origin:\n{words}"}


def test_a_hint_that_comes_back_is_no_part_of_what_a_reviewer_said(bench: Workbench) -> None:
    verdict = bench.labels.verdicts[0]
    said = {
        "id": "c",
        "from_name": bench.labels.verdict_control,
        "to_name": bench.labels.text,
        "type": "labels",
        "value": {"start": 0, "end": 4, "labels": [verdict]},
        "meta": {"text": ["Origin:\nSomething, changed by the reviewer"]},
    }
    (region,) = regions({"result": [said]}, "Shut.", bench.labels)
    assert (region.label, region.note, region.evidence) == (verdict, None, ())


def test_a_claim_that_is_no_more_is_told_nothing(bench: Workbench) -> None:
    load_sample(bench)
    with writing(bench.engine) as session:
        origin, _ = next(facts.texts(session))
        matches.put_matches(session, [Match(claim_id="gone", origin_id=origin, start=0, end=1)])
    assert "gone" not in told(bench)
