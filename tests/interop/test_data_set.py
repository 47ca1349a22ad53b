"""The data set folder as `datasets` loads it and as `mlcroissant` reads it, without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimdesk import recipes
from claimdesk.settings import Settings, bundled
from claimdesk.workflow.bench import open_workbench
from claimdesk.workflow.exporting import TABLES, export_all

from ..fake_labelstudio import FakeLabelStudio
from ..filling import fill

pytest.importorskip("datasets", reason="the group interop is not installed")
mlcroissant = pytest.importorskip("mlcroissant", reason="the group interop is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # theirs


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("home")
    there = {"labelstudio_url": "http://labelstudio.test", "labelstudio_token": "0" * 40}
    bench = open_workbench(Settings.read(home, **there))
    fill(bench, FakeLabelStudio(), home)
    yield export_all(bench, home / "out") / "dataset"
    bench.engine.dispose()


def rows_of(folder: Path, name: str) -> int:
    return len((folder.parent / f"{name}.jsonl").read_bytes().splitlines())


@pytest.mark.parametrize("name", TABLES)
def test_datasets_loads_every_table(
    folder: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import datasets

    monkeypatch.setattr(datasets.config, "HF_HUB_OFFLINE", True)
    loaded = datasets.load_dataset(str(folder), name, cache_dir=str(tmp_path))["train"]
    assert loaded.num_rows == rows_of(folder, name) > 0
    assert loaded.column_names == recipes.find(bundled("exports"), name).columns


@pytest.mark.parametrize("name", TABLES)
def test_mlcroissant_reads_every_record(folder: Path, name: str) -> None:
    found = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
    records = list(found.records(record_set=name))
    assert len(records) == rows_of(folder, name)
    assert f"{name}/article" in records[0]


def test_croissant_has_no_errors_and_names_every_column(folder: Path) -> None:
    found = mlcroissant.Dataset(jsonld=str(folder / "croissant.json")).metadata
    assert found.issues.errors == set()
    described = {field.name for one in found.record_sets for field in one.fields}
    assert {"text", "verdict", "reviewer", "said_at", "published"} <= described
