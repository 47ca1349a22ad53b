"""Words spelled in letters of two scripts, such as a Latin word with a Cyrillic letter in it.

They come from bad scans, from keyboards left in the wrong layout and from people who hide words
from a search. They are found, never changed. Only scripts that look alike are compared: a Latin
word beside a Chinese one without a space is usual, and nobody takes the one for the other.
"""

import re
from bisect import bisect_right
from functools import lru_cache

LATIN, GREEK, CYRILLIC, ARMENIAN, COPTIC, CHEROKEE = (
    "Latin Greek Cyrillic Armenian Coptic Cherokee".split()
)
_RANGES = (
    (0x0041, 0x005A, LATIN),
    (0x0061, 0x007A, LATIN),
    (0x00AA, 0x00AA, LATIN),
    (0x00BA, 0x00BA, LATIN),
    (0x00C0, 0x02B8, LATIN),
    (0x0370, 0x03E1, GREEK),
    (0x03E2, 0x03EF, COPTIC),
    (0x03F0, 0x03FF, GREEK),
    (0x0400, 0x052F, CYRILLIC),
    (0x0531, 0x0587, ARMENIAN),
    (0x13A0, 0x13FD, CHEROKEE),
    (0x1C80, 0x1C8F, CYRILLIC),
    (0x1D00, 0x1D25, LATIN),
    (0x1D26, 0x1D2A, GREEK),
    (0x1D2B, 0x1D2B, CYRILLIC),
    (0x1D2C, 0x1D5C, LATIN),
    (0x1D5D, 0x1D61, GREEK),
    (0x1D62, 0x1D65, LATIN),
    (0x1D66, 0x1D6A, GREEK),
    (0x1D6B, 0x1DBF, LATIN),
    (0x1E00, 0x1EFF, LATIN),
    (0x1F00, 0x1FFF, GREEK),
    (0x2126, 0x2126, GREEK),
    (0x212A, 0x212B, LATIN),
    (0x2C60, 0x2C7F, LATIN),
    (0x2C80, 0x2CFF, COPTIC),
    (0x2DE0, 0x2DFF, CYRILLIC),
    (0xA640, 0xA69F, CYRILLIC),
    (0xA722, 0xA7FF, LATIN),
    (0xAB30, 0xAB65, LATIN),
    (0xAB70, 0xABBF, CHEROKEE),
    (0xFB00, 0xFB06, LATIN),
    (0xFF21, 0xFF3A, LATIN),
    (0xFF41, 0xFF5A, LATIN),
)
"""Letters of the scripts that look alike, from the Unicode standard; × and ÷ are no letters."""
_STARTS = [first for first, _, _ in _RANGES]

SYMBOLS = frozenset("βγδεζηθλμπστφχψωΓΔΘΛΞΠΣΦΨΩΩ")
"""Greek letters that stand for something in formulas and units and look like no Latin one."""
SYMBOL_WORD = 3
_LOOKALIKE = frozenset("ABCEHIJKMOPSTXY")
"""Latin capitals that have a twin in Cyrillic."""

_JOINERS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_WORD = re.compile(rf"[^\W\d_]++(?:[{_JOINERS}]++[^\W\d_]++)*")
_FOREIGN = re.compile("[\u0370-\u0587\u13a0-\u13fd\u1c80-\u1c8f\u1d00-\u1dbf\u1f00-\u1fff"
                      "\u2126\u2c80-\u2cff\u2de0-\u2dff\ua640-\ua69f\uab70-\uabbf]")  # fmt: skip


def mixed_words(text: str) -> list[tuple[int, int]]:
    """Where words stand whose letters come from several scripts, without those where it is usual.

    Parts of a word with a hyphen or a digit between are words of their own. Usual are units and
    formulas (`kΩ`, `μm`, `ΔT`), names of proteins (`TNFα`), and an acronym with a Cyrillic ending
    that nobody could take for Cyrillic (`VIPы`).
    """
    if _FOREIGN.search(text) is None:
        return []
    return [word.span() for word in _WORD.finditer(text) if _is_mixed(word[0])]


def _is_mixed(word: str) -> bool:
    if word.isascii():
        return False
    letters = [(letter, script) for letter in word if (script := script_of(letter))]
    scripts = {script for _, script in letters}
    if len(scripts) < 2:
        return False
    if scripts == {LATIN, GREEK}:
        return not _is_formula(letters)
    return not (scripts == {LATIN, CYRILLIC} and _is_acronym_with_ending(letters))


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str | None:
    """The script of a letter, among those that look alike; None for any other."""
    number = ord(letter)
    place = bisect_right(_STARTS, number) - 1
    if place < 0 or number > _RANGES[place][1] or not letter.isalpha():
        return None
    return _RANGES[place][2]


def _is_formula(letters: list[tuple[str, str]]) -> bool:
    """One Greek letter beside Latin ones, as in a unit, or in the name of a protein."""
    greek = [letter for letter, script in letters if script == GREEK]
    latin = [letter for letter, script in letters if script == LATIN]
    if len(greek) > 1:
        return False
    if len(letters) <= SYMBOL_WORD:
        return greek[0] in SYMBOLS
    return len(latin) > 1 and "".join(latin).isupper() and greek[0].islower()


def _is_acronym_with_ending(letters: list[tuple[str, str]]) -> bool:
    """Latin capitals, at least one of them without a Cyrillic twin, then small Cyrillic letters."""
    latin = "".join(letter for letter, script in letters if script == LATIN)
    cyrillic = "".join(letter for letter, script in letters if script == CYRILLIC)
    in_order = "".join(letter for letter, _ in letters) == latin + cyrillic
    is_known = len(latin) > 1 and latin.isupper() and not _LOOKALIKE.issuperset(latin)
    return in_order and is_known and cyrillic.islower()
