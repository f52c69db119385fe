# dialects: sqlite
def upgrade():
    op.execute("ALTER TABLE users RENAME COLUMN state TO swap")
    op.execute("ALTER TABLE users RENAME COLUMN name TO state")  # want MRT704
    op.execute("ALTER TABLE users RENAME COLUMN swap TO name")
