# dialects: postgresql
def upgrade():
    op.alter_column("users", "email", new_column_name="mail")
    op.execute("ALTER TABLE users ADD COLUMN email varchar(200) GENERATED ALWAYS AS (mail) STORED")
