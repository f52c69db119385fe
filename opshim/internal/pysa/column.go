package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/internal/inert"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// column is the Go payload of Column and of sa.column().
type column struct {
	obj   *pyrt.Object
	def   *schema.Column
	node  *expr.Column // gets its table when the column is attached
	typ   *pyrt.Object
	table *table
	fks   []*foreignKey
	// serverDefault, clientDefault and the rest are the Python objects given.
	serverDefault, clientDefault, onUpdate, serverOnUpdate pyrt.Value
	constraints                                            []*pyrt.Object
	waiting                                                []func(*table) error
	info                                                   *pyrt.Dict
}

// columnOf returns the payload of a Column object; nil when v is none. Mapped
// attributes count through __clause_element__.
func (l *Library) columnOf(v pyrt.Value) *column {
	o, ok := v.(*pyrt.Object)
	if !ok {
		if c, ok := l.classElement(v).(*expr.Column); ok {
			return l.columnByNode(c)
		}
		return nil
	}
	if c, ok := o.Native.(*column); ok {
		return c
	}
	if o.Class.Lookup("__clause_element__") != nil {
		if r, err := pyrt.CallMethod(l.thread, o, "__clause_element__"); err == nil && r != v {
			return l.columnOf(r)
		}
	}
	return nil
}

// columnByNode finds the Column object behind an expression.
func (l *Library) columnByNode(c *expr.Column) *column {
	if t, ok := c.Table.(*expr.Table); ok {
		if tb := l.tableObject(t.Def); tb != nil {
			return tb.column(c.Key + map[bool]string{true: c.Name}[c.Key == ""])
		}
	}
	return nil
}

// newColumnObject is Column.__new__.
func newColumnObject(l *Library, _ *pyrt.Thread, cls *pyrt.Type, _ pyrt.Args) (pyrt.Value, error) {
	o := &pyrt.Object{Class: cls}
	c := &column{obj: o, def: &schema.Column{Created: l.order.Next()}, node: &expr.Column{}}
	o.Native = c
	return o, nil
}

// columnInit is Column.__init__: (name, type, *args, **kwargs).
func (l *Library) columnInit(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
	o, ok := args.Pos[0].(*pyrt.Object)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "Column.__init__ needs a Column")
	}
	c := o.Native.(*column)
	pos := args.Pos[1:]
	var name, typ pyrt.Value
	if len(pos) > 0 {
		if _, isText := pyrt.AsStr(pos[0]); isText || pos[0] == pyrt.None {
			name, pos = pos[0], pos[1:]
		}
	}
	if len(pos) > 0 && l.isTypeArg(pos[0]) {
		typ, pos = pos[0], pos[1:]
	} else if len(pos) > 0 {
		if in, ok := pos[0].(*inertObject); ok {
			return nil, unsupported("%s", in.name)
		}
		if inert.Is(pos[0]) || l.looksLikeType(pos[0]) {
			typ, pos = pos[0], pos[1:]
		} else if pos[0] == pyrt.None {
			pos = pos[1:]
		}
	}
	kw, err := l.columnKeywords(t, c, args.Kw, &name, &typ)
	if err != nil {
		return nil, err
	}
	if err := l.setColumnName(c, name); err != nil {
		return nil, err
	}
	if err := l.setColumnType(c, typ); err != nil {
		return nil, err
	}
	if c.def.Options, err = l.options(kw); err != nil {
		return nil, err
	}
	for _, item := range pos {
		if err := l.addColumnItem(t, c, item); err != nil {
			return nil, err
		}
	}
	return pyrt.None, l.fireType(c)
}

// looksLikeType accepts objects of unknown classes (inert application types) that
// stand where a type is expected.
func (l *Library) looksLikeType(v pyrt.Value) bool {
	if c, ok := v.(*pyrt.Type); ok {
		return !c.IsSubclass(l.class("SchemaItem"))
	}
	return false
}

func (l *Library) setColumnName(c *column, name pyrt.Value) error {
	if name == nil {
		return nil
	}
	s, _ := pyrt.AsStr(name)
	c.def.Name = s
	if q := quoteOf(name); q != schema.Unset {
		c.def.Quote = q
	}
	c.node.Name, c.node.Quote = s, c.def.Quote
	c.node.Key = c.def.Key
	return nil
}

func (l *Library) setColumnType(c *column, typ pyrt.Value) error {
	inst, err := l.toInstance(l.thread, typ)
	if err != nil {
		return err
	}
	ty, err := l.typeData(inst)
	if err != nil {
		return err
	}
	c.typ, c.def.Type, c.node.Type = inst, ty, ty
	return nil
}

