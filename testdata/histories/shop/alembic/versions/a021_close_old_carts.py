"""close old carts

Not as it should be: this revision refuses to be rolled back.

Revision ID: a021
Revises: a020
Create Date: 2025-02-03 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a021"
down_revision = "a020"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("UPDATE orders SET state = 'closed' WHERE state = 'new' AND placed_at < '2020-01-01'")


def downgrade():
    raise NotImplementedError("which orders were new is not known any more")
