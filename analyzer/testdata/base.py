def upgrade():
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(50), nullable=False),
        sa.Column("email", sa.String(200)),
        sa.Column("age", sa.Integer()),
        sa.Column("state", sa.String(20), nullable=False, server_default="new"),
        sa.Column("seen", sa.DateTime()),
    )
    op.create_table("notes", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("body", sa.Text()))
    op.execute("CREATE VIEW adults AS SELECT id FROM notes")


def downgrade():
    op.execute("DROP VIEW adults")
    op.drop_table("notes")
    op.drop_table("users")
