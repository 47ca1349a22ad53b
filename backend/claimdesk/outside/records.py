"""One object of a file: an opinion, or a list of them under one of the names lists have."""

from collections.abc import Iterator, Mapping
from typing import Any

from claimdesk.outside import annotations, reviews
from claimdesk.outside.opinions import Another, Opinion, Unusable, kinds, objects

LISTS = ("items", "rows", "@graph", "claims", "dataFeedElement", "first", "item", "results")
"""Where pages of W3C, Hypothesis, JSON-LD, Google and data feeds keep what is in them."""

DEEPEST = 4
FORM = (
    "it is neither a W3C or Hypothesis annotation nor a ClaimReview of schema.org or Google: none "
    "of their names stands in it"
)


def opinions_in(value: Any, depth: int = 0) -> Iterator[Opinion | Unusable]:
    """The opinions in an object or a list; in place of one that cannot be used, why."""
    if isinstance(value, list):
        for one in value:
            yield from opinions_in(one, depth + 1)
        return
    if not isinstance(value, dict) or depth > DEEPEST:
        yield Unusable(FORM)
        return
    read = _reader(value)
    if read is not None:
        try:
            yield from read(value)
        except Unusable as error:
            yield error
        return
    inner = [value[name] for name in LISTS if isinstance(value.get(name), dict | list)]
    if not inner:
        yield Another(FORM) if kinds(value) else Unusable(FORM)
    for one in inner:
        yield from opinions_in(one, depth + 1)


def _reader(value: Mapping[str, Any]) -> Any:
    types = kinds(value)
    if "ClaimReview" in types:
        return reviews.of_schema
    if "text" in value and any(objects(value.get("claimReview"))):
        return reviews.of_google
    if "Annotation" in types:
        return annotations.of_w3c
    if "target" in value and "uri" in value:
        return annotations.of_hypothesis
    return None
