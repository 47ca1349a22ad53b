"""Accounts are made once, passwords shown once, and links lead to what somebody reads."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from sqlmodel import select

from claimdesk.errors import BadInput, LabelStudioTrouble, NotFound
from claimdesk.labelstudio.client import Client
from claimdesk.models import AuditEntry, Reviewer
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.inviting import add_reviewers, links_of, read_languages
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reviewers import erase_reviewer, list_reviewers

from .complaints import three_lines
from .fake_labelstudio import FakeLabelStudio
from .fake_server import Studio
from .ports import free_port
from .running import claimdesk

ADA, BO = "ada@desk.test", "bo@desk.test"


@pytest.fixture
def client(bench: Workbench, fake: FakeLabelStudio) -> Client:
    return Client(bench.settings, fake)


def audited(bench: Workbench) -> list[str]:
    with reading(bench.engine) as session:
        return [one.what for one in session.scalars(select(AuditEntry))]


def test_an_account_is_made_with_a_password_that_is_kept_nowhere(
    bench: Workbench, fake: FakeLabelStudio, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG"):
        done = add_reviewers(bench, client, [ADA], ["de"])
    (one,) = done.items
    assert fake.passwords == {ADA: one.password}
    assert len(one.password or "") >= 16
    assert (one.languages, done.refused) == (["de"], [])
    kept = bench.settings.home.rglob("*") if bench.settings.home.exists() else ()
    files = [path.read_bytes() for path in kept if path.is_file()]
    assert not any((one.password or "").encode() in found for found in files)
    assert one.password not in caplog.text


def test_doing_it_again_changes_nothing(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    add_reviewers(bench, client, [ADA], ["de"])
    passwords, people = dict(fake.passwords), list(fake.people)
    (again,) = add_reviewers(bench, client, [ADA.upper(), ADA], None).items
    assert (again.password, again.languages) == (None, ["de"])
    assert (fake.passwords, fake.people) == (passwords, people)
    assert audited(bench) == ["reviewer added", "languages noted"]


def test_languages_take_the_place_of_those_before(bench: Workbench, client: Client) -> None:
    add_reviewers(bench, client, [ADA], ["de"])
    assert add_reviewers(bench, client, [ADA], ["uk"]).items[0].languages == ["uk"]
    assert add_reviewers(bench, client, [ADA], []).items[0].languages == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], None),
        (["any"], []),
        (["UK", "pt-BR", "uk"], ["pt-BR", "uk"]),
    ],
)
def test_languages_are_read_as_tags(given: list[str], expected: list[str] | None) -> None:
    assert read_languages(given) == expected


@pytest.mark.parametrize("given", ["German", "", "d", "de_AT", "any,de", "de\0", "any-x"])
def test_what_is_no_tag_is_refused(given: str) -> None:
    with pytest.raises(BadInput, match="is no language"):
        read_languages([given, "de"])


@pytest.mark.parametrize("bad", ["nobody", "", "\0@x.y", "\ud800@x.y", "a" * 300 + "@x.y"])
def test_one_bad_address_does_not_hold_up_the_others(
    bench: Workbench, fake: FakeLabelStudio, client: Client, bad: str
) -> None:
    done = add_reviewers(bench, client, [ADA, bad, BO], None)
    assert [one.email for one in done.items] == [ADA, BO]
    assert [one.email for one in done.refused] == [bad]
    assert set(fake.passwords) == {ADA, BO}


def test_nothing_begins_where_label_studio_is_away(bench: Workbench) -> None:
    class Away(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("refused", request=request)

    with pytest.raises(LabelStudioTrouble, match="does not answer"):
        add_reviewers(bench, Client(bench.settings, Away()), [ADA], None)


def test_a_password_is_shown_although_noting_who_it_is_failed(
    bench: Workbench, fake: FakeLabelStudio
) -> None:
    class Cut(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path == "/api/users/":
                raise httpx.ReadError("reset", request=request)
            return fake.handle_request(request)

    done = add_reviewers(bench, Client(bench.settings, Cut()), [ADA], ["de"])
    assert [one.password for one in done.items] == list(fake.passwords.values())
    assert [one.email for one in done.refused] == [ADA]


def test_whoever_was_erased_does_not_come_back(bench: Workbench, client: Client) -> None:
    add_reviewers(bench, client, [ADA], ["de"])
    erase_reviewer(bench, ADA)
    done = add_reviewers(bench, client, [ADA], ["de"])
    assert (done.items, len(done.refused)) == ([], 1)
    assert "erased" in done.refused[0].why
    with reading(bench.engine) as session:
        (kept,) = session.scalars(select(Reviewer))
        assert (kept.email, kept.languages) == (None, [])


def test_the_account_of_claimdesk_itself_is_no_reviewer(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    done = add_reviewers(bench, client, [ADA, "Owner@example.org"], None)
    assert [one.email for one in done.items] == [ADA]
    (refused,) = done.refused
    assert "by which claimdesk itself speaks" in refused.why
    with reading(bench.engine) as session:
        assert [one.email for one in session.scalars(select(Reviewer))] == [ADA]


def streams(links: list[str]) -> list[str]:
    """Where links lead after signing in."""
    assert all(one.startswith("http://labelstudio.test/user/login/?next=") for one in links)
    return [unquote(one.partition("=")[2]) for one in links]


def test_links_lead_to_what_somebody_reads(
    bench: Workbench, fake: FakeLabelStudio, client: Client, tmp_path: Path
) -> None:
    add_reviewers(bench, client, [ADA], ["de"])
    (bo,) = add_reviewers(bench, client, [BO], ["en"]).items
    assert bo.links == []
    path = tmp_path / "all.jsonl"
    texts = {"de": "Der Steg ist zu.", "en": "The pier is shut.", "fr": "Le quai est clos."}
    rows = [{"id": tag, "language": tag, "text": text} for tag, text in texts.items()]
    path.write_text("\n".join(map(json.dumps, rows)))
    load(bench, [str(path)])
    publish(bench, client)
    number = {one["title"].partition(" · ")[2]: one["id"] for one in fake.projects.values()}
    to = {tag: f"/projects/{project}/data?labeling=1" for tag, project in number.items()}
    assert streams(links_of(bench, ADA)[0].links) == [to[""], to["de"]]
    assert streams(links_of(bench, BO)[0].links) == [to[""], to["en"]]
    listed = {one.email: one for one in list_reviewers(bench)}
    assert streams(listed[ADA].links) == [to[""], to["de"]]
    assert listed[BO].languages == ["en"]


def test_nobody_has_no_links(bench: Workbench) -> None:
    with pytest.raises(NotFound):
        links_of(bench, "nobody@desk.test")


# As people run it


@pytest.fixture
def there(tmp_path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """A home, and where a Label Studio on a real socket is."""
    studio = Studio("never rung in this test")
    with studio.serving():
        address = {"LABELSTUDIO_URL": studio.url, "LABELSTUDIO_TOKEN": "0" * 40}
        named = {f"CLAIMDESK_{name}": value for name, value in address.items()}
        yield tmp_path / "home", os.environ | named


def test_a_password_goes_to_stdout_once_and_into_no_file(
    there: tuple[Path, dict[str, str]],
) -> None:
    home, env = there
    asked = ("reviewers", "add", ADA, "--language", "de", "--json")
    first, again = (claimdesk(*asked, home=home, env=env) for _ in range(2))
    assert (first.returncode, again.returncode) == (0, 0)
    (made,), (known,) = (json.loads(one.stdout)["items"] for one in (first, again))
    assert (known["password"], known["languages"]) == (None, ["de"])
    files = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert not any(made["password"].encode() in found for found in files)
    assert made["password"] not in first.stderr


def test_a_list_that_is_half_done_ends_with_five(there: tuple[Path, dict[str, str]]) -> None:
    home, env = there
    done = claimdesk("reviewers", "add", ADA, "nobody", home=home, env=env)
    assert done.returncode == 5
    assert ADA in done.stdout
    assert "Not done: nobody\n  Label Studio refused: Enter a valid email address." in done.stderr


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("reviewers", "add", "nobody"), 2),
        (("reviewers", "add", ADA, "--language", "German"), 2),
        (("reviewers", "link", ADA), 2),
        (("reviewers", "add"), 2),
    ],
)
def test_what_cannot_be_done_is_told(
    there: tuple[Path, dict[str, str]], asked: tuple[str, ...], code: int
) -> None:
    home, env = there
    done = claimdesk(*asked, home=home, env=env)
    assert (done.returncode, done.stdout) == (code, "")
    assert "Traceback" not in done.stderr


def test_who_cannot_be_a_reviewer_is_told_in_three_lines(
    there: tuple[Path, dict[str, str]],
) -> None:
    home, env = there
    own = claimdesk("reviewers", "add", "owner@example.org", home=home, env=env)
    assert "cannot be a reviewer" in three_lines(own, 2)
    claimdesk("reviewers", "add", ADA, home=home, env=env)
    claimdesk("reviewers", "erase", ADA, "--yes", home=home, env=env)
    again = claimdesk("reviewers", "add", ADA, home=home, env=env)
    assert "is not taken up again" in three_lines(again, 2)
    assert again.stdout == ""


def test_whoever_is_not_there_is_not_asked_to_be_erased(
    there: tuple[Path, dict[str, str]],
) -> None:
    home, env = there
    claimdesk("reviewers", "add", ADA, home=home, env=env)
    done = claimdesk("reviewers", "erase", BO, home=home, env=env, stdin=-3)
    assert "no such reviewer" in three_lines(done, 2)


def test_where_label_studio_is_away_it_ends_with_four(
    there: tuple[Path, dict[str, str]],
) -> None:
    home, env = there
    gone = env | {"CLAIMDESK_LABELSTUDIO_URL": f"http://127.0.0.1:{free_port()}"}
    assert "does not answer" in three_lines(
        claimdesk("reviewers", "add", ADA, home=home, env=gone), 4
    )
