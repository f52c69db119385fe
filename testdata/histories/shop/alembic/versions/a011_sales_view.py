"""sales view

Revision ID: a011
Revises: a010
Create Date: 2025-01-21 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a011"
down_revision = "a010"
branch_labels = None
depends_on = None


def upgrade():
    op.execute(
        """
        CREATE VIEW sales AS
        SELECT o.id AS order_id, o.placed_at, sum(i.quantity) AS pieces
        FROM orders o JOIN order_items i ON i.order_id = o.id
        GROUP BY o.id, o.placed_at
        """
    )


def downgrade():
    op.execute("DROP VIEW sales")
