"""A database on which Label Studio's migrations have already run.

Migrating an empty one takes most of a minute of processor time; unpacking this one takes
milliseconds. It holds the schema and Django's own rows: no person, no token, no secret.
`.ci/make_template.py` makes it.
"""

import gzip
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from claimdesk.desk.toolenv import LABEL_STUDIO_VERSION
from claimdesk.settings import cannot_write

TEMPLATE = Path(__file__).with_name("template.sql.gz")
TITLE = "-- label-studio "


def unpack(database: Path, template: Path = TEMPLATE) -> bool:
    """Put the template where Label Studio looks for its database; all of it or nothing.

    False when a database is there already, or when the template is missing or belongs to
    another version: Label Studio then migrates by itself.
    """
    if database.exists() or not template.is_file():
        return False
    title, _, statements = gzip.decompress(template.read_bytes()).decode().partition("\n")
    if title != TITLE + LABEL_STUDIO_VERSION:
        return False
    part = database.with_suffix(".part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(sqlite3.connect(part)) as connection:
            connection.executescript(statements)
        part.replace(database)
    except (OSError, sqlite3.OperationalError) as error:
        trouble = error if isinstance(error, OSError) else OSError(str(error))
        raise cannot_write(database, trouble) from None
    return True
