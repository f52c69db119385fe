package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// ddlObject is the Go payload of DDL elements (CreateTable, DDL, ...).
type ddlObject struct {
	kind    string
	element pyrt.Value
	kw      map[string]pyrt.Value
	// when are the conditions of execute_if.
	dialects []string
	callable pyrt.Value
}

// ddlParams are the constructors of the DDL classes.
var ddlParams = map[string]string{
	"CreateTable": "element, include_foreign_key_constraints=None, if_not_exists=False", "DropTable": "element, if_exists=False",
	"CreateIndex": "element, if_not_exists=False", "DropIndex": "element, if_exists=False",
	"CreateSequence": "element, if_not_exists=False", "DropSequence": "element, if_exists=False",
	"CreateSchema": "name, if_not_exists=False, quote=None", "DropSchema": "name, cascade=False, if_exists=False, quote=None",
	"AddConstraint": "element, isolate_from_table=True", "DropConstraint": "element, *, cascade=False, if_exists=False, isolate_from_table=True",
	"SetTableComment": "element", "DropTableComment": "element", "SetColumnComment": "element", "DropColumnComment": "element",
	"SetConstraintComment": "element", "DropConstraintComment": "element", "CreateColumn": "element", "DDL": "statement, context=None",
	"postgresql.CreateEnumType": "element, **kw", "postgresql.DropEnumType": "element, **kw",
	"postgresql.CreateDomainType": "element, **kw", "postgresql.DropDomainType": "element, **kw",
}

func newDDLObject(_ *Library, _ *pyrt.Thread, cls *pyrt.Type, _ pyrt.Args) (pyrt.Value, error) {
	return &pyrt.Object{Class: cls, Native: &customState{}}, nil
}

// ddlClass describes the class of one DDL element.
func ddlClass(key string) classDef {
	name := key
	if i := len("postgresql."); len(key) > i && key[:i] == "postgresql." {
		name = key[i:]
	}
	return classDef{name: name, module: "sqlalchemy.sql.ddl", bases: []string{"ExecutableDDLElement"}, members: func(l *Library) []pyrt.Member {
		var b *pyrt.Builtin
		b = pyrt.NewBuiltin("__init__(self, "+ddlParams[key]+")", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			d := &ddlObject{kind: name, element: a[1], kw: map[string]pyrt.Value{}}
			for i, p := range b.Signature().Params {
				if i > 1 {
					d.kw[p.Name] = a[i]
				}
			}
			o := a[0].(*pyrt.Object)
			o.Native = d
			if o.Dict == nil {
				o.Dict = pyrt.NewDict()
			}
			o.Dict.SetStr("element", a[1])
			if name == "DDL" {
				if _, ok := pyrt.AsStr(a[1]); !ok {
					r, err := pyrt.Repr(t, a[1])
					if err != nil {
						return nil, err
					}
					return nil, l.errorf("ArgumentError", "Expected a string or unicode SQL statement, got %s", r)
				}
				o.Dict.SetStr("statement", a[1])
			}
			return pyrt.None, nil
		})
		return []pyrt.Member{{Name: "__init__", Value: b}}
	}}
}

// ddlBaseMembers is the namespace of ExecutableDDLElement.
func ddlBaseMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.method("execute_if(self, dialect=None, callable_=None, state=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			d, ok := a[0].(*pyrt.Object).Native.(*ddlObject)
			if !ok {
				return a[0], nil
			}
			c := *d
			if s, ok := pyrt.AsStr(a[1]); ok {
				c.dialects = []string{s}
			}
			for _, v := range l.items(a[1]) {
				s, _ := pyrt.AsStr(v)
				c.dialects = append(c.dialects, s)
			}
			if a[2] != pyrt.None {
				c.callable = a[2]
			}
			o := pyrt.NewObject(a[0].(*pyrt.Object).Class, &c)
			o.Dict = a[0].(*pyrt.Object).Dict
			return o, nil
		}),
		l.method("execute(self, bind, target=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.CallMethod(t, a[1], "execute", a[0])
		}),
		l.method("against(self, target)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("__bool__(self)", boolOfElement),
	}
}

