package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// table is the Go payload of Table and of sa.table().
type table struct {
	lib   *Library
	obj   *pyrt.Object
	def   *schema.Table
	from  *expr.Table
	md    *metadata
	cols  []*column
	info  *pyrt.Dict
	items map[any]*pyrt.Object // Python objects of constraints and indexes by their data
}

// tableObject finds the payload of a table by its data.
func (l *Library) tableObject(def *schema.Table) *table {
	if def == nil {
		return nil
	}
	if tb, ok := def.Object.(*table); ok && tb.def == def && tb.lib == l {
		return tb
	}
	return nil
}

// column finds a column by key, then by name.
func (tb *table) column(key string) *column {
	for _, c := range tb.cols {
		if c.def.KeyName() == key {
			return c
		}
	}
	for _, c := range tb.cols {
		if c.def.Name == key {
			return c
		}
	}
	return nil
}

// tableOf returns the payload of a Table object or of a mapped class.
func (l *Library) tableOf(v pyrt.Value) *table {
	if o, ok := v.(*pyrt.Object); ok {
		if tb, ok := o.Native.(*table); ok {
			return tb
		}
	}
	if v == nil {
		return nil
	}
	if _, isClass := v.(*pyrt.Type); isClass {
		if t, err := pyrt.LookupAttr(l.thread, v, "__table__"); err == nil && t != nil {
			if o, ok := t.(*pyrt.Object); ok {
				tb, _ := o.Native.(*table)
				return tb
			}
		}
	}
	return nil
}

// fromOfEntity is the FROM object of a mapped class; nil for anything else.
func (l *Library) fromOfEntity(v pyrt.Value) (expr.From, error) {
	if tb := l.tableOf(v); tb != nil {
		return tb.from, nil
	}
	if o, ok := v.(*pyrt.Object); ok && o.Dict != nil {
		if s, ok := o.Dict.GetStr("__sa_from__"); ok {
			return l.fromOf(s)
		}
	}
	return nil, nil
}

// newTable makes the payload around data that is still empty.
func (l *Library) newTable(class string, def *schema.Table) *table {
	tb := &table{lib: l, def: def, from: &expr.Table{Def: def}, items: map[any]*pyrt.Object{}}
	tb.obj = pyrt.NewObject(l.class(class), tb)
	def.Object = tb
	return tb
}

// tableNew is Table.__new__: Table(name, metadata, *args, **kw).
func tableNew(l *Library, t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
	if len(args.Pos) < 2 {
		if len(args.Pos) == 0 && len(args.Kw) == 0 {
			return &pyrt.Object{Class: cls}, nil
		}
		return nil, pyrt.Errorf(pyrt.TypeError, "Table() takes at least two positional-only arguments 'name' and 'metadata'")
	}
	md, ok := l.metadataOf(args.Pos[1])
	if !ok {
		if in, isInert := args.Pos[1].(*inertObject); isInert {
			return nil, unsupported("%s", in.name)
		}
		r, err := pyrt.Repr(t, args.Pos[1])
		if err != nil {
			return nil, err
		}
		return nil, l.errorf("ArgumentError", "Expected MetaData instance as second argument, got %s", r)
	}
	spec, err := l.readTableArgs(t, md, args)
	if err != nil {
		return nil, err
	}
	if tb := md.find(spec.name); tb != nil {
		return l.existingTable(t, tb, spec)
	}
	if spec.mustExist {
		return nil, l.errorf("InvalidRequestError", "Table '%s' not defined", spec.name.String())
	}
	tb := l.newTable("Table", &schema.Table{Name: spec.name, Naming: md.naming, Created: l.order.Next()})
	tb.obj.Class, tb.md = cls, md
	md.add(tb)
	if err := l.fillTable(t, tb, spec); err != nil {
		md.remove(tb)
		return nil, err
	}
	return tb.obj, l.fire(tb.obj, "after_parent_attach", tb.obj, md.obj)
}

