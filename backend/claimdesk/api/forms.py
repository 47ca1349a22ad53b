"""What goes in and out over REST: query parameters and answers."""

from dataclasses import fields
from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from claimdesk.consensus import STATES
from claimdesk.snapshot import ArticlePage, ClaimView, Filters
from claimdesk.workflow.history import plausible
from claimdesk.workflow.reading import Status

ID = "[0-9a-f]{1,64}"
REVIEWER = "[ro]-[0-9a-f]{12}"
PLACE = "[0-9]{1,9}"

ARTICLE = "5f2c1e0d9b8a47563c2d1e0f9a8b7c6d"
CLAIM = "0a1b2c3d4e5f60718293"
WHO = "r-0123456789ab"
AFTER_CLAIM, AFTER_JUDGEMENT = f"{ARTICLE}.120.143.{CLAIM}", f"{CLAIM}.{WHO}"
WORDS = "Eleven piles are cracked."
SOURCE = "https://example.org/report, page 3"
HEAD = "12:0123456789abcdef0123456789abcdef"
POLICY = "1:min=2,strict=0,labels=0a1b2c3d"
VERDICT = "(a verdict)"
"""What examples are made of; the verdicts are those of the label config."""

Id = Annotated[
    str, Field(pattern=f"^{ID}$", description="An id as answers give it", examples=[CLAIM])
]
Word = Annotated[str, Field(pattern=r"^[^\x00-\x1f\x7f]{1,100}$")]
Pseudonym = Annotated[
    str,
    Field(
        pattern=f"^{REVIEWER}$", description="A reviewer as judgements name them", examples=[WHO]
    ),
]


def _cursor(example: str, *key: str) -> Any:
    """Where the last answer ended: what its list is ordered by, with points between."""
    return Field(
        default=None,
        pattern="^" + r"\.".join(key) + "$",
        description="next_cursor of the last answer",
        examples=[example],
    )


def _no_number(said: object) -> object:
    """Seconds since 1970 are no time that anybody wrote."""
    if isinstance(said, str) and "-" not in said[1:]:
        raise ValueError("it should be a time such as 2026-03-14T09:30:00Z")
    return said


def _state(said: str) -> str:
    if said not in STATES:
        raise ValueError(f"it should be one of {', '.join(STATES)}")
    return said


Moment = Annotated[AwareDatetime, BeforeValidator(_no_number), AfterValidator(plausible)]
State = Annotated[str, AfterValidator(_state), Field(json_schema_extra={"enum": list(STATES)})]


class Nothing(BaseModel):
    """No parameters: what nobody asks for is refused, and never ignored."""

    model_config = ConfigDict(extra="forbid")


