# dialects: postgresql mysql mariadb
def upgrade():
    op.alter_column("users", "email", existing_type=sa.String(200), nullable=False)  # want MRT704
    op.alter_column("elsewhere", "code", existing_type=sa.Integer(), nullable=False)  # want MRT704
