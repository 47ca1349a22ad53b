"""Speech that opens with a dash instead of a mark, as news in several languages prints it."""

import re
from collections.abc import Iterator

from claimdesk.segmenting.quotations.marks import Piece, Says

_OPENING = re.compile(r"[—–―-]\s?(?=[\w¿¡«“„…])")
_MIDWAY = re.compile(r"(?<=[.!?…:])\s(?=[—–]\s[^\W\d_])")
_COMMA = re.compile(r"[,!?…](?=\s\w)")
_DASH = re.compile(r"(?<=[\s,.!?…])[—–―](?=\s?\S)|(?<=\s)-(?=\s)|[—–―](?=[.,;:!?]?\s)")
_RESUMING = re.compile(r"[—–―-][.,;:!?]?\s*(?=\S)")


def spoken(
    text: str, start: int, end: int, says: Says, *, inserted: bool, midway: bool
) -> list[Piece]:
    """Pieces of a paragraph that opens with a dash and says, after another, who speaks.

    Without anybody who says it a dash may as well begin an entry of a list. The first piece
    begins with its dash; a later one too, unless the dash closes what was inserted. `inserted`
    where commas set off who speaks, as in `— Oui, dit-elle`; `midway` where speech may also
    begin after a sentence of narrative.
    """
    begin = start if _OPENING.match(text, start, end) else None
    if begin is None and midway:
        opening = _MIDWAY.search(text, start, end)
        begin = opening.end() if opening else None
    if begin is None:
        return []
    pieces = list(_pieces(text, begin, end, says))
    if len(pieces) > 1 or (pieces and pieces[0].end < end):
        return pieces
    if inserted and begin == start and _told_between_commas(text, start, end, says):
        return pieces
    return []


def _told_between_commas(text: str, start: int, end: int, says: Says) -> bool:
    return any(says(comma.end(), end) for comma in _COMMA.finditer(text, start, end))


def _pieces(text: str, start: int, end: int, says: Says) -> Iterator[Piece]:
    begin: int | None = start
    for dash in _DASH.finditer(text, start + 1, end):
        if begin is None:
            begin = _resumes(text, dash.start(), end)
        elif dash.start() > begin + 1 and says(dash.start(), end):
            last = begin + len(text[begin : dash.start()].rstrip())
            yield Piece(begin, last, "—", True)
            begin = None
    if begin is not None and begin < end:
        yield Piece(begin, end, "—", True)


def _resumes(text: str, dash: int, end: int) -> int | None:
    """Where speech goes on after what was inserted: at the dash, or behind a closing one."""
    resuming = _RESUMING.match(text, dash, end)
    if not resuming:
        return None
    closing = not text[dash - 1].isspace() and text[dash - 1].isalnum()
    return resuming.end() if closing else dash
