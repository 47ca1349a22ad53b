"""The nouns, as tables.

Facts are what cannot be computed again: an Article as it was loaded, its Segments, GoldAnswers, the
Matches that were told, every Delivery as it arrived, what a Rereading asked for, what was shown of
a Conflict, the Codebooks, who a Reviewer is, who may come in, and which Endpoint was Told what.
Standing, Judgement, Ruling, Flag, Consensus and Ranking follow from the deliveries, Publication and
Reconciliation from Label Studio; they may be rebuilt.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    TypeDecorator,
    text,
)
from sqlmodel import Field, SQLModel


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC in Python on every database; a naive value is a mistake and refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Store UTC."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone must not be stored")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        """Read UTC, also from a database that forgets the zone."""
        if value is None:
            return None
        moment: datetime = value
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def article_id(text: str) -> str:
    """The id of a text that is already normalised: the same text is the same article."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def segment_id(article: str, start: int, end: int) -> str:
    """The id of `text[start:end]` of an article; Label Studio carries it as the region id."""
    return hashlib.sha256(f"{article}:{start}:{end}".encode()).hexdigest()[:20]


# SQLite counts rows only in a plain INTEGER key.
BigKey = BigInteger().with_variant(Integer(), "sqlite")


class Installation(SQLModel, table=True):
    """One row for this installation, whose mark finds our projects in Label Studio again."""

    id: int = Field(default=1, primary_key=True)
    mark: str


class Article(SQLModel, table=True):
    """One text, one retelling, as it was loaded. Never changed; a changed text is a new one."""

    id: str = Field(primary_key=True, description="Digest of the normalised text")
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = Field(default=None, description="ISO 8601 date or time, as given")
    language: str | None = Field(default=None, description="BCP 47 tag")
    story: str | None = Field(default=None, index=True)
    external_id: str | None = Field(default=None, description="The name its owner gave it")
    replaces: str | None = Field(default=None, description="The article it is a new revision of")
    source: str = Field(description="File it came from")
    known_from: dict[str, str] = Field(
        default_factory=dict,
        sa_type=JSON,
        sa_column_kwargs={"server_default": "{}"},
        description="Where each of its metadata was found",
    )
    segmenter: int = Field(
        default=1,
        sa_column_kwargs={"server_default": "1"},
        index=True,
        description="Version of the segmenter that cut it",
    )
    gold: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": "0"},
        description="Planted to see how reviewers judge; no content",
    )
    loaded_at: datetime = Field(sa_type=UtcDateTime)


class Original(SQLModel, table=True):
    """What an article's text was taken out of, byte for byte as it came."""

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    media_type: str
    digest: str = Field(description="SHA-256 of the body")
    extractor: str = Field(description="Name and version of what took the text out of it")
    body: bytes = Field(sa_type=LargeBinary)


class Segment(SQLModel, table=True):
    """`text[start:end]` of an article, offsets in code points; segments tile the text."""

    id: str = Field(primary_key=True, description="Digest of article, start, end")
    article_id: str = Field(foreign_key="article.id", index=True)
    position: int = Field(description="Order within the article, from 0")
    start: int
    end: int
    role: str = Field(description="title, body, quote, heading, byline or boilerplate")
    reason: str | None = Field(default=None, description="Code of why it has this role")
    language: str | None = None
    speaker_start: int | None = Field(default=None, description="Where the text names who says it")
    speaker_end: int | None = None
    speech: int | None = Field(
        default=None, description="Number of the speech it belongs to, within the article"
    )
    worth: float | None = Field(default=None, description="How much it is worth checking, 0 to 1")
    signals: list[str] = Field(
        default_factory=list,
        sa_type=JSON,
        sa_column_kwargs={"server_default": "[]"},
        description="Codes of what speaks for and against checking it",
    )


class GoldAnswer(SQLModel, table=True):
    """What is known of a claim of a planted article."""

    claim_id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    verdict: str
    reason: str | None = None


class Match(SQLModel, table=True):
    """The place in the origin of its story that a claim of a retelling goes back to.

    Without a place the origin says nothing of it.
    """

    claim_id: str = Field(primary_key=True)
    origin_id: str = Field(foreign_key="article.id", index=True)
    start: int | None = None
    end: int | None = None
    drifts: list[dict[str, str | None]] = Field(
        default_factory=list,
        sa_type=JSON,
        description="What differs: type, in_origin and in_retelling of each",
    )


