# dialects: postgresql sqlite
def upgrade():
    op.create_table("pets", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.Text()))
    op.execute("ALTER TABLE pets RENAME COLUMN name TO title")
    op.rename_table("pets", "animals")
