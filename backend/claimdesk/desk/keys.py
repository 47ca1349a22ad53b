"""The secrets of one home: made once, kept in its settings.json, never shown.

Label Studio's owner is a machine account: the supervisor and the backend speak as it, people
sign up beside it.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from claimdesk.settings import keep, kept

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
    found = kept(home)
    remember(home, {name: make() for name, make in _MAKERS.items() if not found.get(name)})
    found = kept(home)
    return Keys(
        email=found["labelstudio_email"],
        password=SecretStr(found["labelstudio_password"]),
        token=SecretStr(found["labelstudio_token"]),
        secret_key=SecretStr(found["labelstudio_secret_key"]),
        webhook_secret=SecretStr(found["webhook_secret"]),
    )


def remember(home: Path, values: Mapping[str, Any]) -> None:
    """Merge values into settings.json; a file that already says so is not written again."""
    found = kept(home)
    if wanted := {name: value for name, value in values.items() if found.get(name) != value}:
        keep(home, found | wanted)


_MAKERS: dict[str, Callable[[], str]] = {
    "labelstudio_email": lambda: OWNER,
    "labelstudio_password": lambda: secrets.token_urlsafe(24),
    "labelstudio_token": lambda: secrets.token_hex(20),
    "labelstudio_secret_key": lambda: secrets.token_urlsafe(48),
    "webhook_secret": lambda: secrets.token_urlsafe(32),
}
