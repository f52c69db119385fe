package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// Result is the answer to a statement.
type Result struct {
	Columns  []string
	Types    []string // canonical type of each column, empty if not known
	Rows     [][]Value
	Affected int
	// Unsure is true if it is not known how many rows were affected.
	Unsure bool
	// Origins are the witnesses that each row was made of; nil if that is not kept.
	Origins [][]int32
	// Unknown says why the rows are not known; empty if they are.
	Unknown string

	rows    []*Row    // those that the statement is about, as events have them
	sources []*Column // the columns of the only table that are chosen as they are; nil for others
}

// Binds gives the values of bind parameters.
type Binds func(*sqlread.Bind) Value

// Exec does one statement. The error is a *Failure; then the state is as it
// was before. What is not understood taints the state and is no error.
func (s *State) Exec(p sqlread.Parsed, binds Binds) (*Result, error) {
	before := *s // and the tables that it may write in place are s's no more
	before.dirty = slices.Clip(s.dirty)
	s.owner = new(int)
	s.settled = len(s.dirty)
	s.count(p)
	q := &query{s: s, binds: binds}
	s.source = p.Text
	r, err := q.exec(p.Stmt)
	s.source = ""
	if err != nil {
		*s = before
		return nil, err
	}
	if r == nil {
		r = &Result{}
	}
	return r, nil
}

// count notes whether a statement changes something.
func (s *State) count(p sqlread.Parsed) {
	if s.Log == nil {
		return
	}
	switch st := p.Stmt.(type) {
	case *sqlread.Select:
		if st.Into == nil && !strings.Contains(strings.ToLower(p.Text), "setval") {
			return
		}
	case *sqlread.NoEffect, *sqlread.Set, *sqlread.Transaction, *sqlread.Pragma:
		return
	case *sqlread.Do, *sqlread.Unknown:
		text := strings.ToLower(p.Text)
		for _, verb := range [...]string{"create ", "alter ", "drop "} {
			s.Log.OpaqueDDL = s.Log.OpaqueDDL || strings.Contains(text, verb)
		}
	}
	s.Log.Effects++
}

// exec is the one switch over statements.
func (q *query) exec(st sqlread.Statement) (*Result, error) {
	s := q.s
	q.subs = nil
	if word := s.foreignTo(st); word != "" {
		return nil, failf("OperationalError", "", "near \"%s\": syntax error", word)
	}
	switch st := st.(type) {
	case *sqlread.CreateTable:
		return nil, q.createTable(st)
	case *sqlread.AlterTable:
		return nil, q.alterTable(st)
	case *sqlread.CreateIndex:
		return nil, q.createIndex(st)
	case *sqlread.CreateView:
		return nil, s.createView(st)
	case *sqlread.CreateObject:
		return nil, s.createObject(st)
	case *sqlread.AlterObject:
		return nil, q.alterObject(st)
	case *sqlread.Drop:
		return nil, q.drop(st)
	case *sqlread.Comment:
		return nil, s.comment(st)
	case *sqlread.Grant:
		s.grant(st)
		return nil, nil
	case *sqlread.Insert:
		return q.insert(st)
	case *sqlread.Update:
		return q.update(st)
	case *sqlread.Delete:
		return q.delete(st)
	case *sqlread.Truncate:
		return nil, q.truncate(st)
	case *sqlread.Select:
		return q.selectRows(st)
	case *sqlread.Pragma:
		return s.pragma(st)
	case *sqlread.Set:
		s.set(st)
		return nil, nil
	case *sqlread.Refresh:
		return nil, s.refresh(st)
	case *sqlread.Do:
		return nil, q.do(st)
	case *sqlread.Transaction:
		if ends(st.What) {
			s.EndTransaction()
		}
		return nil, nil
	case *sqlread.NoEffect:
		return nil, nil
	case *sqlread.Unknown:
		s.Taint("sql: " + st.Reason)
		s.emit(Event{Kind: NotUnderstood, Detail: st.Reason})
		return &Result{Unknown: st.Reason}, nil
	}
	s.Taint("sql: statement of an unknown kind")
	return &Result{Unknown: "statement of an unknown kind"}, nil
}

