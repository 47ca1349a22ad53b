"""Make backend/claimdesk/desk/template.sql.gz: Label Studio's migrated, empty database.

Run it after .ci/lock_labelstudio. The same version gives the same bytes.
"""

import gzip
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "backend"))

from claimdesk.desk import template, toolenv
from claimdesk.desk.environment import QUIET

MOMENT = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?'")
SAME_MOMENT = "'2000-01-01 00:00:00'"
EXPECTED = {
    "auth_permission",
    "core_asyncmigrationstatus",
    "django_content_type",
    "django_migrations",
    "sqlite_sequence",
}


def migrated(python: Path, folder: Path) -> Path:
    """A database that `label-studio version` has migrated on its way."""
    own = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    data = {"LABEL_STUDIO_BASE_DATA_DIR": str(folder), "PATH": os.environ["PATH"]}
    command = [str(python), "-I", "-c", "from label_studio.server import main; main()", "version"]
    subprocess.run(command, env=QUIET | own | data, cwd=folder, check=True, capture_output=True)
    return folder / "label_studio.sqlite3"


def dump(database: Path) -> str:
    """Statements that make the database again, all moments replaced by one."""
    with closing(sqlite3.connect(database)) as connection:
        lines = list(connection.iterdump())
    filled = {line.split('"')[1] for line in lines if line.startswith("INSERT")}
    if filled != EXPECTED:
        raise SystemExit(f"rows in unexpected tables: {sorted(filled ^ EXPECTED)}")
    title = template.TITLE + toolenv.LABEL_STUDIO_VERSION
    return "\n".join([title, *(MOMENT.sub(SAME_MOMENT, line) for line in lines)]) + "\n"


def main() -> None:
    """Write the template beside the code that unpacks it."""
    with tempfile.TemporaryDirectory() as folder:
        statements = dump(migrated(toolenv.ensure(print), Path(folder)))
    packed = gzip.compress(statements.encode(), compresslevel=9, mtime=0)
    template.TEMPLATE.write_bytes(packed)
    print(f"{template.TEMPLATE.name}: {len(packed)} bytes")


if __name__ == "__main__":
    main()
