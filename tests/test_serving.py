"""What is said of where the backend listens."""

import pytest

from claimdesk.cli.serving import address


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("localhost", "http://localhost:8000/"),
        ("::1", "http://[::1]:8000/"),
    ],
)
def test_the_address_that_is_told_can_be_opened(host: str, said: str) -> None:
    assert address(host, 8000) == said
