package pywrite

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// A Writer writes directives. It collects what its text needs to be imported.
type Writer struct {
	Style   Style
	Dialect *sqlgen.Dialect // in which SQL expressions are written
	needs   map[string]bool
	err     error
}

// New returns a writer.
func New(s Style, d *sqlgen.Dialect) *Writer {
	own := *d
	own.Paramstyle, own.Offline = "named", true // no doubled percent signs
	return &Writer{Style: s, Dialect: &own, needs: map[string]bool{}}
}

// Imports are the import statements that the text written so far needs and
// the file does not have, sorted.
func (w *Writer) Imports() []string {
	var out []string
	for n := range w.needs {
		if w.Style.Imported[n] {
			continue
		}
		switch n {
		case "alembic.op":
			out = append(out, "from alembic import op")
		case "sqlalchemy":
			out = append(out, "import sqlalchemy as sa")
		default:
			out = append(out, "from sqlalchemy.dialects import "+n[strings.LastIndexByte(n, '.')+1:])
		}
	}
	slices.Sort(out)
	return out
}

// failf keeps the first thing that cannot be written.
func (w *Writer) failf(format string, args ...any) string {
	if w.err == nil {
		w.err = fmt.Errorf(format, args...)
	}
	return "..."
}

func (w *Writer) op(name string) string {
	w.needs["alembic.op"] = true
	return w.Style.Op + "." + name
}

func (w *Writer) sa(name string) string {
	w.needs["sqlalchemy"] = true
	return w.Style.SA + "." + name
}

func (w *Writer) dialect(d, name string) string {
	w.needs["sqlalchemy.dialects."+d] = true
	return first(w.Style.Dialects[d], d) + "." + name
}

// call collects the arguments of one call.
type call struct {
	name string
	args []string
}

func (c *call) pos(s string)      { c.args = append(c.args, s) }
func (c *call) kw(name, s string) { c.args = append(c.args, name+"="+s) }
func (c *call) String() string    { return c.name + "(" + strings.Join(c.args, ", ") + ")" }
func (c *call) tri(n string, t schema.Tri) {
	if t != schema.Unset {
		c.kw(n, boolean(t == schema.Yes))
	}
}

// lines breaks a call with many arguments, one a line.
func (c *call) lines(indent string) []string {
	out := []string{c.name + "("}
	for _, a := range c.args {
		out = append(out, indent+a+",")
	}
	return append(out, ")")
}

func boolean(b bool) string {
	if b {
		return "True"
	}
	return "False"
}

// text is a Python literal for a string, in the quotes of the file.
func (w *Writer) text(s string) string {
	q := string(w.Style.Quote)
	if strings.Contains(s, q) && !strings.Contains(s, "'") {
		q = "'"
	} else if strings.Contains(s, q) && !strings.Contains(s, `"`) {
		q = `"`
	}
	if strings.Contains(s, "\n") && !strings.Contains(s, `"""`) && !strings.HasSuffix(s, `"`) && !strings.ContainsAny(s, "\r\\\x00") {
		return `"""` + s + `"""`
	}
	return sqlgen.Quoted(s, q)
}

func (w *Writer) texts(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = w.text(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// ident is a name, quoted by force where the script said so.
func (w *Writer) ident(name string, q schema.Tri) string {
	if q == schema.Unset {
		return w.text(name)
	}
	return w.sa("sql.quoted_name(") + w.text(name) + ", quote=" + boolean(q == schema.Yes) + ")"
}

func (w *Writer) table(n schema.Name) string { return w.ident(n.Name, n.Quote) }

func (w *Writer) inSchema(c *call, n schema.Name) {
	if n.Schema != "" {
		c.kw("schema", w.ident(n.Schema, n.QuoteSchema))
	}
}

// name is the name of a constraint or an index.
func (w *Writer) name(n schema.ConstraintName) string {
	switch {
	case n.State == schema.NameNone || n.State == schema.NameNever:
		return "None"
	case n.State == schema.NameFinal || w.Style.Final:
		return w.op("f(") + w.text(n.Text) + ")"
	}
	return w.ident(n.Text, n.Quote)
}

// sql is an expression as SQL text that text() reads as it is.
func (w *Writer) sql(e schema.Expr) string {
	if t, ok := e.(*expr.Text); ok && len(t.Binds) == 0 {
		return t.SQL
	}
	x, ok := e.(expr.Expr)
	if !ok {
		return w.failf("an expression of kind %T", e)
	}
	st, err := w.Dialect.CompileExpr(x, sqlgen.Options{LiteralBinds: true, NoTable: true})
	if err != nil {
		return w.failf("an expression: %w", err)
	}
	return EscapeBinds(st.Text)
}

// EscapeBinds puts a backslash before each colon that text() would take for a
// bind parameter.
func EscapeBinds(sql string) string {
	for range 1000 {
		names := sqlgen.TextBinds(sql)
		if len(names) == 0 {
			break
		}
		for _, n := range names {
			sql = escapeBind(sql, n)
		}
	}
	return sql
}

func escapeBind(sql, name string) string {
	var b strings.Builder
	for {
		i := strings.Index(sql, ":"+name)
		if i < 0 {
			b.WriteString(sql)
			return b.String()
		}
		if i == 0 || sql[i-1] != ':' && sql[i-1] != '\\' {
			b.WriteString(sql[:i] + `\`)
		} else {
			b.WriteString(sql[:i])
		}
		b.WriteString(sql[i : i+1+len(name)])
		sql = sql[i+1+len(name):]
	}
}

func (w *Writer) textExpr(e schema.Expr) string { return w.sa("text(") + w.text(w.sql(e)) + ")" }

// option is a value of a dialect's keyword argument.
func (w *Writer) option(v schema.OptionValue) string {
	switch v := v.(type) {
	case nil, schema.OptNone:
		return "None"
	case schema.OptString:
		return w.text(string(v))
	case schema.OptBool:
		return boolean(bool(v))
	case schema.OptInt:
		return strconv.FormatInt(int64(v), 10)
	case schema.OptDecimal:
		return string(v)
	case schema.OptExpr:
		return w.optionExpr(v.Expr)
	case schema.OptList:
		out := make([]string, len(v))
		for i, x := range v {
			out[i] = w.option(x)
		}
		return "[" + strings.Join(out, ", ") + "]"
	case schema.OptMap:
		out := make([]string, len(v))
		for i, x := range v {
			out[i] = w.text(x.Name) + ": " + w.option(x.Value)
		}
		return "{" + strings.Join(out, ", ") + "}"
	}
	return w.failf("an option of kind %T", v)
}

// optionExpr is an expression of an option; a column goes by its name.
func (w *Writer) optionExpr(e schema.Expr) string {
	if c, ok := e.(*expr.Column); ok && !c.Literal {
		return w.text(c.Name)
	}
	return w.textExpr(e)
}

func (w *Writer) options(c *call, o schema.Options) {
	for _, x := range o {
		c.kw(x.Name, w.option(x.Value))
	}
}
