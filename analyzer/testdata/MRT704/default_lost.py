# dialects: postgresql mysql mariadb
def upgrade():
    op.alter_column("users", "state", existing_type=sa.String(20), existing_nullable=False, server_default=None)  # want MRT704
