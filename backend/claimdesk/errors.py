"""Every failure that claimdesk foresees, with the exit code and the HTTP status it turns into.

ClaimdeskError        1  500   something unexpected
|- BadInput           2  422   a file, an option or a parameter that cannot be used
|- NotFound           2  404   the thing asked for does not exist
|- NotAllowed         2  401   the caller did not prove who they are
|- NotPermitted       2  403   the caller is known, and may not do this
|- BadConfiguration   3  500   settings, contracts or the installation are wrong
|- LabelStudioTrouble 4  502   Label Studio is away, refuses or is another version
|- BrokenLedger       1  500   the ledger of deliveries is not what it was
|- OutOfDate          1  503   what is shown was decided by rules that no longer hold
|- StorageTrouble     1  503   the database or the disk does not take what we give it
|- Partial            5  422   part of it was done; the rest is listed
`- Busy               6  409   somebody else is doing this right now
"""


class ClaimdeskError(Exception):
    """What happened, why, and what to do: the three lines a user sees.

    `code` names the kind for machines and never changes; `exit_code` is for the shell and
    `status` for HTTP.
    """

    code = "unexpected"
    exit_code = 1
    status = 500

    def __init__(self, what: str, *, why: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.what}\n{self.why}\n{self.fix}"


class BadInput(ClaimdeskError):
    """A file, an option or a parameter cannot be used as it is."""

    code = "bad-input"
    exit_code = 2
    status = 422


class NotFound(ClaimdeskError):
    """The thing asked for does not exist."""

    code = "not-found"
    exit_code = 2
    status = 404


class NotAllowed(ClaimdeskError):
    """The caller did not prove who they are."""

    code = "not-allowed"
    exit_code = 2
    status = 401


class NotPermitted(ClaimdeskError):
    """The caller is known, and may not do this."""

    code = "not-permitted"
    exit_code = 2
    status = 403


class BadConfiguration(ClaimdeskError):
    """Settings, contract folders or the installation are wrong; nothing was started."""

    code = "bad-configuration"
    exit_code = 3
    status = 500


class LabelStudioTrouble(ClaimdeskError):
    """Label Studio is away, refuses what we ask, or is not the version we know."""

    code = "label-studio-trouble"
    exit_code = 4
    status = 502


class ProjectLost(LabelStudioTrouble):
    """Label Studio answers, and the project that we collected from is not there."""


class BrokenLedger(ClaimdeskError):
    """An entry of the ledger was changed, moved, removed or cut off after it arrived."""

    code = "broken-ledger"
    exit_code = 1
    status = 500


class OutOfDate(ClaimdeskError):
    """What is shown was decided by rules that no longer hold, and is not decided anew yet."""

    code = "out-of-date"
    exit_code = 1
    status = 503


class StorageTrouble(ClaimdeskError):
    """The database or the disk does not take what we give it; nothing was half-done."""

    code = "storage-trouble"
    exit_code = 1
    status = 503


class Partial(ClaimdeskError):
    """Part of the work was done and kept; what was refused is listed."""

    code = "partial"
    exit_code = 5
    status = 422


class Busy(ClaimdeskError):
    """Somebody else is doing this right now."""

    code = "busy"
    exit_code = 6
    status = 409
