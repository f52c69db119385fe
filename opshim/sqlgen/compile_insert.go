package sqlgen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// crudCol is one column of an INSERT or UPDATE with its rendered value.
type crudCol struct {
	col   *schema.Column
	name  string
	value string
}

// tableDef is the table of a statement.
func tableDef(f expr.From) *schema.Table {
	switch x := f.(type) {
	case *expr.Table:
		return x.Def
	case *expr.Alias:
		return tableDef(x.Elem)
	case *expr.Join:
		return tableDef(x.Left)
	}
	return nil
}

func (c *compiler) insert(s *expr.Insert, k kw) string {
	toplevel := len(c.stack) == 0
	def := tableDef(s.Table)
	if def == nil {
		return c.fail("Unsupported", "INSERT into %T", s.Table)
	}
	c.push(&frame{asFrom: map[any]bool{}, correlate: map[any]bool{}, insert: s})
	level := len(c.stack)
	k = kw{literal: k.literal, insideCTE: k.insideCTE, asFrom: k.asFrom}
	in := &inserting{c: c, s: s, def: def, k: k, toplevel: toplevel}
	cols := in.columns()
	t := c.d.traits()
	defaults := c.o.DefaultValues.Or(t.defaultValues)
	if len(cols) == 0 && !defaults && !t.defaultMetavalue && !t.emptyInsert {
		c.fail("CompileError", "The '%s' dialect with current database version settings does not support empty inserts.", c.d.pyName())
	}
	if len(s.Rows) > 0 && !t.multiInsert {
		c.fail("CompileError", "The '%s' dialect with current database version settings does not support in-place multirow inserts.", c.d.pyName())
	}
	text := "INSERT " + c.prefixes(s.Prefixes, k) + "INTO " + c.hinted(c.d.TableName(def.Name), s.Table, kw{hints: tableHints(s.Hints, s.Table)})
	for _, cte := range s.CTEs {
		c.cte(cte, k)
	}
	if len(cols) > 0 || !defaults {
		text += " (" + joinNames(cols) + ")"
	}
	returning := in.returning()
	if toplevel {
		c.fetched = in.fetched(cols)
	}
	text += in.body(cols, defaults, level)
	text += in.afterValues()
	if returning != "" {
		text += " " + returning
	}
	if !t.cteFollowsInsert {
		text = c.withClause(level, toplevel, true) + text
	}
	c.pop()
	return text
}

func joinNames(cols []crudCol) string {
	names := make([]string, len(cols))
	for i, x := range cols {
		names[i] = x.name
	}
	return strings.Join(names, ", ")
}

func joinValues(cols []crudCol) string {
	vals := make([]string, len(cols))
	for i, x := range cols {
		vals[i] = x.value
	}
	return strings.Join(vals, ", ")
}

// inserting is the work on one INSERT.
type inserting struct {
	c        *compiler
	s        *expr.Insert
	def      *schema.Table
	k        kw
	toplevel bool

	given     map[string]expr.Expr // by column key; nil value: required parameter
	rows      [][]crudCol
	extra     []expr.Expr // columns added to from_select
	implicit  []*schema.Column
	needPKs   bool
	implicits bool // implicit RETURNING of the primary key
}

func (in *inserting) columns() []crudCol {
	s, c := in.s, in.c
	t := c.d.traits()
	auto := c.d.autoincrementColumn(in.def)
	in.needPKs = in.toplevel && !s.Inline && !c.o.ForExecuteMany && len(s.Returning) == 0 && len(s.Rows) == 0 && s.Select == nil
	lastrow := in.needPKs && t.postfetchLastrow && auto != nil
	in.implicits = in.needPKs && t.insertReturning && !in.def.Light && (!lastrow || s.ReturnDefaults)
	if s.Select != nil {
		return in.fromSelect()
	}
	if !c.o.HasColumnKeys && s.Values == nil && len(s.Rows) == 0 {
		return in.allColumns()
	}
	in.given = map[string]expr.Expr{}
	for _, key := range c.o.ColumnKeys {
		in.given[key] = nil
	}
	first := s.Values
	if len(s.Rows) > 0 {
		first = s.Rows[0]
	}
	for _, a := range first {
		in.given[a.Column] = a.Value
	}
	out := in.scan(auto)
	if !c.checkConsumed(in.given, first) {
		return nil
	}
	if len(s.Rows) > 0 {
		in.multi(out)
	}
	return out
}

