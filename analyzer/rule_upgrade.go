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
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

type spanOf = syntax.Span

// upgradeRule reports what may stop the upgrade on real rows.
func upgradeRule(p *Pass) {
	seen := map[string]bool{}
	explained := false
	for _, path := range p.Trip.up {
		if path.Log == nil {
			continue
		}
		for i, e := range path.Log.Events {
			if !e.OldTable || !e.HadRows {
				continue
			}
			f := finding.Finding{At: at(path, e), Object: name(e.Object)}
			code := finding.Code("")
			switch {
			case e.Kind == catalog.ColumnAdded && e.Flag["not null"] && !e.Flag["default"]:
				code = CodeNotNullColumn
				f.Message = "column " + f.Object + " is added NOT NULL without a default: it fails on a table that has rows"
				f.Remedy = "add it nullable, fill it, then SET NOT NULL; or give it a server default"
			case e.Kind == catalog.ColumnAltered && e.Flag["set not null"] && !filled(path, i):
				code = CodeSetNotNull
				f.Message = "column " + f.Object + " becomes NOT NULL: it fails where a row has NULL"
				f.Remedy = "fill the NULLs before, and validate a CHECK first where the table is large"
			case (e.Kind == catalog.ConstraintAdded || e.Kind == catalog.IndexCreated) && e.Flag["unique"] && !e.Flag["using index"] && !e.Flag["distinct"] && !p.wasUnique(path, i):
				code = CodeUnique
				f.Message = f.Object + " makes rows of " + e.Table + " unique: it fails on duplicates"
				f.Remedy = "look for duplicates first, and decide which row stays"
			case e.Kind == catalog.ConstraintAdded && e.Flag["foreign"] && e.Flag["cascade"]:
				code = CodeCascade
				f.Message = "foreign key " + f.Object + " has ON DELETE CASCADE: rows of " + e.Table + " go with their parents, and no downgrade brings them back"
				f.Remedy = "prefer RESTRICT or SET NULL unless the rows are worthless without their parents"
			case e.Kind == catalog.ColumnAltered && e.Flag["narrower"]:
				code = CodeNarrowed
				f.Message = fmt.Sprintf("column %s gets a narrower type (%s): it fails, or cuts, where a value does not fit", f.Object, e.Detail)
				f.Remedy = "check the longest value first"
			}
			if code == "" || seen[string(code)+e.Object] {
				continue
			}
			seen[string(code)+e.Object] = true
			explained = true
			p.Report(code, f)
		}
	}
	p.blocked(explained)
	p.failedUpgrade()
}

// filled reports whether the upgrade has left no NULL in a column before it becomes
// NOT NULL: it filled the column, or added it with a default.
func filled(path symex.Path, event int) bool {
	e, full := path.Log.Events[event], false
	for _, w := range path.Log.Events[:event] {
		switch {
		case w.Kind == catalog.RowsUpdated && w.Object == e.Object:
			full = w.Flag["fills"]
		case w.Kind == catalog.ColumnAdded && w.Object == e.Object:
			full = w.Flag["default"]
		case w.Kind == catalog.RowsInserted && w.Table == e.Table, w.Kind == catalog.TableRenamed && w.Table == e.Table, w.Kind == catalog.NotUnderstood:
			full = false
		}
	}
	return full
}

// wasUnique reports whether an event makes unique what was so before the upgrade,
// where nothing has written to the table since: a key that gets another name.
func (p *Pass) wasUnique(path symex.Path, event int) bool {
	e := path.Log.Events[event]
	for _, w := range path.Log.Events[:event] {
		switch w.Kind {
		case catalog.NotUnderstood:
			return false
		case catalog.RowsInserted, catalog.RowsUpdated, catalog.TableRenamed, catalog.TableDropped, catalog.ColumnRenamed, catalog.ColumnDropped:
			if w.Table == e.Table {
				return false
			}
		}
	}
	return p.Before != nil && path.State != nil && p.Before.WasUnique(path.State, e.Table, short(e.Object))
}

// blocked reports an upgrade that some permitted rows stop, unless another
// finding has said so.
func (p *Pass) blocked(explained bool) {
	if p.Trip.blocked == nil || explained {
		return
	}
	where := p.Trip.blocked.at
	if !where.IsValid() {
		where = p.function("upgrade")
	}
	p.Report(CodeRowsWithdrawn, finding.Finding{
		At: where, Object: "upgrade",
		Message: "the upgrade fails on rows that the old schema permits: " + p.Trip.blocked.words(),
		Remedy:  "mend such rows first, in the same migration",
	})
}

// failedUpgrade reports an upgrade that fails on empty tables as well, and one
// that could not be run to its end.
func (p *Pass) failedUpgrade() {
	for _, path := range p.Trip.up {
		if path.Err == nil || path.Cause != "" || path.State != nil && path.State.Tainted != "" && !refused(path.Err) {
			continue // the state is in doubt, not the script
		}
		f := finding.Finding{
			At: path.At, Object: "upgrade", Proof: finding.Path, Related: raisedAt(path.Err),
			Message: "the upgrade fails: " + reason(path.Err),
			Remedy:  "see the statement; what it needs is not there, or is there already",
		}
		if isPython(path.Err) {
			f.Remedy = "mend upgrade(): it raises before it has done its work"
		}
		code := CodeUpgradeFails
		if concurrently(path.Err) {
			code, f.Remedy = CodeConcurrentlyInside, "put it into `with op.get_context().autocommit_block():`"
		}
		p.Report(code, f)
		return
	}
	for i, path := range append(slices.Clone(p.Trip.up), p.Trip.down...) {
		if cause, ok := strings.CutPrefix(path.Cause, "run: "); ok && path.Err != nil && path.At.IsValid() {
			what := "upgrade"
			if i >= len(p.Trip.up) {
				what = "downgrade"
			}
			p.Report(CodeNotUnderstood, finding.Finding{At: path.At, Object: what, Message: "the " + what + " could not be run to its end: " + cause,
				Remedy: first(adviceOf(path.Err), "verify the revision on a database")})
			return
		}
		if m := path.Missing; m != nil && path.Err == nil {
			where := m.At
			if p.Revision.Tree == nil || where.Source != p.Revision.Tree.Source {
				where = spanOf{} // another revision imported it first
			}
			p.Report(CodeNotUnderstood, finding.Finding{At: where, Object: m.Name, Message: "what a call does is not known: " + m.Error(), Remedy: m.Remedy()})
			return
		}
	}
}

// adviceOf is what to do about a run that does not come to its end.
func adviceOf(err error) string {
	var missing *opshim.MissingPackage
	if errors.As(err, &missing) {
		return missing.Remedy()
	}
	var limit *pyrt.LimitError
	if errors.As(err, &limit) {
		return "look for a loop that does not end"
	}
	return ""
}

// concurrently tells that a statement failed because it needs to be outside of
// any transaction.
func concurrently(err error) bool {
	var f *catalog.Failure
	return errors.As(err, &f) && strings.Contains(f.Message, "CONCURRENTLY cannot run inside")
}

// isPython tells that the script itself raised.
func isPython(err error) bool {
	var e *pyrt.Exception
	return errors.As(err, &e)
}

// raisedAt names the place in another file where a failure started.
func raisedAt(err error) []finding.Note {
	var run *opshim.RunError
	if errors.As(err, &run) && run.Inner.IsValid() {
		return []finding.Note{{At: run.Inner, Message: "raised here"}}
	}
	return nil
}
