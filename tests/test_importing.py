"""What others say of claims comes in, and what we exported comes back as it was."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claimdesk import recipes
from claimdesk.errors import BadInput, NotFound
from claimdesk.labelstudio.client import Client
from claimdesk.models import Delivery, Reviewer
from claimdesk.settings import Settings
from claimdesk.snapshot import JudgementView
from claimdesk.store import deliveries, facts, rereadings, reviewers
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import SWEEP, pull
from claimdesk.workflow.handling import replay
from claimdesk.workflow.history import as_of
from claimdesk.workflow.importing import Imported, Wishes, bring_in, withdraw
from claimdesk.workflow.inviting import links_of
from claimdesk.workflow.loading import load
from claimdesk.workflow.planting import plant
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status, take_snapshot
from claimdesk.workflow.reviewers import erase_reviewer, list_reviewers
from claimdesk.workflow.verifying import verify

from .fake_labelstudio import FakeLabelStudio
from .filling import ARTICLES, fill

PAGE = "https://example.org/pier"
TEXT = (
    "The pier is shut. Eleven piles are cracked. The mayor knew of it, said the harbour master. "
    "The pier is shut. She denies it."
)
ALWAYS = (
    *("claim_id", "article_id", "start", "end", "verdict", "change", "reason", "note"),
    "confidence",
)


@pytest.fixture
def pier(bench: Workbench, tmp_path: Path) -> Workbench:
    """A desk with one article, which has an address."""
    put(bench, tmp_path, TEXT)
    return bench


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workbench]:
    """Another desk, on SQLite, with nothing in it."""
    opened = open_workbench(Settings.read(tmp_path / "other"))
    yield opened
    opened.engine.dispose()


def put(bench: Workbench, folder: Path, text: str) -> None:
    path = folder / "pier.txt"
    path.write_text(f"---\nurl: {PAGE}\n---\n{text}", encoding="utf-8")
    load(bench, [str(path)])


def bring(bench: Workbench, folder: Path, value: Any, **wishes: Any) -> Imported:
    path = folder / "in.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return bring_in(bench, [str(path)], Wishes(**wishes))


def said(bench: Workbench) -> list[JudgementView]:
    with take_snapshot(bench) as snapshot:
        return list(snapshot.judgements)


def annotation(quote: str, verdict: str | None = "disputed", **more: Any) -> dict[str, Any]:
    """An annotation as W3C has it."""
    selector = {"type": "TextQuoteSelector", "exact": quote} | more.pop("around", {})
    places = more.pop("places", [])
    bodies = [{"type": "TextualBody", "purpose": "assessing", "value": verdict}] if verdict else []
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://notes.example/1",
        "type": "Annotation",
        "creator": {"type": "Person", "name": "Harbour Watch"},
        "created": "2026-03-01T10:00:00Z",
        "body": bodies,
        "target": {"source": PAGE, "selector": [selector, *places]},
    } | more


def hypothesis(quote: str, tags: list[str], text: str = "") -> dict[str, Any]:
    """An annotation as the API of Hypothesis gives it."""
    return {
        "id": "abc",
        "created": "2026-03-01T10:00:00.000000+00:00",
        "updated": "2026-03-02T10:00:00.000000+00:00",
        "user": "acct:watch@hypothes.is",
        "uri": PAGE,
        "text": text,
        "tags": tags,
        "links": {"html": "https://hypothes.is/a/abc", "json": "https://hypothes.is/api/a/abc"},
        "target": [
            {
                "source": PAGE,
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"},
                    {"type": "TextPositionSelector", "start": 3, "end": 9},
                    {"type": "TextQuoteSelector", "exact": quote, "prefix": "", "suffix": ""},
                ],
            }
        ],
    }


def review(claimed: str, rating: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A review as schema.org has it."""
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://checks.example/pier",
        "claimReviewed": claimed,
        "author": {"@type": "Organization", "name": "Checks"},
        "datePublished": "2026-03-03",
        "reviewRating": {"@type": "Rating"} | rating,
    } | more