// tableArgs are the arguments of Table.
type tableArgs struct {
	name                               schema.Name
	items                              []pyrt.Value
	options                            []pyrt.Keyword
	extend, keep, mustExist, noReplace bool
	autoload                           bool // in 1.4
	bind                               pyrt.Value
	comment                            *string
	prefixes                           []string
	info                               *pyrt.Dict
	include                            []pyrt.Value
	schemaGiven                        bool
}

// readTableArgs sorts the arguments.
func (l *Library) readTableArgs(t *pyrt.Thread, md *metadata, args pyrt.Args) (*tableArgs, error) {
	s := &tableArgs{items: args.Pos[2:]}
	s.name.Name, _ = pyrt.AsStr(args.Pos[0])
	s.name.Quote = quoteOf(args.Pos[0])
	for _, k := range args.Kw {
		known, err := l.tableFlag(t, s, k)
		if err != nil {
			return nil, err
		}
		if known || l.tableValue(s, k) {
			continue
		}
		if err := l.dialectKeyword(k.Name); err != nil {
			return nil, err
		}
		s.options = append(s.options, k)
	}
	if !s.schemaGiven {
		s.name.Schema = md.schema
	}
	if s.bind == pyrt.None {
		s.bind = nil
	}
	if s.autoload && s.bind == nil {
		s.bind = md.bind
	}
	return s, nil
}

// tableFlag applies the arguments that are truth values.
func (l *Library) tableFlag(t *pyrt.Thread, s *tableArgs, k pyrt.Keyword) (bool, error) {
	var replace bool
	if k.Name == "autoload" && l.legacy() {
		on, err := pyrt.Truth(t, k.Value)
		s.autoload = on
		return true, err
	}
	to := map[string]*bool{"extend_existing": &s.extend, "keep_existing": &s.keep, "must_exist": &s.mustExist, "autoload_replace": &replace}[k.Name]
	if to == nil {
		return false, nil
	}
	on, err := pyrt.Truth(t, k.Value)
	*to = on
	if k.Name == "autoload_replace" {
		s.noReplace = !on
	}
	return true, err
}

// tableValue applies the other arguments of Table itself.
func (l *Library) tableValue(s *tableArgs, k pyrt.Keyword) bool {
	switch k.Name {
	case "schema":
		if str, ok := pyrt.AsStr(k.Value); ok {
			s.schemaGiven = true
			s.name.Schema = str
			s.name.QuoteSchema = quoteOf(k.Value)
		} else {
			s.schemaGiven = k.Value != pyrt.None
		}
	case "quote":
		s.name.Quote = tri(k.Value)
	case "quote_schema":
		s.name.QuoteSchema = tri(k.Value)
	case "autoload_with":
		s.bind = k.Value
	case "comment":
		if str, ok := pyrt.AsStr(k.Value); ok {
			s.comment = &str
		}
	case "info":
		s.info, _ = k.Value.(*pyrt.Dict)
	case "prefixes":
		for _, p := range l.items(k.Value) {
			str, _ := pyrt.AsStr(p)
			s.prefixes = append(s.prefixes, str)
		}
	case "include_columns":
		s.include = l.items(k.Value)
	case "implicit_returning", "listeners", "resolve_fks", "_extend_on", "_no_init":
	default:
		return false
	}
	return true
}

// existingTable is Table() for a name that the MetaData has already.
func (l *Library) existingTable(t *pyrt.Thread, tb *table, s *tableArgs) (pyrt.Value, error) {
	if !s.extend && !s.keep && (len(s.items) > 0 || s.bind != nil && false) {
		return nil, l.errorf("InvalidRequestError", "Table '%s' is already defined for this MetaData instance.  Specify "+
			"'extend_existing=True' to redefine options and columns on an existing Table object.", s.name.String())
	}
	if s.extend {
		return tb.obj, l.fillTable(t, tb, s)
	}
	return tb.obj, nil
}

