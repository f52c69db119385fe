package analyzer

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/pyrt"
)

// roundTripRule reports what the round trip does not give back.
func roundTripRule(p *Pass) {
	reported := map[string]bool{}
	empty := p.emptyDowngrade(reported)
	defer p.doubts(reported)
	for _, d := range p.Trip.defects {
		if empty && d.schema != nil && d.schema.Before == "" && d.schema.Attr == "" && !p.rawSQL(d) || empty && d.again {
			continue // said already
		}
		switch {
		case d.err != nil:
			p.failure(d, reported)
		case d.schema != nil:
			p.schemaDefect(d, reported)
		case d.data != nil:
			p.dataDefect(d, reported)
		}
	}
}

// rawSQL reports whether plain SQL made what is left behind.
func (p *Pass) rawSQL(d defect) bool {
	e, ok := p.cause(d.up, *d.schema)
	if !ok || e.Step < 1 || e.Step > len(d.up.Steps) {
		return false
	}
	x, ok := d.up.Steps[e.Step-1].Op.(*op.Execute)
	if !ok {
		return false
	}
	_, ok = x.Stmt.(*expr.Text)
	return ok
}

// doubts reports changes of rows without any reverse, where what they do to
// which rows is not known.
func (p *Pass) doubts(reported map[string]bool) {
	for _, d := range p.Trip.notes {
		if d.data.Kind != catalog.NotDecided || touchesRows(d.down, d.data.Table) {
			continue
		}
		e, ok := lastEvent(d.up, func(e catalog.Event) bool {
			return e.Table == d.data.Table && (e.Kind == catalog.RowsUpdated || e.Kind == catalog.RowsDeleted) && e.OldTable
		})
		if !ok {
			continue
		}
		code, what := CodeDataMigration, "values of "+name(e.Object)+" may be overwritten"
		if e.Kind == catalog.RowsDeleted {
			code, what = CodeRowsDeleted, "rows of "+e.Table+" may be deleted"
		}
		if reported[string(code)+" "+name(e.Object)] {
			continue
		}
		p.once(reported, code, finding.Finding{
			At: at(d.up, e), Object: name(e.Object), Severity: finding.Warning, Message: what + "; the downgrade does nothing about them",
			Remedy: "keep the old values, and copy them back in downgrade()",
		})
	}
}

// once reports a thing only once, though several paths show it.
func (p *Pass) once(reported map[string]bool, code finding.Code, f finding.Finding) {
	code, f = p.refine(code, f)
	key := string(code) + " " + f.Object
	if reported[key] {
		return
	}
	reported[key] = true
	f.Related = append(f.Related, p.choices(f)...)
	p.Report(code, f)
}

// choices shows how questions were answered on the way there; filled by the defect.
func (p *Pass) choices(finding.Finding) []finding.Note { return nil }

// emptyDowngrade reports one finding for a downgrade that does nothing over an
// upgrade that does something.
func (p *Pass) emptyDowngrade(reported map[string]bool) bool {
	if len(p.Trip.defects) == 0 {
		return false
	}
	var undone []string
	for _, d := range p.Trip.defects {
		if d.err != nil && !d.again || d.down.Log == nil || d.down.Log.Effects > 0 || d.up.Log == nil || d.up.Log.Effects == 0 {
			return false
		}
		object := ""
		switch {
		case d.schema != nil:
			object = d.schema.Object
		case d.data != nil:
			object = "rows of " + d.data.Table
		}
		if object != "" && !slices.Contains(undone, object) {
			undone = append(undone, object)
		}
	}
	msg := "downgrade() does nothing, but upgrade() does"
	if len(undone) > 0 {
		msg += ": " + strings.Join(undone[:min(3, len(undone))], ", ")
		if len(undone) > 3 {
			msg += ", …"
		}
	}
	p.once(reported, CodeEmptyDowngrade, finding.Finding{
		At: p.function("downgrade"), Object: "downgrade", Message: msg,
		Remedy: "write the reverse of each step, or declare the revision irreversible in mrt.toml with a reason",
	})
	return true
}

