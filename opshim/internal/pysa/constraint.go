package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// constraint is the Go payload of the constraint classes. columns are the
// arguments as given, until the constraint meets its table.
type constraint struct {
	obj     *pyrt.Object
	data    schema.Constraint
	columns []pyrt.Value
	refs    []pyrt.Value // ForeignKeyConstraint: referred columns
	table   *table
	settled bool
}

// foreignKey is the Go payload of ForeignKey.
type foreignKey struct {
	obj      *pyrt.Object
	data     *schema.ForeignKey
	spec     string
	target   *column
	parent   *column
	refIndex int
	inTable  bool // part of a table constraint
}

// constraintName reads a name argument: None, a string, op.f(...) or conv(...).
func (l *Library) constraintName(v pyrt.Value) schema.ConstraintName {
	s, ok := pyrt.AsStr(optional(v))
	if !ok {
		if in, isInert := v.(*inertObject); isInert && strings.HasSuffix(in.name, "_NONE_NAME") {
			return schema.ConstraintName{State: schema.NameNever}
		}
		if v == l.symbols["_NONE_NAME"] && v != nil {
			return schema.ConstraintName{State: schema.NameNever}
		}
		return schema.ConstraintName{}
	}
	n := schema.Given(s)
	n.Quote = quoteOf(v)
	for _, k := range v.Type().MRO {
		if k.Name == "conv" {
			n.State = schema.NameFinal
		}
	}
	return n
}

// NameOf converts a constraint or index name as scripts give it.
func (l *Library) NameOf(v pyrt.Value) (schema.ConstraintName, error) {
	if in, ok := v.(*inertObject); ok {
		return schema.ConstraintName{}, unsupported("%s", in.name)
	}
	return l.constraintName(v), nil
}

// constraintBase reads the keyword arguments that all constraints take.
func (l *Library) constraintBase(name pyrt.Value, kw pyrt.Value) (schema.ConstraintBase, error) {
	b := schema.ConstraintBase{Name: l.constraintName(name), Created: l.order.Next()}
	var rest []pyrt.Keyword
	for _, k := range keywords(kw) {
		switch k.Name {
		case "deferrable":
			b.Deferrable = tri(k.Value)
		case "initially":
			b.Initially, _ = pyrt.AsStr(k.Value)
		case "comment":
			b.Comment, _ = pyrt.AsStr(k.Value)
		case "info", "_create_rule", "_type_bound", "_implicit_generated", "_column_flag":
		default:
			if err := l.dialectKeyword(k.Name); err != nil {
				return b, err
			}
			rest = append(rest, k)
		}
	}
	var err error
	b.Options, err = l.options(rest)
	return b, err
}

func newConstraintObject(l *Library, _ *pyrt.Thread, cls *pyrt.Type, _ pyrt.Args) (pyrt.Value, error) {
	o := &pyrt.Object{Class: cls}
	o.Native = &constraint{obj: o}
	return o, nil
}

// columnsConstraint is UniqueConstraint and PrimaryKeyConstraint.
func columnsConstraint(make func(schema.ConstraintBase) schema.Constraint) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		k := a[0].(*pyrt.Object).Native.(*constraint)
		base, err := l.constraintBase(a[2], a[3])
		if err != nil {
			return nil, err
		}
		k.data, k.columns = make(base), l.items(a[1])
		return pyrt.None, l.autoAttach(k.columns, func(tb *table) error { return l.attachItem(tb, k.obj) }, nil)
	}
}

// autoAttach attaches a constraint or index to the table of its columns, now or
// when they get one. Only Column objects count.
func (l *Library) autoAttach(values []pyrt.Value, attach func(*table) error, extra []*column) error {
	cols := extra
	for _, v := range values {
		if c := l.columnOf(v); c != nil {
			cols = append(cols, c)
		} else if _, isText := pyrt.AsStr(v); isText {
			return nil
		}
	}
	for _, c := range cols {
		if c.table != nil {
			if c.table.def.Light {
				return nil
			}
			return attach(c.table)
		}
	}
	for _, c := range cols {
		if c.obj.Class.Name == "ColumnClause" {
			continue
		}
		c.waiting = append(c.waiting, attach)
		break
	}
	return nil
}

// attachItem is Table.append_constraint and its like.
func (l *Library) attachItem(tb *table, o *pyrt.Object) error {
	d, err := l.tableItem(l.thread, tb, o)
	if err != nil || d == nil {
		return err
	}
	return l.addData(tb, []schema.Item{d})
}