// columnKeywords applies the keyword arguments and returns those that belong to
// dialects.
func (l *Library) columnKeywords(t *pyrt.Thread, c *column, kws []pyrt.Keyword, name, typ *pyrt.Value) ([]pyrt.Keyword, error) {
	var rest []pyrt.Keyword
	for _, k := range kws {
		var err error
		switch k.Name {
		case "name":
			if *name != nil {
				return nil, l.errorf("ArgumentError", "May not pass name positionally and as a keyword.")
			}
			*name = k.Value
		case "type_":
			if *typ != nil {
				return nil, l.errorf("ArgumentError", "May not pass type_ positionally and as a keyword.")
			}
			*typ = k.Value
		case "server_default", "default", "onupdate", "server_onupdate":
			err = l.columnDefault(t, c, k.Name, k.Value)
		case "insert_default":
			err = l.columnDefault(t, c, "default", k.Value)
		case "info":
			if d, ok := k.Value.(*pyrt.Dict); ok {
				c.info = d
			}
		case "doc", "sort_order", "_proxies", "_creation_order":
		default:
			var known bool
			if known, err = columnFlag(t, c.def, k); !known && err == nil {
				if err = l.dialectKeyword(k.Name); err == nil {
					rest = append(rest, k)
				}
			}
		}
		if err != nil {
			return nil, err
		}
	}
	c.node.Key = c.def.Key
	return rest, nil
}

// columnFlag applies the plain keyword arguments.
func columnFlag(t *pyrt.Thread, d *schema.Column, k pyrt.Keyword) (bool, error) {
	switch k.Name {
	case "primary_key":
		on, err := pyrt.Truth(t, k.Value)
		d.PrimaryKey = on
		return true, err
	case "nullable":
		d.Nullable = tri(k.Value)
		if k.Value == pyrt.None {
			d.Nullable = schema.No
		}
	case "unique":
		d.Unique = tri(k.Value)
	case "index":
		d.Index = tri(k.Value)
	case "key":
		d.Key, _ = pyrt.AsStr(k.Value)
	case "quote":
		d.Quote = tri(k.Value)
	case "comment":
		if s, ok := pyrt.AsStr(k.Value); ok {
			d.Comment = &s
		}
	case "system":
		on, err := pyrt.Truth(t, k.Value)
		d.System = on
		return true, err
	case "autoincrement":
		if s, ok := pyrt.AsStr(k.Value); ok {
			d.Autoincrement = s
			return true, nil
		}
		on, err := pyrt.Truth(t, k.Value)
		d.Autoincrement = map[bool]string{true: "true", false: "false"}[on]
		return true, err
	default:
		return false, nil
	}
	return true, nil
}

// dialectKeyword refuses keyword arguments that are not named after a dialect.
func (l *Library) dialectKeyword(name string) error {
	for i := range len(name) {
		if name[i] != '_' || i == 0 || i+1 == len(name) {
			continue
		}
		switch d := name[:i]; d {
		case "postgresql", "sqlite", "mysql", "mariadb", "mssql", "oracle":
		default:
			if l.opt.Warn != nil {
				l.opt.Warn("Can't validate argument '" + name + "'; can't locate any SQLAlchemy dialect named '" + d + "'")
			}
		}
		return nil
	}
	return pyrt.Errorf(pyrt.TypeError, "Additional arguments should be named <dialectname>_<argument>, got '%s'", name)
}

// addColumnItem attaches a positional argument: ForeignKey, CheckConstraint,
// Sequence, Identity, Computed, a default.
func (l *Library) addColumnItem(t *pyrt.Thread, c *column, item pyrt.Value) error {
	if o, ok := item.(*pyrt.Object); ok {
		switch n := o.Native.(type) {
		case *foreignKey:
			n.parent = c
			c.fks = append(c.fks, n)
			l.syncForeignKey(n)
			c.def.ForeignKeys = append(c.def.ForeignKeys, n.data)
			return nil
		case *constraint:
			c.constraints = append(c.constraints, o)
			if ck, ok := n.data.(*schema.Check); ok {
				n.nameNow()
				ck.ColumnLevel, ck.Column = true, c.def.Name
				c.def.Checks = append(c.def.Checks, ck)
			}
			return nil
		case *sequence:
			c.clientDefault = o
			c.def.Sequence = n.data
			return nil
		case *defaultObject:
			return l.attachDefault(c, o, n)
		}
	}
	if in, ok := item.(*inertObject); ok {
		return unsupported("%s", in.name)
	}
	if miss, err := l.missing(item); miss {
		return err
	}
	r, err := pyrt.Repr(t, item)
	if err != nil {
		return err
	}
	return l.errorf("ArgumentError", "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %s", r)
}

