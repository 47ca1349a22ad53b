"""What leaves the machine: every address that a process and its children tried to reach."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from .running import RunningDesk, stop

CALLS = "connect,sendto,sendmsg,sendmmsg"
ADDRESS = re.compile(
    r"sin_port=htons\((\d+)\), sin_addr=inet_addr\(\"([^\"]+)\"\)"
    r"|sin6_port=htons\((\d+)\),.*?inet_pton\(AF_INET6, \"([^\"]+)\""
)


@dataclass(frozen=True)
class Trace:
    """Where strace writes what it sees."""

    path: Path

    def calls(self) -> int:
        """How many attempts to reach an internet address were seen, this machine's included."""
        return len(self._addresses())

    def left(self) -> list[str]:
        """Every attempt to reach something that is not this machine; port 53 is a look-up."""
        return [
            f"{address}:{port}"
            for address, port in self._addresses()
            if not ip_address(address.partition("%")[0]).is_loopback
        ]

    def _addresses(self) -> list[tuple[str, int]]:
        said = self.path.read_text(errors="replace")
        return [
            (found[2] or found[4], int(found[1] or found[3])) for found in ADDRESS.finditer(said)
        ]


def tracer(trace: Trace) -> list[str]:
    """What to put before a command; it stays the child itself, strace runs beside it."""
    quiet = ["-qq", "-e", "signal=none", "-s", "0"]
    only = ["--seccomp-bpf", "-e", f"trace={CALLS}"]
    return ["strace", "-D", "-f", *quiet, *only, "-o", str(trace.path)]


def can_trace(folder: Path) -> str | None:
    """Why this machine cannot trace, if it cannot."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(
        [*tracer(Trace(folder / "tried")), "true"],
        capture_output=True,
        check=False,
        text=True,
        timeout=30,
    )
    if tried.returncode or tried.stderr:
        return f"strace cannot be used here: {tried.stderr.strip()}"
    return None


@contextmanager
def traced(home: Path, trace: Trace) -> Iterator[RunningDesk]:
    """A desk that is up within the block, watched from its first breath."""
    command = [*tracer(trace), sys.executable, "-m", "claimdesk", "up", "--json", "--home"]
    errors = home.parent / f"{home.name}.stderr"
    with errors.open("ab") as stderr:
        process = subprocess.Popen(
            [*command, str(home)],
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            start_new_session=True,
        )
    assert process.stdout is not None
    said = ""
    try:
        while not said.endswith("\n}\n"):
            line = process.stdout.readline()
            assert line, f"claimdesk up did not get ready: {errors.read_text()}"
            said += line
        yield RunningDesk(home=home, process=process, said=json.loads(said))
    finally:
        stop(process, signal.SIGINT)