// settleConstraint turns the column arguments into names.
func (l *Library) settleConstraint(k *constraint) error {
	names, err := l.columnKeys(k.columns)
	if err != nil {
		return err
	}
	switch d := k.data.(type) {
	case *schema.PrimaryKey:
		if !k.settled {
			d.Columns = names
		}
	case *schema.Unique:
		if !k.settled {
			d.Columns = names
		}
	case *schema.ForeignKey:
		if !k.settled {
			d.Columns = names
		}
		l.settleReferences(k, d)
	}
	k.settled = k.table != nil
	return nil
}

// columnKeys lists the keys of columns given as strings or Column objects.
func (l *Library) columnKeys(vs []pyrt.Value) ([]string, error) {
	var out []string
	for _, v := range vs {
		if s, ok := pyrt.AsStr(v); ok {
			out = append(out, s)
		} else if c := l.columnOf(v); c != nil {
			out = append(out, c.def.KeyName())
		} else if x, ok := l.elementOf(v).(*expr.Column); ok {
			if x.Key != "" {
				out = append(out, x.Key)
			} else {
				out = append(out, x.Name)
			}
		} else {
			r, err := pyrt.Repr(l.thread, v)
			if err != nil {
				return nil, err
			}
			return nil, l.errorf("ArgumentError", "Column expression or string name expected for constraint, got %s.", r)
		}
	}
	return out, nil
}

// foreignKeyConstraint is ForeignKeyConstraint(columns, refcolumns, name=...).
func foreignKeyConstraint(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	k := a[0].(*pyrt.Object).Native.(*constraint)
	var err error
	if k.columns, err = pyrt.Collect(t, a[1]); err != nil {
		return nil, err
	}
	if k.refs, err = pyrt.Collect(t, a[2]); err != nil {
		return nil, err
	}
	if len(k.columns) != len(k.refs) {
		if len(uniqueValues(k.columns)) != len(k.columns) {
			return nil, l.errorf("ArgumentError", "ForeignKeyConstraint on (%s) has duplicate column references", "")
		}
		return nil, l.errorf("ArgumentError", "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.")
	}
	d, rest, err := l.foreignKeyData(a[3], a[4])
	if err != nil {
		return nil, err
	}
	if len(rest) > 0 {
		return nil, l.dialectKeyword(rest[0].Name)
	}
	k.data = d
	if err := l.settleConstraint(k); err != nil {
		return nil, err
	}
	return pyrt.None, l.autoAttach(k.columns, func(tb *table) error { return l.attachItem(tb, k.obj) }, nil)
}

func uniqueValues(vs []pyrt.Value) map[pyrt.Value]bool {
	out := map[pyrt.Value]bool{}
	for _, v := range vs {
		out[v] = true
	}
	return out
}

// foreignKeyData reads the keyword arguments of both foreign key classes.
func (l *Library) foreignKeyData(name, kw pyrt.Value) (*schema.ForeignKey, []pyrt.Keyword, error) {
	d := &schema.ForeignKey{}
	own := pyrt.NewDict()
	for _, k := range keywords(kw) {
		switch k.Name {
		case "onupdate":
			d.OnUpdate, _ = pyrt.AsStr(k.Value)
		case "ondelete":
			d.OnDelete, _ = pyrt.AsStr(k.Value)
		case "match":
			d.Match, _ = pyrt.AsStr(k.Value)
		case "use_alter":
			d.UseAlter = tri(k.Value) == schema.Yes
		case "link_to_name":
			d.LinkToName = tri(k.Value) == schema.Yes
		case "table", "_constraint", "_unresolvable", "_disable_warnings":
		default:
			own.SetStr(k.Name, k.Value)
		}
	}
	base, err := l.constraintBase(name, own)
	d.ConstraintBase = base
	return d, nil, err
}

// settleReferences finds what a foreign key constraint refers to.
func (l *Library) settleReferences(k *constraint, d *schema.ForeignKey) {
	if len(k.refs) == 0 {
		return
	}
	d.RefColumns = nil
	for i, r := range k.refs {
		if c := l.columnOf(r); c != nil {
			d.RefColumns = append(d.RefColumns, c.def.Name)
			if c.table != nil && i == 0 {
				d.RefTable, d.Ref = c.table.def.Name, c.table.def
			}
			continue
		}
		s, _ := pyrt.AsStr(r)
		name, col := splitTarget(s)
		name.Quote = schema.Unset
		if i == 0 {
			d.RefTable = name
			l.metadataSchema(k.table, d)
			d.Ref = nil
			if t := l.findTarget(k.table, d.RefTable); t != nil {
				d.Ref = t.def
			}
		}
		if d.Ref != nil && !d.LinkToName {
			if t := l.tableObject(d.Ref); t != nil {
				if c := t.column(col); c != nil {
					col = c.def.Name
				}
			}
		}
		d.RefColumns = append(d.RefColumns, col)
	}
}

