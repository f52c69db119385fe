"""invoice remarks

Rows without a due date stop this upgrade; the shop has none.

Revision ID: b003
Revises: b002
Create Date: 2025-01-15 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "b003"
down_revision = "b002"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("invoices") as batch_op:
        batch_op.add_column(sa.Column("remark", sa.String(length=200), nullable=True))
        batch_op.alter_column("due_on", existing_type=sa.Date(), nullable=False, server_default=sa.text("'2026-01-31'"))


def downgrade():
    with op.batch_alter_table("invoices") as batch_op:
        batch_op.alter_column("due_on", existing_type=sa.Date(), nullable=True, server_default=None)
        batch_op.drop_column("remark")
