"""Endpoints that are told what happens, what they were told, and a faster look at segmenters."""

import sqlalchemy as sa
from alembic import op

from claimdesk.models import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TEXT = sa.String


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "endpoint",
        sa.Column("id", TEXT(), primary_key=True),
        sa.Column("url", TEXT(), nullable=False),
        sa.Column("events", sa.JSON(), nullable=False),
        sa.Column("secret", TEXT(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "notice",
        sa.Column("id", TEXT(), primary_key=True),
        sa.Column("endpoint_id", TEXT(), nullable=False, index=True),
        sa.Column("event", TEXT(), nullable=False),
        sa.Column("about", TEXT(), nullable=False),
        sa.Column("body", TEXT(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False, index=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", UtcDateTime(), index=True),
        sa.Column("sent_at", UtcDateTime()),
        sa.Column("outcome", TEXT()),
    )
    op.create_table(
        "told",
        sa.Column("article_id", TEXT(), primary_key=True),
        sa.Column("claim_id", TEXT(), primary_key=True, server_default="", index=True),
        sa.Column("what", TEXT(), nullable=False),
    )
    op.create_index("ix_article_segmenter", "article", ["segmenter"])
