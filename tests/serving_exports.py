"""A server that only answers, for measuring what exports cost it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

from .ports import free_port
from .running import wait_until

SERVING = """
import sys
from pathlib import Path
import uvicorn
from claimdesk.api import create_app
from claimdesk.pages import router
from claimdesk.settings import Settings
from claimdesk.workflow.bench import open_workbench

home, port, *database = sys.argv[1:]
settings = Settings.read(Path(home), **({"database_url": database[0]} if database else {}))
app = create_app(open_workbench(settings), pages=[router], collect=False)
uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="error")
"""


@contextmanager
def serving(home: Path, database: str | None = None) -> Iterator[tuple[psutil.Process, str]]:
    """A backend that collects nothing and decides nothing; the process, and where it answers."""
    port = free_port()
    arguments = [str(home), str(port), *([database] if database else [])]
    process = subprocess.Popen([sys.executable, "-c", SERVING, *arguments])
    url = f"http://127.0.0.1:{port}"
    try:
        assert wait_until(lambda: answers(url), 60)
        yield psutil.Process(process.pid), url
    finally:
        process.kill()
        process.wait(20)


def answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/healthz", trust_env=False).status_code == 200
    except httpx.TransportError:
        return False
