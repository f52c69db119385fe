package sqlgen

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"sync"
)

// Options are the choices of one compilation.
type Options struct {
	// LiteralBinds renders values into the text.
	LiteralBinds bool
	// RenderPostcompile expands IN lists at once instead of leaving
	// __[POSTCOMPILE_x].
	RenderPostcompile bool
	// ColumnKeys are the keys of the parameters of an INSERT or UPDATE: columns
	// that the statement does not name itself.
	ColumnKeys []string
	// HasColumnKeys is true when ColumnKeys was given, even if it is empty.
	HasColumnKeys bool
	// ForExecuteMany is true for several parameter sets.
	ForExecuteMany bool
	// Values override the values of parameters by name (execution parameters).
	Values map[string]any
	// DefaultValues overrides dialect.supports_default_values.
	DefaultValues schema.Tri
	// LeaveDefaults gives no value to the parameters of columns with a default that
	// Python computes, as a compiled statement shows them before it is executed.
	LeaveDefaults bool
	// NoTable leaves the table off column names (include_table=False).
	NoTable bool
}

// CompileStmt compiles any statement or DDL element.
func (d *Dialect) CompileStmt(s expr.Stmt, o Options) (Stmt, error) {
	c := newCompiler(d, o)
	text := c.stmt(s, kw{literal: o.LiteralBinds})
	return c.finish(text)
}

// CompileExpr compiles an expression on its own.
func (d *Dialect) CompileExpr(e expr.Expr, o Options) (Stmt, error) {
	c := newCompiler(d, o)
	text := c.expr(e, kw{literal: o.LiteralBinds, noTable: o.NoTable})
	return c.finish(text)
}

// CompileFrom compiles a FROM object on its own: what it is made of, without its
// name.
func (d *Dialect) CompileFrom(f expr.From, o Options) (Stmt, error) {
	c := newCompiler(d, o)
	k := kw{literal: o.LiteralBinds}
	text := ""
	for range maxNesting {
		a, ok := f.(*expr.Alias)
		if !ok {
			break
		}
		f = a.Elem
	}
	switch x := f.(type) {
	case *expr.Table:
	case *expr.Subquery:
		text = c.query(x.Query, k)
		if x.Lateral {
			text = "LATERAL (" + text + ")"
		}
	case *expr.TableValued:
		text = c.expr(x.Func, k)
	case *expr.Values:
		text = c.valuesRows(x, k)
	default:
		k.asFrom = true
		text = c.from(f, k)
	}
	return c.finish(text)
}

// maxNesting limits the depth of expressions and subqueries.
const maxNesting = 1500

// compiler is the state of one compilation. Failures are kept in err; after the
// first one the text is of no use.
type compiler struct {
	d     *Dialect
	outer *Dialect // the statement's dialect while another one writes a part
	o     Options
	err   error
	depth int

	counters map[string]int
	anon     map[anonKey]string
	cut      map[string]int // counters of truncated names by class

	names map[*expr.Bind]string
	binds map[string]*expr.Bind
	order []string
	late  map[string]bool // parameters rendered when the statement is executed
	// postfixed values of expanded lists.
	expanded map[string]any

	stack   []*frame
	ctes    []*cteText
	cteSeen map[string]*expr.CTE

	duplicate *duplicateNames
	fetched   Fetched
}

// anonKey names an anonymous name by the identity of what it stands for.
type anonKey struct {
	of   any
	stem string
	n    int
}

func newCompiler(d *Dialect, o Options) *compiler {
	return &compiler{d: d, o: o}
}

// enter adds an entry to a map of the compiler, which most statements need none of.
func enter[K comparable, V any](m *map[K]V, k K, v V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[k] = v
}

