"""Codes in words, for people who read a page."""

from claimdesk import blindness, spans
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

DISCOUNTS = {
    blindness.COPIED: "a copy of another's work",
    blindness.SEEN: "made after a copy of another's work",
    blindness.SAME_REGIONS: "another's regions stand in it",
    blindness.PASTED: "another's words stand in it",
}
"""Why a judgement does not count."""
