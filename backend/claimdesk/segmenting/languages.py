"""Which language a piece of text is in.

Letter statistics (py3langid) decide together with function words and, among neighbours that
share a script, the letters a language does not have. Where a script belongs to one language
nobody has to be asked, and where nothing is said in any language the answer is `und`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from math import exp, log
from typing import TYPE_CHECKING

from claimdesk.errors import StorageTrouble
from claimdesk.segmenting.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNKNOWN = "und"
LANGUAGES = tuple(FUNCTION_WORDS)
"""The languages a segment is told to be in unless its document says more."""

SURE, CLEAR, UNLIKELY = 0.5, 0.8, 0.1
FEWEST_LETTERS = 3
LETTERS_TO_DIFFER, WORDS_TO_DIFFER = 24, 4
LONGEST_LOOK = 600
SAMPLES, SAMPLE_LENGTH = 12, 300
WORD_WEIGHT, LETTER_WEIGHT, SENTENCE_TRUST = 0.9, 2.5, 1.6
MOST_WORDS, FEWEST_HITS, REMEMBERED = 40, 3, 16

FEWEST_TO_WEIGH, MOST_QUOTED = 2, 0.2
_QUOTED = re.compile(r"[“„«][^“”„«»\n]{1,600}[”»“]|\"[^\"\n]{1,600}\"|「[^「」\n]{1,600}」")

_SCRIPTS = (
    ("Latin", r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"),
    ("Cyrillic", r"\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f"),
    ("Greek", r"\u0370-\u03ff\u1f00-\u1fff"),
    ("Arabic", r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"),
    ("Hebrew", r"\u0590-\u05ff\ufb1d-\ufb4f"),
    ("Kana", r"\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"),
    ("Han", r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"),
    ("Hangul", r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"),
    ("Thai", r"\u0e00-\u0e7f"),
    ("Devanagari", r"\u0900-\u097f"),
    ("Armenian", r"\u0530-\u058f"),
    ("Georgian", r"\u10a0-\u10ff\u1c90-\u1cbf"),
)
_SCRIPT_RUNS = re.compile("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _SCRIPTS))
_ONE_LANGUAGE = {
    "Greek": "el",
    "Hangul": "ko",
    "Kana": "ja",
    "Thai": "th",
    "Armenian": "hy",
    "Georgian": "ka",
}
_WRITTEN_IN: dict[str, frozenset[str]] = {
    "Cyrillic": frozenset("be bg kk ky mk mn ru sr uk ba tt tg".split()),
    "Arabic": frozenset("ar fa ps ug ur ku sdh".split()),
    "Hebrew": frozenset({"he"}),
    "Han": frozenset("zh ja yue".split()),
    "Devanagari": frozenset("hi mr ne sa".split()),
}
_DIALECTS = frozenset("arz ary hbo wuu gom".split())
"""What the model takes short lines of a standard language for: they are never answered."""
_LACKS = {
    "ru": frozenset("іїєґўјљњћђџѓќѕ"),
    "uk": frozenset("ыэёъўјљњћђџѓќѕ"),
    "be": frozenset("ищъїєґјљњћђџѓќѕ"),
    "bg": frozenset("ыэёіїєґўјљњћђџѓќѕ"),
    "mk": frozenset("ыэёіїєґўйщъьюя"),
    "sr": frozenset("ыэёіїєґўйщъьюя"),
}
_EXPECTED = {"uk": ("і", 0.055), "be": ("і", 0.055), "ru": ("ыэё", 0.025), "bg": ("ъ", 0.015)}
_CYRILLIC_SPECIAL = frozenset().union(*_LACKS.values())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|\S{1,64}@[\w.-]{1,255}|[@#]\w{1,140}")


def identify(text: str, among: Iterable[str] | None = None) -> tuple[str, float]:
    """The BCP 47 tag of the language of a text and its probability, from 0 to 1.

    `among` limits the answer to some languages; without it all that the model knows (about a
    hundred) are possible, which finds strangers better and short texts worse. `("und", p)` for
    less than three letters, and where nothing reaches a half: names, codes, exclamations.
    Of a long text samples are looked at.
    """
    best, likely = _ranked(text, None if among is None else frozenset(among))
    return (best, likely[best]) if best != UNKNOWN else (UNKNOWN, likely.get(UNKNOWN, 0.0))


def tag(text: str, spans: Sequence[tuple[int, int]], document: str | None = None) -> list[str]:
    """One language for each span of a text, as BCP 47 tags without region.

    The language of the document, told or else found over the whole text, holds for what is too
    short to speak for itself, down to a single letter. A span in another script, or one that is
    long enough and clearly in another language, has its own.
    """
    own = primary(document) or document_language(text)
    script = _script_of_language(own, text)
    return [
        _tag_one(text[start : min(end, start + LONGEST_LOOK)], own, script) for start, end in spans
    ]


def document_language(text: str) -> str:
    """The language of most of a text, `und` if none can be made out; looks at samples only.

    What stands between quotation marks may be said in any language and is left out, unless
    little else remains. Where paragraphs speak different languages, the longer ones together win.
    """
    return _language_of(sample(text))


@lru_cache(maxsize=REMEMBERED)
def _language_of(told: str) -> str:
    plain = _QUOTED.sub(" ", told)
    if len(plain) < MOST_QUOTED * len(told):
        plain = told
    lines = [line for line in plain.split("\n") if line.strip()]
    spoken = {_spoken(line) for line in lines} - {UNKNOWN}
    if len(spoken) < FEWEST_TO_WEIGH:
        return identify(plain)[0]
    weights = dict.fromkeys([*sorted(spoken), UNKNOWN], 0.0)
    for line in lines:
        weights[_heard(line, spoken)] += sum(map(len, _WORD.findall(line)))
    del weights[UNKNOWN]
    best = max(weights, key=weights.__getitem__)
    level = [one for one in weights if weights[one] == weights[best]]
    return best if len(level) == 1 else identify(plain)[0]


def _spoken(line: str) -> str:
    """The language that the function words of a line settle, `und` where they do not."""
    hits: Counter[str] = Counter()
    for word in islice(_WORD.finditer(line.casefold()), MOST_WORDS):
        hits.update(_speakers().get(word.group(), ()))
    (best, most), (_, second) = [*hits.most_common(2), (UNKNOWN, 0), (UNKNOWN, 0)][:2]
    return best if most >= FEWEST_HITS and most >= 2 * second else UNKNOWN


@cache
def _speakers() -> dict[str, list[str]]:
    """The languages of every function word."""
    found: dict[str, list[str]] = {}
    for language, small in FUNCTION_WORDS.items():
        for word in small:
            found.setdefault(word, []).append(language)
    return found


def _heard(line: str, among: Iterable[str]) -> str:
    """The language of a line, out of few."""
    spoken = _spoken(line)
    return spoken if spoken != UNKNOWN else identify(line, among)[0]


def sample(text: str) -> str:
    """Pieces from all over a text, a few thousand characters at most."""
    if len(text) <= SAMPLES * SAMPLE_LENGTH:
        return text
    step = (len(text) - SAMPLE_LENGTH) // (SAMPLES - 1)
    return "\n".join(text[at * step : at * step + SAMPLE_LENGTH] for at in range(SAMPLES))


def primary(language: str | None) -> str | None:
    """`de` of `de-AT` or `de_AT`; None when nothing usable is said."""
    if not language:
        return None
    first = re.split("[-_]", language.strip().casefold(), maxsplit=1)[0]
    usable = first.isascii() and first.isalpha() and 2 <= len(first) <= 3 and first != UNKNOWN
    return first if usable else None


def script_of(text: str) -> str | None:
    """The script most letters are in, None without letters of a script known here."""
    counts = _count_scripts(text[:LONGEST_LOOK])
    if "Kana" in counts:
        counts["Han"] = counts.get("Han", 0) + counts.pop("Kana")
    return max(counts, key=counts.__getitem__) if counts else None


@cache
def _identifier() -> "LanguageIdentifier":
    """The model, read once; nothing changes it afterwards, so threads may share it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:  # it is unpacked into the folder for temporary files
        raise StorageTrouble(
            "The model that tells languages apart cannot be unpacked.",
            why=f"The folder for temporary files does not take it: {error.strerror}.",
            fix="Make room there, or name another folder in TMPDIR, and run it again.",
        ) from None


