"""merge catalog and billing

Revision ID: a008
Revises: c005, b005
Create Date: 2025-01-18 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a008"
down_revision = ("c005", "b005")
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
