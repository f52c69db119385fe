# dialects: mysql mariadb
def upgrade():
    op.execute("ALTER TABLE users CHANGE email mail VARCHAR(200)")  # want MRT702
