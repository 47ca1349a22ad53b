"""Filters as people write them: names and words, on the command line and in the address of a page.

REST takes the same names, by its forms.
"""

from collections.abc import Callable, Iterable
from typing import Any

from claimdesk.consensus import STATES
from claimdesk.errors import BadInput
from claimdesk.snapshot import Filters
from claimdesk.workflow.history import read_moment

MOST_REVIEWERS = 1000


def read_filters(said: Iterable[tuple[str, str]]) -> Filters:
    """What is asked for.

    Raises BadInput for a name that is none, or is there twice, and for a value of no use.
    """
    asked: dict[str, Any] = {}
    for name, value in said:
        if name not in READERS:
            raise _refused(f"There is no filter {name!a}.", f"There are: {', '.join(READERS)}.")
        field, read = READERS[name]
        if field in asked:
            raise _refused(f"The filter {name} is there twice.", "Each narrows what is asked for.")
        asked[field] = read(value)
    return Filters(**asked)


def read_pair(said: str) -> tuple[str, str]:
    """Name and value of NAME=VALUE."""
    name, equals, value = said.partition("=")
    if not equals:
        raise _refused(f"{said!a} is no filter.", "A filter is a name, =, and what is wanted.")
    return name.strip(), value


def _word(said: str) -> str:
    if not said.strip() or not said.isprintable():
        raise _refused("A filter has no value.", "It should be a word, or several.")
    return said


def _state(said: str) -> str:
    if said not in STATES:
        raise _refused(f"There is no state {said!a}.", f"There are: {', '.join(STATES)}.")
    return said


def _number(said: str) -> int:
    if not said.isascii() or not said.isdecimal() or int(said[:9]) > MOST_REVIEWERS:
        raise _refused("The number of reviewers cannot be read.", f"0 to {MOST_REVIEWERS:,}.")
    return int(said)


READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "article": ("article", _word),
    "story": ("story", _word),
    "language": ("language", _word),
    "state": ("state", _state),
    "verdict": ("verdict", _word),
    "reviewer": ("reviewer", _word),
    "from": ("since", read_moment),
    "to": ("until", read_moment),
    "q": ("q", _word),
    "min_reviewers": ("min_reviewers", _number),
}


def _refused(what: str, why: str) -> BadInput:
    return BadInput(what, why=why, fix="docs/editors.md says what each filter means.")
