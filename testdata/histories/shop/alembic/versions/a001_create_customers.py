"""create customers

Revision ID: a001
Revises: 
Create Date: 2025-01-01 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "customers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.Column("full_name", sa.String(length=120), nullable=False),
        sa.Column("status", sa.Enum("active", "blocked", "closed", name="customer_status"), nullable=False),
        sa.Column("created_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
        sa.UniqueConstraint("email", name=op.f("uq_customers_email")),
    )


def downgrade():
    op.drop_table("customers")
    sa.Enum(name="customer_status").drop(op.get_bind(), checkfirst=True)
