"""order lines become order items

Revision ID: a010
Revises: a009
Create Date: 2025-01-20 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a010"
down_revision = "a009"
branch_labels = None
depends_on = None


def upgrade():
    op.rename_table("order_lines", "order_items")


def downgrade():
    op.rename_table("order_items", "order_lines")
