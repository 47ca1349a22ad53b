"""The log of a home: one line for each thing that happened, whatever was in its names."""

import logging
import os
import re
from pathlib import Path
from types import TracebackType

from claimdesk.settings import cannot_write, make_private

UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Ends a line, moves a terminal's cursor, turns the direction of writing, or has no width."""

MARGIN = "  | "
Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class OneLine(logging.Formatter):
    """Escapes what could pass for something else; tracebacks stand behind a margin."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """The line of a record."""
        return escaped(super().formatMessage(record))

    def formatException(self, ei: Raised) -> str:  # noqa: N802
        """The traceback, of which no line can be taken for one of the log."""
        lines = super().formatException(ei).split("\n")
        return "\n".join(MARGIN + escaped(line) for line in lines)


def escaped(text: str) -> str:
    """The text with everything that is not to be seen written out."""
    return UNSEEN.sub(lambda found: ascii(found[0])[1:-1], text)


def log_to(home: Path) -> None:
    """Log into a file of the home, closed to others."""
    path = make_private(home / "logs") / "claimdesk.log"
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    except OSError as error:
        raise cannot_write(path, error) from None
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(OneLine("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it would log every look at a task
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # and it, every line of noise