// kw are the settings that travel down the tree.
type kw struct {
	literal    bool // literal_binds
	noTable    bool // include_table=False
	noSchema   bool // use_schema=False
	inColumns  bool // within_columns_clause
	inLabel    bool // within_label_clause
	labelRef   expr.Expr
	eager      bool // eager_grouping
	inOp       bool // inside an operator expression
	asFrom     bool
	isCrud     bool
	lateral    bool
	castDone   bool // a JSON index already stands in a CAST
	executeLit bool // literal_execute
	insideCTE  *expr.CTE
	insertInto bool
	compound   int // 1-based index within a compound select, 0 outside
	enclosing  expr.From
	hints      []expr.Hint
}

func (c *compiler) fail(class, format string, args ...any) string {
	if c.err == nil {
		msg := fmt.Sprintf(format, args...)
		if class == "UnsupportedCompilationError" {
			msg += unsupportedLink
		}
		c.err = &Error{Type: class, Message: msg}
	}
	return ""
}

// unsupportedLink is what SQLAlchemy adds to the text of an
// UnsupportedCompilationError.
const unsupportedLink = " (Background on this error at: https://sqlalche.me/e/20/l7de)"

func (c *compiler) failErr(err error) string {
	if c.err == nil && err != nil {
		if e, ok := err.(*expr.Error); ok {
			err = &Error{Type: e.Type, Message: e.Message}
		}
		c.err = err
	}
	return ""
}

// enter counts nesting; callers must leave() in any case.
func (c *compiler) enter() bool {
	c.depth++
	if c.depth > maxNesting {
		c.fail("RecursionError", "maximum recursion depth exceeded")
		return false
	}
	return c.err == nil
}

func (c *compiler) leave() { c.depth-- }

// anonName is the name that identity of and stem get: stem_1, stem_2, ...
func (c *compiler) anonName(of any, stem string, n int) string {
	k := anonKey{of, stem, n}
	if s, ok := c.anon[k]; ok {
		return s
	}
	enter(&c.counters, stem, c.counters[stem]+1)
	s := stem + "_" + strconv.Itoa(c.counters[stem])
	enter(&c.anon, k, s)
	return s
}

// truncate cuts an anonymous name to the dialect's limit of labels.
func (c *compiler) truncate(class, name string) string {
	max := max(c.d.traits().maxIdentifier-6, 0)
	if len(name) <= max {
		return name
	}
	key := class + "\x00" + name
	if n, ok := c.cut[key]; ok {
		return name[:max] + "_" + strconv.FormatInt(int64(n), 16)
	}
	enter(&c.cut, class, c.cut[class]+1)
	enter(&c.cut, key, c.cut[class])
	return name[:max] + "_" + strconv.FormatInt(int64(c.cut[class]), 16)
}

// Placeholders stand in the text as mark name mark until the end; those of a part
// that another dialect writes (under) begin with its style between foreignMarks.
const (
	mark        = "\x00"
	foreignMark = "\x01"
)

var marked = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("\x00([^\x00]*)\x00") })

// finish replaces the marks by the dialect's placeholders.
func (c *compiler) finish(text string) (Stmt, error) {
	if c.err != nil {
		return Stmt{}, c.err
	}
	st := Stmt{Fetched: c.fetched}
	escaped := c.escapedNames()
	seen := map[string]int{}
	switch c.d.Paramstyle {
	case "qmark", "format":
		st.Positional = true
	case "numeric", "numeric_dollar":
		st.Positional = true
		c.numbered(text, &st, seen, escaped)
	}
	st.Text = marked().ReplaceAllStringFunc(text, func(m string) string {
		name, style := m[1:len(m)-1], c.d.Paramstyle
		if rest, foreign := strings.CutPrefix(name, foreignMark); foreign {
			style, name, _ = strings.Cut(rest, foreignMark)
		}
		p := c.param(name)
		p.Name = escaped(name)
		switch style {
		case "qmark":
			st.Params = append(st.Params, p)
			return "?"
		case "format":
			st.Params = append(st.Params, p)
			return "%s"
		}
		n, ok := seen[name]
		if !ok {
			st.Params = append(st.Params, p)
			n = len(st.Params)
			seen[name] = n
		}
		switch style {
		case "numeric":
			return ":" + strconv.Itoa(n)
		case "numeric_dollar":
			return "$" + strconv.Itoa(n)
		case "pyformat":
			return "%(" + escaped(name) + ")s"
		}
		return ":" + escaped(name)
	})
	for _, name := range c.order {
		if b := c.binds[name]; b != nil && (b.Expanding || c.late[name]) && !c.o.RenderPostcompile {
			p := c.param(name)
			p.Name = escaped(name)
			p.Expanding = b.Expanding
			st.Params = append(st.Params, p)
		}
	}
	return st, nil
}

