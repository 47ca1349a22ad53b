"""The characters that end, close and open sentences."""

import re

# Stops of languages that put a space behind them, and those that need none.
SPACED = ".!?…‥‼⁇⁈⁉؟።፧။᠃᠉꓿"
UNSPACED = "。！？｡．۔।॥։៕។"
ENDS = SPACED + UNSPACED
STRONG = frozenset("!?‼⁇⁈⁉؟！？")
CLOSERS = "\"'”’»›“‘«‹)\\]】」』）》〉*_`\u2060\u200f\u200e"
# Never open anything.
SURE_CLOSERS = "”’)\\]】」』）》〉"
CLOSING = " \u00a0\u202f\"'”’»›)]】」』"
OPENERS = "\"'“‘„‚«‹»›”’(\\[{¿¡「『（【《〈*_`\u2060\u200f\u200e"
DASHES = "-–—―−‒"
EMOJI = (
    "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff\ufe0f\u200d\u20e3"
    "\U000e0020-\U000e007f"
)
_FOOTNOTE = r"\[\d{1,3}\]|[¹²³⁴-⁹]"
# One run of stops, even with spaces inside (. . .), and what closes behind it, a footnote included.
# It begins with a set, which is what a search is fast for. Where no space follows a stop, a mark
# that may open as well as close belongs to the next sentence.
STOP = re.compile(
    rf"(?P<stop>[{ENDS};](?:(?<=;)(?=\s)"
    rf"|(?<=[.…])[.…]*+(?: [.…]++(?=\s|\Z|[{CLOSERS}]))*[{ENDS}]*+"
    rf"|(?<![.…;])[{ENDS}]*+(?: [!?]++(?=\s|\Z|[{CLOSERS}]))*))"
    rf"(?P<closers>(?<![{UNSPACED}])(?:[{CLOSERS}]++|{_FOOTNOTE})*"
    rf"|(?:[\"'*_»›{SURE_CLOSERS}]++|[{CLOSERS}](?=\s|\Z)|{_FOOTNOTE})*)"
)
# Punctuation, emoji and emoticons that stand apart and still belong to what they follow.
TRAIL = re.compile(
    rf"[{EMOJI}]++|[^\S\n]{{0,2}}+[{SURE_CLOSERS}»›]++(?![^\W_])"
    r"|[^\S\n]?+(?:[:;=8][-']?[()DPpO/|*]++(?![^\W_])|\^_*+\^)"
)
# Emoji apart from the stop they follow, unless they point to what comes (👉 📷).
_ANNOUNCES = "👉👇☞➡→▶➤📷📸📹🎥📍📌📞☎📧✉🔗✅✔☑⚠🔴🔵🟢"
EMOJI_APART = re.compile(
    rf"(?:[^\S\n](?![{_ANNOUNCES}])[{EMOJI}]++(?=\s|\Z))+(?=\s*+(?:\Z|[\"“„«¿¡(]))"
)
EMOJI_FIRST = re.compile(rf"[{EMOJI}]")
CHARACTERS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〆\uf900-\ufaff]{2}")
SPACE = re.compile(r"\s*+")
_WORD = r"[^\W_]+(?:['’.-][^\W_]+)*"
WORD = re.compile(_WORD)
# What follows a stop: a dash, marks that open, what an apostrophe leaves of a word ('s), a word.
AHEAD = re.compile(
    rf"(?P<dash>[{DASHES}]{{1,3}}\s{{0,2}})?(?P<marks>[{OPENERS}]{{0,6}})"
    rf"(?:(?<=['’‘])[stnkm]\s{{1,3}}(?=[A-Z]))?\s?(?P<word>{_WORD})?"
)
SPELLED = re.compile(r"(?:[^\W\d_]{1,2}\.\s?){1,3}[^\W\d_]{1,2}\Z")
# A letter with its vowel signs, letters with stops between them, or J-P.
INITIALS = re.compile(
    r"[^\W\d_][\W_]{0,2}\Z|[^\W\d_]-[^\W\d_]\Z"
    r"|-?[^\W\d_]{1,2}-?(?:\.-?[^\W\d_]{1,2}-?){1,9}\Z"
)
ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})[.)]\s")
SECOND_ENTRY = re.compile(r"[.;!?][\"'”»)]?\s2\.\s")
# What a Chinese clause that needs no subject of its own begins with, behind speech.
WITHOUT_SUBJECT = re.compile(r"(?:然[后後]|[便并並]|[转轉]身)(?![，他她它我你])")
ROMAN = re.compile(r"[IVXLCDM]{1,7}\Z")
# No sentence yet: nothing but marks, or a number or letter in front of an entry.
NOTHING_YET = re.compile(
    r"[^\w]*+\Z|\s*+[^\w]{0,3}"
    r"(?P<number>(?:P\.? ?)?P\.? ?S|\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxIVX]{1,4})\s*+\Z"
)
FIELD = re.compile(r"[a-z_-]{2,20}: ")
ADDRESS = re.compile(r"(?:https?://|www\.)\w")
# The run of them is taken whole or not at all.
HASHTAGS = re.compile(r"(?=((?:#\w+\s*)+))\1(?:\W|\Z)|\u2800")
CASUAL_START = re.compile(r"[.!?](?<=[^\W\d_]{4}.)\s++([^\W\d_])")


def is_small(letter: str) -> bool:
    """Whether a letter is a small one in a script whose sentences begin with capitals."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"