// tableElement is the table of an element, or an error naming the class.
func (d *ddlObject) table(l *Library) (*schema.Table, error) { return l.TableOf(d.element) }

// statement converts a DDL element to data.
func (d *ddlObject) statement(l *Library) (expr.Stmt, error) {
	yes := func(name string) bool { return d.kw[name] != nil && tri(d.kw[name]) == schema.Yes }
	switch d.kind {
	case "CreateTable", "DropTable", "SetTableComment", "DropTableComment":
		return d.tableStatement(l, yes)
	case "CreateIndex", "DropIndex":
		ix, tb, err := l.indexData(d.element)
		if err != nil {
			return nil, err
		}
		if d.kind == "CreateIndex" {
			if tb == nil {
				return nil, l.errorf("CompileError", "Index '%s' is not associated with any table.", ix.Name.Text)
			}
			return &expr.CreateIndex{Table: tb, Index: ix, IfNotExists: yes("if_not_exists")}, nil
		}
		if tb == nil {
			tb = &schema.Table{}
		}
		return &expr.DropIndex{Table: tb, Index: ix, IfExists: yes("if_exists")}, nil
	case "CreateSequence", "DropSequence":
		o, ok := d.element.(*pyrt.Object)
		if ok {
			if s, ok := o.Native.(*sequence); ok {
				if d.kind == "CreateSequence" {
					return &expr.CreateSequence{Sequence: s.data, IfNotExists: yes("if_not_exists")}, nil
				}
				return &expr.DropSequence{Sequence: s.data, IfExists: yes("if_exists")}, nil
			}
		}
		return nil, pyrt.Errorf(pyrt.TypeError, "%s takes a Sequence", d.kind)
	case "CreateSchema", "DropSchema":
		name, _ := pyrt.AsStr(d.element)
		q := quoteOf(d.element)
		if t := tri(d.kw["quote"]); t != schema.Unset {
			q = t
		}
		if d.kind == "CreateSchema" {
			return &expr.CreateSchema{Name: name, Quote: q, IfNotExists: yes("if_not_exists")}, nil
		}
		return &expr.DropSchema{Name: name, Quote: q, IfExists: yes("if_exists"), Cascade: yes("cascade")}, nil
	case "AddConstraint", "DropConstraint", "SetConstraintComment", "DropConstraintComment":
		return d.constraintStatement(l, yes)
	}
	return d.otherStatement(l)
}

func (d *ddlObject) tableStatement(l *Library, yes func(string) bool) (expr.Stmt, error) {
	tb, err := d.table(l)
	if err != nil {
		return nil, err
	}
	switch d.kind {
	case "CreateTable":
		st := &expr.CreateTable{Table: tb, IfNotExists: yes("if_not_exists")}
		if v := d.kw["include_foreign_key_constraints"]; v != nil && v != pyrt.None {
			st.FKsGiven = true
			items, err := pyrt.Collect(l.thread, v)
			if err != nil {
				return nil, err
			}
			for _, it := range items {
				k, err := l.ConstraintOf(it)
				if err != nil {
					return nil, err
				}
				if fk, ok := k.(*schema.ForeignKey); ok {
					st.OnlyFKs = append(st.OnlyFKs, fk)
				}
			}
		}
		return st, nil
	case "DropTable":
		return &expr.DropTable{Table: tb, IfExists: yes("if_exists")}, nil
	case "SetTableComment":
		return &expr.SetTableComment{Table: tb}, nil
	}
	return &expr.DropTableComment{Table: tb}, nil
}

func (d *ddlObject) constraintStatement(l *Library, yes func(string) bool) (expr.Stmt, error) {
	k, err := l.ConstraintOf(d.element)
	if err != nil {
		return nil, err
	}
	var def *schema.Table
	if n, ok := d.element.(*pyrt.Object).Native.(*constraint); ok && n.table != nil {
		def = n.table.def
	}
	switch d.kind {
	case "AddConstraint":
		return &expr.AddConstraint{Table: def, Constraint: k}, nil
	case "DropConstraint":
		return &expr.DropConstraint{Table: def, Constraint: k, IfExists: yes("if_exists"), Cascade: yes("cascade")}, nil
	case "SetConstraintComment":
		return &expr.SetConstraintComment{Table: def, Constraint: k}, nil
	}
	return &expr.DropConstraintComment{Table: def, Constraint: k}, nil
}

