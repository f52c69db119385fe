# dialects: postgresql mysql sqlite
def upgrade():
    op.drop_column("users", "age")
    op.add_column("users", sa.Column("age", sa.Integer()))
