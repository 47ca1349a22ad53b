"""Label Studio as `up` starts it: closed to other sites, names, people and machines."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from .catalogue import Seen
from .reviewers import CSRF
from .running import RunningDesk

ORIGINS = (
    "http://evil.example",
    "https://evil.example",
    "http://127.0.0.1:9",
    "http://localhost",
    "null",
)
ELSEWHERE = (
    "10.0.0.5",
    "169.254.169.254",
    "127.0.0.2",
    "[::1]",
    "192.168.1.1",
    "0.0.0.0",
    "[fd00::1]",
)


@pytest.fixture
def stranger(desk: RunningDesk) -> Iterator[httpx.Client]:
    """Somebody without an account."""
    with httpx.Client(base_url=str(desk.kept["labelstudio_url"]), trust_env=False) as client:
        yield client


@pytest.mark.catalogue("S16", "the policy for what pages load is enforced, not only reported")
def test_the_content_policy_is_enforced(
    desk: RunningDesk, stranger: httpx.Client, seen: Seen
) -> None:
    with desk.labelstudio as api:
        answers = [stranger.get("/user/login/"), api.get(f"/projects/{desk.project}/data")]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src" in policy
        assert "http://*" not in policy
        assert "content-security-policy-report-only" not in answer.headers
    seen(len(answers), "enforced on each page")


@pytest.mark.catalogue("S16", "no other site may read Label Studio's answers")
def test_no_other_origin_may_read(desk: RunningDesk, seen: Seen) -> None:
    allowed = []
    with desk.labelstudio as api:
        for origin in ORIGINS:
            headers = {"Origin": origin, "Access-Control-Request-Method": "GET"}
            for how in ("GET", "OPTIONS"):
                answer = api.request(how, "/api/projects", headers=headers)
                names = [name for name in answer.headers if name.startswith("access-control-allow")]
                allowed += [(origin, how, name) for name in names]
    assert allowed == []
    seen(len(ORIGINS) * 2, "no permission for any of them")


@pytest.mark.catalogue("S16", "Label Studio answers to its own names only")
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "169.254.169.254"])
def test_another_host_name_is_refused(stranger: httpx.Client, host: str, seen: Seen) -> None:
    answer = stranger.get("/user/login/", headers={"Host": host})
    assert answer.status_code == 400
    seen(1, "400")


@pytest.mark.catalogue("S16", "nobody signs up without an invitation")
def test_nobody_signs_up_uninvited(desk: RunningDesk, stranger: httpx.Client, seen: Seen) -> None:
    proof = CSRF.search(stranger.get("/user/login/").text)
    assert proof is not None
    filled = {"email": "eve@example.org", "password": "long enough 1"}
    filled["csrfmiddlewaretoken"] = proof[1]
    sender = {"Referer": f"{stranger.base_url}/user/signup/"}
    for link in ("/user/signup/", "/user/signup/?token=guessed", "/user/signup/?token="):
        answer = stranger.post(link, data=filled, headers=sender)
        assert answer.status_code == 403
    with desk.labelstudio as api:
        people = [one["email"] for one in api.get("/api/users/").json()]
    assert "eve@example.org" not in people
    seen(3, "0 accounts made")


@pytest.mark.catalogue("S16", "Label Studio listens on this machine only")
def test_it_listens_on_this_machine_only(desk: RunningDesk, seen: Seen) -> None:
    family = [psutil.Process(desk.process.pid)]
    family += family[0].children(recursive=True)
    ports = [
        line.laddr
        for one in family
        for line in one.net_connections()
        if line.status == psutil.CONN_LISTEN
    ]
    assert {port.ip for port in ports} == {"127.0.0.1"}
    assert len({port.port for port in ports}) >= 2
    seen(len(ports), "127.0.0.1 and nothing else")


@pytest.mark.catalogue("S16", "Label Studio rings nobody's bell but ours")
def test_a_webhook_leads_nowhere_but_to_us(desk: RunningDesk, seen: Seen) -> None:
    taken = []
    with desk.labelstudio as api:
        for host in ELSEWHERE:
            answer = hang(api, desk, f"http://{host}:8000/x")
            if answer.is_success:
                taken.append(host)
                api.delete(f"/api/webhooks/{answer.json()['id']}/")
        ours = hang(api, desk, f"{desk.backend}/other")
        assert ours.status_code == 201, ours.text
        assert api.delete(f"/api/webhooks/{ours.json()['id']}/").is_success
    assert taken == []
    seen(len(ELSEWHERE) + 1, f"{len(ELSEWHERE)} private addresses refused, ours taken")


def hang(api: httpx.Client, desk: RunningDesk, url: str) -> httpx.Response:
    made = {"project": desk.project, "url": url, "is_active": False, "send_payload": False}
    return api.post("/api/webhooks/", json=made)


@pytest.mark.catalogue("S16", "Label Studio serves no files of the machine")
def test_it_serves_no_files_of_the_machine(desk: RunningDesk, seen: Seen) -> None:
    storage: dict[str, Any] = {"project": desk.project, "path": "/etc", "use_blob_urls": True}
    with desk.labelstudio as api:
        made = api.post("/api/storages/localfiles", json=storage)
        read = api.get("/data/local-files/", params={"d": "etc/passwd"})
        shown = api.get("/api/storages/localfiles", params={"project": desk.project})
    assert not made.is_success
    assert not read.is_success
    assert not shown.is_success or shown.json() == []
    seen(2, "no storage made, nothing read")


@pytest.mark.catalogue("S16", "what Label Studio keeps is closed to others on the machine")
def test_its_files_are_closed_to_others(desk: RunningDesk, seen: Seen) -> None:
    data = desk.home / "labelstudio"
    modes: dict[Path, int] = {}
    for path in (data, *data.rglob("*")):
        with suppress(FileNotFoundError):  # a database's journal comes and goes
            modes[path] = path.lstat().st_mode
    assert [str(path) for path, mode in modes.items() if mode & 0o077] == []
    assert data / "label_studio.sqlite3" in modes
    seen(len(modes), "0700 and 0600")
