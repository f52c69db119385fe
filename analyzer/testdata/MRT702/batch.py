# dialects: sqlite postgresql
def upgrade():
    with op.batch_alter_table("users") as batch:
        batch.alter_column("email", new_column_name="mail")  # want MRT702
