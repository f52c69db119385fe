"""Nobody has a fax any more."""

import sqlalchemy as sa
from alembic import op

revision = "m002"
down_revision = "m001"


def upgrade():
    with op.batch_alter_table("members") as batch:
        batch.drop_column("fax")


def downgrade():
    with op.batch_alter_table("members") as batch:
        batch.add_column(sa.Column("fax", sa.String(30)))
