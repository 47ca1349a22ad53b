"""The chain that makes the ledger of deliveries tamper-evident.

Each entry's link is a SHA-256 over the link before it and the entry in a canonical form, so that
changing, removing, inserting or swapping entries breaks every link after it. What it cannot show
by itself, that the newest entries were cut off, a head that was written down earlier shows.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

START = "0" * 64
"""What stands before the first entry."""

CHAINED = (
    "id",
    "key",
    "kind",
    "annotation",
    "project",
    "task_id",
    "article_id",
    "reviewer_id",
    "said_at",
    "body",
    "config",
    "arrived_at",
)
"""Fields of a delivery that the chain covers; how handling went is not among them."""

IF_THERE = ("claim_id", "codebook")
"""Covered where they say something: entries from before there were such fields stay as they are."""

SHOWN_DIGITS = 32


@dataclass(frozen=True)
class Head:
    """Where the ledger ends: how far, with which link, and when that entry arrived."""

    position: int = 0
    link: str = START
    arrived_at: datetime | None = None

    def __str__(self) -> str:
        return f"{self.position}:{self.link[:SHOWN_DIGITS]}"

    @classmethod
    def read(cls, shown: str) -> Self:
        """A head as exports print it. Raises ValueError for anything else."""
        position, colon, link = shown.strip().partition(":")
        digits = set("0123456789abcdef")
        right = colon and position.isdecimal() and position.isascii() and len(position) < 19
        if not right or len(link) != SHOWN_DIGITS or not set(link) <= digits:
            raise ValueError(f"a head looks like 12:{START[:SHOWN_DIGITS]}")
        return cls(int(position), link)

    def fits(self, position: int, link: str) -> bool:
        """Whether an entry is the one this head was printed of."""
        return self.position == position and link.startswith(self.link)


def link(previous: str, entry: Mapping[str, Any]) -> str:
    """The link of an entry, given as its fields by name, to the link before it."""
    chained = {name: _plain(entry[name]) for name in CHAINED}
    chained |= {name: entry[name] for name in IF_THERE if entry.get(name) is not None}
    canonical = json.dumps(chained, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{canonical}".encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value
