"""Tokens, links and sessions: made, used once, rotated, ended, and kept as hashes only."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest

import claimdesk
from claimdesk.api.access import EDITOR, REVIEWER
from claimdesk.errors import BadInput, NotAllowed, NotFound
from claimdesk.settings import Settings
from claimdesk.store import audit
from claimdesk.store.credentials import LOGIN, SESSION, TOKEN
from claimdesk.store.database import reading
from claimdesk.workflow import access
from claimdesk.workflow.access import Grant, Issued
from claimdesk.workflow.bench import Workbench, open_workbench

from .catalogue import Seen, longer
from .complaints import three_lines
from .credentials import DAY, HOUR, issue, session
from .running import claimdesk as run

NOW = datetime(2026, 3, 14, 9, tzinfo=UTC)


@pytest.mark.catalogue("S1", "of many who use one login link at once exactly one gets in")
def test_of_many_who_use_a_link_at_once_one_gets_in(bench: Workbench, seen: Seen) -> None:
    rounds, crowd = longer(10, 200), 6
    signed_in = Counter[int]()
    with ThreadPoolExecutor(crowd) as pool:
        for turn in range(rounds):
            link = access.invite(bench, Grant("nora", EDITOR, HOUR), NOW)
            together = Barrier(crowd)

            def enter(_: int, code: str = link.secret, gate: Barrier = together) -> bool:
                gate.wait()
                try:
                    access.sign_in(bench, code, NOW)
                except NotAllowed:
                    return False
                return True

            signed_in[turn] = sum(pool.map(enter, range(crowd)))
    assert set(signed_in.values()) == {1}
    seen(rounds * crowd, f"{crowd} at once, {rounds} times: one each")


def test_links_and_sessions_end_in_time(bench: Workbench) -> None:
    link = access.invite(bench, Grant("nora", EDITOR, HOUR), NOW)
    with pytest.raises(NotAllowed):
        access.sign_in(bench, link.secret, NOW + HOUR)
    signed_in = access.sign_in(bench, link.secret, NOW + HOUR - timedelta(seconds=1))
    almost = signed_in.expires_at - timedelta(seconds=1)
    assert access.recognise(bench, SESSION, signed_in.secret, almost)
    assert access.recognise(bench, SESSION, signed_in.secret, signed_in.expires_at) is None


def test_what_is_over_is_forgotten_except_tokens(bench: Workbench) -> None:
    issue(bench, "old", now=NOW)
    session(bench, "nora", NOW)
    access.invite(bench, Grant("nora", EDITOR, HOUR), NOW)
    later = NOW + 8 * DAY
    access.invite(bench, Grant("bo", EDITOR, HOUR), later)
    kept = [(one.kind, one.name, one.state) for one in access.listed(bench, later)]
    assert kept == [(TOKEN, "old", "expired"), (LOGIN, "bo", "usable")]


# Tokens


def good(bench: Workbench, issued: Issued, now: datetime = NOW) -> bool:
    return access.recognise(bench, TOKEN, issued.secret, now) is not None


def test_a_token_is_good_until_it_expires(bench: Workbench) -> None:
    issued = issue(bench, "nora", now=NOW, life=90 * DAY)
    assert good(bench, issued)
    assert good(bench, issued, NOW - 3 * DAY), "the clock was set back"
    assert good(bench, issued, NOW + 90 * DAY - timedelta(seconds=1))
    assert not good(bench, issued, NOW + 90 * DAY)


@pytest.mark.parametrize("keep", [timedelta(0), 2 * HOUR])
@pytest.mark.catalogue("S2", "after a rotation the old token is good for as long as was said")
def test_a_rotated_token_is_good_for_as_long_as_was_said(
    bench: Workbench, keep: timedelta, seen: Seen
) -> None:
    old = issue(bench, "nora", EDITOR, now=NOW, life=DAY)
    new = access.rotate(bench, "nora", life=DAY, keep=keep, now=NOW)
    moments = [NOW + HOUR * hours for hours in (0, 1, 2, 3)]
    assert [good(bench, old, moment) for moment in moments] == [
        moment < NOW + keep for moment in moments
    ]
    assert all(good(bench, new, moment) for moment in moments)
    assert (new.name, new.role, new.id == old.id) == ("nora", EDITOR, False)
    seen(2 * len(moments), "old and new as said")


def test_a_rotation_never_makes_a_token_live_longer(bench: Workbench) -> None:
    old = issue(bench, "nora", now=NOW, life=HOUR)
    access.rotate(bench, "nora", life=DAY, keep=2 * HOUR, now=NOW)
    assert not good(bench, old, NOW + HOUR)


def test_revoking_a_name_ends_everything_it_has(bench: Workbench) -> None:
    issued, seated = issue(bench, "nora", now=NOW), session(bench, "nora", NOW)
    other = issue(bench, "bo", now=NOW)
    ended = access.revoke(bench, "nora", NOW)
    assert {one.kind for one in ended} == {TOKEN, SESSION}
    assert not good(bench, issued)
    assert access.recognise(bench, SESSION, seated.secret, NOW) is None
    assert good(bench, other)


def test_a_name_stands_for_one_usable_token(bench: Workbench) -> None:
    issue(bench, "nora", now=NOW, life=HOUR)
    with pytest.raises(BadInput, match="already"):
        issue(bench, "nora", now=NOW)
    assert good(bench, issue(bench, "nora", now=NOW + HOUR), NOW + HOUR)


@pytest.mark.parametrize("name", ["", "x" * 61, "a\nb", "\x1b[31m", "12345678", "deadbeef"])
def test_a_name_that_could_mislead_is_refused(bench: Workbench, name: str) -> None:
    with pytest.raises(BadInput):
        issue(bench, name)


def test_nobody_can_be_given_what_there_is_not(bench: Workbench) -> None:
    with pytest.raises(BadInput, match="owner"):
        issue(bench, "nora", "owner")
    with pytest.raises(NotFound):
        access.create(bench, Grant("nora", REVIEWER, DAY, "nobody@claimdesk.local"), NOW)
    for unknown in (access.revoke, access.rotate):
        more = {"life": DAY, "keep": HOUR, "now": NOW} if unknown is access.rotate else {"now": NOW}
        with pytest.raises(NotFound):
            unknown(bench, "nora", **more)  # type: ignore[operator]


def test_every_change_is_in_the_audit_with_who_did_it(bench: Workbench) -> None:
    issue(bench, "script", now=NOW)
    access.rotate(bench, "script", life=DAY, keep=HOUR, now=NOW)
    seated = session(bench, "nora", NOW)
    principal = access.recognise(bench, SESSION, seated.secret, NOW)
    assert principal is not None
    access.sign_out(bench, principal, NOW)
    access.revoke(bench, "script", NOW)
    with reading(bench.engine) as found:
        told = [(one.who, one.what) for one in reversed(audit.newest(found, 20))]
    nora = f"nora ({seated.id})"
    assert told == [
        ("operator", "token created"),
        ("operator", "token rotated"),
        ("operator", "login link created"),
        (nora, "signed in"),
        (nora, "signed out"),
        ("operator", "token revoked"),
        ("operator", "token revoked"),
    ]


def test_no_secret_is_kept_or_told(bench: Workbench) -> None:
    link = access.invite(bench, Grant("nora", EDITOR, HOUR), NOW)
    secrets = [issue(bench, "bo", now=NOW), link, access.sign_in(bench, link.secret, NOW)]
    with bench.engine.connect() as connection:
        tables = [
            connection.exec_driver_sql(f"SELECT * FROM {name}").all()
            for name in ("token", "auditentry")
        ]
    kept = f"{tables} {secrets} {access.listed(bench, NOW)}"
    assert [one.id for one in secrets if one.secret in kept or one.secret[4:] in kept] == []


@pytest.mark.catalogue("S2", "no secret is compared by == anywhere in the package")
def test_no_secret_meets_an_equals_sign(seen: Seen) -> None:
    compared = list(comparisons())
    found = [where for where, names in compared if any(map(SECRET.search, names))]
    assert found == []
    assert len(compared) > 100
    seen(len(compared), "comparisons read")


OF_TEXTS = {"segmenting", "worth", "intake"}
"""Rooms that are handed texts and nothing else; their tokens are words."""
SECRET = re.compile(r"secret|token|digest|passw", re.IGNORECASE)


def comparisons() -> Iterator[tuple[str, list[str]]]:
    """Every == and != outside SQL, with the names in it."""
    package = Path(claimdesk.__file__).parent
    for path in sorted(package.rglob("*.py")):
        if path.relative_to(package).parts[0] in OF_TEXTS:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.NotEq):
                sides = [node.left, *node.comparators]
                if not any(is_column(side) for side in sides):
                    yield (
                        f"{path.name}:{node.lineno}",
                        [name for one in sides for name in named(one)],
                    )


def is_column(node: ast.expr) -> bool:
    """`col(...)` on one side makes it a condition for the database."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "col"


