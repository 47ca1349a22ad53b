"""What `docker-compose.yml` gives Label Studio is what `claimdesk up` gives it."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import SecretStr

from claimdesk.desk.environment import banned_networks, environment
from claimdesk.desk.keys import Keys
from claimdesk.settings import Settings, bundled

FILE = bundled("samples").parent / "docker-compose.yml"
HARDENING = (
    "COLLECT_ANALYTICS",
    "CORS_ALLOW_ALL_ORIGINS",
    "DISABLE_SIGNUP_WITHOUT_LINK",
    "ENABLE_LOCAL_FILES_STORAGE",
    "FRONTEND_SENTRY_DSN",
    "LATEST_VERSION_CHECK",
    "LOCAL_FILES_SERVING_ENABLED",
    "LS_CSP_REPORT_ONLY",
    "SENTRY_DSN",
    "TASK_LOCK_TTL",
    "USE_DEFAULT_BANNED_SUBNETS",
    "WEBHOOK_TIMEOUT",
)


def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def test_label_studio_is_hardened_alike() -> None:
    keys = Keys("a@b.c", *[SecretStr("x")] * 4)
    ours = environment(Path("/nowhere"), keys, None, owner_exists=True)
    there = services()["services"]["label-studio"]["environment"]
    assert {name: there.get(name) for name in HARDENING} == {name: ours[name] for name in HARDENING}


def test_webhooks_may_go_to_the_backend_and_nowhere_else() -> None:
    found = services()
    address = found["services"]["backend"]["networks"]["inside"]["ipv4_address"]
    banned = found["services"]["label-studio"]["environment"]["USER_ADDITIONAL_BANNED_SUBNETS"]
    assert banned.split(",") == banned_networks(f"{address}/32")


def test_nothing_is_published_beyond_loopback() -> None:
    ports = [port for one in services()["services"].values() for port in one.get("ports", [])]
    assert len(ports) == 2
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_backend_is_given_settings_that_exist() -> None:
    given = services()["services"]["backend"]["environment"]
    names = {name.removeprefix("CLAIMDESK_").removesuffix("_FILE").lower() for name in given}
    assert names <= set(Settings.model_fields)
    assert "backend.internal" in given["CLAIMDESK_HOSTS"]
