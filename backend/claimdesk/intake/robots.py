"""What a site asks programs not to read (RFC 9309): pure.

Among the rules for us the longest that matches a path decides, and permission wins a tie. The
reader of the standard library takes the first instead and knows no wildcards, so that it would
read what it was asked not to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

RULES = 10_000
"""Lines beyond are not for a reader of single articles."""
ANYBODY = "*"
_SAFE = "/*$%?&=:;@!~'()+,#[]-._"


@dataclass(frozen=True)
class Robots:
    """The rules for one agent: (allowed, pattern), and the pause in seconds it is asked for."""

    rules: tuple[tuple[bool, str], ...] = ()
    pause: float = 0.0

    def allow(self, target: str) -> bool:
        """Whether a path with its query may be read."""
        path = quote(target, safe=_SAFE)
        fitting = [(len(one), allowed) for allowed, one in self.rules if _fits(one, path)]
        return max(fitting, default=(0, True))[1]


def parse(text: str, agent: str) -> Robots:
    """The rules for `agent`: its own groups, else those for everybody."""
    rules: dict[str, list[tuple[bool, str]]] = {}
    pauses: dict[str, float] = {}
    named: set[str] = set()
    is_open = False
    for key, value in _lines(text):
        if key == "user-agent":
            named = named if is_open else set()
            if value.lower() in (agent.lower(), ANYBODY):
                named.add(value.lower())
                rules.setdefault(value.lower(), [])
            is_open = True
            continue
        is_open = False
        for one in named:
            if key in ("allow", "disallow") and value:
                rules[one].append((key == "allow", quote(value, safe=_SAFE)))
            elif key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value):
                pauses[one] = float(value)
    ours = agent.lower() if agent.lower() in rules else ANYBODY
    return Robots(tuple(rules.get(ours, ())), pauses.get(ours, 0.0))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in re.split(r"[\r\n]+", text, maxsplit=RULES)[:RULES]:
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins as the pattern says; `*` is anything, `$` at its end the end."""
    at_end = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if at_end and not others:
        return path == first
    at = len(first)
    last = others.pop() if at_end else ""
    for part in others:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not at_end or (len(path) - at >= len(last) and path.endswith(last))
