package catalog

import (
	"math/big"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// wider are contents that the new type has and the old one has not.
func (w *writer) wider(t, o *Table, was, c *Column) []Value {
	a, b := w.old.typeOf(was.Type.text()), w.s.typeOf(c.Type.text())
	if w.s.Dialect == sqlread.SQLite {
		return w.unfit(o, was, b)
	}
	var out []Value
	add := func(v Value, ok bool) {
		if ok {
			out = append(out, v)
		}
	}
	switch {
	case a.class != b.class:
		return w.ofClass(b)
	case a.class == classText:
		add(text(strings.Repeat("w", a.length+1)), a.length > 0 && (b.length == 0 || b.length > a.length) && a.length < 2000)
		out = append(out, longest(b)...)
		add(text("\U0001F600 new"), w.s.Dialect.IsMySQL() && bytesOf(first(charsetOf(o, was), "utf8mb4")) < 4 && bytesOf(first(charsetOf(t, c), "utf8mb4")) == 4 && (b.length == 0 || b.length > 5))
	case a.class == classBytes:
		add(text(strings.Repeat("w", a.length+1)), a.length > 0 && (b.length == 0 || b.length > a.length) && a.length < 2000)
	case a.class == classInt:
		add(moreWhole(a, b))
	case a.class == classDec, a.class == classFloat:
		add(integer(-1), a.unsig && !b.unsig)
	case a.class == classEnum:
		for _, l := range b.labels {
			if !slices.Contains(a.labels, l) {
				add(text(l), true)
				break
			}
		}
	}
	return out
}

// ofClass are contents of a type that others perhaps do not have.
func (w *writer) ofClass(ti typeInfo) []Value {
	switch ti.class {
	case classText:
		word := "neither"
		if ti.length > 0 && ti.length < len(word) {
			word = word[:ti.length]
		}
		return append([]Value{text(word)}, longest(ti)...)
	case classInt:
		low, high := wholeRange(ti)
		return []Value{integer(7), {Kind: Int, N: new(big.Rat).SetInt(high)}, {Kind: Int, N: new(big.Rat).SetInt(low)}}
	case classJSON:
		return []Value{text(`{"a": 1}`)}
	case classDec, classFloat:
		if !ti.unsig {
			return []Value{integer(-1)}
		}
	}
	return nil
}

// longest is a text as long as a type takes, or long enough for most.
func longest(ti typeInfo) []Value {
	n := ti.length
	if n == 0 {
		n = 300
	}
	if n > 2000 {
		return nil
	}
	return []Value{text(strings.Repeat("l", n))} // not what another row has when both are cut
}

// moreWhole is a whole number that the second type has and the first has not.
func moreWhole(a, b typeInfo) (Value, bool) {
	low, high := wholeRange(a)
	least, most := wholeRange(b)
	switch {
	case most.Cmp(high) > 0:
		n := high.Add(high, big.NewInt(1))
		if twice := new(big.Int).Lsh(n, 1); twice.Cmp(most) <= 0 {
			n = twice
		}
		return Value{Kind: Int, N: new(big.Rat).SetInt(n)}, true
	case least.Cmp(low) < 0:
		return Value{Kind: Int, N: new(big.Rat).SetInt(low.Sub(low, big.NewInt(1)))}, true
	}
	return null, false
}

// wholeRange is the range of a type of whole numbers.
func wholeRange(ti typeInfo) (low, high *big.Int) {
	bits := uint(max(ti.bits, 8))
	one := big.NewInt(1)
	if ti.unsig {
		return new(big.Int), new(big.Int).Sub(new(big.Int).Lsh(one, bits), one)
	}
	half := new(big.Int).Lsh(one, bits-1)
	return new(big.Int).Neg(half), new(big.Int).Sub(half, one)
}

// unfit is a content that a column of a STRICT table refused. Other tables of
// SQLite take anything.
func (w *writer) unfit(o *Table, was *Column, now typeInfo) []Value {
	if o.Options["strict"] == "" {
		return nil
	}
	for _, v := range []Value{text("new"), {Kind: Dec, N: big.NewRat(5, 2)}, integer(1 << 20)} {
		stored, msg := w.s.convert(v, now, false)
		if msg != "" {
			continue
		}
		if strictStore(&stored, was.Type.text()) != "" {
			return []Value{v}
		}
	}
	return nil
}
