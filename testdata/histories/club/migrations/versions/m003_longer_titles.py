"""Titles of teams may be longer."""

import sqlalchemy as sa
from alembic import op

revision = "m003"
down_revision = "m002"


def upgrade():
    with op.batch_alter_table("teams") as batch:
        batch.alter_column("title", type_=sa.String(60), existing_type=sa.String(40), existing_nullable=False)


def downgrade():
    with op.batch_alter_table("teams") as batch:
        batch.alter_column("title", type_=sa.String(40), existing_type=sa.String(60), existing_nullable=False)
