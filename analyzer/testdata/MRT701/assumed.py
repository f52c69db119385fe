# dialects: postgresql mysql sqlite
def upgrade():
    op.drop_column("elsewhere", "age")  # want MRT701
