# dialects: mysql mariadb
def upgrade():
    op.execute("ALTER TABLE users MODIFY age INT UNSIGNED")  # want MRT705
