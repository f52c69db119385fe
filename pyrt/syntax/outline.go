package syntax

import "bytes"

// A Part is a piece of a file's top level.
type Part struct {
	At Span
	// Name is that of the function or class which the part defines; a part
	// without one holds other statements.
	Name string
}

// Outline takes a source apart into its top-level definitions and what lies
// between them, without reading what is in them; [ParsePart] does that for a
// part. Only white space, comments and closing brackets may begin a line
// inside a definition without being indented, and outside of definitions also
// the text of triple-quoted strings: so Outline is for texts that are known to
// keep to this, not for those of users.
func Outline(src *Source) []Part {
	o := outliner{src: src}
	for pos := 0; pos < len(src.Text); {
		line, end := src.Text[pos:], len(src.Text)
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line, end = line[:i], pos+i+1
		}
		o.line(pos, line)
		pos = end
	}
	o.begin(len(src.Text), "")
	return o.parts
}

type outliner struct {
	src      *Source
	parts    []Part
	start    int
	name     string
	inString bool // in a triple-quoted string outside of definitions
	// decorated: the lines since start are decorators.
	decorated bool
}

// line takes the line that begins at pos into account.
func (o *outliner) line(pos int, line []byte) {
	if !o.inString && len(line) > 0 && (isIdentStart(line[0]) || line[0] == '@' || line[0] == '"' || line[0] == '\'' || line[0] == '(') {
		name := definedName(line)
		switch {
		case o.decorated:
			o.name, o.decorated = name, name == ""
		case line[0] == '@':
			o.begin(pos, "")
			o.decorated = true
		case name != "" || o.name != "":
			o.begin(pos, name)
		}
	}
	if o.name == "" && bytes.Count(line, []byte(`"""`))%2 == 1 {
		o.inString = !o.inString
	}
}

// begin ends the current part and starts another.
func (o *outliner) begin(pos int, name string) {
	if pos > o.start {
		o.parts = append(o.parts, Part{At: Span{o.src, int32(o.start), int32(pos)}, Name: o.name})
	}
	o.start, o.name = pos, name
}

// definedName gives the name that a line defines as a function or class, ""
// if it does something else.
func definedName(line []byte) string {
	rest, ok := bytes.CutPrefix(line, []byte("class "))
	if !ok {
		rest, ok = bytes.CutPrefix(bytes.TrimPrefix(line, []byte("async ")), []byte("def "))
	}
	if !ok {
		return ""
	}
	n := 0
	for n < len(rest) && (isIdentStart(rest[n]) || isDigit(rest[n])) {
		n++
	}
	return string(rest[:n])
}

// ParsePart reads a part of a source as a file of its own; positions are those
// in the source. What CPython's compiler would refuse is not looked for.
func ParsePart(at Span) (*File, error) {
	s := &scanner{src: at.Source, text: at.Source.Text[:at.End], pos: int(at.Start), indents: []indent{{}}}
	s.tokens = make([]token, 0, (at.End-at.Start)/4+8)
	s.run()
	p := &parser{src: at.Source, text: at.Source.Text, scan: s, toks: s.tokens}
	f := &File{Source: at.Source, Comments: s.comments}
	return f, p.file(f)
}
