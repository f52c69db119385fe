package pywrite

import (
	"strconv"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// column is sa.Column(…) with its table, whose implied parts are written with
// the table unless alone is true.
func (w *Writer) column(c *schema.Column, alone bool) string {
	k := &call{name: w.sa("Column")}
	k.pos(w.ident(c.Name, c.Quote))
	k.pos(w.typeText(c.Type))
	if c.Sequence != nil {
		k.pos(w.sequence(c.Sequence))
	}
	switch d := c.ServerDefault.(type) {
	case *schema.Identity:
		k.pos(w.identity(d))
	case *schema.Computed:
		x := &call{name: w.sa("Computed")}
		x.pos(w.text(w.sql(d.SQL)))
		x.tri("persisted", d.Persisted)
		k.pos(x.String())
	}
	if alone {
		for _, f := range c.ForeignKeys {
			k.pos(w.columnKey(f))
		}
	}
	for _, ch := range c.Checks {
		k.pos(w.constraint(ch))
	}
	w.columnKeywords(k, c, alone)
	return k.String()
}

// columnKeywords are the keyword arguments of sa.Column.
func (w *Writer) columnKeywords(k *call, c *schema.Column, alone bool) {
	if c.Key != "" && c.Key != c.Name {
		k.kw("key", w.text(c.Key))
	}
	switch d := c.ServerDefault.(type) {
	case nil, *schema.Identity, *schema.Computed:
	default:
		k.kw("server_default", w.serverDefault(d))
	}
	switch c.Autoincrement {
	case "true", "false":
		k.kw("autoincrement", boolean(c.Autoincrement == "true"))
	case "ignore_fk":
		k.kw("autoincrement", w.text("ignore_fk"))
	}
	if alone {
		if c.PrimaryKey {
			k.kw("primary_key", "True")
		}
		k.tri("unique", c.Unique)
	}
	if c.Index == schema.Yes {
		k.kw("index", "True")
		if !alone {
			k.tri("unique", c.Unique)
		}
	}
	if c.Nullable != schema.Unset || !alone {
		k.kw("nullable", boolean(c.IsNullable()))
	}
	if c.Comment != nil {
		k.kw("comment", w.text(*c.Comment))
	}
	if c.System {
		k.kw("system", "True")
	}
	w.options(k, c.Options)
}

// columnKey is a foreign key inside a column.
func (w *Writer) columnKey(f *schema.ForeignKey) string {
	k := &call{name: w.sa("ForeignKey")}
	target := f.RefTable.String()
	if len(f.RefColumns) > 0 {
		target += "." + f.RefColumns[0]
	}
	k.pos(w.text(target))
	w.base(k, &f.ConstraintBase)
	w.actions(k, f)
	return k.String()
}

func (w *Writer) actions(k *call, f *schema.ForeignKey) {
	for _, p := range [...][2]string{{"onupdate", f.OnUpdate}, {"ondelete", f.OnDelete}, {"match", f.Match}} {
		if p[1] != "" {
			k.kw(p[0], w.text(p[1]))
		}
	}
}

func (w *Writer) base(k *call, b *schema.ConstraintBase) {
	if b.Hook != nil {
		w.failf("a constraint that the script renders itself")
	}
	if n := w.name(b.Name); n != "None" {
		k.kw("name", n)
	}
	w.timing(k, b)
}

func (w *Writer) timing(k *call, b *schema.ConstraintBase) {
	k.tri("deferrable", b.Deferrable)
	if b.Initially != "" {
		k.kw("initially", w.text(b.Initially))
	}
	if b.Comment != "" {
		k.kw("comment", w.text(b.Comment))
	}
	w.options(k, b.Options)
}

// constraint is the class call of a constraint inside a table.
func (w *Writer) constraint(x schema.Constraint) string {
	var k *call
	switch x := x.(type) {
	case *schema.PrimaryKey:
		k = &call{name: w.sa("PrimaryKeyConstraint")}
		for _, c := range x.Columns {
			k.pos(w.text(c))
		}
	case *schema.Unique:
		k = &call{name: w.sa("UniqueConstraint")}
		for _, c := range x.Columns {
			k.pos(w.text(c))
		}
	case *schema.ForeignKey:
		k = &call{name: w.sa("ForeignKeyConstraint")}
		k.pos(w.texts(x.Columns))
		targets := make([]string, len(x.RefColumns))
		for i, c := range x.RefColumns {
			targets[i] = x.RefTable.String() + "." + c
		}
		k.pos(w.texts(targets))
		w.base(k, &x.ConstraintBase)
		w.actions(k, x)
		return k.String()
	case *schema.Check:
		k = &call{name: w.sa("CheckConstraint")}
		k.pos(w.text(w.sql(x.Expr)))
	case *schema.Exclude:
		return w.exclude(x)
	default:
		return w.failf("a constraint of kind %T", x)
	}
	w.base(k, x.Base())
	return k.String()
}

func (w *Writer) exclude(x *schema.Exclude) string {
	k := &call{name: w.dialect("postgresql", "ExcludeConstraint")}
	w.excludeElements(k, x)
	w.base(k, &x.ConstraintBase)
	w.excludeOptions(k, x)
	return k.String()
}

func (w *Writer) excludeElements(k *call, x *schema.Exclude) {
	for _, e := range x.Elements {
		what := w.text(e.Column)
		if e.Column == "" {
			what = w.textExpr(e.Expr)
		}
		k.pos("(" + what + ", " + w.text(e.Operator) + ")")
	}
}

func (w *Writer) excludeOptions(k *call, x *schema.Exclude) {
	if x.Using != "" && x.Using != "gist" {
		k.kw("using", w.text(x.Using))
	}
	if x.Where != nil {
		k.kw("where", w.textExpr(x.Where))
	}
	if len(x.Ops) > 0 {
		k.kw("ops", w.option(schema.OptMap(x.Ops)))
	}
}

// serverDefault is the value of server_default.
func (w *Writer) serverDefault(d schema.Default) string {
	switch d := d.(type) {
	case nil:
		return "None"
	case schema.StringDefault:
		return w.text(d.Text)
	case schema.ExprDefault:
		return w.textExpr(d.Expr)
	case schema.FetchedValue:
		return w.sa("FetchedValue()")
	case *schema.Identity:
		return w.identity(d)
	case *schema.Computed:
		return w.sa("Computed(") + w.text(w.sql(d.SQL)) + ")"
	}
	return w.failf("a default of kind %T", d)
}

func (w *Writer) identity(d *schema.Identity) string {
	k := &call{name: w.sa("Identity")}
	k.kw("always", boolean(d.Always))
	k.tri("on_null", d.OnNull)
	w.sequenceOptions(k, d.Options)
	return k.String()
}

func (w *Writer) sequence(s *schema.Sequence) string {
	k := &call{name: w.sa("Sequence")}
	k.pos(w.ident(s.Name.Name, s.Name.Quote))
	w.sequenceOptions(k, s.Options)
	w.inSchema(k, s.Name)
	if s.DataType != nil {
		k.kw("data_type", w.typeText(*s.DataType))
	}
	if s.Optional {
		k.kw("optional", "True")
	}
	return k.String()
}

func (w *Writer) sequenceOptions(k *call, o schema.SequenceOptions) {
	for _, p := range [...]struct {
		name string
		n    *int64
	}{{"start", o.Start}, {"increment", o.Increment}, {"minvalue", o.MinValue}, {"maxvalue", o.MaxValue}} {
		if p.n != nil {
			k.kw(p.name, strconv.FormatInt(*p.n, 10))
		}
	}
	if o.NoMinValue {
		k.kw("nominvalue", "True")
	}
	if o.NoMaxValue {
		k.kw("nomaxvalue", "True")
	}
	k.tri("cycle", o.Cycle)
	if o.Cache != nil {
		k.kw("cache", strconv.FormatInt(*o.Cache, 10))
	}
	k.tri("order", o.Order)
}

// tableItems are the columns, constraints and indexes of a table. An index of
// a column is written with it, and so is the CHECK of its type.
func (w *Writer) tableItems(t *schema.Table) []string {
	var out []string
	attached := map[schema.Constraint]bool{}
	for _, c := range t.Columns {
		out = append(out, w.column(c, false))
		for _, a := range c.Attached {
			attached[a] = true
		}
	}
	for _, x := range t.SortedConstraints() {
		if pk, ok := x.(*schema.PrimaryKey); ok && len(pk.Columns) == 0 {
			continue
		}
		if x.Base().CreateRule != "" || attached[x] {
			continue
		}
		out = append(out, w.constraint(x))
	}
	for _, ix := range t.Indexes {
		if !ix.FromColumn {
			out = append(out, w.index(ix))
		}
	}
	return out
}

// index is sa.Index(…) inside a table.
func (w *Writer) index(ix *schema.Index) string {
	k := &call{name: w.sa("Index")}
	k.pos(w.name(ix.Name))
	for _, e := range ix.Elements {
		k.pos(w.element(e))
	}
	if ix.Unique {
		k.kw("unique", "True")
	}
	w.options(k, ix.Options)
	return k.String()
}

func (w *Writer) element(e schema.IndexElement) string {
	if e.Column != "" {
		return w.text(e.Column)
	}
	_, plain := e.Expr.(*expr.Text)
	_, sorted := e.Expr.(*expr.Unary)
	if !plain && !sorted && (w.Dialect.Name == "mysql" || w.Dialect.Name == "mariadb") {
		// MySQL's compiler adds parentheses, but not around text().
		return w.sa("text(") + w.text("("+w.sql(e.Expr)+")") + ")"
	}
	return w.textExpr(e.Expr)
}
