# dialects: postgresql mysql mariadb sqlite
def upgrade():
    op.rename_table("users", "people")
    op.execute("CREATE VIEW users AS SELECT * FROM people")
