# dialects: postgresql
def upgrade():
    op.rename_table("users", "people")  # want MRT701
    op.execute("CREATE VIEW users AS SELECT id, name, email, state, seen FROM people")
