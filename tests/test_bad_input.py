"""Whatever is wrong with what we are given: three lines, the right exit code, nothing lost.

Everything goes through the real command line, as a process of its own.
"""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from claimdesk.intake import SUFFIXES

from . import complaints
from .catalogue import Seen
from .complaints import complaint, measured, restricted, texts, three_lines
from .running import claimdesk

GOOD = complaints.GOOD
UNEXPECTED, BAD_INPUT, CONFIGURATION, LABEL_STUDIO, PARTIAL, BUSY = 1, 2, 3, 4, 5, 6
STORAGE = UNEXPECTED

loaded = complaints.loaded
home = complaints.home


# Files


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "It is empty."),
        ("blank.txt", b"\xef\xbb\xbf \n\t\n", "It is empty."),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "image (PNG)"),
        ("zeros.txt", b"plain\0text", "binary file"),
        ("latin.txt", "Café fermé.".encode("latin-1"), "not valid UTF-8 (byte 3)"),
        ("cut.txt", "Čapek".encode()[:1], "not valid UTF-8 (byte 0)"),
        ("half.jsonl", b'{"text": "\\ud800 half"}\n', "half of a surrogate pair"),
        ("list.jsonl", b"[1, 2]\n", "should be an object"),
        ("deep.jsonl", b"[" * 100_000 + b"\n", "nested too deeply"),
        ("huge.jsonl", b'{"text": "a", "x": ' + b"9" * 5000 + b"}\n", "too large"),
        ("extra.md", b"---\nauthr: me\n---\nA claim.", "a key 'authr' that is not known"),
        ("nothing.jsonl", b"", "It is empty."),
        ("blank.ndjson", b"\xef\xbb\xbf\n \n", "It is empty."),
        ("head.csv", b"title,text\n", "no row below the one that names the columns"),
        ("rows.csv", b"title,text\n,\n\n", "no row below the one that names the columns"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_reason(
    home: Path, name: str, content: bytes, why: str
) -> None:
    path = home.parent / name
    path.write_bytes(content)
    done = claimdesk("load", str(path), home=home)
    assert "Not loaded: 1 of 1 article." in complaint(done, BAD_INPUT)
    assert f"Not loaded: {path}" in done.stderr
    assert why in done.stderr
    assert texts(home) == [GOOD]


def test_a_missing_file_costs_nothing_and_nothing_is_loaded(home: Path) -> None:
    (home.parent / "new.txt").write_text("Something new.")
    done = claimdesk("load", str(home.parent / "new.txt"), str(home / "nowhere.txt"), home=home)
    assert "nowhere.txt cannot be loaded" in three_lines(done, BAD_INPUT)
    assert texts(home) == [GOOD]


def test_a_folder_with_nothing_in_it_is_said_to_hold_nothing(home: Path) -> None:
    folder = home.parent / "folder"
    (folder / "inside").mkdir(parents=True)
    (folder / "notes.docx").write_text("not for us")
    said = three_lines(claimdesk("load", str(folder), home=home), BAD_INPUT)
    assert all(suffix in said for suffix in SUFFIXES)


def test_a_file_that_may_not_be_read_does_not_cost_its_neighbours(home: Path) -> None:
    folder = home.parent / "folder"
    folder.mkdir()
    (folder / "closed.txt").write_text("Nobody may read this.")
    (folder / "closed.txt").chmod(0)
    (folder / "open.txt").write_text("Everybody may read this.")
    done = restricted("load", str(folder), home=home)
    assert "1 of 2 articles" in complaint(done, PARTIAL)
    assert "closed.txt\n  It cannot be read: Permission denied." in done.stderr
    assert texts(home) == [GOOD, "Everybody may read this."]


def test_a_broken_line_does_not_cost_the_others(home: Path) -> None:
    path = home.parent / "lines.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Tw\n\n{"text": "Three."}\n')
    done = claimdesk("load", str(path), home=home)
    assert "1 of 3 articles" in complaint(done, PARTIAL)
    assert f"Not loaded: {path}:2\n" in done.stderr
    assert texts(home) == [GOOD, "One.", "Three."]


def test_an_id_given_twice_names_the_first_text(home: Path) -> None:
    path = home.parent / "twice.jsonl"
    lines = [{"id": "a", "text": "The first."}, {"id": "a", "text": "Another."}] * 2
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = claimdesk("load", str(path), home=home)
    complaint(done, PARTIAL)
    assert done.stderr.count(f"The id 'a' names another text in {path}:1.") == 2
    assert texts(home) == [GOOD, "The first."]


@pytest.mark.catalogue("H5", "50 MB in one line are refused, and cost neither memory nor others")
@pytest.mark.parametrize("name", ["line.txt", "line.jsonl"])
def test_fifty_megabytes_in_one_line_are_refused_in_little_memory(
    home: Path, name: str, seen: Seen
) -> None:
    path = home.parent / name
    with path.open("wb") as stream:
        stream.write(b'{"text": "' if name.endswith("jsonl") else b"")
        for _ in range(50):
            stream.write(b"word " * 200_000)
        stream.write(b'"}\n{"text": "After it."}\n' if name.endswith("jsonl") else b"")
    done, peak = measured("load", str(path), home=home)
    complaint(done, PARTIAL if name.endswith("jsonl") else BAD_INPUT)
    assert "It is longer than 500,000 characters" in done.stderr
    assert texts(home) == [GOOD, "After it."][: 1 + name.endswith("jsonl")]
    assert peak < 300_000_000
    seen(1, f"refused with why; the whole command held at most {peak / 1e6:.0f} MB")


# Exports


def test_an_export_that_does_not_exist_is_not_guessed(home: Path) -> None:
    assert "claims" in three_lines(claimdesk("export", "clams", home=home), BAD_INPUT)
    said = three_lines(claimdesk("export", "claims", "--format", "xml", home=home), BAD_INPUT)
    assert "csv" in said


def test_an_export_that_cannot_be_written_leaves_nothing(home: Path) -> None:
    folder = home.parent / "folder"
    folder.mkdir()
    for target in (folder, folder / "absent" / "claims.csv"):
        three_lines(claimdesk("export", "claims", "--out", str(target), home=home), STORAGE)
    assert list(folder.iterdir()) == []


def test_an_export_into_a_pipe_is_written_to_it_and_does_not_replace_it(home: Path) -> None:
    pipe = home.parent / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE, text=True) as reader:
        assert claimdesk("export", "claims", "--out", str(pipe), home=home).returncode == 0
        assert reader.communicate(timeout=20)[0].startswith("claim,")
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no /dev/full here")
def test_an_export_onto_a_full_disk_says_so(home: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "claimdesk", "export", "claims", "--home", str(home)]
        done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    nothing = subprocess.CompletedProcess(command, done.returncode, "", done.stderr)
    assert "No space left" in three_lines(nothing, STORAGE)


