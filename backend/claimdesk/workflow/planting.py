"""`plant`: articles of whose claims the verdict is known, to see how reviewers judge.

They are published like every other, and nothing of them is ever shown as content.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from sqlmodel import Session

from claimdesk import careful
from claimdesk.errors import BadInput
from claimdesk.intake import Draft, Notice, Refusal
from claimdesk.models import Article, GoldAnswer, Segment
from claimdesk.segmenting import FURNITURE
from claimdesk.store import audit, facts, gold
from claimdesk.store.database import reading, writing
from claimdesk.store.gold import Known
from claimdesk.workflow import cutting
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.loading import article_of, drafts, original_of

ANSWERS = ".answers.json"
"""Ends the name of the file that stands beside an article and holds the answers to it."""

LARGEST = 1_000_000
_SHORT = 60


class Answer(BaseModel):
    """The answer to the claim that it quotes."""

    model_config = ConfigDict(extra="forbid")

    quote: Annotated[str, Field(min_length=1, max_length=10_000)]
    verdict: Annotated[str, Field(min_length=1, max_length=100)]
    reason: Annotated[str | None, Field(max_length=100)] = None


_LISTED = TypeAdapter(list[Answer])


@dataclass(frozen=True)
class Planted:
    """What came of it. `known` were planted before, and have these answers now."""

    new: int
    known: int
    answers: int


def plant(bench: Workbench, paths: Sequence[str]) -> Planted:
    """Store articles with their answers, all or none.

    Beside each file, named like it and ending in `.answers.json`, lies a list of quotations with
    their verdicts. Raises BadInput where any part of it cannot be used.
    """
    if not paths:
        raise BadInput(
            "There is nothing to plant.",
            why="No file was named.",
            fix="Name articles, each with its answers beside it: pier.txt, pier.answers.json.",
        )
    now = datetime.now(UTC)
    given = {path: _draft(bench, path) for path in paths}
    wanted = {path: _read(path) for path in paths}
    articles = {path: _article(draft, now) for path, draft in given.items()}
    ids = [one.id for one in articles.values()]
    answers: dict[str, GoldAnswer] = {}
    with writing(bench.engine) as session:
        segments = _segments(session, articles)
        for path, article in articles.items():
            for one in _matched(bench, path, article, segments[article.id], wanted[path]):
                answers[one.claim_id] = one
        found = [original_of(draft, articles[path]) for path, draft in given.items()]
        rows = [one for some in segments.values() for one in some]
        new = facts.add_articles(session, [*articles.values()], rows, filter(None, found))
        gold.put_answers(session, ids, list(answers.values()))
        audit.note(session, "planted", f"{len(new)} articles, {len(answers)} answers")
    return Planted(len(new), len(set(ids) - new), len(answers))


def _segments(session: Session, articles: Mapping[str, Article]) -> dict[str, list[Segment]]:
    """The claims of each article, as they were cut when it was planted first."""
    ids = [one.id for one in articles.values()]
    there, planted = facts.known_articles(session, ids), facts.planted(session, ids)
    found = facts.segments_of(session, ids)
    for path, article in articles.items():
        if article.id in there - planted:
            raise _unfit(path, "this article is loaded already, for everybody to see")
        if article.id not in there:
            lines, model = cutting.repeated(session, [article]), cutting.model_in_use(session)
            found[article.id] = cutting.segments(article, lines, model)
    return found


def list_planted(bench: Workbench) -> list[Known]:
    """Every planted claim with its answer."""
    with reading(bench.engine) as session:
        return gold.answers(session)


def _draft(bench: Workbench, path: str) -> Draft:
    """The one article in a file."""
    refused: list[Refusal] = []
    notices: list[Notice] = []
    found = list(drafts([path], bench.settings.max_article_chars, refused, notices))
    if refused:
        raise _unfit(path, f"it cannot be read: {refused[0].why}")
    if len(found) != 1:
        raise _unfit(path, f"one article was expected in it, and there are {len(found)}")
    return found[0]


def _article(draft: Draft, now: datetime) -> Article:
    """An article that belongs to no story, replaces none and is replaced by none."""
    article = article_of(draft, now)
    article.gold, article.story, article.external_id = True, None, None
    return article


def _read(path: str) -> list[Answer]:
    """The answers that lie beside an article."""
    beside = Path(path).with_suffix(ANSWERS)
    try:
        answers = _LISTED.validate_python(careful.read(beside.read_bytes(), limit=LARGEST))
    except OSError as error:
        raise _unfit(path, f"{beside} cannot be read: {error.strerror}") from None
    except careful.Unreadable as error:
        raise _unfit(path, f"{beside} cannot be read: {error}".rstrip(".")) from None
    except ValidationError as error:
        flaw = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, flaw["loc"])) or "the list"
        raise _unfit(path, f"in {beside}, {where}: {flaw['msg']}") from None
    if not answers:
        raise _unfit(path, f"{beside} holds no answer")
    return answers


def _matched(
    bench: Workbench,
    path: str,
    article: Article,
    segments: Sequence[Segment],
    answers: Sequence[Answer],
) -> list[GoldAnswer]:
    """Each answer at the claim that it quotes: all of its words, or some that no other has."""
    claims = {
        one.id: _evened(article.text[one.start : one.end])
        for one in segments
        if one.role not in FURNITURE
    }
    found: dict[str, GoldAnswer] = {}
    for answer in answers:
        quote = _evened(answer.quote)
        told = f"the answer to {quote[:_SHORT]!r}"
        if answer.verdict not in bench.labels.votes:
            known = ", ".join(bench.labels.votes)
            raise _unfit(path, f"{told} is {answer.verdict!r}, which is none of {known}")
        whole = [claim for claim, words in claims.items() if words == quote]
        part = whole or [claim for claim, words in claims.items() if quote and quote in words]
        if len(part) != 1:
            fits = f"fits {len(part)} claims" if part else "quotes no claim of the article"
            raise _unfit(path, f"{told} {fits}")
        if part[0] in found:
            raise _unfit(path, f"{told} is the second one to that claim")
        found[part[0]] = GoldAnswer(
            claim_id=part[0],
            article_id=article.id,
            verdict=answer.verdict,
            reason=answer.reason,
        )
    return list(found.values())


def _evened(words: str) -> str:
    return " ".join(words.split())


def _unfit(path: str, why: str) -> BadInput:
    return BadInput(
        f"{path} cannot be planted, and nothing was.",
        why=f"{why[0].upper()}{why[1:]}.",
        fix="Correct it; claimdesk segment FILE --json shows the claims as they are cut.",
    )