func (d *ddlObject) otherStatement(l *Library) (expr.Stmt, error) {
	switch d.kind {
	case "CreateEnumType", "CreateDomainType":
		ty, err := l.TypeOf(d.element)
		return &expr.CreateType{Type: ty}, err
	case "DropEnumType", "DropDomainType":
		ty, err := l.TypeOf(d.element)
		return &expr.DropType{Type: ty}, err
	case "DDL":
		s, _ := pyrt.AsStr(d.element)
		st := &expr.DDLText{SQL: s}
		if ctx, ok := d.kw["context"].(*pyrt.Dict); ok {
			for _, e := range ctx.Items() {
				k, _ := pyrt.AsStr(e[0])
				text, err := pyrt.ToStr(l.thread, e[1])
				if err != nil {
					return nil, err
				}
				st.Context = append(st.Context, schema.Option{Name: k, Value: schema.OptString(text)})
			}
		}
		return st, nil
	case "CreateColumn", "SetColumnComment", "DropColumnComment":
		c := l.columnOf(d.element)
		if c == nil {
			return nil, pyrt.Errorf(pyrt.TypeError, "%s takes a Column", d.kind)
		}
		l.settleColumn(c)
		var def *schema.Table
		if c.table != nil {
			def = c.table.def
		}
		switch d.kind {
		case "SetColumnComment":
			return &expr.SetColumnComment{Table: def, Column: c.def.KeyName()}, nil
		case "DropColumnComment":
			return &expr.DropColumnComment{Table: def, Column: c.def.KeyName()}, nil
		}
		return &expr.CreateColumn{Table: def, Column: c.def}, nil
	}
	return nil, unsupported("sqlalchemy.schema.%s", d.kind)
}

// runDDL executes a DDL statement on a bind.
func (l *Library) runDDL(t *pyrt.Thread, bind pyrt.Value, st expr.Stmt) error {
	conn, err := l.connectionOf(bind)
	if err != nil {
		return err
	}
	_, err = conn.exec.Execute(t, st, nil)
	return l.databaseError(err)
}

// constraintMembers is the namespace of Constraint.
func constraintMembers(l *Library) []pyrt.Member {
	of := func(v pyrt.Value) *constraint {
		if n, ok := v.(*pyrt.Object).Native.(*constraint); ok {
			return n
		}
		return &constraint{data: &schema.Check{}}
	}
	owner := func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		n := of(self)
		if n.table == nil {
			return nil, l.errorf("InvalidRequestError", "This constraint is not bound to a table.  Did you mean to call table.append_constraint(constraint) ?")
		}
		return n.table.obj, nil
	}
	base := func(name string, f func(*schema.ConstraintBase) pyrt.Value) pyrt.Member {
		return l.getter(name, func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return f(of(self).data.Base()), nil
		})
	}
	return append([]pyrt.Member{
		pyrt.Accessor("name", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			n := of(self)
			name := n.data.Base().Name
			if ck, ok := n.data.(*schema.Check); ok && ck.CreateRule != "" && name.Text == "" {
				return l.symbol("_NONE_NAME")
			}
			if n.table != nil {
				if resolved, err := sqlgen.ResolveName(n.table.def, n.data); err == nil {
					name = resolved
				}
			}
			if name.State == schema.NameNever {
				return l.symbol("_NONE_NAME")
			}
			return orNone(name.Text), nil
		}, func(_ *pyrt.Thread, self, v pyrt.Value) error {
			of(self).data.Base().Name = l.constraintName(v)
			return nil
		}),
		l.getter("table", owner), l.getter("parent", owner),
		l.getter("info", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			o := self.(*pyrt.Object)
			if o.Dict == nil {
				o.Dict = pyrt.NewDict()
			}
			if d, ok := o.Dict.GetStr("_info"); ok {
				return d, nil
			}
			d := pyrt.NewDict()
			o.Dict.SetStr("_info", d)
			return d, nil
		}),
		l.getter("_type_bound", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			ck, ok := of(self).data.(*schema.Check)
			return pyrt.Bool(ok && ck.Implicit && ck.CreateRule != ""), nil
		}),
		base("deferrable", func(b *schema.ConstraintBase) pyrt.Value { return triValue(b.Deferrable) }),
		base("initially", func(b *schema.ConstraintBase) pyrt.Value { return orNone(b.Initially) }),
		base("comment", func(b *schema.ConstraintBase) pyrt.Value { return orNone(b.Comment) }),
		base("dialect_kwargs", func(b *schema.ConstraintBase) pyrt.Value { return optionDict(b.Options) }),
	}, constraintMembersRest(l)...)
}

