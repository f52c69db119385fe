package strfmt

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Percent is one conversion of a %-format string (library reference,
// "printf-style String Formatting").
type Percent struct {
	Literal   string // text before the conversion
	Key       string // mapping key
	HasKey    bool
	Minus     bool
	Plus      bool
	Space     bool
	Zero      bool
	Alt       bool
	Width     int  // -1: none
	StarWidth bool // the width is an argument
	Prec      int  // -1: none
	StarPrec  bool
	Verb      rune // 0: the string ended with Literal
	index     int
}

// Bare reports "%%", which takes no argument.
func (p *Percent) Bare() bool { return p.Verb == '%' && p.index == 0 }

// Decimal reports a conversion of integers without flags and sizes.
func (p *Percent) Decimal() bool {
	return (p.Verb == 'd' || p.Verb == 'i' || p.Verb == 'u') && p.Width < 0 && p.Prec < 0 && !p.Plus && !p.Space
}

// A PercentScanner walks over the conversions of a %-format string.
type PercentScanner struct {
	Text string
	pos  int
}

// Next gives the next conversion; done is set when only a literal was left.
func (s *PercentScanner) Next() (p Percent, done bool, err error) {
	p.Width, p.Prec = -1, -1
	i := strings.IndexByte(s.Text[s.pos:], '%')
	if i < 0 {
		p.Literal = s.Text[s.pos:]
		s.pos = len(s.Text)
		return p, true, nil
	}
	p.Literal = s.Text[s.pos : s.pos+i]
	s.pos += i + 1
	if s.peek() == '%' {
		s.pos++
		p.Verb = '%'
		return p, false, nil
	}
	if err := s.key(&p); err != nil {
		return p, false, err
	}
	s.flags(&p)
	if err := s.sizes(&p); err != nil {
		return p, false, err
	}
	for strings.IndexByte("lLh", s.peek()) >= 0 && s.peek() != 0 {
		s.pos++
	}
	if s.pos >= len(s.Text) {
		return p, false, valueError("incomplete format")
	}
	p.index = RuneCount(s.Text[:s.pos])
	r, n := utf8.DecodeRuneInString(s.Text[s.pos:])
	s.pos += n
	p.Verb = r
	return p, false, nil
}

func (s *PercentScanner) peek() byte {
	if s.pos < len(s.Text) {
		return s.Text[s.pos]
	}
	return 0
}

func (s *PercentScanner) key(p *Percent) error {
	if s.peek() != '(' {
		return nil
	}
	depth, start := 1, s.pos+1
	for i := start; i < len(s.Text); i++ {
		switch s.Text[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			p.Key, p.HasKey = s.Text[start:i], true
			s.pos = i + 1
			return nil
		}
	}
	return valueError("incomplete format key")
}

func (s *PercentScanner) flags(p *Percent) {
	for {
		switch s.peek() {
		case '-':
			p.Minus = true
		case '+':
			p.Plus = true
		case ' ':
			p.Space = true
		case '0':
			p.Zero = true
		case '#':
			p.Alt = true
		default:
			return
		}
		s.pos++
	}
}

func (s *PercentScanner) sizes(p *Percent) error {
	var err error
	if s.peek() == '*' {
		s.pos++
		p.StarWidth = true
	} else if p.Width, err = s.digits("width too big"); err != nil {
		return err
	}
	if s.peek() != '.' {
		return nil
	}
	s.pos++
	if s.peek() == '*' {
		s.pos++
		p.StarPrec = true
		return nil
	}
	p.Prec, err = s.digits("precision too big")
	p.Prec = max(p.Prec, 0)
	return err
}

func (s *PercentScanner) digits(tooBig string) (int, error) {
	n := countDigits(s.Text[s.pos:])
	if n == 0 {
		return -1, nil
	}
	v, err := strconv.Atoi(s.Text[s.pos : s.pos+n])
	if err != nil || v > 1<<31-1 {
		return 0, valueError(tooBig)
	}
	if v > MaxWidth {
		return 0, &Error{"MemoryError", tooBig}
	}
	s.pos += n
	return v, nil
}

// Unsupported words the refusal of the conversion character.
func (p *Percent) Unsupported() error {
	c := p.Verb
	if c <= 31 || c > 126 {
		c = '?'
	}
	return valueError(fmt.Sprintf("unsupported format character '%c' (0x%x) at index %d", c, p.Verb, p.index))
}

// Text pads a converted text (verbs s, r, a, c); precision cuts it.
func (p *Percent) Text(v string) string {
	if p.Prec >= 0 && p.Verb != 'c' {
		v = firstRunes(v, p.Prec)
	}
	return p.pad("", v, false)
}

// Int formats an integer for d, i, u, o, x, X.
func (p *Percent) Int(v *big.Int) string {
	base, prefix := 10, ""
	switch p.Verb {
	case 'o':
		base, prefix = 8, "0o"
	case 'x', 'X':
		base, prefix = 16, "0"+string(p.Verb)
	}
	if !p.Alt {
		prefix = ""
	}
	digits := new(big.Int).Abs(v).Text(base)
	if p.Verb == 'X' {
		digits = strings.ToUpper(digits)
	}
	if n := p.Prec - len(digits); n > 0 {
		digits = strings.Repeat("0", n) + digits
	}
	return p.pad(p.sign(v.Sign() < 0)+prefix, digits, true)
}

// Float formats a float for e, f, g and their capitals.
func (p *Percent) Float(v float64) string {
	prec := p.Prec
	if prec < 0 {
		prec = 6
	}
	s := FormatFloat(v, byte(p.Verb), prec, p.Alt)
	neg := strings.HasPrefix(s, "-")
	return p.pad(p.sign(neg), strings.TrimPrefix(s, "-"), true)
}

func (p *Percent) sign(negative bool) string {
	switch {
	case negative:
		return "-"
	case p.Plus:
		return "+"
	case p.Space:
		return " "
	}
	return ""
}

func (p *Percent) pad(head, body string, numeric bool) string {
	n := p.Width - len(head) - RuneCount(body)
	switch {
	case n <= 0:
		return head + body
	case p.Minus:
		return head + body + strings.Repeat(" ", n)
	case p.Zero && numeric:
		return head + strings.Repeat("0", n) + body
	}
	return strings.Repeat(" ", n) + head + body
}
