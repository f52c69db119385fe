# dialects: postgresql mysql mariadb
def upgrade():
    op.add_column("users", sa.Column("phone", sa.String(20), nullable=False))  # want MRT704
    op.execute("ALTER TABLE notes ADD COLUMN kind INTEGER NOT NULL")  # want MRT704
