"""The words of a piece of HTML, as feeds and Markdown carry it: pure, and linear on any input.

Nothing is looked for beyond the tags themselves: what is in such a piece was put there to be
read, so that no main text has to be found.
"""

import html
import re
from collections.abc import Iterator

_BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html main menu nav ol p pre section
    summary table tbody tfoot thead ul
    """.split()
)
_LINES = frozenset({"br", "li", "tr", "option"})
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset(
    """
    script style textarea title iframe noembed noframes xmp template svg math select head object
    audio video canvas noscript
    """.split()
)
_CLOSING = {kind: re.compile(rf"</{kind}(?=[\s/>])", re.IGNORECASE) for kind in _UNSEEN}
_TAG = re.compile(r"</?([A-Za-z][^\s/>]*+)(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>")
_HUGE = re.compile(r"&#(?:[0-9]{8,}+|[xX][0-9a-fA-F]{7,}+);?")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_PARAGRAPH, _LINE = "\n\n", "\n"


def text(piece: str) -> str:
    """The words, blocks apart by an empty line; what browsers do not show is left out."""
    whole: list[str] = []
    gap = ""
    for token, is_break in _tokens(piece):
        if is_break:
            gap = max(gap, token, key=len)
            continue
        words = token if not gap and whole else token.lstrip(" ")
        if not words:
            continue
        if gap and whole:
            whole.append(gap)
        whole.append(words)
        gap = ""
    return _without_double_spaces("".join(whole))


def _without_double_spaces(words: str) -> str:
    return re.sub(r"  ++", " ", words).replace(" \n", "\n").strip()


def _tokens(piece: str) -> Iterator[tuple[str, bool]]:
    """Words, and the breaks between them."""
    position = 0
    while position < len(piece):
        opening = piece.find("<", position)
        until = len(piece) if opening < 0 else opening
        if position < until:
            yield _words(piece[position:until]), False
        if opening < 0:
            return
        position, seen = _past(piece, opening)
        if seen:
            yield seen


def _words(piece: str) -> str:
    # Python refuses to work out a number of thousands of digits.
    return _SPACE.sub(" ", html.unescape(_HUGE.sub("\ufffd", piece)))


def _past(piece: str, at: int) -> tuple[int, tuple[str, bool] | None]:
    """Where the markup that opens here ends, and what it does to the text.

    Markup that never ends takes all the rest with it, as in browsers, so that nothing is looked
    for twice.
    """
    follows = piece[at + 1 : at + 2]
    if piece.startswith("<!--", at):
        return _after(piece, "-->", at + 4), None
    if follows and follows in "!?":
        return _after(piece, ">", at + 1), None
    name = piece[at + 2 : at + 3] if follows == "/" else follows
    if not (name.isascii() and name.isalpha()):
        return at + 1, ("<", False)
    tag = _TAG.match(piece, at)
    if tag is None:
        return len(piece), None
    kind = tag[1].lower()
    if kind in _UNSEEN and follows != "/" and not tag[0].endswith("/>"):
        return _past_unseen(piece, kind, tag.end()), None
    return tag.end(), _effect(kind)


def _past_unseen(piece: str, kind: str, at: int) -> int:
    closing = _CLOSING[kind].search(piece, at)
    return _after(piece, ">", closing.end()) if closing else len(piece)


def _effect(kind: str) -> tuple[str, bool] | None:
    if kind in _BLOCKS:
        return _PARAGRAPH, True
    if kind in _LINES:
        return _LINE, True
    return (" ", False) if kind in _CELLS else None


def _after(piece: str, mark: str, at: int) -> int:
    found = piece.find(mark, at)
    return len(piece) if found < 0 else found + len(mark)
