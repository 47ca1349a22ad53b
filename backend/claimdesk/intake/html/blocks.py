"""A page's tree cut into blocks of text, in the order they stand in, each knowing its box."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

HIDDEN = frozenset(
    "script style noscript template svg math head iframe object embed applet canvas audio video "
    "map select option datalist button input textarea title".split()
)
BOXES = frozenset(
    "html body main article section header footer nav aside div p ul ol li dl dt dd table thead "
    "tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption form fieldset "
    "legend address details summary hr center dialog hgroup menu search".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
KINDS = {"li": "entry", "figcaption": "caption", "caption": "caption", "blockquote": "quotation"}
COMMENTS = frozenset(
    "comments comment-list commentlist comment-respond disqus_thread disqus respond commentarea "
    "comments-area comment-section kommentare commentaires comentarios comentarii komentarze "
    "commenti fb-comments coral spot-im-frame".split()
)
READERS = frozenset("comment discussion replies reply reader-comments user-comment".split())
CAPTIONS = frozenset("wp-caption-text caption image-caption photo-caption media-caption".split())
LONGEST_CELL = 200
_SPACE = re.compile(r"[\x00-\x20\x7f-\x9f]+")
_SPACE_OF_A_LINE = re.compile(r"[\x00-\x09\x0b-\x20\x7f-\x9f]+")
_SPACES = re.compile(r" {2,}")
_ENDED = re.compile(r"[^\W\d_]{2}[.!?…][\"”“»’)]?\Z")
_NOT_SHOWN = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, entry of a list or row of a table as a reader sees it.

    `linked` counts the letters of its links; `box` and `commented` are numbers in `Page.boxes`,
    -1 for none.
    """

    text: str
    kind: str
    linked: int
    box: int
    commented: int
    row: int
    cell: int


@dataclass(frozen=True)
class Box:
    """An element that holds blocks: its tag, its class, its parent, and the boxes within it.

    All boxes whose number is in `range(number, end)` are inside it.
    """

    tag: str
    style: str
    parent: int
    end: int


@dataclass(frozen=True)
class Page:
    """All that is shown, in order."""

    blocks: tuple[Block, ...]
    boxes: tuple[Box, ...]


@dataclass
class _Walk:
    """Where the reading of a tree has come to."""

    blocks: list[Block] = field(default_factory=list)
    boxes: list[list[Any]] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    kinds: list[str] = field(default_factory=lambda: ["text"])
    rows: list[int] = field(default_factory=lambda: [-1])
    cells: list[int] = field(default_factory=lambda: [-1])
    comments: list[int] = field(default_factory=lambda: [-1])
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    kept_lines: int = 0
    parted: int = 0
    linked_until: int = 0

    def say(self, text: str | None) -> None:
        if text:
            space = _SPACE_OF_A_LINE if self.kept_lines else _SPACE
            self.pieces.append(space.sub(" ", text))
            self.linked += len(text.strip()) if self.links else 0

    def part(self, text: str | None) -> None:
        """A blank where a link and a sentence meet: on the page they do not look like one."""
        if not text or not self.pieces or not text[0].isalpha() or text[0].islower():
            return
        if _ENDED.search(self.pieces[-1][-4:]):
            self.pieces.append(" ")

    def enter_link(self, text: str | None) -> None:
        self.links += 1
        before = len(self.pieces)
        self.part(text)
        self.parted = before if len(self.pieces) > before else 0

    def leave_link(self) -> None:
        self.links -= 1
        self.linked_until = len(self.pieces)

    def whole(self) -> str:
        """What was said, a link that ends it on a line of its own where no blank led to it."""
        if self.parted and not any(map(str.strip, self.pieces[self.linked_until :])):
            self.pieces[self.parted] = "\n"
        whole = "".join(self.pieces)
        self.pieces, self.parted, self.linked_until = [], 0, 0
        return whole

    def end_block(self) -> None:
        """What was said since the last box began or ended, two line breaks being an end too."""
        whole, linked, self.linked = self.whole(), self.linked, 0
        if not whole.strip():
            return
        lines = [_SPACES.sub(" ", line.strip()) for line in whole.split("\n")]
        parts = [part for part in _paragraphs(lines) if part]
        letters = sum(map(len, parts))
        for part in parts:
            share = linked if len(parts) == 1 else linked * len(part) // letters
            self.blocks.append(
                Block(
                    text=part,
                    kind=self.kinds[-1],
                    linked=share,
                    box=self.open[-1] if self.open else -1,
                    commented=self.comments[-1],
                    row=self.rows[-1],
                    cell=self.cells[-1],
                )
            )

    def enter(self, element: Any) -> None:
        number, tag = len(self.boxes), element.tag
        style = f"{element.get('class') or ''} {element.get('id') or ''}".lower().strip()
        self.boxes.append([tag, style, self.open[-1] if self.open else -1, number + 1])
        self.open.append(number)
        names = frozenset(style.split())
        self.kinds.append(_kind(tag, names, self.kinds[-1]))
        self.rows.append(number if tag == "tr" else -1 if tag == "table" else self.rows[-1])
        self.cells.append(number if tag in ("td", "th") else self.cells[-1])
        self.comments.append(number if names & COMMENTS else self.comments[-1])

    def leave(self) -> None:
        self.boxes[self.open.pop()][3] = len(self.boxes)
        for stack in (self.kinds, self.rows, self.cells, self.comments):
            stack.pop()


