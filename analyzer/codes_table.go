package analyzer

import "github.com/mrt-tools/mrt/analyzer/finding"

// The codes that check reports. The comment of each is its help text: a
// sentence, Why, Fix, and an Example that has the danger. A test runs every
// example on tables that a first revision makes, and asks for the code.
const (
	// A statement was not understood.
	//
	// Why: what is not understood may do anything. The verdict is unknown.
	// Fix: verify the revision on a database, or write the statement in a form that is understood.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.execute("CALL tidy_up()")
	//	def downgrade():
	//	    op.execute("SELECT 1")
	CodeNotUnderstood finding.Code = "MRT002"

	// A `# noqa: MRTnnn` comment suppresses nothing.
	//
	// Why: it hides what may come there one day.
	// Fix: remove it.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("phone", sa.Text()))  # noqa: MRT201
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeUnusedSuppression finding.Code = "MRT003"

	// A table or another object is assumed to exist, because no revision makes it.
	//
	// Why: what is not known of it cannot be compared, so the verdict may be unknown.
	// Fix: begin the history with a revision that makes it, or state the schema in mrt.toml.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("elsewhere", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("elsewhere", "phone")
	CodeAssumed finding.Code = "MRT011"

	// The upgrade fails on some rows that the old schema permits.
	//
	// Why: it works on the tables of the developer, and stops in production.
	// Fix: mend such rows first, in the same migration.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.create_check_constraint("ck_users_age", "users", "age >= 18")
	//	def downgrade():
	//	    op.drop_constraint("ck_users_age", "users", type_="check")
	CodeRowsWithdrawn finding.Code = "MRT012"

	// There is no downgrade() function.
	//
	// Why: `alembic downgrade` stops with an AttributeError.
	// Fix: write it, or declare the revision irreversible in mrt.toml.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	CodeMissingDowngrade finding.Code = "MRT101"

	// downgrade() does nothing, but upgrade() does.
	//
	// Why: Alembic believes that the revision is undone, and the next upgrade fails or finds leftovers.
	// Fix: undo each step, or declare the revision irreversible in mrt.toml.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    pass
	CodeEmptyDowngrade finding.Code = "MRT102"

	// Values are changed, and the downgrade does not change them back.
	//
	// Why: the old program finds values that it did not write.
	// Fix: keep the old values in a column or table, and copy them back.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.execute("UPDATE users SET name = lower(name)")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeDataMigration finding.Code = "MRT103"

	// Plain SQL makes something that the downgrade does not undo.
	//
	// Why: the second upgrade fails, because it exists already.
	// Fix: undo it in downgrade(), by SQL or by a directive.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.execute("CREATE INDEX ix_users_age ON users (age)")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeRawSQL finding.Code = "MRT104"

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

	// Rows that the upgrade inserts stay behind.
	//
	// Why: the second upgrade inserts them again, and fails or doubles them.
	// Fix: delete exactly these rows, by their keys.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.execute("INSERT INTO users (id, name) VALUES (900, 'robot')")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeRowsLeft finding.Code = "MRT106"

	// downgrade() raises without doing anything.
	//
	// Why: there is no way back but a backup.
	// Fix: declare it in mrt.toml with a reason, so that everybody knows before.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    raise NotImplementedError("no way back")
	CodeRefusesDowngrade finding.Code = "MRT107"

	// Something that the upgrade makes is still there after the downgrade.
	//
	// Why: the second upgrade fails, because it exists already.
	// Fix: drop it in downgrade().
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	    op.add_column("users", sa.Column("fax", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "fax")
	CodeObjectLeft finding.Code = "MRT108"

	// The downgrade fails.
	//
	// Why: it is run when something is wrong already.
	// Fix: undo the steps in reverse order, and name what is there after the upgrade.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "telephone")
	CodeDowngradeFails finding.Code = "MRT109"

	// The second upgrade fails, or ends elsewhere than the first.
	//
	// Why: after a rollback the next deployment cannot go on.
	// Fix: let the downgrade restore exactly what was there.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.execute("INSERT INTO users (id, name) VALUES (900, 'robot')")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeNotRepeatable finding.Code = "MRT110"

	// The downgrade removes something that the upgrade did not make.
	//
	// Why: it destroys what was there before.
	// Fix: undo only what the upgrade did.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	//	    op.drop_column("users", "age")
	CodeWrongObject finding.Code = "MRT111"

	// Something is created again with another definition.
	//
	// Why: queries and constraints that relied on the old one behave differently.
	// Fix: repeat the old definition exactly.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.drop_index("ix_users_name", table_name="users")
	//	def downgrade():
	//	    op.create_index("ix_users_name", "users", ["age"])
	CodeRestoredDifferently finding.Code = "MRT112"

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

	// A column with data is dropped.
	//
	// Why: the downgrade can add the column again, but not its values.
	// Fix: copy the values to a place that stays, or drop the column in a later release and declare it.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.drop_column("users", "age")
	//	def downgrade():
	//	    op.add_column("users", sa.Column("age", sa.Integer()))
	CodeDropColumn finding.Code = "MRT201"

	// A table with rows is dropped.
	//
	// Why: the downgrade can create the table again, but not its rows.
	// Fix: rename it instead, and drop it in a later release; declare that one.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.drop_table("notes")
	//	def downgrade():
	//	    op.create_table("notes", sa.Column("body", sa.Text()))
	CodeDropTable finding.Code = "MRT202"

	// A table is emptied by TRUNCATE.
	//
	// Why: nothing brings the rows back.
	// Fix: keep a copy of the rows, or declare the revision irreversible.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("TRUNCATE notes")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeTruncate finding.Code = "MRT203"

	// ON DELETE CASCADE is added to rows that were there before.
	//
	// Why: rows vanish with their parents while the new version runs, and no downgrade brings them back.
	// Fix: prefer RESTRICT or SET NULL.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.create_foreign_key("fk_notes_user", "notes", "users", ["user_id"], ["id"], ondelete="CASCADE")
	//	def downgrade():
	//	    op.drop_constraint("fk_notes_user", "notes", type_="foreignkey")
	CodeCascade finding.Code = "MRT204"

	// A foreign key is dropped and not restored.
	//
	// Why: after the rollback nothing keeps orphans out.
	// Fix: create it again, with the same actions.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.drop_constraint("fk_users_boss", "users", type_="foreignkey")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeDropForeignKey finding.Code = "MRT205"

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

	// A view is dropped and not restored.
	//
	// Why: what reads it fails after the rollback.
	// Fix: create it again with its old definition.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.execute("DROP VIEW adults")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeDropView finding.Code = "MRT207"

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

	// NOT NULL is set on a column of a table that was there before.
	//
	// Why: it fails where a row has NULL, and scans the table under a lock.
	// Fix: fill the NULLs in the same migration, before.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.alter_column("users", "age", nullable=False)
	//	def downgrade():
	//	    op.alter_column("users", "age", nullable=True)
	CodeSetNotNull finding.Code = "MRT213"

	// Rows are deleted, and the downgrade does not bring them back.
	//
	// Why: nothing else does.
	// Fix: move them to another table, and back in downgrade().
	//
	// Example:
	//
	//	def upgrade():
	//	    op.execute("DELETE FROM notes WHERE body IS NULL")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeRowsDeleted finding.Code = "MRT214"

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

	// A schema is dropped and not restored.
	//
	// Why: everything in it is gone.
	// Fix: create it again with what was in it, or declare the revision irreversible.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("DROP SCHEMA extra")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeDropSchema finding.Code = "MRT216"

	// The downgrade deletes or changes rows that were there before the upgrade.
	//
	// Why: a rollback should not cost older data.
	// Fix: concern only the rows that the upgrade made, by their keys.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	//	    op.execute("DELETE FROM notes")
	CodeOldRowsTouched finding.Code = "MRT217"

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

	// Rows are lost because the rows they reference are removed for a moment.
	//
	// Why: SQLite rebuilds a table by dropping it, which with foreign keys on deletes or fails for the children.
	// Fix: switch foreign keys off around the rebuild, outside of any transaction.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.execute("PRAGMA foreign_keys=ON")
	//	    op.execute("INSERT OR REPLACE INTO notes (id, user_id, body) SELECT id, user_id, body FROM notes")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeParentRebuild finding.Code = "MRT219"

	// A table is renamed and not renamed back.
	//
	// Why: the old program looks for the old name.
	// Fix: rename it back.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.rename_table("notes", "remarks")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeRenameTable finding.Code = "MRT301"

	// A column is renamed and not renamed back.
	//
	// Why: the old program looks for the old name.
	// Fix: rename it back.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.alter_column("users", "age", new_column_name="years")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeRenameColumn finding.Code = "MRT302"

	// A column's type is changed and not restored, or its values are not.
	//
	// Why: the old program reads and writes another type.
	// Fix: give it its exact old type, and its values back.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.alter_column("users", "age", type_=sa.BigInteger())
	//	def downgrade():
	//	    op.alter_column("users", "age", type_=sa.SmallInteger())
	CodeTypeChange finding.Code = "MRT303"

	// A value is added to an enum, which PostgreSQL cannot take away.
	//
	// Why: the label stays, and rows may use it.
	// Fix: in downgrade(), create the type anew without it and move the column over.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("ALTER TYPE mood ADD VALUE 'odd'")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeEnumValue finding.Code = "MRT304"

	// An index, constraint or other object is renamed and not renamed back.
	//
	// Why: the next migration that names it fails.
	// Fix: rename it back.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("ALTER INDEX ix_users_name RENAME TO users_name")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeRenameOther finding.Code = "MRT306"

	// A column gets a narrower type.
	//
	// Why: it fails, or cuts, where a value does not fit.
	// Fix: check the longest value first.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.alter_column("users", "name", type_=sa.String(10), postgresql_using="substr(name, 1, 10)")
	//	def downgrade():
	//	    op.alter_column("users", "name", type_=sa.String(50))
	CodeNarrowed finding.Code = "MRT307"

	// A NOT NULL column is added without a default.
	//
	// Why: it fails on a table that has rows.
	// Fix: add it nullable, fill it, then SET NOT NULL; or give it a server default.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("phone", sa.Text(), nullable=False))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeNotNullColumn finding.Code = "MRT401"

	// Nullability is changed and not restored.
	//
	// Why: the old program relies on it.
	// Fix: restore it, after the rows permit it.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.alter_column("users", "name", nullable=True)
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeNullability finding.Code = "MRT402"

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

	// A column is added with a default that differs from row to row.
	//
	// Why: PostgreSQL rewrites the whole table under a lock.
	// Fix: add the column without it, set the default, fill the rows in batches.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("token", sa.Text(), server_default=sa.text("gen_random_uuid()")))
	//	def downgrade():
	//	    op.drop_column("users", "token")
	CodeRewrite finding.Code = "MRT404"

	// A default is changed and not restored.
	//
	// Why: rows that the old program inserts get another value.
	// Fix: restore it.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.alter_column("users", "age", server_default="7")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeDefault finding.Code = "MRT405"

	// A unique constraint or index is added over rows that were there before.
	//
	// Why: it fails on duplicates.
	// Fix: look for duplicates first, and decide which row stays.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.create_unique_constraint("uq_users_name", "users", ["name"])
	//	def downgrade():
	//	    op.drop_constraint("uq_users_name", "users", type_="unique")
	CodeUnique finding.Code = "MRT406"

	// An index is built without CONCURRENTLY on a table that was there before.
	//
	// Why: nobody can write to the table until it is done.
	// Fix: postgresql_concurrently=True inside get_context().autocommit_block().
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.create_index("ix_users_age", "users", ["age"])
	//	def downgrade():
	//	    op.drop_index("ix_users_age", table_name="users")
	CodeIndexLock finding.Code = "MRT407"

	// An index is dropped and not restored.
	//
	// Why: queries get slow after the rollback.
	// Fix: create it again.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.drop_index("ix_users_name", table_name="users")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeDropIndex finding.Code = "MRT408"

	// A constraint is dropped and not restored.
	//
	// Why: after the rollback nothing keeps wrong rows out.
	// Fix: create it again.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.drop_constraint("ck_users_id", "users", type_="check")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeDropConstraint finding.Code = "MRT409"

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

	// A constraint is restored with another definition.
	//
	// Why: it permits or refuses other rows than before.
	// Fix: repeat its old definition.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.drop_constraint("ck_users_id", "users", type_="check")
	//	def downgrade():
	//	    op.create_check_constraint("ck_users_id", "users", "id > 1")
	CodeConstraint finding.Code = "MRT416"

	// A comment is changed and not restored.
	//
	// Why: documentation made from the database is wrong after the rollback.
	// Fix: restore it.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.create_table_comment("users", "people")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeComment finding.Code = "MRT417"

	// A foreign key or CHECK is validated at once on a table that was there before.
	//
	// Why: the scan holds a lock.
	// Fix: add it NOT VALID, and validate it in a later transaction.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.create_foreign_key("fk_notes_user", "notes", "users", ["user_id"], ["id"])
	//	def downgrade():
	//	    op.drop_constraint("fk_notes_user", "notes", type_="foreignkey")
	CodeScan finding.Code = "MRT418"

	// An index is dropped without CONCURRENTLY.
	//
	// Why: it waits for all others on the table, and all others wait for it.
	// Fix: DROP INDEX CONCURRENTLY inside an autocommit block where the table is busy.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.drop_index("ix_users_name", table_name="users")
	//	def downgrade():
	//	    op.create_index("ix_users_name", "users", ["name"])
	CodeDropIndexLock finding.Code = "MRT419"

	// A sequence is not restored, or starts again.
	//
	// Why: it gives out numbers twice.
	// Fix: create it again, and set it with setval().
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("DROP SEQUENCE counter")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeSequence finding.Code = "MRT501"

	// A trigger is not restored.
	//
	// Why: what it did is no longer done.
	// Fix: create it again.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("DROP TRIGGER users_touch ON users")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeTrigger finding.Code = "MRT502"

	// A type is not restored.
	//
	// Why: the next migration that uses it fails.
	// Fix: create it again with its old labels.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("DROP TYPE mood")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeType finding.Code = "MRT503"

	// A view is restored with another definition.
	//
	// Why: it gives other rows or columns than before.
	// Fix: repeat its old definition.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.execute("DROP VIEW adults")
	//	def downgrade():
	//	    op.execute("CREATE VIEW adults AS SELECT id FROM users WHERE age > 20")
	CodeView finding.Code = "MRT504"

	// A function is not restored.
	//
	// Why: what calls it fails or does something else.
	// Fix: create it again with its old body.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2'")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeFunction finding.Code = "MRT505"

	// A privilege is not restored.
	//
	// Why: a role may do more or less than before.
	// Fix: grant or revoke it in downgrade().
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("REVOKE SELECT ON users FROM PUBLIC")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeGrant finding.Code = "MRT506"

	// A policy is not restored.
	//
	// Why: rows are seen by others than before.
	// Fix: create it again.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("DROP POLICY own ON notes")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodePolicy finding.Code = "MRT507"

	// A setting of a table is not restored.
	//
	// Why: an unlogged table, for one, is empty after a crash.
	// Fix: set it back.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("ALTER TABLE notes SET UNLOGGED")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeStorage finding.Code = "MRT508"

	// Another object is not restored.
	//
	// Why: what relied on it fails after the rollback.
	// Fix: create it again.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("DROP EXTENSION citext")
	//	    op.add_column("users", sa.Column("phone", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "phone")
	CodeOtherObject finding.Code = "MRT509"

	// A column goes that the release before still uses.
	//
	// Why: while a deploy is rolled out, instances of the old release run on the new schema. Their SELECT, INSERT and UPDATE name every column of
	// their models, so that all of them fail, not only those that use this column. After a rollback it is the new release that meets the old schema:
	// its columns are gone then, so roll back the code first.
	// All databases: the statement fails at once (PostgreSQL and SQLite: no such column; MySQL and MariaDB: error 1054).
	// A note, unless `--check-compat` or `[check] compat = true` asks for rolling deploys.
	// Fix: two deploys. The first releases code that does not name the column any more (it must be nullable or have a default by then); the second drops it.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.drop_column("notes", "body")
	//	def downgrade():
	//	    op.add_column("notes", sa.Column("body", sa.Text()))
	CodeDeployDropColumn finding.Code = "MRT701"

	// A column or a table gets another name while the release before still uses the old one.
	//
	// Why: to the old release a rename is a drop. It is fine where a view with the old name, or a generated column with it, follows in the same revision.
	// PostgreSQL: a simple view takes INSERT and UPDATE as well; a generated column can only be read. MySQL and MariaDB: so do views with the MERGE algorithm.
	// SQLite: a view can only be read, unless it has INSTEAD OF triggers.
	// A note, unless `--check-compat` or `[check] compat = true` asks for rolling deploys.
	// Fix: add the new column and write both (a trigger, or the code); deploy code that uses the new one; drop the old one with a later deploy. For a table:
	// rename it and leave a view with the old name, which a later deploy drops.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.alter_column("notes", "body", new_column_name="text")
	//	def downgrade():
	//	    op.alter_column("notes", "text", new_column_name="body")
	CodeDeployRename finding.Code = "MRT702"

	// A table or a view goes that the release before still uses.
	//
	// Why: every statement of the old release about it fails from then on, and so do the pages and jobs that need it.
	// All databases: the statement fails at once.
	// A note, unless `--check-compat` or `[check] compat = true` asks for rolling deploys.
	// Fix: two deploys. The first releases code that does not use it; the second drops it.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.drop_table("notes")
	//	def downgrade():
	//	    op.create_table("notes", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("user_id", sa.Integer()), sa.Column("body", sa.Text()))
	CodeDeployDropTable finding.Code = "MRT703"

	// A column must be given that the release before does not give.
	//
	// Why: INSERT of the old release leaves it out, or writes NULL. It is about columns that are added NOT NULL without a default that stays, that become
	// NOT NULL without having one, and about NOT NULL columns that lose theirs. A BEFORE trigger that fills the column makes it fine.
	// PostgreSQL and SQLite: the INSERT fails. MySQL and MariaDB: it fails in strict mode (the default); else it writes '' or 0.
	// A note, unless `--check-compat` or `[check] compat = true` asks for rolling deploys.
	// Fix: two deploys. The first adds the column nullable, or with a server default, and releases code that gives it; the second fills what is empty,
	// makes it NOT NULL and drops the default.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("notes", sa.Column("kind", sa.Text(), nullable=False))
	//	def downgrade():
	//	    op.drop_column("notes", "kind")
	CodeDeployNotNull finding.Code = "MRT704"

	// A column gets a type that the release before cannot write, or reads as something else.
	//
	// Why: the old release goes on writing what fitted the old type, and binds and reads values of the old kind. It is about narrower types, about types of
	// another kind (text and number, with and without time zone), and about labels that an enum does not have any more. A wider type is fine.
	// PostgreSQL: a value that does not fit, or a comparison with a parameter of the old type, fails. MySQL and MariaDB: it fails in strict mode, else it is
	// cut. SQLite: lengths are not enforced; texts that look like numbers become numbers.
	// A note, unless `--check-compat` or `[check] compat = true` asks for rolling deploys, and a warning then.
	// Fix: add a column of the new type beside the old one and write both; deploy code that uses the new one; drop the old one with a later deploy.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.execute("ALTER TABLE users ALTER COLUMN age TYPE text")
	//	def downgrade():
	//	    op.execute("ALTER TABLE users ALTER COLUMN age TYPE integer USING age::integer")
	CodeDeployType finding.Code = "MRT705"

	// The downgrade fails once rows exist that only the new schema permits.
	//
	// Why: it works right after the deployment, and not when it is needed.
	// Fix: change or remove such rows in downgrade(), before the old rule comes back.
	//
	// Example (postgresql):
	//
	//	def upgrade():
	//	    op.alter_column("users", "name", nullable=True)
	//	def downgrade():
	//	    op.alter_column("users", "name", nullable=False)
	CodeFailsOnNewRows finding.Code = "MRT804"

	// The upgrade fails, also on empty tables.
	//
	// Why: the history cannot be run.
	// Fix: see the statement; what it needs is not there, or is there already.
	//
	// Example:
	//
	//	def upgrade():
	//	    op.add_column("users", sa.Column("age", sa.Text()))
	//	def downgrade():
	//	    op.drop_column("users", "age")
	CodeUpgradeFails finding.Code = "MRT807"

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
