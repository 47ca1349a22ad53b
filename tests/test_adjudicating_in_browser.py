"""An adjudicator in Chromium before a real Label Studio: one version adopted, one claim rejected.

Pictures of every stage go into the folder that CLAIMDESK_SCREENSHOTS names.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claimdesk.desk import toolenv
from claimdesk.errors import ClaimdeskError

from .adjudication_screen import AdjudicationScreen, Voice, keys, queue, stream
from .browser import chromium, read_labels, window
from .environment import missing
from .running import RunningDesk, running, wait_until

LABELS = read_labels()
FIRST, SECOND, _ = LABELS.verdicts
EVIDENCE = "https://example.org/mill/log, record, against, “sold in May”, 2026-03-02"
EARLY, LATE = 3, 78  # sentences; the late one is screens further down
PARAGRAPHS = 20
PATIENCE = 60.0
SENTENCES = (
    "Mill number {} was built in 1931.",
    "Its wheel has {} blades of oak.",
    "A miller sold it in April for {} crowns.",
    "Since then {} families have lived there.",
)

Row = dict[str, Any]


@dataclass
class Session:
    """What stood on the screen, and what became of it."""

    adopted: str
    shown: dict[str, str]
    screen: str
    in_view: list[bool]
    saved: list[Row]
    queue: list[Row]
    claims: dict[str, Row]
    left: list[Row]
    order: list[str]
    people: list[str]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk of its own, on which two reviewers have disagreed on two claims of one article."""
    try:
        toolenv.ensure(print)
    except ClaimdeskError as error:
        missing(str(error))
    folder = tmp_path_factory.mktemp("court")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("CLAIMDESK_MOST_READINGS", "2")
        with running(folder / "home of ours", "--no-sample") as found:
            _fill(found, folder)
            yield found


def _fill(found: RunningDesk, folder: Path) -> None:
    text = "\n\n".join(
        " ".join(one.format(number) for one in SENTENCES) for number in range(PARAGRAPHS)
    )
    (folder / "mill.txt").write_text(text, encoding="utf-8")
    assert found.run("load", str(folder / "mill.txt")).returncode == 0
    assert found.run("publish").returncode == 0
    _disagree(found)


def _disagree(desk: RunningDesk) -> None:
    """Ada gives every claim the first verdict, Bo another one twice, with evidence."""
    asked: dict[str, str | int] = {"project": desk.project, "fields": "all"}
    with desk.labelstudio as api:
        (task,) = api.get("/api/tasks", params=asked).json()["tasks"]
    regions = task["predictions"][0]["result"]
    ada, bo = list(desk.said["logins"])[:2]
    alike = [FIRST] * len(regions)
    other = [SECOND if place in (EARLY, LATE) else FIRST for place in range(len(regions))]
    place = {name: regions[LATE]["value"][name] for name in ("start", "end")}
    evidence = {
        "id": regions[LATE]["id"],
        "from_name": "evidence",
        "to_name": "text",
        "type": "textarea",
        "value": place | {"text": [EVIDENCE]},
    }
    for who, labels, more in ((ada, alike, []), (bo, other, [evidence])):
        Voice(desk.kept["labelstudio_url"], who, desk.said["logins"][who]).say(task, labels, more)


