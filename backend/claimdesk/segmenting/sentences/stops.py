"""A stop in its place: what stands before it, what closes with it, what follows."""

from typing import NamedTuple

from claimdesk.segmenting.sentences import marks
from claimdesk.segmenting.sentences.words import Words

LONGEST_WORD = 40
LOOK_AHEAD = 80
_OPENS_A_WORD = "\"'“”„«»‘’‚(‹›[{¿¡—–*_"
_LONGEST_CLAUSE = 200


class Stop(NamedTuple):
    """A run of stops; a tuple, because one is made for each.

    The sentence so far begins at `first`, which is where the paragraph begins if it is `leading`.
    `run` stands at `at`, marks that close with it reach to `after`, the next visible character is
    at `following`. `before` is the word before, without what opens in front of it.
    """

    text: str
    first: int
    at: int
    run: str
    after: int
    following: int
    words: Words
    casual: bool
    leading: bool
    before: str

    @property
    def closed(self) -> str:
        """The marks that close with the stop."""
        return self.text[self.at + len(self.run) : self.after].strip()

    @property
    def so_far(self) -> str:
        """The sentence up to the word before, as far back as a clause may reach."""
        end = self.at - len(self.before)
        return self.text[max(self.first, end - _LONGEST_CLAUSE) : end]


class Next(NamedTuple):
    """What follows a stop: `word` is the first word, behind a dash and marks that open.

    `initial` says that it is one capital with a full stop.
    """

    dash: str
    marks: str
    word: str
    initial: bool = False

    @property
    def lower(self) -> bool:
        """Whether it goes on in small letters; iPhone and eBay count as names."""
        return marks.is_small(self.word[:1]) and not self.word[1:2].isupper()

    def opens(self, words: Words) -> bool:
        """Whether the word is one that opens sentences and is no name."""
        if self.initial:
            return False
        word = self.word
        if "'" in word or "’" in word:
            word = word.split("'")[0].split("’")[0]
        return word.lower() in words.openers


def word_before(text: str, first: int, at: int) -> str:
    """The word that ends at a position, without what opens in front of it."""
    window = text[max(first, at - LONGEST_WORD) : at]
    if not window or window[-1].isspace():
        return ""
    return window.rsplit(None, 1)[-1].lstrip(_OPENS_A_WORD)


def abbreviates(text: str, at: int, words: Words) -> bool:
    """Whether a full stop stands behind a word of the tables."""
    return text[at] == "." and word_before(text, 0, at).lower() in words.known


def following(stop: Stop) -> Next:
    """What follows a stop, no further than a word or two."""
    reach = stop.following + LOOK_AHEAD
    word = marks.WORD.match(stop.text, stop.following, reach)
    if word:
        end = word.end()
        initial = end - word.start() == 1 and stop.text[end : end + 1] == "."
        return Next("", "", word.group(), initial and word.group().isupper())
    found = marks.AHEAD.match(stop.text, stop.following, reach)
    dash, opening, opened = found.groups("") if found else ("", "", "")
    return Next(dash, opening, opened)
