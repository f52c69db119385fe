# dialects: postgresql mysql mariadb sqlite
def upgrade():
    op.rename_table("users", "people")  # want MRT702
    op.alter_column("people", "email", new_column_name="mail", existing_type=sa.String(200))
