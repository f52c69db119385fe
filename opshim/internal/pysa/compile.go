package pysa

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// compiled is the Go payload of what element.compile() returns.
type compiled struct {
	stmt    sqlgen.Stmt
	dialect *sqlgen.Dialect
	source  pyrt.Value
}

// Compile renders any Python object that has SQL: statements, expressions, FROM
// objects, types (isType is then true) and DDL elements.
func (l *Library) Compile(v pyrt.Value, d *sqlgen.Dialect, o sqlgen.Options) (st sqlgen.Stmt, isType bool, err error) {
	if d.Name == "mssql" || d.Name == "oracle" {
		return st, false, unsupported("writing SQL for %s", d.Name)
	}
	obj, ok := v.(*pyrt.Object)
	if vals, err := l.paramValues(v); err != nil {
		return st, false, err
	} else if vals != nil {
		o.Values = vals
	}
	if ok && l.isType(obj) {
		ty, err := l.typeData(obj)
		if err != nil {
			return st, true, err
		}
		text, err := d.CompileType(ty)
		return sqlgen.Stmt{Text: text}, true, l.Raise(err)
	}
	if ok && !l.isCompiledClass(obj) {
		switch n := obj.Native.(type) {
		case *table:
			st, err = d.CompileFrom(n.from, o)
			return st, false, l.Raise(err)
		case *fromObject:
			st, err = d.CompileFrom(n.from, o)
			return st, false, l.Raise(err)
		case *constraint:
			return l.compileConstraint(n, d, o)
		case *statement, *ddlObject:
			s, err := l.StmtOf(v)
			if err != nil {
				return st, false, err
			}
			st, err = d.CompileStmt(s, o)
			return st, false, l.Raise(err)
		}
	}
	x := l.elementOf(v)
	if x == nil {
		s, err := l.StmtOf(v)
		if err != nil {
			return st, false, err
		}
		st, err = d.CompileStmt(s, o)
		return st, false, l.Raise(err)
	}
	if c, ok := x.(*expr.Custom); ok && l.isExecutableClass(obj) {
		st, err = d.CompileStmt(&expr.CustomStmt{Custom: c}, o)
		return st, false, l.Raise(err)
	}
	st, err = d.CompileExpr(x, o)
	return st, false, l.Raise(err)
}

func (l *Library) isExecutableClass(o *pyrt.Object) bool {
	return o != nil && (o.Class.IsSubclass(l.class("ExecutableDDLElement")) || o.Class.IsSubclass(l.class("SelectBase")))
}

// compileConstraint renders str(constraint), for messages.
func (l *Library) compileConstraint(n *constraint, d *sqlgen.Dialect, o sqlgen.Options) (sqlgen.Stmt, bool, error) {
	if ck, ok := n.data.(*schema.Check); ok {
		if x, ok := ck.Expr.(expr.Expr); ok {
			st, err := d.CompileExpr(x, o)
			return st, false, l.Raise(err)
		}
	}
	return sqlgen.Stmt{}, false, unsupported("compiling a constraint by itself")
}

// stringOf is str(element): the text for the default dialect.
func (l *Library) stringOf(v pyrt.Value) (pyrt.Value, error) {
	d := &sqlgen.Dialect{Name: "default_enhanced", Paramstyle: "named"}
	st, _, err := l.Compile(v, d, sqlgen.Options{})
	if err != nil {
		return nil, err
	}
	return pyrt.Str(st.Text), nil
}

// compileMethod is element.compile(bind=None, dialect=None, compile_kwargs=...).
func compileMethod(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	kw := map[string]pyrt.Value{}
	for _, k := range keywords(a[2]) {
		kw[k.Name] = k.Value
	}
	d := &sqlgen.Dialect{Name: "default_enhanced", Paramstyle: "named"}
	for _, v := range append([]pyrt.Value{kw["dialect"], kw["bind"]}, l.items(a[1])...) {
		if v == nil || v == pyrt.None {
			continue
		}
		found, err := l.DialectOf(v)
		if err != nil {
			return nil, err
		}
		d = found
		break
	}
	var o sqlgen.Options
	if ck, ok := kw["compile_kwargs"].(*pyrt.Dict); ok {
		if v, ok := ck.GetStr("literal_binds"); ok {
			o.LiteralBinds = tri(v) == schema.Yes
		}
		if v, ok := ck.GetStr("render_postcompile"); ok {
			o.RenderPostcompile = tri(v) == schema.Yes
		}
	}
	if v, ok := kw["column_keys"]; ok && v != pyrt.None {
		o.HasColumnKeys = true
		for _, it := range l.items(v) {
			s, _ := pyrt.AsStr(it)
			o.ColumnKeys = append(o.ColumnKeys, s)
		}
	}
	st, isType, err := l.Compile(a[0], d, o)
	if err != nil {
		return nil, err
	}
	if isType {
		return pyrt.Str(st.Text), nil
	}
	return pyrt.NewObject(l.class("Compiled"), &compiled{stmt: st, dialect: d, source: a[0]}), nil
}

