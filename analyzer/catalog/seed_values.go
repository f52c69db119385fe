package catalog

import (
	"fmt"
	"math/big"
	"strings"
)

// words are contents of text columns.
var words = [...]string{"Alpha One", " Padded Text ", "MiXed Case Ünï", "", "beta", "O'Hara \"q\" 100%", "gamma delta", "x"}

var dates = [...]string{"2024-01-02", "1999-12-31", "2024-02-29", "2038-01-19", "2025-06-06", "1970-01-01"}

var times = [...]string{"03:04:05", "00:00:00", "23:59:59.123456", "12:00:00", "10:20:30", "00:00:01"}

var decimals6 = [...]string{"1.23456", "-3.50609", "0", "99.98765", "7.11111", "0.00321"}

// floats has one that needs 17 digits.
var floats = [...]string{"1.23456", "1.5", "-0.30000000000000004", "0", "99.98765", "1e25"}

var integers = [...]int64{34, -7, 0, 120, 5, 2}

var documents = [...]string{`{"limit": 5, "name": "a b"}`, `[1, 2, {"k": null}]`, `{}`, `"text"`, `{"a":  1.50}`, `null`}

// rawContent is the content number pick of a type; n is the row, for columns
// whose contents must differ.
func rawContent(ti typeInfo, pick, n int, unique bool) Value {
	switch ti.class {
	case classInt:
		if unique {
			return integer(int64(n + 1))
		}
		v := integers[pick%len(integers)]
		if ti.bits == 64 && pick == 3 {
			v = 1<<53 + 1 // no double
		}
		if ti.unsig && v < 0 {
			v = 7
		}
		return integer(v)
	case classDec:
		return decContent(ti, pick, n, unique)
	case classFloat:
		if unique {
			return Value{Kind: Float, N: big.NewRat(int64(2*n+1), 2)}
		}
		r, _ := parseNumber(floats[pick%len(floats)])
		f, _ := r.Float64()
		return Value{Kind: Float, N: new(big.Rat).SetFloat64(f)}
	case classText:
		return textContent(ti, pick, n, unique)
	case classBool:
		return boolean(pick%2 == 0)
	case classDate:
		if unique {
			return text(day(n))
		}
		return text(dates[pick%len(dates)])
	case classTimestamp:
		if unique {
			return text(day(n) + " 10:00:00")
		}
		return text(dates[pick%len(dates)] + " " + times[pick%len(times)])
	case classTime:
		if unique {
			return text(fmt.Sprintf("%02d:%02d:05", (n+3)%24, n/24%60))
		}
		return text(times[pick%len(times)])
	case classJSON:
		return text(documents[pick%len(documents)])
	case classUUID:
		return text(fmt.Sprintf("00000000-0000-4000-8000-%012d", n+1))
	case classEnum:
		if len(ti.labels) == 0 {
			return opaque
		}
		return text(ti.labels[n%len(ti.labels)])
	case classOther, classBytes:
	}
	if !unique {
		n = pick
	}
	return Value{Kind: Opaque, S: fmt.Sprint(n)}
}

// day is the nth of a run of days.
func day(n int) string { return fmt.Sprintf("2024-%02d-%02d", 3+n/28%10, 1+n%28) }

func decContent(ti typeInfo, pick, n int, unique bool) Value {
	r, _ := parseNumber(decimals6[pick%len(decimals6)])
	if unique {
		r = new(big.Rat).SetInt64(int64(n + 1))
	}
	scale := ti.scale
	if ti.prec == 0 {
		scale = 5
	}
	if ti.prec > 0 {
		limit := new(big.Rat).SetInt(pow10(max(ti.prec-ti.scale, 0)))
		for range 8 {
			if new(big.Rat).Abs(r).Cmp(limit) < 0 {
				break
			}
			r = new(big.Rat).Quo(r, big.NewRat(10, 1))
		}
	}
	return Value{Kind: Dec, N: truncTo(r, scale), Scale: scale}
}

// textContent keeps within the length; one content fills it.
func textContent(ti typeInfo, pick, n int, unique bool) Value {
	w := words[pick%len(words)]
	if unique {
		w = fmt.Sprintf("%s %d", strings.TrimSpace(w), n+1)
		if ti.length > 0 && len(w) > ti.length {
			w = fmt.Sprintf("%d", n+1)
		}
		return text(w)
	}
	if pick == 2 && ti.length > len(w)+2 && ti.length <= 400 {
		w += strings.Repeat("y", ti.length-len([]rune(w)))
	}
	if r := []rune(w); ti.length > 0 && len(r) > ti.length {
		w = string(r[:ti.length])
	}
	if ti.fixed {
		w = strings.TrimRight(w, " ")
	}
	return text(w)
}

// salt makes a content one that only a column of that name has.
func salt(v Value, ti typeInfo, column string) Value {
	h := hashOf(column)
	n := int64(h%97) * 20 // a witness has a number below
	switch {
	case ti.class == classInt && v.Kind == Int:
		v.N = new(big.Rat).Add(v.N, new(big.Rat).SetInt64(n))
	case ti.class == classUUID && v.Kind == Text:
		v.S = fmt.Sprintf("%08x", uint32(h)) + v.S[8:]
	case ti.class == classText && v.Kind == Text && v.S != "":
		mark := string(rune('A'+h%26)) + string(rune('a'+h/26%26))
		if r := []rune(mark + v.S); ti.length == 0 || len(r) <= ti.length {
			v.S = string(r)
		} else {
			v.S = string(r[:ti.length])
		}
		if ti.fixed {
			v.S = strings.TrimRight(v.S, " ")
		}
	}
	return v
}
