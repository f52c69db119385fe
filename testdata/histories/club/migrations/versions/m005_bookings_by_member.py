"""Bookings are looked up by member."""

from alembic import op

revision = "m005"
down_revision = "m004"


def upgrade():
    op.create_index("ix_bookings_member_id", "bookings", ["member_id"])


def downgrade():
    op.drop_index("ix_bookings_member_id", "bookings")
