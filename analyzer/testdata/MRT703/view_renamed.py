# dialects: postgresql
def upgrade():
    op.execute("ALTER VIEW adults RENAME TO grown")  # want MRT703
