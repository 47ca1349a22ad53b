"""Invented articles edited by invented reviewers, with what each region really belongs to.

What the truth says is what the reviewer meant, not what can be seen from where the region lies:
a boundary may move until little is left, and an added claim may lie almost where another does.
Labels and lengths are drawn at random; nothing here knows how reconciling is done.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from claimdesk.spans import ADDED, Cluster, Drawn, Judged, Published, Region, cluster, judged

OPEN, REJECT, VERDICTS = "claim", "none", ("yes", "no", "perhaps")
SEGMENTS, REVIEWERS = 40, 5

Links = set[tuple[str, str]]
"""Pairs of what is said to be one claim: two reviewers' regions, or a region and a segment."""


@dataclass(frozen=True)
class Tongue:
    """How an invented language looks: letters, spacing, and the mean length of a segment."""

    letters: str
    space: str
    stop: str
    length: int


TONGUES = {
    "long": Tongue("aeinorstlmdkäöü", " ", ". ", 130),
    "short": Tongue("абвгдеиклмно", " ", ". ", 55),
    "unspaced": Tongue("日本語文字列新聞記者市長橋", "", "。", 32),
    "right to left": Tongue("ابتدرسعقلمنهو", " ", "؟ ", 90),
}


@dataclass(frozen=True)
class Screen:
    """One reviewer's regions and, per region id, what they meant; no meaning, nothing said."""

    regions: list[Region]
    meant: dict[str, frozenset[str]]


@dataclass(frozen=True)
class Simulated:
    """One article as published and as each of its reviewers left it."""

    text: str
    published: list[Published]
    screens: list[Screen]


@dataclass
class Pen:
    """One reviewer at work on one article."""

    random: Random
    text: str
    name: str
    screen: Screen = field(default_factory=lambda: Screen([], {}))

    def draw(
        self, place: tuple[int, int], meant: set[str], *, label: str, id_: str | None = None
    ) -> None:
        start, end = place
        id_ = id_ or f"{self.name}{self.random.getrandbits(40):010x}"
        self.screen.regions.append(Region(id_, start, end, label))
        self.screen.meant[id_] = frozenset(meant)

    def verdict(self, *, besides: str = "") -> str:
        return self.random.choice([one for one in VERDICTS if one != besides])

    def moved(self, place: tuple[int, int]) -> tuple[int, int]:
        """The place with one or both ends moved: a little, by words, or by up to 30 %."""
        start, end = place
        which = self.random.choice("seb")
        first = start + self._shift(end - start) if which in "sb" else start
        last = end + self._shift(end - start) if which in "eb" else end
        first = min(max(0, first), len(self.text) - 1)
        return first, max(first + 1, min(last, len(self.text)))

    def _shift(self, length: int) -> int:
        kind, way = self.random.random(), self.random.choice((-1, 1))
        if kind < 0.45:
            return way * self.random.randint(1, 4)
        if kind < 0.75:
            return way * self.random.randint(5, 16)
        return way * round(length * self.random.uniform(0.05, 0.3))


def simulated(
    seed: int, *, tongue: str = "long", rate: float = 0.15, kept_ids: float = 1.0
) -> Simulated:
    """One article of 40 segments, edited by five reviewers at `rate` edits a segment."""
    random = Random(f"{seed} {tongue} {rate}")
    text, published = _article(random, TONGUES[tongue])
    wanted = list(_latent(random, published))
    cuts = {one.id: sorted(random.uniform(0.2, 0.8) for _ in range(2)) for one in published}
    screens = []
    for number in range(REVIEWERS):
        pen = Pen(random, text, f"r{number}-")
        _edit(pen, published, rate, cuts)
        for entity, place in wanted:
            if random.random() < 0.5:
                spot = pen.moved(place) if random.random() < 0.6 else place
                pen.draw(spot, {entity}, label=pen.verdict())
        screens.append(_renamed(pen, kept_ids, Random(f"{seed} {tongue} {number}")))
    return Simulated(text, published, screens)


def _article(random: Random, tongue: Tongue) -> tuple[str, list[Published]]:
    text, published = "", []
    for number in range(SEGMENTS):
        length = max(8, round(random.gauss(tongue.length, tongue.length * 0.45)))
        words = ""
        while len(words) < length:
            words += "".join(random.choices(tongue.letters, k=random.randint(2, 9))) + tongue.space
        sentence = words.rstrip() + tongue.stop.rstrip()
        label = REJECT if random.random() < 0.1 else OPEN
        end = len(text) + len(sentence)
        published.append(Published(f"seg{number}", len(text), end, label))
        text += sentence + ("\n\n" if random.random() < 0.2 else tongue.stop[1:])
    return text, published


