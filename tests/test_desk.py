"""The supervisor against the real Label Studio: private, ours, never orphaned, never half-built."""

import gzip
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import psutil
import pytest

from claimdesk.desk import leash, template
from claimdesk.desk.environment import RESERVED, environment
from claimdesk.desk.keys import keys_for, remember
from claimdesk.desk.server import Server, kept_port, prove_ours, take_port
from claimdesk.errors import BadConfiguration, BadInput, Busy, LabelStudioTrouble, StorageTrouble
from claimdesk.labelstudio.people import sign_up

from .running import gone, wait_until

PASSWORD = "correct horse battery staple"
PARENT = """
    import os, sys, time
    from pathlib import Path
    from claimdesk.desk.server import Server
    os.umask(0)
    server = Server(Path(sys.argv[1]), Path(sys.argv[2]), tell=print)
    server.start()
    if sys.argv[3] == "ready":
        server.wait_ready()
    print(server.pid, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def api(label_studio: Server) -> Iterator[httpx.Client]:
    token = {"Authorization": f"Token {label_studio.keys.token.get_secret_value()}"}
    with httpx.Client(base_url=label_studio.url, headers=token, timeout=30) as client:
        yield client


@pytest.fixture
def project(api: httpx.Client) -> Iterator[int]:
    number = api.post("/api/projects", json={"title": "Desk"}).json()["id"]
    yield number
    api.delete(f"/api/projects/{number}")


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        yield stranger.getsockname()[1]


def family(pid: int) -> list[psutil.Process]:
    parent = psutil.Process(pid)
    return [parent, *parent.children(recursive=True)]


def secrets_of(server: Server) -> list[str]:
    keys = server.keys
    hidden = (keys.password, keys.token, keys.secret_key, keys.webhook_secret)
    return [secret.get_secret_value() for secret in hidden]


def written(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


# Private


def test_label_studio_listens_on_this_machine_only(label_studio: Server) -> None:
    found = [
        connection.laddr.ip
        for process in family(label_studio.pid or 0)
        for connection in process.net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert set(found) == {"127.0.0.1"}


def test_no_secret_is_in_the_arguments_of_any_process(label_studio: Server) -> None:
    arguments = " ".join(
        " ".join(process.info["cmdline"] or []) for process in psutil.process_iter(["cmdline"])
    )
    assert str(label_studio.port) in arguments
    assert not [secret for secret in secrets_of(label_studio) if secret in arguments]


def test_no_secret_and_no_invitation_is_in_the_log(label_studio: Server, api: httpx.Client) -> None:
    invitation = api.get("/api/invite").json()["token"]
    httpx.post(f"{label_studio.url}/user/signup/?token={invitation}")
    assert wait_until(lambda: "signup/?..." in label_studio.log.read_text(), 2)
    said = label_studio.log.read_text()
    assert not [secret for secret in [invitation, *secrets_of(label_studio)] if secret in said]


def test_signing_up_writes_no_invitation_into_our_own_log(
    label_studio: Server, api: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    invitation = api.get("/api/invite").json()["token"]
    with caplog.at_level("DEBUG"), caplog.at_level("DEBUG", logger="httpx"):
        sign_up(label_studio.url, secrets_of(label_studio)[1], "quiet@example.org", PASSWORD)
    assert "api/users" in caplog.text
    assert invitation not in caplog.text


def test_every_file_is_closed_to_everybody_else(label_studio: Server) -> None:
    paths = [label_studio.home, *label_studio.home.rglob("*")]
    assert label_studio.database in paths
    assert [path for path in paths if path.stat().st_mode & 0o077] == []


def test_a_stray_variable_of_the_operator_does_not_reach_label_studio(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USERNAME", "PASSWORD", "HOST", "DEBUG", "HEARTEX_HOST", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "stray")
    passed = environment(tmp_path, keys_for(tmp_path), None, owner_exists=True)
    assert "stray" not in passed.values()
    assert passed["DEBUG"] == "false"


def test_the_password_is_only_passed_until_the_owner_exists(tmp_path: Path) -> None:
    keys = keys_for(tmp_path)
    first = environment(tmp_path, keys, None, owner_exists=False)
    later = environment(tmp_path, keys, None, owner_exists=True)
    assert keys.password.get_secret_value() in first.values()
    assert keys.password.get_secret_value() not in later.values()


def test_a_public_address_over_tls_makes_cookies_secure(tmp_path: Path) -> None:
    public = "https://claims.example.org"
    passed = environment(tmp_path, keys_for(tmp_path), public, owner_exists=True)
    assert passed["ALLOWED_HOSTS"] == "127.0.0.1,localhost,claims.example.org"
    assert passed["CSRF_TRUSTED_ORIGINS"] == public
    assert passed["SESSION_COOKIE_SECURE"] == "1"


def test_secrets_are_made_once_and_kept_as_they_are(tmp_path: Path) -> None:
    first = keys_for(tmp_path)
    before = written(tmp_path / "settings.json")
    assert keys_for(tmp_path) == first
    assert written(tmp_path / "settings.json") == before
    assert first.password.get_secret_value() not in repr(first)


@pytest.mark.parametrize("content", ["{", "[1]", "\x00"])
def test_a_broken_settings_file_is_never_replaced(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    with pytest.raises(BadConfiguration, match="cannot be read"):
        keys_for(tmp_path)
    assert path.read_text() == content


# Nothing leaves, nothing strange comes in


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", b"localhost", None])
def test_the_leash_lets_label_studio_talk_to_this_machine(host: str | bytes | None) -> None:
    leash.stay_here("socket.getaddrinfo", (host, 80, 0, 0, 0))
    leash.stay_here("socket.connect", (None, (host, 80)))


@pytest.mark.parametrize("host", ["example.org", b"example.org", "10.0.0.5", "2001:db8::1", "0"])
def test_the_leash_stops_what_would_leave_this_machine(host: str | bytes) -> None:
    with pytest.raises(OSError, match="on this machine"):
        leash.stay_here("socket.gethostbyaddr", (host,))
    with pytest.raises(OSError, match="on this machine"):
        leash.stay_here("socket.connect", (None, (host, 443)))


def test_the_leash_asks_nobody_for_a_name() -> None:
    leash.stay_here("socket.getaddrinfo", ("10.0.0.5", 80, 0, 0, 0))
    with pytest.raises(OSError, match="on this machine"):
        leash.stay_here("socket.getaddrinfo", ("example.org", 80, 0, 0, 0))


def test_the_leash_is_on_before_label_studio_runs(tmp_path: Path) -> None:
    stand_in = {
        "django/conf.py": "from types import SimpleNamespace\n"
        "settings = SimpleNamespace(DATABASES={'default': {}}, LOGGING={'loggers': {}})",
        "django/core/servers/basehttp.py": "class WSGIServer: pass",
        "label_studio/server.py": "import socket\nLS_PATH = ''\n"
        "def main(): socket.create_connection(('192.0.2.1', 80), timeout=1)",
    }
    for name, lines in stand_in.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(lines)
    ends = os.pipe()
    with closing(take_port(None, 8080)) as listener:
        handles = (ends[0], listener.fileno())
        ended = subprocess.run(
            [sys.executable, leash.__file__, *map(str, handles), "0", "start"],
            check=False,
            env={"PYTHONPATH": str(tmp_path)},
            pass_fds=handles,
            capture_output=True,
            text=True,
        )
    for end in ends:
        os.close(end)
    assert "claimdesk keeps Label Studio on this machine" in ended.stderr


def test_the_one_call_without_a_switch_fails_at_once(api: httpx.Client) -> None:
    began = time.monotonic()
    assert api.get("/heidi-tips/").json() == {}
    assert time.monotonic() - began < 1


def test_our_list_of_reserved_networks_is_label_studios(tool_python: Path) -> None:
    package = tool_python.parent.parent / "lib"
    source = next(package.glob("*/site-packages/label_studio/core/utils/io.py")).read_text()
    listed = source.partition("default_banned_subnets = [")[2].partition("]")[0]
    assert set(re.findall(r"'([^']+)'", listed)) == set(RESERVED)


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("http://127.0.0.1:9/hooks", 201),
        ("http://127.0.0.2:9/hooks", 403),
        ("http://10.0.0.5/hooks", 403),
        ("http://169.254.169.254/latest", 403),
    ],
)
def test_webhooks_may_go_to_our_address_only(
    api: httpx.Client, project: int, url: str, status: int
) -> None:
    answer = api.post("/api/webhooks/", json={"url": url, "project": project})
    assert answer.status_code == status


def test_pages_carry_an_enforced_content_policy_and_no_open_door(label_studio: Server) -> None:
    page = httpx.get(f"{label_studio.url}/user/login/", headers={"Origin": "http://evil.example"})
    assert "frame-ancestors 'self'" in page.headers["content-security-policy"]
    assert "access-control-allow-origin" not in page.headers
    assert "://" not in re.sub(
        r"https?://www\.w3\.org\S*",
        "",
        ",".join(re.findall(r'(?:src|href)="([^"]+\.(?:js|css|ttf))', page.text)),
    )


def test_a_foreign_host_name_is_refused(label_studio: Server) -> None:
    answer = httpx.get(f"{label_studio.url}/user/login/", headers={"Host": "evil.example"})
    assert answer.status_code == 400


def test_cookies_of_two_homes_do_not_meet(label_studio: Server) -> None:
    page = httpx.get(f"{label_studio.url}/user/login/")
    names = {cookie.name for cookie in page.cookies.jar}
    assert names == {
        f"labelstudio-csrf-{label_studio.port}",
        f"labelstudio-session-{label_studio.port}",
    }


def test_nobody_signs_up_without_an_invitation(label_studio: Server, api: httpx.Client) -> None:
    with httpx.Client(base_url=label_studio.url) as stranger:
        page = stranger.get("/user/signup/")
        proof = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page.text)
        form = {"email": "x@example.org", "password": PASSWORD}
        form["csrfmiddlewaretoken"] = proof[1] if proof else ""
        assert stranger.post("/user/signup/", data=form).status_code == 403
    assert "x@example.org" not in api.get("/api/users").text


# People


def test_a_reviewer_who_was_signed_up_can_log_in(label_studio: Server) -> None:
    token = secrets_of(label_studio)[1]
    assert sign_up(label_studio.url, token, "mira@example.org", PASSWORD)
    with httpx.Client(base_url=label_studio.url, follow_redirects=True) as browser:
        page = browser.get("/user/login/")
        proof = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page.text)
        form = {"email": "mira@example.org", "password": PASSWORD}
        form["csrfmiddlewaretoken"] = proof[1] if proof else ""
        browser.post("/user/login/", data=form)
        assert browser.get("/api/current-user/whoami").json()["email"] == "mira@example.org"


def test_signing_up_twice_changes_nothing(label_studio: Server, api: httpx.Client) -> None:
    token = secrets_of(label_studio)[1]
    sign_up(label_studio.url, token, "twice@example.org", PASSWORD)
    before = api.get("/api/users").json()
    assert not sign_up(label_studio.url, token, "Twice@example.org", "another password")
    assert [person["email"] for person in api.get("/api/users").json()] == [
        person["email"] for person in before
    ]


@pytest.mark.parametrize(
    ("email", "password", "complaint"),
    [("short@example.org", "short", "8–128 characters"), ("nobody", PASSWORD, "valid email")],
)
def test_a_refused_sign_up_says_why(
    label_studio: Server, email: str, password: str, complaint: str
) -> None:
    with pytest.raises(BadInput) as caught:
        sign_up(label_studio.url, secrets_of(label_studio)[1], email, password)
    assert complaint in caught.value.why


def test_signing_up_with_a_wrong_token_is_label_studio_trouble(label_studio: Server) -> None:
    with pytest.raises(LabelStudioTrouble, match="401"):
        sign_up(label_studio.url, "0" * 40, "late@example.org", PASSWORD)


# Ports and strangers


def test_a_port_that_was_asked_for_and_is_taken_is_named(taken_port: int) -> None:
    with pytest.raises(Busy, match=f"Port {taken_port} is taken"):
        take_port(taken_port, 8080)


def test_a_kept_port_that_is_taken_gives_way_to_another(taken_port: int) -> None:
    with closing(take_port(None, taken_port)) as found:
        assert found.getsockname()[1] != taken_port


def test_two_starting_at_once_do_not_get_the_same_port() -> None:
    with closing(take_port(None, 8080)) as one, closing(take_port(None, 8080)) as other:
        assert one.getsockname()[1] != other.getsockname()[1]


@pytest.mark.parametrize("port", [65536, 10**9])
def test_a_number_that_is_no_port_is_bad_input(port: int) -> None:
    with pytest.raises(BadInput):
        take_port(port, 8080)


def test_only_our_own_address_is_taken_as_the_kept_port(tmp_path: Path) -> None:
    remember(tmp_path, {"labelstudio_url": "https://labels.example.org:8443"})
    assert kept_port(tmp_path) is None
    remember(tmp_path, {"labelstudio_url": "http://127.0.0.1:8123"})
    assert kept_port(tmp_path) == 8123


def test_a_foreign_server_is_not_taken_for_ours(tmp_path: Path) -> None:
    class Stranger(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"email": "somebody@example.org"}')

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Stranger) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(LabelStudioTrouble, match="not the one of this home"):
            prove_ours(f"http://127.0.0.1:{server.server_port}", keys_for(tmp_path))
        server.shutdown()


def test_a_label_studio_with_other_secrets_is_not_ours(
    label_studio: Server, tmp_path: Path
) -> None:
    with pytest.raises(LabelStudioTrouble, match="not the one of this home"):
        prove_ours(label_studio.url, keys_for(tmp_path))


# The template


def test_the_template_is_what_label_studio_would_have_migrated(label_studio: Server) -> None:
    with closing(sqlite3.connect(label_studio.database)) as connection:
        moments = connection.execute("SELECT DISTINCT applied FROM django_migrations").fetchall()
    assert moments == [("2000-01-01 00:00:00",)]
    assert "Initializing database" not in label_studio.log.read_text()


def test_the_template_holds_no_person_and_no_secret(tmp_path: Path) -> None:
    database = tmp_path / "fresh.sqlite3"
    assert template.unpack(database)
    with closing(sqlite3.connect(database)) as connection:
        for table in ("htx_user", "authtoken_token", "organization", "webhook"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert database.stat().st_mode & 0o777 == 0o600


def test_a_template_of_another_version_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "template.sql.gz"
    other.write_bytes(gzip.compress(b"-- label-studio 1.0\nCREATE TABLE a (b);\n"))
    assert not template.unpack(tmp_path / "fresh.sqlite3", other)
    assert list(tmp_path.iterdir()) == [other]


def test_the_template_never_replaces_a_database(tmp_path: Path) -> None:
    database = tmp_path / "kept.sqlite3"
    database.write_bytes(b"somebody's work")
    assert not template.unpack(database)
    assert database.read_bytes() == b"somebody's work"


def test_the_template_does_not_depend_on_when_it_was_packed() -> None:
    packed = template.TEMPLATE.read_bytes()
    assert packed[4:8] == bytes(4)
    assert len(packed) < 30_000


# Life and death


@pytest.mark.parametrize("moment", ["early", "ready"])
def test_nothing_is_left_when_the_supervisor_is_killed(
    tool_python: Path, tmp_path: Path, moment: str
) -> None:
    home = tmp_path / "home"
    command = [sys.executable, "-c", textwrap.dedent(PARENT), home, tool_python, moment]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        everybody = family(child)
        parent.kill()
    assert gone(everybody, 5)
    assert [path for path in [home, *home.rglob("*")] if path.stat().st_mode & 0o077] == []


def test_a_second_start_keeps_port_and_people_and_stops_quickly(
    tool_python: Path, tmp_path: Path
) -> None:
    said: list[str] = []
    with Server(tmp_path, tool_python, tell=said.append) as server:
        port, settings = server.port, written(tmp_path / "settings.json")
        sign_up(server.url, secrets_of(server)[1], "stays@example.org", PASSWORD)
    with Server(tmp_path, tool_python, tell=said.append) as server:
        assert (server.port, written(tmp_path / "settings.json")) == (port, settings)
        assert not sign_up(server.url, secrets_of(server)[1], "stays@example.org", PASSWORD)
        processes = family(server.pid or 0)
        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < 2
    assert gone(processes, 0)
    assert said == []


def test_label_studio_is_started_again_when_it_dies(tool_python: Path, tmp_path: Path) -> None:
    said: list[str] = []
    with Server(tmp_path, tool_python, tell=said.append) as server:
        watcher = threading.Thread(target=server.watch)
        watcher.start()
        port, first = server.port, server.pid
        os.kill(first or 0, signal.SIGKILL)
        assert wait_until(lambda: "Label Studio is back" in said, 30)
        prove_ours(server.url, server.keys)
        assert (server.port, server.pid != first) == (port, True)
    watcher.join(2)
    assert not watcher.is_alive()
    assert said[0] == "Label Studio stopped by itself (signal SIGKILL); starting it again"


def test_stop_ends_a_label_studio_that_does_not_listen_to_signals(tmp_path: Path) -> None:
    stubborn = script(tmp_path / "stubborn", "trap '' TERM; echo deaf; while :; do sleep 0.1; done")
    server = Server(tmp_path / "home", stubborn, tell=print)
    server.start()
    assert wait_until(lambda: "deaf" in server.log.read_text(), 2)
    processes = family(server.pid or 0)
    began = time.monotonic()
    server.stop()
    assert time.monotonic() - began < 2
    assert gone(processes, 0)


def test_the_terminals_interrupt_does_not_reach_label_studio(label_studio: Server) -> None:
    pid = label_studio.pid or 0
    assert os.getsid(pid) == os.getpgid(pid) == pid
    assert len(family(pid)) == 1


def test_an_early_end_shows_the_last_words_and_the_log(tmp_path: Path) -> None:
    broken = script(tmp_path / "broken", "echo 'no such module'; exit 3")
    server = Server(tmp_path / "home", broken, tell=print)
    with pytest.raises(LabelStudioTrouble) as caught, server:
        pass
    assert "no such module" in caught.value.why
    assert str(server.log) in caught.value.fix


def test_a_missing_interpreter_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match="cannot be started"):
        Server(tmp_path, tmp_path / "bin" / "python", tell=print).__enter__()


def test_a_label_studio_that_keeps_stopping_is_started_again_and_again(tmp_path: Path) -> None:
    said: list[str] = []
    server = Server(tmp_path / "home", script(tmp_path / "broken", "exit 3"), tell=said.append)
    server.start()
    watcher = threading.Thread(target=server.watch)
    watcher.start()
    again = "Label Studio stopped by itself (exit code 3); starting it again"
    assert wait_until(lambda: said.count(again) >= 4, 15)
    server.stop()
    watcher.join(2)
    assert not watcher.is_alive()
    assert f"It keeps stopping. Its log: {server.log}" in said


def test_a_start_that_was_cut_short_begins_afresh(tmp_path: Path) -> None:
    server = Server(tmp_path / "home", script(tmp_path / "broken", "exit 3"), tell=print)
    server.data.mkdir()
    template.unpack(server.database)
    with closing(sqlite3.connect(server.database)) as connection:
        connection.execute("DELETE FROM django_content_type")
        connection.commit()
    server.start()
    server.stop()
    with closing(sqlite3.connect(server.database)) as connection:
        assert connection.execute("SELECT count(*) FROM django_content_type").fetchone() > (0,)


def test_a_damaged_database_is_reported_and_kept(tmp_path: Path) -> None:
    server = Server(tmp_path / "home", tmp_path / "python", tell=print)
    server.data.mkdir()
    server.database.write_bytes(b"not a database" * 100)
    with pytest.raises(StorageTrouble, match="cannot be opened"):
        server.start()
    server.stop()
    assert server.database.read_bytes().startswith(b"not a database")


def script(path: Path, lines: str) -> Path:
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o700)
    return path