// ColumnOf converts a Column object to data; foreign keys are settled. The
// result shares nothing that the caller might change.
func (l *Library) ColumnOf(v pyrt.Value) (*schema.Column, error) {
	return l.NewColumnOf(v, schema.Name{Name: "t"})
}

// NewColumnOf is ColumnOf for a column that a table is to get.
func (l *Library) NewColumnOf(v pyrt.Value, table schema.Name) (*schema.Column, error) {
	c := l.columnOf(v)
	if c == nil {
		if in, ok := v.(*inertObject); ok {
			return nil, unsupported("%s", in.name)
		}
		return nil, pyrt.Errorf(pyrt.TypeError, "a Column is expected, got %s", v.Type().Name)
	}
	l.settleColumn(c)
	d := c.copyData()
	var err error
	d.Attached, d.AttachedIndexes, err = l.attached(c, table)
	return d, err
}

// settleColumn resolves foreign keys and, for a column without a type, the type
// of what it refers to.
func (l *Library) settleColumn(c *column) {
	for _, fk := range c.fks {
		l.syncForeignKey(fk)
		if c.def.Type.IsNull() {
			if target := l.foreignColumn(fk); target != nil {
				c.typ, c.def.Type = target.typ, target.def.Type
				c.node.Type = target.def.Type
			}
		}
	}
}

// copyData copies the data of a column, with the constraints inside it.
func (c *column) copyData() *schema.Column {
	d := *c.def
	d.ForeignKeys, d.Checks = nil, nil
	for _, fk := range c.def.ForeignKeys {
		k := *fk
		d.ForeignKeys = append(d.ForeignKeys, &k)
	}
	for _, ck := range c.def.Checks {
		k := *ck
		d.Checks = append(d.Checks, &k)
	}
	return &d
}

// copyColumn is Column._copy(): an unattached twin.
func (l *Library) copyColumn(c *column) *column {
	n := &column{def: c.copyData(), typ: c.typ, serverDefault: c.serverDefault, clientDefault: c.clientDefault, onUpdate: c.onUpdate,
		serverOnUpdate: c.serverOnUpdate, info: c.info}
	n.def.Created = l.order.Next()
	n.node = &expr.Column{Name: n.def.Name, Key: n.def.Key, Type: n.def.Type, Quote: n.def.Quote}
	n.obj = pyrt.NewObject(c.obj.Class, n)
	for i, fk := range c.fks {
		if i >= len(n.def.ForeignKeys) {
			break // a key of its table, as reflection makes them, stays there
		}
		f := &foreignKey{data: n.def.ForeignKeys[i], spec: fk.spec, target: fk.target, parent: n}
		f.obj = pyrt.NewObject(fk.obj.Class, f)
		n.fks = append(n.fks, f)
	}
	return n
}

// NewColumn makes a Column object out of data.
func (l *Library) NewColumn(d *schema.Column) (*pyrt.Object, error) {
	typ, err := l.NewType(d.Type)
	if err != nil {
		return nil, err
	}
	c := &column{def: d, typ: typ, node: &expr.Column{Name: d.Name, Key: d.Key, Type: d.Type, Quote: d.Quote}}
	c.obj = pyrt.NewObject(l.class("Column"), c)
	for _, k := range d.ForeignKeys {
		f := &foreignKey{data: k, parent: c, spec: fkSpec(k)}
		f.obj = pyrt.NewObject(l.class("ForeignKey"), f)
		c.fks = append(c.fks, f)
	}
	return c.obj, nil
}

func fkSpec(k *schema.ForeignKey) string {
	s := k.RefTable.String()
	if len(k.RefColumns) > 0 {
		s += "." + k.RefColumns[0]
	}
	return s
}

// lightColumn is sa.column(name, type_).
func lightColumn(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, ok := pyrt.AsStr(a[0])
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "column names are strings, got %s", a[0].Type().Name)
	}
	lit, err := pyrt.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	inst, err := l.toInstance(t, a[1])
	if err != nil {
		return nil, err
	}
	ty, err := l.typeData(inst)
	if err != nil {
		return nil, err
	}
	if lit {
		return l.withType(pyrt.NewObject(l.class("ColumnClause"), &element{x: &expr.Column{Name: name, Literal: true, Type: ty}}), inst)
	}
	c := &column{def: &schema.Column{Name: name, Type: ty, Quote: quoteOf(a[0])}, typ: inst}
	c.node = &expr.Column{Name: name, Type: ty, Quote: c.def.Quote}
	c.obj = pyrt.NewObject(l.class("ColumnClause"), c)
	return c.obj, nil
}
