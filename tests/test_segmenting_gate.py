"""Segmenting against the gold corpus: every figure has a floor, and no floor sinks in silence."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claimdesk.segmenting import Hints, Span, split

from . import gold_floors as floors
from .gold_segments import CORPUS, FIGURES, Measured, digest, files, languages, measure, read

TODAY = "2026-03-14"
OLD: Measured = {"overall": {"role": 90.0}, "en": {"role": 95.0}}
BETTER: Measured = {"overall": {"role": 92.0}, "en": {"role": 94.9}}
WHY = "two articles in Greek are new, and harder"

Edit = Callable[[dict[str, Any]], object]

AGREED = "3857f904bfa49ea9"
"""The seal of the last entry of `floors.json`: whoever raises or lowers a floor writes it here."""


def splitter(text: str) -> list[Span]:
    return split(text, Hints())


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(read(), splitter)


@pytest.fixture(scope="module")
def kept(request: pytest.FixtureRequest, measured: Measured) -> floors.Kept:
    """The floors; with an option that asks for it, pinned anew before anything is tested."""
    found, today = floors.load(), datetime.now(UTC).date().isoformat()
    up, why = (request.config.getoption(name) for name in ("--raise-floors", "--lower-floors"))
    try:
        if why is not None:
            found = floors.lowered(found, digest(), measured, today, why)
        elif up:
            found = floors.raised(found, digest(), measured, today)
    except ValueError as error:
        pytest.exit(f"No floor was moved: {error}", returncode=pytest.ExitCode.USAGE_ERROR)
    if why is not None or up:
        floors.save(found)
    return found


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("language", languages())
def test_a_figure_is_not_below_its_floor(
    kept: floors.Kept, measured: Measured, language: str, figure: str
) -> None:
    assert floors.below(kept, measured, language, figure) is None


def test_floors_hold_what_was_reached(kept: floors.Kept, measured: Measured) -> None:
    assert floors.far_below(kept, measured) == []


def test_corpus_floors_and_history_belong_together(kept: floors.Kept) -> None:
    assert floors.faults(kept, digest()) == []


def test_the_history_is_the_one_that_was_agreed_on(kept: floors.Kept) -> None:
    """The file alone can be written anew from its beginning; this line is changed by hand."""
    assert kept["history"][-1]["seal"] == AGREED, "floors.json has another history: see AGREED"


def test_the_corpus_is_as_large_as_it_was_promised() -> None:
    articles = read()
    segments = [segment for article in articles for segment in article.segments]
    assert (len(articles) >= 30, len(segments) >= 700) == (True, True)
    assert {"ar", "de", "el", "en", "es", "fr", "hi", "it", "ja", "pl", "ro", "ru", "uk"} <= {
        *languages()
    }


# The guard itself, on copies.


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for path in files()[:6]:
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.fixture
def pinned(corpus: Path) -> floors.Kept:
    empty = floors.load(corpus / "floors.json")
    return floors.lowered(empty, digest(corpus), OLD, TODAY, "pinned for the first time of all")


def test_floors_are_read_as_they_were_written(corpus: Path, pinned: floors.Kept) -> None:
    floors.save(pinned, corpus / "floors.json")
    assert floors.load(corpus / "floors.json") == pinned
    assert floors.faults(pinned, digest(corpus)) == []


def sink_the_floor(kept: dict[str, Any]) -> None:
    kept["floors"]["en"]["role"] = 50.0


def sink_it_in_the_history_too(kept: dict[str, Any]) -> None:
    sink_the_floor(kept)
    sink_the_floor(kept["history"][-1])


def forget_a_floor(kept: dict[str, Any]) -> None:
    del kept["floors"]["en"]


def forget_the_history(kept: dict[str, Any]) -> None:
    kept["history"].clear()


@pytest.mark.parametrize(
    "edit", [sink_the_floor, sink_it_in_the_history_too, forget_a_floor, forget_the_history]
)
def test_a_floor_that_is_lowered_by_hand_is_seen(
    corpus: Path, pinned: floors.Kept, edit: Edit
) -> None:
    kept = json.loads(json.dumps(pinned))
    edit(kept)
    assert floors.faults(kept, digest(corpus)) != []


def test_an_entry_that_lowers_a_floor_needs_its_reason(corpus: Path, pinned: floors.Kept) -> None:
    entry = {"date": TODAY, "digest": pinned["digest"], "floors": BETTER, "why": "raised"}
    entry["seal"] = floors.seal(pinned["history"][-1]["seal"], entry)
    kept = {**pinned, "floors": BETTER, "history": [*pinned["history"], entry]}
    assert floors.faults(kept, digest(corpus)) == [
        f"the entry of {TODAY} lowers a floor without a reason"
    ]


def test_lowering_asks_for_a_reason(corpus: Path, pinned: floors.Kept) -> None:
    with pytest.raises(ValueError, match="say why"):
        floors.lowered(pinned, digest(corpus), BETTER, TODAY, "better so")
    kept = floors.lowered(pinned, digest(corpus), BETTER, TODAY, WHY)
    assert (kept["floors"], floors.faults(kept, digest(corpus))) == (BETTER, [])


def test_raising_never_lowers(corpus: Path, pinned: floors.Kept) -> None:
    kept = floors.raised(pinned, digest(corpus), BETTER, TODAY)
    assert kept["floors"] == {"overall": {"role": 92.0}, "en": {"role": 95.0}}
    assert floors.faults(kept, digest(corpus)) == []


@pytest.mark.parametrize(("value", "said"), [(89.99, True), (90.0, False), (90.5, False)])
def test_a_figure_below_its_floor_is_said(pinned: floors.Kept, value: float, said: bool) -> None:
    found = floors.below(pinned, {"overall": {"role": value}}, "overall", "role")
    assert (found is not None) == said


@pytest.mark.parametrize(("value", "said"), [(90.5, 0), (90.51, 1), (10.0, 0)])
def test_a_floor_far_below_what_is_reached_is_said(
    pinned: floors.Kept, value: float, said: int
) -> None:
    now: Measured = {"overall": {"role": value}, "en": {"role": 95.0}}
    assert len(floors.far_below(pinned, now)) == said


def test_a_figure_that_is_no_longer_measured_is_said(pinned: floors.Kept) -> None:
    assert floors.far_below(pinned, {"overall": {"role": 90.0}}) == [
        "role of en has a floor, but is not measured"
    ]


def test_a_figure_without_a_floor_is_said(pinned: floors.Kept) -> None:
    assert floors.below(pinned, {"fr": {"role": 100.0}}, "fr", "role") is not None


def test_an_edited_article_is_seen(corpus: Path, pinned: floors.Kept) -> None:
    path = files(corpus)[0]
    path.write_text(path.read_text(encoding="utf-8").replace("body", "quote", 1), encoding="utf-8")
    assert floors.faults(pinned, digest(corpus)) == ["the corpus is not the one that was pinned"]
    with pytest.raises(ValueError, match="another one"):
        floors.raised(pinned, digest(corpus), BETTER, TODAY)


def test_missing_files_are_seen(corpus: Path, pinned: floors.Kept) -> None:
    files(corpus)[0].unlink()
    assert floors.faults(pinned, digest(corpus)) == ["the corpus is not the one that was pinned"]
    with pytest.raises(ValueError, match="two files"):
        read(corpus)


@pytest.mark.parametrize(
    ("old", "new"),
    [("\tIt rained.", "\tIt  rained."), ("body\ten\t-\tIt stopped.\n", ""), ("Ann", "Bo")],
)
def test_gold_that_does_not_tile_its_text_is_refused(tmp_path: Path, old: str, new: str) -> None:
    gold = "body\ten\t-\tIt rained.\nquote\ten\tAnn\t“No,” said Ann.\nbody\ten\t-\tIt stopped.\n"
    (tmp_path / "en-a.txt").write_text("It rained. “No,” said Ann.\nIt stopped.\n")
    (tmp_path / "en-a.gold").write_text(gold)
    assert len(read(tmp_path)[0].segments) == 3
    (tmp_path / "en-a.gold").write_text(gold.replace(old, new))
    with pytest.raises(ValueError, match=r"goes on|speaker"):
        read(tmp_path)


def test_gold_against_itself_is_flawless(corpus: Path) -> None:
    (article, *_) = read(corpus)
    spans = [
        Span(
            one.start,
            one.end,
            one.role,
            language=one.language,
            speaker=_place(article.text, one.speaker),
        )
        for one in article.segments
    ]
    assert {*measure([article], lambda _: spans)["overall"].values()} == {100.0}


def _place(text: str, speaker: str) -> tuple[int, int] | None:
    start = text.index(speaker)
    return (start, start + len(speaker)) if speaker else None


def test_one_span_over_everything_scores_little() -> None:
    found = measure(read(CORPUS)[:3], lambda text: [Span(0, len(text.rstrip()), "body")])
    assert (found["overall"]["boundary_f1"], found["overall"]["span_f1"]) == (0.0, 0.0)
    assert found["overall"]["furniture_recall"] == 0.0
