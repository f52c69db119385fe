package syntax

import (
	"encoding/hex"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

func (c *checker) match(n *Match) {
	c.expr(n.Subject)
	for i, k := range n.Cases {
		p := &patternChecker{c: c, irrefutable: k.Guard != nil || i == len(n.Cases)-1}
		p.pattern(k.Pattern)
		if k.Guard != nil {
			c.expr(k.Guard)
		}
		c.stmts(k.Body)
	}
}

// A patternChecker walks the pattern of one case.
type patternChecker struct {
	c           *checker
	names       []string // bound so far
	irrefutable bool     // a pattern that always matches is allowed here
}

func (p *patternChecker) bind(name string, at Span) {
	if slices.Contains(p.names, name) {
		p.c.codeError(at, "multiple assignments to name '%s' in pattern", name)
	}
	p.names = append(p.names, name)
	p.c.bind(name, at)
}

// inner walks patterns inside another one, where any pattern is allowed.
func (p *patternChecker) inner(list []Pattern) {
	was := p.irrefutable
	p.irrefutable = true
	for _, sub := range list {
		p.pattern(sub)
	}
	p.irrefutable = was
}

func (p *patternChecker) pattern(pat Pattern) {
	switch n := pat.(type) {
	case *MatchValue:
		p.c.expr(n.Value)
	case *MatchSingleton:
	case *MatchSequence:
		p.sequence(n)
	case *MatchMapping:
		p.mapping(n)
	case *MatchClass:
		p.class(n)
	case *MatchStar:
		if n.Name != "" {
			p.bind(n.Name, n.At)
		}
	case *MatchAs:
		p.as(n)
	case *MatchOr:
		p.or(n)
	default:
		panic(fmt.Sprintf("syntax: unknown pattern %T", pat))
	}
}

func (p *patternChecker) sequence(n *MatchSequence) {
	stars := 0
	for _, sub := range n.Patterns {
		if _, ok := sub.(*MatchStar); ok {
			if stars++; stars > 1 {
				p.c.codeError(n.At, "multiple starred names in sequence pattern")
			}
		}
	}
	p.inner(n.Patterns)
}

func (p *patternChecker) mapping(n *MatchMapping) {
	seen := map[string]bool{}
	for i, k := range n.Keys {
		p.c.expr(k)
		if key, text := keyOf(k); key != "" {
			if seen[key] {
				p.c.codeError(n.At, "mapping pattern checks duplicate key (%s)", text)
			}
			seen[key] = true
		}
		p.inner(n.Patterns[i : i+1])
	}
	if n.Rest != "" {
		p.bind(n.Rest, n.At)
	}
}

func (p *patternChecker) class(n *MatchClass) {
	p.c.expr(n.Cls)
	for i, name := range n.KwdAttrs {
		p.c.notDebug(name, Store, n.KwdPatterns[i].Span())
		if slices.Contains(n.KwdAttrs[:i], name) {
			p.c.codeError(n.KwdPatterns[i].Span(), "attribute name repeated in class pattern: %s", name)
		}
	}
	p.inner(n.Patterns)
	p.inner(n.KwdPatterns)
}

func (p *patternChecker) as(n *MatchAs) {
	if n.Pattern != nil {
		p.pattern(n.Pattern)
		p.bind(n.Name, n.At)
		return
	}
	switch {
	case n.Name == "":
		if !p.irrefutable {
			p.c.codeError(n.At, "wildcard makes remaining patterns unreachable")
		}
		return
	case !p.irrefutable:
		p.c.codeError(n.At, "name capture '%s' makes remaining patterns unreachable", n.Name)
	}
	p.bind(n.Name, n.At)
}

// or walks alternatives: all bind the same names.
func (p *patternChecker) or(n *MatchOr) {
	before, was := len(p.names), p.irrefutable
	var first []string
	for i, sub := range n.Patterns {
		p.names = slices.Clone(p.names[:before])
		p.irrefutable = was && i == len(n.Patterns)-1
		p.pattern(sub)
		bound := slices.Sorted(slices.Values(p.names[before:]))
		if i == 0 {
			first = bound
		} else if !slices.Equal(first, bound) {
			p.c.codeError(n.At, "alternative patterns bind different names")
		}
	}
	p.irrefutable = was
}

// keyOf returns a text that is equal for equal constant keys, and how Python
// prints the key; both are empty for a key that is no constant.
func keyOf(e Expr) (key, text string) {
	if n, ok := numberOf(e); ok {
		return n.key(), n.text
	}
	k, ok := e.(*Constant)
	if !ok {
		return "", ""
	}
	switch v := k.Value.(type) {
	case nil:
		return "None", "None"
	case string:
		return "s" + v, "'" + v + "'"
	case []byte:
		return "b" + hex.EncodeToString(v), "b'" + string(v) + "'"
	}
	return "", ""
}

// A complexKey is a number of a mapping pattern: parts that are equal as
// numbers have equal texts.
type complexKey struct{ re, im, text string }

func (n complexKey) key() string {
	if n.im == "0" {
		return "n" + n.re
	}
	return "n" + n.re + "+" + n.im + "j"
}

// numberOf evaluates a literal number with its sign, or a complex literal.
func numberOf(e Expr) (complexKey, bool) {
	switch e := e.(type) {
	case *UnaryOp:
		n, ok := numberOf(e.Operand)
		return complexKey{negate(n.re), negate(n.im), negate(n.text)}, ok
	case *BinOp:
		l, ok := numberOf(e.Left)
		r, ok2 := numberOf(e.Right)
		sign := e.Op.Sign()
		if e.Op == Sub {
			r.im = negate(r.im)
		}
		return complexKey{l.re, r.im, "(" + l.text + sign + r.text + ")"}, ok && ok2
	case *Constant:
		switch v := e.Value.(type) {
		case bool:
			if v {
				return complexKey{"1", "0", "True"}, true
			}
			return complexKey{"0", "0", "False"}, true
		case int64:
			s := strconv.FormatInt(v, 10)
			return complexKey{s, "0", s}, true
		case *big.Int:
			return complexKey{v.String(), "0", v.String()}, true
		case float64:
			return complexKey{floatKey(v), "0", strconv.FormatFloat(v, 'g', -1, 64)}, true
		case complex128:
			return complexKey{"0", floatKey(imag(v)), strconv.FormatFloat(imag(v), 'g', -1, 64) + "j"}, true
		}
	}
	return complexKey{}, false
}

func negate(s string) string {
	if s == "0" {
		return s
	}
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return rest
	}
	return "-" + s
}

// floatKey prints whole numbers as an int does.
func floatKey(v float64) string {
	if math.Trunc(v) == v && !math.IsInf(v, 0) {
		i, _ := big.NewFloat(v).Int(nil)
		return i.String()
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}
