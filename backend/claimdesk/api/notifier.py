"""The thread that sends notices: beside the collector, so that a slow receiver delays nobody."""

import logging
import threading

from claimdesk.errors import Busy, ClaimdeskError
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.notifying import deliver

log = logging.getLogger(__name__)


class Notifier:
    """Runs `deliver` again and again until stopped."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="notifier", daemon=True)

    def start(self) -> None:
        """Begin sending."""
        self._thread.start()

    def stop(self) -> None:
        """End; what is being sent is sent again next time."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout=1.0)

    def _run(self) -> None:
        while not self._stopping.wait(self._bench.settings.poll_seconds):
            try:
                for one in deliver(self._bench):
                    (log.info if one.well else log.warning)(
                        "notice %s (%s) to %s: %s", one.notice, one.event, one.url, one.outcome
                    )
            except Busy:
                continue  # another replica does it
            except ClaimdeskError as error:
                log.warning("%s", str(error).replace("\n", " "))
            except Exception:  # the thread must outlive whatever one round meets
                log.exception("sending notices failed")
