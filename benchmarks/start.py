"""How long until one can work: plain Label Studio, and all of `claimdesk up`.

    python benchmarks/start.py [RUNS]

Every case gets the same tool environment and the same switches against calling home. Plain Label
Studio counts as ready when the owner's token is answered, `up` when it prints where everything
is, sample story published. Wall and processor seconds, medians.
"""

import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import httpx
import psutil

from claimdesk.desk import toolenv
from claimdesk.desk.environment import QUIET
from claimdesk.desk.keys import OWNER

PATIENCE = 300.0
TOKENS: dict[Path, str] = {}


@dataclass(frozen=True)
class Case:
    """One way to start; `command` makes its words from a home and a port."""

    name: str
    command: Callable[[Path, int], list[str]]
    home_is_used: bool


def plain(home: Path, port: int) -> list[str]:
    """Label Studio's own command."""
    program = toolenv.ensure(print).with_name("label-studio")
    return [str(program), "start", "--no-browser", "--port", str(port), "--data-dir", str(home)]


def everything(home: Path, port: int) -> list[str]:
    """Label Studio, backend, reviewers, project and sample story."""
    options = ["--json", "--home", str(home), "--labelstudio-port", str(port)]
    return [sys.executable, "-m", "claimdesk", "up", *options]


CASES = [
    Case("label-studio start, empty home", plain, home_is_used=False),
    Case("claimdesk up, empty home", everything, home_is_used=False),
    Case("label-studio start, used home", plain, home_is_used=True),
    Case("claimdesk up, used home", everything, home_is_used=True),
]


def timed(case: Case, home: Path) -> tuple[float, float]:
    """Wall and processor seconds from the command to the first answer to the owner."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    token = secrets.token_hex(20) if case.command is plain else ""
    token = TOKENS.setdefault(home, token)
    began = time.monotonic()
    process = psutil.Popen(
        case.command(home, port),
        env=environment(home, token),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        if case.command is plain:
            wait_for_answer(f"http://127.0.0.1:{port}/api/current-user/whoami", token, process)
        else:
            wait_for_block(process)
        return time.monotonic() - began, processor_seconds(process)
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


def environment(home: Path, token: str) -> dict[str, str]:
    """What both kinds get: a home of their own, an owner, nothing that calls home."""
    folders = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    owner = {
        "LABEL_STUDIO_USERNAME": OWNER,
        "LABEL_STUDIO_PASSWORD": "only for measuring",
        "LABEL_STUDIO_USER_TOKEN": token,
        "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",
    }
    tools = {"CLAIMDESK_TOOLS": str(toolenv.tools_folder()), "PATH": os.environ["PATH"]}
    return QUIET | folders | owner | tools


def wait_for_block(process: psutil.Popen) -> None:
    """Read what `up` prints until it has said everything, which it does once all is ready."""
    for line in process.stdout:
        if line == b"}\n":
            return
    raise SystemExit("it ended before it was ready")


def wait_for_answer(url: str, token: str, process: psutil.Popen) -> None:
    """Ask until the owner is known."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            answer = httpx.get(url, headers={"Authorization": f"Token {token}"}, timeout=10)
        except httpx.HTTPError:
            answer = None
        if answer is not None and answer.status_code == 200:
            return
        if process.poll() is not None:
            raise SystemExit("it ended before it was ready")
        time.sleep(0.05)
    raise SystemExit(f"{url} did not answer within {PATIENCE:.0f} s")


def processor_seconds(process: psutil.Popen) -> float:
    """Of the process, all it started and all of theirs that have ended."""
    parts = [one.cpu_times() for one in [process, *process.children(recursive=True)]]
    return sum(
        part.user + part.system + part.children_user + part.children_system for part in parts
    )


def measure(runs: int) -> dict[str, list[tuple[float, float]]]:
    """All cases, in turn, so that a busy moment hits them alike."""
    figures: dict[str, list[tuple[float, float]]] = {case.name: [] for case in CASES}
    used: dict[Callable[[Path, int], list[str]], Path] = {}
    with tempfile.TemporaryDirectory() as folder:
        for run in range(runs):
            for number, case in enumerate(CASES):
                home = Path(folder) / f"{run}-{number}"
                if case.home_is_used:
                    home = used[case.command]
                figures[case.name].append(timed(case, home))
                used[case.command] = home
    return figures


def main() -> None:
    """Print one table; a ratio compares with the line above that it belongs to."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    figures = measure(runs)
    middles = {
        name: (median(wall for wall, _ in found), median(cpu for _, cpu in found))
        for name, found in figures.items()
    }
    print(f"Until ready, medians of {runs} runs, {os.cpu_count()} processors")
    print(f"{'':34}{'wall s':>8}{'cpu s':>8}{'ratio':>14}")
    for case in CASES:
        wall, cpu = middles[case.name]
        rival = next(one for one in CASES if one.home_is_used == case.home_is_used)
        wall_ratio = middles[rival.name][0] / wall
        cpu_ratio = middles[rival.name][1] / cpu
        print(f"{case.name:34}{wall:8.1f}{cpu:8.1f}{f'{wall_ratio:.1f} / {cpu_ratio:.1f}':>14}")


if __name__ == "__main__":
    main()
