"""A page that means harm is read or refused clearly, in bounded time, and costs no other page."""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from claimdesk.intake.html import Extractor, TooMuch, extract, extracting, worker

from .catalogue import Seen

SECONDS = 3
SENTENCE = "The bridge of Ostrow was opened yesterday by the mayor, Ann Vey, said the paper."
GOOD = b"<html><body>" + b"".join(b"<p>%d %b</p>" % (n, SENTENCE.encode()) for n in range(9))
RANDOM = random.Random(1)
ENTITIES = b"<!DOCTYPE x [<!ENTITY %b>]>"
LINKED = b'<script type="application/ld+json">%b</script>'

PAGES = {
    "10 MB": GOOD + b"<p>more and more</p>" * 500_000,
    "one paragraph of 1 MB": b"<p>" + b"word and word, " * 60_000,
    "200,000 nested tags": b"<div>" * 200_000 + b"x",
    "50,000 nested tags": b"<div>" * 50_000 + GOOD,
    "20,000 nested inline tags": b"<b>" * 20_000 + GOOD,
    "200,000 links": b"<a href=/x>link</a> " * 200_000,
    "50,000 links": b"<a href=/x>link</a> " * 50_000 + GOOD,
    "NULs between words": GOOD.replace(b" ", b" \0"),
    "nothing but NULs": b"\0" * 100_000,
    "broken attributes": b"<p class='x id=\"y\" <p>hello " * 1_000 + GOOD,
    "1,000,000 attributes": b"<p " + b" a=1" * 1_000_000 + b">x",
    "300,000 different attributes": b"<p " + b" ".join(b"a%d=1" % n for n in range(300_000)) + b">",
    "15,000 nested tables": b"<table><tr><td>" * 15_000 + GOOD,
    "a flood of entities": b"<p>" + b"&amp;&lt;&nbsp;&#1234;" * 100_000,
    "entities in entities": ENTITIES % b'a "lol"><!ENTITY b "&a;&a;&a;"' + b"<p>&b;&b;</p>" + GOOD,
    "an entity that is a file": ENTITIES % b'a SYSTEM "file:///etc/passwd"' + b"<p>&a;" + GOOD,
    "empty": b"",
    "only spaces": b" \n" * 1_000,
    "only scripts": b"<html><script>" + b"var a=1;" * 10_000 + b"</script></html>",
    "a frameset": b"<html><frameset><frame src=a.htm><frame src=b.htm></frameset></html>",
    "binary": bytes(RANDOM.randrange(256) for _ in range(100_000)),
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "styles": b"<style>" + b"a{b:c}" * 500_000 + b"</style>" + GOOD,
    "2 MB of spaces": b"<p>" + b" " * 2_000_000 + b"x</p>" + GOOD,
    "a flood of line breaks": b"<p>" + b"word <br>" * 10_000,
    "comments that never end": b"<!--" * 50_000 + GOOD,
    "lists in lists": b"<ul><li>a" * 20_000,
    "30,000 short paragraphs": b"<p>x y z.</p>" * 29_000,
    "a style of 1 MB": b"<p style='display" + b" " * 1_000_000 + b"'>" + GOOD,
    "200,000 names of classes": b"<p class='" + b"comment article " * 100_000 + b"'>" + GOOD,
    "500 kB of quotes": b"<p>" + b'"' * 500_000 + b"</p>",
    "a million lists in JSON-LD": LINKED % (b"[" * 1_000_000) + GOOD,
    "30,000 articles in JSON-LD": LINKED
    % (b"[" + b'{"@type":"NewsArticle","headline":"x"},' * 30_000 + b"{}]")
    + GOOD,
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Iterator[Extractor]:
    found = Extractor(seconds=SECONDS)
    yield found
    found.close()


def outcome(reader: Extractor, raw: bytes) -> str:
    try:
        return reader.extract(raw, limit=5_000_000).text
    except ValueError as refusal:
        return f"refused: {refusal}"


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_or_refused_within_the_time_it_has(
    reader: Extractor, name: str
) -> None:
    reader.extract(GOOD, limit=10_000)
    began = time.monotonic()
    found = outcome(reader, PAGES[name])
    assert time.monotonic() - began < SECONDS + 5
    assert found
    assert "root:" not in found
    assert SENTENCE in reader.extract(GOOD, limit=10_000).text


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("10 MB", "larger than 5,000,000 bytes"),
        ("200,000 nested tags", "more than 60,000 tags"),
        ("200,000 links", "more than 60,000 tags"),
        ("1,000,000 attributes", "attributes"),
        ("nothing but NULs", "binary"),
        ("empty", "empty"),
        ("only scripts", "No article"),
        ("a frameset", "No article"),
        ("a PDF", "a PDF"),
    ],
)
def test_a_refusal_says_why(reader: Extractor, name: str, why: str) -> None:
    assert why in outcome(reader, PAGES[name])


