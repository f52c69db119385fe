# dialects: postgresql mysql mariadb sqlite
def upgrade():
    op.execute("DROP VIEW adults")
    op.execute("CREATE VIEW adults AS SELECT id, body FROM notes")
    op.create_table("scratch", sa.Column("id", sa.Integer(), primary_key=True))
    op.drop_table("scratch")
