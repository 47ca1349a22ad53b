"""Where sentences begin and end, by rules alone.

Every run of stops (`marks`) is looked at once, with a window of words before and behind it, so
time is linear and nothing but offsets is made. Closing marks, footnotes and emoji that stick to
a stop belong to the sentence before; opening marks and dashes to the next. `rules` decides:

- Chinese, Japanese, Hindi, Armenian stops end a sentence, unless the quotation they close is
  reported (…」と); others need white space, or a lost one (`said.The`), but no address.
- Small letters behind a stop go on with the sentence (`“Is it?” she asked`, a stray stop),
  except in entries of a list and where the writer begins all sentences small.
- A number or letter in front of an entry, and dots in front of anything, are no sentence.
- `?` and `!` end it, unless names and a verb of speech follow the closing mark.
- A full stop ends it, unless it belongs to an abbreviation, initials or an ordinal. What may end
  a sentence (Inc., р.) does so before a word that opens sentences; in doubt it stays whole.
  Of single letters only a capital is an initial; what a small one stands for is in the tables.
- A place in capitals at the paragraph's beginning (`PORT SALLOW. The …`) belongs to the sentence
  after it; a heading that ran into it (`THE FIRST HEARING Every tree …`) does not (`headings`).
- A semicolon ends it before such a word with a capital (`; El acta`); a colon never does.
- Spaces end nothing: Thai stays whole.

The words are tables, one per language (`latin`, `cyrillic`, `others`); `words` says what stands
under which heading, and that is where to add an abbreviation. `wrapping` joins lines.
"""

from collections.abc import Iterator
from re import Match

from claimdesk.segmenting.sentences import marks
from claimdesk.segmenting.sentences.headings import run_on
from claimdesk.segmenting.sentences.rules import breaks
from claimdesk.segmenting.sentences.stops import Stop, abbreviates, word_before
from claimdesk.segmenting.sentences.words import Words, words_of
from claimdesk.segmenting.sentences.wrapping import paragraphs
from claimdesk.segmenting.texts import trim

__all__ = ["paragraphs", "sentences"]

_TRAILS = 4
_LOOKED_AT = 3000
_LONGEST_CLOSING = 8


def sentences(text: str, start: int, end: int, language: str = "und") -> Iterator[tuple[int, int]]:
    """Trimmed spans, in order, of the sentences of the paragraph `text[start:end]`.

    They tile its visible characters; offsets are code points. `language` is a tag of any length;
    for `und` the paragraph's common words decide whose abbreviations count.
    """
    words = words_of(language, text, start, end)
    start, end = trim(text, start, end)
    first = run_on(text, start, end, words)
    if first > start:
        yield trim(text, start, first)
    casual = _casual(text[first : min(end, first + _LOOKED_AT)], words)
    quotes = _Quotes(text, start)
    for found in marks.STOP.finditer(text, start, end):
        at = found.start()
        after, following = _around(text, found, first, end, quotes)
        if at < first or following >= end:
            continue
        before, leading = word_before(text, first, at), first == start
        stop = Stop(
            text, first, at, found["stop"], after, following, words, casual, leading, before
        )
        if breaks(stop):
            yield first, after
            first = following
    if first < end:
        yield first, end


def _around(
    text: str, found: Match[str], first: int, end: int, quotes: "_Quotes"
) -> tuple[int, int]:
    """Where the marks that close with a stop end, and where the next visible character is.

    Emoji behind a space close with it, unless small letters follow or the sentence begins
    with emoji, as entries of a list do.
    """
    position = found.end()
    if text.startswith(" ", position) and text[position + 1 : position + 2].isalpha():
        return position, position + 1
    apart = marks.EMOJI_APART.match(text, position, end) if found["stop"] != ";" else None
    if apart and _closes(text, apart.end(), first):
        position = apart.end()
    after = _after(text, position, end, quotes)
    return after, _visible(text, after, end)


def _closes(text: str, position: int, first: int) -> bool:
    """Whether emoji that end at a position belong to the sentence that began at `first`."""
    return not marks.is_small(text[position + 1 : position + 2]) and not marks.EMOJI_FIRST.match(
        text, first
    )


def _casual(text: str, words: Words) -> bool:
    """Whether the writer begins sentences with small letters, as in a chat."""
    if marks.is_small(text[:1]) and not text[1:2].isupper():
        return True
    starts = small = 0
    for found in marks.CASUAL_START.finditer(text):
        letter = found.group(1)
        if letter.isupper():
            starts += 1
        elif marks.is_small(letter) and _plain_end(text, found.start(), words):
            starts, small = starts + 1, small + 1
    return (small >= 2 and small * 2 > starts) or (small > 0 and " i " in text)


def _plain_end(text: str, at: int, words: Words) -> bool:
    """Whether neither an abbreviation nor a name (Yahoo!) stands before a stop."""
    named = text[at] != "." and word_before(text, 0, at)[:1].isupper()
    return not named and not abbreviates(text, at, words)


def _after(text: str, position: int, end: int, quotes: "_Quotes") -> int:
    """Where the marks that close with a stop end, those that stand apart included."""
    for _ in range(_TRAILS):
        trail = marks.TRAIL.match(text, position, end)
        if not trail:
            break
        position = trail.end()
    if text.startswith(' "', position) and quotes.open_at(position):
        apart = text[position + 2 : position + 3]
        if not apart or apart.isspace():
            return position + 2
    left = text[position : min(end, position + _LONGEST_CLOSING)]
    only_marks = position + len(left) == end and not left.strip(marks.CLOSING)
    return end if only_marks else position


def _visible(text: str, position: int, end: int) -> int:
    """The first character from a position on that is not white space."""
    space = marks.SPACE.match(text, position, end)
    return space.end() if space else position


class _Quotes:
    """Counts straight quotation marks as far as asked, each once."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.position, self.count = text, start, 0

    def open_at(self, position: int) -> bool:
        """Whether an odd number of them stands before a position; positions only grow."""
        self.count += self.text.count('"', self.position, position)
        self.position = position
        return self.count % 2 == 1
