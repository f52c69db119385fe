package pgquerytest

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// ours is what sqlread understood of a statement: its kind and the objects
// that it names, in one line; "unknown" if it was not understood.
func ours(st sqlread.Statement) string {
	switch st := st.(type) {
	case *sqlread.CreateTable:
		s := "create table " + st.Name.String()
		if st.As != nil {
			return s + " as"
		}
		return s + columnList(st.Columns)
	case *sqlread.AlterTable:
		s := "alter table " + st.Name.String()
		for _, a := range st.Actions {
			s += action(a)
		}
		return s
	case *sqlread.CreateIndex:
		return "create index " + st.Index.Name + " on " + st.Table.String() + unique(st.Index.Unique) + keys(st.Index.Keys)
	case *sqlread.CreateView:
		return "create view " + st.Name.String()
	case *sqlread.CreateObject:
		return object(st)
	case *sqlread.AlterObject:
		return "alter " + kindWord(st.Kind) + " " + st.Name.String()
	case *sqlread.Drop:
		var names []string
		for _, n := range st.Names {
			names = append(names, n.String())
		}
		return "drop " + kindWord(st.Kind) + " " + strings.Join(names, ", ")
	case *sqlread.Comment:
		return "comment on " + st.Kind
	case *sqlread.Grant:
		if st.Revoke {
			return "revoke"
		}
		return "grant"
	}
	return rows(st)
}

// rows is ours for statements about rows, and for the rest.
func rows(st sqlread.Statement) string {
	switch st := st.(type) {
	case *sqlread.Insert:
		return "insert " + st.Table.String() + " (" + strings.Join(st.Columns, ", ") + ")"
	case *sqlread.Update:
		var cols []string
		for _, a := range st.Set {
			cols = append(cols, a.Columns...)
		}
		return "update " + st.Table.String() + " set " + strings.Join(cols, ", ")
	case *sqlread.Delete:
		return "delete " + st.Table.String()
	case *sqlread.Truncate:
		return "truncate " + st.Tables[0].String()
	case *sqlread.Select:
		return "select"
	case *sqlread.Do:
		return "do"
	case *sqlread.Set:
		return "set"
	case *sqlread.Transaction:
		return "transaction"
	case *sqlread.Refresh:
		return "refresh " + st.Name.String()
	case *sqlread.NoEffect:
		return "no effect"
	}
	return "unknown"
}

func unique(b bool) string {
	if b {
		return " unique"
	}
	return ""
}

func columnList(cols []sqlread.ColumnDef) string {
	var names []string
	for _, c := range cols {
		names = append(names, c.Name)
	}
	return " (" + strings.Join(names, ", ") + ")"
}

func keys(ks []sqlread.IndexKey) string {
	var out []string
	for _, k := range ks {
		if k.Column == "" {
			out = append(out, "?")
			continue
		}
		out = append(out, k.Column)
	}
	return " (" + strings.Join(out, ", ") + ")"
}

// kindWord calls kinds as PostgreSQL's tree does.
func kindWord(k string) string {
	switch k {
	case "enum", "composite", "range":
		return "type"
	case "procedure":
		return "function"
	}
	return k
}

func object(st *sqlread.CreateObject) string {
	s := "create " + kindWord(st.Kind) + " " + st.Name.String()
	if st.Kind == "enum" {
		s += " (" + strings.Join(st.Labels, ", ") + ")"
	}
	if st.On.Name != "" {
		s += " on " + st.On.String()
	}
	return s
}

// action is one action of ALTER TABLE.
func action(a sqlread.Action) string {
	switch a := a.(type) {
	case *sqlread.AddColumn:
		return "; add column " + a.Column.Name
	case *sqlread.DropColumn:
		return "; drop column " + a.Name
	case *sqlread.ColumnType:
		return "; type " + a.Name
	case *sqlread.ColumnNull:
		if a.NotNull {
			return "; set not null " + a.Name
		}
		return "; drop not null " + a.Name
	case *sqlread.ColumnDefault:
		return "; default " + a.Name
	case *sqlread.AddConstraint:
		return "; add constraint " + a.Constraint.Name + " " + a.Constraint.Kind + " (" + strings.Join(slices.Clone(a.Constraint.Columns), ", ") + ")"
	case *sqlread.DropConstraint:
		return "; drop constraint " + a.Name
	case *sqlread.RenameColumn:
		return "; rename column " + a.Old + " to " + a.New
	case *sqlread.Rename:
		return "; rename to " + a.New.Name
	case *sqlread.RenameConstraint:
		return "; rename constraint " + a.Old + " to " + a.New
	case *sqlread.OtherAction:
		return "; not understood"
	}
	return "; other"
}
