package verifier

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// Dialect is what the project configures.
func (s *session) Dialect() *sqlgen.Dialect { return s.dialect }

// Apply does a directive: compiles it and runs the statements one by one.
func (s *session) Apply(ctx context.Context, step opshim.Step) error {
	if s.fatal != nil {
		return s.fatal
	}
	if verb, ok := control(step.Op); ok {
		return s.note(s.db.Control(ctx, verb))
	}
	o, err := s.existing(ctx, step.Op)
	if err != nil {
		return err
	}
	if x, ok := o.(*op.Execute); ok {
		if raw, ok := x.Stmt.(*expr.RawSQL); ok {
			_, err := s.raw(ctx, raw, x.Params, step)
			return err
		}
	}
	list, bad := s.compile.Compile(ctx, s.memory, o, s)
	for i := range list {
		if _, err := s.statement(ctx, &list[i], step); err != nil {
			return err
		}
	}
	return s.note(bad)
}

// control are the transaction events.
func control(o op.Op) (string, bool) {
	switch x := o.(type) {
	case *op.Begin:
		return "BEGIN", true
	case *op.Commit:
		return "COMMIT", true
	case *op.Rollback:
		return "ROLLBACK", true
	case *op.Savepoint:
		return "SAVEPOINT " + x.Name, true
	case *op.ReleaseSavepoint:
		return "RELEASE SAVEPOINT " + x.Name, true
	case *op.RollbackToSavepoint:
		return "ROLLBACK TO SAVEPOINT " + x.Name, true
	case *op.AutocommitBegin:
		return "AUTOCOMMIT", true
	case *op.AutocommitEnd:
		return "TRANSACTION", true
	}
	return "", false
}

// existing leaves out of create_all what is there already, and out of drop_all
// what is not.
func (s *session) existing(ctx context.Context, o op.Op) (op.Op, error) {
	var tables []*schema.Table
	create := false
	switch x := o.(type) {
	case *op.CreateAll:
		if !x.CheckFirst {
			return o, nil
		}
		tables, create = x.Tables, true
	case *op.DropAll:
		if !x.CheckFirst {
			return o, nil
		}
		tables = x.Tables
	default:
		return o, nil
	}
	var kept []*schema.Table
	for _, t := range tables {
		names, err := s.Names(ctx, opshim.Listing{Kind: opshim.ListTables, Schema: t.Name.Schema})
		if err != nil {
			return nil, err
		}
		if slices.Contains(names, t.Name.Name) != create {
			kept = append(kept, t)
		}
	}
	if !create {
		return &op.DropAll{Tables: kept}, nil
	}
	all := &op.CreateAll{Tables: kept}
	for _, q := range o.(*op.CreateAll).Sequences {
		names, err := s.Names(ctx, opshim.Listing{Kind: opshim.ListSequences, Schema: q.Name.Schema})
		if err != nil {
			return nil, err
		}
		if !slices.Contains(names, q.Name.Name) {
			all.Sequences = append(all.Sequences, q)
		}
	}
	return all, nil
}

// Execute runs a statement whose result is wanted.
func (s *session) Execute(ctx context.Context, e opshim.Execution) (opshim.Answer, error) {
	if s.fatal != nil {
		return opshim.Answer{}, s.fatal
	}
	step := opshim.Step{At: e.At, Stack: e.Stack}
	if raw, ok := e.Stmt.(*expr.RawSQL); ok {
		return s.answer(s.raw(ctx, raw, e.Params, step))
	}
	list, err := s.compile.Compile(ctx, s.memory, &op.Execute{Stmt: e.Stmt, Params: e.Params}, s)
	if err != nil {
		return opshim.Answer{}, s.note(err)
	}
	var last *live.Answer
	for i := range list {
		if last, err = s.statement(ctx, &list[i], step); err != nil {
			return opshim.Answer{}, err
		}
	}
	return s.answer(last, nil)
}

func (s *session) answer(a *live.Answer, err error) (opshim.Answer, error) {
	if a == nil || err != nil {
		return opshim.Answer{RowsAffected: -1}, err
	}
	return opshim.Answer{Columns: a.Columns, Rows: a.Rows, RowsAffected: a.RowsAffected, LastInsertID: a.LastInsertID}, nil
}

// statement runs one compiled statement, for each of its parameter sets.
func (s *session) statement(ctx context.Context, st *sqlgen.Stmt, step opshim.Step) (*live.Answer, error) {
	switch {
	case st.Comment:
		return nil, nil
	case st.Control != "":
		return nil, s.note(s.db.Control(ctx, strings.TrimSuffix(st.Control, ";")))
	}
	sets := st.Rows
	if sets == nil {
		sets = [][]sqlgen.Param{st.Params}
	}
	var answer *live.Answer
	var many [][]any
	total := int64(0)
	for i, set := range sets {
		args, err := s.arguments(set)
		if err != nil {
			return nil, s.note(err)
		}
		if i == 0 {
			answer, err = s.exec(ctx, st.Text, args, step.At, step.Stack)
		} else if answer, err = s.send(ctx, st.Text, args); err != nil {
			err = s.note(err)
		}
		if err != nil {
			s.clearUp(ctx, st.OnFailure)
			return nil, err
		}
		many, total = append(many, args), total+answer.RowsAffected
	}
	if len(many) > 1 {
		s.log[len(s.log)-1].many = many
		answer.RowsAffected = total
	}
	return answer, nil
}