def _latent(random: Random, published: list[Published]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Claims that the segmenter missed: within a segment, or from one into the next."""
    for number in range(8):
        index = random.randrange(len(published) - 1)
        one, following = published[index], published[index + 1]
        length = one.end - one.start
        if random.random() < 0.75:
            size = max(2, round(length * random.uniform(0.15, 0.8)))
            start = one.start + random.randint(0, max(0, length - size))
            yield f"added{number}", (start, start + size)
        else:
            start = one.start + round(length * random.uniform(0.3, 0.8))
            ahead = round((following.end - following.start) * random.uniform(0.2, 0.7))
            yield f"added{number}", (start, following.start + max(1, ahead))


def _edit(pen: Pen, published: list[Published], rate: float, cuts: dict[str, list[float]]) -> None:
    left = list(reversed(published))
    while left:
        one = left.pop()
        if one.label == REJECT and pen.random.random() > rate:
            pen.draw((one.start, one.end), set(), label=REJECT, id_=one.id)
        elif pen.random.random() > rate:
            judged_ = pen.random.random() > 0.05
            label = pen.verdict() if judged_ else one.label
            pen.draw((one.start, one.end), {one.id} if judged_ else set(), label=label, id_=one.id)
        else:
            action = pen.random.choices(list(ACTIONS), [35, 20, 10, 15, 15, 5])[0]
            if action == "merge" and left and {one.label, left[-1].label} == {OPEN}:
                _merge(pen, one, left.pop())
            elif action == "split":
                _split(pen, one, cuts[one.id])
            else:
                _simple(pen, one, action)


ACTIONS = ("move", "redraw", "delete", "split", "merge", "draw over")


def _simple(pen: Pen, one: Published, action: str) -> None:
    place = one.start, one.end
    if action == "delete":
        return
    if action == "draw over":
        pen.draw(place, set(), label=one.label, id_=one.id)
    anew = action in ("redraw", "draw over")
    exact = anew and pen.random.random() < 0.3
    spot = place if exact else pen.moved(place)
    pen.draw(spot, {one.id}, label=pen.verdict(), id_=None if anew else one.id)


def _merge(pen: Pen, one: Published, following: Published) -> None:
    place = one.start, following.end
    if pen.random.random() < 0.3:
        place = pen.moved(place)
    survivor = pen.random.choices([one.id, following.id, None], [45, 40, 15])[0]
    pen.draw(place, {one.id, following.id}, label=pen.verdict(), id_=survivor)


def _split(pen: Pen, one: Published, cuts: list[float]) -> None:
    """Two pieces, sometimes three, cut roughly where others cut too."""
    inner = cuts if pen.random.random() < 0.15 else cuts[:1]
    length = one.end - one.start
    points = [one.start + round(length * cut) + pen.random.randint(-3, 3) for cut in inner]
    edges = [one.start, *sorted(points), one.end]
    mixed = pen.random.random() < 0.5
    first = pen.verdict()
    labels = [first, *(pen.verdict(besides=first if mixed else "") for _ in inner)]
    labels = labels if mixed else [first] * len(edges)
    keeps = pen.random.choice([*range(len(inner) + 1), None])
    for number, (start, end) in enumerate(pairwise(edges)):
        spot = start, max(start + 1, end - (1 if number < len(inner) else 0))
        meant = f"{one.id}/{len(inner)}/{number}" if mixed else one.id
        kept = one.id if keeps == number else None
        pen.draw(spot, {meant}, label=labels[number], id_=kept)


def _renamed(pen: Pen, kept_ids: float, random: Random) -> Screen:
    """The screen with ids kept at this rate; region ids get the reviewer's name in front."""
    screen = Screen([], {})
    for region in pen.screen.regions:
        known = region.id.startswith("seg")
        id_ = region.id
        if known and random.random() >= kept_ids:
            id_ = f"{pen.name}{random.getrandbits(40):010x}"
        screen.regions.append(Region(id_, region.start, region.end, region.label))
        screen.meant[id_] = pen.screen.meant[region.id]
    random.shuffle(screen.regions)
    return screen


def true_links(article: Simulated) -> Links:
    """What really belongs together."""
    known = {one.id for one in article.published}
    return _links(
        (number, region, entity, entity in known)
        for number, screen in enumerate(article.screens)
        for region, meant in screen.meant.items()
        for entity in meant
    )


def reconciled(article: Simulated) -> tuple[list[tuple[int, Judged]], list[Cluster]]:
    """What each reviewer said, and the claims that they added."""
    said = [
        (number, one)
        for number, screen in enumerate(article.screens)
        for one in judged(
            article.text, article.published, screen.regions, reject=REJECT, name=named
        )
    ]
    added = [
        Drawn(number, one.region.start, one.region.end)
        for number, one in said
        if one.change == ADDED
    ]
    taken = [(one.start, one.end) for one in article.published]
    return said, cluster(added, finished=len(article.screens), taken=taken)


def named(start: int, end: int) -> str:
    """The id of an added claim."""
    return f"new-{start}-{end}"


def found_links(article: Simulated) -> Links:
    """What the two stages of `claimdesk.spans` say belongs together."""
    said, clusters = reconciled(article)
    claim = {one: named(each.start, each.end) for each in clusters for one in each.members}
    belongings = []
    for number, one in said:
        new = one.change == ADDED
        drawn = Drawn(number, one.region.start, one.region.end)
        entity = claim[drawn] if new else one.claim_id
        belongings += [(number, region, entity, not new) for region in one.regions]
    return _links(belongings)


def _links(belongings: Iterable[tuple[int, str, str, bool]]) -> Links:
    """Reviewer, region, what it belongs to, and whether that was published, as pairs."""
    links: Links = set()
    members: dict[str, list[tuple[int, str]]] = {}
    for number, region, entity, known in belongings:
        members.setdefault(entity, []).append((number, f"{number}:{region}"))
        if known:
            links.add((f"{number}:{region}", entity))
    for regions in members.values():
        links |= {
            (min(one, other), max(one, other))
            for who, one in regions
            for whom, other in regions
            if who < whom
        }
    return links
