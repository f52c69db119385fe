package pyrt

// A Dict is an insertion-ordered mapping. String keys, the common case, need
// no Thread; other keys are hashed and compared by Python's rules.
//
// It is a compact hash table as CPython's: entries in order, and an open
// addressing index over them once there are more than smallDict.
type Dict struct {
	entries []dictEntry
	index   []int32 // position in entries + 1; 0 free, -1 deleted
	live    int
	// head is how many entries at the front are deleted.
	head int
	// version changes whenever a key is added or removed.
	version uint32
	// lazy evaluates the missing names of a module whose namespace this is.
	lazy *lazyModule
}

type dictEntry struct {
	key, value Value // key nil: deleted
	hash       int64 // 0 for a string key: not computed yet
}

// hashed gives the hash of the key.
func (e *dictEntry) hashed() int64 {
	if e.hash == 0 {
		if s, ok := e.key.(Str); ok {
			e.hash = hashString(string(s))
		}
	}
	return e.hash
}

// smallDict is the size up to which a linear scan beats hashing.
const smallDict = 8

// slotOf scatters a hash over the index: hashes of small integers are the
// integers, which would fill it in one run.
func slotOf(h int64) uint64 { return uint64(h) * 0x9e3779b97f4a7c15 >> 32 }

// NewDict makes an empty dict.
func NewDict() *Dict { return &Dict{} }

// Type gives the class.
func (*Dict) Type() *Type { return DictType }

// Size is the number of entries.
func (d *Dict) Size() int { return d.live }

// findStr locates an exact or subclass string key: its index or -1.
func (d *Dict) findStr(key string) int {
	if d.index == nil {
		for i := range d.entries {
			switch k := d.entries[i].key.(type) {
			case Str:
				if string(k) == key {
					return i
				}
			case *Object:
				if s, ok := k.Native.(Str); ok && string(s) == key {
					return i
				}
			}
		}
		return -1
	}
	h := hashString(key)
	mask := uint64(len(d.index) - 1)
	for p := slotOf(h) & mask; ; p = (p + 1) & mask {
		i := d.index[p]
		if i == 0 {
			return -1
		}
		if i < 0 || d.entries[i-1].hash != h {
			continue
		}
		switch k := d.entries[i-1].key.(type) {
		case Str:
			if string(k) == key {
				return int(i - 1)
			}
		case *Object:
			if s, ok := k.Native.(Str); ok && string(s) == key {
				return int(i - 1)
			}
		}
	}
}

// GetStr looks a string key up.
func (d *Dict) GetStr(key string) (Value, bool) {
	if i := d.findStr(key); i >= 0 {
		return d.entries[i].value, true
	}
	return nil, false
}

// SetStr sets a string key.
func (d *Dict) SetStr(key string, v Value) {
	if i := d.findStr(key); i >= 0 {
		d.entries[i].value = v
		return
	}
	d.insertStr(key, Str(key), v)
}

// insertStr adds a key; while there is no index the hash can wait.
func (d *Dict) insertStr(key string, boxed, v Value) {
	if d.index == nil && len(d.entries) < smallDict {
		d.insert(0, boxed, v)
		return
	}
	d.insert(hashString(key), boxed, v)
}

// DeleteStr removes a string key and reports whether it was there.
func (d *Dict) DeleteStr(key string) bool {
	i := d.findStr(key)
	if i >= 0 {
		d.remove(i)
	}
	return i >= 0
}

// Get looks a key up; nil when absent.
func (d *Dict) Get(t *Thread, key Value) (Value, error) {
	i, _, err := d.find(t, key)
	if err != nil {
		return nil, err
	}
	if i < 0 {
		if name, ok := key.(Str); ok && d.lazy != nil {
			return d.lazy.demand(t, string(name)) // globals()["name"]
		}
		return nil, nil
	}
	return d.entries[i].value, nil
}

// Set sets a key.
func (d *Dict) Set(t *Thread, key, value Value) error {
	i, h, err := d.find(t, key)
	if err != nil {
		return err
	}
	if i >= 0 {
		d.entries[i].value = value
		return nil
	}
	if err := t.alloc(64); err != nil {
		return err
	}
	d.insert(h, key, value)
	return nil
}

// Delete removes a key and returns its value, nil when absent.
func (d *Dict) Delete(t *Thread, key Value) (Value, error) {
	i, _, err := d.find(t, key)
	if err != nil || i < 0 {
		return nil, err
	}
	v := d.entries[i].value
	d.remove(i)
	return v, nil
}

// Clear removes all entries.
func (d *Dict) Clear() { *d = Dict{version: d.version + 1} }

// Copy makes a dict with the same entries.
func (d *Dict) Copy() *Dict {
	out := &Dict{live: d.live}
	if d.live == len(d.entries) {
		out.entries = append([]dictEntry(nil), d.entries...)
		out.index = append([]int32(nil), d.index...)
		return out
	}
	out.entries = make([]dictEntry, 0, d.live)
	for _, e := range d.entries {
		if e.key != nil {
			out.entries = append(out.entries, e)
		}
	}
	out.reindex()
	return out
}

