"""The one writer of what comes with the doorbell: many rings, one commit, then their answers.

A commit costs a flush of the disk, so those that arrive while one is under way share the next.
"""

import asyncio
import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from queue import Empty, SimpleQueue

from sqlalchemy import Connection, Engine, text

from claimdesk.errors import Busy, ClaimdeskError, StorageTrouble
from claimdesk.store import rings
from claimdesk.store.database import in_turn, translated

MOST = 256
"""Most rings in one commit."""

LOCK_MILLISECONDS = 300
"""Label Studio's reviewer waits for our answer, so nobody waits longer for the database."""

COUNTED_EVERY = 500
"""How many rings may come before it is counted again whether there is room."""

Waiting = tuple[bytes, asyncio.Future[None]]


class Inbox:
    """Keeps bodies handed in from one event loop.

    The future that `keep` gives is done once its body is committed.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="inbox", daemon=True)
        self._connection: Connection | None = None
        self._room = 0

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def keep(self, body: bytes) -> asyncio.Future[None]:
        """Have a body kept. The future fails with Busy or StorageTrouble when it is not."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.put((body, future))
        return future

    def stop(self) -> None:
        """Write what has been handed in, and end."""
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=5.0)

    def _run(self) -> None:
        going = True
        while going:
            first = self._queue.get()
            some, going = self._more(first)
            if some:
                self._answer(some)
        self._close()

    def _more(self, first: Waiting | None) -> tuple[list[Waiting], bool]:
        """What has come in until now, and whether more may come."""
        some: list[Waiting] = []
        one = first
        while one is not None:
            some.append(one)
            if len(some) == MOST:
                return some, True
            try:
                one = self._queue.get_nowait()
            except Empty:
                return some, True
        return some, False

    def _answer(self, some: Sequence[Waiting]) -> None:
        """Commit, and only then say so."""
        failure = self._failure([body for body, _ in some])
        if failure is not None:
            self._close()
        futures = [future for _, future in some]
        with suppress(RuntimeError):  # the loop is closed when nobody waits any more
            futures[0].get_loop().call_soon_threadsafe(_settle, futures, failure)

    def _failure(self, bodies: Sequence[bytes]) -> ClaimdeskError | None:
        """Commit; what kept it from being committed, if anything did."""
        try:
            with translated():
                return None if self._written(bodies) else _full()
        except Busy:
            return _untaken("Another program keeps it locked")
        except ClaimdeskError as error:
            return error
        except Exception as error:  # whatever it is, those who wait have to hear of it
            return _untaken(type(error).__name__)

    def _written(self, bodies: Sequence[bytes]) -> bool:
        """Commit; False when there is no room."""
        connection = self._opened()
        with in_turn(self._engine, LOCK_MILLISECONDS / 1000), connection.begin():
            if self._room <= 0:
                if rings.is_full(connection):
                    return False
                self._room = COUNTED_EVERY
            rings.put(connection, bodies, datetime.now(UTC))
        self._room -= len(bodies)
        return True

    def _opened(self) -> Connection:
        """The connection, kept open: closing the last one of SQLite would flush everything."""
        if self._connection is None:
            connection = self._engine.connect()
            if self._engine.dialect.name == "postgresql":
                connection.execute(text(f"SET lock_timeout = {LOCK_MILLISECONDS}"))
                connection.commit()
            else:
                cursor = connection.connection.cursor()
                cursor.execute(f"PRAGMA busy_timeout = {LOCK_MILLISECONDS}")
                cursor.close()
            self._connection = connection
        return self._connection

    def _close(self) -> None:
        """Give the connection up, so that its setting does not reach anybody else."""
        if self._connection is not None:
            with suppress(Exception):  # it may be broken; a new one is opened
                self._connection.invalidate()
                self._connection.close()
            self._connection = None


def _untaken(why: str) -> StorageTrouble:
    return StorageTrouble(
        "The database did not take the ring.",
        why=f"{why}.",
        fix="Nothing has to be done: Label Studio is asked anyway. If it stays so, see the log.",
    )


def _settle(futures: Sequence[asyncio.Future[None]], failure: BaseException | None) -> None:
    for future in futures:
        if future.done():  # whoever waited has given up
            continue
        if failure is None:
            future.set_result(None)
        else:
            future.set_exception(failure)


def _full() -> Busy:
    return Busy(
        "The doorbell's inbox is full.",
        why=f"It holds {rings.ROOM:,} rings that Label Studio has not confirmed.",
        fix="Nothing is lost: Label Studio is asked anyway. See who rings, and change the secret.",
    )
