"""What a project's model sees of a sentence: the rules' reasons and the words themselves."""

from itertools import pairwise

from claimdesk.worth import lexicon as signs
from claimdesk.worth.lexicon import lexicon
from claimdesk.worth.rules import LONGEST

WORD, STEM, PAIR = "word:", "stem:", "pair:"
STEM_LENGTH = 5
NAME, FIGURE = "‹name›", "‹number›"
"""Names and figures count as such, or a model learns who is in the news."""
_SPEAKING = frozenset("?!%")


def grams(text: str, language: str) -> set[str]:
    """Words, beginnings of longer words and pairs of words, each once.

    Beginnings stand for the many forms of a word; letters without spaces between them (Chinese,
    Japanese, Thai) are taken in twos.
    """
    words = [word for token in signs.TOKEN.findall(text[:LONGEST]) for word in _words(token)]
    plain = words[:1] and [words[0].lower()]
    plain += [NAME if _is_name(word, language) else word.lower() for word in words[1:]]
    found = {f"{WORD}{word}" for word in plain}
    found |= {f"{STEM}{word[:STEM_LENGTH]}" for word in plain if len(word) > STEM_LENGTH + 1}
    found |= {f"{PAIR}{one} {two}" for one, two in pairwise(plain)}
    return found


def _words(token: str) -> list[str]:
    if token[0].isnumeric():
        return [FIGURE]
    if not token[0].isalpha():
        return [token] if token in _SPEAKING else []
    if token[0] >= "\u0e00" and not token[0].isupper() and not token[0].islower():
        return [token[at : at + 2] for at in range(max(1, len(token) - 1))]
    return [token]


def _is_name(word: str, language: str) -> bool:
    """A capital inside a sentence, where the language does not give one to every noun."""
    if not word[0].isupper():
        return False
    words = lexicon(language.partition("-")[0].lower())
    return not words.nouns_are_capitalised and not words[word] & (signs.DATE | signs.PRONOUN)