def cut(tree: Any) -> Page:
    """The blocks of an lxml tree; one pass, however deep it is."""
    from lxml import etree

    walk, walker = _Walk(), etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    skipped: Any = None
    for event, element in walker:
        if event == "start":
            if _unseen(element):
                skipped = element
                walker.skip_subtree()
            else:
                _begin(walk, element)
        elif event == "end":
            if element is not skipped:
                _finish(walk, element)
            skipped = None if element is skipped else skipped
        if event != "start" and element is not tree:
            if element.tag == "a":
                walk.part(element.tail)
            walk.say(element.tail)
    walk.end_block()
    blocks = tuple(_rows(walk.blocks))
    return Page(blocks, tuple(Box(*one) for one in walk.boxes))


def _begin(walk: _Walk, element: Any) -> None:
    tag = element.tag
    if tag in BOXES:
        walk.end_block()
        walk.enter(element)
        walk.kept_lines += tag == "pre"
    elif tag == "br":
        walk.pieces.append("\n")
    elif tag == "a":
        walk.enter_link(element.text)
    walk.say(element.text)


def _finish(walk: _Walk, element: Any) -> None:
    if element.tag in BOXES:
        walk.end_block()
        walk.leave()
        walk.kept_lines -= element.tag == "pre"
    elif element.tag == "a":
        walk.leave_link()


def _unseen(element: Any) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in HIDDEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _NOT_SHOWN.search(style[:1_000]))


def is_comments(element: Any) -> bool:
    """Whether readers wrote what is in it."""
    style = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return bool(frozenset(style.split()) & (COMMENTS | READERS))


def _kind(tag: str, names: frozenset[str], around: str) -> str:
    if tag in HEADINGS:
        return "heading"
    if names & CAPTIONS:
        return "caption"
    if tag in KINDS:
        return KINDS[tag]
    return around if tag not in ("td", "th", "table") else "text"


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines between empty ones."""
    begin = 0
    for number, line in enumerate([*lines, ""]):
        if not line:
            yield "\n".join(lines[begin:number])
            begin = number + 1


def _rows(blocks: list[Block]) -> Iterator[Block]:
    """Blocks, those of a row of short cells joined; a row that lays out a page stays apart."""
    begin = 0
    for number in range(1, len(blocks) + 1):
        if number < len(blocks) and blocks[number].row == blocks[begin].row >= 0:
            continue
        run = blocks[begin:number]
        cells = {one.cell for one in run}
        if len(run) > 1 and len(cells) == len(run) and max(len(b.text) for b in run) < LONGEST_CELL:
            text = " | ".join(one.text.replace("\n", " ") for one in run)
            linked = sum(one.linked for one in run)
            first = run[0]
            yield Block(text, "row", linked, first.row, first.commented, first.row, first.cell)
        else:
            yield from run
        begin = number
