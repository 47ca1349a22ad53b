"""Footnotes in Markdown: the marks are no words, what a footnote says is a paragraph.

CommonMark knows no footnotes: it shows the marks, and takes a footnote that is one word for the
address of a link.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_NAME = r"\[\^[^\]\[\s]{1,60}\]"
_MARK = re.compile(rf"{_NAME}(?!\()")
_DEFINITION = re.compile(rf"{_NAME}:[ \t]*+")


def teach(parser: "MarkdownIt") -> None:
    """Let a parser know footnotes."""
    parser.inline.ruler.before("link", "footnote_mark", _mark)
    parser.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph"]})


def _mark(state: "StateInline", silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos)
    if found is None:
        return False
    follows = state.src[found.end() : found.end() + 1]
    if not silent and not follows.isalnum():
        state.pending = state.pending.rstrip(" ")
    state.pos = found.end()
    return True


def _footnote(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """A footnote goes on until an empty line, the next footnote, or the end of what it is in."""
    if state.is_code_block(start) or not _begins(state, start):
        return False
    if silent:
        return True
    after = start + 1
    while after < end and not _ends(state, after):
        after += 1
    written = state.getLines(start, after, state.blkIndent, False).strip()
    state.line = after
    state.push("paragraph_open", "p", 1).map = [start, after]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = (
        _DEFINITION.sub("", written, 1),
        [start, after],
        [],
    )
    state.push("paragraph_close", "p", -1)
    return True


def _begins(state: "StateBlock", line: int) -> bool:
    return _DEFINITION.match(state.src, state.bMarks[line] + state.tShift[line]) is not None


def _ends(state: "StateBlock", line: int) -> bool:
    outside = state.sCount[line] < state.blkIndent
    return state.isEmpty(line) or outside or _begins(state, line)
