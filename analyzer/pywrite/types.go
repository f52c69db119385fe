package pywrite

import (
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// typeText is the constructor of a type.
func (w *Writer) typeText(t schema.Type) string {
	if t.Kind == "" {
		t.Kind = "NullType"
	}
	switch t.Kind {
	case "UserDefined", "TypeDecorator":
		return w.failf("a type of the script's own (%s)", first(t.Name, first(t.Raw, t.Kind)))
	case "NullType":
		return w.sa("types.NullType()")
	}
	c := &call{name: w.className(t)}
	switch {
	case t.Enum != nil:
		w.enum(c, t)
	case t.Kind == "SET":
		for _, v := range t.Values {
			c.pos(w.text(v))
		}
	case t.Domain != nil:
		w.domain(c, t)
	case t.Item != nil && t.Kind == "ARRAY":
		c.pos(w.typeText(*t.Item))
		if t.Dimensions != nil {
			c.kw("dimensions", strconv.Itoa(*t.Dimensions))
		}
		if t.ZeroIndexes {
			c.kw("zero_indexes", "True")
		}
	default:
		w.plainType(c, t)
	}
	w.charset(c, t)
	out := c.String()
	for _, v := range t.Variants {
		out += ".with_variant(" + w.typeText(v.Type) + ", " + w.text(v.Dialect) + ")"
	}
	return out
}

func (w *Writer) className(t schema.Type) string {
	if t.Dialect == "" {
		if saTypes[t.Kind] {
			return w.sa(t.Kind)
		}
		return w.sa("types." + t.Kind)
	}
	return w.dialect(t.Dialect, t.Kind)
}

// saTypes are the type classes that the package sqlalchemy itself has.
var saTypes = names(`ARRAY BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB DATE DATETIME DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime Double Enum
	FLOAT Float INT INTEGER Integer Interval JSON LargeBinary NCHAR NUMERIC NVARCHAR Numeric PickleType REAL SMALLINT SmallInteger String TEXT TIME
	TIMESTAMP Text Time Unicode UnicodeText UUID Uuid VARBINARY VARCHAR`)

func names(s string) map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.Fields(s) {
		out[n] = true
	}
	return out
}

func (c *call) number(name string, n *int) {
	if n != nil {
		c.kw(name, strconv.Itoa(*n))
	}
}

// plainType writes the parameters of types that are not made of others.
func (w *Writer) plainType(c *call, t schema.Type) {
	c.number("length", t.Length)
	if t.Dialect == "mysql" && fractional[t.Kind] {
		c.number("fsp", t.Precision)
	} else if t.Kind == "Interval" {
		c.number("second_precision", t.SecondPrecision)
		c.number("day_precision", t.DayPrecision)
	} else {
		c.number("precision", t.Precision)
	}
	c.number("scale", t.Scale)
	if t.Timezone {
		c.kw("timezone", "True")
	}
	if t.AsDecimal != schema.Unset && t.AsDecimal.Or(true) != defaultDecimal(t.Kind) {
		c.tri("asdecimal", t.AsDecimal)
	}
	if t.Fields != "" {
		c.kw("fields", w.text(t.Fields))
	}
	if t.Varying {
		c.kw("varying", "True")
	}
	if t.NoneAsNull {
		c.kw("none_as_null", "True")
	}
	if t.AsUUID == schema.No {
		c.kw("as_uuid", "False")
	}
	if t.Native == schema.No {
		c.kw(map[bool]string{true: "native", false: "native_uuid"}[t.Kind == "Interval"], "False")
	}
	if t.Boolean != nil && t.Kind == "Boolean" {
		c.kw("create_constraint", "True")
		if t.Boolean.Name.Text != "" {
			c.kw("name", w.name(t.Boolean.Name))
		}
	}
	w.options(c, t.Extra)
}

var fractional = names("DATETIME TIMESTAMP TIME")

func defaultDecimal(kind string) bool {
	switch strings.ToUpper(kind) {
	case "FLOAT", "DOUBLE", "REAL", "DOUBLE_PRECISION":
		return false
	}
	return true
}

// charset writes what MySQL's types have besides, and the collation.
func (w *Writer) charset(c *call, t schema.Type) {
	if t.Charset != "" {
		c.kw("charset", w.text(t.Charset))
	}
	if t.Collation != "" {
		c.kw("collation", w.text(t.Collation))
	}
	c.number("display_width", t.DisplayWidth)
	for _, f := range [...]struct {
		name string
		on   bool
	}{{"unsigned", t.Unsigned}, {"zerofill", t.Zerofill}, {"ascii", t.ASCII}, {"unicode", t.Unicode}, {"binary", t.Binary}, {"national", t.National}} {
		if f.on {
			c.kw(f.name, "True")
		}
	}
}

func (w *Writer) enum(c *call, t schema.Type) {
	e := t.Enum
	if e.NotText != "" {
		w.failf("an Enum whose labels are %s", e.NotText)
	}
	for _, l := range e.Labels {
		c.pos(w.text(l))
	}
	if e.Name != "" {
		c.kw("name", w.ident(e.Name, e.Quote))
	}
	if e.Schema != "" {
		c.kw("schema", w.text(e.Schema))
	}
	if e.InheritSchema {
		c.kw("inherit_schema", "True")
	}
	if t.Dialect == "" {
		if !e.Native {
			c.kw("native_enum", "False")
		}
		if e.CreateConstraint {
			c.kw("create_constraint", "True")
		}
		if e.NoLength {
			c.kw("length", "None")
		} else if e.Length != nil {
			c.number("length", e.Length)
		}
	}
	if e.CreateType == schema.No {
		c.kw("create_type", "False")
	}
}

func (w *Writer) domain(c *call, t schema.Type) {
	d := t.Domain
	c.pos(w.text(d.Name))
	if t.Item != nil {
		c.pos(w.typeText(*t.Item))
	}
	for _, p := range [...][2]string{{"schema", d.Schema}, {"collation", d.Collation}, {"constraint_name", d.ConstraintName}} {
		if p[1] != "" {
			c.kw(p[0], w.text(p[1]))
		}
	}
	if d.Default != nil {
		c.kw("default", w.serverDefault(d.Default))
	}
	c.tri("not_null", d.NotNull)
	if d.Check != nil {
		c.kw("check", w.text(w.sql(d.Check)))
	}
	if d.CreateType == schema.No {
		c.kw("create_type", "False")
	}
}
