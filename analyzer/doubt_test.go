package analyzer

import (
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// TestInDoubt: where an earlier statement may have done anything, what an upgrade
// makes was not there, and what it drops was.
func TestInDoubt(t *testing.T) {
	const base = `
def upgrade():
    op.create_table("notes", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("body", sa.Text()))
    op.execute("CALL tidy_up()")
def downgrade():
    op.drop_table("notes")
`
	for name, body := range map[string]string{
		"a table made": `
def upgrade():
    op.create_table("notes", sa.Column("id", sa.Integer(), primary_key=True))
def downgrade():
    op.drop_table("notes")
`,
		"a constraint replaced": `
def upgrade():
    op.execute("ALTER TABLE notes DROP CONSTRAINT ck_notes_body")
    op.execute("ALTER TABLE notes ADD CONSTRAINT ck_notes_body CHECK (body <> '')")
def downgrade():
    op.execute("ALTER TABLE notes DROP CONSTRAINT ck_notes_body")
    op.execute("ALTER TABLE notes ADD CONSTRAINT ck_notes_body CHECK (body <> 'x')")
`,
	} {
		t.Run(name, func(t *testing.T) {
			r := checkDir(t, project(t, "postgresql", base, body), "postgresql")["top"]
			for _, f := range r.Findings {
				if f.Code == CodeDropTable || f.Code == CodeRawSQL || f.Code == CodeObjectLeft {
					t.Errorf("%s: %s", f.Code, f.Message)
				}
			}
		})
	}
	r := checkDir(t, project(t, "postgresql", base, `
def upgrade():
    op.execute("ALTER TABLE notes ADD CONSTRAINT ck_notes_body CHECK (body <> '')")
def downgrade():
    op.execute("SELECT 1")
`), "postgresql")["top"]
	found := false
	for _, f := range r.Findings {
		found = found || f.Code == CodeRawSQL
	}
	if !found {
		t.Errorf("%s %v: the constraint stays", r.Verdict, r.Findings)
	}
	r = checkDir(t, project(t, "postgresql", base, `
def upgrade():
    op.drop_constraint("ck_elsewhere", "elsewhere")
    op.create_check_constraint("ck_elsewhere", "elsewhere", "port > 0")
def downgrade():
    pass
`), "postgresql")["top"]
	if r.Verdict == finding.Lossless {
		t.Error("the downgrade does not give the old constraint back, and is called lossless")
	}
}
