"""Where a value comes from, and that secrets stay where they are."""

import json
import re
from pathlib import Path

import pytest

import claimdesk
from claimdesk.errors import BadConfiguration, StorageTrouble
from claimdesk.settings import OTHERS, SETTINGS_FILE, Settings, keep


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in [name for name in os.environ if name.startswith("CLAIMDESK_")]:
        monkeypatch.delenv(name)


def test_an_option_wins_over_the_environment_over_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, {"overlap": 3, "min_reviewers": 3, "poll_seconds": 3})
    monkeypatch.setenv("CLAIMDESK_OVERLAP", "4")
    monkeypatch.setenv("CLAIMDESK_MIN_REVIEWERS", "4")
    found = Settings.read(tmp_path, overlap=5)
    assert (found.overlap, found.min_reviewers, found.poll_seconds) == (5, 4, 3)


def test_a_secret_can_lie_in_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "token").write_text("hush\n")
    monkeypatch.setenv("CLAIMDESK_LABELSTUDIO_TOKEN_FILE", str(tmp_path / "token"))
    found = Settings.read(tmp_path)
    assert found.labelstudio_token is not None
    assert found.labelstudio_token.get_secret_value() == "hush"
    assert "hush" not in repr(found)


def test_the_home_comes_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_HOME", str(tmp_path / "there"))
    assert Settings.read().home == tmp_path / "there"


def test_what_up_keeps_for_itself_is_passed_over(tmp_path: Path) -> None:
    keep(tmp_path, {"reviewers": {"a": "b"}, "overlap": 3})
    assert Settings.read(tmp_path).overlap == 3


def test_the_kept_file_is_private_and_whole(tmp_path: Path) -> None:
    home = tmp_path / "new home"
    keep(home, {"a": 1})
    path = home / SETTINGS_FILE
    assert (home.stat().st_mode & 0o777, path.stat().st_mode & 0o777) == (0o700, 0o600)
    assert json.loads(path.read_text()) == {"a": 1}
    assert [one.name for one in home.iterdir()] == [SETTINGS_FILE]


@pytest.mark.parametrize(
    ("name", "value"),
    [("OVERLAP", "0"), ("OVERLAP", "many"), ("POLL_SECONDS", "-1"), ("HOSTS", "a b")],
)
def test_a_value_that_cannot_be_used_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"CLAIMDESK_{name}", value)
    with pytest.raises(BadConfiguration, match=name.lower()):
        Settings.read(tmp_path)


def test_a_secret_file_that_is_absent_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_WEBHOOK_SECRET_FILE", "/nowhere")
    with pytest.raises(BadConfiguration, match="/nowhere"):
        Settings.read(tmp_path)


def test_a_mistyped_variable_is_named_with_the_one_that_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_DATABSE_URL", "sqlite:///elsewhere.db")
    with pytest.raises(BadConfiguration, match="CLAIMDESK_DATABSE_URL") as caught:
        Settings.read(tmp_path)
    assert "CLAIMDESK_DATABASE_URL" in caught.value.fix


@pytest.mark.parametrize("name", ["CLAIMDESK_DEBUG", "CLAIMDESK_TORTURE", "claimdesk_home", "DESK"])
def test_variables_that_are_no_settings_may_stand_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "1")
    assert Settings.read(tmp_path).home == tmp_path


def test_every_variable_of_the_program_and_its_tests_is_known() -> None:
    root = Path(__file__).parent.parent
    files = [*(root / "tests").glob("*.py"), *Path(claimdesk.__file__).parent.rglob("*.py")]
    files += [root / "docker-compose.yml"]
    said = {
        name
        for file in files
        if file.name != Path(__file__).name
        for name in re.findall(r"CLAIMDESK_([A-Z_]+[A-Z])\b", file.read_text(encoding="utf-8"))
    }
    fields = {name.upper() for name in Settings.model_fields}
    assert {one.removesuffix("_FILE") for one in said} - fields == OTHERS


@pytest.mark.parametrize("name", ["webhook_secret", "webhook_secret_before"])
def test_a_secret_that_can_be_guessed_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadConfiguration, match="too short") as caught:
        Settings.read(tmp_path, **{name: "fifteen letters"})
    assert "token_urlsafe" in caught.value.fix
    assert "fifteen" not in str(caught.value)
    assert Settings.read(tmp_path, **{name: "sixteen letters!"}).home == tmp_path


def test_a_broken_settings_file_is_named(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).write_text("{")
    with pytest.raises(BadConfiguration, match=r"settings\.json"):
        Settings.read(tmp_path)


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageTrouble, match="cannot be written"):
        keep(tmp_path / "file" / "home", {})
