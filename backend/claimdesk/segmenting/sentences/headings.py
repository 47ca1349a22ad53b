"""Headings that ran into the sentence after them."""

from claimdesk.segmenting.sentences.words import Words

_LONGEST = 80


def run_on(text: str, start: int, end: int, words: Words) -> int:
    """Where the sentence begins behind a heading in capitals, else `start`.

    `THE FIRST HEARING Every tree …`: two words in capitals at least, no mark between them, one of
    them neither short nor a word that opens sentences; then such a word, and small letters.
    """
    if not text[start : min(end, start + 2)].isupper():
        return start
    said = text[start : min(end, start + _LONGEST)].split(" ")[:-1]
    count = 0
    while count + 1 < len(said) and _capital(said[count], said[count + 1]):
        count += 1
    named = any(len(word) > 3 and word.lower() not in words.openers for word in said[:count])
    if count < 2 or not named or not _begins(said[count:], words):
        return start
    return start + sum(len(word) + 1 for word in said[:count])


def _capital(word: str, following: str) -> bool:
    """Whether a word belongs to the heading; one letter does where more capitals follow."""
    whole = word.isupper() and word.replace("-", "").replace("’", "").isalnum()
    return whole and (len(word) > 1 or (following.isupper() and len(following) > 1))


def _begins(said: list[str], words: Words) -> bool:
    """Whether a sentence begins: a word that opens one, then small letters."""
    first, second = [*said, "", ""][:2]
    plain = first[:1].isupper() and (len(first) == 1 or first[1:].islower())
    return plain and first.lower() in words.openers and second.isalpha() and second.islower()
