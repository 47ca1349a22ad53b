"""What stands above the first and below the last paragraph of an article.

Whoever walks up from the end of a page meets furniture until the article begins: there weaker
signs are enough than between paragraphs, where a sentence may speak of cookies as it likes.
"""

from collections.abc import Callable, Sequence

from claimdesk.segmenting import languages
from claimdesk.segmenting.furniture.marking import BOILERPLATE
from claimdesk.segmenting.furniture.matching import match, words_of
from claimdesk.segmenting.furniture.page import Page, heading_or_box
from claimdesk.segmenting.furniture.reporting import told
from claimdesk.segmenting.furniture.shapes import CLOSERS, OPENERS, Line, reaches
from claimdesk.segmenting.furniture.signatures import label_below_lead, name_and_date, signature
from claimdesk.segmenting.furniture.vocabulary import (
    ATTRIBUTES,
    BEATS,
    BIO_VERBS,
    NAME_JOINTS,
    READER,
    RELATIVES,
    ROLES,
    SOURCES,
)

LONGEST_EDGE_LINE = 300
MOST_FOREIGN = 0.3
FOREIGN_LETTERS, FOREIGN_WORDS = 30, 5
FOREIGN_SCRIPT_LETTERS, FOREIGN_SCRIPT_WORDS = 12, 3
FOREIGN_SURE, FOREIGN_CLEAR = 0.6, 0.8
MENU_LINES, MENU_WORDS = 4, 4
MOST_BIOS, LONGEST_APPOSITION, SHORTEST_BIO = 5, 6, 4
PARTICLES = frozenset("de van der den von zu du di da del dos la le el al bin ben ter te".split())
STRANGER = (BOILERPLATE, "other-language")
SPEECHLESS = {"author-bio", "contact", "credit", "copyright", "navigation"}


