package pyrt

import (
	"fmt"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// syntaxErrorMembers: SyntaxError(msg, (filename, lineno, offset, text,
// end_lineno, end_offset)).
func syntaxErrorMembers() []Member {
	fields := []string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"}
	out := []Member{
		exceptionArg("msg", 0), exceptionArg("print_file_and_line", -1),
		RawMethod("__init__", func(t *Thread, args Args) (Value, error) {
			st := stateOf(args.Pos[0])
			st.Args = args.Pos[1:]
			if len(st.Args) == 2 {
				details, err := Collect(t, st.Args[1])
				if err != nil {
					return nil, err
				}
				for i, v := range details {
					if i < len(fields) {
						if err := SetAttr(t, args.Pos[0], fields[i], v); err != nil {
							return nil, err
						}
					}
				}
			}
			return None, nil
		}),
		Method("__str__(self, /)", func(t *Thread, a []Value) (Value, error) {
			m, _ := stateOf(a[0]).Data.(map[string]Value)
			msg, err := GetAttr(t, a[0], "msg")
			if err != nil {
				return nil, err
			}
			s, err := ToStr(t, msg)
			file, hasFile := AsStr(orNoneValue(m["filename"]))
			line, hasLine := AsInt(orNoneValue(m["lineno"]))
			switch {
			case hasFile && hasLine:
				s += fmt.Sprintf(" (%s, line %d)", baseName(file), line)
			case hasFile:
				s += fmt.Sprintf(" (%s)", baseName(file))
			case hasLine:
				s += fmt.Sprintf(" (line %d)", line)
			}
			return Str(s), err
		}),
	}
	for _, f := range fields {
		out = append(out, exceptionArg(f, -1))
	}
	return out
}

func orNoneValue(v Value) Value {
	if v == nil {
		return None
	}
	return v
}

func baseName(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return path[i+1:]
		}
	}
	return path
}

// SyntaxException turns the parser's refusal into the Python exception.
func SyntaxException(err error) error {
	list, ok := err.(syntax.ErrorList)
	if !ok || len(list) == 0 {
		return err
	}
	e := list[0]
	class := SyntaxError
	for _, c := range []*Type{IndentationError, TabError, MemoryError, RecursionError, ValueError, UnicodeEncodeError, OverflowError} {
		if c.Name == e.Kind {
			class = c
		}
	}
	if !class.IsSubclass(SyntaxError) {
		return NewException(class, Str(e.Msg))
	}
	exc := NewException(class, Str(e.Msg))
	st := stateOf(exc.Value)
	m := map[string]Value{}
	st.Data = m
	if e.At.IsValid() {
		m["filename"] = Str(e.At.Source.Name)
		m["lineno"], m["offset"] = Int(e.Lineno()), Int(e.Offset())
		m["end_lineno"], m["end_offset"] = Int(e.EndLineno()), Int(e.EndOffset())
		m["text"] = Str("")
		if e.Lineno() > 0 {
			m["text"] = Str(string(e.At.Source.Line(e.Lineno())) + "\n")
		}
		st.Args = append(st.Args, NewTuple(m["filename"], m["lineno"], m["offset"], m["text"], m["end_lineno"], m["end_offset"]))
	}
	return exc
}

// unicodeErrorMembers: UnicodeDecodeError(encoding, object, start, end, reason)
// and UnicodeEncodeError; UnicodeTranslateError has no encoding.
func unicodeErrorMembers() []Member {
	out := []Member{Method("__str__(self, /)", func(_ *Thread, a []Value) (Value, error) { return Str(unicodeErrorText(a[0])), nil })}
	for i, n := range []string{"encoding", "object", "start", "end", "reason"} {
		out = append(out, exceptionArg(n, i))
	}
	return out
}

func unicodeErrorText(v Value) string {
	st := stateOf(v)
	if len(st.Args) < 5 {
		return exceptionMessage(NewObject(BaseException, &ExceptionState{Args: st.Args}))
	}
	enc, _ := AsStr(st.Args[0])
	start, _ := AsInt(st.Args[2])
	end, _ := AsInt(st.Args[3])
	reason, _ := AsStr(st.Args[4])
	if b, ok := Underlying(st.Args[1]).(Bytes); ok {
		if end == start+1 && start < int64(len(b)) {
			return fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", enc, b[start], start, reason)
		}
		return fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", enc, start, end-1, reason)
	}
	text, _ := AsStr(st.Args[1])
	if end == start+1 {
		if r, ok := codePointAt(text, int(start)); ok {
			esc := fmt.Sprintf("\\U%08x", r)
			if r < 0x100 {
				esc = fmt.Sprintf("\\x%02x", r)
			} else if r < 0x10000 {
				esc = fmt.Sprintf("\\u%04x", r)
			}
			return fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s", enc, esc, start, reason)
		}
	}
	return fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", enc, start, end-1, reason)
}

// codePointAt gives the n-th code point of a string in WTF-8.
func codePointAt(s string, n int) (rune, bool) {
	i := 0
	for len(s) > 0 {
		size, r := 1, rune(s[0])
		switch {
		case s[0] >= 0xf0 && len(s) >= 4:
			size, r = 4, rune(s[0]&7)<<18|rune(s[1]&63)<<12|rune(s[2]&63)<<6|rune(s[3]&63)
		case s[0] >= 0xe0 && len(s) >= 3:
			size, r = 3, rune(s[0]&15)<<12|rune(s[1]&63)<<6|rune(s[2]&63)
		case s[0] >= 0xc0 && len(s) >= 2:
			size, r = 2, rune(s[0]&31)<<6|rune(s[1]&63)
		}
		if i == n {
			return r, true
		}
		s = s[size:]
		i++
	}
	return 0, false
}
