"""The main job as people do it: two reviewers in Chromium, then what the editors get.

Pictures of every stage go into the folder that CLAIMDESK_SCREENSHOTS names.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimdesk.settings import Settings

from .browser import Keys, Requests, ReviewScreen, read_labels, window
from .environment import missing
from .network import Trace, can_trace, tracer
from .running import RunningDesk, wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TAGGED = 25
LONG = 8
EVIDENCE = "https://example.org/pier/report"
NOTE = "Seite 3 des Berichts 😀"
LABELS = read_labels()
ABSTAIN = next(one for one in LABELS.labels if LABELS.counts(one) == "abstain")
FIRST, SECOND, THIRD = LABELS.verdicts
TAKEN_IN_TURN = (FIRST, SECOND, THIRD, LABELS.reject, ABSTAIN)
DISAGREES = {1: FIRST, 6: THIRD, 7: FIRST, 13: FIRST, 14: SECOND}

Row = dict[str, Any]


@dataclass
class Said:
    """What one reviewer did on the screen, by claim."""

    reviewer: str
    verdicts: dict[str, str] = field(default_factory=dict)


@dataclass
class Review:
    """Both reviewers' work, what became of it, and the network while it went on."""

    skipped: str
    text: str
    order: list[str]
    ada: Said
    bo: Said
    explained: str
    reasoned: tuple[str, str]
    moved: tuple[str, str, str]
    added: str
    saved: list[Row]
    waited: float
    claims: dict[str, Row]
    judgements: list[Row]
    requests: int
    left: list[str]
    lost: int

    def judgement(self, claim: str, said: Said) -> Row:
        return next(
            one
            for one in self.judgements
            if one["claim"] == claim and one["reviewer"] == said.reviewer
        )


@pytest.fixture(scope="module")
def review(desk: RunningDesk, browser: "Browser", pictures: Path) -> Review:
    """Ada and Bo judge the same article, one after the other."""
    ada, bo = list(desk.said["logins"])[:2]
    context = window(browser)
    requests = Requests(context)
    screen = ReviewScreen(context)
    stage = _Stage(screen, pictures, "ada")
    screen.page.goto(desk.said["review"])
    stage("login")
    screen.sign_in(desk.said["review"], ada, desk.said["logins"][ada])
    stage("stream")
    skipped = _find_a_long_article(screen)
    ada_said = Said(ada, _tag(screen, dict(enumerate(TAKEN_IN_TURN * 5))))
    order = list(ada_said.verdicts)
    stage("tagged")
    explained = order[0]
    screen.select(explained)
    screen.type_into("link", EVIDENCE)
    screen.type_into("Short", NOTE)
    stage("evidence")
    reasoned = _give_a_reason(screen, order[1])
    stage("reason")
    moved = _move_a_boundary(screen, order[5::5])
    stage("boundary")
    added = _add_a_claim(screen, order[15:])
    stage("added")
    saved = [screen.submit()]
    stage("submitted")
    lost = screen.lost
    context.close()

    context = window(browser)
    others = Requests(context)
    screen = ReviewScreen(context)
    stage = _Stage(screen, pictures, "bo")
    screen.sign_in(desk.said["review"], bo, desk.said["logins"][bo])
    _find_a_long_article(screen)
    stage("stream")
    bo_said = Said(bo, _tag(screen, dict(enumerate(TAKEN_IN_TURN * 5)) | DISAGREES))
    stage("tagged")
    saved.append(screen.submit())
    began = time.monotonic()
    context.close()

    with desk.labelstudio as api:
        text, article = _article(api.get(f"/api/tasks/{saved[0]['task']}").json())
        _, skipped_article = _article(api.get(f"/api/tasks/{skipped}").json())
    claims = _exported_within(desk, article, 2 * _poll_seconds(desk))
    waited = time.monotonic() - began
    for said in (ada_said, bo_said):
        said.reviewer = _pseudonyms(desk)[said.reviewer]
    return Review(
        skipped=skipped_article,
        text=text,
        order=order,
        ada=ada_said,
        bo=bo_said,
        explained=explained,
        reasoned=reasoned,
        moved=moved,
        added=added,
        saved=saved,
        waited=waited,
        claims={one["claim"]: one for one in claims},
        judgements=[one for one in _export(desk, "judgements") if one["article"] == article],
        requests=len(requests.made) + len(others.made),
        left=requests.left() + others.left(),
        lost=lost + screen.lost,
    )


@dataclass
class _Stage:
    screen: ReviewScreen
    folder: Path
    who: str
    number: int = 0

    def __call__(self, name: str) -> None:
        self.number += 1
        self.screen.save_picture(self.folder, f"{self.who}-{self.number}-{name}")