def named(node: ast.expr) -> list[str]:
    names = [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]
    return names + [one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)]


# The command line


def test_a_token_from_the_command_line_from_making_to_its_end(tmp_path: Path) -> None:
    made = run("token", "create", "nora", "--role", "adjudicator", "--days", "7", home=tmp_path)
    assert re.fullmatch(r"cdk_[\w-]{43}\n", made.stdout)
    bench = open_workbench(Settings.read(tmp_path))
    principal = access.recognise(bench, TOKEN, made.stdout.strip(), datetime.now(UTC))
    assert principal is not None
    assert (principal.name, principal.role) == ("nora", "adjudicator")
    turned = run("token", "rotate", "nora", home=tmp_path)
    assert turned.stdout != made.stdout
    assert "nora" in run("token", "revoke", "nora", home=tmp_path).stderr
    shown = run("token", "list", home=tmp_path)
    assert shown.stdout.count("revoked") == 2
    assert "cdk_" not in shown.stdout + made.stderr


def test_a_login_link_from_the_command_line_needs_an_address(tmp_path: Path) -> None:
    three_lines(run("login", home=tmp_path), 2)
    link = run("login", "--url", "https://desk.example/", home=tmp_path).stdout
    assert re.fullmatch(r"https://desk\.example/login/cdk_[\w-]{43}\n", link)


@pytest.mark.catalogue(
    "S7", "it listens beyond this machine only with a proxy said and a token made"
)
def test_beyond_this_machine_it_takes_a_flag_and_a_token(tmp_path: Path, seen: Seen) -> None:
    serve = ("serve", "--host", "192.0.2.1", "--port", "9")
    assert "--behind-proxy" in three_lines(run(*serve, home=tmp_path), 3)
    assert "token create" in three_lines(run(*serve, "--behind-proxy", home=tmp_path), 3)
    run("token", "create", "nora", home=tmp_path)
    assert "--behind-proxy" in three_lines(run(*serve, home=tmp_path), 3)
    # 192.0.2.1 is nobody's address: what is let through fails at the socket, not before.
    assert "Port 9" in three_lines(run(*serve, "--behind-proxy", home=tmp_path), 6)
    seen(4, "refused without both")
