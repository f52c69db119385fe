"""reviews

Revision ID: a014
Revises: a013
Create Date: 2025-01-24 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a014"
down_revision = "a013"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("stars", sa.SmallInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("approved", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.CheckConstraint("stars BETWEEN 1 AND 5", name="stars_range"),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_reviews_product_id_products")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )


def downgrade():
    op.drop_table("reviews")
