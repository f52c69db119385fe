package opshim

import (
	"errors"
	"fmt"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/internal/pyalembic"
	"github.com/mrt-tools/mrt/opshim/internal/pysa"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// newSQLAlchemy makes the SQLAlchemy names of a runtime.
func newSQLAlchemy(rt *runtime, d *sqlgen.Dialect, version string) *pysa.Library {
	return pysa.New(rt.thread, pysa.Options{
		Dialect: d, Version: version, Warn: rt.warn, Complete: rt.declareTables,
		Mock:    func(d *sqlgen.Dialect) pysa.Executor { return &printExecutor{rt: rt, dialect: d} },
		Connect: func(d *sqlgen.Dialect, _ string) pysa.Executor { return &envExecutor{rt: rt, dialect: d} },
	})
}

// warn keeps a warning of SQLAlchemy, with what was probably meant.
func (rt *runtime) warn(text string) {
	if m := unknownDialect().FindStringSubmatch(text); m != nil {
		text += didYouMean(m[1], schemaKeywords())
	}
	if at, _ := rt.host.place(rt.thread); at.IsValid() {
		text = fmt.Sprintf("%s:%d: %s", at.Source.Name, at.Position().Line, text)
	}
	rt.note(text)
}

// connection is the bind of a run against a backend.
func (rt *runtime) connection(b Backend) pyrt.Value {
	return rt.sa.NewConnection(&liveExecutor{rt: rt, backend: b})
}

// A liveExecutor passes what a connection is asked to a Backend.
type liveExecutor struct {
	rt      *runtime
	backend Backend
}

// Dialect implements pysa.Executor.
func (x *liveExecutor) Dialect() *sqlgen.Dialect { return x.backend.Dialect() }

// Execute implements pysa.Executor.
func (x *liveExecutor) Execute(t *pyrt.Thread, stmt expr.Stmt, params []map[string]any) (pysa.Answer, error) {
	at, stack := x.rt.host.place(t)
	a, err := x.backend.Execute(t.Context, Execution{Stmt: stmt, Params: params, At: at, Stack: stack})
	if err != nil {
		errors.As(err, &x.rt.host.dbErr)
		return pysa.Answer{}, err
	}
	return pysa.Answer{Columns: a.Columns, Rows: a.Rows, RowsAffected: a.RowsAffected, LastInsertID: a.LastInsertID, Unknown: a.Unknown, Count: a.Count, Seen: a.Seen}, nil
}

// Apply implements pysa.Executor.
func (x *liveExecutor) Apply(t *pyrt.Thread, o op.Op) error {
	err := x.backend.Apply(t.Context, x.rt.host.step(t, o))
	errors.As(err, &x.rt.host.dbErr)
	return err
}

// Reflect implements pysa.Executor.
func (x *liveExecutor) Reflect(t *pyrt.Thread, name schema.Name) (*schema.Table, error) {
	table, err := x.backend.Reflect(t.Context, name)
	if errors.Is(err, ErrNoTable) {
		return nil, nil
	}
	return table, err
}

// Names implements pysa.Executor.
func (x *liveExecutor) Names(t *pyrt.Thread, kind, in string) ([]string, error) {
	kinds := map[string]ListingKind{"tables": ListTables, "views": ListViews, "schemas": ListSchemas, "sequences": ListSequences,
		"enums": ListEnums, "materialized_views": ListMaterializedViews, "temp_tables": ListTempTables}
	k, ok := kinds[kind]
	if !ok {
		return nil, &Unanswerable{"names of " + kind}
	}
	return x.backend.Names(t.Context, Listing{Kind: k, Schema: in})
}

// A printExecutor is behind the bind of --sql mode: it prints, and answers
// nothing.
type printExecutor struct {
	rt      *runtime
	dialect *sqlgen.Dialect
}

// Dialect implements pysa.Executor.
func (x *printExecutor) Dialect() *sqlgen.Dialect { return x.dialect }

// Execute implements pysa.Executor; parameters are not looked at, as in
// Alembic.
func (x *printExecutor) Execute(t *pyrt.Thread, stmt expr.Stmt, params []map[string]any) (pysa.Answer, error) {
	return pysa.Answer{}, x.Apply(t, &op.Execute{Stmt: stmt, Params: params})
}

// Apply implements pysa.Executor.
func (x *printExecutor) Apply(t *pyrt.Thread, o op.Op) error {
	return x.rt.host.Apply(t, x.rt.host.contextOf(x.dialect), o)
}

// Reflect implements pysa.Executor.
func (x *printExecutor) Reflect(_ *pyrt.Thread, name schema.Name) (*schema.Table, error) {
	return nil, &Unanswerable{"reflection of table " + name.String()}
}

// Names implements pysa.Executor.
func (x *printExecutor) Names(_ *pyrt.Thread, kind, _ string) ([]string, error) {
	return nil, &Unanswerable{"names of " + kind}
}

// An envExecutor is behind the connections that env.py opens. What it executes
// is kept as part of the configuration; no query has rows.
type envExecutor struct {
	rt      *runtime
	dialect *sqlgen.Dialect
}

// Dialect implements pysa.Executor.
func (x *envExecutor) Dialect() *sqlgen.Dialect { return x.dialect }

// Execute implements pysa.Executor.
func (x *envExecutor) Execute(t *pyrt.Thread, stmt expr.Stmt, params []map[string]any) (pysa.Answer, error) {
	if _, query := stmt.(expr.Query); query {
		return pysa.Answer{Columns: []string{}}, nil
	}
	return pysa.Answer{}, x.Apply(t, &op.Execute{Stmt: stmt, Params: params})
}

// Apply implements pysa.Executor.
func (x *envExecutor) Apply(t *pyrt.Thread, o op.Op) error {
	return x.rt.host.Apply(t, x.rt.host.contextOf(x.dialect), o)
}

// Reflect implements pysa.Executor.
func (x *envExecutor) Reflect(*pyrt.Thread, schema.Name) (*schema.Table, error) { return nil, nil }

// Names implements pysa.Executor.
func (x *envExecutor) Names(*pyrt.Thread, string, string) ([]string, error) { return nil, nil }

// contextOf finds the context that a dialect was made for, else the last one.
func (h *host) contextOf(d *sqlgen.Dialect) *pyalembic.Context {
	for _, c := range h.contexts {
		if c.Dialect == d {
			return c
		}
	}
	return h.rt.alembic.Context()
}

// unsupportedName tells what SQLAlchemy's names do not support.
func unsupportedName(err error) (string, bool) {
	var s *pysa.UnsupportedError
	if errors.As(err, &s) {
		return s.Name, true
	}
	return "", false
}
