"""The rules: signs of a checkable statement add points, signs of something else take them away.

Nothing is trained and nothing hidden: a sentence's points are the sum of the weights of its
reasons, and its score is that sum squeezed into 0 to 1, so that it can be ordered and shown.
"""

import math
import re
from dataclasses import dataclass

from claimdesk.worth import lexicon as signs
from claimdesk.worth.lexicon import Lexicon, lexicon

WEIGHTS: dict[str, float] = {
    "number": 0.8,
    "numbers": 0.4,
    "quantity": 0.4,
    "percent": 0.6,
    "money": 0.6,
    "date": 0.5,
    "name": 0.5,
    "organisation": 0.4,
    "reported": 0.4,
    "cause": 0.4,
    "comparison": 0.6,
    "event": 0.6,
    "title": 0.4,
    "opinion": -1.0,
    "question": -1.5,
    "future": -0.8,
    "imperative": -1.2,
    "hedge": -0.4,
    "short": -0.8,
    "pronoun": -0.4,
    "furniture": -3.0,
}
"""Points per reason: above zero for what can be checked, below for what cannot."""
START = -0.8
"""Points of a sentence about which nothing is known."""
EXPLAINED: dict[str, str] = {
    "number": "gives a number",
    "numbers": "gives several numbers that can be compared",
    "quantity": "counts or measures something",
    "percent": "gives a share in percent",
    "money": "gives an amount of money",
    "date": "says when",
    "name": "names somebody or something",
    "organisation": "speaks of an organisation, an office or a place",
    "reported": "says who said it",
    "cause": "says why something happened",
    "comparison": "compares, or says that something rose or fell",
    "event": "tells that something happened",
    "title": "is the headline, which most people read",
    "opinion": "gives an opinion or says what ought to be",
    "question": "asks a question",
    "future": "speaks of what is still to come",
    "imperative": "calls on the reader to do something",
    "hedge": "is vague, and nothing in it is exact",
    "short": "is very short",
    "pronoun": "is about somebody or something named elsewhere",
    "furniture": "belongs to the page, not to the story",
}
"""What each reason says of the sentence, in plain words."""

LONGEST = 2_000
"""Characters read of one sentence; what is longer is judged by its beginning."""
FEW_WORDS = 4
FEW_LETTERS = 20
FEW_WIDE_LETTERS = 8
FURNITURE = frozenset({"boilerplate", "byline", "heading"})
_QUESTION_MARKS = frozenset("?？؟՞⁇‽;")
_GREEK_QUESTION_MARK = ";"
_CLOSING = "”“\"’'»«)]›‹‘ \t\n\u00a0.…!"
_WIDE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff]")
_FIGURES = signs.NUMBER | signs.NUMBER_WORD
_NO_NAME = signs.DATE | signs.PRONOUN
_NO_NOUN_NAME = signs.NUMBER_WORD | signs.MONEY | signs.UNIT | signs.PERCENT
_EXACT = frozenset("number date name reported organisation event".split())


@dataclass(frozen=True)
class Worth:
    """How much a sentence is worth checking, 0 to 1, and the codes of the reasons why.

    A code of the rules stands in `EXPLAINED`; `explain` also knows those of a project's model.
    """

    score: float
    reasons: tuple[str, ...]


def rate(
    text: str, *, language: str = "und", role: str = "body", attributed: bool = False
) -> Worth:
    """Rate one segment: more for what can be checked. It orders, and never hides.

    `language` is a tag such as `de` or `pt-BR`; where we have no words for it, figures, capitals
    and question marks speak alone. `attributed` says that a speaker is known from elsewhere.
    """
    found = reasons(text, language=language, role=role, attributed=attributed)
    return Worth(squeezed(points(found)), found)


def reasons(text: str, *, language: str, role: str, attributed: bool) -> tuple[str, ...]:
    """The codes of all that speaks for and against a segment, in the order of `WEIGHTS`."""
    primary = language.partition("-")[0].lower()
    words = lexicon(primary)
    tokens = signs.TOKEN.findall(text[:LONGEST])
    marked = [words[token] for token in tokens]
    seen = 0
    for sign in marked:
        seen |= sign
    if seen & signs.PHRASE:
        seen |= _phrases(tokens, marked, words)
    found: set[str] = set()
    if seen & (_FIGURES | signs.DATE):
        found |= _figures(marked, seen)
    found |= _words(marked, seen)
    if seen & (signs.CAPITAL | signs.TITLE) and _named(tokens, marked, words):
        found.add("name")
    if attributed:
        found.add("reported")
    if role == "title":
        found.add("title")
    if role in FURNITURE:
        found.add("furniture")
    if _asks(text, primary):
        found.add("question")
        found.discard("imperative")
    if seen & signs.HEDGE and found.isdisjoint(_EXACT):
        found.add("hedge")
    found |= _shape(text, marked, found)
    return tuple(code for code in WEIGHTS if code in found)


def points(found: tuple[str, ...]) -> float:
    """The sum of the weights, on which the order rests."""
    return START + sum(WEIGHTS[code] for code in found)