// Items returns the entries in order, as a fresh slice of pairs.
func (d *Dict) Items() [][2]Value {
	out := make([][2]Value, 0, d.live)
	for _, e := range d.entries {
		if e.key != nil {
			out = append(out, [2]Value{e.key, e.value})
		}
	}
	return out
}

// Keys returns the keys in order.
func (d *Dict) Keys() []Value {
	out := make([]Value, 0, d.live)
	for _, e := range d.entries {
		if e.key != nil {
			out = append(out, e.key)
		}
	}
	return out
}

// Values returns the values in order.
func (d *Dict) Values() []Value {
	out := make([]Value, 0, d.live)
	for _, e := range d.entries {
		if e.key != nil {
			out = append(out, e.value)
		}
	}
	return out
}

// find locates a key: its index or -1, and its hash.
func (d *Dict) find(t *Thread, key Value) (int, int64, error) {
	if s, ok := key.(Str); ok {
		if i := d.findStr(string(s)); i >= 0 {
			return i, 0, nil
		}
		return -1, hashString(string(s)), nil
	}
	h, err := Hash(t, key)
	if err != nil {
		return -1, 0, err
	}
	if d.index == nil {
		for i := range d.entries {
			if e := &d.entries[i]; e.key != nil && e.hashed() == h {
				if eq, err := sameKey(t, e.key, key); err != nil || eq {
					return i, h, err
				}
				if i >= len(d.entries) {
					break // the comparison changed the dict
				}
			}
		}
		return -1, h, nil
	}
	return d.probe(t, h, key)
}

func (d *Dict) probe(t *Thread, h int64, key Value) (int, int64, error) {
	mask := uint64(len(d.index) - 1)
	for p := slotOf(h) & mask; p < uint64(len(d.index)); p = (p + 1) & mask {
		i := d.index[p]
		if i == 0 {
			break
		}
		if i > 0 && d.entries[i-1].hash == h {
			version := d.version
			if eq, err := sameKey(t, d.entries[i-1].key, key); err != nil || eq {
				return int(i - 1), h, err
			}
			if d.version != version { // the comparison changed the dict
				return d.find(t, key)
			}
		}
	}
	return -1, h, nil
}

func sameKey(t *Thread, a, b Value) (bool, error) {
	if Identical(a, b) {
		return true, nil
	}
	return Equal(t, a, b)
}

func (d *Dict) insert(h int64, key, value Value) {
	if d.entries == nil {
		d.entries = make([]dictEntry, 0, 4)
	}
	d.entries = append(d.entries, dictEntry{key, value, h})
	d.live++
	d.version++
	if d.index == nil && len(d.entries) <= smallDict {
		return
	}
	if len(d.entries)*3 >= len(d.index)*2 {
		d.compact()
		return
	}
	d.place(h, int32(len(d.entries)))
}

func (d *Dict) place(h int64, at int32) {
	mask := uint64(len(d.index) - 1)
	p := slotOf(h) & mask
	for d.index[p] > 0 {
		p = (p + 1) & mask
	}
	d.index[p] = at
}

func (d *Dict) remove(at int) {
	i := at
	h := d.entries[i].hashed()
	d.entries[i] = dictEntry{}
	for i == d.head && i < len(d.entries) && d.entries[i].key == nil {
		d.head++
		i++
	}
	i = at
	d.live--
	d.version++
	if d.live == 0 {
		d.entries, d.index, d.head = nil, nil, 0
		return
	}
	if d.index != nil {
		mask := uint64(len(d.index) - 1)
		for p := slotOf(h) & mask; ; p = (p + 1) & mask {
			if d.index[p] == int32(i+1) {
				d.index[p] = -1
				break
			}
		}
	} else if i == len(d.entries)-1 {
		d.entries = d.entries[:i]
		d.head = min(d.head, i)
	}
	if len(d.entries) > 32 && d.live < len(d.entries)/2 {
		d.compact()
	}
}

// compact drops deleted entries and makes a new index.
func (d *Dict) compact() {
	if d.live < len(d.entries) {
		kept := make([]dictEntry, 0, d.live+d.live/2)
		for _, e := range d.entries {
			if e.key != nil {
				kept = append(kept, e)
			}
		}
		d.entries, d.head = kept, 0
	}
	d.reindex()
}

func (d *Dict) reindex() {
	d.index = nil
	if len(d.entries) <= smallDict {
		return
	}
	size := 32
	for size < len(d.entries)*3 {
		size *= 2
	}
	d.index = make([]int32, size)
	for i := range d.entries {
		if e := &d.entries[i]; e.key != nil {
			d.place(e.hashed(), int32(i+1))
		}
	}
}
