package stdlib

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/mrt-tools/mrt/pyrt"
	"golang.org/x/text/unicode/runenames"
)

var (
	hangulLead  = strings.Fields("G GG N D DD R M B BB S SS - J JJ C K T P H")
	hangulVowel = strings.Fields("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I")
	hangulTail  = strings.Fields("- G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H")
)

func hangulName(r rune) string {
	i := int(r - 0xac00)
	part := func(s string) string { return strings.TrimPrefix(s, "-") }
	return "HANGUL SYLLABLE " + part(hangulLead[i/588]) + part(hangulVowel[i%588/28]) + part(hangulTail[i%28])
}

// runeName gives the Unicode name, "" if there is none.
func runeName(r rune) string {
	switch {
	case r >= 0xac00 && r <= 0xd7a3:
		return hangulName(r)
	case unicode.Is(unicode.Unified_Ideograph, r):
		return "CJK UNIFIED IDEOGRAPH-" + strings.ToUpper(strconv.FormatInt(int64(r), 16))
	}
	n := runenames.Name(r)
	if strings.HasPrefix(n, "<") {
		return ""
	}
	return n
}

// category gives the general category of a character.
func category(r rune) string {
	for _, name := range []string{"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co"} {
		if unicode.Is(unicode.Categories[name], r) {
			return name
		}
	}
	return "Cn"
}

func oneRune(fn string, v pyrt.Value) (rune, error) {
	s, ok := pyrt.AsStr(v)
	if !ok {
		return 0, pyrt.Errorf(pyrt.TypeError, "%s() argument 1 must be a unicode character, not %s", fn, v.Type().Name)
	}
	rs := pyrt.CodePoints(s)
	if len(rs) != 1 {
		return 0, pyrt.Errorf(pyrt.TypeError, "%s(): argument 1 must be a unicode character, not a string of length %d", fn, len(rs))
	}
	return rs[0], nil
}

// numericValue gives the value of a numeric character.
func numericValue(r rune) (float64, bool) {
	if d := digitValue(r); d >= 0 {
		return float64(d), true
	}
	fractions := map[rune]float64{'¼': 0.25, '½': 0.5, '¾': 0.75, '⅐': 1.0 / 7, '⅑': 1.0 / 9, '⅒': 0.1, '⅓': 1.0 / 3, '⅔': 2.0 / 3, '⅕': 0.2, '⅖': 0.4,
		'⅗': 0.6, '⅘': 0.8, '⅙': 1.0 / 6, '⅚': 5.0 / 6, '⅛': 0.125, '⅜': 0.375, '⅝': 0.625, '⅞': 0.875, '⅟': 1, '↉': 0,
		'一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '十': 10, '百': 100, '千': 1000, '万': 10000, '億': 1e8, '〇': 0}
	if f, ok := fractions[r]; ok {
		return f, true
	}
	romans := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 100, 500, 1000}
	switch {
	case r >= 0x2160 && r <= 0x216f:
		return romans[r-0x2160], true
	case r >= 0x2170 && r <= 0x217f:
		return romans[r-0x2170], true
	case r >= 0x2469 && r <= 0x2473:
		return float64(r-0x2469) + 10, true
	}
	return 0, false
}

func decimalDigit(r rune) int {
	v, err := pyrt.ToInt(nil, pyrt.Str(string(r)))
	if err != nil {
		return -1
	}
	n, _ := pyrt.AsInt(v)
	return int(n)
}

// digitValue adds superscripts and circled digits to the decimal digits.
func digitValue(r rune) int {
	if unicode.Is(unicode.Nd, r) {
		return decimalDigit(r)
	}
	switch {
	case r == '²' || r == '³':
		return int(r-'²') + 2
	case r == '¹':
		return 1
	case r == 0x2070 || r >= 0x2074 && r <= 0x2079:
		return int(r - 0x2070)
	case r >= 0x2080 && r <= 0x2089:
		return int(r - 0x2080)
	case r >= 0x2460 && r <= 0x2468:
		return int(r-0x2460) + 1
	case r >= 0x2776 && r <= 0x277e:
		return int(r-0x2776) + 1
	case r == 0x24ea:
		return 0
	}
	return -1
}

// withDefault declares a function of a character with an optional default.
func withDefault(m *pyrt.Module, name, missing string, f func(r rune) pyrt.Value) {
	m.Define(name+"(chr, default=..., /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		r, err := oneRune(name, a[0])
		if err != nil {
			return nil, err
		}
		if v := f(r); v != nil {
			return v, nil
		}
		if a[1] != nil {
			return a[1], nil
		}
		return nil, pyrt.Errorf(pyrt.ValueError, "%s", missing)
	})
}