// checkConsumed reports values for columns that the table does not have.
func (c *compiler) checkConsumed(left map[string]expr.Expr, given []expr.Assign) bool {
	var bad []string
	for _, a := range given {
		if _, ok := left[a.Column]; ok && a.Column != "" {
			bad = append(bad, a.Column)
		}
	}
	if len(bad) > 0 {
		c.fail("CompileError", "Unconsumed column names: %s", strings.Join(bad, ", "))
	}
	return len(bad) == 0
}

func (in *inserting) allColumns() []crudCol {
	var out []crudCol
	for _, col := range in.def.Columns {
		b := &expr.Bind{Name: col.KeyName(), Type: col.Type}
		out = append(out, crudCol{col, in.c.d.quoteTri(col.Name, col.Quote), in.c.bind(b, kw{insideCTE: in.k.insideCTE})})
	}
	return out
}

func (in *inserting) scan(auto *schema.Column) []crudCol {
	var out []crudCol
	add := func(col *schema.Column, value string) {
		out = append(out, crudCol{col, in.c.d.quoteTri(col.Name, col.Quote), value})
	}
	isPK := primaryKeySet(in.def)
	for _, col := range in.def.Columns {
		key := col.KeyName()
		if v, ok := in.given[key]; ok {
			delete(in.given, key)
			add(col, in.value(col, v, key, isPK[col.Name], auto))
			continue
		}
		switch {
		case isPK[col.Name] && in.needPKs && in.implicits:
			in.primaryReturning(col, auto, add)
		case isPK[col.Name] && in.needPKs:
			if col.Default != nil {
				add(col, in.prefetch(col))
			}
		default:
			in.defaulted(col, add)
		}
	}
	return out
}

func primaryKeySet(t *schema.Table) map[string]bool {
	m := map[string]bool{}
	if pk := t.PrimaryKey(); pk != nil && !t.Light {
		for _, n := range pk.Columns {
			m[n] = true
		}
	}
	return m
}

// value renders the value given for a column.
func (in *inserting) value(col *schema.Column, v expr.Expr, key string, pk bool, auto *schema.Column) string {
	c := in.c
	name := key
	if len(in.s.Rows) > 0 {
		name = key + "_m0"
	}
	b, isBind := v.(*expr.Bind)
	if v == nil || isBind && b.Fresh {
		if c.d.traits().nullPKIncrements && pk && col == auto && in.implicits {
			in.implicit = append(in.implicit, col)
		}
		return c.crudBind(col, b, name, in.k)
	}
	if isBind {
		return c.namedBind(col, b, name, in.k)
	}
	if pk && in.implicits {
		in.implicit = append(in.implicit, col)
	}
	return c.expr(expr.SelfGroup(v, expr.OpNone), in.k)
}

// crudBind is the parameter for a plain value of a column: it bears the column's
// key; inside a CTE it is anonymous.
func (c *compiler) crudBind(col *schema.Column, b *expr.Bind, name string, k kw) string {
	n := &expr.Bind{Name: name, Type: col.Type}
	if b != nil {
		n.Value, n.HasValue = b.Value, true
	}
	if k.insideCTE != nil {
		n.Name, n.Unique = "", true
	}
	return c.bind(n, k)
}

// namedBind is the parameter for a bind given as a value: an anonymous one takes
// the column's key.
func (c *compiler) namedBind(col *schema.Column, b *expr.Bind, name string, k kw) string {
	n := *b
	if n.Type.IsNull() {
		n.Type = col.Type
	}
	if n.Unique && k.insideCTE == nil {
		n.Unique, n.Name = false, name
	}
	return c.bind(&n, k)
}

func (in *inserting) primaryReturning(col, auto *schema.Column, add func(*schema.Column, string)) {
	switch d := col.Default.(type) {
	case schema.ClauseDefault:
		add(col, in.clause(d))
		in.implicit = append(in.implicit, col)
		return
	case schema.ScalarDefault, schema.CallableDefault:
		add(col, in.prefetch(col))
		return
	}
	if in.sequenceApplies(col) {
		add(col, in.c.nextValue(col.Sequence))
		in.implicit = append(in.implicit, col)
		return
	}
	if col == auto || col.ServerDefault != nil || col.Sequence != nil {
		in.implicit = append(in.implicit, col)
	}
}

