"""The editors' door: pages rendered on the server, readable without a script."""

from claimdesk.pages.routes import router

__all__ = ["router"]
