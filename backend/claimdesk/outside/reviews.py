"""Reviews of claims: schema.org's ClaimReview, and what Google's Fact Check Tools make of them.

The forms are those of https://schema.org/ClaimReview and of the method `claims:search`. A review
is about a claim wherever it stands; the articles that it names come first.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from claimdesk.outside.opinions import (
    LONGEST_QUOTE,
    Opinion,
    Quote,
    Unusable,
    moment,
    objects,
    parts,
    person,
    words,
)


def of_schema(value: Mapping[str, Any]) -> Iterator[Opinion]:
    """The opinion in a ClaimReview. Raises Unusable."""
    ratings = list(objects(value.get("reviewRating")))
    told = [words(one) for one in parts(value.get("reviewRating")) if isinstance(one, str)]
    told += [words(one.get("alternateName")) or words(one.get("name")) for one in ratings]
    notes = [words(one.get("ratingExplanation")) for one in ratings]
    yield Opinion(
        quote=_claimed(value.get("claimReviewed")),
        articles=tuple(dict.fromkeys(_appearances(value))),
        author=_author(value, words(value.get("url"))),
        words=tuple(filter(None, told)),
        rating=next(filter(None, map(_rating, ratings)), None),
        evidence=tuple(filter(None, [words(value.get("url"))])),
        note="\n".join(filter(None, [*told, *notes])) or None,
        said_at=moment(value.get("dateModified")) or moment(value.get("datePublished")),
        address=words(value.get("url")),
        ledger=words(value.get("version")),
        everywhere=True,
    )


def of_google(value: Mapping[str, Any]) -> Iterator[Opinion]:
    """The opinions in a claim of Google's, one of each review. Raises Unusable."""
    quote = _claimed(value.get("text"))
    for one in objects(value.get("claimReview")):
        rating = words(one.get("textualRating"))
        said = [rating, words(one.get("title"))]
        yield Opinion(
            quote=quote,
            author=_author(one, words(one.get("url"))),
            words=tuple(filter(None, [rating])),
            evidence=tuple(filter(None, [words(one.get("url"))])),
            note="\n".join(filter(None, said)) or None,
            said_at=moment(one.get("reviewDate")),
            address=words(one.get("url")),
            everywhere=True,
        )


def _author(value: Mapping[str, Any], url: str | None) -> str | None:
    """Whose review it is: by the host of its address, as Google tells publishers apart."""
    for role in ("author", "publisher"):
        for one in parts(value.get(role)):
            about = one if isinstance(one, dict) else {"name": one}
            address = words(about.get("url")) or url or ""
            if name := words(about.get("name")) or words(about.get("site")):
                return person(name, words(about.get("site")) or _host(address))
    return person(None, _host(url or ""))


def _host(address: str) -> str | None:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host and host.removeprefix("www.")


def _claimed(value: Any) -> Quote:
    found = words(value, LONGEST_QUOTE)
    if found is None:
        raise Unusable("it does not say which claim it reviews")
    return Quote(found)


def _appearances(value: Mapping[str, Any]) -> Iterator[str]:
    """Ids and addresses of the articles in which the claim stands."""
    for claim in objects(value.get("itemReviewed")):
        for name in ("firstAppearance", "appearance"):
            for one in parts(claim.get(name)):
                if isinstance(one, str):
                    yield one
                elif isinstance(one, dict):
                    told = (one.get(key) for key in ("identifier", "url", "@id"))
                    yield from (known for known in told if isinstance(known, str))


def _rating(value: Mapping[str, Any]) -> float | None:
    """A rating on the scale from 1, false, to 5, true; its own scale may be another."""
    found = [_number(value.get(name)) for name in ("ratingValue", "worstRating", "bestRating")]
    given, worst, best = found
    worst = 1.0 if worst is None else worst
    best = 5.0 if best is None else best
    if given is None or not worst < best or not worst <= given <= best:
        return None
    return round(1 + 4 * (given - worst) / (best - worst), 6)


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) and abs(found) < 1e9 else None
