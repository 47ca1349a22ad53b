"""What reached the disk before what was said: a server's calls to the kernel, in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "recvfrom,recvmsg,read,sendto,sendmsg,write,writev,pwrite64,fsync,fdatasync"
LINE = re.compile(r"(\d+) +(.*)")
UNFINISHED, RESUMED = " <unfinished ...>", re.compile(r"<\.\.\. \w+ resumed>")
CALL = re.compile(r"(\w+)\(\d+<(.*?)>(?:, (.*))?\) += (-?\d+)")
RECEIVES = {"recvfrom", "recvmsg", "read"}
SENDS = {"sendto", "sendmsg", "write", "writev"}
SYNCS = {"fsync", "fdatasync"}


def tracer(path: Path) -> list[str]:
    """What to put before a command; every thread is watched, and where each descriptor leads."""
    quiet = ["-q", "-e", "signal=none", "-yy", "-s", "64"]
    return ["strace", "-D", "-f", *quiet, "--seccomp-bpf", "-e", f"trace={CALLS}", "-o", str(path)]


@dataclass(frozen=True)
class Call:
    """One call: when it began and ended, as lines of the trace, and on what it was."""

    began: int
    ended: int
    name: str
    place: str
    said: str
    result: int


@dataclass
class Counted:
    """Answers 200 to the doorbell, and those before which nothing was put onto the disk."""

    answers: int = 0
    early: list[str] = field(default_factory=list)
    syncs: int = 0


def calls(path: Path) -> Iterator[Call]:
    """The calls of a trace in the order of their ends; those cut in two are joined."""
    begun: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(path.read_text(errors="replace").splitlines()):
        found = LINE.fullmatch(line)
        if not found:
            continue
        pid, said = found.groups()
        began = number
        if said.endswith(UNFINISHED):
            begun[pid] = (number, said.removesuffix(UNFINISHED))
            continue
        if (rest := RESUMED.match(said)) and pid in begun:
            began, head = begun.pop(pid)
            said = head + said[rest.end() :]
        if call := CALL.match(said):
            name, place, arguments, result = call.groups()
            yield Call(began, number, name, place, arguments or "", int(result))


def counted(path: Path) -> Counted:
    """Go through a trace: was the ring written, and then synced, between its question and answer?

    Of several threads the order of beginnings and ends decides: a sync counts when it began after
    something was written that came after the question, and had ended before the answer began.
    """
    found = Counted()
    asked: dict[str, int] = {}
    written: list[Call] = []
    synced: list[Call] = []
    for call in sorted(calls(path), key=lambda one: one.began):
        in_database = ".db" in call.place
        if call.name == "pwrite64" and in_database:
            written.append(call)
        elif call.name in SYNCS and in_database and call.result == 0:
            synced.append(call)
        elif call.name in RECEIVES and call.place.startswith("TCP") and call.result > 0:
            if "POST /api/v1/doorbell" in call.said or call.place in asked:
                asked[call.place] = call.ended
        elif call.name in SENDS and call.place in asked and "HTTP/1.1 200" in call.said:
            found.answers += 1
            if not _is_safe(asked.pop(call.place), call.began, written, synced):
                found.early.append(call.place)
    found.syncs = len(synced)
    return found


def _is_safe(asked: int, answered: int, written: list[Call], synced: list[Call]) -> bool:
    first = next((one.ended for one in written if one.began > asked), None)
    if first is None:
        return False
    return any(one.began > first and one.ended < answered for one in synced)
