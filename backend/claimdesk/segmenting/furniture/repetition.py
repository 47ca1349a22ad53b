"""Lines that a publisher prints under everything: the strongest sign of furniture there is."""

import re
from collections.abc import Sequence

LONGEST_REPEATED = 300
FEWEST_ARTICLES = 3
MOST_SHARED = 0.5
_NUMBERS = re.compile(r"\d")


def line_key(line: str) -> str:
    """A line as it is compared between articles: folded, trimmed, every digit a 0."""
    return _NUMBERS.sub("0", " ".join(line.casefold().split()))


def repeated_lines(texts: Sequence[str]) -> frozenset[str]:
    """Keys of the lines that several different articles of one publisher have in common.

    A line of at most 300 characters that stands in three articles, of which no two have more than
    half of the shorter one in common, counted in characters: revisions and retellings of one
    report share its body, and for that they count as one article. Every two articles are
    compared, so give some hundreds at most: the latest.
    """
    articles = [_lengths(text) for text in texts]
    group = _groups(articles)
    seen: dict[str, set[int]] = {}
    for number, lengths in enumerate(articles):
        for key, length in lengths.items():
            if length <= LONGEST_REPEATED:
                seen.setdefault(key, set()).add(group[number])
    return frozenset(key for key, groups in seen.items() if len(groups) >= FEWEST_ARTICLES)


def _lengths(text: str) -> dict[str, int]:
    """The keys of an article's lines that say something, with their lengths."""
    keys = {line_key(line) for line in text.split("\n")}
    return {key: len(key) for key in keys if any(map(str.isalnum, key))}


def _groups(articles: Sequence[dict[str, int]]) -> list[int]:
    """The group of each article, named by its first member; close articles share one."""
    parent = list(range(len(articles)))
    sizes = [sum(lengths.values()) for lengths in articles]
    for number, lengths in enumerate(articles):
        for other in range(number):
            shared = sum(lengths[key] for key in lengths.keys() & articles[other].keys())
            if shared > MOST_SHARED * min(sizes[number], sizes[other]):
                one, two = _root(parent, number), _root(parent, other)
                parent[max(one, two)] = min(one, two)
    return [_root(parent, number) for number in range(len(articles))]


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number
