# dialects: postgresql mysql sqlite
def upgrade():
    op.create_table("pets", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.Text()))
    op.drop_column("pets", "name")
    op.add_column("users", sa.Column("phone", sa.Text()))
    op.drop_column("users", "phone")
