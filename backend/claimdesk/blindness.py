"""Signs that a review was not made blind: copies, pasted words, forgeries, second votes.

How an annotation was made shows in its record, and in what stands in it beside a colleague's; that
somebody merely looked shows nowhere. What is certain takes the vote away from whoever was later,
what is only a sign does not. The order of saving decides, never that of arrival.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

COPIED = "copied"
SEEN = "seen-before"
SAME_REGIONS = "same-regions"
PASTED = "pasted"
DOUBLE = "double-vote"
EDITED = "edited-by-another"
FORGED = "forged"
UNKNOWN = "copy-of-unknown"
UNSHOWN = "not-from-the-screen"
SAME_WORDS = "same-words"

CERTAIN = (COPIED, SEEN, SAME_REGIONS, PASTED, DOUBLE, EDITED, FORGED)
"""What does not count, that which tells most first."""

SIGNS = (UNKNOWN, UNSHOWN, SAME_WORDS)
"""What an honest reviewer may have a reason for; it counts."""

OWN_LETTERS = 40
"""So many letters of one's own, beside addresses and quotations, nobody types twice the same."""

LETTERS = 24
"""Fewer letters beside an address are a kind and a word, the same for all who found the source."""

TOGETHER = 3
"""One line of quotation and date two people may share; so many on one article they do not."""

AT_ONCE = 1.0
"""Seconds between making and saving within which an annotation was not saved a second time."""

_ADDRESS = re.compile(r"[^\s:/]{1,20}://\S+|www\.\S+")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」|『[^』]*』")


class Typed(NamedTuple):
    """What was typed at a region, every blank as it was."""

    region: str
    words: str


class Drawn(NamedTuple):
    """A region that somebody drew, under the name that the browser made up for it."""

    region: str
    start: int
    end: int


Left = TypeVar("Left", Typed, Drawn)


@dataclass(frozen=True)
class Version:
    """One version of an annotation; times are seconds.

    `saver` saved it in the name of `credited`. `parent` is the number of the annotation that it
    is a copy of, `shown` whether it was made from what reviewers are shown, as far as the record
    tells. `stands` says that it is the newest of its annotation and would count, `part` that it
    was asked for some claims only.
    """

    delivery: int
    annotation: str
    number: tuple[str, int]
    saver: int
    credited: int
    made: float
    began: float
    saved: float
    parent: int | None = None
    shown: bool | None = None
    typed: frozenset[Typed] = frozenset()
    drawn: frozenset[Drawn] = frozenset()
    stands: bool = True
    part: bool = False


class Sign(NamedTuple):
    """What was noticed of a delivery, at one of its regions or (empty) of all of it."""

    delivery: int
    code: str
    region: str
    reviewer: int
    other: int | None
    why: str


def counts(code: str) -> bool:
    """Whether what carries such a sign counts all the same."""
    return code in SIGNS


def signs(versions: Sequence[Version], text: str) -> list[Sign]:
    """Everything there is to notice of what was left on one article.

    `versions` are all that ever were, in the order in which they were said; `text` is the
    article's: to repeat its words is no sign of anything.
    """
    honest = [one for one in versions if one.saver == one.credited]
    standing = [one for one in honest if one.stands]
    found = [*_in_other_names(versions), *_twice(standing), *_copies(versions, honest)]
    whole = {one.delivery for one in found if one.code in (COPIED, SEEN)}
    rest = [one for one in standing if one.delivery not in whole]
    drawn = list(_same_regions(honest, rest))
    whole = {one.delivery for one in drawn}
    words = _same_words(honest, [one for one in rest if one.delivery not in whole], text)
    return sorted([*found, *drawn, *words], key=lambda sign: sign[:3])


def _in_other_names(versions: Sequence[Version]) -> Iterator[Sign]:
    """What one account saved in the name of another: made so, or a colleague's work changed."""
    credited: dict[str, int] = {}
    for one in versions:
        before = credited.setdefault(one.annotation, one.credited)
        if one.saver == one.credited:
            continue
        new = one.saved - one.made < AT_ONCE
        code = FORGED if before != one.credited or new else EDITED
        why = "made in the name of another" if code == FORGED else "the work of another was changed"
        yield Sign(one.delivery, code, "", one.saver, one.credited, why)


def _twice(standing: Sequence[Version]) -> Iterator[Sign]:
    """All but the last of what one reviewer said of the article, of all of it if there is such."""
    kept: dict[int, Version] = {}
    for one in standing:
        if not one.part or kept.get(one.saver, one).part:
            kept[one.saver] = one
    for one in standing:
        other = kept[one.saver]
        if other is not one:
            why = f"the same reviewer judged the article in annotation {other.number[1]}, too"
            yield Sign(one.delivery, DOUBLE, "", one.saver, None, why)


