# dialects: sqlite
def upgrade():
    op.execute("CREATE TABLE users_new (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL, email VARCHAR(200), state VARCHAR(20) NOT NULL DEFAULT 'new', seen DATETIME)")
    op.execute("INSERT INTO users_new SELECT id, name, email, state, seen FROM users")
    op.execute("DROP TABLE users")  # want MRT701
    op.execute("ALTER TABLE users_new RENAME TO users")
