"""Which reviewers read what, and so in which project an article is reviewed.

Languages that exactly the same reviewers read go together. What everybody reads goes into the main
project, and so does what nobody does: somebody has to see that it is there.
"""

from collections.abc import Collection, Sequence

from claimdesk.labelstudio.client import MAIN
from claimdesk.segmenting.languages import UNKNOWN, primary

OTHERS = "other"
"""The route of languages that nobody has stated, where some reviewers state none and read all."""

LONGEST_TITLE = 50

Languages = Collection[str]
"""What one reviewer reads, as BCP 47 tags; none stated means any."""


def reads(languages: Languages, tag: str | None) -> bool:
    """Whether somebody reads a language; who reads it reads it as it is written anywhere."""
    language = primary(tag)
    return not languages or (language is not None and language in map(primary, languages))


def is_unread(tag: str | None, everybody: Sequence[Languages]) -> bool:
    """Whether nobody has said to read this, or it is not known what it is."""
    if not any(everybody):
        return False
    return primary(tag) is None or not _readers(tag, everybody)


def route(tag: str | None, everybody: Sequence[Languages]) -> str:
    """The route of articles in a language: `de,uk`, for instance, or MAIN.

    Named after what reviewers state, so that no article that is loaded later changes it.
    """
    readers = _readers(tag, everybody)
    if is_unread(tag, everybody) or len(readers) == len(everybody):
        return MAIN
    stated = sorted({primary(one) or UNKNOWN for some in everybody for one in some})
    alike = [one for one in stated if _readers(one, everybody) == readers]
    return ",".join(alike) or OTHERS


def title(main: str, of: str) -> str:
    """What the project of a route is called."""
    return main if of == MAIN else f"{main} · {of.replace(',', ', ')}"[:LONGEST_TITLE]


def _readers(tag: str | None, everybody: Sequence[Languages]) -> list[int]:
    return [number for number, one in enumerate(everybody) if reads(one, tag)]