def test_what_is_too_large_is_refused_before_anything_parses_it() -> None:
    never = Extractor()
    for name in ("10 MB", "200,000 nested tags", "200,000 links", "1,000,000 attributes"):
        with pytest.raises(TooMuch):
            never.extract(PAGES[name], limit=10_000)
    assert never.process_id is None


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_read() -> None:
    hasty = Extractor(seconds=1)
    try:
        hasty.extract(GOOD, limit=10_000)
        first = hasty.process_id
        with pytest.raises(TooMuch, match="longer than 1 seconds"):
            hasty.extract(PAGES["30,000 short paragraphs"], limit=10_000_000)
        assert SENTENCE in hasty.extract(GOOD, limit=10_000).text
        assert hasty.process_id != first
    finally:
        hasty.close()


@pytest.mark.catalogue("H14", "a reader of pages that is killed costs its own page only")
def test_a_child_that_is_killed_costs_its_own_page_only(seen: Seen) -> None:
    reader = Extractor()
    try:
        reader.extract(GOOD, limit=10_000)
        child = reader.process_id
        assert child is not None
        threading.Timer(0.5, os.kill, (child, signal.SIGKILL)).start()
        with pytest.raises(ValueError, match="gave up on it"):
            reader.extract(PAGES["30,000 short paragraphs"], limit=10_000_000)
        assert SENTENCE in reader.extract(GOOD, limit=10_000).text
        assert reader.process_id not in (None, child)
    finally:
        reader.close()
    seen(1, "refused, and the next page is read")


def test_one_child_serves_many_pages_and_threads() -> None:
    reader = Extractor()
    found: list[str] = []
    try:
        said = [
            threading.Thread(target=lambda: found.append(outcome(reader, GOOD))) for _ in range(4)
        ]
        for one in said:
            one.start()
        for one in said:
            one.join()
        child = reader.process_id
        assert outcome(reader, GOOD) == found[0]
        assert (len(set(found)), reader.process_id) == (1, child)
    finally:
        reader.close()


def test_the_child_ends_with_whoever_started_it() -> None:
    code = (
        "from claimdesk.intake.html import Extractor; import os; reader = Extractor();"
        f"reader.extract({GOOD!r}, limit=10000); print(reader.process_id, flush=True); os._exit(0)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    child = int(said.stdout)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and alive(child):
        time.sleep(0.1)
    assert not alive(child)


def alive(child: int) -> bool:
    try:
        return psutil.Process(child).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_the_child_cannot_reach_the_network_or_start_programs() -> None:
    code = (
        "import socket, subprocess, os\n"
        "from claimdesk.intake.html import worker\n"
        "worker._confine()\n"
        "for reach in (lambda: socket.socket(), lambda: socket.getaddrinfo('a.example', 80),\n"
        "              lambda: subprocess.run(['true']), lambda: os.system('true')):\n"
        "    try:\n        reach()\n        print('reached')\n"
        "    except PermissionError:\n        print('refused')\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert said.stdout.split() == ["refused"] * 4


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not bound memory this way")
def test_the_child_cannot_take_all_memory() -> None:
    code = (
        "from claimdesk.intake.html import worker\n"
        "worker._confine()\n"
        "try:\n    bytearray(worker.MEMORY)\n"
        "except MemoryError:\n    print('refused')\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert said.stdout.strip() == "refused"


def test_a_page_is_read_without_any_request() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.5)
        at = f"http://127.0.0.1:{listener.getsockname()[1]}"
        links = f'<base href="{at}"><link rel="stylesheet" href="{at}/a"><img src="{at}/b">'
        raw = f'<!DOCTYPE html SYSTEM "{at}/dtd">{links}<script src="{at}/c"></script>'.encode()
        assert SENTENCE in extract(raw + GOOD, url=at, limit=10_000).text
        with pytest.raises(TimeoutError):
            listener.accept()


def test_heavy_libraries_stay_out_of_the_process_that_asks() -> None:
    code = (
        "import sys; from claimdesk.intake.html import extract;"
        "print([name for name in ('lxml', 'trafilatura', 'readability') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert said.stdout.strip() == "[]"


def test_a_frame_that_is_cut_is_no_frame(tmp_path: Path) -> None:
    whole = worker.framed(b"abc")
    for length in range(len(whole)):
        path = tmp_path / str(length)
        path.write_bytes(whole[:length])
        with path.open("rb") as stream:
            assert worker.frame(stream) is None


def test_bounds_are_counted_in_one_look_at_the_bytes() -> None:
    tags = extracting.MAX_TAGS
    extracting.bound(b"<p>" * tags)
    extracting.bound(b"1 < 2 " * (tags + 1))
    with pytest.raises(TooMuch):
        extracting.bound(b"<p>" * (tags + 1))
