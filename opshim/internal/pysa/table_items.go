package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// addItems attaches the positional arguments of Table: columns first, then
// constraints and indexes.
func (l *Library) addItems(t *pyrt.Thread, tb *table, items []pyrt.Value, replace bool) error {
	var data []schema.Item
	var cols []*column
	for _, it := range items {
		c := l.columnOf(it)
		if c == nil {
			continue
		}
		if !replace && (tb.column(c.def.KeyName()) != nil || sameKey(cols, c)) {
			return l.errorf("DuplicateColumnError", "A column with name '%s' is already present in table '%s'.", c.def.Name, tb.def.Name.Name)
		}
		if c.table != nil && c.table != tb {
			return l.errorf("ArgumentError", "Column object '%s' already assigned to Table '%s'", c.def.Name, c.table.def.Name.Name)
		}
		if c.def.Name == "" {
			return l.errorf("ArgumentError", "Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.")
		}
		cols = append(cols, c)
		data = append(data, c.def)
	}
	if err := l.fireColumns("before_parent_attach", tb, cols); err != nil {
		return err
	}
	for _, c := range cols {
		c.table, c.node.Table, c.node.Def = tb, tb.from, c.def
		l.replaceColumn(tb, c)
		l.settleColumn(c)
	}
	for _, it := range items {
		if l.columnOf(it) != nil {
			continue
		}
		d, err := l.tableItem(t, tb, it)
		if err != nil {
			return err
		}
		if d != nil {
			data = append(data, d)
		}
	}
	if err := l.addData(tb, data); err != nil {
		return err
	}
	if err := l.fireColumns("after_parent_attach", tb, cols); err != nil {
		return err
	}
	return l.wakeColumns(tb, cols)
}

func sameKey(cols []*column, c *column) bool {
	for _, k := range cols {
		if k.def.KeyName() == c.def.KeyName() {
			return true
		}
	}
	return false
}

func (l *Library) replaceColumn(tb *table, c *column) {
	for i, old := range tb.cols {
		if old.def.KeyName() == c.def.KeyName() {
			tb.cols[i] = c
			return
		}
	}
	tb.cols = append(tb.cols, c)
}

// addData is schema.Table.Add with SQLAlchemy's exceptions.
func (l *Library) addData(tb *table, data []schema.Item) error {
	err := tb.def.Add(l.order, data...)
	if u, ok := err.(*schema.UnknownColumn); ok {
		return l.errorf("ConstraintColumnNotFoundError", "%s", u.Error())
	}
	return err
}

// wakeColumns runs what waited for columns to get a table: constraints and
// indexes over Column objects that had none yet.
func (l *Library) wakeColumns(tb *table, cols []*column) error {
	for _, c := range cols {
		waiting := c.waiting
		c.waiting = nil
		for _, f := range waiting {
			if err := f(tb); err != nil {
				return err
			}
		}
	}
	return nil
}

// tableItem attaches a constraint or an index and returns its data.
func (l *Library) tableItem(t *pyrt.Thread, tb *table, it pyrt.Value) (schema.Item, error) {
	if o, ok := it.(*pyrt.Object); ok {
		switch n := o.Native.(type) {
		case *constraint:
			if n.table != nil && n.table != tb {
				n = l.copyConstraint(n)
				o = n.obj
			} else if n.table == tb {
				return nil, nil
			}
			n.table = tb
			if err := l.settleConstraint(n); err != nil {
				return nil, err
			}
			tb.items[n.data] = o
			item, _ := n.data.(schema.Item)
			return item, nil
		case *index:
			if n.table == tb {
				return nil, nil
			}
			n.table = tb
			if err := l.settleIndex(n); err != nil {
				return nil, err
			}
			tb.items[n.data] = o
			return n.data, nil
		case *sequence, *defaultObject, *ddlObject, *metadata:
			return nil, nil // items that do nothing to a table
		}
	}
	if in, ok := it.(*inertObject); ok {
		return nil, unsupported("%s", in.name)
	}
	if miss, err := l.missing(it); miss {
		return nil, err
	}
	r, err := pyrt.Repr(t, it)
	if err != nil {
		return nil, err
	}
	return nil, l.errorf("ArgumentError", "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %s", r)
}

