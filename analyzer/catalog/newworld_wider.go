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
	case a.class == classInt && b.class == classInt && b.bits > a.bits:
		return Value{Kind: Int, N: new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), uint(a.bits)))}, true
	case a.class == classEnum && b.class == classEnum && len(b.labels) > len(a.labels):
		for _, l := range b.labels {
			if !slices.Contains(a.labels, l) {
				return text(l), true
			}
		}
	}
	return null, false
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