class Asking(BaseModel):
    """What is asked for, of every noun in its own way: docs/editors.md, Filters."""

    model_config = ConfigDict(extra="forbid")

    article: Id | None = Field(default=None, description="Of this article", examples=[ARTICLE])
    story: Word | None = Field(
        default=None, description="Of articles that retell this report", examples=["pier"]
    )
    language: Word | None = Field(
        default=None, description="A BCP 47 tag, or its beginning", examples=["en"]
    )
    state: State | None = Field(default=None, description="Of claims in this state")
    verdict: Word | None = Field(
        default=None,
        description="The consensus, or what a judgement itself says",
        examples=[VERDICT],
    )
    reviewer: Pseudonym | None = Field(
        default=None, description="Judged by this reviewer", examples=[WHO]
    )
    since: Moment | None = Field(
        default=None, alias="from", description="Said, last judged or published then or later"
    )
    until: Moment | None = Field(default=None, alias="to", description="The same, before then")
    q: Word | None = Field(
        default=None,
        description="Holds these words; case and accents make no difference",
        examples=["piles"],
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

    cursor: str | None = _cursor(ARTICLE, ID)


class ClaimQuery(Paging):
    """Which claims."""

    cursor: str | None = _cursor(AFTER_CLAIM, ID, PLACE, PLACE, ID)


class JudgementQuery(Paging):
    """Which judgements."""

    cursor: str | None = _cursor(AFTER_JUDGEMENT, ID, REVIEWER)


class ExportQuery(Asking):
    """How an export is wanted."""

    identities: bool = Field(default=False, description="Addresses for pseudonyms; admins only")
    excel: bool = Field(
        default=False, description="CSV that Excel knows for UTF-8 by its first bytes"
    )


class _Shown(BaseModel):
    """What is read from a view of the same fields; what others rely on stands here, spelled out."""

    model_config = ConfigDict(from_attributes=True)


class Source(_Shown):
    """One piece of evidence and who gave it."""

    shown: str = Field(examples=[SOURCE])
    reviewers: list[str] = Field(examples=[[WHO]])


class ArticleOut(_Shown):
    """An article without its text."""

    id: str = Field(examples=[ARTICLE])
    title: str | None = Field(examples=["Pier stays shut"])
    url: str | None = Field(examples=["https://example.org/pier"])
    publisher: str | None = Field(examples=["Harbour Courier"])
    author: str | None = Field(examples=["A. Reporter"])
    published: str | None = Field(description="As its source gives it", examples=["2026-03-14"])
    language: str | None = Field(examples=["en"])
    story: str | None = Field(
        description="Articles of one story retell one report", examples=["pier"]
    )
    known_from: dict[str, str] = Field(
        description="Where each of these was found", examples=[{"title": "front matter"}]
    )
    loaded_at: datetime
    characters: int = Field(description="Length of its text in code points", examples=[2417])
    link: str | None = Field(
        description="Where it stands in Label Studio",
        examples=["http://127.0.0.1:8080/projects/1/data?task=7"],
    )


class JudgementOut(_Shown):
    """One reviewer on one claim; offsets are code points of the article's text."""

    claim_id: str = Field(examples=[CLAIM])
    article_id: str = Field(examples=[ARTICLE])
    reviewer: str = Field(description="A pseudonym", examples=[WHO])
    start: int = Field(description="Of the claim as this reviewer placed it", examples=[120])
    end: int = Field(examples=[143])
    text: str = Field(examples=[WORDS])
    verdict: str = Field(examples=[VERDICT])
    change: str | None = Field(
        description="What the reviewer did to its place, if anything", examples=["boundary"]
    )
    reason: str | None = Field(examples=["on-record"])
    evidence: list[str] = Field(examples=[[SOURCE]])
    note: str | None = Field(examples=["See the second page."])
    confidence: int | None = Field(description="1 a guess, 3 certain", examples=[3])
    said_at: datetime = Field(description="By Label Studio's clock")
    config: str = Field(
        description="Digest of the label config it was made under", examples=["d41a90c7e2b3"]
    )
    codebook: str | None = Field(
        description="Revision of the codebook it was made under", examples=["0a1b2c3d4e5f"]
    )
    discounted: str | None = Field(
        description="Code of why it does not count, if it does not", examples=["copied"]
    )


class RulingOut(_Shown):
    """What an adjudicator decided of a claim."""

    adjudicator: str = Field(description="A pseudonym", examples=["r-ba9876543210"])
    adopted: str | None = Field(description="Letter of the version taken", examples=["A"])
    overruling: str | None = Field(
        description="Code of why no reviewer was followed", examples=["new-evidence"]
    )
    evidence: list[str] = Field(examples=[[SOURCE]])
    note: str | None = Field(examples=["See the second page."])
    said_at: datetime


class DriftOut(_Shown):
    """One thing in which a retelling differs from its origin, with the words on either side."""

    type: str = Field(examples=["number"])
    in_origin: str | None = Field(examples=["eleven"])
    in_retelling: str | None = Field(examples=["twelve"])


class OriginOut(_Shown):
    """Where a claim of a retelling goes back to; no place where the origin does not say it."""

    article: str = Field(description="Id of the origin", examples=[ARTICLE])
    start: int | None = Field(description="Code points of its text", examples=[80])
    end: int | None = Field(examples=[103])
    text: str | None = Field(description="What it says there", examples=[WORDS])
    drifts: list[DriftOut] = Field(description="What differs")


class FurnitureOut(_Shown):
    """What stands in an article and is no part of it; `reason` is a code."""

    start: int = Field(examples=[0])
    end: int = Field(examples=[17])
    role: str = Field(examples=["boilerplate"])
    reason: str | None = Field(examples=["cookie-notice"])


class ClaimOut(_Shown):
    """One claim with its consensus; offsets are code points of the article's text."""

    id: str = Field(examples=[CLAIM])
    article_id: str = Field(examples=[ARTICLE])
    start: int = Field(examples=[120])
    end: int = Field(examples=[143])
    text: str = Field(examples=[WORDS])
    role: str = Field(examples=["body"])
    language: str | None = Field(examples=["en"])
    speaker: str | None = Field(
        description="Who says it, where the article tells", examples=["the mayor"]
    )
    worth: float | None = Field(
        description="How much it is worth checking, 0 to 1", examples=[0.62]
    )
    signals: list[str] = Field(
        description="What speaks for and against checking it, as codes", examples=[["number"]]
    )
    state: str = Field(examples=["agreed"])
    verdict: str | None = Field(examples=[VERDICT])
    votes: dict[str, int] = Field(examples=[{VERDICT: 2}])
    abstained: int = Field(examples=[0])
    margin: int = Field(examples=[2])
    probability: float | None = Field(
        description="That the leading verdict is the reviewers' mode, not that the claim is true",
        examples=[0.864],
    )
    settled: bool = Field(examples=[True])
    why: str = Field(examples=["all agree"])
    reason: str | None = Field(
        description="Given most often by those who gave the verdict", examples=["on-record"]
    )
    robust: bool | None = Field(
        description="Whether it stands if a little less is believed", examples=[False]
    )
    flips: list[str] = Field(
        description="Codes of what would take the verdict away", examples=[["two-origins"]]
    )
    support: float | None = Field(
        description="Of an added claim: share of those who finished the article who drew it",
        examples=[0.5],
    )
    policy: str | None = Field(
        description="Rules it was decided by, and their version",
        examples=[POLICY],
    )
    challenged: bool = Field(
        description="Whether later votes speak against the adjudicator", examples=[False]
    )
    ruling: RulingOut | None = Field(description="What an adjudicator decided, if one did")
    origin: OriginOut | None = Field(
        description="Of a retelling: where it goes back to, if that is known"
    )
    evidence: list[str] = Field(examples=[[SOURCE]])
    sources: list[Source] = Field(description="The evidence with everybody who gave each piece")
    judgements: list[JudgementOut]

    @classmethod
    def of(cls, claim: ClaimView) -> Self:
        """From the view."""
        shown = {name: getattr(claim, name) for name in cls.model_fields if name != "article_id"}
        return cls.model_validate(shown | {"article_id": claim.article.id})


class WholeArticle(BaseModel):
    """An article with its text and claims."""

    article: ArticleOut
    text: str = Field(examples=[f"Pier stays shut\n\n{WORDS}"])
    claims: list[ClaimOut]
    furniture: list[FurnitureOut] = Field(
        description="What stands in the text and is no part of it"
    )

    @classmethod
    def of(cls, page: ArticlePage) -> Self:
        """From the view."""
        return cls(
            article=ArticleOut.model_validate(page.article),
            text=page.text,
            claims=[ClaimOut.of(claim) for claim in page.claims],
            furniture=[FurnitureOut.model_validate(one) for one in page.furniture],
        )


class Articles(BaseModel):
    """A page of articles."""

    items: list[ArticleOut]
    next_cursor: str | None = Field(examples=[ARTICLE])


class Claims(BaseModel):
    """A page of claims."""

    items: list[ClaimOut]
    next_cursor: str | None = Field(examples=[AFTER_CLAIM])


class Judgements(BaseModel):
    """A page of judgements."""

    items: list[JudgementOut]
    next_cursor: str | None = Field(examples=[AFTER_JUDGEMENT])


class ExportOut(BaseModel):
    """An export and its columns."""

    name: str = Field(examples=["claims"])
    about: str = Field(examples=["One row per claim."])
    columns: list[str] = Field(examples=[["claim", "article", "verdict"]])
    formats: list[str] = Field(examples=[["csv", "jsonl"]])


class Exports(BaseModel):
    """Every export there is."""

    items: list[ExportOut]


class Me(BaseModel):
    """Who the credential says you are."""

    name: str = Field(examples=["newsroom"])
    role: str = Field(examples=["editor"])
    expires_at: datetime


class Share(BaseModel):
    """What one reviewer has done so far."""

    model_config = ConfigDict(from_attributes=True)

    articles: int
    claims: int
    last_said: datetime | None


class OverruledOut(_Shown):
    """A claim of which an adjudicator says something else: what the reviewer said, what holds."""

    claim: str = Field(examples=[CLAIM])
    article: str = Field(examples=[ARTICLE])
    title: str | None = Field(examples=["Pier stays shut"])
    text: str = Field(examples=[WORDS])
    said: str = Field(description="The reviewer's verdict", examples=[VERDICT])
    said_reason: str | None = Field(examples=["on-record"])
    verdict: str = Field(description="The adjudicator's verdict", examples=[VERDICT])
    reason: str | None = Field(examples=["on-record"])
    evidence: list[str] = Field(examples=[[SOURCE]])
    overruling: str | None = Field(
        description="Code of why no reviewer was followed", examples=["new-evidence"]
    )
    note: str | None = Field(examples=["See the second page."])
    decided_at: datetime


class Feedback(BaseModel):
    """Where one reviewer was overruled, the newest first."""

    items: list[OverruledOut]


class Health(BaseModel):
    """The process is alive."""

    status: str = "ok"


class Ready(BaseModel):
    """Whether the service can do its work, and if not, the one reason."""

    ready: bool
    reason: str | None = Field(default=None, examples=["Label Studio does not answer."])
    pulled_seconds_ago: float | None = None


class FlagOut(_Shown):
    """Something that was noticed of how a reviewer works."""

    delivery: int
    said_at: datetime | None
    code: str = Field(examples=["copied"])
    reviewer: str | None = Field(description="Pseudonym of whom it is noticed of", examples=[WHO])
    other: str | None = Field(
        description="Pseudonym of whose work it was compared with", examples=["r-ba9876543210"]
    )
    article: str = Field(examples=[ARTICLE])
    claim: str = Field(
        description="The claim concerned; empty for the whole delivery", examples=[CLAIM]
    )
    counts: bool = Field(description="Whether what was said counts all the same")
    why: str = Field(examples=["It is the same as what somebody else said before."])


class StatusOut(BaseModel):
    """How far the work is, and how well collecting goes."""

    articles: int
    published: int
    reviewers: int
    deliveries: int
    waiting: int = Field(description="Deliveries nobody has looked into yet")
    ledger: str = Field(description="Head of the ledger of deliveries", examples=[HEAD])
    judgements: int
    stale: int | None = Field(description="Judgements whose case the codebook has otherwise now")
    claims: dict[str, int] = Field(description="Claims by state", examples=[{"agreed": 12}])
    pulled_seconds_ago: float | None
    reconciled_at: datetime | None = Field(description="Last comparison with all of Label Studio")
    mended: int = Field(description="What the comparisons found that polling had not brought")
    quarantined: int = Field(description="What does not count, or could not be read")
    vanished: int = Field(description="Annotations that are no longer in Label Studio")
    unconfirmed: int = Field(description="Rings that told what Label Studio never had")
    flagged: dict[str, int] = Field(
        description="What was noticed of how reviewers work, by code", examples=[{"copied": 1}]
    )
    flags: list[FlagOut] = Field(description="The newest of it")

    @classmethod
    def of(cls, found: Status, pulled_seconds_ago: float | None) -> Self:
        """From what the verb found; whose delivery was refused and why is for operators.

        The reasons name accounts by number, which beside a pseudonym would tell who it is. For
        operators, too, is what was noticed in planted articles, which would tell which those are.
        """
        shown = {name: getattr(found, name, None) for name in cls.model_fields}
        shown["flags"] = [FlagOut.model_validate(one) for one in found.flags if not one.planted]
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