// lightTable is sa.table(name, *columns, schema=).
func lightTable(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, ok := pyrt.AsStr(a[0])
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "table names are strings, got %s", a[0].Type().Name)
	}
	def := &schema.Table{Name: schema.Name{Name: name, Quote: quoteOf(a[0])}, Light: true, Created: l.order.Next()}
	def.Name.Schema, _ = pyrt.AsStr(a[2])
	def.Name.QuoteSchema = quoteOf(a[2])
	tb := l.newTable("TableClause", def)
	for _, it := range l.items(a[1]) {
		c := l.columnOf(it)
		if c == nil {
			if in, ok := it.(*inertObject); ok {
				return nil, unsupported("%s", in.name)
			}
			return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute '_propagate_attrs'", it.Type().Name)
		}
		if c.table != nil {
			c = l.copyColumn(c)
		}
		l.attach(tb, c)
	}
	return tb.obj, nil
}

// TableOf returns the data of a Table or sa.table() object with foreign keys
// settled.
func (l *Library) TableOf(v pyrt.Value) (*schema.Table, error) {
	tb := l.tableOf(v)
	if tb == nil {
		if in, ok := v.(*inertObject); ok {
			return nil, unsupported("%s", in.name)
		}
		return nil, pyrt.Errorf(pyrt.TypeError, "a Table is expected, got %s", v.Type().Name)
	}
	l.settleTable(tb)
	return tb.def, nil
}

// settleTable brings the data of foreign keys up to date with the objects that
// they point to.
func (l *Library) settleTable(tb *table) {
	for _, c := range tb.cols {
		l.settleColumn(c)
		for _, fk := range c.fks {
			if fk.inTable {
				continue
			}
			for _, k := range tb.def.Constraints {
				if x, ok := k.(*schema.ForeignKey); ok && x.Implicit && len(x.Columns) == 1 && x.Columns[0] == c.def.Name && (fk.data == x || sameTarget(x, fk)) {
					x.RefTable, x.RefColumns, x.Ref = fk.data.RefTable, fk.data.RefColumns, fk.data.Ref
				}
			}
		}
	}
	for _, o := range tb.items {
		if n, ok := o.Native.(*constraint); ok {
			if err := l.settleConstraint(n); err != nil {
				continue
			}
		}
	}
}

func sameTarget(x *schema.ForeignKey, fk *foreignKey) bool {
	return x.Ref == nil || fk.data.Ref == nil || x.Ref == fk.data.Ref
}

// NewTable makes a Table object out of data, in a MetaData of its own.
func (l *Library) NewTable(def *schema.Table) (*pyrt.Object, error) {
	class := "Table"
	if def.Light {
		class = "TableClause"
	}
	tb := l.newTable(class, def)
	tb.md = &metadata{naming: def.Naming}
	tb.md.obj = pyrt.NewObject(l.class("MetaData"), tb.md)
	tb.md.add(tb)
	for _, d := range def.Columns {
		o, err := l.NewColumn(d)
		if err != nil {
			return nil, err
		}
		c := o.Native.(*column)
		c.serverDefault = l.defaultClause(l.defaultArg(d.ServerDefault), d.ServerDefault, false)
		c.table, c.node.Table, c.node.Def = tb, tb.from, d
		tb.cols = append(tb.cols, c)
	}
	for _, k := range def.Constraints {
		if fk, ok := k.(*schema.ForeignKey); ok && !fk.Implicit {
			l.reflectedForeignKey(tb, fk)
		}
	}
	return tb.obj, nil
}

// BuildTable is Table(name, MetaData(naming_convention=naming), *items, **kw)
// as op.create_table makes it: columns that belong to another table already, and
// constraints of one, are copied.
func (l *Library) BuildTable(name pyrt.Value, items []pyrt.Value, kw []pyrt.Keyword, naming *schema.NamingConvention) (*pyrt.Object, error) {
	md := &metadata{naming: naming}
	md.obj = pyrt.NewObject(l.class("MetaData"), md)
	args := pyrt.Args{Pos: []pyrt.Value{name, md.obj}, Kw: kw}
	for _, it := range items {
		if c := l.columnOf(it); c != nil {
			if c.table != nil {
				c = l.copyColumn(c)
				if err := l.fireType(c); err != nil {
					return nil, err
				}
			}
			it = c.obj
		}
		args.Pos = append(args.Pos, it)
	}
	v, err := tableNew(l, l.thread, l.class("Table"), args)
	if err != nil {
		return nil, err
	}
	return v.(*pyrt.Object), nil
}

// FromOf converts a FROM object: a table, alias, join, subquery, CTE, …
func (l *Library) FromOf(v pyrt.Value) (expr.From, error) { return l.fromOf(v) }
