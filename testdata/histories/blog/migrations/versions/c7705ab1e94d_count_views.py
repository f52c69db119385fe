"""count views

Revision ID: c7705ab1e94d
Revises: 9b2d6e30c58f
Create Date: 2026-03-03 09:00:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


revision: str = 'c7705ab1e94d'
down_revision: Union[str, Sequence[str], None] = '9b2d6e30c58f'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column("posts", sa.Column("views", sa.Integer(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    op.drop_column("posts", "views")
