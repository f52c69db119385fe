package pyrt

// standing finds an argument that stands for something else, also inside a list,
// a tuple or a dictionary; nil if there is none.
func (t *Thread) standing(args []Value, kws []Keyword) Value {
	if t.Salvage == nil {
		return nil
	}
	for _, v := range args {
		if s := t.standingIn(v); s != nil {
			return s
		}
	}
	for _, k := range kws {
		if s := t.standingIn(k.Value); s != nil {
			return s
		}
	}
	return nil
}

// mostLooked bounds how many members of a collection are looked at.
const mostLooked = 64

func (t *Thread) standingIn(v Value) Value {
	var members []Value
	switch v := v.(type) {
	case nil, Str, Int, NoneKind, Bool:
		return nil
	case *List:
		members = v.Elems
	case *Tuple:
		members = v.Elems
	case *Dict:
		for _, item := range v.Items() {
			members = append(members, item[1])
		}
	default:
		if t.Salvage.Standing(v) {
			return v
		}
		return nil
	}
	for i, m := range members {
		if i == mostLooked {
			break
		}
		if t.Salvage.Standing(m) {
			return m
		}
	}
	return nil
}

// salvage gives what a failed call results in after all, nil if nothing.
func (t *Thread) salvage(fn, standing Value, err error) Value {
	if standing == nil {
		return nil
	}
	exc, ok := err.(*Exception)
	if !ok || !exc.IsA(ExceptionClass) || exc.IsA(StopIteration) || exc.IsA(StopAsyncIteration) {
		return nil
	}
	return t.Salvage.Salvaged(fn, standing, exc)
}