# Label Studio


class Stranger(BaseHTTPRequestHandler):
    """Some web server: a Label Studio of another version, or nothing of the kind."""

    answers: dict[str, tuple[int, str, str]]

    def do_GET(self) -> None:
        plain = self.path.partition("?")[0]
        status, kind, body = self.answers.get(plain, self.answers["*"])
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    do_POST = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the names are the library's

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def stranger(answers: dict[str, tuple[int, str, str]]) -> Iterator[str]:
    handler = type("Answers", (Stranger,), {"answers": answers})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def asked(verb: str, home: Path, url: str) -> subprocess.CompletedProcess[str]:
    place = {"CLAIMDESK_LABELSTUDIO_URL": url, "CLAIMDESK_LABELSTUDIO_TOKEN": "topsecrettoken"}
    done = claimdesk(verb, home=home, env=os.environ | place)
    assert "topsecrettoken" not in done.stderr
    return done


@pytest.mark.parametrize("verb", ["publish", "pull"])
def test_a_label_studio_that_is_down_is_said_to_be_down(home: Path, verb: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    assert url in three_lines(asked(verb, home, url), LABEL_STUDIO)
    assert texts(home) == [GOOD]


def test_without_any_label_studio_the_way_to_one_is_told(home: Path) -> None:
    assert "claimdesk up" in three_lines(claimdesk("publish", home=home), LABEL_STUDIO)


PAGE = (200, "text/html", "<!doctype html><title>Somebody's printer</title>")
JSON = "application/json"


@pytest.mark.parametrize(
    "answers",
    [
        {"*": PAGE},
        {"*": (404, "text/plain", "nothing here")},
        {"*": (401, JSON, "{}")},
        {"*": (500, "text/html", "<pre>Internal\nServer\nError</pre>" * 200)},
        {"*": (200, JSON, "[]")},
        {"*": (302, "text/html", "")},
        {"/api/version": (200, JSON, '{"release": "1.23.2"}'), "*": (200, JSON, "null")},
        {"/api/version": (200, JSON, "[]"), "*": (200, JSON, "{}")},
    ],
    ids=["page", "404", "401", "500", "list", "elsewhere", "half", "odd"],
)
def test_somebody_elses_server_is_told_from_label_studio(
    home: Path, answers: dict[str, tuple[int, str, str]]
) -> None:
    with stranger(answers) as url:
        verb = "pull" if "/api/version" in answers else "publish"
        assert url in three_lines(asked(verb, home, url), LABEL_STUDIO)
    assert texts(home) == [GOOD]


@pytest.mark.parametrize("release", ["1.22.0", "1.230.1", ""])
def test_another_version_of_label_studio_is_refused(home: Path, release: str) -> None:
    answer = json.dumps({"release": release} if release else {})
    with stranger({"/api/version": (200, JSON, answer), "*": (200, JSON, "{}")}) as url:
        for verb in ("publish", "pull"):
            said = three_lines(asked(verb, home, url), LABEL_STUDIO)
            assert (release or "unknown") in said


# Ports


def test_a_taken_port_is_busy(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert port in three_lines(claimdesk("serve", "--port", port, home=home), BUSY)


def test_an_address_open_to_others_is_refused(home: Path) -> None:
    done = claimdesk("serve", "--host", "0.0.0.0", home=home)
    assert "--behind-proxy" in three_lines(done, CONFIGURATION)


# Homes


@pytest.mark.parametrize("verb", ["verify", "replay", "status", "audit", "pull", "export claims"])
def test_a_mistyped_home_is_no_empty_desk(tmp_path: Path, verb: str) -> None:
    done = claimdesk(*verb.split(), home=tmp_path / "typo")
    assert "There is no desk in" in three_lines(done, BAD_INPUT)
    assert not (tmp_path / "typo").exists()


def test_the_audit_tells_what_was_done(home: Path) -> None:
    assert claimdesk("token", "create", "script", home=home).returncode == 0
    done = claimdesk("audit", "--json", home=home)
    assert [one["what"] for one in json.loads(done.stdout)["items"]] == ["token created"]
    assert "operator: token created" in claimdesk("audit", home=home).stdout
