package pysa

import (
	"regexp"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
	"sync"
)

// statement is the Go payload of statements: select, insert, text, DDL elements.
type statement struct {
	stmt expr.Stmt
	// entities are the arguments of select(), for the ORM and for results.
	entities []pyrt.Value
	options  *pyrt.Dict
}

// wrapStmt makes the Python object of a statement.
func (l *Library) wrapStmt(s expr.Stmt) *pyrt.Object {
	class := "Executable"
	switch x := s.(type) {
	case *expr.Select:
		class = "Select"
	case *expr.Compound:
		class = "CompoundSelect"
	case *expr.TextSelect:
		class = "TextualSelect"
	case *expr.Insert:
		class = "Insert"
		if x.Dialect != "" {
			class = x.Dialect + ".Insert"
		}
	case *expr.Update:
		class = "Update"
	case *expr.Delete:
		class = "Delete"
	case *expr.Text:
		return pyrt.NewObject(l.class("TextClause"), &element{x: x})
	}
	return pyrt.NewObject(l.class(class), &statement{stmt: s})
}

// rewrap keeps class and options of the object that a generative method copies.
func rewrap(self pyrt.Value, s expr.Stmt) *pyrt.Object {
	o := self.(*pyrt.Object)
	old := o.Native.(*statement)
	return pyrt.NewObject(o.Class, &statement{stmt: s, entities: old.entities, options: old.options})
}

func stmtOf(v pyrt.Value) *statement {
	if o, ok := v.(*pyrt.Object); ok {
		if s, ok := o.Native.(*statement); ok {
			return s
		}
	}
	return nil
}

// StmtOf converts what an execute method accepts: a statement, text(), a DDL
// element, or an expression. A plain string is not executable in SQLAlchemy 2.0
// (op.execute makes text of it before it asks).
func (l *Library) StmtOf(v pyrt.Value) (expr.Stmt, error) {
	if o, ok := v.(*pyrt.Object); ok {
		if l.isCompiledClass(o) {
			if c, ok := l.customElement(o).(*expr.Custom); ok {
				return &expr.CustomStmt{Custom: c}, nil
			}
		}
		switch n := o.Native.(type) {
		case *statement:
			l.settleStmt(n.stmt)
			return n.stmt, nil
		case *sequence:
			return &expr.Eval{Expr: l.elementOf(o)}, nil
		case *customState:
			if c, ok := l.customElement(o).(*expr.Custom); ok {
				return &expr.CustomStmt{Custom: c}, nil
			}
		case *ddlObject:
			return n.statement(l)
		}
	}
	switch x := l.elementOf(v).(type) {
	case nil:
	case *expr.Text:
		return x, nil
	default:
		return &expr.Eval{Expr: x}, nil
	}
	if in, ok := v.(*inertObject); ok {
		return nil, unsupported("%s", in.name)
	}
	return nil, l.notExecutable(v)
}

func (l *Library) notExecutable(v pyrt.Value) error {
	r, err := pyrt.Repr(l.thread, v)
	if err != nil {
		return err
	}
	e := pyrt.Errorf(l.class("exc.ObjectNotExecutableError"), "Not an executable object: %s", r)
	e.Value.Dict = pyrt.NewDict()
	e.Value.Dict.SetStr("target", v)
	return e
}

// TextOf makes the statement text(sql), as op.execute("...") does.
func (l *Library) TextOf(sql string) *expr.Text { return &expr.Text{SQL: unescapeColons(sql)} }

// unescapeColons leaves the text alone: sqlgen knows the escape.
func unescapeColons(s string) string { return s }

// settleStmt brings tables inside a statement up to date.
func (l *Library) settleStmt(s expr.Stmt) {
	switch x := s.(type) {
	case *expr.Insert:
		l.settleFrom(x.Table)
	case *expr.Update:
		l.settleFrom(x.Table)
	case *expr.Delete:
		l.settleFrom(x.Table)
	case *expr.CreateTable:
		if tb := l.tableObject(x.Table); tb != nil {
			l.settleTable(tb)
		}
	}
}

// queriesOf converts the arguments of union() and its relatives.
func (l *Library) queriesOf(vs []pyrt.Value) ([]expr.Query, error) {
	var out []expr.Query
	for _, v := range vs {
		q, err := l.queryOf(v)
		if err != nil {
			return nil, err
		}
		out = append(out, q)
	}
	return out, nil
}

func (l *Library) queryOf(v pyrt.Value) (expr.Query, error) {
	if s := stmtOf(v); s != nil {
		if q, ok := s.stmt.(expr.Query); ok {
			return q, nil
		}
	}
	if o, ok := v.(*pyrt.Object); ok {
		switch n := o.Native.(type) {
		case *element:
			if ss, ok := n.x.(*expr.ScalarSelect); ok {
				return &expr.GroupedQuery{Query: ss.Query}, nil
			}
		case *fromObject:
			if q := n.query(); q != nil {
				return l.selectAll(n.from), nil
			}
			return l.selectAll(n.from), nil
		case *table:
			return l.selectAll(n.from), nil
		}
		if f := o.Class.Lookup("__clause_element__"); f != nil {
			r, err := pyrt.CallMethod(l.thread, o, "__clause_element__")
			if err == nil && r != v {
				return l.queryOf(r)
			}
		}
	}
	r, err := pyrt.Repr(l.thread, v)
	if err != nil {
		return nil, err
	}
	return nil, l.errorf("ArgumentError", "SELECT construct for inclusion in a UNION or other set construct expected, got %s.", r)
}

