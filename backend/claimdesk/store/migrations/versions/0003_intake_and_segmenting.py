"""Originals, where metadata came from, what segmenting found out, and by which version."""

import sqlalchemy as sa
from alembic import op

from claimdesk.models import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sa.String


def upgrade() -> None:
    """Add the columns and the table; what is there was cut by the first segmenter."""
    with op.batch_alter_table("article") as table:
        table.add_column(sa.Column("known_from", sa.JSON(), nullable=False, server_default="{}"))
        table.add_column(sa.Column("segmenter", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("publication") as table:
        table.add_column(sa.Column("segmenter", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("segment") as table:
        table.add_column(sa.Column("reason", TEXT()))
        table.add_column(sa.Column("speaker_start", sa.Integer()))
        table.add_column(sa.Column("speaker_end", sa.Integer()))
        table.add_column(sa.Column("speech", sa.Integer()))
        table.add_column(sa.Column("worth", sa.Float()))
        table.add_column(sa.Column("signals", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "original",
        sa.Column("article_id", TEXT(), sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("media_type", TEXT(), nullable=False),
        sa.Column("digest", TEXT(), nullable=False),
        sa.Column("extractor", TEXT(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "ranking",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("fitted_at", UtcDateTime(), nullable=False),
        sa.Column("labels", sa.Integer(), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.Column("rules_ap", sa.Float()),
        sa.Column("model_ap", sa.Float()),
        sa.Column("why", TEXT(), nullable=False),
        sa.Column("model", TEXT(), nullable=False),
    )
