"""What is said by whom: quotations with their marks, nesting and speakers.

Conventions, which the case files of the tests spell out:

- A quotation includes its marks. One that is never closed ends with its paragraph, or before
  the mark that closes the quotation around it, or before the next sentence that opens with the
  same mark. Speech that opens with a dash begins with the dash and ends before what is inserted.
- The speaker is whoever or whatever the text says the words come from: a person, a body, a
  document. Its span is the noun phrase, without verb: a name with the role right before it
  ("Mayor Ann Vey"), the name alone where role and name are apart ("Ann Vey, the mayor") or the
  role is longer than two words, and always in scripts without capitals where one can be told; else
  the phrase from its article on, without relative clause ("one senior official").
- A pronoun, or a verb that needs none, stands for the last one who spoke in this paragraph, or
  for the only person whom the last sentence of narrative names; else for the last one who spoke
  in the paragraph before; always as far as number and gender allow it. Else its own span is the
  speaker.
- Speech after a dash is a quotation only where somebody is named who says it: between dashes, or
  between commas in the languages that set it off so.
- Titles, firms and words in scare quotes are quotations that nobody says.
- Inside another quotation the speaker is the one whose words the outer speaker reports.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.segmenting.quotations import attribution
from claimdesk.segmenting.quotations.dashes import spoken
from claimdesk.segmenting.quotations.guesses import likelier
from claimdesk.segmenting.quotations.marks import Piece, pair
from claimdesk.segmenting.quotations.speakers import Speakers, Speech
from claimdesk.segmenting.quotations.words import COMMAS, DASHED, Words, words

__all__ = ["Quotation", "assign", "of", "quotations", "told_within"]

_BESIDE = 2  # code points: blanks between a closing mark and the sentence that says who spoke
_FEWEST_WORDS, _FEWEST_SIGNS, _SEEN = 3, 5, 80
_Told = tuple[Piece, int | None, Speech]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks.

    `text[start:end]` includes both marks; one that is never closed ends with its paragraph.
    `parent` is the place of the quotation around it in the same list. `speaker` is the span of
    who says it, where the text tells. Pieces of one speech, interrupted by who says it or by a
    new paragraph, share the number `speech`.
    """

    start: int
    end: int
    parent: int | None
    speaker: tuple[int, int] | None
    speech: int
    closed: bool


def quotations(
    text: str, paragraphs: Sequence[tuple[int, int]], language: str = "und"
) -> list[Quotation]:
    """All quotations of a text, ordered by where they open, outer ones before inner ones.

    `language` is a tag such as `uk`; it chooses the words that name speakers, not the marks. Where
    its words find nobody who speaks, the language that the words of the text suggest is tried.
    """
    found = _read(text, paragraphs, words(language))
    if not found or any(quotation.speaker for quotation in found):
        return found
    others = [_read(text, paragraphs, one) for one in likelier(text, paragraphs, language)]
    agreed = others and all(other == others[0] for other in others)
    return others[0] if agreed else found


def _read(text: str, paragraphs: Sequence[tuple[int, int]], known: Words) -> list[Quotation]:
    speakers = Speakers(text, known)
    told: list[_Told] = []
    pending: str | None = None
    for index, (start, end) in enumerate(paragraphs):
        pieces = _pieces(text, start, end, known, pending)
        following = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else None
        pieces = [p for p in pieces if p.closed or _kept(text, p, following)]
        pending = _left_open(pieces)
        told.extend(_told(pieces, speakers, (start, end), len(told)))
    return [_quotation(piece, parent, speech) for piece, parent, speech in told]


def _pieces(text: str, start: int, end: int, known: Words, pending: str | None) -> list[Piece]:
    """What is quoted in a paragraph, by marks or by dashes."""

    def says(place: int, limit: int) -> bool:
        return attribution.says(text, place, limit, known)

    marked = list(pair(text, start, end, says, pending))
    comma, narrated = known.language in COMMAS, known.language in DASHED and not marked
    dashed = spoken(text, start, end, says, inserted=comma, midway=narrated)
    return _merged(dashed, marked) if dashed else marked


def _merged(dashed: list[Piece], marked: list[Piece]) -> list[Piece]:
    """Marked pieces inside or outside those with dashes, never across."""
    edges = sorted(edge for piece in dashed for edge in (piece.start, piece.end))
    place, kept = 0, list(dashed)
    for piece in marked:
        while place < len(edges) and edges[place] <= piece.start:
            place += 1
        if place == len(edges) or edges[place] >= piece.end:
            kept.append(piece)
    return sorted(kept, key=lambda piece: (piece.start, -piece.end))


def _kept(text: str, piece: Piece, following: int | None) -> bool:
    """A single mark that nothing closes is an apostrophe, unless the next paragraph repeats it."""
    if piece.mark not in "‘'‚‛":
        return True
    return following is not None and text[following] == piece.mark


def _left_open(pieces: list[Piece]) -> str | None:
    """The mark of the last outer piece, if nothing closes it."""
    outer: Piece | None = None
    for piece in pieces:
        if outer is None or piece.start >= outer.end:
            outer = piece
    return outer.mark if outer and not outer.closed else None


def _told(
    pieces: list[Piece], speakers: Speakers, ends: tuple[int, int], offset: int
) -> Iterator[_Told]:
    """Each piece with the place of the one around it and its speech, which later ones complete."""
    parents = _parents(pieces)
    inner: dict[int | None, list[int]] = {}
    for index, parent in enumerate(parents):
        inner.setdefault(parent, []).append(index)
    outer = inner.pop(None, [])
    told = speakers.read(*ends, [pieces[n] for n in outer])
    speeches = {n: said.speech for n, said in zip(outer, told, strict=True)}
    for parent, children in inner.items():
        if parent is not None:
            told = speakers.within(pieces[parent], [pieces[n] for n in children])
            speeches.update((n, said.speech) for n, said in zip(children, told, strict=True))
    for index, (piece, parent) in enumerate(zip(pieces, parents, strict=True)):
        yield piece, None if parent is None else parent + offset, speeches[index]


def _quotation(piece: Piece, parent: int | None, speech: Speech) -> Quotation:
    speaker = (speech.speaker.start, speech.speaker.end) if speech.speaker else None
    return Quotation(piece.start, piece.end, parent, speaker, speech.number, piece.closed)


def _parents(pieces: list[Piece]) -> list[int | None]:
    parents: list[int | None] = []
    around: list[int] = []
    for index, piece in enumerate(pieces):
        while around and pieces[around[-1]].end <= piece.start:
            around.pop()
        parents.append(around[-1] if around else None)
        around.append(index)
    return parents


def assign(spans: Sequence[tuple[int, int]], found: Sequence[Quotation]) -> list[int | None]:
    """For each sentence the place of the outer quotation it belongs to most, or None.

    A sentence belongs to quotations when at least half of it stands between marks. Where the
    speaker is known it belongs to the speech that it opens with, to the one that begins in it and
    goes on after it, and, when no other is in it, to the one right before it whose speaker it
    names: a quoted statement with its attribution. `spans` and `found` are in order; both are
    walked once.
    """
    outer = [n for n, quotation in enumerate(found) if quotation.parent is None]
    chosen: list[int | None] = []
    place = 0
    for start, end in spans:
        while place < len(outer) and found[outer[place]].end <= start:
            place += 1
        chosen.append(_belongs(start, end, found, outer, place))
    return chosen


def _belongs(
    start: int, end: int, found: Sequence[Quotation], outer: list[int], place: int
) -> int | None:
    best, most, inside = None, 0, 0
    for n in range(place, len(outer)):
        quotation = found[outer[n]]
        if quotation.start >= end:
            break
        shared = min(end, quotation.end) - max(start, quotation.start)
        inside += shared
        if shared > most:
            best, most = outer[n], shared
    if best is None:
        return _named_after(start, end, found, outer, place - 1)
    if 2 * inside >= end - start:
        return best
    first = found[outer[place]]
    if first.start <= start and first.speaker:
        return outer[place]
    one = found[best]
    return best if one.start >= start and one.end > end and one.speaker else None


def _named_after(
    start: int, end: int, found: Sequence[Quotation], outer: list[int], place: int
) -> int | None:
    """The quotation right before a tag that is a sentence, as in `“Why?” Udo recalled`."""
    if place < 0 or not (speaker := found[outer[place]].speaker):
        return None
    beside = start - found[outer[place]].end <= _BESIDE
    return outer[place] if beside and start <= speaker[0] and speaker[1] <= end else None


def told_within(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[Quotation]
) -> list[int | None]:
    """For each sentence the place of the first direct speech in it, or None.

    Direct speech is a quotation whose speaker is known, of three words or more (five characters
    where no spaces are written), that begins with a capital where its script has them. `spans`
    and `found` are in order.
    """
    said = [n for n, quotation in enumerate(found) if _direct(text, quotation)]
    chosen: list[int | None] = []
    place = 0
    for start, end in spans:
        while place < len(said) and found[said[place]].start < start:
            place += 1
        inside = place < len(said) and found[said[place]].end <= end
        chosen.append(said[place] if inside else None)
    return chosen


def _direct(text: str, quotation: Quotation) -> bool:
    if quotation.parent is not None or not quotation.speaker or not quotation.closed:
        return False
    words = text[quotation.start + 1 : min(quotation.end - 1, quotation.start + _SEEN)].split()
    letter = next((c for word in words[:1] for c in word if c.isalnum()), "")
    unspaced = letter > "\u2e80" and len(words[0]) >= _FEWEST_SIGNS
    return (len(words) >= _FEWEST_WORDS or unspaced) and not letter.islower()


def of(start: int, end: int, found: Sequence[Quotation]) -> Quotation | None:
    """The quotation that `start..end` belongs to most; for many spans use `assign`."""
    place = assign([(start, end)], found)[0]
    return None if place is None else found[place]
