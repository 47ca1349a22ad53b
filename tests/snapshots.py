"""A small snapshot with something of everything, for what is made of snapshots."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from claimdesk.labels import Label, Reason
from claimdesk.snapshot import (
    ArticlePage,
    ArticleView,
    ClaimView,
    JudgementView,
    OriginView,
    Snapshot,
)

HEAD = "7:" + "0123456789abcdef" * 2
MOMENT = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
TEXT = 'The “pier” is shut.\nIt cost €3.5m, "they" said. 🚢 =1+1'
OTHER = "أُغلق الرصيف. The “pier”  is shut. She denies it."
LABELS = {
    one.value: one
    for one in (
        Label("open", "open", False, False, "#DCE4F0", "…", "0", ""),
        Label(
            "yes", "verdict", True, False, "#00457C", "✓", "1", "", rating="5", averitec="Supported"
        ),
        Label("no", "verdict", True, True, "#A63C00", "≠", "2", "", averitec="Refuted"),
        Label("pass", "abstain", False, False, "#EBDDF2", "→", "5", ""),
    )
}
REASONS = {
    one.value: one
    for one in (Reason("shown", "1"), Reason("denied", "none", "Conflicting Evidence"))
}


def article(**fields: object) -> ArticleView:
    known = {
        "id": "a1",
        "title": "Pier, shut",
        "url": "https://example.org/1",
        "publisher": "Courier",
        "author": None,
        "published": "2026-03-14",
        "language": "en",
        "story": "pier",
        "known_from": {"title": "front matter"},
        "loaded_at": MOMENT,
        "characters": len(TEXT),
        "link": "http://127.0.0.1:8080/projects/1",
    }
    return ArticleView(**(known | fields))  # type: ignore[arg-type]


def judgement(reviewer: int, verdict: str, **fields: object) -> JudgementView:
    known = {
        "claim_id": "c1",
        "article_id": "a1",
        "reviewer": f"r-{reviewer:012x}",
        "start": 0,
        "end": 19,
        "text": TEXT[:19],
        "verdict": verdict,
        "change": None,
        "reason": None,
        "evidence": (),
        "note": None,
        "confidence": None,
        "said_at": MOMENT,
        "config": "d1",
        "codebook": "c0deb00c0001",
        "discounted": None,
    }
    return JudgementView(**(known | fields))  # type: ignore[arg-type]


def claim(id_: str, start: int, end: int, **fields: object) -> ClaimView:
    known = {
        "id": id_,
        "article": article(),
        "start": start,
        "end": end,
        "text": TEXT[start:end],
        "role": "body",
        "language": "en",
        "speaker": None,
        "worth": 0.62,
        "signals": ("number", "name"),
        "state": "unreviewed",
        "verdict": None,
        "votes": {},
        "abstained": 0,
        "margin": 0,
        "probability": None,
        "settled": False,
        "why": "nobody has judged it",
        "reason": None,
        "robust": None,
        "flips": (),
        "support": None,
        "policy": None,
        "challenged": False,
        "ruling": None,
        "origin": None,
        "judgements": (),
    }
    return ClaimView(**(known | fields))  # type: ignore[arg-type]


def taken(pages: Sequence[ArticlePage]) -> Snapshot:
    """A snapshot of these pages."""
    return Snapshot(
        known_until=MOMENT,
        ledger=HEAD,
        verdicts=("yes", "no"),
        pages=lambda: iter(pages),
        site="https://desk.example.org",
        retold=lambda: {"https://example.org/a": "pier"},
        labels=LABELS,
        reasons=REASONS,
    )


def sample() -> Snapshot:
    """Two articles of one story: agreed, contested, denied, and not judged claims."""
    return taken([_first(), _second()])


def _first() -> ArticlePage:
    agreed = claim(
        "c1",
        0,
        19,
        state="agreed",
        verdict="yes",
        votes={"yes": 2, "no": 0},
        margin=2,
        probability=0.86419753,
        settled=True,
        why="all agree",
        reason="on-record",
        robust=False,
        flips=("two-origins",),
        policy="1:min=2,strict=0,labels=0a1b2c3d",
        judgements=(
            judgement(2, "yes", evidence=("https://example.org/a", "tape, 3 min"), confidence=3),
            judgement(3, "yes", evidence=("https://example.org/a",), note="=SUM(A1)\nsecond line"),
        ),
    )
    there: dict[str, object] = {"claim_id": "c2", "start": 20, "end": 47, "text": TEXT[20:47]}
    later = MOMENT + timedelta(seconds=1, microseconds=250_000)
    contested = claim(
        "c2",
        20,
        47,
        speaker="they",
        state="contested",
        votes={"yes": 1, "no": 1},
        abstained=1,
        why="no verdict above half",
        judgements=(
            judgement(2, "yes", evidence=("HTTPS://EXAMPLE.org:443/a",), **there),
            judgement(3, "no", reason="shown", said_at=later, change="boundary", **there),
            judgement(4, "pass", **there),
        ),
    )
    return ArticlePage(article(), TEXT, (agreed, contested, claim("c3", 50, 54)))


def _second() -> ArticlePage:
    about = article(
        id="a2",
        title="أُغلق الرصيف",
        url="javascript:alert(1)",
        publisher="=Evil & <Sons>",
        author="@ada",
        published="2026-03-12",
        language="ar",
        characters=len(OTHER),
        link=None,
    )
    there: dict[str, object] = {"claim_id": "c5", "article_id": "a2", "start": 35, "end": 49}
    denied = claim(
        "c5",
        35,
        49,
        article=about,
        text=OTHER[35:49],
        state="majority",
        verdict="no",
        votes={"yes": 1, "no": 3},
        margin=2,
        probability=0.7,
        settled=True,
        why="3 of 4, margin 2",
        reason="denied",
        robust=True,
        judgements=(
            judgement(2, "no", reason="denied", text=OTHER[35:49], **there),
            judgement(3, "no", reason="shown", text=OTHER[35:49], **there),
            judgement(4, "no", reason="denied", text=OTHER[35:49], **there),
            judgement(5, "yes", text=OTHER[35:49], **there),
        ),
    )
    drifts = ({"type": "number", "in_origin": "€3.5m", "in_retelling": None},)
    retold = OriginView("a1", 20, 47, TEXT[20:47], drifts)
    same = claim(
        "c4", 14, 34, article=about, text=OTHER[14:34], worth=None, signals=(), origin=retold
    )
    return ArticlePage(about, OTHER, (same, denied))