def squeezed(total: float) -> float:
    """Points between 0 and 1, to four digits; no points are a half."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


def _phrases(tokens: list[str], marked: list[int], words: Lexicon) -> int:
    """Mark the first word of every phrase with what the phrase says; all that was found."""
    seen = 0
    for index, sign in enumerate(marked):
        if not sign & signs.PHRASE:
            continue
        first = tokens[index].lower().replace("’", "'").rpartition("'")[2 if words.elides else 0]
        for rest, says in words.phrases.get(first or tokens[index].lower(), ()):
            if _follows(tokens, index + 1, rest):
                marked[index] |= says
                seen |= says
    return seen


def _follows(tokens: list[str], start: int, rest: tuple[str, ...]) -> bool:
    told = tokens[start : start + len(rest)]
    return len(told) == len(rest) and all(a.lower() == b for a, b in zip(told, rest, strict=True))


def _figures(marked: list[int], seen: int) -> set[str]:
    """Numbers, what they count, and dates; the 12 of 12 March is no number of its own."""
    found = {"date"} if seen & signs.DATE else set()
    counted = 0
    for index, sign in enumerate(marked):
        if not sign & _FIGURES:
            continue
        if sign & signs.NUMBER and _of_a_date(marked, index):
            continue
        counted += index == 0 or not marked[index - 1] & _FIGURES
        if any(other & signs.UNIT for other in marked[index + 1 : index + 4]):
            found.add("quantity")
    if counted:
        found.add("number")
        found |= {"numbers"} if counted > 1 else set()
        found |= {"percent"} if seen & signs.PERCENT else set()
        found |= {"money"} if seen & signs.MONEY else set()
    return found


def _of_a_date(marked: list[int], index: int) -> bool:
    near = marked[max(0, index - 1) : index + 3]
    return any(sign & signs.DATE and sign & signs.WORD for sign in near)


_PLAIN = (
    (signs.PLACE, "organisation"),
    (signs.SAID, "reported"),
    (signs.CAUSE, "cause"),
    (signs.COMPARED, "comparison"),
    (signs.HAPPENED, "event"),
    (signs.OPINION, "opinion"),
    (signs.FUTURE, "future"),
)


def _words(marked: list[int], seen: int) -> set[str]:
    found = {code for sign, code in _PLAIN if seen & sign}
    if seen & signs.PARTICIPLE and seen & signs.AUXILIARY:
        found.add("event")
    if seen & signs.FUTURE_AUXILIARY and seen & signs.INFINITIVE and _to_come(marked):
        found.add("future")
    if seen & (signs.COMMAND | signs.PRONOUN | signs.MAYBE_HAPPENED):
        first = next((sign for sign in marked if sign & signs.WORD), 0)
        if first & signs.COMMAND:
            found.add("imperative")
        if first & signs.PRONOUN:
            found.add("pronoun")
        if first & signs.MAYBE_HAPPENED:
            found.add("event")
    return found


def _to_come(marked: list[int]) -> bool:
    """An infinitive stands beside its auxiliary or at the end of a clause."""
    fences = [signs.FUTURE_AUXILIARY, *marked, 0]
    return any(
        sign & signs.INFINITIVE
        and (
            (index > 1 and fences[index - 1] & signs.FUTURE_AUXILIARY)
            or not fences[index + 1] & signs.WORD
            or fences[index + 1] & signs.FUTURE_AUXILIARY
        )
        for index, sign in enumerate(fences[:-1])
    )


def _named(tokens: list[str], marked: list[int], words: Lexicon) -> bool:
    """A capital that neither the start of a sentence nor the language's spelling explains."""
    capitals = [index for index, sign in enumerate(marked) if sign & signs.CAPITAL]
    nouns = words.nouns_are_capitalised
    if not nouns and len(capitals) > 3 and _shouts(capitals, marked):
        return False
    excluded = _NO_NAME | (_NO_NOUN_NAME if nouns else 0)
    before = -2
    for index in capitals:
        if marked[index] & excluded or _opens(tokens, marked, index):
            continue
        if not nouns or marked[index] & signs.ACRONYM:
            return True
        if before == index - 1 or (index and marked[index - 1] & signs.TITLE):
            return True
        before = index
    return False


def _shouts(capitals: list[int], marked: list[int]) -> bool:
    """A headline in which nearly every word has a capital names nobody by it."""
    return len(capitals) > 0.7 * sum(1 for sign in marked if sign & signs.WORD)


def _opens(tokens: list[str], marked: list[int], index: int) -> bool:
    """Whether a capital is due to what stands before it; a stop after `Dr` or `J` is none."""
    if index == 0:
        return True
    if not marked[index - 1] & signs.OPENS:
        return False
    short = index > 1 and marked[index - 2] & signs.CAPITAL and len(tokens[index - 2]) <= 3
    return not (tokens[index - 1] == "." and short)


def _asks(text: str, language: str) -> bool:
    """Whether the last mark is a question mark, whatever closes after it."""
    last = text[-200:].rstrip(_CLOSING)[-1:]
    return last in _QUESTION_MARKS and (last != _GREEK_QUESTION_MARK or language == "el")


def _shape(text: str, marked: list[int], found: set[str]) -> set[str]:
    """Shortness, and a pronoun that does stand for something named in the same sentence."""
    if "pronoun" in found and not found.isdisjoint(("name", "number", "date", "organisation")):
        found.discard("pronoun")
    count = sum(1 for sign in marked if sign & (signs.WORD | signs.NUMBER | signs.DATE))
    if count >= FEW_WORDS:
        return set()
    wide = _WIDE.search(text[:LONGEST])
    return {"short"} if len(text) < (FEW_WIDE_LETTERS if wide else FEW_LETTERS) else set()
