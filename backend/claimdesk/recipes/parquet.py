"""Parquet with typed columns, by DuckDB, from lines of JSON on disk so that memory stays flat."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimdesk.recipes import lines
from claimdesk.recipes.columns import (
    COUNTS,
    INTEGER,
    NESTED,
    NUMBER,
    SHARES,
    TEXT,
    TEXTS,
    TIME,
    YES_NO,
    Column,
)

TYPES = {
    TEXT: "VARCHAR",
    INTEGER: "BIGINT",
    NUMBER: "DOUBLE",
    YES_NO: "BOOLEAN",
    TIME: "TIMESTAMPTZ",
    TEXTS: "VARCHAR[]",
    COUNTS: "MAP(VARCHAR, BIGINT)",
    SHARES: "MAP(VARCHAR, DOUBLE)",
    NESTED: "JSON",
}
ROW_GROUP = 20_000
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "1",
    "memory_limit": "512MB",
}


def write(
    path: Path,
    columns: Sequence[Column],
    batches: Iterable[list[dict[str, Any]]],
    metadata: Mapping[str, str],
) -> None:
    """Rows as a file of Parquet, which carries the metadata; one thread keeps their order."""
    import duckdb

    rows = path.with_suffix(".jsonl")
    with rows.open("wb") as stream:
        for chunk in lines.jsonl(batches):
            stream.write(chunk)
    types = ", ".join(f"{_text(one.name)}: {_text(TYPES[one.kind])}" for one in columns)
    chosen = ", ".join(_chosen(one) for one in columns)
    told = ", ".join(f"{_text(name)}: {_text(value)}" for name, value in metadata.items())
    source = f"read_json({_text(str(rows))}, columns = {{{types}}}, format = 'newline_delimited')"
    how = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP}, KV_METADATA {{{told}}}"
    with duckdb.connect(":memory:", config=_OFFLINE) as connection:
        connection.execute(f"SET temp_directory = {_text(str(path.parent))}")
        connection.execute(f"COPY (SELECT {chosen} FROM {source}) TO {_text(str(path))} ({how})")  # noqa: S608
    rows.unlink()


def _chosen(column: Column) -> str:
    """A column by its name; a map as a list of pairs, because not every reader knows maps."""
    name = '"' + column.name.replace('"', '""') + '"'
    return f"map_entries({name}) AS {name}" if column.kind in (COUNTS, SHARES) else name


def _text(words: str) -> str:
    """A literal of SQL."""
    return "'" + words.replace("'", "''") + "'"
