"""HTML for reading and printing: one file that needs neither a network nor a script."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.recipes.columns import zulu
from claimdesk.recipes.marks import Piece, pieces, waiting
from claimdesk.recipes.rendering import (
    HERE,
    direction,
    environment,
    glyph_rules,
    label_names,
    label_rules,
)
from claimdesk.snapshot import ArticlePage, ArticleView, ClaimView, Snapshot

AT_ONCE = 10
templates = environment()


@dataclass(frozen=True)
class Part:
    """One article as the template wants it."""

    page: ArticlePage
    pieces: Sequence[Piece]
    judged: Sequence[ClaimView]
    waiting: Sequence[ClaimView]
    verdicts: Sequence[tuple[str | None, int, int]]
    direction: str


def write(snapshot: Snapshot, contents: Sequence[ArticleView] | None = None) -> Iterator[bytes]:
    """Every article of the snapshot, or these, by story and date; a few in memory at a time."""
    chosen = sorted(snapshot.articles if contents is None else contents, key=_by_story)
    sheets = (HERE / "report.css").read_text(encoding="utf-8"), label_rules(snapshot.labels)
    made = templates.get_template("report.html").generate(
        contents=chosen,
        parts=(_part(page, list(snapshot.labels)) for page in _pages(snapshot, chosen)),
        names=label_names(snapshot.labels),
        ledger=snapshot.ledger,
        known_until=zulu(snapshot.known_until),
        style="\n".join([*sheets, glyph_rules(snapshot.labels)]),
    )
    return (piece.encode() for piece in made)


def _by_story(article: ArticleView) -> tuple[str, str, str]:
    return article.story or "~", article.published or "~", article.id


def _pages(snapshot: Snapshot, articles: Sequence[ArticleView]) -> Iterator[ArticlePage]:
    for start in range(0, len(articles), AT_ONCE):
        ids = [article.id for article in articles[start : start + AT_ONCE]]
        found = {page.article.id: page for page in snapshot.whole(ids)}
        yield from (found[one] for one in ids)


def _part(page: ArticlePage, labels: list[str]) -> Part:
    judged = [claim for claim in page.claims if claim.judgements or claim.ruling]
    return Part(
        page=page,
        pieces=pieces(page.text, page.claims, page.furniture),
        judged=judged,
        waiting=waiting(page.claims),
        verdicts=_verdicts(judged, labels),
        direction=direction(page.article.language),
    )


def _verdicts(judged: Sequence[ClaimView], labels: list[str]) -> list[tuple[str | None, int, int]]:
    """Verdict, its claims, and those of them that are settled; in the order of the labels."""
    every = Counter(claim.verdict for claim in judged)
    settled = Counter(claim.verdict for claim in judged if claim.settled)
    known = {label: number for number, label in enumerate(labels)}
    order = sorted(every, key=lambda one: (one is None, known.get(one or "", len(known)), one))
    return [(verdict, every[verdict], settled[verdict]) for verdict in order]
