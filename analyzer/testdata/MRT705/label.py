# dialects: postgresql
def upgrade():
    op.execute("CREATE TYPE mood AS ENUM ('good', 'bad')")
    op.execute("ALTER TABLE users ALTER COLUMN state DROP DEFAULT, ALTER COLUMN state TYPE mood USING 'good'::mood, ALTER COLUMN state SET DEFAULT 'good'")  # want MRT705
