"""What is not plain JSON stays outside, and what is let in can be kept by both databases."""

import json
import math
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import JSON, Column, Engine, Integer, MetaData, Table, Text, create_engine

from claimdesk import careful
from claimdesk.models import Delivery

from .catalogue import Seen, longer
from .evil_json import BROKEN, EVIL, STRANGE

SHELF = Table(
    "shelf",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("body", JSON),
    Column("words", Text),
)
ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
    max_leaves=10,
)


def refused(raw: bytes | str, limit: int = careful.ROOM) -> str | None:
    try:
        careful.read(raw, limit=limit)
    except careful.Unreadable as error:
        return str(error)
    return None


@pytest.mark.catalogue("H1", "what is not plain JSON is refused at once, and nothing of it echoed")
def test_every_broken_body_is_refused_within_a_second(seen: Seen) -> None:
    slowest, reasons = 0.0, {}
    for name, raw in BROKEN.items():
        began = time.perf_counter()
        reasons[name] = refused(raw)
        slowest = max(slowest, time.perf_counter() - began)
    assert [name for name, why in reasons.items() if not why] == []
    assert max(len(why or "") for why in reasons.values()) <= 200
    assert slowest < 1.0
    seen(len(BROKEN), f"all refused, the slowest in {slowest * 1000:.0f} ms")


@pytest.mark.parametrize("name", STRANGE)
def test_good_json_is_taken_as_it_is(name: str) -> None:
    assert careful.read(STRANGE[name]) == json.loads(STRANGE[name])


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("empty", "empty"),
        ("half an object", "not valid JSON"),
        ("cut utf-8", "UTF-8"),
        ("utf-8 with a mark", "byte order mark"),
        ("NUL as key", "NUL"),
        ("low surrogate", "surrogate"),
        ("NaN", "NaN"),
        ("2^64", "too large"),
        ("a key twice", "twice"),
        ("65 lists", "nested too deeply"),
    ],
)
def test_the_reason_names_the_trouble(name: str, why: str) -> None:
    assert why in str(refused(BROKEN[name]))


@pytest.mark.parametrize("raw", [b'{"a": "canary"', b'["canary\\u0000"]', b'{"canary": 1e999}'])
def test_a_reason_does_not_repeat_what_was_read(raw: bytes) -> None:
    assert "canary" not in str(refused(raw))


def test_there_are_enough_evil_bodies_for_the_catalogue() -> None:
    assert len(BROKEN) >= 45
    assert len(EVIL) == len(BROKEN) + len(STRANGE)


def test_text_is_read_as_its_bytes_would_be() -> None:
    assert careful.read('{"é": 1}') == {"é": 1}
    assert "surrogate" in str(refused('"\ud800"'))
    assert "longer than 6 bytes" in str(refused('"ééé"', limit=6))


def test_what_is_too_long_is_not_even_parsed() -> None:
    assert refused(b"[" * 11, limit=10) == "It is longer than 10 bytes."
    assert refused(b"[1,2,3,45]", limit=10) is None


def test_time_grows_with_length_and_no_faster() -> None:
    """The best of three: whatever else the machine does makes it only longer."""
    pairs = ((took(400_000), took(4_000_000)) for _ in range(3))
    assert any(long < 40 * short for short, long in pairs)


