package pyrt

// Iterators over built-in containers. Each CPython class of iterators has its
// own type, because programs print type(iter(x)).__name__.

var (
	rangeIterType     = newFinalType("range_iterator", ObjectType)
	longRangeIterType = newFinalType("longrange_iterator", ObjectType)
	listRevIterType   = newFinalType("list_reverseiterator", ObjectType)
	strIterType       = newFinalType("str_ascii_iterator", ObjectType)
	strIterType2      = newFinalType("str_iterator", ObjectType)
	bytesIterType     = newFinalType("bytes_iterator", ObjectType)
	bytearrayIter     = newFinalType("bytearray_iterator", ObjectType)
	setIterType       = newFinalType("set_iterator", ObjectType)
	keyIterType       = newFinalType("dict_keyiterator", ObjectType)
	valueIterType     = newFinalType("dict_valueiterator", ObjectType)
	itemIterType      = newFinalType("dict_itemiterator", ObjectType)
	keyRevIterType    = newFinalType("dict_reversekeyiterator", ObjectType)
	valRevIterType    = newFinalType("dict_reversevalueiterator", ObjectType)
	itemRevIterType   = newFinalType("dict_reverseitemiterator", ObjectType)
	callIterType      = newFinalType("callable_iterator", ObjectType)
	memoryIterType    = newFinalType("memory_iterator", ObjectType)
)

// hintMembers gives iterators that know their length __length_hint__.
func hintMembers() []Member {
	return []Member{RawMethod("__length_hint__", func(_ *Thread, args Args) (Value, error) {
		if len(args.Pos) == 1 {
			if h, ok := args.Pos[0].(interface{ lengthHint() int }); ok {
				return Int(h.lengthHint()), nil
			}
		}
		return NotImplemented, nil
	})}
}

// A sliceIter iterates over a sequence that does not change.
type sliceIter struct {
	typ   *Type
	elems []Value
}

func (it *sliceIter) Type() *Type { return it.typ }

func (it *sliceIter) Next(*Thread) (Value, error) {
	if len(it.elems) == 0 {
		return nil, nil
	}
	v := it.elems[0]
	it.elems = it.elems[1:]
	return v, nil
}

func (it *sliceIter) lengthHint() int { return len(it.elems) }

// NewIterator makes an iterator over elems.
func NewIterator(elems []Value) Iterator { return &sliceIter{TupleIteratorType, elems} }

type listRevIter struct {
	list *List
	i    int // one past the next
}

func (*listRevIter) Type() *Type { return listRevIterType }

func (it *listRevIter) Next(*Thread) (Value, error) {
	if it.i <= 0 || it.i > len(it.list.Elems) {
		it.i = 0
		return nil, nil
	}
	it.i--
	return it.list.Elems[it.i], nil
}

func (it *listRevIter) lengthHint() int { return it.i }

type strIter struct {
	typ  *Type
	rest string
}

func (it *strIter) Type() *Type { return it.typ }

func (it *strIter) Next(*Thread) (Value, error) {
	if it.rest == "" {
		return nil, nil
	}
	if it.rest[0] < 0x80 {
		v := asciiChars[it.rest[0]]
		it.rest = it.rest[1:]
		return v, nil
	}
	_, n := decodePoint(it.rest)
	v := Str(it.rest[:n])
	it.rest = it.rest[n:]
	return v, nil
}

// A byteIter iterates over bytes or a bytearray.
type byteIter struct {
	typ  *Type
	data func() string
	i    int
}

func (it *byteIter) Type() *Type { return it.typ }

func (it *byteIter) Next(*Thread) (Value, error) {
	d := it.data()
	if it.i >= len(d) {
		return nil, nil
	}
	it.i++
	return Int(d[it.i-1]), nil
}

func (it *byteIter) lengthHint() int { return max(len(it.data())-it.i, 0) }

// A dictIter iterates over the entries of a dict or a set and notices changes.
type dictIter struct {
	typ     *Type
	d       *Dict
	i       int
	size    int
	given   int // how many it has yielded
	reverse bool
	what    string // "dictionary" or "Set"
	pick    func(key, value Value) Value
}

func (it *dictIter) Type() *Type { return it.typ }

func newDictIter(typ *Type, d *Dict, pick func(k, v Value) Value) *dictIter {
	return &dictIter{typ: typ, d: d, i: d.head, size: d.live, what: "dictionary", pick: pick}
}

func newDictRevIter(typ *Type, d *Dict, pick func(k, v Value) Value) *dictIter {
	return &dictIter{typ: typ, d: d, size: d.live, what: "dictionary", pick: pick, reverse: true, i: len(d.entries) - 1}
}

func (it *dictIter) Next(*Thread) (Value, error) {
	if it.d == nil {
		return nil, nil
	}
	if it.d.live != it.size {
		it.size = -1 // once changed, always an error
		return nil, Errorf(RuntimeError, "%s changed size during iteration", it.what)
	}
	for it.i >= 0 && it.i < len(it.d.entries) {
		e := it.d.entries[it.i]
		if it.reverse {
			it.i--
		} else {
			it.i++
		}
		if e.key != nil {
			if it.given++; it.given > it.size && it.what == "dictionary" {
				it.d = nil
				return nil, Errorf(RuntimeError, "dictionary keys changed during iteration")
			}
			return it.pick(e.key, e.value), nil
		}
	}
	it.d = nil
	return nil, nil
}

func (it *dictIter) lengthHint() int {
	if it.d == nil || it.size < 0 {
		return 0
	}
	n := 0
	for _, e := range it.d.entries[min(it.i, len(it.d.entries)):] {
		if e.key != nil {
			n++
		}
	}
	return n
}

func pickKey(k, _ Value) Value { return k }
