package pysa

import (
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/cockroachdb/apd/v3"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// resultValue converts a database value to what the column's type promises.
func (l *Library) resultValue(v any, ty schema.Type) (pyrt.Value, error) {
	if h, ok := ty.Hook.(*typeHook); ok {
		base := schema.Type{}
		if ty.Impl != nil {
			base = *ty.Impl
		}
		py, err := l.resultValue(v, base)
		if err != nil {
			return nil, err
		}
		return h.ResultValue(py, l.opt.Dialect.Name)
	}
	for _, vt := range ty.Variants {
		if vt.Dialect == l.opt.Dialect.Name {
			return l.resultValue(v, vt.Type)
		}
	}
	if v == nil {
		return pyrt.None, nil
	}
	if p, ok := v.(pyrt.Value); ok {
		return p, nil
	}
	if ty.Enum != nil {
		return l.enumResult(v, ty)
	}
	switch expr.Affinity(ty) {
	case "Boolean":
		if n, ok := v.(int64); ok {
			return pyrt.Bool(n != 0), nil
		}
	case "Numeric":
		return l.numericResult(v, ty)
	case "DateTime", "Date", "Time":
		return l.timeResult(v, expr.Affinity(ty))
	case "JSON":
		return l.jsonResult(v)
	case "Uuid":
		return l.uuidResult(v, ty)
	case "ARRAY":
		return l.arrayResult(v, ty)
	}
	return l.ToPython(v)
}

// enumResult turns a label into the member of a PEP 435 class.
func (l *Library) enumResult(v any, ty schema.Type) (pyrt.Value, error) {
	s, ok := v.(string)
	if b, isBytes := v.([]byte); isBytes {
		s, ok = string(b), true
	}
	o := l.enums[ty.Enum]
	if !ok || o == nil || o.Dict == nil {
		return l.ToPython(v)
	}
	c, _ := o.Dict.GetStr("enum_class")
	if c == nil || c == pyrt.None {
		return pyrt.Str(s), nil
	}
	name := s
	for i, label := range ty.Enum.Labels {
		if label == s && i < len(ty.Enum.Members) {
			name = ty.Enum.Members[i]
		}
	}
	members, err := pyrt.GetAttr(l.thread, c, "__members__")
	if err != nil {
		return nil, err
	}
	m, err := pyrt.GetItem(l.thread, members, pyrt.Str(name))
	if e, isExc := err.(*pyrt.Exception); isExc && e.IsA(pyrt.KeyError) {
		return nil, pyrt.Errorf(pyrt.LookupError, "'%s' is not among the defined enum values. Enum name: %s. Possible values: %s", s, ty.Enum.Name, strings.Join(ty.Enum.Labels, ", "))
	}
	return m, err
}

func (l *Library) numericResult(v any, ty schema.Type) (pyrt.Value, error) {
	asDecimal := ty.AsDecimal
	if asDecimal == schema.Unset {
		switch ty.Kind {
		case "Float", "FLOAT", "REAL", "Double", "DOUBLE", "DOUBLE_PRECISION":
			asDecimal = schema.TriOf(ty.Dialect == "mysql" && ty.Kind != "FLOAT")
		default:
			asDecimal = schema.Yes
		}
	}
	text := ""
	switch x := v.(type) {
	case float64:
		if asDecimal == schema.No {
			return pyrt.Float(x), nil
		}
		scale := 10
		if ty.Scale != nil {
			scale = *ty.Scale
		}
		text = strconv.FormatFloat(x, 'f', scale, 64)
	case int64:
		text = strconv.FormatInt(x, 10)
	case *big.Int:
		text = x.String()
	case *apd.Decimal:
		text = x.Text('f')
	case string:
		text = x
	case []byte:
		text = string(x)
	default:
		return l.ToPython(v)
	}
	if asDecimal == schema.No {
		f, err := strconv.ParseFloat(text, 64)
		return pyrt.Float(f), err
	}
	return l.construct("decimal", "Decimal", pyrt.Str(text))
}

// timeLayouts are the texts in which SQLite keeps times.
var timeLayouts = []string{"2006-01-02 15:04:05.999999", "2006-01-02T15:04:05.999999", "2006-01-02 15:04:05.999999Z07:00",
	"2006-01-02T15:04:05.999999Z07:00", "2006-01-02", "15:04:05.999999", "15:04"}

func (l *Library) timeResult(v any, affinity string) (pyrt.Value, error) {
	x, ok := v.(time.Time)
	if s, isText := v.(string); isText {
		for _, layout := range timeLayouts {
			if p, err := time.Parse(layout, s); err == nil {
				x, ok = p, true
				break
			}
		}
		if name := l.opt.Dialect.Name; !ok && (name == "mysql" || name == "mariadb") {
			return pyrt.Str(s), nil // a zero date: PyMySQL hands the text over, and no type looks at it
		}
		if !ok {
			return nil, pyrt.Errorf(pyrt.ValueError, "Couldn't parse %s string '%s' - value is not a string in the expected format.", strings.ToLower(affinity), s)
		}
	}
	if !ok {
		return l.ToPython(v)
	}
	switch affinity {
	case "Date":
		return l.pyDate(x)
	case "Time":
		return l.pyClock(x)
	}
	return l.pyDateTime(x)
}

func (l *Library) jsonResult(v any) (pyrt.Value, error) {
	s, ok := v.(string)
	switch x := v.(type) {
	case []byte:
		s, ok = string(x), true
	case schema.Document:
		s, ok = string(x), true
	}
	if !ok {
		return l.ToPython(v)
	}
	return l.construct("json", "loads", pyrt.Str(s))
}

func (l *Library) uuidResult(v any, ty schema.Type) (pyrt.Value, error) {
	if ty.AsUUID == schema.No {
		if u, ok := v.([16]byte); ok {
			py, err := l.ToPython(u)
			if err != nil {
				return nil, err
			}
			s, err := pyrt.ToStr(l.thread, py)
			return pyrt.Str(s), err
		}
		return l.ToPython(v)
	}
	switch x := v.(type) {
	case string:
		return l.construct("uuid", "UUID", pyrt.Str(x))
	case []byte:
		if len(x) == 16 {
			var u [16]byte
			copy(u[:], x)
			return l.ToPython(u)
		}
		return l.construct("uuid", "UUID", pyrt.Str(string(x)))
	}
	return l.ToPython(v)
}

func (l *Library) arrayResult(v any, ty schema.Type) (pyrt.Value, error) {
	items, ok := v.([]any)
	if !ok || ty.Item == nil {
		return l.ToPython(v)
	}
	out := make([]pyrt.Value, len(items))
	for i, it := range items {
		inner := *ty.Item
		if _, nested := it.([]any); nested {
			inner = ty
		}
		p, err := l.resultValue(it, inner)
		if err != nil {
			return nil, err
		}
		out[i] = p
	}
	return pyrt.NewList(out...), nil
}
