"""The opinions of others out of files: JSON as one object or list, or an object a line."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimdesk import careful
from claimdesk.errors import BadInput
from claimdesk.intake import STDIN, shown, streams
from claimdesk.intake.drafts import Unusable as Unread
from claimdesk.outside import Another, Opinion, Unusable, opinions_in
from claimdesk.workflow.loading import opened

ROOM = 64_000_000
"""Bytes of a file that is one object or list; by lines there may be any number of them."""

LINE_ROOM = 4_000_000
BY_LINE = (".jsonl", ".ndjson")


def check_paths(paths: Sequence[str]) -> None:
    """Raise BadInput when nothing is named, or something that is no file."""
    if not paths:
        raise BadInput(
            "There is nothing to bring in.",
            why="No file was named.",
            fix="Name a file of annotations or claim reviews, or - for standard input.",
        )
    absent = [path for path in paths if path != STDIN and not Path(path).is_file()]
    if absent:
        raise BadInput(
            f"{shown(absent[0])} is no file.",
            why="It is not there, or it is a folder.",
            fix="Name a file of annotations or claim reviews; nothing was brought in.",
        )


def opinions(paths: Sequence[str]) -> Iterator[tuple[str, Opinion | Unusable]]:
    """Every opinion of some files with its place, in place of what cannot be read why."""
    for path in paths:
        try:
            with opened(path) as stream:
                yield from _of_stream(shown(path), stream, by_line=path.lower().endswith(BY_LINE))
        except OSError as error:
            yield shown(path), Unusable(f"it cannot be read: {error.strerror}")
        except Unread as error:
            yield shown(path), Unusable(_as_ending(str(error)))


def _of_stream(
    source: str, stream: streams.Stream, *, by_line: bool
) -> Iterator[tuple[str, Opinion | Unusable]]:
    if by_line:
        for number, line in enumerate(streams.lines(streams.plain(stream), LINE_ROOM), start=1):
            if line is None:
                yield f"{source}:{number}", Unusable(f"it is longer than {LINE_ROOM:,} bytes")
            elif line.strip():
                yield from _of_json(f"{source}:{number}", line)
        return
    raw = streams.whole(streams.plain(stream), ROOM)
    lines = raw.split(b"\n")
    many = source == STDIN and len(lines) > 1 and _is_json(lines[0])
    for number, line in enumerate(lines if many else [raw], start=1):
        if line.strip() or not many:
            yield from _of_json(f"{source}:{number}" if many else source, line)


def _is_json(line: bytes) -> bool:
    try:
        careful.read_loosely(line, limit=LINE_ROOM)
    except careful.Unreadable:
        return False
    return True


def _of_json(place: str, raw: bytes) -> Iterator[tuple[str, Opinion | Unusable]]:
    """The opinions of a JSON text; one that holds what cannot be kept costs no other."""
    try:
        value = careful.read_loosely(raw, limit=len(raw))
    except careful.Unreadable as error:
        yield place, Unusable(_as_ending(str(error)))
        return
    many = isinstance(value, list)
    for number, one in enumerate(value if many else [value], start=1):
        where = f"{place}:{number}" if many else place
        flaw = careful.flaw(one)
        found = [Unusable(f"it {flaw}")] if flaw else [*opinions_in(one)]
        if any(isinstance(one, Opinion) for one in found):
            found = [one for one in found if not isinstance(one, Another)]
        for count, opinion in enumerate(found, start=1):
            yield f"{where}:{count}" if len(found) > 1 else where, opinion


def _as_ending(sentence: str) -> str:
    """A sentence of another room as the end of one of ours."""
    return f"{sentence[:1].lower()}{sentence[1:]}".rstrip(".")