func (in *inserting) sequenceApplies(col *schema.Column) bool {
	t := in.c.d.traits()
	return col.Sequence != nil && t.sequences && (!col.Sequence.Optional || !t.sequencesOptional)
}

func (in *inserting) clause(d schema.ClauseDefault) string {
	e, ok := d.Expr.(expr.Expr)
	if !ok {
		return in.c.fail("Unsupported", "column default %T", d.Expr)
	}
	return in.c.expr(expr.SelfGroup(e, expr.OpNone), in.k)
}

func (in *inserting) defaulted(col *schema.Column, add func(*schema.Column, string)) {
	switch d := col.Default.(type) {
	case schema.ClauseDefault:
		add(col, in.clause(d))
	case schema.ScalarDefault, schema.CallableDefault:
		add(col, in.prefetch(col))
	default:
		if in.sequenceApplies(col) {
			add(col, in.c.nextValue(col.Sequence))
		}
	}
}

// prefetch is the parameter of a column whose default is computed in Python.
func (in *inserting) prefetch(col *schema.Column) string {
	return in.c.prefetchBind(col, col.Default, col.KeyName(), in.k)
}

func (c *compiler) prefetchBind(col *schema.Column, d schema.ClientDefault, name string, k kw) string {
	b := &expr.Bind{Name: name, Type: col.Type, HasValue: true}
	switch d := d.(type) {
	case schema.ScalarDefault:
		b.Value = d.Value
	case schema.CallableDefault:
		b.Call = d.Call
	}
	if c.o.LiteralBinds || k.literal || c.o.LeaveDefaults {
		// SQLAlchemy has no value yet when it compiles a statement.
		b.Value, b.Call = nil, nil
	}
	return c.bind(b, k)
}

func (in *inserting) multi(first []crudCol) {
	in.rows = [][]crudCol{first}
	for i, r := range in.s.Rows[1:] {
		row := map[string]expr.Expr{}
		for _, a := range r {
			row[a.Column] = a.Value
		}
		var out []crudCol
		for _, x := range first {
			out = append(out, crudCol{x.col, x.name, in.multiValue(x.col, row, i+1)})
		}
		in.rows = append(in.rows, out)
	}
}

func (in *inserting) multiValue(col *schema.Column, row map[string]expr.Expr, i int) string {
	c := in.c
	name := fmt.Sprintf("%s_m%d", col.KeyName(), i)
	if v, ok := row[col.KeyName()]; ok {
		b, isBind := v.(*expr.Bind)
		if isBind && b.Fresh {
			return c.crudBind(col, b, name, in.k)
		}
		return c.expr(expr.SelfGroup(v, expr.OpNone), in.k)
	}
	switch d := col.Default.(type) {
	case schema.ClauseDefault:
		return in.clause(d)
	case schema.ScalarDefault, schema.CallableDefault:
		return c.prefetchBind(col, d, name, in.k)
	}
	if in.sequenceApplies(col) {
		return c.nextValue(col.Sequence)
	}
	return c.fail("CompileError", "INSERT value for column %s.%s is explicitly rendered as a boundparameter in the VALUES clause; a "+
		"Python-side value or SQL expression is required", in.def.Name.Name, col.Name)
}

