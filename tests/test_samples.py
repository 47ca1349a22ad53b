"""The sample story keeps its word: the gold file says what the articles really contain."""

import json
import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from claimdesk.settings import bundled

SAMPLES = bundled("samples")
GOLD: dict[str, Any] = json.loads((SAMPLES / "gold.json").read_text(encoding="utf-8"))
ARTICLES = sorted(GOLD["articles"])
RETELLINGS = [name for name in ARTICLES if name != GOLD["original"]]
FIELDS = ["title", "url", "publisher", "author", "published", "language", "story"]
DRIFTS = (
    "quantity approximator unit name role entity-swap negation predicate direction modality tense "
    "scope speaker source-count quote-wording quote-boundary omitted-attribution added omitted"
).split()
EXAMPLE_HOST = re.compile(r"(?:[\w-]+\.)*example\.(?:org|com|net)")
MIXED_SCRIPT = re.compile(r"\b\w*(?:[A-Za-z][\u0400-\u04FF]|[\u0400-\u04FF][A-Za-z])\w*\b")


def parts(name: str) -> tuple[dict[str, str], str]:
    _, head, body = (SAMPLES / name).read_text(encoding="utf-8").split("---\n", 2)
    return dict(line.split(": ", 1) for line in head.splitlines()), body.removeprefix("\n")


def span(body: str, quote: str, occurrence: int = 1) -> tuple[int, int]:
    starts = [m.start() for m in re.finditer(f"(?={re.escape(quote)})", body)]
    assert len(starts) >= occurrence, f"not found: {quote}"
    assert occurrence > 1 or len(starts) == 1, f"found {len(starts)} times: {quote}"
    return starts[occurrence - 1], starts[occurrence - 1] + len(quote)


def furniture_spans(name: str) -> list[tuple[int, int]]:
    body = parts(name)[1]
    pieces = GOLD["articles"][name]["furniture"]
    return [span(body, piece["quote"], piece.get("occurrence", 1)) for piece in pieces]


def claims(name: str) -> list[str]:
    told = [match["claim"] for match in GOLD["matches"] if match["retelling"] == name]
    return [*told, *GOLD["articles"][name].get("claims", [])]


def origins(match: dict[str, Any]) -> list[str]:
    first = [match["origin"]] if match["origin"] else []
    return [*first, *match.get("also", [])]


def drifts() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(match, drift) for match in GOLD["matches"] for drift in match["drifts"]]


def test_every_article_is_in_the_gold_file_and_every_file_is_an_article() -> None:
    assert sorted(path.name for path in SAMPLES.glob("*.txt")) == ARTICLES
    assert len(RETELLINGS) == 5


@pytest.mark.parametrize("name", ARTICLES)
def test_the_front_matter_is_complete_and_agrees_with_the_gold_file(name: str) -> None:
    head, body = parts(name)
    assert list(head) == FIELDS
    assert all(head.values())
    assert head["story"] == GOLD["story"]
    assert head["language"] == GOLD["articles"][name]["language"]
    assert body.splitlines()[0] == head["title"] == GOLD["articles"][name]["title"]


@pytest.mark.parametrize("name", ARTICLES)
def test_a_paragraph_is_one_line_and_a_blank_line_parts_paragraphs(name: str) -> None:
    body = parts(name)[1]
    assert body.endswith("\n")
    assert all(len(block.splitlines()) == 1 for block in body.strip().split("\n\n"))


@pytest.mark.parametrize("name", ARTICLES)
def test_claims_and_furniture_tile_the_article(name: str) -> None:
    body = parts(name)[1]
    spans = sorted([span(body, claim) for claim in claims(name)] + furniture_spans(name))
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    between = zip(
        [0] + [end for _, end in spans], [start for start, _ in spans] + [len(body)], strict=True
    )
    assert not "".join(body[end:start] for end, start in between).strip()


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_has_fifteen_to_sixty_sentences(name: str) -> None:
    assert 15 <= len(claims(name)) <= 60
    assert len(claims(name)) + len(GOLD["articles"][name]["furniture"]) <= 60


def test_furniture_has_a_known_role_and_a_reason() -> None:
    pieces = [piece for name in ARTICLES for piece in GOLD["articles"][name]["furniture"]]
    assert {piece["role"] for piece in pieces} == {"boilerplate", "byline", "heading"}
    assert all(piece["reason"] for piece in pieces)


