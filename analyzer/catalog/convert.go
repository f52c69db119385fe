package catalog

import (
	"encoding/hex"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/cockroachdb/apd/v3"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// FromGo turns a database value of a script into a Value.
func FromGo(v any) Value {
	switch v := v.(type) {
	case nil:
		return null
	case bool:
		return boolean(v)
	case int64:
		return integer(v)
	case int:
		return integer(int64(v))
	case float64:
		r := new(big.Rat)
		if r.SetFloat64(v) == nil {
			return opaque
		}
		return Value{Kind: Float, N: r}
	case string:
		return text(v)
	case time.Time:
		return text(timeText(v))
	case *apd.Decimal:
		n, ok := parseNumber(v.Text('f'))
		if !ok {
			return opaque
		}
		return Value{Kind: Dec, N: n, Scale: max(int(-v.Exponent), 0)}
	case [16]byte:
		h := hex.EncodeToString(v[:])
		return text(strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-"))
	case schema.DateTime:
		if v.Clock.Offset == nil {
			return text(timeText(v.Time()))
		}
	case schema.Date:
		return text(schema.DateTime{Date: v}.Time().Format("2006-01-02"))
	case []any:
		items := make([]Value, len(v))
		for i, x := range v {
			items[i] = FromGo(x)
		}
		if s, ok := arrayText(items); ok {
			return text(s)
		}
	case schema.EnumMember:
		return text(v.Name)
	case *schema.EnumMember:
		return text(v.Name)
	case fmt.Stringer:
		if n, ok := parseNumber(v.String()); ok {
			return Value{Kind: Int, N: n}
		}
	}
	return opaque
}

// timeText writes a time as the databases do.
func timeText(t time.Time) string {
	s := t.Format("2006-01-02 15:04:05")
	if ns := t.Nanosecond(); ns != 0 {
		s += strings.TrimRight(fmt.Sprintf(".%06d", ns/1000), "0")
	}
	return s
}

// ToGo turns a Value of a column of some type into what a driver gives; ok is
// false for what is not known.
func (s *State) ToGo(v Value, canon string) (any, bool) {
	ti := s.typeOf(canon)
	switch v.Kind {
	case Null:
		return nil, true
	case Bool:
		if s.Dialect.String() != "postgresql" {
			return int64(boolInt(v.B)), true
		}
		return v.B, true
	case Int:
		if v.N.Num().IsInt64() {
			return v.N.Num().Int64(), true
		}
		return nil, false
	case Dec:
		if s.Dialect.String() == "sqlite" {
			f, _ := v.N.Float64()
			return f, true
		}
		d, _, err := apd.NewFromString(v.N.FloatString(v.Scale))
		if err != nil {
			return nil, false
		}
		return d, true
	case Float:
		f, _ := v.N.Float64()
		return f, true
	case Text:
		return s.textToGo(v.S, ti), true
	}
	return nil, false
}

func (s *State) textToGo(t string, ti typeInfo) any {
	if s.Dialect.String() == "sqlite" {
		return t
	}
	switch ti.class {
	case classOther:
		if items, ok := arrayItems(t); ok && ti.array {
			return listOfTexts(items)
		}
	case classTimestamp:
		for _, layout := range [...]string{"2006-01-02 15:04:05.999999", "2006-01-02"} {
			if x, err := time.Parse(layout, t); err == nil {
				return x
			}
		}
	case classUUID:
		if b, err := hex.DecodeString(strings.ReplaceAll(t, "-", "")); err == nil && len(b) == 16 {
			return [16]byte(b)
		}
	case classInt:
		if n, err := strconv.ParseInt(t, 10, 64); err == nil {
			return n
		}
	}
	return t
}
