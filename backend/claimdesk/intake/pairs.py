"""The opening block of a file: `key: value`, and as much of YAML as sites and notes have there.

A value may go on in indented lines, and may be a list. Whatever else YAML knows is not looked into.
"""

import re
from dataclasses import dataclass, field

from claimdesk.intake.drafts import Unusable

NO_BLOCK = "if it is no such block, begin the file with an empty line"
Value = str | list[str]
_KEY = re.compile(r"([^\W\d][\w-]*):\s*+(.*)\Z")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_FOLDED = re.compile(r"[|>][+-]?")
_LISTED = re.compile(r"\[(.*)\]")
_ENTRY = re.compile(r"-(?:\s++(.*))?\Z")


@dataclass
class _Pair:
    """What stands behind a key, and in the lines below that are its own."""

    written: str
    entries: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def takes(self, line: str) -> bool:
        """Whether a line goes on with the value."""
        entry = _ENTRY.match(line.strip())
        if entry and not self.written:
            self.entries.append(_named(entry[1] or ""))
        elif line[0] in " \t":
            self.below.append(line.strip())
        else:
            return False
        return True

    def value(self) -> Value:
        """A string, or a list of them."""
        inline = _LISTED.fullmatch(self.written)
        if self.entries or inline:
            listed = inline[1].split(",") if inline else []
            return [*self.entries, *(_unquoted(one.strip()) for one in listed)]
        if self.written and not _FOLDED.fullmatch(self.written):
            return _unquoted(" ".join([self.written, *self.below]))
        fields = [] if self.written else [one for one in self.below if key(one)]
        return _named(_name_first(fields)) if fields else " ".join(self.below)


def read(lines: list[str]) -> dict[str, Value]:
    """The values by their keys, in small letters; Unusable names the line that is no pair."""
    pairs: dict[str, _Pair] = {}
    last: _Pair | None = None
    for number, line in enumerate(lines, start=2):
        if not line.strip() or line.startswith("#") or (last and last.takes(line)):
            continue
        pair = _KEY.match(line.rstrip())
        if pair is None or pair[1].lower() in pairs:
            raise Unusable(
                f"Line {number} of its opening block should be one `key: value`, each key once; "
                f"{NO_BLOCK}."
            )
        last = pairs[pair[1].lower()] = _Pair(pair[2])
    return {name: pair.value() for name, pair in pairs.items()}


def key(line: str) -> str | None:
    """The key of a line that has one."""
    pair = _KEY.match(line.rstrip())
    return pair[1] if pair else None


def _name_first(fields: list[str]) -> str:
    return next((one for one in fields if one.startswith("name:")), "")


def _named(entry: str) -> str:
    """An entry, which may be an object that begins with its name."""
    return _unquoted(entry.removeprefix("name:").strip())


def _unquoted(value: str) -> str:
    """The value without the quotation marks that YAML asks for around some."""
    if double := _DOUBLE.fullmatch(value):
        return double[1].replace('\\"', '"').replace("\\\\", "\\")
    single = _SINGLE.fullmatch(value)
    return single[1].replace("''", "'") if single else value
