"""By which rules votes become a verdict: what an operator can set, and the version of the rest."""

from dataclasses import dataclass

from claimdesk.wholes import whole

VERSION = 1
"""Counts up whenever the same votes under the same settings are decided otherwise."""

SAFE_MARGIN = 2
"""The lead, in votes, from which a verdict that is not unanimous is settled."""


@dataclass(frozen=True)
class Policy:
    """What an operator decides about deciding.

    `min_reviewers` is how many usable judgements a claim needs; with `strict` one objection under
    another verdict is enough to send the claim to adjudication. ValueError unless the number is a
    whole one from 1.
    """

    min_reviewers: int = 2
    strict: bool = False

    def __post_init__(self) -> None:
        if whole("the number of reviewers needed", self.min_reviewers) < 1:
            raise ValueError(
                f"A policy needs at least 1 reviewer to decide, not {self.min_reviewers}."
            )

    @property
    def name(self) -> str:
        """What is kept beside every consensus, so that it can be told why it came out so."""
        return f"{VERSION}:min={self.min_reviewers},strict={int(self.strict)}"
