"""The thread that looks into Label Studio: on a timer, and sooner when the doorbell rings."""

import logging
import threading
import time
from collections.abc import Callable
from random import uniform

import httpx

from claimdesk.errors import Busy, ClaimdeskError
from claimdesk.labelstudio.client import Client
from claimdesk.workflow import adjudicating, ranking
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import INVENTORY, POLL, SWEEP, Pulled, pull

log = logging.getLogger(__name__)
LONGEST_PAUSE = 8.0
LATE_SECONDS = 120.0
PATIENCE = 2.0
"""How long one look waits for that of another replica."""


class Collector:
    """Runs `pull` again and again until stopped; a failure is remembered, told, and retried."""

    def __init__(
        self,
        bench: Workbench,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bench = bench
        self._transport = transport
        self._clock = clock
        self._bell = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="collector", daemon=True)
        self._answered = threading.Condition()
        self._asked = self._done = 0
        self._wish = SWEEP
        self._told = True
        """Whether anything was said since adjudicators were last asked."""
        self._queue: adjudicating.Queue = {}
        self.trouble: ClaimdeskError | None = None
        self.pulled_at: float | None = None
        self._compared_at = self._clock()

    def pulled_ago(self) -> float | None:
        """Seconds since the last look that went well."""
        return None if self.pulled_at is None else round(self._clock() - self.pulled_at, 1)

    @property
    def is_late(self) -> bool:
        """Whether it is long since everything was compared; no clock that is set can say so."""
        patience = 3 * self._bench.settings.sweep_seconds + LATE_SECONDS
        return self._clock() - self._compared_at > patience

    def start(self) -> None:
        """Begin looking."""
        self._thread.start()

    def ring(self) -> None:
        """Look as soon as possible."""
        if not self._bell.is_set():  # setting it wakes the thread, also for nothing
            self._bell.set()

    def reconcile(self, wait: float) -> bool:
        """Compare with all of Label Studio now; whether that went well within `wait` seconds."""
        if not self._thread.is_alive():
            return False
        with self._answered:
            self._asked += 1
            number = self._asked
            if self._wish == POLL:
                self._wish = INVENTORY
            self._bell.set()
            self._answered.wait_for(
                lambda: self._done >= number or self._stopping.is_set(), timeout=wait
            )
            return self._done >= number and self.trouble is None

    def stop(self) -> None:
        """End; what is being written is finished, what is being waited for is not."""
        self._stopping.set()
        self._bell.set()
        with self._answered:
            self._answered.notify_all()
        if self._thread.is_alive():
            self._thread.join(timeout=1.0)

    def _run(self) -> None:
        settings = self._bench.settings
        failures, swept = 0, self._clock()
        while not self._stopping.is_set():
            self._bell.clear()
            due = self._clock() - swept >= settings.sweep_seconds
            with self._answered:
                number = self._asked
                depth, self._wish = SWEEP if due else self._wish, POLL
            well = self._tried(depth)
            if well and depth == SWEEP:
                swept = self._clock()
            failures = 0 if well else failures + 1
            with self._answered:
                self._done = number
                if not well and depth != POLL:
                    self._wish = depth  # an alarm lasts until a look as deep goes well
                self._answered.notify_all()
            if well:
                self._adjudicate()
            if well and depth == SWEEP:
                self._rank()
            pause = settings.poll_seconds * 2 ** min(failures, 10)
            longest = max(LONGEST_PAUSE, settings.poll_seconds)
            self._bell.wait(min(pause, longest) * uniform(1.0, 1.25))  # noqa: S311 - not in step

    def _pull(self, depth: str) -> Pulled:
        with Client(self._bench.settings, self._transport) as client:
            return pull(self._bench, client, depth=depth, wait=PATIENCE)

    def _adjudicate(self) -> None:
        """Ask adjudicators where anything new was said; collecting does not depend on it."""
        if not self._told:
            return
        try:
            queue = adjudicating.queue(self._bench)
            if queue != self._queue or adjudicating.is_due(self._bench):
                with Client(self._bench.settings, self._transport) as client:
                    log.info("adjudicate: %s", adjudicating.adjudicate(self._bench, client))
            self._told, self._queue = False, queue
        except ClaimdeskError as error:  # tried again after the next look
            log.warning("%s", str(error).replace("\n", " "))
        except Exception:  # the thread must outlive whatever asking meets
            log.exception("asking adjudicators failed")
            self._told = False

    def _rank(self) -> None:
        """Learn anew what is worth checking; collecting does not depend on how that goes."""
        try:
            if ranking.is_due(self._bench):
                log.info("rank: %s", ranking.rank(self._bench))
        except Busy:
            log.info("rank: another replica does it")
        except Exception:  # the thread must outlive whatever one fit meets
            log.exception("ranking failed")

    def _tried(self, depth: str) -> bool:
        """One look; False when it failed."""
        try:
            pulled = self._pull(depth)
        except Busy:
            return depth == POLL
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
        if pulled.received or pulled.vanished or pulled.refused:
            log.info("%s: %s", depth, pulled)
            self._told = True
        self.trouble = None
        self.pulled_at = self._clock()
        if depth != POLL:
            self._compared_at = self.pulled_at
        return True
