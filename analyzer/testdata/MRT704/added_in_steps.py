# dialects: postgresql
def upgrade():
    op.add_column("users", sa.Column("phone", sa.String(20), nullable=True))  # want MRT704
    op.execute("UPDATE users SET phone = ''")
    op.alter_column("users", "phone", nullable=False)
    op.add_column("notes", sa.Column("kind", sa.Integer(), nullable=False, server_default="0"))  # want MRT704
    op.alter_column("notes", "kind", server_default=None)
