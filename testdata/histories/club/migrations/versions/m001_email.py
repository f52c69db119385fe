"""Members have an e-mail address."""

import sqlalchemy as sa
from alembic import op

revision = "m001"
down_revision = None


def upgrade():
    with op.batch_alter_table("members") as batch:
        batch.add_column(sa.Column("email", sa.String(200)))
        batch.create_unique_constraint("uq_members_email", ["email"])


def downgrade():
    with op.batch_alter_table("members") as batch:
        batch.drop_constraint("uq_members_email", type_="unique")
        batch.drop_column("email")
