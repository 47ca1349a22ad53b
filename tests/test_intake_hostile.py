"""A corpus of files made to break a reader: each is refused, none raises, none takes long."""

import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest

from claimdesk import intake
from claimdesk.intake import Draft, Refusal
from claimdesk.settings import Settings
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.loading import load

from .evil_files import EVIL, LONG, zipped

LIMIT: int = Settings.model_fields["max_article_chars"].default
# Its own peak: what getrusage tells begins with the size of the process that started it.
READ = """
import pathlib, re, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from claimdesk import intake
with open(sys.argv[1], "rb") as stream:
    found = sum(1 for _ in intake.read(sys.argv[1], stream, 500_000))
said = pathlib.Path("/proc/self/status")
own = re.search(r"VmHWM:\\s*(\\d+)", said.read_text())[1] if said.exists() else 0
print(found, own or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def read(name: str, raw: bytes) -> list[Draft | Refusal]:
    return list(intake.read(name, io.BytesIO(raw), LIMIT))


@pytest.mark.parametrize("name", EVIL)
def test_a_file_made_to_break_a_reader_is_refused(name: str) -> None:
    found = read(name, EVIL[name])
    assert found
    assert {type(one) for one in found} == {Refusal}
    for one in found[:1000]:
        assert isinstance(one, Refusal)
        assert one.source.startswith(name)
        assert 5 < len(one.why) < 500
        assert one.why.isprintable()


def test_the_corpus_is_as_large_as_was_promised() -> None:
    assert len(EVIL) >= 40


def test_none_of_them_costs_an_article_beside_it(bench: Workbench, tmp_path: Path) -> None:
    small = {name: raw for name, raw in EVIL.items() if len(raw) < 100_000}
    for name, raw in small.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "zz good.txt").write_text("It rained.")
    done = load(bench, [str(tmp_path)])
    assert done.new == 1
    refused = {Path(one.source.split(":")[0]).name for one in done.refused}
    assert refused >= set(small) - {"number.json", "nothing.json"} - unread(small)


def unread(files: dict[str, bytes]) -> set[str]:
    """JSON without a text is left alone in folders."""
    return {name for name, raw in files.items() if name.endswith(".json") and b'"text"' not in raw}


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("open.csv", b"text,title\n" + b'"a\n' * 1_000_001),
        ("blank.csv", b"text,title\n" + b"\n" * 1_000_000),
        ("marks.csv", b"text,title\n" + b'"' * 6_000_000),
        ("bomb.zip", zipped(("a.jsonl", b'{"text": "' + b"0" * 100_000_000))),
        (
            "items.rss",
            b"<rss>" + b"<item><description>a</description></item>" * 30_000 + b"</rss>",
        ),
        ("tags.md", b"<b>" * (LIMIT // 10)),
        ("brackets.md", b"![" * (LIMIT // 10)),
        ("lines.jsonl", b'{"text": 1}\n' * 200_000),
        ("large.txt", b"x" * 10 * LONG),
    ],
)
def test_length_costs_time_and_memory_in_proportion(name: str, raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    command = [sys.executable, "-c", READ, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    count, peak = map(int, done.stdout.split())
    assert count >= 1 or name == "blank.csv"
    assert peak < 500_000  # kilobytes


@pytest.mark.parametrize("name", ["bomb-of-lines.zip", "bomb.txt.gz"])
def test_what_unpacks_to_too_much_is_stopped_while_it_does(name: str) -> None:
    raw = EVIL[name] if name.endswith("zip") else gzip.compress(b"\n" * 2_000_000)
    stopped = read(name.replace(".txt", ".jsonl"), raw)[-1]
    assert isinstance(stopped, Refusal)
    assert "200 times its size" in stopped.why


@pytest.mark.parametrize("name", ["outside.xml", "parameter.xml", "attribute.xml", "laugh.xml"])
def test_a_feed_that_declares_entities_is_refused_for_it(name: str) -> None:
    (refused,) = read(name, EVIL[name])
    assert isinstance(refused, Refusal)
    assert "entities" in refused.why
