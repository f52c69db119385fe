# dialects: sqlite
def upgrade():
    with op.batch_alter_table("users") as batch:
        batch.alter_column("name", existing_type=sa.String(50), type_=sa.String(20))
        batch.alter_column("email", existing_type=sa.String(200), type_=sa.Integer())  # want MRT705
        batch.alter_column("age", existing_type=sa.Integer(), type_=sa.Boolean())
