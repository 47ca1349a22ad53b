"""Articles go to those who read them: one project where all read everything, else one per route."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from claimdesk.errors import ProjectLost
from claimdesk.labelstudio.client import MAIN, Client
from claimdesk.store import facts, publications
from claimdesk.store.database import reading, writing
from claimdesk.store.reviewers import put_languages
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.routing import OTHERS, is_unread, route, title

from .fake_labelstudio import FakeLabelStudio, relabelled

TEXTS = {
    "en": "The pier is shut. The mayor knew.",
    "de": "Der Steg ist zu. Die Leitung wusste es.",
    "uk": "Причал зачинено. Мер знав про це.",
    "de-AT": "Der Kai ist zu. Niemand wusste es.",
}


@pytest.mark.parametrize(
    ("tag", "everybody", "expected"),
    [
        ("de", [], MAIN),
        ("de", [[], []], MAIN),
        ("de", [["de", "en"], ["de"]], MAIN),
        ("en", [["de", "en"], ["de"]], "en"),
        ("de-AT", [["en"], ["de", "uk"]], "de,uk"),
        ("uk", [["en"], ["de", "uk"]], "de,uk"),
        ("UK", [["en"], ["de-CH", "uk-UA"]], "de,uk"),
        ("fr", [["en"], ["de"]], MAIN),
        (None, [["en"], ["de"]], MAIN),
        ("und", [["en"], []], MAIN),
        ("fr", [["en"], []], OTHERS),
        ("en", [["en"], []], MAIN),
    ],
)
def test_who_reads_a_language_says_where_it_goes(
    tag: str | None, everybody: list[list[str]], expected: str
) -> None:
    assert route(tag, everybody) == expected
    assert route(tag, everybody[::-1]) == expected


def test_a_language_that_nobody_reads_is_told() -> None:
    assert is_unread("fr", [["en"], ["de"]])
    assert is_unread(None, [["en"], []])
    assert not is_unread("fr", [["en"], []])
    assert not is_unread(None, [[], []])


def test_a_project_is_called_by_what_is_read_there() -> None:
    assert title("Claims", MAIN) == "Claims"
    assert title("Claims", "de,uk") == "Claims · de, uk"
    assert len(title("Claims", ",".join(["de"] * 40))) <= 50


def know(bench: Workbench, languages: Mapping[int, Sequence[str]]) -> None:
    with writing(bench.engine) as session:
        facts.put_reviewers(session, {one: f"r{one}@example.org" for one in languages})
        for one, tags in languages.items():
            put_languages(session, one, tags)


@pytest.fixture
def client(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Client:
    """A desk with an article in each of four languages; two reviewers share none of them."""
    path = tmp_path / "all.jsonl"
    rows = [{"id": tag, "language": tag, "text": text} for tag, text in TEXTS.items()]
    path.write_text("\n".join(map(json.dumps, rows)))
    load(bench, [str(path)])
    know(bench, {2: ["en"], 3: ["de", "uk"]})
    return Client(bench.settings, fake)


def stand(fake: FakeLabelStudio) -> dict[str, set[str]]:
    """The languages of the articles in each project, by its title."""
    found: dict[str, set[str]] = {one["title"]: set() for one in fake.projects.values()}
    for task in fake.tasks.values():
        found[fake.projects[task["project"]]["title"]].add(task["data"]["language"])
    return found


def test_each_article_goes_to_those_who_read_it(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    done = publish(bench, client)
    assert stand(fake) == {
        "Claims": set(),
        "Claims · de, uk": {"de", "uk", "de-AT"},
        "Claims · en": {"en"},
    }
    assert (done.new, done.known, done.notices) == (4, 0, [])
    told = {one.title: (one.articles, one.link.rsplit("/", 2)[1]) for one in done.streams}
    numbers = {one["title"]: str(one["id"]) for one in fake.projects.values()}
    assert told == {
        "Claims": (0, numbers["Claims"]),
        "Claims · de, uk": (3, numbers["Claims · de, uk"]),
        "Claims · en": (1, numbers["Claims · en"]),
    }


def test_every_project_is_arranged_like_the_main_one(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    ringing = bench.settings.model_copy(update={"backend_url": "http://127.0.0.1:8000"})
    publish(replace(bench, settings=ringing), client)
    publish(replace(bench, settings=ringing), client)
    arranged = [
        {name: one[name] for name in one.keys() - {"id", "title", "created_at", "description"}}
        for one in fake.projects.values()
    ]
    assert arranged == [arranged[0]] * 3
    assert {one["project"] for one in fake.webhooks.values()} == set(fake.projects)


def test_publishing_again_moves_nothing(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    publish(bench, client)
    before = stand(fake)
    know(bench, {2: [], 3: []})
    done = publish(bench, client)
    assert (done.new, done.known, stand(fake)) == (0, 4, before)
    assert done.notices == [
        "4 stand where they were published, although reviewers read otherwise now"
    ]


def test_what_nobody_reads_goes_to_all_and_is_told(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    know(bench, {3: ["de"]})
    done = publish(bench, client)
    assert stand(fake)["Claims"] == {"uk"}
    assert done.notices == ["1 in a language that no reviewer is known to read: uk"]


def test_where_nobody_states_anything_there_is_one_project(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    know(bench, {2: [], 3: []})
    done = publish(bench, client)
    assert list(stand(fake)) == ["Claims"]
    assert (len(done.streams), done.notices) == (1, [])


def test_an_article_that_stands_elsewhere_is_not_put_there_twice(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    """As after an import whose answer was lost, when languages were changed since."""
    publish(bench, client)
    with bench.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM publication")
    know(bench, {2: ["en", "de"], 3: ["uk"]})
    assert publish(bench, client).new == 0
    assert len(fake.tasks) == 4


def test_all_projects_are_collected_and_the_loss_of_one_is_an_alarm(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    publish(bench, client)
    for number, task in fake.tasks.items():
        fake.say(number, 2, relabelled(task, {0: bench.labels.verdicts[0]}))
    assert pull(bench, client).received == 4
    lost = next(number for number, one in fake.projects.items() if "de" in one["title"])
    del fake.projects[lost]
    with pytest.raises(ProjectLost):
        pull(bench, client)
    assert publish(bench, client).new == 3
    with reading(bench.engine) as session:
        assert publications.count_articles(session) == 4


def test_a_third_reader_is_asked_in_every_project(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    publish(bench, client)
    for number, task in list(fake.tasks.items()):
        for reviewer in (2, 3):
            fake.say(number, reviewer, relabelled(task, {0: bench.labels.verdicts[reviewer - 2]}))
    assert pull(bench, client).reread == 4
    assert {task["overlap"] for task in fake.tasks.values()} == {3}
