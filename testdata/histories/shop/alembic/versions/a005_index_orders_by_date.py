"""index orders by date

Revision ID: a005
Revises: a004
Create Date: 2025-01-05 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a005"
down_revision = "a004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_index("ix_orders_placed_at", "orders", ["placed_at"])


def downgrade():
    op.drop_index("ix_orders_placed_at", table_name="orders")
