"""What a recipe's Row says of its columns, and its rows as tuples, some at a time.

A column is of one of few kinds, so that each format knows how to write it; what fits none of them
is nested, and is written as JSON.
"""

import types
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

TEXT = "text"
INTEGER = "integer"
NUMBER = "number"
YES_NO = "yes or no"
TIME = "time"
TEXTS = "texts"
COUNTS = "counts"
SHARES = "shares"
NESTED = "nested"

BATCH = 500
"""Rows at a time: many enough to be treated by column, few enough for memory to stay flat."""

_PLAIN: dict[object, str] = {
    str: TEXT,
    int: INTEGER,
    float: NUMBER,
    bool: YES_NO,
    datetime: TIME,
    list[str]: TEXTS,
    dict[str, int]: COUNTS,
    dict[str, float]: SHARES,
}


@dataclass(frozen=True)
class Column:
    """One column: its name, its kind, its meaning, and how a text is written (`date`, `uri`)."""

    name: str
    kind: str
    about: str
    form: str | None = None


def read(row: type[BaseModel]) -> list[Column]:
    """The columns of a Row, by the names that others see."""
    return [
        Column(
            name=field.serialization_alias or name,
            kind=_kind(field.annotation),
            about=field.description or "",
            form=_form(field),
        )
        for name, field in row.model_fields.items()
    ]


def batches(row: type[BaseModel], rows: Iterable[Any]) -> Iterator[list[Sequence[Any]]]:
    """Rows as tuples in the order of the columns; what is nested as JSON has it.

    A recipe may yield such tuples itself.
    """
    names = list(row.model_fields)
    if _has_nested(row):
        for some in _some(rows):
            yield [tuple(one.model_dump(mode="json", by_alias=True).values()) for one in some]
        return
    for some in _some(rows):
        yield [
            one if type(one) is tuple else tuple([getattr(one, name) for name in names])
            for one in some
        ]


def objects(
    row: type[BaseModel], rows: Iterable[Any], ending: dict[str, Any]
) -> Iterator[list[dict[str, Any]]]:
    """Rows as objects of JSON, each with the same ending."""
    if _has_nested(row):
        for some in _some(rows):
            yield [one.model_dump(mode="json", by_alias=True) | ending for one in some]
        return
    names = [*(column.name for column in read(row)), *ending]
    rest = tuple(ending.values())
    for batch in batches(row, rows):
        yield [dict(zip(names, (*values, *rest), strict=True)) for values in batch]


def _some(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(rows)
    while some := list(islice(rest, BATCH)):
        yield some


def _has_nested(row: type[BaseModel]) -> bool:
    return any(_kind(field.annotation) == NESTED for field in row.model_fields.values())


@lru_cache(maxsize=4096)
def zulu(moment: datetime) -> str:
    """A time of ours, which is UTC, as RFC 3339 has it."""
    return moment.isoformat().replace("+00:00", "Z")


def _kind(annotation: Any) -> str:
    if get_origin(annotation) in (Union, types.UnionType):
        without = [one for one in get_args(annotation) if one is not type(None)]
        return _kind(without[0]) if len(without) == 1 else NESTED
    return _PLAIN.get(annotation, NESTED)


def _form(field: FieldInfo) -> str | None:
    extra = field.json_schema_extra
    form = extra.get("format") if isinstance(extra, dict) else None
    return form if isinstance(form, str) else None
