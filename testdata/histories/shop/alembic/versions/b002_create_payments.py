"""create payments

Revision ID: b002
Revises: b001
Create Date: 2025-01-14 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "b002"
down_revision = "b001"
branch_labels = None
depends_on = None

METHOD = sa.Enum("card", "transfer", "cash", name="payment_method")


def upgrade():
    op.create_table(
        "payments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("method", METHOD, nullable=False),
        sa.Column("amount", sa.Numeric(10, 2), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_payments_invoice_id_invoices")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
    )


def downgrade():
    op.drop_table("payments")
    METHOD.drop(op.get_bind(), checkfirst=True)
