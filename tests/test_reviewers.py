"""Reviewers go by pseudonyms; who they are is shown only on demand, and can be erased."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event, text
from sqlmodel import select

from claimdesk import ledger, pseudonyms, recipes
from claimdesk.api import create_app
from claimdesk.errors import Busy, NotFound
from claimdesk.labelstudio.client import Client
from claimdesk.models import AuditEntry, Delivery, Reviewer, Ring, Token
from claimdesk.pages import router
from claimdesk.settings import keep, kept
from claimdesk.store import facts
from claimdesk.store.database import open_engine, reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import SWEEP, pull
from claimdesk.workflow.reading import take_snapshot
from claimdesk.workflow.reviewers import erase_reviewer, list_reviewers

from .catalogue import Seen
from .credentials import bearer
from .databases import known_as
from .fake_labelstudio import START, FakeLabelStudio
from .filling import fill, said
from .running import claimdesk

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
NAME = re.compile(r"r-[0-9a-f]{12}")
ADA, BO = 1_000_000_007, 1_000_000_009
"""Numbers that nothing else would be mistaken for."""
ADDRESSES = {ADA: "Ada.Lovelace@example.org", BO: "bo@example.org"}


@pytest.fixture
def client(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Client:
    """A desk with two more reviewers, whose numbers and addresses would be noticed anywhere."""
    made = fill(bench, fake, tmp_path)
    with writing(bench.engine) as session:
        facts.put_reviewers(session, ADDRESSES)
    for task in fake.tasks:
        for turn, number in enumerate(ADDRESSES):
            said(bench, fake, task, number, turn)
    pull(bench, made)
    return made


def exported(bench: Workbench, *, identities: bool = False) -> str:
    """Every export in every format that is text; the others are made of the same rows."""
    found = b""
    for recipe in recipes.every(bench.exports_dir):
        for format_name in set(recipe.formats) - {"parquet", "xlsx"}:
            with take_snapshot(bench, identities=identities) as snapshot:
                found += b"".join(recipes.render(recipe, snapshot, format_name))
    return found.decode()


def revealing(shown: str) -> list[str]:
    """What in a text says who somebody is."""
    return [*EMAIL.findall(shown), *re.findall(f"{ADA}|{BO}|Ada|Lovelace", shown)]


@pytest.mark.catalogue("S11", "an export names nobody: pseudonyms only")
def test_an_export_names_nobody(bench: Workbench, client: Client, seen: Seen) -> None:
    shown = exported(bench)
    assert revealing(shown) == []
    assert set(known_as(bench, ADA, BO)) <= set(NAME.findall(shown))
    seen(len(shown), "characters: 0 addresses, names or numbers of accounts")


PATHS = ["/", "/api/v1/claims?limit=500", "/api/v1/judgements?limit=500", "/api/v1/articles"]


@pytest.mark.catalogue("S11", "no page and no answer names anybody")
def test_no_page_and_no_answer_names_anybody(
    bench: Workbench, client: Client, fake: FakeLabelStudio, seen: Seen
) -> None:
    app = create_app(bench, pages=[router], transport=fake)
    with TestClient(app, base_url="http://127.0.0.1") as web:
        web.headers |= bearer(bench)
        (article, *_) = (one["id"] for one in web.get("/api/v1/articles").json()["items"])
        paths = [*PATHS, f"/articles/{article}", f"/api/v1/articles/{article}"]
        answers = [web.get(path) for path in paths]
        first = web.get("/api/v1/judgements?limit=1").json()
        pages = [web.get(f"/api/v1/judgements?cursor={first['next_cursor']}")]
    assert [one.status_code for one in [*answers, *pages]] == [200] * (len(paths) + 1)
    assert [found for one in [*answers, *pages] for found in revealing(one.text)] == []
    seen(len(paths) + 1, "answers: 0 addresses, names or numbers of accounts")


@pytest.mark.catalogue("S11", "pseudonyms differ between desks and cannot be found by guessing")
def test_pseudonyms_differ_between_desks_and_cannot_be_guessed(seen: Seen) -> None:
    numbers = range(1000)
    key, other = "1" * 64, "2" * 64
    here = {pseudonyms.pseudonym(key, "here", number) for number in numbers}
    there = {pseudonyms.pseudonym(key, "there", number) for number in numbers}
    guessed = {pseudonyms.pseudonym(other, "here", number) for number in numbers}
    assert len(here) == 1000
    assert here & there == here & guessed == set()
    assert here == {pseudonyms.pseudonym(key, "here", number) for number in numbers}
    seen(1000, "accounts: 1,000 names, none shared with another desk or key")


def test_every_reviewer_has_a_key_of_32_bytes(bench: Workbench, client: Client) -> None:
    with reading(bench.engine) as session:
        keys = [one.key for one in session.scalars(select(Reviewer))]
    assert {len(bytes.fromhex(key)) for key in keys} == {32}
    assert len(set(keys)) == len(keys)


def test_judgements_of_a_claim_stand_in_the_order_of_pseudonyms(
    bench: Workbench, client: Client
) -> None:
    with take_snapshot(bench) as snapshot:
        orders = [[one.reviewer for one in claim.judgements] for claim in snapshot.claims]
    assert max(map(len, orders)) > 2
    assert orders == [sorted(order) for order in orders]


def test_identities_are_shown_where_they_are_known(bench: Workbench, client: Client) -> None:
    with writing(bench.engine) as session:
        session.get_one(Reviewer, BO).email = None
    with take_snapshot(bench, identities=True) as snapshot:
        names = {one.reviewer for one in snapshot.judgements}
    assert {ADDRESSES[ADA], *known_as(bench, BO)} <= names
    assert not set(known_as(bench, ADA)) & names


@pytest.fixture
def home(bench: Workbench, client: Client) -> Path:
    """The same desk, as the command line finds it."""
    keep(bench.settings.home, {"database_url": bench.settings.database_url})
    return bench.settings.home


def test_an_export_with_identities_is_in_the_audit_before_it_is_written(
    bench: Workbench, home: Path
) -> None:
    done = claimdesk("export", "judgements", "--identities", "--out", "/nowhere/x", home=home)
    assert done.returncode == 1
    with reading(bench.engine) as session:
        noted = [(one.who, one.what, one.about) for one in session.scalars(select(AuditEntry))]
    assert noted == [("operator", "export with identities", "judgements")]
    assert ADDRESSES[ADA] in claimdesk("export", "judgements", "--identities", home=home).stdout


def test_the_list_shows_who_is_who_and_how_much_they_did(bench: Workbench, home: Path) -> None:
    done = claimdesk("reviewers", "list", "--json", home=home)
    found = {one["email"]: one for one in json.loads(done.stdout)["items"]}
    assert found[ADDRESSES[ADA]]["pseudonym"] == known_as(bench, ADA)[0]
    assert found[ADDRESSES[ADA]]["articles"] == 4
    assert found[ADDRESSES[ADA]]["last_said_at"] > START.isoformat()
    assert ADDRESSES[ADA] in claimdesk("reviewers", "list", home=home).stdout


def left(bench: Workbench, *words: str) -> list[str]:
    """Which of these words are in the bytes of any file of a SQLite database."""
    place = Path(str(bench.engine.url.database))
    files = [place.with_name(place.name + ending) for ending in ("", "-wal", "-shm")]
    raw = b"".join(path.read_bytes() for path in files if path.exists())
    return [word for word in words if word.encode() in raw]


def everywhere(bench: Workbench) -> str:
    """Every value of every table."""
    with bench.engine.connect() as connection:
        names = connection.dialect.get_table_names(connection)
        rows = [connection.execute(text(f"SELECT * FROM {name}")).all() for name in names]
    return repr(rows) + repr([bytes(one) for row in rows for one in row if isinstance(one, bytes)])


@pytest.mark.catalogue("S12", "an erased reviewer is gone from every table; the verdicts stay")
def test_an_erased_reviewer_is_gone_and_the_verdicts_stay(
    bench: Workbench, client: Client, fake: FakeLabelStudio, seen: Seen
) -> None:
    write_the_address_everywhere(bench)
    (old,) = known_as(bench, ADA)
    before = exported(bench)
    (new,) = erase_reviewer(bench, ADDRESSES[ADA].upper()).pseudonyms
    assert sorted(exported(bench).replace(new, old)) == sorted(before)
    pull(bench, client, depth=SWEEP)
    said(bench, fake, 1, ADA, 0)
    pull(bench, client)
    shown = everywhere(bench)
    assert [one for one in (ADDRESSES[ADA], old) if one in shown] == []
    assert known_as(bench, ADA) == [new]
    check_chain(bench)
    seen(1, "0 traces in any table, verdicts equal, chain verifies, address stays away")


def write_the_address_everywhere(bench: Workbench) -> None:
    """Where people and Label Studio write addresses."""
    address = ADDRESSES[ADA]
    with writing(bench.engine) as session:
        session.add(AuditEntry(at=START, who=f"token of {address}", what="x", about=address))
        body = json.dumps({"updated_by": {"email": address}}).encode()
        session.add(Ring(digest="1", body=body, arrived_at=START))
        session.add(Ring(digest="2", body=b"{}", arrived_at=START))
        made: dict[str, Any] = {"created_at": START, "expires_at": START, "kind": "token"}
        named = Token(id="1", name=address, role="reviewer", digest="1", reviewer_id=ADA, **made)
        session.add(named)
    keep(bench.settings.home, {"reviewers": {address: "word", "other@example.org": "word"}})


def check_chain(bench: Workbench) -> None:
    link = ledger.START
    with reading(bench.engine) as session:
        for one in session.scalars(select(Delivery).order_by(text("id"))):
            link = ledger.link(link, one.model_dump())
            assert one.link == link


def test_what_was_made_for_an_erased_reviewer_lets_nobody_in(
    bench: Workbench, client: Client
) -> None:
    write_the_address_everywhere(bench)
    erase_reviewer(bench, ADDRESSES[ADA])
    assert kept(bench.settings.home)["reviewers"] == {"other@example.org": "word"}
    with reading(bench.engine) as session:
        assert session.get_one(Token, "1").revoked_at is not None
        assert [one.digest for one in session.scalars(select(Ring))] == ["2"]


def test_one_address_under_two_numbers_is_one_person(bench: Workbench, client: Client) -> None:
    with writing(bench.engine) as session:
        facts.put_reviewers(session, {BO: ADDRESSES[ADA]})
    (old,) = known_as(bench, BO)
    assert len(erase_reviewer(bench, old).pseudonyms) == 2
    assert not [one for one in list_reviewers(bench) if one.email == ADDRESSES[ADA]]


def test_somebody_unknown_cannot_be_erased(bench: Workbench, client: Client) -> None:
    with pytest.raises(NotFound, match="no such reviewer"):
        erase_reviewer(bench, "nobody@example.org")
    (old,) = known_as(bench, ADA)
    (new,) = erase_reviewer(bench, old).pseudonyms
    with pytest.raises(NotFound):
        erase_reviewer(bench, old)
    assert erase_reviewer(bench, new).pseudonyms == [new]


PEOPLE = 300


def careless(connection: sqlite3.Connection, _record: object) -> None:
    """Some builds of SQLite overwrite what is deleted by themselves, most do not."""
    connection.execute("PRAGMA secure_delete = OFF")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.catalogue("S12", "an erased address is not in the bytes of the database's files")
def test_an_erased_address_is_not_in_the_bytes_of_the_files(
    bench: Workbench, client: Client, seen: Seen
) -> None:
    event.listen(bench.engine, "connect", careless)
    bench.engine.dispose()
    people = {5000 + n: f"canary{n:04}{'x' * (n % 40)}@example.org" for n in range(PEOPLE)}
    with writing(bench.engine) as session:
        facts.put_reviewers(session, dict.fromkeys(people))
    with writing(bench.engine) as session:
        facts.put_reviewers(session, people)
        keys = {n: session.get_one(Reviewer, n).key for n in people}
        names = {n: session.get_one(Reviewer, n).pseudonym for n in people}
    erased = [n for n in people if n % 10 == 0]
    for number in erased:
        erase_reviewer(bench, people[number])
        assert left(bench, people[number], keys[number], names[number]) == []
    assert len(left(bench, *people.values())) == PEOPLE - len(erased)
    seen(len(erased), "of 300 addresses, with key and pseudonym: 0 left in database, -wal, -shm")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_bytes_that_cannot_be_overwritten_yet_are_told(
    bench: Workbench, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimdesk.store.database.LOCK_SECONDS", 0.2)
    impatient = Workbench(bench.settings, bench.labels, open_engine(str(bench.engine.url)))
    with closing(sqlite3.connect(str(bench.engine.url.database), isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM reviewer").fetchall()
        with pytest.raises(Busy, match="may still be read"):
            erase_reviewer(impatient, ADDRESSES[ADA])
        assert left(bench, ADDRESSES[ADA])
    erase_reviewer(impatient, *known_as(bench, ADA))
    assert left(bench, ADDRESSES[ADA]) == []
    impatient.engine.dispose()


def test_erasing_asks_first_and_tells_what_remains(bench: Workbench, home: Path) -> None:
    erase = ("reviewers", "erase", ADDRESSES[ADA])
    assert claimdesk(*erase, home=home, stdin=-3).returncode == 1
    assert ADDRESSES[ADA] in everywhere(bench)
    done = claimdesk(*erase, "--yes", home=home)
    assert done.returncode == 0, done.stderr
    assert [word for word in ("Label Studio", "backups", "note") if word not in done.stderr] == []
    assert ADDRESSES[ADA] not in everywhere(bench)
