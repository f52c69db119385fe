"""audit columns

Revision ID: a009
Revises: a008
Create Date: 2025-01-19 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a009"
down_revision = "a008"
branch_labels = None
depends_on = None

TABLES = ("customers", "orders", "invoices", "categories")


def upgrade():
    for table in TABLES:
        op.add_column(table, sa.Column("updated_by", sa.String(length=60), nullable=True))


def downgrade():
    for table in reversed(TABLES):
        op.drop_column(table, "updated_by")