class Publication(SQLModel, table=True):
    """Where an article, or a conflict about one claim of it, stands in Label Studio.

    And how much of it we have looked at.
    """

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    claim_id: str = Field(
        default="",
        primary_key=True,
        sa_column_kwargs={"server_default": ""},
        description="The claim to be adjudicated; empty where the article is to be reviewed",
    )
    project_id: int
    task_id: int = Field(index=True)
    seen: str | None = Field(default=None, description="The task's updated_at when last fetched")
    sure: bool = Field(default=False, description="Fetched twice at the same updated_at")
    segmenter: int = Field(
        default=1,
        sa_column_kwargs={"server_default": "1"},
        description="Version of the segmenter whose segments stand there",
    )

    __table_args__ = (
        Index("ix_publication_seen", "project_id", "seen"),
        Index("ix_publication_sure", "project_id", "sure", "seen"),
    )


class Rereading(SQLModel, table=True):
    """An article that was shown to one more reviewer, with the claims that were still open.

    Whoever began after that was asked for these claims only.
    """

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    reading: int = Field(primary_key=True, description="How many readings this one makes it")
    claims: list[str] = Field(sa_type=JSON, description="Ids of the claims that were asked for")
    asked_at: datetime = Field(
        sa_type=UtcDateTime,
        description="By Label Studio's clock: when what it was asked after was saved",
    )


class Conflict(SQLModel, table=True):
    """A claim that an adjudicator was asked to decide, and what was shown of it.

    Reviewers may change what they said; whoever adopts a version adopts the one that was shown.
    """

    claim_id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    start: int = Field(description="Where the claim was shown")
    end: int
    votes: dict[str, int] = Field(sa_type=JSON, description="Usable judgements per label, then")
    versions: dict[str, dict[str, Any]] = Field(
        sa_type=JSON, description="By letter: what a reviewer had said, who, and in which delivery"
    )
    opened_at: datetime = Field(sa_type=UtcDateTime)


class Codebook(SQLModel, table=True):
    """A codebook under which reviewers judged: what it said of each of its cases, as digests."""

    revision: str = Field(primary_key=True, description="Digest of all of it")
    cases: dict[str, str] = Field(sa_type=JSON, description="Digest of each case, by its name")
    first_used_at: datetime = Field(sa_type=UtcDateTime)


class Delivery(SQLModel, table=True):
    """One event as it arrived: an entry of the ledger, chained to the one before it.

    Appended and never changed, apart from how handling went, which the chain leaves out.
    """

    id: int | None = Field(default=None, primary_key=True, sa_type=BigKey)
    key: str = Field(unique=True, description="Annotation and its updated_at, or its end")
    kind: str = Field(
        description="annotation, tombstone when it vanished, or outside where others said it"
    )
    annotation: str = Field(index=True, description="Its number and time of creation")
    project: str = Field(
        default="",
        sa_column_kwargs={"server_default": ""},
        description="Number and time of creation of its project; empty where not noted yet",
    )
    task_id: int = Field(index=True)
    article_id: str = Field(index=True)
    reviewer_id: int | None = Field(
        default=None, sa_type=BigInteger, description="Who really wrote it: updated_by"
    )
    said_at: datetime | None = Field(
        default=None, sa_type=UtcDateTime, description="Label Studio's own time"
    )
    claim_id: str | None = Field(
        default=None, index=True, description="The claim that it rules on; none for a review"
    )
    body: dict[str, Any] = Field(sa_type=JSON)
    config: str = Field(description="Digest of the label config in force when it arrived")
    codebook: str | None = Field(
        default=None, description="Revision of the codebook that its author was shown"
    )
    arrived_at: datetime = Field(sa_type=UtcDateTime)
    link: str = Field(
        default="",
        sa_column_kwargs={"server_default": ""},
        description="SHA-256 over the previous link and this entry",
    )
    handled: bool = False
    refused: str | None = Field(default=None, description="Why it does not count, if it does not")

    # Only of those that wait: an index of all of them tempts SQLite into walking through it.
    __table_args__ = (
        Index(
            "ix_delivery_waiting",
            "id",
            sqlite_where=text("handled IS 0"),
            postgresql_where=text("handled IS false"),
        ),
    )