// clearUp runs the statement that Alembic runs after another one has failed.
func (s *session) clearUp(ctx context.Context, sql string) {
	if sql == "" {
		return
	}
	kept := s.failure
	_, _ = s.exec(ctx, sql, nil, s.log[len(s.log)-1].at, nil)
	s.failure = kept
}

// arguments are the values of a parameter set as the driver takes them.
func (s *session) arguments(set []sqlgen.Param) ([]any, error) {
	out := make([]any, len(set))
	for i, p := range set {
		if p.Required {
			return nil, &opshim.DBError{Class: "StatementError", Message: fmt.Sprintf("(sqlalchemy.exc.InvalidRequestError) A value is required for bind parameter '%s'", p.Name)}
		}
		v, err := bind(p.Value, p.Type, s.compile.Name)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

// raw runs exec_driver_sql: the driver's own parameter style, no types.
func (s *session) raw(ctx context.Context, stmt *expr.RawSQL, params []map[string]any, step opshim.Step) (*live.Answer, error) {
	sql := stmt.SQL
	if s.compile.Name != "sqlite" && len(params) == 0 {
		sql = strings.ReplaceAll(sql, "%%", "%")
	}
	if len(params) == 0 {
		return s.exec(ctx, sql, nil, step.At, step.Stack)
	}
	var a *live.Answer
	for _, p := range params {
		text, args, err := s.driverStyle(sql, p)
		if err != nil {
			return nil, s.note(err)
		}
		if a, err = s.exec(ctx, text, args, step.At, step.Stack); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// driverStyle brings the parameters of exec_driver_sql into the order of the
// statement. Positional ones have their index as key.
func (s *session) driverStyle(sql string, p map[string]any) (string, []any, error) {
	keys := make([]string, 0, len(p))
	for k := range p {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, e1 := strconv.Atoi(keys[i])
		b, e2 := strconv.Atoi(keys[j])
		if e1 == nil && e2 == nil {
			return a < b
		}
		return keys[i] < keys[j]
	})
	args := make([]any, len(keys))
	for i, k := range keys {
		v, err := bind(p[k], schema.Type{}, s.compile.Name)
		if err != nil {
			return "", nil, err
		}
		args[i] = v
	}
	switch s.compile.Name {
	case "mysql", "mariadb":
		return percentStyle(sql, keys, args)
	case "postgresql":
		for i, k := range keys {
			sql = strings.ReplaceAll(sql, "%("+k+")s", "$"+strconv.Itoa(i+1))
		}
		for i := 1; strings.Contains(sql, "%s"); i++ {
			sql = strings.Replace(sql, "%s", "$"+strconv.Itoa(i), 1)
		}
		return strings.ReplaceAll(sql, "%%", "%"), args, nil
	}
	for i, k := range keys {
		if strings.Contains(sql, ":"+k) {
			sql = strings.ReplaceAll(sql, ":"+k, "?"+strconv.Itoa(i+1))
		}
	}
	return sql, args, nil
}

// percentStyle puts question marks where the statement has %s or %(name)s, and the
// arguments into the order in which it names them.
func percentStyle(sql string, keys []string, args []any) (string, []any, error) {
	var b strings.Builder
	var out []any
	for i, n := 0, 0; i < len(sql); i++ {
		rest := sql[i:]
		if rest[0] != '%' {
			b.WriteByte(rest[0])
			continue
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(rest, "%("), ")s")
		at := -1
		switch {
		case strings.HasPrefix(rest, "%%"):
			b.WriteByte('%')
			i++
			continue
		case strings.HasPrefix(rest, "%s"):
			at, n, i = n, n+1, i+1
		case strings.HasPrefix(rest, "%("):
			at, i = slices.Index(keys, name), i+len(name)+3
		}
		if at < 0 || at >= len(args) {
			return "", nil, &opshim.DBError{Class: "ProgrammingError", Message: "not enough arguments for format string"}
		}
		b.WriteByte('?')
		out = append(out, args[at])
	}
	return b.String(), out, nil
}

// Reflect reads a table as SQLAlchemy does.
func (s *session) Reflect(ctx context.Context, n schema.Name) (*schema.Table, error) {
	r, ok := s.db.(reflector)
	if !ok {
		return nil, &live.Unsupported{What: "reflection on " + s.db.Name()}
	}
	t, err := r.Reflect(ctx, n)
	if errors.Is(err, opshim.ErrNoTable) {
		return nil, err
	}
	return t, s.note(err)
}

// ReflectTable is Reflect for batch mode, where a missing table is SQLAlchemy's
// NoSuchTableError.
func (s *session) ReflectTable(ctx context.Context, n schema.Name) (*schema.Table, error) {
	t, err := s.Reflect(ctx, n)
	if errors.Is(err, opshim.ErrNoTable) {
		return nil, &sqlgen.Error{Type: "NoSuchTableError", Message: n.String()}
	}
	return t, err
}

// Names answers the inspector's listings.
func (s *session) Names(ctx context.Context, l opshim.Listing) ([]string, error) {
	r, ok := s.db.(reflector)
	if !ok {
		return nil, &live.Unsupported{What: "the inspector on " + s.db.Name()}
	}
	names, err := r.Names(ctx, l)
	return names, s.note(err)
}

// A reflector is a database that can be asked as SQLAlchemy asks.
type reflector interface {
	Reflect(context.Context, schema.Name) (*schema.Table, error)
	Names(context.Context, opshim.Listing) ([]string, error)
}
