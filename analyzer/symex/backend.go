package symex

import (
	"context"
	"errors"
	"fmt"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/opshim/sqlread"
	"github.com/mrt-tools/mrt/pyrt"
)

// errBudget ends a path that asked too many questions.
var errBudget = errors.New("too many questions that nobody can answer")

// errWork ends the runs of a revision whose script does too much.
var errWork = errors.New("the script does more than can be executed once for each way through it")

// undecidable ends a path whose next step depends on what nobody knows. It is
// no exception of Python, so that the script cannot catch it.
type undecidable struct{ cause string }

func (e *undecidable) Error() string { return e.cause }

// backend is one run on a state. It implements opshim.Backend.
type backend struct {
	d       *sqlgen.Dialect // as sqlgen compiles for us: named parameters
	shown   *sqlgen.Dialect // as the script sees it
	rec     recorder
	read    sqlread.Dialect
	session sqlgen.Session
	st      *catalog.State
	path    Path

	ahead    bool // only a tape is wanted: there is no state yet, see Rehearse
	prefix   []bool
	unknowns int
	roots    map[int]bool    // answers to "are there rows", by result
	asked    map[string]*ask // statements that were executed through the connection
	answered map[int][]bool  // answers to all questions about a result
	missing  *opshim.MissingPackage

	last    *catalog.Failure
	aborted bool
	turned  map[int]int // results of a loop that is to end, with the one before
	after   func()      // called after each step; may be nil
	showing *showing
	saved   []savepoint
}

// savepoint is what ROLLBACK TO comes back to.
type savepoint struct {
	name string
	st   *catalog.State
}

// Dialect implements opshim.Backend.
func (b *backend) Dialect() *sqlgen.Dialect { return b.shown }

// Apply implements opshim.Backend.
func (b *backend) Apply(ctx context.Context, s opshim.Step) error {
	b.path.Steps = append(b.path.Steps, s)
	b.path.Log.Step = len(b.path.Steps)
	b.rec.add(taped{step: s})
	b.show(ctx, s.Op)
	defer b.stepDone()
	if b.control(s.Op) {
		return nil
	}
	b.path.Calls++
	if o, ok := s.Op.(*op.Opaque); ok {
		b.unclear(o)
		return nil
	}
	if !b.ahead {
		b.tell(s.Op)
	}
	_, err := b.compile(ctx, s.Op)
	return err
}

func (b *backend) stepDone() {
	if b.after != nil {
		b.after()
	}
}

// unclear notes a directive whose arguments are not known.
func (b *backend) unclear(o *op.Opaque) {
	b.opaque("sql: " + o.Directive + ": " + o.Reason)
	b.path.Log.Effects++
}

// control does the transaction events.
func (b *backend) control(o op.Op) bool {
	switch o := o.(type) {
	case *op.Begin, *op.StaticOutput:
	case *op.Commit:
		b.aborted = false
		b.st.EndTransaction()
	case *op.Rollback:
		b.aborted = false
		b.opaque("run: the script rolls its transaction back")
	case *op.AutocommitBegin:
		b.st.Autocommit = true
		b.st.EndTransaction()
	case *op.AutocommitEnd:
		b.st.Autocommit = false
	case *op.Savepoint:
		b.saved = append(b.saved, savepoint{o.Name, b.st.Clone()})
	case *op.ReleaseSavepoint:
		b.saved = b.saved[:b.savedAt(o.Name)]
	case *op.RollbackToSavepoint:
		if i := b.savedAt(o.Name); i < len(b.saved) {
			log := b.st.Log
			*b.st = *b.saved[i].st.Clone()
			b.st.Log = log
			b.saved = b.saved[:i+1]
		}
		b.aborted = false
	default:
		return false
	}
	return true
}

// savedAt finds a savepoint; without a name it is the last one.
func (b *backend) savedAt(name string) int {
	for i := len(b.saved) - 1; i >= 0; i-- {
		if name == "" || b.saved[i].name == name {
			return i
		}
	}
	return len(b.saved)
}

func (b *backend) opaque(cause string) {
	b.st.Taint(cause)
	b.path.Opaque = append(b.path.Opaque, cause)
}

