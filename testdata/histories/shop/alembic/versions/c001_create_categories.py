"""create categories

Revision ID: c001
Revises: a007
Create Date: 2025-01-08 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "c001"
down_revision = "a007"
branch_labels = ("catalog",)
depends_on = None


def upgrade():
    op.create_table(
        "categories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["categories.id"], name=op.f("fk_categories_parent_id_categories")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_categories")),
        sa.UniqueConstraint("slug", name=op.f("uq_categories_slug")),
    )


def downgrade():
    op.drop_table("categories")
