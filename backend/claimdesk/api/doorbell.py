"""The doorbell: Label Studio rings when something has changed, while a reviewer waits.

What comes with a ring is committed before it is answered, and believed by nobody.
"""

import asyncio
import hmac

from fastapi import APIRouter, Request, Response
from pydantic import SecretStr

from claimdesk.api import forms
from claimdesk.api.problems import answers
from claimdesk.errors import NotAllowed, StorageTrouble
from claimdesk.settings import Settings

HEARD = forms.Heard().model_dump_json().encode()

router = APIRouter(prefix="/api/v1", responses=answers(422, 500, 503), tags=["collecting"])


def _prove(request: Request, settings: Settings) -> None:
    """Let in only who carries the secret, or the one before it while it is being changed."""
    given = [value for name, value in request.headers.raw if name == b"authorization"]
    good = [_carried(one) for one in (settings.webhook_secret, settings.webhook_secret_before)]
    right = [hmac.compare_digest(given[0], one) for one in good if one] if len(given) == 1 else []
    if not any(right):
        raise NotAllowed(
            "The doorbell did not carry the right secret.",
            why="It must come as Authorization: Bearer.",
            fix="Run claimdesk publish, which hangs the doorbell anew.",
        )


@router.post(
    "/doorbell",
    response_model=forms.Heard,
    responses=answers(401, 409),
    openapi_extra={"requestBody": {"content": {"application/json": {"schema": {}}}}},
)
async def ring_doorbell(request: Request) -> Response:
    """Label Studio says that something has changed; what it sends along is kept, not believed."""
    state = request.app.state
    _prove(request, state.bench.settings)
    try:
        kept = state.inbox.keep(await request.body())
        await asyncio.wait_for(kept, state.limits.doorbell_seconds)
    except TimeoutError:
        raise StorageTrouble(
            "The ring was heard, and what came with it may not be kept.",
            why="The database took too long.",
            fix="Nothing has to be done: Label Studio is asked anyway.",
        ) from None
    finally:
        state.collector.ring()
    return Response(HEARD, media_type="application/json")


def _carried(secret: SecretStr | None) -> bytes:
    return b"Bearer " + secret.get_secret_value().encode() if secret else b""
