"""One self-contained page that shows how articles are cut, for looking at and for the docs."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.pages.rendering import HERE, pages
from claimdesk.segmenting import FURNITURE, mixed_words
from claimdesk.workflow.cutting import Cut
from claimdesk.workflow.previewing import Preview

TITLE = "<title>How claimdesk cuts "
"""What such a page is known by, near its beginning."""


@dataclass(frozen=True)
class Part:
    """A stretch of text; with its cut when it is a segment."""

    text: str
    cut: Cut | None = None
    number: int = 0
    speaker: str | None = None
    mixed: tuple[str, ...] = ()


def annotated(shown: Sequence[Preview]) -> str:
    """HTML of the articles with their segments marked; it loads nothing."""
    style = (HERE / "static" / "annotated.css").read_text(encoding="utf-8")
    template = pages.get_template("annotated.html")
    articles = [(one, _parts(one)) for one in shown]
    return template.render(articles=articles, style=style, furniture=FURNITURE)


def _parts(one: Preview) -> list[Part]:
    found: list[Part] = []
    text, position = one.draft.text, 0
    mixed = mixed_words(text)
    for number, cut in enumerate(one.cuts, start=1):
        span, said = cut.span, cut.span.speaker
        if span.start > position:
            found.append(Part(text[position : span.start]))
        speaker = text[said[0] : said[1]] if said else None
        odd = tuple(text[a:b] for a, b in mixed if span.start <= a < span.end)
        found.append(Part(text[span.start : span.end], cut, number, speaker, odd))
        position = span.end
    found.append(Part(text[position:]))
    return found
