"""Where in our articles it is put what others say of a passage."""

from pathlib import Path

from claimdesk.store import facts
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.importing import withdraw
from claimdesk.workflow.loading import load
from claimdesk.workflow.reading import take_snapshot
from claimdesk.workflow.verifying import verify

from .outsiders import (
    PAGE,
    TEXT,
    annotation,
    bring,
    put,
    review,
    said,
)


def test_a_text_that_moved_is_found_again(
    bench: Workbench, tmp_path: Path, elsewhere: Workbench
) -> None:
    """Another opening, elsewhere blanks and elsewhere quotation marks; the same words."""
    moved = f"An opening that was not there before. {TEXT.replace(' said', chr(10) + 'said')}"
    put(elsewhere, tmp_path, moved)
    words = "The mayor knew of it, said the harbour master."
    start = TEXT.index(words)
    stood = {"type": "TextPositionSelector", "start": start, "end": start + len(words)}
    done = bring(elsewhere, tmp_path, annotation(words, places=[stood]))
    assert done.orphans == []
    (one,) = said(elsewhere)
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
    part = review("denies it.", {"alternateName": "verified"}, itemReviewed=both[0]["itemReviewed"])
    assert bring(pier, tmp_path, [part | {"datePublished": "2026-03-01"}, both[1]]).orphans == []
    found = {texts[one.article_id][:10]: one.verdict for one in said(pier)}
    assert found == {"The pier i": "verified", "She denies": "disputed"}


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
