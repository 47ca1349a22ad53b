"""What several reviewers' screens come to, from Label Studio to the claim that an editor sees."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdesk import spans
from claimdesk.consensus import sensitivity
from claimdesk.labelstudio.client import Client
from claimdesk.recipes import wording
from claimdesk.recipes.marks import pieces
from claimdesk.snapshot import ArticlePage
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import take_snapshot

from .fake_labelstudio import FakeLabelStudio

TEXT = "The weir was shut in 1999. Nine gates leaked in 2001. The mayor knew of it."
FIRST, SECOND, THIRD = (0, 26), (27, 53), (54, 75)
Screen = list[dict[str, Any]]
Collected = Callable[..., ArticlePage]


@pytest.fixture
def collected(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Collected:
    """The article after reviewers have left their screens."""
    (tmp_path / "weir.txt").write_text(TEXT)
    load(bench, [str(tmp_path / "weir.txt")])
    client = Client(bench.settings, fake)
    publish(bench, client)

    def collect(*screens: Screen) -> ArticlePage:
        for reviewer, screen in enumerate(screens, start=2):
            fake.say(1, reviewer, screen)
        pull(bench, client)
        with take_snapshot(bench) as snapshot:
            (page,) = snapshot.pages()
        return page

    return collect


@pytest.fixture
def judged(bench: Workbench, fake: FakeLabelStudio, collected: Collected) -> Callable[..., Screen]:
    """A screen on which every claim has the first verdict."""

    def screen() -> Screen:
        found = json.loads(json.dumps(fake.tasks[1]["predictions"][0]["result"]))
        for region in found:
            region["value"]["labels"] = [bench.labels.verdicts[0]]
        return list(found)

    return screen


def said(
    bench: Workbench, region: dict[str, Any], label: str, reason: str = "", *evidence: str
) -> Screen:
    """A region under a label, with a reason and evidence."""
    names = {
        control.meaning: control.name
        for control in bench.labels.controls.values()
        if label in control.valid_for
    }
    place = {key: region["value"][key] for key in ("start", "end")}
    common = {"id": region["id"], "to_name": bench.labels.text, "origin": "manual"}
    found = [region | {"value": region["value"] | {"labels": [label]}}]
    if reason:
        value = place | {"choices": [reason]}
        found.append(common | {"from_name": names["reason"], "type": "choices", "value": value})
    if evidence:
        value = place | {"text": list(evidence)}
        found.append(common | {"from_name": names["evidence"], "type": "textarea", "value": value})
    return found


def merged(screen: Screen) -> Screen:
    """The first claim stretched over the second, and the second deleted."""
    screen[0]["value"]["end"] = screen[1]["value"]["end"]
    return [screen[0], *screen[2:]]


@pytest.mark.parametrize("merging", [1, 2, 3])
def test_who_merges_claims_moves_none_of_them(
    collected: Collected, judged: Callable[[], Screen], merging: int
) -> None:
    page = collected(*(merged(judged()) if n < merging else judged() for n in range(3)))
    assert [(one.start, one.end) for one in page.claims] == [FIRST, SECOND, THIRD]
    assert [sum(one.votes.values()) for one in page.claims] == [3, 3, 3]
    changes = [one.change for one in page.claims[1].judgements]
    assert sorted(filter(None, changes)) == ["merge"] * merging


@pytest.mark.parametrize(
    ("reason", "evidence", "flips"),
    [
        ("anonymous-only", (), ["no-anonymous"]),
        ("", ("https://example.org/a, anonymous, for", "a porter, Anonymous"), ["no-anonymous"]),
        ("", ("https://example.org/a, anonymous, for", "https://example.org/b, record"), []),
        ("no-attribution", (), []),
    ],
)
def test_what_rests_on_people_without_a_name_is_fragile(
    bench: Workbench,
    collected: Collected,
    judged: Callable[[], Screen],
    reason: str,
    evidence: tuple[str, ...],
    flips: list[str],
) -> None:
    label = bench.labels.verdicts[2]
    screens = [[*said(bench, judged()[0], label, reason, *evidence), *judged()[1:]]] * 3
    first, *_ = collected(*screens).claims
    assert (first.verdict, list(first.flips)) == (label, flips)


@pytest.mark.parametrize(
    ("other", "robust"),
    [
        ("https://example.org/a, record, against, “four”, 2026-04-03", False),
        ("https://example.org/b, record, for, “nine”, 2026-04-02", True),
    ],
)
def test_one_page_told_of_twice_is_one_origin(
    bench: Workbench, collected: Collected, judged: Callable[[], Screen], other: str, robust: bool
) -> None:
    label = bench.labels.verdicts[0]
    given = ("https://example.org/a, record, for, “nine”, 2026-04-02", other)
    screens = [[*said(bench, judged()[0], label, "", one), *judged()[1:]] for one in given]
    first, *_ = collected(*screens).claims
    assert first.robust is robust
    assert len(first.sources) == 2


def test_of_claims_that_overlap_the_one_with_more_votes_is_marked(
    collected: Collected, judged: Callable[[], Screen], bench: Workbench
) -> None:
    cut = judged()
    rest = cut[0] | {"id": "rest", "value": cut[0]["value"] | {"start": 13, "end": 26}}
    cut[0]["value"]["end"] = 12
    rest["value"] = rest["value"] | {"labels": [bench.labels.verdicts[1]]}
    page = collected(judged(), judged(), judged(), [*cut, rest])
    marked = [one.claim for one in pieces(page.text, page.claims) if one.claim]
    assert [(one.start, one.end) for one in marked] == [FIRST, SECOND, THIRD]
    assert len(page.claims) == 5


def test_every_event_and_every_flip_has_words_on_the_page() -> None:
    assert set(wording.CHANGES) == set(spans.EVENTS)
    assert set(wording.FLIPS) == set(sensitivity.CODES)