@pytest.fixture(scope="module")
def session(desk: RunningDesk, tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The queue fills by itself; Cem rejects its first claim and adopts Bo's words on the other."""
    assert wait_until(lambda: len([one for one in queue(desk) if one["link"]]) == 2, PATIENCE)
    conflicts = queue(desk)
    named = os.environ.get("CLAIMDESK_SCREENSHOTS")
    pictures = Path(named) if named else tmp_path_factory.mktemp("pictures")
    pictures.mkdir(parents=True, exist_ok=True)
    pressed = keys(desk)
    cem = list(desk.said["logins"])[2]
    with chromium() as browser:
        context = window(browser)
        screen = AdjudicationScreen(context)
        screen.sign_in(stream(desk), cem, desk.said["logins"][cem])
        screen.save_picture(pictures, "cem-1-conflict")
        order = [screen.next_claim()]
        in_view = [screen.in_view()]
        screen.save_picture(pictures, "cem-2-versions")
        screen.decide(pressed[LABELS.reject], LABELS.reject)
        screen.choose(pressed["guideline-gap"], "guideline-gap")
        screen.save_picture(pictures, "cem-3-rejected")
        saved = [screen.submit()]
        order.append(screen.next_claim())
        in_view.append(screen.in_view())
        shown = screen.versions()
        adopted = next(letter for letter, words in shown.items() if EVIDENCE in words)
        text = screen.page.locator("body").inner_text()
        screen.decide(pressed[f"adopt {adopted}"], f"adopt {adopted}")
        screen.save_picture(pictures, "cem-4-adopted")
        screen.switch_theme()
        screen.save_picture(pictures, "cem-5-dark")
        saved.append(screen.submit_alone())
        context.close()
    assert wait_until(lambda: all(one["ruling"] for one in queue(desk)), PATIENCE)
    exported = desk.run("export", "claims", "--format", "jsonl").stdout.splitlines()
    people = json.loads(desk.run("reviewers", "list", "--json").stdout)["items"]
    return Session(
        adopted=adopted,
        shown=shown,
        screen=text,
        in_view=in_view,
        saved=saved,
        queue=conflicts,
        claims={one["claim"]: one for one in map(json.loads, exported)},
        left=queue(desk),
        order=order,
        people=[name for one in people for name in (one["email"], one["pseudonym"])],
    )


def test_conflicts_come_by_themselves_in_the_order_of_the_text(session: Session) -> None:
    assert session.order == [one["claim"] for one in session.queue]
    places = [session.claims[one]["start"] for one in session.order]
    assert places == sorted(places)


def test_the_claim_is_in_view_wherever_it_stands(session: Session) -> None:
    assert session.in_view == [True, True]


def test_the_versions_are_what_the_reviewers_said_and_name_nobody(session: Session) -> None:
    assert set(session.shown) == {"A", "B"}
    assert {words.split("\n")[0] for words in session.shown.values()} == {FIRST, SECOND}
    assert EVIDENCE in session.screen
    assert not [name for name in session.people if name in session.screen]


def test_two_keys_adopt_a_version_exactly(session: Session) -> None:
    claim = session.claims[session.order[1]]
    assert (claim["state"], claim["verdict"]) == ("adjudicated", SECOND)
    assert (claim["adopted"], claim["evidence"]) == (session.adopted, [EVIDENCE])
    assert claim["settled"] is True


def test_rejecting_closes_the_conflict_with_its_reason(session: Session) -> None:
    claim = session.claims[session.order[0]]
    assert (claim["state"], claim["verdict"]) == ("adjudicated", LABELS.reject)
    assert claim["overruling"] == "guideline-gap"
    assert [one["state"] for one in session.left] == ["ruled", "ruled"]


def test_whoever_was_overruled_finds_it_in_their_feedback(
    session: Session, desk: RunningDesk
) -> None:
    ada = next(iter(desk.said["logins"]))
    found = json.loads(desk.run("reviewers", "feedback", ada, "--json").stdout)["items"]
    assert {one["claim"] for one in found} == set(session.order)
    assert "cem" not in json.dumps(found)


def test_the_commands_tell_the_link_and_the_rulings(session: Session, desk: RunningDesk) -> None:
    told = desk.run("adjudicate")
    assert "0 conflicts put before adjudicators, waiting already: 0, ruled: 2, " in told.stderr
    assert session.queue[0]["link"].split("?")[0] in told.stderr
    listed = desk.run("adjudicate", "--list").stdout
    assert f"adopted {session.adopted}" in listed
    assert "decided anew, guideline-gap" in listed
