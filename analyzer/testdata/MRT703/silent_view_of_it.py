# dialects: postgresql mysql mariadb
def upgrade():
    op.create_table("remarks", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("body", sa.Text()))
    op.execute("INSERT INTO remarks (id, body) SELECT id, body FROM notes")
    op.execute("DROP VIEW adults")
    op.drop_table("notes")
    op.execute("CREATE VIEW notes AS SELECT id, body FROM remarks")
    op.execute("CREATE VIEW adults AS SELECT id FROM notes")