// compiledMembers is the namespace of Compiled.
func compiledMembers(l *Library) []pyrt.Member {
	of := func(v pyrt.Value) *compiled { return v.(*pyrt.Object).Native.(*compiled) }
	params := func(l *Library, c *compiled) (pyrt.Value, error) {
		d := pyrt.NewDict()
		for _, p := range c.stmt.Params {
			v, err := l.ToPython(p.Value)
			if err != nil {
				return nil, err
			}
			d.SetStr(p.Name, v)
		}
		return d, nil
	}
	kindOf := func(name string, f func(expr.Stmt) bool) pyrt.Member {
		return l.getter(name, func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			s := stmtOf(of(self).source)
			return pyrt.Bool(s != nil && f(s.stmt)), nil
		})
	}
	return []pyrt.Member{
		l.getter("string", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str(of(self).stmt.Text), nil
		}),
		l.getter("params", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return params(l, of(self)) }),
		l.method("construct_params(self, params=None, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			out, err := params(l, of(a[0]))
			given, ok := pyrt.AsDict(a[1])
			if err != nil || !ok {
				return out, err
			}
			for _, e := range out.(*pyrt.Dict).Items() {
				name, _ := pyrt.AsStr(e[0])
				if v, ok := given.GetStr(name); ok {
					out.(*pyrt.Dict).SetStr(name, v)
				}
			}
			return out, nil
		}),
		l.getter("dialect", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return l.DialectObject(of(self).dialect)
		}),
		l.getter("statement", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return of(self).source, nil }),
		l.method("__str__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str(of(a[0]).stmt.Text), nil
		}),
		kindOf("isinsert", func(s expr.Stmt) bool { _, ok := s.(*expr.Insert); return ok }),
		kindOf("isupdate", func(s expr.Stmt) bool { _, ok := s.(*expr.Update); return ok }),
		kindOf("isdelete", func(s expr.Stmt) bool { _, ok := s.(*expr.Delete); return ok }),
		l.getter("positiontup", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if !of(self).stmt.Positional {
				return pyrt.None, nil
			}
			var names []string
			for _, p := range of(self).stmt.Params {
				names = append(names, p.Name)
			}
			return strList(names), nil
		}),
		l.method("_literal_execute_expanding_parameter(self, name, parameter, values, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.expandedParameter(of(a[0]), a[1], a[3])
		}),
		l.getter("postfetch", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return l.columnsOf(of(self), of(self).stmt.Fetched.Afterwards), nil
		}),
		l.getter("implicit_returning", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return l.columnsOf(of(self), of(self).stmt.Fetched.Returning), nil
		}),
		l.getter("binds", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			d := pyrt.NewDict()
			for _, p := range of(self).stmt.Params {
				d.SetStr(p.Name, l.wrap(&expr.Bind{Name: p.Name, Value: p.Value, HasValue: true, Type: p.Type}))
			}
			return d, nil
		}),
	}
}

// expandedParameter gives each element of an IN list a parameter of its own: the
// pairs of names and values, and the text that stands for the list.
func (l *Library) expandedParameter(c *compiled, name, values pyrt.Value) (pyrt.Value, error) {
	stem, _ := pyrt.AsStr(name)
	pairs := pyrt.NewList()
	add := func(suffix string, v pyrt.Value) string {
		pairs.Elems = append(pairs.Elems, pyrt.NewTuple(pyrt.Str(stem+suffix), v))
		return c.dialect.Placeholder(stem + suffix)
	}
	var parts []string
	tuples := false
	for i, v := range l.items(values) {
		items, isTuple := pyrt.AsTuple(v)
		if !isTuple {
			parts = append(parts, add(fmt.Sprintf("_%d", i+1), v))
			continue
		}
		tuples = true
		var inner []string
		for j, it := range items {
			inner = append(inner, add(fmt.Sprintf("_%d_%d", i+1, j+1), it))
		}
		parts = append(parts, "("+strings.Join(inner, ", ")+")")
	}
	text := strings.Join(parts, ", ")
	if on, _ := c.dialect.Flag("tuple_in_values"); on && tuples {
		text = "VALUES " + text
	}
	return pyrt.NewTuple(pairs, pyrt.Str(text)), nil
}

// columnsOf are the Column objects for columns of the table of an INSERT.
func (l *Library) columnsOf(c *compiled, cols []*schema.Column) pyrt.Value {
	out := pyrt.NewList()
	s := stmtOf(c.source)
	if s == nil {
		return out
	}
	ins, ok := s.stmt.(*expr.Insert)
	if !ok {
		return out
	}
	t, ok := ins.Table.(*expr.Table)
	for _, col := range cols {
		if ok {
			out.Elems = append(out.Elems, l.wrap(expr.TableColumn(t, col)))
		}
	}
	return out
}

// literalText renders a Python value as SQL text for a type with Python code: as
// the wrapped type would.
func (l *Library) literalText(o *pyrt.Object, v pyrt.Value, dialect string) (string, bool, error) {
	d, err := l.dialectData(dialect)
	if err != nil {
		return "", false, err
	}
	ty := schema.Type{Kind: "String"}
	if impl, err := l.decoratorImpl(o); err == nil && impl != nil {
		if ty, err = l.typeData(impl); err != nil {
			return "", false, err
		}
	}
	x, err := l.FromPython(v)
	if err != nil {
		return "", false, err
	}
	s, err := d.Literal(x, ty)
	return s, err == nil, l.Raise(err)
}

// dialectData is the data of a dialect by name: that of the run when the names
// agree.
func (l *Library) dialectData(name string) (*sqlgen.Dialect, error) {
	if l.opt.Dialect != nil && l.opt.Dialect.Name == name {
		return l.opt.Dialect, nil
	}
	return l.newDialect(name)
}
