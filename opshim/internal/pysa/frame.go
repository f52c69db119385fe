package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// frameClause reads FrameClause(start, end, start_type, end_type), an argument of
// over() in SQLAlchemy 2.1; nil for anything else.
func (l *Library) frameClause(v pyrt.Value) (*expr.FrameClause, error) {
	o, ok := v.(*pyrt.Object)
	if !ok || o.Class.Name != "FrameClause" {
		return nil, nil
	}
	f := &expr.FrameClause{}
	for _, b := range []struct {
		value, direction string
		to               *expr.Expr
		word             *string
	}{{"start", "start_frame_type", &f.Low, &f.LowType}, {"end", "end_frame_type", &f.High, &f.HighType}} {
		x, err := pyrt.GetAttr(l.thread, o, b.value)
		if err != nil {
			return nil, err
		}
		d, err := pyrt.GetAttr(l.thread, o, b.direction)
		if err != nil {
			return nil, err
		}
		name, err := pyrt.GetAttr(l.thread, d, "name")
		if err != nil {
			return nil, err
		}
		*b.word, _ = pyrt.AsStr(name)
		if x == pyrt.None {
			continue
		}
		e, err := l.operand(x)
		if err != nil {
			return nil, err
		}
		*b.to = expr.SettleAs(e, "", schema.Type{})
	}
	return f, nil
}
