"""Which files there are to read, before any of them is read."""

import os
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from claimdesk.errors import BadInput
from claimdesk.intake.drafts import shown

STDIN = "-"
SUFFIXES = (
    *(".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    *(".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".xml", ".rss", ".atom", ".zip", ".gz"),
)
ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz", ".zst")
_ABOUT = frozenset({"readme", "license", "licence", "changelog", "contributing", "robots"})
_PROSE = (".txt", ".md", ".markdown")
_PAGES = (".html", ".htm", ".xhtml")
_GLANCE = 1 << 16
_TEXTS = (b'"text"', b'"body"', b'"content"', b'"articleBody"', b'"content_')


def find(paths: list[str]) -> list[str]:
    """The files behind the paths given, folders opened, in a stable order.

    Raises BadInput for a path that does not exist or a folder with nothing for us, before
    anything is read.
    """
    found: list[str] = []
    for given in paths:
        path = Path(given)
        if given == STDIN or os.path.isfile(path):  # noqa: PTH113 - says no where it may not look
            found.append(given)
        elif os.path.isdir(path):  # noqa: PTH112
            inside = _inside(path)
            if not inside:
                raise BadInput(
                    f"The folder {shown(given)} holds nothing that can be loaded.",
                    why=f"Looked for files ending in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}.",
                    fix="Name another folder, or the files themselves.",
                )
            found.extend(inside)
        else:
            raise _absent(given)
    return list(dict.fromkeys(found))


def is_hidden(name: str) -> bool:
    """Whether a path leads through something that systems keep for themselves."""
    parts = [part for part in PurePosixPath(name).parts if part != ".."]
    return any(part.startswith((".", "__MACOSX")) for part in parts)


def is_ours(name: str) -> bool:
    """Whether a file found in a folder or an archive is meant to be read, going by its name."""
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    is_about = path.stem.lower() in _ABOUT and suffix in _PROSE
    return suffix in SUFFIXES and not is_about and not is_hidden(name)


def belongs_to_page(name: str, names: Collection[str]) -> bool:
    """Whether a path leads through a folder that a browser made for a saved page beside it."""
    return any(_is_of_page(str(folder), names) for folder in PurePosixPath(name).parents)


def _is_of_page(folder: str, names: Collection[str]) -> bool:
    page, mark, rest = folder.rpartition("_files")
    return bool(mark) and not rest and any(f"{page}{suffix}" in names for suffix in _PAGES)


def _absent(given: str) -> BadInput:
    if given.lower().startswith(("http://", "https://")):
        return BadInput(
            f"{shown(given)} is no file.",
            why="Pages are fetched only where that was asked for.",
            fix="Put --url before it, or save the page and name the file; nothing was loaded.",
        )
    return BadInput(
        f"{shown(given)} cannot be loaded.",
        why="It does not exist, is neither a file nor a folder, or may not be looked at.",
        fix="Check the spelling and the permissions; nothing was loaded.",
    )


def _inside(root: Path) -> list[str]:
    """The files of a folder that are ours to read; a folder that cannot be opened is an error."""

    def refuse(error: OSError) -> None:
        raise BadInput(
            f"The folder {shown(str(error.filename))} cannot be opened.",
            why=f"{error.strerror}.",
            fix="Permit it, or name the other files themselves; nothing was loaded.",
        ) from None

    files: list[Path] = []
    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = [one for one in folders if not _is_of_page(one, names)]
        files += [Path(folder, name) for name in names]
    return [str(path) for path in sorted(files) if _is_ours(path, root)]


def _is_ours(path: Path, root: Path) -> bool:
    name = path.relative_to(root).as_posix()
    return is_ours(name) and path.is_file() and (path.suffix.lower() != ".json" or _has_text(path))


def _has_text(path: Path) -> bool:
    """Whether a JSON file in a folder looks like articles: many are settings of something."""
    try:
        with path.open("rb") as stream:
            opening = stream.read(_GLANCE)
    except OSError:
        return True  # reading it will say why not
    return any(name in opening for name in _TEXTS)
