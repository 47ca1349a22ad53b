"""Where in our articles the words stand that others quote.

All articles that may be meant are gone through once, however many quotations there are.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from claimdesk.consensus.evidence import key as same_source
from claimdesk.errors import NotFound
from claimdesk.outside import Lost, Opinion, Text, Unusable, anchor, places
from claimdesk.segmenting import FURNITURE
from claimdesk.spans import Place, core
from claimdesk.store import facts, outside
from claimdesk.store.database import batches

AT_ONCE = 50
_FRONT = re.compile(r"^https?://(?:www\.)?")


@dataclass(frozen=True)
class Spot:
    """A place in an article, and whether that is another than what is quoted is said to be from."""

    article: str
    place: Place
    elsewhere: bool = False


@dataclass
class Search:
    """What is looked for, where, and what has come of it so far.

    `named` are the articles that it says it is from, the likeliest first; in all others only a
    whole claim is meant. What is said of a claim is said of it as often as an article has it.
    """

    opinion: Opinion
    named: Sequence[str] = ()
    everywhere: bool = False
    found: dict[str, list[Place]] = field(default_factory=dict)
    lost: str = "its words stand in no article"

    def spots(self) -> list[Spot]:
        """Every place that is meant. Raises Unusable when there is none, or no single one."""
        first = next((one for one in self.named if one in self.found), None)
        spots = [
            Spot(one, place, elsewhere=bool(self.named) and one not in self.named)
            for one, some in sorted(self.found.items())
            for place in some
        ]
        if not spots:
            raise Unusable(self.lost)
        if self.opinion.everywhere:
            return spots
        if first is not None:
            return [one for one in spots if one.article == first]
        if len(spots) > 1:
            raise Unusable(f"its words stand in {len(spots)} places; say in which: --article")
        return spots


class Library:
    """The articles of the desk, by what others may call them; planted ones are not among them."""

    def __init__(self, session: Session, only: Sequence[str]) -> None:
        self._session = session
        self._all: list[str] = []
        self._called: dict[str, list[str]] = defaultdict(list)
        for number, url in outside.sources(session):
            self._all.append(number)
            for name in (number, *filter(None, [_page(url or "")])):
                self._called[name].append(number)
        self._only = [number for name in only for number in self._meant(name)]

    def search(self, opinion: Opinion) -> Search:
        """Where to look for an opinion. Raises Unusable where it is from none of our articles."""
        if self._only:
            return Search(opinion, self._only)
        named = [one for name in opinion.articles for one in self._known(name)]
        addresses = [one for one in opinion.articles if "://" in one]
        if not named and addresses and not opinion.everywhere:
            raise Unusable(f"no article here is from {addresses[0]}; load it, or say --article")
        return Search(opinion, list(dict.fromkeys(named)), opinion.everywhere or not named)

    def look(self, searches: Sequence[Search], told: Callable[[int, int], None]) -> None:
        """Look into every article that may be meant by any of them."""
        of_article = defaultdict(list)
        everywhere = [one for one in searches if one.everywhere]
        for one in searches:
            for article in one.named:
                of_article[article].append(one)
        articles = self._all if everywhere else [one for one in self._all if one in of_article]
        for number, some in enumerate(batches(articles, AT_ONCE)):
            told(number * AT_ONCE, len(articles))
            for article, words in facts.texts(self._session, some):
                text = Text(words)
                self._look_for_claims(everywhere, article, text)
                for one in of_article.get(article, ()):
                    if article not in one.found:
                        _look(one, article, text)

    def _look_for_claims(self, searches: Iterable[Search], article: str, text: Text) -> None:
        """Of what may stand anywhere, all that is a whole claim of the article."""
        claims: dict[Place, Place] | None = None
        for one in searches:
            if spots := [core(text.words, *place) for place in places(text, one.opinion.quote)]:
                claims = self._claims(article, text) if claims is None else claims
                if meant := [claims[spot] for spot in spots if spot in claims]:
                    one.found[article] = meant

    def _claims(self, article: str, text: Text) -> dict[Place, Place]:
        """Where the claims of an article are, by where their words are."""
        segments = facts.segments_of(self._session, [article])[article]
        return {
            core(text.words, one.start, one.end): (one.start, one.end)
            for one in segments
            if one.role not in FURNITURE
        }

    def _known(self, name: str) -> list[str]:
        return self._called.get(name) or self._called.get(_page(name)) or []

    def _meant(self, name: str) -> list[str]:
        found = self._known(name) if name.strip() else []
        if not found:
            raise NotFound(
                f"There is no article {name!a}.",
                why="It is no id of an article here, and no address that one is from.",
                fix="claimdesk export articles lists ids and addresses.",
            )
        return found


def _page(address: str) -> str:
    """What addresses of one page have in common, wherever on it they lead."""
    plain = same_source(address.strip()).partition("#")[0]
    return _FRONT.sub("", plain).rstrip("/")


def _look(one: Search, article: str, text: Text) -> None:
    try:
        one.found[article] = [anchor(text, one.opinion.quote)]
    except Lost as lost:
        one.lost = f"{lost} (article {article})"
