package analyzer

import "github.com/mrt-tools/mrt/analyzer/finding"

// More codes that check reports; see codes_table.go.
const (
	// SQL that the script sends through its context is not undone.
	//
	// Why: it makes the same objects as op.execute, and is as easily forgotten.
	// Fix: undo the SQL in downgrade().
	//
	// Example:
	//
	//	def upgrade():
	//	    op.get_context().execute("CREATE VIEW named AS SELECT name FROM users")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeContextSQL finding.Code = "MRT105"

	// A function of the migration asks the environment what to do.
	//
	// Why: on a machine with other settings it does something else, and so does its downgrade.
	// Fix: do the same everywhere; hand over what must differ with -x.
	//
	// Example:
	//
	//	def upgrade():
	//	    import os
	//	    if os.environ.get("WITH_PHONES"):
	//	        op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    pass
	CodeEnvironment finding.Code = "MRT113"

	// A failed statement is passed over in silence.
	//
	// Why: the revision counts as done, whatever the schema is. PostgreSQL refuses every further statement of the
	// transaction ("current transaction is aborted", error 25P02; source: its documentation, appendix A), so there it fails all the same.
	// Fix: ask the inspector first, or use if_exists and if_not_exists.
	//
	// Example:
	//
	//	def upgrade():
	//	    try:
	//	        op.add_column("users", sa.Column("phone", sa.Text()))
	//	    except Exception:
	//	        pass
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeSwallows finding.Code = "MRT114"

	// A column with data is dropped in a batch block.
	//
	// Why: as MRT201. On SQLite the table is copied without the column and the old one dropped, so that there is no way back to
	// the old file either (source: Alembic, "move and copy" of batch mode).
	// Fix: copy the values to a place that stays, or drop the column in a later release and declare it.
	//
	// Example:
	//
	//	def upgrade():
	//	    with op.batch_alter_table("notes") as batch_op:
	//	        batch_op.drop_column("body")
	//	def downgrade():
	//	    with op.batch_alter_table("notes") as batch_op:
	//	        batch_op.add_column(sa.Column("body", sa.Text()))
	CodeBatchDropColumn finding.Code = "MRT206"

	// Columns are merged into one and dropped.
	//
	// Why: where the parts meet is not written down: "Ann Lee" may have been "Ann" and "Lee", or "Ann Lee" and nothing.
	// Fix: keep the old columns until the release after the next.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("notes", sa.Column("line", sa.Text()))
	//	    op.execute("UPDATE notes SET line = user_id || ' ' || body")
	//	    op.drop_column("notes", "body")
	//	def downgrade():
	//	    op.add_column("notes", sa.Column("body", sa.Text()))
	//	    op.drop_column("notes", "line")
	CodeMergeThenDrop finding.Code = "MRT208"

	// Values are overwritten, and the downgrade writes something else than what was there.
	//
	// Why: it looks reversed, and is not: upper case comes back as lower case, whatever it was.
	// Fix: keep the old values, and copy them back.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.execute("UPDATE notes SET body = upper(body)")
	//	def downgrade():
	//	    op.execute("UPDATE notes SET body = lower(body)")
	CodeOverwritten finding.Code = "MRT215"

	// A batch block loses something that it does not name.
	//
	// Why: SQLite's tables are made again from what SQLAlchemy's reflection sees: CHECK constraints without a name and the
	// actions of a foreign key written on its column are not among it (source: Alembic's documentation of batch mode, "Dropping unnamed or named
	// foreign keys" and "Including CHECK constraints").
	// Fix: give constraints names, or hand over the table with copy_from.
	//
	// Example:
	//
	//	def upgrade():
	//	    with op.batch_alter_table("tags") as batch_op:
	//	        batch_op.add_column(sa.Column("word", sa.Text()))
	//	def downgrade():
	//	    with op.batch_alter_table("tags", recreate="always") as batch_op:
	//	        batch_op.drop_column("word")
	CodeBatchLoses finding.Code = "MRT218"

	// Nullability that SQL changed is not restored.
	//
	// Why: as MRT402; it is harder to see in a text.
	// Fix: restore it in downgrade().
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("ALTER TABLE users ALTER COLUMN name DROP NOT NULL")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeNotNullSQL finding.Code = "MRT403"

	// A constraint that a batch block drops is not restored.
	//
	// Why: rows that break it can be written from now on.
	// Fix: create it again in a batch block of downgrade().
	//
	// Example:
	//
	//	def upgrade():
	//	    with op.batch_alter_table("tags") as batch_op:
	//	        batch_op.drop_constraint("ck_tags_rank", type_="check")
	//	    op.add_column("notes", sa.Column("word", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("notes", "word")
	CodeBatchDropConstraint finding.Code = "MRT410"

	// CONCURRENTLY inside a transaction.
	//
	// Why: PostgreSQL refuses it (error 25001; source: its documentation of CREATE INDEX), and Alembic has a transaction open.
	// Fix: put it into `with op.get_context().autocommit_block():`.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.create_index("ix_users_age", "users", ["age"], postgresql_concurrently=True)
	//	def downgrade():
	//	    op.drop_index("ix_users_age", table_name="users")
	CodeConcurrentlyInside finding.Code = "MRT415"

	// The migration imports a module of the application.
	//
	// Why: the application will have changed when the migration runs again, on a new database or in a test.
	// Fix: copy into the migration what it needs, as it is today.
	//
	// Example:
	//
	//	import shop
	//	def upgrade():
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeImportsApp finding.Code = "MRT903"
)