def _tag_one(piece: str, own: str, script: str | None) -> str:
    """The tag of one span in a document whose own language and script are known."""
    piece = _ADDRESS.sub(" ", piece)
    words = _WORD.findall(piece)
    letters = sum(map(len, words))
    if not letters or (letters < FEWEST_LETTERS and own == UNKNOWN):
        return UNKNOWN
    if own == UNKNOWN:
        return identify(piece, LANGUAGES)[0]
    if script and script_of(piece) not in (script, None):
        return identify(piece)[0]
    short = letters < LETTERS_TO_DIFFER or len(words) < WORDS_TO_DIFFER
    if short or speaks(words, own):
        return own
    best, likely = _ranked(piece, frozenset({*LANGUAGES, own}))
    differs = likely.get(best, 0.0) >= CLEAR and likely.get(own, 0.0) < UNLIKELY
    return best if differs else own


def speaks(words: Sequence[str], language: str) -> bool:
    """Whether function words settle it alone, so that the model need not be asked."""
    folded = [word.casefold() for word in words[:MOST_WORDS]]
    hits = {known: sum(word in small for word in folded) for known, small in FUNCTION_WORDS.items()}
    most = hits.pop(language, 0)
    return most >= FEWEST_HITS and most >= 2 * max(hits.values())