// failure reports a run that fails.
func (p *Pass) failure(d defect, reported map[string]bool) {
	if d.again {
		p.once(reported, CodeNotRepeatable, finding.Finding{
			At: d.up.At, Object: "upgrade", Message: "the upgrade cannot be repeated after the downgrade: " + reason(d.err),
			Remedy: "let the downgrade remove everything that the upgrade makes",
		})
		return
	}
	f := finding.Finding{At: d.down.At, Object: "downgrade", Related: raisedAt(d.err)}
	if !f.At.IsValid() || strings.Contains(reason(d.err), "downgrade() ") {
		f.At = p.function("downgrade")
	}
	var fail *catalog.Failure
	switch {
	case missingFunction(d.err, "downgrade"):
		f.At = p.function("upgrade")
		f.Message = "there is no downgrade() function"
		f.Remedy = "write one, or declare the revision irreversible in mrt.toml with a reason"
		p.once(reported, CodeMissingDowngrade, f)
	case errors.As(d.err, &fail) && d.newRows != nil:
		f.Object = first(fail.Object, "downgrade")
		f.Message = "the downgrade fails once rows exist that only the new schema permits (" + telling(d.newRows, fail.Object) + "): " + fail.Message
		f.Remedy = "change or remove such rows in downgrade(), before the old rule comes back"
		p.once(reported, CodeFailsOnNewRows, f)
	case errors.As(d.err, &fail):
		f.Object = first(fail.Object, "downgrade")
		f.Message = "the downgrade fails: " + fail.Message
		f.Remedy = "undo the steps in reverse order, and name what is there after the upgrade"
		if fail.Rows {
			f.Message = "the downgrade fails on rows that the schema permits: " + fail.Message
			f.Remedy = "mend the rows before the constraint, or give the new column a value"
		}
		code := CodeDowngradeFails
		if concurrently(d.err) {
			code, f.Remedy = CodeConcurrentlyInside, "put it into `with op.get_context().autocommit_block():`"
		}
		p.once(reported, code, f)
	case d.down.Log != nil && d.down.Log.Effects == 0 && refuses(d.err):
		f.Message = "downgrade() refuses: " + reason(d.err)
		f.Remedy = "declare the revision irreversible in mrt.toml with a reason, or write the reverse"
		p.once(reported, CodeRefusesDowngrade, f)
	default:
		f.Message = "the downgrade fails: " + reason(d.err)
		f.Remedy = "mend downgrade() so that it runs after its own upgrade"
		p.once(reported, CodeDowngradeFails, f)
	}
}

// maxTelling is how many of the new rows a message names.
const maxTelling = 3

// telling names the first of the new rows, those of the object that is to blame
// before others.
func telling(rows []string, object string) string {
	var list []string
	for _, blamed := range []bool{true, false} {
		for _, w := range rows {
			if (object != "" && strings.Contains(w, object)) == blamed && !slices.Contains(list, w) {
				list = append(list, w)
			}
		}
	}
	if len(list) > maxTelling {
		list = append(list[:maxTelling], "…")
	}
	return strings.Join(list, "; ")
}

// missingFunction tells that the module has no such function.
func missingFunction(err error, name string) bool {
	var e *pyrt.Exception
	return errors.As(err, &e) && strings.Contains(e.Error(), "has no attribute '"+name+"'")
}

func reason(err error) string {
	var run *opshim.RunError
	if errors.As(err, &run) {
		return run.Error()
	}
	return err.Error()
}

// refuses tells that the script raises on purpose.
func refuses(err error) bool {
	var e *pyrt.Exception
	if !errors.As(err, &e) {
		return false
	}
	switch name := e.Value.Class.Name; name {
	case "NotImplementedError", "RuntimeError", "Exception", "SystemExit", "AssertionError":
		return true
	default:
		return strings.Contains(strings.ToLower(name), "irreversible")
	}
}

