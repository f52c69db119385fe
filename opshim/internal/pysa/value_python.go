package pysa

import (
	"encoding/hex"
	"math/big"
	"time"

	"github.com/cockroachdb/apd/v3"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// ToPython converts a database value or a bind value to a Python object.
// Objects of datetime, decimal and uuid are made through those modules.
func (l *Library) ToPython(v any) (pyrt.Value, error) {
	switch x := v.(type) {
	case nil:
		return pyrt.None, nil
	case pyrt.Value:
		return x, nil
	case bool:
		return pyrt.Bool(x), nil
	case int64:
		return pyrt.Int(x), nil
	case int:
		return pyrt.Int(x), nil
	case *big.Int:
		return pyrt.MakeInt(new(big.Int).Set(x)), nil
	case float64:
		return pyrt.Float(x), nil
	case string:
		return pyrt.Str(x), nil
	case []byte:
		return pyrt.Bytes(x), nil
	case *foreign:
		return x.v, nil
	case []any:
		out := make([]pyrt.Value, len(x))
		for i, it := range x {
			p, err := l.ToPython(it)
			if err != nil {
				return nil, err
			}
			out[i] = p
		}
		return pyrt.NewList(out...), nil
	case *schema.EnumMember:
		return l.ToPython(x.Value)
	}
	return l.toObject(v)
}

// toObject makes instances of standard library classes.
func (l *Library) toObject(v any) (pyrt.Value, error) {
	switch x := v.(type) {
	case time.Time:
		return l.pyDateTime(x)
	case time.Duration:
		us := x.Microseconds()
		return l.construct("datetime", "timedelta", pyrt.Int(0), pyrt.Int(us/1e6), pyrt.Int(us%1e6))
	case schema.Document:
		if l.opt.Dialect.Driver == "asyncpg" { // SQLAlchemy has it hand over the text
			return pyrt.Str(x), nil
		}
		return l.construct("json", "loads", pyrt.Str(x))
	case schema.Date:
		return l.construct("datetime", "date", pyrt.Int(x.Year), pyrt.Int(x.Month), pyrt.Int(x.Day))
	case schema.DateTime:
		return l.pyDateTime(x.Time())
	case schema.Clock:
		return l.pyClock(schema.DateTime{Date: schema.Date{Year: 1, Month: 1, Day: 1}, Clock: x}.Time())
	case schema.Interval:
		return l.construct("datetime", "timedelta", pyrt.Int(x.Days), pyrt.Int(x.Seconds), pyrt.Int(x.Micros))
	case *apd.Decimal:
		return l.construct("decimal", "Decimal", pyrt.Str(x.Text('G')))
	case apd.Decimal:
		return l.construct("decimal", "Decimal", pyrt.Str(x.Text('G')))
	case [16]byte:
		return l.construct("uuid", "UUID", pyrt.Str(hex.EncodeToString(x[:])))
	}
	return nil, unsupported("a database value of Go type %T", v)
}

func (l *Library) construct(module, class string, args ...pyrt.Value) (pyrt.Value, error) {
	m, err := pyrt.ImportModule(l.thread, module)
	if err != nil {
		return nil, err
	}
	return pyrt.CallMethod(l.thread, m, class, args...)
}

// zone is the tzinfo of an aware time; None for a naive one.
func (l *Library) zone(x time.Time) (pyrt.Value, error) {
	if x.Location() == time.UTC {
		return pyrt.None, nil
	}
	m, err := pyrt.ImportModule(l.thread, "datetime")
	if err != nil {
		return nil, err
	}
	tz, err := pyrt.GetAttr(l.thread, m, "timezone")
	if err != nil {
		return nil, err
	}
	_, off := x.Zone()
	if off == 0 {
		return pyrt.GetAttr(l.thread, tz, "utc")
	}
	d, err := l.construct("datetime", "timedelta", pyrt.Int(0), pyrt.Int(off))
	if err != nil {
		return nil, err
	}
	return pyrt.Call(l.thread, tz, pyrt.Positional(d))
}

func (l *Library) pyDateTime(x time.Time) (pyrt.Value, error) {
	tz, err := l.zone(x)
	if err != nil {
		return nil, err
	}
	return l.construct("datetime", "datetime", pyrt.Int(x.Year()), pyrt.Int(x.Month()), pyrt.Int(x.Day()),
		pyrt.Int(x.Hour()), pyrt.Int(x.Minute()), pyrt.Int(x.Second()), pyrt.Int(x.Nanosecond()/1000), tz)
}

func (l *Library) pyDate(x time.Time) (pyrt.Value, error) {
	return l.construct("datetime", "date", pyrt.Int(x.Year()), pyrt.Int(x.Month()), pyrt.Int(x.Day()))
}

func (l *Library) pyClock(x time.Time) (pyrt.Value, error) {
	tz, err := l.zone(x)
	if err != nil {
		return nil, err
	}
	return l.construct("datetime", "time", pyrt.Int(x.Hour()), pyrt.Int(x.Minute()), pyrt.Int(x.Second()), pyrt.Int(x.Nanosecond()/1000), tz)
}
