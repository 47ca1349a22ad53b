"""What inline tags say, spelled out in a page's tree before anybody reads it.

A reading is only text, so that what a tag says alone would be lost: `<q>` is words in quotation
marks, `<del>` and `<s>` are words that the page takes back, and `<sup>` after a word is the mark
of a footnote, after a number a power.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from claimdesk.intake.html.blocks import BOXES, HIDDEN

DELETED = frozenset(("del", "s", "strike"))
BEFORE = 40
"""So many characters are looked back."""
LONGEST_MARK = 12
WORD = 3
"""Letters from which on a word is none of the units and variables that have powers."""
STANDARD = ("“”", "‘’")
QUOTES = {
    "ar": ("”“", "’‘"),
    "be": ("«»", "„“"),
    "bg": ("„“", "‚‘"),
    "cs": ("„“", "‚‘"),
    "de": ("„“", "‚‘"),
    "de-ch": ("«»", "‹›"),
    "el": ("«»", "“”"),
    "es": ("«»", "“”"),
    "et": ("„“", "«»"),
    "fa": ("«»", "‹›"),
    "fi": ("””", "’’"),
    "fr": ("«»", "“”"),
    "hr": ("„“", "‚‘"),
    "hu": ("„”", "»«"),
    "it": ("«»", "“”"),
    "ja": ("「」", "『』"),
    "lt": ("„“", "‚‘"),
    "nb": ("«»", "‘’"),
    "nn": ("«»", "‘’"),
    "no": ("«»", "‘’"),
    "pl": ("„”", "«»"),
    "pt-pt": ("«»", "“”"),
    "ro": ("„”", "«»"),
    "ru": ("«»", "„“"),
    "sk": ("„“", "‚‘"),
    "sl": ("„“", "‚‘"),
    "sr": ("„“", "‚‘"),
    "sv": ("””", "’’"),
    "uk": ("«»", "„“"),
    "zh-hant": ("「」", "『』"),
    "zh-hk": ("「」", "『』"),
    "zh-tw": ("「」", "『』"),
}
"""The marks of quotations and of those within them; other languages have the English ones."""
MARKS = frozenset('“”„‟«»‹›‘’‚‛"「」『』')
_NUMBER = re.compile(r"[+\N{MINUS SIGN}-]?\d{1,4}\Z", re.ASCII)
_NUMBERS = re.compile(r"[\[(]?\d{1,3}(?:[,;–-][ ]?\d{1,3})*[\])]?\Z", re.ASCII)
_STARS = re.compile(r"[*†‡§]{1,4}\Z")
_NAMED = re.compile(r"\[?[^\W\d_]{1,5}[ ]?\d{0,3}\]?\Z")
_AFTER = re.compile(rf"(?:[^\W\d_]{{{WORD}}}|[.,;:!?…%)\]”’“»«\"。！？」』।؟])\s?\Z")
_BEGINS = re.compile(rf"\s?[^\W\d_]{{{WORD}}}")
_CLINGS = tuple(".,;:!?…)]")
_RAISED = str.maketrans("0123456789+-\N{MINUS SIGN}", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


@dataclass
class _Open:
    """An inline tag that is not closed yet, and what was there when it was opened."""

    element: Any
    before: str
    boxes: int
    letters: int
    linked: bool


@dataclass
class _Walk:
    """Where the look at a tree has come to, and what is to be done to it afterwards."""

    languages: list[str] = field(default_factory=lambda: [""])
    open: list[_Open] = field(default_factory=list)
    quotes: int = 0
    raising: int = 0
    before: str = ""
    boxes: int = 0
    letters: int = 0
    footnote: list[str] | None = None
    link: tuple[Any, str] | None = None
    quoted: list[tuple[Any, str]] = field(default_factory=list)
    deleted: list[tuple[Any, str, int]] = field(default_factory=list)
    raised: list[tuple[Any, str]] = field(default_factory=list)

    def hear(self, text: str | None) -> None:
        if text:
            self.before = (self.before + text[-BEFORE:])[-BEFORE:]
            self.letters += len(text)
            if self.footnote is not None:
                self.footnote.append(text[: LONGEST_MARK + 1])

    def start(self, element: Any) -> None:
        tag = element.tag
        said = element.get("lang") or element.get("xml:lang")
        self.languages.append(said.lower()[:20] if said else self.languages[-1])
        if tag in BOXES or tag == "br":
            self.boxes += tag != "br"
            self.before = ""
        elif tag in DELETED or tag in ("q", "sup"):
            linked = self.link is not None and self.link[1] == self.before
            self.open.append(_Open(element, self.before, self.boxes, self.letters, linked))
            self.quotes += tag == "q"
            self.raising += tag == "sup"
            if self.raising == 1 and tag == "sup":
                self.footnote = []
        elif tag == "a":
            self.link = (element, self.before)
        self.hear(element.text)

    def end(self, element: Any) -> None:
        if self.open and self.open[-1].element is element:
            opened = self.open.pop()
            self._close(opened, element.tag)
        if element.tag in BOXES:
            self.before = ""
        if self.link and self.link[0] is element:
            self.link = None
        self.languages.pop()

    def _close(self, opened: _Open, tag: str) -> None:
        holds_boxes = self.boxes > opened.boxes
        if tag == "q":
            self.quotes -= 1
            if not holds_boxes:
                marks = _marks(self.languages[-2], self.quotes)
                self.quoted.append((opened.element, "" if _is_marked(opened) else marks))
        elif tag == "sup":
            self.raising -= 1
            if not self.raising:
                self._close_raised(opened)
        elif tag == "del" or not holds_boxes:
            self.deleted.append((opened.element, opened.before, self.letters - opened.letters))
            self.before = opened.before

    def _close_raised(self, opened: _Open) -> None:
        words, self.footnote = "".join((self.footnote or [])[:LONGEST_MARK]).strip(), None
        after = opened.element.tail or ""
        alone = opened.linked and not after.strip() and opened.element.getnext() is None
        linked = alone or any(child.tag == "a" for child in opened.element)
        if _is_mark(words, opened.before, after, linked):
            parent = opened.element.getparent() if alone else None
            is_link = parent is not None and parent.tag == "a"
            self.raised.append((parent if is_link else opened.element, ""))
            self.before = opened.before
        elif _NUMBER.match(words):
            self.raised.append((opened.element, words.translate(_RAISED)))


def spell_out(tree: Any) -> None:
    """Change the tree of a page so that its text says what its inline tags say; one pass."""
    from lxml import etree

    walk, walker = _Walk(), etree.iterwalk(tree, events=("start", "end"))
    skipped: Any = None
    for event, element in walker:
        if event == "start":
            if not isinstance(element.tag, str) or element.tag in HIDDEN:
                skipped = element
                walker.skip_subtree()
            else:
                walk.start(element)
        else:
            if element is not skipped:
                walk.end(element)
            skipped = None if element is skipped else skipped
            walk.hear(element.tail if element is not tree else None)
    _change(walk)


def _change(walk: _Walk) -> None:
    for element, marks in walk.quoted:
        if marks:
            _enclose(element, *marks)
        element.tag = "span"
    for element, text in walk.raised:
        _replace(element, text)
    for element, before, letters in walk.deleted:
        if 2 * letters > walk.letters:
            continue  # a tag that nobody closed
        if before.endswith((" ", "\n")) and (element.tail or "").startswith(_CLINGS):
            _close_up(element)
        _replace(element, "")


def _marks(language: str, depth: int) -> str:
    parts = language.replace("_", "-").split("-")
    names = ["-".join(parts[:size]) for size in range(len(parts), 0, -1)]
    return next((QUOTES[name] for name in names if name in QUOTES), STANDARD)[depth % 2]


def _is_marked(quote: _Open) -> bool:
    """Whether the marks are in the text already, or there is no text to be marked."""
    text = (quote.element.text or "").lstrip()
    marked = text[:1] in MARKS if text else not len(quote.element)
    return marked or (bool(quote.before) and quote.before[-1] in MARKS)


def _enclose(element: Any, opening: str, closing: str) -> None:
    element.text = opening + (element.text or "").lstrip()
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "").rstrip() + closing
    else:
        element.text = element.text.rstrip() + closing


def _is_mark(words: str, before: str, after: str, linked: bool) -> bool:
    """Whether raised words are the mark of a footnote, or open the footnote itself."""
    if not words or len(words) > LONGEST_MARK:
        return False
    if linked and any(_patterns(words)):
        return True
    if not (_NUMBERS.match(words) or _STARS.match(words)):
        return False
    if not before.strip():
        return bool(_BEGINS.match(after))
    return bool(words.startswith(("[", "(", "*", "†", "‡", "§")) or _AFTER.search(before))


def _patterns(words: str) -> Iterator[bool]:
    for pattern in (_NUMBERS, _STARS, _NAMED):
        yield pattern.match(words) is not None


def _replace(element: Any, text: str) -> None:
    """Put a text in the place of an element; what follows it stays."""
    element.clear(keep_tail=True)
    element.tag = "span"
    element.text = text or None


def _close_up(element: Any) -> None:
    """Take away the blank before an element whose words are gone."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "").rstrip()
    elif parent is not None:
        parent.text = (parent.text or "").rstrip()
