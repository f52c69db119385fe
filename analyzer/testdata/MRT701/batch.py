# dialects: sqlite postgresql
def upgrade():
    with op.batch_alter_table("users", recreate="always") as batch:
        batch.add_column(sa.Column("phone", sa.String(20)))
        batch.drop_column("age")  # want MRT701
