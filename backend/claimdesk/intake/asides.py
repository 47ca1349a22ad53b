"""What is told beside an article; in a file of many, the same is told of the first only."""

from claimdesk.intake.metadata import Metadata
from claimdesk.intake.naming import listed

OPENING = 2000
MOST = 1000
COMPARED = 200
ONCE = " (Told once for this file.)"
TITLE = "Its title is not in its text, so nobody judges it; begin the text with it to have that."


class Asides:
    """What was told already of the articles of one file."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def first(self, notices: tuple[str, ...]) -> tuple[str, ...]:
        """Those that were not told before, saying that they will not be told again."""
        return tuple(f"{one}{ONCE}" for one in self._fresh(notices))

    def unused(self, names: tuple[str, ...], kind: str) -> tuple[str, ...]:
        """A notice of names that nobody read."""
        fresh = self._fresh(names)
        return tuple(f"{one}{ONCE}" for one in unused(fresh, kind))

    def _fresh(self, remarks: tuple[str, ...]) -> tuple[str, ...]:
        """Those that are new; none any more when very many were told."""
        fresh = [one for one in remarks if one[:COMPARED] not in self._told]
        fresh = fresh[: MOST - len(self._told)]
        self._told.update(one[:COMPARED] for one in fresh)
        return tuple(fresh)


def unused(names: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """A notice of names that mean nothing to us; `kind` is what such a file calls them."""
    every = f"the {kind}{'s' * (len(names) > 1)} {listed(names)}"
    return (f"Not used: {every}.",) if names else ()


def of_title(metadata: Metadata, text: str) -> tuple[str, ...]:
    """A notice of a headline that stands beside the text and not at its beginning as well.

    It is not put there: the text is what somebody wrote, and an article is known by it.
    """
    title = _plain(metadata.title or "")
    opening = _plain(text[:OPENING])
    first = _plain(text.lstrip()[:OPENING].split("\n", 1)[0])
    return () if not first or title in opening or first in title else (TITLE,)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
