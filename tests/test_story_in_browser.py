"""The sample story through the hands of two reviewers, by the keyboard alone.

The first works in the light theme, the second in the dark one; pictures of each stage go into the
folder that CLAIMDESK_SCREENSHOTS names.
"""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from claimdesk.desk import toolenv
from claimdesk.errors import ClaimdeskError

from .browser import Keys, ReviewScreen, read_labels, window
from .environment import missing
from .running import RunningDesk, running, wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LABELS = read_labels()
FIRST, SECOND, THIRD = LABELS.verdicts
TURNS = (FIRST, FIRST, SECOND, FIRST, THIRD)
EVERY = 8
"""Evidence is given for one claim in so many, as in a day's work."""

ARABIC = (
    "أغلقت البلدة رصيف العبارات مساء الخميس بعد أن وجد الغواصون شقوقا في 11 من 64 ركيزة.\n"
    "قالت رئيسة البلدية Ingrid Halloran إن القرار لم يكن سهلا. بني الرصيف في عام 1974."
)
HEBREW = "הרציף נסגר ביום חמישי בערב. הוא נבנה בשנת 1974 ותוקן לאחרונה ב-2009."

Row = dict[str, Any]


@dataclass
class Day:
    """What one reviewer did: verdicts and words by claim, and what it took."""

    name: str
    verdicts: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    evidence_keys: list[int] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)
    saw_own: bool = False
    lost: int = 0


@dataclass
class Story:
    """The desk on which all of it happened, and both reviewers' days."""

    desk: RunningDesk
    ada: Day
    bo: Day
    shown: dict[str, str]
    """The hint beside each claim, as it was published."""
    judgements: list[Row]


@pytest.fixture(scope="module")
def story(
    browser: "Browser", pictures: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Story]:
    """Ada, then Bo, judge all six articles on a desk of their own.

    What an adjudicator does afterwards goes on from here.
    """
    try:
        toolenv.ensure(print)
    except ClaimdeskError as error:
        missing(str(error))
    with running(tmp_path_factory.mktemp("story") / "home") as desk:
        shown = _published(desk)
        ada = _work(desk, browser, pictures, Day("ada"), [])
        words = [*ada.evidence.values(), *ada.notes.values(), "ada@claimdesk.local"]
        bo = _work(desk, browser, pictures, Day("bo"), words)
        done = 2 * len(ada.verdicts)
        assert wait_until(lambda: len(_judgements(desk)) >= done, 60)
        yield Story(desk, ada, bo, shown, _judgements(desk))


def _work(
    desk: RunningDesk, browser: "Browser", pictures: Path, day: Day, secrets: list[str]
) -> Day:
    """One reviewer's day: every article of the story, until the stream is empty."""
    context = window(browser, dark=day.name == "bo")
    screen = ReviewScreen(context)
    email = f"{day.name}@claimdesk.local"
    screen.sign_in(desk.said["review"], email, desk.said["logins"][email])
    total = 6
    screen.save_picture(pictures, f"story-{day.name}-1-stream")
    while len(day.articles) < total:
        _judge_article(screen, day, secrets, pictures)
        saved = screen.submit() if len(day.articles) < total - 1 else screen.submit_last()
        day.articles.append(saved["task"])
    day.lost = screen.lost
    context.close()
    return day


def _judge_article(screen: ReviewScreen, day: Day, secrets: list[str], pictures: Path) -> None:
    """`n` and a digit for every claim; here and there a reason, evidence and a note."""
    claims = _open_claims(screen)
    for number, region in enumerate(claims):
        began, keys = time.perf_counter(), screen.keys
        while screen.next_claim() != region:  # furniture is passed by
            began, keys = time.perf_counter(), screen.keys
        label = TURNS[(number + (day.name == "bo" and number % 7 == 6)) % len(TURNS)]
        screen.label(label)
        day.seconds.append(time.perf_counter() - began)
        day.keys.append(screen.keys - keys)
        day.verdicts[region] = label
        if number % EVERY == 0:
            _explain(screen, day, region, label, last=number + EVERY >= len(claims))
            day.hints[region] = screen.hint()
            held = screen.held()
            day.leaked += [one for one in secrets if one in held]
            day.saw_own = day.saw_own or day.evidence[region] in held
            if number == EVERY:
                screen.save_picture(pictures, f"story-{day.name}-2-evidence-{len(day.articles)}")


def _explain(screen: ReviewScreen, day: Day, region: str, label: str, *, last: bool) -> None:
    """A reason by its key, evidence one Tab away, and beside the last of them a note."""
    if reasons := Keys.read().reasons.get(label):
        day.reasons[region], key = next(iter(reasons.items()))
        screen.press(key)
    keys = screen.keys
    day.evidence[region] = f"https://example.org/{day.name}/{region}"
    screen.reach("link")
    screen.enter(day.evidence[region], done=None if last else "Enter")
    day.evidence_keys.append(screen.keys - keys)
    if last:
        day.notes[region] = f"{day.name}: Seite 3 😀 {region}"
        screen.reach("Short")
        screen.enter(day.notes[region])