// fillTable reflects, then attaches the items.
func (l *Library) fillTable(t *pyrt.Thread, tb *table, s *tableArgs) error {
	if s.comment != nil {
		tb.def.Comment = s.comment
	}
	tb.def.Prefixes = append(tb.def.Prefixes, s.prefixes...)
	if s.info != nil {
		tb.info = s.info
	}
	opts, err := l.options(s.options)
	if err != nil {
		return err
	}
	tb.def.Options = append(tb.def.Options, opts...)
	if s.bind != nil {
		if err := l.reflectInto(t, tb, s); err != nil {
			return err
		}
	}
	return l.addItems(t, tb, s.items, s.extend || s.bind != nil)
}

// reflectInto adds what the database says about the table.
func (l *Library) reflectInto(t *pyrt.Thread, tb *table, s *tableArgs) error {
	conn, err := l.inspectable(s.bind)
	if err != nil {
		return err
	}
	if err := l.refuseReflectEvents(tb); err != nil {
		return err
	}
	found, err := conn.exec.Reflect(t, tb.def.Name)
	if err != nil {
		return l.databaseError(err)
	}
	if found == nil {
		return l.errorf("NoSuchTableError", "%s", tb.def.Name.Name)
	}
	given := map[string]bool{}
	for _, it := range s.items {
		if c := l.columnOf(it); c != nil {
			given[c.def.Name] = true
		}
	}
	return l.adopt(tb, found, func(name string) bool {
		if given[name] {
			return false
		}
		if s.include == nil {
			return true
		}
		for _, v := range s.include {
			if str, _ := pyrt.AsStr(v); str == name {
				return true
			}
		}
		return false
	})
}

// adopt copies reflected columns, constraints and indexes into a table.
func (l *Library) adopt(tb *table, found *schema.Table, want func(string) bool) error {
	for _, d := range found.Columns {
		if !want(d.Name) {
			continue
		}
		cp := *d
		o, err := l.NewColumn(&cp)
		if err != nil {
			return err
		}
		c := o.Native.(*column)
		c.serverDefault = l.defaultClause(l.defaultArg(cp.ServerDefault), cp.ServerDefault, false)
		l.attach(tb, c)
	}
	tb.def.Constraints = append(tb.def.Constraints, found.Constraints...)
	for _, k := range found.Constraints {
		if fk, ok := k.(*schema.ForeignKey); ok {
			l.reflectedForeignKey(tb, fk)
		}
	}
	tb.def.Indexes = append(tb.def.Indexes, found.Indexes...)
	if tb.def.Comment == nil {
		tb.def.Comment = found.Comment
	}
	tb.def.Options = append(tb.def.Options, found.Options...)
	return nil
}

// reflectedForeignKey makes the ForeignKey objects of reflected columns.
func (l *Library) reflectedForeignKey(tb *table, k *schema.ForeignKey) {
	for i, name := range k.Columns {
		c := tb.column(name)
		if c == nil || i >= len(k.RefColumns) {
			continue
		}
		f := &foreignKey{data: k, parent: c, spec: k.RefTable.String() + "." + k.RefColumns[i], refIndex: i, inTable: true}
		f.obj = pyrt.NewObject(l.class("ForeignKey"), f)
		c.fks = append(c.fks, f)
	}
}

// defaultArg is the Python argument that a reflected default shows.
func (l *Library) defaultArg(d schema.Default) pyrt.Value {
	switch x := d.(type) {
	case schema.StringDefault:
		return pyrt.Str(x.Text)
	case schema.ExprDefault:
		if e, ok := x.Expr.(expr.Expr); ok {
			return l.wrap(e)
		}
	}
	return pyrt.None
}

// attach gives a column to a table, on the Python side and in the data, without
// what the column implies.
func (l *Library) attach(tb *table, c *column) {
	c.table, c.node.Table, c.node.Def = tb, tb.from, c.def
	for i, old := range tb.cols {
		if old.def.KeyName() == c.def.KeyName() {
			tb.cols[i] = c
			for j, d := range tb.def.Columns {
				if d == old.def {
					tb.def.Columns[j] = c.def
				}
			}
			return
		}
	}
	tb.cols = append(tb.cols, c)
	tb.def.Columns = append(tb.def.Columns, c.def)
}
