# dialects: postgresql mysql mariadb
def upgrade():
    op.alter_column("users", "name", existing_type=sa.String(50), existing_nullable=False, type_=sa.String(80))
    op.alter_column("users", "age", existing_type=sa.Integer(), type_=sa.BigInteger())
    op.alter_column("users", "email", existing_type=sa.String(200), type_=sa.Text())
