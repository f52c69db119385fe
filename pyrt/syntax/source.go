package syntax

import (
	"bytes"
	"fmt"
	"sort"
	"sync"
	"unicode/utf8"
)

// maxSource is the largest source that is read, so that offsets fit in int32.
const maxSource = 1 << 30

// A Source is one file of Python text.
type Source struct {
	// Name is what messages and tracebacks call the file.
	Name string
	// Text is the source as UTF-8, without a byte order mark and with every
	// line end (CRLF, CR) turned into a line feed, as Python sees it. Columns
	// and lines are those of the file; byte offsets are those of Text.
	Text []byte

	lines func() []int32 // offsets of line starts, made on first use
}

// NewSource decodes the bytes of a file by its byte order mark or its coding
// comment (PEP 263); UTF-8 is the default. The known encodings are UTF-8,
// UTF-8 with signature, ASCII, Latin-1 and its ISO 8859 relatives, and the
// Windows and IBM code pages of golang.org/x/text; encodings of several bytes
// a character are unknown, UTF-8 aside. The error, an [ErrorList],
// tells an unknown encoding, bytes that the encoding does not allow, and null
// bytes.
func NewSource(name string, raw []byte) (*Source, error) {
	if len(raw) > maxSource {
		return nil, ErrorList{{Kind: "MemoryError", Msg: "source is too large"}}
	}
	text, fault := decodeSource(raw)
	src := newSource(name, text)
	if fault != nil {
		fault.At = Span{Source: src}
		return src, ErrorList{fault}
	}
	return src, checkNull(src)
}

// NewTextSource makes a source of text that is already decoded, as Python's
// exec does with a str: a coding comment has no effect. The text may hold
// lone surrogates in the three-byte form of UTF-8 (WTF-8); they are refused.
func NewTextSource(name, text string) (*Source, error) {
	if len(text) > maxSource {
		return nil, ErrorList{{Kind: "MemoryError", Msg: "source is too large"}}
	}
	src := newSource(name, []byte(text))
	if i := invalidUTF8(src.Text); i >= 0 {
		return src, ErrorList{{Kind: "UnicodeEncodeError", At: Span{src, int32(i), int32(i)},
			Msg: "'utf-8' codec can't encode characters: surrogates not allowed"}}
	}
	return src, checkNull(src)
}

func newSource(name string, text []byte) *Source {
	src := &Source{Name: name, Text: normalizeNewlines(text)}
	src.lines = sync.OnceValue(src.findLines)
	return src
}

func checkNull(src *Source) error {
	if i := bytes.IndexByte(src.Text, 0); i >= 0 {
		return ErrorList{{Kind: "SyntaxError", Msg: "source code string cannot contain null bytes",
			At: Span{src, int32(i), int32(i + 1)}}}
	}
	return nil
}

// normalizeNewlines turns CRLF and CR into LF; text without CR comes back as is.
func normalizeNewlines(text []byte) []byte {
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '\r' {
			c = '\n'
			if i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
		}
		out = append(out, c)
	}
	return out
}

func (s *Source) findLines() []int32 {
	lines := make([]int32, 1, 1+bytes.Count(s.Text, []byte{'\n'}))
	for i, c := range s.Text {
		if c == '\n' {
			lines = append(lines, int32(i+1))
		}
	}
	return lines
}

// Lines returns how many lines the source has; text after the last line feed
// counts as one, and so does empty text.
func (s *Source) Lines() int {
	n := len(s.lineTable())
	if n > 1 && int(s.lineTable()[n-1]) == len(s.Text) {
		n--
	}
	return n
}

func (s *Source) lineTable() []int32 {
	if s.lines == nil { // a Source made by hand
		return s.findLines()
	}
	return s.lines()
}

// Line returns the text of a line (from 1) without its line feed, or nil when
// there is no such line.
func (s *Source) Line(line int) []byte {
	table := s.lineTable()
	if line < 1 || line > len(table) {
		return nil
	}
	text := s.Text[table[line-1]:]
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return text
}

// Position returns line and column of a byte offset into Text; an offset
// outside is moved to the nearest end.
func (s *Source) Position(offset int32) Position {
	offset = max(0, min(offset, int32(len(s.Text))))
	table := s.lineTable()
	i := sort.Search(len(table), func(i int) bool { return table[i] > offset }) - 1
	return Position{Line: i + 1, Column: int(offset - table[i])}
}

// A Position is a place in a source as CPython's ast counts it.
type Position struct {
	Line   int // from 1
	Column int // from 0, in bytes of UTF-8
}

// String returns "line:column", both from 1, as editors count.
func (p Position) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Column+1) }

// A Span is a half-open byte range of one source. It is the only position
// type of the project. The zero Span is nowhere.
type Span struct {
	Source     *Source
	Start, End int32
}

// IsValid tells whether s is somewhere.
func (s Span) IsValid() bool { return s.Source != nil }

// Position returns the line and column of the start, zero when s is nowhere.
func (s Span) Position() Position {
	if s.Source == nil {
		return Position{}
	}
	return s.Source.Position(s.Start)
}

// EndPosition returns the line and column just after the end.
func (s Span) EndPosition() Position {
	if s.Source == nil {
		return Position{}
	}
	return s.Source.Position(s.End)
}

// Text returns the source text of s.
func (s Span) Text() string {
	if s.Source == nil {
		return ""
	}
	n := int32(len(s.Source.Text))
	start := max(0, min(s.Start, n))
	return string(s.Source.Text[start:max(start, min(s.End, n))])
}

// String returns "file:line:column", or "-" when s is nowhere.
func (s Span) String() string {
	if s.Source == nil {
		return "-"
	}
	return s.Source.Name + ":" + s.Position().String()
}

// To returns the span from the start of s to the end of t.
func (s Span) To(t Span) Span { return Span{s.Source, s.Start, t.End} }

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}
