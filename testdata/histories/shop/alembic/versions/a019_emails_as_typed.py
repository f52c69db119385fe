"""emails as typed

Revision ID: a019
Revises: a018
Create Date: 2025-02-01 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a019"
down_revision = "a018"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("customers", sa.Column("email_as_typed", sa.String(length=120), nullable=True))
    op.execute("UPDATE customers SET email_as_typed = email")


def downgrade():
    op.drop_column("customers", "email_as_typed")
