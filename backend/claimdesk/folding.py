"""Texts as they are searched: without what differs from one writing of a word to the next."""

import re
from unicodedata import normalize

ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]")
"""Marks that texts may have or leave out: accents, and the vowels of Hebrew and Arabic. Those that
make another letter, as in Japanese and the scripts of India, stay."""


def folded(text: str) -> str:
    """The text as it is searched: without case, accents, wide letters, and kinds of blanks."""
    return " ".join(letters(text).split())


def letters(text: str) -> str:
    """The same with every blank where it was."""
    if not text.isascii():
        text = ACCENTS.sub("", normalize("NFKD", normalize("NFKD", text).casefold()))
    return text.casefold()
