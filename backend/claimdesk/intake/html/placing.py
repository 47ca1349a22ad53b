"""Where on a page its article stands: below the headline, in one box, without what follows it."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator

from claimdesk.intake.html.blocks import Block, Page

PROSE = 60
"""Letters from which on a block with a full stop reads as a sentence and not as a label."""
DENSE = 30
"""The same for scripts that need fewer letters."""
LABEL = 25
NEARLY_ALL = 0.9
PASSED_OVER = 0.5
"""A reading that skips so large a share of its own size below the headline begins too late."""
AT_LEAST = 60
_ENDS = tuple(".!?…。！？؟।;:»”“\"'’)）」|")

Words = tuple[str, ...]
Make = tuple[int, str, str]


def is_prose(block: Block) -> bool:
    """Whether a block reads like sentences: long enough, ended, not mostly links."""
    enough = DENSE if max(block.text) > "\u2e80" else PROSE
    ended = block.text.endswith(_ENDS)
    return len(block.text) >= enough and ended and 2 * block.linked < len(block.text)


def is_label(block: Block) -> bool:
    """Whether a block is no sentence: a name, a date, a word to press on."""
    return not is_prose(block) and (len(block.text) < LABEL or not block.text.endswith(_ENDS))


def headline_at(page: Page, words: list[Words], headline: Words) -> int:
    """The number of the block that shows the headline, -1 if none does.

    A heading of the first order before any other, any other heading before plain text; links to
    the page itself are no headlines.
    """
    if not headline:
        return -1
    same = [number for number, one in enumerate(words) if one == headline]
    ranks = {"h1": 0, "h2": 1, "h3": 1}

    def rank(number: int) -> tuple[int, int, int]:
        block = page.blocks[number]
        return (
            ranks.get(page.boxes[block.box].tag, 2),
            int(2 * block.linked > len(block.text)),
            number,
        )

    return min(same, key=rank, default=-1)


def elsewhere(page: Page, words: list[Words], start: int, kept: set[Words]) -> bool:
    """Whether a reading passes over the text below the headline, or is all above it."""
    if not kept:
        return True
    if start < 0:
        return False
    skipped, size = 0, sum(map(len, kept))
    for number in range(start + 1, len(words)):
        if is_prose(page.blocks[number]):
            if words[number] in kept:
                return skipped > max(AT_LEAST, PASSED_OVER * size)
            skipped += len(words[number])
    return skipped > max(AT_LEAST, PASSED_OVER * size)


def plain(page: Page, words: list[Words], start: int) -> Iterator[int]:
    """A reading without any names of classes: the box with most prose of its own."""
    prose = [number for number, block in enumerate(page.blocks) if is_prose(block)]
    before: dict[int, int] = {}
    passed = 0
    scores: Counter[int] = Counter()
    for number in prose:
        block = page.blocks[number]
        if number <= start or block.commented >= 0:
            continue
        box = page.boxes[block.box]
        for place, share in ((block.box, 1.0), (box.parent, 1.0), (_above(page, box.parent), 0.4)):
            if place >= 0:
                before.setdefault(place, passed)
                scores[place] += int(10 * share * len(words[number]))
        passed += len(words[number])
    near = [place for place in scores if before[place] <= max(AT_LEAST, scores[place] / 20)]
    if not near:
        return
    best = max(near, key=lambda place: (scores[place], -place))
    inside = range(best, page.boxes[best].end)
    for number, block in enumerate(page.blocks):
        if block.box in inside and number > start and block.commented < 0:
            labelled = block.kind not in ("text", "caption")
            if is_prose(block) or (labelled and 2 * block.linked < len(block.text)):
                yield number


def _above(page: Page, box: int) -> int:
    return page.boxes[box].parent if box >= 0 else -1


def settled(
    page: Page, words: list[Words], chosen: list[bool], voted: list[bool], start: int
) -> list[bool]:
    """The choice after a look at where the blocks stand."""
    chosen = _without_later_articles(page, words, chosen)
    main = _main(page, words, chosen)
    chosen = _without_teasers(page, words, chosen, main)
    chosen = _without_lists_of_links(page, chosen)
    chosen = _filled(page, chosen, voted, start)
    return _trimmed(page, chosen, main, start)


def _without_teasers(page: Page, words: list[Words], chosen: list[bool], main: int) -> list[bool]:
    """Away from the article its words are teasers, and comments are not it."""
    inside = [main <= block.box < page.boxes[main].end for block in page.blocks]
    there = {one for one, a, b in zip(words, chosen, inside, strict=True) if a and b}
    return [
        is_kept
        and (is_inside or one not in there)
        and (block.commented < 0 or holds(page, block.commented, main))
        for block, one, is_kept, is_inside in zip(page.blocks, words, chosen, inside, strict=True)
    ]


def holds(page: Page, outer: int, inner: int) -> bool:
    """Whether a box is another or within it."""
    return outer <= inner < page.boxes[outer].end


def _main(page: Page, words: list[Words], chosen: list[bool]) -> int:
    """The smallest box with nearly all words that were chosen and stand on the page once.

    Where most of them stand there more than once, all count.
    """
    times = Counter(words)
    once = [ok and times[one] == 1 for one, ok in zip(words, chosen, strict=True)]
    weights, everything = _weights(page, words, once), _weights(page, words, chosen)
    if 4 * weights[0] < everything[0]:
        weights = everything
    main, enough = 0, NEARLY_ALL * weights[0]
    for number in range(1, len(weights)):
        if page.boxes[number].parent == main and weights[number] >= enough > 0:
            main = number
    return main


def _weights(page: Page, words: list[Words], counted: list[bool]) -> list[int]:
    """How many of the words counted are in each box."""
    weights = [0] * len(page.boxes)
    for block, one, is_counted in zip(page.blocks, words, counted, strict=True):
        weights[block.box] += len(one) if is_counted else 0
    for number in range(len(weights) - 1, 0, -1):
        weights[max(page.boxes[number].parent, 0)] += weights[number]
    return weights


def _without_later_articles(page: Page, words: list[Words], chosen: list[bool]) -> list[bool]:
    """Without what an endless page has already loaded: articles with headlines of their own."""
    weights = _weights(page, words, chosen)
    headlines = [number for number, box in enumerate(page.boxes) if box.tag == "h1"]
    found: list[range] = []
    for number, box in enumerate(page.boxes):
        within = range(number, box.end)
        if box.tag == "article" and weights[number] > 0 and not (found and number in found[-1]):
            at = bisect(headlines, number)
            if at < len(headlines) and headlines[at] in within:
                found.append(within)
    first = next((n for n, one in enumerate(found) if 4 * weights[one.start] > weights[0]), 0)
    later = range(found[first + 1].start, found[-1].stop) if found[first + 1 :] else range(0)
    return [ok and block.box not in later for block, ok in zip(page.blocks, chosen, strict=True)]


def _without_lists_of_links(page: Page, chosen: list[bool]) -> list[bool]:
    """Without lists that are mostly links, the entries that are none included."""
    letters: Counter[int] = Counter()
    linked: Counter[int] = Counter()
    for block in page.blocks:
        if block.kind == "entry":
            place = page.boxes[block.box].parent
            letters[place] += len(block.text)
            linked[place] += block.linked
    return [
        ok
        and not (
            block.kind == "entry"
            and 2 * linked[page.boxes[block.box].parent] > letters[page.boxes[block.box].parent]
        )
        for block, ok in zip(page.blocks, chosen, strict=True)
    ]


def make_of(page: Page, block: Block) -> Make:
    """What blocks of the same make have in common: the box around theirs, its tag, its class."""
    box = page.boxes[block.box]
    return box.parent, box.tag, box.style


def _filled(page: Page, chosen: list[bool], voted: list[bool], start: int) -> list[bool]:
    """The choice with what one reading kept where it belongs.

    Prose between paragraphs of the same make, headings between blocks of the same box, and the
    lead between the headline and the text.
    """
    makes = [make_of(page, block) for block in page.blocks]
    kept = Counter(make for make, ok in zip(makes, chosen, strict=True) if ok)
    there = Counter(makes)
    numbers = [number for number, ok in enumerate(chosen) if ok]
    if not numbers:
        return chosen
    first, last = numbers[0], numbers[-1]
    homes = {make[0] for make, count in kept.items() if count >= 2}
    filled = list(chosen)
    for number, (block, make) in enumerate(zip(page.blocks, makes, strict=True)):
        if chosen[number] or not voted[number] or block.kind == "caption":
            continue
        usual = kept[make] >= 3 and 4 * kept[make] >= 3 * there[make]
        if first < number < last:
            heading = block.kind == "heading" and make[0] in homes and not block.linked
            filled[number] = heading or (usual and is_prose(block))
        elif 0 <= start < number < first:
            filled[number] = is_prose(block) and _same_article(page, start, first, block.box)
    return filled


def _same_article(page: Page, start: int, first: int, box: int) -> bool:
    """Whether a box is within the smallest box that holds headline and text."""
    outer = page.blocks[start].box
    while outer > 0 and not holds(page, outer, page.blocks[first].box):
        outer = page.boxes[outer].parent
    return holds(page, max(outer, 0), box)


def _trimmed(page: Page, chosen: list[bool], main: int, start: int) -> list[bool]:
    """Without labels before and after the prose, and without what stands behind the article."""
    prose = [number for number, ok in enumerate(chosen) if ok and is_prose(page.blocks[number])]
    if not prose:
        return chosen
    makes = {make_of(page, page.blocks[number])[1:] for number in prose}
    ended = [
        number
        for number, ok in enumerate(chosen)
        if ok and _is_paragraph(page, page.blocks[number], makes)
    ]
    trimmed = list(chosen)
    for number, block in enumerate(page.blocks):
        if not chosen[number] or number == start:
            continue
        behind = block.box >= page.boxes[main].end
        label = block.kind in ("text", "row") and is_label(block)
        strange = make_of(page, block)[1:] not in makes
        edge = number < ended[0] or number > ended[-1]
        if (behind and len(block.text) < 2 * PROSE) or (edge and label and strange):
            trimmed[number] = False
    return trimmed


def _is_paragraph(page: Page, block: Block, makes: set[tuple[str, str]]) -> bool:
    """Whether it is prose, or short and stands as the prose does."""
    alike = block.kind == "text" and make_of(page, block)[1:] in makes
    return is_prose(block) or (alike and not is_label(block))
