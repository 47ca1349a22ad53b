"""claimdesk: claims in, verdicts collected, consensus out, beside an unmodified Label Studio."""

__version__ = "0.1.0"
