"""`codebook.toml` read, checked against the labels, and known by digests of what it says.

A *case* is a part of it that bears on some judgements: the general part on all, the section of a
label or a reason on those that say so, an edge case on those that end as it does. `cases` names
each with how it ends (`disputed/denied`, `verified: direct-quotation`), so that what changed for a
judgement can be told from two such tables alone. The first names of renamed labels go into the
digests: a new name is no new rule.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from claimdesk.codebook.parts import Book
from claimdesk.codebook.rendering import as_html, as_markdown
from claimdesk.errors import BadConfiguration

FILE = "codebook.toml"
GENERAL = "general"
DIGITS = 12
_SHOWN = re.compile(rf"Codebook ([0-9a-f]{{{DIGITS}}})</p>\s*$")
_NAMED = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Screen:
    """What reviewers can choose on their screen, and how it is explained there.

    `keys` and `hints` are those of the labels, `reasons` the hints of every reason by label.
    """

    keys: Mapping[str, str]
    hints: Mapping[str, str]
    reasons: Mapping[str, Mapping[str, str]]
    first_names: Mapping[str, str]


@dataclass(frozen=True)
class Codebook:
    """What reviewers are told, and what it is known by."""

    book: Book
    markdown: str
    revision: str
    cases: dict[str, str]

    @property
    def instruction(self) -> str:
        """As Label Studio shows it, with the revision as its last line."""
        return f"{as_html(self.markdown)}<p>Codebook {self.revision}</p>\n"


def read(folder: Path, screen: Screen) -> Codebook:
    """Read `codebook.toml` of a contract folder.

    Raises BadConfiguration when it is absent or malformed, or speaks of other labels and reasons
    than the screen, or explains them otherwise.
    """
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise _absent(path) from None
    except (OSError, ValueError) as error:
        raise _broken(path, f"{error}") from None
    return parse(text, path, screen)


def parse(text: str, path: Path, screen: Screen) -> Codebook:
    """The same for a text that may come to stand there."""
    try:
        said = tomllib.loads(text)
        book = Book.model_validate(said)
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        raise _broken(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except (ValueError, RecursionError) as error:
        raise _broken(path, f"{error}") from None
    for flaw in _flaws(book, screen):
        raise _broken(path, flaw)
    return Codebook(
        book=book,
        markdown=as_markdown(book, screen.keys),
        revision=_digest(said),
        cases=_cases(book, screen.first_names),
    )


def revision_in(instruction: str) -> str | None:
    """The revision that an instruction says it is, if it says so."""
    found = _SHOWN.search(instruction)
    return found and found[1]


def changed(
    before: Mapping[str, str],
    now: Mapping[str, str],
    verdict: str,
    reason: str | None,
    present: Mapping[str, str],
) -> list[str]:
    """The cases of a judgement that one codebook has otherwise than another, or has not.

    `present` are the names of today for those that labels and reasons had before. Without a reason
    every case of the verdict is the judgement's own.
    """
    here, there = (_bearing(one, verdict, reason, present) for one in (before, now))
    return sorted(case for case in here.keys() | there.keys() if here.get(case) != there.get(case))


def _bearing(
    cases: Mapping[str, str], verdict: str, reason: str | None, present: Mapping[str, str]
) -> dict[str, str]:
    """The cases that bear on a judgement, by the names that people know them by."""
    found = {}
    for name, digest in cases.items():
        end, _, edge = name.partition(": ")
        label, _, why = (present.get(one, one) for one in end.partition("/"))
        if end == GENERAL or (label == verdict and (not why or reason in (None, why))):
            found[edge or (f"{label}/{why}" if why else label)] = digest
    return found


def _flaws(book: Book, screen: Screen) -> Iterator[str]:
    """What is wrong with a codebook beside its screen, the first things first."""
    labels = [one.name for one in book.label]
    yield from _differences("label", labels, screen.hints)
    for one in book.label:
        yield from _otherwise(one.name, screen.hints[one.name], one.hint)
    for label in labels:
        mine = [one.name for one in book.reason if one.label == label]
        theirs = screen.reasons.get(label, {})
        yield from _differences(f"reason of {label!r}", mine, theirs)
    for why in book.reason:
        if why.label not in labels:
            yield f"the reason {why.name!r} belongs to the label {why.label!r}, which is none"
        else:
            yield from _otherwise(why.name, screen.reasons[why.label][why.name], why.hint)
    yield from _twice("case", [one.id for one in book.case])
    yield from _twice("overruling", [one.code for one in book.overruling])
    known = {*labels, *(f"{one.label}/{one.name}" for one in book.reason)}
    for case in book.case:
        for end in case.ends:
            if end not in known:
                yield f"the case {case.id!r} ends in {end!r}, which is no label and no label/reason"


def _differences(kind: str, mine: Sequence[str], theirs: Iterable[str]) -> Iterator[str]:
    yield from _twice(kind, mine)
    for name in theirs:
        if name not in mine:
            yield f"the {kind} {name!r} of claims.xml has no section"
    for name in mine:
        if name not in set(theirs):
            yield f"the {kind} {name!r} is not in claims.xml"


def _twice(kind: str, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if names.count(name) > 1:
            yield f"the {kind} {name!r} stands twice"
        if "/" in name or ": " in name:
            yield f"the {kind} {name!r} has a / or a colon in its name"


def _otherwise(name: str, on_screen: str, here: str) -> Iterator[str]:
    if on_screen and on_screen != here:
        yield f'the hint of {name!r} is "{here}", and in claims.xml "{on_screen}"'


def _cases(book: Book, first_names: Mapping[str, str]) -> dict[str, str]:
    def digest(*said: Any) -> str:
        return _digest(said, first_names)

    found = {GENERAL: digest(book.mind, [one.text for one in book.general])}
    for label in book.label:
        found[label.name] = digest(label.hint, label.text, label.examples, label.further)
    for reason in book.reason:
        found[f"{reason.label}/{reason.name}"] = digest(reason.hint, reason.example)
    for case in book.case:
        for end in case.ends:
            found[f"{end}: {case.id}"] = digest(case.title, case.rule, case.examples)
    return found


def _digest(said: Any, first_names: Mapping[str, str] | None = None) -> str:
    """Of what is said, however its lines are broken."""
    told = json.dumps(_plain(said, first_names or {}), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:DIGITS]


def _plain(said: Any, names: Mapping[str, str]) -> Any:
    if isinstance(said, str):
        return _NAMED.sub(lambda one: f"`{names.get(one[1], one[1])}`", " ".join(said.split()))
    if isinstance(said, Mapping):
        return {name: _plain(one, names) for name, one in said.items()}
    return [_plain(one, names) for one in said] if isinstance(said, list | tuple) else said


def _absent(path: Path) -> BadConfiguration:
    return BadConfiguration(
        f"There is no {path}.",
        why="What reviewers are told stands in it, and with every judgement we keep by which of "
        "its revisions it was made; a guidelines.md is not read any more.",
        fix="Begin one: copy the file of that name that comes with claimdesk beside your "
        "claims.xml, and put the texts of your guidelines into its sections.",
    )


def _broken(path: Path, why: str) -> BadConfiguration:
    return BadConfiguration(
        f"{path} cannot be used as codebook.",
        why=f"In it, {why.rstrip('.')}.",
        fix="Correct it: every label and reason of claims.xml has its section there, with the "
        "same hint, and every section its label.",
    )