class Edges:
    """Finds where running text begins and ends, labelling what lies outside."""

    def __init__(self, page: Page, language: str | None) -> None:
        self.page = page
        self._told = languages.primary(language)
        self._own: str | None = None
        self._script: str | None = None
        self._bios = 0
        self._kept: set[int] = set()

    def label(self) -> None:
        """Label both edges, and set the page's first and last line of running text."""
        lines = self.page.lines
        if not any(self.page.running(number) for number in range(len(lines))):
            return
        top = 0 if self.page.title is None else self.page.title + 1
        self._walk(range(top, len(lines)), self._above, head=True)
        label_below_lead(self.page)
        if self.page.title is not None:
            for number in range(self.page.title):
                self._keep(number, self._above(number))
        self._walk(range(len(lines) - 1, top - 1, -1), self._below, head=False)
        self._free_sentences(top)
        self._drop_strangers()
        _label_menus(self.page, range(self.page.first))
        _label_menus(self.page, range(self.page.last + 1, len(lines)))

    def _walk(self, numbers: range, look: Callable[[int], str | None], *, head: bool) -> None:
        for number in numbers:
            if self.page.free(number):
                reason = look(number)
                self._keep(number, reason)
                if reason is None and self.page.running(number):
                    if head:
                        self.page.first = number
                    else:
                        self.page.last = number
                    return

    def _keep(self, number: int, reason: str | None) -> None:
        if reason and self.page.free(number):
            self.page.labels[number] = heading_or_box(self.page.lines[number], reason)
            self._kept.add(number)

    def _above(self, number: int) -> str | None:
        line = self.page.lines[number]
        if line.long or line.quoted or not line.words:
            return None
        reason = signature(line) or name_and_date(line) or _attribution(self.page, number)
        reason = reason or self._weak(line)
        told = line.stopped and (self.page.title is None or number > self.page.title)
        return reason or ("other-language" if not told and self._strange(line) else None)

    def _below(self, number: int) -> str | None:
        line = self.page.lines[number]
        if line.long or not line.words or line.end - line.start > LONGEST_EDGE_LINE:
            return "author-bio" if self._bio(line) else None
        if line.quoted:
            return None
        reason = signature(line) or self._weak(line) or _form(line)
        if reason is None and self._bio(line):
            reason = "author-bio"
        if reason is None and (self._strange(line) or self._foreign(line)):
            reason = "other-language"
        return reason

    def _weak(self, line: Line) -> str | None:
        """The reason of a weak phrase; a whole sentence has to speak to the reader besides."""
        if line.end - line.start > LONGEST_EDGE_LINE:
            return None
        speaks = any(word.lstrip("^") in READER for word in line.words)
        reason = match("AT_EDGES", line.words)
        if reason not in (None, "author-bio") and told("AT_EDGES", line) and not reaches(line):
            return None
        return reason if speaks or not line.stopped or line.asks or reason in SPEECHLESS else None

    def _bio(self, line: Line) -> bool:
        """NAME is a reporter: unless the article has spoken of NAME before."""
        if self._bios >= MOST_BIOS or not line.words:
            return False
        name = _bio_name(line)
        if name is None:
            return False
        self._bios += 1
        return not _spoken_of(self.page, name)

    def _strange(self, line: Line) -> bool:
        """Whether it is in another script than the article."""
        letters = sum(map(len, line.words))
        if len(line.words) < FOREIGN_SCRIPT_WORDS or letters < FOREIGN_SCRIPT_LETTERS:
            return False
        if self._language() == languages.UNKNOWN or self._script is None:
            return False
        return languages.script_of(line.text) not in (self._script, None)

    def _foreign(self, line: Line) -> bool:
        """Whether it is in another language of the same script, and surely so."""
        own = self._language()
        plain = [word.lstrip("^") for word in line.words]
        if own == languages.UNKNOWN or len(plain) < FOREIGN_WORDS or languages.speaks(plain, own):
            return False
        if sum(map(len, plain)) < FOREIGN_LETTERS:
            return False
        found, sure = languages.identify(line.text)
        if found in (own, languages.UNKNOWN) or sure <= FOREIGN_SURE:
            return False
        best, clear = languages.identify(line.text, {found, own})
        return best == found and clear > FOREIGN_CLEAR

    def _free_sentences(self, top: int) -> None:
        """Whole sentences in another language below the text are its end, not what follows it."""
        page = self.page
        freed = -1
        for number in range(max(page.last + 1, top), len(page.lines)):
            above = page.lines[number - 1] if number else None
            if page.labels[number] != STRANGER or above is None or not page.free(number - 1):
                continue
            introduced = above.goes_on or freed == number - 1
            if _whole(page.lines[number]) or introduced:
                page.labels[number] = None
                freed = number
        for number in range(page.last + 1, freed):
            if number in self._kept:
                page.labels[number] = None
        page.last = max(page.last, freed)

    def _drop_strangers(self) -> None:
        """What fills a good part of the page, or goes on above, is an article in two languages."""
        page = self.page
        strangers = [at for at, known in enumerate(page.labels) if known == STRANGER]
        size = sum(page.lines[at].end - page.lines[at].start for at in strangers)
        if not strangers or (size <= MOST_FOREIGN * len(page.text) and self._speaks_own(page.last)):
            return
        for number in strangers:
            page.labels[number] = None
        running = [at for at in range(len(page.lines)) if page.running(at)]
        if running:
            page.first, page.last = running[0], running[-1]

    def _speaks_own(self, number: int) -> bool:
        """Whether the last running text is in the article's own language."""
        if number < 0:
            return False
        line = self.page.lines[number]
        piece = self.page.text[line.start : min(line.end, line.start + LONGEST_EDGE_LINE)]
        return languages.identify(piece)[0] in (self._language(), languages.UNKNOWN)

    def _language(self) -> str:
        """The article's language, found once."""
        if self._own is None:
            self._own = self._told or languages.document_language(self.page.text)
            self._script = languages.script_of(languages.sample(self.page.text))
        return self._own


def _attribution(page: Page, number: int) -> str | None:
    """From NAME OF PAPER: or NAME OF PAPER reports: before text that is not a quotation."""
    line = page.lines[number]
    if (
        not line.text.endswith(":")
        or not 3 <= len(line.words) <= 9
        or number + 1 >= len(page.lines)
    ):
        return None
    after = page.lines[number + 1]
    if page.text[after.start] in OPENERS:
        return None
    words = line.words[:-1]
    if words[0].lstrip("^") in SOURCES:
        names = words[1:]
    elif words[-1] in ATTRIBUTES:
        names = words[:-1]
    else:
        return None
    capital = sum(word.startswith("^") for word in names)
    named = all(word.startswith("^") or word in NAME_JOINTS for word in names)
    return "attribution-line" if named and capital >= 2 else None


