"""What others say of claims comes in and counts, and what we exported comes back as it was."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claimdesk.errors import BadInput, NotFound
from claimdesk.labelstudio.client import Client
from claimdesk.models import Delivery, Reviewer
from claimdesk.snapshot import JudgementView
from claimdesk.store import deliveries, facts, rereadings, reviewers
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import SWEEP, pull
from claimdesk.workflow.handling import replay
from claimdesk.workflow.history import as_of
from claimdesk.workflow.importing import Wishes, bring_in, withdraw
from claimdesk.workflow.inviting import links_of
from claimdesk.workflow.loading import load
from claimdesk.workflow.planting import plant
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status, take_snapshot
from claimdesk.workflow.reviewers import erase_reviewer, list_reviewers
from claimdesk.workflow.verifying import verify

from .fake_labelstudio import FakeLabelStudio
from .filling import ARTICLES, fill
from .outsiders import (
    PAGE,
    TEXT,
    annotation,
    bring,
    export,
    hypothesis,
    put,
    review,
    said,
    votes,
)

ALWAYS = (
    *("claim_id", "article_id", "start", "end", "verdict", "change", "reason", "note"),
    "confidence",
)


def plain(one: JudgementView) -> tuple[Any, ...]:
    return (*(getattr(one, name) for name in ALWAYS), one.evidence, one.text, one.said_at)


def by_reviewer(bench: Workbench) -> list[list[tuple[Any, ...]]]:
    """What everybody said, without who it was."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for one in said(bench):
        if one.discounted is None:
            found.setdefault(one.reviewer, []).append(plain(one))
    return sorted(sorted(some, key=repr) for some in found.values())


@pytest.mark.parametrize("format_name", ["json", "jsonl"])
def test_what_was_exported_comes_back_as_the_same_judgements(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path, elsewhere: Workbench, format_name: str
) -> None:
    """W3C export and import: on a desk with the same articles, judgement by judgement."""
    fill(bench, fake, tmp_path)
    load(elsewhere, [str(tmp_path / f"{name}.txt") for name in ARTICLES])
    path = tmp_path / f"out.{format_name}"
    export(bench, "webannotation", format_name, path)
    done = bring_in(elsewhere, [str(path)], Wishes())
    expected = by_reviewer(bench)
    assert by_reviewer(elsewhere) == expected
    assert done.new == sum(map(len, expected)) > 20
    assert done.people == len(expected) > 1
    held = {one.discounted for one in said(bench)} - {None}
    assert [one.why for one in done.orphans if "did not count" not in one.why] == []
    assert len(done.orphans) == sum(one.discounted is not None for one in said(bench))
    assert all(f"({code})" in " ".join(one.why for one in done.orphans) for code in held)
    with take_snapshot(bench) as here, take_snapshot(elsewhere) as there:
        assert [one.votes for one in there.claims] == [one.votes for one in here.claims]


def test_our_own_export_does_not_come_back_to_us(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    """It would be counted twice."""
    fill(bench, fake, tmp_path)
    before = said(bench)
    for name in ("webannotation", "claimreview"):
        path = tmp_path / "out.json"
        export(bench, name, "json", path)
        done = bring_in(bench, [str(path)], Wishes(name="Echo"))
        assert done.new == 0
        assert {one.why for one in done.orphans} == {
            "it was exported from this desk, where it stands already"
        }
    assert said(bench) == before


def test_evidence_comes_in_without_a_vote(pier: Workbench, tmp_path: Path) -> None:
    given = review("Eleven piles are cracked.", {"alternateName": "Half true"})
    done = bring(pier, tmp_path, given, evidence=True)
    assert (done.new, done.orphans) == (1, [])
    with take_snapshot(pier) as snapshot:
        (claim,) = (one for one in snapshot.claims if one.judgements)
    assert claim.evidence == ("https://checks.example/pier",)
    assert claim.judgements[0].note == "Half true"
    assert sum(claim.votes.values()) == 0
    assert (claim.state, claim.verdict, claim.abstained) == ("insufficient", None, 1)


def test_sources_that_retell_one_story_have_one_origin(bench: Workbench, tmp_path: Path) -> None:
    for number in (1, 2):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"---\nurl: {PAGE}/{number}\nstory: pier\n---\nIt is shut, {number} said.")
        load(bench, [str(path)])
    put(bench, tmp_path, TEXT)
    sources = [f"{PAGE}/1", f"{PAGE}/2", "https://example.org/else"]
    bodies = [{"purpose": "linking", "value": one} for one in sources]
    bring(bench, tmp_path, annotation("She denies it.", body=bodies, id=None), evidence=True)
    path = tmp_path / "evidence.json"
    export(bench, "evidence", "json", path)
    found = {one["source"]: one["origin"] for one in json.loads(path.read_text())}
    assert found == {sources[0]: "pier", sources[1]: "pier", sources[2]: None}