class Standing(SQLModel, table=True):
    """Which delivery is the newest of an annotation. It only advances, and the end is final."""

    annotation: str = Field(primary_key=True)
    delivery_id: int = Field(sa_type=BigInteger)
    project: str
    task_id: int = Field(index=True)
    article_id: str
    gone: bool = Field(default=False, description="Vanished from Label Studio, for ever")


class Ring(SQLModel, table=True):
    """What came with a ring of the doorbell. Kept as it came, and never believed."""

    __table_args__ = {"sqlite_autoincrement": True}
    id: int | None = Field(default=None, primary_key=True, sa_type=BigKey)
    digest: str = Field(unique=True, description="SHA-256 of the body")
    body: bytes = Field(sa_type=LargeBinary)
    arrived_at: datetime = Field(sa_type=UtcDateTime)
    outcome: str | None = Field(
        default=None, index=True, description="unconfirmed or quarantined; none while it waits"
    )
    why: str | None = None


class Reconciliation(SQLModel, table=True):
    """One comparison with all of Label Studio, and what it had to mend."""

    id: int | None = Field(default=None, primary_key=True, sa_type=BigKey)
    at: datetime = Field(sa_type=UtcDateTime)
    depth: str = Field(description="inventory or sweep")
    tasks: int
    received: int = Field(description="Versions that polling had not brought")
    vanished: int = Field(description="Annotations that were gone")
    seconds: float
    trouble: str | None = Field(default=None, description="Why it was not finished")


class Lease(SQLModel, table=True):
    """Who does a piece of work that only one may do; a higher fence ends every lower one."""

    name: str = Field(primary_key=True)
    fence: int = Field(sa_type=BigInteger)
    holder: str
    taken_at: datetime = Field(sa_type=UtcDateTime)


class Reviewer(SQLModel, table=True):
    """A person who judges, as Label Studio numbers them."""

    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    email: str | None = None
    joined: str | None = Field(
        default=None, description="When the account was made, as Label Studio says"
    )
    languages: list[str] = Field(
        default_factory=list,
        sa_type=JSON,
        sa_column_kwargs={"server_default": "[]"},
        description="Read by this person, as BCP 47 tags; none stated means any",
    )
    key: str = Field(description="Secret of this person's pseudonym; shredded when erased")
    pseudonym: str = Field(unique=True, description="HMAC-SHA256 under the key, shortened")
    erased_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Token(SQLModel, table=True):
    """A credential: an API token, a login link or an editor's session. Kept as a hash only."""

    id: str = Field(primary_key=True, description="Short public name of the credential")
    kind: str = Field(description="token, login or session")
    name: str = Field(description="Who or what it was made for")
    role: str = Field(description="reviewer, editor, adjudicator or admin")
    digest: str = Field(unique=True, description="SHA-256 of the secret")
    reviewer_id: int | None = Field(
        default=None, sa_type=BigInteger, description="Whose progress a reviewer may see"
    )
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AuditEntry(SQLModel, table=True):
    """Who did something that others may want to know of."""

    id: int | None = Field(default=None, primary_key=True, sa_type=BigKey)
    at: datetime = Field(sa_type=UtcDateTime)
    who: str
    what: str
    about: str | None = None


class Judgement(SQLModel, table=True):
    """One reviewer on one claim, in the newest usable version."""

    claim_id: str = Field(primary_key=True)
    reviewer_id: int = Field(primary_key=True, sa_type=BigInteger)
    article_id: str = Field(index=True)
    start: int
    end: int
    verdict: str
    change: str | None = Field(
        default=None, description="What the reviewer did to the claim's place, if anything"
    )
    reason: str | None = None
    evidence: list[str] = Field(default_factory=list, sa_type=JSON)
    note: str | None = None
    confidence: int | None = None
    delivery_id: int = Field(sa_type=BigInteger)
    said_at: datetime = Field(sa_type=UtcDateTime)
    config: str = Field(description="Digest of the label config it was made under")
    codebook: str | None = Field(
        default=None, index=True, description="Revision of the codebook it was made under"
    )
    discounted: str | None = Field(
        default=None, description="Code of why it does not count, if it does not"
    )


