"""The thread that looks into Label Studio: on a timer, and sooner when the doorbell rings."""

import logging
import threading
import time

import httpx

from claimdesk.errors import Busy, ClaimdeskError
from claimdesk.labelstudio.client import Client
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull

log = logging.getLogger(__name__)
LONGEST_PAUSE = 60.0


class Collector:
    """Runs `pull` again and again until stopped; a failure is remembered, told, and retried."""

    def __init__(self, bench: Workbench, transport: httpx.BaseTransport | None = None) -> None:
        self._bench = bench
        self._transport = transport
        self._bell = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="collector", daemon=True)
        self.trouble: ClaimdeskError | None = None
        self.pulled_at: float | None = None

    def pulled_ago(self) -> float | None:
        """Seconds since the last look that went well."""
        return None if self.pulled_at is None else round(time.monotonic() - self.pulled_at, 1)

    def start(self) -> None:
        """Begin looking."""
        self._thread.start()

    def ring(self) -> None:
        """Look as soon as possible."""
        self._bell.set()

    def stop(self) -> None:
        """End; what is being written is finished, what is being waited for is not."""
        self._stopping.set()
        self._bell.set()
        if self._thread.is_alive():
            self._thread.join(timeout=1.0)

    def _run(self) -> None:
        settings = self._bench.settings
        failures, swept = 0, float("-inf")
        while not self._stopping.is_set():
            self._bell.clear()
            sweep = time.monotonic() - swept >= settings.sweep_seconds
            if self._tried(sweep=sweep):
                failures, swept = 0, time.monotonic() if sweep else swept
            else:
                failures += 1
            pause = settings.poll_seconds * 2 ** min(failures, 10)
            self._bell.wait(min(pause, max(LONGEST_PAUSE, settings.poll_seconds)))

    def _pull(self, *, sweep: bool) -> None:
        with Client(self._bench.settings, self._transport) as client:
            pulled = pull(self._bench, client, sweep=sweep)
        if pulled.received or pulled.vanished or pulled.refused:
            log.info(
                "received %d, vanished %d, refused %d",
                pulled.received,
                pulled.vanished,
                pulled.refused,
            )

    def _tried(self, *, sweep: bool) -> bool:
        """One look; False when it failed."""
        try:
            self._pull(sweep=sweep)
        except Busy:
            return True
        except ClaimdeskError as error:
            if str(error) != str(self.trouble):
                log.warning("%s", str(error).replace("\n", " "))
            self.trouble = error
            return False
        except Exception:  # the thread must outlive whatever one look meets
            log.exception("collecting failed")
            self.trouble = ClaimdeskError(
                "Collecting failed.", why="See the log.", fix="Report it with the log."
            )
            return False
        self.trouble = None
        self.pulled_at = time.monotonic()
        return True
