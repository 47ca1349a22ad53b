"""A page on its way to being marked: its lines and what has been found out about each."""

from collections.abc import Iterator, Sequence

from claimdesk.segmenting.furniture.marking import BOILERPLATE, BYLINE, HEADING, Mark
from claimdesk.segmenting.furniture.shapes import Line

Label = tuple[str, str]


class Page:
    """Lines with labels; marks within lines are kept apart."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.labels: list[Label | None] = [None] * len(lines)
        self.inside: dict[int, list[Mark]] = {}
        self.title: int | None = None
        self.first = len(lines)
        """The first line of running text, as far as anybody can tell; as many as there are
        lines when there is none."""
        self.last = -1

    def put(self, number: int, role: str, reason: str) -> None:
        """Label a line."""
        self.labels[number] = (role, reason)

    def free(self, number: int) -> bool:
        """Whether nothing is known of a line."""
        return self.labels[number] is None

    def running(self, number: int) -> bool:
        """Whether a line reads like running text and nothing else is known of it."""
        return self.free(number) and self.lines[number].prose

    def marks(self) -> Iterator[Mark]:
        """One mark a line, and those inside lines, in order."""
        for number, line in enumerate(self.lines):
            label = self.labels[number]
            if label:
                yield Mark(line.start, line.end, *label)
            else:
                yield from self.inside.get(number, ())


BYLINES = {"author", "date", "dateline", "translator"}


def label(reason: str) -> Label:
    """A reason of a phrase with the role that goes with it."""
    return (BYLINE if reason in BYLINES else BOILERPLATE, reason)


def heading_or_box(line: Line, reason: str) -> Label:
    """The name of a box of links is a heading; what stands in it is not."""
    alone = reason == "related" and ":" not in line.words[:-1]
    return (HEADING, reason) if alone else label(reason)
