"""What changed in a retelling, in the words that reviewers and adjudicators read beside a claim.

A hint and never a verdict. The words of the articles stand in it as they are, each apart, so that
a script that runs the other way moves nothing around it.
"""

from collections.abc import Mapping, Sequence

APART, TOGETHER = "\u2068", "\u2069"
NOTHING = "–"


def told(sentence: str | None, drifts: Sequence[Mapping[str, str | None]]) -> str:
    """What the origin says where a claim retells it, and how they differ.

    Without a sentence the origin says nothing of it. A drift has a `type`, and the words on
    either side as `in_origin` and `in_retelling`, where there are any.
    """
    said = "The origin does not say this." if sentence is None else f"Origin:\n{sentence}"
    return "\n".join([said, *map(_told, drifts)])


def _told(drift: Mapping[str, str | None]) -> str:
    kind = (drift.get("type") or "").replace("-", " ")
    before, after = (
        apart(words) if (words := drift.get(side)) else NOTHING
        for side in ("in_origin", "in_retelling")
    )
    return f"Differs, {kind}: {before} → {after}"


def apart(words: str) -> str:
    """Words of others within ours: whichever way they run, they move nothing around them."""
    return f"{APART}{words}{TOGETHER}"