// compile turns a directive into statements and does them. The result is that
// of the last one.
func (b *backend) compile(ctx context.Context, o op.Op) (*catalog.Result, error) {
	stmts, failed := b.d.Compile(ctx, &b.session, o, b)
	var last *catalog.Result
	for _, st := range stmts {
		r, err := b.statement(st)
		if err != nil {
			return nil, err
		}
		if r != nil {
			last = r
		}
	}
	if failed == nil {
		return last, nil
	}
	b.rec.spoiled = true
	var dead *undecidable
	if batch, ok := o.(*op.BatchAlterTable); ok && errors.As(failed, &dead) {
		// The copy cannot be written down, but the table is another one after it.
		b.opaque(dead.cause)
		b.path.Log.Effects++
		b.path.Log.OpaqueDDL = b.path.Log.OpaqueDDL || len(batch.Ops) > 0
		return nil, nil
	}
	var ge *sqlgen.Error
	if errors.As(failed, &ge) && ge.Type == "Unsupported" {
		b.opaque("run: " + ge.Message)
		return &catalog.Result{Unknown: ge.Message}, nil
	}
	return nil, failed
}

// statement reads one compiled statement and does it.
func (b *backend) statement(st sqlgen.Stmt) (*catalog.Result, error) {
	if st.Comment || st.Control != "" || st.Text == "" {
		return nil, nil
	}
	parsed := sqlread.Parse(st.Text, b.read)
	step := b.rec.last()
	step.stmts = append(step.stmts, tapedStmt{st, parsed})
	if b.ahead {
		b.path.Statements += len(setsOf(st)) * len(parsed)
		return nil, nil
	}
	return b.exec(st, parsed)
}

// exec does one statement, once for each set of parameters.
func (b *backend) exec(st sqlgen.Stmt, parsed []sqlread.Parsed) (*catalog.Result, error) {
	if b.aborted {
		return nil, b.dbError(&catalog.Failure{Class: "InternalError", Code: "25P02", Message: "current transaction is aborted, commands ignored until end of transaction block"}, st.Text)
	}
	var last *catalog.Result
	for _, params := range setsOf(st) {
		for _, p := range parsed {
			b.path.Statements++
			if u, ok := p.Stmt.(*sqlread.Unknown); ok {
				b.path.Opaque = append(b.path.Opaque, "sql: "+u.Reason)
			}
			r, err := b.st.Exec(p, b.binds(params))
			var f *catalog.Failure
			if errors.As(err, &f) {
				return nil, b.dbError(f, st.Text)
			}
			if err != nil {
				return nil, err
			}
			last = r
		}
	}
	return last, nil
}

// setsOf are the sets of parameters that a statement is done with.
func setsOf(st sqlgen.Stmt) [][]sqlgen.Param {
	if st.Rows != nil {
		return st.Rows
	}
	return [][]sqlgen.Param{st.Params}
}

// binds looks parameters up by name, else by position.
func (b *backend) binds(params []sqlgen.Param) catalog.Binds {
	return func(x *sqlread.Bind) catalog.Value {
		for i, p := range params {
			if p.Name == x.Name && x.Name != "" || x.Name == "" && i == x.Index {
				return contentOf(p.Value)
			}
		}
		return catalog.Value{Kind: catalog.Anything}
	}
}

// contentOf is a parameter as a content: one that nobody knows may be that of
// the cell that it was read from.
func contentOf(v any) catalog.Value {
	if f, ok := v.(interface{ Python() pyrt.Value }); ok {
		v = f.Python()
	}
	switch x := v.(type) {
	case *Unknown:
		return x.content
	case interface{ Undetermined() string }:
		if x.Undetermined() != "" {
			return catalog.Value{Kind: catalog.Anything}
		}
	}
	return catalog.FromGo(v)
}

// dbError makes the failure what the script sees.
func (b *backend) dbError(f *catalog.Failure, text string) error {
	b.last = f
	b.rec.spoiled = true
	b.aborted = b.read == sqlread.PostgreSQL && !b.st.Autocommit
	return &opshim.DBError{Class: f.Class, Message: f.Message, Code: f.Code, Statement: text}
}

// tell hands over what a directive states of columns that nobody made.
func (b *backend) tell(o op.Op) {
	switch o := o.(type) {
	case *op.BatchAlterTable:
		for _, x := range o.Ops {
			b.tell(x)
		}
	case *op.AlterColumn:
		if o.ExistingType != nil {
			if text, err := b.d.CompileType(*o.ExistingType); err == nil {
				b.st.Tell(o.Table, o.Column, "type", text)
			}
		}
		switch o.ExistingNullable {
		case schema.Yes:
			b.st.Tell(o.Table, o.Column, "not null", "")
		case schema.No:
			b.st.Tell(o.Table, o.Column, "not null", "yes")
		}
		if o.ExistingComment != nil {
			b.st.Tell(o.Table, o.Column, "comment", *o.ExistingComment)
		}
		if o.ExistingServerDefault.Given {
			b.tellDefault(o)
		}
	}
}

