"""first categories

Revision ID: c003
Revises: c002
Create Date: 2025-01-10 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "c003"
down_revision = "c002"
branch_labels = None
depends_on = None

SLUGS = ["shop-books", "shop-games", "shop-music"]


def upgrade():
    categories = sa.table("categories", sa.column("slug", sa.String))
    op.bulk_insert(categories, [{"slug": slug} for slug in SLUGS])


def downgrade():
    categories = sa.table(
        "categories", sa.column("slug", sa.String), sa.column("id", sa.Integer), sa.column("parent_id", sa.Integer)
    )
    products = sa.table("products", sa.column("category_id", sa.Integer))
    mine = sa.select(categories.c.id).where(categories.c.slug.in_(SLUGS)).scalar_subquery()
    op.execute(products.update().where(products.c.category_id.in_(mine)).values(category_id=None))
    op.execute(categories.update().where(categories.c.parent_id.in_(mine)).values(parent_id=None))
    op.execute(categories.delete().where(categories.c.slug.in_(SLUGS)))
