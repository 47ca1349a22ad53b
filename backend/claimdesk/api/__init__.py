"""The REST door: translating HTTP in and out, nothing else."""

from claimdesk.api.app import create_app

__all__ = ["create_app"]