func (b *backend) tellDefault(o *op.AlterColumn) {
	switch d := o.ExistingServerDefault.Value.(type) {
	case nil:
		b.st.Tell(o.Table, o.Column, "default", "")
	case schema.StringDefault:
		b.st.Tell(o.Table, o.Column, "default", "'"+d.Text+"'")
	}
}

// Execute implements opshim.Backend.
func (b *backend) Execute(ctx context.Context, e opshim.Execution) (opshim.Answer, error) {
	if b.ahead {
		return opshim.Answer{}, errAhead
	}
	x := &op.Execute{Stmt: e.Stmt, Params: e.Params}
	b.path.Steps = append(b.path.Steps, opshim.Step{Op: x, At: e.At, Stack: e.Stack})
	b.path.Log.Step = len(b.path.Steps)
	b.rec.add(taped{step: b.path.Steps[len(b.path.Steps)-1], asked: true})
	b.show(ctx, x)
	b.path.Calls++
	defer b.stepDone()
	r, err := b.compile(ctx, x)
	if err != nil {
		return opshim.Answer{}, err
	}
	k, err := b.again(e)
	if err != nil || r == nil {
		return opshim.Answer{}, err
	}
	b.path.Asked = b.path.Asked || r.Columns != nil || r.Unknown != ""
	a := b.answer(r, e, k)
	b.rec.last().answer = a
	b.rec.last().answer.Seen = nil // what it tells matters to a run that fails
	return a, nil
}

// Reflect implements opshim.Backend.
func (b *backend) Reflect(_ context.Context, n schema.Name) (*schema.Table, error) {
	if b.ahead {
		return nil, errAhead
	}
	b.rec.spoiled = true
	b.path.Asked = true
	return b.reflect(n)
}

func (b *backend) reflect(n schema.Name) (*schema.Table, error) {
	t, open, err := b.st.Reflect(n)
	switch {
	case err != nil:
		return nil, fmt.Errorf("reflection of %s: %w", n, err)
	case t == nil:
		if open {
			return nil, &undecidable{"sql: whether table " + n.String() + " exists is not known (the schema that the history starts from names it in a statement that is not understood)"}
		}
		if b.st.Tainted != "" {
			return nil, &undecidable{"sql: whether table " + n.String() + " exists is not known (" + b.st.Tainted + ")"}
		}
		return nil, opshim.ErrNoTable
	case open:
		return nil, &undecidable{"rows: table " + n.String() + " is made by no revision, what is in it is not known"}
	}
	return t, nil
}

// ReflectTable implements sqlgen.Reflector.
func (b *backend) ReflectTable(_ context.Context, n schema.Name) (*schema.Table, error) {
	if b.ahead {
		b.rec.spoiled = true
		return nil, errAhead
	}
	b.path.Asked = true
	shape, ok := b.st.ShapeOf(n)
	if step := b.rec.last(); ok && len(step.stmts) == 0 {
		step.shapes = append(step.shapes, tapedShape{n, shape})
	} else {
		b.rec.spoiled = true
	}
	t, err := b.reflect(n)
	if errors.Is(err, opshim.ErrNoTable) && b.st.Assume(n) {
		return b.reflect(n) // a batch block needs it, so that it is there
	}
	return t, err
}

// Names implements opshim.Backend.
func (b *backend) Names(_ context.Context, l opshim.Listing) ([]string, error) {
	if b.ahead {
		return nil, errAhead
	}
	b.path.Asked = true
	if kindOf(l) == "" {
		return nil, &undecidable{"run: a listing that is not known"}
	}
	names := b.names(l)
	b.rec.add(taped{list: &l, names: names})
	return names, nil
}

func (b *backend) names(l opshim.Listing) []string { return b.st.Names(kindOf(l), l.Schema) }

func kindOf(l opshim.Listing) string {
	return map[opshim.ListingKind]string{
		opshim.ListTables: "table", opshim.ListViews: "view", opshim.ListSchemas: "schema", opshim.ListSequences: "sequence",
		opshim.ListEnums: "enum", opshim.ListMaterializedViews: "materialized view", opshim.ListTempTables: "temporary table",
	}[l.Kind]
}
