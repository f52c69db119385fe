# dialects: postgresql sqlite
def upgrade():
    op.execute("ALTER TABLE users RENAME COLUMN name TO nick")
    op.execute("ALTER TABLE users RENAME COLUMN nick TO title")  # want MRT702
    op.execute("ALTER TABLE notes RENAME COLUMN body TO text")
    op.execute("ALTER TABLE notes RENAME COLUMN text TO body")
