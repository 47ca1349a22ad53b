"""What is known beside a text, what a mark says, and the roles and reasons there are."""

from dataclasses import dataclass

TITLE, HEADING, BYLINE, BOILERPLATE = "title", "heading", "byline", "boilerplate"

REASONS: dict[str, frozenset[str]] = {
    TITLE: frozenset({"headline"}),
    HEADING: frozenset({"heading", "markdown-heading", "related"}),
    BYLINE: frozenset({"author", "date", "dateline", "translator"}),
    BOILERPLATE: frozenset(
        """
        advertisement attribution-line author-bio comment comment-form contact continue-reading
        cookie-notice copyright correction credit link navigation newsletter other-language
        photo-credit related repeated repeated-title share subscribe support tags teaser unreadable
        """.split()
    ),
}
"""Every reason code a mark can have, by role; they are stored, so none changes its meaning."""


@dataclass(frozen=True)
class Hints:
    """What is known beside the text.

    `language` and `title` come from the article's metadata, `repeated` are lines that stand in
    several articles of its publisher, as `line_key` writes them and `repeated_lines` finds them.
    """

    language: str | None = None
    title: str | None = None
    repeated: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Mark:
    """`text[start:end]` is furniture, title or heading: its role, and the code of the reason."""

    start: int
    end: int
    role: str
    reason: str
