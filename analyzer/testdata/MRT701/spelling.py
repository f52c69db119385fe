# dialects: mysql sqlite
def upgrade():
    op.execute("ALTER TABLE Users DROP COLUMN Age" if op.get_bind().dialect.name == "sqlite" else "ALTER TABLE users DROP COLUMN AGE")  # want MRT701