func (in *inserting) fromSelect() []crudCol {
	var out []crudCol
	seen := map[*schema.Column]bool{}
	for _, n := range in.s.SelectNames {
		col := in.def.Column(n)
		if col == nil {
			in.c.fail("KeyError", "%s", Repr(n))
			return nil
		}
		seen[col] = true
		out = append(out, crudCol{col: col, name: in.c.d.quoteTri(col.Name, col.Quote)})
	}
	if !in.s.SelectDefaults {
		return out
	}
	for _, col := range in.def.Columns {
		if seen[col] || col.Default == nil && !in.sequenceApplies(col) {
			continue
		}
		var e expr.Expr
		switch d := col.Default.(type) {
		case schema.ClauseDefault:
			ex, _ := d.Expr.(expr.Expr)
			e = expr.SelfGroup(ex, expr.OpNone)
		case schema.ScalarDefault:
			b := &expr.Bind{Name: col.KeyName(), Type: col.Type, HasValue: true}
			if !in.c.o.LeaveDefaults {
				b.Value = d.Value
			}
			e = b
		case schema.CallableDefault:
			e = &expr.Bind{Name: col.KeyName(), Type: col.Type, Call: d.Call}
		default:
			e = &expr.Function{Name: "next_value", Kind: "next_value", Sequence: col.Sequence}
		}
		in.extra = append(in.extra, e)
		out = append(out, crudCol{col: col, name: in.c.d.quoteTri(col.Name, col.Quote)})
	}
	return out
}

func (in *inserting) body(cols []crudCol, defaults bool, level int) string {
	c := in.c
	switch {
	case in.s.Select != nil:
		q := in.s.Select
		if len(in.extra) > 0 {
			sel, ok := q.(*expr.Select)
			if !ok {
				return c.fail("CompileError", "Can't extend statement for INSERT..FROM SELECT to include additional default-holding "+
					"column(s). Convert the selectable to a subquery() first, or pass include_defaults=False to Insert.from_select() to skip these columns.")
			}
			n := *sel
			n.Columns = append(append([]expr.Expr{}, sel.Columns...), in.extra...)
			q = &n
		}
		k := in.k
		k.insertInto = true
		text := c.query(q, k)
		if c.d.traits().cteFollowsInsert {
			text = c.withClause(level, in.toplevel, true) + text
		}
		return " " + text
	case len(cols) == 0 && defaults:
		return " DEFAULT VALUES"
	case len(in.rows) > 0:
		parts := make([]string, len(in.rows))
		for i, r := range in.rows {
			parts[i] = "(" + joinValues(r) + ")"
		}
		return " VALUES " + strings.Join(parts, ", ")
	}
	return " VALUES (" + joinValues(cols) + ")"
}

// returning is the RETURNING clause: the one asked for, or that of the primary
// key.
func (in *inserting) returning() string {
	cols := in.s.Returning
	if in.s.ReturnDefaults && in.implicits {
		in.implicit = in.defaultsToReturn()
	}
	if len(cols) == 0 {
		for _, col := range in.implicit {
			cols = append(cols, expr.TableColumn(&expr.Table{Def: in.def}, col))
		}
	}
	return in.c.returning(cols, in.k)
}

// fetched tells what the database decides: of the columns that are not inserted,
// those with a default of the server's.
func (in *inserting) fetched(cols []crudCol) Fetched {
	out := Fetched{Returning: in.implicit}
	seen := primaryKeySet(in.def)
	for _, x := range cols {
		seen[x.col.Name] = true
	}
	for _, col := range in.implicit {
		seen[col.Name] = true
	}
	for _, col := range in.def.Columns {
		if col.ServerDefault != nil && !seen[col.Name] {
			out.Afterwards = append(out.Afterwards, col)
		}
	}
	return out
}

// defaultsToReturn are the columns that return_defaults() asks for: those whose
// value is not known beforehand.
func (in *inserting) defaultsToReturn() []*schema.Column {
	var out []*schema.Column
	for _, col := range in.def.Columns {
		known := slices.Contains(in.c.o.ColumnKeys, col.KeyName())
		for _, a := range in.s.Values {
			if b, ok := a.Value.(*expr.Bind); ok && a.Column == col.KeyName() && b != nil {
				known = true
			}
		}
		if !known {
			out = append(out, col)
		}
	}
	return out
}

func (c *compiler) returning(cols []expr.Expr, k kw) string {
	if len(cols) == 0 {
		return ""
	}
	k = kw{insideCTE: k.insideCTE, noTable: c.d.Name == "sqlite"} // literal_binds does not reach RETURNING
	var parts []string
	for _, cp := range expr.Plan(expr.SelectColumns(cols), "", true) {
		if c.d.Name == "default_enhanced" {
			cp.Required = expr.LabelName{}
		}
		parts = append(parts, c.selectColumn(cp, false, k))
	}
	return "RETURNING " + strings.Join(parts, ", ")
}
