"""First schema."""

import sqlalchemy as sa
from alembic import op

from claimdesk.models import BigKey, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.String


def upgrade() -> None:
    """Make the tables of the facts and of what is derived from them."""
    op.create_table(
        "installation",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("mark", TEXT(), nullable=False),
    )
    op.create_table(
        "article",
        sa.Column("id", TEXT(), primary_key=True),
        sa.Column("text", TEXT(), nullable=False),
        sa.Column("title", TEXT()),
        sa.Column("url", TEXT()),
        sa.Column("publisher", TEXT()),
        sa.Column("author", TEXT()),
        sa.Column("published", TEXT()),
        sa.Column("language", TEXT()),
        sa.Column("story", TEXT(), index=True),
        sa.Column("external_id", TEXT()),
        sa.Column("replaces", TEXT()),
        sa.Column("source", TEXT(), nullable=False),
        sa.Column("loaded_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "segment",
        sa.Column("id", TEXT(), primary_key=True),
        sa.Column("article_id", TEXT(), sa.ForeignKey("article.id"), nullable=False, index=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("role", TEXT(), nullable=False),
        sa.Column("language", TEXT()),
    )
    op.create_table(
        "publication",
        sa.Column("article_id", TEXT(), sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False, index=True),
        sa.Column("seen", TEXT()),
        sa.Column("sure", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "delivery",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("key", TEXT(), nullable=False, unique=True),
        sa.Column("kind", TEXT(), nullable=False),
        sa.Column("annotation", TEXT(), nullable=False, index=True),
        sa.Column("task_id", sa.Integer(), nullable=False, index=True),
        sa.Column("article_id", TEXT(), nullable=False, index=True),
        sa.Column("reviewer_id", sa.BigInteger()),
        sa.Column("said_at", UtcDateTime()),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("config", TEXT(), nullable=False),
        sa.Column("arrived_at", UtcDateTime(), nullable=False),
        sa.Column("handled", sa.Boolean(), nullable=False, index=True),
        sa.Column("refused", TEXT()),
    )
    op.create_table(
        "reviewer",
        sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("email", TEXT()),
    )
    op.create_table(
        "judgement",
        sa.Column("claim_id", TEXT(), primary_key=True),
        sa.Column("reviewer_id", sa.BigInteger(), primary_key=True),
        sa.Column("article_id", TEXT(), nullable=False, index=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("verdict", TEXT(), nullable=False),
        sa.Column("change", TEXT()),
        sa.Column("reason", TEXT()),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("note", TEXT()),
        sa.Column("confidence", sa.Integer()),
        sa.Column("delivery_id", sa.BigInteger(), nullable=False),
        sa.Column("said_at", UtcDateTime(), nullable=False),
        sa.Column("config", TEXT(), nullable=False),
    )
    op.create_table(
        "consensus",
        sa.Column("claim_id", TEXT(), primary_key=True),
        sa.Column("article_id", TEXT(), nullable=False, index=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("state", TEXT(), nullable=False, index=True),
        sa.Column("verdict", TEXT(), index=True),
        sa.Column("votes", sa.JSON(), nullable=False),
        sa.Column("abstained", sa.Integer(), nullable=False),
        sa.Column("margin", sa.Integer(), nullable=False),
        sa.Column("probability", sa.Float()),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("why", TEXT(), nullable=False),
    )
