"""What a consensus rests on: its reason, how robust it is, and by which policy it was decided."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TEXT = sa.String


def upgrade() -> None:
    """Add the columns; what is there was decided by no policy, and is decided anew."""
    with op.batch_alter_table("consensus") as table:
        table.add_column(sa.Column("reason", TEXT()))
        table.add_column(sa.Column("robust", sa.Boolean()))
        table.add_column(sa.Column("flips", sa.JSON(), nullable=False, server_default="[]"))
        table.add_column(sa.Column("support", sa.Float()))
        table.add_column(sa.Column("policy", TEXT(), nullable=False, server_default=""))
        table.create_index("ix_consensus_policy", ["policy"])
