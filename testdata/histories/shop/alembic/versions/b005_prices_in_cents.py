"""prices in cents

Revision ID: b005
Revises: b004
Create Date: 2025-01-17 10:00:00
"""
import sqlalchemy as sa

from alembic import op

revision = "b005"
down_revision = "b004"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("products", sa.Column("price_cents", sa.Integer(), nullable=True))
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT id, price FROM products")).fetchall()
    for row in rows:
        connection.execute(
            sa.text("UPDATE products SET price_cents = :cents WHERE id = :id"),
            {"cents": int(round(float(row.price) * 100)), "id": row.id},
        )


def downgrade():
    with op.batch_alter_table("products") as batch_op:
        batch_op.drop_column("price_cents")
