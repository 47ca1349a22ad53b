"""What goes in and out over REST: query parameters and answers."""

from dataclasses import fields
from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from claimdesk.consensus import STATES
from claimdesk.snapshot import (
    ArticlePage,
    ArticleView,
    ClaimView,
    Filters,
    Furniture,
    JudgementView,
)
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


def _no_number(said: object) -> object:
    """Seconds since 1970 are no time that anybody wrote."""
    if isinstance(said, str) and "-" not in said[1:]:
        raise ValueError("it is no date")
    return said


def _state(said: str) -> str:
    if said not in STATES:
        raise ValueError("it is no state")
    return said


Moment = Annotated[AwareDatetime, BeforeValidator(_no_number), AfterValidator(plausible)]
State = Annotated[str, AfterValidator(_state), Field(json_schema_extra={"enum": list(STATES)})]


class Asking(BaseModel):
    """What is asked for, of every noun in its own way: docs/editors.md, Filters."""

    model_config = ConfigDict(extra="forbid")

    article: Id | None = Field(default=None, description="Of this article")
    story: Word | None = Field(default=None, description="Of articles that retell this report")
    language: Word | None = Field(default=None, description="A BCP 47 tag, or its beginning")
    state: State | None = Field(default=None, description="Of claims in this state")
    verdict: Word | None = Field(
        default=None, description="The consensus, or what a judgement itself says"
    )
    reviewer: Pseudonym | None = Field(default=None, description="Judged by this reviewer")
    since: Moment | None = Field(
        default=None, alias="from", description="Said, last judged or published then or later"
    )
    until: Moment | None = Field(default=None, alias="to", description="The same, before then")
    q: Word | None = Field(
        default=None, description="Holds these words; case and accents make no difference"
    )
    min_reviewers: int = Field(
        default=0, ge=0, le=1000, description="So many usable judgements or more"
    )
    as_of: Moment | None = Field(default=None, description="As it was known at this time")

    @property
    def filters(self) -> Filters:
        """What is asked for, as the store takes it."""
        return Filters(**{one.name: getattr(self, one.name) for one in fields(Filters)})


class Paging(Asking):
    """Keyset paging: ask again with `next_cursor` until it is null."""

    limit: int = Field(default=100, ge=1, le=500, description="Most items in one answer")


class ArticleQuery(Paging):
    """Which articles."""

    cursor: str | None = _cursor(ID)


class ClaimQuery(Paging):
    """Which claims."""

    cursor: str | None = _cursor(ID, PLACE, PLACE, ID)


class JudgementQuery(Paging):
    """Which judgements."""

    cursor: str | None = _cursor(ID, REVIEWER)


class ExportQuery(Asking):
    """How an export is wanted."""

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
    evidence: list[str]
    sources: list[Source] = Field(description="The evidence with everybody who gave each piece")
    judgements: list[JudgementView]

    @classmethod
    def of(cls, claim: ClaimView) -> Self:
        """From the view."""
        shown = {name: getattr(claim, name) for name in cls.model_fields if name != "article_id"}
        return cls.model_validate(shown | {"article_id": claim.article.id})


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


class Health(BaseModel):
    """The process is alive."""

    status: str = "ok"


class Ready(BaseModel):
    """Whether the service can do its work, and if not, the one reason."""

    ready: bool
    reason: str | None = None
    pulled_seconds_ago: float | None = None


class StatusOut(BaseModel):
    """How far the work is, and how well collecting goes."""

    articles: int
    published: int
    reviewers: int
    deliveries: int
    waiting: int = Field(description="Deliveries nobody has looked into yet")
    ledger: str = Field(description="Head of the ledger of deliveries")
    judgements: int
    claims: dict[str, int] = Field(description="Claims by state")
    pulled_seconds_ago: float | None
    reconciled_at: datetime | None = Field(description="Last comparison with all of Label Studio")
    mended: int = Field(description="What the comparisons found that polling had not brought")
    quarantined: int = Field(description="What does not count, or could not be read")
    vanished: int = Field(description="Annotations that are no longer in Label Studio")
    unconfirmed: int = Field(description="Rings that told what Label Studio never had")

    @classmethod
    def of(cls, found: Status, pulled_seconds_ago: float | None) -> Self:
        """From what the verb found; why something does not count is for operators."""
        shown = {name: getattr(found, name, None) for name in cls.model_fields}
        return cls.model_validate(shown | {"pulled_seconds_ago": pulled_seconds_ago})


class Heard(BaseModel):
    """The doorbell was heard."""

    heard: bool = True


def cursor(key: tuple[str | int, ...] | None) -> str | None:
    """Where the next answer begins, if there is one."""
    return None if key is None else ".".join(map(str, key))


def after_claim(cursor: str | None) -> tuple[str, int, int, str] | None:
    """The place that an answer begins after."""
    if cursor is None:
        return None
    article, start, end, claim = cursor.split(".")
    return article, int(start), int(end), claim


def after_judgement(cursor: str | None) -> tuple[str, str] | None:
    """The judgement that an answer begins after."""
    if cursor is None:
        return None
    claim, reviewer = cursor.split(".")
    return claim, reviewer
