"""Ledger, inbox, reconciliations, leases, pseudonyms, credentials, audit."""

import secrets
from typing import Any

import sqlalchemy as sa
from alembic import op

from claimdesk import ledger
from claimdesk.models import BigKey, UtcDateTime
from claimdesk.pseudonyms import pseudonym

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT = sa.String


def upgrade() -> None:
    """Add the tables, chain the deliveries that are there, give reviewers their pseudonyms."""
    with op.batch_alter_table("delivery") as table:
        table.add_column(sa.Column("link", TEXT(), nullable=False, server_default=""))
        table.add_column(sa.Column("project", TEXT(), nullable=False, server_default=""))
    op.drop_index("ix_delivery_handled", "delivery")
    op.create_index(
        "ix_delivery_waiting",
        "delivery",
        ["id"],
        sqlite_where=sa.text("handled IS 0"),
        postgresql_where=sa.text("handled IS false"),
    )
    with op.batch_alter_table("publication") as table:
        table.create_index("ix_publication_seen", ["project_id", "seen"])
        table.create_index("ix_publication_sure", ["project_id", "sure", "seen"])
    op.create_table(
        "standing",
        sa.Column("annotation", TEXT(), primary_key=True),
        sa.Column("delivery_id", sa.BigInteger(), nullable=False),
        sa.Column("project", TEXT(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False, index=True),
        sa.Column("article_id", TEXT(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "ring",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("digest", TEXT(), nullable=False, unique=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("arrived_at", UtcDateTime(), nullable=False),
        sa.Column("outcome", TEXT(), index=True),
        sa.Column("why", TEXT()),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "reconciliation",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("depth", TEXT(), nullable=False),
        sa.Column("tasks", sa.Integer(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("vanished", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("trouble", TEXT()),
    )
    op.create_table(
        "lease",
        sa.Column("name", TEXT(), primary_key=True),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.Column("holder", TEXT(), nullable=False),
        sa.Column("taken_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "token",
        sa.Column("id", TEXT(), primary_key=True),
        sa.Column("kind", TEXT(), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("role", TEXT(), nullable=False),
        sa.Column("digest", TEXT(), nullable=False, unique=True),
        sa.Column("reviewer_id", sa.BigInteger()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime()),
    )
    op.create_table(
        "auditentry",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("who", TEXT(), nullable=False),
        sa.Column("what", TEXT(), nullable=False),
        sa.Column("about", TEXT()),
    )
    _chain()
    _stand()
    _name_reviewers()


def _chain() -> None:
    """Link the deliveries that are there, in the order they arrived."""
    connection = op.get_bind()
    columns: list[Any] = [sa.column(name, type_) for name, type_ in _CHAINED.items()]
    delivery = sa.table("delivery", *columns, sa.column("link", TEXT()))
    previous, after = ledger.START, -1
    while True:
        batch = sa.select(*columns).where(delivery.c.id > after).order_by(delivery.c.id).limit(500)
        rows = connection.execute(batch).mappings().all()
        if not rows:
            return
        for row in rows:
            previous, after = ledger.link(previous, dict(row)), row["id"]
            change = sa.update(delivery).where(delivery.c.id == after).values(link=previous)
            connection.execute(change)


def _stand() -> None:
    op.execute(
        """
        INSERT INTO standing (annotation, delivery_id, project, task_id, article_id, gone)
        SELECT last.annotation, last.id, last.project, last.task_id, last.article_id,
            EXISTS (SELECT 1 FROM delivery AS ended
                    WHERE ended.annotation = last.annotation AND ended.kind = 'tombstone')
        FROM delivery AS last
        WHERE last.id = (SELECT max(newer.id) FROM delivery AS newer
                         WHERE newer.annotation = last.annotation)
        """
    )


def _name_reviewers() -> None:
    """Everybody who is known or has said something gets a key and a pseudonym."""
    connection = op.get_bind()
    mark = connection.execute(sa.text("SELECT mark FROM installation")).scalar() or ""
    rows = connection.execute(sa.text("SELECT id, email FROM reviewer"))
    known: dict[int, str | None] = {row.id: row.email for row in rows}
    said = "SELECT DISTINCT reviewer_id FROM delivery WHERE reviewer_id IS NOT NULL"
    known |= {n: None for n in connection.execute(sa.text(said)).scalars() if n not in known}
    op.drop_table("reviewer")
    op.create_table(
        "reviewer",
        sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("email", TEXT()),
        sa.Column("joined", TEXT()),
        sa.Column("key", TEXT(), nullable=False),
        sa.Column("pseudonym", TEXT(), nullable=False, unique=True),
        sa.Column("erased_at", UtcDateTime()),
    )
    for number, email in sorted(known.items()):
        key = secrets.token_hex(32)
        connection.execute(
            sa.text("INSERT INTO reviewer (id, email, key, pseudonym) VALUES (:i, :e, :k, :p)"),
            {"i": number, "e": email, "k": key, "p": pseudonym(key, mark, number)},
        )


_CHAINED: dict[str, Any] = {
    "id": BigKey,
    "key": TEXT(),
    "kind": TEXT(),
    "annotation": TEXT(),
    "project": TEXT(),
    "task_id": sa.Integer(),
    "article_id": TEXT(),
    "reviewer_id": sa.BigInteger(),
    "said_at": UtcDateTime(),
    "body": sa.JSON(),
    "config": TEXT(),
    "arrived_at": UtcDateTime(),
}
