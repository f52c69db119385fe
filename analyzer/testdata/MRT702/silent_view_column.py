# dialects: postgresql mysql mariadb sqlite
def upgrade():
    op.rename_table("users", "people")
    op.alter_column("people", "email", new_column_name="mail", existing_type=sa.String(200))
    op.execute("CREATE VIEW users AS SELECT id, name, mail AS email, age, state, seen FROM people")
