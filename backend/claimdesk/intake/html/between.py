"""What stands between the paragraphs of an article and is of it, though too few readings say so.

Extractors drop it for the tag or the class it stands in, or because it is a link. Only what reads
like sentences is taken back, and only where the paragraphs around it are kept.
"""

from collections import Counter
from collections.abc import Sequence

from claimdesk.intake.html.blocks import Block, Page
from claimdesk.intake.html.placing import Make, Words, holds, is_prose, make_of

RUN = 4
DEPTH = 3
REPEATED = 0.5
LONGEST_NAME = 120
FEWEST_WORDS = 4
_STOPS = (".", ".”", ".“", ".\"", ".»", ".)", "。", "।", "۔", "．")  # fmt: skip
NOT_THE_ARTICLE = tuple(
    """
    advert author banner bio byline comment cookie donat follow more newsletter offer outbrain
    paywall promo pull quote recommend related share sign social sponsor subscri support taboola
    tags teaser toc widget
    """.split()
)
"""What the classes of asides are called that are no part of the article."""


def filled(page: Page, words: list[Words], chosen: list[bool], backed: list[bool]) -> list[bool]:
    """The choice with what belongs between; `backed` are blocks that half of all votes are for."""
    numbers = [number for number, ok in enumerate(chosen) if ok]
    if not numbers:
        return chosen
    kept = Counter(make_of(page, page.blocks[number]) for number in numbers)
    homes = frozenset(parent for (parent, _, _), count in kept.items() if count >= 2)
    more = list(chosen)
    for number in range(numbers[0] + 1, numbers[-1]):
        block = page.blocks[number]
        if not chosen[number] and block.commented < 0:
            more[number] = (
                backed[number]
                and _is_near(page, block.box, homes)
                and _belongs(page, number, chosen, kept)
            ) or _names_a_speaker(page, number, chosen)
    for place in _facts(page, words, chosen, homes):
        more[place] = True
    return more


def _is_near(page: Page, box: int, homes: frozenset[int]) -> bool:
    """Whether a box stands in one that holds paragraphs which were kept, or a little deeper."""
    for _ in range(DEPTH):
        box = page.boxes[box].parent if box >= 0 else -1
        if box in homes:
            return True
    return False


def _belongs(page: Page, number: int, chosen: list[bool], kept: Counter[Make]) -> bool:
    """Prose, a heading of what follows, or a paragraph like the others that is all one link."""
    block = page.blocks[number]
    if block.kind == "heading":
        return not block.linked and chosen[number + 1]
    alike = bool(block.linked) and kept[make_of(page, block)] >= 2 and _is_sentence(block)
    return block.kind == "text" and (alike or is_prose(block))


def _is_sentence(block: Block) -> bool:
    """Whether it ends as sentences do and headlines do not."""
    spaced = max(block.text) < "\u2e80"
    return block.text.endswith(_STOPS) and (not spaced or len(block.text.split()) >= FEWEST_WORDS)


def _names_a_speaker(page: Page, number: int, chosen: list[bool]) -> bool:
    """Whether it stands below a quotation that is kept, in the same frame: who said it."""
    block = page.blocks[number]
    if 2 * block.linked > len(block.text) or len(block.text) > LONGEST_NAME:
        return False
    if not chosen[number - 1] or page.blocks[number - 1].kind != "quotation":
        return False
    tag, parent = page.boxes[block.box].tag, page.boxes[block.box].parent
    frame = "blockquote" if tag == "footer" else "figure" if tag == "figcaption" else None
    return (
        parent >= 0
        and page.boxes[parent].tag == frame
        and holds(page, parent, page.blocks[number - 1].box)
    )


def _facts(page: Page, words: list[Words], chosen: list[bool], homes: frozenset[int]) -> list[int]:
    """The blocks of asides that tell facts: sentences without links, said nowhere else."""
    inside = _asides(page, homes)
    if not inside:
        return []
    kept = [number for number, ok in enumerate(chosen) if ok]
    said = {run for number in kept for run in _runs(words[number])}
    found: list[int] = []
    for aside, numbers in inside.items():
        between = kept[0] < numbers[0] <= numbers[-1] < kept[-1]
        if between and not any(chosen[number] for number in numbers):
            repeated = _repeats(said, [words[number] for number in numbers])
            found.extend(numbers if not repeated and _tells(page, aside, numbers) else ())
    return found


def _asides(page: Page, homes: frozenset[int]) -> dict[int, list[int]]:
    """The asides among an article's paragraphs, each with the numbers of its blocks."""
    aside, owners = -1, [-1] * len(page.boxes)
    for number, box in enumerate(page.boxes):
        if aside >= 0 and number < page.boxes[aside].end:
            owners[number] = aside
        elif box.tag == "aside" and box.parent in homes:
            aside = owners[number] = number
    inside: dict[int, list[int]] = {}
    for number, block in enumerate(page.blocks):
        if block.box >= 0 and owners[block.box] >= 0:
            inside.setdefault(owners[block.box], []).append(number)
    return inside


def _tells(page: Page, aside: int, inside: Sequence[int]) -> bool:
    blocks = [page.blocks[number] for number in inside]
    boxes = page.boxes[aside : page.boxes[aside].end]
    named = any(name in box.style for box in boxes for name in NOT_THE_ARTICLE)
    asks = any(box.tag == "form" for box in boxes)
    linked = any(block.linked or block.commented >= 0 for block in blocks)
    return not (named or asks or linked) and any(map(_is_sentence, blocks))


def _repeats(said: set[Words], inside: list[Words]) -> bool:
    runs = [run for one in inside for run in _runs(one)]
    return sum(run in said for run in runs) > REPEATED * len(runs)


def _runs(words: Words) -> list[Words]:
    return [words[at : at + RUN] for at in range(len(words) - RUN + 1)]