// constraintMembersRest is the second half of constraintMembers.
func constraintMembersRest(l *Library) []pyrt.Member {
	of := func(v pyrt.Value) *constraint {
		if n, ok := v.(*pyrt.Object).Native.(*constraint); ok {
			return n
		}
		return &constraint{data: &schema.Check{}}
	}
	return []pyrt.Member{
		l.getter("columns", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return l.constraintColumns(of(self).table, of(self).given()), nil
		}),
		l.getter("c", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return l.constraintColumns(of(self).table, of(self).given()), nil
		}),
		l.getter("column_keys", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			keys, err := l.columnKeys(of(self).given())
			var out []pyrt.Value
			for _, k := range keys {
				out = append(out, pyrt.Str(k))
			}
			return pyrt.NewList(out...), err
		}),
		l.method("__iter__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Iter(t, l.constraintColumns(of(a[0]).table, of(a[0]).given()))
		}),
		l.method("contains_column(self, col)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.CallMethod(t, l.constraintColumns(of(a[0]).table, of(a[0]).given()), "contains_column", a[1])
		}),
		l.method("__len__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Int(len(of(a[0]).given())), nil
		}),
		l.method("copy(self, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.copyConstraint(of(a[0])).obj, nil
		}),
		l.method("_copy(self, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.copyConstraint(of(a[0])).obj, nil
		}),
		l.getter("sqltext", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if ck, ok := of(self).data.(*schema.Check); ok {
				if x, ok := ck.Expr.(expr.Expr); ok {
					return l.wrap(x), nil
				}
			}
			return nil, noAttribute(self, "sqltext")
		}),
	}
}

// given lists the columns: those of the data once the constraint has a table.
func (n *constraint) given() []pyrt.Value {
	if n.table == nil {
		return n.columns
	}
	var names []string
	switch d := n.data.(type) {
	case *schema.PrimaryKey:
		names = d.Columns
	case *schema.Unique:
		names = d.Columns
	case *schema.ForeignKey:
		names = d.Columns
	case *schema.Exclude:
		return n.columns
	}
	out := make([]pyrt.Value, len(names))
	for i, s := range names {
		out[i] = pyrt.Str(s)
	}
	return out
}

func orNone(s string) pyrt.Value {
	if s == "" {
		return pyrt.None
	}
	return pyrt.Str(s)
}

// optionDict shows dialect options as a dict.
func optionDict(o schema.Options) pyrt.Value {
	d := pyrt.NewDict()
	for _, x := range o {
		d.SetStr(x.Name, optionPy(x.Value))
	}
	return d
}

func optionPy(v schema.OptionValue) pyrt.Value {
	switch x := v.(type) {
	case schema.OptString:
		return pyrt.Str(x)
	case schema.OptDecimal:
		return pyrt.Str(x)
	case schema.OptBool:
		return pyrt.Bool(x)
	case schema.OptInt:
		return pyrt.Int(x)
	case schema.OptList:
		var out []pyrt.Value
		for _, e := range x {
			out = append(out, optionPy(e))
		}
		return pyrt.NewList(out...)
	case schema.OptMap:
		return optionDict(schema.Options(x))
	}
	return pyrt.None
}
