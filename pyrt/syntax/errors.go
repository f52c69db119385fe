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
}

// Error returns "file:line:column: Kind: message".
func (e *Error) Error() string {
	return fmt.Sprintf("%s: %s: %s", e.At, e.Kind, e.Msg)
}

// Lineno returns the line as SyntaxError.lineno gives it, from 1.
func (e *Error) Lineno() int { return e.At.Position().Line }

// EndLineno returns the line of the end, from 1.
func (e *Error) EndLineno() int { return e.At.EndPosition().Line }

// Offset returns the column as SyntaxError.offset gives it: in characters,
// from 1.
func (e *Error) Offset() int { return e.At.Source.runeOffset(e.At.Start) }

// EndOffset returns the column just after the error, as Offset counts.
func (e *Error) EndOffset() int { return e.At.Source.runeOffset(e.At.End) }

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
