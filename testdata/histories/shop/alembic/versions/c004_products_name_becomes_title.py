"""products.name becomes title

Revision ID: c004
Revises: c003
Create Date: 2025-01-11 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "c004"
down_revision = "c003"
branch_labels = None
depends_on = None


def upgrade():
    op.alter_column("products", "name", new_column_name="title", existing_type=sa.String(length=200), existing_nullable=False)


def downgrade():
    op.alter_column("products", "title", new_column_name="name", existing_type=sa.String(length=200), existing_nullable=False)
