"""stock keeping

Revision ID: a013
Revises: a012
Create Date: 2025-01-23 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a013"
down_revision = "a012"
branch_labels = None
depends_on = None


def upgrade():
    columns = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("products")}
    if "warehouse" not in columns:
        op.add_column("products", sa.Column("warehouse", sa.String(length=10), nullable=True))


def downgrade():
    op.drop_column("products", "warehouse")
