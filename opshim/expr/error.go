package expr

import "fmt"

// Error is what SQLAlchemy raises when an expression is built.
type Error struct {
	Type    string // exception class, "ArgumentError"
	Message string
}

// Error is "Type: message".
func (e *Error) Error() string { return e.Type + ": " + e.Message }

func fail(class, format string, args ...any) error {
	return &Error{Type: class, Message: fmt.Sprintf(format, args...)}
}