// numbered gives parameters their numbers: by the order in which the parts were
// compiled, not by that of the text, where a CTE comes first.
func (c *compiler) numbered(text string, st *Stmt, seen map[string]int, escaped func(string) string) {
	for _, name := range c.order {
		if b := c.binds[name]; b != nil && !b.Expanding && !b.LiteralExecute && strings.Contains(text, mark+name+mark) {
			p := c.param(name)
			p.Name = escaped(name)
			st.Params = append(st.Params, p)
			seen[name] = len(st.Params)
		}
	}
}

// escapedNames gives the names of parameters as drivers accept them. In SQLAlchemy
// 2.1 two names never become one.
func (c *compiler) escapedNames() func(string) string {
	if !c.d.is21() {
		return escapeBindName
	}
	made, used := map[string]string{}, map[string]bool{}
	known := map[string]bool{}
	for _, name := range c.order {
		s := escapeBindName(name)
		taken := func(s string) bool { return used[s] || s != name && known[s] }
		for n, base := 0, s; taken(s); {
			n++
			s = base + "__" + strconv.Itoa(n)
		}
		known[name], made[name], used[s] = true, s, true
	}
	return func(name string) string {
		if s, ok := made[name]; ok {
			return s
		}
		return escapeBindName(name)
	}
}

func (c *compiler) param(name string) Param {
	if v, ok := c.expanded[name]; ok {
		p := Param{Name: name, Value: v}
		if b := c.binds[name]; b != nil {
			p.Type = b.Type
		}
		return p
	}
	b := c.binds[name]
	if b == nil {
		if v, ok := c.o.Values[name]; ok {
			return Param{Name: name, Value: v}
		}
		return Param{Name: name, Required: true}
	}
	p := Param{Name: name, Value: b.Value, Type: b.Type, Tuples: b.Tuple != nil, Required: !b.HasValue && b.Call == nil}
	if v, ok := c.o.Values[name]; ok {
		p.Value, p.Required = v, false
	} else if b.Call != nil {
		v, err := b.Call()
		if err == nil {
			p.Value = v
		}
	}
	return p
}

var bindEscapes = strings.NewReplacer("%", "P", "(", "A", ")", "Z", ":", "C", ".", "_", "[", "_", "]", "_", " ", "_")

func escapeBindName(name string) string { return bindEscapes.Replace(name) }

