"""Markdown read as what its reader sees.

Headings, paragraphs, list entries and table rows get lines of their own; links, emphasis and code
give their words, code blocks stay as they are. Images, rules and tags are not words and vanish;
text inside raw HTML stays, list bullets and numbers do not. Marks of footnotes vanish as well; what
a footnote says is a paragraph where it was written.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from claimdesk.intake import footnotes, fragments, markup, plain, streams
from claimdesk.intake.drafts import Draft, Refusal

if TYPE_CHECKING:
    from markdown_it.token import Token

_PARAGRAPH, _LINE = "\n\n", "\n"
CELLS = " | "
_WORDS = {"softbreak": " ", "hardbreak": "\n"}


class _Block(NamedTuple):
    """Words and the break before them."""

    gap: str
    words: str


def read(source: str, stream: streams.Stream, limit: int) -> Draft | Refusal:
    """The article in a Markdown file; `limit` is its longest in code points, as it is written."""
    known, text = plain.opened(stream, limit)
    if len(text) > limit or "\0" in text:  # told by what is written, not by what is shown
        return plain.drafted(source, known, markup.Words(text), limit)
    return plain.drafted(source, known, markup.Words(seen(text)), limit)


def seen(text: str) -> str:
    """What a reader of the rendered page sees, as plain text."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    footnotes.teach(parser)
    shown = (block for block in _blocks(parser.parse(text)) if block.words.strip())
    return "".join(part for block in shown for part in (block.gap, block.words)).lstrip("\n")


def _blocks(tokens: Iterable["Token"]) -> Iterator[_Block]:
    """Paragraphs, headings and code; the cells of a table row go into one line."""
    gap, cells = _PARAGRAPH, list[str]()
    in_table = at_top = False
    for token in tokens:
        if token.type in ("table_open", "table_close"):
            gap, in_table = _PARAGRAPH, token.type == "table_open"
        elif token.type == "tr_close":
            yield _Block(gap, CELLS.join(cells))
            gap, cells = _LINE, []
        elif token.type == "inline" and in_table:
            cells.append("".join(_words(token.children or ())))
        elif not in_table:
            if token.nesting == 1:
                gap = _LINE if token.hidden and not at_top else _PARAGRAPH
                at_top = token.level == 0 or (at_top and token.type == "list_item_open")
            yield _Block(gap, _inside(token))


def _inside(token: "Token") -> str:
    if token.type == "inline":
        return "".join(_words(token.children or ()))
    if token.type == "html_block":
        return fragments.text(token.content)
    return token.content.rstrip() if token.type in ("fence", "code_block") else ""


def _words(tokens: Iterable["Token"]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            yield token.content
        else:
            yield _WORDS.get(token.type, "")
