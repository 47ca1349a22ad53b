"""Sentences that say of somebody else what a page says of itself, as a sign or a court would."""

import re
from itertools import islice

from claimdesk.segmenting.furniture.matching import languages_of, match
from claimdesk.segmenting.furniture.shapes import Line
from claimdesk.segmenting.furniture.vocabulary import READER
from claimdesk.segmenting.quotations import attribution
from claimdesk.segmenting.quotations.words import Words, words

MOST_COMMAS, NEAR = 8, 3
VERB_SECOND = frozenset(["de", "nl"])
_WRITTEN = frozenset(
    """
    говорилось гласило гласила гласил гласит писалось написано сказано значилось йшлося йдеться
    ідеться мовилося написано зазначалося значилося napisano głosił głosiła głosi głosiło
    scria scrie spunea stond staat stálo stojí psalo píše pisało rezaba reza leía lia lia-se leggeva
    recitava recita lisait pouvait-on peut-on lyder löd lød står stod пишеше гласеше пише
    γράφει έγραφε έλεγε yazıyordu yazıyor yazılıydı كتب مكتوب نوشته लिखा כתוב נכתב
    """.split()
)
"""What a sign or a letter does, with or without a subject; nobody's words for nobody's speech."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ASIDE = re.compile(r"[,，،、]|\s[—–-](?=\s)")


def told(place: str, line: Line) -> bool:
    """Whether a line that a phrase of `place` covers is a sentence in which somebody says so."""
    if line.reported and not _labelled(line):
        return True
    if line.asks or not line.stopped:
        return False
    commas = [comma.end() for comma in _ASIDE.finditer(line.text)][:MOST_COMMAS]
    return bool(commas) and any(
        _said(line.text, comma, words(language))
        for language in sorted(languages_of(place, line.words))
        for comma in commas
    )


def _labelled(line: Line) -> bool:
    """`Read also: What was said`: what stands behind the colon is a headline, whatever it tells."""
    if ":" not in line.words[1:-1]:
        return False
    colon = line.words.index(":")
    capital = line.words[colon + 1].startswith("^")
    return capital and match("ANYWHERE", line.words) == "related"


def _said(text: str, start: int, known: Words) -> bool:
    """Whether a verb of saying follows a comma, or somebody and such a verb."""
    end = len(text)
    near = islice(_WORD.finditer(text, start), NEAR)
    if any(word.group().casefold() in _WRITTEN for word in near):
        return True
    if attribution.says(text, start, end, known):
        return True
    found = attribution.after(text, start, end, known, loose=True)
    if found is None or found.speaker.kind == "dropped":
        return False
    if known.language in VERB_SECOND and found.speaker.start < found.verb:
        return False
    who = text[found.speaker.start : found.speaker.end]
    return who.casefold() not in READER
