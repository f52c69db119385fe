package takeover

import (
	"maps"
	"slices"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// literal is the value of an expression of literals: string, int64, float64,
// bool, nil, []any or map[string]any.
func literal(e syntax.Expr) (any, bool) {
	switch x := e.(type) {
	case *syntax.Constant:
		switch x.Value.(type) {
		case nil, string, bool, int64, float64:
			return x.Value, true
		}
	case *syntax.UnaryOp:
		if v, ok := literal(x.Operand); ok && x.Op == syntax.USub {
			switch n := v.(type) {
			case int64:
				return -n, true
			case float64:
				return -n, true
			}
		}
	case *syntax.List:
		return list(x.Elts)
	case *syntax.Tuple:
		return list(x.Elts)
	case *syntax.Dict:
		out := map[string]any{}
		for i, k := range x.Keys {
			if k == nil { // **other
				return nil, false
			}
			key, ok := literal(k)
			name, isText := key.(string)
			v, okay := literal(x.Values[i])
			if !ok || !isText || !okay {
				return nil, false
			}
			out[name] = v
		}
		return out, true
	}
	return nil, false
}

func list(elements []syntax.Expr) (any, bool) {
	out := []any{}
	for _, e := range elements {
		v, ok := literal(e)
		if !ok {
			return nil, false
		}
		out = append(out, v)
	}
	return out, true
}

func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }
