"""A text cut into segments: pure, linear, and never changing a character.

Segments tile the text: every character that is not white space belongs to exactly one, and
offsets are code points. Where a break is doubtful, the sentence stays whole, because a reviewer
can shrink a claim more easily than see that half of it is missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimdesk.segmenting import languages
from claimdesk.segmenting.furniture import Hints, Mark, mark, repeated_lines
from claimdesk.segmenting.quotations import Quotation, assign, quotations, told_within
from claimdesk.segmenting.scripts import mixed_words
from claimdesk.segmenting.sentences import paragraphs, sentences
from claimdesk.segmenting.texts import normalise, trim

__all__ = [
    "BODY",
    "BOILERPLATE",
    "FURNITURE",
    "QUOTE",
    "TITLE",
    "VERSION",
    "Hints",
    "Span",
    "mixed_words",
    "normalise",
    "repeated_lines",
    "split",
    "trim",
]

VERSION = 2
"""Goes up whenever the same text and hints give other segments than before."""

TITLE, BODY, QUOTE, BOILERPLATE = "title", "body", "quote", "boilerplate"
FURNITURE = frozenset({"boilerplate", "byline", "heading"})


@dataclass(frozen=True)
class Span:
    """`text[start:end]` and the part it plays.

    `reason` is the code of why it has a role other than body or quote, `speaker` where the text
    names who says it, and `speech` the number of the speech it is a piece of.
    """

    start: int
    end: int
    role: str
    reason: str | None = None
    language: str = "und"
    speaker: tuple[int, int] | None = None
    speech: int | None = None


def split(text: str, hints: Hints | None = None) -> list[Span]:
    """Cut a normalised text into segments, in order, without overlap and without gaps."""
    known = hints or Hints()
    stretches = list(paragraphs(text))
    marks = mark(text, stretches, known)
    running = list(_between(text, stretches, marks))
    document = known.language or languages.document_language(text)
    tongues = dict(zip(running, languages.tag(text, running, document), strict=True))
    spans = [Span(one.start, one.end, one.role, one.reason) for one in marks]
    for (start, end), tongue in tongues.items():
        spans.extend(Span(*place, BODY) for place in sentences(text, start, end, tongue))
    spans.sort(key=lambda span: span.start)
    spans = _in_languages(text, spans, document, tongues)
    return _with_speakers(text, spans, quotations(text, running, document))


def _between(
    text: str, stretches: Sequence[tuple[int, int]], marks: Sequence[Mark]
) -> Iterator[tuple[int, int]]:
    """Trimmed spans of the running text: the paragraphs without what is marked in them."""
    number = 0
    for start, end in stretches:
        position = start
        while number < len(marks) and marks[number].start < end:
            before = trim(text, position, max(position, marks[number].start))
            if before[0] < before[1]:
                yield before
            position = max(position, marks[number].end)
            number += 1
        rest = trim(text, position, max(position, end))
        if rest[0] < rest[1]:
            yield rest


def _in_languages(
    text: str, spans: Sequence[Span], document: str, told: Mapping[tuple[int, int], str]
) -> list[Span]:
    """The spans with their languages; those of paragraphs of one sentence are `told` already."""
    places = [(span.start, span.end) for span in spans]
    rest = [place for place in places if place not in told]
    tongues = {**told, **dict(zip(rest, languages.tag(text, rest, document), strict=True))}
    return [replace(span, language=tongues[span.start, span.end]) for span in spans]


def _with_speakers(text: str, spans: Sequence[Span], said: Sequence[Quotation]) -> list[Span]:
    """The spans, those of running text with the quotation that they belong to or hold."""
    running = [(span.start, span.end) for span in spans if span.role == BODY]
    places = zip(assign(running, said), told_within(text, running, said), strict=True)
    return [
        _with_speaker(span, *next(places), said) if span.role == BODY else span for span in spans
    ]


def _with_speaker(
    span: Span, place: int | None, held: int | None, said: Sequence[Quotation]
) -> Span:
    """A quote where most of it is quoted; else what it is, with the speaker of what it quotes."""
    chosen = held if place is None else place
    if chosen is None:
        return span
    one, role = said[chosen], BODY if place is None else QUOTE
    return replace(span, role=role, speaker=one.speaker, speech=one.speech)