def test_every_origin_is_a_claim_of_the_original() -> None:
    known = set(claims(GOLD["original"]))
    assert {origin for match in GOLD["matches"] for origin in origins(match)} <= known


def test_a_claim_without_an_origin_is_an_addition_or_says_where_the_report_comes_from() -> None:
    orphans = [match for match in GOLD["matches"] if not match["origin"]]
    added = [match for match in orphans if [d["type"] for d in match["drifts"]] == ["added"]]
    lineage = [match for match in orphans if match.get("lineage") and not match["drifts"]]
    assert len(added) + len(lineage) == len(orphans) == 3


def test_every_kind_of_drift_is_planted_and_no_other() -> None:
    assert {drift["type"] for _, drift in drifts()} == set(DRIFTS)


def test_drifting_words_stand_once_in_the_claim_and_once_in_its_origin() -> None:
    for match, drift in drifts():
        there, here = drift["in_origin"], drift["in_retelling"]
        assert drift["note"]
        assert there is None or "\n".join(origins(match)).count(there) == 1
        assert here is None or match["claim"].count(here) == 1
        assert there != here


def test_only_what_was_added_or_left_out_lacks_words_on_one_side() -> None:
    bare = {drift["type"] for _, drift in drifts() if not drift["in_origin"]}
    dropped = {drift["type"] for _, drift in drifts() if not drift["in_retelling"]}
    assert bare == {"added"}
    assert dropped == {"omitted", "omitted-attribution"}


def test_a_changed_quotation_says_whether_its_meaning_is_kept() -> None:
    assert all(
        isinstance(drift.get("meaning_kept"), bool) == (drift["type"] == "quote-wording")
        for _, drift in drifts()
    )


def test_what_is_not_a_drift_stands_in_a_matched_pair_and_is_not_listed_as_one() -> None:
    matches = {(match["retelling"], match["claim"]): match for match in GOLD["matches"]}
    for case in GOLD["not_drifts"]:
        match = matches[case["retelling"], case["claim"]]
        assert case["origin"] in origins(match)
        assert case["origin"].count(case["in_origin"]) == 1
        assert case["claim"].count(case["in_retelling"]) == 1
        told = [(drift["in_origin"], drift["in_retelling"]) for drift in match["drifts"]]
        assert (case["in_origin"], case["in_retelling"]) not in told


def test_transliterations_number_words_and_date_formats_are_among_the_non_drifts() -> None:
    kinds = {case["kind"] for case in GOLD["not_drifts"]}
    assert {"transliteration", "number-words", "date-format"} <= kinds


def test_claims_that_are_none_belong_to_the_original() -> None:
    original = GOLD["articles"][GOLD["original"]]
    assert {entry["quote"] for entry in original["not_claims"]} <= set(original["claims"])
    assert {entry["reason"] for entry in original["not_claims"]} == {"prediction", "opinion"}


def test_the_only_words_of_two_scripts_are_the_listed_ones() -> None:
    found = [(name, word) for name in ARTICLES for word in MIXED_SCRIPT.findall(parts(name)[1])]
    assert found == [(entry["file"], entry["word"]) for entry in GOLD["mixed_script"]]
    assert all(
        entry["word"].count(entry["letter"]) == 1
        and f"U+{ord(entry['letter']):04X}" == entry["code_point"]
        for entry in GOLD["mixed_script"]
    )


def test_the_only_characters_beyond_the_first_plane_are_the_listed_emoji() -> None:
    found = [(name, char) for name in ARTICLES for char in parts(name)[1] if ord(char) > 0xFFFF]
    assert found == [(entry["file"], entry["quote"]) for entry in GOLD["emoji"]]


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_no_file_of_the_story_names_a_real_domain_or_is_decomposed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    hosts = re.findall(r"https?://([^/\s\"]+)|\bwww\.([^/\s\"]+)", text)
    assert all(EXAMPLE_HOST.fullmatch(host) for pair in hosts for host in pair if host)
    assert not re.search(
        r"\b[\w-]{2,}\.(?:com|org|net|de|ua|info|eu|io)\b(?<!example\.\w{3})", text
    )


def test_the_readme_tells_every_planted_drift() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    rows = [line for line in readme.splitlines() if line.startswith("| ")]
    for _, drift in drifts():
        words = [drift["type"], drift["in_origin"] or "–", drift["in_retelling"] or "–"]
        assert f"| {' | '.join(words)} |" in rows
    assert all(f"`{name}`" in readme for name in ARTICLES)
