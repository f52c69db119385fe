# dialects: postgresql mysql mariadb
def upgrade():
    op.add_column("users", sa.Column("phone", sa.String(20), nullable=False, server_default=""))
    op.add_column("users", sa.Column("fax", sa.String(20)))
    op.alter_column("users", "email", existing_type=sa.String(200), nullable=False, server_default="x")
    op.alter_column("users", "age", existing_type=sa.Integer(), server_default="1")
    op.alter_column("users", "age", existing_type=sa.Integer(), server_default=None)
    op.alter_column("users", "state", existing_type=sa.String(20), existing_nullable=False, server_default="old")
