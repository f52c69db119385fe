"""addresses in a table of their own

Revision ID: b004
Revises: b003
Create Date: 2025-01-16 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "b004"
down_revision = "b003"
branch_labels = None
depends_on = None

INDEXES = [("ix_addresses_customer_id", ["customer_id"]), ("ix_addresses_city", ["city", "customer_id"])]


def upgrade():
    op.create_table(
        "addresses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_addresses_customer_id_customers"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addresses")),
    )
    for name, columns in INDEXES:
        op.create_index(name, "addresses", columns)


def downgrade():
    for name, _ in reversed(INDEXES):
        op.drop_index(name, table_name="addresses")
    op.drop_table("addresses")
