// Package strfmt turns numbers and strings into text by Python's rules: the
// format specification mini-language, repr of floats and complex numbers, the
// parsers of %-format and str.format strings.
//
// It takes Go values and texts and knows nothing of Python objects; what
// Python would raise comes back as *[Error], which names the exception class.
// It refuses widths and precisions beyond [MaxWidth].
package strfmt

// MaxWidth bounds widths and precisions, so that a format string cannot ask
// for gigabytes.
const MaxWidth = 1 << 26

// An Error is what Python would raise.
type Error struct {
	Class string // ValueError, TypeError, OverflowError, IndexError, KeyError
	Msg   string
}

func (e *Error) Error() string { return e.Class + ": " + e.Msg }

func valueError(msg string) *Error { return &Error{"ValueError", msg} }
