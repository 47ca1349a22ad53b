"""Words of a sentence around a quotation, with their spans."""

import re
from dataclasses import dataclass

FARTHEST = 400  # code points looked at on either side of a quotation

# Vowel signs are no letters to `\w`; Hebrew writes a quotation mark into abbreviations.
_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u0963])"
_JOINT = r"(?:[’'ʼ‘\-‑\u200c\u200d]|(?<=[א-ת])[\"״](?=[א-ת]))"
_WORD = re.compile(
    rf"[^\W\d_]\.[-‑][^\W\d_](?=\.)|(?<!\S)[’'‘]t(?=\s)|{_LETTER}+(?:{_JOINT}{_LETTER}+)*"
)
_SMALL_INITIALS = re.compile(r"\.\s?\w\.")
_GOING_ON = re.compile(r"\.(?:\w|\s?[^\W\d_])")
# Letters without capitals; in Hindi, where no sentence ends with a stop, more than one of them.
_UNCASED_INITIAL = re.compile(r"[א-ת\u0621-\u064a\u0671-\u06d3]|[\u0900-\u097f]{1,3}")
ABBREVIATED = frozenset(
    """
    mr mrs ms dr prof st sen rep gov gen col lt sgt capt rev hon jr sr hr fr dipl ing mgr sra
    srta mme mlle sig dott dl dna проф акад др св г м ім adm cmdr maj insp supt dra srtas inż
    arch ing mgr mudr phdr judr dhr mevr drs кап інж инж канд докт техн наук корр зам гл г-н г-жа
    д-р κ κα δρ δικ د م أ
    """.split()
)
_ALSO_WORDS = frozenset("hon sen gen col fr".split())  # "hon" is she in Swedish
SHORT_FAMILY = frozenset("v d".split())  # `v. d. Heide`
_STOPPED = re.compile(r"[.!?…。！？؟।۔]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its span, its lower-case form, and the punctuation since the word before."""

    start: int
    end: int
    form: str
    capital: bool
    apart: str


def _abbreviates(word: str) -> bool:
    form = word.lower()
    return form in ABBREVIATED and (word[0].isupper() or form not in _ALSO_WORDS)


def _initial(text: str, word: str, stop: int) -> bool:
    """Whether a word before a full stop is a first name cut short, or half an abbreviation."""
    if len(word) == 1 and (word.isupper() or _SMALL_INITIALS.match(text, stop)):
        return True
    return word[1:2] == "." or bool(_UNCASED_INITIAL.fullmatch(word) and _going_on(text, stop))


def _going_on(text: str, stop: int) -> bool:
    return bool(_GOING_ON.match(text, stop))


def _second_initial(text: str, found: list[Token], word: str, stop: int) -> bool:
    """The `f.` of `t.f. rådman` and the `d.` of `v. d. Heide`."""
    if len(word) > 1 or not found or not (small(found[-1]) or found[-1].form in SHORT_FAMILY):
        return False
    family = found[-1].form in SHORT_FAMILY and word in SHORT_FAMILY
    behind = text[stop + 1 : stop + 3].lstrip()[:1]
    return behind.isupper() if family else behind.islower()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]`; initials and titles keep their full stop."""
    found: list[Token] = []
    last = start
    for match in _WORD.finditer(text, start, end):
        word, stop = match.group(), match.end()
        apart = text[last : match.start()].strip()
        form = word.lower()
        if text[stop : stop + 1] == ".":
            initial = _initial(text, word, stop)
            short = initial or _abbreviates(word) or _second_initial(text, found, word, stop)
            form += "." if initial and not word.islower() else ""
            stop += 1 if short else 0
        found.append(Token(match.start(), stop, form, word[0].isupper(), apart))
        last = stop
    return found


def stops_at(text: str, found: list[Token], index: int) -> bool:
    """Whether a sentence ends between the word before `index` and this word."""
    token = found[index]
    if not _STOPPED.search(token.apart) or index == 0:
        return index == 0 and bool(_STOPPED.search(token.apart))
    number = found[index - 1]
    alone = text[number.start - 1 : number.start].isspace() or number.start == 0
    ordinal = token.apart == "." and number.form.isdigit() and alone
    return not ordinal and not text[token.start].islower()


def cut_short(text: str, token: Token) -> bool:
    """Whether the word is an abbreviation, which names nobody alone: `Jh.`, `t.f.`, `корр.`."""
    if text[token.end - 1 : token.end] == ".":
        return True
    if text[token.end : token.end + 1] != ".":
        return False
    behind = text[token.end + 1 : token.end + 3]
    return behind[:1].isalpha() or (behind[:1].isspace() and behind[1:].islower())


def small(token: Token) -> bool:
    """Whether this is the first half of `a. D.`."""
    if token.form in SHORT_FAMILY:
        return False
    return len(token.form) == 1 and not token.capital and token.end > token.start + 1


def possessive(token: Token) -> bool:
    """`Vey’s` names a person, but not the speaker."""
    return token.form.endswith(("’s", "'s", "s’"))
