"""The report on agreement: figures that were reckoned by hand, on both databases."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from claimdesk.agreement import nominal, resampling
from claimdesk.agreement.reviewers import wilson
from claimdesk.cli.commands import app
from claimdesk.labelstudio.client import Client
from claimdesk.settings import Settings
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import read_audit
from claimdesk.workflow.reporting import report, rule_of_thumb
from claimdesk.workflow.reporting.figures import SEED

from .databases import known_as
from .fake_labelstudio import FakeLabelStudio, relabelled

TEXTS = {
    "pier": "---\ntitle: Pier\nlanguage: en\n---\nThe pier is shut. Eleven piles are cracked. "
    "The mayor knew. She denies it. Divers found it. The ferry stops.",
    "mole": "---\ntitle: Mole\nlanguage: de\n---\nDie Mole ist zu. Elf Pfähle sind gerissen.",
}
ENOUGH = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""Of what no database could make any difference to."""

Said = Mapping[int, int | None]
"""Which label, by its place among those that count, each claim is given; None deletes it."""


class Panel:
    """Reviewers of two articles of six and two claims, who say what a test has them say."""

    def __init__(self, bench: Workbench, fake: FakeLabelStudio, folder: Path) -> None:
        self.bench, self.fake = bench, fake
        for name, text in TEXTS.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        load(bench, [str(folder / f"{name}.txt") for name in TEXTS])
        self.client = Client(bench.settings, fake)
        publish(bench, self.client)
        by_size = sorted(fake.tasks.values(), key=lambda task: -len(self.shown(task)))
        self.pier, self.mole = by_size

    @staticmethod
    def shown(task: dict[str, Any]) -> list[dict[str, Any]]:
        """The regions of a task."""
        found: list[dict[str, Any]] = task["predictions"][0]["result"]
        return found

    def say(self, task: dict[str, Any], reviewer: int, said: Said, **more: Any) -> None:
        """Somebody finishes an article; `moved` shortens a region, `passed` passes one."""
        labels = self.bench.labels
        words = {n: labels.votes[code] for n, code in said.items() if code is not None}
        words |= dict.fromkeys(more.pop("passed", ()), "pass")
        result = relabelled(task, words)
        for number in more.pop("moved", ()):
            result[number]["value"]["end"] -= 6
        gone = {self.shown(task)[n]["id"] for n, code in said.items() if code is None}
        kept = [one for one in result if one["id"] not in gone]
        self.fake.say(task["id"], reviewer, kept + more.pop("drawn", []), **more)

    def drawn(self, start: int, end: int, code: int) -> dict[str, Any]:
        """A region of the reviewer's own."""
        labels = self.bench.labels
        common = {"id": f"d{start}", "type": "labels", "to_name": labels.text}
        value = {"start": start, "end": end, "labels": [labels.votes[code]]}
        return common | {"from_name": labels.verdict_control, "value": value}

    def collect(self) -> None:
        """Everything that was said comes in."""
        pull(self.bench, self.client)


