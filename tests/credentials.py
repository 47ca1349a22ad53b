"""Credentials for tests, made as operators make them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from claimdesk.workflow import access
from claimdesk.workflow.access import Grant, Issued
from claimdesk.workflow.bench import Workbench

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def bearer(bench: Workbench, role: str = "editor") -> dict[str, str]:
    """The header of somebody with this role."""
    now = datetime.now(UTC)
    grant = Grant(f"{role} {now.timestamp()}", role, timedelta(hours=1))
    return {"Authorization": f"Bearer {access.create(bench, grant, now).secret}"}


def issue(bench: Workbench, name: str, role: str = "admin", **more: Any) -> Issued:
    life = more.pop("life", DAY)
    return access.create(bench, Grant(name, role, life), more.pop("now", datetime.now(UTC)))


def session(bench: Workbench, name: str, now: datetime | None = None) -> Issued:
    """Somebody who came in by a link."""
    now = now or datetime.now(UTC)
    link = access.invite(bench, Grant(name, "admin", HOUR), now)
    return access.sign_in(bench, link.secret, now)
