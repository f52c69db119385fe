"""drop order notes

Not as it should be: the notes themselves do not come back.

Revision ID: a017
Revises: a016
Create Date: 2025-01-27 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "a017"
down_revision = "a016"
branch_labels = None
depends_on = None


def upgrade():
    op.drop_column("orders", "note")


def downgrade():
    op.add_column("orders", sa.Column("note", sa.Text(), nullable=True))
