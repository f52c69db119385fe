"""products have a category

Revision ID: c002
Revises: c001
Create Date: 2025-01-09 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "c002"
down_revision = "c001"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("products") as batch_op:
        batch_op.add_column(sa.Column("category_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_products_category_id_categories"), "categories", ["category_id"], ["id"])


def downgrade():
    with op.batch_alter_table("products") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_products_category_id_categories"), type_="foreignkey")
        batch_op.drop_column("category_id")
