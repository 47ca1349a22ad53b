"""A text as segments with all that follows from it: roles, speakers, languages, worth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from claimdesk import worth
from claimdesk.models import Article, Segment, segment_id
from claimdesk.segmenting import FURNITURE, Hints, Span, languages, repeated_lines, split
from claimdesk.store import facts, rankings
from claimdesk.worth import Model, Worth

IN_TEXT = "text"
"""Where a title or a language is known from that nobody named."""
SURE = 0.9
ENOUGH = 5_000
RECENT = 30
LONGEST = 100_000
"""So many texts of a publisher, none longer than this, are looked through for repeated lines."""


@dataclass(frozen=True)
class Cut:
    """A segment and how much it is worth checking; furniture is worth nothing."""

    span: Span
    worth: Worth | None


def cut(text: str, hints: Hints, model: Model | None = None) -> list[Cut]:
    """A normalised text as segments in order, rated by the rules or by a desk's own model."""
    return [
        Cut(
            span,
            rated(
                text[span.start : span.end],
                span.language,
                span.role,
                attributed=span.speaker is not None,
                model=model,
            ),
        )
        for span in split(text, hints)
    ]


def rated(
    words: str, language: str, role: str, *, attributed: bool, model: Model | None
) -> Worth | None:
    """How much a segment is worth checking; None for furniture."""
    if role in FURNITURE:
        return None
    if model is None:
        return worth.rate(words, language=language, role=role, attributed=attributed)
    return worth.score(model, words, language=language, role=role, attributed=attributed)


def model_in_use(session: Session) -> Model | None:
    """The desk's own model, where it orders claims in place of the rules.

    One that another version of claimdesk wrote and this one cannot read is not used.
    """
    newest = rankings.newest(session)
    if newest is None or not newest.used:
        return None
    try:
        return Model.of_json(newest.model)
    except ValueError:
        return None


def language_of(text: str) -> str | None:
    """The language of a whole text, where there is enough of it to be sure."""
    language, probability = languages.identify(text[:ENOUGH])
    return language if language != "und" and probability >= SURE else None


def segments(
    article: Article, lines: Mapping[str, frozenset[str]], model: Model | None
) -> list[Segment]:
    """The rows of an article's segments; `lines` are those that publishers repeat."""
    repeated = lines.get(article.publisher or "", frozenset())
    named = article.known_from.get("title", IN_TEXT) != IN_TEXT
    title = article.title if named else None
    hints = Hints(language=article.language, title=title, repeated=repeated)
    return [
        Segment(
            id=segment_id(article.id, span.start, span.end),
            article_id=article.id,
            position=position,
            start=span.start,
            end=span.end,
            role=span.role,
            reason=span.reason,
            language=span.language,
            speaker_start=span.speaker[0] if span.speaker else None,
            speaker_end=span.speaker[1] if span.speaker else None,
            speech=span.speech,
            worth=rated.score if rated else None,
            signals=list(rated.reasons) if rated else [],
        )
        for position, (span, rated) in enumerate(
            (one.span, one.worth) for one in cut(article.text, hints, model)
        )
    ]


def repeated(session: Session, articles: Sequence[Article]) -> dict[str, frozenset[str]]:
    """The lines that each publisher of these articles repeats, in them and in what is loaded."""
    found: dict[str, frozenset[str]] = {}
    for publisher in sorted({one.publisher for one in articles if one.publisher}):
        here = [
            one.text for one in articles if one.publisher == publisher and len(one.text) <= LONGEST
        ]
        there = facts.texts_of_publisher(session, publisher, RECENT, LONGEST)
        found[publisher] = repeated_lines(list(dict.fromkeys([*here, *there])))
    return found
