# dialects: postgresql
def upgrade():
    op.create_check_constraint("ck_users_age", "users", "age > 17")
    op.create_unique_constraint("uq_users_email", "users", ["email"])
    op.add_column("users", sa.Column("note_id", sa.Integer(), sa.ForeignKey("notes.id", name="fk_users_note")))
