"""one review per day

Revision ID: a015
Revises: a014
Create Date: 2025-01-25 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a015"
down_revision = "a014"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("reviews") as batch_op:
        batch_op.add_column(sa.Column("day", sa.Date(), nullable=True))
        batch_op.create_unique_constraint("uq_reviews_product_day", ["product_id", "day"])


def downgrade():
    with op.batch_alter_table("reviews") as batch_op:
        batch_op.drop_constraint("uq_reviews_product_day", type_="unique")
        batch_op.drop_column("day")