// metadataSchema applies MetaData(schema=) to a target without a schema.
func (l *Library) metadataSchema(tb *table, d *schema.ForeignKey) {
	if tb != nil && tb.md != nil && d.RefTable.Schema == "" {
		d.RefTable.Schema = tb.md.schema
	}
}

func (l *Library) findTarget(tb *table, name schema.Name) *table {
	if tb == nil || tb.md == nil {
		return nil
	}
	if found := tb.md.find(name); found != nil || l.completing {
		return found
	}
	l.completing = true
	l.complete(l.thread, tb.md)
	l.completing = false
	return tb.md.find(name)
}

// splitTarget reads "schema.table.column".
func splitTarget(s string) (schema.Name, string) {
	parts := strings.Split(s, ".")
	if len(parts) == 1 {
		return schema.Name{Name: parts[0]}, ""
	}
	n := schema.Name{Name: parts[len(parts)-2]}
	n.Schema = strings.Join(parts[:len(parts)-2], ".")
	return n, parts[len(parts)-1]
}

// checkInit is CheckConstraint(sqltext, name=...).
func checkInit(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	k := a[0].(*pyrt.Object).Native.(*constraint)
	var x expr.Expr
	if s, ok := pyrt.AsStr(a[1]); ok {
		x = &expr.Text{SQL: s}
	} else if x = l.elementOf(a[1]); x == nil {
		if in, ok := a[1].(*inertObject); ok {
			return nil, unsupported("%s", in.name)
		}
		r, err := pyrt.Repr(t, a[1])
		if err != nil {
			return nil, err
		}
		return nil, l.errorf("ArgumentError", "SQL expression element for DDL constraint expected, got %s.", r)
	}
	own := pyrt.NewDict()
	auto := true
	var tableArg pyrt.Value
	for _, kw := range keywords(a[3]) {
		switch kw.Name {
		case "table":
			tableArg = kw.Value
		case "_autoattach":
			auto = tri(kw.Value) == schema.Yes
		default:
			own.SetStr(kw.Name, kw.Value)
		}
	}
	base, err := l.constraintBase(a[2], own)
	if err != nil {
		return nil, err
	}
	k.data = &schema.Check{ConstraintBase: base, Expr: x}
	if tb := l.tableOf(tableArg); tb != nil {
		return pyrt.None, l.attachItem(tb, k.obj)
	}
	if !auto {
		return pyrt.None, nil
	}
	return pyrt.None, l.autoAttach(nil, func(tb *table) error { return l.attachItem(tb, k.obj) }, l.columnsIn(x))
}

// columnsIn lists the Column objects in an expression that have a table or may
// get one.
func (l *Library) columnsIn(x expr.Expr) []*column {
	var out []*column
	for _, f := range expr.FromsOf(x) {
		if t, ok := f.(*expr.Table); ok {
			if tb := l.tableObject(t.Def); tb != nil && len(tb.cols) > 0 {
				out = append(out, tb.cols[0])
			}
		}
	}
	return out
}

// nameNow settles the name that a naming convention gives in the table that the
// constraint belongs to: copies keep it.
func (k *constraint) nameNow() {
	if k.table == nil || k.data == nil {
		return
	}
	if n, err := sqlgen.ResolveName(k.table.def, k.data); err == nil && n.State == schema.NameFinal {
		k.data.Base().Name = n
	}
}

// copyConstraint makes an unattached twin.
func (l *Library) copyConstraint(k *constraint) *constraint {
	k.nameNow()
	n := &constraint{columns: k.columns, refs: k.refs}
	switch d := k.data.(type) {
	case *schema.PrimaryKey:
		c := *d
		n.data = &c
	case *schema.Unique:
		c := *d
		n.data = &c
	case *schema.ForeignKey:
		c := *d
		n.data = &c
	case *schema.Check:
		c := *d
		n.data = &c
	case *schema.Exclude:
		c := *d
		n.data = &c
	}
	var names []pyrt.Value
	for _, v := range k.columns {
		if c := l.columnOf(v); c != nil {
			v = pyrt.Str(c.def.KeyName())
		}
		names = append(names, v)
	}
	n.columns = names
	n.data.Base().Created = l.order.Next()
	n.obj = pyrt.NewObject(k.obj.Class, n)
	return n
}

// ConstraintOf converts a constraint object to data.
func (l *Library) ConstraintOf(v pyrt.Value) (schema.Constraint, error) {
	if o, ok := v.(*pyrt.Object); ok {
		switch n := o.Native.(type) {
		case *constraint:
			return n.data, l.settleConstraint(n)
		case *foreignKey:
			l.syncForeignKey(n)
			return n.data, nil
		}
	}
	if in, ok := v.(*inertObject); ok {
		return nil, unsupported("%s", in.name)
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "a constraint is expected, got %s", v.Type().Name)
}
