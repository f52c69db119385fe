# dialects: postgresql
def upgrade():
    op.execute("ALTER TABLE users ALTER COLUMN age TYPE text")  # want MRT705
    op.alter_column("users", "seen", type_=sa.DateTime(timezone=True))  # want MRT705
    op.alter_column("users", "email", type_=sa.JSON(), postgresql_using="email::json")  # want MRT705