def test_who_it_is_tells_the_identity_and_not_the_name(pier: Workbench, tmp_path: Path) -> None:
    words = "Eleven piles are cracked."
    named = {"user_info": {"display_name": "Nora"}}
    two = [
        hypothesis(words, [one]) | named | {"user": f"acct:{who}@h.is"}
        for one, who in (
            ("verified", "nora"),
            ("disputed", "impostor"),
        )
    ]
    assert bring(pier, tmp_path, two).people == 2
    renamed = hypothesis("She denies it.", ["disputed"]) | {"user": "acct:nora@h.is"}
    assert bring(pier, tmp_path, renamed).new == 1
    hosts = [
        review(words, {"alternateName": "verified"}, url=f"https://{one}/1", author="Fact Check")
        for one in ("a.example", "b.example")
    ]
    assert bring(pier, tmp_path, hosts).people == 2
    together = annotation("She denies it.", creator=["https://o.example/1", {"name": "Uma"}])
    assert bring(pier, tmp_path, together).people == 1
    assert {one.email for one in list_reviewers(pier)} == {
        "Nora <nora@h.is>",
        "Nora <impostor@h.is>",
        "Fact Check <a.example>",
        "Fact Check <b.example>",
        "https://o.example/1, Uma",
    }
    with pytest.raises(NotFound):
        withdraw(pier, "Nora")
    assert withdraw(pier, "nora@h.is").articles == 1


def test_evidence_stands_beside_a_verdict_whichever_came_first(
    pier: Workbench, tmp_path: Path
) -> None:
    words = "Eleven piles are cracked."
    verdict = annotation(words, "verified")
    sources = [annotation(words, None, id=f"https://notes.example/{n}") for n in (2, 3)]
    for order in ((verdict, *sources), (*sources, verdict)):
        for one in order:
            assert bring(pier, tmp_path, one, evidence=one is not verdict).new == 1
        (found,) = said(pier)
        assert found.verdict == "verified"
        assert set(found.evidence) == {"https://notes.example/2", "https://notes.example/3"}
        withdraw(pier, "Harbour Watch")


def test_who_contradicts_themselves_is_told(pier: Workbench, tmp_path: Path) -> None:
    words = "Eleven piles are cracked."
    at_once = [annotation(words, one) for one in ("verified", "disputed")]
    done = bring(pier, tmp_path, at_once)
    assert (done.new, len(done.orphans)) == (0, 2)
    assert "at the same time" in done.orphans[0].why
    later = [at_once[0], at_once[1] | {"modified": "2026-03-05T00:00:00Z"}]
    done = bring(pier, tmp_path, later)
    assert (done.new, [one.why for one in done.orphans]) == (
        1,
        ["its author says otherwise of the same place later on"],
    )
    assert [one.verdict for one in said(pier)] == ["disputed"]


