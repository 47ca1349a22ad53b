"""`config`: a label or a reason gets another name, or is no more, without a judgement being lost.

What became of a name is written into `claims.xml`, where whoever reads the labels sees it; what
was said before is read by it. Label Studio's annotations and the ledger keep what they hold.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr, unescape

from claimdesk import codebook, labels
from claimdesk.errors import BadConfiguration, BadInput, StorageTrouble
from claimdesk.labels import Labels
from claimdesk.settings import sync_folder
from claimdesk.store import audit, codebooks
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Progress, Workbench, quiet, screen
from claimdesk.workflow.handling import replay
from claimdesk.workflow.names import check_names

RENAMED, RETIRED = "name changed", "name retired"
_TAG = re.compile(r"""<!--.*?-->|<[A-Za-z](?:[^>"']|"[^"]*"|'[^']*')*>""", re.DOTALL)
_ATTRIBUTE = re.compile(r"""(?<=\s)([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')""")
_LISTS = ("whenLabelValue", "whenChoiceValue")
_CODES = {'"': "&quot;", "'": "&apos;"}

Attributes = dict[str, str]


@dataclass(frozen=True)
class Checked:
    """What stands in the contract folder, and that it fits what was said so far."""

    folder: str
    config: str
    labels: list[str]
    reasons: list[str]
    codebook: str
    cases: int


@dataclass(frozen=True)
class Moved:
    """What became of a name, and how many deliveries were read again by it."""

    old: str
    new: str | None
    deliveries: int


def check(bench: Workbench) -> Checked:
    """Read both files and compare them with what is in use. Raises BadConfiguration."""
    book = bench.codebook
    with reading(bench.engine) as session:
        check_names(session, bench)
    return Checked(
        folder=str(bench.config_dir),
        config=bench.labels.digest,
        labels=list(bench.labels.labels),
        reasons=sorted({one for some in bench.labels.reasons.values() for one in some}),
        codebook=book.revision,
        cases=len(book.book.case),
    )


def rename(bench: Workbench, old: str, new: str, progress: Progress = quiet) -> Moved:
    """Call a label or a reason otherwise, in both files; whatever was said is read by it anew.

    Also for a name that was changed in `claims.xml` by hand already. Doing it again changes
    nothing. Raises BadInput when the names are none that this can be done with.
    """
    _check_word(new)
    now = bench.labels
    if old == new or (old in _names(now) and new in _names(now)):
        raise _impossible(old, "There is a label or a reason of the new name already.")
    if old not in _names(now) and new not in _names(now):
        raise _impossible(old, "Neither it nor the new name is a label or a reason of claims.xml.")
    xml = _renamed_xml(_text(bench, labels.FILE), old, new)
    toml = _renamed_toml(_text(bench, codebook.FILE), old, new)
    done = _put(bench, xml, toml)
    return _read_anew(done, Moved(old, new, 0), progress)


def retire(bench: Workbench, name: str, progress: Progress = quiet) -> Moved:
    """Let what was said under a label count as no verdict, and a reason as none.

    Its line has to be gone from `claims.xml` and its sections from `codebook.toml`: what
    reviewers are told without it only a person can write. Raises BadInput when it still stands
    there, or was never used.
    """
    _check_word(name)
    if name in _names(bench.labels):
        raise _impossible(
            name, "It still stands in claims.xml: take it out, and its sections in codebook.toml."
        )
    if name not in bench.labels.known_labels and name not in bench.labels.known_reasons:
        meaning = _meaning_of(bench, name)
        xml = _edited(_text(bench, labels.FILE), _retiring(name, meaning))
        bench = _put(bench, xml, _text(bench, codebook.FILE))
    return _read_anew(bench, Moved(name, None, 0), progress)


def _names(of: Labels) -> set[str]:
    return {*of.labels, *(one for some in of.reasons.values() for one in some)}


def _meaning_of(bench: Workbench, name: str) -> str:
    """Whether it was a verdict or a reason, by what was said."""
    with reading(bench.engine) as session:
        used = codebooks.used(session)
        if any(name == verdict for verdict, _ in used):
            return "verdict"
        if any(name == reason for _, reason in used):
            return "reason"
        if codebooks.deliveries_with(session, "labels", [name]):
            return "verdict"
    raise _impossible(name, "No judgement uses it; it can be left out of both files as it is.")


def _read_anew(bench: Workbench, moved: Moved, progress: Progress) -> Moved:
    with writing(bench.engine) as session:
        what = RENAMED if moved.new else RETIRED
        audit.note(session, what, f"{moved.old} -> {moved.new}" if moved.new else moved.old)
    return replace(moved, deliveries=replay(bench, progress))


def _put(bench: Workbench, xml: str, toml: str) -> Workbench:
    """Write both files if they are right together; the workbench that knows them.

    Each is replaced whole. Ended between the two, they do not fit each other, which every start
    says; the same command again does the rest.
    """
    folder = bench.config_dir
    read = labels.parse(xml, folder / labels.FILE)
    codebook.parse(toml, folder / codebook.FILE, screen(read))
    _check_place(folder)
    _write({folder / labels.FILE: xml, folder / codebook.FILE: toml})
    return replace(bench, labels=read)


def _check_place(folder: Path) -> None:
    if folder.parent == Path(labels.__file__).parent:
        raise BadConfiguration(
            f"{folder} belongs to the installed claimdesk; nothing was changed.",
            why="The next version would put its own files in place of yours, and take the names "
            "away again that judgements use.",
            fix=f"Make it yours: cp -r {folder} FOLDER, name it with CLAIMDESK_CONFIG_DIR, then "
            "run this again.",
        )


def _text(bench: Workbench, name: str) -> str:
    path = bench.config_dir / name
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        raise BadConfiguration(
            f"{path} cannot be read.",
            why=f"{error}.",
            fix="Both files of the contract folder have to be there and be UTF-8.",
        ) from None


def _write(texts: dict[Path, str]) -> None:
    """Replace files, none before the new ones are all on the disk."""
    parts = {path: path.with_name(f"{path.name}.part") for path in texts}
    try:
        for path, part in parts.items():
            part.unlink(missing_ok=True)
            mode = path.stat().st_mode & 0o777
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
            with os.fdopen(handle, "wb") as stream:
                stream.write(texts[path].encode())
                stream.flush()
                os.fsync(stream.fileno())
        for path, part in parts.items():
            part.replace(path)
            sync_folder(path.parent)
    except OSError as error:
        raise StorageTrouble(
            f"{error.filename or next(iter(texts))} cannot be written.",
            why=f"{error.strerror or error}.",
            fix="Free some space or give yourself the right to write there; or copy the folder, "
            "name the copy with CLAIMDESK_CONFIG_DIR, and run this again.",
        ) from None


def _renamed_xml(xml: str, old: str, new: str) -> str:
    def change(tag: str, had: Attributes) -> Attributes:
        changed = {}
        if tag in ("Label", "Choice") and had.get("value") in (old, new):
            former = _listed(had.get("formerly", ""))
            changed = {"value": new, "formerly": ",".join(dict.fromkeys([*former, old]))}
        for name in _LISTS:
            if old in _listed(had.get(name, "")):
                theirs = [new if one == old else one for one in _listed(had[name])]
                changed[name] = ",".join(theirs)
        return changed

    return _edited(xml, change).replace(f'":{escape(old)}"', f'":{escape(new)}"')


def _retiring(name: str, meaning: str) -> Callable[[str, Attributes], Attributes]:
    """Writes a name once, at the first control of its meaning."""
    written = False

    def change(_tag: str, had: Attributes) -> Attributes:
        nonlocal written
        if written or had.get("meaning") != meaning:
            return {}
        written = True
        return {"retired": ",".join([*_listed(had.get("retired", "")), name])}

    return change


def _edited(xml: str, change: Callable[[str, Attributes], Attributes]) -> str:
    """A label config with other attributes in some tags; everything else as it stands."""

    def edit(found: re.Match[str]) -> str:
        said = found[0]
        if said.startswith("<!--"):
            return said
        tag = re.split(r"[\s/>]", said[1:], maxsplit=1)[0]
        had = {one[1]: unescape(one[2][1:-1], _UNCODED) for one in _ATTRIBUTE.finditer(said)}
        for name, value in change(tag, had).items():
            said = _with(said, name, value, known=name in had)
        return said

    return _TAG.sub(edit, xml)


_NAMING = re.compile(r'^((?:name|label)[ \t]*=[ \t]*)"([^"\n]*)"', re.MULTILINE)
_ENDS = re.compile(r"^ends[ \t]*=[ \t]*\[[^\]]*\]", re.MULTILINE)
_PART = re.compile(r'[^"/]+')
_UNCODED = {code: letter for letter, code in _CODES.items()}


def _with(tag: str, name: str, value: str, *, known: bool) -> str:
    """A tag in which an attribute has another value; a new one stands behind the first."""
    told = f"{name}={quoteattr(value)}"
    if not known:
        first = _ATTRIBUTE.search(tag)
        place = first.end() if first else len(tag.rstrip("/>"))
        return f"{tag[:place]} {told}{tag[place:]}"
    return _ATTRIBUTE.sub(lambda one: told if one[1] == name else one[0], tag)


def _renamed_toml(toml: str, old: str, new: str) -> str:
    """Where a codebook names labels and reasons: its sections, how cases end, and in backticks."""

    def named(found: re.Match[str]) -> str:
        return f'{found[1]}"{new}"' if found[2] == old else found[0]

    def ending(found: re.Match[str]) -> str:
        return _PART.sub(lambda one: new if one[0] == old else one[0], found[0])

    return _ENDS.sub(ending, _NAMING.sub(named, toml)).replace(f"`{old}`", f"`{new}`")


def _listed(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def _check_word(name: str) -> None:
    if not re.fullmatch(r"\w+(?:[ .-]\w+)*", name):
        raise BadInput(
            "The name cannot be used.",
            why="Names of labels and reasons are words, with spaces, hyphens or points between.",
            fix="Choose another one, such as not-a-claim.",
        )


def _impossible(name: str, why: str) -> BadInput:
    return BadInput(
        f"{name!r} stays as it is; nothing was changed.",
        why=why,
        fix="claimdesk config check shows the names there are, and what is in use beside them.",
    )