class Ruling(SQLModel, table=True):
    """What an adjudicator decided of one claim; it wins over all judgements."""

    claim_id: str = Field(primary_key=True)
    article_id: str = Field(index=True)
    reviewer_id: int = Field(sa_type=BigInteger, description="The adjudicator")
    start: int
    end: int
    verdict: str
    reason: str | None = None
    evidence: list[str] = Field(default_factory=list, sa_type=JSON)
    note: str | None = None
    adopted: str | None = Field(default=None, description="Letter of the version that was taken")
    overruling: str | None = Field(
        default=None, description="Code of why none of the reviewers was followed"
    )
    delivery_id: int = Field(sa_type=BigInteger)
    said_at: datetime = Field(sa_type=UtcDateTime)


class Flag(SQLModel, table=True):
    """Something about a delivery that somebody should look at: a sign of work that was not blind.

    `code` says what; `other_id` is the reviewer with whose work it was compared.
    """

    delivery_id: int = Field(primary_key=True, sa_type=BigInteger)
    code: str = Field(primary_key=True)
    claim_id: str = Field(
        default="", primary_key=True, description="The claim concerned; empty for all of it"
    )
    article_id: str = Field(index=True)
    reviewer_id: int | None = Field(default=None, sa_type=BigInteger)
    other_id: int | None = Field(default=None, sa_type=BigInteger)
    counts: bool = Field(description="Whether what was said counts all the same")
    why: str


class Consensus(SQLModel, table=True):
    """What the judgements of one claim add up to; absent while nobody has judged it."""

    claim_id: str = Field(primary_key=True)
    article_id: str = Field(index=True)
    start: int
    end: int
    state: str = Field(index=True)
    verdict: str | None = Field(default=None, index=True)
    votes: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    abstained: int = 0
    margin: int = 0
    probability: float | None = None
    settled: bool = False
    why: str = ""
    reason: str | None = Field(
        default=None, description="Given most often by those who gave the verdict"
    )
    robust: bool | None = Field(
        default=None, description="Whether the verdict stands if a little less is believed"
    )
    flips: list[str] = Field(
        default_factory=list,
        sa_type=JSON,
        sa_column_kwargs={"server_default": "[]"},
        description="Codes of what would take the verdict away",
    )
    support: float | None = Field(
        default=None, description="Of an added claim: share of those who finished who drew it"
    )
    policy: str = Field(
        default="",
        sa_column_kwargs={"server_default": ""},
        index=True,
        description="Rules it was decided by, and their version",
    )
    challenged: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": "0"},
        description="Whether later votes would decide otherwise than the adjudicator did",
    )


class Ranking(SQLModel, table=True):
    """The desk's own model of what is worth checking, and how it does against the rules."""

    id: int = Field(default=1, primary_key=True)
    fitted_at: datetime = Field(sa_type=UtcDateTime)
    labels: int = Field(description="Settled claims there were when it was fitted")
    used: bool = Field(description="Whether it orders claims in place of the rules")
    rules_ap: float | None = Field(default=None, description="Average precision of the rules")
    model_ap: float | None = None
    why: str
    model: str = Field(description="Its weights as JSON")


class Endpoint(SQLModel, table=True):
    """An address outside that is told what happens; the operator chose it."""

    id: str = Field(primary_key=True)
    url: str
    events: list[str] = Field(sa_type=JSON, description="What it is told of")
    secret: str = Field(description="Signs what it is told, and so is kept as it is")
    private: bool = Field(description="Whether it may lie in a private network")
    created_at: datetime = Field(sa_type=UtcDateTime)


class Notice(SQLModel, table=True):
    """What an endpoint is told once: sent until it is taken, or given up."""

    id: str = Field(primary_key=True, description="The same however often it is sent")
    endpoint_id: str = Field(index=True)
    event: str
    about: str = Field(description="Id of the claim or article")
    body: str = Field(description="As it is signed and sent")
    created_at: datetime = Field(sa_type=UtcDateTime, index=True)
    tries: int = 0
    next_at: datetime | None = Field(
        default=None, sa_type=UtcDateTime, index=True, description="None once it is done with"
    )
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    outcome: str | None = Field(default=None, description="What came of the last try")


class Told(SQLModel, table=True):
    """How a claim, or an article, stood when it was last looked at for something to tell."""

    article_id: str = Field(primary_key=True)
    claim_id: str = Field(
        default="",
        primary_key=True,
        index=True,
        sa_column_kwargs={"server_default": ""},
        description="Empty for the article itself",
    )
    what: str = Field(description="Begins with the event that led here")