def _find_a_long_article(screen: ReviewScreen) -> int:
    """Skip the first article and what is too short; the task that was skipped last."""
    skipped = screen.skip()["task"]
    while len(screen.shown()) < TAGGED + 5:
        skipped = screen.skip()["task"]
    return skipped


def _tag(screen: ReviewScreen, labels: dict[int, str]) -> dict[str, str]:
    """`n` and a digit, again and again; which claim got which label."""
    said: dict[str, str] = {}
    for _, label in sorted(labels.items()):
        screen.next_claim()
        said[screen.label(label)] = label
    return said


def _give_a_reason(screen: ReviewScreen, claim: str) -> tuple[str, str]:
    """The last of the reasons that the claim's label asks for."""
    screen.select(claim)
    reason, key = list(Keys.read().reasons[SECOND].items())[-1]
    screen.press(key)
    return claim, reason


def _move_a_boundary(screen: ReviewScreen, claims: list[str]) -> tuple[str, str, str]:
    """Shorten a claim by its handle; the claim, what it said and what it says."""
    shown = screen.shown()
    claim = next(one for one in claims if len(shown[one].split()) >= LONG)
    words = shown[claim].split()
    end = next(n for n in range(4, len(words)) if words[n - 1].isalpha())
    screen.select(claim)
    screen.drag_end(claim, " ".join(words[:end]))
    return claim, shown[claim], " ".join(words[:end])


def _add_a_claim(screen: ReviewScreen, claims: list[str]) -> str:
    """Arm a label by its digit and drag over three words within a claim."""
    shown = screen.shown()
    words = next(
        words[n : n + 3]
        for words in (shown[one].split() for one in claims)
        for n in range(1, len(words) - 3)
        if all(word.isalpha() for word in words[n : n + 3])
    )
    within = next(one for one in claims if " ".join(words) in shown[one])
    screen.deselect()
    screen.press(Keys.read().labels[FIRST])
    screen.drag_over(within, " ".join(words))
    return " ".join(words)


def _article(task: Row) -> tuple[str, str]:
    return task["data"]["text"], task["data"]["article_id"]


def _poll_seconds(desk: RunningDesk) -> float:
    return Settings.read(desk.home).poll_seconds


def _pseudonyms(desk: RunningDesk) -> dict[str, str]:
    """How exports name the people with these addresses."""
    listed = json.loads(desk.run("reviewers", "list", "--json").stdout)["items"]
    return {one["email"]: one["pseudonym"] for one in listed}


def _export(desk: RunningDesk, name: str) -> list[Row]:
    done = desk.run("export", name, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.split("\n")[:-1]]


def _exported_within(desk: RunningDesk, article: str, seconds: float) -> list[Row]:
    """The claims of an article, as soon as two reviewers' work is in them."""
    deadline = time.monotonic() + seconds
    while True:
        found = [one for one in _export(desk, "claims") if one["article"] == article]
        if any(one["reviewers"] == 2 for one in found) or time.monotonic() > deadline:
            return found


def _state(votes: list[str]) -> str:
    """What two reviewers' labels should add up to."""
    usable = [one for one in votes if one != ABSTAIN]
    if len(usable) < 2:
        return "insufficient"
    if usable[0] != usable[1]:
        return "contested"
    return "rejected" if usable[0] == LABELS.reject else "agreed"


def test_both_reviewers_get_the_same_article(review: Review) -> None:
    assert review.saved[0]["task"] == review.saved[1]["task"]
    assert list(review.bo.verdicts) == review.order


def test_the_keys_go_through_the_claims_in_the_order_of_the_text(review: Review) -> None:
    starts = [review.judgement(claim, review.bo)["start"] for claim in review.order]
    assert len(starts) == TAGGED
    assert starts == sorted(starts)


def test_label_studio_hears_nearly_every_key(
    review: Review, record_testsuite_property: Callable[[str, object], None]
) -> None:
    record_testsuite_property("keys lost", review.lost)
    assert review.lost <= 2


def test_the_export_has_both_within_two_polling_intervals(
    review: Review, desk: RunningDesk, record_testsuite_property: Callable[[str, object], None]
) -> None:
    record_testsuite_property("seconds until exported", round(review.waited, 2))
    assert review.waited <= 2 * _poll_seconds(desk) + 2.5  # the last look may just have begun
    assert sum(one["reviewers"] == 2 for one in review.claims.values()) > 0


def test_judgements_are_what_was_typed(review: Review) -> None:
    for said in (review.ada, review.bo):
        exported = {
            one["claim"]: one["verdict"]
            for one in review.judgements
            if one["reviewer"] == said.reviewer and one["change"] != "added"
        }
        assert exported == said.verdicts


