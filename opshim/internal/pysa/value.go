package pysa

import (
	"encoding/hex"
	"math/big"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// foreign is a Python value without a Go form; it implements schema.Foreign.
type foreign struct {
	lib *Library
	v   pyrt.Value
}

// Python is the value.
func (f *foreign) Python() pyrt.Value { return f.v }

// Repr is repr(value).
func (f *foreign) Repr() (string, error) { return pyrt.Repr(f.lib.thread, f.v) }

// String is repr(value), for messages.
func (f *foreign) String() string {
	s, err := pyrt.Repr(f.lib.thread, f.v)
	if err != nil {
		return "<" + f.v.Type().Name + ">"
	}
	return s
}

// Text is str(value).
func (f *foreign) Text() (string, error) { return pyrt.ToStr(f.lib.thread, f.v) }

// JSON is json.dumps(value).
func (f *foreign) JSON() (string, error) {
	m, err := pyrt.ImportModule(f.lib.thread, "json")
	if err != nil {
		return "", err
	}
	v, err := pyrt.CallMethod(f.lib.thread, m, "dumps", f.v)
	if err != nil {
		return "", err
	}
	s, _ := pyrt.AsStr(v)
	return s, nil
}

// isInstanceOf reports whether v's class is, or derives from, the class name of
// module.
func isInstanceOf(v pyrt.Value, module, name string) bool {
	for _, k := range v.Type().MRO {
		if k.Name == name && (k.Module == module || strings.TrimPrefix(k.Module, "_") == module) {
			return true
		}
	}
	return false
}

// FromPython converts a Python value to the form that bind parameters hold (see
// opshim/schema, value.go). What has no Go form becomes a schema.Foreign; an SQL
// expression comes back as expr.Expr.
func (l *Library) FromPython(v pyrt.Value) (any, error) {
	if v == nil {
		return nil, nil
	}
	if o, ok := v.(*pyrt.Object); ok && o.Native != nil {
		if x := l.elementOf(o); x != nil {
			return x, nil
		}
	}
	if u, ok := v.(interface{ Use() error }); ok {
		if err := u.Use(); err != nil {
			return nil, err // it stands for something that is not there
		}
	}
	if isInstanceOf(v, "enum", "Enum") {
		return l.enumMember(v)
	}
	switch u := pyrt.Underlying(v).(type) {
	case pyrt.NoneKind:
		return nil, nil
	case pyrt.Bool:
		return bool(u), nil
	case pyrt.Int:
		return int64(u), nil
	case *pyrt.BigInt:
		return new(big.Int).Set(u.V), nil
	case pyrt.Float:
		return float64(u), nil
	case pyrt.Str:
		return string(u), nil
	case pyrt.Bytes:
		return []byte(u), nil
	case *pyrt.ByteArray:
		return append([]byte(nil), u.B...), nil
	case *pyrt.List:
		return l.fromItems(u.Elems)
	case *pyrt.Tuple:
		return l.fromItems(u.Elems)
	case *pyrt.Set:
		return l.fromItems(u.Elems())
	}
	return l.fromObject(v)
}

func (l *Library) fromItems(items []pyrt.Value) (any, error) {
	out := make([]any, len(items))
	for i, it := range items {
		x, err := l.FromPython(it)
		if err != nil {
			return nil, err
		}
		if f, ok := x.(*foreign); ok && f != nil && len(items) > 0 {
			if _, isDict := pyrt.AsDict(f.v); isDict {
				return &foreign{l, pyrt.NewList(items...)}, nil
			}
		}
		out[i] = x
	}
	return out, nil
}

// fromObject converts instances of standard library classes.
func (l *Library) fromObject(v pyrt.Value) (any, error) {
	switch {
	case isInstanceOf(v, "datetime", "datetime"):
		d, err := l.dateOf(v)
		if err != nil {
			return nil, err
		}
		c, err := l.clockOf(v)
		return schema.DateTime{Date: d, Clock: c}, err
	case isInstanceOf(v, "datetime", "date"):
		return l.dateOf(v)
	case isInstanceOf(v, "datetime", "time"):
		return l.clockOf(v)
	case isInstanceOf(v, "datetime", "timedelta"):
		n, err := l.intAttrs(v, "days", "seconds", "microseconds")
		if err != nil {
			return nil, err
		}
		return schema.Interval{Days: n[0], Seconds: n[1], Micros: n[2]}, nil
	case isInstanceOf(v, "decimal", "Decimal"):
		s, err := pyrt.ToStr(l.thread, v)
		if err != nil {
			return nil, err
		}
		d, _, err := apd.NewFromString(s)
		return d, err
	case isInstanceOf(v, "uuid", "UUID"):
		h, err := pyrt.GetAttr(l.thread, v, "hex")
		if err != nil {
			return nil, err
		}
		s, _ := pyrt.AsStr(h)
		var u [16]byte
		b, err := hex.DecodeString(s)
		copy(u[:], b)
		return u, err
	}
	return &foreign{l, v}, nil
}

func (l *Library) intAttrs(v pyrt.Value, names ...string) ([]int64, error) {
	out := make([]int64, len(names))
	for i, n := range names {
		a, err := pyrt.GetAttr(l.thread, v, n)
		if err != nil {
			return nil, err
		}
		out[i], _ = pyrt.AsInt(a)
	}
	return out, nil
}

func (l *Library) dateOf(v pyrt.Value) (schema.Date, error) {
	n, err := l.intAttrs(v, "year", "month", "day")
	if err != nil {
		return schema.Date{}, err
	}
	return schema.Date{Year: int(n[0]), Month: int(n[1]), Day: int(n[2])}, nil
}

func (l *Library) clockOf(v pyrt.Value) (schema.Clock, error) {
	n, err := l.intAttrs(v, "hour", "minute", "second", "microsecond")
	if err != nil {
		return schema.Clock{}, err
	}
	c := schema.Clock{Hour: int(n[0]), Minute: int(n[1]), Second: int(n[2]), Micro: int(n[3])}
	off, err := pyrt.CallMethod(l.thread, v, "utcoffset")
	if err != nil {
		return c, err
	}
	if off != pyrt.None {
		d, err := l.intAttrs(off, "days", "seconds")
		if err != nil {
			return c, err
		}
		sec := int(d[0]*86400 + d[1])
		c.Offset = &sec
	}
	return c, nil
}

func (l *Library) enumMember(v pyrt.Value) (any, error) {
	name, err := pyrt.GetAttr(l.thread, v, "name")
	if err != nil {
		return nil, err
	}
	value, err := pyrt.GetAttr(l.thread, v, "value")
	if err != nil {
		return nil, err
	}
	m := &schema.EnumMember{Class: v.Type().Name}
	m.Name, _ = pyrt.AsStr(name)
	m.Value, err = l.FromPython(value)
	return m, err
}

// naturalType is the type that SQLAlchemy gives to a value on its own; x is its Go
// form.
func (l *Library) naturalType(_ pyrt.Value, x any) schema.Type {
	switch x := x.(type) {
	case bool:
		return schema.Type{Kind: "Boolean"}
	case int64:
		if x >= 1<<31 || x <= -1<<31 {
			return schema.Type{Kind: "BigInteger"}
		}
		return schema.Type{Kind: "Integer"}
	case *big.Int:
		return schema.Type{Kind: "BigInteger"}
	case float64:
		return schema.Type{Kind: "Float"}
	case *apd.Decimal:
		return schema.Type{Kind: "Numeric"}
	case string:
		return schema.Type{Kind: "String"}
	case []byte:
		return schema.Type{Kind: "LargeBinary"}
	case [16]byte:
		return schema.Type{Kind: "Uuid"}
	case schema.Date:
		return schema.Type{Kind: "Date"}
	case schema.DateTime:
		return schema.Type{Kind: "DateTime"}
	case schema.Clock:
		return schema.Type{Kind: "Time"}
	case schema.Interval:
		return schema.Type{Kind: "Interval"}
	case *foreign:
		if t, err := pyrt.LookupAttr(l.thread, x.v, "__sa_type_engine__"); err == nil && t != nil {
			if ty, err := l.TypeOf(t); err == nil {
				return ty
			}
		}
	}
	return schema.Type{}
}

// optionValue converts the value of a dialect option.
func (l *Library) optionValue(v pyrt.Value) (schema.OptionValue, error) {
	if el := l.elementOf(v); el != nil {
		return schema.OptExpr{Expr: el}, nil
	}
	switch u := pyrt.Underlying(v).(type) {
	case pyrt.NoneKind:
		return schema.OptNone{}, nil
	case pyrt.Str:
		return schema.OptString(u), nil
	case pyrt.Bool:
		return schema.OptBool(u), nil
	case pyrt.Int:
		return schema.OptInt(u), nil
	case *pyrt.Dict:
		var m schema.OptMap
		for _, e := range u.Items() {
			k, ok := pyrt.AsStr(e[0])
			if !ok {
				if c := l.columnOf(e[0]); c != nil {
					k, ok = c.def.KeyName(), true
				}
			}
			if e[0] == pyrt.None { // the key of an expression without a name
				ok = true
			}
			if !ok {
				return nil, pyrt.Errorf(pyrt.TypeError, "option keys must be strings, got %s", e[0].Type().Name)
			}
			x, err := l.optionValue(e[1])
			if err != nil {
				return nil, err
			}
			m = append(m, schema.Option{Name: k, Value: x})
		}
		return m, nil
	case *pyrt.List, *pyrt.Tuple, *pyrt.Set:
		items, err := pyrt.Collect(l.thread, v)
		if err != nil {
			return nil, err
		}
		out := schema.OptList{}
		for _, it := range items {
			x, err := l.optionValue(it)
			if err != nil {
				return nil, err
			}
			out = append(out, x)
		}
		return out, nil
	}
	s, err := pyrt.ToStr(l.thread, v)
	return schema.OptDecimal(s), err
}

// options converts keyword arguments.
func (l *Library) options(kw []pyrt.Keyword) (schema.Options, error) {
	var out schema.Options
	for _, k := range kw {
		v, err := l.optionValue(k.Value)
		if err != nil {
			return nil, err
		}
		if s, ok := v.(schema.OptString); ok && k.Name == "postgresql_inherits" && quoteOf(k.Value) == schema.No {
			v = schema.OptExpr{Expr: &expr.Text{SQL: string(s)}}
		}
		out = append(out, schema.Option{Name: k.Name, Value: v})
	}
	return out, nil
}

// keywords turns a **kw dict into Keywords.
func keywords(v pyrt.Value) []pyrt.Keyword {
	d, ok := v.(*pyrt.Dict)
	if !ok {
		return nil
	}
	var out []pyrt.Keyword
	for _, e := range d.Items() {
		n, _ := pyrt.AsStr(e[0])
		out = append(out, pyrt.Keyword{Name: n, Value: e[1]})
	}
	return out
}
