"""Accounts for people, made the only way Label Studio offers without a browser.

Its API creates users that cannot log in; the sign-up form behind the invitation link creates
real ones.
"""

import re
from html import unescape
from typing import Any

import httpx

from claimdesk import careful, outgoing
from claimdesk.errors import BadInput, LabelStudioTrouble

PATIENCE = 20.0
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
COMPLAINT = re.compile(r'class="field_errors">\s*<li>([^<]+)</li>')


def sign_up(
    url: str,
    token: str,
    email: str,
    password: str,
    transport: httpx.BaseTransport | None = None,
) -> bool:
    """Make sure a person with this address can sign in; True when the account is new.

    An account that exists is left as it is, its password included.
    """
    bearer = {"Authorization": f"Token {token}"}
    try:
        with outgoing.pinned(url, headers=bearer, read=PATIENCE, transport=transport) as api:
            if _is_known(api, email):
                return False
            link = _asked(api, "/api/invite")["invite_url"]
            with outgoing.line(url, read=PATIENCE, transport=transport) as line:
                refusal = _fill_in(line, _here(url, link), {"email": email, "password": password})
            if _is_known(api, email):
                return True
    except httpx.HTTPError as error:
        raise LabelStudioTrouble(
            f"{email} could not be signed up.",
            why=f"Label Studio at {url} did not answer: {type(error).__name__}.",
            fix="Check that it runs, then try again.",
        ) from None
    raise BadInput(
        f"{email} could not be signed up.",
        why=f"Label Studio refused: {refusal.rstrip('.')}.",
        fix="Use a valid address and a password of 8 to 128 characters.",
    )


def _is_known(api: httpx.Client, email: str) -> bool:
    people = _asked(api, "/api/users")
    return any(str(person["email"]).casefold() == email.casefold() for person in people)


def _asked(api: httpx.Client, path: str) -> Any:
    answer = api.get(path)
    if answer.status_code != 200:
        raise LabelStudioTrouble(
            f"Label Studio answered {answer.status_code} to {path}.",
            why="It does not accept the token, or it is another version than the one we know.",
            fix="Check the token of the service account.",
        )
    try:
        return careful.read(answer.content)
    except careful.Unreadable:
        raise httpx.DecodingError("not JSON") from None


def _here(url: str, link: str) -> httpx.URL:
    """The link may name Label Studio as the public does; we go where we know it to be."""
    return httpx.URL(url).copy_with(raw_path=httpx.URL(link).raw_path)


def _fill_in(line: httpx.BaseTransport, invitation: httpx.URL, filled: dict[str, str]) -> str:
    """Send the sign-up form; what it complained about, if it did.

    Goes past httpx's client, which would log the invitation's token with the address.
    """
    page = _exchanged(line, httpx.Request("GET", invitation))
    proof = CSRF.search(page.text)
    if proof:
        filled = filled | {"csrfmiddlewaretoken": proof[1]}
    cookies = [cookie.partition(";")[0] for cookie in page.headers.get_list("set-cookie")]
    sender = {"Cookie": "; ".join(cookies), "Referer": str(invitation)}
    answer = _exchanged(line, httpx.Request("POST", invitation, data=filled, headers=sender))
    complaints = COMPLAINT.findall(answer.text) if answer.status_code == 200 else []
    return unescape("; ".join(complaints)) or f"it answered {answer.status_code}"


def _exchanged(line: httpx.BaseTransport, request: httpx.Request) -> httpx.Response:
    answer = line.handle_request(request)
    answer.read()
    return answer