def _whole(line: Line) -> bool:
    """Whether it ends as a sentence that is not cut off."""
    return line.stopped and not line.text.rstrip(CLOSERS).endswith(("…", "..."))


def _form(line: Line) -> str | None:
    """Fields of a form have stars behind them."""
    starred = line.text.endswith(" *") or " * " in line.text
    return "comment-form" if starred and len(line.words) <= 20 and not line.listed else None


def _bio_name(line: Line) -> str | None:
    """The last name of whom a line introduces as somebody who writes."""
    words = line.words
    count = _names(words)
    if not 2 <= count <= 4 or len(words) <= count:
        return _uncased_bio(words)
    following = words[count]
    if _apposed(line, words[:count]):
        return words[_before_comma(line) - 1].lstrip("^")
    if following in BEATS:
        return words[count - 1].lstrip("^")
    near = {word.lstrip("^") for word in words[count : count + 8]}
    for role, after in zip(words[count:], words[count + 1 :], strict=False):
        if role in ROLES and after in RELATIVES and not BEATS & set(words):
            return None
    dashed = any(mark in line.text for mark in (" — ", " – "))
    if (following in BIO_VERBS or dashed) and near & ROLES:
        return words[count - 1].lstrip("^")
    return None


def _names(words: Sequence[str]) -> int:
    """How many words at the beginning are a name: `Anouk de Wit` is three."""
    plain = (at for at, word in enumerate(words) if not word.startswith("^"))
    return next((at for at in plain if not _joins(words, at)), len(words))


def _joins(words: Sequence[str], at: int) -> bool:
    capital = at > 0 and at + 1 < len(words) and words[at + 1].startswith("^")
    return capital and words[at] in PARTICLES


def _uncased_bio(words: Sequence[str]) -> str | None:
    """The last name of NAME NAME reporter writes, in a script without capitals."""
    long = len(words) >= SHORTEST_BIO and not any(word.startswith("^") for word in words)
    return words[1] if long and words[2] in ROLES and words[3] in BEATS else None


def _before_comma(line: Line) -> int:
    """How many words stand before the first comma."""
    return len(words_of(line.text.split(",", maxsplit=1)[0]))


def _apposed(line: Line, names: Sequence[str]) -> bool:
    """NAME, born in 1981, is a reporter: a verb and a profession behind the second comma."""
    pieces = line.text.split(",", maxsplit=2)
    count = _before_comma(line)
    if len(pieces) < 3 or not 2 <= count <= len(names):
        return False
    if len(pieces[1].split()) > LONGEST_APPOSITION:
        return False
    after = [word.lstrip("^") for word, _ in words_of(pieces[2])][:8]
    return bool(after) and after[0] in BIO_VERBS and bool(ROLES & set(after))


def _spoken_of(page: Page, name: str) -> bool:
    """Whether running text names somebody."""
    return any(
        {"^" + name, name} & set(line.words)
        if line.words
        else name in page.text[line.start : line.end].casefold()
        for number, line in enumerate(page.lines)
        if page.running(number) and not _bio_name(line)
    )


def _label_menus(page: Page, numbers: range) -> None:
    """Rows of short lines are menus where some of them are known to be."""
    run: list[int] = []
    for number in [*numbers, None]:
        if number is not None and _could_be_menu(page, number):
            run.append(number)
            continue
        known = sum(page.labels[at] == (BOILERPLATE, "navigation") for at in run)
        if len(run) >= MENU_LINES and known >= 2 and known >= 0.3 * len(run):
            for at in run:
                if page.free(at):
                    page.put(at, BOILERPLATE, "navigation")
        run = []


def _could_be_menu(page: Page, number: int) -> bool:
    line = page.lines[number]
    known = page.labels[number]
    small = not line.long and len(line.words) <= MENU_WORDS and not line.stopped
    return small and (known is None or known[0] == BOILERPLATE) and not line.listed
