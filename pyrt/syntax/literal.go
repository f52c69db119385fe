package syntax

import (
	"bytes"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// maxIntDigits is how many decimal digits Python turns into an int.
const maxIntDigits = 4300

// number reads a number.
func (p *parser) number() Expr {
	at := p.here()
	t := p.next()
	text := string(p.text[t.start:t.end])
	n := p.slabs.constants.new()
	n.At = at
	text = strings.ReplaceAll(text, "_", "")
	last := text[len(text)-1]
	switch {
	case len(text) > 1 && text[0] == '0' && strings.ContainsRune("xXoObB", rune(text[1])):
		n.Value = parseInt(text, 0)
	case last == 'j' || last == 'J':
		n.Value = complex(0, parseFloat(text[:len(text)-1]))
	case strings.ContainsAny(text, ".eE"):
		n.Value = parseFloat(text)
	case len(text) > maxIntDigits:
		p.raise(at, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "+
			"literals to avoid decimal conversion limits.", maxIntDigits, len(text))
	default:
		n.Value = parseInt(text, 10)
	}
	return n
}

func parseInt(text string, base int) any {
	if v, err := strconv.ParseInt(text, base, 64); err == nil {
		return v
	}
	v, ok := new(big.Int).SetString(text, base)
	if !ok {
		return int64(0)
	}
	return v
}

func parseFloat(text string) float64 {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil && !math.IsInf(v, 0) {
		return 0
	}
	return v
}

// A literal is one string token, taken apart.
type literal struct {
	raw, bytes bool
	kind       string // "u" or ""
	body       []byte
	bodyAt     int32
}

func splitLiteral(text []byte) literal {
	var l literal
	i := bytes.IndexAny(text, `"'`)
	for _, c := range text[:i] {
		switch c {
		case 'r', 'R':
			l.raw = true
		case 'b', 'B':
			l.bytes = true
		case 'u':
			l.kind = "u"
		}
	}
	n := 1
	if len(text) >= i+6 && text[i] == text[i+1] && text[i] == text[i+2] {
		n = 3
	}
	l.body, l.bodyAt = text[i+n:len(text)-n], int32(i+n)
	return l
}
