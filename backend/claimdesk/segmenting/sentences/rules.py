"""Whether a stop ends its sentence."""

from claimdesk.segmenting.sentences import marks
from claimdesk.segmenting.sentences.stops import LONGEST_WORD, LOOK_AHEAD, Next, Stop, following
from claimdesk.segmenting.sentences.words import Words

_LONGEST_NUMBER, _LONGEST_PLACE, _SHORTEST_REPORT = 40, 40, 40
_LONGEST_SHORT, _LONGEST_TIME = 4, 6
_LONGEST_ENTRY = 400
_GOES_ON = frozenset(["ثم"])
_FIRMS = frozenset("Inc Corp Ltd Co LLC PLC plc GmbH AG".split())
_ROMAN = frozenset("IVXLCDM")
_DIGRAPHS = frozenset("дж дз ch chr th ph sz cs gy zs yu ya zh sh st ст ль йо".split())
_PLACES = frozenset(
    "com org net edu gov info html htm php pdf doc txt exe jpg png csv js py".split()
)
_CLOCK = frozenset("a.m p.m".split())
_CLOCK_FOLLOWS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday est edt et cet cest gmt utc pst pdt
    pt ct mt bst eastern pacific central""".split()
)


def breaks(stop: Stop) -> bool:
    """Whether the sentence ends with the stop."""
    if _plain(stop):
        return True
    if stop.run[-1] in marks.UNSPACED:
        return _unspaced(stop)
    if _between_characters(stop):
        return _unspaced(stop)
    ahead = following(stop)
    if stop.run == ";":
        return _semicolon(stop, ahead)
    if stop.following == stop.after:
        return _without_space(stop, ahead)
    return _with_space(stop, ahead)


def _with_space(stop: Stop, ahead: Next) -> bool:
    if not ahead.word or _addresses(stop, ahead):
        return _before_symbols(stop, ahead)
    if _enumerates(stop) or _first_of_row(stop) or (stop.leading and _dateline(stop, ahead)):
        return False
    if marks.EMOJI_APART.match(stop.text, stop.at + len(stop.run), stop.after):
        return not _abbreviated(stop, ahead)
    if ahead.lower:
        return _before_small(stop, ahead)
    if not marks.STRONG.isdisjoint(stop.run):
        return not (_attributed(stop, ahead) or _firm(stop, ahead))
    return not _abbreviated(stop, ahead)


def _dateline(stop: Stop, ahead: Next) -> bool:
    """`PORT SALLOW. The …`: a place in capitals in front of a longer sentence in small letters."""
    if stop.run != "." or not stop.before.isupper():
        return False
    place = stop.text[stop.first : min(stop.at, stop.first + _LONGEST_PLACE + 1)]
    words = place.replace("-", " ").split()
    if not place.isupper() or len(place) > _LONGEST_PLACE or not 1 <= len(words) <= 5:
        return False
    named = all(word.strip("'’").isalpha() for word in words) and len(words[0]) > 1
    plain = words[0].lower() not in stop.words.openers and max(map(len, words)) > _LONGEST_SHORT
    starts = ahead.word[1:].islower() or ahead.opens(stop.words)
    longer = stop.text.find(".", stop.following, stop.following + _SHORTEST_REPORT) < 0
    return named and plain and starts and not ahead.dash and longer


def _addresses(stop: Stop, ahead: Next) -> bool:
    """Whether an address of the web follows."""
    web = ahead.word.startswith(("http", "www"))
    return web and bool(marks.ADDRESS.match(stop.text, stop.following))


def _plain(stop: Stop) -> bool:
    """Nine in ten: an ordinary word, one full stop, a space, and a capital letter."""
    word = stop.before
    return (
        len(word) > _LONGEST_SHORT
        and stop.run == "."
        and stop.at + 1 == stop.after < stop.following
        and word.isalpha()
        and not word.isupper()
        and stop.text[stop.following].isupper()
        and word.lower() not in stop.words.known
        and not (stop.words.ordinals and word.endswith("str"))
    )


def _semicolon(stop: Stop, ahead: Next) -> bool:
    """It separates sentences where the next one opens as sentences do, and asks in Greek."""
    if stop.before.startswith("&") or not ahead.word:
        return False
    greek = stop.before[:1] >= "\u0370" and stop.before[:1] <= "\u03ff"
    if greek:
        return not ahead.lower
    return ahead.word[0].isupper() and ahead.opens(stop.words) and not ahead.dash


def _before_symbols(stop: Stop, ahead: Next) -> bool:
    """No word follows: emoji and rows of stars stand alone, other signs and hashtags do not."""
    if marks.HASHTAGS.match(stop.text[stop.following : stop.following + LOOK_AHEAD]):
        return False
    sign = stop.text[stop.following]
    row = stop.text[stop.following + 1 : stop.following + 2] == sign
    return (row or sign not in ",;:!)/%°=&+×-–—|") and not _abbreviated(stop, ahead)


def _between_characters(stop: Stop) -> bool:
    """Whether half-width `?` and `!` stand between Chinese or Japanese characters (来了吗?没有)."""
    near = stop.following == stop.after and not marks.STRONG.isdisjoint(stop.run)
    around = stop.text[stop.at - 1 : stop.at] + stop.text[stop.after : stop.after + 1]
    return near and stop.at > stop.first and bool(marks.CHARACTERS.match(around))


def _unspaced(stop: Stop) -> bool:
    """Chinese, Japanese, Hindi, Armenian: a stop is a stop, unless a quotation is reported."""
    following = stop.text[stop.following : stop.following + 12]
    if not stop.closed:
        return True
    said = stop.text[max(stop.first, stop.at - LOOK_AHEAD) : stop.at]
    if marks.WITHOUT_SUBJECT.match(following) and "：" in said:
        return False
    if following[:1] in ("と", "、", "，", "，", "って", "の", "を", "が", "に", "は", "も"):
        return False
    speaks = min(
        (following.find(verb) for verb in "说說问問道喊称稱答" if verb in following), default=-1
    )
    clause = min((following.find(mark) for mark in "，。、！？：" if mark in following), default=12)
    return not 0 <= speaks < clause


def _without_space(stop: Stop, ahead: Next) -> bool:
    """A space lost behind the stop: small letters before, a capital after, and no address."""
    word = ahead.word
    if ahead.dash or not word[:1].isupper() or stop.text[stop.following] != word[0]:
        return False
    if stop.closed and not set(stop.closed) & set("”»)"):
        return False
    before = stop.before
    plain = before.isalpha() and len(before) >= 2 and before[1:].islower()
    starts = word[1:2].islower() or ahead.opens(stop.words)
    known = before.lower() in stop.words.titles or before.lower() in stop.words.either
    return plain and starts and not known and "." not in word and word.lower() not in _PLACES


def _enumerates(stop: Stop) -> bool:
    """Nothing yet but dots and marks, or a number or letter in front of an entry of a list."""
    if stop.at - stop.first > _LONGEST_SHORT * 2 and stop.text[stop.first].isalpha():
        return False
    reach = min(stop.at, stop.first + _LONGEST_NUMBER)
    found = marks.NOTHING_YET.match(stop.text, stop.first, reach)
    if not found:
        return False
    return not found["number"] or (stop.run == "." and not stop.closed)


def _first_of_row(stop: Stop) -> bool:
    """`There are three reasons: 1. It is late. 2. …`: the first of entries in one line."""
    if stop.run != "." or stop.before != "1" or stop.closed:
        return False
    head = stop.so_far.rstrip()
    named = head.endswith((":", "：")) and not head[:-1].rstrip()[-1:].isdigit()
    reach = stop.following + _LONGEST_ENTRY
    return named and bool(marks.SECOND_ENTRY.search(stop.text, stop.following, reach))


def _firm(stop: Stop, ahead: Next) -> bool:
    """`Yahoo! Inc.`: a name with a mark in it."""
    return stop.run == "!" and ahead.word in _FIRMS and stop.before[:1].isupper()


def _before_small(stop: Stop, ahead: Next) -> bool:
    """Small letters follow: only where the writer begins sentences so, or a list goes on."""
    numbered = marks.ENUMERATOR.match(stop.text, stop.following, stop.following + LOOK_AHEAD)
    if ahead.dash or (stop.closed and not numbered):
        return False
    if numbered:
        apart = len(stop.before) > 2 or stop.text[stop.at - 1] in marks.SURE_CLOSERS
        return apart and not _abbreviated(stop, ahead)
    ends = stop.casual and len(stop.run.strip(".…")) + (stop.run == ".") > 0
    if not ends or len(stop.before) < 2 or "." in stop.before:
        return False
    if ahead.word.lower() in stop.words.speech:
        return False
    lately = stop.text[max(stop.first, stop.at - 60) : stop.at]
    return lately.rfind("(") <= lately.rfind(")") and not _abbreviated(stop, ahead)


def _attributed(stop: Stop, ahead: Next) -> bool:
    """`“Is it?” Mary asked.`: names and a verb of speech behind the closing mark."""
    if not set(stop.closed) & set("\"”“»«’'") or ahead.marks:
        return False
    window = stop.text[stop.following : stop.following + LOOK_AHEAD].split()
    for place, word in enumerate(window[:6]):
        bare = word.rstrip(".,:;!?")
        if (place or not bare[:1].isupper()) and bare in stop.words.speech:
            return True
        if not bare[:1].isupper() or (bare != word and len(bare) > 3):
            return False
    return False


def _abbreviated(stop: Stop, ahead: Next) -> bool:
    """Whether the full stop belongs to the word before it and the sentence goes on."""
    word = stop.before
    if stop.run != "." or not word:
        return False
    if _doubled(word) and (_doubled(ahead.word) or _doubled(_former(stop))):
        return not _opens_anew(ahead, stop.words)
    if word not in stop.words.titles and _numeric(word):
        return _ordinal(word, ahead, stop)
    clause = stop.closed and ahead.word in _GOES_ON
    if clause or _bracketed(stop) or _degree(stop, ahead):
        return True
    for form in _forms(word, stop):
        goes_on = _known(form, ahead, stop)
        if goes_on is not None:
            return goes_on
    return _initial(word, ahead, stop)


def _bracketed(stop: Stop) -> bool:
    """`(ret.) Whitlock`, `(lat. Ursa)`: a short word in small letters that opens a bracket."""
    if not 1 < len(stop.before) <= _LONGEST_SHORT or not marks.is_small(stop.before):
        return False
    opened = stop.at - len(stop.before) - 1
    return opened > stop.first and stop.text[opened] == "(" and stop.closed in ("", ")")


def _degree(stop: Stop, ahead: Next) -> bool:
    """`Prof. em. Dr.`: a short word in small letters behind a title."""
    short = 1 < len(stop.before) <= _LONGEST_SHORT and marks.is_small(stop.before)
    return (
        short
        and stop.before.isalpha()
        and stop.before not in stop.words.known
        and _former(stop).lower() in stop.words.titles
        and ahead.word[:1].isupper()
        and not _opens_anew(ahead, stop.words)
    )


def _forms(word: str, stop: Stop) -> list[str]:
    """The word with letters in front of it (z. B.), alone, and behind an apostrophe or hyphen."""
    forms = [word]
    if len(word) <= 2:
        lately = stop.text[max(stop.first, stop.at - 12) : stop.at]
        spelled = marks.SPELLED.search(lately) if "." in lately else None
        if spelled:
            forms.insert(0, "".join(spelled.group().split()))
    if not word.isalpha():
        forms.extend(word.rsplit(mark, 1)[-1] for mark in "'’-/(–—" if mark in word)
    return forms


def _known(word: str, ahead: Next, stop: Stop) -> bool | None:
    """Whether the sentence goes on behind a word of the tables; None for any other word."""
    words, small = stop.words, word.lower()
    if small not in words.known:
        street = words.ordinals and small.endswith("str") and len(small) > _LONGEST_SHORT
        return not _opens_anew(ahead, words) if street else None
    counted = small in words.numbers and _numeric(ahead.word) and not ahead.dash
    if counted or (small in _CLOCK and ahead.word.lower() in _CLOCK_FOLLOWS):
        return True
    if small in words.units and _counts_before(stop):
        return _measures(ahead, stop)
    if small in words.ends or word in words.ends:
        return ahead.marks[:1] in ("(", "[")
    if small in words.titles or word in words.titles:
        return _titled(word, ahead, stop)
    return _either(word, ahead, stop) if small in words.either or word in words.either else None


def _titled(word: str, ahead: Next, stop: Stop) -> bool:
    """What it belongs to follows, unless marks closed with it or it is a letter and a unit."""
    letter = len(word) == 1 and word.islower()
    anew = (stop.closed or letter) and ahead.opens(stop.words)
    return not anew and not _unit(word, stop)


def _either(word: str, ahead: Next, stop: Stop) -> bool:
    """It ends before a word that opens sentences; a duration (2019 r.) before any capital."""
    goes_on = not _opens_anew(ahead, stop.words)
    if goes_on and word.lower() in stop.words.durations and _figure_before(stop):
        return _short_clause(stop)
    return goes_on


def _measures(ahead: Next, stop: Stop) -> bool:
    """Behind a unit it goes on with names in capitals (США, TL), in brackets, and unsure."""
    if _opens_anew(ahead, stop.words):
        return False
    so_far, word = stop.so_far, ahead.word
    bracketed = so_far.rfind("(") > so_far.rfind(")")
    return bracketed or not word[:1].isupper() or word[1:].isupper()


def _counts_before(stop: Stop) -> bool:
    """Whether a number stands before the word, one in words like млн aside."""
    said = stop.so_far.rsplit(None, 2)
    if said and said[-1].rstrip(".").lower() in stop.words.scales:
        said.pop()
    return bool(said) and _numeric(said[-1].lstrip("("))


def _figure_before(stop: Stop) -> bool:
    """Whether a number stands before the word before the stop (2019 r., XX w.)."""
    said = stop.so_far.rsplit(None, 1)
    return bool(said) and _numeric(said[-1].lstrip("(").split("-")[0].split("–")[0])


def _short_clause(stop: Stop) -> bool:
    """`W 2019 r. Zarząd …`: no more yet than the time, or a bracket in which it stands."""
    so_far = stop.so_far
    if so_far.rfind("(") > so_far.rfind(")"):
        return True
    clause = so_far.rsplit(",", 1)[-1].split(None, _LONGEST_TIME + 1)
    if not clause or len(clause) > _LONGEST_TIME:
        return False
    return clause[0][0].isdigit() or clause[0].lower() in stop.words.openers


def _numeric(word: str) -> bool:
    return word[:1].isdigit() or (word[:1] in _ROMAN and bool(marks.ROMAN.match(word)))


def _initial(word: str, ahead: Next, stop: Stop) -> bool:
    """One letter, letters with stops between them, and the two-letter initials of names.

    Of single letters only capitals are initials; what small ones stand for is in the tables,
    unless more letters with a stop stand beside them (a. D.).
    """
    if _opens_anew(ahead, stop.words) or word.lower() in stop.words.ends:
        return False
    if len(word) == 1 and marks.is_small(word):
        return _in_series(ahead, stop)
    if marks.INITIALS.match(word):
        return True
    return word[0].isupper() and word.lower() in _DIGRAPHS


def _doubled(word: str) -> bool:
    """One capital twice, as a plural is shortened in Spanish (CC. OO.)."""
    return len(word) == 2 and word[0] == word[1] and word.isalpha() and word.isupper()


def _former(stop: Stop) -> str:
    """The word with a full stop in front of the word before."""
    said = stop.so_far[-LONGEST_WORD:].split()
    return said[-1].removesuffix(".") if said and said[-1].endswith(".") else ""


def _in_series(ahead: Next, stop: Stop) -> bool:
    """Whether another letter with a stop stands before or behind, or a bracket opened here."""
    before = stop.text[max(stop.first, stop.at - 5) : stop.at - 1].rstrip()
    if before[-1:].isdigit():
        return False
    if len(ahead.word) == 1 and ahead.word.isalpha():
        place = stop.text.find(ahead.word, stop.following)
        if stop.text[place + 1 : place + 2] == ".":
            return True
    lone = before[-1:] == "." and before[-2:-1].isalpha() and not before[-3:-2].isalpha()
    return lone or before[-1:] == "("


def _opens_anew(ahead: Next, words: Words) -> bool:
    """Whether what follows an abbreviation can only be a new sentence."""
    return ahead.opens(words) or bool(ahead.dash) or bool(ahead.marks.strip("(["))


def _unit(word: str, stop: Stop) -> bool:
    """A small letter behind a number is a unit (6 м.), and may end the sentence."""
    if len(word) > 1 or not word.islower() or word in stop.words.either:
        return False
    ahead = stop.text[max(stop.first, stop.at - len(word) - 3) : stop.at - len(word)].rstrip()
    return ahead[-1:].isdigit()


def _counted(stop: Stop, number: str) -> bool:
    """Whether the word in front of a number says that it is no ordinal (es waren 30)."""
    end = stop.at - len(number)
    before = stop.text[max(stop.first, end - LONGEST_WORD) : end].split()
    word = before[-1].rstrip(".").lower() if before else ""
    return word in stop.words.counts or word in stop.words.numbers


def _ordinal(word: str, ahead: Next, stop: Stop) -> bool:
    """`7. Oktober`, `XX. Jahrhundert`, where the language writes ordinals with a stop."""
    words = stop.words
    if not words.ordinals:
        return len(word) == 1 and word.isalpha() and _initial(word, ahead, stop)
    if ahead.word.lower() in words.months:
        return True
    if ahead.marks or ahead.dash or ahead.opens(words) or _counted(stop, word):
        return False
    last = word.replace("-", ".").replace("–", ".").replace("/", ".").split(".")
    return all(len(part) <= 2 or marks.ROMAN.match(part) for part in last)
