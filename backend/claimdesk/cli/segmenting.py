"""`claimdesk segment`: see how articles are cut, without a desk."""

import json
import os
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
    force: Annotated[
        bool, typer.Option("--force", help="Let the page replace any file that is there")
    ] = False,
) -> None:
    """Cut articles into claims and show them; keeps nothing and needs no desk."""
    from claimdesk.errors import BadInput, Partial
    from claimdesk.intake import Notice, Refusal
    from claimdesk.settings import Settings
    from claimdesk.workflow.previewing import preview

    refused: list[Refusal] = []
    notices: list[Notice] = []
    shown: list[Preview] = []
    number = 0
    if page is not None:
        _check_page(page, paths, force=force)
    for one in preview(paths, Settings.read(None).max_article_chars, refused, notices):
        number += 1
        if as_json:
            _write_lines(one)
        elif page is None:
            _write_listing(one)
        if page is not None:
            shown.append(one)
    if page is not None and shown:
        _write_page(page, shown)
    for notice in notices:
        screen.tell(f"Noted: {notice.source}\n  {notice.what}")
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


def _check_page(page: Path, paths: list[str], *, force: bool) -> None:
    """BadInput, before anything is read, when the page cannot be written or would cost a file."""
    from claimdesk import intake
    from claimdesk.errors import BadInput

    name, folder = intake.shown(str(page)), str(page.parent)
    if str(page) == "-":
        return
    if os.path.isdir(page):  # noqa: PTH112 - says no where it may not look
        raise BadInput(
            f"The page cannot be written to {name}.",
            why="It is a folder.",
            fix="Name a file after --page, such as page.html in that folder.",
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BadInput(
            f"The page cannot be written to {name}.",
            why=f"The folder {intake.shown(folder)} does not exist, or may not be written to.",
            fix="Make the folder first, or name a file in another one after --page.",
        )
    if any(_is_same(page, one) for one in intake.find(paths)):
        raise BadInput(
            f"The page cannot be written to {name}.",
            why="That file is one of those to be read, and would be lost.",
            fix="Name another file after --page.",
        )
    if not (force or _may_be_replaced(page)):
        raise BadInput(
            f"{name} is there already, and nothing was written.",
            why="It is no page that segment has written, and would be replaced.",
            fix="Name another file after --page, or say --force to replace it.",
        )


def _is_same(page: Path, source: str) -> bool:
    """Whether both are one file, by whatever names and links; `-` may be a file as well."""
    try:
        there = os.fstat(sys.stdin.fileno()) if source == "-" else Path(source).stat()
        return os.path.samestat(page.stat(), there)
    except (OSError, ValueError):
        return False


def _may_be_replaced(page: Path) -> bool:
    """Whether nothing is there, a device or a pipe, or a page of ours from an earlier time."""
    from claimdesk.pages.annotated import TITLE

    if not os.path.isfile(page):  # noqa: PTH113 - says no where it may not look
        return True
    try:
        with page.open("rb") as stream:
            return TITLE.encode() in stream.read(1000)
    except OSError:
        return False


def _write_page(path: Path, shown: "list[Preview]") -> None:
    from claimdesk.cli.output import opened
    from claimdesk.pages.annotated import annotated

    with opened(str(path)) as stream:
        stream.write(annotated(shown).encode())
    screen.tell(f"Written to {path}.")
