"""Names for reviewers that say who said the same, and not who said it."""

import hmac

DIGITS = 12


def pseudonym(key: str, mark: str, reviewer: int) -> str:
    """A reviewer's name in exports: HMAC-SHA256 (RFC 2104) under that person's own key.

    `mark` is the installation's, so the same account has another name on another desk. Without
    the key nobody can tell from the name who it is; the key is shredded to erase the person. Who
    speaks outside has a number below zero, and `o-` in front in place of `r-`.
    """
    message = f"claimdesk {mark} {reviewer}".encode()
    return ("o-" if reviewer < 0 else "r-") + hmac.digest(
        bytes.fromhex(key), message, "sha256"
    ).hex()[:DIGITS]