def google(claimed: str, rating: str) -> dict[str, Any]:
    """A page of Google's Fact Check Tools."""
    checked = {
        "publisher": {"name": "Checks", "site": "checks.example"},
        "url": "https://checks.example/pier",
        "title": "Is the pier shut?",
        "reviewDate": "2026-03-03T00:00:00Z",
        "textualRating": rating,
        "languageCode": "en",
    }
    return {"claims": [{"text": claimed, "claimant": "The mayor", "claimReview": [checked]}]}


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
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path, other: Workbench, format_name: str
) -> None:
    """W3C export and import: on a desk with the same articles, judgement by judgement."""
    fill(bench, fake, tmp_path)
    load(other, [str(tmp_path / f"{name}.txt") for name in ARTICLES])
    path = tmp_path / f"out.{format_name}"
    export(bench, "webannotation", format_name, path)
    done = bring_in(other, [str(path)], Wishes())
    expected = by_reviewer(bench)
    assert by_reviewer(other) == expected
    assert done.new == sum(map(len, expected)) > 20
    assert done.people == len(expected) > 1
    held = {one.discounted for one in said(bench)} - {None}
    assert [one.why for one in done.orphans if "did not count" not in one.why] == []
    assert len(done.orphans) == sum(one.discounted is not None for one in said(bench))
    assert all(f"({code})" in " ".join(one.why for one in done.orphans) for code in held)
    with take_snapshot(bench) as here, take_snapshot(other) as there:
        assert [one.votes for one in there.claims] == [one.votes for one in here.claims]


def export(bench: Workbench, name: str, format_name: str, path: Path) -> None:
    recipe = recipes.find(bench.exports_dir, name)
    with take_snapshot(bench) as snapshot:
        path.write_bytes(b"".join(recipes.render(recipe, snapshot, format_name)))


def states(bench: Workbench) -> dict[str, tuple[str, str | None]]:
    with take_snapshot(bench) as snapshot:
        return {one.id: (one.state, one.verdict) for one in snapshot.claims}


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


def test_a_text_that_moved_is_found_again(
    bench: Workbench, tmp_path: Path, other: Workbench
) -> None:
    """Another opening, other blanks and other quotation marks; the same words."""
    moved = f"An opening that was not there before. {TEXT.replace(' said', chr(10) + 'said')}"
    put(other, tmp_path, moved)
    words = "The mayor knew of it, said the harbour master."
    start = TEXT.index(words)
    stood = {"type": "TextPositionSelector", "start": start, "end": start + len(words)}
    done = bring(other, tmp_path, annotation(words, places=[stood]))
    assert done.orphans == []
    (one,) = said(other)
    assert " ".join(one.text.split()) == words
    assert one.start == moved.index("The mayor")


def test_of_words_that_stand_twice_the_surroundings_tell(pier: Workbench, tmp_path: Path) -> None:
    second = TEXT.rindex("The pier")
    twice = annotation("The pier is shut.")
    done = bring(pier, tmp_path, twice)
    assert "2 times" in done.orphans[0].why
    assert said(pier) == []
    around = {"prefix": "said the harbour master. ", "suffix": " She denies"}
    assert bring(pier, tmp_path, annotation("The pier is shut.", around=around)).orphans == []
    assert [one.start for one in said(pier)] == [second]


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


def test_the_surroundings_tell_more_than_where_it_stood(bench: Workbench, tmp_path: Path) -> None:
    words, before = (
        "The pier is shut.",
        "An opening of the very length that is needed here was put in. ",
    )
    first = TEXT.index(words)
    opening = "x" * (TEXT.rindex(words) - first - len(before)) + before
    put(bench, tmp_path, opening + TEXT)
    start = TEXT.rindex(words)
    around = {"prefix": TEXT[start - 32 : start], "suffix": TEXT[start + len(words) :][:32]}
    stood = {"type": "TextPositionSelector", "start": start, "end": start + len(words)}
    assert (opening + TEXT)[start:].startswith(words)
    assert bring(bench, tmp_path, annotation(words, around=around, places=[stood])).new == 1
    assert [one.start for one in said(bench)] == [(opening + TEXT).rindex(words)]


def test_a_claim_is_all_of_it_with_its_period(pier: Workbench, tmp_path: Path) -> None:
    nowhere = {"selector": {"type": "TextQuoteSelector", "exact": "She denies it"}}
    bring(
        pier,
        tmp_path,
        [
            review("She denies it", {"alternateName": "disputed"}),
            annotation("She denies it"),
            annotation("", target=nowhere, creator="Somebody"),
        ],
    )
    assert {one.text for one in said(pier)} == {"She denies it."}
    assert len(said(pier)) == 3


def test_what_names_the_article_wins_over_its_like_elsewhere(
    pier: Workbench, tmp_path: Path
) -> None:
    (tmp_path / "c.txt").write_text("---\nurl: https://c.example/\n---\nShe denies it. It rained.")
    load(pier, [str(tmp_path / "c.txt")])
    both = [
        review(
            "She denies it.",
            {"alternateName": verdict},
            datePublished=day,
            itemReviewed={"appearance": {"url": url}},
        )
        for verdict, day, url in (
            ("verified", "2026-03-01", PAGE),
            ("disputed", "2026-03-02", "https://c.example/#top"),
        )
    ]
    for order in (both, both[::-1]):
        assert bring(pier, tmp_path, order).orphans == []
        with reading(pier.engine) as session:
            texts = dict(facts.texts(session))
        found = {texts[one.article_id][:10]: one.verdict for one in said(pier)}
        assert found == {"The pier i": "verified", "She denies": "disputed"}
        withdraw(pier, "Checks")


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


