package catalog

import (
	"math/big"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// wider is a content that the new type has and the old one has not.
func (w *writer) wider(o *Table, was, c *Column) (Value, bool) {
	a, b := w.old.typeOf(was.Type.text()), w.s.typeOf(c.Type.text())
	if w.s.Dialect == sqlread.SQLite {
		return w.unfit(o, was, b)
	}
	switch {
	case a.class == classText && b.class == classText && a.length > 0 && (b.length == 0 || b.length > a.length) && a.length < 2000:
		return text(strings.Repeat("w", a.length+1)), true
	case a.class == classInt && b.class == classInt:
		return moreWhole(a, b)
	case a.class == classEnum && b.class == classText && (b.length == 0 || b.length > len("neither")):
		return text("neither"), true
	case a.class == classEnum && b.class == classEnum && len(b.labels) > len(a.labels):
		for _, l := range b.labels {
			if !slices.Contains(a.labels, l) {
				return text(l), true
			}
		}
	}
	return null, false
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
func (w *writer) unfit(o *Table, was *Column, now typeInfo) (Value, bool) {
	if o.Options["strict"] == "" {
		return null, false
	}
	for _, v := range []Value{text("new"), {Kind: Dec, N: big.NewRat(5, 2)}, integer(1 << 20)} {
		stored, msg := w.s.convert(v, now, false)
		if msg != "" {
			continue
		}
		if strictStore(&stored, was.Type.text()) != "" {
			return v, true
		}
	}
	return null, false
}
