# dialects: sqlite
def upgrade():
    with op.batch_alter_table("users") as batch:
        batch.alter_column("email", existing_type=sa.String(200), nullable=False)  # want MRT704
        batch.add_column(sa.Column("phone", sa.String(20), nullable=False))  # want MRT704
