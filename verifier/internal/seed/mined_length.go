package seed

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// maxLengths and maxLength bound which lengths that a check mentions are tried,
// variants how many values are made of one.
const maxLengths, maxLength, variants = 3, 4000, 14

// lengths are the numbers in a check that may be a length.
func lengths(expr string) []int {
	var out []int
	for _, t := range sqltok.Cut(expr) {
		if t.Kind != sqltok.Number {
			continue
		}
		if n, err := strconv.Atoi(t.Text); err == nil && n > 0 && n <= maxLength && !slices.Contains(out, n) && len(out) < maxLengths {
			out = append(out, n)
		}
	}
	return out
}

// quotedIn are the texts of a check.
func quotedIn(expr string) []string {
	var out []string
	for _, t := range sqltok.Cut(expr) {
		if t.Kind == sqltok.String {
			if s := sqltok.Unliteral(t); s != "" && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// ofLength are values of the lengths that a check mentions: of texts those with
// what the check asks for at the beginning or the end, and digits of hexadecimal
// numbers, which pass for letters and digits elsewhere.
func ofLength(c *shape.Column, expr string) []any {
	var out []any
	for _, n := range lengths(expr) {
		if c.Class == shape.Blob {
			for k := range variants {
				b := make([]byte, n)
				for i := range b {
					b[i] = byte(i*7 + k)
				}
				out = append(out, b)
			}
			continue
		}
		if c.Size > 0 && n > c.Size {
			continue
		}
		for k := range variants {
			out = append(out, digits(n, k))
		}
		for _, s := range quotedIn(expr) {
			if rest := n - len([]rune(s)); rest > 0 && len(s) < 40 {
				out = append(out, s+digits(rest, 1), s+digits(rest, 2), s+digits(rest, 3), digits(rest, 1)+s)
			}
		}
	}
	return out
}

// digits are n hexadecimal digits, others for another k, beginning with a letter.
func digits(n, k int) string {
	const all = "abcdef0123456789"
	var b strings.Builder
	for i := range n {
		step := i*3 + k
		if i == 0 {
			step = k % 6
		}
		b.WriteByte(all[step%len(all)])
	}
	return b.String()
}

// whole are documents that a check holds in full, by themselves and with more,
// and lists of the lengths that it mentions.
func whole(expr string) []any {
	var out []any
	for _, s := range quotedIn(expr) {
		if !json.Valid([]byte(s)) || !strings.ContainsAny(s, "{[") {
			continue
		}
		out = append(out, s)
		if rest, ok := strings.CutPrefix(strings.TrimSpace(s), "{"); ok && strings.TrimSpace(rest) != "}" {
			for k := range 4 {
				out = append(out, fmt.Sprintf(`{"more": %d, %s`, k, rest))
			}
		}
	}
	for _, n := range lengths(expr) {
		if n <= 40 {
			list := strings.TrimSuffix(strings.Repeat(`"x", `, n), ", ")
			out = append(out, "["+list+"]", "[{\"x\": 1}"+strings.Repeat(", 2", n-1)+"]")
		}
	}
	return out
}

// readsJSON reports whether a check reads a text as a document.
func readsJSON(expr string) bool {
	for _, t := range sqltok.Cut(expr) {
		if strings.HasPrefix(t.Lower, "json") || t.Text == "->" || t.Text == "->>" {
			return true
		}
	}
	return false
}

// minedArrays are arrays of the elements that a check mentions: each alone, pairs
// of neighbours, and all.
func minedArrays(c *shape.Column, expr string) []any {
	if c.Elem == nil {
		return nil
	}
	var parts []string
	for _, v := range Mined(c.Elem, expr) {
		if len(parts) < 12 {
			parts = append(parts, element(v))
		}
	}
	for _, s := range quotedIn(expr) {
		if e := element(s); c.Elem.Class == shape.Enum && !slices.Contains(parts, e) {
			parts = append(parts, e)
		}
	}
	var out []any
	for i, e := range parts {
		out = append(out, rows.Raw("{"+e+"}"))
		if i > 0 {
			out = append(out, rows.Raw("{"+parts[i-1]+","+e+"}"))
		}
	}
	if len(parts) > 2 {
		out = append(out, rows.Raw("{"+strings.Join(parts, ",")+"}"))
	}
	return out
}

// minedStores are key-value stores with the keys that a check mentions.
func minedStores(expr string) []any {
	var pairs []string
	for _, s := range quotedIn(expr) {
		pairs = append(pairs, element(s)+`=>"x"`)
	}
	if len(pairs) == 0 {
		return nil
	}
	all := strings.Join(pairs, ", ")
	return raws(all, all+`, "more"=>"1"`, all+`, "more"=>NULL`, strings.ReplaceAll(all, `"x"`, `"1"`))
}
