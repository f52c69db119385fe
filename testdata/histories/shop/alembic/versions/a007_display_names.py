"""display names

Revision ID: a007
Revises: a006
Create Date: 2025-01-07 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a007"
down_revision = "a006"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("customers", sa.Column("display_name", sa.String(length=120), nullable=True))
    op.execute("UPDATE customers SET display_name = full_name")


def downgrade():
    op.drop_column("customers", "display_name")
