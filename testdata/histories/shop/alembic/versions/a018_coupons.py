"""coupons

Revision ID: a018
Revises: a017
Create Date: 2025-01-28 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a018"
down_revision = "a017"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "coupons",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.Enum("percent", "amount", name="coupon_kind", native_enum=False), nullable=False),
        sa.Column("value", sa.Numeric(8, 2), nullable=False),
        sa.Column("valid_until", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_coupons")),
    )
    op.create_index("ix_coupons_open", "coupons", ["kind"], unique=False, sqlite_where=sa.text("valid_until IS NULL"))


def downgrade():
    op.drop_index("ix_coupons_open", table_name="coupons")
    op.drop_table("coupons")
