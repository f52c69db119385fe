"""drop users phone

Revision ID: d18e4c62f0a3
Revises: c7705ab1e94d
Create Date: 2026-04-03 09:00:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


revision: str = 'd18e4c62f0a3'
down_revision: Union[str, Sequence[str], None] = 'c7705ab1e94d'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.drop_column("users", "phone")


def downgrade() -> None:
    op.add_column("users", sa.Column("phone", sa.String(20), nullable=True))
