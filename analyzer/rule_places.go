package analyzer

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/sqlread"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// stepAt finds the directive that a place asked for; nil if there is none.
func (p *Pass) stepAt(at syntax.Span) op.Op {
	for _, path := range append(slices.Clone(p.Trip.up), p.Trip.down...) {
		for _, s := range path.Steps {
			if s.At == at {
				return s.Op
			}
		}
	}
	return nil
}

// refine gives a finding the code for the way in which the script did it, and
// the place of the call inside a batch block.
func (p *Pass) refine(code finding.Code, f finding.Finding) (finding.Code, finding.Finding) {
	switch o := p.stepAt(f.At).(type) {
	case *op.BatchAlterTable:
		switch code {
		case CodeDropColumn:
			code = CodeBatchDropColumn
		case CodeDropConstraint:
			code = CodeBatchDropConstraint
		}
		if batchLoses[code] && !p.mentions(o, f.Object) {
			code = CodeBatchLoses
			f.Remedy = "give the constraint a name, or hand the table over with copy_from: a rebuild keeps what reflection sees"
		}
		f.At = p.inBatch(f.At, f.Object)
	case *op.Execute:
		if _, text := o.Stmt.(*expr.Text); !text {
			break
		}
		switch {
		case code == CodeNullability:
			code = CodeNotNullSQL
			f.Severity = finding.Error
		case code == CodeRawSQL && strings.Contains(sourceOf(f.At), "context"):
			code = CodeContextSQL
		}
	}
	return code, f
}

func sourceOf(s syntax.Span) string {
	if s.Source == nil {
		return ""
	}
	return string(s.Source.Text[s.Start:s.End])
}

// short is the last part of an object's name.
func short(object string) string { return object[strings.LastIndexByte(object, '.')+1:] }

// batchLoses are the codes of which a rebuild may be the cause.
var batchLoses = map[finding.Code]bool{
	CodeBatchDropConstraint: true, CodeDropForeignKey: true, CodeConstraint: true, CodeDropIndex: true, CodeWrongObject: true,
}

// mentions tells whether a batch block names an object itself, or drops a
// column that it stands on.
func (p *Pass) mentions(b *op.BatchAlterTable, object string) bool {
	name := short(object)
	var columns []string
	if t := p.Before.Lookup(strings.TrimSuffix(object, "."+name)); t != nil {
		for _, c := range t.Constraints {
			if c.Name == name || c.Name == "" && c.Kind == name {
				columns = append(columns, c.Columns...)
			}
		}
	}
	for _, o := range b.Ops {
		switch o := o.(type) {
		case *op.DropConstraint:
			if o.Name.Text == name {
				return true
			}
		case *op.DropColumn:
			if o.Column == name || slices.Contains(columns, o.Column) {
				return true
			}
		case *op.DropIndex:
			if o.Name.Text == name {
				return true
			}
		case *op.AlterColumn:
			if o.Column == name || o.NewName != nil {
				return true
			}
		case *op.CreateForeignKey, *op.CreateUniqueConstraint, *op.CreateCheckConstraint, *op.CreatePrimaryKey, *op.CreateIndex:
			return true
		}
	}
	return false
}

// inBatch is the call inside a batch block that names an object; the block
// where there is none.
func (p *Pass) inBatch(at syntax.Span, object string) syntax.Span {
	tree := p.Revision.Tree
	if tree == nil || at.Source != tree.Source {
		return at
	}
	best, name := at, short(object)
	var look func(n syntax.Node, inside bool)
	look = func(n syntax.Node, inside bool) {
		s := n.Span()
		if w, ok := n.(*syntax.With); ok && s.Start <= at.Start && at.End <= s.End {
			for _, st := range w.Body {
				look(st, true)
			}
			return
		}
		if c, ok := n.(*syntax.Call); ok && inside && best == at {
			text := sourceOf(s)
			if strings.Contains(text, `"`+name+`"`) || strings.Contains(text, "'"+name+"'") {
				best = c.Span()
				return
			}
		}
		syntax.Children(n, func(c syntax.Node) { look(c, inside) })
	}
	for _, st := range tree.Body {
		if s := st.Span(); s.Start <= at.Start && at.End <= s.End {
			look(st, false)
		}
	}
	return best
}

// readBefore tells that a statement of the upgrade reads a column of a table to
// compute others, before the column goes.
func readBefore(up symex.Path, table, column string) bool {
	for _, s := range up.Steps {
		x, ok := s.Op.(*op.Execute)
		if !ok {
			continue
		}
		text, ok := x.Stmt.(*expr.Text)
		if !ok {
			continue
		}
		for _, st := range sqlread.Parse(text.SQL, sqlread.PostgreSQL) {
			u, ok := st.Stmt.(*sqlread.Update)
			if !ok || u.Table.String() != table {
				continue
			}
			for _, a := range u.Set {
				found := false
				if a.Value != nil && !slices.Contains(a.Columns, column) {
					sqlread.Walk(a.Value, func(e sqlread.Expr) {
						c, ok := e.(*sqlread.Column)
						found = found || ok && c.Name == column
					})
				}
				if found {
					return true
				}
			}
		}
	}
	return false
}
