"""How much and how long, in one place; `docs/operators.md` lists it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The limits of one service."""

    body_bytes: int = 8 * 2**20
    body_seconds: float = 14.0
    target_bytes: int = 8 * 2**10
    head_bytes: int = 32 * 2**10
    head_lines: int = 100
    head_seconds: float = 10.0
    unread_seconds: float = 1.0
    stalled_seconds: float = 30.0
    connections: int = 500
    requests: int = 1_000
    downloads: int = 4
    failures_per_second: float = 1.0
    failures_in_a_row: int = 20
    addresses: int = 10_000
    doorbells_per_second: float = 100.0
    doorbells_in_a_row: int = 200
    doorbell_seconds: float = 0.45


LIMITS = Limits()
