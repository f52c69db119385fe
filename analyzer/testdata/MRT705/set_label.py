# dialects: mysql mariadb
def upgrade():
    op.execute("ALTER TABLE users MODIFY state ENUM('new', 'old') NOT NULL DEFAULT 'new'")  # want MRT705
