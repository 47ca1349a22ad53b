"""Codes in words, for people who read a page."""

from claimdesk import spans
from claimdesk.consensus import sensitivity

CHANGES = {
    spans.ADDED: "added it",
    spans.BOUNDARY: "moved its ends",
    spans.DELETED: "deleted it",
    spans.MERGE: "merged it with another",
    spans.REDRAWN: "drew it anew",
    spans.SPLIT: "split it",
    spans.SPLIT_MIXED: "split it under several verdicts, so it is no vote",
}
"""What a reviewer did to the place of a claim."""

FLIPS = {
    sensitivity.ONE_REVIEWER_LESS: "one reviewer less",
    sensitivity.TWO_ORIGINS: "two origins asked for",
    sensitivity.NO_ANONYMOUS: "anonymous evidence left out",
}
"""What would take a verdict away."""
