# dialects: postgresql sqlite
def upgrade():
    op.drop_table("elsewhere")  # want MRT703
