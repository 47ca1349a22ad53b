"""What a machine may lack: a test that needs it is skipped with the reason, or fails if strict.

Strict is a run with `--strict-env`, or with `CI` in the environment: there nothing may be missing
that can be installed.
"""

import os
from typing import NoReturn

import pytest

STRICT = "CLAIMDESK_STRICT_ENV"


def missing(reason: str) -> NoReturn:
    """Skip the test that asks, or fail it where everything has to be there."""
    if os.environ.get("CI") or os.environ.get(STRICT):
        pytest.fail(f"{reason} (strict: not skipped)", pytrace=False)
    pytest.skip(reason)


def beyond(reason: str) -> NoReturn:
    """Skip the test that asks for a privilege, which nothing that is installed can give."""
    pytest.skip(reason)
