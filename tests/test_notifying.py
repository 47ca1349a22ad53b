"""Notices: told once for what happens, signed so that others can tell, sent until taken."""

import json
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook

from claimdesk import outgoing
from claimdesk.consensus import INSUFFICIENT, UNREVIEWED
from claimdesk.errors import BadInput, Busy, NotFound
from claimdesk.labelstudio.client import Client
from claimdesk.models import Endpoint, Notice
from claimdesk.outgoing import ANYWHERE, Rules
from claimdesk.settings import Settings, keep
from claimdesk.store.database import writing
from claimdesk.store.leases import turn
from claimdesk.workflow import notifying
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.handling import handle, replay
from claimdesk.workflow.notifying import EVENTS, PAUSES, deliver, signature
from claimdesk.workflow.reading import take_snapshot

from .armoured import served
from .fake_labelstudio import FakeLabelStudio, relabelled
from .filling import ARTICLES, fill
from .receiving import Receiver, receiving
from .running import claimdesk, wait_until


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@pytest.fixture
def endpoint(bench: Workbench, receiver: Receiver) -> Endpoint:
    return notifying.add(bench, receiver.url, (), private=True)


@pytest.fixture
def desk(bench: Workbench, endpoint: Endpoint, fake: FakeLabelStudio, tmp_path: Path) -> Workbench:
    """A desk with something of everything, of which one receiver is told."""
    fill(bench, fake, tmp_path)
    return bench


def send_all(bench: Workbench) -> None:
    while deliver(bench):
        pass


def kinds(bench: Workbench) -> Counter[str]:
    return Counter(one.event for one in notifying.log(bench, 1000))


def happened(bench: Workbench) -> set[tuple[str, str]]:
    """What should have been told of a desk as it stands, if nothing of it was otherwise before."""
    found: set[tuple[str, str]] = set()
    with take_snapshot(bench) as snapshot:
        for page in snapshot.pages():
            states = {claim.state for claim in page.claims}
            if not states & {UNREVIEWED, INSUFFICIENT}:
                found.add(("article.done", page.article.id))
            for claim in page.claims:
                if claim.settled:
                    found.add(("claim.settled", claim.id))
                elif claim.state not in (UNREVIEWED, INSUFFICIENT):
                    found.add(("conflict.opened", claim.id))
    return found


def test_signatures_are_the_published_ones() -> None:
    secret, number = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek"
    found = signature(secret, number, 1614265330, b'{"test": 2432232314}')
    assert found == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_somebody_elses_library_believes_what_is_told(
    desk: Workbench, endpoint: Endpoint, receiver: Receiver
) -> None:
    send_all(desk)
    told = receiver.verified(endpoint.secret)
    assert {one["type"] for one in told} == set(EVENTS)
    for one in told:
        assert datetime.fromisoformat(one["timestamp"]).tzinfo is not None
        assert one["data"]["article"]
    with pytest.raises(Exception, match="signature"):
        receiver.verified("whsec_" + "A" * 44)


def test_everything_that_stands_was_told_and_once(desk: Workbench, receiver: Receiver) -> None:
    send_all(desk)
    told = [json.loads(body) for _, body in receiver.heard]
    about = [(one["type"], one["data"].get("claim") or one["data"]["article"]) for one in told]
    assert happened(desk) <= set(about)
    assert len(receiver.numbers) == len(set(receiver.numbers)) == len(about)
    assert deliver(desk) == []


def test_notices_are_small_and_hold_nothing_of_a_text(desk: Workbench, receiver: Receiver) -> None:
    send_all(desk)
    for _, body in receiver.heard:
        assert len(body) < 20_000
        for text in ARTICLES.values():
            assert text.split("---\n")[-1][:12] not in body.decode()


def test_nothing_is_told_again_when_all_is_worked_out_again(desk: Workbench) -> None:
    before = kinds(desk)
    assert sum(before.values()) > 5
    replay(desk)
    handle(desk)
    with take_snapshot(desk, as_of=datetime.now(UTC)) as snapshot:
        assert list(snapshot.claims)
    assert kinds(desk) == before


def test_what_happened_before_is_not_told(
    bench: Workbench, fake: FakeLabelStudio, receiver: Receiver, tmp_path: Path
) -> None:
    fill(bench, fake, tmp_path)
    notifying.add(bench, receiver.url, (), private=True)
    replay(bench)
    assert notifying.log(bench, 10) == []


def test_other_rules_tell_what_they_change(desk: Workbench) -> None:
    before = kinds(desk)
    stricter = replace(desk, settings=desk.settings.model_copy(update={"min_reviewers": 3}))
    handle(stricter)
    assert kinds(desk) == before
    handle(desk)
    assert kinds(desk)["claim.settled"] > before["claim.settled"]


