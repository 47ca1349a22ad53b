"""What goes in and out over REST: query parameters and answers."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from claimdesk.snapshot import (
    ArticlePage,
    ArticleView,
    ClaimView,
    Furniture,
    JudgementView,
    RulingView,
)
from claimdesk.store.questions import Filters
from claimdesk.workflow.feedback import Overruled
from claimdesk.workflow.history import plausible
from claimdesk.workflow.reading import Status

ID = "[0-9a-f]{1,64}"
REVIEWER = "r-[0-9a-f]{12}"
PLACE = "[0-9]{1,9}"

Id = Annotated[str, Field(pattern=f"^{ID}$", description="An id as answers give it")]
Word = Annotated[str, Field(pattern=r"^[^\x00-\x1f\x7f]{1,100}$")]
Pseudonym = Annotated[
    str, Field(pattern=f"^{REVIEWER}$", description="A reviewer as judgements name them")
]


def _cursor(*key: str) -> Any:
    """Where the last answer ended: what its list is ordered by, with points between."""
    parts = r"\.".join(key)
    return Field(default=None, pattern=f"^{parts}$", description="next_cursor of the last answer")


class Paging(BaseModel):
    """Keyset paging: ask again with `next_cursor` until it is null."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=100, ge=1, le=500, description="Most items in one answer")

    def filters(self) -> Filters:
        """What is asked for, as the store takes it."""
        return Filters(**self.model_dump(exclude={"limit", "cursor"}))


class ArticleQuery(Paging):
    """Which articles."""

    cursor: str | None = _cursor(ID)
    story: Word | None = None
    language: Word | None = None


class ClaimQuery(Paging):
    """Which claims."""

    cursor: str | None = _cursor(ID, PLACE, PLACE, ID)
    article: Id | None = None
    story: Word | None = None
    language: Word | None = None
    state: Word | None = None
    verdict: Word | None = None
    reviewer: Pseudonym | None = None


class JudgementQuery(Paging):
    """Which judgements."""

    cursor: str | None = _cursor(ID, REVIEWER)
    article: Id | None = None
    verdict: Word | None = None
    reviewer: Pseudonym | None = None


def _no_number(said: object) -> object:
    """Seconds since 1970 are no time that anybody wrote."""
    if isinstance(said, str) and "-" not in said[1:]:
        raise ValueError("it is no date")
    return said


Moment = Annotated[AwareDatetime, BeforeValidator(_no_number), AfterValidator(plausible)]


class ExportQuery(BaseModel):
    """How an export is wanted."""

    model_config = ConfigDict(extra="forbid")

    as_of: Moment | None = Field(default=None, description="As it was known at this time")
    identities: bool = Field(default=False, description="Addresses for pseudonyms; admins only")


class Source(BaseModel):
    """One piece of evidence and who gave it."""

    model_config = ConfigDict(from_attributes=True)

    shown: str
    reviewers: list[str]


