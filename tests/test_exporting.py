"""Everything as one folder: whole or absent, the same bytes for the same desk."""

import hashlib
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk import recipes
from claimdesk.errors import ClaimdeskError
from claimdesk.recipes.columns import zulu
from claimdesk.settings import bundled
from claimdesk.snapshot import Snapshot
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.exporting import MANIFEST, export_all
from claimdesk.workflow.reading import take_snapshot

from .fake_labelstudio import FakeLabelStudio
from .filling import fill, said

FETCHES = re.compile(r"<script|<link|<img|<iframe|\ssrc=|url\(|@import")


@pytest.fixture
def filled(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Workbench:
    fill(bench, fake, tmp_path)
    return bench


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_the_folder_is_the_same_every_time(filled: Workbench, tmp_path: Path) -> None:
    """Its name has the digest of a manifest that has the digest of every file."""
    once, again = (export_all(filled, tmp_path / "out") for _ in range(2))
    assert once == again
    assert list((tmp_path / "out").iterdir()) == [once]
    assert re.fullmatch(r"\d{8}T\d{6}Z-[0-9a-f]{8}", once.name)


def test_as_of_a_moment_it_is_what_it_was_then(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    client = fill(bench, fake, tmp_path)
    then = export_all(bench, tmp_path / "out")
    moment = datetime.now(UTC)
    said(bench, fake, min(fake.tasks), 8, 1)
    pull(bench, client)
    once, again = (export_all(bench, tmp_path / "out", as_of=moment) for _ in range(2))
    assert once == again != then
    before, found = contents(then), contents(once)
    told = json.loads(found.pop(MANIFEST))
    assert told.pop("as_of") == zulu(moment)
    assert told == json.loads(before.pop(MANIFEST))
    assert found == before
    assert contents(export_all(bench, tmp_path / "out"))["claims.csv"] != found["claims.csv"]


def test_a_moment_to_come_is_refused_and_leaves_nothing(filled: Workbench, tmp_path: Path) -> None:
    with pytest.raises(ClaimdeskError, match="has not come yet"):
        export_all(filled, tmp_path / "out", as_of=datetime.now(UTC) + timedelta(hours=1))
    assert list((tmp_path / "out").iterdir()) == []


def test_the_manifest_names_every_file_and_what_they_follow_from(
    filled: Workbench, tmp_path: Path
) -> None:
    whole = export_all(filled, tmp_path / "out")
    manifest = json.loads((whole / MANIFEST).read_text())
    found = contents(whole)
    digests = {one["path"]: one["sha256"] for one in manifest["files"]}
    assert digests.keys() == found.keys() - {MANIFEST}
    assert all(hashlib.sha256(found[path]).hexdigest() == one for path, one in digests.items())
    with take_snapshot(filled) as snapshot:
        assert manifest["ledger"] == snapshot.ledger
        assert manifest["counts"]["judgements"] == len(list(snapshot.judgements))
    for recipe in recipes.every(filled.exports_dir):
        assert {f"{recipe.name}.{one}" for one in recipe.formats if one != "html"} <= found.keys()
    reports = [found[path].decode() for path in found if path.startswith("reports/")]
    assert len(reports) == 5  # four articles, one story
    assert [page for page in reports if FETCHES.search(page)] == []
    assert all("default-src 'none'" in page for page in reports)


def test_what_breaks_on_the_way_leaves_nothing(filled: Workbench, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    for path in bundled("exports").glob("*.py"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "zz.py").write_text(
        '"""Breaks."""\nfrom pydantic import BaseModel\n'
        "class Row(BaseModel):\n    n: int\n"
        "def rows(snapshot):\n    yield Row(n=1)\n    raise ValueError('half way')\n"
    )
    broken = replace(filled, settings=filled.settings.model_copy(update={"exports_dir": folder}))
    with pytest.raises(ValueError, match="half way"):
        export_all(broken, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(filled: Workbench, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ClaimdeskError, match="cannot be written"):
        export_all(filled, tmp_path / "file")


@pytest.mark.parametrize("identities", [False, True])
def test_judgements_by_themselves_are_those_of_the_pages(
    filled: Workbench, identities: bool
) -> None:
    with take_snapshot(filled, identities=identities) as snapshot:
        alone = list(snapshot.judgements)
        of_pages = [one for claim in snapshot.claims for one in claim.judgements]
    assert alone == of_pages
    assert len(alone) > 20


def test_the_newest_of_what_is_known_dates_a_snapshot(filled: Workbench) -> None:
    with take_snapshot(filled) as one, take_snapshot(filled) as other:
        assert one.known_until == other.known_until
        assert isinstance(one, Snapshot)