def test_a_claim_that_is_settled_twice_is_told_twice(
    desk: Workbench, fake: FakeLabelStudio
) -> None:
    client = Client(desk.settings, fake)
    task = max(fake.tasks)
    agreed = relabelled(fake.tasks[task], {0: desk.labels.verdicts[0]})
    other = relabelled(fake.tasks[task], {0: desk.labels.verdicts[1]})
    claim = agreed[0]["id"]
    theirs = [n for n, one in fake.annotations.items() if one["task"] == task]
    stories: list[list[str]] = []
    for result in (agreed, other, agreed):
        fake.change(theirs[0], result=agreed)
        fake.change(theirs[1], result=result)
        pull(desk, client)
        stories.append([one.event for one in notifying.log(desk, 1000) if one.about == claim])
    told = [len(one) for one in stories]
    assert told == sorted(set(told))
    assert stories[-1][:3].count("claim.settled") == 2 if told[0] else stories[-1]
    assert stories[-1][0] == "claim.settled"
    assert stories[-1][1] == "conflict.opened"


def test_what_is_decided_and_what_is_told_are_kept_together_or_not_at_all(
    desk: Workbench,
) -> None:
    before = kinds(desk)
    row = {"claim_id": "c", "article_id": "a", "state": "agreed", "verdict": "yes"}
    row |= {"settled": True, "margin": 2, "votes": {}}

    def cut_short() -> None:
        with writing(desk.engine) as session:
            notifying.watch(session, desk, [row], {"c"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cut_short()
    assert kinds(desk) == before
    with writing(desk.engine) as session:
        notifying.watch(session, desk, [row], {"c"})
    assert kinds(desk)["claim.settled"] == before["claim.settled"] + 1


def test_only_what_was_asked_for_is_told(
    bench: Workbench, fake: FakeLabelStudio, receiver: Receiver, tmp_path: Path
) -> None:
    notifying.add(bench, receiver.url, ("article.done",), private=True)
    fill(bench, fake, tmp_path)
    assert set(kinds(bench)) == {"article.done"}


def one_notice(bench: Workbench, endpoint: Endpoint) -> Notice:
    row = {"claim_id": "c", "article_id": "a", "state": "agreed", "verdict": "yes"}
    row |= {"settled": True, "margin": 2, "votes": {}}
    with writing(bench.engine) as session:
        notifying.watch(session, bench, [row], {"c"})
    (found,) = notifying.log(bench, 9)
    return found


def test_what_is_not_taken_is_sent_again_under_the_same_id(
    bench: Workbench, endpoint: Endpoint, receiver: Receiver
) -> None:
    one = one_notice(bench, endpoint)
    receiver.answers = [500, 404]
    now = datetime.now(UTC)
    assert [sent.outcome for sent in deliver(bench, now)] == ["answered 500"]
    assert deliver(bench, now + timedelta(seconds=4)) == []
    assert [sent.well for sent in deliver(bench, now + timedelta(seconds=7))] == [False]
    assert [sent.well for sent in deliver(bench, now + timedelta(hours=1))] == [True]
    assert deliver(bench, now + timedelta(hours=99)) == []
    assert receiver.numbers == [one.id] * 3
    receiver.verified(endpoint.secret)
    assert len({body for _, body in receiver.heard}) == 1


def test_it_is_given_up_after_ten_times_and_some_three_days(
    bench: Workbench, endpoint: Endpoint, receiver: Receiver
) -> None:
    one_notice(bench, endpoint)
    receiver.answers = [500] * 20
    began = now = datetime.now(UTC) + timedelta(seconds=1)
    while deliver(bench, now):
        (one,) = notifying.log(bench, 9)
        last, now = now, one.next_at or now + timedelta(days=300)
    assert (len(receiver.heard), one.tries, one.next_at, one.sent_at) == (10, 10, None, None)
    assert timedelta(hours=75) < last - began < timedelta(hours=84)
    assert sum(PAUSES) > 75 * 3600
    receiver.answers = []
    assert notifying.resend(bench, one.id).id == one.id
    assert [sent.well for sent in deliver(bench)] == [True]


@pytest.mark.parametrize("status", [301, 302, 307, 308, 304, 400, 410, 429, 503])
def test_whatever_is_no_2xx_has_failed_and_no_redirect_is_followed(
    receiver: Receiver, status: int
) -> None:
    receiver.answers = [status]
    assert outgoing.post(receiver.url, b"{}", HEADERS, Rules(ports=PORTS, also=ANYWHERE)) == status
    assert len(receiver.heard) == 1


PORTS = range(1, 65_536)
HEADERS = {"webhook-id": "msg_1", "Content-Type": "application/json"}


def test_nobody_is_waited_for_longer_than_agreed(receiver: Receiver) -> None:
    receiver.pause = 3.0
    began = datetime.now(UTC)
    rules = Rules(seconds=0.5, ports=PORTS, also=ANYWHERE)
    with pytest.raises(BadInput, match="ReadTimeout"):
        outgoing.post(receiver.url, b"{}", HEADERS, rules)
    assert datetime.now(UTC) - began < timedelta(seconds=2.5)
    assert notifying.SECONDS == 15


def test_one_that_fails_does_not_hold_up_the_others(
    bench: Workbench, endpoint: Endpoint, receiver: Receiver, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    with receiving() as broken:
        notifying.add(bench, broken.url, (), private=True)
        fill(bench, fake, tmp_path)
        broken.answers = [500] * 99
        deliver(bench)
        assert len(broken.heard) == 1
    assert len(receiver.heard) == len(set(receiver.numbers)) > 5


def test_one_replica_sends(bench: Workbench, endpoint: Endpoint, receiver: Receiver) -> None:
    one_notice(bench, endpoint)
    with turn(bench.engine, "notify"), pytest.raises(Busy):
        deliver(bench)
    assert receiver.heard == []
    assert len(deliver(bench)) == 1


CHILD = """
import sys
from pathlib import Path
from claimdesk.settings import Settings
from claimdesk.workflow.bench import open_workbench
from claimdesk.workflow.notifying import deliver

deliver(open_workbench(Settings.read(Path(sys.argv[1]), database_url=sys.argv[2])))
"""


def test_what_was_being_sent_when_it_was_killed_is_sent_again_under_its_id(
    bench: Workbench, endpoint: Endpoint, receiver: Receiver, tmp_path: Path
) -> None:
    one = one_notice(bench, endpoint)
    receiver.pause = 60.0
    words = [sys.executable, "-c", CHILD, str(tmp_path / "home"), str(bench.settings.database_url)]
    child = subprocess.Popen(words)
    try:
        assert wait_until(lambda: bool(receiver.heard), 60)
        child.send_signal(signal.SIGKILL)
    finally:
        child.kill()
        child.wait(20)
    receiver.pause = 0.0
    assert wait_until(lambda: sent_at_last(bench), 20)
    assert receiver.numbers == [one.id] * 2


def sent_at_last(bench: Workbench) -> bool:
    """PostgreSQL may take a moment to see that whoever held the lease is gone."""
    with suppress(Busy):
        deliver(bench)
    return all(one.sent_at for one in notifying.log(bench, 9))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://10.1.2.3/",
        "https://169.254.169.254/latest",
        "https://[fd00::1]/",
        "http://93.184.216.34/",
        "https://name:word@93.184.216.34/",
        "ftp://93.184.216.34/",
        "https:///",
        "banana",
    ],
)
def test_what_is_not_public_is_refused_unless_the_operator_permits_it(
    bench: Workbench, url: str
) -> None:
    with pytest.raises(BadInput, match="cannot be told"):
        notifying.add(bench, url, (), private=False)
    assert notifying.listed(bench) == []


def test_a_name_that_changes_its_mind_leads_nowhere(receiver: Receiver) -> None:
    port = receiver.server_address[1]
    rules = Rules(ports=PORTS, resolve=lambda _host, _port: ["127.0.0.1"])
    with pytest.raises(BadInput):
        outgoing.post(f"http://public.test:{port}/", b"{}", HEADERS, rules)
    assert receiver.heard == []


def test_who_is_told_no_more_is_told_nothing_more(
    desk: Workbench, endpoint: Endpoint, receiver: Receiver
) -> None:
    notifying.remove(desk, endpoint.id)
    assert deliver(desk) == []
    replay(desk)
    assert receiver.heard == []
    with pytest.raises(NotFound):
        notifying.remove(desk, endpoint.id)


def test_the_command_line_shows_a_secret_once(tmp_path: Path, receiver: Receiver) -> None:
    home = tmp_path / "home"
    added = claimdesk("notify", "add", receiver.url, "--allow-private", home=home)
    secret = added.stdout.strip()
    assert Webhook(secret)
    (one,) = json.loads(claimdesk("notify", "list", "--json", home=home).stdout)["items"]
    tried = claimdesk("notify", "test", one["id"], home=home)
    assert (tried.returncode, len(receiver.verified(secret))) == (0, 1)
    receiver.answers = [302]
    assert claimdesk("notify", "test", one["id"], home=home).returncode == 5
    for words in (("list",), ("list", "--json"), ("log",), ("log", "--json")):
        told = claimdesk("notify", *words, home=home)
        assert (told.returncode, secret in told.stdout + told.stderr) == (0, False)
        assert one["id"] in told.stdout
    assert claimdesk("notify", "remove", one["id"], home=home).returncode == 0
    refused = claimdesk("notify", "add", receiver.url, home=home)
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 3)


def test_whatever_serves_sends_by_itself(
    receiver: Receiver, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    place = {"labelstudio_url": "http://127.0.0.1:9", "labelstudio_token": "0" * 40}
    home = tmp_path / "home"
    bench = open_workbench(Settings.read(home, **place))
    endpoint = notifying.add(bench, receiver.url, (), private=True)
    fill(bench, fake, tmp_path)
    waiting = len(notifying.log(bench, 1000))
    bench.engine.dispose()
    keep(home, {**place, "poll_seconds": 0.2})
    with served(home):
        assert wait_until(lambda: len(receiver.heard) == waiting, 30)
    told: list[dict[str, Any]] = receiver.verified(endpoint.secret)
    assert {one["type"] for one in told} == set(EVENTS)