// schemaDefect reports one difference of the schema.
func (p *Pass) schemaDefect(d defect, reported map[string]bool) {
	x := *d.schema
	if d.again {
		p.once(reported, CodeNotRepeatable, finding.Finding{
			At: p.function("upgrade"), Object: name(x.Object), Message: "the second upgrade ends elsewhere than the first: " + sentence(x),
			Remedy: "let the downgrade restore exactly what was there",
		})
		return
	}
	up, inUp := p.cause(d.up, x)
	down, inDown := p.cause(d.down, x)
	state := change(x)
	f := finding.Finding{Object: name(x.Object), Message: sentence(x), Change: &state}
	switch {
	case inUp && inDown && x.Before == "" && x.Attr == "" && up.Object != x.Object && down.Object == x.Object:
		f.At = at(d.down, down) // made by the downgrade itself
	case inUp:
		f.At = at(d.up, up)
		if inDown {
			f.Related = append(f.Related, finding.Note{At: at(d.down, down), Message: "the downgrade does this"})
		}
	case inDown:
		f.At = at(d.down, down)
	}
	if inUp && up.Kind == catalog.TableRenamed && (inBlock(d.up, up) || dropped(d.up, x.Table)) {
		up.Kind = catalog.ObjectAltered // the table that was made anew gets the old name
	}
	code, remedy := p.schemaCode(x, up, inUp, inDown)
	f.Remedy = remedy
	if inDown && !inUp && x.After == "" {
		code, f.Remedy = CodeWrongObject, "undo only what the upgrade did"
		f.Message = "the downgrade removes " + x.Object + ", which the upgrade did not make"
	}
	if code == CodeObjectLeft && p.rawSQL(d) {
		code, f.Remedy = CodeRawSQL, "undo the SQL in downgrade()"
		f.Message = "SQL makes " + x.Object + ", and the downgrade does not undo it"
	}
	p.once(reported, code, f)
}

// inBlock tells that a batch block did it.
func inBlock(path symex.Path, e catalog.Event) bool {
	if e.Step < 1 || e.Step > len(path.Steps) {
		return false
	}
	_, ok := path.Steps[e.Step-1].Op.(*op.BatchAlterTable)
	return ok
}

// dropped tells that a path drops a table of a name.
func dropped(path symex.Path, table string) bool {
	_, ok := lastEvent(path, func(e catalog.Event) bool { return e.Kind == catalog.TableDropped && e.Table == table && e.OldTable })
	return ok
}

// cause finds the last event of a path that concerns the object.
func (p *Pass) cause(path symex.Path, x catalog.Difference) (catalog.Event, bool) {
	short := name(x.Object)
	last := short[strings.LastIndexByte(short, '.')+1:]
	if e, ok := lastEvent(path, func(e catalog.Event) bool { return x.Attr != "" && e.Object == x.Object && e.Flag[x.Attr] }); ok {
		return e, true
	}
	if e, ok := lastEvent(path, func(e catalog.Event) bool {
		return x.Before == "" && x.Attr == "" && e.Object == x.Object && makes(e.Kind)
	}); ok {
		return e, true
	}
	if e, ok := lastEvent(path, func(e catalog.Event) bool {
		if e.Object == x.Object {
			return true
		}
		if e.Kind == catalog.ColumnRenamed || e.Kind == catalog.TableRenamed || e.Flag["renamed"] {
			return e.Detail == last || e.Detail == short || "table "+e.Detail == x.Object
		}
		return false
	}); ok {
		return e, true
	}
	if e, ok := lastEvent(path, func(e catalog.Event) bool {
		return x.After == "" && x.Attr == "" && e.Kind == catalog.TableDropped && x.Table != "" && e.Table == x.Table
	}); ok {
		return e, true
	}
	return lastEvent(path, func(e catalog.Event) bool {
		switch e.Kind {
		case catalog.TableDropped, catalog.TableCreated, catalog.TableRenamed:
			return x.Table != "" && e.Object == "table "+x.Table
		case catalog.ColumnDropped:
			return x.Table != "" && e.Table == x.Table && (kindOf(x.Object) == "constraint" || kindOf(x.Object) == "index")
		case catalog.NotUnderstood:
			return false
		}
		return false
	})
}

// makes tells of events after which there is something that was not there.
func makes(k catalog.EventKind) bool {
	switch k {
	case catalog.TableCreated, catalog.TableRenamed, catalog.ColumnAdded, catalog.ColumnRenamed, catalog.ConstraintAdded, catalog.IndexCreated, catalog.ObjectCreated:
		return true
	}
	return false
}

