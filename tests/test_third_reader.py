"""Three readers beside the real Label Studio: each is shown what is theirs, and no more."""

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from sqlmodel import col, select

from claimdesk.desk.server import Server
from claimdesk.labelstudio.client import Client
from claimdesk.models import Judgement
from claimdesk.settings import Settings
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import INVENTORY, Pulled, pull
from claimdesk.workflow.inviting import add_reviewers, links_of
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .catalogue import Seen
from .fake_labelstudio import relabelled
from .reviewers import CSRF

ARTICLE = "The quay is shut. Twelve piles are cracked. The warden knew. She denies it all."
EMAILS = ("first-of-three@desk.test", "second-of-three@desk.test", "third-of-three@desk.test")
EVIDENCE, NOTE, DRAFT = "https://example.org/zanzibar", "seen by the lighthouse", "half a thought"

Row = dict[str, Any]


@dataclass
class Reader:
    """A browser's session, without a browser."""

    web: httpx.Client
    email: str
    project: int

    def next(self) -> Row | None:
        """The next task of the label stream, as the page asks for it."""
        asked = {"id": "next_task", "project": str(self.project)}
        answer = self.web.post("/api/dm/actions", params=asked, json={"project": self.project})
        assert answer.status_code in (200, 404), answer.text
        found: Row = answer.json()
        return found if answer.status_code == 200 else None

    def submit(self, task: Row, result: list[Row]) -> None:
        answer = self.web.post(f"/api/tasks/{task['id']}/annotations/", json={"result": result})
        assert answer.status_code == 201, answer.text


@dataclass
class Story:
    """What each reader was shown, and what pulling brought.

    `opened` is what the second would see who opened the task past the stream.
    """

    whole: list[str]
    second: Row
    page: str
    opened: str
    pulled: list[Pulled] = field(default_factory=list)
    after: dict[str, Row | None] = field(default_factory=dict)
    votes: dict[str, int] = field(default_factory=dict)
    closed: bool = False


@pytest.fixture(scope="module")
def desk(label_studio: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    home = tmp_path_factory.mktemp("three") / "home"
    settings = Settings.read(
        home,
        labelstudio_url=label_studio.url,
        labelstudio_token=label_studio.keys.token.get_secret_value(),
    )
    bench = open_workbench(settings)
    yield bench
    bench.engine.dispose()


def sign_in(web: httpx.Client, link: str, email: str, password: str) -> str:
    """Through the form behind a personal link; where that leads."""
    proof = CSRF.search(web.get(link).text)
    filled = {"email": email, "password": password}
    filled["csrfmiddlewaretoken"] = proof[1] if proof else ""
    return str(web.post(link, data=filled, headers={"Referer": link}).url)


@pytest.fixture(scope="module")
def story(desk: Workbench, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    path = tmp_path_factory.mktemp("article") / "quay.txt"
    path.write_text(ARTICLE)
    load(desk, [str(path)])
    with ExitStack() as stack:
        client = stack.enter_context(Client(desk.settings))
        project = publish(desk, client).project
        passwords = {
            one.email: one.password or "" for one in add_reviewers(desk, client, EMAILS, None).items
        }
        readers = []
        for email, password in passwords.items():
            web = httpx.Client(base_url=client.url, timeout=30, follow_redirects=True)
            stack.enter_context(web)
            (link,) = links_of(desk, email)[0].links
            assert sign_in(web, link, email, password) == (
                f"{client.url}/projects/{project}/data?labeling=1"
            )
            readers.append(Reader(web, email, project))
        yield told(desk, client, readers)


def told(desk: Workbench, client: Client, readers: list[Reader]) -> Story:
    first, second, third = readers
    verdicts = desk.labels.verdicts

    task = first.next()
    assert task is not None
    shown = [region["id"] for region in task["predictions"][0]["result"]]
    draft = {"result": beside(desk, task, "note", DRAFT), "draft_id": 0, "lead_time": 1}
    first.web.post(f"/api/tasks/{task['id']}/drafts", json=draft).raise_for_status()
    said = relabelled(task, dict(enumerate(verdicts[one] for one in (0, 0, 1, 2))))
    sides = beside(desk, task, "evidence", EVIDENCE) + beside(desk, task, "note", NOTE)
    first.submit(task, said + sides)

    found = second.next()
    assert found is not None
    page = second.web.get(f"/projects/{second.project}/data?labeling=1").text
    opened = second.web.get(f"/api/tasks/{found['id']}").text
    story = Story(shown, found, page, opened)
    story.pulled.append(pull(desk, client, depth=INVENTORY))
    second.submit(found, relabelled(found, dict(enumerate(verdicts[o] for o in (0, 1, 2, 2)))))
    story.pulled.append(pull(desk, client, depth=INVENTORY))

    story.after = {one.email: one.next() for one in readers}
    last = story.after[third.email]
    assert last is not None
    third.submit(last, relabelled(last, {0: verdicts[1]}))
    story.pulled += [pull(desk, client, depth=INVENTORY), pull(desk, client, depth=INVENTORY)]
    with reading(desk.engine) as session:
        claims = list(session.scalars(select(col(Judgement.claim_id))))
    story.votes = {claim: claims.count(claim) for claim in shown}
    story.closed = client.handed_out(first.project, [int(task["id"])])[int(task["id"])].closed
    return story


def beside(desk: Workbench, task: Row, side: str, words: str) -> list[Row]:
    control = next(one for one in desk.labels.controls.values() if one.meaning == side)
    region = task["predictions"][0]["result"][0]
    return [
        {
            "id": region["id"],
            "from_name": control.name,
            "to_name": desk.labels.text,
            "type": "textarea",
            "value": {"text": [words], **{k: region["value"][k] for k in ("start", "end")}},
        }
    ]


@pytest.mark.catalogue("S18", "the second reader is shown nothing of the first's")
def test_the_second_reader_is_shown_nothing_of_the_first(story: Story, seen: Seen) -> None:
    payload = json.dumps(story.second)
    telling = (EVIDENCE, NOTE, DRAFT, EMAILS[0], EMAILS[0].partition("@")[0], "zanzibar")
    assert [one for one in telling if one in payload or one in story.page] == []
    assert EVIDENCE in story.opened  # whoever goes past the stream sees it, and so would we
    assert story.second["annotations"] == story.second["drafts"] == []
    regions = story.second["predictions"][0]["result"]
    assert [one["id"] for one in regions] == story.whole
    assert {label for one in regions for label in one["value"]["labels"]} == {"claim"}
    seen(len(payload) + len(story.page), "characters of payload and page: nothing of the first's")


def test_a_third_reader_gets_exactly_the_open_claims_and_the_others_nothing(story: Story) -> None:
    *others, third = (story.after[email] for email in EMAILS)
    assert others == [None, None]
    assert third is not None
    regions = third["predictions"][0]["result"]
    assert [one["id"] for one in regions] == story.whole[1:3]
    assert third["annotations"] == third["drafts"] == []
    assert not re.search(f"{EVIDENCE}|{NOTE}|{EMAILS[0]}|{EMAILS[1]}", json.dumps(third))


def test_it_is_asked_for_once_and_counts_for_these_claims(story: Story) -> None:
    assert [one.reread for one in story.pulled] == [0, 1, 0, 0]
    assert [one.refused for one in story.pulled] == [0, 0, 0, 0]
    assert list(story.votes.values()) == [2, 3, 2, 2]
    assert story.closed
