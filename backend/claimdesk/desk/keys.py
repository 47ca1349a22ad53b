"""The secrets of one home: made once, kept in its settings.json, never shown.

Label Studio's owner is a machine account: the supervisor and the backend speak as it, people
sign up beside it.
"""

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from claimdesk.errors import BadConfiguration
from claimdesk.settings import SETTINGS_FILE, keep

OWNER = "owner@claimdesk.local"


@dataclass(frozen=True)
class Keys:
    """What proves to Label Studio that it is us, and to us that it is our Label Studio."""

    email: str
    password: SecretStr
    token: SecretStr
    secret_key: SecretStr
    webhook_secret: SecretStr


def keys_for(home: Path) -> Keys:
    """The secrets of a home; the missing ones are made and kept, the others stay as they are."""
    kept = kept_values(home)
    remember(home, {name: make() for name, make in _MAKERS.items() if not kept.get(name)})
    kept = kept_values(home)
    return Keys(
        email=kept["labelstudio_email"],
        password=SecretStr(kept["labelstudio_password"]),
        token=SecretStr(kept["labelstudio_token"]),
        secret_key=SecretStr(kept["labelstudio_secret_key"]),
        webhook_secret=SecretStr(kept["webhook_secret"]),
    )


def remember(home: Path, values: Mapping[str, Any]) -> None:
    """Merge values into settings.json; a file that already says so is not written again."""
    kept = kept_values(home)
    if wanted := {name: value for name, value in values.items() if kept.get(name) != value}:
        keep(home, kept | wanted)


def kept_values(home: Path) -> dict[str, Any]:
    """All that settings.json holds, our own names included, which `Settings` passes over."""
    path = home / SETTINGS_FILE
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise _unreadable(path, type(error).__name__) from None
    if not isinstance(kept, dict):
        raise _unreadable(path, f"It holds a {type(kept).__name__}")
    return kept


def _unreadable(path: Path, found: str) -> BadConfiguration:
    return BadConfiguration(
        f"{path} cannot be read.",
        why=f"{found}: it should be one JSON object written by claimdesk up.",
        fix="Restore it from a backup: without its secrets Label Studio's data cannot be opened.",
    )


_MAKERS: dict[str, Callable[[], str]] = {
    "labelstudio_email": lambda: OWNER,
    "labelstudio_password": lambda: secrets.token_urlsafe(24),
    "labelstudio_token": lambda: secrets.token_hex(20),
    "labelstudio_secret_key": lambda: secrets.token_urlsafe(48),
    "webhook_secret": lambda: secrets.token_urlsafe(32),
}
