# dialects: postgresql mysql mariadb sqlite
def upgrade():
    op.alter_column("users", "email", new_column_name="mail", existing_type=sa.String(200))  # want MRT702
    op.execute("ALTER TABLE notes RENAME COLUMN body TO text")  # want MRT702
