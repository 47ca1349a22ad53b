"""What every request passes before a route sees it, and every answer before it leaves.

Plain ASGI, because layers that wrap requests in objects also buffer what they should bound.
"""

from fastapi import FastAPI
from starlette.middleware import Middleware

from claimdesk.api.armour.bounds import Bounds
from claimdesk.api.armour.headers import HeadAsGet, Headers
from claimdesk.api.armour.limits import LIMITS, Limits
from claimdesk.api.armour.origins import OnlyHosts, SameOrigin
from claimdesk.api.armour.rates import AtOnce, Bucket, FewFailures, Paced
from claimdesk.api.problems import Unexpected

__all__ = ["LIMITS", "Limits", "wear"]

DOORBELL = "/api/v1/doorbell"
DOWNLOADS = "/api/v1/exports/"
PAST = "as_of="
"""What was known at a moment is worked out for each answer, and takes as long as a download."""


def wear(app: FastAPI, hosts: list[str], limits: Limits = LIMITS) -> None:
    """Put it all on, outermost first: an answer that is made further in gets what is further out.

    Headers come first so that nothing leaves without them; what needs no reading of the request
    comes before what does.
    """
    doorbell = Bucket(limits.doorbells_per_second, limits.doorbells_in_a_row)
    order = [
        Middleware(Headers),
        Middleware(Unexpected),
        Middleware(OnlyHosts, hosts=hosts),
        Middleware(SameOrigin, hosts=hosts),
        Middleware(AtOnce, prefix="/", most=limits.requests, status=503),
        Middleware(Paced, path=DOORBELL, bucket=doorbell),
        Middleware(FewFailures, limits=limits),
        Middleware(AtOnce, prefix=DOWNLOADS, asking=PAST, most=limits.downloads, status=429),
        Middleware(Bounds, limits=limits),
        Middleware(HeadAsGet),
    ]
    app.user_middleware[:0] = order