class ClaimOut(BaseModel):
    """One claim with its consensus; offsets are code points of the article's text."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    article_id: str
    start: int
    end: int
    text: str
    role: str
    language: str | None
    speaker: str | None = Field(description="Who says it, where the article tells")
    worth: float | None = Field(description="How much it is worth checking, 0 to 1")
    signals: list[str] = Field(description="What speaks for and against checking it, as codes")
    state: str
    verdict: str | None
    votes: dict[str, int]
    abstained: int
    margin: int
    probability: float | None = Field(
        description="That the leading verdict is the reviewers' mode, not that the claim is true"
    )
    settled: bool
    why: str
    reason: str | None = Field(description="Given most often by those who gave the verdict")
    robust: bool | None = Field(description="Whether it stands if a little less is believed")
    flips: list[str] = Field(description="Codes of what would take the verdict away")
    support: float | None = Field(
        description="Of an added claim: share of those who finished the article who drew it"
    )
    policy: str | None = Field(description="Rules it was decided by, and their version")
    challenged: bool = Field(description="Whether later votes speak against the adjudicator")
    ruling: RulingView | None = Field(description="What an adjudicator decided, if one did")
    evidence: list[str]
    sources: list[Source] = Field(description="The evidence with everybody who gave each piece")
    judgements: list[JudgementView]

    @classmethod
    def of(cls, claim: ClaimView) -> Self:
        """From the view."""
        fields = {name: getattr(claim, name) for name in cls.model_fields if name != "article_id"}
        return cls.model_validate(fields | {"article_id": claim.article.id})


class ArticleOut(BaseModel):
    """An article with its text and claims."""

    article: ArticleView
    text: str
    claims: list[ClaimOut]
    furniture: list[Furniture] = Field(description="What stands in the text and is no part of it")

    @classmethod
    def of(cls, page: ArticlePage) -> Self:
        """From the view."""
        claims = [ClaimOut.of(claim) for claim in page.claims]
        return cls(
            article=page.article, text=page.text, claims=claims, furniture=list(page.furniture)
        )


class Articles(BaseModel):
    """A page of articles."""

    items: list[ArticleView]
    next_cursor: str | None


class Claims(BaseModel):
    """A page of claims."""

    items: list[ClaimOut]
    next_cursor: str | None


class Judgements(BaseModel):
    """A page of judgements."""

    items: list[JudgementView]
    next_cursor: str | None


class ExportOut(BaseModel):
    """An export and its columns."""

    name: str
    about: str
    columns: list[str]
    formats: list[str]


class Exports(BaseModel):
    """Every export there is."""

    items: list[ExportOut]


class Me(BaseModel):
    """Who the credential says you are."""

    name: str
    role: str
    expires_at: datetime


class Share(BaseModel):
    """What one reviewer has done so far."""

    model_config = ConfigDict(from_attributes=True)

    articles: int
    claims: int
    last_said: datetime | None


class Feedback(BaseModel):
    """Where one reviewer was overruled, the newest first."""

    items: list[Overruled]


class Health(BaseModel):
    """The process is alive."""

    status: str = "ok"


class Ready(BaseModel):
    """Whether the service can do its work, and if not, the one reason."""

    ready: bool
    reason: str | None = None
    pulled_seconds_ago: float | None = None


class FlagOut(BaseModel):
    """Something that was noticed of how a reviewer works."""

    model_config = ConfigDict(from_attributes=True)

    delivery: int
    said_at: datetime | None
    code: str
    reviewer: str | None = Field(description="Pseudonym of whom it is noticed of")
    other: str | None = Field(description="Pseudonym of whose work it was compared with")
    article: str
    claim: str = Field(description="The claim concerned; empty for the whole delivery")
    counts: bool = Field(description="Whether what was said counts all the same")
    why: str


class StatusOut(BaseModel):
    """How far the work is, and how well collecting goes."""

    articles: int
    published: int
    reviewers: int
    deliveries: int
    waiting: int = Field(description="Deliveries nobody has looked into yet")
    ledger: str = Field(description="Head of the ledger of deliveries")
    judgements: int
    stale: int | None = Field(description="Judgements whose case the codebook has otherwise now")
    claims: dict[str, int] = Field(description="Claims by state")
    pulled_seconds_ago: float | None
    reconciled_at: datetime | None = Field(description="Last comparison with all of Label Studio")
    mended: int = Field(description="What the comparisons found that polling had not brought")
    quarantined: int = Field(description="What does not count, or could not be read")
    vanished: int = Field(description="Annotations that are no longer in Label Studio")
    unconfirmed: int = Field(description="Rings that told what Label Studio never had")
    flagged: dict[str, int] = Field(description="What was noticed of how reviewers work, by code")
    flags: list[FlagOut] = Field(description="The newest of it")

    @classmethod
    def of(cls, found: Status, pulled_seconds_ago: float | None) -> Self:
        """From what the verb found; why a delivery was refused is for operators.

        So is what was noticed in planted articles, which would tell which those are.
        """
        fields = {name: getattr(found, name, None) for name in cls.model_fields}
        fields["flags"] = [FlagOut.model_validate(one) for one in found.flags if not one.planted]
        return cls.model_validate(fields | {"pulled_seconds_ago": pulled_seconds_ago})


class Heard(BaseModel):
    """The doorbell was heard."""

    heard: bool = True


def article_cursor(view: ArticleView) -> str:
    """Where the next page of articles begins."""
    return view.id


def claim_cursor(view: ClaimView) -> str:
    """Where the next page of claims begins."""
    return f"{view.article.id}.{view.start}.{view.end}.{view.id}"


def judgement_cursor(view: JudgementView) -> str:
    """Where the next page of judgements begins."""
    return f"{view.claim_id}.{view.reviewer}"


def after_article(cursor: str | None) -> str:
    """The article that a page begins after."""
    return cursor or ""


def after_claim(cursor: str | None) -> tuple[str, int, int, str] | None:
    """The place that a page begins after."""
    if cursor is None:
        return None
    article, start, end, claim = cursor.split(".")
    return article, int(start), int(end), claim


def after_judgement(cursor: str | None) -> tuple[str, str] | None:
    """The judgement that a page begins after."""
    if cursor is None:
        return None
    claim, reviewer = cursor.split(".")
    return claim, reviewer
