package syntax

import (
	"fmt"
	"unicode/utf8"
)

// An Error is one refusal of a source, in CPython's words.
type Error struct {
	// Kind is the Python exception class: SyntaxError, IndentationError,
	// TabError; MemoryError and RecursionError for source nested too deep;
	// ValueError, UnicodeEncodeError where CPython raises those.
	Kind string
	Msg  string
	At   Span

	exact     *exactPlace // or nil
	endColumn endColumn
}

// exactPlace holds the numbers of an error that do not follow from a span.
type exactPlace struct{ line, offset, endLine, endOffset int }

// endColumn tells the ends that CPython gives to some errors in its own way.
type endColumn uint8

const (
	endOfSpan   endColumn = iota
	endZero               // 0
	endMinusOne           // -1
)

// Error returns "file:line:column: Kind: message".
func (e *Error) Error() string {
	return fmt.Sprintf("%s: %s: %s", e.At, e.Kind, e.Msg)
}

// Lineno returns the line as SyntaxError.lineno gives it, from 1.
func (e *Error) Lineno() int {
	if e.exact != nil {
		return e.exact.line
	}
	return e.At.Position().Line
}

// EndLineno returns the line of the end, from 1.
func (e *Error) EndLineno() int {
	if e.exact != nil {
		return e.exact.endLine
	}
	return e.At.EndPosition().Line
}

// Offset returns the column as SyntaxError.offset gives it: from 1, in
// characters, but in bytes for what CPython finds after parsing.
func (e *Error) Offset() int {
	if e.exact != nil {
		return e.exact.offset
	}
	return e.At.Source.runeOffset(e.At.Start)
}

// EndOffset returns the column just after the error, as Offset counts; 0 and
// -1 where CPython knows of no end.
func (e *Error) EndOffset() int {
	if e.exact != nil {
		return e.exact.endOffset
	}
	switch e.endColumn {
	case endZero:
		return 0
	case endMinusOne:
		return -1
	}
	return e.At.Source.runeOffset(e.At.End)
}

// runeOffset returns the column of a byte offset in characters, from 1.
func (s *Source) runeOffset(offset int32) int {
	if s == nil {
		return 0
	}
	p := s.Position(offset)
	line := s.Line(p.Line)
	return utf8.RuneCount(line[:min(p.Column, len(line))]) + 1
}

// An ErrorList is what [Parse] and [NewSource] return as error; it is never
// empty. Like CPython they stop at the first error, so it has one entry.
type ErrorList []*Error

// Error returns the text of the first error, and how many follow.
func (l ErrorList) Error() string {
	switch len(l) {
	case 0:
		return "no errors"
	case 1:
		return l[0].Error()
	}
	return fmt.Sprintf("%v (and %d more)", l[0], len(l)-1)
}
