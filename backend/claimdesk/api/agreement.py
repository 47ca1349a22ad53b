"""How far reviewers agree, over REST: the report's figures, reviewers by their pseudonyms."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from pydantic.types import JsonValue

from claimdesk.api.problems import answers
from claimdesk.api.routes import Bench
from claimdesk.workflow.reporting import report

ALPHA: dict[str, JsonValue] = {
    "value": 0.597,
    "units": 186,
    "votes": 865,
    "observed": 0.276,
    "expected": 0.686,
}
INTERVAL: dict[str, JsonValue] = {
    "low": 0.535,
    "high": 0.647,
    "drawn": 186,
    "resamples": 1000,
    "undefined": 0.0,
}


class _Told(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class AgreementQuery(BaseModel):
    """How the figures are wanted."""

    model_config = ConfigDict(extra="forbid")

    force_model: bool = Field(default=False, description="Fit the model however small the panel is")


class AgreementOut(_Told):
    """One coefficient: 1 where all agree, 0 as by chance; null with a reason where undefined."""

    model_config = ConfigDict(json_schema_extra={"examples": [ALPHA]})

    value: float | None
    units: int = Field(description="Claims, or code points, that two reviewers or more judged")
    votes: int
    observed: float | None = Field(description="Disagreement there is, 0 to 1")
    expected: float | None = Field(description="Disagreement there would be by chance")
    why: str | None = Field(default=None, description="Why it is not defined, if it is not")


class IntervalOut(_Told):
    """Where the coefficient lies in 95 % of resamples, or why nobody can say."""

    model_config = ConfigDict(json_schema_extra={"examples": [INTERVAL]})

    low: float | None
    high: float | None
    drawn: int = Field(description="Claims or articles drawn for each resample")
    resamples: int
    undefined: float = Field(description="Share of resamples in which it has no value")
    why: str | None = None


class RateOut(_Told):
    """A share with its 95 % Wilson interval; null, with a reason, of nothing."""

    hits: int
    of: int
    value: float | None
    low: float | None
    high: float | None
    why: str | None


class PaceOut(_Told):
    """Median seconds for a claim."""

    seconds: float | None
    of: int
    why: str | None


class CountsOut(_Told):
    """Claims by state, sturdiness of verdicts, and what was done to places."""

    claims: dict[str, int]
    robust: int
    fragile: int
    flips: dict[str, int] = Field(description="What would take a verdict away, as codes")
    events: dict[str, int]


class PartOut(_Told):
    """One verdict against all others, or the claims of one language."""

    name: str
    alpha: AgreementOut
    interval: IntervalOut


class ArticlePartOut(_Told):
    """The claims of one article."""

    id: str
    title: str | None
    alpha: AgreementOut


class PairOut(_Told):
    """Cohen's kappa of two reviewers; its units are the claims they share."""

    first: str
    second: str
    kappa: AgreementOut


class LabelledOut(_Told):
    """Agreement on verdicts: Krippendorff's alpha, nominal, with missing values."""

    alpha: AgreementOut
    over_claims: IntervalOut
    over_articles: IntervalOut = Field(description="The honest one from some ten articles on")
    percent: AgreementOut = Field(description="Share of pairs of votes that are the same")
    drawn: str = Field(description="What the intervals of parts draw: claims, or articles")
    seed: int
    confidence: float
    verdicts: list[PartOut]
    languages: list[PartOut]
    articles: list[ArticlePartOut] = Field(description="The least agreement first")
    coincidences: list[list[int]] = Field(
        description="Pairs of votes on a claim by label and label, each pair both ways"
    )
    pairs: list[PairOut]
    no_pairs: str | None = Field(description="Why there are no pairs, if they were left out")


class PlacedOut(_Told):
    """Agreement on where claims are: the alpha_u family (Krippendorff and others, 2016)."""

    articles: int = Field(description="Articles that two reviewers or more finished")
    whole: AgreementOut
    marking: AgreementOut = Field(description="What is a claim, and its ends")
    coding: AgreementOut = Field(description="Which verdict, where two marked")
    verdicts: dict[str, AgreementOut]
    coverage: float | None = Field(description="Share of all that was read that coding rests on")


class ReviewerOut(_Told):
    """One reviewer. Rates from moved on are of the claims shown in articles they finished."""

    name: str
    judged: int
    abstained: int
    compared: RateOut = Field(description="Said what more than half of the others said")
    without_majority: int
    confusion: list[list[int]] = Field(description="Own label by most others' label")
    gold: RateOut = Field(description="Gave the known answer to planted claims, counted apart")
    rank: int | None
    unranked: str | None
    finished: int
    moved: RateOut
    merged: RateOut
    split: RateOut
    deleted: RateOut
    untouched: RateOut = Field(description="Left without a verdict")
    added: int
    pace: PaceOut


class OtherwiseOut(_Told):
    """A claim of which the model would say something else than the consensus."""

    claim: str
    article: str
    title: str | None
    text: str
    consensus: str
    model: str
    probability: float


class ModelOut(_Told):
    """The model of Dawid and Skene on the desk's votes. Advice: it changes nothing."""

    fitted: bool
    refused: str | None = Field(description="Why it is not worth much; fitted only if forced")
    iterations: int
    converged: bool
    compared: int
    otherwise: int
    suggested: int = Field(description="Claims without a verdict for which it has one")
    listed: list[OtherwiseOut] = Field(description="At most 100, the surest first")


class ReportOut(_Told):
    """How far reviewers agree, from one state of the desk."""

    taken_at: datetime
    ledger: str
    policy: str
    labels: list[str] = Field(description="Labels that count, in the order of all tables")
    counts: CountsOut
    labelled: LabelledOut
    placed: PlacedOut
    reviewers: list[ReviewerOut]
    model: ModelOut


router = APIRouter(prefix="/api/v1", tags=["agreement"], responses=answers(422, 500, 503))


@router.get("/agreement", response_model=ReportOut)
def read_agreement(bench: Bench, query: Annotated[AgreementQuery, Query()]) -> Any:
    """How far reviewers agree: on verdicts, on where claims are, and each with the others."""
    return report(bench, force_model=query.force_model)
