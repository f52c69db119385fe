"""tags

Revision ID: c005
Revises: c004
Create Date: 2025-01-12 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "c005"
down_revision = "c004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "tags",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("word", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tags")),
    )
    op.create_index("ix_tags_word", "tags", ["word"], unique=True)
    op.create_table(
        "product_tags",
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_product_tags_product_id_products")),
        sa.ForeignKeyConstraint(["tag_id"], ["tags.id"], name=op.f("fk_product_tags_tag_id_tags")),
        sa.PrimaryKeyConstraint("product_id", "tag_id", name=op.f("pk_product_tags")),
    )


def downgrade():
    op.drop_table("product_tags")
    op.drop_index("ix_tags_word", table_name="tags")
    op.drop_table("tags")
