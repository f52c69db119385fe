package sqlgen

import (
	"fmt"
	"regexp"
	"sort"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"sync"
)

// batch flushes a batch_alter_table block: as single ALTERs, or by making the
// table anew.
func (w *opWriter) batch(x *op.BatchAlterTable) {
	switch x.Recreate {
	case "", "auto", "always", "never":
	default:
		w.fail("ValueError", "recreate may be one of 'auto', 'always', or 'never'.")
		return
	}
	for i, o := range x.Ops {
		if a, ok := o.(*op.AddColumn); ok && (a.InsertBefore != "" || a.InsertAfter != "") && !w.recreates(x, x.Ops[:i]) {
			w.fail("CommandError", "Can't specify insert_before or insert_after when using ALTER; please specify recreate='always'")
			return
		}
	}
	if len(x.Ops) == 0 && x.Recreate != "always" {
		return
	}
	if !w.recreates(x, x.Ops) {
		for _, o := range x.Ops {
			w.op(o)
		}
		return
	}
	old, reflected := w.batchTable(x)
	if w.err != nil {
		return
	}
	b := newRebuild(w, x, old, reflected)
	for _, o := range x.Ops {
		b.apply(o)
	}
	b.create()
}

// recreates decides between ALTER and a new table.
func (w *opWriter) recreates(x *op.BatchAlterTable, queue []op.Op) bool {
	switch x.Recreate {
	case "always":
		return true
	case "never":
		return false
	}
	if w.d.Name != "sqlite" {
		return false
	}
	for _, o := range queue {
		switch y := o.(type) {
		case *op.CreateIndex, *op.DropIndex:
		case *op.AddColumn:
			switch def := y.Column.ServerDefault.(type) {
			case schema.ExprDefault:
				return true
			case *schema.Computed:
				if def.Persisted == schema.Yes {
					return true
				}
			}
			if len(y.Column.ForeignKeys) > 0 || y.Column.Unique == schema.Yes && y.Column.Index != schema.Yes || schema.TypeCheck(y.Column) != nil {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// batchTable is the table to rebuild: copy_from, or what reflection finds.
func (w *opWriter) batchTable(x *op.BatchAlterTable) (*schema.Table, bool) {
	if x.CopyFrom != nil {
		return x.CopyFrom, false
	}
	if w.d.Offline || w.reflector == nil {
		w.fail("CommandError", fmt.Sprintf("This operation cannot proceed in --sql mode; batch mode with dialect %s requires a live database "+
			"connection with which to reflect the table \"%s\". To generate a batch SQL migration script using table \"move and copy\", a "+
			"complete Table object should be passed to the \"copy_from\" argument of the batch_alter_table() method so that table "+
			"reflection can be skipped.", w.d.pyName(), x.Table.Name))
		return nil, false
	}
	t, err := w.reflector.ReflectTable(w.ctx, x.Table)
	if err != nil {
		w.err = err
		return nil, false
	}
	t = copyTable(t)
	if w.d.Name == "sqlite" {
		for _, c := range t.Columns {
			parenthesize(c)
		}
	}
	order := schema.Order{}
	if err := t.Add(&order, x.ReflectArgs...); err != nil {
		w.err = err
		return nil, false
	}
	if x.Naming != nil {
		t.Naming = x.Naming
	}
	return t, true
}

// copyTable is a copy that may be changed at the first level.
func copyTable(t *schema.Table) *schema.Table {
	n := *t
	n.Columns = nil
	for _, c := range t.Columns {
		cc := *c
		n.Columns = append(n.Columns, &cc)
	}
	n.Constraints = append([]schema.Constraint{}, t.Constraints...)
	for i, k := range n.Constraints {
		n.Constraints[i] = copyConstraint(k)
	}
	n.Indexes = append([]*schema.Index{}, t.Indexes...)
	return &n
}

func copyConstraint(k schema.Constraint) schema.Constraint {
	switch x := k.(type) {
	case *schema.PrimaryKey:
		c := *x
		c.Columns = append([]string{}, x.Columns...)
		return &c
	case *schema.Unique:
		c := *x
		c.Columns = append([]string{}, x.Columns...)
		return &c
	case *schema.ForeignKey:
		c := *x
		c.Columns = append([]string{}, x.Columns...)
		return &c
	case *schema.Check:
		c := *x
		return &c
	case *schema.Exclude:
		c := *x
		return &c
	}
	return k
}

var plainDefault = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9.]$|^'.+'$|^\(.+\)$`) })

// parenthesize puts a reflected SQLite default into parentheses unless it is one
// digit, a quoted text or in parentheses already, as Alembic's listener does.
func parenthesize(c *schema.Column) {
	d, ok := c.ServerDefault.(schema.ExprDefault)
	if !ok {
		return
	}
	t, ok := d.Expr.(*expr.Text)
	if !ok || t.SQL == "" || plainDefault().MatchString(t.SQL) {
		return
	}
	c.ServerDefault = schema.ExprDefault{Expr: &expr.Text{SQL: "(" + t.SQL + ")", Binds: t.Binds}}
}

// transfer says what fills a column of the new table; a nil expr is nothing.
type transfer struct{ expr expr.Expr }

// rebuild is the state of one table being made anew.
type rebuild struct {
	w         *opWriter
	x         *op.BatchAlterTable
	old       *schema.Table
	reflected bool

	order     []string // column keys
	columns   map[string]*schema.Column
	transfers map[string]*transfer
	existing  []string
	pairs     [][2]string     // added columns' places
	silent    map[string]bool // columns whose type's CHECK is queued apart

	named     []string
	byName    map[string]schema.Constraint
	unnamed   []schema.Constraint
	colNamed  map[string]string // CHECK inside a column: name to column key
	indexes   []*schema.Index
	newIndex  []*schema.Index
	tableOpts schema.Options
}

func newRebuild(w *opWriter, x *op.BatchAlterTable, old *schema.Table, reflected bool) *rebuild {
	b := &rebuild{w: w, x: x, old: copyTable(old), reflected: reflected, columns: map[string]*schema.Column{},
		transfers: map[string]*transfer{}, byName: map[string]schema.Constraint{}, colNamed: map[string]string{}, silent: map[string]bool{}}
	src := &expr.Table{Def: b.old}
	for _, c := range b.old.Columns {
		n := *c
		n.Unique, n.Index, n.Key = schema.No, schema.No, c.Name
		n.ForeignKeys = nil
		n.Checks = append([]*schema.Check{}, c.Checks...)
		b.order = append(b.order, c.Name)
		b.columns[c.Name] = &n
		b.transfers[c.Name] = &transfer{expr: expr.TableColumn(src, c)}
	}
	b.existing = append([]string{}, b.order...)
	b.grabConstraints()
	for _, ix := range b.old.Indexes {
		n := *ix
		name, err := ResolveIndexName(b.old, ix)
		if err != nil {
			w.err = err
			return b
		}
		n.Name = name
		b.indexes = append(b.indexes, &n)
	}
	b.tableOpts = append(schema.Options{}, x.TableKwargs...)
	for _, o := range b.old.Options {
		if !hasOption(b.tableOpts, o.Name) {
			b.tableOpts = append(b.tableOpts, o)
		}
	}
	return b
}

func hasOption(o schema.Options, name string) bool {
	for _, x := range o {
		if x.Name == name {
			return true
		}
	}
	return false
}

// grabConstraints sorts the old table's constraints into named and unnamed ones.
func (b *rebuild) grabConstraints() {
	ks := append([]schema.Constraint{}, b.old.Constraints...)
	sort.SliceStable(ks, func(i, j int) bool { return ks[i].Base().Created < ks[j].Base().Created })
	for _, k := range ks {
		ck, isCheck := k.(*schema.Check)
		if isCheck && (ck.CreateRule != "" || ck.ColumnLevel) {
			continue
		}
		name, err := ResolveName(b.old, k)
		if err != nil {
			b.w.err = err
			return
		}
		if isCheck && b.reflected && name.Text == "" {
			continue
		}
		if name.Text == "" {
			b.unnamed = append(b.unnamed, k)
			continue
		}
		k.Base().Name = name
		b.addNamed(name.Text, k)
	}
	if b.reflected {
		return
	}
	for _, c := range b.old.Columns {
		for _, k := range c.Checks {
			if k.Name.Text != "" {
				b.colNamed[k.Name.Text] = c.Name
			}
		}
	}
}

func (b *rebuild) addNamed(name string, k schema.Constraint) {
	if _, ok := b.byName[name]; !ok {
		b.named = append(b.named, name)
	}
	b.byName[name] = k
}

func (b *rebuild) popNamed(name string) (schema.Constraint, bool) {
	k, ok := b.byName[name]
	if !ok {
		return nil, false
	}
	delete(b.byName, name)
	for i, n := range b.named {
		if n == name {
			b.named = append(b.named[:i], b.named[i+1:]...)
			break
		}
	}
	return k, true
}
