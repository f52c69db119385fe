# dialects: sqlite
def upgrade():
    with op.batch_alter_table("users", recreate="always") as batch:
        batch.create_unique_constraint("uq_users_email", ["email"])
    op.execute("ALTER TABLE notes RENAME TO notes_old")
    op.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT, extra TEXT)")
    op.execute("INSERT INTO notes (id, body) SELECT id, body FROM notes_old")
    op.execute("DROP TABLE notes_old")
    op.execute("ALTER TABLE notes ADD COLUMN more TEXT")
    op.execute("ALTER TABLE notes DROP COLUMN more")