def _open_claims(screen: ReviewScreen) -> list[str]:
    """The claims without a verdict, in order: what is shown as furniture is left out."""
    script = """open => [...document.querySelectorAll(`.htx-highlight[data-label$=":${open}"]`)]
        .map(one => /htx-highlight-(\\S+)-\\d+/.exec(one.className)[1])"""
    return list(dict.fromkeys(screen.page.evaluate(script, LABELS.open)))


def _published(desk: RunningDesk) -> dict[str, str]:
    asked = {"project": desk.project, "page_size": 100, "fields": "all"}
    with desk.labelstudio as api:
        tasks = api.get("/api/tasks", params=asked).json()["tasks"]
    regions = [one for task in tasks for one in task["predictions"][0]["result"]]
    return {one["id"]: one.get("meta", {"text": [""]})["text"][0] for one in regions}


def _judgements(desk: RunningDesk) -> list[Row]:
    done = desk.run("export", "judgements", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.split("\n")[:-1]]


def _of(story: Story, day: Day) -> dict[str, Row]:
    """What was exported of one reviewer's claims, by claim."""
    listed = json.loads(story.desk.run("reviewers", "list", "--json").stdout)["items"]
    names = {one["email"]: one["pseudonym"] for one in listed}
    mine = names[f"{day.name}@claimdesk.local"]
    return {one["claim"]: one for one in story.judgements if one["reviewer"] == mine}


def test_both_reviewers_judged_the_whole_story(story: Story) -> None:
    assert story.ada.articles == story.bo.articles
    assert len(story.ada.articles) == 6
    assert len(story.ada.verdicts) >= 170


@pytest.mark.parametrize("name", ["ada", "bo"])
def test_all_that_was_said_by_the_keyboard_reaches_the_export(story: Story, name: str) -> None:
    day: Day = getattr(story, name)
    found = _of(story, day)
    said = {claim: found[claim]["verdict"] for claim in day.verdicts}
    assert said == day.verdicts
    assert {claim: found[claim]["evidence"] for claim in day.evidence} == {
        claim: [words] for claim, words in day.evidence.items()
    }
    assert {claim: found[claim]["note"] for claim in day.notes} == day.notes
    assert {claim: found[claim]["reason"] for claim in day.reasons} == day.reasons


def test_a_claim_takes_two_keys(
    story: Story, record_testsuite_property: Callable[[str, object], None]
) -> None:
    keys = story.ada.keys + story.bo.keys
    seconds = story.ada.seconds + story.bo.seconds
    record_testsuite_property("claims judged", len(keys))
    record_testsuite_property("keys per claim", round(sum(keys) / len(keys), 3))
    record_testsuite_property("median seconds per claim", round(median(seconds), 3))
    assert sum(keys) <= 2 * len(keys) + story.ada.lost + story.bo.lost
    assert story.ada.lost + story.bo.lost <= 0.02 * len(keys)


def test_evidence_is_one_key_away_and_one_to_finish(story: Story) -> None:
    assert set(story.ada.evidence_keys + story.bo.evidence_keys) <= {1, 2}
    assert len(story.ada.evidence) >= 20


def test_the_origin_stands_beside_a_claim_of_a_retelling(story: Story) -> None:
    told = {claim: hint for claim, hint in story.ada.hints.items() if hint}
    assert len(told) >= 15
    assert story.ada.hints == {claim: story.shown[claim] for claim in story.ada.hints}


def test_the_second_reviewers_pages_hold_nothing_of_the_first_ones(story: Story) -> None:
    assert story.ada.saw_own
    assert story.bo.leaked == []


def test_a_right_to_left_article_starts_at_the_right(
    story: Story, browser: "Browser", pictures: Path, tmp_path: Path
) -> None:
    lines = [{"title": text.split()[0], "text": text} for text in (ARABIC, HEBREW)]
    path = tmp_path / "rtl.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert story.desk.run("load", str(path)).returncode == 0
    assert story.desk.run("publish").returncode == 0
    for dark in (False, True):
        context = window(browser, dark=dark)
        screen = ReviewScreen(context)
        email = "cem@claimdesk.local"
        screen.sign_in(story.desk.said["review"], email, story.desk.said["logins"][email])
        while not next(iter(screen.shown().values())).startswith(ARABIC[:10]):
            screen.skip()
        region = screen.next_claim()
        screen.label(FIRST)
        screen.reach("link")
        text = screen.page.locator(".desk-text").bounding_box()
        first, last = screen.place(region, ARABIC.split(maxsplit=1)[0])
        assert text is not None
        assert text["x"] + text["width"] - first["right"] < 60
        assert first["right"] > last["left"]
        screen.save_picture(pictures, f"story-right-to-left-{'dark' if dark else 'light'}")
        context.close()
