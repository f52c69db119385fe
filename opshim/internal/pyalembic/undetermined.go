package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// An undetermined value is one that a symbolic run does not know: rows of a
// query, and what comes from them.
type undetermined interface {
	pyrt.Value
	// Undetermined says why it is not known.
	Undetermined() string
}

// maxSearch is how deep lists and dictionaries are searched.
const maxSearch = 4

// findUndetermined looks for such a value in an argument.
func findUndetermined(v pyrt.Value, depth int) (undetermined, bool) {
	if u, ok := v.(undetermined); ok && u.Undetermined() != "" {
		return u, true
	}
	if depth == 0 {
		return nil, false
	}
	var elems []pyrt.Value
	switch x := v.(type) {
	case *pyrt.List:
		elems = x.Elems
	case *pyrt.Tuple:
		elems = x.Elems
	case *pyrt.Dict:
		for _, e := range x.Items() {
			elems = append(elems, e[0], e[1])
		}
	}
	for _, e := range elems {
		if u, ok := findUndetermined(e, depth-1); ok {
			return u, true
		}
	}
	return nil, false
}

// opaque is the op of a directive that has an undetermined argument; nil if all
// are known. Values of rows to insert may be unknown: the table is not.
func (o *operations) opaque(d *directive, args map[string]pyrt.Value, kw *pyrt.Dict) *op.Opaque {
	for name, v := range args {
		if d.name == "bulk_insert" && name == "rows" {
			if u, is := v.(undetermined); !is || u.Undetermined() == "" {
				continue
			}
		}
		if u, ok := findUndetermined(v, maxSearch); ok {
			return opaqueFor(d, args, u)
		}
	}
	if u, ok := findUndetermined(kw, maxSearch); ok {
		return opaqueFor(d, args, u)
	}
	return nil
}

func opaqueFor(d *directive, args map[string]pyrt.Value, u undetermined) *op.Opaque {
	x := &op.Opaque{Directive: d.name, Reason: u.Undetermined()}
	for _, name := range []string{"table_name", "old_table_name", "source_table"} {
		if s, ok := args[name]; ok {
			if text, ok := pyrt.AsStr(s); ok {
				x.Table = schema.Name{Name: text}
			}
		}
	}
	if s, ok := args["schema"]; ok {
		x.Table.Schema, _ = pyrt.AsStr(s)
	}
	return x
}