// foreignTo is the word at which SQLite stops reading a statement that it does
// not have; empty for the others.
func (s *State) foreignTo(st sqlread.Statement) string {
	if s.Dialect != sqlread.SQLite {
		return ""
	}
	switch st := st.(type) {
	case *sqlread.CreateObject:
		switch st.Kind {
		case "trigger", "table":
		case "enum":
			return "TYPE"
		default:
			return strings.ToUpper(st.Kind)
		}
	case *sqlread.AlterObject:
		if st.Kind == "enum" {
			return "TYPE"
		}
		return strings.ToUpper(st.Kind)
	case *sqlread.Drop:
		switch st.Kind {
		case "table", "index", "view", "trigger":
		default:
			return strings.ToUpper(st.Kind)
		}
	case *sqlread.Comment:
		return "COMMENT"
	case *sqlread.Grant:
		if st.Revoke {
			return "REVOKE"
		}
		return "GRANT"
	case *sqlread.Truncate:
		return "TRUNCATE"
	case *sqlread.Do:
		return "DO"
	case *sqlread.Refresh:
		return "REFRESH"
	}
	return ""
}

// pragma knows the ones that change what statements do.
func (s *State) pragma(p *sqlread.Pragma) (*Result, error) {
	if p.Name == "foreign_keys" {
		on := p.Value == "on" || p.Value == "1" || p.Value == "true" || p.Value == "yes"
		if p.Value == "" {
			return &Result{Columns: []string{"foreign_keys"}, Rows: [][]Value{{integer(int64(boolInt(s.ForeignKeys)))}}}, nil
		}
		s.ForeignKeys = on
		return nil, nil
	}
	if p.Value != "" {
		return &Result{Unknown: "PRAGMA " + p.Name}, nil
	}
	return &Result{Unknown: "PRAGMA " + p.Name}, nil
}

func (s *State) set(st *sqlread.Set) {
	if list, ok := strings.CutPrefix(st.Name, "constraints "); ok && s.Dialect == sqlread.PostgreSQL {
		s.setConstraints(list)
	}
	if !s.Dialect.IsMySQL() {
		return
	}
	for _, name := range mysqlSettings {
		if st.Name == name || strings.HasSuffix(st.Name, "."+name) {
			s.settings.set(name, st.Value)
		}
	}
}

// mysqlSettings are those of a connection that change what statements do.
var mysqlSettings = [...]string{"foreign_key_checks", "sql_mode"}

// Reconnect ends a run of a migration, and the connection of its own that it has
// with it: the settings of the next one are the server's.
func (s *State) Reconnect() {
	if !s.Dialect.IsMySQL() {
		return
	}
	for _, name := range mysqlSettings {
		if s.settings.get(name) != "" {
			s.settings.del(name)
		}
	}
}

// lenient reports whether MySQL makes values fit, which it refuses unless told.
func (s *State) lenient() bool {
	mode := s.settings.get("sql_mode")
	return s.Dialect.IsMySQL() && strings.HasPrefix(mode, "'") && !strings.Contains(strings.ToLower(mode), "strict") && !strings.Contains(strings.ToLower(mode), "traditional")
}

// checksKeys reports whether foreign keys are enforced.
func (s *State) checksKeys() bool {
	switch {
	case s.Dialect == sqlread.SQLite:
		return s.ForeignKeys
	case s.Dialect.IsMySQL():
		v := s.settings.get("foreign_key_checks")
		return v != "0" && v != "off" && v != "false"
	}
	return true
}

// do runs an anonymous block when it is one of the common idioms; else its
// effect is unknown.
func (q *query) do(st *sqlread.Do) error {
	if stmts, ok := q.simpleBlock(st.Body); ok {
		q.s.source = ""
		for _, p := range stmts {
			if _, err := q.exec(p); err != nil {
				return err
			}
		}
		return nil
	}
	q.s.Taint("sql: DO block")
	q.s.emit(Event{Kind: NotUnderstood, Detail: "DO block"})
	return nil
}

// refresh fills a materialized view.
func (s *State) refresh(st *sqlread.Refresh) error {
	o := s.object("materialized view", st.Name)
	if o == nil {
		if s.objects.get("view "+s.fold(st.Name)) != nil {
			return failf("ProgrammingError", st.Name.String(), "%q is not a materialized view", st.Name)
		}
		return nil
	}
	o = s.editObject(o)
	if st.NoData {
		o.Attrs["populated"] = "no"
	} else {
		delete(o.Attrs, "populated")
	}
	return nil
}
