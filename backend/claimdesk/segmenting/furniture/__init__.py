"""What belongs to the page and not to the article: marked with a role and a reason.

Precision comes first: furniture that is missed costs a reviewer one key, a sentence that is
marked is a claim that nobody reads. So a phrase has to cover its whole line, weak signs count at
the edges of a page only, and what is in doubt stays running text.
"""

from collections.abc import Sequence

from claimdesk.segmenting.furniture.blocks import label_comments, label_contacts
from claimdesk.segmenting.furniture.certain import label_certain
from claimdesk.segmenting.furniture.edges import Edges
from claimdesk.segmenting.furniture.headings import label_headings
from claimdesk.segmenting.furniture.inside import mark_sentences
from claimdesk.segmenting.furniture.links import label_boxes, mark_inside
from claimdesk.segmenting.furniture.marking import REASONS, Hints, Mark
from claimdesk.segmenting.furniture.page import Page
from claimdesk.segmenting.furniture.repetition import line_key, repeated_lines
from claimdesk.segmenting.furniture.shapes import lines_of
from claimdesk.segmenting.furniture.signatures import label_names
from claimdesk.segmenting.furniture.titles import find_title, mark_repeated_titles

__all__ = ["REASONS", "Hints", "Mark", "line_key", "mark", "repeated_lines"]


def mark(text: str, paragraphs: Sequence[tuple[int, int]], hints: Hints) -> list[Mark]:
    """Everything that is not running text, in order, without overlap; the rest is body.

    Spans are trimmed, in code points, and lie within one line of one paragraph each. Roles and
    reasons are those of `REASONS`.
    """
    page = Page(text, lines_of(text, paragraphs))
    label_certain(page, hints)
    find_title(page, hints.title)
    mark_repeated_titles(page)
    mark_inside(page)
    mark_sentences(page, hints.language)
    label_boxes(page)
    label_contacts(page)
    label_comments(page)
    Edges(page, hints.language).label()
    label_names(page)
    label_boxes(page)
    label_headings(page)
    return list(page.marks())
