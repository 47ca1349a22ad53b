"""`claimdesk segment`: see how articles are cut, without a desk."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdesk.cli import screen

if TYPE_CHECKING:
    from claimdesk.workflow.previewing import Preview


def segment(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line per segment")] = False,
    page: Annotated[
        Path | None, typer.Option(help="Write an annotated page to look at", metavar="FILE")
    ] = None,
) -> None:
    """Cut articles into claims and show them; keeps nothing and needs no desk."""
    from claimdesk.errors import BadInput, Partial
    from claimdesk.intake import Refusal
    from claimdesk.settings import Settings
    from claimdesk.workflow.previewing import preview

    refused: list[Refusal] = []
    shown: list[Preview] = []
    number = 0
    noted: list[str] = []
    for one in preview(paths, Settings.read(None).max_article_chars, refused):
        number += 1
        noted += [f"Noted: {one.draft.source}\n  {what}" for what in one.draft.notices]
        if as_json:
            _write_lines(one)
        elif page is None:
            _write_listing(one)
        if page is not None:
            shown.append(one)
    if page is not None and shown:
        _write_page(page, shown)
    for notice in noted:
        screen.tell(notice)
    for refusal in refused:
        screen.tell(f"Not read: {refusal.source}\n  {refusal.why}")
    if refused:
        raise (Partial if number else BadInput)(
            f"Not read: {len(refused)} of {screen.counted(number + len(refused), 'article')}.",
            why="Each is named above with its reason; the others are shown.",
            fix="Correct these and try again.",
        )


def _write_lines(one: "Preview") -> None:
    for row in one.rows():
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write_listing(one: "Preview") -> None:
    title = one.draft.metadata.title or one.draft.source
    lines = [f"{title} ({one.language})"]
    for row in one.rows():
        worth = row["worth"]
        score = f"{worth:.2f}" if isinstance(worth, float) else "    "
        words = " ".join(str(row["text"]).split())
        lines.append(f"  {row['role']:<12}{score}  {words}{_remarks(row)}")
    screen.show(lines)


def _remarks(row: "dict[str, object]") -> str:
    """What is told of a segment beside it: why it is none, who says it, what looks forged."""
    because = row["reason"] or (f"said by {row['speaker']}" if row["speaker"] else "")
    mixed = row["mixed_script"]
    scripts = f"two scripts: {', '.join(mixed)}" if isinstance(mixed, list) and mixed else ""
    return "".join(f"  [{remark}]" for remark in (because, scripts) if remark)


def _write_page(path: Path, shown: "list[Preview]") -> None:
    from claimdesk.cli.output import opened
    from claimdesk.pages.annotated import annotated

    with opened(str(path)) as stream:
        stream.write(annotated(shown).encode())
    screen.tell(f"Written to {path}.")
