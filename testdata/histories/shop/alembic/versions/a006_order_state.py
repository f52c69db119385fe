"""order state

Revision ID: a006
Revises: a005
Create Date: 2025-01-06 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a006"
down_revision = "a005"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("orders") as batch_op:
        batch_op.add_column(sa.Column("state", sa.String(length=20), nullable=False, server_default="new"))
        batch_op.create_index("ix_orders_state", ["state"])


def downgrade():
    with op.batch_alter_table("orders") as batch_op:
        batch_op.drop_index("ix_orders_state")
        batch_op.drop_column("state")
