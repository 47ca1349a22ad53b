"""The editors' door: pages rendered on the server, readable without a script."""

from claimdesk.pages import agreement, doors, feedback
from claimdesk.pages.routes import router

router.include_router(doors.router)
router.include_router(agreement.router)
router.include_router(feedback.router)

__all__ = ["router"]
