"""Alembic's entry: runs the revisions on the connection that `database` hands over."""

from alembic import context
from sqlmodel import SQLModel

from claimdesk import models  # noqa: F401 - its tables are the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
