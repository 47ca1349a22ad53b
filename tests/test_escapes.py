"""No name, whoever chose it, leads to a file that was not meant."""

import gzip
import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from claimdesk import recipes
from claimdesk.api import create_app
from claimdesk.cli.output import opened
from claimdesk.errors import BadInput, ClaimdeskError, NotFound
from claimdesk.pages import router
from claimdesk.settings import Settings, bundled
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.keeping import back_up, restore

from . import complaints
from .catalogue import Seen
from .complaints import three_lines
from .credentials import bearer
from .running import claimdesk

SECRET = "what no export holds"
NAMES = (
    "../claims",
    "../../etc/passwd",
    "..%2fclaims",
    "%2e%2e/claims",
    "%2e%2e%2fclaims",
    "%252e%252e%252fclaims",
    "..\\claims",
    "..%5cclaims",
    "....//claims",
    "./claims",
    "/claims",
    "/etc/passwd",
    "//etc/passwd",
    "C:\\claims",
    "\\\\host\\share",
    "file:///etc/passwd",
    "~/claims",
    "~root",
    "$HOME",
    "`id`",
    "claims\0",
    "claims\0.py",
    "claims%00",
    "claims.py",
    "claims.pyc",
    "claims/",
    "claims/.",
    "claims ",
    " claims",
    "claims\n",
    "claims\u202e",
    "CLAIMS",
    "Claims",
    "c\u04c0aims",
    "\uff43laims",
    "claims;ls",
    "*",
    "c*",
    "?laims",
    "[c]laims",
    "CON",
    "nul",
    "con",
    "aux",
    "__init__",
    "__pycache__",
    ".",
    "..",
    "",
    "-",
    "--help",
    "a" * 300,
    "\udcff",
)