def took(size: int) -> float:
    """Seconds for the worst of several hostile bodies of a size."""
    bodies = (
        b"[" * size,
        b'"' + b'\\"' * (size // 2),
        b"9" * size,
        b"[" + b"[]," * (size // 3) + b"[]]",
        b"[" * (size // 2) + b"]" * (size // 2),
    )
    slowest = 0.0
    for body in bodies:
        began = time.perf_counter()
        for read in (careful.read, careful.read_loosely):
            try:
                read(body)
            except careful.Unreadable:
                continue
        slowest = max(slowest, time.perf_counter() - began)
    return slowest


@pytest.mark.parametrize(
    "part",
    [
        b'"\\u0000"',
        b'"\\ud800"',
        b'{"\\udc00": 1}',
        b"NaN",
        b"-Infinity",
        b"1e999",
        b"9223372036854775808",
        b"9" * 5_000,
        b"[" * 65 + b"]" * 65,
        b"[" * 900 + b"]" * 900,
        b'{"a":' * 100_000 + b"0" + b"}" * 100_000,
    ],
    ids=lambda part: part[:12].decode(),
)
def test_one_part_that_cannot_be_kept_costs_no_other(part: bytes) -> None:
    page = b'{"tasks": [{"id": 1, "annotations": [{"id": 7}, {"id": 8, "result": %b}]}, {"id": 2}]}'
    first, second = careful.read_loosely(page % part)["tasks"]
    good, bad = first["annotations"]
    assert (good, second) == ({"id": 7}, {"id": 2})
    assert careful.flaw(good) is None
    assert careful.flaw(bad) is not None


@pytest.mark.parametrize("raw", [b"", b"<html>", b'{"a": 1, "a": 2}', b'{"a": "\xff"}', b"[" * 999])
def test_a_page_that_is_no_json_is_refused_as_a_whole(raw: bytes) -> None:
    with pytest.raises(careful.Unreadable):
        careful.read_loosely(raw)


@pytest.mark.parametrize("levels", [129, 500, 2_000])
def test_what_is_cut_off_is_only_what_lies_too_deep(levels: int) -> None:
    deep = b"[" * levels + b'"]["' + b"]" * levels
    found = careful.read_loosely(b'{"a": "[\\"[", "b": ' + deep + b', "c": [[1], "]"]}')
    assert (found["a"], found["c"]) == ('["[', [[1], "]"])
    assert depth(found["b"]) == 2 * careful.DEEPEST - 1


def depth(value: object) -> int:
    reached = 0
    while isinstance(value, list):
        reached, value = reached + 1, value[0] if value else None
    return reached


@given(ANY)
@settings(max_examples=longer(300, 5_000), deadline=None)
def test_the_strict_and_the_loose_reading_agree(value: object) -> None:
    raw = json.dumps(value)
    loose = careful.read_loosely(raw)
    assert (refused(raw) is None) == (careful.flaw(loose) is None)
    assert careful.flaw(loose) is not None or careful.read(raw) == value == loose


@pytest.fixture
def shelf(database: str) -> Iterator[Engine]:
    """One table with a column like the one that deliveries are kept in."""
    assert isinstance(Delivery.__table__.c.body.type, JSON)  # type: ignore[attr-defined]
    engine = create_engine(database)
    SHELF.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.mark.catalogue("H1", "what the reader lets pass can be kept and read back unchanged")
def test_what_is_let_in_can_be_kept(shelf: Engine, seen: Seen) -> None:
    kept = 0

    @given(ANY)
    @settings(
        max_examples=longer(300, 5_000),
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    def keep(value: object) -> None:
        nonlocal kept
        if careful.flaw(careful.read_loosely(json.dumps(value))) is None:
            assert through(shelf, value) == value
            kept += 1

    keep()
    for raw in STRANGE.values():
        assert through(shelf, careful.read(raw)) == careful.read(raw)
    seen(kept + len(STRANGE), "all read back equal")


def through(engine: Engine, value: object) -> object:
    """A value after it was kept, its strings once more as text; nothing stays."""
    with engine.connect() as connection:
        words = json.dumps(value, ensure_ascii=False)
        row = connection.execute(
            SHELF.insert().returning(SHELF.c.body, SHELF.c.words), {"body": value, "words": words}
        ).one()
    assert row.words == words
    return row.body


def test_the_smallest_and_the_largest_numbers_stay_what_they_are() -> None:
    found = careful.read(STRANGE["the largest float"])
    assert found[:2] == [1.7976931348623157e308, 5e-324]
    assert math.copysign(1, found[2]) == -1
