"""`segment`: what an article would be cut into, without a database and without keeping anything."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimdesk.intake import Draft, Notice, Refusal
from claimdesk.models import article_id
from claimdesk.segmenting import Hints, mixed_words, repeated_lines
from claimdesk.workflow.cutting import Cut, cut, language_of
from claimdesk.workflow.loading import drafts


@dataclass(frozen=True)
class Preview:
    """One article as it would be shown to reviewers."""

    id: str
    draft: Draft
    language: str
    cuts: tuple[Cut, ...]

    def rows(self) -> Iterator[dict[str, object]]:
        """A segment each: plain values, offsets in code points of the normalised text."""
        text = self.draft.text
        mixed = mixed_words(text)
        for one in self.cuts:
            span, speaker = one.span, one.span.speaker
            yield {
                "article": self.id,
                "source": self.draft.source,
                "start": span.start,
                "end": span.end,
                "text": text[span.start : span.end],
                "role": span.role,
                "reason": span.reason,
                "language": span.language,
                "speaker": text[speaker[0] : speaker[1]] if speaker else None,
                "speaker_start": speaker[0] if speaker else None,
                "speaker_end": speaker[1] if speaker else None,
                "speech": span.speech,
                "worth": one.worth.score if one.worth else None,
                "signals": list(one.worth.reasons) if one.worth else [],
                "mixed_script": [
                    text[start:end] for start, end in mixed if span.start <= start < span.end
                ],
            }


def preview(
    paths: list[str], limit: int, refused: list[Refusal], notices: list[Notice] | None = None
) -> Iterator[Preview]:
    """The articles of files and folders, cut; what cannot be read is added to `refused`.

    Each comes as soon as it is read, until the first that names its publisher: lines that the
    articles of one publisher share are known only when all that is given here was read.
    `notices` are added to as well. Raises BadInput when a path cannot be right.
    """
    waiting: list[Draft] = []
    for draft in drafts(paths, limit, refused, [] if notices is None else notices):
        if waiting or draft.metadata.publisher:
            waiting.append(draft)
        else:
            yield _previewed(draft, frozenset())
    repeated = _repeated(waiting)
    for draft in waiting:
        yield _previewed(draft, repeated.get(draft.metadata.publisher, frozenset()))


def _repeated(found: list[Draft]) -> dict[str | None, frozenset[str]]:
    by_publisher: dict[str, list[str]] = {}
    for draft in found:
        if draft.metadata.publisher:
            by_publisher.setdefault(draft.metadata.publisher, []).append(draft.text)
    return {
        name: repeated_lines(list(dict.fromkeys(every))) for name, every in by_publisher.items()
    }


def _previewed(draft: Draft, repeated: frozenset[str]) -> Preview:
    known = draft.metadata
    language = known.language or language_of(draft.text)
    hints = Hints(language=language, title=known.title, repeated=repeated)
    cuts = tuple(cut(draft.text, hints))
    return Preview(article_id(draft.text), draft, language or "und", cuts)