def test_others_alone_settle_nothing(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    """However many of them agree; one of the desk's own is the first vote that decides."""
    fill(bench, fake, tmp_path)
    target = {"selector": {"type": "TextQuoteSelector", "exact": "She denies it."}}
    many = [annotation("", target=target, creator=f"Voice {n}") for n in range(9)]
    alone = state_of(bench, "She denies it.")
    assert bring(bench, tmp_path, many).new == 9
    with take_snapshot(bench) as snapshot:
        (claim,) = (one for one in snapshot.claims if one.text == "She denies it.")
        ours = [one for one in claim.judgements if one.reviewer.startswith("r-")]
    assert ours
    assert claim.votes["disputed"] >= 9
    assert (claim.state, claim.verdict) == ("majority", "disputed") != alone
    put(bench, tmp_path, TEXT)
    others = [annotation("Eleven piles are cracked.", creator=f"Voice {n}") for n in range(9)]
    assert bring(bench, tmp_path, others).new == 9
    with take_snapshot(bench) as snapshot:
        (claim,) = (one for one in snapshot.claims if one.text == "Eleven piles are cracked.")
    assert (claim.state, claim.verdict, claim.settled) == ("insufficient", None, False)
    assert (claim.why, claim.robust) == ("nobody of this desk has judged it", None)


def state_of(bench: Workbench, words: str) -> tuple[str, str | None]:
    with take_snapshot(bench) as snapshot:
        return next((one.state, one.verdict) for one in snapshot.claims if one.text == words)


def test_again_is_nothing_new_and_other_places_stay(pier: Workbench, tmp_path: Path) -> None:
    first, second = annotation("Eleven piles are cracked."), annotation("She denies it.")
    assert bring(pier, tmp_path, first).new == 1
    again = bring(pier, tmp_path, first)
    assert (again.new, again.known) == (0, 1)
    assert bring(pier, tmp_path, second).new == 1
    assert len(said(pier)) == 2
    undated = {name: value for name, value in first.items() if name != "created"}
    assert bring(pier, tmp_path, undated).new == 0
    later = annotation("Eleven piles are cracked.", "verified", created="2026-04-01T00:00:00Z")
    assert bring(pier, tmp_path, later).new == 1
    assert bring(pier, tmp_path, first).new == 0
    assert sorted(one.verdict for one in said(pier)) == ["disputed", "verified"]
    with reading(pier.engine) as session:
        assert facts.count(session, Delivery) == 3


def test_it_counts_like_what_reviewers_say(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    """A vote more; the collector takes nobody outside for lost, and the ledger verifies."""
    client = fill(bench, fake, tmp_path)
    words = "🚢 Eleven piles are cracked."
    before = votes(bench, words)
    target = {"selector": {"type": "TextQuoteSelector", "exact": words}}
    done = bring(bench, tmp_path, annotation(words, target=target))
    assert (done.new, done.orphans) == (1, [])
    after = votes(bench, words)
    assert after == before | {"disputed": before["disputed"] + 1}
    pull(bench, client, depth=SWEEP)
    assert votes(bench, words) == after
    assert status(bench).vanished == 1
    verify(bench)
    replay(bench)
    assert votes(bench, words) == after
    with as_of(bench, datetime.now(UTC)) as then:
        assert votes(then, words) == after


def test_who_speaks_outside_is_no_reader_and_nothing_that_may_vanish(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    """Neither a reading of the article, nor a part of one, nor an annotation of Label Studio's."""
    fill(bench, fake, tmp_path)
    words = "🚢 Eleven piles are cracked."
    target = {"selector": {"type": "TextQuoteSelector", "exact": words}}
    before = readings(bench)
    late = annotation(words, target=target, created="2026-11-01T00:00:00Z")
    assert bring(bench, tmp_path, late).new == 1
    assert readings(bench) == before
    with writing(bench.engine) as session:
        asked = {"claims": [], "asked_at": datetime(2020, 1, 1, tzinfo=UTC), "reading": 3}
        articles = [number for number, _ in facts.texts(session)]
        rereadings.add_rereadings(session, [asked | {"article_id": one} for one in articles])
    counted = votes(bench, words)
    replay(bench)
    assert votes(bench, words) == counted


def test_planted_articles_are_not_there_for_anybody_outside(
    pier: Workbench, tmp_path: Path
) -> None:
    """What is said of them would tell that they are planted, and nobody is to be scored by it."""
    path, where = tmp_path / "gold.txt", "https://example.org/gold"
    path.write_text(f"---\nurl: {where}\n---\nThe ferry sank in 1931. Nobody swam ashore.")
    answers = [{"quote": "The ferry sank in 1931.", "verdict": "verified"}]
    (tmp_path / "gold.answers.json").write_text(json.dumps(answers))
    plant(pier, [str(path)])
    selector = {"type": "TextQuoteSelector", "exact": "The ferry sank in 1931."}
    target = {"source": where, "selector": selector}
    on_it = annotation("", target=target)
    of_it = review("The ferry sank in 1931.", {"alternateName": "disputed"})
    done = bring(pier, tmp_path, [on_it, of_it])
    assert (done.new, len(done.orphans)) == (0, 2)


def test_who_speaks_outside_reads_nothing(pier: Workbench, tmp_path: Path) -> None:
    bring(pier, tmp_path, annotation("She denies it."))
    with reading(pier.engine) as session:
        assert reviewers.languages(session) == {}
    with pytest.raises(NotFound):
        links_of(pier, "Harbour Watch")


def test_a_desk_that_only_heard_others_has_lost_no_project(
    pier: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    bring(pier, tmp_path, annotation("She denies it."))
    with Client(pier.settings, fake) as client:
        publish(pier, client)
        project = next(iter(fake.projects))
        fake.projects.clear()
        assert project
        pull(pier, client, depth=SWEEP)
    assert len(said(pier)) == 1


def readings(bench: Workbench) -> tuple[Any, ...]:
    with reading(bench.engine) as session:
        articles = [number for number, _ in facts.texts(session)]
        return (
            deliveries.finished(session, articles),
            deliveries.left_on(session, articles),
            deliveries.count_live(session),
            deliveries.annotations_on(session, articles),
            rereadings.last_saved(session, articles),
        )


def test_what_was_brought_in_can_be_taken_back_and_come_again(
    pier: Workbench, tmp_path: Path
) -> None:
    bring(pier, tmp_path, annotation("Eleven piles are cracked."))
    with pytest.raises(NotFound):
        withdraw(pier, "Somebody Else")
    assert withdraw(pier, "harbour watch").articles == 1
    assert said(pier) == []
    verify(pier)
    with pytest.raises(NotFound):
        withdraw(pier, "Harbour Watch")
    assert bring(pier, tmp_path, annotation("Eleven piles are cracked.")).new == 1
    assert len(said(pier)) == 1


def test_the_name_is_kept_apart_and_can_be_forgotten(pier: Workbench, tmp_path: Path) -> None:
    """Nothing in the ledger names anybody, and the same name is somebody else afterwards."""
    bring(pier, tmp_path, annotation("Eleven piles are cracked."))
    (person,) = list_reviewers(pier)
    assert (person.email, person.outside, person.links) == ("Harbour Watch", True, [])
    assert said(pier)[0].reviewer == person.pseudonym
    assert person.pseudonym.startswith("o-")
    with reading(pier.engine) as session:
        entry = session.get_one(Delivery, 1)
        assert "Harbour" not in json.dumps(entry.body) + entry.annotation + entry.key
    erase_reviewer(pier, "Harbour Watch")
    (erased,) = list_reviewers(pier)
    assert erased.email is None
    assert said(pier)[0].reviewer == erased.pseudonym != person.pseudonym
    bring(pier, tmp_path, annotation("She denies it."))
    assert len(list_reviewers(pier)) == 2
    assert withdraw(pier, erased.pseudonym).articles == 1


def test_nobody_speaks_for_our_reviewers(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    fill(bench, fake, tmp_path)
    with reading(bench.engine) as session:
        address = session.get_one(Reviewer, 2).email or ""
    with pytest.raises(BadInput, match="reviewer of this desk"):
        bring(bench, tmp_path, annotation("x"), name=address.upper())
    done = bring(bench, tmp_path, annotation("The mayor knew.", creator=address))
    assert "judges in Label Studio" in done.orphans[0].why


def test_wishes_that_cannot_be_granted(pier: Workbench, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot mean"):
        bring(pier, tmp_path, [], told={"False": "wrong"})
    with pytest.raises(BadInput, match="name cannot"):
        bring(pier, tmp_path, [], name="a\nb")
    with pytest.raises(NotFound, match="no article"):
        bring(pier, tmp_path, [], articles=("https://example.org/none",))
    with pytest.raises(BadInput, match="nothing to bring in"):
        bring_in(pier, [], Wishes())
    labels = {k: v for k, v in pier.labels.labels.items() if v.counts != "abstain"}
    without = replace(pier, labels=replace(pier.labels, labels=labels))
    with pytest.raises(BadInput, match="as evidence"):
        bring(without, tmp_path, [], evidence=True)
