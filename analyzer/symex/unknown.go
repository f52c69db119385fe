package symex

import (
	"errors"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// unknownType is the class of what nobody knows.
var unknownType = pyrt.NewClass(pyrt.ClassSpec{Name: "Unknown"})

// maxUnknowns limits how many values a run may make of what nobody knows.
const maxUnknowns = 2000

// An Unknown is a Python value that is known only at run time. Whatever is done
// with it gives an Unknown again; its truth is a choice of the explorer. All
// that comes from one result agrees on whether that result has rows.
type Unknown struct {
	Origin syntax.Span
	Cause  string
	b      *backend
	id     int
	root   int    // the result that it comes from
	kind   string // result, rows, row, value
	// content is that of the cell that it was read from.
	content catalog.Value
	classes map[string]bool // of which it was decided whether it is an instance
}

func (b *backend) unknown(at syntax.Span, cause string) *Unknown {
	b.unknowns++
	if b.path.State.RowsTainted == "" {
		_ = cause // the state itself is as it was; only the script's way is not known
	}
	return &Unknown{Origin: at, Cause: cause, b: b, id: b.unknowns, root: b.unknowns, kind: "result", content: catalog.Value{Kind: catalog.Anything}}
}

// derive makes an Unknown of the same result.
func (u *Unknown) derive(kind string) *Unknown {
	u.b.unknowns++
	return &Unknown{Origin: u.Origin, Cause: u.Cause, b: u.b, id: u.b.unknowns, root: u.root, kind: kind, content: catalog.Value{Kind: catalog.Anything}}
}

// decide answers a question about the value: as told, else yes.
func (u *Unknown) decide(question string) (bool, error) {
	b := u.b
	v, turned := b.turn(u.root)
	if !turned {
		var err error
		if v, err = b.decide(u.Origin, question); err != nil {
			return false, err
		}
	}
	if b.answered == nil {
		b.answered = map[int][]bool{}
	}
	b.answered[u.root] = append(b.answered[u.root], v)
	return v, nil
}

func (b *backend) decide(at syntax.Span, question string) (bool, error) {
	i := len(b.path.Choices)
	if i >= maxChoices {
		return false, errBudget
	}
	taken := true
	if i < len(b.prefix) {
		taken = b.prefix[i]
	}
	b.path.Choices = append(b.path.Choices, Choice{At: at, Question: question, Taken: taken})
	return taken, nil
}

// settle keeps an answer that does not change.
func (b *backend) settle(root int, v bool) {
	if b.roots == nil {
		b.roots = map[int]bool{}
	}
	b.roots[root] = v
}

// hasRows answers whether the result has rows, once for all.
func (u *Unknown) hasRows() (bool, error) {
	if v, ok := u.b.roots[u.root]; ok {
		return v, nil
	}
	v, err := u.decide(fmt.Sprintf("does result %d have rows?", u.root))
	if err == nil {
		u.b.settle(u.root, v)
	}
	return v, err
}

// Type implements pyrt.Value.
func (*Unknown) Type() *pyrt.Type { return unknownType }

// Undetermined says why the value is not known: a directive that is given it
// becomes an op.Opaque.
func (u *Unknown) Undetermined() string { return u.Cause }

// Derive is what a library makes of the value.
func (u *Unknown) Derive() pyrt.Value { return u.derive("value") }

// InstanceOf implements pyrt.Vague: a choice, the same for the same class.
func (u *Unknown) InstanceOf(_ *pyrt.Thread, class *pyrt.Type) (bool, error) {
	if v, ok := u.classes[class.Name]; ok {
		return v, nil
	}
	v, err := u.decide(fmt.Sprintf("is value %d a %s?", u.id, class.Name))
	if err == nil {
		if u.classes == nil {
			u.classes = map[string]bool{}
		}
		u.classes[class.Name] = v
	}
	return v, err
}

// Truth implements pyrt.Truther.
func (u *Unknown) Truth(*pyrt.Thread) (bool, error) {
	if u.kind == "result" || u.kind == "rows" {
		return u.hasRows()
	}
	key := -u.id
	if v, ok := u.b.roots[key]; ok {
		return v, nil
	}
	v, err := u.decide(fmt.Sprintf("is value %d true?", u.id))
	if err == nil {
		u.b.settle(key, v)
	}
	return v, err
}

// Iter implements pyrt.Iterable: no row, or one.
func (u *Unknown) Iter(*pyrt.Thread) (pyrt.Iterator, error) {
	if u.kind == "row" || u.kind == "value" {
		// How many values a row has is not known, so it cannot be taken apart.
		return nil, &undecidable{u.Cause}
	}
	some, err := u.hasRows()
	if err != nil {
		return nil, err
	}
	it := &unknownIter{}
	if some {
		it.next = u.derive("row")
	}
	return it, nil
}

// unknownIter yields at most one row.
type unknownIter struct{ next *Unknown }

// Type implements pyrt.Value.
func (*unknownIter) Type() *pyrt.Type { return unknownType }

// Next implements pyrt.Iterator.
func (it *unknownIter) Next(*pyrt.Thread) (pyrt.Value, error) {
	if it.next == nil {
		return nil, nil
	}
	u := it.next
	it.next = nil
	return u, nil
}

// Attr implements pyrt.Attributed.
func (u *Unknown) Attr(_ *pyrt.Thread, name string) (pyrt.Value, error) {
	if strings.HasPrefix(name, "__") {
		return nil, nil
	}
	if u.b.unknowns > maxUnknowns {
		return nil, &undecidable{u.Cause}
	}
	switch name {
	case "fetchall", "all", "scalars", "mappings", "fetchmany", "unique", "partitions", "columns", "yield_per":
		return u.method(func() (pyrt.Value, error) { return u.derive("rows"), nil }), nil
	case "first", "fetchone", "one_or_none", "scalar", "scalar_one_or_none":
		return u.method(func() (pyrt.Value, error) {
			some, err := u.hasRows()
			if err != nil || !some {
				return pyrt.None, err
			}
			if name == "scalar" || name == "scalar_one_or_none" {
				return u.derive("value"), nil
			}
			return u.derive("row"), nil
		}), nil
	case "one", "scalar_one":
		return u.method(func() (pyrt.Value, error) { return u.derive("row"), nil }), nil
	case "close":
		return u.method(func() (pyrt.Value, error) { return pyrt.None, nil }), nil
	}
	return u.derive("value"), nil
}

func (u *Unknown) method(f func() (pyrt.Value, error)) pyrt.Value {
	return pyrt.NewRawBuiltin("unknown", func(*pyrt.Thread, pyrt.Args) (pyrt.Value, error) { return f() })
}

// Call implements pyrt.Callable.
func (u *Unknown) Call(*pyrt.Thread, pyrt.Args) (pyrt.Value, error) {
	if u.b.unknowns > maxUnknowns {
		return nil, &undecidable{u.Cause}
	}
	return u.derive("value"), nil
}

// GetItem implements pyrt.Indexed.
func (u *Unknown) GetItem(*pyrt.Thread, pyrt.Value) (pyrt.Value, error) {
	if u.kind == "rows" || u.kind == "result" {
		return u.derive("row"), nil
	}
	return u.derive("value"), nil
}

// SetItem implements pyrt.ItemSetter: what is inside is not known before or after.
func (u *Unknown) SetItem(*pyrt.Thread, pyrt.Value, pyrt.Value) error { return nil }

// Contains implements pyrt.Container.
func (u *Unknown) Contains(*pyrt.Thread, pyrt.Value) (bool, error) {
	return u.derive("value").Truth(nil)
}

// Operate implements pyrt.Operand.
func (u *Unknown) Operate(*pyrt.Thread, pyrt.Operator, pyrt.Value, bool) (pyrt.Value, error) {
	return u.derive("value"), nil
}

// Hash implements pyrt.Hashable.
func (u *Unknown) Hash(*pyrt.Thread) (int64, error) { return int64(u.id), nil }

// Repr implements pyrt.Described.
func (u *Unknown) Repr(*pyrt.Thread) (string, error) {
	return fmt.Sprintf("<unknown %d>", u.id), nil
}

// Len implements pyrt.Sized: none or one.
func (u *Unknown) Len(*pyrt.Thread) (int, error) {
	if u.kind == "row" || u.kind == "value" {
		return 0, &undecidable{u.Cause}
	}
	some, err := u.hasRows()
	if some {
		return 1, err
	}
	return 0, err
}

// isPython reports whether an error is an exception of Python.
func isPython(err error) bool {
	var e *pyrt.Exception
	return errors.As(err, &e)
}