@pytest.fixture
def panel(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Panel:
    return Panel(bench, fake, tmp_path)


def three(panel: Panel) -> None:
    """Three reviewers; votes by claim: 000, 001, 11, 22 (a third passes), 3, 0; mole: 00, 01."""
    panel.say(panel.pier, 2, {0: 0, 1: 0, 2: 1, 3: 2, 4: 3, 5: None}, lead_time=60)
    panel.say(panel.pier, 3, {0: 0, 1: 0, 2: 1, 3: 2}, moved=(1,), lead_time=20.0)
    panel.say(panel.pier, 4, {0: 0, 1: 1, 5: 0}, passed=(3,), lead_time="long")
    panel.say(panel.mole, 2, {0: 0, 1: 0}, lead_time=40)
    panel.say(panel.mole, 3, {0: 0, 1: 1}, lead_time=-3)
    panel.collect()


def by_name(rows: Sequence[Any]) -> dict[str, Any]:
    return {row.name: row for row in rows}


def test_alpha_is_what_is_reckoned_by_hand(panel: Panel, bench: Workbench) -> None:
    three(panel)
    found = report(bench).labelled
    # Claims of two votes or more: 000 001 11 22 (3 and 0, where one deleted it) 00 01.
    # Unlike ordered pairs / (votes - 1): 001 gives 4/2, 30 gives 2/1, 01 gives 2/1: 6 of 16 votes.
    assert (found.alpha.units, found.alpha.votes) == (7, 16)
    assert found.alpha.observed == pytest.approx(6 / 16)
    totals = {0: 9, 1: 4, 2: 2, 3: 1}
    expected = (16 * 16 - sum(n * n for n in totals.values())) / (16 * 15)
    assert found.alpha.value == pytest.approx(1 - (6 / 16) / expected)
    assert found.percent.value == pytest.approx((1 + 1 / 3 + 1 + 1 + 0 + 1 + 0) / 7)


def test_parts_are_told_of_verdicts_languages_and_articles(panel: Panel, bench: Workbench) -> None:
    three(panel)
    found = report(bench).labelled
    assert [part.name for part in found.verdicts] == list(bench.labels.votes)
    assert by_name(found.verdicts)[bench.labels.votes[2]].alpha.value == 1.0
    assert [(part.name, part.alpha.units) for part in found.languages] == [("en", 5), ("de", 2)]
    assert [(one.title, one.alpha.units) for one in found.articles] == [("Mole", 2), ("Pier", 5)]


@ENOUGH
def test_coincidences_count_every_two_votes_both_ways(panel: Panel, bench: Workbench) -> None:
    three(panel)
    met = np.array(report(bench).labelled.coincidences)
    assert met.tolist() == [[10, 3, 0, 1], [3, 2, 0, 0], [0, 0, 2, 0], [1, 0, 0, 0]]


@ENOUGH
def test_pairs_tell_how_many_claims_are_shared(panel: Panel, bench: Workbench) -> None:
    three(panel)
    pairs = report(bench).labelled.pairs
    ann, ben, eva = known_as(bench, 2, 3, 4)
    shared = {frozenset((one.first, one.second)): one.kappa.units for one in pairs}
    assert shared == {
        frozenset((ann, ben)): 6,
        frozenset((ann, eva)): 3,
        frozenset((ben, eva)): 2,
    }
    assert [one.kappa.units for one in pairs] == [6, 3, 2]


def test_reviewers_are_told_by_pseudonym_with_what_they_did(panel: Panel, bench: Workbench) -> None:
    three(panel)
    found = by_name(report(bench).reviewers)
    ann, ben, eva = (found[name] for name in known_as(bench, 2, 3, 4))
    assert (ann.judged, ben.judged, eva.judged, eva.abstained) == (8, 6, 3, 1)
    # Without Eva's own vote the others say 0 of both first claims, and no claim of the sixth.
    assert (eva.compared.hits, eva.compared.of) == (1, 3)
    assert (eva.compared.low, eva.compared.high) == pytest.approx(wilson(1, 3))
    assert (ann.deleted.hits, ann.deleted.of, ann.moved.hits) == (1, 8, 0)
    assert (ben.moved.hits, ben.untouched.hits, ben.untouched.of) == (1, 2, 8)
    assert (eva.untouched.hits, eva.untouched.of, eva.finished) == (2, 6, 1)
    assert eva.unranked == "3 of 30 comparable claims needed"


def test_seconds_are_told_where_label_studio_tells_them(panel: Panel, bench: Workbench) -> None:
    three(panel)
    found = by_name(report(bench).reviewers)
    ann, ben, eva = (found[name].pace for name in known_as(bench, 2, 3, 4))
    assert (ann.seconds, ann.of) == (10, 8)  # six claims at 10 seconds, two at 20
    assert (ben.seconds, ben.of) == (5, 4)
    assert (eva.seconds, eva.why) == (None, "no finished article with claims tells its time")


def test_times_that_cannot_be_ones_are_left_out(panel: Panel, bench: Workbench) -> None:
    odd: list[object] = [10**15, "7", None, [], {"a": 1}, -1, 0]
    for reviewer, time in enumerate(odd, start=2):
        panel.say(panel.mole, reviewer, {0: 0, 1: 1}, lead_time=time)
    panel.collect()
    assert [one.pace.seconds for one in report(bench).reviewers] == [None] * len(odd)


def test_where_claims_are_is_told_from_regions_as_they_were_left(
    panel: Panel, bench: Workbench
) -> None:
    panel.say(panel.mole, 2, {0: 0, 1: 1})
    panel.say(panel.mole, 3, {0: 0, 1: None})
    first, second = (region["value"] for region in panel.shown(panel.mole))
    panel.collect()
    found = report(bench).placed
    length = len(panel.mole["data"]["text"])
    one, two = first["end"] - first["start"], second["end"] - second["start"]
    assert found.articles == 1
    assert found.marking.units == length
    assert found.marking.observed == pytest.approx(2 * two / (2 * length))
    assert found.coverage == pytest.approx(2 * one / (2 * length))
    assert found.coding.why is not None


@ENOUGH
def test_no_claim_deleted_and_left_alone_are_the_same_gap(panel: Panel, bench: Workbench) -> None:
    reject = bench.labels.votes.index(bench.labels.reject)
    panel.say(panel.mole, 2, {0: 0, 1: reject})
    panel.say(panel.mole, 3, {0: 0, 1: None})
    panel.say(panel.mole, 4, {0: 0})
    panel.collect()
    found = report(bench).placed
    assert (found.whole.value, found.marking.value) == (1.0, 1.0)


@ENOUGH
def test_whoever_marked_nothing_has_read_it_too(panel: Panel, bench: Workbench) -> None:
    panel.say(panel.mole, 2, {0: 0})
    panel.say(panel.mole, 3, {})
    panel.say(panel.mole, 4, {}, was_cancelled=True)
    panel.collect()
    found = report(bench).placed
    assert (found.articles, found.marking.votes) == (1, 2 * len(panel.mole["data"]["text"]))
    assert found.marking.value is not None
    assert found.marking.value < 0


@ENOUGH
def test_an_article_without_claims_for_anybody_was_read_all_the_same(
    panel: Panel, bench: Workbench
) -> None:
    reject = bench.labels.votes.index(bench.labels.reject)
    for reviewer in (2, 3):
        panel.say(panel.mole, reviewer, {0: reject, 1: reject})
    panel.collect()
    found = report(bench).placed
    assert found.marking.units == len(panel.mole["data"]["text"])
    assert found.marking.why == "nobody marked anything"


def test_an_article_of_which_nobody_judged_anything_agrees_on_nothing(
    panel: Panel, bench: Workbench
) -> None:
    for reviewer in (2, 3):
        panel.say(panel.mole, reviewer, {})
    panel.collect()
    found = report(bench)
    assert (found.placed.articles, found.placed.marking.why) == (
        0,
        "no text was read by two reviewers",
    )
    assert [(one.finished, one.untouched.value) for one in found.reviewers] == [(1, 1.0)] * 2


@ENOUGH
def test_added_claims_are_votes_and_are_counted(panel: Panel, bench: Workbench) -> None:
    for reviewer in (2, 3):
        panel.say(panel.mole, reviewer, {0: 0}, drawn=[panel.drawn(4, 12 + reviewer, 1)])
    panel.collect()
    found = report(bench)
    assert found.counts.events == {"added": 2}
    assert [(one.added, one.untouched.hits) for one in found.reviewers] == [(1, 1), (1, 1)]
    assert found.labelled.alpha.value == 1.0


@ENOUGH
def test_the_same_votes_give_the_same_intervals(panel: Panel, bench: Workbench) -> None:
    three(panel)
    once, again = report(bench).labelled, report(bench).labelled
    assert once == again
    # The same claims, votes and articles by hand, in the order of claims.
    votes = [
        (claim, reviewer, label)
        for claim, said in enumerate(["000", "001", "11", "22", "30", "00", "01"])
        for reviewer, label in enumerate(map(int, said))
    ]
    table = nominal.tabulate(*(np.array(column) for column in zip(*votes, strict=True)))
    alone = resampling.over_claims(table, seed=SEED)
    assert (once.over_claims.drawn, once.over_claims.resamples) == (alone.drawn, alone.resamples)
    assert once.over_claims.low == pytest.approx(alone.low)
    assert (once.over_articles.drawn, once.drawn) == (2, "claims")


def test_nobody_is_no_error(panel: Panel, bench: Workbench) -> None:
    found = report(bench)
    assert found.labelled.alpha.why == "no claim has votes of two reviewers"
    assert found.placed.whole.why == "no text was read by two reviewers"
    assert (found.reviewers, found.labelled.pairs, found.labelled.articles) == ((), (), ())
    assert found.model.refused == "reviewers who voted: 0, and 5 are needed"
    assert not report(bench, force_model=True).model.fitted


@ENOUGH
def test_one_reviewer_is_no_error(panel: Panel, bench: Workbench) -> None:
    panel.say(panel.pier, 2, {0: 0, 1: 1})
    panel.collect()
    found = report(bench)
    assert (found.labelled.alpha.value, found.labelled.percent.value) == (None, None)
    (alone,) = found.reviewers
    assert (alone.judged, alone.compared.value) == (2, None)
    assert alone.compared.why == "the others have no majority on any claim they judged"


@ENOUGH
def test_one_label_has_no_alpha_and_says_so(panel: Panel, bench: Workbench) -> None:
    for reviewer in (2, 3):
        panel.say(panel.pier, reviewer, {0: 0, 1: 0})
    panel.collect()
    found = report(bench).labelled
    assert found.alpha.value is None
    assert "only one label" in (found.alpha.why or "")
    assert found.percent.value == 1.0
    assert found.over_claims.low is None


@ENOUGH
def test_whoever_only_passes_is_told_too(panel: Panel, bench: Workbench) -> None:
    panel.say(panel.mole, 2, {}, passed=(0, 1))
    panel.collect()
    (one,) = report(bench).reviewers
    assert (one.judged, one.abstained, one.finished) == (0, 2, 1)
    assert (one.compared.why, one.untouched.hits) == ("judged nothing", 0)


@ENOUGH
def test_the_model_is_refused_below_five_reviewers_unless_forced(
    panel: Panel, bench: Workbench
) -> None:
    three(panel)
    refused = report(bench).model
    assert (refused.fitted, refused.refused) == (
        False,
        "reviewers who voted: 3, and 5 are needed",
    )
    forced = report(bench, force_model=True).model
    assert forced.fitted
    assert forced.refused == refused.refused
    assert forced.otherwise == len(forced.listed)


def test_the_model_lists_what_it_would_decide_otherwise(panel: Panel, bench: Workbench) -> None:
    """Five claims on which two good reviewers outvote nobody, and one that three poor ones win."""
    for reviewer in (2, 3):
        panel.say(panel.pier, reviewer, {0: 0, 1: 1, 2: 0, 3: 1, 4: 0, 5: 1})
        panel.say(panel.mole, reviewer, {0: 0, 1: 1})
    for reviewer, wrong in ((4, (1, 3, 5)), (5, (0, 2, 5)), (6, (2, 4, 5))):
        said = {n: (1 - n % 2 if n in wrong else n % 2) for n in range(6)}
        panel.say(panel.pier, reviewer, said)
        panel.say(panel.mole, reviewer, {0: reviewer % 2, 1: reviewer % 2})
    panel.collect()
    before = report(bench).counts
    model = report(bench, force_model=True).model
    assert [one.text for one in model.listed] == ["The ferry stops."]
    (one,) = model.listed
    verdicts = bench.labels.verdicts
    assert (one.consensus, one.model, one.title) == (verdicts[0], verdicts[1], "Pier")
    assert report(bench).counts == before


def test_claims_are_counted_by_state_and_sturdiness(panel: Panel, bench: Workbench) -> None:
    three(panel)
    counts = report(bench).counts
    assert sum(counts.claims.values()) == 8
    assert counts.robust + counts.fragile == 5
    assert counts.events == {"boundary": 1, "deleted": 1}


@pytest.mark.parametrize(
    ("alpha", "words"),
    [
        (None, "not defined"),
        (-0.2, "not to be relied on"),
        (0.66, "not to be relied on"),
        (0.667, "for tentative conclusions"),
        (0.8, "good"),
    ],
)
def test_the_rule_of_thumb_is_krippendorffs(alpha: float | None, words: str) -> None:
    assert rule_of_thumb(alpha) == words


def test_addresses_are_shown_only_when_asked_for(panel: Panel, bench: Workbench) -> None:
    three(panel)
    pseudonyms = {one.name for one in report(bench).reviewers}
    assert pseudonyms == set(known_as(bench, 2, 3, 4))
    named = report(bench, identities=True)
    assert [one.name for one in named.reviewers] == [f"r{n}@example.org" for n in (2, 3, 4)]
    assert named.labelled.pairs[0].first == "r2@example.org"


@pytest.fixture
def home(tmp_path: Path, fake: FakeLabelStudio) -> Path:
    """A home with three reviewers' judgements, on disk."""
    place = tmp_path / "home"
    studio = {"labelstudio_url": "http://labelstudio.test", "labelstudio_token": "0" * 40}
    bench = open_workbench(Settings.read(place, **studio))
    three(Panel(bench, fake, tmp_path))
    bench.engine.dispose()
    return place


def run(home: Path, *options: str) -> str:
    answer = CliRunner().invoke(app, ["report", "--home", str(home), *options])
    assert answer.exit_code == 0, answer.output
    return str(answer.stdout)


def test_the_command_tells_it_in_words(home: Path) -> None:
    said = run(home)
    assert "AGREEMENT ON VERDICTS: 7 claims that two reviewers or more judged, 16 judg" in said
    assert "alpha 0.42: not to be relied on" in said
    assert "Not fitted: reviewers who voted: 3, and 5 are needed." in said
    assert max(map(len, said.splitlines())) <= 100
    assert "Forced, although" in run(home, "--force-model")


def test_the_command_gives_json_and_notes_who_saw_addresses(home: Path) -> None:
    told = json.loads(run(home, "--json", "--identities"))
    assert told["labelled"]["alpha"]["units"] == 7
    assert told["reviewers"][0]["name"] == "r2@example.org"
    bench = open_workbench(Settings.read(home))
    assert [one.what for one in read_audit(bench, 5)] == ["export with identities"]
    bench.engine.dispose()
    assert "example.org" not in run(home)


def test_the_command_says_when_there_is_nothing_to_compare(tmp_path: Path) -> None:
    bench = open_workbench(Settings.read(tmp_path / "home"))
    bench.engine.dispose()
    said = run(tmp_path / "home")
    assert "Not defined: no claim has votes of two reviewers." in said
    assert "REVIEWERS: nobody has judged anything yet" in said