def _copies(versions: Sequence[Version], honest: Sequence[Version]) -> Iterator[Sign]:
    """Copies of what a colleague left, and what was saved by somebody who had made one."""
    authors: dict[tuple[str, int], int] = {}
    for one in versions:
        authors.setdefault(one.number, one.credited)
    seen: dict[int, tuple[float, int]] = {}
    for one in honest:
        other = _author(authors, one)
        if other is not None and other != one.saver:
            seen[one.saver] = min((one.made, other), seen.get(one.saver, (one.made, other)))
    for one in honest:
        if one.stands:
            yield from _copy(one, _author(authors, one), seen.get(one.saver))


def _copy(one: Version, author: int | None, seen: tuple[float, int] | None) -> Iterator[Sign]:
    copy_of = f"made as a copy of annotation {one.parent}"
    if author is not None and author != one.saver:
        yield Sign(one.delivery, COPIED, "", one.saver, author, copy_of)
    elif seen is not None and one.saved > seen[0]:
        why = "saved after the same reviewer had made a copy of another's work"
        yield Sign(one.delivery, SEEN, "", one.saver, seen[1], why)
    elif one.parent is not None and author is None:
        why = f"{copy_of}, which was never collected"
        yield Sign(one.delivery, UNKNOWN, "", one.saver, None, why)
    elif one.parent is None and one.shown is False:
        why = "not made from what reviewers are shown"
        yield Sign(one.delivery, UNSHOWN, "", one.saver, None, why)


def _author(authors: Mapping[tuple[str, int], int], one: Version) -> int | None:
    return None if one.parent is None else authors.get((one.number[0], one.parent))


def _same_regions(honest: Iterable[Version], rest: Iterable[Version]) -> Iterator[Sign]:
    """Regions that a colleague drew: their names are made up anew whenever somebody draws."""
    first = _first_saved((region, one) for one in honest for region in one.drawn)
    for one in rest:
        earlier = [_earlier(first[region], one.saver) for region in sorted(one.drawn)]
        other = min(filter(None, earlier), default=None)
        if other is not None:
            why = "it holds regions that another reviewer drew"
            yield Sign(one.delivery, SAME_REGIONS, "", one.saver, other[1], why)


def _same_words(honest: Sequence[Version], rest: Iterable[Version], text: str) -> Iterator[Sign]:
    """Words that a colleague had typed at the same claim."""
    first = _first_saved((typed, one) for one in honest for typed in one.typed)
    stock = _stock(honest)
    for one in rest:
        found: list[tuple[Typed, int, bool]] = []
        for typed in sorted(one.typed):
            earlier = _earlier(first[typed], one.saver)
            if earlier is None or typed.words.strip() in text or _letters(typed.words) < LETTERS:
                continue
            firm = earlier[0] <= _possible_from(honest, one, typed) and typed.words not in stock
            found.append((typed, earlier[1], firm))
        shared = Counter(other for _, other, firm in found if firm)
        for typed, other, firm in found:
            sure = firm and (_own(typed.words) >= OWN_LETTERS or shared[other] >= TOGETHER)
            yield _of_words(one, typed.region, other, sure=sure)


def _of_words(one: Version, region: str, other: int, *, sure: bool) -> Sign:
    if sure:
        why = "the words, blank by blank, that another reviewer had saved before"
        return Sign(one.delivery, PASTED, region, one.saver, other, why)
    return Sign(one.delivery, SAME_WORDS, region, one.saver, other, "the words of another reviewer")


def _first_saved(held: Iterable[tuple[Left, Version]]) -> dict[Left, dict[int, float]]:
    """When each reviewer first saved each of what was held."""
    first: dict[Left, dict[int, float]] = defaultdict(dict)
    for what, one in held:
        first[what][one.saver] = min(one.saved, first[what].get(one.saver, one.saved))
    return first


def _earlier(first: Mapping[int, float], reviewer: int) -> tuple[float, int] | None:
    """Who else saved it first, and when, if that was before this reviewer did."""
    others = [(saved, who) for who, saved in first.items() if who != reviewer]
    other = min(others, default=None)
    return other if other and other[0] < first[reviewer] else None


def _possible_from(honest: Sequence[Version], one: Version, typed: Typed) -> float:
    """The earliest moment at which the words may have been typed into this annotation."""
    own = [other for other in honest if other.annotation == one.annotation]
    first = min(other.saved for other in own if typed in other.typed)
    without = [other.saved for other in own if other.saved < first]
    return max([one.began, *without])


def _stock(honest: Iterable[Version]) -> set[str]:
    """Phrases that somebody uses at several claims."""
    used = {(one.saver, typed) for one in honest for typed in one.typed}
    often = Counter((saver, typed.words) for saver, typed in used)
    return {words for (_, words), times in often.items() if times > 1}


def _letters(words: str) -> int:
    return sum(map(str.isalpha, _ADDRESS.sub(" ", words)))


def _own(words: str) -> int:
    return sum(map(str.isalpha, _QUOTED.sub(" ", _ADDRESS.sub(" ", words))))
