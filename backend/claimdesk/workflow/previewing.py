"""`segment`: what an article would be cut into, without a database and without keeping anything."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimdesk.intake import Draft, Refusal
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


def preview(paths: list[str], limit: int, refused: list[Refusal]) -> Iterator[Preview]:
    """The articles of files and folders, cut; what cannot be read is added to `refused`.

    Lines that articles of one publisher share are known only within what is given here.
    Raises BadInput when a path cannot be right.
    """
    found = list(drafts(paths, limit, refused))
    by_publisher: dict[str | None, list[str]] = {}
    for draft in found:
        by_publisher.setdefault(draft.metadata.publisher, []).append(draft.text)
    repeated = {
        publisher: repeated_lines(list(dict.fromkeys(texts))) if publisher else frozenset[str]()
        for publisher, texts in by_publisher.items()
    }
    for draft in found:
        known = draft.metadata
        language = known.language or language_of(draft.text)
        hints = Hints(language=language, title=known.title, repeated=repeated[known.publisher])
        cuts = tuple(cut(draft.text, hints))
        yield Preview(article_id(draft.text), draft, language or "und", cuts)
