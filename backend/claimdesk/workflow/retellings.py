"""What reviewers are told of the origin of a story, and where that is known from.

Until claims are matched by their texts, it is known of the sample story alone, whose gold file
names the sentence behind each claim.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlmodel import Session

from claimdesk import careful, drift
from claimdesk.models import Article, Match, Segment
from claimdesk.segmenting import FURNITURE
from claimdesk.settings import bundled
from claimdesk.store import facts, matches
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.loading import load

Place = tuple[int, int]


def hints(session: Session, articles: Iterable[str]) -> dict[str, str]:
    """What to show beside the claims of some articles; nothing where nothing is known."""
    known = matches.matches_of(session, articles)
    return {match.claim_id: drift.told(sentence, match.drifts) for match, sentence in known}


def load_sample(bench: Workbench) -> None:
    """Load the sample story, and what its gold file knows of the origin of its claims."""
    folder = bundled("samples")
    load(bench, [str(folder)])
    gold = careful.read((folder / "gold.json").read_bytes())
    with reading(bench.engine) as session:
        told = {one.title: one for one in matches.articles_of_story(session, gold["story"])}
        segments = facts.segments_of(session, [one.id for one in told.values()])
    titles = {name: one["title"] for name, one in gold["articles"].items()}
    origin = told.get(titles[gold["original"]])
    if origin is None:
        return
    found = [
        match
        for name, title in titles.items()
        if (retelling := told.get(title)) is not None
        for match in _matched(origin, retelling, segments[retelling.id], _of(gold, name))
    ]
    with writing(bench.engine) as session:
        matches.put_matches(session, found)


def _of(gold: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The matches of one retelling that are about what happened."""
    return [one for one in gold["matches"] if one["retelling"] == name and not one.get("lineage")]


def _matched(
    origin: Article, retelling: Article, segments: Sequence[Segment], told: list[dict[str, Any]]
) -> Iterator[Match]:
    """The match of each claim: of the quoted sentence that fills most of it."""
    places = [_place(retelling.text, one["claim"], one.get("occurrence", 1)) for one in told]
    for segment in segments:
        if segment.role in FURNITURE:
            continue
        own = (segment.start, segment.end)
        shared, index = max(
            ((_shared(own, place), -number) for number, place in enumerate(places) if place),
            default=(0, 0),
        )
        if 2 * shared > segment.end - segment.start:
            yield _match(segment.id, origin, told[-index])


def _match(claim: str, origin: Article, told: dict[str, Any]) -> Match:
    place = _place(origin.text, told["origin"]) if told["origin"] else None
    sides = ("type", "in_origin", "in_retelling")
    return Match(
        claim_id=claim,
        origin_id=origin.id,
        start=place and place[0],
        end=place and place[1],
        drifts=[{side: one[side] for side in sides} for one in told["drifts"]],
    )


def _place(text: str, words: str, occurrence: int = 1) -> Place | None:
    start = -1
    for _ in range(occurrence):
        start = text.find(words, start + 1)
    return None if start < 0 else (start, start + len(words))


def _shared(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
