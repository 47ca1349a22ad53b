"""Whole numbers, where nothing else will do: a half, text or no number at all is refused by name.

For functions that anybody may call with whatever they have.
"""

from operator import index
from typing import Any


def whole(what: str, given: Any, *, least: int | None = None) -> int:
    """The number; ValueError, which says `what` it should be, if it is not whole or too low."""
    try:
        number = index(given)
    except TypeError:
        raise ValueError(f"{what} should be a whole number, not {given!r}") from None
    if least is not None and number < least:
        raise ValueError(f"{what} should be {least} or more, not {number}")
    return number
