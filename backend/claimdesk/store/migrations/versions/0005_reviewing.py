"""Reviewing and adjudicating: codebooks, rereadings, conflicts, rulings, flags, gold, matches."""

import sqlalchemy as sa
from alembic import op

from claimdesk.models import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TEXT = sa.String


def upgrade() -> None:
    """Add the columns and tables, and let a publication be that of a conflict about one claim."""
    _add_columns()
    _make_facts()
    _make_derived()
    _make_publications_anew()


def _add_columns() -> None:
    def no(name: str) -> "sa.Column[bool]":
        return sa.Column(name, sa.Boolean(), nullable=False, server_default="0")

    with op.batch_alter_table("article") as table:
        table.add_column(no("gold"))
    with op.batch_alter_table("reviewer") as table:
        table.add_column(sa.Column("languages", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("delivery") as table:
        table.add_column(sa.Column("claim_id", TEXT()))
        table.add_column(sa.Column("codebook", TEXT()))
        table.create_index("ix_delivery_claim_id", ["claim_id"])
    with op.batch_alter_table("judgement") as table:
        table.add_column(sa.Column("codebook", TEXT()))
        table.add_column(sa.Column("discounted", TEXT()))
        table.create_index("ix_judgement_codebook", ["codebook"])
    with op.batch_alter_table("consensus") as table:
        table.add_column(no("challenged"))


def _make_facts() -> None:
    op.create_table(
        "goldanswer",
        sa.Column("claim_id", TEXT(), primary_key=True),
        sa.Column("article_id", TEXT(), sa.ForeignKey("article.id"), nullable=False, index=True),
        sa.Column("verdict", TEXT(), nullable=False),
        sa.Column("reason", TEXT()),
    )
    op.create_table(
        "rereading",
        sa.Column("article_id", TEXT(), sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("reading", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("claims", sa.JSON(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "conflict",
        sa.Column("claim_id", TEXT(), primary_key=True),
        sa.Column("article_id", TEXT(), sa.ForeignKey("article.id"), nullable=False, index=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("votes", sa.JSON(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "codebook",
        sa.Column("revision", TEXT(), primary_key=True),
        sa.Column("cases", sa.JSON(), nullable=False),
        sa.Column("first_used_at", UtcDateTime(), nullable=False),
    )


def _make_derived() -> None:
    op.create_table(
        "ruling",
        sa.Column("claim_id", TEXT(), primary_key=True),
        sa.Column("article_id", TEXT(), nullable=False, index=True),
        sa.Column("reviewer_id", sa.BigInteger(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("verdict", TEXT(), nullable=False),
        sa.Column("reason", TEXT()),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("note", TEXT()),
        sa.Column("adopted", TEXT()),
        sa.Column("overruling", TEXT()),
        sa.Column("delivery_id", sa.BigInteger(), nullable=False),
        sa.Column("said_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "flag",
        sa.Column("delivery_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("code", TEXT(), primary_key=True),
        sa.Column("claim_id", TEXT(), primary_key=True, server_default=""),
        sa.Column("article_id", TEXT(), nullable=False, index=True),
        sa.Column("reviewer_id", sa.BigInteger()),
        sa.Column("other_id", sa.BigInteger()),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("why", TEXT(), nullable=False),
    )
    op.create_table(
        "match",
        sa.Column("claim_id", TEXT(), primary_key=True),
        sa.Column("origin_id", TEXT(), sa.ForeignKey("article.id"), nullable=False, index=True),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("drifts", sa.JSON(), nullable=False),
    )


def _make_publications_anew() -> None:
    """A key cannot be widened on every database; a table can be made anew on each."""
    connection = op.get_bind()
    before = sa.Table("publication", sa.MetaData(), autoload_with=connection)
    rows = [dict(row) for row in connection.execute(sa.select(before)).mappings()]
    op.drop_table("publication")
    publication = op.create_table(
        "publication",
        sa.Column("article_id", TEXT(), sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("claim_id", TEXT(), primary_key=True, server_default=""),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False, index=True),
        sa.Column("seen", TEXT()),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.Column("segmenter", sa.Integer(), nullable=False, server_default="1"),
    )
    op.create_index("ix_publication_seen", "publication", ["project_id", "seen"])
    op.create_index("ix_publication_sure", "publication", ["project_id", "sure", "seen"])
    if rows:
        op.bulk_insert(publication, rows)