def _script_of_language(language: str, text: str) -> str | None:
    """The script a document in this language is in; the text tells where there are several."""
    for script, only in _ONE_LANGUAGE.items():
        if language == only:
            return "Han" if script == "Kana" else script
    for script in ("Arabic", "Hebrew", "Han", "Devanagari"):
        if language in _WRITTEN_IN[script] - {"ku", "ug"}:
            return script
    if language in FUNCTION_WORDS:
        return "Cyrillic" if language in _WRITTEN_IN["Cyrillic"] else "Latin"
    return script_of(sample(text))


def _ranked(text: str, among: frozenset[str] | None) -> tuple[str, dict[str, float]]:
    """The best language, or `und`, and how likely each is."""
    text = _ADDRESS.sub(" ", sample(text))
    words = _WORD.findall(text)
    if sum(map(len, words)) < FEWEST_LETTERS:
        return UNKNOWN, {}
    script = script_of(text)
    single = _single(text, script)
    if single and (among is None or single in among):
        return single, {single: 1.0}
    chances = dict(_identifier().rank(" ".join(text.split())))
    possible = _possible(set(chances), script, among)
    scores = _scores(chances, possible, [word.casefold() for word in words[:MOST_WORDS]])
    likely = _shares(scores)
    best = max(likely, key=likely.__getitem__, default=UNKNOWN)
    return (best if likely.get(best, 0.0) >= SURE else UNKNOWN), likely


def _single(text: str, script: str | None) -> str | None:
    """The language of a script that only one language is written in."""
    if script == "Han":
        return "ja" if "Kana" in _count_scripts(text) else None
    return _ONE_LANGUAGE.get(script or "")


def _possible(known: set[str], script: str | None, among: frozenset[str] | None) -> list[str]:
    """What a text in this script can be, in a fixed order."""
    written = _WRITTEN_IN.get(script or "")
    if written:
        known = known & written
    elif script == "Latin":
        elsewhere = _DIALECTS.union(*_WRITTEN_IN.values()) - {"sr", "ku"}
        known = known - elsewhere - set(_ONE_LANGUAGE.values())
    wanted = known if among is None else known & among
    return sorted(wanted - {"zxx"})


def _scores(chances: dict[str, float], possible: list[str], words: list[str]) -> dict[str, float]:
    """Logarithms of the model's chances, moved by small words and by letters.

    A line with small words is a sentence and not a row of names: there the model may be trusted
    more than it trusts itself.
    """
    special = set().union(*words) & _CYRILLIC_SPECIAL
    length = sum(map(len, words))
    hits = {
        one: sum(map(FUNCTION_WORDS[one].__contains__, words)) if one in FUNCTION_WORDS else 0
        for one in possible
    }
    trust = SENTENCE_TRUST if any(hits.values()) else 1.0
    return {
        one: trust
        * (
            log(max(chances[one], 1e-12))
            + WORD_WEIGHT * hits[one] ** 0.75
            - LETTER_WEIGHT * len(special & _LACKS.get(one, frozenset()))
            - _missing(one, special, length)
        )
        for one in possible
    }


def _missing(language: str, special: set[str], length: int) -> float:
    """How much a text of so many letters says by the frequent letters it does without."""
    letters, share = _EXPECTED.get(language, ("", 0.0))
    return 0.0 if special.intersection(letters) else share * length


def _shares(scores: dict[str, float]) -> dict[str, float]:
    """Scores as shares of one."""
    highest = max(scores.values(), default=0.0)
    weights = {language: exp(score - highest) for language, score in scores.items()}
    total = sum(weights.values())
    return {language: weight / total for language, weight in weights.items()}


def _count_scripts(text: str) -> dict[str, int]:
    """How many letters of each script."""
    counts: dict[str, int] = {}
    for name, length in _runs(text):
        counts[name] = counts.get(name, 0) + length
    return counts


def _runs(text: str) -> Iterator[tuple[str, int]]:
    for run in _SCRIPT_RUNS.finditer(text):
        yield run.lastgroup or "", run.end() - run.start()
