"""A codebook as one text for people: Markdown, and HTML for Label Studio."""

from collections.abc import Iterator, Mapping, Sequence

from markdown_it import MarkdownIt

from claimdesk.codebook.parts import Book, LabelSection


def as_markdown(book: Book, keys: Mapping[str, str]) -> str:
    """The whole guide; `keys` are those that give a label."""
    return "\n\n".join(_blocks(book, keys)) + "\n"


def as_html(markdown: str) -> str:
    """The same for a browser; what looks like a tag in it stays text.

    Quotation marks stand as they are: Label Studio would write them so, and it would look as if
    somebody had changed the text.
    """
    html: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    return html.replace("&quot;", '"')


def _blocks(book: Book, keys: Mapping[str, str]) -> Iterator[str]:
    yield f"# {book.title}"
    yield book.opening
    shown = [(f"`{keys.get(one.name, '')}`", one.name, one.hint) for one in book.label]
    yield _table(("key", "verdict", "in short"), [row for row in shown if row[0] != "``"])
    yield book.mind
    for part in book.general:
        yield f"## {part.title}"
        yield part.text
    for label in book.label:
        yield from _section(book, label)
    if book.case:
        yield "## Cases that come up"
        yield "\n".join(
            f"- **{one.title}.** {one.rule} {' '.join(one.examples)}" for one in book.case
        )
    for practice in book.practice:
        yield f"## {practice.title}"
        yield practice.text
        if practice.overrulings:
            codes = [(f"`{one.code}`", one.when) for one in book.overruling]
            yield _table(("code", "when"), codes)


def _section(book: Book, label: LabelSection) -> Iterator[str]:
    yield f"## `{label.name}`"
    yield label.text
    reasons = [(f"`{r.name}`", r.hint, r.example) for r in book.reason if r.label == label.name]
    if reasons:
        yield _table(("reason", "when", "example"), reasons)
    yield from label.examples
    if label.further:
        yield label.further


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    cells = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(one) for one in row)} |" for row in cells)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