def test_a_review_is_of_whole_claims_wherever_they_stand(pier: Workbench, tmp_path: Path) -> None:
    """In an article that it does not name, part of a claim is another claim."""
    (tmp_path / "b.txt").write_text("It rained. Eleven piles are cracked, they say, and no more.")
    (tmp_path / "c.txt").write_text("Nobody came. “Eleven piles are cracked.” It rained again.")
    load(pier, [str(tmp_path / "b.txt"), str(tmp_path / "c.txt")])
    done = bring(pier, tmp_path, review("Eleven piles are cracked", {"alternateName": "disputed"}))
    assert (done.new, done.articles) == (2, 2)
    assert all("they say" not in one.text for one in said(pier))
    twice = review("The pier is shut", {"alternateName": "disputed"})
    assert bring(pier, tmp_path, twice).new == 2
    named = {"@type": "Claim", "appearance": [{"@type": "NewsArticle", "url": PAGE}]}
    anew = review("The pier is shut", {"alternateName": "verified"}, itemReviewed=named)
    assert bring(pier, tmp_path, anew | {"dateModified": "2026-04-01"}).new == 2
    part = review("knew of it", {"alternateName": "disputed"}, itemReviewed=named)
    assert bring(pier, tmp_path, part).new == 1


def test_words_that_stand_in_several_articles_are_of_none(pier: Workbench, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("Nobody came. She denies it. It rained again.")
    load(pier, [str(tmp_path / "c.txt")])
    selector = {"type": "TextQuoteSelector", "exact": "She denies it."}
    nowhere = {"source": "urn:claimdesk:article:0123", "selector": selector}
    done = bring(pier, tmp_path, annotation("", target=nowhere))
    assert [one.why for one in done.orphans] == [
        "its words stand in 2 places; say in which: --article"
    ]


def test_of_two_revisions_the_newer_one_is_meant(bench: Workbench, tmp_path: Path) -> None:
    for opening in ("It rained.", "It snowed.", "It thawed."):
        path = tmp_path / "pier.txt"
        path.write_text(f"---\nid: pier\nurl: {PAGE}\n---\n{opening} She denies it.")
        load(bench, [str(path)])
    assert bring(bench, tmp_path, annotation("She denies it.")).new == 1
    with reading(bench.engine) as session:
        texts = dict(facts.texts(session))
    assert [texts[one.article_id][:10] for one in said(bench)] == ["It thawed."]


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


def votes(bench: Workbench, words: str) -> dict[str, int]:
    with take_snapshot(bench) as snapshot:
        return next(dict(one.votes) for one in snapshot.claims if one.text == words)


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


def test_an_article_may_be_named(pier: Workbench, tmp_path: Path) -> None:
    elsewhere = annotation(
        "She denies it.",
        target={"source": "https://example.org/copy"}
        | {"selector": {"type": "TextQuoteSelector", "exact": "She denies it."}},
    )
    assert "is from" in bring(pier, tmp_path, elsewhere).orphans[0].why
    assert bring(pier, tmp_path, elsewhere, articles=(PAGE,)).new == 1


def test_a_merge_stays_a_merge(pier: Workbench, tmp_path: Path) -> None:
    """Where it is told what a reviewer did to the claim's place, each keeps its own claim."""
    wide = "Eleven piles are cracked. The mayor knew of it, said the harbour master."
    with take_snapshot(pier) as snapshot:
        claims = [one for one in snapshot.claims if one.text and one.text in wide]
        (article,) = snapshot.articles
    selector = {"type": "TextQuoteSelector", "exact": wide}
    target = {"source": PAGE, "schema:identifier": article.id, "selector": selector}
    told = [
        {"schema:name": name, "value": value}
        for name, value in (("verdict", "disputed"), ("change", "merge"))
    ]
    both = [
        annotation("", target=target, body=[*told, {"schema:name": "claim", "value": one.id}])
        for one in claims
    ]
    assert bring(pier, tmp_path, both).new == len(both) == 2
    found = {one.claim_id: (one.change, one.text) for one in said(pier)}
    assert found == {one.id: ("merge", wide) for one in claims}


def test_an_added_claim_and_a_passage_of_several(pier: Workbench, tmp_path: Path) -> None:
    part = annotation("harbour master")
    wide = annotation("Eleven piles are cracked. The mayor knew of it, said the harbour master.")
    assert bring(pier, tmp_path, [part, wide]).orphans == []
    found = {(one.change, one.text) for one in said(pier)}
    assert ("added", "harbour master") in found
    assert sum(change == "merge" for change, _ in found) == 1
    assert len(said(pier)) == 3
    verify(pier)