var badBindChars = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[%() $]+`) })

// bindName is the name of a bind parameter in this statement.
func (c *compiler) bindName(b *expr.Bind) string {
	if n, ok := c.names[b]; ok {
		return n
	}
	name := b.Name
	if b.Unique {
		stem := name
		if stem == "" {
			stem = "param"
		}
		stem = strings.Trim(badBindChars().ReplaceAllString(stem, "_"), "_")
		if c.d.is21() {
			stem = escapeBindName(stem)
		}
		name = c.truncate("bindparam", c.anonName(b.Origin(), stem, 0))
	}
	enter(&c.names, b, name)
	return name
}

// bind renders a bind parameter.
func (c *compiler) bind(b *expr.Bind, k kw) string {
	if b.Fresh {
		if settled, ok := expr.Settle(b).(*expr.Bind); ok {
			b = settled
		} else {
			return "NULL"
		}
	}
	if k.literal || b.Inline || k.executeLit && c.o.RenderPostcompile {
		return c.literalBind(b)
	}
	name := c.bindName(b)
	if old := c.binds[name]; old != nil && old.Origin() != b.Origin() {
		switch {
		case old.Unique || b.Unique:
			return c.fail("CompileError", "Bind parameter '%s' conflicts with unique bind parameter of the same name", name)
		case old.Expanding != b.Expanding:
			return c.fail("CompileError", "Can't reuse bound parameter name '%s' in both 'expanding' (e.g. within an IN expression) and "+
				"non-expanding contexts.  If this parameter is to receive a list/array value, set 'expanding=True' on it for expressions "+
				"that aren't IN, otherwise use a different parameter name.", name)
		}
	}
	if c.binds[name] == nil {
		c.order = append(c.order, name)
	}
	enter(&c.binds, name, b)
	switch {
	case b.Expanding && c.o.RenderPostcompile && !c.hasValue(b):
		return c.fail("InvalidRequestError", "A value is required for bind parameter %s (Background on this error at: https://sqlalche.me/e/20/cd3x)", Repr(name))
	case b.Expanding && c.o.RenderPostcompile && (b.LiteralExecute || k.executeLit):
		return "(" + c.literalList(b, c.bindValue(b)) + ")"
	case b.Expanding && c.o.RenderPostcompile:
		return "(" + c.expand(name, b) + ")"
	case b.Expanding:
		return "(__[POSTCOMPILE_" + escapeBindName(name) + "])"
	case b.LiteralExecute || k.executeLit:
		if c.o.RenderPostcompile {
			return c.literalBind(b)
		}
		enter(&c.late, name, true)
		return "__[POSTCOMPILE_" + escapeBindName(name) + "]"
	}
	return c.castBind(c.placeholder(name), b.Type)
}

func (c *compiler) placeholder(name string) string {
	if c.outer != nil {
		return mark + foreignMark + c.d.Paramstyle + foreignMark + name + mark
	}
	return mark + name + mark
}

// hasValue reports whether the value of a bind is known.
func (c *compiler) hasValue(b *expr.Bind) bool {
	_, given := c.o.Values[b.Name]
	return b.HasValue || b.Call != nil || given && !b.Unique
}

// castKinds are the types whose values every driver of PostgreSQL casts.
var castKinds = map[string]bool{"Uuid": true, "UUID": true, "ARRAY": true, "JSON": true, "JSONB": true}

// castBind adds the ::type that PostgreSQL drivers need for some types.
func (c *compiler) castBind(s string, t schema.Type) string {
	if c.d.Name != "postgresql" || c.d.NoBindCasts {
		return s
	}
	u, err := c.d.implType(t)
	if err != nil {
		return c.failErr(err)
	}
	switch {
	case u.Kind == "Uuid" && u.Native == schema.No:
		return s
	case castKinds[u.Kind], strings.HasSuffix(u.Kind, "RANGE"), c.d.driverCasts(u):
		if expr.Affinity(u) == "String" && u.Kind != "JSONStrIndexType" && u.Kind != "CITEXT" && u.Enum == nil {
			t = schema.Type{Kind: "String"} // drivers have one type for all texts
		}
		name, err := c.d.CompileType(t)
		if err != nil {
			return c.failErr(err)
		}
		return s + "::" + name
	}
	return s
}

func (c *compiler) bindValue(b *expr.Bind) any {
	if v, ok := c.o.Values[b.Name]; ok && !b.Unique {
		return v
	}
	if b.Call != nil {
		v, err := b.Call()
		if err != nil {
			c.failErr(err)
		}
		return v
	}
	return b.Value
}

func (c *compiler) literalBind(b *expr.Bind) string {
	v := c.bindValue(b)
	if b.Expanding && !c.hasValue(b) {
		return "(NULL)"
	}
	if b.Expanding {
		return "(" + c.literalList(b, v) + ")"
	}
	if v == nil {
		return "NULL"
	}
	return c.literal(v, b.Type)
}

func (c *compiler) literal(v any, t schema.Type) string {
	s, err := c.d.Literal(v, t)
	if err != nil {
		return c.failErr(err)
	}
	return s
}
