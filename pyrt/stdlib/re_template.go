package stdlib

import (
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/sre"
)

// A template is a parsed replacement text: literals and group references
// (>= 0).
type template struct {
	parts []templatePart
	bytes bool
	whole pyrt.Value // the replacement itself when it has no escapes
}

type templatePart struct {
	text  []rune
	group int // -1: text
}

// parseTemplate reads a replacement text.
func parseTemplate(t *pyrt.Thread, p *pattern, v pyrt.Value) (*template, error) {
	var rs []rune
	tpl := &template{}
	if s, ok := pyrt.AsStr(v); ok {
		if !strings.Contains(s, `\`) {
			return &template{whole: v}, nil
		}
		rs = pyrt.CodePoints(s)
	} else if b, ok := pyrt.Buffer(v); ok {
		tpl.bytes = true
		if !strings.Contains(b, `\`) {
			return &template{whole: v}, nil
		}
		for i := range len(b) {
			rs = append(rs, rune(b[i]))
		}
	} else {
		return nil, pyrt.Errorf(pyrt.TypeError, "decoding to str: need a bytes-like object, %s found", v.Type().Name)
	}
	r := &templateReader{rs: rs, p: p, tpl: tpl}
	if err := r.read(); err != nil {
		if e, ok := err.(*sre.Error); ok {
			return nil, raisePattern(t, e, v)
		}
		return nil, err
	}
	return tpl, nil
}

type templateReader struct {
	rs  []rune
	i   int
	p   *pattern
	tpl *template
	lit []rune
}

func (r *templateReader) flush() {
	if len(r.lit) > 0 {
		r.tpl.parts = append(r.tpl.parts, templatePart{r.lit, -1})
		r.lit = nil
	}
}

func (r *templateReader) ref(n int) {
	r.flush()
	r.tpl.parts = append(r.tpl.parts, templatePart{nil, n})
}

func templateError(pos int, msg string) error { return &sre.Error{Msg: msg, Pos: pos} }

func (r *templateReader) read() error {
	for r.i < len(r.rs) {
		c := r.rs[r.i]
		r.i++
		if c != '\\' {
			r.lit = append(r.lit, c)
			continue
		}
		if r.i >= len(r.rs) {
			return templateError(r.i-1, "bad escape (end of pattern)")
		}
		if err := r.escape(); err != nil {
			return err
		}
	}
	r.flush()
	return nil
}

func (r *templateReader) escape() error {
	at := r.i - 1
	c := r.rs[r.i]
	r.i++
	switch {
	case c == 'g':
		return r.named(at)
	case c == '0':
		for n := 0; n < 2 && r.octalNext(); n++ {
			r.i++
		}
		v, _ := strconv.ParseInt(string(r.rs[at+1:r.i]), 8, 32)
		r.lit = append(r.lit, rune(v&0xff))
		return nil
	case c >= '1' && c <= '9':
		return r.numbered(at, c)
	}
	if i := strings.IndexRune(`abfnrtv\`, c); i >= 0 {
		r.lit = append(r.lit, []rune("\a\b\f\n\r\t\v\\")[i])
		return nil
	}
	if c|0x20 >= 'a' && c|0x20 <= 'z' {
		return templateError(at, `bad escape \`+string(c))
	}
	r.lit = append(r.lit, '\\', c)
	return nil
}

func (r *templateReader) octalNext() bool {
	return r.i < len(r.rs) && r.rs[r.i] >= '0' && r.rs[r.i] <= '7'
}

func (r *templateReader) numbered(at int, c rune) error {
	if r.i < len(r.rs) && r.rs[r.i] >= '0' && r.rs[r.i] <= '9' {
		second := r.rs[r.i]
		r.i++
		if c <= '7' && second <= '7' && r.octalNext() {
			r.i++
			text := string(r.rs[at+1 : r.i])
			v, _ := strconv.ParseInt(text, 8, 32)
			if v > 0o377 {
				return templateError(at, `octal escape value \`+text+` outside of range 0-0o377`)
			}
			r.lit = append(r.lit, rune(v))
			return nil
		}
	}
	text := string(r.rs[at+1 : r.i])
	n, _ := strconv.Atoi(text)
	if n > r.p.prog.Groups {
		return templateError(at+1, "invalid group reference "+text)
	}
	r.ref(n)
	return nil
}

// named reads \g<name> or \g<number>.
func (r *templateReader) named(at int) error {
	if r.i >= len(r.rs) || r.rs[r.i] != '<' {
		return templateError(r.i, "missing <")
	}
	r.i++
	start := r.i
	for r.i < len(r.rs) && r.rs[r.i] != '>' {
		r.i++
	}
	name := string(r.rs[start:r.i])
	if name == "" {
		return templateError(start, "missing group name")
	}
	if r.i >= len(r.rs) {
		return templateError(start, "missing >, unterminated name")
	}
	r.i++
	if n, err := strconv.Atoi(name); err == nil && name[0] != '-' && name[0] != '+' {
		if n > r.p.prog.Groups {
			return templateError(start, "invalid group reference "+name)
		}
		r.ref(n)
		return nil
	}
	if ok, _ := identifier(name); !ok {
		q := "'" + name + "'"
		if r.tpl.bytes {
			q = "b" + q
		}
		return templateError(start, "bad character in group name "+q)
	}
	n, ok := r.p.prog.Names[name]
	if !ok {
		return pyrt.Errorf(pyrt.IndexError, "unknown group name '%s'", name)
	}
	r.ref(n)
	return nil
}

func identifier(s string) (bool, error) {
	v, err := pyrt.CallMethod(&pyrt.Thread{}, pyrt.Str(s), "isidentifier")
	return v == pyrt.Value(pyrt.True), err
}

// expand fills in the groups of one match.
func (tpl *template) expand(p *pattern, text *sre.Text, spans []int) pyrt.Value {
	if tpl.whole != nil {
		return tpl.whole
	}
	var out []rune
	for _, part := range tpl.parts {
		if part.group < 0 {
			out = append(out, part.text...)
			continue
		}
		lo, hi := spans[2*part.group], spans[2*part.group+1]
		for i := lo; i < hi && lo >= 0; i++ {
			if text.Runes != nil {
				out = append(out, text.Runes[i])
			} else {
				out = append(out, rune(text.S[i]))
			}
		}
	}
	if tpl.bytes {
		b := make([]byte, len(out))
		for i, r := range out {
			b[i] = byte(r)
		}
		return pyrt.Bytes(b)
	}
	return pyrt.Str(pyrt.FromCodePoints(out))
}
