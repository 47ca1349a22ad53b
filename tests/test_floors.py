"""Imports only go down, and never sideways; the scan is of the package that is imported."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import claimdesk

FLOORS = {
    "models": 0,
    "settings": 0,
    "errors": 0,
    "careful": 0,
    "wholes": 0,
    "labels": 1,
    "codebook": 1,
    "segmenting": 1,
    "agreement": 1,
    "spans": 1,
    "worth": 1,
    "consensus": 1,
    "blindness": 1,
    "pseudonyms": 1,
    "drift": 1,
    "folding": 1,
    "snapshot": 2,
    "ledger": 2,
    "outgoing": 2,
    "outside": 2,
    "store": 3,
    "labelstudio": 3,
    "intake": 3,
    "recipes": 3,
    "workflow": 4,
    "api": 5,
    "pages": 5,
    "desk": 5,
    "cli": 6,  # the front door starts the other doors
    "__main__": 7,
}
PURE = {name for name, floor in FLOORS.items() if floor == 1}
READS_JSON = {"JSONDecoder", "from_json", "model_validate_json", "validate_json"}
OPENERS = "Client AsyncClient HTTPTransport AsyncHTTPTransport get post put patch request stream"
DIALS = {"httpcore", "http.client", "urllib.request", "requests", "ftplib", "smtplib"}
DIALS |= {"socket.create_connection"} | {f"httpx.{name}" for name in OPENERS.split()}
IMPURE_MODULES = {"os", "time", "random", "socket", "subprocess", "threading", "datetime"}
PACKAGE = Path(claimdesk.__file__).parent


def test_every_room_has_a_floor() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    folders = {"__pycache__", "annotation_config", "exports", "samples", "__init__", "py"}
    assert rooms - folders == set(FLOORS)


@pytest.mark.parametrize("room", sorted(FLOORS))
def test_imports_go_down_and_never_sideways(room: str) -> None:
    wrong = [
        f"{path.name} imports {other}"
        for path, other in imports(room)
        if other != room and FLOORS[other] >= FLOORS[room] and not both_on_the_ground(room, other)
    ]
    assert wrong == []


def both_on_the_ground(room: str, other: str) -> bool:
    """The words may use each other: settings raise errors."""
    return FLOORS[room] == FLOORS[other] == 0


@pytest.mark.parametrize("room", sorted(PURE))
def test_rules_are_pure(room: str) -> None:
    assert not imported_names(room) & IMPURE_MODULES


def test_the_scan_sees_the_package() -> None:
    assert ("labels", "errors") in {(path.stem, other) for path, other in imports("labels")}


def test_only_labelstudio_knows_the_sdk() -> None:
    knows = {room for room in FLOORS if "label_studio_sdk" in imported_names(room)}
    assert knows == {"labelstudio"}


def test_only_the_store_and_the_bench_know_sqlalchemy() -> None:
    knows = {room for room in FLOORS if {"sqlalchemy", "sqlmodel"} & imported_names(room)}
    assert knows == {"models", "store", "workflow"}


def test_nothing_but_the_careful_reader_reads_json() -> None:
    others = [path for room in FLOORS for path in files(room) if path.stem != "careful"]
    wrong = [f"{path.name}:{line}" for path in others for line in lines(path, reads_json)]
    assert wrong == []
    assert len(list(lines(PACKAGE / "careful.py", reads_json))) == 2


def test_nothing_but_outgoing_makes_connections() -> None:
    others = [path for room in FLOORS for path in files(room) if path.stem != "outgoing"]
    wrong = [f"{path.name}:{line}" for path in others for line in lines(path, connects)]
    assert wrong == []
    assert len(list(lines(PACKAGE / "outgoing.py", connects))) >= 4


def lines(path: Path, wanted: Callable[[ast.AST], bool]) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if wanted(node):
            assert isinstance(node, ast.expr | ast.stmt)
            yield node.lineno


def reads_json(node: ast.AST) -> bool:
    """`json.loads`, whatever `json` is called, `answer.json()`, and what pydantic offers."""
    if isinstance(node, ast.ImportFrom):
        return node.module == "json" or bool({"from_json"} & {one.name for one in node.names})
    if isinstance(node, ast.Import):
        return any(one.name == "json" and one.asname for one in node.names)
    if isinstance(node, ast.Attribute):
        module = isinstance(node.value, ast.Name) and node.value.id == "json"
        return node.attr in READS_JSON or (module and node.attr in ("load", "loads"))
    return isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "json"


def connects(node: ast.AST) -> bool:
    """What opens a connection or calls a library that does; naming httpx's types is no harm."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return any(name in DIALS or name.split(".")[0] in DIALS for name in imported(node))
    return isinstance(node, ast.Call) and ast.unparse(node.func) in DIALS


def imports(room: str) -> Iterator[tuple[Path, str]]:
    for path in files(room):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            for name in imported(node):
                parts = name.split(".")
                if parts[0] == "claimdesk" and len(parts) > 1 and parts[1] in FLOORS:
                    yield path, parts[1]


def imported_names(room: str) -> set[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in files(room)]
    return {
        name.split(".")[0] for tree in trees for node in ast.walk(tree) for name in imported(node)
    }


def files(room: str) -> list[Path]:
    single = PACKAGE / f"{room}.py"
    return [single] if single.exists() else sorted((PACKAGE / room).rglob("*.py"))


def imported(node: ast.AST) -> list[str]:
    """Modules a statement imports; `from claimdesk import x` counts as `claimdesk.x`."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        inside = [f"{node.module}.{alias.name}" for alias in node.names]
        return [node.module, *inside]
    return []