def test_the_states_follow_from_both_reviewers_labels(review: Review) -> None:
    expected = {
        claim: _state([review.ada.verdicts[claim], review.bo.verdicts[claim]])
        for claim in review.order
    }
    assert {claim: review.claims[claim]["state"] for claim in review.order} == expected
    assert set(expected.values()) == {"agreed", "contested", "insufficient", "rejected"}


def test_five_disagreements_settle_nothing(review: Review) -> None:
    disputed = [review.claims[review.order[number]] for number in DISAGREES]
    assert [one["settled"] for one in disputed] == [False] * 5
    assert [one["verdict"] for one in disputed] == [None] * 5


def test_claims_that_nobody_reached_are_unreviewed(review: Review) -> None:
    reached = set(review.order)
    rest = {
        one["state"]
        for claim, one in review.claims.items()
        if claim not in reached and one["role"] != "added"
    }
    assert rest == {"unreviewed"}


def test_evidence_and_note_reach_the_editor(review: Review) -> None:
    claim = review.claims[review.explained]
    assert (claim["evidence"], claim["notes"]) == ([EVIDENCE], [NOTE])
    assert review.judgement(review.explained, review.bo)["evidence"] == []


def test_the_reason_reaches_the_editor(review: Review) -> None:
    claim, reason = review.reasoned
    assert review.judgement(claim, review.ada)["reason"] == reason
    assert review.judgement(claim, review.bo)["reason"] is None


def test_a_moved_boundary_is_kept_beside_the_other_reviewers(review: Review) -> None:
    claim, before, after = review.moved
    ada, bo = (review.judgement(claim, said) for said in (review.ada, review.bo))
    assert (ada["text"], ada["change"]) == (after, "boundary")
    assert (bo["text"], bo["change"]) == (before, None)
    assert review.claims[claim]["text"] == after


def test_an_added_claim_is_there(review: Review) -> None:
    added = [one for one in review.claims.values() if one["role"] == "added"]
    assert [one["text"] for one in added] == [review.added]
    assert added[0]["votes"] == {FIRST: 1}


def test_every_text_is_what_its_offsets_say(review: Review) -> None:
    rows = [*review.claims.values(), *review.judgements]
    assert [one["text"] for one in rows] == [review.text[one["start"] : one["end"]] for one in rows]


def test_a_skipped_article_gets_no_judgement(review: Review, desk: RunningDesk) -> None:
    reviewers = {review.ada.reviewer, review.bo.reviewer}
    found = [one for one in _export(desk, "judgements") if one["article"] == review.skipped]
    assert not [one for one in found if one["reviewer"] in reviewers]


def test_no_request_of_the_browser_leaves_the_machine(
    review: Review, record_testsuite_property: Callable[[str, object], None]
) -> None:
    record_testsuite_property("requests", review.requests)
    assert review.requests > 50
    assert review.left == []


def test_nothing_on_the_server_side_leaves_the_machine(
    review: Review, trace: Trace | str, record_testsuite_property: Callable[[str, object], None]
) -> None:
    if isinstance(trace, str):
        missing(trace)
    record_testsuite_property("connections to this machine itself", trace.calls())
    assert trace.calls() > 0
    assert trace.left() == []


def test_the_trace_would_have_seen_it(tmp_path: Path) -> None:
    reason, trace = can_trace(tmp_path), Trace(tmp_path / "trace")
    if reason:
        missing(reason)
    reach = "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('192.0.2.1', 53))"
    subprocess.run([*tracer(trace), sys.executable, "-c", reach], check=False)
    assert wait_until(lambda: trace.left() == ["192.0.2.1:53"], 5)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_editors_pages_stay_on_this_machine_and_in_the_window(
    review: Review, desk: RunningDesk, browser: "Browser", pictures: Path, scheme: str, width: int
) -> None:
    article = next(iter(review.claims.values()))["article"]
    context = window(browser, width)
    requests = Requests(context)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    wide = {}

    def look(name: str, address: str) -> None:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=pictures / f"pages-{name}-{scheme}-{width}.png")
        wide[name] = page.evaluate("document.documentElement.scrollWidth")

    look("stranger", desk.backend)
    look("login", desk.link())
    page.click("main button")
    page.wait_for_selector("h1:has-text('Articles')")
    look("list", desk.backend)
    look("article", f"{desk.backend}/articles/{article}")
    look("agreement", f"{desk.backend}/agreement")
    look("docs", f"{desk.backend}/docs")
    page.goto(desk.backend)
    page.click("header button")
    page.wait_for_selector("text=You are not signed in")
    context.close()
    assert requests.left() == []
    assert {name: seen for name, seen in wide.items() if seen > width} == {}
