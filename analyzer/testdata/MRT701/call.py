# dialects: postgresql mysql mariadb sqlite
def upgrade():
    op.drop_column("users", "age")  # want MRT701
    op.execute("ALTER TABLE notes DROP COLUMN body")  # want MRT701