// sentence says a difference in words.
func sentence(x catalog.Difference) string {
	switch {
	case x.Attr != "":
		return fmt.Sprintf("%s is not restored: its %s was %s and is %s after the downgrade", x.Object, x.Attr, clip(x.Before), clip(x.After))
	case x.After == "":
		return x.Object + " is not restored by the downgrade"
	default:
		return x.Object + " is left behind by the downgrade"
	}
}

// clip keeps messages short.
func clip(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return s
}

// schemaCode chooses the code by the kind of object.
func (p *Pass) schemaCode(x catalog.Difference, up catalog.Event, inUp, inDown bool) (finding.Code, string) {
	renamed := inUp && (up.Kind == catalog.ColumnRenamed || up.Kind == catalog.TableRenamed || up.Flag["renamed"])
	switch {
	case renamed && up.Kind == catalog.TableRenamed:
		return CodeRenameTable, "rename the table back in downgrade()"
	case renamed && up.Kind == catalog.ColumnRenamed:
		return CodeRenameColumn, "rename the column back in downgrade()"
	case renamed:
		return CodeRenameOther, "rename it back in downgrade()"
	case x.Before == "" && x.Attr == "" && kindOf(x.Object) == "grant":
		return CodeGrant, "revoke it in downgrade()"
	case x.Before == "" && x.Attr == "":
		return CodeObjectLeft, "drop it in downgrade()"
	}
	if code, remedy, ok := attributeCode(x); ok {
		return code, remedy
	}
	if x.Attr != "" && kindOf(x.Object) != "constraint" {
		if code := objectCode(x); code != "" {
			return code, "give it back its old definition in downgrade()"
		}
		return CodeRestoredDifferently, "give it back its old definition in downgrade()"
	}
	if code := objectCode(x); code != "" {
		return code, "create it again in downgrade()"
	}
	return CodeRestoredDifferently, "create it again in downgrade()"
}

// attributeCode is the code for an attribute of a column or a table.
func attributeCode(x catalog.Difference) (code finding.Code, remedy string, ok bool) {
	switch kindOf(x.Object) {
	case "column":
		switch x.Attr {
		case "type":
			return CodeTypeChange, "give the column its old type back in downgrade()", true
		case "not null":
			return CodeNullability, "restore the old nullability in downgrade()", true
		case "default":
			return CodeDefault, "restore the old default in downgrade()", true
		case "comment":
			return CodeComment, "restore the old comment in downgrade()", true
		}
	case "table":
		switch x.Attr {
		case "comment":
			return CodeComment, "restore the old comment in downgrade()", true
		case "":
		default:
			return CodeStorage, "restore the old setting in downgrade()", true
		}
	case "constraint":
		if x.Attr != "" {
			return CodeConstraint, "create it with its old definition in downgrade()", true
		}
	case "enum":
		if x.Attr == "labels" {
			return CodeEnumValue, "recreate the type without the new label and move the column over", true
		}
	}
	return "", "", false
}

// objectCode is the code for an object that is gone or different.
func objectCode(x catalog.Difference) finding.Code {
	switch kindOf(x.Object) {
	case "table":
		return CodeDropTable
	case "column":
		if x.Attr == "" {
			return CodeDropColumn
		}
	case "constraint":
		if strings.HasPrefix(x.Before, "foreign") {
			return CodeDropForeignKey
		}
		return CodeDropConstraint
	case "index":
		if x.Attr != "" {
			return CodeRestoredDifferently
		}
		return CodeDropIndex
	case "view", "materialized view":
		if x.Attr != "" {
			return CodeView
		}
		return CodeDropView
	case "trigger":
		return CodeTrigger
	case "enum", "domain", "type":
		return CodeType
	case "function", "procedure":
		return CodeFunction
	case "sequence":
		return CodeSequence
	case "grant":
		return CodeGrant
	case "policy":
		return CodePolicy
	case "schema":
		return CodeDropSchema
	case "comment":
		return CodeComment
	}
	return CodeOtherObject
}
