"""search index on titles

Revision ID: a016
Revises: a015
Create Date: 2025-01-26 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a016"
down_revision = "a015"
branch_labels = None
depends_on = "c004"


def upgrade():
    op.create_index("ix_products_title_lower", "products", [sa.text("lower(title)")])


def downgrade():
    op.drop_index("ix_products_title_lower", table_name="products")