// bindName finds the parameter names of text(): a colon not preceded by a colon,
// word character or backslash, and not followed by a colon after the name.
var bindName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(^|[^:\w$\\]):([\w$]+)`) })

// textNames lists the bind names of a text.
func textNames(sql string) map[string]bool {
	out := map[string]bool{}
	for at := 0; at < len(sql); {
		m := bindName().FindStringSubmatchIndex(sql[at:])
		if m == nil {
			break
		}
		end := at + m[5]
		if end >= len(sql) || sql[end] != ':' {
			out[sql[at+m[4]:end]] = true
		}
		at = end
	}
	return out
}

// textBindparams is text.bindparams(*binds, **values).
func textBindparams(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o := a[0].(*pyrt.Object)
	old, ok := o.Native.(*element).x.(*expr.Text)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "bindparams() needs a text()")
	}
	n := &expr.Text{SQL: old.SQL, Binds: append([]*expr.Bind(nil), old.Binds...)}
	names := textNames(old.SQL)
	put := func(b *expr.Bind) error {
		if !names[b.Name] {
			return l.errorf("ArgumentError", "This text() construct doesn't define a bound parameter named %s", quotePy(b.Name))
		}
		for i, x := range n.Binds {
			if x.Name == b.Name {
				n.Binds[i] = b
				return nil
			}
		}
		n.Binds = append(n.Binds, b)
		return nil
	}
	for _, v := range l.items(a[1]) {
		b, ok := l.elementOf(v).(*expr.Bind)
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "bindparams() takes bindparam() objects and keyword arguments")
		}
		if err := put(b); err != nil {
			return nil, err
		}
	}
	for _, k := range keywords(a[2]) {
		x, err := l.FromPython(k.Value)
		if err != nil {
			return nil, err
		}
		b := &expr.Bind{Name: k.Name, Value: x, HasValue: true, Type: l.naturalType(k.Value, x)}
		for _, prev := range n.Binds {
			if prev.Name == k.Name && !prev.Type.IsNull() {
				b.Type, b.Expanding = prev.Type, prev.Expanding
			}
		}
		if err := put(b); err != nil {
			return nil, err
		}
	}
	return pyrt.NewObject(o.Class, &element{x: n}), nil
}

// textMembers are the methods of TextClause.
func textMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.getter("text", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if x, ok := self.(*pyrt.Object).Native.(*element).x.(*expr.Text); ok {
				return pyrt.Str(x.SQL), nil
			}
			return pyrt.None, nil
		}),
		l.method("bindparams(self, *binds, **names_to_values)", textBindparams),
		l.method("params(self, *optionaldict, **kwargs)", textBindparams),
		l.method("columns(self, *cols, **types)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			x := a[0].(*pyrt.Object).Native.(*element).x.(*expr.Text)
			cols, err := l.textSelectColumns(l.items(a[1]), keywords(a[2]))
			if err != nil {
				return nil, err
			}
			return l.wrapStmt(&expr.TextSelect{Text: x, Columns: cols, Positional: len(l.items(a[1])) > 0}), nil
		}),
		l.method("execution_options(self, **kw)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("__and__(self, other)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.operate(expr.OpAnd, a[0], a[1])
		}),
	}
}

// prefixes converts the arguments of prefix_with and suffix_with.
func (l *Library) prefixes(texts, dialect pyrt.Value) ([]expr.Prefix, error) {
	d, _ := pyrt.AsStr(dialect)
	if d == "*" {
		d = ""
	}
	var out []expr.Prefix
	for _, v := range l.items(texts) {
		x, err := l.textOrExpr(v)
		if err != nil {
			return nil, err
		}
		out = append(out, expr.Prefix{Expr: x, Dialect: d})
	}
	return out, nil
}

// bindparam is bindparam(key, value, type_, ...).
func bindparam(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	key, value, typ := a[0], a[1], a[2]
	b := &expr.Bind{}
	if x := l.elementOf(key); x != nil {
		if c, ok := x.(*expr.Column); ok {
			b.Name, b.Type = c.Name, c.Type
		}
	} else {
		b.Name, _ = pyrt.AsStr(key)
	}
	var err error
	truth := func(v pyrt.Value) bool {
		on, e := pyrt.Truth(t, v)
		if e != nil {
			err = e
		}
		return on
	}
	b.Unique = truth(a[3]) || b.Name == ""
	b.Expanding, b.IsOut, b.LiteralExecute = truth(a[8]), truth(a[9]), truth(a[10])
	if a[7] != pyrt.None {
		f := a[7]
		b.Call = func() (any, error) { return l.callDefault(f) }
		b.HasValue = true
	}
	if err != nil {
		return nil, err
	}
	if value != nil {
		if b.Value, err = l.FromPython(value); err != nil {
			return nil, err
		}
		b.HasValue = true
	}
	if tri(a[4]) == schema.Yes {
		b.HasValue = false
	}
	switch {
	case typ != pyrt.None:
		if b.Type, err = l.TypeOf(typ); err != nil {
			return nil, err
		}
	case b.Type.IsNull() && value != nil && b.Expanding:
		if items := l.items(value); len(items) > 0 {
			if x, err := l.FromPython(items[0]); err == nil {
				b.Type = l.naturalType(items[0], x)
			}
		}
	case b.Type.IsNull() && value != nil:
		b.Type = l.naturalType(value, b.Value)
	}
	return l.withType(l.wrap(b), typ)
}
