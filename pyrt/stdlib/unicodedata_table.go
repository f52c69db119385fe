package stdlib

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

func unicodedataModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("unicodedata")
	m.Set("unidata_version", pyrt.Str("16.0.0"))
	withDefault(m, "name", "no such name", func(r rune) pyrt.Value {
		if n := runeName(r); n != "" {
			return pyrt.Str(n)
		}
		return nil
	})
	withDefault(m, "decimal", "not a decimal", func(r rune) pyrt.Value {
		if unicode.Is(unicode.Nd, r) {
			return pyrt.Int(decimalDigit(r))
		}
		return nil
	})
	withDefault(m, "digit", "not a digit", func(r rune) pyrt.Value {
		if d := digitValue(r); d >= 0 {
			return pyrt.Int(d)
		}
		return nil
	})
	withDefault(m, "numeric", "not a numeric character", func(r rune) pyrt.Value {
		if f, ok := numericValue(r); ok {
			return pyrt.Float(f)
		}
		return nil
	})
	prop := func(name string, f func(r rune) pyrt.Value) {
		m.Define(name+"(chr, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			r, err := oneRune(name, a[0])
			if err != nil {
				return nil, err
			}
			return f(r), nil
		})
	}
	prop("category", func(r rune) pyrt.Value { return pyrt.Str(category(r)) })
	prop("combining", func(r rune) pyrt.Value { return pyrt.Int(norm.NFC.PropertiesString(string(r)).CCC()) })
	prop("mirrored", func(r rune) pyrt.Value {
		p, _ := bidi.LookupRune(r)
		if p.IsBracket() {
			return pyrt.Int(1)
		}
		return pyrt.Int(0)
	})
	prop("bidirectional", func(r rune) pyrt.Value {
		p, _ := bidi.LookupRune(r)
		names := map[bidi.Class]string{bidi.L: "L", bidi.R: "R", bidi.EN: "EN", bidi.ES: "ES", bidi.ET: "ET", bidi.AN: "AN", bidi.CS: "CS", bidi.B: "B",
			bidi.S: "S", bidi.WS: "WS", bidi.ON: "ON", bidi.BN: "BN", bidi.NSM: "NSM", bidi.AL: "AL", bidi.LRO: "LRO", bidi.RLO: "RLO", bidi.LRE: "LRE",
			bidi.RLE: "RLE", bidi.PDF: "PDF", bidi.LRI: "LRI", bidi.RLI: "RLI", bidi.FSI: "FSI", bidi.PDI: "PDI"}
		return pyrt.Str(names[p.Class()])
	})
	prop("east_asian_width", func(r rune) pyrt.Value {
		names := map[width.Kind]string{width.Neutral: "N", width.EastAsianAmbiguous: "A", width.EastAsianWide: "W", width.EastAsianNarrow: "Na",
			width.EastAsianFullwidth: "F", width.EastAsianHalfwidth: "H"}
		return pyrt.Str(names[width.LookupRune(r).Kind()])
	})
	prop("decomposition", func(r rune) pyrt.Value {
		d := norm.NFD.PropertiesString(string(r)).Decomposition()
		tag := ""
		if d == nil {
			if d = norm.NFKD.PropertiesString(string(r)).Decomposition(); d != nil {
				tag = "<compat> "
			}
		}
		var parts []string
		for _, x := range string(d) {
			h := strings.ToUpper(strconv.FormatInt(int64(x), 16))
			parts = append(parts, strings.Repeat("0", max(4-len(h), 0))+h)
		}
		return pyrt.Str(tag + strings.Join(parts, " "))
	})
	unicodeForms(m)
	return m
}

func unicodeForms(m *pyrt.Module) {
	m.Define("lookup(name, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		if r, ok := syntax.RuneByName(name); ok {
			return pyrt.Str(string(r)), nil
		}
		return nil, pyrt.NewException(pyrt.KeyError, pyrt.Str("undefined character name '"+name+"'"))
	})
	forms := map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD, "NFKC": norm.NFKC, "NFKD": norm.NFKD}
	m.Define("normalize(form, unistr, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		f, ok := forms[name]
		if !ok {
			return nil, pyrt.Errorf(pyrt.ValueError, "invalid normalization form")
		}
		s, ok := pyrt.AsStr(a[1])
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "normalize() argument 2 must be str, not %s", a[1].Type().Name)
		}
		if err := t.Alloc(int64(len(s)), 12); err != nil {
			return nil, err
		}
		var out string
		if err := t.Apart(len(s), func() { out = f.String(s) }); err != nil {
			return nil, err
		}
		return pyrt.Str(out), nil
	})
	m.Define("is_normalized(form, unistr, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		f, ok := forms[name]
		if !ok {
			return nil, pyrt.Errorf(pyrt.ValueError, "invalid normalization form")
		}
		s, _ := pyrt.AsStr(a[1])
		return pyrt.Bool(f.IsNormalString(s)), nil
	})
}
