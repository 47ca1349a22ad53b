"""claimdesk with a database that does not wait for the disk: a guard must see the difference."""

import sqlite3
import sys

from sqlalchemy import event
from sqlalchemy.pool import Pool

from claimdesk.__main__ import main


def forget_the_disk(connection: sqlite3.Connection, *_: object) -> None:
    connection.execute("PRAGMA synchronous = NORMAL")


if __name__ == "__main__":
    event.listen(Pool, "checkout", forget_the_disk)
    sys.exit(main())
