"""settings

Revision ID: a012
Revises: a011
Create Date: 2025-01-22 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a012"
down_revision = "a011"
branch_labels = None
depends_on = None


def upgrade():
    settings = op.create_table(
        "settings",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
    )
    op.bulk_insert(settings, [{"key": "currency", "value": "EUR"}, {"key": "vat", "value": "0.19"}])


def downgrade():
    op.drop_table("settings")