loaded = complaints.loaded
home = complaints.home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Exports, and beside them, above them and behind links, what is none."""
    (tmp_path / "secret.py").write_text(f'"""{SECRET}."""')
    inside = tmp_path / "exports"
    inside.mkdir()
    for path in bundled("exports").glob("*.py"):
        (inside / path.name).write_bytes(path.read_bytes())
    (inside / "inner").mkdir()
    (inside / "inner" / "secret.py").write_text(f'"""{SECRET}."""')
    return inside


@pytest.mark.catalogue("H10", "no name of an export or a format leads out of the folder")
def test_no_name_of_an_export_leads_elsewhere(bench: Workbench, folder: Path, seen: Seen) -> None:
    taken = []
    for name in (*NAMES, "../secret", "inner/secret", "inner"):
        with pytest.raises(NotFound) as refused:
            recipes.find(folder, name)
        if SECRET in str(refused.value):
            taken.append(name)
    app = create_app(bench, pages=[router], collect=False)
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as web:
        for name in NAMES:
            word = quote(name.encode("utf-8", "surrogateescape"), safe="%")
            for address in (f"{word}.csv", f"claims.{word}"):
                answer = web.get(f"/api/v1/exports/{address}", headers=bearer_once(web, bench))
                if answer.status_code not in (404, 422):
                    taken.append((address, answer.status_code))
                elif len(name) > 9 and name in answer.text:
                    taken.append((address, answer.text))
    assert taken == []
    assert len(NAMES) >= 40
    seen(len(NAMES) * 3, "all refused, none repeated")


def bearer_once(web: TestClient, bench: Workbench) -> dict[str, str]:
    if "Authorization" not in web.headers:
        web.headers |= bearer(bench)
    return {}


def test_a_link_in_the_folder_is_the_operators_own_doing(folder: Path) -> None:
    (folder / "linked.py").symlink_to(folder / "claims.py")
    assert recipes.find(folder, "linked").columns == recipes.find(folder, "claims").columns
    (folder / "broken.py").symlink_to(folder / "nothing.py")
    with pytest.raises(ClaimdeskError, match="is not an export"):
        recipes.find(folder, "broken")


def test_an_export_written_through_a_link_replaces_the_link_and_nothing_else(
    home: Path, tmp_path: Path
) -> None:
    target = tmp_path / "target"
    target.write_text("kept")
    (tmp_path / "out.csv").symlink_to(target)
    done = claimdesk("export", "claims", "--out", str(tmp_path / "out.csv"), home=home)
    assert done.returncode == 0, done.stderr
    assert target.read_text() == "kept"
    assert not (tmp_path / "out.csv").is_symlink()


def test_what_waits_under_the_name_of_a_part_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("kept")
    (tmp_path / f".out.csv.{os.getpid()}.part").symlink_to(target)
    with opened(str(tmp_path / "out.csv")) as stream:
        stream.write(b"mine")
    assert (target.read_text(), (tmp_path / "out.csv").read_bytes()) == ("kept", b"mine")


@pytest.mark.parametrize("out", ["no/claims.csv", "no/../no/claims.csv", "a" * 300, "a" * 5000])
def test_a_place_that_is_none_is_refused(home: Path, tmp_path: Path, out: str) -> None:
    done = claimdesk("export", "claims", "--out", f"{tmp_path}/{out}", home=home)
    three_lines(done, 1)


MEMBERS = (
    "../escaped",
    "../../escaped",
    "/tmp/escaped",
    "labelstudio/../../escaped",
    "labelstudio/media/../../../escaped",
    "labelstudio/media/./../x/../../../escaped",
    "labelstudio/media//etc/escaped",
    "labelstudio/media/a/../b",
    "labelstudio\\..\\escaped",
    "labelstudio/media/..\\..\\escaped\0",
    "home/../escaped",
    "home/other.json",
    "home/settings.json/x",
    "facts/../escaped.jsonl",
    "facts/article.jsonl/../x",
    "labelstudio/label_studio.sqlite3/../x",
    "labelstudio/",
    "labelstudio/media/",
    "labelstudio/media/.",
    "labelstudio/media/..",
    "./home/settings.json",
    "C:\\escaped",
    "\u2024\u2024/escaped",
    "con",
)
KINDS = {
    "a symbolic link": tarfile.SYMTYPE,
    "a hard link": tarfile.LNKTYPE,
    "a device": tarfile.CHRTYPE,
    "a pipe": tarfile.FIFOTYPE,
    "a folder": tarfile.DIRTYPE,
}


@pytest.fixture
def backup(bench: Workbench, tmp_path: Path) -> bytes:
    stream = io.BytesIO()
    back_up(bench, stream)
    return stream.getvalue()


def tampered(raw: bytes, entries: list[tarfile.TarInfo]) -> bytes:
    """A backup with members more, of which its manifest knows: nobody signs one."""
    made = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(gzip.decompress(raw))) as old,
        tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as new,
    ):
        members = old.getmembers()
        for member in members[:-1]:
            new.addfile(member, old.extractfile(member))
        for entry in entries:
            entry.size = 4 if entry.isreg() else 0
            new.addfile(entry, io.BytesIO(b"evil"))
        manifest = json.loads(old.extractfile(members[-1]).read())  # type: ignore[union-attr]
        digest = hashlib.sha256(b"evil").hexdigest()
        manifest["digests"] |= {entry.name: digest for entry in entries if entry.isreg()}
        end = json.dumps(manifest).encode()
        members[-1].size = len(end)
        new.addfile(members[-1], io.BytesIO(end))
    return gzip.compress(made.getvalue())


def evil_entries() -> Iterator[tuple[str, tarfile.TarInfo]]:
    for name in MEMBERS:
        yield name, tarfile.TarInfo(name)
    for kind, number in KINDS.items():
        entry = tarfile.TarInfo("labelstudio/media/x")
        entry.type, entry.linkname = number, "/etc/passwd"
        yield kind, entry


@pytest.mark.catalogue("H10", "no member of a backup is written outside of the home")
def test_no_member_of_a_backup_leaves_the_home(backup: bytes, tmp_path: Path, seen: Seen) -> None:
    place = tmp_path / "deep" / "er"
    place.mkdir(parents=True)
    wrong, number = [], 0
    for number, (name, entry) in enumerate(evil_entries(), 1):
        (place / "evil.backup").write_bytes(tampered(backup, [entry]))
        before = set(tmp_path.rglob("*"))
        home = place / f"home{number}"
        try:
            restore(
                Settings.read(home, database_url=f"sqlite:///{place}/db"), place / "evil.backup"
            )
            wrong.append(name)
        except BadInput as refused:
            if "passwd" in str(refused):
                wrong.append(str(refused))
        made = set(tmp_path.rglob("*")) - before - {home}
        wrong += [str(path) for path in made if path.name != "up.lock"]
    assert wrong == []
    assert not Path("/tmp/escaped").exists()
    seen(number, "all refused before anything was written")
