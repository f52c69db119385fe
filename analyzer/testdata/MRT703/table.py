# dialects: postgresql mysql mariadb sqlite
def upgrade():
    op.execute("DROP VIEW adults")  # want MRT703
    op.drop_table("notes")  # want MRT703
    op.execute("DROP TABLE users")  # want MRT703
