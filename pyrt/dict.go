package pyrt

// A Dict is an insertion-ordered mapping. String keys, the common case, need
// no Thread; other keys are hashed and compared by Python's rules.
type Dict struct {
	entries []dictEntry
	strs    map[string]int  // exact Str keys → index in entries
	hashed  map[int64][]int // all other keys by hash
	live    int
}

type dictEntry struct {
	key, value Value // key nil: deleted
}

// NewDict makes an empty dict.
func NewDict() *Dict { return &Dict{} }

func (*Dict) Type() *Type { return DictType }

// Size is the number of entries.
func (d *Dict) Size() int { return d.live }

// GetStr looks a string key up.
func (d *Dict) GetStr(key string) (Value, bool) {
	i, ok := d.strs[key]
	if !ok {
		return nil, false
	}
	return d.entries[i].value, true
}

// SetStr sets a string key.
func (d *Dict) SetStr(key string, v Value) {
	if i, ok := d.strs[key]; ok {
		d.entries[i].value = v
		return
	}
	if d.strs == nil {
		d.strs = make(map[string]int)
	}
	d.strs[key] = len(d.entries)
	d.entries = append(d.entries, dictEntry{Str(key), v})
	d.live++
}

// DeleteStr removes a string key and reports whether it was there.
func (d *Dict) DeleteStr(key string) bool {
	i, ok := d.strs[key]
	if ok {
		delete(d.strs, key)
		d.remove(i)
	}
	return ok
}

// Get looks a key up; nil when absent.
func (d *Dict) Get(t *Thread, key Value) (Value, error) {
	if s, ok := key.(Str); ok {
		v, _ := d.GetStr(string(s))
		return v, nil
	}
	i, _, err := d.find(t, key)
	if err != nil || i < 0 {
		return nil, err
	}
	return d.entries[i].value, nil
}

// Set sets a key.
func (d *Dict) Set(t *Thread, key, value Value) error {
	if s, ok := key.(Str); ok {
		d.SetStr(string(s), value)
		return nil
	}
	i, h, err := d.find(t, key)
	if err != nil {
		return err
	}
	if i >= 0 {
		d.entries[i].value = value
		return nil
	}
	if d.hashed == nil {
		d.hashed = make(map[int64][]int)
	}
	d.hashed[h] = append(d.hashed[h], len(d.entries))
	d.entries = append(d.entries, dictEntry{key, value})
	d.live++
	return nil
}

// Delete removes a key and returns its value, nil when absent.
func (d *Dict) Delete(t *Thread, key Value) (Value, error) {
	if s, ok := key.(Str); ok {
		v, _ := d.GetStr(string(s))
		d.DeleteStr(string(s))
		return v, nil
	}
	i, h, err := d.find(t, key)
	if err != nil || i < 0 {
		return nil, err
	}
	v := d.entries[i].value
	bucket := d.hashed[h]
	for k, j := range bucket {
		if j == i {
			d.hashed[h] = append(bucket[:k:k], bucket[k+1:]...)
			break
		}
	}
	d.remove(i)
	return v, nil
}

// Clear removes all entries.
func (d *Dict) Clear() { *d = Dict{} }

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

// find locates a non-Str key: its index or -1, and its hash. A str subclass
// instance may equal a Str key.
func (d *Dict) find(t *Thread, key Value) (int, int64, error) {
	h, err := Hash(t, key)
	if err != nil {
		return 0, 0, err
	}
	if s, ok := Underlying(key).(Str); ok {
		if i, ok := d.strs[string(s)]; ok {
			if eq, err := Equal(t, d.entries[i].key, key); err != nil || eq {
				return i, h, err
			}
		}
	}
	for _, i := range d.hashed[h] {
		if Identical(d.entries[i].key, key) {
			return i, h, nil
		}
		if eq, err := Equal(t, d.entries[i].key, key); err != nil || eq {
			return i, h, err
		}
	}
	return -1, h, nil
}

func (d *Dict) remove(i int) {
	d.entries[i] = dictEntry{}
	d.live--
	if d.live == 0 {
		d.entries, d.strs, d.hashed = nil, nil, nil
		return
	}
	if len(d.entries) > 32 && d.live < len(d.entries)/2 {
		d.compact()
	}
}

func (d *Dict) compact() {
	moved := make([]int, len(d.entries))
	kept := make([]dictEntry, 0, d.live)
	for i, e := range d.entries {
		if e.key != nil {
			moved[i] = len(kept)
			kept = append(kept, e)
		}
	}
	d.entries = kept
	for k, i := range d.strs {
		d.strs[k] = moved[i]
	}
	for _, bucket := range d.hashed {
		for k, i := range bucket {
			bucket[k] = moved[i]
		}
	}
}
