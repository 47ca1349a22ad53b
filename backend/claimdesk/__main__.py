"""`claimdesk` and `python -m claimdesk`: errors become three lines and an exit code."""

import os
import sys

from claimdesk import __version__

INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit as documented: 0, 1, 2, 3, 4, 5, 6 or 130."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"claimdesk {__version__}\n")
        return
    from claimdesk.cli import screen
    from claimdesk.cli.commands import app
    from claimdesk.errors import ClaimdeskError

    try:
        app()
    except ClaimdeskError as error:
        if os.environ.get("CLAIMDESK_DEBUG"):
            raise
        screen.fail(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        screen.tell("Interrupted.")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone; nothing can be told to it any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:  # the last line of defence: no traceback without --debug
        if os.environ.get("CLAIMDESK_DEBUG"):
            raise
        screen.fail(
            ClaimdeskError(
                "Something unexpected happened.",
                why=f"{type(error).__name__}: {error}".split("\n")[0],
                fix="Run it again with claimdesk --debug and report what it says.",
            )
        )
        sys.exit(ClaimdeskError.exit_code)


if __name__ == "__main__":
    main()
