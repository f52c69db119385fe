package analyzer

import (
	"strings"
	"testing"
)

// TestGoesOn: what a script cannot stand, or what is not there, does not end
// the prediction where the verdict does not hang on it.
func TestGoesOn(t *testing.T) {
	const base = `
def upgrade():
    op.create_table("notes", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("body", sa.Text()), sa.Column("state", sa.String(20)))
def downgrade():
    op.drop_table("notes")
`
	for _, tt := range []struct{ name, body, verdict, cause string }{
		{"rows by name, which no row stands", `
def upgrade():
    for row in op.get_bind().execute(sa.text("SELECT id, body FROM notes")):
        op.get_bind().execute(sa.text("UPDATE notes SET body = :b WHERE id = :i"), {"b": row["body"], "i": row["id"]})
    op.add_column("notes", sa.Column("extra", sa.Text()))
def downgrade():
    op.drop_column("notes", "extra")
`, "lossless", ""},
		{"documents rewritten", `
import json
def upgrade():
    for row in op.get_bind().execute(sa.text("SELECT id, body FROM notes")).fetchall():
        d = json.loads(row.body)
        d["added"] = 1
        op.get_bind().execute(sa.text("UPDATE notes SET body = :b WHERE id = :i"), {"b": json.dumps(d), "i": row.id})
def downgrade():
    pass
`, "schema-only", ""},
		{"a constant of a package that is not there, and nothing to undo it", `
from nowhere import constants
def upgrade():
    op.create_table("states", sa.Column("name", sa.Text()))
    op.get_bind().execute(sa.text("INSERT INTO states VALUES (:n)"), {"n": constants.ONLINE})
def downgrade():
    pass
`, "broken", ""},
		{"a package that is not there is called", `
from nowhere import work
def upgrade():
    work(op.get_bind())
def downgrade():
    work(op.get_bind())
`, "unknown", "run: package nowhere"},
		{"a loop until nothing is changed", `
def upgrade():
    while True:
        if op.get_bind().execute(sa.text("UPDATE notes SET state = tidy(body) WHERE body IS DISTINCT FROM tidy(state)")).rowcount == 0:
            break
def downgrade():
    pass
`, "schema-only", ""},
		{"moments inserted", `
import datetime
def upgrade():
    t = op.create_table("days", sa.Column("day", sa.DateTime(), nullable=False))
    op.bulk_insert(t, [{"day": datetime.datetime(2020, 1, 1)}, {"day": datetime.datetime(2020, 1, 2)}])
def downgrade():
    op.drop_table("days")
`, "lossless", ""},
	} {
		t.Run(strings.ReplaceAll(tt.name, " ", "_"), func(t *testing.T) {
			r := checkDir(t, project(t, "postgresql", base, tt.body), "postgresql")["top"]
			if r.Verdict.String() != tt.verdict || !strings.Contains(r.Cause, tt.cause) {
				t.Errorf("%s (%s), want %s (%s)", r.Verdict, r.Cause, tt.verdict, tt.cause)
			}
		})
	}
}

// TestDocumentsOfNow: after an upgrade that rewrites documents an application
// writes documents of that form, so that a downgrade which takes them apart again
// does not fail on others.
func TestDocumentsOfNow(t *testing.T) {
	r := checkDir(t, project(t, "postgresql", `
def upgrade():
    op.create_table("jobs", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("spec", sa.JSON()))
def downgrade():
    op.drop_table("jobs")
`, `
def upgrade():
    op.alter_column("jobs", "spec", existing_type=sa.JSON(), nullable=False)
    op.execute("UPDATE jobs SET spec = jsonb_build_array(spec)")
def downgrade():
    op.execute("UPDATE jobs SET spec = spec->0")
    op.alter_column("jobs", "spec", existing_type=sa.JSON(), nullable=True)
`), "postgresql")["top"]
	if v := r.Verdict.String(); v == "broken" || v == "lossless" {
		t.Errorf("%s (%s) %v: rows of now have lists", v, r.Cause, r.Findings)
	}
}
