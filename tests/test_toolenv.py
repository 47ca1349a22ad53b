"""Label Studio's own environment: built once, whole, from what was locked."""

import fcntl
import hashlib
import re
import subprocess
import threading
import zipfile
from pathlib import Path

import pytest

from claimdesk.desk import toolenv
from claimdesk.errors import BadConfiguration, StorageTrouble

from .running import wait_until


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Requirements that hold one small package, taken from a file beside them."""
    wheel = tmp_path / "tiny-1.0-py3-none-any.whl"
    about = "tiny-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny.py", "")
        archive.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    requirements = tmp_path / "requirements.txt"
    requirements.write_text(f"tiny @ {wheel.as_uri()} --hash=sha256:{digest}\n")
    return requirements


def no_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("UV", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))


@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_a_tool_environment_is_built_compiled_and_then_left_in_peace(
    tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch, installer: str
) -> None:
    if installer == "pip":
        no_programs(monkeypatch, tmp_path)
    said: list[str] = []
    python = toolenv.ensure(said.append, tmp_path / "tools", requirements=tiny)
    subprocess.run([python, "-I", "-B", "-c", "import tiny"], check=True)
    assert list((tmp_path / "tools").glob("*/lib/*/site-packages/__pycache__/tiny.*.pyc"))
    no_programs(monkeypatch, tmp_path)
    said.clear()
    assert toolenv.ensure(said.append, tmp_path / "tools", requirements=tiny) == python
    assert said == []


@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_a_tool_environment_that_was_not_finished_is_built_anew(
    tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch, installer: str
) -> None:
    if installer == "pip":
        no_programs(monkeypatch, tmp_path)
    python = toolenv.ensure(print, tmp_path / "tools", requirements=tiny)
    (python.parent.parent / toolenv.STAMP).unlink()
    (python.parent.parent / "half").write_text("done")
    said: list[str] = []
    assert toolenv.ensure(said.append, tmp_path / "tools", requirements=tiny) == python
    assert "not finished" in said[0]
    assert not (python.parent.parent / "half").exists()


def test_a_tool_environment_whose_python_went_away_is_built_anew(
    tmp_path: Path, tiny: Path
) -> None:
    python = toolenv.ensure(print, tmp_path / "tools", requirements=tiny)
    python.unlink()
    python.symlink_to(tmp_path / "removed")
    assert toolenv.ensure(print, tmp_path / "tools", requirements=tiny).exists()


@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_a_package_that_was_tampered_with_is_refused(
    tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch, installer: str
) -> None:
    if installer == "pip":
        no_programs(monkeypatch, tmp_path)
    tiny.write_text(re.sub("sha256:.*", "sha256:" + "0" * 64, tiny.read_text()))
    with pytest.raises(BadConfiguration) as caught:
        toolenv.ensure(print, tmp_path / "tools", requirements=tiny)
    assert "hash" in caught.value.why.lower()
    assert not list((tmp_path / "tools").glob("*/" + toolenv.STAMP))


def test_two_that_need_the_tool_environment_build_it_once(tmp_path: Path, tiny: Path) -> None:
    python = toolenv.ensure(print, tmp_path / "tools", requirements=tiny)
    stamp = python.parent.parent / toolenv.STAMP
    said: list[str] = []
    kept = stamp.read_bytes()
    stamp.unlink()
    with next((tmp_path / "tools").glob("*.lock")).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = threading.Thread(
            target=toolenv.ensure,
            args=(said.append, tmp_path / "tools"),
            kwargs={"requirements": tiny},
        )
        second.start()
        assert wait_until(lambda: bool(said), 2)
        stamp.write_bytes(kept)
    second.join(5)
    assert said == ["Another claimdesk is installing Label Studio; waiting for it"]


def test_a_tools_folder_that_cannot_be_made_is_storage_trouble(tmp_path: Path, tiny: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageTrouble):
        toolenv.ensure(print, tmp_path / "file" / "tools", requirements=tiny)


def test_the_locked_packages_name_no_index_and_always_a_hash() -> None:
    locked = toolenv.REQUIREMENTS.read_text()
    assert "://" not in locked
    assert f"label-studio=={toolenv.LABEL_STUDIO_VERSION} " in locked
    assert all("--hash=sha256:" in part for part in re.split(r"\n(?=\S)", locked))
